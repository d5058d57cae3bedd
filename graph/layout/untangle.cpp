#include "graph/layout/untangle.h"

#include "graph/layout/page.h"

namespace gyre {
namespace {

/// Moves tried for a node in a row: what it costs where it is need be found only once.
constexpr int triesInARow = 3;

std::vector<int> freeNodes(const Diagram& diagram)
{
    std::vector<int> free;
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
        if (!diagram.nodes[i].isPinned)
            free.push_back(static_cast<int>(i));
    return free;
}

/// Mostly near by, sometimes among the neighbours, sometimes anywhere.
Point proposal(const Page& page, const Box& box, int node, double reach, Dice& dice)
{
    const double kind = dice.unit();
    if (kind < 0.72)
        return page.place(node) + Point{dice.around(), dice.around()} * reach;
    if (kind < 0.86)
        return page.amongNeighbours(node) + Point{dice.around(), dice.around()} * page.room();
    return {box.x + dice.unit() * box.w, box.y + dice.unit() * box.h};
}

/// As `Page::inside`, for nodes that may not stand everywhere.
struct Room
{
    const Page& page;
    const UntangleOptions& options;

    [[nodiscard]] Point operator()(int node, Point wish) const
    {
        return page.inside(node, options.where ? options.where(node, wish) : wish);
    }
};

void trySwap(Page& page, const Room& room, int a, int b, double allowed)
{
    const Point oldA = page.place(a), oldB = page.place(b);
    const double most = page.costHere(a) + page.costHere(b) + allowed;
    page.moveTo(a, room(a, oldB));
    page.moveTo(b, room(b, oldA));
    const double first = page.costAt(a, page.place(a), most);
    if (first + page.costAt(b, page.place(b), most - first) < most)
        return;
    page.moveTo(a, oldA);
    page.moveTo(b, oldB);
}

/// A loose piece moves as one: taken apart it would never find its way to another corner.
void trySlide(Page& page, const Box& box, const std::vector<int>& piece, double allowed, Dice& dice)
{
    std::vector<Point> before;
    double most = allowed;
    for (const int node : piece) {
        before.push_back(page.place(node));
        most += page.costHere(node);
    }
    const Point shift = Point{box.x + dice.unit() * box.w, box.y + dice.unit() * box.h} - before[0];
    for (std::size_t k = 0; k < piece.size(); ++k)
        page.moveTo(piece[k], page.inside(piece[k], before[k] + shift));
    double after = 0;
    for (const int node : piece)
        after += page.costAt(node, page.place(node), most - after);
    if (after < most)
        return;
    for (std::size_t k = 0; k < piece.size(); ++k)
        page.moveTo(piece[k], before[k]);
}

/// All but the largest, pinned ones left out.
std::vector<std::vector<int>> loosePieces(const Diagram& diagram)
{
    std::vector<std::vector<int>> pieces = piecesOf(diagram);
    if (!pieces.empty())
        pieces.erase(pieces.begin());
    std::erase_if(pieces, [&diagram](const std::vector<int>& piece) {
        return std::any_of(piece.begin(), piece.end(), [&diagram](int node) {
            return diagram.nodes[std::size_t(node)].isPinned;
        });
    });
    return pieces;
}

} // namespace

double untangle(const Diagram& diagram, const std::vector<NodePair>& pairs, const Box& box,
                const UntangleOptions& options, std::vector<Point>& places,
                const Progress& progress)
{
    Page page(diagram, pairs, box, places);
    page.keepNear(options.kept, options.keepingCost, options.freely);
    const std::vector<int> free = freeNodes(diagram);
    const auto count = static_cast<int>(free.size());
    const std::vector<std::vector<int>> loose = loosePieces(diagram);
    const Room room{page, options};
    Dice dice(options.seed);
    for (const int i : free)
        page.moveTo(i, room(i, page.place(i)));
    for (int k = 0; k < options.moves && count > 0; k += triesInARow) {
        if (k % 1024 < triesInARow && progress.isCancelled())
            break;
        const double done = static_cast<double>(k) / options.moves;
        const double heat = done < 0.9 ? options.heat * std::exp(-5 * done) : 0;
        const double reach = std::max(box.w, box.h) * options.reach * std::exp(-4 * done);
        const auto allowed = [&dice, heat] { return -heat * std::log(1 - dice.unit()); };
        if (!loose.empty() && !options.where && dice.unit() < 0.06 * (1 - done)) {
            trySlide(page, box, loose[std::size_t(dice.below(static_cast<int>(loose.size())))],
                     allowed(), dice);
            continue;
        }
        const int node = free[std::size_t(dice.below(count))];
        if (count > 1 && dice.unit() < 0.08 * (1 - done)) {
            const int other = free[std::size_t(dice.below(count))];
            if (other != node)
                trySwap(page, room, node, other, allowed());
            continue;
        }
        double before = page.costHere(node);
        for (int t = 0; t < triesInARow; ++t) {
            const Point to = room(node, proposal(page, box, node, reach, dice));
            const double most = before + allowed();
            const double after = page.costAt(node, to, most);
            if (after >= most)
                continue;
            page.moveTo(node, to);
            before = after;
        }
    }
    page.keepNear({}, 0, 0);
    return page.wholeCost();
}

} // namespace gyre
