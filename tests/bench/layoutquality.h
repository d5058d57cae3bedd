// How good the places of a network's firms are, each pair of firms with deals being one line, by
// measures that large networks are compared with: quality.py of the peers' benchmarks counts the
// same.
#pragma once

#include "graph/layout/geometry.h"
#include "graph/layout/simplegraph.h"

#include <cmath>
#include <numeric>

namespace gyre {

struct LayoutQuality
{
    /// Mean over pairs of firms of (1 - s · drawn / hops)², s the best scale; 0 is perfect.
    double stress = 0;
    double crossingsPerLine = 0;
    /// Mean over firms of Jaccard's index of its neighbours and the as many firms nearest to it.
    double neighbours = 0;
    /// Pairs of discs that overlap per firm, the drawing fitted into 90 % of 3840 × 2160, radii by
    /// the number of firms and of neighbours.
    double overlaps = 0;
};

namespace quality {

constexpr int mostExact = 3000;

inline std::vector<int> someOf(int count, int most, Dice& dice)
{
    std::vector<int> all(static_cast<std::size_t>(count));
    std::iota(all.begin(), all.end(), 0);
    for (int k = 0; k < std::min(count, most); ++k)
        std::swap(all[std::size_t(k)], all[std::size_t(k + dice.below(count - k))]);
    all.resize(std::size_t(std::min(count, most)));
    return all;
}

inline double stress(const SimpleGraph& graph, const std::vector<Point>& at, Dice& dice)
{
    double sum = 0, squares = 0, count = 0;
    HopSearch search(graph);
    const std::vector<int> sources = someOf(graph.size(), mostExact, dice);
    for (std::size_t from = 0; from < sources.size(); from += 64) {
        const std::span<const int> batch(sources.data() + from,
                                         std::min<std::size_t>(64, sources.size() - from));
        search.from(batch, [&](int node, int hops, int k) {
            if (hops == 0)
                return;
            const double each =
                distance(at[std::size_t(node)], at[std::size_t(batch[std::size_t(k)])]) / hops;
            sum += each;
            squares += each * each;
            count += 1;
        });
    }
    return squares > 0 ? 1 - sum * sum / squares / count : 1;
}

inline double crossings(const SimpleGraph& graph, const std::vector<Point>& at, Dice& dice)
{
    std::vector<std::pair<int, int>> lines;
    for (int node = 0; node < graph.size(); ++node)
        for (const int other : graph.of(node))
            if (other < node)
                lines.emplace_back(node, other);
    const auto cross = [&](std::size_t k, std::size_t l) {
        const auto [a, b] = lines[k];
        const auto [c, d] = lines[l];
        return a != c && a != d && b != c && b != d &&
               segmentsCross(at[std::size_t(a)], at[std::size_t(b)], at[std::size_t(c)],
                             at[std::size_t(d)]);
    };
    const auto count = static_cast<double>(lines.size());
    double found = 0;
    if (lines.size() < 2)
        return 0;
    if (lines.size() <= mostExact) {
        for (std::size_t k = 0; k < lines.size(); ++k)
            for (std::size_t l = 0; l < k; ++l)
                found += cross(k, l) ? 1 : 0;
        return found / count;
    }
    constexpr int samples = 4'000'000;
    for (int k = 0; k < samples; ++k) {
        const auto a = std::size_t(dice.below(static_cast<int>(lines.size())));
        auto b = std::size_t(dice.below(static_cast<int>(lines.size()) - 1));
        b += b >= a ? 1 : 0;
        found += cross(a, b) ? 1 : 0;
    }
    return found / samples * (count - 1) / 2;
}

inline double neighbours(const SimpleGraph& graph, const std::vector<Point>& at, Dice& dice)
{
    double sum = 0, count = 0;
    std::vector<std::pair<double, int>> others;
    for (const int node : someOf(graph.size(), 1000, dice)) {
        const auto linked = graph.of(node);
        if (linked.empty())
            continue;
        others.clear();
        for (int i = 0; i < graph.size(); ++i)
            if (i != node)
                others.emplace_back(distance(at[std::size_t(i)], at[std::size_t(node)]), i);
        const auto end = others.begin() + graph.degree(node);
        std::nth_element(others.begin(), end - 1, others.end());
        const auto both =
            static_cast<double>(std::count_if(others.begin(), end, [&linked](const auto& other) {
                return std::binary_search(linked.begin(), linked.end(), other.second);
            }));
        sum += both / (2 * graph.degree(node) - both);
        count += 1;
    }
    return count > 0 ? sum / count : 1;
}

inline double overlaps(const SimpleGraph& graph, const std::vector<Point>& at)
{
    constexpr double width = 3840, height = 2160;
    const Box box = boundsOf(at);
    const double scale =
        std::min(0.9 * width / std::max(box.w, 1e-9), 0.9 * height / std::max(box.h, 1e-9));
    const double unit = 0.2 * std::sqrt(width * height / std::max(1, graph.size()));
    const auto radius = [&](int node) {
        return unit * (1 + std::min(3.0, std::log2(1.0 + graph.degree(node)) / 4));
    };
    std::vector<int> order(at.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&at](int a, int b) { return at[std::size_t(a)].x < at[std::size_t(b)].x; });
    double found = 0;
    for (std::size_t k = 0; k < order.size(); ++k)
        for (std::size_t l = k + 1; l < order.size(); ++l) {
            const Point a = at[std::size_t(order[k])], b = at[std::size_t(order[l])];
            if ((b.x - a.x) * scale > 5 * unit + radius(order[k]))
                break;
            const double apart = radius(order[k]) + radius(order[l]);
            found += distance(a, b) * scale < apart ? 1 : 0;
        }
    return found / std::max(1, graph.size());
}

} // namespace quality

/// Exact up to 3,000 firms and lines, else of samples, the same ones each time.
inline LayoutQuality qualityOf(const Diagram& diagram, const std::vector<Point>& at)
{
    const SimpleGraph graph = simpleGraphOf(diagram);
    Dice dice(1);
    return {quality::stress(graph, at, dice), quality::crossings(graph, at, dice),
            quality::neighbours(graph, at, dice), quality::overlaps(graph, at)};
}

} // namespace gyre
