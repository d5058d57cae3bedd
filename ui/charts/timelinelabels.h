// Direct labels of a timeline: the value and, under it, date, basis and status.
#pragma once

#include "ui/charts/labelplacer.h"
#include "ui/charts/valuecourse.h"

namespace gyre {

struct DrawnChart;

/// Labels the marks in `order` as far as there is room; returns how many got none. The claims'
/// marks are those of `chart.marks`.
int labelMarks(DrawnChart& chart, LabelPlacer& placer, const ClaimPoints& order);

/// Which labels matter most: the newest, the ends of the course, then the briefing's, then the
/// background's.
ClaimPoints labelOrder(const Course& course);

} // namespace gyre
