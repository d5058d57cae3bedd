#include "graph/layout/layouts.h"

#include "graph/layout/engines.h"

#include <array>

namespace gyre {
namespace {

constexpr std::array engines{
    LayoutEngine{"default", defaultPlaces}, LayoutEngine{"stress", stressEngine},
    LayoutEngine{"rings", ringsEngine},     LayoutEngine{"circle", circleEngine},
    LayoutEngine{"time", timeEngine},
};

} // namespace

std::span<const LayoutEngine> layoutEngines()
{
    return engines;
}

const LayoutEngine* findLayoutEngine(QStringView name)
{
    for (const LayoutEngine& engine : engines)
        if (name == QLatin1String(engine.name))
            return &engine;
    return nullptr;
}

std::vector<Point> places(const Diagram& diagram, const LayoutEngine& engine,
                          const LayoutOptions& options, const Progress& progress)
{
    std::vector<Point> found = engine.function(diagram, options, progress);
    // Whatever the engine does, a pin is a pin.
    for (std::size_t i = 0; i < found.size(); ++i)
        if (diagram.nodes[i].isPinned && diagram.nodes[i].start)
            found[i] = *diagram.nodes[i].start;
    progress.at(1);
    return found;
}

} // namespace gyre
