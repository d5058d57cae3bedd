// Words of a page → lines in the order that they are read in: headings over the page's width, then
// column after column.
#pragma once

#include "graph/briefing/pdfpages.h"

#include <QString>

#include <vector>

namespace gyre {

/// A piece of a line without a wide gap in it; after `orderedLines` a whole line of its column.
struct PdfLine
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    /// Of its first word.
    double firstWord = 0;
    int words = 0;
    /// Lines of one column one below the other are of one block; counted up over the page.
    int block = 0;
    QString text;

    [[nodiscard]] double height() const { return bottom - top; }

    [[nodiscard]] double middle() const { return (top + bottom) / 2; }
};

/// O(words). Ligatures are letters again.
std::vector<PdfLine> linePieces(const PdfPage& page);

/// A column is found by the gap that prose keeps clear on both sides; the cells of a table stay in
/// their rows, parted by tabs. O(pieces² · columns) at worst.
std::vector<PdfLine> orderedLines(std::vector<PdfLine> pieces);

/// Leaves out what stands at the same place at the head or foot of several pages, and numbers of
/// pages. `pages` holds the pieces of each; `heights` of the pages. O(pieces · log).
void dropRunningHeads(std::vector<std::vector<PdfLine>>& pages, const std::vector<double>& heights);

} // namespace gyre
