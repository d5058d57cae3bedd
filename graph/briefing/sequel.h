// What a later sentence says of the deal told before it: "The deal was later called off."
#pragma once

#include "graph/briefing/drafts.h"

namespace gyre {

/// Where the sentence tells of "the deal", no deal of its own and that it came to nothing, and one
/// deal was told shortly before, that one is cancelled. `told` are the deals up to here.
void applySequel(const SentenceView& sentence, std::vector<DealDraft>& told);

} // namespace gyre
