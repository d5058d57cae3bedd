#include "ui/panels/searchfield.h"

#include "ui/icons.h"
#include "ui/panels/undokeys.h"
#include "ui/style.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QStyledItemDelegate>

namespace gyre {

namespace {

constexpr int rowHeight = 30;

int rowHeightFor(const QFontMetrics& type)
{
    return std::max(rowHeight, type.height() + 12);
}

constexpr int listWidth = 460;
constexpr int hitRole = Qt::UserRole;
constexpr int detailRole = Qt::UserRole + 1;

QString headingOf(SearchHit::Kind kind)
{
    switch (kind) {
    case SearchHit::Kind::Firm:
        return SearchField::tr("Firms");
    case SearchHit::Kind::Deal:
        return SearchField::tr("Deals");
    case SearchHit::Kind::Phrase:
        return SearchField::tr("In the text");
    }
    return {};
}

class HitDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex&) const override
    {
        return {80, rowHeightFor(option.fontMetrics)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const bool isHeading = !index.data(hitRole).isValid();
        const QRect cell = option.rect.adjusted(12, 0, -12, 0);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected) && !isHeading)
            painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        painter->setFont(isHeading ? windowFont(11, QFont::DemiBold) : windowFont());
        const QString detail = index.data(detailRole).toString();
        const QFontMetrics small(windowFont(12));
        const int wide = std::min(small.horizontalAdvance(detail) + 2, cell.width() / 2);
        painter->setPen(
            option.palette.color(isHeading ? QPalette::PlaceholderText : QPalette::Text));
        const int room = cell.width() - (wide > 0 ? wide + 12 : 0);
        painter->drawText(
            cell, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
        painter->setFont(windowFont(12));
        painter->setPen(option.palette.color(QPalette::PlaceholderText));
        painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter,
                          small.elidedText(detail, Qt::ElideRight, wide));
        painter->restore();
    }
};

} // namespace

SearchField::SearchField(Document& document, QWidget* parent)
    : QLineEdit(parent)
    , m_document(document)
    , m_list(new QListWidget(parent != nullptr ? parent->window() : nullptr))
{
    setPlaceholderText(tr("Find a firm, a deal or a phrase"));
    setAccessibleName(tr("Find a firm, a deal or a phrase"));
    setToolTip(tr("Find (Ctrl+K)"));
    setClearButtonEnabled(false);
    passOnUndoKeys(*this);
    addAction(icon(Sign::Search), QLineEdit::LeadingPosition);
    m_list->hide();
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setStyleSheet(QStringLiteral("QListWidget { border: 1px solid palette(dark); }"));
    m_timer.setSingleShot(true);
    connect(this, &QLineEdit::textEdited, &m_timer, [this] { m_timer.start(30); });
    connect(&m_timer, &QTimer::timeout, this, &SearchField::find);
    connect(m_list, &QListWidget::itemPressed, this,
            [this](QListWidgetItem* item) { choose(m_list->row(item)); });
}

void SearchField::find()
{
    // Firms by the names that the picture has for them.
    Project shown = m_document.project();
    shown.network = m_document.view().network();
    m_hits = search(shown, text());
    fill();
    place();
}

void SearchField::fill()
{
    m_list->clear();
    std::optional<SearchHit::Kind> kind;
    for (std::size_t i = 0; i < m_hits.size(); ++i) {
        const SearchHit& hit = m_hits[i];
        if (kind != hit.kind) {
            auto* heading = new QListWidgetItem(headingOf(hit.kind), m_list);
            heading->setFlags(Qt::NoItemFlags);
            kind = hit.kind;
        }
        auto* item = new QListWidgetItem(hit.text, m_list);
        item->setData(hitRole, qulonglong(i));
        item->setData(detailRole, hit.detail);
        item->setData(Qt::AccessibleTextRole,
                      QString(hit.text + QStringLiteral(", ") + hit.detail));
    }
    if (m_hits.empty()) {
        auto* nothing = new QListWidgetItem(tr("Nothing found"), m_list);
        nothing->setFlags(Qt::NoItemFlags);
    }
    moveCurrent(1);
}

void SearchField::place()
{
    if (text().trimmed().isEmpty()) {
        m_list->hide();
        return;
    }
    if (m_list->parentWidget() != window())
        m_list->setParent(window());
    const QPoint below = mapTo(window(), QPoint(0, height() + 4));
    const int high = std::min(m_list->count() * rowHeightFor(m_list->fontMetrics()) + 4,
                              window()->height() - below.y() - 20);
    // Large type needs a wide list; where the field stands too far right it begins left of it.
    const int wish = std::max(static_cast<int>(listWidth * typeScale()), width());
    const int wide = std::min(wish, window()->width() - 20);
    const int left = std::min(below.x(), window()->width() - wide - 10);
    m_list->setGeometry(left, below.y(), wide, high);
    m_list->raise();
    m_list->show();
}

void SearchField::moveCurrent(int by)
{
    int row = m_list->currentRow() + by;
    while (row >= 0 && row < m_list->count() && !m_list->item(row)->data(hitRole).isValid())
        row += by;
    if (row >= 0 && row < m_list->count())
        m_list->setCurrentRow(row);
}

void SearchField::choose(int row)
{
    const QListWidgetItem* item = m_list->item(row);
    if (item == nullptr || !item->data(hitRole).isValid())
        return;
    const SearchHit hit = m_hits[item->data(hitRole).toULongLong()];
    close();
    if (hit.kind == SearchHit::Kind::Phrase)
        emit phraseChosen(hit.briefing, hit.span);
    else
        m_document.select(hit.selection);
}

void SearchField::close()
{
    m_timer.stop();
    m_list->hide();
}

/// Escape means this field while one types in it, not the window's selection.
bool SearchField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_timer.isActive()) {
        m_timer.stop();
        find();
    }
    if (event->key() == Qt::Key_Down)
        moveCurrent(1);
    else if (event->key() == Qt::Key_Up)
        moveCurrent(-1);
    else if (isEnter && m_list->isVisible())
        choose(m_list->currentRow());
    else if (event->key() == Qt::Key_Escape && m_list->isVisible())
        close();
    else if (event->key() == Qt::Key_Escape) {
        clear();
        clearFocus();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    selectAll();
    // The bar that it stands in may be scrolled where the window is narrow or the type large.
    for (QWidget* above = parentWidget(); above != nullptr; above = above->parentWidget())
        if (auto* scrolled = qobject_cast<QScrollArea*>(above))
            scrolled->ensureWidgetVisible(this);
}

void SearchField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    close();
}

} // namespace gyre
