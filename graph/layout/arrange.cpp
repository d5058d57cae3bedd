#include "graph/layout/arrange.h"

#include "graph/layout/along.h"
#include "graph/layout/mend.h"
#include "graph/layout/routes.h"
#include "graph/layout/spread.h"
#include "graph/layout/thin.h"

#include <utility>

namespace gyre {
namespace {

/// A try costs about as much as routing a pair.
constexpr int mendingTries = 250;

/// Places made for the nominal frame fill it; others (a file of another program) may be of any
/// size.
bool isNominal(std::span<const Point> places)
{
    const Box whole = boundsOf(places);
    const Box frame{-nominalWidth / 2, -nominalHeight / 2, nominalWidth, nominalHeight};
    return contains(grown(frame, 1), whole) &&
           (places.size() < 2 || whole.w > 0.3 * nominalWidth || whole.h > 0.3 * nominalHeight);
}

Stretch fitted(const Box& from, const Box& to)
{
    Stretch fit;
    fit.scaleX = from.w > 1e-9 ? to.w / from.w : 1;
    fit.scaleY = from.h > 1e-9 ? to.h / from.h : 1;
    fit.scaleX = std::min(fit.scaleX, from.h > 1e-9 ? 2 * fit.scaleY : fit.scaleX);
    fit.scaleY = std::min(fit.scaleY, from.w > 1e-9 ? 2 * fit.scaleX : fit.scaleY);
    const Point a = middle(from), b = middle(to);
    fit.shift = {b.x - a.x * fit.scaleX, b.y - a.y * fit.scaleY};
    return fit;
}

/// The nominal frame is the plot, so that a drag of one node never moves the others.
Stretch fitFor(const Diagram& diagram, std::span<const Point> places)
{
    const Box nominal{-nominalWidth / 2, -nominalHeight / 2, nominalWidth, nominalHeight};
    if (isNominal(places)) {
        Stretch fit;
        const Box& plot = diagram.frame.plot;
        fit.scaleX = plot.w / nominal.w;
        fit.scaleY = plot.h / nominal.h;
        fit.shift = middle(plot);
        return fit;
    }
    double most = 0;
    for (const DiagramNode& node : diagram.nodes)
        most = std::max(most, node.radius);
    const double inset = std::min({most + 12, diagram.frame.plot.w / 4, diagram.frame.plot.h / 4});
    return fitted(boundsOf(places), grown(diagram.frame.plot, -inset));
}

Arrangement finished(const Sketch& sketch, const Stretch& fit)
{
    Arrangement made;
    made.scaleX = fit.scaleX;
    made.scaleY = fit.scaleY;
    made.shift = fit.shift;
    for (int i = 0; i < sketch.nodeCount(); ++i) {
        const bool isShown = !sketch.hasName(i) || sketch.isNameShown(i);
        made.nodes.push_back({sketch.centre(i), sketch.name(i), isShown});
        made.namesNotShown += isShown ? 0 : 1;
    }
    for (int i = 0; i < sketch.linkCount(); ++i) {
        ArrangedLink link;
        link.path = sketch.path(i);
        link.label = sketch.amount(i);
        link.isLabelShown = sketch.isAmountShown(i);
        if (link.isLabelShown)
            link.leader = sketch.leader(i);
        else if (sketch.hasAmount(i))
            ++made.amountsNotShown;
        made.links.push_back(std::move(link));
    }
    return made;
}

/// Discs in their places, arcs and names in their first ones.
Sketch drafted(const Diagram& diagram, std::span<const Point> places, const Stretch& fit)
{
    std::vector<Point> centres;
    for (const Point& p : places)
        centres.push_back(fit(p));
    spread(diagram, innerOf(diagram.frame), centres);
    Sketch sketch(diagram, centres);
    draft(sketch);
    return sketch;
}

/// All that the drawing is and does.
Sketch worked(const Diagram& diagram, std::span<const Point> places, const Stretch& fit,
              const Progress& progress, const DraftTaker& taker)
{
    Sketch sketch = drafted(diagram, places, fit);
    if (taker) {
        Sketch shown = sketch;
        thinOut(shown);
        taker(finished(shown, fit));
    }
    settle(sketch, 3, progress.part(0, 0.6));
    mend(sketch, mendingTries, progress.part(0.6, 1));
    placeAmountsAfar(sketch);
    thinOut(sketch);
    return sketch;
}

double totalCost(const Sketch& sketch)
{
    double sum = 0;
    for (const NodePair& pair : sketch.pairs)
        sum += costOf(sketch, pair);
    for (int i = 0; i < sketch.nodeCount(); ++i)
        sum += sketch.hasName(i) ? sketch.nameCost(i, sketch.name(i)) : 0;
    return sum;
}

} // namespace

double draftCost(const Diagram& diagram, std::span<const Point> places, const Progress& progress)
{
    Sketch sketch = drafted(diagram, places, fitFor(diagram, places));
    settle(sketch, 2, progress);
    return totalCost(sketch);
}

double arrangedCost(const Diagram& diagram, std::span<const Point> places, const Progress& progress)
{
    return totalCost(worked(diagram, places, fitFor(diagram, places), progress, {}));
}

Arrangement arrange(const Diagram& diagram, std::span<const Point> places, const Progress& progress,
                    const DraftTaker& taker)
{
    const Stretch fit = fitFor(diagram, places);
    return finished(worked(diagram, places, fit, progress, taker), fit);
}

} // namespace gyre
