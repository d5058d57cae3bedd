// The default engine's search under way: several attempts at places on the page, in pixels, made by
// several threads and judged by drawings of them.
#pragma once

#include "graph/layout/geometry.h"
#include "graph/layout/layouts.h"
#include "graph/layout/pairs.h"
#include "graph/layout/workers.h"

#include <functional>

namespace gyre {

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

Mapping mappingFor(const Frame& frame);

/// Few enough nodes for the drawing itself to have the last word.
bool isSmall(const Diagram& diagram);

/// About as many moves as keep the whole within its time: fewer where each is dearer, and fewer for
/// a handful of firms, which have few ways to stand.
int movesFor(std::size_t nodes, std::size_t pairs);

/// Many short searches, then longer and cooler ones from where the best of them ended. Its moves
/// are a share of all, divided among those kept.
struct Stage
{
    std::size_t kept = 1;
    double share = 0;
    double heat = 0;
    double reach = 0;
};

/// A whole drawing says more than its draft, and takes some ten times as long.
enum class Judged
{
    ByDrafts,
    ByDrawings
};

class Search
{
public:
    /// `diagram`, `options` and `progress` stay referred to.
    Search(const Diagram& diagram, const LayoutOptions& options, const Progress& progress);

    [[nodiscard]] const std::vector<NodePair>& pairs() const { return m_pairs; }

    [[nodiscard]] const Mapping& mapping() const { return m_mapping; }

    /// So many attempts. `found`: the first one's places, in nominal pixels; each further one is
    /// thrown anew.
    void start(const std::vector<Point>& found, std::size_t count);

    void run(const Stage& stage, int moves);

    /// In place of both: from `found`, where an earlier picture had the nodes with a start. Half of
    /// them stay within 4.5 % of the page's diagonal, unless the page itself is too small for that;
    /// where the picture is good as it is, hardly any node moves.
    void goOn(const std::vector<Point>& found, int moves);

    /// Costs are from now on those of the pictures.
    void judge(Judged by);

    /// The attempt whose drawing has the fewest faults, in pixels of the page.
    std::vector<Point> best();

private:
    struct Manner;

    struct Attempt
    {
        std::vector<Point> places;
        double cost = 0;
        /// What lies over all costs where too many nodes have left their places.
        double penalty = 0;
    };

    void eachAttempt(const std::function<void(Attempt&, std::size_t)>& use);
    void keepBest(std::size_t count);
    void improve(Attempt& attempt, const Manner& manner, const std::vector<Point>& kept, int moves);
    [[nodiscard]] double moved(const Attempt& attempt, const std::vector<Point>& kept) const;

    const Diagram& m_diagram;
    const LayoutOptions& m_options;
    const Progress& m_progress;
    Mapping m_mapping;
    std::vector<NodePair> m_pairs;
    Workers m_workers;
    std::vector<Attempt> m_attempts;
};

} // namespace gyre
