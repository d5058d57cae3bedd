// The last step of arrange, where the frame has too little room: arcs are pressed back into the
// plot, and of labels that still collide or leave it the less important ones are given up. Without
// a collision nothing changes.
#pragma once

#include "graph/layout/sketch.h"

namespace gyre {

/// A name that is given up has an empty box; an amount is not shown. O(labels² + arc points).
void thinOut(Sketch& sketch);

} // namespace gyre
