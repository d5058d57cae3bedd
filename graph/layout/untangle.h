// Looks for places that read well: simulated annealing over single nodes on what a reader minds in
// the finished drawing, before any arc is bent: crossings, nodes and names on lines, names on
// names, pairs too short for their amounts, hubs far from the middle, room left unused (after
// Davidson and Harel 1996; the criteria as in Ahmed et al. 2022).
#pragma once

#include "graph/basics/progress.h"
#include "graph/layout/geometry.h"
#include "graph/layout/pairs.h"

#include <functional>
#include <span>

namespace gyre {

struct UntangleOptions
{
    std::uint64_t seed = 1;
    /// Moves tried; each costs O(degree · (nodes + pairs)).
    int moves = 10000;
    /// In units of one fault: how much worse a move may at first make things. 0: never worse.
    double heat = 4;
    /// Of the longest moves, as a share of the page's longer side.
    double reach = 0.4;
    /// Where nodes with a start were, one point a node, and what it costs to leave
    /// (Page::keepNear).
    std::span<const Point> kept;
    double keepingCost = 0;
    double freely = 0;
    /// The place next to a wish that a node may have, where the layout's meaning leaves it not all
    /// the page, in its pixels; empty: the wish itself.
    std::function<Point(int node, Point wish)> where;
};

/// A page `box` from the origin to (width, height) with the diagram's nodes at `places`. Pinned
/// nodes stay. Returns the cost that is left, without that of having left.
double untangle(const Diagram& diagram, const std::vector<NodePair>& pairs, const Box& box,
                const UntangleOptions& options, std::vector<Point>& places,
                const Progress& progress);

} // namespace gyre
