#include "graph/layout/pieces.h"

#include "graph/layout/geometry.h"
#include "graph/layout/packing.h"

namespace gyre {
namespace {

constexpr double pieceGap = 30;

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
    const std::vector<Point> corners = packed(boxes, nominalWidth / nominalHeight);
    for (std::size_t k = 0; k < pieces.size(); ++k)
        for (const int i : pieces[k])
            places[std::size_t(i)] =
                places[std::size_t(i)] + (corners[k] - Point{boxes[k].x, boxes[k].y});
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
