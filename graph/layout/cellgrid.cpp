#include "graph/layout/cellgrid.h"

namespace gyre {
namespace {

/// Of a cell, in pixels. Smaller, and each thing is in many; larger, and many are in each.
constexpr double leastSide = 40;
constexpr double mostSide = 160;
constexpr int mostAlong = 1024;

} // namespace

CellGrid::CellGrid(const Box& area, std::size_t count)
    : m_left(area.x)
    , m_top(area.y)
{
    const double share =
        std::sqrt(area.w * area.h / std::max(1.0, 4.0 * static_cast<double>(count)));
    const double side =
        std::max({std::clamp(share, leastSide, mostSide), area.w / mostAlong, area.h / mostAlong});
    m_perPixel = 1 / side;
    m_columns = std::max(1, static_cast<int>(std::ceil(area.w / side)));
    m_rows = std::max(1, static_cast<int>(std::ceil(area.h / side)));
}

} // namespace gyre
