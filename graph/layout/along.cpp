#include "graph/layout/along.h"

#include "graph/layout/crowd.h"
#include "graph/layout/search.h"
#include "graph/layout/untangle.h"

#include <array>

namespace gyre {
namespace {

/// Which of `all` lies farthest left and right, or up and down.
template<typename Of>
std::pair<std::size_t, std::size_t> farthest(const std::vector<Point>& all, Of of)
{
    const auto [low, high] = std::minmax_element(
        all.begin(), all.end(), [of](const Point& a, const Point& b) { return of(a) < of(b); });
    return {static_cast<std::size_t>(low - all.begin()),
            static_cast<std::size_t>(high - all.begin())};
}

} // namespace

Stretch Stretch::between(const std::vector<Point>& before, const std::vector<Point>& after)
{
    Stretch by;
    if (before.empty())
        return by;
    const auto [left, right] = farthest(before, [](const Point& p) { return p.x; });
    const auto [top, bottom] = farthest(before, [](const Point& p) { return p.y; });
    const double w = before[right].x - before[left].x, h = before[bottom].y - before[top].y;
    by.scaleX = w > 1e-9 ? (after[right].x - after[left].x) / w : 1;
    by.scaleY = h > 1e-9 ? (after[bottom].y - after[top].y) / h : 1;
    by.shift = {after[left].x - before[left].x * by.scaleX,
                after[top].y - before[top].y * by.scaleY};
    return by;
}

Point Ellipse::seat(Point wish) const
{
    if (radiusX <= 0 || radiusY <= 0)
        return centre;
    const double angle = std::atan2((wish.y - centre.y) / radiusY, (wish.x - centre.x) / radiusX);
    return {centre.x + radiusX * std::cos(angle), centre.y + radiusY * std::sin(angle)};
}

Ellipse Ellipse::stretched(const Stretch& by) const
{
    return {by(centre), radiusX * by.scaleX, radiusY * by.scaleY};
}

void untangleAlong(const Diagram& diagram, const LayoutOptions& options, const Progress& progress,
                   const std::function<Point(int node, Point wish)>& where, double heat,
                   std::vector<Point>& places)
{
    if (places.size() < 3 || places.size() >= leastCrowd)
        return;
    const std::array stages{Stage{1, 0.6, heat, 0.4}, Stage{1, 0.4, heat / 8, 0.1}};
    const Mapping mapping = mappingFor(diagram.frame);
    const std::vector<NodePair> pairs = pairsOf(diagram);
    const int moves = movesFor(places.size(), pairs.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const DiagramNode& node = diagram.nodes[i];
        places[i] = mapping.toPage(node.isPinned ? node.start.value_or(places[i]) : places[i]);
    }
    double done = 0;
    for (const Stage& stage : stages) {
        UntangleOptions own;
        own.seed = options.seed + 17;
        own.moves = static_cast<int>(stage.share * moves);
        own.heat = stage.heat;
        own.reach = stage.reach;
        own.where = [&](int node, Point wish) {
            return mapping.toPage(where(node, mapping.toNominal(wish)));
        };
        untangle(diagram, pairs, mapping.page, own, places, progress.quiet());
        progress.at(done += 0.9 * stage.share);
    }
    for (Point& p : places)
        p = mapping.toNominal(p);
}

} // namespace gyre
