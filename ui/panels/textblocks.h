// A text cut into blocks short enough to be laid out one at a time: paragraphs, and where a
// paragraph is endless (a book in one line), pieces of it that end with a sentence or a blank.
// Offsets are those of the text; only the line ends between blocks belong to none.
#pragma once

#include "graph/basics/textspan.h"

#include <QString>

#include <vector>

namespace gyre {

struct TextBlock
{
    TextSpan span;
    /// Empty lines before it: a paragraph starts. A piece of a long paragraph has none.
    bool startsParagraph = true;
};

/// O(length): one pass, a few ms for 10 MB.
std::vector<TextBlock> textBlocks(const QString& text);

/// Blocks longer than this are cut.
constexpr int longestBlock = 2400;

} // namespace gyre
