// Every command of the window once: its words, sign, keys, and where it stands in the menus. The
// window says what each does; menus, bar and the list of shortcuts are made from this table.
#pragma once

#include "ui/icons.h"

#include <QAction>
#include <QKeySequence>

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <vector>

class QMenuBar;

namespace gyre {

enum class Command : std::uint8_t
{
    Open,
    Paste,
    OpenSample,
    Export,
    CloseBriefing,
    Quit,
    Undo,
    Redo,
    Accept,
    Reject,
    Find,
    Back,
    Forward,
    ClearSelection,
    ShowNetwork,
    ShowValuations,
    ShowOwnership,
    ShowLoops,
    ShowDeals,
    ZoomIn,
    ZoomOut,
    ZoomFit,
    ArrangeAnew,
    ShowBriefing,
    ShowInspector,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    Messages,
    Shortcuts,
    About
};
constexpr int commandCount = 31;

struct CommandRow
{
    Command command;
    /// Translated in the context "Actions"; the menu in front of the slash.
    const char* menu;
    const char* text;
    std::optional<Sign> sign;
    std::vector<QKeySequence> keys;
    bool isCheckable = false;
    /// A line in the menu before it.
    bool startsGroup = false;
};

std::span<const CommandRow> commandRows();

class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget* window);

    [[nodiscard]] QAction& operator[](Command command) const
    {
        return *m_actions.at(static_cast<std::size_t>(command));
    }

    void onTrigger(Command command, const std::function<void()>& call);
    void fill(QMenuBar& bar) const;
    /// "Open…  Ctrl+O" for each that has keys.
    [[nodiscard]] QStringList shortcuts() const;

private:
    std::array<QAction*, commandCount> m_actions{};
};

} // namespace gyre
