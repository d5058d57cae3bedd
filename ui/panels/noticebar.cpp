#include "ui/panels/noticebar.h"

#include "ui/icons.h"
#include "ui/style.h"
#include "ui/words/words.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace gyre {

namespace {

/// The list under "Show all" stays readable; the rest is counted.
constexpr std::size_t mostLines = 14;

/// Files by their names: the folder is known to who opened them.
QString lineOf(Diagnostic diagnostic)
{
    if (diagnostic.file.startsWith(u':') || diagnostic.file.contains(u'/'))
        diagnostic.file = QFileInfo(diagnostic.file).fileName();
    return located(diagnostic);
}

} // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_summary(new QLabel(this))
    , m_details(new QLabel(this))
    , m_take(new QPushButton(this))
    , m_more(new QPushButton(tr("Show all"), this))
    , m_close(new QToolButton(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 6, 8, 6);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    for (QLabel* label : {m_summary, m_details}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
    }
    m_take->setObjectName(QStringLiteral("link"));
    m_more->setObjectName(QStringLiteral("link"));
    m_close->setObjectName(QStringLiteral("icon"));
    m_close->setIcon(icon(Sign::Close));
    m_close->setAccessibleName(tr("Close the messages"));
    m_close->setToolTip(tr("Close"));
    m_details->setAccessibleName(tr("All messages"));
    row->addWidget(m_summary, 1);
    row->addWidget(m_take);
    row->addWidget(m_more);
    row->addWidget(m_close);
    column->addLayout(row);
    column->addWidget(m_details);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_take, &QPushButton::clicked, this, [this] { m_offer.call(); });
    connect(m_more, &QPushButton::clicked, this, [this] { setExpanded(m_details->isHidden()); });
    hide();
}

QString NoticeBar::text() const
{
    return m_summary->text();
}

void NoticeBar::show(const Diagnostics& diagnostics)
{
    show(diagnostics, {});
}

void NoticeBar::show(const Diagnostics& diagnostics, Offer offer)
{
    if (diagnostics.empty())
        return;
    m_all.insert(m_all.end(), diagnostics.begin(), diagnostics.end());
    // What arrives while a message is still up stands before it: nothing is lost by a second one,
    // and the newest is what the reader has just asked for.
    if (isHidden())
        m_shown.clear();
    Diagnostics newest = diagnostics;
    std::stable_sort(newest.begin(), newest.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return a.severity > b.severity;
    });
    m_shown.insert(m_shown.begin(), newest.begin(), newest.end());
    m_summary->setText(lineOf(m_shown.front()));
    m_summary->setAccessibleName(m_summary->text());
    m_offer = std::move(offer);
    m_take->setText(m_offer.text);
    m_take->setVisible(bool(m_offer.call));
    m_more->setVisible(m_shown.size() > 1);
    setExpanded(false);
    setVisible(true);
    // Of another gravity the whole strip has another ground, not only under the words.
    update();
}

void NoticeBar::setExpanded(bool isExpanded)
{
    QStringList lines;
    for (std::size_t i = 0; isExpanded && i < std::min(m_shown.size(), mostLines); ++i)
        lines << QStringLiteral("• ") + lineOf(m_shown[i]);
    if (isExpanded && m_shown.size() > mostLines)
        lines << tr("… and %1 more").arg(m_shown.size() - mostLines);
    m_details->setText(lines.join(u'\n'));
    m_details->setVisible(isExpanded);
    m_more->setText(isExpanded ? tr("Show less") : tr("Show all %1").arg(m_shown.size()));
}

void NoticeBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& c = coloursOf(palette());
    const bool isGrave = !m_shown.empty() && m_shown.front().severity != Severity::Note;
    painter.fillRect(rect(), isGrave ? c.warningSoft : c.accentSoft);
    painter.fillRect(0, 0, 4, height(), isGrave ? c.warning : c.accent);
    painter.fillRect(0, height() - 1, width(), 1, c.line);
}

} // namespace gyre
