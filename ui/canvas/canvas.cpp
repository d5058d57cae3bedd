#include "ui/canvas/canvas.h"

#include "ui/canvas/canvasaccess.h"

#include <QAccessible>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

constexpr double zoomStep = 1.25;
constexpr double leastZoom = 0.1;
constexpr double mostZoom = 12;

} // namespace

Canvas::Canvas(QWidget* parent)
    : QWidget(parent)
{
    // Before anything that a screen reader is told of: it would ask, and be given a mere widget.
    installCanvasAccess();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Network"));
    m_sightTimer.setSingleShot(true);
    m_sightTimer.setInterval(200);
    connect(&m_sightTimer, &QTimer::timeout, this, [this] { tellOfSight(*this); });
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
    if (!has(m_current))
        m_current = {};
    if (m_isFitted)
        fit();
    describe();
    seeAnew();
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
                     [deal](const Arc& arc) { return deal.isValid() && arc.standsFor(deal); });
    return found == m_picture.arcs.end() ? nullptr : &*found;
}

QRectF Canvas::sight() const
{
    return {toPicture(QPointF(0, 0)), toPicture(QPointF(width(), height()))};
}

bool Canvas::has(const CanvasItem& item) const
{
    return discOf(item.firm) != nullptr || arcOf(item.deal) != nullptr;
}

QString Canvas::spoken(const CanvasItem& item) const
{
    if (const Disc* disc = discOf(item.firm))
        return disc->spoken.isEmpty() ? disc->label.text : disc->spoken;
    const Arc* arc = arcOf(item.deal);
    return arc == nullptr ? QString() : arc->spoken.isEmpty() ? arc->label.text : arc->spoken;
}

QString Canvas::spokenDetail(const CanvasItem& item) const
{
    const Arc* arc = arcOf(item.deal);
    return arc == nullptr ? QString() : arc->spokenDetail;
}

QRectF Canvas::boxOf(const CanvasItem& item) const
{
    const auto with = [](const QRectF& shape, const PictureText& label) {
        return label.isShown ? shape.united(label.box) : shape;
    };
    if (const Disc* disc = discOf(item.firm))
        return with(outline(*disc).boundingRect(), disc->label);
    const Arc* arc = arcOf(item.deal);
    return arc == nullptr ? QRectF() : with(arc->path.boundingRect(), arc->label);
}

void Canvas::seeAnew()
{
    ++m_sightNumber;
    if (QAccessible::isActive())
        m_sightTimer.start();
    update();
}

bool Canvas::isSelected(const CanvasItem& item) const
{
    const Arc* arc = arcOf(item.deal);
    return arc != nullptr ? arc->standsFor(m_selected.deal) : item.isValid() && item == m_selected;
}

void Canvas::setSelected(CanvasItem item)
{
    if (item == m_selected)
        return;
    tellOfSelection(*this, std::exchange(m_selected, item), item);
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
    seeAnew();
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
    seeAnew();
}

void Canvas::panBy(QPointF step)
{
    m_origin += step;
    m_isFitted = false;
    keepInSight();
    seeAnew();
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
    seeAnew();
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
    if (const Disc* disc = discOf(m_current.firm)) {
        Disc around = *disc;
        around.radius += 5;
        ring = outline(around);
    } else if (const Arc* arc = arcOf(m_current.deal)) {
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

} // namespace gyre
