// What the view of a text paints: its marks, the words chosen, the text over them.
#include "ui/panels/textview.h"
#include "ui/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

namespace gyre {

namespace {

TextSpan common(TextSpan a, TextSpan b)
{
    return {std::max(a.start, b.start), std::min(a.end, b.end)};
}

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

} // namespace

void TextView::paintMark(QPainter& painter, const TextMark& mark, std::size_t block) const
{
    const bool isHovered = m_hoveredMark && m_marks[*m_hoveredMark].span == mark.span;
    const bool isDarkTheme = isDark(palette());
    const QColor colour = m_subjects[mark.subject].colour;
    for (const QRectF& box : lineBoxes(block, mark.span)) {
        if (mark.shape == TextMark::Shape::Underline ||
            mark.shape == TextMark::Shape::DottedUnderline) {
            const auto style =
                mark.shape == TextMark::Shape::Underline ? Qt::SolidLine : Qt::DotLine;
            painter.setPen(QPen(colour, isHovered ? 2.2 : 1.4, style));
            painter.drawLine(box.bottomLeft() + QPointF(0, 1), box.bottomRight() + QPointF(0, 1));
            continue;
        }
        const double strength =
            double(mark.strength) * ((isDarkTheme ? 0.55 : 0.34) + (isHovered ? 0.2 : 0));
        const bool isDashed = mark.shape == TextMark::Shape::DashedPlate;
        painter.setPen(isDashed ? QPen(withAlpha(colour, 0.9), 1, Qt::DashLine) : QPen(Qt::NoPen));
        painter.setBrush(withAlpha(colour, isDashed ? strength / 2 : strength));
        painter.drawRoundedRect(box.adjusted(-2, -1, 2, 1), 3, 3);
    }
}

/// One outline round all lines of the words: boxes are as high as lines are apart.
QPainterPath TextView::outlineOf(std::size_t block, TextSpan span) const
{
    QPainterPath outline;
    const double more = (lineHeight() - QFontMetricsF(font()).height()) / 2;
    for (const QRectF& box : lineBoxes(block, span))
        outline.addRect(box.adjusted(-2, -more, 2, more));
    return outline.simplified();
}

void TextView::paintGround(QPainter& painter, std::size_t block,
                           const std::vector<TextSpan>& spans) const
{
    for (const TextSpan span : spans)
        painter.fillPath(outlineOf(block, span), coloursOf(palette()).accentSoft);
}

void TextView::paintFrame(QPainter& painter, std::size_t block) const
{
    painter.setPen(QPen(coloursOf(palette()).accent, 1.4));
    painter.setBrush(Qt::NoBrush);
    for (const TextSpan span : m_chosen)
        painter.drawPath(outlineOf(block, span));
}

void TextView::paintBlock(QPainter& painter, std::size_t block) const
{
    const TextSpan span = m_blocks[block].span;
    paintGround(painter, block, m_lit);
    paintGround(painter, block, m_chosen);
    for (const std::size_t mark : marksIn(span))
        paintMark(painter, m_marks[mark], block);
    QList<QTextLayout::FormatRange> formats;
    if (const TextSpan part = common(selectedSpan(), span); !part.isEmpty()) {
        QTextLayout::FormatRange range;
        range.start = part.start - span.start;
        range.length = part.length();
        range.format.setBackground(coloursOf(palette()).accent);
        range.format.setForeground(coloursOf(palette()).onAccent);
        formats << range;
    }
    painter.setPen(palette().color(QPalette::Text));
    layout(block).draw(&painter, {0, m_tops[block] - verticalScrollBar()->value()}, formats);
    paintFrame(painter, block);
}

void TextView::paintEvent(QPaintEvent* event)
{
    if (m_blocks.empty())
        return;
    settle();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(event->rect());
    const int top = verticalScrollBar()->value();
    for (std::size_t i = blockAtHeight(top);
         i < m_blocks.size() && m_tops[i] < top + viewport()->height(); ++i)
        paintBlock(painter, i);
    if (m_currentMark && hasFocus())
        for (const QRectF& box : boxes(m_marks[*m_currentMark].span)) {
            painter.setPen(QPen(coloursOf(palette()).accent, 1.4, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box.adjusted(-4, -2.5, 4, 2.5), 4, 4);
        }
}

} // namespace gyre
