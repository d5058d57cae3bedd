// The findings of one briefing as marks in its text, in the hues of the network.
#pragma once

#include "graph/model/project.h"
#include "ui/document/selection.h"
#include "ui/panels/textview.h"
#include "ui/picture/look.h"

namespace gyre {

struct FoundMarks
{
    /// By span.
    std::vector<TextMark> marks;
    std::vector<TextSubject> subjects;
    /// What choosing a mark of each subject selects; nothing for what was not read and for readings
    /// below the threshold.
    std::vector<Selection> selections;
};

/// Firms are underlined in the hue of their kind; deals, valuations and stakes lie on a plate,
/// their figures on a strong one, what a rule inferred on a dashed one; what no rule could read is
/// underlined with dots. Rejected facts are not marked. O(facts).
FoundMarks foundMarks(const Project& project, std::size_t briefing, const Palette& palette);

} // namespace gyre
