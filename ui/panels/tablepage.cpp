#include "ui/panels/tablepage.h"

#include "ui/icons.h"
#include "ui/style.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace gyre {

TablePage::TablePage(const QString& name, const QString& filterName, QWidget* parent)
    : QWidget(parent)
    , m_filter(new QLineEdit(this))
    , m_hint(new QLabel(this))
    , m_table(new QTableView(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_filter->setPlaceholderText(filterName);
    m_filter->setAccessibleName(filterName);
    m_filter->setMaximumWidth(340);
    m_filter->addAction(icon(Sign::Search), QLineEdit::LeadingPosition);
    m_hint->setContentsMargins(16, 8, 16, 8);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setWordWrap(true);
    m_hint->hide();
    m_table->setAccessibleName(name);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSortingEnabled(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(34);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->installEventFilter(this);
    m_table->viewport()->setMouseTracking(true);
    m_table->viewport()->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(8);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 16, 0);
    row->addWidget(m_filter);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_hint);
    column->addWidget(m_table, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &TablePage::filterChanged);
    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex& index) { emit rowChosen(index.row()); });
    connect(m_table, &QTableView::entered, this,
            [this](const QModelIndex& index) { emit rowHovered(index.row()); });
}

void TablePage::setModel(QAbstractItemModel* model, int sortColumn, Qt::SortOrder order)
{
    m_table->setModel(model);
    m_table->sortByColumn(sortColumn, order);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void TablePage::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

bool TablePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Leave)
        emit rowHovered(-1);
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_table->currentIndex().isValid()) {
            emit rowChosen(m_table->currentIndex().row());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gyre
