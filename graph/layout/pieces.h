// From pieces laid out one by one to places in the nominal frame.
#pragma once

#include "graph/layout/pairs.h"

namespace gyre {

/// What a node takes up round its centre, its name below it where that is not inside.
Box footprint(const DiagramNode& node, Point centre);

/// Turns each piece so that it is wider than high, packs the pieces, and fits the whole into the
/// nominal frame. Diagrams with starts or pins are left as they are but for pieces without any.
void packIntoNominalFrame(const Diagram& diagram, const std::vector<std::vector<int>>& pieces,
                          std::vector<Point>& places);

/// Stretches and shifts so that the discs just fill the nominal frame, neither axis more than
/// `mostUneven` times as much as the other.
void fillNominalFrame(const Diagram& diagram, std::vector<Point>& places, double mostUneven = 1.6);

/// Whether any node says where it wants to be.
bool hasStarts(const Diagram& diagram);

} // namespace gyre
