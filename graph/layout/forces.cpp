#include "graph/layout/forces.h"

#include "graph/layout/repulsion.h"

#include <algorithm>
#include <cmath>

namespace gyre {
namespace {

/// How wide a crowd may be, against its distance, to push as one point.
constexpr float wide = 1.2F;
/// Of the room that a node has: nearer than that, pushes and pulls grow no more.
constexpr float softShare = 0.01F;
/// Shares of work for threads; smaller networks are not worth waking them.
constexpr int chunk = 2048;
constexpr int leastForThreads = 4000;

std::vector<float> massesOf(const SimpleGraph& graph)
{
    std::vector<float> masses;
    masses.reserve(std::size_t(graph.size()));
    for (int node = 0; node < graph.size(); ++node)
        masses.push_back(std::sqrt(1.0F + static_cast<float>(graph.degree(node))));
    return masses;
}

/// The radius of an even disc with the same moment of inertia.
float radiusOf(const Cloud& at)
{
    double x = 0, y = 0, squares = 0;
    const auto n = static_cast<double>(at.size());
    for (std::size_t i = 0; i < at.size(); ++i) {
        x += static_cast<double>(at.x[i]) / n;
        y += static_cast<double>(at.y[i]) / n;
    }
    for (std::size_t i = 0; i < at.size(); ++i) {
        const double dx = static_cast<double>(at.x[i]) - x, dy = static_cast<double>(at.y[i]) - y;
        squares += (dx * dx + dy * dy) / n;
    }
    return static_cast<float>(std::sqrt(2 * squares));
}

struct Field
{
    const SimpleGraph& graph;
    std::vector<float> masses;
    float soft = 0;
    Workers& workers;

    template<typename Task>
    void forAll(Task task) const
    {
        const int count = graph.size();
        workers.run((count + chunk - 1) / chunk, [&](int part) {
            for (int node = part * chunk; node < std::min(count, (part + 1) * chunk); ++node)
                task(node);
        });
    }

    /// A link's pull on a node at (dx, dy) from its other end, by the root of its length.
    [[nodiscard]] float pull(float dx, float dy) const
    {
        return 1 / std::sqrt(std::sqrt(dx * dx + dy * dy + soft * soft));
    }

    void pullAll(const Cloud& at, Cloud& sum) const
    {
        forAll([&](int node) {
            const auto i = std::size_t(node);
            float x = 0, y = 0;
            for (const int other : graph.of(node)) {
                const float dx = at.x[std::size_t(other)] - at.x[i];
                const float dy = at.y[std::size_t(other)] - at.y[i];
                const float by = pull(dx, dy);
                x += dx * by;
                y += dy * by;
            }
            sum.x[i] = x;
            sum.y[i] = y;
        });
    }

    /// What pushes are multiplied with, so that the whole neither grows nor shrinks from here
    /// (virial theorem).
    [[nodiscard]] float balance(const Cloud& at, const Cloud& pulls, const Cloud& pushes) const
    {
        double inwards = 0, outwards = 0;
        for (std::size_t i = 0; i < at.size(); ++i) {
            const auto x = static_cast<double>(at.x[i]), y = static_cast<double>(at.y[i]);
            inwards -= x * static_cast<double>(pulls.x[i]) + y * static_cast<double>(pulls.y[i]);
            outwards += static_cast<double>(masses[i]) * (x * static_cast<double>(pushes.x[i]) +
                                                          y * static_cast<double>(pushes.y[i]));
        }
        return outwards > 0 && inwards > 0 ? static_cast<float>(inwards / outwards) : 0;
    }
};

} // namespace

void letForcesWork(const SimpleGraph& graph, const Cooling& cooling,
                   const std::vector<char>& isFixed, Workers& workers, const Progress& progress,
                   Cloud& at)
{
    const float radius = radiusOf(at);
    if (graph.size() < 2 || !(radius > 0))
        return;
    Workers alone(1);
    Field field{graph, massesOf(graph), 0, graph.size() < leastForThreads ? alone : workers};
    // An even disc's room for each node is a square of this side.
    const float room = 1.77F * radius / std::sqrt(static_cast<float>(graph.size()));
    field.soft = softShare * room;
    Repulsion repulsion(field.masses);
    Cloud pulls(at.size()), pushes(at.size());
    float factor = 0;
    for (int k = 0; k < cooling.iterations && !progress.isCancelled(); ++k) {
        repulsion.push(at, wide, field.soft, field.workers, pushes);
        field.pullAll(at, pulls);
        if (k == 0)
            factor = field.balance(at, pulls, pushes);
        const float left = 1 - static_cast<float>(k) / static_cast<float>(cooling.iterations);
        const float most = cooling.longestMove * radius * left;
        field.forAll([&](int node) {
            const auto i = std::size_t(node);
            if (!isFixed.empty() && isFixed[i] != 0)
                return;
            // The more links hold a node, the stiffer it stands: no move overshoots.
            const float ease = 1 / (1 + static_cast<float>(graph.degree(node)));
            const float push = factor * field.masses[i];
            const float dx = ease * (push * pushes.x[i] + pulls.x[i]);
            const float dy = ease * (push * pushes.y[i] + pulls.y[i]);
            const float far = std::sqrt(dx * dx + dy * dy);
            const float by = far > most ? most / far : 1;
            at.x[i] += dx * by;
            at.y[i] += dy * by;
        });
        progress.at(static_cast<double>(k + 1) / cooling.iterations);
    }
}

} // namespace gyre
