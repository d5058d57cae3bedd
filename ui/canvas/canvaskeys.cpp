// The keyboard's half of the canvas.
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvasaccess.h"
#include "ui/canvas/travel.h"

#include <QKeyEvent>

#include <algorithm>

namespace gyre {

namespace {

std::optional<QPointF> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return QPointF(-1, 0);
    case Qt::Key_Right:
        return QPointF(1, 0);
    case Qt::Key_Up:
        return QPointF(0, -1);
    case Qt::Key_Down:
        return QPointF(0, 1);
    default:
        return std::nullopt;
    }
}

} // namespace

void Canvas::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return fit();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return activateCurrent();
    case Qt::Key_Escape:
        return clear();
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (!travelAmongDeals(event->key() == Qt::Key_PageDown ? 1 : -1))
            QWidget::keyPressEvent(event);
        return;
    case Qt::Key_Space:
        m_isSpaceHeld = true;
        if (m_grip == Grip::None)
            setCursor(Qt::OpenHandCursor);
        return;
    default:
        if (!travel(event->key(), event->modifiers().testFlag(Qt::ControlModifier)))
            QWidget::keyPressEvent(event);
    }
}

void Canvas::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space)
        return QWidget::keyReleaseEvent(event);
    if (event->isAutoRepeat())
        return;
    m_isSpaceHeld = false;
    if (m_grip == Grip::None)
        setCursor(Qt::ArrowCursor);
}

bool Canvas::callOffDrag()
{
    const bool isDragging = m_grip == Grip::Firm && m_drag;
    if (isDragging) {
        m_picture = m_drag->before();
        m_grip = Grip::None;
        setCursor(Qt::ArrowCursor);
        update();
    }
    m_drag.reset();
    return isDragging;
}

/// A drag under way is called off; else whatever was current or selected is let go.
void Canvas::clear()
{
    if (callOffDrag())
        return;
    setCurrent({});
    m_hovered.reset();
    update();
    emit cleared();
}

bool Canvas::travel(int key, bool isControl)
{
    const auto direction = directionOf(key);
    if (!direction)
        return false;
    if (const Arc* arc = arcOf(m_current.deal))
        return travelAlong(*arc, *direction, isControl);
    if (!m_current.firm.isValid())
        return travelToNextFirm(1);
    if (isControl) {
        if (const auto deal = dealTowards(m_picture, m_current.firm, *direction))
            goTo({{}, *deal});
    } else if (const auto firm = firmTowards(m_picture, m_current.firm, *direction)) {
        goTo({*firm, {}});
    }
    return true;
}

/// From a deal: to the end that lies that way; with Ctrl to the next deal beside it.
bool Canvas::travelAlong(const Arc& arc, QPointF direction, bool isControl)
{
    if (isControl) {
        const FirmId start = anchorOf(arc);
        if (const auto deal = dealTowards(m_picture, start, direction, arc.deal))
            goTo({{}, *deal});
        return true;
    }
    if (arc.path.size() < 2)
        return true;
    const bool isForward = QPointF::dotProduct(arc.path.last() - arc.path.first(), direction) >= 0;
    const FirmId end = isForward ? arc.to : arc.from;
    goTo({end.isValid() ? end : arc.to, {}});
    return true;
}

FirmId Canvas::anchorOf(const Arc& arc) const
{
    const bool isEnd = m_anchor.isValid() && (arc.from == m_anchor || arc.to == m_anchor);
    return isEnd ? m_anchor : arc.from.isValid() ? arc.from : arc.to;
}

/// Round and round through the deals of the firm that one came from.
bool Canvas::travelAmongDeals(int step)
{
    const Arc* arc = arcOf(m_current.deal);
    const FirmId firm = arc != nullptr ? anchorOf(*arc) : m_current.firm;
    const std::vector<DealId> deals = dealsOf(m_picture, firm);
    if (deals.empty())
        return false;
    const auto count = std::ssize(deals);
    const auto here = std::find(deals.begin(), deals.end(), m_current.deal);
    const auto at = here == deals.end() ? (step > 0 ? -1 : count) : here - deals.begin();
    goTo({{}, deals[static_cast<std::size_t>((at + step + count) % count)]});
    return true;
}

bool Canvas::travelToNextFirm(int step)
{
    const std::vector<std::size_t> order = readingOrder(m_picture);
    if (order.empty())
        return false;
    FirmId from = m_current.firm;
    if (const Arc* arc = arcOf(m_current.deal))
        from = arc->to;
    const auto current = std::find_if(order.begin(), order.end(), [this, from](std::size_t i) {
        return from.isValid() && m_picture.discs[i].firm == from;
    });
    std::ptrdiff_t next = step > 0 ? 0 : std::ssize(order) - 1;
    if (current != order.end())
        next = current - order.begin() + step;
    if (next < 0 || next >= std::ssize(order)) {
        setCurrent({});
        return false;
    }
    goTo({m_picture.discs[order[static_cast<std::size_t>(next)]].firm, {}});
    return true;
}

void Canvas::setCurrent(const CanvasItem& item)
{
    if (m_current == item)
        return;
    m_current = item;
    if (item.firm.isValid())
        m_anchor = item.firm;
    if (hasFocus())
        tellOfFocus(*this, m_current);
    update();
}

/// By keyboard one may come to what is out of sight; what is clicked never is.
void Canvas::goTo(const CanvasItem& item)
{
    // What the pointer rests on is no longer what is looked at.
    hover(std::nullopt);
    setCurrent(item);
    if (item.firm.isValid())
        reveal(item.firm);
    else if (item.deal.isValid())
        reveal(item.deal);
}

void Canvas::activateCurrent()
{
    if (m_current.firm.isValid())
        emit firmClicked(m_current.firm);
    else if (const Arc* arc = arcOf(m_current.deal); arc != nullptr && arc->merged.size() > 1)
        emit pairClicked(arc->merged);
    else if (m_current.deal.isValid())
        emit dealClicked(m_current.deal);
}

/// What a screen reader says of the whole; firms and deals speak for themselves.
void Canvas::describe()
{
    const QString text =
        m_picture.description.isEmpty() ? tr("An empty network") : m_picture.description;
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
}

void Canvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    tellOfFocus(*this, m_current);
    update();
}

void Canvas::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_isSpaceHeld = false;
    update();
}

} // namespace gyre
