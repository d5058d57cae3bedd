#include "ui/panels/sheet.h"

#include "ui/style.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace gyre {

namespace {

constexpr int margin = 16;

QLabel* label(const QString& text, const QFont& font, QPalette::ColorRole role, QWidget* parent)
{
    auto* result = new QLabel(text, parent);
    result->setTextFormat(Qt::PlainText);
    result->setFont(font);
    result->setForegroundRole(role);
    result->setWordWrap(true);
    return result;
}

/// What a reader copies. Such a label keeps a whole text document: not for every word of the sheet.
QLabel* selectable(QLabel* label)
{
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// A hairline below, whatever is in it.
class Ruled : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(0, height() - 1, width(), 1, palette().color(QPalette::Mid));
    }
};

/// A row or quote that is pressed as a whole, by mouse or keyboard.
class Pressable : public QWidget
{
public:
    Pressable(Sheet::Call call, QColor bar, QWidget* parent)
        : QWidget(parent)
        , m_call(std::move(call))
        , m_bar(std::move(bar))
    {
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF inside = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        if (underMouse() || hasFocus()) {
            painter.setBrush(palette().color(QPalette::AlternateBase));
            painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Link)) : QPen(Qt::NoPen));
            painter.drawRoundedRect(inside, 4, 4);
        }
        if (m_bar.isValid())
            painter.fillRect(0, 0, 3, height(), m_bar);
        else
            painter.fillRect(0, height() - 1, width(), 1, palette().color(QPalette::Mid));
    }

    void enterEvent(QEnterEvent*) override { update(); }

    void leaveEvent(QEvent*) override { update(); }

    void mouseReleaseEvent(QMouseEvent* event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
            press();
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
            event->key() == Qt::Key_Space)
            press();
        else
            QWidget::keyPressEvent(event);
    }

private:
    /// The press may rebuild the sheet and this widget with it.
    void press()
    {
        const Sheet::Call call = m_call;
        call();
    }

    Sheet::Call m_call;
    QColor m_bar;
};

class ShareBar : public QWidget
{
public:
    ShareBar(std::vector<Sheet::Share> shares, QWidget* parent)
        : QWidget(parent)
        , m_shares(std::move(shares))
    {
        setFixedHeight(16);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
        painter.fillRect(rect(), QBrush(palette().color(QPalette::Dark), Qt::BDiagPattern));
        double x = 0;
        for (const Sheet::Share& share : m_shares) {
            const double wide = width() * share.percent / 100;
            painter.fillRect(QRectF(x, 0, std::max(0.0, wide - 1), height()), share.colour);
            x += wide;
        }
    }

private:
    std::vector<Sheet::Share> m_shares;
};

} // namespace

Sheet::Sheet(QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    begin();
    end();
}

void Sheet::begin()
{
    m_body = new QWidget;
    m_body->setBackgroundRole(QPalette::Base);
    m_body->setAutoFillBackground(true);
    m_column = new QVBoxLayout(m_body);
    m_column->setContentsMargins(margin, margin, margin, margin);
    m_column->setSpacing(0);
}

void Sheet::add(QWidget* widget, int gap)
{
    if (gap > 0)
        m_column->addSpacing(gap);
    m_column->addWidget(widget);
}

void Sheet::addCaption(const QString& text)
{
    QFont font = windowFont(11, QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
    font.setCapitalization(QFont::AllUppercase);
    add(label(text, font, QPalette::PlaceholderText, m_body), m_column->count() > 0 ? 20 : 0);
    m_column->addSpacing(4);
}

void Sheet::addTitle(const QString& text)
{
    add(selectable(label(text, windowFont(18, QFont::Bold), QPalette::Text, m_body)), 2);
}

void Sheet::addNote(const QString& text)
{
    add(selectable(label(text, windowFont(12), QPalette::PlaceholderText, m_body)), 4);
}

void Sheet::addWarning(const QString& text)
{
    const Colours& c = coloursOf(palette());
    QLabel* note = selectable(label(text, windowFont(12), QPalette::Text, m_body));
    QPalette colours = note->palette();
    colours.setColor(QPalette::Window, c.warningSoft);
    colours.setColor(QPalette::Text, c.warning);
    note->setPalette(colours);
    note->setBackgroundRole(QPalette::Window);
    note->setAutoFillBackground(true);
    note->setMargin(8);
    add(note, 10);
}

void Sheet::addRow(const QString& key, const QString& value)
{
    auto* row = new Ruled(m_body);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 6, 0, 7);
    line->setSpacing(12);
    QLabel* name = label(key, windowFont(), QPalette::PlaceholderText, row);
    name->setWordWrap(false);
    name->setAlignment(Qt::AlignTop);
    QLabel* text = selectable(label(value, windowFont(), QPalette::Text, row));
    text->setAlignment(Qt::AlignRight | Qt::AlignTop);
    text->setAccessibleName(key + QStringLiteral(": ") + value);
    line->addWidget(name);
    line->addWidget(text, 1);
    add(row, 0);
}

void Sheet::addLinkRow(const QString& text, const QString& detail, const QString& figure, Call call)
{
    auto* row = new Pressable(std::move(call), {}, m_body);
    row->setAccessibleName(text + QStringLiteral(", ") + detail + QStringLiteral(", ") + figure);
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(0, 6, 0, 7);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(0, 1);
    grid->addWidget(label(text, windowFont(13, QFont::Medium), QPalette::Text, row), 0, 0);
    if (!detail.isEmpty())
        grid->addWidget(label(detail, windowFont(12), QPalette::PlaceholderText, row), 1, 0, 1, 2);
    if (!figure.isEmpty()) {
        QLabel* amount = label(figure, windowFont(13, QFont::Medium), QPalette::Text, row);
        amount->setWordWrap(false);
        amount->setAlignment(Qt::AlignRight | Qt::AlignTop);
        grid->addWidget(amount, 0, 1);
    }
    for (QLabel* part : row->findChildren<QLabel*>())
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
    add(row, 0);
}

void Sheet::addLink(const QString& text, Call call)
{
    auto* button = new QPushButton(text, m_body);
    button->setObjectName(QStringLiteral("link"));
    button->setCursor(Qt::PointingHandCursor);
    connect(
        button, &QPushButton::clicked, this, [call] { call(); }, Qt::QueuedConnection);
    add(button, 4);
}

void Sheet::addQuote(const QString& quote, const QString& source, Call call)
{
    const Colours& c = coloursOf(palette());
    auto* block = new Pressable(std::move(call), c.accent, m_body);
    block->setAccessibleName(tr("Quoted: %1").arg(quote));
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(14, 6, 6, 7);
    column->setSpacing(3);
    column->addWidget(label(QStringLiteral("“") + quote + QStringLiteral("”"), windowFont(),
                            QPalette::Text, block));
    if (!source.isEmpty())
        column->addWidget(label(source, windowFont(12), QPalette::PlaceholderText, block));
    for (QLabel* part : block->findChildren<QLabel*>())
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
    add(block, 8);
}

void Sheet::addButtons(const std::vector<Button>& buttons)
{
    auto* row = new QWidget(m_body);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    for (const Button& each : buttons) {
        auto* button = new QPushButton(each.text, row);
        if (each.isPrimary)
            button->setObjectName(QStringLiteral("primary"));
        connect(
            button, &QPushButton::clicked, this, [call = each.call] { call(); },
            Qt::QueuedConnection);
        line->addWidget(button);
    }
    line->addStretch(1);
    add(row, 14);
}

void Sheet::addShares(const std::vector<Share>& shares)
{
    auto* bar = new ShareBar(shares, m_body);
    QStringList words;
    for (const Share& share : shares)
        words << share.name;
    bar->setAccessibleName(words.join(QStringLiteral(", ")));
    add(bar, 4);
    addNote(words.join(QStringLiteral(" · ")));
}

/// The whole sheet at once: no state between is ever painted.
void Sheet::end()
{
    m_column->addStretch(1);
    // The row that asked for the next sheet may still be in its press.
    if (QWidget* old = takeWidget()) {
        old->setParent(this);
        old->hide();
        old->deleteLater();
    }
    setWidget(m_body);
    m_body->show();
    verticalScrollBar()->setValue(0);
}

} // namespace gyre
