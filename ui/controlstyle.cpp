#include "ui/controlstyle.h"

#include "ui/style.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include <array>

namespace gyre {

namespace {

constexpr double corner = 3;

void drawFrame(QPainter& painter, const QRect& around, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(around).adjusted(0.7, 0.7, -0.7, -0.7), corner, corner);
    painter.restore();
}

void drawTick(QPainter& painter, const QRectF& box, const QColor& colour)
{
    const QPointF at = box.topLeft();
    const double side = box.width();
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const std::array tick{at + QPointF(0.24, 0.53) * side, at + QPointF(0.43, 0.71) * side,
                          at + QPointF(0.77, 0.31) * side};
    painter.drawPolyline(tick.data(), int(tick.size()));
}

void drawCheckBox(QPainter& painter, const QStyleOption& option)
{
    const Colours& c = coloursOf(option.palette);
    const QStyle::State state = option.state;
    const bool isEnabled = state.testFlag(QStyle::State_Enabled);
    const bool isOn = state.testFlag(QStyle::State_On);
    const double side = std::min(option.rect.width(), option.rect.height());
    QRectF box(0, 0, side - 1, side - 1);
    box.moveCenter(QRectF(option.rect).center());
    const QColor line = !isEnabled ? c.control : isOn ? c.accent : c.muted;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1.2));
    painter.setBrush(isOn ? line : state.testFlag(QStyle::State_MouseOver) ? c.raised : c.panel);
    painter.drawRoundedRect(box, corner, corner);
    if (isOn)
        drawTick(painter, box, c.onAccent);
    painter.restore();
}

} // namespace

ControlStyle::ControlStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                 QPainter* painter, const QWidget* widget) const
{
    if (element == PE_IndicatorCheckBox)
        drawCheckBox(*painter, *option);
    else if (element == PE_FrameFocusRect)
        drawFrame(*painter, option->rect, coloursOf(option->palette).accent);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ControlStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                      QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const bool isField = control == CC_ComboBox || control == CC_SpinBox;
    if (isField && option->state.testFlag(State_HasFocus))
        drawFrame(*painter, option->rect, coloursOf(option->palette).accent);
}

} // namespace gyre
