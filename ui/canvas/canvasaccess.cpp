#include "ui/canvas/canvasaccess.h"

#include "ui/canvas/canvas.h"

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>
#include <map>

namespace gyre {

namespace {

QRect onScreen(const Canvas& canvas, const QRectF& box)
{
    const QRect inWidget =
        QRectF(canvas.toWidget(box.topLeft()), canvas.toWidget(box.bottomRight())).toAlignedRect();
    return {canvas.mapToGlobal(inWidget.topLeft()), inWidget.size()};
}

/// One firm or deal.
class ItemAccess : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ItemAccess(Canvas* canvas, CanvasItem item)
        : m_canvas(canvas)
        , m_item(item)
    {
    }

    [[nodiscard]] bool isValid() const override
    {
        return m_canvas != nullptr && m_canvas->has(m_item);
    }

    [[nodiscard]] QObject* object() const override { return nullptr; }

    [[nodiscard]] QWindow* window() const override
    {
        return m_canvas != nullptr ? m_canvas->window()->windowHandle() : nullptr;
    }

    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_canvas);
    }

    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }

    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }

    [[nodiscard]] int childCount() const override { return 0; }

    int indexOfChild(const QAccessibleInterface*) const override { return -1; }

    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        if (!isValid())
            return {};
        if (what == QAccessible::Name)
            return m_canvas->spoken(m_item);
        return what == QAccessible::Description ? m_canvas->spokenDetail(m_item) : QString();
    }

    void setText(QAccessible::Text, const QString&) override {}

    [[nodiscard]] QRect rect() const override
    {
        return isValid() ? onScreen(*m_canvas, m_canvas->boxOf(m_item)) : QRect();
    }

    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        state.focused = m_canvas->hasFocus() && m_canvas->current() == m_item;
        state.selected = m_canvas->isSelected(m_item);
        state.invisible = !m_canvas->isVisible();
        state.offscreen = !m_canvas->sight().intersects(m_canvas->boxOf(m_item));
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        return {pressAction(), setFocusAction(), showMenuAction()};
    }

    void doAction(const QString& action) override
    {
        if (!isValid())
            return;
        m_canvas->setFocus();
        m_canvas->goTo(m_item);
        if (action == pressAction())
            m_canvas->activateCurrent();
        else if (action == showMenuAction())
            m_canvas->askForMenu();
    }

    [[nodiscard]] QStringList keyBindingsForAction(const QString& action) const override
    {
        return action == pressAction() ? QStringList{QStringLiteral("Return")} : QStringList();
    }

    [[nodiscard]] const CanvasItem& item() const { return m_item; }

private:
    QPointer<Canvas> m_canvas;
    CanvasItem m_item;
};

class CanvasAccess : public QAccessibleWidget
{
public:
    explicit CanvasAccess(Canvas* canvas)
        : QAccessibleWidget(canvas, QAccessible::Canvas)
    {
    }

    ~CanvasAccess() override
    {
        for (const auto& [item, id] : m_made)
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return static_cast<int>(items().size()); }

    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        const auto& all = items();
        return index >= 0 && index < static_cast<int>(all.size())
                   ? accessOf(all[static_cast<std::size_t>(index)])
                   : nullptr;
    }

    int indexOfChild(const QAccessibleInterface* child) const override
    {
        // Only what accessOf() made calls itself a child of this.
        const auto made = std::find_if(m_made.begin(), m_made.end(), [child](const auto& pair) {
            return QAccessible::accessibleInterface(pair.second) == child;
        });
        if (made == m_made.end())
            return -1;
        const auto& all = items();
        const auto found = std::find(all.begin(), all.end(), made->first);
        return found == all.end() ? -1 : static_cast<int>(found - all.begin());
    }

    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        const CanvasItem item = canvas().itemAt(canvas().mapFromGlobal(QPoint(x, y)));
        return item.isValid() ? accessOf(item) : nullptr;
    }

    [[nodiscard]] QAccessibleInterface* focusChild() const override
    {
        if (!canvas().hasFocus())
            return nullptr;
        const CanvasItem current = canvas().current();
        return current.isValid() ? accessOf(current) : QAccessibleWidget::focusChild();
    }

    [[nodiscard]] QAccessibleInterface* accessOf(const CanvasItem& item) const
    {
        const auto made = m_made.find(item);
        if (made != m_made.end())
            return QAccessible::accessibleInterface(made->second);
        auto* access = new ItemAccess(&canvas(), item);
        m_made.emplace(item, QAccessible::registerAccessibleInterface(access));
        return access;
    }

    /// Tells that the children are others, and lets those go that are out of sight. Never called
    /// while a child answers.
    void refresh()
    {
        const auto& all = items();
        for (auto made = m_made.begin(); made != m_made.end();) {
            if (std::find(all.begin(), all.end(), made->first) != all.end()) {
                ++made;
                continue;
            }
            QAccessibleEvent gone(QAccessible::accessibleInterface(made->second),
                                  QAccessible::ObjectDestroyed);
            QAccessible::updateAccessibility(&gone);
            QAccessible::deleteAccessibleInterface(made->second);
            made = m_made.erase(made);
        }
        QAccessibleEvent reordered(&canvas(), QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&reordered);
    }

private:
    [[nodiscard]] Canvas& canvas() const { return *static_cast<Canvas*>(widget()); }

    /// What is current is among them, wherever it is.
    [[nodiscard]] const std::vector<CanvasItem>& items() const
    {
        const CanvasItem current = canvas().current();
        if (m_sightNumber != canvas().sightNumber()) {
            m_items = itemsInSight(canvas().picture(), canvas().sight());
            m_sightNumber = canvas().sightNumber();
        }
        if (current.isValid() &&
            std::find(m_items.begin(), m_items.end(), current) == m_items.end()) {
            if (m_items.size() == mostItemsInSight)
                m_items.pop_back();
            m_items.push_back(current);
        }
        return m_items;
    }

    mutable int m_sightNumber = -1;
    mutable std::vector<CanvasItem> m_items;
    mutable std::map<CanvasItem, QAccessible::Id> m_made;
};

QAccessibleInterface* accessOf(const QString&, QObject* object)
{
    auto* canvas = qobject_cast<Canvas*>(object);
    return canvas != nullptr ? new CanvasAccess(canvas) : nullptr;
}

CanvasAccess* accessOf(Canvas& canvas)
{
    return dynamic_cast<CanvasAccess*>(QAccessible::queryAccessibleInterface(&canvas));
}

void tell(Canvas& canvas, const CanvasItem& item, QAccessible::Event what)
{
    CanvasAccess* access = accessOf(canvas);
    if (access == nullptr || !canvas.has(item))
        return;
    QAccessibleEvent event(access->accessOf(item), what);
    QAccessible::updateAccessibility(&event);
}

} // namespace

void installCanvasAccess()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(accessOf);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

void tellOfSight(Canvas& canvas)
{
    if (CanvasAccess* access = accessOf(canvas))
        access->refresh();
}

void tellOfFocus(Canvas& canvas, const CanvasItem& current)
{
    if (!QAccessible::isActive())
        return;
    if (current.isValid())
        return tell(canvas, current, QAccessible::Focus);
    QAccessibleEvent event(&canvas, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void tellOfSelection(Canvas& canvas, const CanvasItem& before, const CanvasItem& now)
{
    if (!QAccessible::isActive())
        return;
    tell(canvas, before, QAccessible::SelectionRemove);
    tell(canvas, now, QAccessible::SelectionAdd);
}

} // namespace gyre
