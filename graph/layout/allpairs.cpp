#include "graph/layout/allpairs.h"

#include "graph/layout/geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace gyre {
namespace {

constexpr int largestBlock = 128;
/// Beyond this size blocks are large, so that a round is worth handing out to threads.
constexpr int mostInSmallBlocks = 4000;

using Hops = std::uint16_t;

/// Two runs of nodes of the same length that meet: those at `a` and those at `b`. The hops of
/// a + i and b + (i + k) mod size stand at `start` + k · size + i.
struct Meeting
{
    int a = 0;
    int b = 0;
    int size = 0;
    std::size_t start = 0;
};

/// Where everything stands: nodes in blocks, hops in the order in which they are used.
struct Tournament
{
    int block = 64;
    /// Even.
    int blocks = 2;
    /// Node of each seat; -1: empty.
    std::vector<int> seat;
    std::vector<Hops> hops;
    /// Of block x with block y: index of a meeting of `meetings`.
    std::vector<int> meetingOf;
    /// blocks - 1 rounds of blocks / 2 meetings each.
    std::vector<Meeting> meetings;
    /// Per block where its inner hops begin.
    std::vector<std::size_t> inner;

    [[nodiscard]] int& meeting(int x, int y)
    {
        return meetingOf[std::size_t(x) * std::size_t(blocks) + std::size_t(y)];
    }
};

void seatNodes(int nodes, Dice& dice, Tournament& made)
{
    made.block = nodes > mostInSmallBlocks ? largestBlock : 64;
    made.blocks = std::max(2, (nodes + made.block - 1) / made.block);
    made.blocks += made.blocks % 2;
    made.seat.assign(std::size_t(made.block) * std::size_t(made.blocks), -1);
    std::iota(made.seat.begin(), made.seat.begin() + nodes, 0);
    for (int k = nodes; k > 1; --k)
        std::swap(made.seat[std::size_t(k - 1)], made.seat[std::size_t(dice.below(k))]);
}

/// The circle method: the last block stays, the others go round.
void drawUp(Tournament& made)
{
    const int blocks = made.blocks, size = made.block;
    made.meetingOf.assign(std::size_t(blocks) * std::size_t(blocks), -1);
    std::vector<int> circle(static_cast<std::size_t>(blocks));
    std::iota(circle.begin(), circle.end(), 0);
    std::size_t start = 0;
    for (int round = 0; round < blocks - 1; ++round) {
        for (int i = 0; i < blocks / 2; ++i) {
            const int x = circle[std::size_t(i)], y = circle[std::size_t(blocks - 1 - i)];
            made.meeting(x, y) = static_cast<int>(made.meetings.size());
            made.meetings.push_back({x * size, y * size, size, start});
            start += std::size_t(size) * std::size_t(size);
        }
        std::rotate(circle.begin() + 1, circle.begin() + 2, circle.end());
    }
    for (int i = 0; i < blocks; ++i) {
        made.inner.push_back(start);
        start += std::size_t(size) * std::size_t(size - 1) / 2;
    }
    made.hops.assign(start, 0);
}

/// The meetings inside a block: its halves, the halves of each half, and so on.
template<typename Visit>
void innerMeetings(const Tournament& all, int block, Visit visit)
{
    std::size_t start = all.inner[std::size_t(block)];
    for (int half = all.block / 2; half >= 1; half /= 2)
        for (int at = 0; at < all.block; at += 2 * half) {
            const int a = block * all.block + at;
            visit(Meeting{a, a + half, half, start});
            start += std::size_t(half) * std::size_t(half);
        }
}

std::size_t placeIn(const Meeting& meeting, int a, int b)
{
    const int i = a - meeting.a, j = b - meeting.b;
    const int k = j >= i ? j - i : j - i + meeting.size;
    return meeting.start + std::size_t(k * meeting.size + i);
}

/// Where the hops between two seats of block `block` stand.
std::size_t innerPlace(const Tournament& all, int block, int p, int q)
{
    const auto size = std::size_t(all.block);
    // They part where their numbers first differ: in which half of which run of 2^level seats.
    const auto level = static_cast<unsigned>(std::bit_width(static_cast<unsigned>(p ^ q)));
    const std::size_t half = (std::size_t{1} << level) / 2;
    const std::size_t pair = std::size_t(p) >> level;
    const std::size_t before = size * (size - 2 * half) / 2 + pair * half * half;
    const int a = block * all.block + static_cast<int>(pair * 2 * half);
    const Meeting meeting{a, a + static_cast<int>(half), static_cast<int>(half),
                          all.inner[std::size_t(block)] + before};
    return placeIn(meeting, block * all.block + p, block * all.block + q);
}

/// The hops from the nodes of one block. Those between two blocks are written by the search from
/// the one that stands first in their meeting, so that no two searches write to one place.
void measure(const SimpleGraph& graph, const std::vector<int>& seatOf, int block, Tournament& all)
{
    HopSearch search(graph);
    for (int from = 0; from < all.block; from += 64) {
        const int base = block * all.block + from;
        std::vector<int> sources;
        for (auto seat = all.seat.begin() + base; seat != all.seat.begin() + base + 64; ++seat)
            if (*seat >= 0)
                sources.push_back(*seat);
        search.from(sources, [&](int node, int hops, int k) {
            const int p = base + k, q = seatOf[std::size_t(node)], other = q / all.block;
            const auto held = static_cast<Hops>(std::min(hops, 0xffff));
            if (other == block) {
                if (p < q)
                    all.hops[innerPlace(all, block, p % all.block, q % all.block)] = held;
            } else if (const int m = all.meeting(block, other); m >= 0) {
                all.hops[placeIn(all.meetings[std::size_t(m)], p, q)] = held;
            }
        });
    }
}

/// Pairs none of which share a node; `hold…`: 0 for a node that stays, 1 for one that moves.
template<bool hasFixed>
void movePairs(int size, float step, const Hops* __restrict hops, float* __restrict ax,
               float* __restrict ay, float* __restrict bx, float* __restrict by,
               const float* __restrict holdA, const float* __restrict holdB)
{
    for (int i = 0; i < size; ++i) {
        const auto wish = static_cast<float>(static_cast<int>(hops[i]));
        const float dx = ax[i] - bx[i], dy = ay[i] - by[i];
        const float apart = std::sqrt(dx * dx + dy * dy + 1e-12F);
        const float weight = step / (wish * wish + 1e-9F);
        const float share = weight < 1 ? weight : 1;
        const float amiss = 0.5F * (share - share * wish / apart);
        const float by0 = wish > 0 ? amiss : 0; // an empty seat pulls nobody
        const float mx = dx * by0, my = dy * by0;
        ax[i] -= hasFixed ? mx * holdA[i] : mx;
        ay[i] -= hasFixed ? my * holdA[i] : my;
        bx[i] += hasFixed ? mx * holdB[i] : mx;
        by[i] += hasFixed ? my * holdB[i] : my;
    }
}

/// The places of all seats.
struct Board
{
    Cloud at;
    /// Empty: nothing is fixed.
    std::vector<float> hold;
};

/// Slides the nodes at `b` along those at `a`: in a window that moves on by one a step, what falls
/// out in front comes in again behind.
void meet(const Meeting& meeting, const std::vector<Hops>& hops, float step, Board& board)
{
    const auto size = std::size_t(meeting.size), a = std::size_t(meeting.a),
               b = std::size_t(meeting.b);
    std::array<float, std::size_t(2) * largestBlock> x, y, hold;
    std::copy_n(&board.at.x[b], size, x.begin());
    std::copy_n(&board.at.y[b], size, y.begin());
    const bool hasFixed = !board.hold.empty();
    if (hasFixed)
        std::copy_n(&board.hold[b], size, hold.begin());
    for (std::size_t k = 0; k < size; ++k) {
        const Hops* row = &hops[meeting.start + k * size];
        if (hasFixed) {
            movePairs<true>(meeting.size, step, row, &board.at.x[a], &board.at.y[a], &x[k], &y[k],
                            &board.hold[a], &hold[k]);
            hold[k + size] = hold[k];
        } else {
            movePairs<false>(meeting.size, step, row, &board.at.x[a], &board.at.y[a], &x[k], &y[k],
                             nullptr, nullptr);
        }
        x[k + size] = x[k];
        y[k + size] = y[k];
    }
    std::copy_n(&x[size], size, &board.at.x[b]);
    std::copy_n(&y[size], size, &board.at.y[b]);
}

void meetAll(const Tournament& all, float step, Dice& dice, Workers& workers, Board& board)
{
    std::vector<int> rounds(static_cast<std::size_t>(all.blocks));
    std::iota(rounds.begin(), rounds.end(), 0);
    for (int k = all.blocks; k > 1; --k)
        std::swap(rounds[std::size_t(k - 1)], rounds[std::size_t(dice.below(k))]);
    const bool isLarge = all.block == largestBlock;
    const auto games = std::size_t(all.blocks) / 2;
    for (const int round : rounds) {
        const bool isInner = round == all.blocks - 1;
        const auto task = [&](int i) {
            if (isInner)
                innerMeetings(
                    all, i, [&](const Meeting& meeting) { meet(meeting, all.hops, step, board); });
            else
                meet(all.meetings[std::size_t(round) * games + std::size_t(i)], all.hops, step,
                     board);
        };
        const int count = isInner ? all.blocks : all.blocks / 2;
        if (isLarge)
            workers.run(count, task);
        else
            for (int i = 0; i < count; ++i)
                task(i);
    }
}

Tournament tournamentOf(const SimpleGraph& graph, Dice& dice, Workers& workers)
{
    Tournament made;
    seatNodes(graph.size(), dice, made);
    drawUp(made);
    std::vector<int> seatOf(std::size_t(graph.size()));
    for (std::size_t k = 0; k < made.seat.size(); ++k)
        if (made.seat[k] >= 0)
            seatOf[std::size_t(made.seat[k])] = static_cast<int>(k);
    const auto task = [&](int block) { measure(graph, seatOf, block, made); };
    workers.run(made.blocks, task);
    return made;
}

} // namespace

void descend(const SimpleGraph& graph, const Descent& how, const std::vector<char>& isFixed,
             Workers& workers, const Progress& progress, Cloud& at)
{
    if (graph.size() < 2)
        return;
    Dice dice(how.seed);
    const Tournament all = tournamentOf(graph, dice, workers);
    Board board{Cloud(all.seat.size()), {}};
    if (!isFixed.empty())
        board.hold.assign(all.seat.size(), 1);
    for (std::size_t k = 0; k < all.seat.size(); ++k)
        if (const int node = all.seat[k]; node >= 0) {
            board.at.x[k] = at.x[std::size_t(node)];
            board.at.y[k] = at.y[std::size_t(node)];
            if (!isFixed.empty() && isFixed[std::size_t(node)] != 0)
                board.hold[k] = 0;
        }
    const float decay = std::log(how.first / how.last) / static_cast<float>(how.rounds - 1);
    for (int k = 0; k < how.rounds && !progress.isCancelled(); ++k) {
        meetAll(all, how.first * std::exp(-decay * static_cast<float>(k)), dice, workers, board);
        progress.at(static_cast<double>(k + 1) / how.rounds);
    }
    for (std::size_t k = 0; k < all.seat.size(); ++k)
        if (const int node = all.seat[k]; node >= 0) {
            at.x[std::size_t(node)] = board.at.x[k];
            at.y[std::size_t(node)] = board.at.y[k];
        }
}

} // namespace gyre
