#include "graph/layout/mend.h"

#include "graph/layout/routes.h"

#include <array>
#include <numbers>
#include <numeric>
#include <utility>

namespace gyre {
namespace {

/// Below this nothing worth a move is wrong with a node.
constexpr double trouble = 1.9;
/// What a move costs per hundred pixels: places are meant, not only free.
constexpr double movingCost = 0.5;
/// Hubs stay: their arcs are too many to be routed anew for a try.
constexpr std::size_t mostPairsToMove = 8;

/// A node with its name and its pairs, as they were before a move.
struct Saved
{
    Point centre;
    Box name;
    std::vector<PairState> pairs;
};

Saved save(const Sketch& sketch, int node)
{
    Saved saved{sketch.centre(node), sketch.name(node), {}};
    for (const int pair : sketch.pairsAt[std::size_t(node)])
        saved.pairs.push_back(stateOf(sketch, sketch.pairs[std::size_t(pair)]));
    return saved;
}

void restore(Sketch& sketch, int node, Saved saved)
{
    const auto i = std::size_t(node);
    sketch.setCentre(node, saved.centre);
    sketch.setName(node, saved.name);
    for (std::size_t k = 0; k < saved.pairs.size(); ++k)
        setState(sketch, sketch.pairs[std::size_t(sketch.pairsAt[i][k])],
                 std::move(saved.pairs[k]));
}

/// All that is wrong with a node, its name and its arcs, and all that it does to others.
double troubleOf(const Sketch& sketch, int node, double limit)
{
    const auto i = std::size_t(node);
    double sum = sketch.discCost(node);
    if (sketch.hasName(node) && sum < limit)
        sum += sketch.nameCost(node, sketch.name(node));
    for (const int pair : sketch.pairsAt[i]) {
        if (sum >= limit)
            break;
        sum += costOf(sketch, sketch.pairs[std::size_t(pair)]);
    }
    return sum;
}

void moveTo(Sketch& sketch, int node, Point to)
{
    const Point shift = to - sketch.centre(node);
    Box name = sketch.name(node);
    name.x += shift.x;
    name.y += shift.y;
    sketch.setCentre(node, to);
    sketch.setName(node, name);
    for (const int pair : sketch.pairsAt[std::size_t(node)])
        routePair(sketch, pair);
    placeName(sketch, node);
}

/// Whether the disc has room at `to`, arcs and labels apart.
bool hasRoom(const Sketch& sketch, int node, Point to)
{
    const double r = sketch.node(node).radius;
    if (!contains(sketch.inner, boxAround(to, 2 * r, 2 * r)))
        return false;
    for (int j = 0; j < sketch.nodeCount(); ++j)
        if (j != node && distance(to, sketch.centre(j)) < r + sketch.node(j).radius + discGap)
            return false;
    return true;
}

/// In links to be routed anew.
int priceOf(const Sketch& sketch, int node)
{
    std::size_t links = 1;
    for (const int pair : sketch.pairsAt[std::size_t(node)]) {
        // An arc of a wide fan has as many neighbours to mind.
        const std::size_t count = sketch.pairs[std::size_t(pair)].links.size();
        links += count * (1 + count / 6);
    }
    return static_cast<int>(links);
}

bool tryMove(Sketch& sketch, int node, Point to, double before)
{
    Saved saved = save(sketch, node);
    const double moving = movingCost * distance(to, saved.centre) / 100;
    moveTo(sketch, node, to);
    if (moving + troubleOf(sketch, node, before - moving) < before - 0.3)
        return true;
    restore(sketch, node, std::move(saved));
    return false;
}

std::vector<int> inTrouble(const Sketch& sketch)
{
    std::vector<double> amount(sketch.diagram.nodes.size(), 0);
    std::vector<int> nodes;
    for (int i = 0; i < sketch.nodeCount(); ++i) {
        if (sketch.node(i).isPinned)
            continue;
        double& here = amount[std::size_t(i)];
        here = troubleOf(sketch, i, 1e18);
        if (here > trouble && sketch.pairsAt[std::size_t(i)].size() <= mostPairsToMove)
            nodes.push_back(i);
    }
    std::stable_sort(nodes.begin(), nodes.end(), [&amount](int a, int b) {
        return amount[std::size_t(a)] > amount[std::size_t(b)];
    });
    return nodes;
}

} // namespace

void mend(Sketch& sketch, int tries, const Progress& progress)
{
    constexpr int directions = 8;
    constexpr std::array reaches{30.0, 70.0, 130.0};
    Dice dice(7);
    const double most = std::max(1, tries);
    for (int round = 0; round < 6 && tries > 0; ++round) {
        bool isBetter = false;
        for (const int node : inTrouble(sketch)) {
            const double turn = dice.unit();
            double before = troubleOf(sketch, node, 1e18);
            for (int k = 0; k < directions && tries > 0 && before > trouble; ++k) {
                const double angle = (k + turn) * 2 * std::numbers::pi / directions;
                const double reach = reaches[std::size_t((k + round) % 3)];
                const Point to =
                    sketch.centre(node) + Point{std::cos(angle), std::sin(angle)} * reach;
                if (!hasRoom(sketch, node, to))
                    continue;
                tries -= priceOf(sketch, node);
                if (tryMove(sketch, node, to, before)) {
                    before = troubleOf(sketch, node, 1e18);
                    isBetter = true;
                }
            }
            progress.at(1 - std::max(0, tries) / most);
            if (progress.isCancelled())
                return;
        }
        if (!isBetter)
            break;
        settle(sketch, 1, progress.quiet());
    }
}

} // namespace gyre
