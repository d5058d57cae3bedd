// Plane geometry of the layout: points, boxes, discs and polylines in pixels, y downwards.
#pragma once

#include "graph/layout/diagram.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace gyre {

inline Point operator+(Point a, Point b)
{
    return {a.x + b.x, a.y + b.y};
}

inline Point operator-(Point a, Point b)
{
    return {a.x - b.x, a.y - b.y};
}

inline Point operator*(Point a, double s)
{
    return {a.x * s, a.y * s};
}

inline double dot(Point a, Point b)
{
    return a.x * b.x + a.y * b.y;
}

inline double crossProduct(Point a, Point b)
{
    return a.x * b.y - a.y * b.x;
}

inline double length(Point a)
{
    return std::sqrt(a.x * a.x + a.y * a.y);
}

inline double distance(Point a, Point b)
{
    return length(a - b);
}

/// Turned a quarter clockwise on the screen.
inline Point turned(Point a)
{
    return {-a.y, a.x};
}

inline Point middle(const Box& b)
{
    return {b.x + b.w / 2, b.y + b.h / 2};
}

inline Box boxAround(Point centre, double w, double h)
{
    return {centre.x - w / 2, centre.y - h / 2, w, h};
}

inline Box grown(const Box& b, double by)
{
    return {b.x - by, b.y - by, b.w + 2 * by, b.h + 2 * by};
}

inline Box united(const Box& a, const Box& b)
{
    const double x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.w, b.x + b.w) - x, std::max(a.y + a.h, b.y + b.h) - y};
}

inline bool contains(const Box& outer, const Box& inner)
{
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
           inner.y + inner.h <= outer.y + outer.h;
}

/// The nearest point of the box to `p`.
inline Point clampedInto(Point p, const Box& b)
{
    return {std::clamp(p.x, b.x, b.x + std::max(b.w, 0.0)),
            std::clamp(p.y, b.y, b.y + std::max(b.h, 0.0))};
}

/// From a box to a point, 0 inside.
inline double distanceToBox(Point p, const Box& b)
{
    return distance(p, clampedInto(p, b));
}

double distanceToSegment(Point p, Point a, Point b);

/// Liang and Barsky 1984: whether any point of the segment is in the closed box.
bool segmentMeetsBox(Point a, Point b, const Box& box);

/// Proper crossing, ends apart.
bool segmentsCross(Point a, Point b, Point c, Point d);

double distanceToPath(Point p, std::span<const Point> path);
bool pathMeetsBox(std::span<const Point> path, const Box& box);
double pathLength(std::span<const Point> path);

/// Empty paths have no bounds: a box at the origin.
Box boundsOf(std::span<const Point> path);

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
class Dice
{
public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed)
    {
    }

    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    /// In [0,1).
    double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

    /// In [-1,1).
    double around() { return 2 * unit() - 1; }

    int below(int n) { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }

private:
    std::uint64_t m_state;
};

} // namespace gyre
