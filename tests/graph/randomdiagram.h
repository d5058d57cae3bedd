// Diagrams for property tests: like the networks of deal news in their shape, from a seed alone.
#pragma once

#include "graph/layout/geometry.h"

namespace gyre::test {

inline DiagramNode randomNode(Dice& dice)
{
    DiagramNode node;
    node.radius = 8 + 34 * dice.unit() * dice.unit();
    node.labelWidth = 20 + 90 * dice.unit();
    node.labelHeight = 13;
    node.isLabelInside = std::hypot(node.labelWidth, node.labelHeight) / 2 < node.radius - 3;
    return node;
}

inline DiagramLink randomLink(Dice& dice, int from, int to)
{
    DiagramLink link;
    link.from = from;
    link.to = to;
    link.strokeWidth = 1 + 6 * dice.unit();
    link.headLength = 7 + 1.5 * link.strokeWidth;
    if (dice.unit() < 0.85) {
        link.labelWidth = 34 + 30 * dice.unit();
        link.labelHeight = 17;
        link.labelPriority = dice.unit();
        link.isLabelRequired = dice.unit() < 0.4;
    }
    return link;
}

inline Frame frameOf(double width, double height)
{
    Frame frame;
    frame.width = width;
    frame.height = height;
    frame.plot = {0.015 * width, 0.09 * height, 0.97 * width, 0.8 * height};
    return frame;
}

/// Busy nodes attract more links; one in five links repeats or answers an earlier one.
inline Diagram randomDiagram(std::uint64_t seed, int nodes, int links, double width = 1600,
                             double height = 1000)
{
    Dice dice(seed);
    Diagram diagram;
    diagram.frame = frameOf(width, height);
    for (int i = 0; i < nodes; ++i)
        diagram.nodes.push_back(randomNode(dice));
    std::vector<int> ends;
    for (int k = 0; k < links && nodes > 1; ++k) {
        int from = k < nodes ? k : dice.below(nodes);
        int to = ends.empty() || dice.unit() < 0.4
                     ? dice.below(nodes)
                     : ends[std::size_t(dice.below(static_cast<int>(ends.size())))];
        if (!diagram.links.empty() && dice.unit() < 0.2) {
            const DiagramLink& old =
                diagram.links[std::size_t(dice.below(static_cast<int>(diagram.links.size())))];
            from = old.to;
            to = old.from;
        }
        if (from == to)
            to = (to + 1) % nodes;
        diagram.links.push_back(randomLink(dice, from, to));
        ends.push_back(from);
        ends.push_back(to);
    }
    return diagram;
}

} // namespace gyre::test
