#include "graph/layout/simplegraph.h"

#include <algorithm>

namespace gyre {
namespace {

/// Each row sorted, each neighbour once.
void tidy(SimpleGraph& graph)
{
    int kept = 0;
    for (int node = 0; node < graph.size(); ++node) {
        const auto from = graph.neighbours.begin() + graph.first[std::size_t(node)];
        const auto to = graph.neighbours.begin() + graph.first[std::size_t(node) + 1];
        std::sort(from, to);
        const auto end = std::unique(from, to);
        graph.first[std::size_t(node)] = kept;
        // Rows only move to the front, never over what is still to come.
        std::copy(from, end, graph.neighbours.begin() + kept);
        kept += static_cast<int>(end - from);
    }
    graph.first.back() = kept;
    graph.neighbours.resize(std::size_t(kept));
}

} // namespace

SimpleGraph simpleGraphOf(const Diagram& diagram)
{
    SimpleGraph graph;
    graph.first.assign(diagram.nodes.size() + 1, 0);
    for (const DiagramLink& link : diagram.links)
        if (link.from != link.to) {
            ++graph.first[std::size_t(link.from) + 1];
            ++graph.first[std::size_t(link.to) + 1];
        }
    for (std::size_t i = 1; i < graph.first.size(); ++i)
        graph.first[i] += graph.first[i - 1];
    graph.neighbours.resize(std::size_t(graph.first.back()));
    std::vector<int> end(graph.first.begin(), graph.first.end() - 1);
    for (const DiagramLink& link : diagram.links)
        if (link.from != link.to) {
            graph.neighbours[std::size_t(end[std::size_t(link.from)]++)] = link.to;
            graph.neighbours[std::size_t(end[std::size_t(link.to)]++)] = link.from;
        }
    tidy(graph);
    return graph;
}

std::vector<std::vector<int>> piecesOf(const SimpleGraph& graph)
{
    std::vector<std::vector<int>> pieces;
    std::vector<char> isTaken(std::size_t(graph.size()), 0);
    for (int start = 0; start < graph.size(); ++start) {
        if (isTaken[std::size_t(start)] != 0)
            continue;
        isTaken[std::size_t(start)] = 1;
        std::vector<int> piece{start};
        for (std::size_t head = 0; head < piece.size(); ++head)
            for (const int next : graph.of(piece[head]))
                if (isTaken[std::size_t(next)] == 0) {
                    isTaken[std::size_t(next)] = 1;
                    piece.push_back(next);
                }
        std::sort(piece.begin(), piece.end());
        pieces.push_back(std::move(piece));
    }
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return pieces;
}

SimpleGraph partOf(const SimpleGraph& whole, const std::vector<int>& piece, std::vector<int>& local)
{
    for (std::size_t k = 0; k < piece.size(); ++k)
        local[std::size_t(piece[k])] = static_cast<int>(k);
    SimpleGraph part;
    part.first.reserve(piece.size() + 1);
    for (const int node : piece) {
        for (const int next : whole.of(node))
            part.neighbours.push_back(local[std::size_t(next)]);
        part.first.push_back(static_cast<int>(part.neighbours.size()));
    }
    return part;
}

void HopSearch::advance()
{
    m_after.clear();
    for (const int node : m_front) {
        const std::uint64_t bits = m_now[std::size_t(node)];
        for (const int next : m_graph->of(node)) {
            const std::uint64_t fresh = bits & ~m_seen[std::size_t(next)];
            if (fresh == 0)
                continue;
            if (m_next[std::size_t(next)] == 0)
                m_after.push_back(next);
            m_next[std::size_t(next)] |= fresh;
        }
    }
    for (const int node : m_front)
        m_now[std::size_t(node)] = 0;
    for (const int node : m_after)
        m_seen[std::size_t(node)] |= m_next[std::size_t(node)];
    m_now.swap(m_next);
    m_front.swap(m_after);
}

} // namespace gyre
