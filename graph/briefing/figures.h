// What the figures of a sentence measure: the sum of a deal, a firm's value, or something that is
// neither (revenue, a pace, a conversion).
#pragma once

#include "graph/briefing/chunks.h"

namespace gyre {

enum class FigureUse : std::uint8_t
{
    Sum,
    Valuation,
    Metric,
    /// What a holding is worth, which is its price where it is sold: "shares worth $9 billion".
    Holding
};

/// By chunk of the sentence; Sum for chunks that are no figure.
std::vector<FigureUse> figureUses(const Clauses& clauses, const Analysis& analysis);

} // namespace gyre
