// A table on a page of its own with a filter above it: what deals and loops have in common.
#pragma once

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QLineEdit;
class QTableView;

namespace gyre {

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

protected:
    void setModel(QAbstractItemModel* model, int sortColumn, Qt::SortOrder order);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* m_filter;
    QLabel* m_hint;
    QTableView* m_table;
};

} // namespace gyre
