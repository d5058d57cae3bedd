// Second link of drawing: a diagram with places becomes a drawing inside its frame. Places are
// fitted into the plot, what overlaps is moved apart, arcs are bent and routed, labels are placed.
//
// Guarantees where the frame has room: no two discs touch; no arc passes through a disc that is not
// its end or over a name; no label lies on another label, on a foreign disc, on furniture or beyond
// the plot; arcs run from rim to rim. Labels for which there is no room are not shown (never cut):
// names last of all, required amounts next to last.
#pragma once

#include "graph/basics/progress.h"
#include "graph/layout/diagram.h"

#include <functional>
#include <span>

namespace gyre {

struct ArrangedNode
{
    Point centre;
    Box label;
    bool isLabelShown = true;

    bool operator==(const ArrangedNode&) const = default;
};

struct ArrangedLink
{
    /// From the payer's rim to the receiver's, flattened to within 0.25 px, the head's tip last.
    std::vector<Point> path;
    Box label;
    bool isLabelShown = false;
    /// Where a label stands off its arc, the point of the arc that a thin leader goes to.
    std::optional<Point> leader;

    bool operator==(const ArrangedLink&) const = default;
};

struct Arrangement
{
    std::vector<ArrangedNode> nodes;
    std::vector<ArrangedLink> links;
    /// From nominal places to picture pixels before anything was moved apart: p·scale + shift, per
    /// axis. For turning a drag back into a place.
    double scaleX = 1;
    double scaleY = 1;
    Point shift;
    int namesNotShown = 0;
    int amountsNotShown = 0;

    bool operator==(const Arrangement&) const = default;
};

/// Takes the drawing as it first stands: discs spread, each arc and label in its first place, what
/// would overlap left out. What follows moves few discs, and those a little.
using DraftTaker = std::function<void(const Arrangement&)>;

/// `places` in nominal pixels, one a node. Pinned nodes keep their fitted place exactly. `taker`
/// (may be empty) is called once, on this thread, before most of the time has gone.
Arrangement arrange(const Diagram& diagram, std::span<const Point> places,
                    const Progress& progress = {}, const DraftTaker& taker = {});

/// What would be wrong with the drawing of these places, in the units of Sketch's costs, from a
/// quick draft of it: for a choice between places.
double draftCost(const Diagram& diagram, std::span<const Point> places,
                 const Progress& progress = {});

/// The same of the whole drawing: surer, and some ten times as long.
double arrangedCost(const Diagram& diagram, std::span<const Point> places,
                    const Progress& progress = {});

} // namespace gyre
