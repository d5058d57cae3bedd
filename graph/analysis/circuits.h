// Money that comes back: chains of deals that start and end at the same firm.
//
// Elementary circuits over firms (Johnson 1975), found by a depth-first search cut by the backward
// distance to the start, over the simple digraph of firm pairs; parallel deals are listed per hop.
// Each circuit is found once and begins at a firm that invests and is paid back by other means,
// where there is one. Partnerships and collective payers take no part. Boost's hawick_circuits
// repeats circuits for parallel deals and in 1.74 has no length limit; its tiernan_all_cycles has
// one and takes 5.6 times as long for 1,000 firms, 14 times for 10,000 (tests/bench/
// bench_network.cpp, loopsOfFour against boostTiernan).
//
// O(firms · d^(maxLength−1)) at worst for branching d; bounded by `limit`.
#pragma once

#include "graph/basics/moneysum.h"
#include "graph/basics/progress.h"
#include "graph/model/view.h"

namespace gyre {

struct Hop
{
    /// All deals of the view from this firm to the next one, greatest figure first.
    std::vector<DealId> deals;
    /// Of those that are counted, in the view's reading, with the hedges that follow from theirs.
    MoneySum sum;
    /// sum.counted(): absent where none is disclosed, currencies differ or the sum is too large.
    std::optional<std::int64_t> capacity;
    Currency currency;

    bool operator==(const Hop&) const = default;
};

struct Circuit
{
    /// In order; the last pays the first.
    std::vector<FirmId> firms;
    /// hops[i] goes from firms[i] to firms[i + 1], the last back to firms[0].
    std::vector<Hop> hops;
    /// What can pass through every hop: the least of the hops' sums, either end by itself.
    MoneySum goesRound;
    /// The least capacity; absent where any hop's is absent or currencies differ.
    std::optional<std::int64_t> bottleneck;
    Currency currency;
    /// What comes back to the first payer over what it paid out: last hop ÷ first hop, as counted.
    std::optional<double> returnedRatio;
    /// The same with its two ends.
    std::optional<MoneyRatio> returned;
    /// The least sure deal that the loop's amounts rest on: of all deals summed into a hop's
    /// capacity, and of all deals of a hop without one. A rumoured part makes a rumoured loop, for
    /// the sums do not stand without it. Cancelled and denied deals, where the filter lets them in,
    /// are the least sure and give Cancelled.
    Status weakestStatus = Status::Closed;

    bool operator==(const Circuit&) const = default;
};

struct Circuits
{
    /// Shorter first, then greater bottleneck, then by keys.
    std::vector<Circuit> found;
    bool isTruncated = false;

    bool operator==(const Circuits&) const = default;
};

/// −1 for cancelled, then 0 for rumoured up to 5 for closed: greater is surer.
int sureness(Status status);

Circuits circuits(const View& view, int maxLength = 4, std::size_t limit = 10000,
                  const Progress& progress = {});

} // namespace gyre
