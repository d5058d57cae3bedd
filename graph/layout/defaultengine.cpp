#include "graph/layout/crowd.h"
#include "graph/layout/engines.h"
#include "graph/layout/pieces.h"
#include "graph/layout/search.h"
#include "graph/layout/sketch.h"

#include <array>

namespace gyre {
namespace {

/// Of a line, as a share of the page's width, to which a small network is stretched.
constexpr double longestMean = 0.38;
constexpr double mostUneven = 1.8;

/// Uses the page's room: stretches about the middle, so that nothing comes closer to anything,
/// until the page is full or the lines are long enough.
void fillPage(const Diagram& diagram, const std::vector<NodePair>& pairs, const Box& page,
              std::vector<Point>& places)
{
    Box taken;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Box box = footprint(diagram.nodes[i], places[i]);
        taken = i == 0 ? box : united(taken, box);
    }
    double longest = 0, total = 0;
    for (const NodePair& pair : pairs)
        if (pair.a != pair.b) {
            total += distance(places[std::size_t(pair.a)], places[std::size_t(pair.b)]);
            longest += 1;
        }
    const double mean = longest > 0 ? total / longest : 0;
    const double most =
        mean > 0 ? std::max(1.0, longestMean * std::min(page.w, 1.6 * page.h) / mean) : 1.0;
    const Box centres = boundsOf(places);
    const auto stretch = [most](double now, double fixed, double room) {
        return now > 1 ? std::clamp((room - fixed) / now, 1.0, most) : 1.0;
    };
    double sx = stretch(centres.w, taken.w - centres.w, page.w);
    double sy = stretch(centres.h, taken.h - centres.h, page.h);
    sx = std::min(sx, sy * mostUneven);
    sy = std::min(sy, sx * mostUneven);
    const Point mid = middle(centres), to = middle(page);
    const Point off = middle(taken) - mid;
    for (Point& p : places)
        p = {to.x - off.x + (p.x - mid.x) * sx, to.y - off.y + (p.y - mid.y) * sy};
}

constexpr std::size_t starts = 8;
constexpr std::array searching{Stage{starts, 0.5, 4, 0.4}, Stage{3, 0.25, 1.5, 0.2},
                               Stage{1, 0.25, 0.6, 0.1}};
/// Of a small network more ends are compared.
constexpr std::array searchingFew{Stage{starts, 0.5, 4, 0.4}, Stage{4, 0.3, 1.5, 0.2},
                                  Stage{3, 0.3, 0.6, 0.1}};

bool isContinued(const Diagram& diagram)
{
    return std::any_of(diagram.nodes.begin(), diagram.nodes.end(), [](const DiagramNode& node) {
        return node.start.has_value() && !node.isPinned;
    });
}

/// Those that stood already stay for now; the others find their place round them.
std::vector<Point> placesToGoOnFrom(Diagram diagram, const LayoutOptions& options,
                                    const Progress& progress)
{
    for (DiagramNode& node : diagram.nodes)
        node.isPinned = node.isPinned || node.start.has_value();
    return stressEngine(diagram, options, progress);
}

} // namespace

std::vector<Point> defaultPlaces(const Diagram& diagram, const LayoutOptions& options,
                                 const Progress& progress)
{
    if (diagram.nodes.size() >= leastCrowd)
        return crowdPlaces(diagram, CrowdAim::Neighbours, options, progress);
    std::vector<Point> found = placesToGoOnFrom(diagram, options, progress.quiet());
    if (found.size() < 2)
        return found;
    Search search(diagram, options, progress);
    const int moves = movesFor(found.size(), search.pairs().size());
    if (isContinued(diagram)) {
        search.goOn(found, moves);
    } else {
        search.start(found, starts);
        double done = 0;
        for (const Stage& stage : isSmall(diagram) ? searchingFew : searching) {
            search.run(stage, moves);
            progress.at(done += stage.share * 0.8);
        }
        search.judge(Judged::ByDrafts);
    }
    std::vector<Point> best = search.best();
    if (!hasStarts(diagram) && diagram.frame.obstacles.empty())
        fillPage(diagram, search.pairs(), search.mapping().page, best);
    for (std::size_t i = 0; i < found.size(); ++i)
        if (!diagram.nodes[i].isPinned)
            found[i] = search.mapping().toNominal(best[i]);
    return found;
}

} // namespace gyre
