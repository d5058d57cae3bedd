#include "graph/layout/along.h"
#include "graph/layout/engines.h"
#include "graph/layout/geometry.h"
#include "graph/layout/pieces.h"

#include <numbers>
#include <utility>

namespace gyre {
namespace {

/// Depth-first from the busiest node: neighbours tend to stand side by side.
std::vector<int> firstOrder(const std::vector<int>& piece,
                            const std::vector<std::vector<int>>& neighbours)
{
    const int start = *std::max_element(piece.begin(), piece.end(), [&neighbours](int a, int b) {
        return neighbours[std::size_t(a)].size() < neighbours[std::size_t(b)].size();
    });
    std::vector<int> order, stack{start};
    std::vector<char> isSeen(neighbours.size(), 0);
    while (!stack.empty()) {
        const int at = stack.back();
        stack.pop_back();
        if (std::exchange(isSeen[std::size_t(at)], 1) != 0)
            continue;
        order.push_back(at);
        for (const int next : neighbours[std::size_t(at)])
            if (isSeen[std::size_t(next)] == 0)
                stack.push_back(next);
    }
    return order;
}

/// Crossings on the circle between the edges of nodes at seats p and p + 1 change by this when the
/// two change seats (Baur, Brandes 2004: circular sifting by adjacent swaps).
int gainOfSwap(const std::vector<int>& left, const std::vector<int>& right,
               const std::vector<int>& seat, int p, int count)
{
    const auto around = [&seat, p, count](int node) {
        return (seat[std::size_t(node)] - p + count) % count;
    };
    int before = 0, after = 0;
    for (const int a : left)
        for (const int b : right) {
            const int x = around(a), y = around(b);
            if (x < 2 || y < 2)
                continue;
            before += x < y ? 1 : 0;
            after += y < x ? 1 : 0;
        }
    return before - after;
}

void sift(std::vector<int>& order, const std::vector<std::vector<int>>& neighbours)
{
    const auto count = static_cast<int>(order.size());
    std::vector<int> seat(neighbours.size(), 0);
    for (int p = 0; p < count; ++p)
        seat[std::size_t(order[std::size_t(p)])] = p;
    const int sweeps = count > 500 ? 2 : 40;
    bool isBetter = true;
    for (int k = 0; k < sweeps && isBetter && count > 3; ++k) {
        isBetter = false;
        for (int p = 0; p < count; ++p) {
            int& left = order[std::size_t(p)];
            int& right = order[std::size_t((p + 1) % count)];
            if (gainOfSwap(neighbours[std::size_t(left)], neighbours[std::size_t(right)], seat, p,
                           count) <= 0)
                continue;
            std::swap(left, right);
            std::swap(seat[std::size_t(left)], seat[std::size_t(right)]);
            isBetter = true;
        }
    }
}

std::vector<std::vector<int>> neighboursOf(const Diagram& diagram)
{
    std::vector<std::vector<int>> neighbours(diagram.nodes.size());
    for (const NodePair& pair : pairsOf(diagram)) {
        if (pair.a == pair.b)
            continue;
        neighbours[std::size_t(pair.a)].push_back(pair.b);
        neighbours[std::size_t(pair.b)].push_back(pair.a);
    }
    return neighbours;
}

/// An ellipse wide enough for the discs, seats spaced by what stands on them.
void seatRound(const Diagram& diagram, const std::vector<int>& order, std::vector<Point>& places)
{
    double around = 0;
    std::vector<double> room;
    for (const int i : order) {
        const Box box = footprint(diagram.nodes[std::size_t(i)], {});
        room.push_back(std::max({box.w, box.h, 40.0}) + 24);
        around += room.back();
    }
    const double radius = order.size() < 2 ? 0 : std::max(around / (2 * std::numbers::pi), 60.0);
    double done = -room.front() / 2;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const double angle =
            (done + room[k] / 2) / around * 2 * std::numbers::pi - std::numbers::pi / 2;
        done += room[k];
        places[std::size_t(order[k])] = {1.3 * radius * std::cos(angle), radius * std::sin(angle)};
    }
}

/// Through the seats as they are now; two or fewer stay where they are.
Ellipse roundOf(const std::vector<int>& piece, const std::vector<Point>& places)
{
    std::vector<Point> seats;
    seats.reserve(piece.size());
    for (const int i : piece)
        seats.push_back(places[std::size_t(i)]);
    const Box box = boundsOf(seats);
    return {middle(box), box.w / 2, box.h / 2};
}

} // namespace

std::vector<Point> circleEngine(const Diagram& diagram, const LayoutOptions& options,
                                const Progress& progress)
{
    std::vector<Point> places(diagram.nodes.size());
    const auto neighbours = neighboursOf(diagram);
    const auto pieces = piecesOf(diagram);
    for (const auto& piece : pieces) {
        std::vector<int> order = firstOrder(piece, neighbours);
        sift(order, neighbours);
        seatRound(diagram, order, places);
    }
    packIntoNominalFrame(diagram, pieces, places);
    std::vector<std::optional<Ellipse>> roundAt(places.size());
    for (const auto& piece : pieces)
        for (const int i : piece)
            if (piece.size() > 2)
                roundAt[std::size_t(i)] = roundOf(piece, places);
    const std::vector<Point> packed = places;
    untangleAlong(
        diagram, options, progress,
        [&roundAt, &packed](int node, Point wish) {
            const auto& round = roundAt[std::size_t(node)];
            return round ? round->seat(wish) : packed[std::size_t(node)];
        },
        0.8, places);
    return places;
}

} // namespace gyre
