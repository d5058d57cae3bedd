#include "graph/layout/page.h"

#include "graph/layout/pieces.h"
#include "graph/layout/sketch.h"

#include <array>

namespace gyre {
namespace {

constexpr double overlap = 25;
constexpr double lineOnNode = 9;
constexpr double lineOnName = 5;
/// Two lines at a node whose fans run into each other.
constexpr double tooNarrow = 3;
/// Half the angle that a line takes up where it meets a node, in radians.
constexpr double leastOpening = 0.1;
constexpr double mostOpening = 0.7;
/// As a share of the page's diagonal: half the cost of having left.
constexpr double nearby = 0.03;
/// In halves, as crossings are counted.
constexpr float mostOfOneCrossing = 80;

Box moved(const Box& box, Point by)
{
    return {box.x + by.x, box.y + by.y, box.w, box.h};
}

/// All that is nearer to a line than its own reach and that of its fan.
struct Strip
{
    float x1, y1, x2, y2, halfFan;

    [[nodiscard]] int isNear(float x, float y, float reach) const
    {
        const float dx = x2 - x1, dy = y2 - y1, ox = x - x1, oy = y - y1;
        const float squared = dx * dx + dy * dy, far = reach + halfFan;
        const float aside = dx * oy - dy * ox, along = dx * ox + dy * oy;
        const float wide = far * far * squared;
        // Beyond an end by no more than `far`: along² ≤ far²·length², and the same from there.
        const float beyond = along - squared;
        return static_cast<int>(aside * aside <= wide) &
               static_cast<int>((along >= 0) | (along * along <= wide)) &
               static_cast<int>((beyond <= 0) | (beyond * beyond <= wide));
    }
};

} // namespace

Page::Page(const Diagram& diagram, const std::vector<NodePair>& pairs, const Box& box,
           std::vector<Point>& places)
    : m_diagram(diagram)
    , m_box(box)
    , m_room(std::sqrt(box.w * box.h / std::max(1.0, static_cast<double>(places.size()))))
    , m_at(places)
    , m_pull(diagram.nodes.size(), 0)
    , m_linesAt(diagram.nodes.size())
{
    for (const DiagramNode& node : diagram.nodes) {
        m_footprint.push_back(footprint(node, {}));
        m_reach.push_back(node.radius +
                          std::max(node.isLabelInside ? 0 : node.labelWidth / 2 + 4, 26.0));
        m_reachHere.push_back(static_cast<float>(m_reach.back()) + 1);
    }
    for (const Point& at : places) {
        m_x.push_back(static_cast<float>(at.x));
        m_y.push_back(static_cast<float>(at.y));
    }
    for (const NodePair& pair : pairs)
        if (pair.a != pair.b)
            addLine(pair);
    for (double& pull : m_pull)
        pull /= std::max(1.0, static_cast<double>(m_lines.size()));
    m_isNear.resize(std::max(m_lines.size(), places.size()));
}

void Page::addLine(const NodePair& pair)
{
    Line line{pair.a, pair.b, static_cast<double>(pair.links.size()),
              wishedDistance(m_diagram, pair), 4};
    if (pair.links.size() > 1)
        line.halfFan = fanSpacing(m_diagram, pair, 1, 0.6) * (line.count - 1) / 2 + 8;
    for (const int end : {pair.a, pair.b}) {
        m_linesAt[std::size_t(end)].push_back(static_cast<int>(m_lines.size()));
        m_pull[std::size_t(end)] += std::sqrt(line.count);
    }
    m_lines.push_back(line);
    m_count.push_back(static_cast<float>(line.count));
    m_halfFan.push_back(static_cast<float>(line.halfFan));
    m_along.push_back({});
    m_opening.push_back(0);
    for (auto* coordinates : {&m_x1, &m_y1, &m_x2, &m_y2})
        coordinates->push_back(0);
    drawLine(static_cast<int>(m_lines.size()) - 1);
}

void Page::drawLine(int line)
{
    const auto k = std::size_t(line);
    const Point a = m_at[std::size_t(m_lines[k].a)], b = m_at[std::size_t(m_lines[k].b)];
    m_x1[k] = static_cast<float>(a.x);
    m_y1[k] = static_cast<float>(a.y);
    m_x2[k] = static_cast<float>(b.x);
    m_y2[k] = static_cast<float>(b.y);
    const double far = distance(a, b);
    m_along[k] = far > 0 ? (b - a) * (1 / far) : Point{};
    // A parabola of this height leaves its chord at four times height over chord.
    m_opening[k] =
        leastOpening + std::min(mostOpening, 4 * m_lines[k].halfFan / std::max(1.0, far));
}

void Page::moveTo(int node, Point at)
{
    m_at[std::size_t(node)] = at;
    m_x[std::size_t(node)] = static_cast<float>(at.x);
    m_y[std::size_t(node)] = static_cast<float>(at.y);
    for (const int line : m_linesAt[std::size_t(node)])
        drawLine(line);
}

double Page::costAt(int node, Point at, double limit)
{
    const Point kept = place(node);
    const bool isElsewhere = kept.x != at.x || kept.y != at.y;
    if (isElsewhere)
        moveTo(node, at);
    double sum = ownCost(node) + nodesCost(node, limit);
    for (const int line : m_linesAt[std::size_t(node)]) {
        if (sum >= limit)
            break;
        const Line& of = m_lines[std::size_t(line)];
        sum += lengthCost(of) + crossingsOf(line) + anglesAt(node, line) +
               anglesAt(of.a == node ? of.b : of.a, line);
        sum += nodesOnLine(line, limit - sum);
    }
    if (sum < limit)
        sum += nodeOnLines(node, limit - sum);
    if (isElsewhere)
        moveTo(node, kept);
    return sum;
}

void Page::keepNear(std::span<const Point> places, double cost, double freely)
{
    m_kept.assign(places.begin(), places.end());
    m_keepingCost = cost;
    m_freely = freely;
}

double Page::wholeCost()
{
    double sum = 0;
    for (std::size_t i = 0; i < m_at.size(); ++i)
        sum += ownCost(static_cast<int>(i)) + nodesCost(static_cast<int>(i), 1e18) / 2;
    for (std::size_t k = 0; k < m_lines.size(); ++k) {
        const auto line = static_cast<int>(k);
        sum += lengthCost(m_lines[k]) + crossingsOf(line) / 2 + nodesOnLine(line, 1e18) +
               (anglesAt(m_lines[k].a, line) + anglesAt(m_lines[k].b, line)) / 2;
    }
    return sum;
}

Point Page::inside(int node, Point at) const
{
    const Box& box = m_footprint[std::size_t(node)];
    const auto kept = [](double x, double low, double high) {
        return low > high ? (low + high) / 2 : std::clamp(x, low, high);
    };
    return {kept(at.x, m_box.x - box.x, m_box.x + m_box.w - box.x - box.w),
            kept(at.y, m_box.y - box.y, m_box.y + m_box.h - box.y - box.h)};
}

Point Page::amongNeighbours(int node) const
{
    Point sum;
    const auto& lines = m_linesAt[std::size_t(node)];
    for (const int k : lines) {
        const Line& line = m_lines[std::size_t(k)];
        sum = sum + m_at[std::size_t(line.a == node ? line.b : line.a)];
    }
    return lines.empty() ? place(node) : sum * (1 / static_cast<double>(lines.size()));
}

double Page::ownCost(int node) const
{
    const auto i = std::size_t(node);
    const Point mid = middle(m_box);
    const double dx = 2 * (m_at[i].x - mid.x) / m_box.w, dy = 2 * (m_at[i].y - mid.y) / m_box.h;
    double sum = 10 * m_pull[i] * (dx * dx + dy * dy);
    for (const Box& piece : m_diagram.frame.obstacles)
        sum += moved(m_footprint[i], m_at[i]).overlaps(piece, discGap) ? overlap * 2 : 0;
    if (m_keepingCost > 0 && m_diagram.nodes[i].start) {
        const double far = std::max(0.0, distance(m_at[i], m_kept[i]) - m_freely) /
                           (nearby * std::hypot(m_box.w, m_box.h));
        // Of a bounded cost: a few may go far where that helps, and the rest stays where it was.
        sum += m_keepingCost * far * far / (1 + far * far);
    }
    return sum;
}

double Page::nodesCost(int node, double limit)
{
    const auto i = std::size_t(node);
    const float x = m_x[i], y = m_y[i], reach = m_reachHere[i] + 20;
    const std::size_t count = m_x.size();
    for (std::size_t j = 0; j < count; ++j) {
        const float dx = m_x[j] - x, dy = m_y[j] - y, most = m_reachHere[j] + reach;
        m_isNear[j] = dx * dx + dy * dy <= most * most ? 1 : 0;
    }
    m_isNear[i] = 0;
    double sum = repulsionOf(node);
    for (std::size_t j = 0; j < count && sum < limit; ++j)
        if (m_isNear[j] != 0)
            sum += nearnessCost(node, static_cast<int>(j));
    return sum;
}

/// Of all other nodes, by the inverse square: summed in lanes, so that a processor can do several
/// at once and every processor adds in the same order.
double Page::repulsionOf(int node) const
{
    constexpr std::size_t lanes = 4;
    const float x = m_x[std::size_t(node)], y = m_y[std::size_t(node)];
    std::array<float, lanes> sums{};
    const std::size_t whole = m_x.size() / lanes * lanes;
    const auto inverse = [this, x, y](std::size_t j) {
        const float dx = m_x[j] - x, dy = m_y[j] - y;
        return 1.0F / std::max(1.0F, dx * dx + dy * dy);
    };
    for (std::size_t j = 0; j < whole; j += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            sums[lane] += inverse(j + lane);
    for (std::size_t j = whole; j < m_x.size(); ++j)
        sums[j - whole] += inverse(j);
    // Less its own.
    const float all = sums[0] + sums[1] + sums[2] + sums[3] - 1.0F;
    return 0.06 * m_room * m_room * static_cast<double>(all);
}

double Page::nearnessCost(int i, int j) const
{
    const DiagramNode &a = m_diagram.nodes[std::size_t(i)], &b = m_diagram.nodes[std::size_t(j)];
    const Point pa = place(i), pb = place(j);
    const double gap = distance(pa, pb) - a.radius - b.radius;
    double sum = 0;
    if (gap < discGap + 2)
        sum += overlap + (discGap + 2 - gap) * 0.5;
    else if (gap < 46)
        sum += (46 - gap) * (46 - gap) / 1400;
    const Box x = moved(m_footprint[std::size_t(i)], pa),
              y = moved(m_footprint[std::size_t(j)], pb);
    if (x.overlaps(y, labelGap + 3)) {
        const double dx = std::min(x.x + x.w - y.x, y.x + y.w - x.x);
        const double dy = std::min(x.y + x.h - y.y, y.y + y.h - x.y);
        sum += overlap / 2 + std::min(dx, dy) * 0.4;
    }
    return sum;
}

double Page::lengthCost(const Line& line) const
{
    const double far = distance(place(line.a), place(line.b));
    const double off = (far - line.wish) / line.wish;
    double sum =
        off < 0 ? 30 * off * off : 0.6 * (far - line.wish) / m_room * std::sqrt(line.count);
    for (const Box& piece : m_diagram.frame.obstacles)
        sum += segmentMeetsBox(place(line.a), place(line.b), grown(piece, discGap)) ? overlap : 0;
    return sum;
}

/// With every line that shares no end: the products are exactly 0 where one is shared.
double Page::crossingsOf(int line) const
{
    const auto of = std::size_t(line);
    const float ax = m_x1[of], ay = m_y1[of], ux = m_x2[of] - ax, uy = m_y2[of] - ay;
    const float count = 5 * m_count[of];
    const std::size_t lines = m_lines.size();
    int halves = 0;
    for (std::size_t k = 0; k < lines; ++k) {
        const float cx = m_x1[k] - ax, cy = m_y1[k] - ay, dx = m_x2[k] - ax, dy = m_y2[k] - ay;
        const float vx = dx - cx, vy = dy - cy;
        const float sides = (ux * cy - uy * cx) * (ux * dy - uy * dx);
        const float others = (vy * cx - vx * cy) * (vx * (uy - cy) - vy * (ux - cx));
        const float price = std::min(mostOfOneCrossing, 2 + count * m_count[k]);
        halves += static_cast<int>(((sides < 0) & (others < 0)) ? price : 0.0F);
    }
    return 0.5 * halves;
}

/// Two lines that leave a node nearly together hide each other's heads and amounts.
double Page::anglesAt(int node, int line) const
{
    const auto awayFrom = [this, node](int of) {
        const Point along = m_along[std::size_t(of)];
        return m_lines[std::size_t(of)].a == node ? along : along * -1;
    };
    const auto& lines = m_linesAt[std::size_t(node)];
    const Point u = awayFrom(line);
    const auto count = static_cast<double>(lines.size());
    const double wide = 2 / (count * count);
    double sum = 0;
    for (const int k : lines) {
        if (k == line)
            continue;
        const double cosine = dot(u, awayFrom(k));
        // Of small angles, where it matters: the chord between the two directions.
        const double angle = std::sqrt(std::max(0.0, 2 - 2 * cosine));
        const double needed = m_opening[std::size_t(line)] + m_opening[std::size_t(k)];
        sum += wide * (1 + cosine) * (1 + cosine) +
               (angle < needed ? tooNarrow * (needed - angle) / needed : 0);
    }
    return sum;
}

double Page::nodesOnLine(int line, double limit)
{
    const Line& of = m_lines[std::size_t(line)];
    const auto k = std::size_t(line);
    const Strip strip{m_x1[k], m_y1[k], m_x2[k], m_y2[k], m_halfFan[k]};
    const std::size_t count = m_x.size();
    for (std::size_t i = 0; i < count; ++i)
        m_isNear[i] = strip.isNear(m_x[i], m_y[i], m_reachHere[i]);
    m_isNear[std::size_t(of.a)] = 0;
    m_isNear[std::size_t(of.b)] = 0;
    double sum = 0;
    for (std::size_t i = 0; i < count && sum < limit; ++i)
        if (m_isNear[i] != 0)
            sum += nodeOnLine(i, of);
    return sum;
}

double Page::nodeOnLines(int node, double limit)
{
    const auto i = std::size_t(node);
    const float x = m_x[i], y = m_y[i], reach = m_reachHere[i];
    const std::size_t lines = m_lines.size();
    for (std::size_t k = 0; k < lines; ++k)
        m_isNear[k] = Strip{m_x1[k], m_y1[k], m_x2[k], m_y2[k], m_halfFan[k]}.isNear(x, y, reach);
    for (const int line : m_linesAt[i])
        m_isNear[std::size_t(line)] = 0;
    double sum = 0;
    for (std::size_t k = 0; k < lines && sum < limit; ++k)
        if (m_isNear[k] != 0)
            sum += nodeOnLine(i, m_lines[k]);
    return sum;
}

double Page::nodeOnLine(std::size_t i, const Line& line) const
{
    const Point p = m_at[i], a = place(line.a), b = place(line.b);
    const Point d = b - a, off = p - a;
    const double squared = std::max(1.0, dot(d, d));
    const DiagramNode& node = m_diagram.nodes[i];
    const double t = std::clamp(dot(off, d) / squared, 0.0, 1.0);
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

} // namespace gyre
