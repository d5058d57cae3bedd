// The part of a view that one page holds. A picture of thousands of firms tells nobody anything;
// one of the largest, with a word on how many there are besides, does.
#pragma once

#include "graph/model/view.h"

namespace gyre {

struct Capacity
{
    std::size_t firms = 130;
    /// Of firms with deals between them, whichever way.
    std::size_t pairs = 300;
    std::size_t deals = 600;
};

/// `view` itself where it is within the capacity. Else the firms through which most money flows
/// (in the currency of most deals; where amounts don't tell, those with most deals), none without a
/// firm that it deals with, and of the deals among them those of the largest pairs. The firms in
/// the filter's focus come before all others. What is left out counts as LeftOut::NoRoom. O(n log
/// n).
View largestPart(const View& view, const Capacity& capacity);

} // namespace gyre
