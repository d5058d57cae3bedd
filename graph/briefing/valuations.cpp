#include "graph/briefing/arguments.h"
#include "graph/briefing/claims.h"
#include "graph/briefing/syntax.h"

namespace gyre {

namespace {

constexpr float sure = 0.9F;
constexpr float fair = 0.75F;
constexpr float doubtful = 0.4F;

struct Org
{
    int firm = -1;
    bool isInferred = false;
    const char* rule = "";
};

class Valuer
{
public:
    Valuer(const SentenceView& view, const std::vector<DealDraft>& deals)
        : m_view(view)
        , m_clauses(view.clauses)
        , m_deals(deals)
    {
    }

    std::vector<ValuationDraft> read()
    {
        for (int i = 0; i < m_clauses.size(); ++i)
            if (m_clauses.is(i, ChunkKind::Money) &&
                m_view.uses[static_cast<std::size_t>(i)] == FigureUse::Valuation)
                add(i, orgOf(i));
        addCompared();
        return std::move(m_found);
    }

private:
    void add(int figure, const Org& org)
    {
        // "a price target of $47" is of a share.
        constexpr std::int64_t leastWorth = 100'000;
        const Amount& amount =
            m_view.analysis.amounts.figures[std::size_t(m_clauses.at(figure).index)].amount;
        if (org.firm < 0 || amount.figure().value_or(leastWorth) < leastWorth)
            return;
        ValuationDraft draft;
        draft.org = org.firm;
        draft.figure = m_clauses.at(figure).index;
        draft.rule = QString::fromLatin1(org.rule);
        draft.confidence = org.isInferred ? fair : sure;
        if (const int bought = boughtHere(org.firm); bought >= 0) {
            draft.org = bought;
            draft.inferred |= Inferred::Org;
            draft.confidence = fair;
        } else if (isJustPaid(org.firm)) {
            draft.org = m_view.discourse.pair[1];
            draft.inferred |= Inferred::Org;
            // Of a takeover both may be meant, and so they may by "it".
            draft.confidence =
                m_view.discourse.isTakeover || isByPronoun(org.firm) ? doubtful : fair;
        }
        if (org.isInferred)
            draft.inferred |= Inferred::Org;
        draft.basis = basis();
        draft.standing =
            standingOf(m_clauses, m_view.analysis, m_view.cues, figure, DealType::Other);
        if (draft.standing.isByTense)
            draft.standing.status = Status::Announced;
        draft.date = dateNear(figure);
        draft.standing.isEarlier = isEarlier(figure);
        draft.evidence =
            m_view.analysis.prose.span(m_clauses.sentence.first, m_clauses.sentence.last);
        m_orgs.push_back(org.firm);
        m_found.push_back(std::move(draft));
    }

    /// "Zeta buys Acme in a deal that puts the value of the business at": Acme rather than Zeta.
    [[nodiscard]] int boughtHere(int firm) const
    {
        const bool isMeant = std::any_of(
            m_clauses.parties.begin(), m_clauses.parties.end(), [firm](const Party& party) {
                return party.isGeneric && party.firms == std::vector<int>{firm};
            });
        if (!isMeant)
            return -1;
        for (const DealDraft& deal : m_deals)
            if ((deal.type == DealType::EquityInvestment || deal.type == DealType::Acquisition) &&
                deal.payers == std::vector<int>{firm} && deal.receivers.size() == 1)
                return deal.receivers.front();
        return -1;
    }

    /// "Zeta put $2 billion into Acme. The company is valued at": Acme rather than Zeta.
    [[nodiscard]] bool isJustPaid(int firm) const
    {
        const Discourse& told = m_view.discourse;
        if (told.pair.size() != 2 || told.pair[0] != firm || told.pairSentence != told.sentence)
            return false;
        bool isMeant = false;
        for (const Party& party : m_clauses.parties) {
            const bool isHere =
                std::find(party.firms.begin(), party.firms.end(), firm) != party.firms.end();
            if (isHere && !party.isReference)
                return false;
            isMeant = isMeant || (isHere && party.isGeneric);
        }
        return isMeant;
    }

    [[nodiscard]] bool isByPronoun(int firm) const
    {
        return std::any_of(
            m_clauses.chunks.begin(), m_clauses.chunks.end(), [&](const Chunk& chunk) {
                return chunk.kind == ChunkKind::Party && chunk.last - chunk.first == 1 &&
                       m_clauses.parties[static_cast<std::size_t>(chunk.index)].firms ==
                           std::vector<int>{firm};
            });
    }

    [[nodiscard]] int firmAt(int chunk) const
    {
        if (!m_clauses.is(chunk, ChunkKind::Party))
            return -1;
        const auto& firms = m_clauses.party(chunk).firms;
        return firms.size() == 1 ? firms.front() : -1;
    }

    [[nodiscard]] Org orgOf(int figure) const
    {
        // "as a $380 billion company"
        if (m_clauses.is(figure - 1, ChunkKind::Determiner) &&
            !m_clauses.isNoun(figure + 1, Thing::Valuation))
            return nearestBefore(figure, "worth");
        // "and Acme at $250 billion"
        if (m_clauses.isPlace(figure - 1, Place::At) && m_clauses.is(figure - 3, ChunkKind::And) &&
            firmAt(figure - 2) >= 0)
            return {firmAt(figure - 2), false, "valued-at"};
        for (int i = figure - 1; i >= 0 && i > figure - 9; --i) {
            if (m_clauses.is(i, ChunkKind::Verb) && isValuing(i))
                return ofVerb(i);
            if (m_clauses.is(i, ChunkKind::Worth))
                return ofWorth(i);
            if (m_clauses.isNoun(i, Thing::Valuation))
                return ofNoun(i);
            // "valued at $157 billion in May and $300 billion in June": the same firm.
            if (m_clauses.is(i, ChunkKind::Money) && !m_orgs.empty() &&
                m_view.uses[static_cast<std::size_t>(i)] == FigureUse::Valuation)
                return {m_orgs.back(), false, "valued-at"};
            if (m_clauses.is(i, ChunkKind::Money) || m_clauses.is(i, ChunkKind::Break))
                break;
        }
        for (int i = figure + 1; i < std::min(figure + 5, m_clauses.size()); ++i)
            if (m_clauses.isNoun(i, Thing::Valuation))
                return ofNoun(i);
        return fallback(figure, "valuation");
    }

    [[nodiscard]] bool isValuing(int verb) const
    {
        const LexiconData& lexicon = m_view.analysis.lexicon;
        const auto& frames = lexicon.verbs[m_clauses.at(verb).value];
        return std::any_of(frames.begin(), frames.end(), [&lexicon](std::uint16_t frame) {
            return lexicon.frames[frame].fact == FactKind::Valuation;
        });
    }

    /// "value Zeta at", "Zeta is valued at", "valued at" behind its name.
    [[nodiscard]] Org ofVerb(int verb) const
    {
        for (int i = verb + 1; i < std::min(verb + 5, m_clauses.size()); ++i) {
            if (const int firm = firmAt(i); firm >= 0 && !m_clauses.party(i).isPossessive)
                return {firm, false, "valued-at"};
            if (m_clauses.is(i, ChunkKind::Preposition) || m_clauses.is(i, ChunkKind::Money))
                break;
        }
        if (isReduced(verb))
            return nearestBefore(verb, "valued-at");
        // "in a transaction that values the business at": whose is bought; an order has no value.
        if (m_clauses.is(verb - 1, ChunkKind::Who) && m_clauses.is(verb - 2, ChunkKind::Noun))
            return fallback(verb, "valued-at");
        if (isOfOrder(verb))
            return {};
        const Subject subject = subjectOf(m_clauses, verb);
        if (subject.chunk >= 0 && firmAt(subject.chunk) >= 0)
            return {firmAt(subject.chunk), false, "valued-at"};
        return nearestBefore(verb, "valued-at");
    }

    /// "an order that the manufacturer valued at $600 million"
    [[nodiscard]] bool isOfOrder(int verb) const
    {
        const int who = verb - 2;
        return m_clauses.is(verb - 1, ChunkKind::Party) && m_clauses.is(who, ChunkKind::Who) &&
               (m_clauses.isNoun(who - 1, Thing::Order) || m_clauses.isNoun(who - 1, Thing::Deal) ||
                m_clauses.isNoun(who - 1, Thing::Loan) || m_clauses.is(who - 1, ChunkKind::Goods));
    }

    /// "signed a contract …, with the value rising to": the contract's.
    [[nodiscard]] bool isValueOfDeal(int noun) const
    {
        const Chunk& chunk = m_clauses.at(noun);
        if (chunk.last - chunk.first != 1 || !m_view.analysis.prose.is(chunk.first, u"value") ||
            m_clauses.isPlace(noun + 1, Place::Of))
            return false;
        return std::any_of(m_deals.begin(), m_deals.end(), [](const DealDraft& deal) {
            return deal.type == DealType::PurchaseCommitment || deal.type == DealType::Debt;
        });
    }

    /// "in the start-up, lately valued at": no auxiliary, so it goes with the noun before it.
    [[nodiscard]] bool isReduced(int verb) const
    {
        const Form form = m_clauses.at(verb).form;
        if (form != Form::Past && form != Form::Participle)
            return false;
        int i = verb - 1;
        while (i >= 0 && m_clauses.is(i, ChunkKind::Adverb))
            --i;
        return m_clauses.is(i, ChunkKind::Comma);
    }

    /// "Zeta, worth $5 billion", "the lab is worth".
    [[nodiscard]] Org ofWorth(int worth) const { return nearestBefore(worth, "worth"); }

    [[nodiscard]] Org nearestBefore(int at, const char* rule) const
    {
        for (int i = at - 1; i >= 0 && i > at - 10; --i) {
            // What a person is worth is no firm’s value.
            if (m_clauses.is(i, ChunkKind::Person) && governor(m_clauses, i) < 0)
                return {};
            if (const int firm = firmAt(i);
                firm >= 0 && !m_clauses.party(i).isModifier && !m_clauses.party(i).isPossessive)
                return {firm, false, rule};
        }
        return fallback(at, rule);
    }

    /// "Zeta’s valuation", "a valuation of Zeta", else by the deal told beside it.
    [[nodiscard]] Org ofNoun(int noun) const
    {
        for (int i = noun - 1; i >= 0 && i > noun - 6; --i) {
            if (const int firm = firmAt(i);
                firm >= 0 && (m_clauses.party(i).isPossessive || m_clauses.party(i).isModifier))
                return {firm, false, "valuation-of"};
            if (m_clauses.is(i, ChunkKind::Preposition) || m_clauses.is(i, ChunkKind::Verb))
                break;
        }
        if (m_clauses.isPlace(noun + 1, Place::Of) || m_clauses.isPlace(noun + 1, Place::For))
            for (int i = noun + 2; i < std::min(noun + 5, m_clauses.size()); ++i) {
                if (const int firm = firmAt(i); firm >= 0)
                    return {firm, false, "valuation-of"};
                if (!m_clauses.is(i, ChunkKind::Determiner) &&
                    !m_clauses.is(i, ChunkKind::Descriptor))
                    break;
            }
        // "give Zeta a valuation of"
        for (int i = noun - 1; i >= 0 && i > noun - 6; --i)
            if ((m_clauses.is(i, ChunkKind::Stop) || m_clauses.is(i, ChunkKind::Verb)) &&
                firmAt(i + 1) >= 0)
                return {firmAt(i + 1), false, "valuation-of"};
        if (isValueOfDeal(noun))
            return {};
        return fallback(noun, "valuation-of");
    }

    /// Whose money it is that is raised, else the subject, else who the text is about.
    [[nodiscard]] Org fallback(int at, const char* rule) const
    {
        for (const DealDraft& deal : m_deals)
            if (!deal.receivers.empty() &&
                (deal.type == DealType::EquityInvestment || deal.type == DealType::Acquisition ||
                 deal.type == DealType::StakeTransfer))
                return {deal.receivers.front(), true, rule};
        for (int i = at - 1; i >= 0; --i)
            if (const int firm = firmAt(i);
                firm >= 0 && mayBeValued(firm) && governor(m_clauses, i) < 0)
                return {firm, true, rule};
        if (m_view.discourse.pair.size() == 2 && mayBeValued(m_view.discourse.pair[1]))
            return {m_view.discourse.pair[1], true, rule};
        if (m_view.discourse.topic >= 0 && mayBeValued(m_view.discourse.topic))
            return {m_view.discourse.topic, true, rule};
        const auto& recent = m_view.discourse.recent;
        for (auto it = recent.rbegin(); it != recent.rend(); ++it)
            if (mayBeValued(it->firm) && m_view.discourse.sentence - it->sentence <= 2)
                return {it->firm, true, rule};
        return {};
    }

    [[nodiscard]] bool mayBeValued(int firm) const
    {
        return m_view.analysis.names.firms[static_cast<std::size_t>(firm)].kind !=
               FirmKind::Investor;
    }

    /// "against $300 billion earlier", "up from $5 billion": the same firm, before.
    void addCompared()
    {
        if (m_found.empty())
            return;
        const int org = m_found.front().org;
        for (int i = 1; i < m_clauses.size(); ++i) {
            if (!m_clauses.is(i, ChunkKind::Money) ||
                m_view.uses[static_cast<std::size_t>(i)] != FigureUse::Sum || !isComparison(i))
                continue;
            add(i, {org, true, "compared-with"});
        }
    }

    [[nodiscard]] bool isComparison(int figure) const
    {
        int i = figure - 1;
        while (i > 0 &&
               (m_clauses.is(i, ChunkKind::Determiner) || m_clauses.is(i, ChunkKind::Other)))
            --i;
        if (i < 0)
            return false;
        if (m_clauses.isPlace(i, Place::Against))
            return true;
        const QStringView before = m_view.analysis.prose.words(m_clauses.at(i).first);
        const bool isFrom = m_clauses.isPlace(i, Place::From);
        const QStringView upWord =
            i > 0 ? m_view.analysis.prose.words(m_clauses.at(i).first - 1) : QStringView();
        return (isFrom && (upWord.compare(u"up", Qt::CaseInsensitive) == 0 ||
                           upWord.compare(u"down", Qt::CaseInsensitive) == 0)) ||
               before == u"versus";
    }

    [[nodiscard]] Basis basis() const
    {
        const Sentence& sentence = m_clauses.sentence;
        std::optional<Basis> found;
        for (int i = sentence.first; i < sentence.last; ++i)
            if (const auto hit = m_view.analysis.lexicon.phrases.longest(
                    m_view.analysis.prose.tokens, i, sentence.last, in(Category::Basis))) {
                const auto basis = static_cast<Basis>(hit->value);
                if (!found || basis == Basis::PreMoney || basis == Basis::PostMoney)
                    found = basis;
            }
        return found.value_or(Basis::Unspecified);
    }

    /// The nearest date that is not another figure’s own: "worth $183 billion in September and now
    /// $350 billion", "$134 billion, up from $100 billion in May".
    [[nodiscard]] int dateNear(int figure) const
    {
        int best = -1;
        int nearest = 1 << 20;
        for (int i = 0; i < m_clauses.size(); ++i) {
            if (!m_clauses.is(i, ChunkKind::Date) || isOfOtherFigure(i, figure) ||
                isOfOtherClause(i, figure))
                continue;
            if (std::abs(i - figure) < nearest) {
                nearest = std::abs(i - figure);
                best = m_clauses.at(i).index;
            }
        }
        return best;
    }

    /// "up from $5 billion", "from $95 billion to $50 billion": the first was the value before.
    [[nodiscard]] bool isEarlier(int figure) const
    {
        // "a valuation of $45 billion dropped to $6 billion"
        const bool isLeft = m_clauses.isPlace(figure + 2, Place::To) &&
                            m_clauses.is(figure + 3, ChunkKind::Money) &&
                            !m_clauses.is(figure + 1, ChunkKind::Comma);
        return isLeft || isComparison(figure) ||
               (m_clauses.isPlace(figure - 1, Place::From) &&
                m_clauses.isPlace(figure + 1, Place::To) &&
                m_clauses.is(figure + 2, ChunkKind::Money));
    }

    [[nodiscard]] bool isOfOtherFigure(int date, int figure) const
    {
        const int before = figureBefore(date);
        if (before >= 0 && before != figure && date - before <= 3)
            return true;
        for (int i = std::min(date, figure) + 1; i < std::max(date, figure); ++i)
            if (isValue(i))
                return true;
        return false;
    }

    /// "$29 billion, double what it was worth a year earlier".
    [[nodiscard]] bool isOfOtherClause(int date, int figure) const
    {
        for (int i = figure + 1; i < date; ++i)
            if (m_clauses.is(i, ChunkKind::Clause) || m_clauses.is(i, ChunkKind::Worth) ||
                m_clauses.is(i, ChunkKind::Who))
                return true;
        return false;
    }

    [[nodiscard]] int figureBefore(int date) const
    {
        for (int i = date - 1; i >= 0 && i >= date - 3; --i)
            if (m_clauses.is(i, ChunkKind::Money))
                return i;
        return -1;
    }

    [[nodiscard]] bool isValue(int i) const
    {
        return m_clauses.is(i, ChunkKind::Money) &&
               m_view.uses[static_cast<std::size_t>(i)] != FigureUse::Metric;
    }

    const SentenceView& m_view;
    const Clauses& m_clauses;
    const std::vector<DealDraft>& m_deals;
    std::vector<ValuationDraft> m_found;
    std::vector<int> m_orgs;
};

} // namespace

std::vector<ValuationDraft> valuationDrafts(const SentenceView& sentence,
                                            const std::vector<DealDraft>& deals)
{
    return Valuer(sentence, deals).read();
}

} // namespace gyre
