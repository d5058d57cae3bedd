#include "graph/briefing/figures.h"

#include "graph/briefing/syntax.h"

#include <algorithm>

namespace gyre {

namespace {

class Judge
{
public:
    Judge(const Clauses& clauses, const Analysis& analysis)
        : m_clauses(clauses)
        , m_analysis(analysis)
        , m_uses(clauses.chunks.size(), FigureUse::Sum)
    {
    }

    std::vector<FigureUse> judge()
    {
        for (int i = 0; i < m_clauses.size(); ++i)
            if (m_clauses.is(i, ChunkKind::Money))
                m_uses[static_cast<std::size_t>(i)] = useOf(i);
        return std::move(m_uses);
    }

private:
    [[nodiscard]] FigureUse useOf(int i) const
    {
        const Figure& figure =
            m_analysis.amounts.figures[static_cast<std::size_t>(m_clauses.at(i).index)];
        if (figure.isMetric || figure.isConversion ||
            (figure.isRate && !(isYearly(figure) && isPaid(i)) && !isOfEach(figure, i)))
            return FigureUse::Metric;
        if (isOfWhole(i) || isPriceOfRound(i))
            return FigureUse::Valuation;
        if (isSize(i))
            return FigureUse::Metric;
        if (continuesValue(i))
            return FigureUse::Valuation;
        if (const auto behind = useByWordsBehind(i))
            return *behind;
        if (const auto before = useByWordsBefore(i))
            return *before;
        return FigureUse::Sum;
    }

    /// "valued at $157 billion in May and $300 billion in June".
    [[nodiscard]] bool continuesValue(int i) const
    {
        int at = i - 1;
        // "valuing Zeta at $1 trillion and Acme at $250 billion"
        if (m_clauses.isPlace(at, Place::At) && m_clauses.is(at - 1, ChunkKind::Party) &&
            m_clauses.is(at - 2, ChunkKind::And) && m_clauses.is(at - 3, ChunkKind::Money))
            return m_uses[static_cast<std::size_t>(at - 3)] == FigureUse::Valuation;
        if (!m_clauses.is(at, ChunkKind::And) || !m_clauses.is(at - 1, ChunkKind::Date))
            return false;
        --at;
        while (m_clauses.is(at, ChunkKind::Date) || m_clauses.isPlace(at, Place::In))
            --at;
        return m_clauses.is(at, ChunkKind::Money) &&
               m_uses[static_cast<std::size_t>(at)] == FigureUse::Valuation;
    }

    [[nodiscard]] bool isYearly(const Figure& figure) const
    {
        const Prose& prose = m_analysis.prose;
        for (int at = figure.last; at < std::min(figure.last + 3, prose.size()); ++at)
            if (prose.words(at).startsWith(u"year", Qt::CaseInsensitive) ||
                prose.words(at).startsWith(u"annual", Qt::CaseInsensitive))
                return true;
        return false;
    }

    /// "Zeta and Acme contributing 60 million euros each": what each brings, and no unit's price.
    [[nodiscard]] bool isOfEach(const Figure& figure, int i) const
    {
        constexpr int furthest = 5;
        const Prose& prose = m_analysis.prose;
        if (figure.last >= prose.size() ||
            (!prose.is(figure.last, u"each") && !prose.is(figure.last, u"apiece")))
            return false;
        for (int at = i - 1; at >= 0 && at > i - furthest; --at)
            if (m_clauses.is(at, ChunkKind::Party))
                return m_clauses.party(at).firms.size() > 1;
        return false;
    }

    /// "a contract said to be worth": the contract's.
    [[nodiscard]] bool isOfDeal(int verb) const
    {
        if (!m_analysis.prose.is(m_clauses.at(verb).last - 1, u"worth"))
            return false;
        int i = verb - 1;
        while (m_clauses.is(i, ChunkKind::Says) || m_clauses.isPlace(i, Place::To) ||
               m_clauses.is(i, ChunkKind::Auxiliary) || m_clauses.is(i, ChunkKind::Adverb) ||
               m_clauses.is(i, ChunkKind::Other))
            --i;
        return i < verb - 1 &&
               (m_clauses.isNoun(i, Thing::Deal) || m_clauses.isNoun(i, Thing::Order) ||
                m_clauses.isNoun(i, Thing::Loan) || m_clauses.isNoun(i, Thing::Acquisition));
    }

    /// "pays Zeta $60 million a year": what goes from one to the other, by the year.
    [[nodiscard]] bool isPaid(int i) const
    {
        for (int at = i - 1; at >= 0; --at) {
            const Chunk& chunk = m_clauses.at(at);
            if (chunk.kind == ChunkKind::Verb) {
                const auto& frames = m_analysis.lexicon.verbs[chunk.value];
                return std::any_of(frames.begin(), frames.end(), [this](std::uint16_t frame) {
                    const Frame& of = m_analysis.lexicon.frames[frame];
                    return of.fact == FactKind::Deal && of.on == Thing::Money &&
                           of.type == DealType::PurchaseCommitment;
                });
            }
            if (chunk.kind != ChunkKind::Party && chunk.kind != ChunkKind::Determiner &&
                chunk.kind != ChunkKind::Other && chunk.kind != ChunkKind::Descriptor)
                return false;
        }
        return false;
    }

    /// "raised $1 billion at $10 billion": of two sums the greater one, behind "at".
    [[nodiscard]] bool isPriceOfRound(int i) const
    {
        if (!m_clauses.isPlace(i - 1, Place::At) || m_clauses.is(i + 1, ChunkKind::Determiner))
            return false;
        const auto figure = [this](int at) {
            return m_analysis.amounts.figures[static_cast<std::size_t>(m_clauses.at(at).index)]
                .amount.figure()
                .value_or(0);
        };
        for (int at = i - 2; at >= 0; --at) {
            const Chunk& chunk = m_clauses.at(at);
            if (chunk.kind == ChunkKind::Break || chunk.kind == ChunkKind::Goods ||
                chunk.kind == ChunkKind::Clause)
                return false;
            if (chunk.kind == ChunkKind::Money)
                return m_uses[static_cast<std::size_t>(at)] == FigureUse::Sum &&
                       figure(at) < figure(i) && isFunding(at);
        }
        return false;
    }

    /// The sum of a verb of investing or raising.
    [[nodiscard]] bool isFunding(int sum) const
    {
        for (int at = sum - 1; at >= 0 && at > sum - 7; --at)
            if (m_clauses.is(at, ChunkKind::Verb)) {
                const auto& frames = m_analysis.lexicon.verbs[m_clauses.at(at).value];
                return std::any_of(frames.begin(), frames.end(), [this](std::uint16_t frame) {
                    const Frame& of = m_analysis.lexicon.frames[frame];
                    return of.fact == FactKind::Deal && of.type == DealType::EquityInvestment;
                });
            }
        return false;
    }

    /// "as a $380 billion company", "is now a $2 billion business": said of a firm named before.
    [[nodiscard]] bool isOfWhole(int i) const
    {
        const Chunk& chunk = m_clauses.at(i);
        const bool isSaid =
            m_clauses.is(i - 1, ChunkKind::Determiner) && m_clauses.at(i - 1).value == 1 &&
            (m_clauses.isPlace(i - 2, Place::As) || m_clauses.isPlace(i - 2, Place::Into) ||
             m_clauses.is(i - 2, ChunkKind::Clause) ||
             (m_clauses.is(i - 2, ChunkKind::Auxiliary) && m_clauses.at(i - 2).value == 0));
        const auto noun = m_analysis.lexicon.phrases.longest(
            m_analysis.prose.tokens, chunk.last, m_clauses.sentence.last, in(Category::Descriptor));
        if (!isSaid || !noun)
            return false;
        const DescriptorRow& row = m_analysis.lexicon.descriptors[noun->value];
        return !row.isPlural && row.role == Role::None;
    }

    /// "the $500 billion Zeta project": how big it is, and nobody's payment.
    [[nodiscard]] bool isSize(int i) const
    {
        if (!m_clauses.is(i - 1, ChunkKind::Determiner) || !m_clauses.is(i + 1, ChunkKind::Party) ||
            m_clauses.party(i + 1).isPossessive)
            return false;
        const int next = i + 2;
        return m_clauses.isNoun(next, Thing::Other) || m_clauses.is(next, ChunkKind::Auxiliary) ||
               m_clauses.is(next, ChunkKind::Descriptor) || m_clauses.is(next, ChunkKind::Other);
    }

    /// "$5 billion in annual revenue", "$500 billion valuation", "$69 billion of market value".
    [[nodiscard]] std::optional<FigureUse> useByWordsBehind(int i) const
    {
        bool isBehindOf = false;
        for (int at = i + 1; at < std::min(i + 5, m_clauses.size()); ++at) {
            const Chunk& chunk = m_clauses.at(at);
            if (chunk.kind == ChunkKind::Metric)
                return FigureUse::Metric;
            if (m_clauses.isNoun(at, Thing::Valuation))
                return isBehindOf ? FigureUse::Metric : FigureUse::Valuation;
            if (chunk.kind == ChunkKind::Preposition && at == i + 1 &&
                (m_clauses.isPlace(at, Place::In) || m_clauses.isPlace(at, Place::Of))) {
                isBehindOf = true;
                continue;
            }
            if (chunk.kind != ChunkKind::Other && chunk.kind != ChunkKind::Determiner &&
                chunk.kind != ChunkKind::Date)
                return std::nullopt;
        }
        return std::nullopt;
    }

    /// "revenue of $5 billion", "valuation rose to $5 billion", "valued at", "is worth".
    [[nodiscard]] std::optional<FigureUse> useByWordsBefore(int i) const
    {
        bool isAt = false;
        bool hasFirm = false;
        for (int at = i - 1, steps = 0; at >= 0 && steps < 7; --at, ++steps) {
            const Chunk& chunk = m_clauses.at(at);
            switch (chunk.kind) {
            case ChunkKind::Metric:
                return FigureUse::Metric;
            case ChunkKind::Worth:
                return useOfWorth(at);
            case ChunkKind::Noun:
                if (chunk.value == static_cast<std::uint16_t>(Thing::Valuation))
                    return FigureUse::Valuation;
                return std::nullopt;
            case ChunkKind::Verb:
                if (isValuing(at, Thing::Money))
                    return isOfDeal(at) ? FigureUse::Sum : FigureUse::Valuation;
                if (isValuing(at, Thing::Valuation))
                    continue;
                if (hasFirm && isValuing(at, Thing::Firm))
                    return FigureUse::Valuation;
                return std::nullopt;
            case ChunkKind::Preposition:
                isAt = isAt || m_clauses.isPlace(at, Place::At);
                if (!m_clauses.isPlace(at, Place::Of) && !m_clauses.isPlace(at, Place::At) &&
                    !m_clauses.isPlace(at, Place::To) && !m_clauses.isPlace(at, Place::As) &&
                    !m_clauses.isPlace(at, Place::In) && !m_clauses.isPlace(at, Place::For) &&
                    !m_clauses.isPlace(at, Place::Over) && !m_clauses.isPlace(at, Place::From))
                    return std::nullopt;
                continue;
            case ChunkKind::Party:
                // "valuing the company at", "revenue at Zeta of"
                if (m_clauses.party(at).isPossessive)
                    return std::nullopt;
                hasFirm = true;
                continue;
            case ChunkKind::Money:
                // "its valuation fell from $95 billion to $50 billion"
                return m_clauses.isPlace(i - 1, Place::To) && at == i - 2 &&
                               m_clauses.isPlace(at - 1, Place::From) &&
                               m_uses[static_cast<std::size_t>(at)] == FigureUse::Valuation
                           ? std::optional(FigureUse::Valuation)
                           : std::nullopt;
            case ChunkKind::Comma:
            case ChunkKind::Break:
            case ChunkKind::Clause:
            case ChunkKind::Who:
            case ChunkKind::Goods:
            case ChunkKind::Says:
                return std::nullopt;
            default:
                continue;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool isValuing(int verb, Thing thing) const
    {
        const auto& frames = m_analysis.lexicon.verbs[m_clauses.at(verb).value];
        return std::any_of(frames.begin(), frames.end(), [this, thing](std::uint16_t frame) {
            const auto& of = m_analysis.lexicon.frames[frame];
            return of.fact == FactKind::Valuation && of.on == thing;
        });
    }

    [[nodiscard]] bool isHolding(int at) const
    {
        return m_clauses.isNoun(at, Thing::Shares) || m_clauses.isNoun(at, Thing::Stake);
    }

    /// "take a stake in": one verb of the lexicon.
    [[nodiscard]] bool namesHolding(int verb) const
    {
        const Chunk& chunk = m_clauses.at(verb);
        for (int i = chunk.first; i < chunk.last; ++i) {
            const auto noun = m_analysis.lexicon.phrases.longest(m_analysis.prose.tokens, i,
                                                                 chunk.last, in(Category::Noun));
            if (noun && noun->value == static_cast<std::uint16_t>(Thing::Stake))
                return true;
        }
        return false;
    }

    /// "a deal worth $5 billion" is a sum, "shares worth $5 billion" neither; "it is worth" a
    /// value.
    [[nodiscard]] FigureUse useOfWorth(int worth) const
    {
        constexpr int furthest = 9;
        // "a stake in Zeta, roughly 6%, is worth" reaches far back for its noun, a verb does not.
        const auto isFar = [worth](int at) { return at <= worth - 5; };
        for (int at = worth - 1; at >= 0 && at > worth - furthest; --at) {
            const Chunk& chunk = m_clauses.at(at);
            if (chunk.kind == ChunkKind::Noun)
                return useOfNoun(at);
            if (chunk.kind == ChunkKind::Goods)
                return FigureUse::Sum;
            if (chunk.kind == ChunkKind::Party)
                return useOfParty(at);
            // "became the first company worth"
            if (chunk.kind == ChunkKind::Verb && m_clauses.is(at + 1, ChunkKind::Descriptor))
                return FigureUse::Valuation;
            if (chunk.kind == ChunkKind::Verb || chunk.kind == ChunkKind::Clause)
                return isFar(at) || (chunk.kind == ChunkKind::Verb && isValuing(at, Thing::Money))
                           ? FigureUse::Valuation
                           : FigureUse::Sum;
        }
        return FigureUse::Valuation;
    }

    [[nodiscard]] FigureUse useOfNoun(int noun) const
    {
        if (isHolding(noun))
            return FigureUse::Holding;
        return m_clauses.isNoun(noun, Thing::Valuation) ? FigureUse::Valuation : FigureUse::Sum;
    }

    /// "a contract with Zeta worth" tells of the contract, "a stake in Zeta, worth" of the stake,
    /// "Zeta, worth" of Zeta.
    [[nodiscard]] FigureUse useOfParty(int party) const
    {
        const int place = party - 1;
        // "take a stake in Zeta worth"
        if (m_clauses.is(place, ChunkKind::Verb) && namesHolding(place))
            return FigureUse::Sum;
        const bool isInside =
            m_clauses.isPlace(place, Place::Of) || m_clauses.isPlace(place, Place::In);
        // "a stake of 27% in Zeta"
        int held = place - 1;
        while (m_clauses.is(held, ChunkKind::Percent) || m_clauses.isPlace(held, Place::Of))
            --held;
        if (isInside && (isHolding(held) || m_clauses.is(place - 1, ChunkKind::Percent)))
            return FigureUse::Holding;
        // "new shares of Zeta worth", "the takeover of Zeta, worth"
        if (isInside && m_clauses.is(held, ChunkKind::Noun) &&
            !m_clauses.isNoun(held, Thing::Valuation))
            return FigureUse::Sum;
        // "a bid for Zeta by Acme, worth"
        const bool isBid = m_clauses.isPlace(place, Place::By) &&
                           m_clauses.is(party + 1, ChunkKind::Comma) &&
                           m_clauses.isNoun(place - 3, Thing::Acquisition);
        if (isBid)
            return FigureUse::Sum;
        const bool isBeside = m_clauses.isPlace(place, Place::With) ||
                              m_clauses.isPlace(place, Place::Between) ||
                              m_clauses.isPlace(place, Place::From);
        return isBeside && m_clauses.is(place - 1, ChunkKind::Noun) ? useOfNoun(place - 1)
                                                                    : FigureUse::Valuation;
    }

    const Clauses& m_clauses;
    const Analysis& m_analysis;
    std::vector<FigureUse> m_uses;
};

} // namespace

std::vector<FigureUse> figureUses(const Clauses& clauses, const Analysis& analysis)
{
    return Judge(clauses, analysis).judge();
}

} // namespace gyre
