// Network and View as models of Boost's BidirectionalGraph, VertexListGraph and EdgeListGraph, so
// that Boost's algorithms run on them as they are. Vertices are FirmIds, edges are DealIds;
// parallel and reciprocal deals are edges of their own. Deals of a collective payer have one end
// and are no edges.
//
// Of a Network every slot is a vertex, removed firms as isolated ones, so that vertex_index is the
// key. Of a View the vertices are the firms in it alone and vertex_index is their rank, 0 … n-1.
#pragma once

#include "graph/model/view.h"

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/filter_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>

#include <utility>

namespace gyre::detail {

/// An edge of the graph: there, and with a payer.
struct IsArc
{
    const Network* network = nullptr;

    bool operator()(DealId id) const
    {
        const DealFacts& facts = network->facts(id);
        return !facts.isRemoved && facts.from.isValid();
    }
};

struct IsArcInView
{
    const View* view = nullptr;

    bool operator()(DealId id) const
    {
        return view->contains(id) && view->network().facts(id).from.isValid();
    }
};

template<typename Key>
struct ToId
{
    Key operator()(std::uint32_t value) const { return Key{value}; }
};

template<typename Key>
using Keys =
    boost::transform_iterator<ToId<Key>, boost::counting_iterator<std::uint32_t>, Key, Key>;

template<typename Key>
Keys<Key> keysAt(std::size_t value)
{
    return Keys<Key>(boost::counting_iterator<std::uint32_t>(static_cast<std::uint32_t>(value)));
}

using DealPointer = const DealId*;
using ViewArcs = boost::filter_iterator<IsArcInView, DealPointer>;

inline std::pair<ViewArcs, ViewArcs> arcsInView(const View& view, std::span<const DealId> deals)
{
    const IsArcInView in{&view};
    const DealPointer first = deals.data();
    const DealPointer last = first + deals.size();
    return {ViewArcs(in, first, last), ViewArcs(in, last, last)};
}

struct GraphCategory : boost::bidirectional_graph_tag,
                       boost::vertex_list_graph_tag,
                       boost::edge_list_graph_tag
{
};

} // namespace gyre::detail

namespace boost {

template<>
struct graph_traits<gyre::Network>
{
    using vertex_descriptor = gyre::FirmId;
    using edge_descriptor = gyre::DealId;
    using directed_category = bidirectional_tag;
    using edge_parallel_category = allow_parallel_edge_tag;
    using traversal_category = gyre::detail::GraphCategory;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using vertex_iterator = gyre::detail::Keys<gyre::FirmId>;
    using edge_iterator = filter_iterator<gyre::detail::IsArc, gyre::detail::Keys<gyre::DealId>>;
    using out_edge_iterator = gyre::detail::DealPointer;
    using in_edge_iterator = gyre::detail::DealPointer;

    static vertex_descriptor null_vertex() { return {}; }
};

template<>
struct graph_traits<gyre::View>
{
    using vertex_descriptor = gyre::FirmId;
    using edge_descriptor = gyre::DealId;
    using directed_category = bidirectional_tag;
    using edge_parallel_category = allow_parallel_edge_tag;
    using traversal_category = gyre::detail::GraphCategory;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using vertex_iterator = const gyre::FirmId*;
    using edge_iterator =
        filter_iterator<gyre::detail::IsArcInView, gyre::detail::Keys<gyre::DealId>>;
    using out_edge_iterator = gyre::detail::ViewArcs;
    using in_edge_iterator = gyre::detail::ViewArcs;

    static vertex_descriptor null_vertex() { return {}; }
};

// Some of Boost's algorithms deduce the graph as const.
template<>
struct graph_traits<const gyre::Network> : graph_traits<gyre::Network>
{
};

template<>
struct graph_traits<const gyre::View> : graph_traits<gyre::View>
{
};

} // namespace boost

namespace gyre {

inline FirmId source(DealId deal, const Network& g)
{
    return g.facts(deal).from;
}

inline FirmId target(DealId deal, const Network& g)
{
    return g.facts(deal).to;
}

inline std::size_t num_vertices(const Network& g)
{
    return g.firmSlots();
}

inline std::pair<detail::Keys<FirmId>, detail::Keys<FirmId>> vertices(const Network& g)
{
    return {detail::keysAt<FirmId>(0), detail::keysAt<FirmId>(g.firmSlots())};
}

inline auto edges(const Network& g)
{
    using Iterator = boost::graph_traits<Network>::edge_iterator;
    const auto last = detail::keysAt<DealId>(g.dealSlots());
    return std::pair{Iterator({&g}, detail::keysAt<DealId>(0), last), Iterator({&g}, last, last)};
}

/// O(deals): those without a payer are no edges.
inline std::size_t num_edges(const Network& g)
{
    const auto [first, last] = edges(g);
    return static_cast<std::size_t>(std::distance(first, last));
}

inline std::pair<const DealId*, const DealId*> out_edges(FirmId firm, const Network& g)
{
    const auto deals = g.out(firm);
    return {deals.data(), deals.data() + deals.size()};
}

inline std::pair<const DealId*, const DealId*> in_edges(FirmId firm, const Network& g)
{
    const auto deals = g.in(firm);
    return {deals.data(), deals.data() + deals.size()};
}

inline std::size_t out_degree(FirmId firm, const Network& g)
{
    return g.out(firm).size();
}

inline std::size_t in_degree(FirmId firm, const Network& g)
{
    return g.in(firm).size();
}

inline std::size_t degree(FirmId firm, const Network& g)
{
    return out_degree(firm, g) + in_degree(firm, g);
}

inline FirmId source(DealId deal, const View& g)
{
    return g.network().facts(deal).from;
}

inline FirmId target(DealId deal, const View& g)
{
    return g.network().facts(deal).to;
}

inline std::size_t num_vertices(const View& g)
{
    return g.firmCount();
}

inline std::pair<const FirmId*, const FirmId*> vertices(const View& g)
{
    const auto firms = g.firms();
    return {firms.data(), firms.data() + firms.size()};
}

inline std::size_t num_edges(const View& g)
{
    return g.arcCount();
}

inline auto edges(const View& g)
{
    using Iterator = boost::graph_traits<View>::edge_iterator;
    const auto last = detail::keysAt<DealId>(g.network().dealSlots());
    return std::pair{Iterator({&g}, detail::keysAt<DealId>(0), last), Iterator({&g}, last, last)};
}

inline auto out_edges(FirmId firm, const View& g)
{
    return detail::arcsInView(g, g.network().out(firm));
}

inline auto in_edges(FirmId firm, const View& g)
{
    return detail::arcsInView(g, g.network().in(firm));
}

inline std::size_t out_degree(FirmId firm, const View& g)
{
    const auto [first, last] = out_edges(firm, g);
    return static_cast<std::size_t>(std::distance(first, last));
}

inline std::size_t in_degree(FirmId firm, const View& g)
{
    const auto [first, last] = in_edges(firm, g);
    return static_cast<std::size_t>(std::distance(first, last));
}

inline std::size_t degree(FirmId firm, const View& g)
{
    return out_degree(firm, g) + in_degree(firm, g);
}

/// vertex_index of a Network: the key. Of a View: the rank.
struct FirmIndexMap
{
    using key_type = FirmId;
    using value_type = std::size_t;
    using reference = std::size_t;
    using category = boost::readable_property_map_tag;

    const View* view = nullptr;
};

inline std::size_t get(const FirmIndexMap& map, FirmId firm)
{
    return map.view != nullptr ? map.view->rank(firm) : firm.value;
}

inline FirmIndexMap get(boost::vertex_index_t, const Network&)
{
    return {};
}

inline std::size_t get(boost::vertex_index_t, const Network&, FirmId firm)
{
    return firm.value;
}

inline FirmIndexMap get(boost::vertex_index_t, const View& g)
{
    return {&g};
}

inline std::size_t get(boost::vertex_index_t, const View& g, FirmId firm)
{
    return g.rank(firm);
}

/// edge_index: the deal's key, below dealSlots() of the network.
struct DealIndexMap
{
    using key_type = DealId;
    using value_type = std::size_t;
    using reference = std::size_t;
    using category = boost::readable_property_map_tag;
};

inline std::size_t get(const DealIndexMap&, DealId deal)
{
    return deal.value;
}

inline DealIndexMap get(boost::edge_index_t, const Network&)
{
    return {};
}

inline DealIndexMap get(boost::edge_index_t, const View&)
{
    return {};
}

} // namespace gyre

namespace boost {

template<>
struct property_map<gyre::Network, vertex_index_t>
{
    using type = gyre::FirmIndexMap;
    using const_type = gyre::FirmIndexMap;
};

template<>
struct property_map<gyre::View, vertex_index_t>
{
    using type = gyre::FirmIndexMap;
    using const_type = gyre::FirmIndexMap;
};

template<>
struct property_map<gyre::Network, edge_index_t>
{
    using type = gyre::DealIndexMap;
    using const_type = gyre::DealIndexMap;
};

template<>
struct property_map<gyre::View, edge_index_t>
{
    using type = gyre::DealIndexMap;
    using const_type = gyre::DealIndexMap;
};

} // namespace boost
