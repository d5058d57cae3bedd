#include "graph/layout/pieces.h"

#include "graph/layout/geometry.h"
#include "graph/layout/packing.h"

namespace gyre {
namespace {

constexpr double pieceGap = 30;
/// Up to so many nodes a piece beside others is drawn as small as it can be read.
constexpr std::size_t fewNodes = 6;
/// But never on more of the plot than so many times its share of the nodes.
constexpr double mostOfFairShare = 1.5;

/// Principal axis of the points: half the angle of the second moments.
double longAxis(const std::vector<int>& piece, const std::vector<Point>& places)
{
    Point mean;
    for (const int i : piece)
        mean = mean + places[std::size_t(i)] * (1.0 / static_cast<double>(piece.size()));
    double xx = 0, yy = 0, xy = 0;
    for (const int i : piece) {
        const Point d = places[std::size_t(i)] - mean;
        xx += d.x * d.x;
        yy += d.y * d.y;
        xy += d.x * d.y;
    }
    return 0.5 * std::atan2(2 * xy, xx - yy);
}

void turnLevel(const std::vector<int>& piece, std::vector<Point>& places)
{
    const double angle = -longAxis(piece, places);
    const double c = std::cos(angle), s = std::sin(angle);
    for (const int i : piece) {
        const Point p = places[std::size_t(i)];
        places[std::size_t(i)] = {c * p.x - s * p.y, s * p.x + c * p.y};
    }
}

Box boundsOfPiece(const Diagram& diagram, const std::vector<int>& piece,
                  const std::vector<Point>& places)
{
    Box whole;
    for (std::size_t k = 0; k < piece.size(); ++k) {
        const auto i = std::size_t(piece[k]);
        const Box box = footprint(diagram.nodes[i], places[i]);
        whole = k == 0 ? box : united(whole, box);
    }
    return whole;
}

Box boundsOfDiscs(const Diagram& diagram, const std::vector<Point>& places)
{
    Box whole;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double r = diagram.nodes[i].radius;
        const Box box{places[i].x - r, places[i].y - r, 2 * r, 2 * r};
        whole = i == 0 ? box : united(whole, box);
    }
    return whole;
}

std::vector<Box> scaled(std::vector<Box> boxes, const std::vector<double>& scales)
{
    for (std::size_t k = 0; k < boxes.size(); ++k) {
        boxes[k].w *= scales[k];
        boxes[k].h *= scales[k];
    }
    return boxes;
}

/// Of the plot, or of the nominal frame where there is none.
double aspectOf(const Frame& frame)
{
    const bool hasPlot = frame.plot.w >= 1 && frame.plot.h >= 1;
    return hasPlot ? frame.plot.w / frame.plot.h : nominalWidth / nominalHeight;
}

/// Whether the pieces fit into the plot at these scales.
bool isRoomFor(const Diagram& diagram, const std::vector<Box>& boxes,
               const std::vector<double>& scales)
{
    const std::vector<Box> sizes = scaled(boxes, scales);
    const Box& plot = diagram.frame.plot;
    const std::vector<Point> corners = packed(sizes, aspectOf(diagram.frame));
    Box whole;
    for (std::size_t k = 0; k < sizes.size(); ++k) {
        const Box box{corners[k].x, corners[k].y, sizes[k].w, sizes[k].h};
        whole = k == 0 ? box : united(whole, box);
    }
    return whole.w <= plot.w && whole.h <= plot.h;
}

/// A loose pair needs the room of its labels and no more; what that leaves belongs to the pieces
/// with something to tell, which are stretched or pressed into it.
std::vector<double> scalesToFit(const Diagram& diagram, const std::vector<std::vector<int>>& pieces,
                                const std::vector<Box>& boxes)
{
    std::vector<double> scales(pieces.size(), 1);
    if (pieces.size() < 2 || diagram.frame.plot.w < 1 || diagram.frame.plot.h < 1)
        return scales;
    const double plot = diagram.frame.plot.w * diagram.frame.plot.h;
    const auto nodes = static_cast<double>(diagram.nodes.size());
    const auto isSmall = [&pieces](std::size_t k) { return k > 0 && pieces[k].size() <= fewNodes; };
    for (std::size_t k = 0; k < pieces.size(); ++k) {
        const double fair = mostOfFairShare * plot * static_cast<double>(pieces[k].size()) / nodes;
        if (isSmall(k))
            scales[k] = std::min(1.0, std::sqrt(fair / (boxes[k].w * boxes[k].h)));
    }
    double low = 0.01, high = 4;
    for (int step = 0; step < 12; ++step) {
        const double mid = std::sqrt(low * high);
        for (std::size_t k = 0; k < pieces.size(); ++k)
            scales[k] = isSmall(k) ? scales[k] : mid;
        (isRoomFor(diagram, boxes, scales) ? low : high) = mid;
    }
    for (std::size_t k = 0; k < pieces.size(); ++k)
        scales[k] = isSmall(k) ? scales[k] : low;
    return scales;
}

} // namespace

Box footprint(const DiagramNode& node, Point centre)
{
    const double r = node.radius;
    const Box disc{centre.x - r, centre.y - r, 2 * r, 2 * r};
    if (node.isLabelInside || node.labelWidth <= 0)
        return disc;
    return united(disc, {centre.x - node.labelWidth / 2, centre.y + r + 3, node.labelWidth,
                         node.labelHeight});
}

bool hasStarts(const Diagram& diagram)
{
    return std::any_of(diagram.nodes.begin(), diagram.nodes.end(), [](const DiagramNode& node) {
        return node.start.has_value() || node.isPinned;
    });
}

void packIntoNominalFrame(const Diagram& diagram, const std::vector<std::vector<int>>& pieces,
                          std::vector<Point>& places)
{
    if (hasStarts(diagram))
        return;
    std::vector<Box> boxes;
    for (const auto& piece : pieces) {
        turnLevel(piece, places);
        boxes.push_back(grown(boundsOfPiece(diagram, piece, places), pieceGap / 2));
    }
    const std::vector<double> scales = scalesToFit(diagram, pieces, boxes);
    const std::vector<Point> corners = packed(scaled(boxes, scales), aspectOf(diagram.frame));
    for (std::size_t k = 0; k < pieces.size(); ++k)
        for (const int i : pieces[k]) {
            Point& p = places[std::size_t(i)];
            p = corners[k] + (p - Point{boxes[k].x, boxes[k].y}) * scales[k];
        }
    fillNominalFrame(diagram, places);
}

void fillNominalFrame(const Diagram& diagram, std::vector<Point>& places, double mostUneven)
{
    if (places.empty())
        return;
    const Box discs = boundsOfDiscs(diagram, places);
    Box centres = boundsOf(places);
    // Discs keep their size whatever the places are stretched by, so only the rest stretches.
    const double insetX = std::min((discs.w - centres.w) / 2, nominalWidth / 3);
    const double insetY = std::min((discs.h - centres.h) / 2, nominalHeight / 3);
    double sx = centres.w > 1e-6 ? (nominalWidth - 2 * insetX) / centres.w : 1;
    double sy = centres.h > 1e-6 ? (nominalHeight - 2 * insetY) / centres.h : 1;
    if (centres.w > 1e-6 && centres.h > 1e-6) {
        sx = std::min(sx, sy * mostUneven);
        sy = std::min(sy, sx * mostUneven);
    }
    const Point mid = middle(centres);
    for (Point& p : places)
        p = {(p.x - mid.x) * sx, (p.y - mid.y) * sy};
}

} // namespace gyre
