// Title, scope, legend, sources and what is not drawn: measured first, because the plot is what
// they leave. Everything wraps within the picture's width; nothing is cut at an edge.
#pragma once

#include "ui/picture/compose.h"
#include "ui/picture/legend.h"

namespace gyre {

/// What is left out: with its reasons, and its counts alone for where those have no room.
struct NotDrawnText
{
    QString full;
    QString counts;
};

struct FurnitureText
{
    QString title;
    QString scope;
    QString source;
    /// Of firms that were called otherwise at the as-of date, or went into others; mostly empty.
    QString names;
    NotDrawnText notDrawn;
    /// For where the legend finds no room.
    NotDrawnText notDrawnNorLegend;
};

struct Furnished
{
    std::vector<Furniture> pieces;
    /// What is left for the network.
    QRectF plot;
};

/// So narrow that names may find no room and paragraphs need a line more.
bool isNarrow(const Look& look);

/// `notDrawn` is given room for the longest text it may become; setNotDrawn puts the final one in.
Furnished furnish(const Look& look, const Metrics& metrics, const Palette& palette,
                  const LegendContent& content, const FurnitureText& text);

/// Replaces the text of the piece "not-drawn" within the lines it has, each `width` pixels.
void setNotDrawn(std::vector<Furniture>& pieces, const Metrics& metrics, const Palette& palette,
                 double width, const NotDrawnText& text);

/// The date that the picture's state is of: the filter's, else the latest briefing's, else the
/// latest deal's. Empty where nothing is dated.
QString asOfDate(const View& view, const std::vector<Shared<ReadBriefing>>& briefings);

/// Firms named in no drawn deal, and deals left out with their reasons.
std::vector<NotDrawn> leftOut(const View& view);
/// With the amounts and names for which there was no room.
NotDrawnText notDrawnText(const View& view, const std::vector<NotDrawn>& entries);

} // namespace gyre
