// Where paths run, by square cells, so that what lies in a box or crosses a path is found without a
// look at every path. Holds segments of numbered paths; a path is taken out and put in again as a
// whole whenever it changes.
#pragma once

#include "graph/layout/cellgrid.h"

#include <cstdint>
#include <vector>

namespace gyre {

class PathGrid
{
public:
    PathGrid(const Box& area, std::size_t paths);

    void add(int path, std::span<const Point> points);
    void remove(int path, std::span<const Point> points);

    /// Calls `found(path)` once for each path with a point in the closed box, in no order that
    /// means anything. O(segments in the cells of the box).
    template<typename Found>
    void eachIn(const Box& box, Found found)
    {
        startSearch();
        m_cells.eachCell(m_cells.touched(box), [&](std::size_t cell) {
            for (const Piece& piece : m_pieces[cell])
                if (isNew(piece.path) && isNear(piece, box) &&
                    segmentMeetsBox(piece.a, piece.b, box))
                    report(piece.path, found);
        });
    }

    /// Calls `found(path)` once for each path that properly crosses a segment of `points`, until it
    /// answers false (at most a few times after that).
    template<typename Found>
    void eachCrossing(std::span<const Point> points, Found found)
    {
        startSearch();
        bool goesOn = true;
        for (std::size_t k = 1; k < points.size() && goesOn; ++k) {
            const Point a = points[k - 1], b = points[k];
            const Box around = boundsOf(points.subspan(k - 1, 2));
            m_cells.eachCell(m_cells.touched(a, b), [&](std::size_t cell) {
                for (const Piece& piece : m_pieces[cell])
                    if (isNew(piece.path) && isNear(piece, around) &&
                        segmentsCross(a, b, piece.a, piece.b))
                        goesOn = report(piece.path, found) && goesOn;
            });
        }
    }

private:
    struct Piece
    {
        Point a;
        Point b;
        int path = 0;
    };

    /// All but what lies wholly to one side of the box.
    [[nodiscard]] static bool isNear(const Piece& piece, const Box& box)
    {
        return std::max(piece.a.x, piece.b.x) >= box.x &&
               std::min(piece.a.x, piece.b.x) <= box.x + box.w &&
               std::max(piece.a.y, piece.b.y) >= box.y &&
               std::min(piece.a.y, piece.b.y) <= box.y + box.h;
    }

    void startSearch();

    [[nodiscard]] bool isNew(int path) const { return m_seen[std::size_t(path)] != m_search; }

    template<typename Found>
    auto report(int path, Found& found)
    {
        m_seen[std::size_t(path)] = m_search;
        return found(path);
    }

    CellGrid m_cells;
    std::vector<std::vector<Piece>> m_pieces;
    /// Per path the last search that found it.
    std::vector<std::uint32_t> m_seen;
    std::uint32_t m_search = 0;
};

} // namespace gyre
