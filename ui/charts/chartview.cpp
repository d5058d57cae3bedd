#include "ui/charts/chartview.h"

#include "ui/charts/drawnchart.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace gyre {

namespace {

/// A tool tip's text is ours and often of a file: never markup.
QString plain(const QString& text)
{
    return QStringLiteral("<p style='white-space:pre-wrap'>") + text.toHtmlEscaped() +
           QStringLiteral("</p>");
}

} // namespace

ChartView::ChartView(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Chart"));
}

ChartView::~ChartView() = default;

void ChartView::setScene(ChartScene scene)
{
    m_scene = std::move(scene);
    setAccessibleName(m_scene.kind == ChartKind::Valuations ? tr("Chart of valuations")
                                                            : tr("Chart of ownership"));
    m_current.reset();
    invalidate();
}

void ChartView::setSelected(std::optional<ValuationId> valuation, std::optional<StakeId> stake)
{
    if (m_valuation == valuation && m_stake == stake)
        return;
    m_valuation = valuation;
    m_stake = stake;
    update();
}

const std::vector<ChartMark>& ChartView::marks() const
{
    return drawn().marks;
}

QSize ChartView::minimumSizeHint() const
{
    return {320, 220};
}

QSize ChartView::sizeHint() const
{
    return {900, 560};
}

void ChartView::invalidate()
{
    m_drawn.reset();
    m_cache = QPixmap();
    update();
}

const DrawnChart& ChartView::drawn() const
{
    if (!m_drawn) {
        ChartScene scene = m_scene;
        scene.look.size = size();
        scene.look.isTransparent = false;
        scene.look.theme =
            palette().color(QPalette::Base).lightness() < 128 ? ThemeName::Dark : ThemeName::Light;
        m_drawn = std::make_unique<const DrawnChart>(gyre::drawn(scene));
    }
    return *m_drawn;
}

std::optional<std::size_t> ChartView::markAt(QPointF at) const
{
    return gyre::markAt(drawn(), at);
}

bool ChartView::isSelected(const ChartMark& mark) const
{
    if (mark.hit.isBackground)
        return false;
    return (m_valuation && mark.hit.valuation == m_valuation) ||
           (m_stake && mark.hit.stake == m_stake);
}

void ChartView::paintEvent(QPaintEvent* /*event*/)
{
    const DrawnChart& chart = drawn();
    if (!m_current && accessibleDescription() != chart.title)
        setAccessibleDescription(chart.title);
    const double ratio = devicePixelRatioF();
    if (m_cache.isNull()) {
        m_cache = QPixmap(size() * ratio);
        m_cache.setDevicePixelRatio(ratio);
        m_cache.fill(chart.palette.canvas);
        QPainter painter(&m_cache);
        paint(chart, painter);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_cache);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < chart.marks.size(); ++i) {
        const ChartMark& mark = chart.marks.at(i);
        if (isSelected(mark)) {
            painter.setPen(QPen(chart.palette.accent, 3));
            painter.drawPath(mark.outline);
        } else if (m_current == i) {
            painter.setPen(QPen(chart.palette.ink, 1.5));
            painter.drawPath(mark.outline);
        }
    }
}

void ChartView::setCurrent(std::optional<std::size_t> mark)
{
    if (m_current == mark)
        return;
    m_current = mark;
    update();
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<std::size_t> mark = markAt(event->position());
    setCurrent(mark);
    setCursor(mark ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!mark)
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPosition().toPoint(),
                           plain(drawn().marks.at(*mark).hit.readOut), this);
}

void ChartView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const std::optional<std::size_t> mark = markAt(event->position());
    setCurrent(mark);
    if (mark)
        choose(*mark);
    else
        emit nothingClicked();
}

void ChartView::choose(std::size_t mark)
{
    const ChartHit hit = drawn().marks.at(mark).hit;
    if (hit.isBackground && hit.firm)
        emit firmClicked(*hit.firm);
    else if (hit.valuation)
        emit valuationClicked(*hit.valuation);
    else if (hit.stake)
        emit stakeClicked(*hit.stake);
}

void ChartView::leaveEvent(QEvent* /*event*/)
{
    if (!hasFocus())
        setCurrent(std::nullopt);
}

void ChartView::step(int by)
{
    const auto count = static_cast<int>(drawn().marks.size());
    if (count == 0)
        return;
    const int from = m_current ? static_cast<int>(*m_current) : by > 0 ? -1 : count;
    setCurrent(static_cast<std::size_t>(std::clamp(from + by, 0, count - 1)));
    announce();
}

/// Says the mark under the keyboard to the eye and to a screen reader.
void ChartView::announce()
{
    const ChartMark& mark = drawn().marks.at(*m_current);
    setAccessibleDescription(mark.hit.readOut);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    QToolTip::showText(mapToGlobal(mark.anchor.toPoint() + QPoint(10, 10)), plain(mark.hit.readOut),
                       this);
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        step(1);
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
        step(-1);
        return;
    case Qt::Key_Home:
        step(-static_cast<int>(drawn().marks.size()));
        return;
    case Qt::Key_End:
        step(static_cast<int>(drawn().marks.size()));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current)
            choose(*m_current);
        return;
    case Qt::Key_Escape:
        setCurrent(std::nullopt);
        QToolTip::hideText();
        emit nothingClicked();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ChartView::focusInEvent(QFocusEvent* event)
{
    const bool isByKey =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (isByKey && !m_current && !drawn().marks.empty()) {
        setCurrent(0);
        announce();
    }
    QWidget::focusInEvent(event);
}

void ChartView::focusOutEvent(QFocusEvent* event)
{
    setCurrent(std::nullopt);
    QWidget::focusOutEvent(event);
}

bool ChartView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip)
        return true; // shown while the pointer moves, without delay
    return QWidget::event(event);
}

void ChartView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        invalidate();
    QWidget::changeEvent(event);
}

void ChartView::resizeEvent(QResizeEvent* event)
{
    m_current.reset();
    invalidate();
    QWidget::resizeEvent(event);
}

} // namespace gyre
