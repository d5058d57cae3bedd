// What of a network is looked at: the network itself, shared, and a mask of firms and of deals.
// Pictures, sums and analyses take a View; a filter makes one in a single sweep (O(deals), under
// 5 ms for 400,000; one traversal of Boost's filtered_graph takes 3.4 times as long, measured by
// tests/bench/bench_network.cpp). Boost's graph concepts: boostgraph.h.
#pragma once

#include "graph/basics/moneysum.h"
#include "graph/model/network.h"

#include <QStringList>

#include <array>
#include <bitset>
#include <map>
#include <memory>

namespace gyre {

/// Why a deal is not in a view; the words are in ui/words.
enum class LeftOut : std::uint8_t
{
    Rejected,
    Type,
    Status,
    Uncounted,
    Undisclosed,
    TooSmall,
    OutsideDates,
    Undated,
    OutOfFocus,
    OffRoute,
    /// A page holds so many.
    NoRoom
};
constexpr int leftOutCount = 11;

struct Filter
{
    /// By DealType; default all but stake transfers.
    std::bitset<dealTypeCount> types = defaultTypes();
    /// By Status; default all but cancelled.
    std::bitset<statusCount> statuses = defaultStatuses();
    /// Denied deals count with cancelled ones: in only where those are.
    /// Compared with the deal's figure in its own currency; 0: no limit, undisclosed are in.
    std::int64_t least = 0;
    /// Only deals in this currency where it is known (from "$10B").
    Currency leastCurrency;
    /// Inclusive; a partial date is in if any day of it is.
    std::optional<PartialDate> from;
    std::optional<PartialDate> to;
    /// With `from` or `to` set: undated deals fall out.
    bool datedOnly = false;
    /// The state known then: nothing dated later. Undated stay.
    std::optional<PartialDate> asOf;

    /// Text ids or names with a radius in hops; empty: everything.
    struct Focus
    {
        FirmId firm;
        int hops = 1;
        bool operator==(const Focus&) const = default;
    };

    std::vector<Focus> focus;

    /// Only the deals on the shortest chains from one firm to another, all of them where several
    /// are equally short; comes after everything else, the focus included.
    struct Route
    {
        FirmId from;
        FirmId to;
        /// Only along the money, from payer to receiver; else a deal joins both ways.
        bool isDirected = false;
        bool operator==(const Route&) const = default;
    };

    std::optional<Route> route;
    /// Deals that must not be summed are in too.
    bool withUncounted = false;
    Reading reading = Reading::High;

    static std::bitset<dealTypeCount> defaultTypes();
    static std::bitset<statusCount> defaultStatuses();

    bool operator==(const Filter&) const = default;
};

class View
{
public:
    View() = default;

    [[nodiscard]] const Network& network() const { return m_data->network; }

    [[nodiscard]] const Filter& filter() const { return m_data->filter; }

    [[nodiscard]] bool contains(FirmId id) const
    {
        return id.value < m_data->rank.size() && m_data->rank[id.value] != FirmId::none;
    }

    [[nodiscard]] bool contains(DealId id) const
    {
        return id.value < m_data->deals.size() && m_data->deals[id.value] != 0;
    }

    /// Firms with a deal in the view, in order of keys.
    [[nodiscard]] std::span<const FirmId> firms() const { return m_data->firms; }

    /// Deals in the view, those of collective payers included, in order of keys. O(slots).
    [[nodiscard]] std::vector<DealId> deals() const;

    /// Position of a firm in firms().
    [[nodiscard]] std::uint32_t rank(FirmId id) const { return m_data->rank[id.value]; }

    [[nodiscard]] std::size_t firmCount() const { return m_data->firms.size(); }

    [[nodiscard]] std::size_t dealCount() const { return m_data->dealCount; }

    /// Deals with two named ends: the arcs of the graph.
    [[nodiscard]] std::size_t arcCount() const { return m_data->arcCount; }

    /// How many deals were left out, and why (each by the first reason that fits).
    [[nodiscard]] std::size_t leftOut(LeftOut why) const
    {
        return m_data->leftOut.at(static_cast<std::size_t>(why));
    }

    /// Of its deals those that are `wanted` (one byte a slot), the others left out for `why`.
    /// O(firms
    /// + deals).
    [[nodiscard]] View only(const std::vector<std::uint8_t>& wanted, LeftOut why) const;

private:
    friend View viewOf(const Network& network, const Filter& filter);

    struct Data
    {
        Network network;
        Filter filter;
        /// One byte a deal: a sweep writes them in order, and Boost's iterators test one at a time.
        std::vector<std::uint8_t> deals;
        std::vector<std::uint32_t> rank;
        std::vector<FirmId> firms;
        std::size_t dealCount = 0;
        std::size_t arcCount = 0;
        std::array<std::size_t, leftOutCount> leftOut{};

        void rankFirms(const std::vector<std::uint8_t>& isEnd);
        void keepOnly(const std::vector<std::uint8_t>& wanted, LeftOut why);
    };

    static const std::shared_ptr<const Data>& nothing();

    std::shared_ptr<const Data> m_data = nothing();
};

/// The deals that pass `filter` and the firms at their ends. O(firms + deals).
View viewOf(const Network& network, const Filter& filter);

/// Sum of the deals in a view, by currency (code; empty: not known), and what could not be summed.
struct Totals
{
    /// With the hedges of their parts; a sum that is too large is in with its flaw.
    std::map<QString, MoneySum> sums;
    /// Of the rumoured and those in talks.
    std::map<QString, MoneySum> rumoured;
    /// Their figures as the reading counts them; sums that are too large have none.
    std::map<QString, std::int64_t> byCurrency;
    std::map<QString, std::int64_t> rumouredByCurrency;
    std::size_t summed = 0;
    std::size_t undisclosed = 0;
};

/// Partnerships have no amount and are not counted as undisclosed.
Totals totals(const View& view);

} // namespace gyre
