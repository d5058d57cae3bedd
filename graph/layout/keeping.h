// What a layout of a large piece begins from when some of its nodes have a place already.
#pragma once

#include "graph/layout/cloud.h"
#include "graph/layout/simplegraph.h"

#include <optional>
#include <vector>

namespace gyre {

/// One a node of a piece, in nominal pixels.
using Starts = std::vector<std::optional<Point>>;

/// `at` turned, scaled and shifted onto the starts, by least squares (Procrustes); with one start,
/// or with all at one point, shifted alone. At least one start.
void fitOnto(const Starts& starts, Cloud& at);

/// The starts; whoever has none stands among those of its neighbours that have one, or, one by one
/// outwards, among those so placed. At least one start; `graph` is connected.
Cloud amongNeighbours(const SimpleGraph& graph, const Starts& starts, std::uint64_t seed);

/// Pixels a hop, by the starts: that which fits their distances best. 100 where they do not tell.
float hopLengthOf(const SimpleGraph& graph, const Starts& starts);

} // namespace gyre
