#include "graph/layout/sketch.h"

namespace gyre {
namespace {

/// Room that an arc leaves to a disc or a name that is not its own.
constexpr double arcGap = 5;
constexpr double nearMiss = 1.2;
/// Between two names on a line, besides the gap between any labels.
constexpr double nameApart = 5;

/// Nothing in a diagram of this size is worth a look at every pair of arcs.
constexpr int mostForCrossings = 1500;

bool share(const DiagramLink& a, const DiagramLink& b)
{
    return a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to;
}

Box boxOfDisc(Point at, double radius)
{
    return boxAround(at, 2 * radius, 2 * radius);
}

} // namespace

Box innerOf(const Frame& frame)
{
    const Box inner = grown(frame.plot, -plotMargin);
    return inner.w < 40 || inner.h < 40 ? frame.plot : inner;
}

Sketch::Sketch(const Diagram& of, const std::vector<Point>& at)
    : diagram(of)
    , pairs(pairsOf(of))
    , pairsAt(pairsAtNodes(of, pairs))
    , inner(innerOf(of.frame))
    , m_centre(at.size())
    , m_name(at.size())
    , m_path(of.links.size())
    , m_bounds(of.links.size())
    , m_isTried(of.links.size(), 0)
    , m_amount(of.links.size())
    , m_isAmountShown(of.links.size(), 0)
    , m_leader(of.links.size())
    , m_discs(of.frame.plot, at.size())
    , m_names(of.frame.plot, at.size())
    , m_amounts(of.frame.plot, of.links.size())
    , m_paths(of.frame.plot, of.links.size())
{
    for (int i = 0; i < nodeCount(); ++i)
        setCentre(i, at[std::size_t(i)]);
}

void Sketch::setCentre(int node, Point at)
{
    m_centre[std::size_t(node)] = at;
    m_discs.put(node, boxOfDisc(at, this->node(node).radius));
}

void Sketch::setName(int node, const Box& box)
{
    m_name[std::size_t(node)] = box;
    if (box.w > 0)
        m_names.put(node, box);
    else
        m_names.take(node);
}

void Sketch::setPath(int link, std::vector<Point> points)
{
    tryPath(link, std::move(points));
    const auto i = std::size_t(link);
    m_isTried[i] = 0;
    m_paths.add(link, m_path[i]);
}

void Sketch::tryPath(int link, std::vector<Point> points)
{
    const auto i = std::size_t(link);
    if (m_isTried[i] == 0)
        m_paths.remove(link, m_path[i]);
    m_isTried[i] = 1;
    m_bounds[i] = boundsOf(points);
    m_path[i] = std::move(points);
}

void Sketch::showAmount(int link, const Box& box, std::optional<Point> leader)
{
    const auto i = std::size_t(link);
    m_amount[i] = box;
    m_leader[i] = leader;
    m_isAmountShown[i] = 1;
    m_amounts.put(link, box);
}

void Sketch::hideAmount(int link)
{
    m_isAmountShown[std::size_t(link)] = 0;
    m_amounts.take(link);
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
    const Point at = centre(node);
    const double r = this->node(node).radius;
    const Box around = boxOfDisc(at, r);
    double sum = frameCost(around);
    m_discs.eachNear(around, discGap, [this, node, at, r, &sum](int other) {
        if (other != node && distance(at, centre(other)) < r + this->node(other).radius + discGap)
            sum += cost::labelOnDisc;
    });
    m_names.eachNear(around, labelGap, [this, node, at, r, &sum](int other) {
        if (other != node && distanceToBox(at, name(other)) < r + labelGap)
            sum += cost::labelOnDisc;
    });
    m_amounts.eachNear(around, 2, [this, at, r, &sum](int link) {
        if (distanceToBox(at, amount(link)) < r + 2)
            sum += cost::labelOnDisc;
    });
    m_paths.eachIn(grown(around, 1), [this, node, at, r, &sum](int link) {
        const DiagramLink& ends = this->link(link);
        if (ends.from != node && ends.to != node && distanceToPath(at, path(link)) < r + 1)
            sum += cost::arcThroughDisc;
    });
    return sum;
}

double Sketch::labelCost(const Box& box, int node, int link, double gapToDiscs) const
{
    double sum = 0;
    const double apart = node >= 0 ? nameApart : 0;
    m_names.eachNear({box.x - apart, box.y, box.w + 2 * apart, box.h}, labelGap,
                     [this, node, &box, &sum](int other) {
                         if (other != node)
                             sum += box.overlaps(name(other), labelGap) ? cost::labelOnLabel
                                                                        : cost::namesRunTogether;
                     });
    m_amounts.eachNear(box, labelGap,
                       [link, &sum](int other) { sum += other == link ? 0 : cost::labelOnLabel; });
    m_discs.eachNear(box, gapToDiscs, [this, &box, node, gapToDiscs, &sum](int other) {
        if (other != node &&
            distanceToBox(centre(other), box) < this->node(other).radius + gapToDiscs)
            sum += cost::labelOnDisc;
    });
    return sum;
}

bool Sketch::isHeadIn(int link, const Box& name) const
{
    const double head = this->link(link).headLength;
    return head > 0 && !path(link).empty() && distanceToBox(path(link).back(), name) < head;
}

double Sketch::nameCost(int node, const Box& box) const
{
    double sum = frameCost(box) + labelCost(box, node, -1, labelGap);
    m_paths.eachIn(grown(box, 2), [this, &box, &sum](int link) {
        sum += isHeadIn(link, box) ? cost::headUnderName : cost::arcOverName;
    });
    return sum;
}

double Sketch::amountCost(int link, const Box& box, double limit) const
{
    double sum = frameCost(box);
    if (sum < limit)
        sum += labelCost(box, -1, link, 2);
    if (sum < limit)
        m_paths.eachIn(grown(box, 1.5),
                       [&sum, link](int other) { sum += other == link ? 0 : cost::amountOnArc; });
    return sum;
}

double Sketch::arcOverDiscs(int link) const
{
    const DiagramLink& ends = this->link(link);
    const auto& points = path(link);
    double sum = 0;
    m_discs.eachNear(bounds(link), arcGap, [this, &ends, &points, &sum](int node) {
        if (node == ends.from || node == ends.to)
            return;
        const double r = this->node(node).radius + arcGap;
        const double far = distanceToPath(centre(node), points);
        if (far < r - arcGap + 1)
            sum += cost::arcThroughDisc;
        else if (far < r)
            sum += nearMiss;
    });
    return sum;
}

double Sketch::arcOverLabels(int link) const
{
    const auto& points = path(link);
    const Box& around = bounds(link);
    double sum = 0;
    m_names.eachNear(around, 3, [this, link, &points, &sum](int node) {
        if (pathMeetsBox(points, grown(name(node), 2)))
            sum += isHeadIn(link, name(node)) ? cost::headUnderName : cost::arcOverName;
    });
    m_amounts.eachNear(around, 3, [this, link, &points, &sum](int other) {
        if (other != link && pathMeetsBox(points, grown(amount(other), 1.5)))
            sum += cost::amountOnArc;
    });
    for (const Box& piece : diagram.frame.obstacles)
        if (around.overlaps(piece, 3) && pathMeetsBox(points, grown(piece, 2)))
            sum += cost::furniture;
    return sum;
}

double Sketch::arcOverArcs(int link, double limit) const
{
    if (linkCount() > mostForCrossings)
        return 0;
    const DiagramLink& ends = this->link(link);
    double sum = 0;
    m_paths.eachCrossing(path(link), [this, link, limit, &ends, &sum](int other) {
        if (other != link)
            sum += share(ends, this->link(other)) ? cost::crossingAdjacent : cost::crossing;
        return sum < limit;
    });
    return sum;
}

double Sketch::arcCost(int link, double limit) const
{
    double sum = contains(grown(inner, 3), bounds(link)) ? 0 : cost::outside;
    if (sum < limit)
        sum += arcOverDiscs(link);
    if (sum < limit)
        sum += arcOverLabels(link);
    if (sum < limit)
        sum += arcOverArcs(link, limit - sum);
    return sum;
}

} // namespace gyre
