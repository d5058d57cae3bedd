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
    /// Deals of collective payers, each of which is a node of its own.
    std::size_t squares = 40;
};

/// `view` itself where it is within the capacity or shows a route. Else a part that hangs together:
/// grown from the firms through which most money flows (in the currency of most deals; where
/// amounts don't tell, from those with most deals), none without a firm that it deals with; of the
/// deals among them the few largest of each of the largest pairs, then the rest. The firms that the
/// filter's focus names come before all others. What is left out counts as LeftOut::NoRoom.
/// O(n log n).
View largestPart(const View& view, const Capacity& capacity);

/// What the network's picture holds of a view; merged deals are one arc.
View drawnPart(const View& view, bool mergesPairs);

} // namespace gyre
