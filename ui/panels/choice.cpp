#include "ui/panels/choice.h"

#include "ui/style.h"

#include <QPainter>

namespace gyre {

namespace {

constexpr int padding = 11;
constexpr int arrowRoom = 22;

} // namespace

Choice::Choice(QWidget* parent)
    : QComboBox(parent)
{
    setMaxVisibleItems(20);
}

QSize Choice::sizeHint() const
{
    return {QComboBox::sizeHint().width(), fontMetrics().height() + 14};
}

QSize Choice::minimumSizeHint() const
{
    return {80, fontMetrics().height() + 14};
}

void Choice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours& c = coloursOf(palette());
    painter.setPen(hasFocus() ? c.accent : c.control);
    painter.setBrush(underMouse() ? c.raised : c.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(c.ink);
    const QRect inside = rect().adjusted(padding, 0, -arrowRoom, 0);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(currentText(), Qt::ElideRight, inside.width()));
    painter.drawText(rect().adjusted(0, 0, -padding + 2, 0), Qt::AlignRight | Qt::AlignVCenter,
                     QStringLiteral("▾"));
}

} // namespace gyre
