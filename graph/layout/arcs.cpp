#include "graph/layout/arcs.h"

namespace gyre {
namespace {

constexpr double flatness = 0.25;

struct Cubic
{
    Point a;
    Point c;
    Point d;
    Point b;

    [[nodiscard]] Point at(double t) const
    {
        const double u = 1 - t;
        return a * (u * u * u) + c * (3 * u * u * t) + d * (3 * u * t * t) + b * (t * t * t);
    }

    /// The greatest second difference of the control points, which bounds the sag.
    [[nodiscard]] double bending() const
    {
        return std::max(length(a - c * 2 + d), length(c - d * 2 + b));
    }
};

/// As near to a circular arc of that height as a cubic comes; leaning makes one handle longer.
Cubic curveFor(Point from, Point to, Bend bend)
{
    const Point chord = to - from;
    const double whole = length(chord);
    const Point side = turned(chord) * (1 / whole);
    const double half = 2 * std::atan(2 * bend.height / whole);
    const double handle = std::abs(half) < 1e-4
                              ? whole / 3
                              : 4.0 / 3 * std::tan(half / 2) * whole / (2 * std::sin(half));
    const double run = handle * std::cos(half), rise = handle * std::sin(half);
    const double first = 2 * bend.lean, second = 2 - first;
    return {from, from + chord * (run * first / whole) + side * (rise * first),
            to - chord * (run * second / whole) + side * (rise * second), to};
}

/// Where the curve leaves the circle round its end at `near`; the other end lies outside. False
/// position in Illinois' way (Dowell and Jarratt 1971): a few steps where halving takes many.
double rimParameter(const Cubic& curve, RimEnd end, double near)
{
    constexpr double exact = 1e-4;
    const auto outside = [&](double t) { return distance(curve.at(t), end.centre) - end.radius; };
    double far = 0.5;
    double beyond = outside(far), within = -end.radius;
    if (beyond < 0) {
        far = 1 - near;
        beyond = outside(far);
    }
    bool wasNear = false;
    for (int k = 0; k < 40 && beyond > exact; ++k) {
        const double mid = (near * beyond - far * within) / (beyond - within);
        const double here = outside(mid);
        const bool isNear = here < 0;
        (isNear ? near : far) = mid;
        (isNear ? within : beyond) = here;
        // The end that stays for a second time pulls half as much.
        if (k > 0 && isNear == wasNear)
            (isNear ? beyond : within) /= 2;
        wasNear = isNear;
        if (std::abs(here) < exact)
            return mid;
    }
    return far;
}

/// The parameter whose point is `head` before the end at `last`.
double headParameter(const Cubic& curve, double first, double last, double head)
{
    const Point tip = curve.at(last);
    double near = last, far = first + (last - first) * 0.5;
    if (distance(curve.at(far), tip) <= head)
        return far;
    for (int k = 0; k < 12; ++k) {
        const double mid = (near + far) / 2;
        (distance(curve.at(mid), tip) < head ? near : far) = mid;
    }
    return far;
}

std::vector<Point> flattened(const Cubic& curve, double first, double last, double head)
{
    const double knee = head > 0 ? headParameter(curve, first, last, head) : last;
    const double span = knee - first;
    const double sag = 0.75 * curve.bending() * span * span;
    const int steps = std::clamp(static_cast<int>(std::ceil(std::sqrt(sag / flatness))), 1, 64);
    std::vector<Point> path;
    path.reserve(std::size_t(steps) + 2);
    for (int k = 0; k <= steps; ++k)
        path.push_back(curve.at(first + span * k / steps));
    if (knee < last)
        path.push_back(curve.at(last));
    return path;
}

/// Discs that touch leave no room for a curve: a short straight arc from rim to rim.
std::vector<Point> shortPath(RimEnd from, RimEnd to)
{
    const Point apart = to.centre - from.centre;
    const double whole = length(apart);
    const Point u = whole > 1e-9 ? apart * (1 / whole) : Point{1, 0};
    return {from.centre + u * from.radius, to.centre - u * to.radius};
}

} // namespace

std::vector<Point> arcPath(RimEnd from, RimEnd to, Bend bend, double head)
{
    const Point chord = to.centre - from.centre;
    const double whole = length(chord);
    if (whole < from.radius + to.radius + 1)
        return shortPath(from, to);
    const Cubic curve = curveFor(from.centre, to.centre, bend);
    const double first = rimParameter(curve, from, 0);
    const double last = rimParameter(curve, to, 1);
    if (first >= last)
        return shortPath(from, to);
    return flattened(curve, first, last, head);
}

std::vector<Point> selfPath(RimEnd node, double angle, double size, double head)
{
    constexpr double halfOpening = 0.45;
    const Point u{std::cos(angle), std::sin(angle)};
    const double lift = node.radius * std::cos(halfOpening) + size * 0.75;
    const Point centre = node.centre + u * lift;
    const Point start =
        node.centre +
        Point{std::cos(angle - halfOpening), std::sin(angle - halfOpening)} * node.radius;
    const Point end =
        node.centre +
        Point{std::cos(angle + halfOpening), std::sin(angle + halfOpening)} * node.radius;
    const double radius = distance(start, centre);
    double turn = std::atan2(start.y - centre.y, start.x - centre.x);
    const double goal = std::atan2(end.y - centre.y, end.x - centre.x);
    const double sweep = goal > turn ? goal - turn : goal - turn + 6.283185307179586;
    const int steps = 28;
    std::vector<Point> path{start};
    for (int k = 1; k < steps; ++k) {
        const double at = turn + sweep * k / steps;
        const Point p = centre + Point{std::cos(at), std::sin(at)} * radius;
        if (distance(p, end) > head)
            path.push_back(p);
    }
    path.push_back(end);
    return path;
}

PathPoint pointAt(const std::vector<Point>& path, double share)
{
    if (path.size() < 2)
        return {path.empty() ? Point{} : path.front(), {1, 0}};
    double left = pathLength(path) * share;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const Point step = path[i] - path[i - 1];
        const double here = length(step);
        if (here > 0 && (left <= here || i + 1 == path.size()))
            return {path[i - 1] + step * std::min(1.0, left / here), step * (1 / here)};
        left -= here;
    }
    return {path.back(), {1, 0}};
}

} // namespace gyre
