// A draft with several payers → one leg each, and the total they share; legs that tell the same
// deal → one, with all their evidence.
#pragma once

#include "graph/briefing/drafts.h"

namespace gyre {

/// One directed deal between two firms, or from a collective (`payer` -1).
struct Leg
{
    int payer = -1;
    int receiver = -1;
    std::vector<int> members;
    Amount amount;
    /// The draft it comes from; its first telling gives type, rule and words.
    DealDraft draft;
    /// Legs of one draft.
    int group = -1;
    bool isCounted = true;
    std::vector<TextSpan> evidence;
};

/// In order of the text.
std::vector<Leg> legs(const std::vector<DealDraft>& drafts, const Amounts& amounts);

} // namespace gyre
