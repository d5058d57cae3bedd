#include "ui/panels/layoutnotice.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

namespace gyre {

namespace {

QString countText(std::size_t deals)
{
    return QLocale().toString(qulonglong(deals));
}

} // namespace

LayoutNotice::LayoutNotice(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_button(new QPushButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 10, 10, 10);
    row->setSpacing(12);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(120);
    m_bar->setAccessibleName(tr("How far the layout is"));
    row->addWidget(m_text);
    row->addWidget(m_bar);
    row->addWidget(m_button);
    parent->installEventFilter(this);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_isStopped)
            emit goOnAsked();
        else
            emit stopAsked();
    });
    hide();
}

void LayoutNotice::showWork(std::size_t deals)
{
    m_isStopped = false;
    m_text->setText(deals == 1 ? tr("Laying out 1 deal…")
                               : tr("Laying out %1 deals…").arg(countText(deals)));
    // Until the first word of it: it moves, and says nothing.
    m_bar->setRange(0, 0);
    m_bar->show();
    m_button->setText(tr("Stop"));
    place();
}

void LayoutNotice::setProgress(double fraction)
{
    m_bar->setRange(0, 100);
    m_bar->setValue(static_cast<int>(fraction * 100));
}

void LayoutNotice::showStopped(std::size_t deals)
{
    m_isStopped = true;
    m_text->setText(deals == 1 ? tr("1 deal is not laid out")
                               : tr("%1 deals are not laid out").arg(countText(deals)));
    m_bar->hide();
    m_button->setText(tr("Go on"));
    place();
}

QString LayoutNotice::text() const
{
    return m_text->text();
}

void LayoutNotice::place()
{
    const QSize wanted = sizeHint().boundedTo(parentWidget()->size());
    resize(wanted);
    move((parentWidget()->width() - wanted.width()) / 2,
         std::max(0, parentWidget()->height() / 2 - wanted.height()));
    show();
    raise();
}

bool LayoutNotice::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void LayoutNotice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace gyre
