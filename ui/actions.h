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

class QMenu;
class QMenuBar;

namespace gyre {

enum class Command : std::uint8_t
{
    Open,
    Paste,
    OpenSample,
    Export,
    Print,
    CloseBriefing,
    Quit,
    Undo,
    Redo,
    EditFact,
    Accept,
    Reject,
    Names,
    Find,
    CopyPicture,
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
    Around1,
    Around2,
    Around3,
    Route,
    ShowAllFirms,
    TidyUp,
    UnpinAll,
    MergePairs,
    EditTitle,
    ShowBriefing,
    ShowInspector,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    Messages,
    Shortcuts,
    About
};
constexpr int commandCount = 43;

struct CommandRow
{
    Command command;
    /// Translated in the context "Actions".
    const char* menu;
    const char* text;
    std::optional<Sign> sign;
    std::vector<QKeySequence> keys;
    bool isCheckable = false;
    /// A line in the menu before it.
    bool startsGroup = false;
    /// The menu within the menu where it stands; nullptr: in the menu itself.
    const char* submenu = nullptr;
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
    void fill(QMenuBar& bar);

    /// A menu within a menu, by the text of CommandRow::submenu; once fill() has made it.
    [[nodiscard]] QMenu* submenu(const char* text) const;

    static const char* layoutMenu();
    static const char* aroundMenu();

    /// "Open…  Ctrl+O" for each that has keys.
    [[nodiscard]] QStringList shortcuts() const;

private:
    std::array<QAction*, commandCount> m_actions{};
    std::vector<std::pair<QString, QMenu*>> m_submenus;
};

} // namespace gyre
