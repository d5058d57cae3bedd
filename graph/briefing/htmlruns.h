// The paragraphs of a page: unbroken runs of inline text, in document order.
#pragma once

#include "graph/briefing/htmltree.h"

#include <functional>

namespace gyre {

struct HtmlRun
{
    /// Blanks collapsed; '\n' for a <br>, in <pre> as written.
    QString text;
    /// Of these characters so many are links.
    qsizetype linked = 0;
    /// The block element it stands in.
    int block = 0;
    GumboTag tag = GUMBO_TAG_UNKNOWN;
    /// The table row or list around it, -1: none.
    int group = -1;

    [[nodiscard]] double linkShare() const
    {
        return text.isEmpty() ? 0 : static_cast<double>(linked) / static_cast<double>(text.size());
    }

    [[nodiscard]] bool isHeading() const { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }
};

/// Of the nodes from `first` to before `end` that are not left out. O(nodes).
std::vector<HtmlRun> htmlRuns(const HtmlTree& tree, int first, int end,
                              const std::function<bool(int node)>& isLeftOut);

} // namespace gyre
