#include "ui/panels/strip.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QScrollBar>

namespace gyre {

Strip::Strip(QWidget* bar, QWidget* parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setProperty("isPlain", true);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setWidget(bar);
    bar->installEventFilter(this);
    // Tab comes from outside as well.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (widget()->isAncestorOf(now))
            ensureWidgetVisible(now);
    });
    fit();
}

void Strip::fit()
{
    if (QLayout* layout = widget()->layout())
        layout->activate();
    const QSize least = widget()->minimumSizeHint();
    const bool isCut = least.width() > width();
    setFixedHeight(std::max(least.height(), widget()->sizeHint().height()) +
                   (isCut ? horizontalScrollBar()->sizeHint().height() : 0));
    setVisible(widget()->isVisibleTo(this));
    // At once: a bar that asks for less is no longer cut.
    widget()->resize(std::max(width(), least.width()), widget()->height());
}

void Strip::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    emit roomChanged(width());
    fit();
}

bool Strip::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() &&
        (event->type() == QEvent::LayoutRequest || event->type() == QEvent::ShowToParent ||
         event->type() == QEvent::HideToParent))
        fit();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace gyre
