#include "ui/panels/celldelegate.h"

#include "ui/style.h"

#include <QPainter>

namespace gyre {

namespace {

constexpr int wrapping = Qt::TextWordWrap | Qt::TextWrapAnywhere;

int flagsOf(const QString& text, int width)
{
    const QFontMetrics metrics(windowFont());
    const auto words = text.split(u' ');
    const bool breaksWords = std::any_of(words.begin(), words.end(), [&](const QString& word) {
        return metrics.horizontalAdvance(word) > width;
    });
    return breaksWords ? wrapping : int(Qt::TextWordWrap);
}

} // namespace

int CellDelegate::heightOf(const QString& text, int width)
{
    const QFontMetrics metrics(windowFont());
    const int inside = std::max(1, width - padding);
    if (metrics.horizontalAdvance(text) < inside)
        return rowHeight;
    const QRect room(0, 0, inside, 10'000);
    return std::max(rowHeight,
                    metrics.boundingRect(room, flagsOf(text, inside), text).height() + 14);
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const QPalette& palette = option.palette;
    const QRect cell = option.rect;
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(cell, palette.color(QPalette::Highlight));
    if (option.state.testFlag(QStyle::State_HasFocus))
        painter->fillRect(cell.left(), cell.top(), 3, cell.height(), palette.color(QPalette::Link));
    painter->fillRect(cell.left(), cell.bottom(), cell.width(), 1, palette.color(QPalette::Mid));
    painter->setFont(windowFont());
    painter->setPen(palette.color(QPalette::Text));
    const QRect inside = cell.adjusted(padding / 2, 0, -padding / 2, 0);
    const int alignment = index.data(Qt::TextAlignmentRole).toInt();
    QString text = index.data().toString();
    if (!m_wraps)
        text = painter->fontMetrics().elidedText(text, Qt::ElideRight, inside.width());
    painter->drawText(inside, alignment | flagsOf(text, inside.width()), text);
    painter->restore();
}

} // namespace gyre
