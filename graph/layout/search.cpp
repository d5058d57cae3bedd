#include "graph/layout/search.h"

#include "graph/layout/arrange.h"
#include "graph/layout/engines.h"
#include "graph/layout/sketch.h"
#include "graph/layout/untangle.h"

#include <algorithm>
#include <array>

namespace gyre {

/// How a picture may go on from an earlier one: what it costs a node to leave its place, and how
/// freely better ones are looked for.
struct Search::Manner
{
    double keepingCost = 0;
    /// As a share of the page's diagonal, what costs nothing.
    double freely = 0;
    double heat = 0;
    double reach = 0;

    /// For the end of a search: what was found, put straight.
    [[nodiscard]] Manner cooler() const { return {keepingCost, freely, heat / 10, reach / 4}; }
};

namespace {

/// No search makes more attempts than that.
constexpr int mostAtOnce = 8;
/// Of the nodes that stand already, half stay within this share of the page's diagonal.
constexpr double mostMoved = 0.045;
/// For each share of the diagonal beyond that.
constexpr double tooFar = 1e6;
/// Of the free manners, as many go to the end.
constexpr std::size_t goingOn = 5;
/// What a reader knows by its place is given up for a much better picture alone: the gentlest
/// manner's faults count for so much.
constexpr double worthOfCalm = 0.9;
/// In the moves of a fresh search, which has all places to choose from.
constexpr double goingOnMoves = 2;
constexpr std::size_t fewNodes = 80;

} // namespace

Mapping mappingFor(const Frame& frame)
{
    const Box plot =
        frame.plot.w > 1 && frame.plot.h > 1 ? frame.plot : Box{0, 0, nominalWidth, nominalHeight};
    return {grown(plot, -std::min({plotMargin, plot.w / 8, plot.h / 8})), plot};
}

bool isSmall(const Diagram& diagram)
{
    return diagram.nodes.size() < fewNodes;
}

int movesFor(std::size_t nodes, std::size_t pairs)
{
    const auto n = static_cast<double>(nodes);
    const double each = 40 + 3.5 * static_cast<double>(nodes + pairs);
    const double budget = std::min(4.8e6 + 4e5 * n, 45e3 * n * n);
    return static_cast<int>(std::clamp(budget / each, 2000.0, 1200000.0));
}

Search::Search(const Diagram& diagram, const LayoutOptions& options, const Progress& progress)
    : m_diagram(diagram)
    , m_options(options)
    , m_progress(progress)
    , m_mapping(mappingFor(diagram.frame))
    , m_pairs(pairsOf(diagram))
    , m_workers(std::min(options.threads, mostAtOnce))
{
}

void Search::eachAttempt(const std::function<void(Attempt&, std::size_t)>& use)
{
    m_workers.run(static_cast<int>(m_attempts.size()),
                  [&](int k) { use(m_attempts[std::size_t(k)], std::size_t(k)); });
}

void Search::keepBest(std::size_t count)
{
    std::stable_sort(m_attempts.begin(), m_attempts.end(),
                     [](const Attempt& a, const Attempt& b) { return a.cost < b.cost; });
    m_attempts.resize(std::min(count, m_attempts.size()));
}

void Search::start(const std::vector<Point>& found, std::size_t count)
{
    m_attempts.resize(count);
    eachAttempt([&](Attempt& attempt, std::size_t k) {
        LayoutOptions own = m_options;
        own.threads = 1;
        own.seed += k;
        attempt.places = k == 0 ? found : stressEngine(m_diagram, own, m_progress.quiet());
        for (Point& p : attempt.places)
            p = m_mapping.toPage(p);
    });
}

void Search::run(const Stage& stage, int moves)
{
    keepBest(stage.kept);
    const auto own = static_cast<int>(stage.share * moves / static_cast<double>(stage.kept));
    eachAttempt([&](Attempt& attempt, std::size_t) {
        attempt.cost = untangle(m_diagram, m_pairs, m_mapping.page,
                                {m_options.seed + 17, own, stage.heat, stage.reach, {}, 0, 0, {}},
                                attempt.places, m_progress.quiet());
    });
}

void Search::goOn(const std::vector<Point>& found, int moves)
{
    constexpr std::array manners{Manner{15, 0, 1, 0.2},     Manner{6, 0.035, 4, 0.4},
                                 Manner{6, 0.035, 8, 0.4},  Manner{3, 0.035, 8, 0.4},
                                 Manner{4, 0.035, 12, 0.4}, Manner{10, 0.035, 8, 0.4}};
    std::vector<Point> kept = found;
    for (Point& p : kept)
        p = m_mapping.toPage(p);
    const auto own = static_cast<int>(goingOnMoves * moves / static_cast<double>(manners.size()));
    m_attempts.assign(manners.size(), {kept, 0, 0});
    eachAttempt([&](Attempt& attempt, std::size_t k) {
        improve(attempt, manners[k], kept, own);
        improve(attempt, manners[k].cooler(), kept, own);
    });
    m_progress.at(0.7);
    const Attempt gentlest = m_attempts.front();
    m_attempts.erase(m_attempts.begin());
    keepBest(goingOn);
    m_attempts.insert(m_attempts.begin(), gentlest);
    // A picture that has to stay much as it is has less room for what a draft does not show.
    judge(isSmall(m_diagram) ? Judged::ByDrawings : Judged::ByDrafts);
    m_attempts.front().cost *= worthOfCalm;
}

std::vector<Point> Search::best()
{
    keepBest(1);
    return m_attempts.front().places;
}

void Search::judge(Judged by)
{
    eachAttempt([&](Attempt& attempt, std::size_t) {
        std::vector<Point> nominal = attempt.places;
        for (Point& p : nominal)
            p = m_mapping.toNominal(p);
        const Progress own = m_progress.quiet();
        attempt.cost =
            attempt.penalty + (by == Judged::ByDrafts ? draftCost(m_diagram, nominal, own)
                                                      : arrangedCost(m_diagram, nominal, own));
    });
}

void Search::improve(Attempt& attempt, const Manner& manner, const std::vector<Point>& kept,
                     int moves)
{
    const double diagonal = std::hypot(m_mapping.page.w, m_mapping.page.h);
    attempt.cost = untangle(m_diagram, m_pairs, m_mapping.page,
                            {m_options.seed + 17,
                             moves,
                             manner.heat,
                             manner.reach,
                             kept,
                             manner.keepingCost,
                             manner.freely * diagonal,
                             {}},
                            attempt.places, m_progress.quiet());
    attempt.penalty = tooFar * std::max(0.0, moved(attempt, kept) / diagonal - mostMoved);
    attempt.cost += attempt.penalty;
}

/// The median of those that stood already, in pixels.
double Search::moved(const Attempt& attempt, const std::vector<Point>& kept) const
{
    std::vector<double> all;
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (m_diagram.nodes[i].start)
            all.push_back(distance(attempt.places[i], kept[i]));
    if (all.empty())
        return 0;
    const auto mid = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::nth_element(all.begin(), mid, all.end());
    return *mid;
}

} // namespace gyre
