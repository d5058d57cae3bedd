// The page on which places are looked for: straight lines for pairs, footprints for nodes, and what
// a reader minds about them. Kept in flat arrays, since it is asked a million times.
#pragma once

#include "graph/layout/geometry.h"
#include "graph/layout/pairs.h"

#include <span>

namespace gyre {

class Page
{
public:
    /// `places` in pixels inside `box`; stays referred to and is changed by moveTo.
    Page(const Diagram& diagram, const std::vector<NodePair>& pairs, const Box& box,
         std::vector<Point>& places);

    /// All costs that change when `node` alone moves, were it at `at`; stops beyond `limit`.
    [[nodiscard]] double costAt(int node, Point at, double limit);

    [[nodiscard]] double costHere(int node) { return costAt(node, place(node), 1e18); }

    /// Of everything; comparable between places of the same diagram.
    [[nodiscard]] double wholeCost();

    void moveTo(int node, Point at);

    /// From now on each node that had a place (DiagramNode::start) pays for leaving its point of
    /// `places`, one a node: `cost` once it is far away, little of it near by, nothing within
    /// `freely` pixels. Of cost 0: nothing at all.
    void keepNear(std::span<const Point> places, double cost, double freely);

    [[nodiscard]] Point place(int node) const { return m_at[std::size_t(node)]; }

    /// `at`, or as near to it as disc and name stay inside the box.
    [[nodiscard]] Point inside(int node, Point at) const;
    [[nodiscard]] Point amongNeighbours(int node) const;

    /// The side of the square that each node has to itself.
    [[nodiscard]] double room() const { return m_room; }

private:
    struct Line
    {
        int a = 0;
        int b = 0;
        double count = 1;
        double wish = 0;
        /// Half the fan's width at its middle.
        double halfFan = 0;
    };

    void addLine(const NodePair& pair);
    void drawLine(int line);
    [[nodiscard]] double ownCost(int node) const;
    [[nodiscard]] double nodesCost(int node, double limit);
    [[nodiscard]] double repulsionOf(int node) const;
    [[nodiscard]] double nearnessCost(int i, int j) const;
    [[nodiscard]] double lengthCost(const Line& line) const;
    [[nodiscard]] double crossingsOf(int line) const;
    [[nodiscard]] double anglesAt(int node, int line) const;
    [[nodiscard]] double nodesOnLine(int line, double limit);
    [[nodiscard]] double nodeOnLines(int node, double limit);
    [[nodiscard]] double nodeOnLine(std::size_t i, const Line& line) const;

    const Diagram& m_diagram;
    Box m_box;
    double m_room;
    std::vector<Point>& m_at;
    std::vector<Point> m_kept;
    double m_keepingCost = 0;
    double m_freely = 0;
    std::vector<Box> m_footprint;
    /// From a line's middle to where a node may still mind it.
    std::vector<double> m_reach;
    /// How much a node belongs in the middle: its share of all lines.
    std::vector<double> m_pull;
    std::vector<Line> m_lines;
    std::vector<std::vector<int>> m_linesAt;
    // The same again, flat: what a loop without branches looks at first. Single precision says
    // which of them are worth a closer look.
    std::vector<float> m_x, m_y, m_reachHere;
    std::vector<float> m_x1, m_y1, m_x2, m_y2, m_halfFan, m_count;
    /// The direction from a to b, unit length.
    std::vector<Point> m_along;
    /// Half the angle that its fan takes up at either end, in radians.
    std::vector<double> m_opening;
    std::vector<int> m_isNear;
};

} // namespace gyre
