// The drawing in the making: where everything stands now, and what each thing costs where it
// stands. The costs weigh what a reader minds: they are the objective of every step of arrange.
#pragma once

#include "graph/layout/arcs.h"
#include "graph/layout/boxgrid.h"
#include "graph/layout/pairs.h"
#include "graph/layout/pathgrid.h"

#include <optional>
#include <vector>

namespace gyre {

/// One fault each; a hard fault outweighs any number of soft ones that a picture can have.
namespace cost {
constexpr double outside = 160;
constexpr double furniture = 140;
constexpr double labelOnLabel = 120;
constexpr double labelOnDisc = 120;
constexpr double arcThroughDisc = 130;
constexpr double requiredHidden = 100;
constexpr double arcOverName = 16;
/// Side by side with no more than a letter's room between them, two names read as one.
constexpr double namesRunTogether = 10;
/// Which way the money goes can't be seen.
constexpr double headUnderName = 40;
constexpr double amountOnArc = 16;
constexpr double hidden = 6;
constexpr double crossing = 3;
/// At a firm that both arcs share.
constexpr double crossingAdjacent = 3.5;
} // namespace cost

constexpr double labelGap = 3;
constexpr double discGap = 8;
constexpr double plotMargin = 6;

/// The plot less its margin, or all of it where it is tiny.
Box innerOf(const Frame& frame);

class Sketch
{
public:
    /// The nodes stand `at`; nothing else is placed yet.
    explicit Sketch(const Diagram& of, const std::vector<Point>& at);

    const Diagram& diagram;
    const std::vector<NodePair> pairs;
    const std::vector<std::vector<int>> pairsAt;
    const Box inner;

    [[nodiscard]] int nodeCount() const { return static_cast<int>(m_centre.size()); }

    [[nodiscard]] int linkCount() const { return static_cast<int>(m_path.size()); }

    [[nodiscard]] const DiagramNode& node(int i) const { return diagram.nodes[std::size_t(i)]; }

    [[nodiscard]] const DiagramLink& link(int i) const { return diagram.links[std::size_t(i)]; }

    [[nodiscard]] RimEnd rim(int i) const { return {centre(i), node(i).radius}; }

    [[nodiscard]] bool hasName(int i) const { return node(i).labelWidth > 0; }

    [[nodiscard]] bool hasAmount(int i) const { return link(i).labelWidth > 0; }

    [[nodiscard]] Point centre(int node) const { return m_centre[std::size_t(node)]; }

    /// Empty where there is no name.
    [[nodiscard]] const Box& name(int node) const { return m_name[std::size_t(node)]; }

    [[nodiscard]] bool isNameShown(int node) const { return name(node).w > 0; }

    /// Empty where the link is not drawn yet, or taken up.
    [[nodiscard]] const std::vector<Point>& path(int link) const
    {
        return m_path[std::size_t(link)];
    }

    [[nodiscard]] const Box& bounds(int link) const { return m_bounds[std::size_t(link)]; }

    [[nodiscard]] bool isAmountShown(int link) const
    {
        return m_isAmountShown[std::size_t(link)] != 0;
    }

    /// Where it is, or was when it was last shown.
    [[nodiscard]] const Box& amount(int link) const { return m_amount[std::size_t(link)]; }

    [[nodiscard]] const std::optional<Point>& leader(int link) const
    {
        return m_leader[std::size_t(link)];
    }

    void setCentre(int node, Point at);
    void setName(int node, const Box& box);
    void setPath(int link, std::vector<Point> points);
    /// The same for a path that is only tried: what it costs itself can be asked, but others don't
    /// find it where it is until setPath.
    void tryPath(int link, std::vector<Point> points);
    void showAmount(int link, const Box& box, std::optional<Point> leader);
    void hideAmount(int link);

    /// Calls `found(link)` for each link whose path has a point in the box.
    template<typename Found>
    void eachPathIn(const Box& box, Found found) const
    {
        m_paths.eachIn(box, found);
    }

    /// What the disc of `node` does to others: discs, labels and arcs that it lies on.
    [[nodiscard]] double discCost(int node) const;
    /// What the name of `node` costs in `box`.
    [[nodiscard]] double nameCost(int node, const Box& box) const;
    /// What the path of `link` costs, amounts that it runs over included; stops counting beyond
    /// `limit`.
    [[nodiscard]] double arcCost(int link, double limit) const;
    /// What the amount of `link` costs in `box`; stops counting beyond `limit`.
    [[nodiscard]] double amountCost(int link, const Box& box, double limit) const;

private:
    /// Whether the arrowhead lies under a name that its path meets.
    [[nodiscard]] bool isHeadIn(int link, const Box& name) const;
    [[nodiscard]] double frameCost(const Box& box) const;
    /// Of a label that neither `node` nor `link` minds (-1: none): other labels and discs under it.
    [[nodiscard]] double labelCost(const Box& box, int node, int link, double gapToDiscs) const;
    [[nodiscard]] double arcOverDiscs(int link) const;
    [[nodiscard]] double arcOverLabels(int link) const;
    [[nodiscard]] double arcOverArcs(int link, double limit) const;

    std::vector<Point> m_centre;
    std::vector<Box> m_name;
    std::vector<std::vector<Point>> m_path;
    std::vector<Box> m_bounds;
    std::vector<char> m_isTried;
    std::vector<Box> m_amount;
    std::vector<char> m_isAmountShown;
    std::vector<std::optional<Point>> m_leader;
    // The same by place.
    BoxGrid m_discs;
    BoxGrid m_names;
    BoxGrid m_amounts;
    /// A search in it changes marks of its own alone.
    mutable PathGrid m_paths;
};

} // namespace gyre
