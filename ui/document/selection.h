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

/// monostate: nothing.
using Selection = std::variant<std::monostate, FirmId, DealId, ValuationId, StakeId, LoopSelection>;

} // namespace gyre
