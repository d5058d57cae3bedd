// What Ctrl+K finds: firms by name, alias or former name, deals by their parties, phrases in the
// briefings.
#pragma once

#include "graph/model/project.h"
#include "ui/document/selection.h"

namespace gyre {

struct SearchHit
{
    enum class Kind : std::uint8_t
    {
        Firm,
        Deal,
        Phrase
    };

    Kind kind = Kind::Firm;
    QString text;
    QString detail;
    Selection selection;
    /// Of a phrase: which briefing, and where in it.
    std::size_t briefing = 0;
    TextSpan span;
};

/// At most `limitOfEach` of a kind: firms whose name starts with the words first, then greater
/// deals first, then phrases in order. O(firms + deals + length of the texts).
std::vector<SearchHit> search(const Project& project, const QString& words,
                              std::size_t limitOfEach = 6);

} // namespace gyre
