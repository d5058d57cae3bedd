// Stress over all pairs of a large piece by stochastic gradient descent (Zheng, Pawar, Goodman,
// "Graph drawing by stochastic gradient descent", 2018), in an order that processors like.
//
// The nodes, shuffled, stand in blocks. The blocks meet as in a tournament (each with each, in
// rounds in which no block plays twice); when two meet, the one is slid along the other, so that
// each step moves that many pairs none of which share a node, from and to memory in a row. The
// order is the same whatever the number of threads, and so is the outcome.
#pragma once

#include "graph/basics/progress.h"
#include "graph/layout/cloud.h"
#include "graph/layout/simplegraph.h"
#include "graph/layout/workers.h"

namespace gyre {

struct Descent
{
    std::uint64_t seed = 1;
    /// At least 2. The step falls from `first` to `last` as a geometric series: at step s a pair d
    /// hops apart closes min(1, s / d²) of what is amiss between them.
    int rounds = 30;
    float first = 2;
    float last = 0.1F;
};

/// Moves `at` (in hops) until drawn distances follow the hops; where `isFixed` (empty: none) says
/// so a node stays. `graph` is connected. O(V²) time a round, V² bytes.
void descend(const SimpleGraph& graph, const Descent& how, const std::vector<char>& isFixed,
             Workers& workers, const Progress& progress, Cloud& at);

} // namespace gyre
