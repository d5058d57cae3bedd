// The last step of arrange: where faults are left although every arc and label stands as well as it
// can, the nodes in trouble are moved a little, with their arcs and labels routed anew, and the
// move is kept where the drawing gains.
#pragma once

#include "graph/basics/progress.h"
#include "graph/layout/sketch.h"

namespace gyre {

/// At most `tries` moves, the worst nodes first; pinned nodes stay. Deterministic.
void mend(Sketch& sketch, int tries, const Progress& progress);

} // namespace gyre
