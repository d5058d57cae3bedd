#include "ui/panels/startpage.h"

#include "ui/icons.h"
#include "ui/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace gyre {

namespace {

QLabel* line(const QString& text, int pixels, int weight, QPalette::ColorRole role, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(windowFont(pixels, weight));
    label->setForegroundRole(role);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent)
    , m_card(new QWidget(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_card->setFixedWidth(620);
    auto* column = new QVBoxLayout(m_card);
    column->setContentsMargins(40, 44, 40, 40);
    column->setSpacing(12);
    auto* mark = new QLabel(m_card);
    mark->setPixmap(icon(Sign::Gyre).pixmap(QSize(56, 56), devicePixelRatioF()));
    mark->setFixedHeight(64);
    mark->setAlignment(Qt::AlignCenter);
    column->addWidget(mark);
    column->addWidget(line(tr("See who funds whom"), 26, QFont::Bold, QPalette::Text, m_card));
    column->addWidget(line(tr("Gyre reads news about investments, draws the deals between firms as "
                              "a network, and shows the sentence behind every number."),
                           14, QFont::Normal, QPalette::PlaceholderText, m_card));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    const auto addButton = [&](const QString& text, bool isPrimary, void (StartPage::*asked)()) {
        auto* button = new QPushButton(text, m_card);
        if (isPrimary)
            button->setObjectName(QStringLiteral("primary"));
        connect(button, &QPushButton::clicked, this, asked);
        buttons->addWidget(button);
    };
    buttons->addStretch(1);
    addButton(tr("Open a briefing…"), true, &StartPage::openAsked);
    addButton(tr("Paste"), false, &StartPage::pasteAsked);
    addButton(tr("Open the sample"), false, &StartPage::sampleAsked);
    buttons->addStretch(1);
    column->addSpacing(10);
    column->addLayout(buttons);
    column->addSpacing(6);
    column->addWidget(line(tr("or drop texts, web pages or networks here"), 12, QFont::Normal,
                           QPalette::PlaceholderText, m_card));
    column->addWidget(line(tr("Everything stays on this computer."), 12, QFont::Normal,
                           QPalette::PlaceholderText, m_card));
    auto* page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addWidget(m_card, 0, Qt::AlignHCenter);
    page->addStretch(3);
}

void StartPage::setDropTarget(bool isTarget)
{
    m_isDropTarget = isTarget;
    update();
}

void StartPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours& c = coloursOf(palette());
    painter.setPen(QPen(m_isDropTarget ? c.accent : c.control, 1.5, Qt::DashLine));
    painter.setBrush(m_isDropTarget ? QBrush(c.accentSoft) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(m_card->geometry()).adjusted(1, 1, -1, -1), 12, 12);
}

} // namespace gyre
