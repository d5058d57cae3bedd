#include "graph/layout/crowd.h"
#include "graph/layout/engines.h"
#include "graph/layout/pieces.h"
#include "graph/layout/stress.h"

namespace gyre {

std::vector<Point> stressEngine(const Diagram& diagram, const LayoutOptions& options,
                                const Progress& progress)
{
    if (diagram.nodes.size() >= leastCrowd)
        return crowdPlaces(diagram, CrowdAim::Distances, options, progress);
    std::vector<Point> found(diagram.nodes.size());
    const auto pairs = pairsOf(diagram);
    const auto pieces = piecesOf(diagram);
    for (const auto& piece : pieces) {
        const auto at = stressPlaces(diagram, pairs, piece, options.seed, progress);
        for (std::size_t k = 0; k < piece.size(); ++k)
            found[std::size_t(piece[k])] = at[k];
    }
    packIntoNominalFrame(diagram, pieces, found);
    return found;
}

} // namespace gyre
