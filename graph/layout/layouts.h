// First link of drawing: places for the nodes, in nominal pixels round the origin (placement.h),
// sought for the frame that the diagram has; another frame fits the same places. The same diagram
// gives the same places on any machine and any thread count.
//
// Deterministic for a seed; pins and given starts are kept as near as the engine can: a pinned
// node does not move at all. Disconnected pieces are packed. Sizes of discs and labels count.
#pragma once

#include "graph/basics/progress.h"
#include "graph/layout/diagram.h"

#include <QString>

#include <span>

namespace gyre {

struct LayoutOptions
{
    std::uint64_t seed = 1;
    int threads = 1;
};

using LayoutFunction = std::vector<Point> (*)(const Diagram&, const LayoutOptions&,
                                              const Progress&);

struct LayoutEngine
{
    /// "default", "stress", "rings", "circle", "time": the word of the command line.
    const char* name;
    LayoutFunction function;
};

/// The menu and the command line list this table; a layout is added by a row.
std::span<const LayoutEngine> layoutEngines();
const LayoutEngine* findLayoutEngine(QStringView name);

/// One point a node.
std::vector<Point> places(const Diagram& diagram, const LayoutEngine& engine,
                          const LayoutOptions& options = {}, const Progress& progress = {});

} // namespace gyre
