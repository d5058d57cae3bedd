// The drawing in the making: where everything stands now, and what each thing costs where it
// stands. The costs weigh what a reader minds: they are the objective of every step of arrange.
#pragma once

#include "graph/layout/arcs.h"
#include "graph/layout/pairs.h"

#include <optional>
#include <vector>

namespace gyre {

/// One fault each; a hard fault outweighs any number of soft ones that a picture can have.
namespace cost {
constexpr double outside = 80;
constexpr double furniture = 60;
constexpr double labelOnLabel = 50;
constexpr double labelOnDisc = 50;
constexpr double arcThroughDisc = 60;
constexpr double requiredHidden = 40;
constexpr double arcOverName = 14;
constexpr double amountOnArc = 10;
constexpr double hidden = 6;
constexpr double crossing = 3;
/// At a firm that both arcs share.
constexpr double crossingAdjacent = 2;
} // namespace cost

constexpr double labelGap = 3;
constexpr double discGap = 8;
constexpr double plotMargin = 6;

struct Sketch
{
    explicit Sketch(const Diagram& of, std::vector<Point> at);

    const Diagram& diagram;
    std::vector<NodePair> pairs;
    std::vector<std::vector<int>> pairsAt;
    /// The plot less its margin, or all of it where it is tiny.
    Box inner;

    std::vector<Point> centre;
    /// Per node the name's box; empty where there is no name.
    std::vector<Box> name;

    std::vector<std::vector<Point>> path;
    std::vector<Box> bounds;
    std::vector<Box> amount;
    std::vector<char> isAmountShown;
    std::vector<std::optional<Point>> leader;

    [[nodiscard]] const DiagramNode& node(int i) const { return diagram.nodes[std::size_t(i)]; }

    [[nodiscard]] const DiagramLink& link(int i) const { return diagram.links[std::size_t(i)]; }

    [[nodiscard]] RimEnd rim(int i) const { return {centre[std::size_t(i)], node(i).radius}; }

    [[nodiscard]] bool hasName(int i) const { return node(i).labelWidth > 0; }

    [[nodiscard]] bool hasAmount(int i) const { return link(i).labelWidth > 0; }

    void setPath(int link, std::vector<Point> points);

    /// What the disc of `node` does to others: discs, labels and arcs that it lies on.
    [[nodiscard]] double discCost(int node) const;
    /// What the name of `node` costs in `box`.
    [[nodiscard]] double nameCost(int node, const Box& box) const;
    /// What the path of `link` costs, amounts that it runs over included.
    [[nodiscard]] double arcCost(int link) const;
    /// What the amount of `link` costs in `box`; stops counting beyond `limit`.
    [[nodiscard]] double amountCost(int link, const Box& box, double limit) const;

private:
    [[nodiscard]] double frameCost(const Box& box) const;
    [[nodiscard]] double arcOverDiscs(int link) const;
    [[nodiscard]] double arcOverLabels(int link) const;
    [[nodiscard]] double arcOverArcs(int link) const;
};

} // namespace gyre
