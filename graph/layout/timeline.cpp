#include "graph/layout/along.h"
#include "graph/layout/engines.h"
#include "graph/layout/geometry.h"
#include "graph/layout/pieces.h"
#include "graph/layout/stress.h"

#include <numeric>

namespace gyre {
namespace {

/// Undated nodes take the mean time of their dated neighbours, in rounds; the rest the middle.
std::vector<double> timesOf(const Diagram& diagram, const std::vector<NodePair>& pairs)
{
    std::vector<std::optional<double>> time;
    for (const DiagramNode& node : diagram.nodes)
        time.push_back(node.time);
    for (int round = 0; round < 4; ++round) {
        std::vector<double> sum(time.size(), 0), count(time.size(), 0);
        for (const NodePair& pair : pairs)
            for (const auto& [to, from] : {std::pair(pair.a, pair.b), std::pair(pair.b, pair.a)})
                if (const auto& known = time[std::size_t(from)]) {
                    sum[std::size_t(to)] += *known;
                    count[std::size_t(to)] += 1;
                }
        for (std::size_t i = 0; i < time.size(); ++i)
            if (!time[i] && count[i] > 0)
                time[i] = sum[i] / count[i];
    }
    double sum = 0, count = 0;
    for (const auto& t : time)
        if (t) {
            sum += *t;
            count += 1;
        }
    std::vector<double> all;
    all.reserve(time.size());
    for (const auto& t : time)
        all.push_back(t.value_or(count > 0 ? sum / count : 0));
    return all;
}

/// Halfway between true time and rank: crowded months get room, the order stays.
std::vector<double> columns(const std::vector<double>& time)
{
    std::vector<int> order(time.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&time](int a, int b) { return time[std::size_t(a)] < time[std::size_t(b)]; });
    const double first = time[std::size_t(order.front())];
    const double span = std::max(1e-9, time[std::size_t(order.back())] - first);
    const double last = std::max(1.0, static_cast<double>(order.size()) - 1);
    std::vector<double> x(time.size(), 0);
    for (std::size_t k = 0; k < order.size();) {
        std::size_t end = k;
        while (end < order.size() && time[std::size_t(order[end])] == time[std::size_t(order[k])])
            ++end;
        const double rank = static_cast<double>(k + end - 1) / 2 / last;
        for (; k < end; ++k) {
            const double true01 = (time[std::size_t(order[k])] - first) / span;
            x[std::size_t(order[k])] = 0.35 * true01 + 0.65 * rank;
        }
    }
    return x;
}

/// Pushes nodes of like time apart up and down.
void spreadRows(const Diagram& diagram, std::vector<Point>& places)
{
    std::vector<int> order(places.size());
    std::iota(order.begin(), order.end(), 0);
    const int rounds = places.size() > 600 ? 4 : 60;
    for (int round = 0; round < rounds; ++round) {
        std::stable_sort(order.begin(), order.end(), [&places](int a, int b) {
            return places[std::size_t(a)].y < places[std::size_t(b)].y;
        });
        for (std::size_t a = 0; a < order.size(); ++a)
            for (std::size_t b = a + 1; b < order.size(); ++b) {
                Point& p = places[std::size_t(order[a])];
                Point& q = places[std::size_t(order[b])];
                const Box here = footprint(diagram.nodes[std::size_t(order[a])], p);
                const Box there = footprint(diagram.nodes[std::size_t(order[b])], q);
                if (!here.overlaps(there, 14))
                    continue;
                const double push = (here.y + here.h + 14 - there.y) / 4;
                p.y -= push;
                q.y += push;
            }
    }
}

} // namespace

std::vector<Point> timeEngine(const Diagram& diagram, const LayoutOptions& options,
                              const Progress& progress)
{
    std::vector<Point> places = stressEngine(diagram, options, progress.quiet());
    if (places.empty())
        return places;
    const std::vector<double> x = columns(timesOf(diagram, pairsOf(diagram)));
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i].x = (x[i] - 0.5) * nominalWidth;
    spreadRows(diagram, places);
    fillNominalFrame(diagram, places, 3);
    const std::vector<Point> dated = places;
    untangleAlong(
        diagram, options, progress,
        [&dated](int node, Point wish) {
            return Point{dated[std::size_t(node)].x, wish.y};
        },
        4, places);
    return places;
}

} // namespace gyre
