// Places whose distances on the page follow the distances in the network: stress by stochastic
// gradient descent (Zheng, Pawar, Goodman, "Graph drawing by stochastic gradient descent", 2018),
// over all pairs; of crowds see crowd.h.
#pragma once

#include "graph/basics/progress.h"
#include "graph/layout/pairs.h"

namespace gyre {

/// One point a node of `piece` (same order), round no particular origin, in about the pixels of
/// wishedDistance. Nodes with a start begin there; pinned ones do not move.
/// O(V² log V).
std::vector<Point> stressPlaces(const Diagram& diagram, const std::vector<NodePair>& pairs,
                                const std::vector<int>& piece, std::uint64_t seed,
                                const Progress& progress);

} // namespace gyre
