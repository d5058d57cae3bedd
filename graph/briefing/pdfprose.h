// Lines of all pages → paragraphs, as they were before they were set.
#pragma once

#include "graph/briefing/pdflines.h"

#include <vector>

namespace gyre {

struct PdfParagraph
{
    QString text;
    /// Of its letters, in points: headings are larger.
    double height = 0;
    int page = 0;
};

/// `pages` as orderedLines gives them. Words parted at a line's end are whole again where they go
/// on in lower case, unless the text writes them with a hyphen elsewhere. O(text).
std::vector<PdfParagraph> paragraphs(const std::vector<std::vector<PdfLine>>& pages);

/// Of most of the text.
double bodyHeight(const std::vector<PdfParagraph>& paragraphs);

} // namespace gyre
