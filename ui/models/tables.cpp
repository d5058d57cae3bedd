#include "ui/models/tables.h"

#include "ui/document/document.h"
#include "ui/models/phrases.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace gyre {

namespace {

struct Tables
{
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

const Qt::Alignment left = Qt::AlignLeft | Qt::AlignVCenter;
const Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;

QString sourceOf(const Document& document, const Deal& deal)
{
    for (const auto& evidence : deal.evidence) {
        if (const auto briefing = document.findBriefing(evidence->briefing))
            return document.project().briefings[*briefing]->briefing.title;
        if (!evidence->publisher.isEmpty())
            return evidence->publisher;
        if (!evidence->title.isEmpty())
            return evidence->title;
    }
    return {};
}

/// Deals as a function of their id in the document's present network.
template<typename Of>
auto ofDeal(const Document& document, Of&& of)
{
    return [&document, of](const DealId& id) { return of(document.view().network().deal(id)); };
}

std::optional<double> numberOf(std::optional<std::int64_t> units)
{
    return units ? std::optional(double(*units)) : std::nullopt;
}

QString capacityOf(const Hop& hop)
{
    return written(hop.sum);
}

} // namespace

std::vector<Column<DealId>> dealColumns(const Document& document)
{
    const Document* d = &document;
    return {
        {Tables::tr("Payer"),
         ofDeal(document, [d](const Deal& deal) { return payerName(d->view().network(), deal); }),
         {}},
        {Tables::tr("Receiver"),
         ofDeal(document, [d](const Deal& deal) { return d->view().network().firm(deal.to).name; }),
         {}},
        {Tables::tr("Amount"), ofDeal(document, [](const Deal& deal) { return figure(deal); }),
         ofDeal(document, [](const Deal& deal) { return numberOf(deal.amount.figure()); }), right},
        {Tables::tr("Type"),
         ofDeal(document, [](const Deal& deal) { return words(deal.type); }),
         {}},
        {Tables::tr("Status"),
         ofDeal(document, [](const Deal& deal) { return statusText(deal.status, deal.denied); }),
         ofDeal(document, [](const Deal& deal) { return std::optional(double(deal.status)); })},
        {Tables::tr("Date"),
         ofDeal(document,
                [](const Deal& deal) { return dateText(deal.date, deal.detail->dateText); }),
         ofDeal(document,
                [](const Deal& deal) {
                    return deal.date ? std::optional(double(deal.date->first().toJulianDay()))
                                     : std::nullopt;
                }),
         left, 1},
        {Tables::tr("Inferred"),
         ofDeal(document, [](const Deal& deal) { return inferredNote(deal.inferred); }),
         {},
         left,
         2},
        {Tables::tr("Source"),
         ofDeal(document, [d](const Deal& deal) { return sourceOf(*d, deal); }),
         {},
         left,
         3},
        {Tables::tr("Your review"),
         ofDeal(document,
                [](const Deal& deal) {
                    return deal.review == Review::Unreviewed ? QString() : words(deal.review);
                }),
         {},
         left,
         4}};
}

std::vector<Column<Circuit>> loopColumns(const Document& document)
{
    const Document* d = &document;
    return {
        {Tables::tr("Loop"),
         [d](const Circuit& circuit) { return roundOf(d->view().network(), circuit.firms); },
         {}},
        {Tables::tr("Goes round"),
         [](const Circuit& circuit) { return written(circuit.goesRound); },
         [](const Circuit& circuit) { return numberOf(circuit.bottleneck); }, right},
        {Tables::tr("Paid out"),
         [](const Circuit& circuit) { return capacityOf(circuit.hops.front()); },
         [](const Circuit& circuit) { return numberOf(circuit.hops.front().capacity); }, right, 3},
        {Tables::tr("Comes back"),
         [](const Circuit& circuit) { return capacityOf(circuit.hops.back()); },
         [](const Circuit& circuit) { return numberOf(circuit.hops.back().capacity); }, right, 2},
        {Tables::tr("Returned"),
         [](const Circuit& circuit) {
             return circuit.returned ? written(*circuit.returned) : QString();
         },
         [](const Circuit& circuit) { return circuit.returnedRatio; }, right, 1},
        {Tables::tr("Firms"),
         [](const Circuit& circuit) { return QString::number(circuit.firms.size()); },
         [](const Circuit& circuit) { return std::optional(double(circuit.firms.size())); }, right,
         4},
        {Tables::tr("Least sure deal"),
         [](const Circuit& circuit) { return words(circuit.weakestStatus); },
         [](const Circuit& circuit) { return std::optional(double(circuit.weakestStatus)); }}};
}

} // namespace gyre
