#include "graph/layout/pathgrid.h"

namespace gyre {

PathGrid::PathGrid(const Box& area, std::size_t paths)
    : m_cells(area, paths)
    , m_pieces(m_cells.cellCount())
    , m_seen(paths, 0)
{
}

void PathGrid::add(int path, std::span<const Point> points)
{
    for (std::size_t k = 1; k < points.size(); ++k) {
        const Piece piece{points[k - 1], points[k], path};
        m_cells.eachCell(m_cells.touched(piece.a, piece.b),
                         [&](std::size_t cell) { m_pieces[cell].push_back(piece); });
    }
}

void PathGrid::remove(int path, std::span<const Point> points)
{
    // One cell holds several segments in a row: once is enough.
    std::size_t last = m_pieces.size();
    for (std::size_t k = 1; k < points.size(); ++k)
        m_cells.eachCell(
            m_cells.touched(points[k - 1], points[k]), [this, path, &last](std::size_t cell) {
                if (cell == last)
                    return;
                last = cell;
                std::erase_if(m_pieces[cell],
                              [path](const Piece& piece) { return piece.path == path; });
            });
}

void PathGrid::startSearch()
{
    ++m_search;
    if (m_search == 0) {
        std::fill(m_seen.begin(), m_seen.end(), 0U);
        m_search = 1;
    }
}

} // namespace gyre
