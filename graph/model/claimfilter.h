// A filter's word on dated claims, as viewOf has it on deals: for charts and for what is written
// out.
#pragma once

#include "graph/model/view.h"

namespace gyre {

/// The network with every valuation and stake rejected that the filter leaves out: dated outside
/// its window or after its as-of date, denied, or of a status that is off. O(claims).
Network claimsWithin(Network network, const Filter& filter);

} // namespace gyre
