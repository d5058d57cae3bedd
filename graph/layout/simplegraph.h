// Who is linked with whom, in two flat arrays: what layouts of large networks walk over.
#pragma once

#include "graph/layout/diagram.h"

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace gyre {

/// Undirected; parallel and two-way links are one, links of a node with itself none.
struct SimpleGraph
{
    /// Node i's neighbours, rising: neighbours[first[i]] … neighbours[first[i + 1] - 1].
    std::vector<int> first{0};
    std::vector<int> neighbours;

    [[nodiscard]] int size() const { return static_cast<int>(first.size()) - 1; }

    [[nodiscard]] std::span<const int> of(int node) const
    {
        const auto from = std::size_t(first[std::size_t(node)]);
        return {neighbours.data() + from, std::size_t(first[std::size_t(node) + 1]) - from};
    }

    [[nodiscard]] int degree(int node) const { return static_cast<int>(of(node).size()); }
};

/// O(nodes + links · log links at a node).
SimpleGraph simpleGraphOf(const Diagram& diagram);

/// The connected pieces, each a rising list of nodes; the largest first, then by first node.
std::vector<std::vector<int>> piecesOf(const SimpleGraph& graph);

/// A piece by itself, node k of it being piece[k]. `local`: one entry a node of `whole`, of any
/// value; used as scratch, so that many pieces cost no more than their own size each.
SimpleGraph partOf(const SimpleGraph& whole, const std::vector<int>& piece,
                   std::vector<int>& local);

/// Breadth-first from up to 64 sources at once, one bit a source (Then et al., "The more the
/// merrier: efficient multi-source graph traversal", VLDB 2014). One search a thread.
class HopSearch
{
public:
    explicit HopSearch(const SimpleGraph& graph)
        : m_graph(&graph)
        , m_seen(std::size_t(graph.size()))
        , m_now(m_seen.size())
        , m_next(m_seen.size())
    {
    }

    /// Calls reached(node, hops, k) once for each source k and node that it reaches, itself with 0.
    template<typename Reached>
    void from(std::span<const int> sources, Reached reached)
    {
        std::fill(m_seen.begin(), m_seen.end(), 0);
        m_front.clear();
        for (std::size_t k = 0; k < sources.size(); ++k) {
            const auto node = std::size_t(sources[k]);
            if (m_now[node] == 0)
                m_front.push_back(sources[k]);
            m_now[node] |= std::uint64_t{1} << k;
            m_seen[node] |= std::uint64_t{1} << k;
            reached(sources[k], 0, static_cast<int>(k));
        }
        for (int hops = 1; !m_front.empty(); ++hops) {
            advance();
            for (const int node : m_front)
                for (std::uint64_t bits = m_now[std::size_t(node)]; bits != 0; bits &= bits - 1)
                    reached(node, hops, std::countr_zero(bits));
        }
    }

private:
    void advance();

    const SimpleGraph* m_graph;
    std::vector<std::uint64_t> m_seen;
    std::vector<std::uint64_t> m_now;
    std::vector<std::uint64_t> m_next;
    std::vector<int> m_front;
    std::vector<int> m_after;
};

} // namespace gyre
