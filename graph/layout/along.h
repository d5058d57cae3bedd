// For layouts whose places mean something (a ring, a seat on a circle, a date): what the meaning
// leaves free is used to untangle the drawing.
#pragma once

#include "graph/layout/layouts.h"

#include <functional>
#include <optional>

namespace gyre {

/// The stretch along both axes that took places from where they were made to where they are.
struct Stretch
{
    double scaleX = 1;
    double scaleY = 1;
    Point shift;

    [[nodiscard]] Point operator()(Point p) const
    {
        return {p.x * scaleX + shift.x, p.y * scaleY + shift.y};
    }

    /// Of places that differ by such a stretch alone, found from those farthest apart.
    static Stretch between(const std::vector<Point>& before, const std::vector<Point>& after);
};

/// An ellipse with level axes.
struct Ellipse
{
    Point centre;
    double radiusX = 0;
    double radiusY = 0;

    /// The point in the direction of `wish` as the ellipse is seen from its centre, turned to a
    /// circle.
    [[nodiscard]] Point seat(Point wish) const;
    [[nodiscard]] Ellipse stretched(const Stretch& by) const;
};

/// `places` in nominal pixels, changed within what `where` allows a node: the allowed place next to
/// a wish, both nominal. `heat`: as in UntangleOptions, at first. A crowd (leastCrowd) is left as
/// it is.
void untangleAlong(const Diagram& diagram, const LayoutOptions& options, const Progress& progress,
                   const std::function<Point(int node, Point wish)>& where, double heat,
                   std::vector<Point>& places);

} // namespace gyre
