// Lengths along a polyline: where a mark stands, where a line ends before its arrowhead.
#pragma once

#include <QPointF>
#include <QPolygonF>

namespace gyre {

double lengthOf(const QPolygonF& path);
/// The point `distance` along the path, clamped to its ends. The path has a point.
QPointF pointAlong(const QPolygonF& path, double distance);
/// Direction of travel at `distance`, a unit vector; (1, 0) for a path without length.
QPointF directionAlong(const QPolygonF& path, double distance);
/// The piece from `start` to `end`, both measured from the path's start.
QPolygonF piece(const QPolygonF& path, double start, double end);
double distanceTo(const QPolygonF& path, QPointF point);

} // namespace gyre
