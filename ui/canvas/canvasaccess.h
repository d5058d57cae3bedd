// Lets screen readers walk a Canvas: its firms and deals in sight are children of it, made when
// they are asked for; each says what it is, where it is, and can be pressed. What is out of sight,
// or beyond the first 500, is in the tables.
#pragma once

#include "ui/canvas/insight.h"

namespace gyre {

class Canvas;

/// Once for the program; further calls do nothing.
void installCanvasAccess();

// What is told to a screen reader, where one listens.

/// Other things are in sight: the picture, the zoom or the size changed.
void tellOfSight(Canvas& canvas);
/// The keyboard came to `current`; the canvas has the focus.
void tellOfFocus(Canvas& canvas, const CanvasItem& current);
void tellOfSelection(Canvas& canvas, const CanvasItem& before, const CanvasItem& now);

} // namespace gyre
