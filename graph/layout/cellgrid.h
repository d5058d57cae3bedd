// Square cells over an area: which of them a box touches. Points outside the area belong to the
// cells at its rim.
#pragma once

#include "graph/layout/geometry.h"

namespace gyre {

class CellGrid
{
public:
    /// About `count` things will lie in the area.
    CellGrid(const Box& area, std::size_t count);

    struct Range
    {
        int left = 0;
        int right = 0;
        int top = 0;
        int bottom = 0;
    };

    [[nodiscard]] std::size_t cellCount() const
    {
        return std::size_t(m_columns) * std::size_t(m_rows);
    }

    [[nodiscard]] std::size_t index(int x, int y) const
    {
        return std::size_t(y) * std::size_t(m_columns) + std::size_t(x);
    }

    [[nodiscard]] std::size_t cellOf(double x, double y) const { return index(column(x), row(y)); }

    [[nodiscard]] Range touched(const Box& box) const
    {
        return {column(box.x), column(box.x + box.w), row(box.y), row(box.y + box.h)};
    }

    [[nodiscard]] Range touched(Point a, Point b) const
    {
        return {column(std::min(a.x, b.x)), column(std::max(a.x, b.x)), row(std::min(a.y, b.y)),
                row(std::max(a.y, b.y))};
    }

    template<typename Use>
    void eachCell(const Range& cells, Use use) const
    {
        for (int y = cells.top; y <= cells.bottom; ++y)
            for (int x = cells.left; x <= cells.right; ++x)
                use(index(x, y));
    }

private:
    [[nodiscard]] int column(double x) const
    {
        return static_cast<int>(std::clamp((x - m_left) * m_perPixel, 0.0, m_columns - 1.0));
    }

    [[nodiscard]] int row(double y) const
    {
        return static_cast<int>(std::clamp((y - m_top) * m_perPixel, 0.0, m_rows - 1.0));
    }

    double m_left;
    double m_top;
    double m_perPixel = 1;
    int m_columns = 1;
    int m_rows = 1;
};

} // namespace gyre
