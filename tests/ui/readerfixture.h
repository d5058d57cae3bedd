// A window in its reader's hands: words marked with the mouse, menus opened with its right button.
#pragma once

#include "tests/ui/windowfixture.h"

#include <QDialog>
#include <QMenu>
#include <QTimer>

namespace gyre {

class ReaderFixture : public WindowFixture
{
protected:
    /// Once the dialog has given the window back.
    void takeBack()
    {
        QTRY_VERIFY(m_window->findChild<QDialog*>() == nullptr);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        key(Qt::Key_Z, Qt::ControlModifier);
    }

    /// Right click at the pixel, then a click on the words of the menu.
    void chooseAt(QWidget& widget, QPoint at, const QString& words)
    {
        bool isChosen = false;
        QTimer::singleShot(50, this, [&isChosen, words] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (menu == nullptr)
                return;
            for (QAction* action : menu->actions())
                if (action->text() == words) {
                    isChosen = true;
                    QTest::mouseClick(menu, Qt::LeftButton, {},
                                      menu->actionGeometry(action).center());
                    return;
                }
            menu->close();
        });
        QTest::mouseClick(m_window->windowHandle(), Qt::RightButton, {},
                          widget.mapTo(m_window.get(), at));
        QVERIFY2(isChosen, qPrintable(words));
    }

    QPoint pointOf(const QString& words)
    {
        const int at = int(text().indexOf(words));
        const TextSpan span{at, at + int(words.size())};
        panel().textView().reveal(span);
        const auto boxes = panel().textView().boxes(span);
        return boxes.empty() ? QPoint() : boxes.front().center().toPoint();
    }

    /// With the mouse, from the first letter to behind the last.
    void selectWords(const QString& words)
    {
        TextView& view = panel().textView();
        const int at = int(text().indexOf(words));
        view.reveal({at, at + int(words.size())});
        const auto first = view.boxes({at, at + 1});
        const auto last = view.boxes({at + int(words.size()) - 1, at + int(words.size())});
        const QPoint from(int(first.front().left()) + 1, int(first.front().center().y()));
        const QPoint to(int(last.front().right()), int(last.front().center().y()));
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, view.viewport()->mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(view.viewport(), &move);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
        QCOMPARE(view.selectedText(), words);
    }

    void chooseForWords(const QString& action)
    {
        TextView& view = panel().textView();
        chooseAt(*view.viewport(), view.boxes(view.selectedSpan()).front().center().toPoint(),
                 action);
    }
};

} // namespace gyre
