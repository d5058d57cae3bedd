// The kinds of charts: each draws itself into a DrawnChart and says what it left out.
#pragma once

#include "ui/charts/chartframe.h"
#include "ui/charts/chartwords.h"

namespace gyre {

/// What is drawn, and the notes that it turns out to need: those of the pass before are in its
/// foot.
struct ChartPass
{
    const ChartScene& scene;
    DrawnChart& chart;
    /// Known without drawing: claims that are left out.
    ChartNotes known;
    /// What the pass before left out.
    ChartNotes notes;
    /// What this pass leaves out.
    ChartNotes found;
    /// Holders whose name stands nowhere on the chart.
    int hiddenNames = 0;
    /// Bars without a list of their holders beside them.
    int listless = 0;

    /// For the foot, with what else the chart knows: the most important first.
    [[nodiscard]] ChartNotes allNotes(const ChartNotes& first = {}) const
    {
        ChartNotes all = first;
        all.insert(all.end(), known.begin(), known.end());
        all.insert(all.end(), notes.begin(), notes.end());
        return all;
    }
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

} // namespace gyre
