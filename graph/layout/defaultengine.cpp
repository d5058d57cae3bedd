#include "graph/layout/arrange.h"
#include "graph/layout/crowd.h"
#include "graph/layout/engines.h"
#include "graph/layout/pieces.h"
#include "graph/layout/sketch.h"
#include "graph/layout/untangle.h"
#include "graph/layout/workers.h"

#include <array>

namespace gyre {
namespace {

constexpr int starts = 8;
/// Of a line, as a share of the page's width, to which a small network is stretched.
constexpr double longestMean = 0.38;
constexpr double mostUneven = 1.8;

/// The page that the picture will have, and the way between it and the nominal frame.
struct Mapping
{
    Box page;
    Box plot;

    [[nodiscard]] Point toPage(Point p) const
    {
        const Point mid = middle(plot);
        return {mid.x + p.x * plot.w / nominalWidth, mid.y + p.y * plot.h / nominalHeight};
    }

    [[nodiscard]] Point toNominal(Point p) const
    {
        const Point mid = middle(plot);
        return {(p.x - mid.x) * nominalWidth / plot.w, (p.y - mid.y) * nominalHeight / plot.h};
    }
};

Mapping mappingFor(const Frame& frame)
{
    const Box plot =
        frame.plot.w > 1 && frame.plot.h > 1 ? frame.plot : Box{0, 0, nominalWidth, nominalHeight};
    return {grown(plot, -std::min({plotMargin, plot.w / 8, plot.h / 8})), plot};
}

/// About as many moves as keep the whole within its time: fewer where each is dearer, and fewer for
/// a handful of firms, which have few ways to stand.
int movesFor(std::size_t nodes, std::size_t pairs)
{
    const auto n = static_cast<double>(nodes);
    const double each = 40 + 3.5 * static_cast<double>(nodes + pairs);
    const double budget = std::min(4.8e6 + 4e5 * n, 45e3 * n * n);
    return static_cast<int>(std::clamp(budget / each, 2000.0, 1200000.0));
}

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

struct Attempt
{
    std::vector<Point> places;
    double cost = 0;
};

/// Many short searches, then longer and cooler ones from where the best of them ended. Its moves
/// are a share of all, divided among those kept.
struct Stage
{
    std::size_t kept = 1;
    double share = 0;
    double heat = 0;
    double reach = 0;
};

constexpr std::array searching{Stage{starts, 0.5, 4, 0.4}, Stage{3, 0.25, 1.5, 0.2},
                               Stage{1, 0.25, 0.6, 0.1}};
/// Where drawing takes little time, the drawing itself has the last word.
constexpr std::array searchingFew{Stage{starts, 0.5, 4, 0.4}, Stage{4, 0.3, 1.5, 0.2},
                                  Stage{3, 0.3, 0.6, 0.1}};
constexpr std::array refining{Stage{1, 0.2, 0.5, 0.15}, Stage{1, 0.1, 0.2, 0.05},
                              Stage{1, 0.1, 0, 0.03}};
constexpr std::size_t fewNodes = 80;

void keepBest(std::vector<Attempt>& attempts, std::size_t count)
{
    std::stable_sort(attempts.begin(), attempts.end(),
                     [](const Attempt& a, const Attempt& b) { return a.cost < b.cost; });
    attempts.resize(std::min(count, attempts.size()));
}

/// One layout under way: attempts on the page, in pixels.
class Search
{
public:
    Search(const Diagram& diagram, const LayoutOptions& options, const Progress& progress)
        : m_diagram(diagram)
        , m_options(options)
        , m_progress(progress)
        , m_mapping(mappingFor(diagram.frame))
        , m_pairs(pairsOf(diagram))
        , m_workers(std::min(options.threads, starts))
    {
    }

    [[nodiscard]] const std::vector<NodePair>& pairs() const { return m_pairs; }

    [[nodiscard]] const Mapping& mapping() const { return m_mapping; }

    /// `found`: the first attempt's places, in nominal pixels; each further one is thrown anew.
    void start(const std::vector<Point>& found, std::size_t count)
    {
        m_attempts.resize(count);
        eachAttempt([&](Attempt& attempt, std::size_t k) {
            LayoutOptions own = m_options;
            own.threads = 1;
            own.seed += k;
            attempt.places = k == 0 ? found : stressEngine(m_diagram, own, {{}, m_progress.stop});
            for (Point& p : attempt.places)
                p = m_mapping.toPage(p);
        });
    }

    void run(const Stage& stage, int moves)
    {
        keepBest(m_attempts, stage.kept);
        const auto own = static_cast<int>(stage.share * moves / static_cast<double>(stage.kept));
        eachAttempt([&](Attempt& attempt, std::size_t) {
            attempt.cost = untangle(m_diagram, m_pairs, m_mapping.page,
                                    {m_options.seed + 17, own, stage.heat, stage.reach},
                                    attempt.places, {{}, m_progress.stop});
        });
    }

    std::vector<Point> best()
    {
        if (m_attempts.size() > 1)
            eachAttempt([&](Attempt& attempt, std::size_t) {
                std::vector<Point> nominal = attempt.places;
                for (Point& p : nominal)
                    p = m_mapping.toNominal(p);
                attempt.cost = draftCost(m_diagram, nominal, {{}, m_progress.stop});
            });
        keepBest(m_attempts, 1);
        return m_attempts.front().places;
    }

private:
    template<typename Use>
    void eachAttempt(Use use)
    {
        m_workers.run(static_cast<int>(m_attempts.size()),
                      [&](int k) { use(m_attempts[std::size_t(k)], std::size_t(k)); });
    }

    const Diagram& m_diagram;
    const LayoutOptions& m_options;
    const Progress& m_progress;
    Mapping m_mapping;
    std::vector<NodePair> m_pairs;
    Workers m_workers;
    std::vector<Attempt> m_attempts;
};

} // namespace

std::vector<Point> defaultPlaces(const Diagram& diagram, const LayoutOptions& options,
                                 const Progress& progress)
{
    if (diagram.nodes.size() >= leastCrowd)
        return crowdPlaces(diagram, CrowdAim::Neighbours, options, progress);
    std::vector<Point> found = stressEngine(diagram, options, progress);
    if (found.size() < 2)
        return found;
    Search search(diagram, options, progress);
    const bool isRefinement = hasStarts(diagram);
    const int moves = movesFor(found.size(), search.pairs().size());
    search.start(found, isRefinement ? 1 : starts);
    double done = 0;
    for (const Stage& stage : isRefinement              ? refining
                              : found.size() < fewNodes ? searchingFew
                                                        : searching) {
        search.run(stage, moves);
        progress.at(done += stage.share * 0.8);
    }
    std::vector<Point> best = search.best();
    if (!isRefinement && diagram.frame.obstacles.empty())
        fillPage(diagram, search.pairs(), search.mapping().page, best);
    for (std::size_t i = 0; i < found.size(); ++i)
        if (!diagram.nodes[i].isPinned)
            found[i] = search.mapping().toNominal(best[i]);
    return found;
}

} // namespace gyre
