#include "ui/panels/factsview.h"

#include "ui/style.h"

#include <QAbstractListModel>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

namespace gyre {

class FactsModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<FactRow> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }

    [[nodiscard]] const std::vector<FactRow>& rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        const FactRow& row = m_rows[std::size_t(index.row())];
        if (role == Qt::DisplayRole)
            return row.text;
        if (role == Qt::ToolTipRole)
            return row.kind == FactRow::Kind::Heading ? QString() : toolTip(row);
        if (role == Qt::AccessibleTextRole)
            return toolTip(row);
        return {};
    }

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override
    {
        const bool isHeading = m_rows[std::size_t(index.row())].kind == FactRow::Kind::Heading;
        return isHeading ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    }

private:
    static QString toolTip(const FactRow& row)
    {
        QStringList parts{row.text, row.figure, row.detail,
                          row.isRejected ? FactsView::tr("rejected") : QString()};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }

    std::vector<FactRow> m_rows;
};

namespace {

constexpr int margin = 16;
constexpr int rowHeight = 45;
constexpr int headingHeight = 36;

QString linkText(const FactRow& row)
{
    if (row.isRejected)
        return FactsView::tr("Undo reject");
    return row.candidate ? FactsView::tr("Add") : QString();
}

QRect linkBox(const FactRow& row, const QRect& cell)
{
    const QString link = linkText(row);
    if (link.isEmpty())
        return {};
    const int wide = QFontMetrics(windowFont(12)).horizontalAdvance(link);
    return {cell.right() - margin - wide, cell.top() + 24, wide, 18};
}

class FactDelegate : public QStyledItemDelegate
{
public:
    FactDelegate(const FactsModel& model, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&,
                                 const QModelIndex& index) const override
    {
        return {80, row(index).kind == FactRow::Kind::Heading ? headingHeight : rowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        painter->save();
        if (row(index).kind == FactRow::Kind::Heading)
            paintHeading(*painter, option.rect, option.palette, row(index));
        else
            paintFact(*painter, option, row(index));
        painter->restore();
    }

private:
    [[nodiscard]] const FactRow& row(const QModelIndex& index) const
    {
        return m_model.rows()[std::size_t(index.row())];
    }

    static void paintHeading(QPainter& painter, const QRect& cell, const QPalette& palette,
                             const FactRow& row)
    {
        QFont font = windowFont(11, QFont::DemiBold);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
        font.setCapitalization(QFont::AllUppercase);
        painter.setFont(font);
        painter.setPen(palette.color(QPalette::PlaceholderText));
        const QRect inside = cell.adjusted(margin, 10, -margin, 0);
        painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, row.text);
        painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, row.figure);
    }

    static void paintGround(QPainter& painter, const QStyleOptionViewItem& option)
    {
        const QPalette& palette = option.palette;
        const QRect cell = option.rect;
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter.fillRect(cell, palette.color(QPalette::Highlight));
            painter.fillRect(cell.left(), cell.top(), 3, cell.height(),
                             palette.color(QPalette::Link));
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter.fillRect(cell, palette.color(QPalette::AlternateBase));
        }
        painter.fillRect(cell.left() + margin, cell.bottom(), cell.width() - 2 * margin, 1,
                         palette.color(QPalette::Mid));
    }

    static void paintFact(QPainter& painter, const QStyleOptionViewItem& option, const FactRow& row)
    {
        paintGround(painter, option);
        const QPalette& palette = option.palette;
        const bool isFaint = row.isRejected || row.kind != FactRow::Kind::Fact;
        const QColor ink = palette.color(isFaint ? QPalette::PlaceholderText : QPalette::Text);
        const QRect cell = option.rect.adjusted(margin, 0, -margin, 0);
        QFont font = windowFont(13, QFont::Medium);
        font.setStrikeOut(row.isRejected);
        const QFontMetrics metrics(font);
        const int figureWidth = metrics.horizontalAdvance(row.figure);
        painter.setFont(font);
        painter.setPen(ink);
        const QRect first(cell.left(), cell.top() + 5, cell.width(), 20);
        painter.drawText(first, Qt::AlignRight | Qt::AlignVCenter, row.figure);
        painter.drawText(
            first, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(row.text, Qt::ElideRight, cell.width() - figureWidth - 10));
        paintSecondLine(painter, option, row);
    }

    static void paintSecondLine(QPainter& painter, const QStyleOptionViewItem& option,
                                const FactRow& row)
    {
        const QRect link = linkBox(row, option.rect);
        const QRect line(
            option.rect.left() + margin, option.rect.top() + 24,
            option.rect.width() - 2 * margin - (link.isEmpty() ? 0 : link.width() + 10), 18);
        const QFont font = windowFont(12);
        painter.setFont(font);
        painter.setPen(option.palette.color(QPalette::PlaceholderText));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(row.detail, Qt::ElideRight, line.width()));
        painter.setPen(option.palette.color(QPalette::Link));
        painter.drawText(link, Qt::AlignLeft | Qt::AlignVCenter, linkText(row));
    }

    const FactsModel& m_model;
};

} // namespace

FactsView::FactsView(QWidget* parent)
    : QListView(parent)
    , m_model(new FactsModel(this))
{
    setModel(m_model);
    setItemDelegate(new FactDelegate(*m_model, this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAccessibleName(tr("Facts found"));
}

FactsView::~FactsView() = default;

void FactsView::setRows(std::vector<FactRow> rows)
{
    m_model->setRows(std::move(rows));
}

const std::vector<FactRow>& FactsView::rows() const
{
    return m_model->rows();
}

void FactsView::showSelection(const Selection& selection)
{
    const auto& all = rows();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (selection.index() != 0 && all[i].selection == selection) {
            const QModelIndex index = m_model->index(int(i));
            setCurrentIndex(index);
            scrollTo(index);
            return;
        }
    selectionModel()->clear();
}

QRect FactsView::linkRect(int row) const
{
    return linkBox(rows()[std::size_t(row)], visualRect(m_model->index(row)));
}

void FactsView::toggleRejected(const FactRow& row)
{
    if (row.kind == FactRow::Kind::Fact)
        emit reviewAsked(row.selection, row.isRejected ? Review::Unreviewed : Review::Rejected);
}

void FactsView::press(int row)
{
    // A copy: what it sets off gives the list new rows.
    const FactRow pressed = rows()[std::size_t(row)];
    if (pressed.kind != FactRow::Kind::Heading)
        emit chosen(pressed);
}

void FactsView::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    const FactRow pressed = rows()[std::size_t(index.row())];
    if (!linkRect(index.row()).adjusted(-4, -4, 4, 4).contains(event->position().toPoint()))
        press(index.row());
    else if (pressed.candidate)
        emit candidateAccepted(*pressed.candidate);
    else
        toggleRejected(pressed);
}

void FactsView::mouseMoveEvent(QMouseEvent* event)
{
    QListView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool isOnLink =
        index.isValid() && linkRect(index.row()).contains(event->position().toPoint());
    viewport()->setCursor(isOnLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
    emit hovered(index.isValid() ? rows()[std::size_t(index.row())].selection : Selection{});
}

void FactsView::leaveEvent(QEvent* event)
{
    QListView::leaveEvent(event);
    emit hovered({});
}

void FactsView::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex index = currentIndex();
    if (index.isValid() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        press(index.row());
    else if (index.isValid() && event->key() == Qt::Key_Delete)
        toggleRejected(FactRow(rows()[std::size_t(index.row())]));
    else
        QListView::keyPressEvent(event);
}

void FactsView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid())
        return;
    const FactRow row = rows()[std::size_t(index.row())];
    QMenu menu(this);
    if (row.kind == FactRow::Kind::Fact && !row.isRejected) {
        menu.addAction(tr("Accept"), this,
                       [this, row] { emit reviewAsked(row.selection, Review::Accepted); });
        menu.addAction(tr("Reject"), this, [this, row] { toggleRejected(row); });
    } else if (row.isRejected) {
        menu.addAction(tr("Undo reject"), this, [this, row] { toggleRejected(row); });
    } else if (row.candidate) {
        menu.addAction(tr("Add to the network"), this,
                       [this, row] { emit candidateAccepted(*row.candidate); });
    }
    if (!menu.isEmpty())
        menu.exec(event->globalPos());
}

} // namespace gyre
