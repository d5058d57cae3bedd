#include "ui/canvas/drag.h"

#include <QTransform>

#include <algorithm>

namespace gyre {

namespace {

QPointF timesComplex(QPointF a, QPointF b)
{
    return {a.x() * b.x() - a.y() * b.y(), a.x() * b.y() + a.y() * b.x()};
}

/// The turning and stretching that leaves `fixed` and takes `from` to `to`.
QTransform similarity(QPointF fixed, QPointF from, QPointF to)
{
    const QPointF was = from - fixed;
    const QPointF is = to - fixed;
    const double square = QPointF::dotProduct(was, was);
    if (square <= 0)
        return QTransform::fromTranslate(to.x() - from.x(), to.y() - from.y());
    const QPointF ratio = timesComplex(is, QPointF(was.x(), -was.y())) / square;
    const QPointF shift = fixed - timesComplex(ratio, fixed);
    return {ratio.x(), ratio.y(), -ratio.y(), ratio.x(), shift.x(), shift.y()};
}

void move(Arc& arc, const QTransform& motion)
{
    arc.path = motion.map(arc.path);
    arc.label.box.moveCenter(motion.map(arc.label.box.center()));
    if (arc.leader)
        arc.leader = motion.map(*arc.leader);
    if (arc.inferredMark)
        arc.inferredMark = motion.map(*arc.inferredMark);
}

} // namespace

Picture Drag::movedTo(QPointF pointer) const
{
    Picture moved = m_before;
    Disc& disc = moved.discs[m_disc];
    const QPointF was = disc.centre;
    const double r = disc.radius;
    const QPointF wanted = was + pointer - m_grip;
    disc.centre = QPointF(std::clamp(wanted.x(), r, std::max(r, moved.size.width() - r)),
                          std::clamp(wanted.y(), r, std::max(r, moved.size.height() - r)));
    const QPointF by = disc.centre - was;
    disc.label.box.translate(by);
    for (Arc& arc : moved.arcs) {
        if (arc.path.size() < 2)
            continue;
        if (arc.from == disc.firm && arc.to == disc.firm)
            move(arc, QTransform::fromTranslate(by.x(), by.y()));
        else if (arc.from == disc.firm)
            move(arc, similarity(arc.path.last(), arc.path.first(), arc.path.first() + by));
        else if (arc.to == disc.firm)
            move(arc, similarity(arc.path.first(), arc.path.last(), arc.path.last() + by));
    }
    return moved;
}

} // namespace gyre
