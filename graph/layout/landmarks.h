// Places for a network too large for all its pairs: some nodes, thrown by lot, are laid out among
// themselves by all pairs, and every other one goes to where its hops to all of these say (stress
// of landmarks: de Silva and Tenenbaum 2004; Brandes and Pich 2006; a step of majorization:
// Gansner, Koren, North 2004).
#pragma once

#include "graph/basics/progress.h"
#include "graph/layout/cloud.h"
#include "graph/layout/simplegraph.h"
#include "graph/layout/workers.h"

namespace gyre {

/// In hops. `graph` is connected. O((V + E) · landmarks) time, V · landmarks bytes.
Cloud placesByLandmarks(const SimpleGraph& graph, int landmarks, std::uint64_t seed,
                        Workers& workers, const Progress& progress);

} // namespace gyre
