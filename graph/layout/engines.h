// The engines behind the table of layouts.h, one file each.
#pragma once

#include "graph/layout/layouts.h"

namespace gyre {

/// Legible at a glance: stress, pieces packed, then untangled.
std::vector<Point> defaultPlaces(const Diagram& diagram, const LayoutOptions& options,
                                 const Progress& progress);
/// Distances as in the network, nothing else.
std::vector<Point> stressEngine(const Diagram& diagram, const LayoutOptions& options,
                                const Progress& progress);
/// Rings by role, or by number of deals where roles are not given; the busiest inside.
std::vector<Point> ringsEngine(const Diagram& diagram, const LayoutOptions& options,
                               const Progress& progress);
/// Each piece on a circle in an order with few crossings: loops are seen as loops.
std::vector<Point> circleEngine(const Diagram& diagram, const LayoutOptions& options,
                                const Progress& progress);
/// Time from left to right; undated nodes beside their neighbours.
std::vector<Point> timeEngine(const Diagram& diagram, const LayoutOptions& options,
                              const Progress& progress);

} // namespace gyre
