// How a text view answers pointer and keys: selection of words, marks, copying.
#include "ui/panels/textview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTextBoundaryFinder>
#include <QToolTip>

namespace gyre {

TextSpan TextView::selectedSpan() const
{
    return {std::min(m_anchor, m_cursor), std::max(m_anchor, m_cursor)};
}

void TextView::selectSpan(TextSpan span)
{
    const int length = int(m_text.size());
    m_anchor = std::clamp(span.start, 0, length);
    m_cursor = std::clamp(span.end, 0, length);
    viewport()->update();
}

QString TextView::selectedText() const
{
    const TextSpan span = selectedSpan();
    return m_text.mid(span.start, span.length());
}

void TextView::copy() const
{
    if (!selectedSpan().isEmpty())
        QApplication::clipboard()->setText(selectedText());
}

void TextView::selectAll()
{
    selectSpan({0, int(m_text.size())});
}

bool TextView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto mark = markAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           mark ? m_subjects[m_marks[*mark].subject].toolTip : QString(),
                           viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && m_hoveredMark) {
        m_hoveredMark.reset();
        emit markHovered(std::nullopt);
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TextView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const auto offset = offsetAt(event->position());
    if (!offset)
        return;
    m_pressedAt = event->position();
    m_isSelecting = true;
    if (!event->modifiers().testFlag(Qt::ShiftModifier))
        m_anchor = *offset;
    m_cursor = *offset;
    viewport()->update();
}

void TextView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_isSelecting && event->buttons().testFlag(Qt::LeftButton)) {
        if (const auto offset = offsetAt(event->position()))
            m_cursor = *offset;
        if (event->position().y() < 0 || event->position().y() > viewport()->height())
            verticalScrollBar()->triggerAction(event->position().y() < 0
                                                   ? QAbstractSlider::SliderSingleStepSub
                                                   : QAbstractSlider::SliderSingleStepAdd);
        viewport()->update();
        return;
    }
    const auto mark = markAt(event->position());
    if (mark == m_hoveredMark)
        return;
    m_hoveredMark = mark;
    viewport()->setCursor(mark ? Qt::PointingHandCursor : Qt::IBeamCursor);
    viewport()->update();
    emit markHovered(mark);
}

void TextView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_isSelecting || event->button() != Qt::LeftButton)
        return;
    m_isSelecting = false;
    const double moved = (event->position() - m_pressedAt).manhattanLength();
    if (moved > QApplication::startDragDistance() || !selectedSpan().isEmpty())
        return;
    if (const auto mark = markAt(event->position()))
        emit markClicked(*mark);
    else
        emit blankClicked();
}

void TextView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const auto offset = offsetAt(event->position());
    const auto block = offset ? blockOf(*offset) : std::nullopt;
    if (!block)
        return;
    const TextSpan span = m_blocks[*block].span;
    const QString words = m_text.mid(span.start, span.length());
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, words);
    finder.setPosition(std::min<qsizetype>(*offset - span.start + 1, words.size()));
    const qsizetype start = std::max<qsizetype>(0, finder.toPreviousBoundary());
    const qsizetype end = finder.toNextBoundary();
    if (end > start)
        selectSpan({span.start + int(start), span.start + int(end)});
}

void TextView::stepMark(int by)
{
    if (m_marks.empty())
        return;
    const auto count = std::ptrdiff_t(m_marks.size());
    const std::ptrdiff_t from = m_currentMark ? std::ptrdiff_t(*m_currentMark) : (by > 0 ? -1 : 0);
    m_currentMark = std::size_t((from + by + count) % count);
    reveal(m_marks[*m_currentMark].span);
    viewport()->update();
}

void TextView::keyPressEvent(QKeyEvent* event)
{
    QScrollBar* bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->modifiers().testFlag(Qt::AltModifier))
        event->ignore();
    else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Left)
        stepMark(event->key() == Qt::Key_Right ? 1 : -1);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_currentMark)
        emit markClicked(*m_currentMark);
    else if (event->key() == Qt::Key_Home)
        bar->setValue(bar->minimum());
    else if (event->key() == Qt::Key_End)
        bar->setValue(bar->maximum());
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void TextView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    emit menuRequested(menu, isByKey ? m_currentMark : markAt(event->pos()));
    if (!menu.isEmpty())
        menu.addSeparator();
    QAction* copyAction = menu.addAction(tr("Copy"), this, &TextView::copy);
    copyAction->setEnabled(!selectedSpan().isEmpty());
    menu.addAction(tr("Select all"), this, &TextView::selectAll);
    menu.exec(event->globalPos());
}

} // namespace gyre
