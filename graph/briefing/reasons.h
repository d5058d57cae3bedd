// Which words of a sentence played a part in the fact that was read from it.
#pragma once

#include "graph/model/briefing.h"
#include "graph/model/correction.h"

namespace gyre {

class Lexicon;

struct ReasonPart
{
    enum class Role : std::uint8_t
    {
        Giver,
        Org,
        /// The verb or noun that tells the fact.
        Trigger,
        Figure,
        Status,
        Date
    };

    Role role = Role::Trigger;
    /// In the briefing's text.
    TextSpan span;

    bool operator==(const ReasonPart&) const = default;
};

/// Of the words at `sentence`, in their order; at most one of a role. A party that another sentence
/// names has none. O(words of the sentence + mentions of the parties).
std::vector<ReasonPart> reasonsOf(const Network& network, const FactId& fact,
                                  const Briefing& briefing, TextSpan sentence,
                                  const Lexicon& lexicon);

} // namespace gyre
