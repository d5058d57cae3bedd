#include "graph/layout/untangle.h"

#include "graph/layout/pieces.h"
#include "graph/layout/sketch.h"

#include <utility>

namespace gyre {
namespace {

constexpr double overlap = 25;
constexpr double lineOnNode = 9;
constexpr double lineOnName = 5;
constexpr double mostOfOneCrossing = 12;

/// Everything about a pair that does not move.
struct Line
{
    int a = 0;
    int b = 0;
    double count = 1;
    double wish = 0;
    /// Half the fan's width at its middle.
    double halfFan = 0;
};

class Page
{
public:
    Page(const Diagram& diagram, const std::vector<NodePair>& pairs, const Box& page,
         std::vector<Point>& places)
        : m_diagram(diagram)
        , m_page(page)
        , m_at(places)
        , m_wished(places)
        , m_linesAt(diagram.nodes.size())
        , m_pull(diagram.nodes.size(), 0)
        , m_room(std::sqrt(page.w * page.h / std::max<double>(1, double(places.size()))))
    {
        for (const NodePair& pair : pairs)
            if (pair.a != pair.b)
                addLine(pair);
        for (double& pull : m_pull)
            pull /= std::max<double>(1, double(m_lines.size()));
    }

    /// All that changes when `node` alone moves, were it at `at`; stops beyond `limit`.
    double costOf(int node, Point at, double limit)
    {
        const Point kept = std::exchange(m_at[std::size_t(node)], at);
        double sum = ownCost(node);
        for (std::size_t j = 0; j < m_at.size() && sum < limit; ++j)
            if (static_cast<int>(j) != node)
                sum += nodeCost(node, static_cast<int>(j));
        for (const int line : m_linesAt[std::size_t(node)]) {
            if (sum >= limit)
                break;
            sum += lineCost(line, node, limit - sum);
        }
        for (std::size_t k = 0; k < m_lines.size() && sum < limit; ++k)
            if (m_lines[k].a != node && m_lines[k].b != node)
                sum += nodeOnLine(std::size_t(node), m_lines[k]);
        m_at[std::size_t(node)] = kept;
        return sum;
    }

    double whole()
    {
        double sum = 0;
        for (std::size_t i = 0; i < m_at.size(); ++i) {
            sum += ownCost(static_cast<int>(i));
            for (std::size_t j = 0; j < i; ++j)
                sum += nodeCost(static_cast<int>(i), static_cast<int>(j));
        }
        for (std::size_t k = 0; k < m_lines.size(); ++k) {
            sum += lengthCost(m_lines[k]);
            for (std::size_t l = 0; l < k; ++l)
                sum += crossingCost(m_lines[k], m_lines[l]);
            for (std::size_t i = 0; i < m_at.size(); ++i)
                if (static_cast<int>(i) != m_lines[k].a && static_cast<int>(i) != m_lines[k].b)
                    sum += nodeOnLine(i, m_lines[k]);
        }
        return sum;
    }

    [[nodiscard]] Point inside(int node, Point at) const
    {
        const Box box = footprint(m_diagram.nodes[std::size_t(node)], {});
        const auto kept = [](double x, double low, double high) {
            return low > high ? (low + high) / 2 : std::clamp(x, low, high);
        };
        return {kept(at.x, m_page.x - box.x, m_page.x + m_page.w - box.x - box.w),
                kept(at.y, m_page.y - box.y, m_page.y + m_page.h - box.y - box.h)};
    }

    [[nodiscard]] Point amongNeighbours(int node) const
    {
        Point sum;
        const auto& lines = m_linesAt[std::size_t(node)];
        for (const int k : lines) {
            const Line& line = m_lines[std::size_t(k)];
            sum = sum + m_at[std::size_t(line.a == node ? line.b : line.a)];
        }
        return lines.empty() ? m_at[std::size_t(node)]
                             : sum * (1 / static_cast<double>(lines.size()));
    }

    [[nodiscard]] double room() const { return m_room; }

private:
    void addLine(const NodePair& pair)
    {
        Line line{pair.a, pair.b, double(pair.links.size()), wishedDistance(m_diagram, pair), 0};
        line.halfFan = pair.links.size() < 2
                           ? 4
                           : fanSpacing(m_diagram, pair, 1, 0.6) * (line.count - 1) / 2 + 8;
        for (const int end : {pair.a, pair.b}) {
            m_linesAt[std::size_t(end)].push_back(static_cast<int>(m_lines.size()));
            m_pull[std::size_t(end)] += std::sqrt(line.count);
        }
        m_lines.push_back(line);
    }

    [[nodiscard]] double ownCost(int node) const
    {
        const auto i = std::size_t(node);
        const Point mid = middle(m_page);
        const double dx = 2 * (m_at[i].x - mid.x) / m_page.w;
        const double dy = 2 * (m_at[i].y - mid.y) / m_page.h;
        double sum = 10 * m_pull[i] * (dx * dx + dy * dy);
        const Box box = footprint(m_diagram.nodes[i], m_at[i]);
        for (const Box& piece : m_diagram.frame.obstacles)
            sum += box.overlaps(piece, discGap) ? overlap * 2 : 0;
        if (m_diagram.nodes[i].start) {
            const double far = distance(m_at[i], m_wished[i]) / (0.05 * (m_page.w + m_page.h));
            sum += far * far;
        }
        return sum;
    }

    [[nodiscard]] double nodeCost(int i, int j) const
    {
        const DiagramNode &a = m_diagram.nodes[std::size_t(i)],
                          &b = m_diagram.nodes[std::size_t(j)];
        const Point pa = m_at[std::size_t(i)], pb = m_at[std::size_t(j)];
        const double squared = std::max(1.0, dot(pa - pb, pa - pb));
        double sum = 0.06 * m_room * m_room / squared;
        const double reach = a.radius + b.radius + std::max(a.labelWidth + b.labelWidth, 60.0);
        if (squared > reach * reach)
            return sum;
        const double gap = std::sqrt(squared) - a.radius - b.radius;
        if (gap < discGap + 2)
            sum += overlap + (discGap + 2 - gap) * 0.5;
        else if (gap < 46)
            sum += (46 - gap) * (46 - gap) / 1400;
        const Box x = footprint(a, pa), y = footprint(b, pb);
        if (x.overlaps(y, labelGap + 3)) {
            const double dx = std::min(x.x + x.w - y.x, y.x + y.w - x.x);
            const double dy = std::min(x.y + x.h - y.y, y.y + y.h - x.y);
            sum += overlap / 2 + std::min(dx, dy) * 0.4;
        }
        return sum;
    }

    [[nodiscard]] double lengthCost(const Line& line) const
    {
        const double far = distance(m_at[std::size_t(line.a)], m_at[std::size_t(line.b)]);
        const double off = (far - line.wish) / line.wish;
        return off < 0 ? 30 * off * off : 0.6 * (far - line.wish) / m_room * std::sqrt(line.count);
    }

    [[nodiscard]] double crossingCost(const Line& x, const Line& y) const
    {
        if (x.a == y.a || x.a == y.b || x.b == y.a || x.b == y.b)
            return angleCost(x, y);
        const bool isCrossing = segmentsCross(m_at[std::size_t(x.a)], m_at[std::size_t(x.b)],
                                              m_at[std::size_t(y.a)], m_at[std::size_t(y.b)]);
        return isCrossing ? std::min(mostOfOneCrossing, 1 + 2.5 * x.count * y.count) : 0;
    }

    /// Two lines that leave a node nearly together hide each other's heads and amounts.
    [[nodiscard]] double angleCost(const Line& x, const Line& y) const
    {
        const int shared = x.a == y.a || x.a == y.b ? x.a : x.b;
        const Point at = m_at[std::size_t(shared)];
        const Point u = m_at[std::size_t(x.a == shared ? x.b : x.a)] - at;
        const Point v = m_at[std::size_t(y.a == shared ? y.b : y.a)] - at;
        const double both = std::sqrt(dot(u, u) * dot(v, v));
        const double cosine = both > 0 ? dot(u, v) / both : 1;
        return cosine > 0.9 ? (cosine - 0.9) * 30 : 0;
    }

    [[nodiscard]] double nodeOnLine(std::size_t i, const Line& line) const
    {
        const Point p = m_at[i], a = m_at[std::size_t(line.a)], b = m_at[std::size_t(line.b)];
        const DiagramNode& node = m_diagram.nodes[i];
        const double reach = node.radius + line.halfFan + std::max(node.labelWidth, 26.0);
        if (std::max(a.x, b.x) < p.x - reach || std::min(a.x, b.x) > p.x + reach ||
            std::max(a.y, b.y) < p.y - reach || std::min(a.y, b.y) > p.y + reach)
            return 0;
        const Point d = b - a;
        const double t = std::clamp(dot(p - a, d) / std::max(1.0, dot(d, d)), 0.0, 1.0);
        const double gap = distance(p, a + d * t) - node.radius - 4 * t * (1 - t) * line.halfFan;
        double sum = gap < 5    ? lineOnNode + (5 - gap) * 0.15
                     : gap < 26 ? (26 - gap) * (26 - gap) / 300
                                : 0;
        if (!node.isLabelInside && node.labelWidth > 0) {
            const Box name{p.x - node.labelWidth / 2, p.y + node.radius + 3, node.labelWidth,
                           node.labelHeight};
            if (segmentMeetsBox(a, b, grown(name, 3)))
                sum += lineOnName;
        }
        return sum;
    }

    /// A line through a node that moves: every node and line that it may run into.
    [[nodiscard]] double lineCost(int index, int node, double limit) const
    {
        const Line& line = m_lines[std::size_t(index)];
        double sum = lengthCost(line);
        const int other = line.a == node ? line.b : line.a;
        for (std::size_t i = 0; i < m_at.size() && sum < limit; ++i)
            if (static_cast<int>(i) != node && static_cast<int>(i) != other)
                sum += nodeOnLine(i, line);
        for (std::size_t k = 0; k < m_lines.size() && sum < limit; ++k)
            if (static_cast<int>(k) != index)
                sum += crossingCost(line, m_lines[k]);
        return sum;
    }

    const Diagram& m_diagram;
    Box m_page;
    std::vector<Point>& m_at;
    std::vector<Point> m_wished;
    std::vector<std::vector<int>> m_linesAt;
    /// How much a node belongs in the middle: its share of all lines.
    std::vector<double> m_pull;
    std::vector<Line> m_lines;
    double m_room;
};

std::vector<int> freeNodes(const Diagram& diagram)
{
    std::vector<int> free;
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
        if (!diagram.nodes[i].isPinned)
            free.push_back(static_cast<int>(i));
    return free;
}

Point proposal(Page& page, const Box& box, int node, Point at, double reach, Dice& dice)
{
    const double kind = dice.unit();
    if (kind < 0.72)
        return at + Point{dice.around(), dice.around()} * reach;
    if (kind < 0.86)
        return page.amongNeighbours(node) + Point{dice.around(), dice.around()} * page.room();
    return {box.x + dice.unit() * box.w, box.y + dice.unit() * box.h};
}

bool trySwap(Page& page, std::vector<Point>& places, int a, int b, double allowed)
{
    Point& pa = places[std::size_t(a)];
    Point& pb = places[std::size_t(b)];
    const Point oldA = pa, oldB = pb;
    const double before = page.costOf(a, pa, 1e18) + page.costOf(b, pb, 1e18);
    pa = page.inside(a, oldB);
    pb = page.inside(b, oldA);
    const double first = page.costOf(a, pa, before + allowed);
    if (first + page.costOf(b, pb, before + allowed - first) < before + allowed)
        return true;
    pa = oldA;
    pb = oldB;
    return false;
}

} // namespace

double untangle(const Diagram& diagram, const std::vector<NodePair>& pairs, const Box& box,
                const UntangleOptions& options, std::vector<Point>& places,
                const Progress& progress)
{
    Page page(diagram, pairs, box, places);
    const std::vector<int> free = freeNodes(diagram);
    const auto count = static_cast<int>(free.size());
    Dice dice(options.seed);
    for (const int i : free)
        places[std::size_t(i)] = page.inside(i, places[std::size_t(i)]);
    for (int k = 0; k < options.moves && count > 0; ++k) {
        if (k % 256 == 0 && progress.isCancelled())
            break;
        const double done = static_cast<double>(k) / options.moves;
        const double heat = options.heat * std::exp(-5 * done) * (done < 0.9 ? 1 : 0);
        const double reach = std::max(box.w, box.h) * options.reach * std::exp(-4 * done);
        const double allowed = heat > 0 ? -heat * std::log(1 - dice.unit()) : 0;
        const int node = free[std::size_t(dice.below(count))];
        if (count > 1 && dice.unit() < 0.08 * (1 - done)) {
            const int other = free[std::size_t(dice.below(count))];
            if (other != node)
                trySwap(page, places, node, other, allowed);
            continue;
        }
        const Point at = places[std::size_t(node)];
        const Point to = page.inside(node, proposal(page, box, node, at, reach, dice));
        const double before = page.costOf(node, at, 1e18);
        if (page.costOf(node, to, before + allowed) < before + allowed)
            places[std::size_t(node)] = to;
    }
    return page.whole();
}

} // namespace gyre
