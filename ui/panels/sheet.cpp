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

/// Words that never change, their height measured once for a width: a layout asks some ten times,
/// and breaking lines was most of the time that a sheet took.
class Words : public QLabel
{
public:
    using QLabel::QLabel;

    [[nodiscard]] int heightForWidth(int width) const override
    {
        const Measured now{width, margin(), wordWrap()};
        if (m_height < 0 || now != m_measured) {
            m_measured = now;
            m_height = QLabel::heightForWidth(width);
        }
        return m_height;
    }

protected:
    void changeEvent(QEvent* event) override
    {
        m_height = -1;
        QLabel::changeEvent(event);
    }

private:
    /// What the height depends on, of what changes without an event.
    struct Measured
    {
        int width = 0;
        int margin = 0;
        bool isWrapped = false;

        bool operator==(const Measured&) const = default;
    };

    mutable Measured m_measured;
    mutable int m_height = -1;
};

QLabel* label(const QString& text, const QFont& font, QPalette::ColorRole role, QWidget* parent)
{
    auto* result = new Words(text, parent);
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

/// The quote as HTML, the marked words bold. Spans are in order.
QString withMarks(const QString& quote, const std::vector<TextSpan>& marked)
{
    QString html = QStringLiteral("“");
    int done = 0;
    for (const TextSpan span : marked) {
        if (span.start < done)
            continue;
        html += TextSpan{done, span.start}.in(quote).toString().toHtmlEscaped();
        html += QStringLiteral("<b>") + span.in(quote).toString().toHtmlEscaped() +
                QStringLiteral("</b>");
        done = span.end;
    }
    return html + quote.mid(done).toHtmlEscaped() + QStringLiteral("”");
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

/// A key and its value beside it; under it where they have no room beside each other.
class PairRow : public Ruled
{
public:
    explicit PairRow(QWidget* parent)
        : Ruled(parent)
        , m_line(new QBoxLayout(QBoxLayout::LeftToRight, this))
    {
        m_line->setContentsMargins(0, 6, 0, 7);
    }

    void set(QLabel* key, QLabel* value)
    {
        m_line->addWidget(key, 0);
        m_line->addWidget(value, 1);
        m_wide = key->fontMetrics().horizontalAdvance(key->text()) + gap +
                 value->fontMetrics().horizontalAdvance(value->text()) + 4;
        key->setMinimumWidth(1);
        m_key = key;
        arrange();
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        Ruled::resizeEvent(event);
        arrange();
    }

private:
    void arrange()
    {
        const bool isBeside = m_wide <= width();
        m_line->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        m_line->setSpacing(isBeside ? gap : 1);
        m_key->setWordWrap(!isBeside);
    }

    static constexpr int gap = 12;
    QBoxLayout* m_line;
    QLabel* m_key = nullptr;
    int m_wide = 0;
};

/// A row or quote that is pressed as a whole, by mouse or keyboard.
class Pressable : public QWidget
{
public:
    Pressable(Sheet::Call call, const QColor& bar, QWidget* parent)
        : QWidget(parent)
        , m_call(std::move(call))
        , m_bar(bar)
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

QString nameOf(const QWidget& stop)
{
    const auto* button = qobject_cast<const QAbstractButton*>(&stop);
    return button != nullptr ? button->text() : stop.accessibleName();
}

enum class Kind
{
    Row,
    Button,
    Link
};

int kindOf(const QWidget& stop)
{
    if (qobject_cast<const QAbstractButton*>(&stop) == nullptr)
        return int(Kind::Row);
    return int(stop.objectName() == QLatin1String("link") ? Kind::Link : Kind::Button);
}

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
    // In its place from the start: a style looks anew at everything that changes its parent.
    m_body = new QWidget(viewport());
    m_body->hide();
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
    auto* row = new PairRow(m_body);
    QLabel* name = label(key, windowFont(), QPalette::PlaceholderText, row);
    name->setAlignment(Qt::AlignTop);
    QLabel* text = selectable(label(value, windowFont(), QPalette::Text, row));
    text->setAlignment(Qt::AlignRight | Qt::AlignTop);
    text->setAccessibleName(key + QStringLiteral(": ") + value);
    row->set(name, text);
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

void Sheet::addLink(const QString& text, const Call& call)
{
    auto* button = new QPushButton(text, m_body);
    button->setObjectName(QStringLiteral("link"));
    button->setCursor(Qt::PointingHandCursor);
    connect(
        button, &QPushButton::clicked, this, [call] { call(); }, Qt::QueuedConnection);
    add(button, 4);
}

void Sheet::addQuote(const QString& quote, const QString& source, Call call,
                     const std::vector<TextSpan>& marked)
{
    const Colours& c = coloursOf(palette());
    auto* block = new Pressable(std::move(call), c.accent, m_body);
    block->setAccessibleName(tr("Quoted: %1").arg(quote));
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(14, 6, 6, 7);
    column->setSpacing(3);
    QLabel* said = label(QStringLiteral("“") + quote + QStringLiteral("”"), windowFont(),
                         QPalette::Text, block);
    if (!marked.empty()) {
        said->setTextFormat(Qt::RichText);
        said->setText(withMarks(quote, marked));
    }
    column->addWidget(said);
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

//// What can have the focus, from top to bottom.
std::vector<QWidget*> Sheet::stops() const
{
    std::vector<QWidget*> found;
    if (widget() != nullptr)
        for (QWidget* each : widget()->findChildren<QWidget*>())
            if (each->focusPolicy() & Qt::TabFocus)
                found.push_back(each);
    return found;
}

/// Of those of its kind.
Sheet::Stop Sheet::stopOf(const QWidget& focused) const
{
    Stop stop{nameOf(focused), kindOf(focused), 0};
    for (const QWidget* each : stops()) {
        if (each == &focused)
            break;
        stop.index += kindOf(*each) == stop.kind ? 1 : 0;
    }
    return stop;
}

/// On the stop of the same name, else (of the same subject) on the one in the same place.
void Sheet::focusOn(const Stop& wanted, bool isSameSubject)
{
    std::vector<QWidget*> alike;
    for (QWidget* each : stops())
        if (kindOf(*each) == wanted.kind)
            alike.push_back(each);
    const auto same = std::find_if(alike.begin(), alike.end(), [&wanted](const QWidget* each) {
        return nameOf(*each) == wanted.name;
    });
    QWidget* next = this;
    if (same != alike.end())
        next = *same;
    else if (isSameSubject && !alike.empty())
        next = alike[std::min(wanted.index, alike.size() - 1)];
    next->setFocus(Qt::OtherFocusReason);
    if (next != this)
        ensureWidgetVisible(next);
}

/// The whole sheet at once: no state between is ever painted.
void Sheet::end(bool isSameSubject)
{
    m_column->addStretch(1);
    const QWidget* focused = window()->focusWidget();
    const bool hadFocus = widget() != nullptr && widget()->isAncestorOf(focused);
    const Stop stop = hadFocus ? stopOf(*focused) : Stop();
    const int scrolled = isSameSubject ? verticalScrollBar()->value() : 0;
    // The row that asked for the next sheet may still be in its press. It must not take the focus
    // with it: Qt would give it to whatever comes next in the window.
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    if (QWidget* old = takeWidget()) {
        old->setParent(this);
        old->hide();
        old->deleteLater();
    }
    // With a size of its own it isn't measured for one that nobody sees.
    m_body->resize(viewport()->size());
    setWidget(m_body);
    m_body->show();
    verticalScrollBar()->setValue(scrolled);
    if (hadFocus)
        focusOn(stop, isSameSubject);
}

} // namespace gyre
