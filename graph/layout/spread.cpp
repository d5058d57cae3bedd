#include "graph/layout/spread.h"

#include "graph/layout/pieces.h"
#include "graph/layout/sketch.h"

#include <numeric>

namespace gyre {
namespace {

Box takenBy(const DiagramNode& node, Point centre, bool withName)
{
    const double r = node.radius;
    return withName ? footprint(node, centre) : Box{centre.x - r, centre.y - r, 2 * r, 2 * r};
}

void keepInside(const DiagramNode& node, const Box& inner, bool withName, Point& centre)
{
    const Box box = takenBy(node, centre, withName);
    const auto shift = [](double low, double high, double from, double to) {
        if (high - low > to - from)
            return (from + to) / 2 - (low + high) / 2;
        return low < from ? from - low : high > to ? to - high : 0.0;
    };
    centre.x += shift(box.x, box.x + box.w, inner.x, inner.x + inner.w);
    centre.y += shift(box.y, box.y + box.h, inner.y, inner.y + inner.h);
}

void leaveObstacles(const Diagram& diagram, const DiagramNode& node, bool withName, Point& centre)
{
    for (const Box& piece : diagram.frame.obstacles) {
        const Box box = takenBy(node, centre, withName);
        if (!box.overlaps(piece, discGap))
            continue;
        const double left = box.x + box.w - piece.x + discGap;
        const double right = piece.x + piece.w - box.x + discGap;
        const double up = box.y + box.h - piece.y + discGap;
        const double down = piece.y + piece.h - box.y + discGap;
        const double least = std::min({left, right, up, down});
        if (least == left)
            centre.x -= left;
        else if (least == right)
            centre.x += right;
        else
            centre.y += least == up ? -up : down;
    }
}

/// Half of what is needed to part two shapes, for the second of them; none: they are apart.
Point partingMove(const DiagramNode& a, Point pa, const DiagramNode& b, Point pb, bool withNames)
{
    const Point apart = pb - pa;
    const double far = length(apart), needed = a.radius + b.radius + discGap + 2;
    Point move;
    if (far < needed) {
        const Point u = far > 1e-6 ? apart * (1 / far) : Point{0.8, 0.6};
        move = u * ((needed - far) / 2);
    }
    if (!withNames)
        return move;
    const Box x = takenBy(a, pa, true), y = takenBy(b, pb, true);
    if (!x.overlaps(y, labelGap + 1))
        return move;
    const Point between = middle(y) - middle(x);
    const double dx = (x.w + y.w) / 2 + labelGap + 1 - std::abs(between.x);
    const double dy = (x.h + y.h) / 2 + labelGap + 1 - std::abs(between.y);
    if (dx < dy)
        return {std::max(std::abs(move.x), dx / 2) * (between.x < 0 ? -1 : 1), move.y};
    return {move.x, std::max(std::abs(move.y), dy / 2) * (between.y < 0 ? -1 : 1)};
}

bool partAll(const Diagram& diagram, bool withNames, std::vector<Point>& centres)
{
    std::vector<int> order(centres.size());
    std::iota(order.begin(), order.end(), 0);
    std::vector<Box> box;
    double widest = 0;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        box.push_back(takenBy(diagram.nodes[i], centres[i], withNames));
        widest = std::max(widest, box.back().w);
    }
    std::stable_sort(order.begin(), order.end(), [&box](int a, int b) {
        return box[std::size_t(a)].x < box[std::size_t(b)].x;
    });
    bool isMoved = false;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const auto i = std::size_t(order[k]);
        for (std::size_t l = k + 1; l < order.size(); ++l) {
            const auto j = std::size_t(order[l]);
            if (box[j].x > box[i].x + widest + 3 * discGap)
                break;
            const DiagramNode &a = diagram.nodes[i], &b = diagram.nodes[j];
            const Point move = partingMove(a, centres[i], b, centres[j], withNames);
            if ((move.x == 0 && move.y == 0) || (a.isPinned && b.isPinned))
                continue;
            const double shareA = a.isPinned ? 0 : b.isPinned ? 2 : 1;
            centres[i] = centres[i] - move * shareA;
            centres[j] = centres[j] + move * (2 - shareA);
            isMoved = true;
        }
    }
    return isMoved;
}

} // namespace

void spread(const Diagram& diagram, const Box& inner, std::vector<Point>& centres)
{
    const int most = centres.size() > 1000 ? 30 : 150;
    for (int round = 0; round < 2 * most; ++round) {
        // Names give way where there is no room for all: the last rounds part the discs alone.
        const bool withNames = round < most;
        bool isMoved = partAll(diagram, withNames, centres);
        for (std::size_t i = 0; i < centres.size(); ++i) {
            if (diagram.nodes[i].isPinned)
                continue;
            leaveObstacles(diagram, diagram.nodes[i], withNames, centres[i]);
            keepInside(diagram.nodes[i], inner, withNames, centres[i]);
        }
        if (!isMoved && withNames)
            return;
        if (!isMoved)
            break;
    }
}

} // namespace gyre
