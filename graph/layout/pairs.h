// The links of a diagram seen from their pairs of nodes: parallel and two-way links of two nodes
// are one pair, which is laid out, fanned and routed as one.
#pragma once

#include "graph/layout/diagram.h"

#include <vector>

namespace gyre {

struct NodePair
{
    /// a < b; a == b for a link of a node with itself.
    int a = 0;
    int b = 0;
    /// Indices of links in fan order: those from b to a first, then those from a to b, so that each
    /// arc bows to the right of its own direction.
    std::vector<int> links;
};

/// Ordered by (a, b).
std::vector<NodePair> pairsOf(const Diagram& diagram);

/// Per node the indices of its pairs, loops left out.
std::vector<std::vector<int>> pairsAtNodes(const Diagram& diagram,
                                           const std::vector<NodePair>& pairs);

/// Weakly connected pieces, each a rising list of nodes; the largest piece first.
std::vector<std::vector<int>> piecesOf(const Diagram& diagram);

/// How far the nodes of a pair should be apart, centre to centre, for its amounts and heads.
double wishedDistance(const Diagram& diagram, const NodePair& pair);

/// From one arc of a fan to the next at the middle, for a pair that points along (dx, dy).
double fanSpacing(const Diagram& diagram, const NodePair& pair, double dx, double dy);

} // namespace gyre
