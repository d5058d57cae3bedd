// The pointer's half of the canvas: wheel, pinch, click, drag, hover, menu.
#include "ui/canvas/canvas.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QTouchEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

constexpr double zoomStep = 1.25;
constexpr int clickSlop = 4;

bool isTouch(QEvent::Type type)
{
    return type == QEvent::TouchBegin || type == QEvent::TouchUpdate || type == QEvent::TouchEnd ||
           type == QEvent::TouchCancel;
}

double manhattan(QPointF v)
{
    return std::abs(v.x()) + std::abs(v.y());
}

} // namespace

bool Canvas::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        showToolTip(help->globalPos(), help->pos());
        return true;
    }
    if (event->type() == QEvent::NativeGesture &&
        gesture(*static_cast<QNativeGestureEvent*>(event)))
        return true;
    if (isTouch(event->type()))
        return touch(*static_cast<QTouchEvent*>(event));
    // The window's Escape knows nothing of a drag, or of where the keyboard is.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    // Tab goes round the firms first; past the last one it leaves, as everywhere.
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Tab && travelToNextFirm(1)) ||
            (key->key() == Qt::Key_Backtab && travelToNextFirm(-1)))
            return true;
    }
    return QWidget::event(event);
}

/// Of a touchpad.
bool Canvas::gesture(const QNativeGestureEvent& event)
{
    switch (event.gestureType()) {
    case Qt::ZoomNativeGesture:
        zoomAt(event.position(), std::max(0.1, 1 + event.value()));
        return true;
    case Qt::PanNativeGesture:
        panBy(event.delta());
        return true;
    case Qt::SmartZoomNativeGesture:
        fit();
        return true;
    default:
        return false;
    }
}

/// One finger does as the left button does; what is between two fingers stays there. (Qt's own
/// pinch gesture counts each movement twice in 6.4.)
bool Canvas::touch(const QTouchEvent& event)
{
    const auto& points = event.points();
    if (event.type() == QEvent::TouchCancel || event.type() == QEvent::TouchEnd) {
        if (!m_pinch && event.type() == QEvent::TouchEnd && !points.isEmpty())
            asMouse(QEvent::MouseButtonRelease, points.front());
        callOffDrag();
        m_pinch.reset();
        m_grip = Grip::None;
    } else if (points.size() >= 2) {
        pinch(points[0].position(), points[1].position());
    } else if (!m_pinch) {
        asMouse(event.type() == QEvent::TouchBegin ? QEvent::MouseButtonPress : QEvent::MouseMove,
                points.front());
    }
    return true;
}

void Canvas::pinch(QPointF first, QPointF second)
{
    const QPointF middle = (first + second) / 2;
    const double apart = std::max(1.0, QLineF(first, second).length());
    if (!m_pinch) {
        // The first finger may have gripped something.
        callOffDrag();
        m_grip = Grip::None;
        m_pinch = Pinch{toPicture(middle), apart / m_zoom};
    }
    panBy(middle - toWidget(m_pinch->anchor));
    zoomAt(middle, apart / m_pinch->apart / m_zoom);
}

void Canvas::asMouse(QEvent::Type type, const QEventPoint& point)
{
    const Qt::MouseButtons held =
        type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent mouse(type, point.position(), point.globalPosition(),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held,
                      Qt::NoModifier);
    if (type == QEvent::MouseButtonPress)
        mousePressEvent(&mouse);
    else if (type == QEvent::MouseMove)
        mouseMoveEvent(&mouse);
    else
        mouseReleaseEvent(&mouse);
}

void Canvas::showToolTip(const QPoint& globalPosition, QPointF widgetPoint)
{
    const auto hit = hitAt(widgetPoint);
    if (!hit) {
        QToolTip::hideText();
        return;
    }
    const auto* onArc = std::get_if<ArcHit>(&*hit);
    const QString text = onArc != nullptr ? m_picture.arcs[onArc->index].toolTip
                                          : m_picture.discs[std::get<DiscHit>(*hit).index].toolTip;
    QToolTip::showText(globalPosition, text, this);
}

void Canvas::wheelEvent(QWheelEvent* event)
{
    const double steps = event->angleDelta().y() / 120.0;
    if (steps != 0)
        zoomAt(event->position(), std::pow(zoomStep, steps));
    event->accept();
}

void Canvas::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = m_lastAt = event->position();
    const auto hit = hitAt(event->position());
    if (event->button() == Qt::MiddleButton ||
        (event->button() == Qt::LeftButton && m_isSpaceHeld)) {
        m_grip = Grip::Pan;
        setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton) {
        m_grip = Grip::Click;
        const auto* onDisc = hit ? std::get_if<DiscHit>(&*hit) : nullptr;
        if (onDisc != nullptr && m_picture.discs[onDisc->index].firm.isValid())
            m_drag = Drag(m_picture, onDisc->index, toPicture(event->position()));
    }
}

void Canvas::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (m_grip == Grip::None)
        return hover(hitAt(at));
    if (m_grip == Grip::Click && manhattan(at - m_pressedAt) >= clickSlop) {
        m_grip = m_drag ? Grip::Firm : Grip::Pan;
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_grip == Grip::Firm) {
        m_picture = m_drag->movedTo(toPicture(at));
        update();
    } else if (m_grip == Grip::Pan) {
        panBy(at - m_lastAt);
    }
    m_lastAt = at;
}

void Canvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_grip == Grip::None)
        return;
    const Grip grip = std::exchange(m_grip, Grip::None);
    const auto drag = std::exchange(m_drag, std::nullopt);
    if (grip == Grip::Click)
        click(event->position());
    else if (grip == Grip::Firm && drag)
        drop(*drag);
    setCursor(m_isSpaceHeld ? Qt::OpenHandCursor : Qt::ArrowCursor);
    hover(hitAt(event->position()));
}

void Canvas::click(QPointF widgetPoint)
{
    const auto hit = hitAt(widgetPoint);
    if (!hit) {
        setCurrent({});
        emit emptyClicked();
        return;
    }
    setCurrent(itemOf(*hit));
    activateCurrent();
}

void Canvas::drop(const Drag& drag)
{
    m_hits = Hits(m_picture);
    const Disc& disc = m_picture.discs[drag.disc()];
    const Point to{(disc.centre.x() - m_picture.shift.x()) / m_picture.scaleX,
                   (disc.centre.y() - m_picture.shift.y()) / m_picture.scaleY};
    emit firmDragged(disc.firm, to);
}

bool Canvas::isOnTitle(QPointF widgetPoint) const
{
    constexpr double reach = 6;
    const QPointF at = toPicture(widgetPoint);
    return std::any_of(m_picture.furniture.begin(), m_picture.furniture.end(),
                       [at](const Furniture& piece) {
                           return piece.what == u"title" &&
                                  piece.box.adjusted(-reach, -reach, reach, reach).contains(at);
                       });
}

void Canvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && isOnTitle(event->position()))
        emit titleActivated();
    else if (event->button() == Qt::LeftButton && !hitAt(event->position()))
        fit();
    else
        mousePressEvent(event);
}

/// A payer of many stands for its deal.
CanvasItem Canvas::itemOf(const Hit& hit) const
{
    if (const auto* arc = std::get_if<ArcHit>(&hit))
        return {{}, m_picture.arcs[arc->index].deal};
    const Disc& disc = m_picture.discs[std::get<DiscHit>(hit).index];
    return disc.firm.isValid() ? CanvasItem{disc.firm, {}} : CanvasItem{{}, disc.payerOf};
}

CanvasItem Canvas::itemAt(QPointF widgetPoint) const
{
    const auto hit = hitAt(widgetPoint);
    return hit ? itemOf(*hit) : CanvasItem();
}

void Canvas::hover(std::optional<Hit> hit)
{
    if (hit == m_hovered)
        return;
    m_hovered = hit;
    if (!m_isSpaceHeld)
        setCursor(hit ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    const auto [firm, deal] = hit ? itemOf(*hit) : CanvasItem();
    emit hovered(firm, deal);
}

void Canvas::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    hover(std::nullopt);
}

void Canvas::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Mouse)
        askForMenu(itemAt(event->pos()), event->globalPos());
    else
        askForMenu();
}

/// By keyboard: beside what it is about.
void Canvas::askForMenu()
{
    const QPointF at =
        m_current.isValid() ? toWidget(boxOf(m_current).center()) : QPointF(rect().center());
    askForMenu(m_current, mapToGlobal(at.toPoint()));
}

void Canvas::askForMenu(const CanvasItem& item, QPoint globalPosition)
{
    if (item.firm.isValid())
        emit firmMenuRequested(item.firm, globalPosition);
    else if (item.deal.isValid())
        emit dealMenuRequested(item.deal, globalPosition);
    else
        emit emptyMenuRequested(globalPosition);
}

} // namespace gyre
