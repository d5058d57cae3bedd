#include "ui/picture/polyline.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gyre {

namespace {

double norm(QPointF v)
{
    return std::hypot(v.x(), v.y());
}

struct Spot
{
    qsizetype segment = 0;
    double fraction = 0;
};

Spot spotAt(const QPolygonF& path, double distance)
{
    double left = std::max(0.0, distance);
    for (qsizetype i = 0; i + 1 < path.size(); ++i) {
        const double step = norm(path[i + 1] - path[i]);
        if (left <= step && step > 0)
            return {i, left / step};
        left -= step;
    }
    return {std::max<qsizetype>(0, path.size() - 2), 1};
}

QPointF pointAt(const QPolygonF& path, Spot spot)
{
    if (path.size() < 2)
        return path.isEmpty() ? QPointF() : path.first();
    return path[spot.segment] + (path[spot.segment + 1] - path[spot.segment]) * spot.fraction;
}

} // namespace

double lengthOf(const QPolygonF& path)
{
    double length = 0;
    for (qsizetype i = 0; i + 1 < path.size(); ++i)
        length += norm(path[i + 1] - path[i]);
    return length;
}

QPointF pointAlong(const QPolygonF& path, double distance)
{
    return pointAt(path, spotAt(path, distance));
}

QPointF directionAlong(const QPolygonF& path, double distance)
{
    if (path.size() < 2)
        return {1, 0};
    const Spot spot = spotAt(path, distance);
    const QPointF step = path[spot.segment + 1] - path[spot.segment];
    const double length = norm(step);
    return length > 0 ? step / length : QPointF(1, 0);
}

QPolygonF piece(const QPolygonF& path, double start, double end)
{
    QPolygonF cut;
    if (path.size() < 2 || end <= start)
        return cut;
    const Spot from = spotAt(path, start);
    const Spot to = spotAt(path, end);
    cut << pointAt(path, from);
    for (qsizetype i = from.segment + 1; i <= to.segment; ++i)
        cut << path[i];
    cut << pointAt(path, to);
    return cut;
}

double distanceTo(const QPolygonF& path, QPointF point)
{
    double best = std::numeric_limits<double>::infinity();
    for (qsizetype i = 0; i + 1 < path.size(); ++i) {
        const QPointF along = path[i + 1] - path[i];
        const double square = QPointF::dotProduct(along, along);
        const double t =
            square > 0 ? std::clamp(QPointF::dotProduct(point - path[i], along) / square, 0.0, 1.0)
                       : 0;
        best = std::min(best, norm(point - path[i] - along * t));
    }
    return best;
}

} // namespace gyre
