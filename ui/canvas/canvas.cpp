#include "ui/canvas/canvas.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

constexpr double zoomStep = 1.25;
constexpr double leastZoom = 0.1;
constexpr double mostZoom = 12;
constexpr int clickSlop = 4;

double manhattan(QPointF v)
{
    return std::abs(v.x()) + std::abs(v.y());
}

} // namespace

Canvas::Canvas(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Network"));
    describe();
}

void Canvas::setPicture(Picture picture)
{
    m_picture = std::move(picture);
    m_hits = Hits(m_picture);
    m_hovered.reset();
    m_drag.reset();
    if (m_grip == Grip::Firm)
        m_grip = Grip::None;
    if (discOf(m_currentFirm) == nullptr)
        m_currentFirm = {};
    if (arcOf(m_currentDeal) == nullptr)
        m_currentDeal = {};
    if (m_isFitted)
        fit();
    describe();
    update();
}

void Canvas::setEmphasis(Emphasis emphasis)
{
    if (m_emphasis == emphasis)
        return;
    m_emphasis = std::move(emphasis);
    update();
}

QPointF Canvas::toWidget(QPointF picturePoint) const
{
    return m_origin + picturePoint * m_zoom;
}

QPointF Canvas::toPicture(QPointF widgetPoint) const
{
    return (widgetPoint - m_origin) / m_zoom;
}

std::optional<Hit> Canvas::hitAt(QPointF widgetPoint) const
{
    return m_hits.at(toPicture(widgetPoint), m_zoom);
}

const Disc* Canvas::discOf(FirmId firm) const
{
    const auto found =
        std::find_if(m_picture.discs.begin(), m_picture.discs.end(),
                     [firm](const Disc& disc) { return firm.isValid() && disc.firm == firm; });
    return found == m_picture.discs.end() ? nullptr : &*found;
}

const Arc* Canvas::arcOf(DealId deal) const
{
    const auto found =
        std::find_if(m_picture.arcs.begin(), m_picture.arcs.end(),
                     [deal](const Arc& arc) { return deal.isValid() && arc.deal == deal; });
    return found == m_picture.arcs.end() ? nullptr : &*found;
}

double Canvas::fitZoom() const
{
    if (m_picture.size.isEmpty() || size().isEmpty())
        return 1;
    return std::min(width() / m_picture.size.width(), height() / m_picture.size.height());
}

void Canvas::fit()
{
    m_isFitted = true;
    m_zoom = fitZoom();
    const QSizeF shown = m_picture.size * m_zoom;
    m_origin = QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2);
    emit zoomChanged(m_zoom);
    update();
}

void Canvas::zoomIn()
{
    zoomAt(QPointF(rect().center()), zoomStep);
}

void Canvas::zoomOut()
{
    zoomAt(QPointF(rect().center()), 1 / zoomStep);
}

/// What lies under the pointer stays under the pointer.
void Canvas::zoomAt(QPointF widgetPoint, double factor)
{
    const double wanted = std::clamp(m_zoom * factor, leastZoom, mostZoom);
    const QPointF anchor = toPicture(widgetPoint);
    m_zoom = wanted;
    m_origin = widgetPoint - anchor * m_zoom;
    m_isFitted = false;
    keepInSight();
    emit zoomChanged(m_zoom);
    update();
}

/// A corner of the picture always stays in the widget: nobody gets lost in white.
void Canvas::keepInSight()
{
    constexpr double margin = 80;
    const QSizeF shown = m_picture.size * m_zoom;
    const double left = std::min(margin - shown.width(), 0.0);
    const double top = std::min(margin - shown.height(), 0.0);
    m_origin.setX(std::clamp(m_origin.x(), left, std::max(left, width() - margin)));
    m_origin.setY(std::clamp(m_origin.y(), top, std::max(top, height() - margin)));
}

void Canvas::reveal(FirmId firm)
{
    const Disc* disc = discOf(firm);
    if (disc != nullptr)
        revealPoint(disc->centre);
}

void Canvas::reveal(DealId deal)
{
    const Arc* arc = arcOf(deal);
    if (arc != nullptr && !arc->path.isEmpty())
        revealPoint(arc->path[arc->path.size() / 2]);
}

void Canvas::revealPoint(QPointF picturePoint)
{
    const QPointF at = toWidget(picturePoint);
    if (QRectF(rect()).contains(at))
        return;
    m_origin += QPointF(rect().center()) - at;
    m_isFitted = false;
    update();
}

/// A firm lets its deals and their other ends stand out, a deal its two ends.
Emphasis Canvas::neighbourhood(const Hit& hit) const
{
    Emphasis near;
    const auto addDeal = [&near](const Arc& arc) {
        near.deals.insert(arc.deal);
        for (const FirmId firm : {arc.from, arc.to})
            if (firm.isValid())
                near.firms.insert(firm);
    };
    if (const auto* onArc = std::get_if<ArcHit>(&hit)) {
        addDeal(m_picture.arcs[onArc->index]);
        return near;
    }
    const Disc& disc = m_picture.discs[std::get<DiscHit>(hit).index];
    if (disc.firm.isValid())
        near.firms.insert(disc.firm);
    for (const Arc& arc : m_picture.arcs)
        if (disc.firm.isValid() ? arc.from == disc.firm || arc.to == disc.firm
                                : arc.deal == disc.payerOf)
            addDeal(arc);
    return near;
}

Emphasis Canvas::shownEmphasis() const
{
    if (!m_hovered || m_grip != Grip::None)
        return m_emphasis;
    Emphasis shown = neighbourhood(*m_hovered);
    shown.selectedFirm = m_emphasis.selectedFirm;
    shown.selectedDeal = m_emphasis.selectedDeal;
    return shown;
}

void Canvas::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_picture.background.isValid() ? m_picture.background
                                                            : palette().color(QPalette::Base));
    painter.translate(m_origin);
    painter.scale(m_zoom, m_zoom);
    paint(m_picture, painter, shownEmphasis());
    if (hasFocus())
        paintFocus(painter);
}

void Canvas::paintFocus(QPainter& painter) const
{
    QPainterPath ring;
    if (const Disc* disc = discOf(m_currentFirm)) {
        Disc around = *disc;
        around.radius += 5;
        ring = outline(around);
    } else if (const Arc* arc = arcOf(m_currentDeal)) {
        Arc around = *arc;
        around.width += 8;
        ring = outline(around).simplified();
    }
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_picture.palette.accent, 1.6);
    pen.setDashPattern({3, 2});
    painter.strokePath(ring, pen);
}

void Canvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_isFitted)
        fit();
    emit resized(QSizeF(size()));
}

bool Canvas::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        showToolTip(help->globalPos(), help->pos());
        return true;
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(gesture->position(), 1 + gesture->value());
            return true;
        }
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
        m_origin += at - m_lastAt;
        m_isFitted = false;
        keepInSight();
        update();
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
        setCurrent({}, {});
        emit emptyClicked();
        return;
    }
    if (const auto* onArc = std::get_if<ArcHit>(&*hit)) {
        setCurrent({}, m_picture.arcs[onArc->index].deal);
    } else {
        const Disc& disc = m_picture.discs[std::get<DiscHit>(*hit).index];
        setCurrent(disc.firm, disc.firm.isValid() ? DealId() : disc.payerOf);
    }
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

void Canvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !hitAt(event->position()))
        fit();
    else
        mousePressEvent(event);
}

/// A payer of many stands for its deal.
Canvas::Parts Canvas::partsOf(const Hit& hit) const
{
    if (const auto* arc = std::get_if<ArcHit>(&hit))
        return {{}, m_picture.arcs[arc->index].deal};
    const Disc& disc = m_picture.discs[std::get<DiscHit>(hit).index];
    return disc.firm.isValid() ? Parts{disc.firm, {}} : Parts{{}, disc.payerOf};
}

void Canvas::hover(std::optional<Hit> hit)
{
    if (hit == m_hovered)
        return;
    m_hovered = hit;
    if (!m_isSpaceHeld)
        setCursor(hit ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    const auto [firm, deal] = hit ? partsOf(*hit) : Parts();
    emit hovered(firm, deal);
}

void Canvas::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    hover(std::nullopt);
}

void Canvas::contextMenuEvent(QContextMenuEvent* event)
{
    Parts parts{m_currentFirm, m_currentDeal};
    if (event->reason() == QContextMenuEvent::Mouse) {
        const auto hit = hitAt(event->pos());
        parts = hit ? partsOf(*hit) : Parts();
    }
    const auto [firm, deal] = parts;
    if (firm.isValid())
        emit firmMenuRequested(firm, event->globalPos());
    else if (deal.isValid())
        emit dealMenuRequested(deal, event->globalPos());
    else
        emit emptyMenuRequested(event->globalPos());
}

} // namespace gyre
