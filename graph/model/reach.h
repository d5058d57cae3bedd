// What lies near a firm, and on the way between two: breadth-first searches over the deals of a
// view. The filter's focus and route are made of these. Boost's search goes along an edge's
// direction alone; most of what is asked here is whether two firms have a deal at all, whoever
// pays.
#pragma once

#include "graph/model/view.h"

#include <vector>

namespace gyre {

enum class Along : std::uint8_t
{
    /// A deal joins its two firms either way.
    Deals,
    /// From payer to receiver.
    Money,
    /// From receiver to payer.
    AgainstMoney
};

/// Hops from `firm` to each firm of the view, by rank; −1: not to be reached. O(firms + deals).
std::vector<int> hopsFrom(const View& view, FirmId firm, Along along = Along::Deals);

struct ShortestRoutes
{
    /// Deals on any of the shortest chains, parallel ones included, in order of keys.
    std::vector<DealId> deals;
    /// Of each chain; 0: there is none, or both ends are one firm.
    int hops = 0;

    bool operator==(const ShortestRoutes&) const = default;
};

/// Along::Deals or Along::Money. O(firms + deals).
ShortestRoutes shortestRoutes(const View& view, FirmId from, FirmId to, Along along = Along::Deals);

} // namespace gyre
