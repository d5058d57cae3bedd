#include "ui/charts/chartparts.h"
#include "ui/charts/ownerlist.h"
#include "ui/words/words.h"

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

constexpr double axisHeight = 24;
/// A rest of so many per cent has room for its words in a bar across the picture.
constexpr double labelledRest = 18;
constexpr double tallestBar = 340;

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

QString scopeOf(const ChartPass& pass, const std::vector<FirmOwners>& firms, const QString& what)
{
    std::vector<std::optional<PartialDate>> dates;
    for (const FirmOwners& owners : firms) {
        for (const Holding& holding : owners.holdings)
            dates.push_back(holding.stake.date);
    }
    QStringList parts{what, asOfWords(pass.scene, dates)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

LegendEntry restKey(const DrawnChart& chart)
{
    const double u = chart.unit;
    const QRectF box(-11 * u, -6 * u, 22 * u, 12 * u);
    return {Charts::tr("not disclosed"),
            {hatching(box, 5 * u, mixed(chart.palette.muted, chart.palette.canvas, 0.45), u),
             boxShape(box, chart.palette.muted, {}, u)}};
}

/// `leastRest`: from how many per cent on the rest of a bar is labelled in it.
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

/// "OpenAI: shares of 28 Oct 2025. With SoftBank ≈ 11% (31 Dec 2025) they would exceed 100%."
QString asideNote(const FirmOwners& owners)
{
    QStringList others;
    for (const Holding& holding : owners.aside)
        others << QStringLiteral("%1 %2 (%3)")
                      .arg(holding.holder, holding.written,
                           holding.known ? words(*holding.known) : Charts::tr("undated"));
    return Charts::tr("%1: shares of %2 alone, which add up; of other dates: %3.")
        .arg(owners.name, words(*owners.oneDate), others.join(QStringLiteral(", ")));
}

/// What holds for both charts: newest share per holder, shares that do not add up.
QStringList notesOf(const std::vector<FirmOwners>& firms)
{
    QStringList notes;
    std::size_t older = 0;
    QStringList overfull;
    for (const FirmOwners& owners : firms) {
        older += owners.olderCount();
        if (owners.isOverfull())
            overfull << QStringLiteral("%1 %2").arg(owners.name, writtenPercent(owners.sum()));
    }
    if (older > 0)
        notes << (older == 1 ? Charts::tr("The newest share of each holder counts; "
                                          "1 earlier one is not "
                                          "drawn.")
                             : Charts::tr("The newest share of each holder counts; "
                                          "%1 earlier ones are "
                                          "not drawn.")
                                   .arg(older));
    for (const FirmOwners& owners : firms)
        if (owners.oneDate)
            notes << asideNote(owners);
    if (!overfull.isEmpty())
        notes << Charts::tr("Shares that add up to more than 100% overlap or are "
                            "of different "
                            "dates; they are drawn side by side, not stacked: %1.")
                     .arg(overfull.join(QStringLiteral(", ")));
    return notes;
}

QString hiddenNamesNote(int count)
{
    if (count == 0)
        return {};
    return count == 1 ? Charts::tr("1 holder had no room for a name.")
                      : Charts::tr("%1 holders had no room for a name.").arg(count);
}

void drawPercentAxis(DrawnChart& chart, double left, double right, double top, double bottom)
{
    const double u = chart.unit;
    for (int percent = 0; percent <= 100; percent += 25) {
        const double x = left + (right - left) * percent / 100;
        chart.grid.push_back({QLineF(x, top, x, bottom + 5 * u), chart.palette.faint, u});
        chart.texts.push_back(placedText(writtenPercent(percent), {x, bottom + 11 * u},
                                         Qt::AlignHCenter | Qt::AlignTop, type::small * u,
                                         chart.palette.muted));
    }
}

/// What stands over a bar where a firm has two or one that needs a word.
QString barHeading(const FirmOwners& owners, bool isOneOfTwo)
{
    QStringList parts;
    if (owners.isBackground)
        parts << Charts::tr("Background facts");
    else if (isOneOfTwo)
        parts << Charts::tr("In the briefing");
    if (owners.isOverfull())
        parts << (parts.isEmpty() ? Charts::tr("Shares add up to %1: not stacked")
                                  : Charts::tr("shares add up to %1: not stacked"))
                     .arg(writtenPercent(owners.sum()));
    return parts.join(QStringLiteral(" · "));
}

/// Heading, bar, axis and list of one list of owners.
void drawOwnersPart(ChartPass& pass, const FirmOwners& owners, QRectF area, bool isOneOfTwo)
{
    DrawnChart& chart = pass.chart;
    const double u = chart.unit;
    const QString heading = barHeading(owners, isOneOfTwo);
    if (!heading.isEmpty()) {
        chart.texts.push_back(placedText(heading, {area.left(), area.top() + 12 * u}, Qt::AlignLeft,
                                         type::body * u, chart.palette.ink, QFont::DemiBold));
        area.adjust(0, 24 * u, 0, 0);
    }
    const auto count = static_cast<double>(owners.holdings.size());
    const double axis = (axisHeight + 12) * u;
    const double list = leastListHeight(owners) * u;
    const double least = owners.isOverfull() ? 22 * u * count : 44 * u;
    // Where bar and list have no room together, the bar alone names the holders.
    const bool hasList = area.height() >= least + axis + list;
    const double greatest = owners.isOverfull() ? 38 * u * count : tallestBar * u;
    const double wanted = hasList ? std::min(area.height() * 0.45, area.height() - axis - list)
                                  : area.height() - axis;
    const double height = std::clamp(wanted, std::min(least, greatest), greatest);
    const QRectF bar(area.left(), area.top(), area.width(), height);
    drawOwnerBar(pass, {bar, &owners});
    drawPercentAxis(chart, bar.left(), bar.right(), bar.top(), bar.bottom());
    if (hasList)
        drawOwnerList(pass, owners, area.adjusted(0, height + axis, 0, -4 * u));
    else
        pass.listless += 1;
}

struct RowsLayout
{
    QRectF plot;
    double pitch = 0;
    std::size_t count = 0;
};

RowsLayout rowsLayout(const ChartPass& pass, const QRectF& area,
                      const std::vector<FirmOwners>& firms)
{
    const double u = pass.chart.unit;
    double names = 0;
    for (const FirmOwners& owners : firms)
        names = std::max(names, textWidth(owners.name, type::body * u, QFont::DemiBold));
    names = std::min(names, area.width() * 0.26);
    const double room = area.height() - axisHeight * u;
    const double pitch = std::clamp(room / static_cast<double>(firms.size()), 25 * u, 132 * u);
    const auto fitting = static_cast<std::size_t>(std::max(1.0, std::floor(room / pitch + 1e-6)));
    RowsLayout layout;
    layout.count = std::min(firms.size(), fitting);
    layout.pitch = pitch;
    layout.plot =
        QRectF(area.left() + names + 12 * u, area.top(), area.width() - names - 12 * u - 18 * u,
               pitch * static_cast<double>(layout.count));
    return layout;
}

/// Left of a bar; the background's row says so.
void drawRowName(DrawnChart& chart, const FirmOwners& owners, double left, const QRectF& bar)
{
    const double u = chart.unit;
    const double right = bar.left() - 10 * u;
    const Qt::Alignment alignment = Qt::AlignRight | Qt::AlignVCenter;
    const int weight = owners.isBackground ? QFont::Normal : QFont::DemiBold;
    const QColor ink = owners.isBackground ? chart.palette.muted : chart.palette.ink;
    chart.texts.push_back(placedText(elided(owners.name, right - left, type::body * u, weight),
                                     {right, bar.center().y()}, alignment, type::body * u, ink,
                                     weight));
}

QString rowsTitle(const ChartPass& pass, const OwnershipClaims& claims)
{
    if (!pass.scene.look.title.isEmpty())
        return pass.scene.look.title;
    // The finding is the briefings' where they have one.
    const bool hasOwn = std::any_of(claims.firms.begin(), claims.firms.end(),
                                    [](const FirmOwners& owners) { return !owners.isBackground; });
    const FirmOwners* firm = &claims.firms.front();
    for (const FirmOwners& owners : claims.firms) {
        const bool isBetter =
            owners.isBackground == firm->isBackground
                ? owners.holdings.front().extent.high > firm->holdings.front().extent.high
                : owners.isBackground != hasOwn;
        if (isBetter)
            firm = &owners;
    }
    const Holding& greatest = firm->holdings.front();
    if (claims.isHoldingsOfFirm)
        return claims.firms.size() == 1 ? holdingTitle(greatest, firm->name)
                                        : Charts::tr("%1 holds shares of %2 firms, most of %3: %4")
                                              .arg(greatest.holder)
                                              .arg(claims.firms.size())
                                              .arg(firm->name, shareInWords(greatest));
    return (isTalk(greatest.stake.status)
                ? Charts::tr("Who owns whom: the largest share spoken of is %1 of %2, for %3")
                : Charts::tr("Who owns whom: the largest known share is %1 of %2, held by %3"))
        .arg(shareInWords(greatest), firm->name, greatest.holder);
}

} // namespace

void drawOwners(ChartPass& pass, const std::vector<FirmOwners>& owners)
{
    DrawnChart& chart = pass.chart;
    const double u = chart.unit;
    Furnishing furnishing;
    furnishing.title =
        pass.scene.look.title.isEmpty() ? ownersTitle(owners.front()) : pass.scene.look.title;
    furnishing.scope = scopeOf(pass, owners, Charts::tr("Known shares of ownership, per cent"));
    furnishing.legend = legendOf(pass, owners, labelledRest);
    furnishing.notes = pass.notes;
    furnishing.source = sourceWords(pass.scene, evidenceOf(owners));
    const QRectF area = furnish(chart, furnishing, pass.scene.look.withFurniture);
    // The last tick's label is centred on the bar's end.
    const double width = area.width() - 18 * u;
    const double gap = 14 * u;
    const auto parts = static_cast<double>(owners.size());
    const double height = (area.height() - gap * (parts - 1)) / parts;
    for (std::size_t i = 0; i < owners.size(); ++i) {
        const double top = area.top() + (height + gap) * static_cast<double>(i);
        drawOwnersPart(pass, owners.at(i), {area.left(), top, width, height}, owners.size() > 1);
    }
    pass.found << notesOf(owners);
    if (pass.listless > 0)
        pass.found << hiddenNamesNote(pass.hiddenNames);
    pass.found.removeAll(QString());
}

void drawOwnerRows(ChartPass& pass, const OwnershipClaims& claims)
{
    DrawnChart& chart = pass.chart;
    Furnishing furnishing;
    furnishing.title = rowsTitle(pass, claims);
    furnishing.scope =
        scopeOf(pass, claims.firms, Charts::tr("Known shares of ownership, per cent"));
    furnishing.legend = legendOf(pass, claims.firms, 101);
    furnishing.notes = pass.notes;
    furnishing.source = sourceWords(pass.scene, evidenceOf(claims.firms));
    const QRectF area = furnish(chart, furnishing, pass.scene.look.withFurniture);
    const RowsLayout layout = rowsLayout(pass, area, claims.firms);
    drawPercentAxis(chart, layout.plot.left(), layout.plot.right(), layout.plot.top(),
                    layout.plot.bottom());
    for (std::size_t i = 0; i < layout.count; ++i) {
        const FirmOwners& owners = claims.firms.at(i);
        const double top = layout.plot.top() + layout.pitch * static_cast<double>(i);
        const double height = std::min(layout.pitch * 0.66, 72 * chart.unit);
        const QRectF bar(layout.plot.left(), top + (layout.pitch - height) / 2, layout.plot.width(),
                         height);
        drawRowName(chart, owners, area.left(), bar);
        drawOwnerBar(pass, {bar, &owners});
    }
    pass.found << notesOf(claims.firms);
    pass.found << hiddenNamesNote(pass.hiddenNames);
    pass.found.removeAll(QString());
    if (layout.count < claims.firms.size())
        pass.found << Charts::tr("Not drawn for want of room: %1 more firms.")
                          .arg(claims.firms.size() - layout.count);
}

} // namespace gyre
