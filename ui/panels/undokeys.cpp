#include "ui/panels/undokeys.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>

namespace gyre {

namespace {

enum class Way
{
    Neither,
    Undo,
    Redo
};

Way wayOf(const QKeyEvent& event)
{
    const auto modifiers = event.modifiers();
    if (event.key() == Qt::Key_Z && modifiers == Qt::ControlModifier)
        return Way::Undo;
    if ((event.key() == Qt::Key_Z && modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) ||
        (event.key() == Qt::Key_Y && modifiers == Qt::ControlModifier))
        return Way::Redo;
    return Way::Neither;
}

bool hasOwn(const QObject* field, Way way)
{
    if (const auto* line = qobject_cast<const QLineEdit*>(field))
        return way == Way::Undo ? line->isUndoAvailable() : line->isRedoAvailable();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(field))
        return way == Way::Undo ? text->document()->isUndoAvailable()
                                : text->document()->isRedoAvailable();
    return false;
}

/// A shortcut does not reach beyond a menu that is open: its window's action is called by name.
void trigger(const QWidget* field, const QKeySequence& keys)
{
    for (const QWidget* widget = field; widget != nullptr; widget = widget->parentWidget())
        for (QAction* action : widget->actions())
            if (action->shortcuts().contains(keys) && action->isEnabled()) {
                action->trigger();
                return;
            }
}

class UndoKeys : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
            return false;
        const auto* press = static_cast<QKeyEvent*>(event);
        const Way way = wayOf(*press);
        if (way == Way::Neither || hasOwn(watched, way))
            return false;
        // Not taken before the shortcuts are looked at; pressed only where none of them answered.
        event->ignore();
        if (event->type() == QEvent::KeyPress) {
            trigger(qobject_cast<QWidget*>(watched), QKeySequence(press->keyCombination()));
            event->accept();
        }
        return true;
    }
};

} // namespace

void passOnUndoKeys(QWidget& field)
{
    field.installEventFilter(new UndoKeys(&field));
}

} // namespace gyre
