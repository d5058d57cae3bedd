#include "graph/briefing/facts.h"

#include "graph/basics/kebab.h"
#include "graph/briefing/legs.h"

#include <QSet>

#include <cmath>
#include <map>
#include <tuple>

namespace gyre {

namespace {

/// FNV-1a of the words that make a fact, as 16 hexadecimal digits.
QString stableId(std::initializer_list<QString> words)
{
    std::uint64_t hash = 14695981039346656037ULL;
    const auto mix = [&hash](std::uint64_t value) { hash = (hash ^ value) * 1099511628211ULL; };
    for (const QString& word : words) {
        for (const QChar c : word)
            mix(c.unicode());
        mix(0xFFFF);
    }
    return QStringLiteral("%1").arg(hash, 16, 16, QLatin1Char('0'));
}

QString text(std::optional<std::int64_t> number)
{
    return number ? QString::number(*number) : QString();
}

QString text(TextSpan span)
{
    return QString::number(span.start) + QLatin1Char('-') + QString::number(span.end);
}

QString firmIdOf(const QString& name)
{
    const QString id = kebab(name);
    return id.isEmpty() ? QStringLiteral("firm") : id;
}

/// Within [0, 1], two decimals: more would pretend to know.
float written(float confidence)
{
    return std::round(std::clamp(confidence, 0.0F, 1.0F) * 100.0F) / 100.0F;
}

class Assembler
{
public:
    Assembler(const Briefing& briefing, const Analysis& analysis)
        : m_briefing(briefing)
        , m_analysis(analysis)
        , m_isUsed(analysis.names.firms.size(), false)
        , m_ids(analysis.names.firms.size())
    {
    }

    Extraction assemble(const Drafts& drafts)
    {
        const std::vector<Leg> all = legs(drafts.deals, m_analysis.amounts);
        markUsed(all, drafts);
        addFirms();
        for (const Leg& leg : all)
            addDeal(leg);
        for (const ValuationDraft& draft : drafts.valuations)
            addValuation(draft);
        for (const StakeDraft& draft : drafts.stakes)
            addStake(draft);
        m_made.unread = drafts.unread;
        return std::move(m_made);
    }

private:
    void use(int firm)
    {
        if (firm >= 0)
            m_isUsed[static_cast<std::size_t>(firm)] = true;
    }

    void markUsed(const std::vector<Leg>& all, const Drafts& drafts)
    {
        for (const Leg& leg : all) {
            use(leg.payer);
            use(leg.receiver);
            for (const int member : leg.members)
                use(member);
        }
        for (const ValuationDraft& draft : drafts.valuations)
            use(draft.org);
        for (const StakeDraft& draft : drafts.stakes) {
            use(draft.holder);
            use(draft.org);
        }
    }

    [[nodiscard]] Shared<Evidence> evidence(TextSpan span) const
    {
        Evidence made;
        made.briefing = m_briefing.id;
        made.span = span;
        made.quote = span.in(m_briefing.text).toString();
        return {std::move(made)};
    }

    /// Firms that are named, tentative ones only if they take part in a fact.
    void addFirms()
    {
        const auto& firms = m_analysis.names.firms;
        std::vector<EvidenceList> mentions(firms.size());
        for (const Mention& mention : m_analysis.names.mentions)
            if (!mention.isProduct)
                mentions[static_cast<std::size_t>(mention.firm)].push_back(
                    evidence(m_analysis.prose.span(mention.first, mention.last)));
        QSet<QString> taken;
        for (std::size_t i = 0; i < firms.size(); ++i) {
            const bool isListed = !mentions[i].empty() && !firms[i].isTentative;
            if (isListed || m_isUsed[i])
                addFirm(i, std::move(mentions[i]), taken);
        }
    }

    void addFirm(std::size_t number, EvidenceList mentions, QSet<QString>& taken)
    {
        const NamedFirm& named = m_analysis.names.firms[number];
        Firm firm;
        FirmDetail detail;
        firm.name = named.name;
        firm.kind = named.kind;
        firm.id = named.row >= 0
                      ? m_analysis.lexicon.firms[static_cast<std::size_t>(named.row)].id.toString()
                      : firmIdOf(named.name);
        for (int n = 2; taken.contains(firm.id); ++n)
            firm.id = firmIdOf(named.name) + QLatin1Char('-') + QString::number(n);
        taken.insert(firm.id);
        detail.country = named.country;
        if (named.row >= 0)
            describe(m_analysis.lexicon.firms[static_cast<std::size_t>(named.row)], detail);
        detail.mentions = std::move(mentions);
        firm.detail = std::move(detail);
        m_ids[number] = FirmId{static_cast<std::uint32_t>(m_made.firms.size())};
        m_made.firms.push_back(std::move(firm));
    }

    static void describe(const FirmRow& row, FirmDetail& detail)
    {
        detail.ticker = row.ticker.toString();
        bool isYear = false;
        const int year = row.founded.toInt(&isYear);
        if (isYear)
            detail.founded = year;
        for (const QStringView alias : row.aliases)
            detail.aliases.push_back(alias.toString());
    }

    [[nodiscard]] FirmId id(int firm) const
    {
        return firm >= 0 ? m_ids[static_cast<std::size_t>(firm)] : FirmId{};
    }

    [[nodiscard]] QString textId(int firm) const
    {
        return firm >= 0 ? m_made.firms[id(firm).value].id : QStringLiteral("*");
    }

    struct When
    {
        std::optional<PartialDate> date;
        QString words;
    };

    /// What the words say, else the briefing's own date for the news itself.
    [[nodiscard]] When when(int date, const Standing& standing) const
    {
        When made;
        if (date >= 0) {
            const DateMention& mention = m_analysis.dates[static_cast<std::size_t>(date)];
            made.date = mention.date;
            if (!mention.date)
                made.words = m_analysis.prose.span(mention.first, mention.last)
                                 .in(m_briefing.text)
                                 .toString();
            if (!mention.isFuture)
                return made;
            // When it ends, not when it was told.
            made = {};
        }
        const bool isDone = standing.status == Status::Closed || standing.status == Status::Signed;
        if (!standing.isEarlier && (!isDone || !standing.isBackground))
            made.date = m_briefing.date;
        return made;
    }

    void addDeal(const Leg& leg)
    {
        const DealDraft& draft = leg.draft;
        Deal deal;
        deal.from = id(leg.payer);
        deal.to = id(leg.receiver);
        deal.type = draft.type;
        deal.status = draft.standing.status;
        deal.denied = draft.standing.isDenied;
        deal.counted = leg.isCounted;
        deal.inferred = draft.inferred;
        deal.confidence = written(draft.confidence);
        deal.amount = leg.amount;
        deal.rule = draft.rule;
        const When dated = when(draft.date, draft.standing);
        deal.date = dated.date;
        for (const TextSpan span : leg.evidence)
            deal.evidence.push_back(evidence(span));
        deal.id =
            stableId({textId(leg.payer), textId(leg.receiver), name(deal.type),
                      text(deal.amount.low), text(deal.amount.high), text(leg.evidence.front())});
        deal.detail = detailOf(leg, dated);
        (deal.confidence < threshold ? m_made.candidateDeals : m_made.deals)
            .push_back(std::move(deal));
    }

    [[nodiscard]] DealDetail detailOf(const Leg& leg, const When& dated) const
    {
        DealDetail detail;
        detail.dateText = dated.words;
        detail.termYears = leg.draft.termYears;
        detail.stakePercent = leg.draft.percent;
        detail.asset = leg.draft.asset;
        if (leg.group >= 0)
            detail.group = m_briefing.id + QLatin1Char('-') + QString::number(leg.group);
        for (const int member : leg.members)
            detail.groupMembers.push_back(id(member));
        if (!leg.isCounted)
            detail.notCountedWhy = QStringLiteral("round-total");
        return detail;
    }

    /// What valuations and stakes take over from their drafts alike.
    template<typename Claim, typename Draft>
    void tellOf(Claim& made, const Draft& draft)
    {
        made.inferred = draft.inferred;
        made.confidence = written(draft.confidence);
        made.rule = draft.rule;
        const When dated = when(draft.date, draft.standing);
        made.date = dated.date;
        made.dateText = dated.words;
        made.evidence = {evidence(draft.evidence)};
    }

    /// One fact, told in another sentence: that sentence is evidence too. Tellings come in the
    /// order of the text.
    template<typename Claim>
    static void tellAgain(Claim& known, const Claim& again)
    {
        if (known.evidence.back() != again.evidence.front())
            known.evidence.push_back(again.evidence.front());
    }

    /// Adds the claim, or its evidence to the one of `tellings` that `isSame` as it.
    template<typename Claim, typename IsSame>
    static void addOnce(std::vector<Claim>& list, std::vector<std::size_t>& tellings, Claim made,
                        IsSame isSame)
    {
        for (const std::size_t i : tellings)
            if (isSame(list[i]))
                return tellAgain(list[i], made);
        tellings.push_back(list.size());
        list.push_back(std::move(made));
    }

    void addValuation(const ValuationDraft& draft)
    {
        Valuation made;
        made.org = id(draft.org);
        made.amount = m_analysis.amounts.figures[static_cast<std::size_t>(draft.figure)].amount;
        made.basis = draft.basis;
        made.status = draft.standing.status;
        made.denied = draft.standing.isDenied;
        tellOf(made, draft);
        made.id = stableId({textId(draft.org), QStringLiteral("valuation"),
                            text(made.amount.figure()), text(draft.evidence)});
        const bool isCandidate = made.confidence < threshold;
        // The same figure at another date of its own is another value, else it is told again.
        const bool isDated = draft.date >= 0;
        auto& tellings = m_values[{made.org.value, made.amount.figure().value_or(0), isCandidate}];
        addOnce(isCandidate ? m_made.candidateValuations : m_made.valuations, tellings, made,
                [&made, isDated](const Valuation& known) {
                    return known.amount.figure() == made.amount.figure() &&
                           known.amount.currency == made.amount.currency &&
                           (!isDated || known.date == made.date);
                });
    }

    void addStake(const StakeDraft& draft)
    {
        Stake made;
        made.holder = id(draft.holder);
        made.org = id(draft.org);
        made.percent = draft.percent;
        made.qualifier = draft.qualifier;
        made.status = draft.standing.status;
        tellOf(made, draft);
        made.id = stableId({textId(draft.holder), textId(draft.org), QString::number(draft.percent),
                            text(draft.evidence)});
        const bool isCandidate = made.confidence < threshold;
        auto& tellings = m_stakes[{made.holder.value, made.org.value, isCandidate}];
        addOnce(
            isCandidate ? m_made.candidateStakes : m_made.stakes, tellings, made,
            [&made](const Stake& known) { return std::abs(known.percent - made.percent) < 0.05; });
    }

    const Briefing& m_briefing;
    const Analysis& m_analysis;
    std::vector<bool> m_isUsed;
    std::vector<FirmId> m_ids;
    /// By firm, figure and whether they are candidates: where they stand in their lists.
    std::map<std::tuple<std::uint32_t, std::int64_t, bool>, std::vector<std::size_t>> m_values;
    /// By holder and firm.
    std::map<std::tuple<std::uint32_t, std::uint32_t, bool>, std::vector<std::size_t>> m_stakes;
    Extraction m_made;
};

} // namespace

Extraction facts(const Briefing& briefing, const Analysis& analysis, const Drafts& drafts)
{
    return Assembler(briefing, analysis).assemble(drafts);
}

} // namespace gyre
