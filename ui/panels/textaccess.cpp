#include "ui/panels/textaccess.h"

#include "ui/panels/textview.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace gyre {

namespace {

class TextAccess : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit TextAccess(TextView* view)
        : QAccessibleWidget(view, QAccessible::EditableText)
    {
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

    void selection(int index, int* start, int* end) const override
    {
        const TextSpan span = index == 0 ? view().selectedSpan() : TextSpan{};
        *start = span.start;
        *end = span.end;
    }

    [[nodiscard]] int selectionCount() const override
    {
        return view().selectedSpan().isEmpty() ? 0 : 1;
    }

    void addSelection(int start, int end) override { view().selectSpan({start, end}); }

    void removeSelection(int) override { view().selectSpan({cursorPosition(), cursorPosition()}); }

    void setSelection(int, int start, int end) override { view().selectSpan({start, end}); }

    [[nodiscard]] int cursorPosition() const override { return view().selectedSpan().end; }

    void setCursorPosition(int position) override { view().selectSpan({position, position}); }

    [[nodiscard]] QString text(int start, int end) const override
    {
        return view().text().mid(start, end - start);
    }

    using QAccessibleWidget::text;

    [[nodiscard]] int characterCount() const override { return int(view().text().size()); }

    [[nodiscard]] QRect characterRect(int offset) const override
    {
        const auto boxes = view().boxes({offset, offset + 1});
        if (boxes.empty())
            return {};
        const QRect box = boxes.front().toAlignedRect();
        return {view().viewport()->mapToGlobal(box.topLeft()), box.size()};
    }

    [[nodiscard]] int offsetAtPoint(const QPoint& point) const override
    {
        return view().offsetAt(view().viewport()->mapFromGlobal(point)).value_or(-1);
    }

    void scrollToSubstring(int start, int end) override { view().reveal({start, end}); }

    QString attributes(int offset, int* start, int* end) const override
    {
        *start = offset;
        *end = offset + 1;
        return {};
    }

private:
    [[nodiscard]] TextView& view() const { return *static_cast<TextView*>(widget()); }
};

QAccessibleInterface* accessOf(const QString&, QObject* object)
{
    auto* view = qobject_cast<TextView*>(object);
    return view != nullptr ? new TextAccess(view) : nullptr;
}

} // namespace

void installTextAccess()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(accessOf);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

} // namespace gyre
