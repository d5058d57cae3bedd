// Which of many numbered boxes lie near a box, without a look at all of them.
#pragma once

#include "graph/layout/cellgrid.h"

#include <vector>

namespace gyre {

class BoxGrid
{
public:
    BoxGrid(const Box& area, std::size_t boxes);

    /// Puts the box in, or moves it.
    void put(int id, const Box& box);
    void take(int id);

    /// Calls `found(id)` once for each box that comes nearer than `gap` to `box`, in no order that
    /// means anything.
    template<typename Found>
    void eachNear(const Box& box, double gap, Found found) const
    {
        const Box wide = grown(box, gap);
        m_cells.eachCell(m_cells.touched(wide), [&](std::size_t cell) {
            for (const Entry& entry : m_entries[cell])
                // In the one cell where what they share begins.
                if (entry.box.overlaps(wide) &&
                    m_cells.cellOf(std::max(entry.box.x, wide.x), std::max(entry.box.y, wide.y)) ==
                        cell)
                    found(entry.id);
        });
    }

private:
    struct Entry
    {
        Box box;
        int id = 0;
    };

    CellGrid m_cells;
    std::vector<std::vector<Entry>> m_entries;
    std::vector<Box> m_boxes;
    std::vector<char> m_isIn;
};

} // namespace gyre
