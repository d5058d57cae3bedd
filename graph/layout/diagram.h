// What a layout works on: shapes and sizes in pixels, no firms, no money, no fonts. Whoever draws
// measures its labels and hands them over as boxes; the layout returns where everything goes.
#pragma once

#include "graph/model/placement.h"

#include <optional>
#include <vector>

namespace gyre {

struct Box
{
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;

    [[nodiscard]] bool overlaps(const Box& o, double gap = 0) const
    {
        return x < o.x + o.w + gap && o.x < x + w + gap && y < o.y + o.h + gap && o.y < y + h + gap;
    }

    bool operator==(const Box&) const = default;
};

struct DiagramNode
{
    double radius = 0;
    /// The name's painted size; it is always shown. Inside the disc where it fits, else beside.
    double labelWidth = 0;
    double labelHeight = 0;
    bool isLabelInside = false;
    /// The square of a collective payer (radius: half its side); hangs on one receiver.
    bool isSquare = false;
    bool isPinned = false;
    /// Where it was or is wanted, in nominal pixels (placement.h).
    std::optional<Point> start;
    /// Rings by role: 0 innermost. -1: the engine decides.
    int ring = -1;
    /// Days since any fixed day, for the engine "time".
    std::optional<double> time;
};

struct DiagramLink
{
    int from = 0;
    int to = 0;
    double strokeWidth = 1;
    /// The arrowhead's length beyond which a straight end is needed; 0: no head.
    double headLength = 0;
    double labelWidth = 0;
    double labelHeight = 0;
    /// Higher first when there is no room for all labels; 0-size labels are none.
    double labelPriority = 0;
    /// Must be shown (amounts of 10^9·10 and more).
    bool isLabelRequired = false;
};

/// The picture's page: nodes, arcs and labels stay inside `plot` and off the `obstacles`
/// (title, legend, sources).
struct Frame
{
    double width = nominalWidth;
    double height = nominalHeight;
    Box plot{0, 0, nominalWidth, nominalHeight};
    std::vector<Box> obstacles;

    bool operator==(const Frame&) const = default;
};

struct Diagram
{
    std::vector<DiagramNode> nodes;
    std::vector<DiagramLink> links;
    Frame frame;
};

} // namespace gyre
