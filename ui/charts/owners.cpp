#include "ui/charts/ownerframe.h"
#include "ui/charts/ownerlist.h"

#include <algorithm>

namespace gyre {

namespace {

constexpr double listGap = 12;
/// Below it the list's columns would be cut.
constexpr double leastListWidth = 420;
/// The height of a stacked bar that is a picture by itself.
constexpr double leastStack = 44;
/// A rest of so many per cent has room for its words in a bar across the picture.
constexpr double labelledRest = 18;
constexpr double tallestBar = 340;

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

/// The height that the bar itself needs, before `unit`.
double leastBar(const FirmOwners& owners)
{
    return owners.isOverfull() ? 22 * static_cast<double>(owners.holdings.size()) : leastStack;
}

/// Heading, bar, axis and list of one list of owners.
void drawOwnersPart(ChartPass& pass, const FirmOwners& owners, QRectF area, bool isOneOfTwo)
{
    DrawnChart& chart = pass.chart;
    const double u = chart.unit;
    const QString heading = barHeading(owners, isOneOfTwo);
    if (!heading.isEmpty()) {
        const QString fitting =
            elided(heading, area.width() + 18 * u, type::body * u, QFont::DemiBold);
        chart.texts.push_back(placedText(fitting, {area.left(), area.top() + 12 * u}, Qt::AlignLeft,
                                         type::body * u, chart.palette.ink, QFont::DemiBold));
        area.adjust(0, 24 * u, 0, 0);
    }
    const auto count = static_cast<double>(owners.holdings.size());
    const double least = leastBar(owners) * u;
    // Where there is no room for the scale below the bar, the bar goes without.
    const bool hasAxis = area.height() >= std::min(least, leastStack * u) + percentAxisHeight * u;
    const double axis = hasAxis ? percentAxisHeight * u : 0;
    const double list = leastListHeight(owners) * u;
    // Where bar and list have no room together, the bar alone names the holders.
    const bool hasList =
        area.width() >= leastListWidth * u && area.height() >= least + axis + listGap * u + list;
    const double greatest = owners.isOverfull() ? 38 * u * count : tallestBar * u;
    const double wanted =
        hasList ? std::min(area.height() * 0.45, area.height() - axis - listGap * u - list)
                : area.height() - axis;
    const double height =
        std::clamp(wanted, std::min({least, greatest, area.height() - axis}), greatest);
    const QRectF bar(area.left(), area.top(), area.width(), height);
    drawOwnerBar(pass, {bar, &owners});
    if (hasAxis)
        drawPercentAxis(chart, bar.left(), bar.right(), bar.top(), bar.bottom());
    if (hasList)
        drawOwnerList(pass, owners, area.adjusted(0, height + axis + listGap * u, 0, -4 * u));
    else
        pass.listless += 1;
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
    furnishing.notes = pass.allNotes(notesOf(owners));
    furnishing.sources = sourceChoices(pass.scene, evidenceOf(owners));
    const auto parts = static_cast<double>(owners.size());
    furnishing.leastPlot = parts * ((parts > 1 ? 24 : 0) + leastStack + percentAxisHeight) * u;
    const QRectF area = furnish(chart, furnishing, pass.scene.look.withFurniture);
    // The last tick's label is centred on the bar's end.
    const double width = area.width() - 18 * u;
    const double gap = 14 * u;
    const double height = (area.height() - gap * (parts - 1)) / parts;
    for (std::size_t i = 0; i < owners.size(); ++i) {
        const double top = area.top() + (height + gap) * static_cast<double>(i);
        drawOwnersPart(pass, owners.at(i), {area.left(), top, width, height}, owners.size() > 1);
    }
    if (pass.listless > 0)
        addHiddenNames(pass);
}

} // namespace gyre
