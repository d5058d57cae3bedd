// Dates of a text, absolute or counted from the briefing's: "16 December 2025", "Q3 2025", "late
// 2025", "in November", "November’s", "last month", "on Tuesday", "two weeks ago".
#pragma once

#include "graph/basics/partialdate.h"
#include "graph/briefing/sentences.h"

#include <optional>
#include <vector>

namespace gyre {

struct DateMention
{
    /// Tokens [first, last).
    int first = 0;
    int last = 0;
    /// Absent where the briefing's own date is needed and not known, or not exact enough.
    std::optional<PartialDate> date;
    /// "November’s $38 billion deal".
    bool isPossessive = false;
    /// "next year": nothing that has happened.
    bool isFuture = false;
    /// A month without a year: the last one before the briefing, unless the words tell of a plan.
    bool isBareMonth = false;
};

/// In order of the text. O(tokens).
std::vector<DateMention> dates(const Prose& prose, const LexiconData& lexicon,
                               const std::optional<PartialDate>& today);

} // namespace gyre
