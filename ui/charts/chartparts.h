// The kinds of charts: each draws itself into a DrawnChart and says what it left out.
#pragma once

#include "ui/charts/chartframe.h"
#include "ui/charts/chartwords.h"

namespace gyre {

/// The notes that the chart turned out to need; those of the pass before are in its foot.
struct ChartPass
{
    const ChartScene& scene;
    DrawnChart& chart;
    /// Notes known so far, set in the foot by this pass.
    QStringList notes;
    /// What this pass left out.
    QStringList found;
    /// Holders whose name stands nowhere on the chart.
    int hiddenNames = 0;
    /// Bars without a list of their holders beside them.
    int listless = 0;
};

/// True where one firm has two dated values in one currency at least: a course can be drawn.
bool hasCourse(const ValuesOfFirm& values);
/// One firm's values over time; undated ones and other currencies in a strip at the side.
void drawTimeline(ChartPass& pass, const ValuesOfFirm& values);
/// The values of one firm as one bar each, or the newest of every firm with earlier ones as dots.
void drawValueBars(ChartPass& pass, const std::vector<ValuesOfFirm>& firms);
/// The owners of one firm: a stacked bar for the briefings, one for the background, and a list.
void drawOwners(ChartPass& pass, const std::vector<FirmOwners>& owners);
/// One stacked bar a firm.
void drawOwnerRows(ChartPass& pass, const OwnershipClaims& claims);

/// One stacked bar over 0 to 100 % with direct labels, the rest hatched; where the shares add up to
/// more than 100 % each gets a bar of its own. Marks and labels are added to the chart.
struct OwnerBar
{
    QRectF area;
    const FirmOwners* owners = nullptr;
};

void drawOwnerBar(ChartPass& pass, const OwnerBar& bar);
/// The colour of the i-th holder, by kind; holders of one kind are told apart by lightness.
QColor holderColour(const ChartPass& pass, const FirmOwners& owners, std::size_t index);

/// "Not drawn: 2 cancelled, 3 later than the chart's date."
QString leftOutNote(int cancelled, int undisclosed, int laterBackground);

} // namespace gyre
