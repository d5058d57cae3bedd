#include "graph/layout/sketch.h"

namespace gyre {
namespace {

/// Room that an arc leaves to a disc or a name that is not its own.
constexpr double arcGap = 5;
constexpr double nearMiss = 1.2;

/// Nothing in a diagram of this size is worth a look at every pair of arcs.
constexpr std::size_t mostForCrossings = 1500;

bool share(const DiagramLink& a, const DiagramLink& b)
{
    return a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to;
}

} // namespace

Sketch::Sketch(const Diagram& of, std::vector<Point> at)
    : diagram(of)
    , pairs(pairsOf(of))
    , pairsAt(pairsAtNodes(of, pairs))
    , inner(grown(of.frame.plot, -plotMargin))
    , centre(std::move(at))
    , name(of.nodes.size())
    , path(of.links.size())
    , bounds(of.links.size())
    , amount(of.links.size())
    , isAmountShown(of.links.size(), 0)
    , leader(of.links.size())
{
    if (inner.w < 40 || inner.h < 40)
        inner = of.frame.plot;
}

void Sketch::setPath(int link, std::vector<Point> points)
{
    bounds[std::size_t(link)] = boundsOf(points);
    path[std::size_t(link)] = std::move(points);
}

double Sketch::frameCost(const Box& box) const
{
    double sum = contains(inner, box) ? 0 : cost::outside;
    for (const Box& piece : diagram.frame.obstacles)
        sum += box.overlaps(piece, labelGap) ? cost::furniture : 0;
    return sum;
}

double Sketch::discCost(int node) const
{
    const auto n = std::size_t(node);
    const Point at = centre[n];
    const double r = diagram.nodes[n].radius;
    double sum = frameCost(boxAround(at, 2 * r, 2 * r));
    for (std::size_t i = 0; i < centre.size(); ++i) {
        if (i == n)
            continue;
        if (distance(at, centre[i]) < r + diagram.nodes[i].radius + discGap)
            sum += cost::labelOnDisc;
        if (name[i].w > 0 && distanceToBox(at, name[i]) < r + labelGap)
            sum += cost::labelOnDisc;
    }
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (isAmountShown[i] != 0 && distanceToBox(at, amount[i]) < r + 2)
            sum += cost::labelOnDisc;
        const DiagramLink& ends = diagram.links[i];
        if (ends.from != node && ends.to != node && distanceToBox(at, bounds[i]) < r - 1 &&
            distanceToPath(at, path[i]) < r + 1)
            sum += cost::arcThroughDisc;
    }
    return sum;
}

double Sketch::nameCost(int node, const Box& box) const
{
    double sum = frameCost(box);
    for (std::size_t i = 0; i < centre.size(); ++i) {
        if (static_cast<int>(i) == node)
            continue;
        if (name[i].w > 0 && box.overlaps(name[i], labelGap))
            sum += cost::labelOnLabel;
        if (distanceToBox(centre[i], box) < diagram.nodes[i].radius + labelGap)
            sum += cost::labelOnDisc;
    }
    const Box wide = grown(box, 2);
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (isAmountShown[i] != 0 && box.overlaps(amount[i], labelGap))
            sum += cost::labelOnLabel;
        if (bounds[i].overlaps(wide, 1) && pathMeetsBox(path[i], wide))
            sum += cost::arcOverName;
    }
    return sum;
}

double Sketch::amountCost(int link, const Box& box, double limit) const
{
    double sum = frameCost(box);
    for (std::size_t i = 0; i < centre.size() && sum < limit; ++i) {
        if (name[i].w > 0 && box.overlaps(name[i], labelGap))
            sum += cost::labelOnLabel;
        if (distanceToBox(centre[i], box) < diagram.nodes[i].radius + 2)
            sum += cost::labelOnDisc;
    }
    const Box wide = grown(box, 1.5);
    for (std::size_t i = 0; i < path.size() && sum < limit; ++i) {
        if (static_cast<int>(i) == link)
            continue;
        if (isAmountShown[i] != 0 && box.overlaps(amount[i], labelGap))
            sum += cost::labelOnLabel;
        if (bounds[i].overlaps(wide, 1) && pathMeetsBox(path[i], wide))
            sum += cost::amountOnArc;
    }
    return sum;
}

double Sketch::arcOverDiscs(int link) const
{
    const DiagramLink& ends = this->link(link);
    const auto& points = path[std::size_t(link)];
    const Box& around = bounds[std::size_t(link)];
    double sum = 0;
    for (std::size_t i = 0; i < centre.size(); ++i) {
        if (static_cast<int>(i) == ends.from || static_cast<int>(i) == ends.to)
            continue;
        const double r = diagram.nodes[i].radius + arcGap;
        if (distanceToBox(centre[i], around) >= r)
            continue;
        const double far = distanceToPath(centre[i], points);
        if (far < r - arcGap + 1)
            sum += cost::arcThroughDisc;
        else if (far < r)
            sum += nearMiss;
    }
    return sum;
}

double Sketch::arcOverLabels(int link) const
{
    const auto& points = path[std::size_t(link)];
    const Box& around = bounds[std::size_t(link)];
    double sum = 0;
    for (const Box& box : name)
        if (box.w > 0 && around.overlaps(box, 3) && pathMeetsBox(points, grown(box, 2)))
            sum += cost::arcOverName;
    for (std::size_t i = 0; i < amount.size(); ++i)
        if (isAmountShown[i] != 0 && static_cast<int>(i) != link && around.overlaps(amount[i], 3) &&
            pathMeetsBox(points, grown(amount[i], 1.5)))
            sum += cost::amountOnArc;
    for (const Box& piece : diagram.frame.obstacles)
        if (around.overlaps(piece, 3) && pathMeetsBox(points, grown(piece, 2)))
            sum += cost::furniture;
    return sum;
}

double Sketch::arcOverArcs(int link) const
{
    if (path.size() > mostForCrossings)
        return 0;
    const DiagramLink& ends = this->link(link);
    const Box& around = bounds[std::size_t(link)];
    double sum = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (static_cast<int>(i) == link || path[i].empty() || !around.overlaps(bounds[i], 0.1))
            continue;
        if (pathsCross(path[std::size_t(link)], path[i], shared(around, bounds[i])))
            sum += share(ends, diagram.links[i]) ? cost::crossingAdjacent : cost::crossing;
    }
    return sum;
}

double Sketch::arcCost(int link) const
{
    const double beyond = contains(grown(inner, 3), bounds[std::size_t(link)]) ? 0 : cost::outside;
    return beyond + arcOverDiscs(link) + arcOverLabels(link) + arcOverArcs(link);
}

} // namespace gyre
