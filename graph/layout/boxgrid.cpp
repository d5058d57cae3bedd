#include "graph/layout/boxgrid.h"

namespace gyre {

BoxGrid::BoxGrid(const Box& area, std::size_t boxes)
    : m_cells(area, boxes)
    , m_entries(m_cells.cellCount())
    , m_boxes(boxes)
    , m_isIn(boxes, 0)
{
}

void BoxGrid::put(int id, const Box& box)
{
    take(id);
    m_boxes[std::size_t(id)] = box;
    m_isIn[std::size_t(id)] = 1;
    m_cells.eachCell(m_cells.touched(box), [&](std::size_t cell) {
        m_entries[cell].push_back({box, id});
    });
}

void BoxGrid::take(int id)
{
    if (m_isIn[std::size_t(id)] == 0)
        return;
    m_isIn[std::size_t(id)] = 0;
    m_cells.eachCell(m_cells.touched(m_boxes[std::size_t(id)]), [this, id](std::size_t cell) {
        std::erase_if(m_entries[cell], [id](const Entry& entry) { return entry.id == id; });
    });
}

} // namespace gyre
