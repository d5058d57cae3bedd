// The recipe: a briefing and the words → facts, each with its spans, rule and confidence.
//
//     sentences → names → amounts, shares, dates → triggers → arguments → status → facts
//
// Pure, deterministic, O(length of the text). The lexicon is data (resources/lexicon,
// resources/gazetteer): a verb, a hedge or a firm is added there and not here.
#pragma once

#include "graph/basics/progress.h"
#include "graph/model/briefing.h"

namespace gyre {

class Lexicon;

/// `briefing.date` resolves "last month"; absent, such dates stay words (Deal::detail->dateText).
/// Ids of facts are a stable hash of payer, receiver, type, amount and first span.
Extraction extract(const Briefing& briefing, const Lexicon& lexicon, const Progress& progress = {});

} // namespace gyre
