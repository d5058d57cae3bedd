// The inspector's sheets of single facts: a deal, a valuation, a stake.
#include "ui/models/phrases.h"
#include "ui/panels/inspectorparts.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace gyre {

namespace {

struct Facts
{
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void writeOptional(Sheet& sheet, const QString& key, const QString& value)
{
    if (!value.isEmpty())
        sheet.addRow(key, value);
}

QString amountInWords(const Amount& amount)
{
    if (!amount.isDisclosed())
        return Facts::tr("not disclosed");
    return written(amount);
}

/// What the extraction thinks of its own reading; facts of files have no rule.
void writeReading(Sheet& sheet, InferredFields inferred, float confidence, const QString& rule,
                  Review review)
{
    if (!rule.isEmpty())
        sheet.addRow(Facts::tr("Gyre’s reading"), sureness(double(confidence)));
    if (review != Review::Unreviewed)
        sheet.addRow(Facts::tr("Your review"), words(review));
    if (inferred)
        sheet.addWarning(Facts::tr("%1 by a general rule: the words do not say so. Please check.")
                             .arg(inferredNote(inferred)));
}

void writeDetails(Sheet& sheet, const Network& network, const Deal& deal)
{
    const DealDetail& detail = *deal.detail;
    if (detail.termYears)
        sheet.addRow(Facts::tr("Over"),
                     *detail.termYears == 1
                         ? Facts::tr("1 year")
                         : Facts::tr("%1 years").arg(QLocale().toString(*detail.termYears)));
    if (detail.stakePercent)
        sheet.addRow(Facts::tr("Share"), writtenPercent(*detail.stakePercent));
    writeOptional(sheet, Facts::tr("For"), detail.asset);
    QStringList members;
    for (const FirmId member : detail.groupMembers)
        if (network.contains(member))
            members << network.firm(member).name;
    writeOptional(sheet, Facts::tr("Paid by"), members.join(QStringLiteral(", ")));
    writeOptional(sheet, Facts::tr("Note"), detail.note);
    if (!deal.counted)
        sheet.addRow(Facts::tr("Not summed"), whyNotCounted(detail.notCountedWhy));
    for (const auto& [key, value] : detail.other)
        writeOptional(sheet, key, value);
}

/// Why a deal that is selected in a list can't be seen in the picture.
void writeWhereabouts(const InspectorContext& context, DealId id, const Deal& deal)
{
    if (deal.review == Review::Rejected)
        context.sheet.addWarning(Facts::tr("Rejected: in no picture and no sum."));
    else if (!context.document.view().contains(id))
        context.sheet.addNote(Facts::tr("Not in the picture: the filters leave it out."));
    else if (!context.document.drawnView().contains(id))
        context.sheet.addNote(Facts::tr("Not in the picture: there are too many deals for one."));
}

/// A deal that is drawn at the successor of the firm that its source names.
void writeSuccession(const InspectorContext& context, DealId id)
{
    const Network& network = context.document.view().network();
    const Deal& told = context.document.network().deal(id);
    const Deal& shown = network.deal(id);
    for (const auto& [named, party] :
         {std::pair(told.from, shown.from), std::pair(told.to, shown.to)})
        if (named != party)
            context.sheet.addNote(Facts::tr("Told of %1, which was a part of %2 by then.")
                                      .arg(network.firm(named).name, network.firm(party).name));
}

void writeEnds(const InspectorContext& context, std::initializer_list<FirmId> firms)
{
    const Network& network = context.document.view().network();
    context.sheet.addCaption(Facts::tr("Firms"));
    Document* document = &context.document;
    for (const FirmId firm : firms)
        if (firm.isValid())
            context.sheet.addLinkRow(network.firm(firm).name, words(network.firm(firm).kind), {},
                                     [document, firm] { document->select(firm); });
}

} // namespace

void writeDeal(const InspectorContext& context, DealId id)
{
    const Network& network = context.document.view().network();
    const Deal& deal = network.deal(id);
    Sheet& sheet = context.sheet;
    sheet.addCaption(Facts::tr("Selected deal"));
    sheet.addTitle(parties(network, deal));
    sheet.addNote(joined({words(deal.type), statusText(deal.status, deal.denied),
                          dateText(deal.date, deal.detail->dateText)}));
    writeWhereabouts(context, id, deal);
    writeSuccession(context, id);
    sheet.addCaption(Facts::tr("The deal"));
    if (deal.type != DealType::Partnership || deal.amount.isDisclosed())
        sheet.addRow(Facts::tr("Amount"), amountInWords(deal.amount));
    sheet.addRow(Facts::tr("Type"), words(deal.type));
    sheet.addRow(Facts::tr("Status"), statusText(deal.status, deal.denied));
    writeOptional(sheet, Facts::tr("Date"), dateText(deal.date, deal.detail->dateText));
    writeDetails(sheet, network, deal);
    writeReading(sheet, deal.inferred, deal.confidence, deal.rule, deal.review);
    writeReview(context, id);
    writeEvidence(context, id);
    const std::vector<std::size_t> loops = context.analyses.loopsWith(id);
    if (!loops.empty())
        sheet.addCaption(Facts::tr("Part of these loops"));
    for (std::size_t i = 0; i < std::min<std::size_t>(loops.size(), 6); ++i)
        writeLoopRow(context, loops[i]);
    writeEnds(context, {deal.from, deal.to});
}

void writeValuation(const InspectorContext& context, ValuationId id)
{
    const Network& network = context.document.view().network();
    const Valuation& valuation = network.valuations()[id.value];
    Sheet& sheet = context.sheet;
    sheet.addCaption(Facts::tr("Selected valuation"));
    sheet.addTitle(claimed(network, valuation));
    sheet.addNote(joined({figure(valuation), dateText(valuation.date, valuation.dateText)}));
    if (valuation.review == Review::Rejected)
        sheet.addWarning(Facts::tr("Rejected: in no picture and no sum."));
    sheet.addCaption(Facts::tr("The value"));
    sheet.addRow(Facts::tr("Value"), amountInWords(valuation.amount));
    sheet.addRow(Facts::tr("Basis"), words(valuation.basis));
    writeOptional(sheet, Facts::tr("Status"), statusText(valuation.status, valuation.denied));
    writeOptional(sheet, Facts::tr("Date"), dateText(valuation.date, valuation.dateText));
    writeReading(sheet, valuation.inferred, valuation.confidence, valuation.rule, valuation.review);
    writeReview(context, id);
    writeEvidence(context, id);
    writeEnds(context, {valuation.org});
}

void writeStake(const InspectorContext& context, StakeId id)
{
    const Network& network = context.document.view().network();
    const Stake& stake = network.stakes()[id.value];
    Sheet& sheet = context.sheet;
    sheet.addCaption(Facts::tr("Selected share of ownership"));
    sheet.addTitle(claimed(network, stake));
    sheet.addNote(joined({figure(stake), dateText(stake.date, stake.dateText)}));
    if (stake.review == Review::Rejected)
        sheet.addWarning(Facts::tr("Rejected: in no picture and no sum."));
    sheet.addCaption(Facts::tr("The share"));
    sheet.addRow(Facts::tr("Share"), figure(stake));
    // A share that is held has no status to tell: only one that is still to come.
    if (stake.status != Status::Closed && stake.status != Status::Observed)
        sheet.addRow(Facts::tr("Status"), words(stake.status));
    writeOptional(sheet, Facts::tr("Date"), dateText(stake.date, stake.dateText));
    writeReading(sheet, stake.inferred, stake.confidence, stake.rule, stake.review);
    writeReview(context, id);
    writeEvidence(context, id);
    writeEnds(context, {stake.holder, stake.org});
}

} // namespace gyre
