#include "graph/layout/landmarks.h"

#include "graph/layout/geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace gyre {
namespace {

using Hops = std::uint8_t;
constexpr int farthest = std::numeric_limits<Hops>::max();
constexpr int lanes = 4;
/// Of majorization for a node; the landmarks stand still, so a few suffice.
constexpr int steps = 5;
constexpr int chunk = 512;

/// The hops of each node to all landmarks in a row; the rows padded to whole lanes.
struct Survey
{
    std::vector<int> landmarks;
    std::size_t width = 0;
    std::vector<Hops> hops;

    [[nodiscard]] const Hops* row(int node) const { return &hops[std::size_t(node) * width]; }
};

std::vector<int> drawn(int nodes, int count, Dice& dice)
{
    std::vector<int> all(static_cast<std::size_t>(nodes));
    std::iota(all.begin(), all.end(), 0);
    for (int k = 0; k < count; ++k) {
        const int other = k + dice.below(nodes - k);
        std::swap(all[std::size_t(k)], all[std::size_t(other)]);
    }
    all.resize(std::size_t(count));
    return all;
}

Survey surveyOf(const SimpleGraph& graph, int count, Dice& dice, Workers& workers)
{
    Survey made;
    made.landmarks = drawn(graph.size(), count, dice);
    const int width = (count + lanes - 1) / lanes * lanes;
    made.width = std::size_t(width);
    made.hops.assign(std::size_t(graph.size()) * made.width, 0);
    workers.run((count + 63) / 64, [&](int batch) {
        HopSearch search(graph);
        const auto first = std::size_t(batch) * 64;
        const std::span<const int> sources(made.landmarks.data() + first,
                                           std::min<std::size_t>(64, std::size_t(count) - first));
        search.from(sources, [&](int node, int hops, int k) {
            made.hops[std::size_t(node) * made.width + first + std::size_t(k)] =
                static_cast<Hops>(std::min(hops, farthest));
        });
    });
    return made;
}

/// Stress of the landmarks alone: their own hops, so a graph of them all linked would not do.
Cloud placesOfLandmarks(const Survey& survey, Dice& dice)
{
    const auto count = survey.landmarks.size();
    constexpr int rounds = 20;
    Cloud at(count);
    for (std::size_t k = 0; k < count; ++k) {
        at.x[k] = static_cast<float>(3 * dice.around());
        at.y[k] = static_cast<float>(3 * dice.around());
    }
    std::vector<std::pair<int, int>> pairs;
    for (int i = 0; i < static_cast<int>(count); ++i)
        for (int j = 0; j < i; ++j)
            pairs.emplace_back(i, j);
    for (int round = 0; round < rounds; ++round) {
        const float step = 2 * std::exp(-3.0F * static_cast<float>(round) / (rounds - 1));
        for (std::size_t k = pairs.size(); k > 1; --k)
            std::swap(pairs[k - 1], pairs[std::size_t(dice.next() % k)]);
        for (const auto& [i, j] : pairs) {
            const auto a = std::size_t(i), b = std::size_t(j);
            const float wish = survey.row(survey.landmarks[a])[b];
            const float dx = at.x[a] - at.x[b], dy = at.y[a] - at.y[b];
            const float apart = std::sqrt(dx * dx + dy * dy + 1e-12F);
            const float by = 0.5F * std::min(1.0F, step / (wish * wish)) * (1 - wish / apart);
            at.x[a] -= dx * by;
            at.y[a] -= dy * by;
            at.x[b] += dx * by;
            at.y[b] += dy * by;
        }
    }
    return at;
}

/// Where majorization moves a node at (x, y): the mean of what each landmark wishes.
std::array<float, 2> drawnTo(const Hops* __restrict hops, std::size_t width,
                             const float* __restrict lx, const float* __restrict ly, float x,
                             float y)
{
    std::array<float, lanes> sx{}, sy{}, sum{};
    for (std::size_t k = 0; k < width; k += lanes)
        for (std::size_t l = 0; l < lanes; ++l) {
            const auto wish = static_cast<float>(static_cast<int>(hops[k + l]));
            const float dx = x - lx[k + l], dy = y - ly[k + l];
            const float apart = std::sqrt(dx * dx + dy * dy + 1e-9F);
            const float known = 1 / (wish * wish + 1e-3F);
            // Padding; a landmark itself keeps its place and never comes here.
            const float weight = wish > 0 ? known : 0;
            const float share = wish / apart;
            sx[l] += weight * (lx[k + l] + share * dx);
            sy[l] += weight * (ly[k + l] + share * dy);
            sum[l] += weight;
        }
    const float all = sum[0] + sum[1] + sum[2] + sum[3];
    return {(sx[0] + sx[1] + sx[2] + sx[3]) / all, (sy[0] + sy[1] + sy[2] + sy[3]) / all};
}

} // namespace

Cloud placesByLandmarks(const SimpleGraph& graph, int landmarks, std::uint64_t seed,
                        Workers& workers, const Progress& progress)
{
    Dice dice(seed);
    const int count = std::min(landmarks, graph.size());
    const Survey survey = surveyOf(graph, count, dice, workers);
    Cloud marks = placesOfLandmarks(survey, dice);
    marks.x.resize(survey.width);
    marks.y.resize(survey.width);
    progress.at(0.5);
    Cloud at(static_cast<std::size_t>(graph.size()));
    for (std::size_t i = 0; i < at.size(); ++i) {
        const Hops* row = survey.row(static_cast<int>(i));
        const auto nearest = std::size_t(std::min_element(row, row + count) - row);
        // Siblings must not start from one point: they would never part.
        const float off = row[nearest] == 0 ? 0.0F : 0.5F;
        at.x[i] = marks.x[nearest] + off * static_cast<float>(dice.around());
        at.y[i] = marks.y[nearest] + off * static_cast<float>(dice.around());
    }
    workers.run((graph.size() + chunk - 1) / chunk, [&](int task) {
        const int end = std::min(graph.size(), (task + 1) * chunk);
        for (int node = task * chunk; node < end && !progress.isCancelled(); ++node) {
            const Hops* row = survey.row(node);
            if (std::find(row, row + count, 0) != row + count)
                continue;
            const auto i = std::size_t(node);
            for (int step = 0; step < steps; ++step) {
                const auto [x, y] =
                    drawnTo(row, survey.width, marks.x.data(), marks.y.data(), at.x[i], at.y[i]);
                at.x[i] = x;
                at.y[i] = y;
            }
        }
    });
    progress.at(1);
    return at;
}

} // namespace gyre
