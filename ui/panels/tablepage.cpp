#include "ui/panels/tablepage.h"

#include "ui/icons.h"
#include "ui/models/rowsmodel.h"
#include "ui/panels/celldelegate.h"
#include "ui/panels/undokeys.h"
#include "ui/style.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace gyre {

namespace {

/// Longer tables are not measured row by row.
constexpr int mostMeasured = 1000;
/// Of a heading: its padding and the arrow of the order.
constexpr int headingPadding = 36;
/// Longer texts wrap even where there is room.
constexpr int widestText = 300;
/// Rarer words than these may break before a column has to go.
constexpr int widestWord = 76;

} // namespace

TablePage::TablePage(const QString& name, const QString& filterName, QWidget* parent)
    : QWidget(parent)
    , m_filter(new QLineEdit(this))
    , m_hint(new QLabel(this))
    , m_leftOut(new QLabel(this))
    , m_delegate(new CellDelegate(this))
    , m_table(new QTableView(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_filter->setPlaceholderText(filterName);
    m_filter->setAccessibleName(filterName);
    m_filter->setMaximumWidth(340);
    passOnUndoKeys(*m_filter);
    m_filter->addAction(icon(Sign::Search), QLineEdit::LeadingPosition);
    m_hint->setContentsMargins(16, 8, 16, 8);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setWordWrap(true);
    m_hint->hide();
    m_leftOut->setContentsMargins(16, 4, 16, 8);
    m_leftOut->setForegroundRole(QPalette::PlaceholderText);
    m_leftOut->setWordWrap(true);
    m_leftOut->hide();
    m_table->setItemDelegate(m_delegate);
    m_table->setAccessibleName(name);
    setFocusProxy(m_table);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSortingEnabled(true);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(CellDelegate::rowHeight);
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
    column->addWidget(m_leftOut);
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
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &TablePage::fit);
    const auto later = [this] { m_later.start(0); };
    connect(model, &QAbstractItemModel::modelReset, this, later);
    connect(model, &QAbstractItemModel::layoutChanged, this, later);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (m_isFitting)
            return;
        m_isSizedByHand = true;
        m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        m_later.start(0);
    });
}

/// How wide a column wants to be. Of a long table its first rows speak for the rest.
ColumnNeed TablePage::needOf(int column) const
{
    const QAbstractItemModel& model = *m_table->model();
    const QFontMetrics metrics(windowFont());
    const QString title = model.headerData(column, Qt::Horizontal).toString();
    ColumnNeed need;
    for (int row = 0; row < std::min(model.rowCount(), mostMeasured); ++row) {
        const QString text = model.index(row, column).data().toString();
        need.whole = std::max(need.whole, metrics.horizontalAdvance(text));
        for (const QString& word : text.split(u' '))
            need.least = std::max(need.least, metrics.horizontalAdvance(word));
    }
    need.rank = model.headerData(column, Qt::Horizontal, rankRole).toInt();
    if (need.whole == 0 && need.rank > 0)
        return {0, 0, need.rank};
    const int heading = metrics.horizontalAdvance(title) + headingPadding;
    need.whole = std::max(std::min(need.whole, widestText) + CellDelegate::padding + 2, heading);
    need.least = std::max(std::min(need.least, widestWord) + CellDelegate::padding + 2, heading);
    // A cell of many short words is to be no tower of them.
    need.least = std::min(need.whole, std::max(need.least, need.whole / 3));
    return need;
}

void TablePage::fit()
{
    if (m_table->model() == nullptr || !isVisible())
        return;
    m_isFitting = true;
    m_delegate->setWraps(m_table->model()->rowCount() <= mostMeasured);
    if (!m_isSizedByHand) {
        m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        std::vector<ColumnNeed> needs;
        for (int column = 0; column < m_table->model()->columnCount(); ++column)
            needs.push_back(needOf(column));
        const std::vector<int> widths = fitted(needs, m_table->viewport()->width());
        for (int column = 0; column < int(widths.size()); ++column) {
            const int width = widths[std::size_t(column)];
            m_table->setColumnHidden(column, width == 0);
            if (width > 0)
                m_table->setColumnWidth(column, width);
        }
        tellWhatIsLeftOut();
    }
    fitRows();
    m_isFitting = false;
}

void TablePage::fitRows()
{
    const QAbstractItemModel& model = *m_table->model();
    if (!m_delegate->wraps())
        return;
    for (int row = 0; row < model.rowCount(); ++row) {
        int high = CellDelegate::rowHeight;
        for (int column = 0; column < model.columnCount(); ++column)
            if (!m_table->isColumnHidden(column))
                high = std::max(high,
                                CellDelegate::heightOf(model.index(row, column).data().toString(),
                                                       m_table->columnWidth(column)));
        if (m_table->rowHeight(row) != high)
            m_table->setRowHeight(row, high);
    }
}

void TablePage::tellWhatIsLeftOut()
{
    QStringList titles;
    const QAbstractItemModel& model = *m_table->model();
    for (int column = 0; column < model.columnCount(); ++column)
        if (m_table->isColumnHidden(column) && needOf(column).whole > 0)
            titles << model.headerData(column, Qt::Horizontal).toString();
    m_leftOut->setText(tr("No room here for: %1. A click on a row tells it in the details.")
                           .arg(titles.join(QStringLiteral(", "))));
    m_leftOut->setVisible(!titles.isEmpty());
}

void TablePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_later.start(0);
}

void TablePage::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

/// Of the row under the pointer; by the menu key of the current one.
void TablePage::askForMenu(const QContextMenuEvent& event)
{
    const bool isByKey = event.reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? m_table->currentIndex() : m_table->indexAt(event.pos());
    if (!index.isValid())
        return;
    const QPoint at = isByKey ? m_table->visualRect(index).bottomLeft() : event.pos();
    emit rowMenuRequested(index.row(), m_table->viewport()->mapToGlobal(at));
}

bool TablePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Leave)
        emit rowHovered(-1);
    if (watched == m_table->viewport() && event->type() == QEvent::ContextMenu) {
        askForMenu(*static_cast<QContextMenuEvent*>(event));
        return true;
    }
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        m_later.start(0);
    // The keys need a row to start from, and the eye one to see.
    if (watched == m_table && event->type() == QEvent::FocusIn &&
        !m_table->currentIndex().isValid() && m_table->model() != nullptr)
        m_table->selectionModel()->setCurrentIndex(m_table->model()->index(0, 0),
                                                   QItemSelectionModel::NoUpdate);
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
