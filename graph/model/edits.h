// Changes a person can make, each a function from a network to the next one. What an edit does not
// touch is shared with the network before, which is what undo returns to.
#pragma once

#include "graph/model/briefing.h"
#include "graph/model/network.h"

namespace gyre {

/// The reader's word on a fact. Rejected facts stay, out of every view and sum.
Network reviewed(Network network, DealId id, Review review);
Network reviewed(Network network, ValuationId id, Review review);
Network reviewed(Network network, StakeId id, Review review);

/// The firm's name as the reader wants it; the old one becomes an alias.
Network renamed(Network network, FirmId id, const QString& name);

/// `addition` put into `network`, joined by firm: same id, else same name or alias. Deals,
/// valuations and stakes are added as they are. O(firms + size of addition).
Network merged(Network network, const Network& addition);

/// The network of one extraction (its FirmIds index `extraction.firms`), joined into `network`.
/// A deal that is there already, the same id, is not added again.
Network assembled(Network network, const Extraction& extraction);

} // namespace gyre
