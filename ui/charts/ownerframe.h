// What the charts of owners have in common: furniture and the scale of per cent.
#pragma once

#include "ui/charts/chartparts.h"

namespace gyre {

/// The height of the scale below the bars, before `unit`.
constexpr double percentAxisHeight = 24;

DrawnEvidence evidenceOf(const std::vector<FirmOwners>& firms);
QStringList scopeOf(const ChartPass& pass, const std::vector<FirmOwners>& firms,
                    const QString& what);
/// `leastRest`: from how many per cent on the rest of a bar is labelled in it.
std::vector<LegendEntry> legendOf(const ChartPass& pass, const std::vector<FirmOwners>& firms,
                                  double leastRest);
/// What holds for both charts: newest share per holder, shares that do not add up.
ChartNotes notesOf(const std::vector<FirmOwners>& firms);
void addHiddenNames(ChartPass& pass);
/// Labels that stand apart: of every quarter, of the half or of the ends.
void drawPercentAxis(DrawnChart& chart, double left, double right, double top, double bottom);

} // namespace gyre
