// Cells of a table: text in as many lines as its column needs.
#pragma once

#include <QStyledItemDelegate>

namespace gyre {

class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Left and right of the text together.
    static constexpr int padding = 20;
    static constexpr int rowHeight = 34;

    /// Of a table too long to be measured: one line, what is too long ends in "…".
    void setWraps(bool wraps) { m_wraps = wraps; }

    [[nodiscard]] bool wraps() const { return m_wraps; }

    /// Of a cell with this text in a column of this width.
    [[nodiscard]] static int heightOf(const QString& text, int width);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    bool m_wraps = true;
};

} // namespace gyre
