#include "ui/panels/titleedit.h"

#include <QKeyEvent>

#include <cmath>

namespace gyre {

TitleEdit::TitleEdit(QWidget* parent)
    : QLineEdit(parent)
{
    setAccessibleName(tr("Title of the picture"));
    hide();
}

void TitleEdit::start(const QRect& place, double pixels, const QString& title,
                      const QString& proposed)
{
    m_before = title;
    m_isOpen = true;
    QFont large = font();
    large.setPixelSize(static_cast<int>(std::lround(std::max(11.0, pixels))));
    large.setWeight(QFont::DemiBold);
    setFont(large);
    setText(title);
    setPlaceholderText(proposed);
    const int high = std::max(place.height(), sizeHint().height());
    QRect mine(place.left() - 6, place.center().y() - high / 2, place.width() + 12, high);
    mine.setWidth(std::min(std::max(mine.width(), 260), parentWidget()->width() - 8));
    mine.moveLeft(
        std::clamp(mine.left(), 4, std::max(4, parentWidget()->width() - mine.width() - 4)));
    mine.moveTop(std::clamp(mine.top(), 2, std::max(2, parentWidget()->height() - high - 2)));
    setGeometry(mine);
    show();
    raise();
    selectAll();
    setFocus(Qt::OtherFocusReason);
}

/// Escape is for this field while it is open, not for the window.
bool TitleEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void TitleEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        finish(false);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        finish(true);
    else
        QLineEdit::keyPressEvent(event);
}

void TitleEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        finish(true);
}

void TitleEdit::finish(bool isWanted)
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    const bool hadFocus = hasFocus();
    hide();
    if (hadFocus)
        parentWidget()->setFocus();
    const QString title = text().simplified();
    if (isWanted && title != m_before)
        emit changed(title);
}

} // namespace gyre
