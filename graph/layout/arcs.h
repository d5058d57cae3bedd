// The shape of one arc: nearly a circle's, from rim to rim, flattened.
#pragma once

#include "graph/layout/geometry.h"

#include <vector>

namespace gyre {

/// How an arc leaves the straight line between its centres.
struct Bend
{
    /// Of the arc's top from the chord, in pixels, to the right of its direction.
    double height = 0;
    /// In (0,1): which end the arc's top leans away from; 0.5: even.
    double lean = 0.5;

    bool operator==(const Bend&) const = default;
};

struct RimEnd
{
    Point centre;
    double radius = 0;
};

/// From the rim of `from` to that of `to`, flattened to within 0.25 px, the last `head` pixels one
/// straight piece. At least two points, also where the discs touch.
std::vector<Point> arcPath(RimEnd from, RimEnd to, Bend bend, double head);

/// Out of the disc and back to it, round the direction `angle` (radians, y downwards).
std::vector<Point> selfPath(RimEnd node, double angle, double size, double head);

/// The point at a share in [0,1] of the path's length, and the direction there (unit length).
struct PathPoint
{
    Point at;
    Point along;
};

PathPoint pointAt(const std::vector<Point>& path, double share);

} // namespace gyre
