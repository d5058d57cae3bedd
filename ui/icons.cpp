#include "ui/icons.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace gyre {

namespace {

/// Strokes in a square of 16 units, one function a sign.
using Strokes = void (*)(QPainterPath&);

void arrow(QPainterPath& path, QPointF tip, QPointF one, QPointF other)
{
    path.moveTo(one);
    path.lineTo(tip);
    path.lineTo(other);
}

void undo(QPainterPath& path)
{
    path.moveTo(3, 6.5);
    path.lineTo(9.5, 6.5);
    path.arcTo(QRectF(6, 6.5, 7, 6.5), 90, -180);
    path.lineTo(6, 13);
    arrow(path, {3, 6.5}, {6, 3.5}, {6, 9.5});
}

void redo(QPainterPath& path)
{
    path.moveTo(13, 6.5);
    path.lineTo(6.5, 6.5);
    path.arcTo(QRectF(3, 6.5, 7, 6.5), 90, 180);
    path.lineTo(10, 13);
    arrow(path, {13, 6.5}, {10, 3.5}, {10, 9.5});
}

void back(QPainterPath& path)
{
    path.moveTo(13, 8);
    path.lineTo(3.5, 8);
    arrow(path, {3, 8}, {7, 4}, {7, 12});
}

void forward(QPainterPath& path)
{
    path.moveTo(3, 8);
    path.lineTo(12.5, 8);
    arrow(path, {13, 8}, {9, 4}, {9, 12});
}

void search(QPainterPath& path)
{
    path.addEllipse(QPointF(7, 7), 4, 4);
    path.moveTo(10, 10);
    path.lineTo(13.2, 13.2);
}

void cross(QPainterPath& path)
{
    path.moveTo(4, 4);
    path.lineTo(12, 12);
    path.moveTo(12, 4);
    path.lineTo(4, 12);
}

void open(QPainterPath& path)
{
    path.moveTo(2.5, 12.5);
    path.lineTo(2.5, 3.5);
    path.lineTo(6.5, 3.5);
    path.lineTo(8, 5.5);
    path.lineTo(13.5, 5.5);
    path.lineTo(13.5, 12.5);
    path.closeSubpath();
}

void paste(QPainterPath& path)
{
    path.addRoundedRect(QRectF(3.5, 3.5, 9, 10), 1.5, 1.5);
    path.addRoundedRect(QRectF(6, 2, 4, 3), 1, 1);
}

void check(QPainterPath& path)
{
    path.moveTo(3.5, 8.5);
    path.lineTo(6.7, 11.7);
    path.lineTo(12.5, 4.8);
}

void plus(QPainterPath& path)
{
    path.moveTo(8, 3);
    path.lineTo(8, 13);
    path.moveTo(3, 8);
    path.lineTo(13, 8);
}

void minus(QPainterPath& path)
{
    path.moveTo(3, 8);
    path.lineTo(13, 8);
}

void fit(QPainterPath& path)
{
    for (const double x : {3.0, 13.0})
        for (const double y : {3.0, 13.0}) {
            const double in = x < 8 ? 3 : -3;
            const double down = y < 8 ? 3 : -3;
            path.moveTo(x + in, y);
            path.lineTo(x, y);
            path.lineTo(x, y + down);
        }
}

/// Two arcs that chase each other: money that goes round.
void gyreMark(QPainterPath& path)
{
    const QRectF ring(2.5, 2.5, 11, 11);
    path.arcMoveTo(ring, 20);
    path.arcTo(ring, 20, 130);
    path.arcMoveTo(ring, 200);
    path.arcTo(ring, 200, 130);
    arrow(path, {3, 5.4}, {3.2, 2.2}, {6.4, 5.2});
    arrow(path, {13, 10.6}, {12.8, 13.8}, {9.6, 10.8});
}

Strokes strokesOf(Sign sign)
{
    switch (sign) {
    case Sign::Undo:
        return undo;
    case Sign::Redo:
        return redo;
    case Sign::Back:
        return back;
    case Sign::Forward:
        return forward;
    case Sign::Search:
        return search;
    case Sign::Close:
    case Sign::Cross:
        return cross;
    case Sign::Open:
        return open;
    case Sign::Paste:
        return paste;
    case Sign::Check:
        return check;
    case Sign::ZoomIn:
        return plus;
    case Sign::ZoomOut:
        return minus;
    case Sign::Fit:
        return fit;
    case Sign::Gyre:
        return gyreMark;
    }
    return cross;
}

class SignEngine : public QIconEngine
{
public:
    explicit SignEngine(Sign sign)
        : m_sign(sign)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QColor colour = m_sign == Sign::Gyre ? palette.color(QPalette::Link)
                                                   : palette.color(group, QPalette::ButtonText);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 16.0, rect.height() / 16.0);
        painter->setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        QPainterPath path;
        strokesOf(m_sign)(path);
        painter->drawPath(path);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new SignEngine(m_sign); }

private:
    Sign m_sign;
};

} // namespace

QIcon icon(Sign sign)
{
    return QIcon(new SignEngine(sign));
}

} // namespace gyre
