// Drafts of all sentences → the facts of the briefing: legs of several payers, the same deal told
// twice joined, dates, ids, evidence, and the firms that the facts name.
#pragma once

#include "graph/briefing/claims.h"
#include "graph/model/briefing.h"

namespace gyre {

/// Below this a reading is a candidate: listed, never drawn or summed.
constexpr float threshold = 0.5F;

struct Drafts
{
    std::vector<DealDraft> deals;
    std::vector<ValuationDraft> valuations;
    std::vector<StakeDraft> stakes;
    std::vector<Unread> unread;
};

/// O(drafts log drafts + mentions).
Extraction facts(const Briefing& briefing, const Analysis& analysis, const Drafts& drafts);

} // namespace gyre
