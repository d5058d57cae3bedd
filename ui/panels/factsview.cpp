#include "ui/panels/factsview.h"

#include "ui/document/correcting.h"

#include "ui/style.h"

#include <QAbstractListModel>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include <array>

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
        QStringList parts{row.text, row.figure, row.detail};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }

    std::vector<FactRow> m_rows;
};

namespace {

constexpr int margin = 16;
/// Above the first line, between the two texts, below the last line.
constexpr int above = 5;
constexpr int between = 1;
constexpr int below = 8;
constexpr int gap = 10;
constexpr int headingHeight = 36;

QString linkText(const FactRow& row)
{
    if (row.isRejected)
        return FactsView::tr("Undo reject");
    return row.candidate ? FactsView::tr("Add") : QString();
}

QFont factFont()
{
    return windowFont(13, QFont::Medium);
}

/// Widths of the letters that most words are made of, so that most texts need not be shaped to be
/// known to fit: a briefing may hold tens of thousands of facts.
class QuickMetrics
{
public:
    explicit QuickMetrics(const QFont& font)
        : m_metrics(font)
    {
        for (std::size_t i = 0; i < m_widths.size(); ++i)
            m_widths[i] = m_metrics.horizontalAdvance(QChar(char16_t(i)));
        m_widest = m_metrics.maxWidth();
    }

    [[nodiscard]] bool surelyFits(const QString& text, int width) const
    {
        int sum = 0;
        for (const QChar letter : text)
            sum += letter.unicode() < m_widths.size() ? m_widths[letter.unicode()] : m_widest;
        return sum <= width;
    }

    [[nodiscard]] int height(const QString& text, int width) const
    {
        if (surelyFits(text, width))
            return m_metrics.lineSpacing();
        return std::max(
            m_metrics.lineSpacing(),
            m_metrics.boundingRect(QRect(0, 0, std::max(1, width), 10'000), wrapping, text)
                .height());
    }

    [[nodiscard]] int width(const QString& text) const { return m_metrics.horizontalAdvance(text); }

    static constexpr int wrapping = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

private:
    QFontMetrics m_metrics;
    std::array<int, 0x180> m_widths{};
    int m_widest = 0;
};

/// Where the parts of a row stand in a cell of this width.
struct FactBoxes
{
    QRect text;
    QRect figure;
    QRect detail;
    QRect link;
    int height = 0;
};

FactBoxes boxesOf(const FactRow& row, int width)
{
    static const QuickMetrics large(factFont());
    static const QuickMetrics small(windowFont(12));
    const int inside = width - 2 * margin;
    const int figureWidth = row.figure.isEmpty() ? 0 : large.width(row.figure) + gap;
    const QString link = linkText(row);
    const int linkWidth = link.isEmpty() ? 0 : small.width(link) + gap;
    FactBoxes boxes;
    const int textWidth = inside - figureWidth;
    boxes.text = {margin, above, textWidth, large.height(row.text, textWidth)};
    boxes.figure = {margin + textWidth, above, figureWidth, boxes.text.height()};
    const int top = boxes.text.bottom() + 1 + between;
    const int detailWidth = inside - linkWidth;
    const int detailHeight =
        row.detail.isEmpty() && link.isEmpty() ? 0 : small.height(row.detail, detailWidth);
    boxes.detail = {margin, top, detailWidth, detailHeight};
    boxes.link = {margin + detailWidth + gap, top, linkWidth - gap, detailHeight};
    boxes.height = top + detailHeight + below;
    return boxes;
}

class FactDelegate : public QStyledItemDelegate
{
public:
    FactDelegate(const FactsModel& model, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override
    {
        if (row(index).kind == FactRow::Kind::Heading)
            return {80, headingHeight};
        const auto* view = qobject_cast<const QAbstractScrollArea*>(option.widget);
        const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
        return {80, boxesOf(row(index), width).height};
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
        } else if (option.state.testFlag(QStyle::State_MouseOver) ||
                   option.state.testFlag(QStyle::State_HasFocus)) {
            painter.fillRect(cell, palette.color(QPalette::AlternateBase));
        }
        if (option.state.testFlag(QStyle::State_HasFocus))
            painter.fillRect(cell.left(), cell.top(), 3, cell.height(),
                             palette.color(QPalette::Link));
        painter.fillRect(cell.left() + margin, cell.bottom(), cell.width() - 2 * margin, 1,
                         palette.color(QPalette::Mid));
    }

    static void paintFact(QPainter& painter, const QStyleOptionViewItem& option, const FactRow& row)
    {
        paintGround(painter, option);
        const QPalette& palette = option.palette;
        const bool isFaint = row.isRejected || row.kind != FactRow::Kind::Fact;
        const QColor ink = palette.color(isFaint ? QPalette::PlaceholderText : QPalette::Text);
        const FactBoxes boxes = boxesOf(row, option.rect.width());
        const QPoint corner = option.rect.topLeft();
        QFont font = factFont();
        font.setStrikeOut(row.isRejected);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(boxes.figure.translated(corner), Qt::AlignRight | Qt::AlignTop,
                         row.figure);
        painter.drawText(boxes.text.translated(corner), QuickMetrics::wrapping, row.text);
        painter.setFont(windowFont(12));
        painter.setPen(palette.color(QPalette::PlaceholderText));
        painter.drawText(boxes.detail.translated(corner), QuickMetrics::wrapping, row.detail);
        painter.setPen(palette.color(QPalette::Link));
        painter.drawText(boxes.link.translated(corner), Qt::AlignRight | Qt::AlignTop,
                         linkText(row));
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
    setResizeMode(QListView::Adjust);
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
    m_shown = selection;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (selection.index() != 0 && all[i].selection == selection) {
            m_place = int(i);
            const QModelIndex index = m_model->index(int(i));
            setCurrentIndex(index);
            scrollTo(index);
            return;
        }
    selectionModel()->clear();
}

QRect FactsView::linkRect(int row) const
{
    const QRect cell = visualRect(m_model->index(row));
    const QRect link = boxesOf(rows()[std::size_t(row)], cell.width()).link;
    return link.width() > 0 ? link.translated(cell.topLeft()) : QRect();
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

/// Selects; what is selected already is accepted.
void FactsView::enter(int row)
{
    const FactRow entered = rows()[std::size_t(row)];
    const bool isChosen = entered.kind == FactRow::Kind::Fact && entered.selection == m_shown;
    if (!isChosen)
        press(row);
    else if (mayAccept(entered.review))
        emit reviewAsked(entered.selection, Review::Accepted);
}

/// Selects the next fact in this direction.
void FactsView::step(int by)
{
    int row = std::max(m_place, 0);
    if (currentIndex().isValid())
        row = currentIndex().row();
    // The keyboard's row is not passed over before it was selected.
    const bool isShown = currentIndex().isValid() && m_shown.index() != 0 &&
                         rows()[std::size_t(row)].selection == m_shown;
    if (!isShown && by > 0)
        --row;
    for (row += by; row >= 0 && row < int(rows().size()); row += by)
        if (rows()[std::size_t(row)].kind == FactRow::Kind::Fact) {
            press(row);
            return;
        }
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
    if (!answer(*event))
        QListView::keyPressEvent(event);
}

/// The letters are this list's own, before they are the window's.
bool FactsView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain = key->modifiers() == Qt::NoModifier;
        if (isPlain &&
            (key->key() == Qt::Key_E || key->key() == Qt::Key_J || key->key() == Qt::Key_K)) {
            event->accept();
            return true;
        }
    }
    return QListView::event(event);
}

bool FactsView::answer(const QKeyEvent& event)
{
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    if (event.key() == Qt::Key_J || event.key() == Qt::Key_K) {
        step(event.key() == Qt::Key_J ? 1 : -1);
        return true;
    }
    if (!currentIndex().isValid())
        return false;
    const int at = currentIndex().row();
    const FactRow row = rows()[std::size_t(at)];
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        enter(at);
    else if (event.key() == Qt::Key_Delete)
        toggleRejected(row);
    else if (event.key() == Qt::Key_E && row.kind == FactRow::Kind::Fact)
        emit editAsked(row.selection);
    else
        return false;
    return true;
}

/// The keys need a row to start from, and the eye one to see.
void FactsView::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    for (int row = 0; !currentIndex().isValid() && row < int(rows().size()); ++row)
        if (rows()[std::size_t(row)].kind != FactRow::Kind::Heading)
            selectionModel()->setCurrentIndex(m_model->index(row), QItemSelectionModel::NoUpdate);
}

void FactsView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const FactRow row = rows()[std::size_t(index.row())];
    const QPoint at =
        isByKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    if (row.kind == FactRow::Kind::Fact) {
        emit menuAsked(row.selection, at);
        return;
    }
    if (!row.candidate)
        return;
    QMenu menu(this);
    menu.addAction(tr("Add to the network"), this,
                   [this, row] { emit candidateAccepted(*row.candidate); });
    menu.exec(at);
}

} // namespace gyre
