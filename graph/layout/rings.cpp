#include "graph/layout/along.h"
#include "graph/layout/engines.h"
#include "graph/layout/geometry.h"
#include "graph/layout/pieces.h"

#include <numbers>
#include <numeric>

namespace gyre {
namespace {

constexpr int sweeps = 12;
/// Of a ring, in its heights.
constexpr double wide = 1.45;

std::vector<int> degrees(const Diagram& diagram, const std::vector<NodePair>& pairs)
{
    std::vector<int> degree(diagram.nodes.size(), 0);
    for (const NodePair& pair : pairs) {
        ++degree[std::size_t(pair.a)];
        ++degree[std::size_t(pair.b)];
    }
    return degree;
}

/// The busiest fifth or so inside, the next third round it, the others outside.
std::vector<int> ringsOf(const Diagram& diagram, const std::vector<int>& degree)
{
    std::vector<int> order(diagram.nodes.size()), ring(diagram.nodes.size(), 0);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&degree](int a, int b) {
        return degree[std::size_t(a)] > degree[std::size_t(b)];
    });
    const std::size_t n = order.size();
    const std::size_t inner = n < 8 ? 1 : (n + 4) / 8, second = inner + (n - inner) / 3;
    for (std::size_t k = 0; k < n; ++k) {
        const auto i = std::size_t(order[k]);
        const int byDegree = k < inner ? 0 : k < second && n >= 8 ? 1 : 2;
        ring[i] = diagram.nodes[i].ring >= 0 ? diagram.nodes[i].ring : byDegree;
    }
    return ring;
}

/// Groups by ring, innermost first, empty rings left out.
std::vector<std::vector<int>> members(const std::vector<int>& ring)
{
    const int most = ring.empty() ? 0 : *std::max_element(ring.begin(), ring.end());
    std::vector<std::vector<int>> groups(std::size_t(most) + 1);
    for (std::size_t i = 0; i < ring.size(); ++i)
        groups[std::size_t(ring[i])].push_back(static_cast<int>(i));
    std::erase_if(groups, [](const auto& group) { return group.empty(); });
    return groups;
}

/// Direction of the mean of the neighbours' places; the own place where there is none.
double wishedAngle(int node, const std::vector<std::vector<int>>& pairsAt,
                   const std::vector<NodePair>& pairs, const std::vector<Point>& places)
{
    Point sum = places[std::size_t(node)] * 0.2;
    for (const int p : pairsAt[std::size_t(node)]) {
        const NodePair& pair = pairs[std::size_t(p)];
        const Point other = places[std::size_t(pair.a == node ? pair.b : pair.a)];
        sum = sum + other * (1 / std::max(1.0, length(other)));
    }
    return std::atan2(sum.y, sum.x);
}

double roomOf(const DiagramNode& node)
{
    const Box box = footprint(node, {});
    return std::max({box.w, box.h, 40.0}) + 20;
}

double circumference(const Diagram& diagram, const std::vector<int>& group)
{
    return std::accumulate(group.begin(), group.end(), 0.0, [&diagram](double sum, int i) {
        return sum + roomOf(diagram.nodes[std::size_t(i)]);
    });
}

void seat(const Diagram& diagram, const std::vector<int>& group, double radius, double turn,
          std::vector<Point>& places)
{
    const double around = circumference(diagram, group);
    double done = 0;
    for (const int i : group) {
        const double room = roomOf(diagram.nodes[std::size_t(i)]);
        const double angle = turn + (done + room / 2) / around * 2 * std::numbers::pi;
        done += room;
        places[std::size_t(i)] = {wide * radius * std::cos(angle), radius * std::sin(angle)};
    }
}

std::vector<double> radiiOf(const Diagram& diagram, const std::vector<std::vector<int>>& groups)
{
    std::vector<double> radii;
    double before = -130;
    for (const auto& group : groups) {
        const bool isCentre = radii.empty() && group.size() == 1;
        const double least = circumference(diagram, group) / (2 * std::numbers::pi * 1.2);
        before = isCentre ? 0 : std::max(least, before + 130);
        radii.push_back(before);
    }
    return radii;
}

/// Sorts a ring by the wished angles and turns it so that the first wish is met on average.
void order(const Diagram& diagram, std::vector<int>& group, double radius,
           const std::vector<std::vector<int>>& pairsAt, const std::vector<NodePair>& pairs,
           std::vector<Point>& places)
{
    std::vector<double> angle(diagram.nodes.size(), 0);
    for (const int i : group)
        angle[std::size_t(i)] = wishedAngle(i, pairsAt, pairs, places);
    std::stable_sort(group.begin(), group.end(), [&angle](int a, int b) {
        return angle[std::size_t(a)] < angle[std::size_t(b)];
    });
    seat(diagram, group, radius, 0, places);
    Point drift;
    for (const int i : group) {
        const Point p = places[std::size_t(i)];
        const double off = angle[std::size_t(i)] - std::atan2(p.y, p.x / wide);
        drift = drift + Point{std::cos(off), std::sin(off)};
    }
    seat(diagram, group, radius, std::atan2(drift.y, drift.x), places);
}

} // namespace

std::vector<Point> ringsEngine(const Diagram& diagram, const LayoutOptions& options,
                               const Progress& progress)
{
    std::vector<Point> places(diagram.nodes.size());
    const auto pairs = pairsOf(diagram);
    const auto pairsAt = pairsAtNodes(diagram, pairs);
    auto groups = members(ringsOf(diagram, degrees(diagram, pairs)));
    const std::vector<double> radii = radiiOf(diagram, groups);
    for (std::size_t k = 0; k < groups.size(); ++k)
        seat(diagram, groups[k], radii[k], 0, places);
    for (int sweep = 0; sweep < sweeps; ++sweep)
        for (std::size_t k = 0; k < groups.size(); ++k)
            if (radii[k] > 0)
                order(diagram, groups[k], radii[k], pairsAt, pairs, places);
    const std::vector<Point> made = places;
    fillNominalFrame(diagram, places);
    const Stretch by = Stretch::between(made, places);
    std::vector<Ellipse> ringAt(places.size());
    for (std::size_t k = 0; k < groups.size(); ++k)
        for (const int i : groups[k])
            ringAt[std::size_t(i)] = Ellipse{{}, wide * radii[k], radii[k]}.stretched(by);
    untangleAlong(
        diagram, options, progress,
        [&ringAt](int node, Point wish) { return ringAt[std::size_t(node)].seat(wish); }, 4,
        places);
    return places;
}

} // namespace gyre
