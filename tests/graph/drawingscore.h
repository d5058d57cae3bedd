// What a reader would mind in a drawing, counted by brute force from its shapes alone: the twin by
// which the layout's own bookkeeping is checked.
#pragma once

#include "graph/layout/arrange.h"

#include <algorithm>
#include <cmath>

namespace gyre::test {

struct DrawingScore
{
    int overlaps = 0;
    int discsTouching = 0;
    int labelsOnLabels = 0;
    int labelsOnDiscs = 0;
    int outside = 0;
    int arcsThroughDiscs = 0;
    int arcsOverNames = 0;
    int arcsOverFurniture = 0;
    int amountsOnArcs = 0;
    int crossings = 0;
    int crossingsAdjacent = 0;
    int endsOffRim = 0;
    int namesHidden = 0;
    int requiredHidden = 0;
    int amountsHidden = 0;
    double canvasUsed = 0;
};

inline bool boxesHit(const Box& a, const Box& b)
{
    return a.x < b.x + b.w - 0.5 && b.x < a.x + a.w - 0.5 && a.y < b.y + b.h - 0.5 &&
           b.y < a.y + a.h - 0.5;
}

inline bool isDiscOnBox(Point c, double r, const Box& b)
{
    const double dx = c.x - std::min(std::max(c.x, b.x), b.x + b.w);
    const double dy = c.y - std::min(std::max(c.y, b.y), b.y + b.h);
    return std::hypot(dx, dy) < r - 1;
}

inline double segmentDistance(Point p, Point q, Point c)
{
    const double dx = q.x - p.x, dy = q.y - p.y, l = dx * dx + dy * dy;
    const double t = l == 0 ? 0 : std::clamp(((c.x - p.x) * dx + (c.y - p.y) * dy) / l, 0.0, 1.0);
    return std::hypot(p.x + t * dx - c.x, p.y + t * dy - c.y);
}

inline bool segmentOnBox(Point p, Point q, const Box& b)
{
    double t0 = 0, t1 = 1;
    const double dx = q.x - p.x, dy = q.y - p.y;
    const double u[] = {-dx, dx, -dy, dy};
    const double v[] = {p.x - b.x, b.x + b.w - p.x, p.y - b.y, b.y + b.h - p.y};
    for (int k = 0; k < 4; ++k) {
        if (u[k] == 0) {
            if (v[k] < 0)
                return false;
        } else if (u[k] < 0) {
            t0 = std::max(t0, v[k] / u[k]);
        } else {
            t1 = std::min(t1, v[k] / u[k]);
        }
        if (t0 > t1)
            return false;
    }
    return true;
}

inline bool segmentsMeet(Point a, Point b, Point c, Point d)
{
    const auto side = [](Point p, Point q, Point r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) > 0;
    };
    return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b);
}

template<typename Hits>
bool anySegment(const std::vector<Point>& path, Hits hits)
{
    for (std::size_t k = 1; k < path.size(); ++k)
        if (hits(path[k - 1], path[k]))
            return true;
    return false;
}

class DrawingScorer
{
public:
    DrawingScorer(const Diagram& diagram, const Arrangement& drawn)
        : m_diagram(diagram)
        , m_drawn(drawn)
    {
        countDiscs();
        countLabels();
        countArcs();
        countCrossings();
        m_score.overlaps = m_score.discsTouching + m_score.labelsOnLabels + m_score.labelsOnDiscs +
                           m_score.outside + m_score.arcsOverFurniture;
    }

    [[nodiscard]] DrawingScore score() const { return m_score; }

private:
    [[nodiscard]] double radius(std::size_t i) const { return m_diagram.nodes[i].radius; }

    [[nodiscard]] Point centre(std::size_t i) const { return m_drawn.nodes[i].centre; }

    [[nodiscard]] bool hasName(std::size_t i) const
    {
        return m_diagram.nodes[i].labelWidth > 0 && m_drawn.nodes[i].isLabelShown;
    }

    [[nodiscard]] bool isOutside(const Box& b) const
    {
        const Frame& f = m_diagram.frame;
        return b.x < f.plot.x - 0.5 || b.y < f.plot.y - 0.5 ||
               b.x + b.w > f.plot.x + f.plot.w + 0.5 || b.y + b.h > f.plot.y + f.plot.h + 0.5;
    }

    void countDiscs()
    {
        double x0 = 1e18, x1 = -1e18, y0 = 1e18, y1 = -1e18;
        for (std::size_t i = 0; i < m_drawn.nodes.size(); ++i) {
            const Point c = centre(i);
            const double r = radius(i);
            m_score.outside += isOutside({c.x - r, c.y - r, 2 * r, 2 * r}) ? 1 : 0;
            x0 = std::min(x0, c.x - r);
            x1 = std::max(x1, c.x + r);
            y0 = std::min(y0, c.y - r);
            y1 = std::max(y1, c.y + r);
            for (std::size_t j = 0; j < i; ++j)
                m_score.discsTouching +=
                    std::hypot(c.x - centre(j).x, c.y - centre(j).y) < r + radius(j) - 1 ? 1 : 0;
        }
        if (!m_drawn.nodes.empty())
            m_score.canvasUsed =
                (x1 - x0) * (y1 - y0) / (m_diagram.frame.width * m_diagram.frame.height);
    }

    void countLabels()
    {
        struct Label
        {
            Box box;
            int node;
        };

        std::vector<Label> labels;
        for (std::size_t i = 0; i < m_drawn.nodes.size(); ++i) {
            if (hasName(i))
                labels.push_back({m_drawn.nodes[i].label, static_cast<int>(i)});
            else
                m_score.namesHidden += m_diagram.nodes[i].labelWidth > 0 ? 1 : 0;
        }
        for (std::size_t k = 0; k < m_drawn.links.size(); ++k) {
            if (m_drawn.links[k].isLabelShown) {
                labels.push_back({m_drawn.links[k].label, -1});
            } else if (m_diagram.links[k].labelWidth > 0) {
                ++m_score.amountsHidden;
                m_score.requiredHidden += m_diagram.links[k].isLabelRequired ? 1 : 0;
            }
        }
        for (const Box& piece : m_diagram.frame.obstacles)
            labels.push_back({piece, -1});
        for (std::size_t k = 0; k < labels.size(); ++k) {
            m_score.outside += isOutside(labels[k].box) ? 1 : 0;
            for (std::size_t l = 0; l < k; ++l)
                m_score.labelsOnLabels += boxesHit(labels[k].box, labels[l].box) ? 1 : 0;
            for (std::size_t i = 0; i < m_drawn.nodes.size(); ++i)
                m_score.labelsOnDiscs += static_cast<int>(i) != labels[k].node &&
                                                 isDiscOnBox(centre(i), radius(i), labels[k].box)
                                             ? 1
                                             : 0;
        }
    }

    [[nodiscard]] bool isOffRim(Point p, int node) const
    {
        const Point c = centre(std::size_t(node));
        return std::abs(std::hypot(p.x - c.x, p.y - c.y) - radius(std::size_t(node))) > 1;
    }

    void countArcs()
    {
        for (std::size_t k = 0; k < m_drawn.links.size(); ++k) {
            const DiagramLink& ends = m_diagram.links[k];
            const auto& path = m_drawn.links[k].path;
            if (path.size() < 2 || isOffRim(path.front(), ends.from) ||
                isOffRim(path.back(), ends.to))
                ++m_score.endsOffRim;
            for (std::size_t i = 0; i < m_drawn.nodes.size(); ++i) {
                if (static_cast<int>(i) != ends.from && static_cast<int>(i) != ends.to)
                    m_score.arcsThroughDiscs += anySegment(path, [this, i](Point p, Point q) {
                        return segmentDistance(p, q, centre(i)) < radius(i) - 1;
                    });
                if (hasName(i))
                    m_score.arcsOverNames += anySegment(path, [this, i](Point p, Point q) {
                        return segmentOnBox(p, q, m_drawn.nodes[i].label);
                    });
            }
            for (const Box& piece : m_diagram.frame.obstacles)
                m_score.arcsOverFurniture += anySegment(
                    path, [&piece](Point p, Point q) { return segmentOnBox(p, q, piece); });
            for (std::size_t l = 0; l < m_drawn.links.size(); ++l)
                if (l != k && m_drawn.links[l].isLabelShown)
                    m_score.amountsOnArcs += anySegment(path, [this, l](Point p, Point q) {
                        return segmentOnBox(p, q, m_drawn.links[l].label);
                    });
        }
    }

    void countCrossings()
    {
        for (std::size_t k = 0; k < m_drawn.links.size(); ++k)
            for (std::size_t l = 0; l < k; ++l) {
                const auto& path = m_drawn.links[l].path;
                if (!anySegment(m_drawn.links[k].path, [&path](Point a, Point b) {
                        return anySegment(
                            path, [a, b](Point c, Point d) { return segmentsMeet(a, b, c, d); });
                    }))
                    continue;
                const DiagramLink &x = m_diagram.links[k], &y = m_diagram.links[l];
                const bool isShared =
                    x.from == y.from || x.from == y.to || x.to == y.from || x.to == y.to;
                ++(isShared ? m_score.crossingsAdjacent : m_score.crossings);
            }
    }

    const Diagram& m_diagram;
    const Arrangement& m_drawn;
    DrawingScore m_score;
};

inline DrawingScore scoreOf(const Diagram& diagram, const Arrangement& drawn)
{
    return DrawingScorer(diagram, drawn).score();
}

} // namespace gyre::test
