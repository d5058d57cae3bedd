#include "graph/layout/stress.h"

#include "graph/layout/geometry.h"

#include <limits>
#include <queue>
#include <utility>

namespace gyre {
namespace {

constexpr int rounds = 30;
constexpr double lastStep = 0.1;

struct Term
{
    int i = 0;
    int j = 0;
    float wish = 0;
    /// Weights of the move of either end; 0 where the end is pinned.
    float weightI = 0;
    float weightJ = 0;
};

struct Neighbour
{
    int node = 0;
    float length = 0;
};

using Graph = std::vector<std::vector<Neighbour>>;

Graph graphOf(const Diagram& diagram, const std::vector<NodePair>& pairs,
              const std::vector<int>& piece)
{
    std::vector<int> index(diagram.nodes.size(), -1);
    for (std::size_t k = 0; k < piece.size(); ++k)
        index[std::size_t(piece[k])] = static_cast<int>(k);
    Graph graph(piece.size());
    for (const NodePair& pair : pairs) {
        const int a = index[std::size_t(pair.a)], b = index[std::size_t(pair.b)];
        if (a < 0 || b < 0 || a == b)
            continue;
        const auto wish = static_cast<float>(wishedDistance(diagram, pair));
        graph[std::size_t(a)].push_back({b, wish});
        graph[std::size_t(b)].push_back({a, wish});
    }
    return graph;
}

std::vector<float> distancesByLength(const Graph& graph, int source)
{
    std::vector<float> far(graph.size(), std::numeric_limits<float>::max());
    using Entry = std::pair<float, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    far[std::size_t(source)] = 0;
    queue.emplace(0.0F, source);
    while (!queue.empty()) {
        const Entry top = queue.top();
        queue.pop();
        if (top.first > far[std::size_t(top.second)])
            continue;
        for (const Neighbour& next : graph[std::size_t(top.second)]) {
            const float there = top.first + next.length;
            if (there < far[std::size_t(next.node)]) {
                far[std::size_t(next.node)] = there;
                queue.emplace(there, next.node);
            }
        }
    }
    return far;
}

std::vector<Term> allTerms(const Graph& graph)
{
    std::vector<Term> terms;
    terms.reserve(graph.size() * (graph.size() - 1) / 2);
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const std::vector<float> far = distancesByLength(graph, static_cast<int>(i));
        for (std::size_t j = 0; j < i; ++j) {
            const float weight = 1 / (far[j] * far[j]);
            terms.push_back({static_cast<int>(i), static_cast<int>(j), far[j], weight, weight});
        }
    }
    return terms;
}

std::vector<Point> startingPlaces(const Diagram& diagram, const std::vector<int>& piece, Dice& dice)
{
    const double spread = 60 * std::sqrt(static_cast<double>(piece.size()));
    std::vector<Point> at;
    at.reserve(piece.size());
    for (const int node : piece) {
        const Point thrown{spread * dice.around(), spread * dice.around()};
        at.push_back(diagram.nodes[std::size_t(node)].start.value_or(thrown));
    }
    return at;
}

void oneRound(std::vector<Term>& terms, std::vector<Point>& at, double step, Dice& dice)
{
    for (std::size_t k = terms.size(); k > 1; --k)
        std::swap(terms[k - 1], terms[std::size_t(dice.next() % k)]);
    for (const Term& term : terms) {
        Point& a = at[std::size_t(term.i)];
        Point& b = at[std::size_t(term.j)];
        const Point apart = a - b;
        const double now = std::max(1e-6, length(apart));
        const double share = (now - static_cast<double>(term.wish)) / (2 * now);
        a = a - apart * (share * std::min(1.0, step * static_cast<double>(term.weightI)));
        b = b + apart * (share * std::min(1.0, step * static_cast<double>(term.weightJ)));
    }
}

void descend(std::vector<Term>& terms, std::vector<Point>& at, Dice& dice, const Progress& progress)
{
    float least = std::numeric_limits<float>::max(), most = 0;
    for (const Term& term : terms) {
        least = std::min({least, term.weightI > 0 ? term.weightI : least,
                          term.weightJ > 0 ? term.weightJ : least});
        most = std::max({most, term.weightI, term.weightJ});
    }
    if (most <= 0)
        return;
    const double first = 1 / static_cast<double>(least);
    const double decay = std::log(first * static_cast<double>(most) / lastStep) / (rounds - 1);
    for (int k = 0; k < rounds && !progress.isCancelled(); ++k)
        oneRound(terms, at, first * std::exp(-decay * k), dice);
}

} // namespace

std::vector<Point> stressPlaces(const Diagram& diagram, const std::vector<NodePair>& pairs,
                                const std::vector<int>& piece, std::uint64_t seed,
                                const Progress& progress)
{
    Dice dice(seed * 0x2545f4914f6cdd1dU + piece.size());
    std::vector<Point> at = startingPlaces(diagram, piece, dice);
    if (piece.size() < 2)
        return at;
    const Graph graph = graphOf(diagram, pairs, piece);
    std::vector<Term> terms = allTerms(graph);
    for (Term& term : terms) {
        if (diagram.nodes[std::size_t(piece[std::size_t(term.i)])].isPinned)
            term.weightI = 0;
        if (diagram.nodes[std::size_t(piece[std::size_t(term.j)])].isPinned)
            term.weightJ = 0;
    }
    descend(terms, at, dice, progress);
    return at;
}

} // namespace gyre
