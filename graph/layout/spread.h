// Moves what overlaps apart, as little as it can: discs with the names below them, inside the plot
// and off its obstacles.
#pragma once

#include "graph/layout/geometry.h"

#include <vector>

namespace gyre {

/// Pinned nodes stay; the others make way. Deterministic. O(n log n + overlaps) a round.
void spread(const Diagram& diagram, const Box& inner, std::vector<Point>& centres);

} // namespace gyre
