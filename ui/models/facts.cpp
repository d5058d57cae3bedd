#include "ui/models/facts.h"

#include "ui/models/phrases.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace gyre {

namespace {

struct Facts
{
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

QString joinedParts(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

/// A sign and a word for what the reader said; for what waits for him, how unsure it is.
QString reviewMark(Review review, float confidence)
{
    switch (review) {
    case Review::Accepted:
        return Facts::tr("✓ accepted");
    case Review::Corrected:
        return Facts::tr("✎ corrected");
    case Review::Own:
        return Facts::tr("+ added by you");
    case Review::Rejected:
        return Facts::tr("✕ rejected");
    case Review::Unreviewed:
        break;
    }
    constexpr float unsure = 0.65F;
    return confidence < unsure ? Facts::tr("? not sure") : QString();
}

template<typename Fact>
void tellReview(FactRow& row, const Fact& fact)
{
    row.review = fact.review;
    row.confidence = fact.confidence;
    row.isRejected = fact.review == Review::Rejected;
    row.isInferred = bool(fact.inferred);
    row.detail = joinedParts({reviewMark(fact.review, fact.confidence), row.detail});
}

FactRow rowOf(const Network& network, const Deal& deal)
{
    FactRow row;
    row.text = parties(network, deal);
    row.detail =
        joinedParts({words(deal.type), statusText(deal.status, deal.denied),
                     dateText(deal.date, deal.detail->dateText), inferredNote(deal.inferred),
                     deal.counted ? QString() : Facts::tr("not summed")});
    row.figure = figure(deal);
    tellReview(row, deal);
    return row;
}

FactRow rowOf(const Network& network, const Valuation& valuation)
{
    FactRow row;
    row.text = claimed(network, valuation);
    row.detail = joinedParts({valuation.basis == Basis::Unspecified
                                  ? Facts::tr("Valuation")
                                  : Facts::tr("Valuation, %1").arg(words(valuation.basis)),
                              statusText(valuation.status, valuation.denied),
                              dateText(valuation.date, valuation.dateText),
                              inferredNote(valuation.inferred)});
    row.figure = figure(valuation);
    tellReview(row, valuation);
    return row;
}

FactRow rowOf(const Network& network, const Stake& stake)
{
    FactRow row;
    row.text = claimed(network, stake);
    const bool isHeld = stake.status == Status::Closed || stake.status == Status::Observed;
    row.detail = joinedParts({Facts::tr("Ownership"), isHeld ? QString() : words(stake.status),
                              dateText(stake.date, stake.dateText), inferredNote(stake.inferred)});
    row.figure = figure(stake);
    tellReview(row, stake);
    return row;
}

/// Says which facts are wanted: all, or those with words in one briefing.
class Wanted
{
public:
    explicit Wanted(QString briefing)
        : m_briefing(std::move(briefing))
    {
    }

    [[nodiscard]] bool operator()(const EvidenceList& evidence) const
    {
        return m_briefing.isEmpty() ||
               std::any_of(evidence.begin(), evidence.end(),
                           [this](const auto& e) { return e->briefing == m_briefing; });
    }

    template<typename Fact, typename Id>
    void append(std::vector<FactRow>& rows, const Network& network, const Fact& fact, Id id) const
    {
        if (!(*this)(fact.evidence))
            return;
        FactRow row = rowOf(network, fact);
        row.selection = id;
        row.spans = spansIn(fact.evidence, m_briefing);
        rows.push_back(std::move(row));
    }

private:
    QString m_briefing;
};

void appendKnown(std::vector<FactRow>& rows, const Network& network, const Wanted& wanted)
{
    for (const DealId id : network.deals())
        wanted.append(rows, network, network.deal(id), id);
    for (std::uint32_t i = 0; i < network.valuations().size(); ++i)
        wanted.append(rows, network, network.valuations()[i], ValuationId{i});
    for (std::uint32_t i = 0; i < network.stakes().size(); ++i)
        wanted.append(rows, network, network.stakes()[i], StakeId{i});
}

FactRow heading(const QString& text, std::size_t count)
{
    FactRow row;
    row.kind = FactRow::Kind::Heading;
    row.text = text;
    row.figure = QString::number(count);
    return row;
}

void appendSection(std::vector<FactRow>& rows, const QString& title, std::vector<FactRow> section)
{
    if (section.empty())
        return;
    rows.push_back(heading(title, section.size()));
    rows.insert(rows.end(), section.begin(), section.end());
}

/// A candidate's firms are those of its extraction: a network of them alone gives them names.
Network namesOf(const Extraction& extraction)
{
    NetworkEditor edit;
    for (const Firm& firm : extraction.firms)
        edit.addFirm(firm);
    return edit.done();
}

std::vector<FactRow> candidateRows(const ReadBriefing& read, const Network& network)
{
    std::vector<FactRow> rows;
    if (read.extraction.candidateDeals.empty() && read.extraction.candidateValuations.empty() &&
        read.extraction.candidateStakes.empty())
        return rows;
    const Network names = namesOf(read.extraction);
    const auto append = [&](const auto& fact, std::optional<std::size_t> index) {
        FactRow row = rowOf(names, fact);
        row.kind = FactRow::Kind::Candidate;
        row.spans = spansIn(fact.evidence, read.briefing.id);
        row.candidate = index;
        rows.push_back(std::move(row));
    };
    for (std::size_t i = 0; i < read.extraction.candidateDeals.size(); ++i)
        if (!network.findDeal(read.extraction.candidateDeals[i].id))
            append(read.extraction.candidateDeals[i], i);
    for (const Valuation& valuation : read.extraction.candidateValuations)
        append(valuation, std::nullopt);
    for (const Stake& stake : read.extraction.candidateStakes)
        append(stake, std::nullopt);
    return rows;
}

std::vector<FactRow> unreadRows(const ReadBriefing& read)
{
    std::vector<FactRow> rows;
    for (const Unread& unread : read.extraction.unread) {
        FactRow row;
        row.kind = FactRow::Kind::Unread;
        row.text = unread.span.in(read.briefing.text).toString().simplified();
        row.detail =
            words(Diagnostic{Severity::Note, unread.why, {}, {}, std::nullopt, unread.span});
        row.spans = {unread.span};
        rows.push_back(std::move(row));
    }
    return rows;
}

bool passes(Review review, FactFilter filter)
{
    switch (filter) {
    case FactFilter::All:
        return true;
    case FactFilter::ToReview:
        return review == Review::Unreviewed;
    case FactFilter::Accepted:
        return review == Review::Accepted;
    case FactFilter::Corrected:
        return review == Review::Corrected;
    case FactFilter::Own:
        return review == Review::Own;
    case FactFilter::Rejected:
        return review == Review::Rejected;
    }
    return true;
}

bool isLessSure(const FactRow& a, const FactRow& b)
{
    if (a.confidence != b.confidence)
        return a.confidence < b.confidence;
    return a.isInferred && !b.isInferred;
}

} // namespace

std::vector<TextSpan> spansIn(const EvidenceList& evidence, const QString& briefing)
{
    std::vector<TextSpan> spans;
    if (!briefing.isEmpty())
        for (const auto& e : evidence)
            if (e->briefing == briefing)
                spans.push_back(e->span);
    return spans;
}

EvidenceList evidenceOf(const Network& network, const Selection& selection)
{
    if (const auto* firm = std::get_if<FirmId>(&selection))
        return network.firm(*firm).detail->mentions;
    if (const auto* deal = std::get_if<DealId>(&selection))
        return network.deal(*deal).evidence;
    if (const auto* valuation = std::get_if<ValuationId>(&selection))
        return network.valuations()[valuation->value].evidence;
    if (const auto* stake = std::get_if<StakeId>(&selection))
        return network.stakes()[stake->value].evidence;
    EvidenceList all;
    for (const DealId deal : dealsOf(selection))
        for (const auto& evidence : network.deal(deal).evidence)
            all.push_back(evidence);
    return all;
}

QString title(FactFilter filter)
{
    switch (filter) {
    case FactFilter::All:
        return Facts::tr("All");
    case FactFilter::ToReview:
        return Facts::tr("To review");
    case FactFilter::Accepted:
        return Facts::tr("Accepted");
    case FactFilter::Corrected:
        return Facts::tr("Corrected");
    case FactFilter::Own:
        return Facts::tr("Added by you");
    case FactFilter::Rejected:
        return Facts::tr("Rejected");
    }
    return {};
}

std::vector<FactRow> factRows(const Project& project, std::optional<std::size_t> briefing,
                              const FactWish& wish)
{
    std::vector<FactRow> known;
    const QString id = briefing ? project.briefings.at(*briefing)->briefing.id : QString();
    appendKnown(known, project.network, Wanted(id));
    std::erase_if(known, [&wish](const FactRow& row) { return !passes(row.review, wish.filter); });
    if (wish.isLeastSureFirst)
        std::stable_sort(known.begin(), known.end(), isLessSure);
    std::vector<FactRow> rows;
    const bool isAll = wish.filter == FactFilter::All;
    rows.push_back(heading(isAll ? Facts::tr("Facts found") : title(wish.filter), known.size()));
    rows.insert(rows.end(), known.begin(), known.end());
    if (briefing && (isAll || wish.filter == FactFilter::ToReview)) {
        const ReadBriefing& read = *project.briefings[*briefing];
        appendSection(rows, Facts::tr("Unsure: not drawn, not summed"),
                      candidateRows(read, project.network));
        appendSection(rows, Facts::tr("Money that was not understood"), unreadRows(read));
    }
    return rows;
}

} // namespace gyre
