// The table behind a chart: the claims it draws, and what it leaves aside, each with its source.
#pragma once

#include "ui/charts/charts.h"

namespace gyre {

/// CSV, see graph/interchange/facttables.h.
QByteArray chartTable(const ChartScene& scene);

} // namespace gyre
