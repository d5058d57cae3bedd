#include "ui/charts/ownerframe.h"

#include "ui/words/words.h"

#include <algorithm>

namespace gyre {

namespace {

LegendEntry restKey(const DrawnChart& chart)
{
    const double u = chart.unit;
    const QRectF box(-11 * u, -6 * u, 22 * u, 12 * u);
    return {Charts::tr("not disclosed"),
            {hatching(box, 5 * u, mixed(chart.palette.muted, chart.palette.canvas, 0.45), u),
             boxShape(box, chart.palette.muted, {}, u)}};
}

/// "OpenAI: shares of 28 Oct 2025 alone, which add up; of other dates: SoftBank ≈ 11% (31 Dec
/// 2025)."
ChartNote asideNote(const FirmOwners& owners)
{
    QStringList others;
    for (const Holding& holding : owners.aside)
        others << QStringLiteral("%1 %2 (%3)")
                      .arg(holding.holder, holding.written,
                           holding.known ? words(*holding.known) : Charts::tr("undated"));
    return {Charts::tr("%1: shares of %2 alone, which add up; of other dates: %3.")
                .arg(owners.name, words(*owners.oneDate), others.join(QStringLiteral(", "))),
            others.size() == 1 ? Charts::tr("1 share of another date")
                               : Charts::tr("%1 shares of other dates").arg(others.size())};
}

} // namespace

DrawnEvidence evidenceOf(const std::vector<FirmOwners>& firms)
{
    DrawnEvidence drawn;
    for (const FirmOwners& owners : firms)
        for (const auto* part : {&owners.holdings, &owners.aside})
            for (const Holding& holding : *part)
                (holding.isBackground ? drawn.background : drawn.own)
                    .push_back(&holding.stake.evidence);
    return drawn;
}

QStringList scopeOf(const ChartPass& pass, const std::vector<FirmOwners>& firms,
                    const QString& what)
{
    std::vector<std::optional<PartialDate>> dates;
    for (const FirmOwners& owners : firms) {
        for (const Holding& holding : owners.holdings)
            dates.push_back(holding.stake.date);
    }
    QStringList parts{what, asOfWords(pass.scene, dates)};
    parts.removeAll(QString());
    return parts;
}

std::vector<LegendEntry> legendOf(const ChartPass& pass, const std::vector<FirmOwners>& firms,
                                  double leastRest)
{
    const double u = pass.chart.unit;
    const auto has = [&firms](auto&& test) {
        return std::any_of(firms.begin(), firms.end(), [&test](const FirmOwners& owners) {
            return std::any_of(owners.holdings.begin(), owners.holdings.end(), test);
        });
    };
    std::vector<LegendEntry> entries;
    const QRectF box(-11 * u, -6 * u, 22 * u, 12 * u);
    // A broad rest says itself what it is.
    const bool hasRest =
        std::any_of(firms.begin(), firms.end(), [leastRest](const FirmOwners& owners) {
            const std::optional<FirmOwners::Rest> rest = owners.rest();
            return !owners.isOverfull() && rest && rest->percent < leastRest;
        });
    if (hasRest)
        entries.push_back(restKey(pass.chart));
    if (has([](const Holding& holding) { return isTalk(holding.stake.status); }))
        entries.push_back({Charts::tr("in talks or rumoured"),
                           {boxShape(box, pass.chart.palette.muted, {}, 1.5 * u)}});
    if (has([](const Holding& holding) {
            return !isTalk(holding.stake.status) && holding.extent.low < holding.extent.high;
        }))
        entries.push_back({Charts::tr("at most"),
                           {boxShape(box, pass.chart.palette.muted, {}, 1.5 * u, Qt::DashLine)}});
    if (has([](const Holding& holding) { return holding.isBackground; })) {
        const QColor pale =
            mixed(pass.chart.palette.kindRing.front(), pass.chart.palette.canvas, 0.45);
        entries.push_back({Charts::tr("paler: background facts, not in the briefing"),
                           {boxShape(box, pale, pale, 0)}});
    }
    return entries;
}

ChartNotes notesOf(const std::vector<FirmOwners>& firms)
{
    ChartNotes notes;
    std::size_t older = 0;
    QStringList overfull;
    for (const FirmOwners& owners : firms) {
        older += owners.olderCount();
        if (owners.isOverfull())
            overfull << QStringLiteral("%1 %2").arg(owners.name, writtenPercent(owners.sum()));
    }
    if (older == 1)
        notes.push_back({Charts::tr("The newest share of each holder counts; "
                                    "1 earlier one is not "
                                    "drawn."),
                         Charts::tr("1 earlier share")});
    else if (older > 1)
        notes.push_back({Charts::tr("The newest share of each holder counts; "
                                    "%1 earlier ones are "
                                    "not drawn.")
                             .arg(older),
                         Charts::tr("%1 earlier shares").arg(older)});
    for (const FirmOwners& owners : firms)
        if (owners.oneDate)
            notes.push_back(asideNote(owners));
    if (!overfull.isEmpty())
        notes.push_back({Charts::tr("Shares that add up to more than 100% overlap or are "
                                    "of different "
                                    "dates; they are drawn side by side, not stacked: %1.")
                             .arg(overfull.join(QStringLiteral(", "))),
                         {}});
    return notes;
}

void addHiddenNames(ChartPass& pass)
{
    const int count = pass.hiddenNames;
    if (count == 1)
        pass.found.push_back(
            {Charts::tr("1 holder had no room for a name."), Charts::tr("1 holder’s name")});
    else if (count > 1)
        pass.found.push_back({Charts::tr("%1 holders had no room for a name.").arg(count),
                              Charts::tr("%1 holders’ names").arg(count)});
}

void drawPercentAxis(DrawnChart& chart, double left, double right, double top, double bottom)
{
    const double u = chart.unit;
    const double widest = textWidth(writtenPercent(100), type::small * u) + 8 * u;
    int step = 25;
    while (step < 100 && (right - left) * step / 100 < widest)
        step *= 2;
    for (int percent = 0; percent <= 100; percent += step) {
        const double x = left + (right - left) * percent / 100;
        chart.grid.push_back({QLineF(x, top, x, bottom + 5 * u), chart.palette.faint, u});
        chart.texts.push_back(placedText(writtenPercent(percent), {x, bottom + 11 * u},
                                         Qt::AlignHCenter | Qt::AlignTop, type::small * u,
                                         chart.palette.muted));
    }
}

} // namespace gyre
