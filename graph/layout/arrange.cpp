#include "graph/layout/arrange.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace gyre {

namespace {

struct Extent
{
    double left, right, top, bottom;
};

Extent extent(const DiagramNode& node)
{
    const double below = node.isLabelInside ? 0 : node.labelHeight + 4;
    const double half =
        node.isLabelInside ? node.radius : std::max(node.radius, node.labelWidth / 2);
    return {half, half, node.radius, node.radius + below};
}

void fit(const Diagram& diagram, std::span<const Point> places, Arrangement& result)
{
    const Box& plot = diagram.frame.plot;
    Point low{1e18, 1e18};
    Point high{-1e18, -1e18};
    Extent most{0, 0, 0, 0};
    for (std::size_t i = 0; i < places.size(); ++i) {
        low = {std::min(low.x, places[i].x), std::min(low.y, places[i].y)};
        high = {std::max(high.x, places[i].x), std::max(high.y, places[i].y)};
        const Extent e = extent(diagram.nodes[i]);
        most = {std::max(most.left, e.left), std::max(most.right, e.right),
                std::max(most.top, e.top), std::max(most.bottom, e.bottom)};
    }
    const double width = plot.w - most.left - most.right - 16;
    const double height = plot.h - most.top - most.bottom - 16;
    result.scaleX = high.x - low.x > 1 ? std::min(2.0, width / (high.x - low.x)) : 1;
    result.scaleY = high.y - low.y > 1 ? std::min(2.0, height / (high.y - low.y)) : 1;
    result.shift = {plot.x + 8 + most.left + width / 2 - result.scaleX * (low.x + high.x) / 2,
                    plot.y + 8 + most.top + height / 2 - result.scaleY * (low.y + high.y) / 2};
    for (const Point& place : places)
        result.nodes.push_back(
            {{place.x * result.scaleX + result.shift.x, place.y * result.scaleY + result.shift.y},
             {},
             true});
}

void pushApart(const Diagram& diagram, Arrangement& result)
{
    const Box& plot = diagram.frame.plot;
    for (int round = 0; round < 200; ++round) {
        for (std::size_t i = 0; i < result.nodes.size(); ++i) {
            Point& a = result.nodes[i].centre;
            const Extent ea = extent(diagram.nodes[i]);
            for (std::size_t j = 0; j < i; ++j) {
                Point& b = result.nodes[j].centre;
                const Extent eb = extent(diagram.nodes[j]);
                const double gapX = std::abs(a.x - b.x) - ea.left - eb.left - 14;
                const double gapY = a.y < b.y ? b.y - a.y - ea.bottom - eb.top - 14
                                              : a.y - b.y - eb.bottom - ea.top - 14;
                if (gapX >= 0 || gapY >= 0)
                    continue;
                double& pa = gapX > gapY ? a.x : a.y;
                double& pb = gapX > gapY ? b.x : b.y;
                const double by = -0.5 * std::max(gapX, gapY) * (pa < pb ? -1 : 1);
                pa += diagram.nodes[i].isPinned ? 0 : by;
                pb -= diagram.nodes[j].isPinned ? 0 : by;
            }
            if (!diagram.nodes[i].isPinned) {
                a.x = std::clamp(a.x, plot.x + ea.left + 4,
                                 std::max(plot.x + ea.left + 4, plot.x + plot.w - ea.right - 4));
                a.y = std::clamp(a.y, plot.y + ea.top + 4,
                                 std::max(plot.y + ea.top + 4, plot.y + plot.h - ea.bottom - 4));
            }
        }
    }
}

void nameNodes(const Diagram& diagram, Arrangement& result)
{
    for (std::size_t i = 0; i < result.nodes.size(); ++i) {
        const DiagramNode& node = diagram.nodes[i];
        ArrangedNode& placed = result.nodes[i];
        placed.label = {placed.centre.x - node.labelWidth / 2,
                        node.isLabelInside ? placed.centre.y - node.labelHeight / 2
                                           : placed.centre.y + node.radius + 4,
                        node.labelWidth, node.labelHeight};
    }
}

std::vector<Point> curve(Point a, double ra, Point b, double rb, double bow)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = std::max(1.0, std::hypot(dx, dy));
    const Point middle{(a.x + b.x) / 2 - dy / length * bow * 2,
                       (a.y + b.y) / 2 + dx / length * bow * 2};
    std::vector<Point> path;
    for (int i = 0; i <= 64; ++i) {
        const double t = i / 64.0;
        const double u = 1 - t;
        const Point p{u * u * a.x + 2 * u * t * middle.x + t * t * b.x,
                      u * u * a.y + 2 * u * t * middle.y + t * t * b.y};
        if (std::hypot(p.x - a.x, p.y - a.y) >= ra && std::hypot(p.x - b.x, p.y - b.y) >= rb)
            path.push_back(p);
    }
    return path;
}

bool hitsForeign(const Diagram& diagram, const Arrangement& result, const DiagramLink& link,
                 const std::vector<Point>& path)
{
    for (std::size_t i = 0; i < result.nodes.size(); ++i) {
        if (static_cast<int>(i) == link.from || static_cast<int>(i) == link.to)
            continue;
        const Point c = result.nodes[i].centre;
        const Box& l = result.nodes[i].label;
        for (const Point& p : path)
            if (std::hypot(p.x - c.x, p.y - c.y) < diagram.nodes[i].radius + 4 ||
                (p.x > l.x && p.x < l.x + l.w && p.y > l.y && p.y < l.y + l.h))
                return true;
    }
    return false;
}

void route(const Diagram& diagram, Arrangement& result)
{
    std::map<std::pair<int, int>, int> used;
    for (const DiagramLink& link : diagram.links) {
        const auto from = static_cast<std::size_t>(link.from);
        const auto to = static_cast<std::size_t>(link.to);
        const int nth = used[{link.from, link.to}]++;
        ArrangedLink placed;
        for (int attempt = 0; attempt < 7; ++attempt) {
            const double bow = 24 + 34 * nth + 30 * attempt;
            placed.path = curve(result.nodes[from].centre, diagram.nodes[from].radius,
                                result.nodes[to].centre, diagram.nodes[to].radius, bow);
            if (placed.path.size() > 2 && !hitsForeign(diagram, result, link, placed.path))
                break;
        }
        result.links.push_back(std::move(placed));
    }
}

void labelLinks(const Diagram& diagram, Arrangement& result)
{
    std::vector<Box> taken = diagram.frame.obstacles;
    for (std::size_t i = 0; i < result.nodes.size(); ++i) {
        taken.push_back(result.nodes[i].label);
        const double r = diagram.nodes[i].radius;
        const Point c = result.nodes[i].centre;
        taken.push_back({c.x - r, c.y - r, 2 * r, 2 * r});
    }
    for (std::size_t i = 0; i < result.links.size(); ++i) {
        const DiagramLink& link = diagram.links[i];
        ArrangedLink& placed = result.links[i];
        if (link.labelWidth <= 0 || placed.path.empty())
            continue;
        for (const double t : {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74}) {
            const Point at = placed.path[static_cast<std::size_t>(
                t * static_cast<double>(placed.path.size() - 1))];
            const Box box{at.x - link.labelWidth / 2, at.y - link.labelHeight / 2, link.labelWidth,
                          link.labelHeight};
            if (std::any_of(taken.begin(), taken.end(),
                            [&box](const Box& b) { return b.overlaps(box, 2); }))
                continue;
            placed.label = box;
            placed.isLabelShown = true;
            taken.push_back(box);
            break;
        }
        result.amountsNotShown += placed.isLabelShown ? 0 : 1;
    }
}

} // namespace

Arrangement arrange(const Diagram& diagram, std::span<const Point> places, const Progress&)
{
    Arrangement result;
    if (places.empty())
        return result;
    fit(diagram, places, result);
    pushApart(diagram, result);
    nameNodes(diagram, result);
    route(diagram, result);
    labelLinks(diagram, result);
    return result;
}

} // namespace gyre
