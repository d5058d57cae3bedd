// From a scene's marks to the diagram that the layout works on, and from its points to places.
#pragma once

#include "graph/layout/diagram.h"
#include "ui/picture/compose.h"
#include "ui/picture/marks.h"
#include "ui/picture/pairs.h"

namespace gyre {

/// The marks without places, and which firm or deal each is of.
struct Marks
{
    std::vector<Disc> discs;
    std::vector<Arc> arcs;
    /// Per arc the indices of its discs.
    std::vector<std::pair<int, int>> ends;
};

Marks marksOf(const Marking& marking, const std::vector<Bundle>& bundles);

/// `plot`: what the furniture leaves of the page.
Diagram diagramOf(const Scene& scene, const Marks& marks, const QRectF& plot);

/// The diagram of a crowd, the same as that of its marks with their labels forgotten.
Diagram crowdOf(const Scene& scene, const FirmValues& values, const RadiusScale& radii);

/// One point a node. Firms with a place keep it, or go on from it (Scene::isContinued); the engine
/// finds places for the others round them.
std::vector<Point> nominalPlaces(Diagram diagram, const Scene& scene, const Progress& progress);

/// The first points are those of the view's firms.
Placement placementOf(const Scene& scene, const std::vector<Point>& found);

/// What the places mean, where the eye can't know it: "left to right by first deal"; empty else.
QString meaningOfPlaces(const Scene& scene);

} // namespace gyre
