// Firms and the deals between them: a directed multigraph with valuations and stakes beside it.
// A value: a copy costs a few thousand counts, an edit copies the chunks it touches and leaves
// every other version as it was (undo is the version before). Boost's graph concepts: boostgraph.h.
//
// Keys are dense; those of removed firms and deals are not given again, so a FirmId held by a
// window stays true through any number of edits and undos.
#pragma once

#include "graph/basics/ids.h"
#include "graph/model/claim.h"
#include "graph/model/deal.h"
#include "graph/model/firm.h"
#include "graph/model/persistentvector.h"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace gyre {

/// What filters and sums look at, packed beside the deals so that a pass over all is one sweep of
/// memory. Derived from the Deal whenever it is set.
struct DealFacts
{
    static constexpr std::int64_t noAmount = std::numeric_limits<std::int64_t>::min();
    static constexpr std::int32_t noDay = std::numeric_limits<std::int32_t>::min();

    std::int64_t low = noAmount;
    std::int64_t high = noAmount;
    FirmId from;
    FirmId to;
    /// Julian days, both ends of what the date may mean.
    std::int32_t firstDay = noDay;
    std::int32_t lastDay = noDay;
    Currency currency;
    DealType type = DealType::Other;
    Status status = Status::Announced;
    bool isRemoved = false;
    bool isDenied = false;
    bool isCounted = true;
    bool isRejected = false;
    /// Payer or receiver is the row of a round's total.
    bool isRoundTotal = false;

    [[nodiscard]] std::int64_t figure() const { return high != noAmount ? high : low; }

    bool operator==(const DealFacts&) const = default;
};

/// Deals at one firm. Deals of a collective payer have no tail and so are no arcs of the graph.
struct Adjacency
{
    std::vector<DealId> out;
    std::vector<DealId> in;
    std::vector<DealId> fromCollective;

    bool operator==(const Adjacency&) const = default;
};

class Network
{
public:
    /// Counts without the removed.
    [[nodiscard]] std::size_t firmCount() const { return m_firmCount; }

    [[nodiscard]] std::size_t dealCount() const { return m_dealCount; }

    /// One more than the greatest key ever given: the size for arrays indexed by key.
    [[nodiscard]] std::size_t firmSlots() const { return m_firms.size(); }

    [[nodiscard]] std::size_t dealSlots() const { return m_deals.size(); }

    [[nodiscard]] bool contains(FirmId id) const;
    [[nodiscard]] bool contains(DealId id) const;

    [[nodiscard]] const Firm& firm(FirmId id) const { return m_firms[id.value]; }

    [[nodiscard]] const Deal& deal(DealId id) const { return m_deals[id.value]; }

    [[nodiscard]] const DealFacts& facts(DealId id) const { return m_facts[id.value]; }

    [[nodiscard]] const PersistentVector<DealFacts, 1024>& allFacts() const { return m_facts; }

    /// All that are there, in order of their keys. O(slots).
    [[nodiscard]] std::vector<FirmId> firms() const;
    [[nodiscard]] std::vector<DealId> deals() const;

    [[nodiscard]] std::span<const DealId> out(FirmId id) const { return m_adjacency[id.value].out; }

    [[nodiscard]] std::span<const DealId> in(FirmId id) const { return m_adjacency[id.value].in; }

    [[nodiscard]] std::span<const DealId> fromCollective(FirmId id) const
    {
        return m_adjacency[id.value].fromCollective;
    }

    /// By text id. O(log n) of one shard.
    [[nodiscard]] std::optional<FirmId> findFirm(const QString& id) const;
    [[nodiscard]] std::optional<DealId> findDeal(const QString& id) const;
    /// By name or alias, without regard to case, blanks and punctuation. O(firms).
    [[nodiscard]] std::optional<FirmId> findFirmNamed(const QString& name) const;

    [[nodiscard]] const PersistentVector<Valuation>& valuations() const { return m_valuations; }

    [[nodiscard]] const PersistentVector<Stake>& stakes() const { return m_stakes; }

    bool operator==(const Network& other) const;

private:
    friend class NetworkEditor;

    /// Text id → key: shards of (hash, key), sorted, so that an edit copies one shard.
    using Shard = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
    using Index = PersistentVector<Shard, 1>;

    PersistentVector<Firm, 128> m_firms;
    PersistentVector<Deal, 128> m_deals;
    PersistentVector<DealFacts, 1024> m_facts;
    PersistentVector<Adjacency, 64> m_adjacency;
    PersistentVector<std::uint8_t, 4096> m_firmRemoved;
    PersistentVector<Valuation> m_valuations;
    PersistentVector<Stake> m_stakes;
    Index m_firmIndex;
    Index m_dealIndex;
    std::size_t m_firmCount = 0;
    std::size_t m_dealCount = 0;
};

/// Builds and changes: takes a network, gives the next one. Works in place on what nobody shares,
/// so that loading half a million deals copies nothing.
///
///     NetworkEditor edit(network);
///     edit.setDeal(id, changed);
///     return edit.done();
class NetworkEditor
{
public:
    NetworkEditor() = default;

    explicit NetworkEditor(Network network)
        : m_network(std::move(network))
    {
    }

    [[nodiscard]] const Network& network() const { return m_network; }

    /// An id that is already there gets a number behind it ("openai-2"); an empty one is made.
    FirmId addFirm(Firm firm);
    DealId addDeal(Deal deal);
    ValuationId addValuation(Valuation valuation);
    StakeId addStake(Stake stake);

    void setFirm(FirmId id, Firm firm);
    /// Ends may change.
    void setDeal(DealId id, Deal deal);
    void setValuation(ValuationId id, Valuation valuation);
    void setStake(StakeId id, Stake stake);

    void removeDeal(DealId id);
    /// Only a firm without deals; valuations and stakes of it must have been moved or rejected.
    void removeFirm(FirmId id);

    Network done() { return std::move(m_network); }

private:
    QString freeId(const Network::Index& index, QString wanted, const char* fallback) const;
    void link(DealId id);
    void unlink(DealId id);

    Network m_network;
};

/// How names are compared: letters and digits alone, lower case ("T. Rowe Price" → "troweprice").
QString nameKey(QStringView name);

} // namespace gyre
