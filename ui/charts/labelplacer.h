// Where the label of a mark goes: beside it, where it covers no other label or mark and as few
// lines as can be.
#pragma once

#include <QLineF>
#include <QRectF>

#include <optional>
#include <vector>

namespace gyre {

class LabelPlacer
{
public:
    explicit LabelPlacer(const QRectF& bounds)
        : m_bounds(bounds)
    {
    }

    /// Nothing may lie on it.
    void block(const QRectF& box) { m_boxes.push_back(box); }

    /// Better not crossed.
    void discourage(const QLineF& line) { m_lines.push_back(line); }

    /// Takes the best free place for a box of `size` around `anchor`, `gap` away from it, and
    /// blocks it; nothing where all places are taken or cross more than `mostCrossings`
    /// lines. O(places · (boxes + lines)).
    std::optional<QRectF> place(QSizeF size, QPointF anchor, double gap, int mostCrossings);

private:
    [[nodiscard]] bool isFree(const QRectF& box) const;
    [[nodiscard]] int crossings(const QRectF& box) const;

    QRectF m_bounds;
    std::vector<QRectF> m_boxes;
    std::vector<QLineF> m_lines;
};

} // namespace gyre
