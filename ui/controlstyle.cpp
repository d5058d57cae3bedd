#include "ui/controlstyle.h"

#include "ui/style.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include <array>

namespace gyre {

namespace {

constexpr double corner = 3;
/// Of the fields in the style sheet.
constexpr double fieldCorner = 6;
constexpr int fieldPadding = 13;
constexpr int arrowRoom = 24;
/// Of the height, over and under the type.
constexpr int fieldMargin = 14;

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

void drawChoice(QPainter& painter, const QStyleOptionComboBox& box)
{
    const Colours& c = coloursOf(box.palette);
    const bool isEnabled = box.state.testFlag(QStyle::State_Enabled);
    const bool hasFocus = isEnabled && box.state.testFlag(QStyle::State_HasFocus);
    const bool isUnderMouse = box.state.testFlag(QStyle::State_MouseOver) && !box.editable;
    const QRectF frame = QRectF(box.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus ? c.accent : c.control);
    painter.setBrush(!isEnabled ? c.window : isUnderMouse ? c.raised : c.panel);
    painter.drawRoundedRect(frame, fieldCorner, fieldCorner);
    const bool isMirrored = box.direction == Qt::RightToLeft;
    const double x = isMirrored ? frame.left() + arrowRoom / 2.0 : frame.right() - arrowRoom / 2.0;
    const QPointF middle(x, frame.center().y());
    painter.setPen(
        QPen(isEnabled ? c.muted : c.control, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const std::array arrow{middle + QPointF(-4, -2), middle + QPointF(0, 2),
                           middle + QPointF(4, -2)};
    painter.drawPolyline(arrow.data(), int(arrow.size()));
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
    const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (control == CC_ComboBox && box != nullptr && box->frame) {
        drawChoice(*painter, *box);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox && option->state.testFlag(State_HasFocus))
        drawFrame(*painter, option->rect, coloursOf(option->palette).accent);
}

QRect ControlStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                   SubControl part, const QWidget* widget) const
{
    const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (control != CC_ComboBox || part != SC_ComboBoxEditField || box == nullptr || !box->frame)
        return QProxyStyle::subControlRect(control, option, part, widget);
    return visualRect(
        box->direction, box->rect,
        box->rect.adjusted(fieldPadding - (box->editable ? 1 : 0), 1, -arrowRoom, -1));
}

QSize ControlStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
                                     const QSize& size, const QWidget* widget) const
{
    const QSize usual = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type != CT_ComboBox)
        return usual;
    return {usual.width() + fieldPadding,
            std::max(usual.height(), option->fontMetrics.height() + fieldMargin)};
}

} // namespace gyre
