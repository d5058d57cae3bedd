// A table on a page of its own with a filter above it: what deals and loops have in common.
#pragma once

#include "ui/panels/columnfit.h"

#include <QTimer>
#include <QWidget>

class QAbstractItemModel;
class QContextMenuEvent;
class QLabel;
class QLineEdit;
class QTableView;

namespace gyre {

class CellDelegate;

class TablePage : public QWidget
{
    Q_OBJECT

public:
    TablePage(const QString& name, const QString& filterName, QWidget* parent = nullptr);

    [[nodiscard]] QTableView& table() { return *m_table; }

    [[nodiscard]] QLineEdit& filter() { return *m_filter; }

    /// Shown instead of the rows where there are none.
    void setHint(const QString& hint);

signals:
    void filterChanged(const QString& words);
    void rowChosen(int row);
    /// -1: the pointer left the rows.
    void rowHovered(int row);
    void rowMenuRequested(int row, QPoint globalPosition);

protected:
    void setModel(QAbstractItemModel* model, int sortColumn, Qt::SortOrder order);
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
    void fitRows();
    void askForMenu(const QContextMenuEvent& event);
    [[nodiscard]] ColumnNeed needOf(int column) const;
    void tellWhatIsLeftOut();

    QLineEdit* m_filter;
    QLabel* m_hint;
    /// Columns there is no room for.
    QLabel* m_leftOut;
    CellDelegate* m_delegate;
    QTableView* m_table;
    QTimer m_later;
    bool m_isFitting = false;
    /// The reader chose the widths.
    bool m_isSizedByHand = false;
};

} // namespace gyre
