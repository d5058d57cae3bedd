// The iterations of a layout by forces (crowd.h says which).
#pragma once

#include "graph/basics/progress.h"
#include "graph/layout/cloud.h"
#include "graph/layout/simplegraph.h"
#include "graph/layout/workers.h"

namespace gyre {

struct Cooling
{
    int iterations = 60;
    /// The longest first move, as a share of the whole drawing's radius; falls to 0.
    float longestMove = 0.12F;
};

/// Moves `at`, which has some extent, until pulls and pushes even out; its size about stays. Where
/// `isFixed` (empty: none) says so a node stays. O(V log V + E) an iteration.
void letForcesWork(const SimpleGraph& graph, const Cooling& cooling,
                   const std::vector<char>& isFixed, Workers& workers, const Progress& progress,
                   Cloud& at);

} // namespace gyre
