#include "graph/layout/crowd.h"

#include "graph/layout/allpairs.h"
#include "graph/layout/forces.h"
#include "graph/layout/geometry.h"
#include "graph/layout/keeping.h"
#include "graph/layout/landmarks.h"
#include "graph/layout/packing.h"
#include "graph/layout/pieces.h"

#include <limits>
#include <numbers>

namespace gyre {
namespace {

/// Up to here all pairs from any start are no dearer than landmarks.
constexpr int mostFromNothing = 1500;
/// Pairs take two bytes each.
constexpr int mostAllPairs = 10000;
constexpr int landmarkCount = 256;
constexpr double pixelsPerHop = 100;
/// Of a node's square, where the drawing has no unit of its own.
constexpr double roomOfNode = 90;
constexpr double pieceGap = 30;
/// How much more one axis may be stretched than the other to fill the frame.
constexpr double mostUneven = 1.06;

struct Task
{
    SimpleGraph graph;
    CrowdAim aim = CrowdAim::Distances;
    std::uint64_t seed = 1;
    Workers& workers;
    /// Of this piece alone.
    Progress progress;
};

Cloud thrown(int count, std::uint64_t seed)
{
    Dice dice(seed);
    Cloud at(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < at.size(); ++i) {
        at.x[i] = static_cast<float>(3 * dice.around());
        at.y[i] = static_cast<float>(3 * dice.around());
    }
    return at;
}

/// Draws each node between where it stands and its neighbours, so that clusters show as such.
void smooth(const SimpleGraph& graph, int rounds, Cloud& at)
{
    constexpr float share = 0.7F;
    for (int round = 0; round < rounds; ++round) {
        Cloud next = at;
        for (int node = 0; node < graph.size(); ++node) {
            float x = 0, y = 0;
            for (const int other : graph.of(node)) {
                x += at.x[std::size_t(other)];
                y += at.y[std::size_t(other)];
            }
            const auto i = std::size_t(node);
            const float by = share / static_cast<float>(std::max(1, graph.degree(node)));
            next.x[i] = (1 - share) * at.x[i] + by * x;
            next.y[i] = (1 - share) * at.y[i] + by * y;
        }
        at = std::move(next);
    }
}

/// Of a large piece that is in shape. A node is in as many pairs as there are others, so that the
/// same step shakes it the more, the larger the piece is.
Descent refining(int nodes, std::uint64_t seed)
{
    const float step = 1000 / static_cast<float>(std::max(nodes, mostFromNothing));
    return {seed, 24, step, 0.05F * step};
}

/// In hops.
Cloud byDistances(const Task& task)
{
    const int n = task.graph.size();
    if (n <= mostFromNothing) {
        Cloud at = thrown(n, task.seed);
        descend(task.graph, {task.seed, 80, 2, 0.1F}, {}, task.workers, task.progress, at);
        return at;
    }
    Cloud at = placesByLandmarks(task.graph, landmarkCount, task.seed, task.workers,
                                 n <= mostAllPairs ? task.progress.quiet() : task.progress);
    if (n <= mostAllPairs)
        descend(task.graph, refining(n, task.seed), {}, task.workers, task.progress, at);
    return at;
}

/// In no particular unit.
Cloud byNeighbours(const Task& task)
{
    const int n = task.graph.size();
    const Progress quiet = task.progress.quiet();
    const bool isSmall = n <= mostFromNothing;
    Cloud at;
    if (isSmall) {
        at = thrown(n, task.seed);
        descend(task.graph, {task.seed, 15, 2, 0.1F}, {}, task.workers, quiet, at);
    } else {
        at = placesByLandmarks(task.graph, landmarkCount, task.seed, task.workers, quiet);
    }
    smooth(task.graph, isSmall ? 1 : 2, at);
    letForcesWork(task.graph, {}, {}, task.workers, task.progress, at);
    return at;
}

Cloud fresh(const Task& task)
{
    return task.aim == CrowdAim::Distances ? byDistances(task) : byNeighbours(task);
}

/// In nominal pixels, near the starts.
Cloud kept(const Task& task, const Starts& starts, const std::vector<char>& isFixed)
{
    const auto known = std::count_if(starts.begin(), starts.end(),
                                     [](const auto& start) { return start.has_value(); });
    Cloud at;
    if (2 * static_cast<std::size_t>(known) < starts.size()) {
        at = fresh(task);
        fitOnto(starts, at);
        for (std::size_t i = 0; i < starts.size(); ++i)
            if (starts[i]) {
                at.x[i] = static_cast<float>(starts[i]->x);
                at.y[i] = static_cast<float>(starts[i]->y);
            }
    } else {
        at = amongNeighbours(task.graph, starts, task.seed);
    }
    if (task.aim == CrowdAim::Neighbours) {
        letForcesWork(task.graph, {20, 0.01F}, isFixed, task.workers, task.progress, at);
        return at;
    }
    if (task.graph.size() > mostAllPairs)
        return at;
    const float hop = hopLengthOf(task.graph, starts);
    const auto scale = [&at](float by) {
        for (std::vector<float>* axis : {&at.x, &at.y})
            for (float& v : *axis)
                v *= by;
    };
    scale(1 / hop);
    descend(task.graph, refining(task.graph.size(), task.seed), isFixed, task.workers,
            task.progress, at);
    scale(hop);
    return at;
}

struct Extent
{
    float left = std::numeric_limits<float>::max();
    float right = -left;
    float top = left;
    float bottom = -left;

    [[nodiscard]] double width() const { return static_cast<double>(right - left); }

    [[nodiscard]] double height() const { return static_cast<double>(bottom - top); }
};

Extent extentTurned(const Cloud& at, float cosine, float sine)
{
    Extent extent;
    for (std::size_t i = 0; i < at.size(); ++i) {
        const float x = cosine * at.x[i] - sine * at.y[i], y = sine * at.x[i] + cosine * at.y[i];
        extent.left = std::min(extent.left, x);
        extent.right = std::max(extent.right, x);
        extent.top = std::min(extent.top, y);
        extent.bottom = std::max(extent.bottom, y);
    }
    return extent;
}

/// Turned so that it can be drawn as large as possible in a frame of the nominal shape.
void turnToFit(Cloud& at)
{
    constexpr int angles = 60;
    double least = std::numeric_limits<double>::max();
    float bestCosine = 1, bestSine = 0;
    for (int k = 0; k < angles; ++k) {
        const double angle = k * std::numbers::pi / angles;
        const auto cosine = static_cast<float>(std::cos(angle));
        const auto sine = static_cast<float>(std::sin(angle));
        const Extent extent = extentTurned(at, cosine, sine);
        const double needed =
            std::max(extent.width() / nominalWidth, extent.height() / nominalHeight);
        if (needed < least) {
            least = needed;
            bestCosine = cosine;
            bestSine = sine;
        }
    }
    for (std::size_t i = 0; i < at.size(); ++i) {
        const float x = at.x[i], y = at.y[i];
        at.x[i] = bestCosine * x - bestSine * y;
        at.y[i] = bestSine * x + bestCosine * y;
    }
}

double pixelsPerUnit(const Cloud& at, CrowdAim aim)
{
    const Extent extent = extentTurned(at, 1, 0);
    const double side = std::sqrt(std::max(extent.width() * extent.height(), 1e-12));
    const double wanted = roomOfNode * std::sqrt(static_cast<double>(at.size()));
    return aim == CrowdAim::Distances || at.size() < 4 ? pixelsPerHop : wanted / side;
}

/// One piece's places; `isLoose`: to be packed beside others.
struct PlacedPiece
{
    std::vector<int> nodes;
    bool isLoose = true;
};

Box boundsOfPiece(const Diagram& diagram, const std::vector<int>& nodes,
                  const std::vector<Point>& places)
{
    Box whole;
    for (std::size_t k = 0; k < nodes.size(); ++k) {
        const auto i = std::size_t(nodes[k]);
        const double r = diagram.nodes[i].radius;
        const Box disc = boxAround(places[i], 2 * r, 2 * r);
        whole = k == 0 ? disc : united(whole, disc);
    }
    return grown(whole, pieceGap / 2);
}

/// The loose pieces side by side; below the others where there are any.
void pack(const Diagram& diagram, const std::vector<PlacedPiece>& pieces,
          std::vector<Point>& places)
{
    std::vector<Box> boxes;
    std::vector<const PlacedPiece*> loose;
    Point corner;
    for (const PlacedPiece& piece : pieces) {
        const Box box = boundsOfPiece(diagram, piece.nodes, places);
        if (piece.isLoose) {
            boxes.push_back(box);
            loose.push_back(&piece);
        } else {
            corner = {std::min(corner.x, box.x), std::max(corner.y, box.y + box.h)};
        }
    }
    const std::vector<Point> corners = packed(boxes, nominalWidth / nominalHeight);
    for (std::size_t k = 0; k < loose.size(); ++k)
        for (const int i : loose[k]->nodes)
            places[std::size_t(i)] =
                places[std::size_t(i)] + corner + corners[k] - Point{boxes[k].x, boxes[k].y};
}

/// The places of one piece.
PlacedPiece placePiece(const Diagram& diagram, const Task& task, const std::vector<int>& piece,
                       std::vector<Point>& places)
{
    Starts starts;
    std::vector<char> isFixed;
    bool isKept = false;
    for (const int node : piece) {
        const DiagramNode& shape = diagram.nodes[std::size_t(node)];
        starts.push_back(shape.start);
        isFixed.push_back(shape.isPinned && shape.start ? 1 : 0);
        isKept = isKept || shape.start.has_value();
    }
    Cloud at = isKept ? kept(task, starts, isFixed) : fresh(task);
    double scale = 1;
    if (!isKept) {
        turnToFit(at);
        scale = pixelsPerUnit(at, task.aim);
    }
    for (std::size_t k = 0; k < piece.size(); ++k)
        places[std::size_t(piece[k])] =
            Point{static_cast<double>(at.x[k]) * scale, static_cast<double>(at.y[k]) * scale};
    return {piece, !isKept};
}

} // namespace

std::vector<Point> crowdPlaces(const Diagram& diagram, CrowdAim aim, const LayoutOptions& options,
                               const Progress& progress)
{
    std::vector<Point> places(diagram.nodes.size());
    Workers workers(options.threads);
    const SimpleGraph whole = simpleGraphOf(diagram);
    std::vector<int> scratch(places.size());
    std::vector<PlacedPiece> pieces;
    std::size_t done = 0;
    const auto all = static_cast<double>(places.size());
    for (const std::vector<int>& piece : piecesOf(whole)) {
        const auto from = static_cast<double>(done) / all;
        done += piece.size();
        const Task task{partOf(whole, piece, scratch), aim, options.seed, workers,
                        progress.part(from, static_cast<double>(done) / all)};
        pieces.push_back(placePiece(diagram, task, piece, places));
    }
    pack(diagram, pieces, places);
    if (!hasStarts(diagram))
        fillNominalFrame(diagram, places, aim == CrowdAim::Neighbours ? mostUneven : 1);
    return places;
}

} // namespace gyre
