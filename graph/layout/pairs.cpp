#include "graph/layout/pairs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace gyre {
namespace {

constexpr double leastSpacing = 22;
constexpr double labelGap = 4;

int rootOf(std::vector<int>& parent, int i)
{
    while (parent[std::size_t(i)] != i) {
        parent[std::size_t(i)] = parent[std::size_t(parent[std::size_t(i)])];
        i = parent[std::size_t(i)];
    }
    return i;
}

} // namespace

std::vector<NodePair> pairsOf(const Diagram& diagram)
{
    std::map<std::pair<int, int>, NodePair> found;
    for (std::size_t i = 0; i < diagram.links.size(); ++i) {
        const DiagramLink& link = diagram.links[i];
        NodePair& pair = found[std::minmax(link.from, link.to)];
        pair.a = std::min(link.from, link.to);
        pair.b = std::max(link.from, link.to);
        pair.links.push_back(static_cast<int>(i));
    }
    std::vector<NodePair> pairs;
    pairs.reserve(found.size());
    for (auto& [ends, pair] : found) {
        const int b = pair.b;
        std::stable_partition(pair.links.begin(), pair.links.end(), [&diagram, b](int link) {
            return diagram.links[std::size_t(link)].from == b;
        });
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

std::vector<std::vector<int>> pairsAtNodes(const Diagram& diagram,
                                           const std::vector<NodePair>& pairs)
{
    std::vector<std::vector<int>> at(diagram.nodes.size());
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        if (pairs[p].a == pairs[p].b)
            continue;
        at[std::size_t(pairs[p].a)].push_back(static_cast<int>(p));
        at[std::size_t(pairs[p].b)].push_back(static_cast<int>(p));
    }
    return at;
}

std::vector<std::vector<int>> piecesOf(const Diagram& diagram)
{
    std::vector<int> parent(diagram.nodes.size());
    std::iota(parent.begin(), parent.end(), 0);
    for (const DiagramLink& link : diagram.links) {
        const int a = rootOf(parent, link.from), b = rootOf(parent, link.to);
        parent[std::size_t(std::max(a, b))] = std::min(a, b);
    }
    std::vector<std::vector<int>> byRoot(diagram.nodes.size());
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
        byRoot[std::size_t(rootOf(parent, static_cast<int>(i)))].push_back(static_cast<int>(i));
    std::erase_if(byRoot, [](const std::vector<int>& piece) { return piece.empty(); });
    std::stable_sort(byRoot.begin(), byRoot.end(),
                     [](const auto& x, const auto& y) { return x.size() > y.size(); });
    return byRoot;
}

double wishedDistance(const Diagram& diagram, const NodePair& pair)
{
    const DiagramNode& a = diagram.nodes[std::size_t(pair.a)];
    const DiagramNode& b = diagram.nodes[std::size_t(pair.b)];
    if (a.isSquare || b.isSquare)
        return a.radius + b.radius + 70;
    double label = 0, head = 0;
    for (const int i : pair.links) {
        label = std::max(label, diagram.links[std::size_t(i)].labelWidth);
        head = std::max(head, diagram.links[std::size_t(i)].headLength);
    }
    const auto fan = static_cast<double>(std::min<std::size_t>(pair.links.size() - 1, 5));
    return a.radius + b.radius + label + 2 * head + 40 + 14 * fan;
}

double fanSpacing(const Diagram& diagram, const NodePair& pair, double dx, double dy)
{
    const double whole = std::max(1e-9, std::hypot(dx, dy));
    double most = leastSpacing;
    for (const int i : pair.links) {
        const DiagramLink& link = diagram.links[std::size_t(i)];
        const double across =
            (link.labelWidth * std::abs(dy) + link.labelHeight * std::abs(dx)) / (2 * whole);
        most = std::max(most, across + link.strokeWidth / 2 + labelGap);
    }
    return most;
}

} // namespace gyre
