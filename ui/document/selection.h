// The one selection that every view follows.
#pragma once

#include "graph/basics/ids.h"

#include <variant>
#include <vector>

namespace gyre {

/// A loop is selected by its firms in order and the deals of its hops.
struct LoopSelection
{
    std::vector<FirmId> firms;
    std::vector<DealId> deals;
    bool operator==(const LoopSelection&) const = default;
};

/// The deals of one arc that stands for several.
struct PairSelection
{
    std::vector<DealId> deals;
    bool operator==(const PairSelection&) const = default;
};

/// monostate: nothing.
using Selection = std::variant<std::monostate, FirmId, DealId, ValuationId, StakeId, LoopSelection,
                               PairSelection>;

/// Of a loop or a pair: what is selected by its deals together.
inline std::vector<DealId> dealsOf(const Selection& selection)
{
    if (const auto* loop = std::get_if<LoopSelection>(&selection))
        return loop->deals;
    const auto* pair = std::get_if<PairSelection>(&selection);
    return pair != nullptr ? pair->deals : std::vector<DealId>();
}

} // namespace gyre
