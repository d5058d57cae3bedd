// Networks of more firms than a picture can name: placed by who is linked with whom alone, sizes of
// labels are not asked.
//
// By distances: stress, over all pairs (allpairs.h) or over landmarks (landmarks.h).
// By neighbours: from a rough stress, forces. Links pull with the square root of their length and
// all nodes push each other with the inverse square of their distance, by the root of how busy they
// are: of the family of Noack ("Energy models for graph clustering", 2007) one that shows clusters
// (pulls grow slower than lines do) and still spreads evenly (pushes fade faster than in the plane
// they must, so that density weighs on neighbours alone). Repulsion as in repulsion.h.
#pragma once

#include "graph/layout/layouts.h"

namespace gyre {

/// From here on the engines "default" and "stress" place a crowd.
constexpr std::size_t leastCrowd = 401;

enum class CrowdAim : std::uint8_t
{
    Distances,
    Neighbours
};

/// One point a node. Deterministic for a seed, whatever the number of threads. Pins stay, what has
/// a start moves little; what has none goes to its neighbours. Distances: O(V²) time and bytes up
/// to 10,000 nodes a piece, O((V + E) · 256) beyond. Neighbours: O(V log V + E).
std::vector<Point> crowdPlaces(const Diagram& diagram, CrowdAim aim, const LayoutOptions& options,
                               const Progress& progress);

} // namespace gyre
