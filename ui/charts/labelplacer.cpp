#include "ui/charts/labelplacer.h"

#include <algorithm>
#include <array>

namespace gyre {

namespace {

/// Where the box's centre lies, seen from the anchor; best first.
constexpr std::array<std::array<double, 2>, 10> directions{
    {{0, -1}, {-1, -1}, {1, 0}, {0, 1}, {1, 1}, {-1, 0}, {1, -1}, {-1, 1}, {-0.5, -1}, {0.5, 1}}};

QRectF boxAt(QSizeF size, QPointF anchor, double gap, const std::array<double, 2>& direction)
{
    const double dx = direction[0];
    const double dy = direction[1];
    // Diagonal places need less distance, the corner is already away.
    const double away = dx != 0 && dy != 0 ? gap * 0.6 : gap;
    const QPointF centre(anchor.x() + dx * (size.width() / 2 + away),
                         anchor.y() + dy * (size.height() / 2 + away));
    return {centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(),
            size.height()};
}

bool crosses(const QLineF& line, const QRectF& box)
{
    if (box.contains(line.p1()) || box.contains(line.p2()))
        return true;
    const std::array<QLineF, 4> edges{
        QLineF(box.topLeft(), box.topRight()), QLineF(box.topRight(), box.bottomRight()),
        QLineF(box.bottomRight(), box.bottomLeft()), QLineF(box.bottomLeft(), box.topLeft())};
    return std::any_of(edges.begin(), edges.end(), [&line](const QLineF& edge) {
        return line.intersects(edge, nullptr) == QLineF::BoundedIntersection;
    });
}

} // namespace

bool LabelPlacer::isFree(const QRectF& box) const
{
    return m_bounds.contains(box) &&
           std::none_of(m_boxes.begin(), m_boxes.end(),
                        [&box](const QRectF& taken) { return taken.intersects(box); });
}

int LabelPlacer::crossings(const QRectF& box) const
{
    return static_cast<int>(std::count_if(
        m_lines.begin(), m_lines.end(), [&box](const QLineF& line) { return crosses(line, box); }));
}

std::optional<QRectF> LabelPlacer::place(QSizeF size, QPointF anchor, double gap, int mostCrossings)
{
    std::optional<QRectF> best;
    int fewest = 0;
    for (const double distance : {1.0, 2.2}) {
        for (const auto& direction : directions) {
            const QRectF box = boxAt(size, anchor, gap * distance, direction);
            if (!isFree(box))
                continue;
            const int crossed = crossings(box);
            if (crossed <= mostCrossings && (!best || crossed < fewest)) {
                best = box;
                fewest = crossed;
            }
        }
        if (best && fewest == 0)
            break;
    }
    if (best)
        block(*best);
    return best;
}

} // namespace gyre
