#include "graph/layout/layouts.h"

#include <array>
#include <cmath>
#include <numbers>
#include <queue>

namespace gyre {

namespace {

std::vector<std::vector<int>> hops(const Diagram& diagram)
{
    const std::size_t n = diagram.nodes.size();
    std::vector<std::vector<int>> next(n);
    for (const DiagramLink& link : diagram.links) {
        next[static_cast<std::size_t>(link.from)].push_back(link.to);
        next[static_cast<std::size_t>(link.to)].push_back(link.from);
    }
    std::vector<std::vector<int>> distance(n, std::vector<int>(n, 3));
    for (std::size_t start = 0; start < n; ++start) {
        std::vector<int> seen(n, -1);
        std::queue<int> queue;
        queue.push(static_cast<int>(start));
        seen[start] = 0;
        while (!queue.empty()) {
            const auto at = static_cast<std::size_t>(queue.front());
            queue.pop();
            distance[start][at] = seen[at];
            for (const int to : next[at])
                if (seen[static_cast<std::size_t>(to)] < 0) {
                    seen[static_cast<std::size_t>(to)] = seen[at] + 1;
                    queue.push(to);
                }
        }
    }
    return distance;
}

std::vector<Point> onCircle(const Diagram& diagram, const LayoutOptions&, const Progress&)
{
    std::vector<Point> points;
    const double count = static_cast<double>(std::max<std::size_t>(1, diagram.nodes.size()));
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / count;
        points.push_back({640 * std::sin(angle), -400 * std::cos(angle)});
    }
    return points;
}

std::vector<Point> byStress(const Diagram& diagram, const LayoutOptions& options,
                            const Progress& progress)
{
    std::vector<Point> points = onCircle(diagram, options, progress);
    for (std::size_t i = 0; i < points.size(); ++i)
        if (diagram.nodes[i].start)
            points[i] = *diagram.nodes[i].start;
    const auto distance = hops(diagram);
    constexpr double unit = 300;
    for (int round = 0; round < 120 && !progress.isCancelled(); ++round) {
        const double step = std::pow(0.96, round);
        for (std::size_t i = 0; i < points.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const double dx = points[i].x - points[j].x;
                const double dy = points[i].y - points[j].y;
                const double length = std::max(1.0, std::hypot(dx, dy));
                const double wanted = unit * std::max(1, distance[i][j]);
                const double move = 0.5 * step * (length - wanted) / length /
                                    std::max(1, distance[i][j] * distance[i][j]);
                if (!diagram.nodes[i].isPinned) {
                    points[i].x -= move * dx;
                    points[i].y -= move * dy;
                }
                if (!diagram.nodes[j].isPinned) {
                    points[j].x += move * dx;
                    points[j].y += move * dy;
                }
            }
        }
    }
    return points;
}

constexpr std::array engines{LayoutEngine{"default", byStress}, LayoutEngine{"stress", byStress},
                             LayoutEngine{"rings", byStress}, LayoutEngine{"circle", onCircle},
                             LayoutEngine{"time", byStress}};

} // namespace

std::span<const LayoutEngine> layoutEngines()
{
    return engines;
}

const LayoutEngine* findLayoutEngine(QStringView name)
{
    for (const LayoutEngine& engine : engines)
        if (name == QLatin1String(engine.name))
            return &engine;
    return nullptr;
}

std::vector<Point> places(const Diagram& diagram, const LayoutEngine& engine,
                          const LayoutOptions& options, const Progress& progress)
{
    return engine.function(diagram, options, progress);
}

} // namespace gyre
