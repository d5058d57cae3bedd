// Arcs and labels of a sketch whose nodes stand: each pair's fan, each name and each amount takes
// the place that costs least while the others stay, in turns, until nobody gains (coordinate
// descent).
#pragma once

#include "graph/basics/progress.h"
#include "graph/layout/sketch.h"

namespace gyre {

/// Arcs in their first shape, names in their first places, no amounts.
void draft(Sketch& sketch);

/// The arcs and amounts of one pair, to go back to.
struct PairState
{
    std::vector<std::vector<Point>> paths;
    std::vector<Box> amounts;
    std::vector<char> shown;
    std::vector<std::optional<Point>> leaders;
};

PairState stateOf(const Sketch& sketch, const NodePair& pair);
void setState(Sketch& sketch, const NodePair& pair, PairState state);

/// What the arcs and amounts of one pair cost where they are.
double costOf(const Sketch& sketch, const NodePair& pair);

/// The fan of one pair, with the amounts on it; true if something changed.
bool routePair(Sketch& sketch, int index);
/// The place of one name; true if it changed.
bool placeName(Sketch& sketch, int node);
/// Where the amount of one link stands, or that it is hidden; returns its cost.
double placeAmount(Sketch& sketch, int link);
/// Amounts that stand badly or not at all are looked a place for farther from their arcs, on longer
/// leaders.
void placeAmountsAfar(Sketch& sketch);

/// The places looked at for a name, the usual ones first; inside the disc the only one.
std::vector<Box> nameSpots(const Sketch& sketch, int node);
/// Required amounts first, then by priority.
std::vector<int> byPriority(const Sketch& sketch, std::vector<int> links);

/// Everything in turns, at most `sweeps` times.
void settle(Sketch& sketch, int sweeps, const Progress& progress);

} // namespace gyre
