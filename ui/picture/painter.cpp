#include "ui/picture/painter.h"

#include "ui/picture/polyline.h"
#include "ui/picture/vectorpage.h"

#include <QPainterPathStroker>

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

constexpr double dimmedOpacity = 0.15;
constexpr double haloPad = 1.5;
/// Pens of one pixel and less are stroked by another method of Qt, half a pixel off.
constexpr double thinnest = 1.1;
constexpr double selectionWidth = 5;

/// What every step needs beside its shape.
struct Brushwork
{
    QPainter& painter;
    const Picture& picture;
    const Emphasis& emphasis;

    [[nodiscard]] bool isDimmed(const Arc& arc) const
    {
        return !emphasis.isEmpty() &&
               !std::any_of(arc.deals().begin(), arc.deals().end(),
                            [this](DealId deal) { return emphasis.deals.contains(deal); });
    }

    [[nodiscard]] bool isDimmed(const Disc& disc) const
    {
        if (emphasis.isEmpty())
            return false;
        return disc.firm.isValid() ? !emphasis.firms.contains(disc.firm)
                                   : !emphasis.deals.contains(disc.payerOf);
    }

    [[nodiscard]] bool isSelected(const Arc& arc) const
    {
        return emphasis.selectedDeal.isValid() && arc.standsFor(emphasis.selectedDeal);
    }

    [[nodiscard]] bool isSelected(const Disc& disc) const
    {
        return emphasis.selectedFirm.isValid() && disc.firm == emphasis.selectedFirm;
    }

    void dim(bool isDim) const { painter.setOpacity(isDim ? dimmedOpacity : 1); }
};

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

/// Lengths in pixels turned into Qt's units of pen width; a dash stays readable on a hairline and
/// in proportion on a broad line.
QPen penOf(const Arc& arc)
{
    QPen pen(arc.colour, arc.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    const double w = arc.width;
    if (arc.dash == Dash::Dashed) {
        pen.setDashPattern({std::max(7.0, 2.2 * w) / w, std::max(4.0, 1.2 * w) / w});
    } else if (arc.dash == Dash::Dotted) {
        pen.setCapStyle(Qt::RoundCap);
        pen.setDashPattern({0.01, std::max(4.0, 2 * w) / w});
    }
    return pen;
}

QPolygonF headOf(const Arc& arc)
{
    const double length = headLength(arc.width);
    const double total = lengthOf(arc.path);
    const QPointF tip = arc.path.last();
    const QPointF base = pointAlong(arc.path, std::max(0.0, total - length));
    const QPointF back = base - tip;
    const double size = std::hypot(back.x(), back.y());
    if (size <= 0)
        return {};
    const QPointF along = back / size;
    const QPointF across(-along.y(), along.x());
    const double breadth = headHalfBreadth(arc.width);
    return QPolygonF(
        {tip, tip + along * length + across * breadth, tip + along * length - across * breadth});
}

/// The line without its head, begun a little inside the payer's ring so that no gap shows.
QPolygonF shaftOf(const Arc& arc)
{
    const double total = lengthOf(arc.path);
    const double end = arc.head == Head::None ? total : total - headLength(arc.width) * 0.92;
    QPolygonF shaft = piece(arc.path, 0, std::max(0.5, end));
    if (!shaft.isEmpty())
        shaft.first() -= directionAlong(arc.path, 0) * 1.2;
    return shaft;
}

void paintShaft(const Arc& arc, QPainter& painter)
{
    painter.setPen(penOf(arc));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(shaftOf(arc));
}

void paintHead(const Arc& arc, const Picture& picture, QPainter& painter)
{
    if (arc.head == Head::None)
        return;
    const double edge = std::clamp(arc.width * 0.5, 1.2, 2.0);
    painter.setPen(QPen(arc.colour, edge, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    if (arc.head == Head::Filled)
        painter.setBrush(arc.colour);
    else if (picture.isTransparent)
        painter.setBrush(Qt::NoBrush);
    else
        painter.setBrush(picture.background);
    // The pen is as broad outside as inside: the tip is drawn back so that it ends at the rim.
    QPolygonF head = headOf(arc);
    if (head.isEmpty())
        return;
    const QPointF along = (head[1] + head[2]) / 2 - head[0];
    head[0] += along * (edge * 1.1 / headLength(arc.width));
    painter.drawPolygon(head);
}

void paintInferredMark(const Arc& arc, const Picture& picture, QPainter& painter)
{
    if (!arc.inferredMark)
        return;
    const double radius = 3 + arc.width * 0.4;
    painter.setPen(QPen(arc.colour, 1.4));
    painter.setBrush(picture.palette.canvas);
    painter.drawEllipse(*arc.inferredMark, radius, radius);
}

/// Two short bars across the line: it did not come about.
void paintStrike(const Arc& arc, const Picture& picture, QPainter& painter)
{
    if (!arc.isStruck)
        return;
    const double total = lengthOf(arc.path);
    const double reach = 5 + arc.width;
    painter.setPen(QPen(picture.palette.ink, 1.6, Qt::SolidLine, Qt::RoundCap));
    for (const double offset : {-2.5, 2.5}) {
        const QPointF at = pointAlong(arc.path, total * 0.28 + offset);
        const QPointF along = directionAlong(arc.path, total * 0.28 + offset);
        const QPointF bar = (QPointF(-along.y(), along.x()) + along * 0.5) * reach * 0.9;
        painter.drawLine(at - bar, at + bar);
    }
}

void paintArc(const Arc& arc, const Picture& picture, QPainter& painter)
{
    if (arc.path.size() < 2)
        return;
    paintShaft(arc, painter);
    paintHead(arc, picture, painter);
    paintInferredMark(arc, picture, painter);
    paintStrike(arc, picture, painter);
}

void paintPlate(const PictureText& text, QPainter& painter)
{
    if (!text.hasPlate)
        return;
    const QRectF box = plateBox(text.box);
    painter.setPen(QPen(text.plateEdge, thinnest));
    painter.setBrush(text.plate);
    const QRectF inner = box.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2);
}

void paintText(const PictureText& text, const Picture& picture, QPainter& painter)
{
    if (!text.isShown || text.text.isEmpty())
        return;
    paintPlate(text, painter);
    // A transparent picture has no ground of its own to paint: nor have title and legend.
    if (text.hasHalo && !picture.isTransparent) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(withAlpha(picture.palette.canvas, 0.82));
        painter.drawRoundedRect(text.box.adjusted(-haloPad, -haloPad, haloPad, haloPad), 3, 3);
    }
    for (const QPainterPath& piece : text.glyphs)
        painter.fillPath(piece.translated(text.box.topLeft()), text.colour);
    if (text.isStruck) {
        const double middle = text.box.center().y();
        painter.setPen(QPen(text.colour, 1.3));
        painter.drawLine(QPointF(text.box.left() - 2, middle),
                         QPointF(text.box.right() + 2, middle));
    }
}

void paintLeader(const Arc& arc, const Picture& picture, QPainter& painter)
{
    const QRectF box = plateBox(arc.label.box);
    const QPointF from(std::clamp(arc.leader->x(), box.left() + 4, box.right() - 4),
                       std::clamp(arc.leader->y(), box.top() + 2, box.bottom() - 2));
    painter.setPen(QPen(withAlpha(picture.palette.muted, 0.7), thinnest));
    painter.drawLine(from, *arc.leader);
}

void paintDisc(const Disc& disc, const Picture& picture, QPainter& painter)
{
    QPen pen(disc.ring, disc.ringWidth);
    if (disc.isBackground)
        pen.setDashPattern({3, 1.5});
    else if (disc.isTalk)
        pen.setDashPattern({1, 1.4});
    painter.setPen(pen);
    if (disc.isHollow || disc.isSquare)
        painter.setBrush(picture.isTransparent ? QBrush(Qt::NoBrush) : QBrush(picture.background));
    else
        painter.setBrush(disc.fill);
    // The rim is the stroke's outer edge.
    const double radius = disc.radius - disc.ringWidth / 2;
    if (disc.isSquare)
        painter.drawRect(
            QRectF(disc.centre.x() - radius, disc.centre.y() - radius, 2 * radius, 2 * radius));
    else
        painter.drawEllipse(disc.centre, radius, radius);
}

void paintSelection(const QPainterPath& shape, const Picture& picture, QPainter& painter)
{
    painter.setOpacity(1);
    painter.strokePath(shape, QPen(withAlpha(picture.palette.accent, 0.45), 2 * selectionWidth,
                                   Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void paintArcs(const Brushwork& work)
{
    for (const Arc& arc : work.picture.arcs) {
        if (work.isSelected(arc) && arc.path.size() > 1)
            paintSelection(outline(arc), work.picture, work.painter);
        const PaintedThing thing(work.painter, "deal", arc.id, arc.toolTip);
        work.dim(work.isDimmed(arc));
        paintArc(arc, work.picture, work.painter);
    }
    // All of them under all amounts: a line through a figure would be taken for a strike.
    for (const Arc& arc : work.picture.arcs) {
        if (!arc.leader || !arc.label.isShown)
            continue;
        work.dim(work.isDimmed(arc));
        const PaintedThing thing(work.painter, "leader", arc.id, {});
        paintLeader(arc, work.picture, work.painter);
    }
    for (const Arc& arc : work.picture.arcs) {
        work.dim(work.isDimmed(arc));
        const PaintedThing thing(work.painter, "amount", arc.id, {});
        paintText(arc.label, work.picture, work.painter);
    }
}

void paintDiscs(const Brushwork& work)
{
    for (const Disc& disc : work.picture.discs) {
        if (work.isSelected(disc))
            paintSelection(outline(disc), work.picture, work.painter);
        const PaintedThing thing(work.painter, "firm", disc.id, disc.toolTip);
        work.dim(work.isDimmed(disc));
        paintDisc(disc, work.picture, work.painter);
    }
    for (const Disc& disc : work.picture.discs) {
        const PaintedThing thing(work.painter, "name", disc.id, {});
        work.dim(work.isDimmed(disc));
        paintText(disc.label, work.picture, work.painter);
    }
}

void paintFurniture(const Brushwork& work)
{
    work.dim(false);
    for (const Furniture& furniture : work.picture.furniture) {
        const PaintedThing thing(work.painter, "furniture", furniture.what, {});
        for (const Arc& key : furniture.keysOfArcs)
            paintArc(key, work.picture, work.painter);
        for (const Disc& key : furniture.keysOfDiscs)
            paintDisc(key, work.picture, work.painter);
        for (const PictureText& text : furniture.texts)
            paintText(text, work.picture, work.painter);
    }
}

} // namespace

double headLength(double lineWidth)
{
    return 6.5 + 1.5 * lineWidth;
}

double headHalfBreadth(double lineWidth)
{
    return 2.8 + 0.85 * lineWidth;
}

void paint(const Picture& picture, QPainter& painter, const Emphasis& emphasis)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!picture.isTransparent)
        painter.fillRect(QRectF(QPointF(0, 0), picture.size), picture.background);
    const Brushwork work{painter, picture, emphasis};
    paintArcs(work);
    paintDiscs(work);
    paintFurniture(work);
    painter.restore();
}

QPainterPath outline(const Disc& disc)
{
    QPainterPath shape;
    if (disc.isSquare)
        shape.addRect(QRectF(disc.centre.x() - disc.radius, disc.centre.y() - disc.radius,
                             2 * disc.radius, 2 * disc.radius));
    else
        shape.addEllipse(disc.centre, disc.radius, disc.radius);
    return shape;
}

QPainterPath outline(const Arc& arc)
{
    if (arc.path.size() < 2)
        return {};
    QPainterPath line;
    line.addPolygon(arc.path);
    QPainterPathStroker stroker;
    stroker.setWidth(arc.width);
    stroker.setJoinStyle(Qt::RoundJoin);
    return stroker.createStroke(line);
}

} // namespace gyre
