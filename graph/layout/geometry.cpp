#include "graph/layout/geometry.h"

namespace gyre {
namespace {

bool clipped(double u, double v, double& enter, double& leave)
{
    if (u == 0)
        return v >= 0;
    if (u < 0)
        enter = std::max(enter, v / u);
    else
        leave = std::min(leave, v / u);
    return enter <= leave;
}

} // namespace

double distanceToSegment(Point p, Point a, Point b)
{
    const Point d = b - a;
    const double squared = dot(d, d);
    const double t = squared > 0 ? std::clamp(dot(p - a, d) / squared, 0.0, 1.0) : 0;
    return distance(p, a + d * t);
}

bool segmentMeetsBox(Point a, Point b, const Box& box)
{
    double enter = 0, leave = 1;
    const Point d = b - a;
    return clipped(-d.x, a.x - box.x, enter, leave) &&
           clipped(d.x, box.x + box.w - a.x, enter, leave) &&
           clipped(-d.y, a.y - box.y, enter, leave) &&
           clipped(d.y, box.y + box.h - a.y, enter, leave);
}

bool segmentsCross(Point a, Point b, Point c, Point d)
{
    const Point ab = b - a, cd = d - c;
    return (crossProduct(ab, c - a) > 0) != (crossProduct(ab, d - a) > 0) &&
           (crossProduct(cd, a - c) > 0) != (crossProduct(cd, b - c) > 0);
}

double distanceToPath(Point p, std::span<const Point> path)
{
    double least = path.empty() ? 0 : distance(p, path.front());
    for (std::size_t i = 1; i < path.size(); ++i)
        least = std::min(least, distanceToSegment(p, path[i - 1], path[i]));
    return least;
}

bool pathMeetsBox(std::span<const Point> path, const Box& box)
{
    for (std::size_t i = 1; i < path.size(); ++i)
        if (segmentMeetsBox(path[i - 1], path[i], box))
            return true;
    return false;
}

double pathLength(std::span<const Point> path)
{
    double sum = 0;
    for (std::size_t i = 1; i < path.size(); ++i)
        sum += distance(path[i - 1], path[i]);
    return sum;
}

Box boundsOf(std::span<const Point> path)
{
    if (path.empty())
        return {};
    double x0 = path[0].x, x1 = x0, y0 = path[0].y, y1 = y0;
    for (const Point& p : path) {
        x0 = std::min(x0, p.x);
        x1 = std::max(x1, p.x);
        y0 = std::min(y0, p.y);
        y1 = std::max(y1, p.y);
    }
    return {x0, y0, x1 - x0, y1 - y0};
}

} // namespace gyre
