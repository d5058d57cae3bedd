// Loose pieces side by side: rectangles packed into the frame's shape.
#pragma once

#include "graph/layout/diagram.h"

#include <vector>

namespace gyre {

/// Top-left corners for rectangles of these sizes (Box::w, h) so that none overlap and the whole
/// comes near `aspect` (width over height) with the first ones in the middle. O(n³) for up to 60
/// rectangles, shelves beyond.
std::vector<Point> packed(const std::vector<Box>& sizes, double aspect);

} // namespace gyre
