#include "graph/layout/thin.h"

#include "graph/layout/routes.h"

#include <array>
#include <numeric>

namespace gyre {
namespace {

/// From an arc's end to where it may be moved freely: near the rim it keeps its direction.
constexpr double rimReach = 40;
/// Least band along an edge in which arcs are pressed together.
constexpr double leastBand = 70;

/// How far the arcs reach beyond each edge of the plot: left, top, right, bottom.
using Excess = std::array<double, 4>;

Excess beyond(const Box& plot, const Box& bounds)
{
    return {plot.x - bounds.x, plot.y - bounds.y, bounds.x + bounds.w - plot.x - plot.w,
            bounds.y + bounds.h - plot.y - plot.h};
}

/// A distance from the edge, negative beyond it, pressed into [0, …): smooth where the band begins
/// and increasing throughout, so that parallel arcs stay apart and in their order.
double pressed(double fromEdge, double excess, double room)
{
    if (excess <= 0)
        return fromEdge;
    const double band = std::min(std::max(leastBand, 1.5 * excess), room);
    const double t = band - fromEdge;
    if (t <= 0)
        return fromEdge;
    const double whole = band + excess;
    // Where the band has room for no smooth curve, a straight one.
    const double moved = band >= excess ? t - t * t * excess / (whole * whole) : t * band / whole;
    return std::max(0.0, band - moved);
}

Point pressed(Point p, const Box& plot, const Excess& excess)
{
    const double x1 = plot.x + plot.w, y1 = plot.y + plot.h;
    p.x = plot.x + pressed(p.x - plot.x, excess[0], plot.w);
    p.y = plot.y + pressed(p.y - plot.y, excess[1], plot.h);
    p.x = x1 - pressed(x1 - p.x, excess[2], plot.w);
    p.y = y1 - pressed(y1 - p.y, excess[3], plot.h);
    return p;
}

std::vector<Point> pressed(const std::vector<Point>& path, const Box& plot, const Excess& excess)
{
    std::vector<Point> made = path;
    for (std::size_t i = 1; i + 1 < path.size(); ++i) {
        const double fromEnd =
            std::min(distance(path[i], path.front()), distance(path[i], path.back()));
        const double share = std::min(1.0, fromEnd / rimReach);
        const Point to = pressed(path[i], plot, excess);
        made[i] = clampedInto(path[i] + (to - path[i]) * share, plot);
    }
    return made;
}

/// Arcs that leave the plot are brought back, and their amounts with them.
void pressArcs(Sketch& sketch)
{
    const Box plot = sketch.diagram.frame.plot;
    Excess most{};
    std::vector<int> leaving;
    for (int i = 0; i < sketch.linkCount(); ++i) {
        const double half = sketch.link(i).strokeWidth / 2;
        if (sketch.path(i).empty() || contains(plot, grown(sketch.bounds(i), half)))
            continue;
        leaving.push_back(i);
        const Excess here = beyond(plot, grown(sketch.bounds(i), half));
        for (std::size_t side = 0; side < most.size(); ++side)
            most[side] = std::max(most[side], here[side]);
    }
    for (const int link : leaving) {
        const double half = sketch.link(link).strokeWidth / 2;
        sketch.setPath(link, pressed(sketch.path(link), grown(plot, -half), most));
    }
    for (const int link : leaving)
        placeAmount(sketch, link);
}

/// Labels that have their place for good.
class Kept
{
public:
    explicit Kept(const Sketch& sketch)
        : m_sketch(sketch)
    {
    }

    /// `node`: whose disc the label may touch; -1: none.
    [[nodiscard]] bool hasRoom(const Box& box, int node) const
    {
        if (!contains(grown(m_sketch.diagram.frame.plot, 0.5), box))
            return false;
        for (const Box& other : m_boxes)
            if (box.overlaps(other))
                return false;
        for (const Box& piece : m_sketch.diagram.frame.obstacles)
            if (box.overlaps(piece))
                return false;
        for (int i = 0; i < m_sketch.nodeCount(); ++i)
            if (i != node && distanceToBox(m_sketch.centre(i), box) < m_sketch.node(i).radius)
                return false;
        return true;
    }

    void keep(const Box& box) { m_boxes.push_back(box); }

private:
    const Sketch& m_sketch;
    std::vector<Box> m_boxes;
};

/// Firms through which most money goes first, then those of most deals.
std::vector<int> namesByWeight(const Sketch& sketch)
{
    std::vector<std::pair<double, int>> weight(sketch.diagram.nodes.size());
    for (const DiagramLink& link : sketch.diagram.links)
        for (const int end : {link.from, link.to}) {
            weight[std::size_t(end)].first += link.labelPriority;
            ++weight[std::size_t(end)].second;
        }
    std::vector<int> order(sketch.diagram.nodes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&weight](int a, int b) {
        return weight[std::size_t(a)] > weight[std::size_t(b)];
    });
    return order;
}

void thinNames(Sketch& sketch, Kept& kept)
{
    for (const int node : namesByWeight(sketch)) {
        if (!sketch.hasName(node))
            continue;
        if (!kept.hasRoom(sketch.name(node), node)) {
            const auto spots = nameSpots(sketch, node);
            const auto free = std::find_if(spots.begin(), spots.end(), [&](const Box& spot) {
                return kept.hasRoom(spot, node);
            });
            if (free == spots.end()) {
                sketch.setName(node, boxAround(sketch.centre(node), 0, 0));
                continue;
            }
            sketch.setName(node, *free);
        }
        kept.keep(sketch.name(node));
    }
}

void thinAmounts(Sketch& sketch, Kept& kept, bool hasNewRoom)
{
    std::vector<int> links(sketch.diagram.links.size());
    std::iota(links.begin(), links.end(), 0);
    for (const int link : byPriority(sketch, std::move(links))) {
        if (!sketch.hasAmount(link))
            continue;
        if (!sketch.isAmountShown(link) && hasNewRoom)
            placeAmount(sketch, link);
        if (sketch.isAmountShown(link) && !kept.hasRoom(sketch.amount(link), -1))
            placeAmount(sketch, link);
        if (!sketch.isAmountShown(link))
            continue;
        if (kept.hasRoom(sketch.amount(link), -1))
            kept.keep(sketch.amount(link));
        else
            sketch.hideAmount(link);
    }
}

} // namespace

void thinOut(Sketch& sketch)
{
    pressArcs(sketch);
    Kept kept(sketch);
    thinNames(sketch, kept);
    bool hasLostNames = false;
    for (int i = 0; i < sketch.nodeCount(); ++i)
        hasLostNames = hasLostNames || (sketch.hasName(i) && !sketch.isNameShown(i));
    thinAmounts(sketch, kept, hasLostNames);
}

} // namespace gyre
