#include "ui/actions.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

namespace gyre {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Actions", text);
}

/// "Open…": what the text is without its mnemonic.
QString plain(const char* text)
{
    return translated(text).remove(u'&');
}

std::vector<CommandRow> makeRows()
{
    const auto file = QT_TRANSLATE_NOOP("Actions", "&File");
    const auto edit = QT_TRANSLATE_NOOP("Actions", "&Edit");
    const auto view = QT_TRANSLATE_NOOP("Actions", "&View");
    const auto help = QT_TRANSLATE_NOOP("Actions", "&Help");
    using K = QKeySequence;
    return {
        {Command::Open,
         file,
         QT_TRANSLATE_NOOP("Actions", "&Open…"),
         Sign::Open,
         {K(Qt::CTRL | Qt::Key_O)}},
        {Command::Paste,
         file,
         QT_TRANSLATE_NOOP("Actions", "&Paste briefing"),
         Sign::Paste,
         {K(Qt::CTRL | Qt::Key_V)}},
        {Command::OpenSample, file, QT_TRANSLATE_NOOP("Actions", "Open the &sample"), {}, {}},
        {Command::Export,
         file,
         QT_TRANSLATE_NOOP("Actions", "&Export…"),
         {},
         {K(Qt::CTRL | Qt::Key_E)},
         false,
         true},
        {Command::Print,
         file,
         QT_TRANSLATE_NOOP("Actions", "P&rint…"),
         {},
         {K(Qt::CTRL | Qt::Key_P)}},
        {Command::CloseBriefing,
         file,
         QT_TRANSLATE_NOOP("Actions", "&Close briefing"),
         {},
         {K(Qt::CTRL | Qt::Key_W)}},
        {Command::Quit,
         file,
         QT_TRANSLATE_NOOP("Actions", "&Quit"),
         {},
         {K(Qt::CTRL | Qt::Key_Q)},
         false,
         true},
        {Command::Undo,
         edit,
         QT_TRANSLATE_NOOP("Actions", "&Undo"),
         Sign::Undo,
         {K(Qt::CTRL | Qt::Key_Z)}},
        {Command::Redo,
         edit,
         QT_TRANSLATE_NOOP("Actions", "&Redo"),
         Sign::Redo,
         {K(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), K(Qt::CTRL | Qt::Key_Y)}},
        {Command::EditFact,
         edit,
         QT_TRANSLATE_NOOP("Actions", "&Edit the selected fact…"),
         {},
         {K(Qt::Key_E), K(Qt::CTRL | Qt::SHIFT | Qt::Key_E)},
         false,
         true},
        {Command::Accept,
         edit,
         QT_TRANSLATE_NOOP("Actions", "&Accept the selected fact"),
         {},
         {K(Qt::CTRL | Qt::Key_Return)}},
        {Command::Reject,
         edit,
         QT_TRANSLATE_NOOP("Actions", "Re&ject the selected fact"),
         {},
         {K(Qt::CTRL | Qt::Key_Delete)}},
        {Command::Names, edit, QT_TRANSLATE_NOOP("Actions", "&Names Gyre has learnt…"), {}, {}},
        {Command::CopyPicture,
         edit,
         QT_TRANSLATE_NOOP("Actions", "&Copy the picture"),
         {},
         {K(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
         false,
         true},
        {Command::Find,
         edit,
         QT_TRANSLATE_NOOP("Actions", "&Find…"),
         Sign::Search,
         {K(Qt::CTRL | Qt::Key_K), K(Qt::CTRL | Qt::Key_F)},
         false,
         true},
        {Command::Back,
         view,
         QT_TRANSLATE_NOOP("Actions", "&Back"),
         Sign::Back,
         {K(Qt::ALT | Qt::Key_Left)}},
        {Command::Forward,
         view,
         QT_TRANSLATE_NOOP("Actions", "&Forward"),
         Sign::Forward,
         {K(Qt::ALT | Qt::Key_Right)}},
        {Command::ClearSelection,
         view,
         QT_TRANSLATE_NOOP("Actions", "&Clear the selection"),
         {},
         {K(Qt::Key_Escape)}},
        {Command::ShowNetwork,
         view,
         QT_TRANSLATE_NOOP("Actions", "&Network"),
         {},
         {K(Qt::CTRL | Qt::Key_1)},
         false,
         true},
        {Command::ShowValuations,
         view,
         QT_TRANSLATE_NOOP("Actions", "&Valuations"),
         {},
         {K(Qt::CTRL | Qt::Key_2)}},
        {Command::ShowOwnership,
         view,
         QT_TRANSLATE_NOOP("Actions", "&Ownership"),
         {},
         {K(Qt::CTRL | Qt::Key_3)}},
        {Command::ShowLoops,
         view,
         QT_TRANSLATE_NOOP("Actions", "&Loops"),
         {},
         {K(Qt::CTRL | Qt::Key_4)}},
        {Command::ShowDeals,
         view,
         QT_TRANSLATE_NOOP("Actions", "&Deals"),
         {},
         {K(Qt::CTRL | Qt::Key_5)}},
        {Command::ZoomIn,
         view,
         QT_TRANSLATE_NOOP("Actions", "Zoom &in"),
         Sign::ZoomIn,
         {K(Qt::CTRL | Qt::Key_Plus), K(Qt::CTRL | Qt::Key_Equal)},
         false,
         true},
        {Command::ZoomOut,
         view,
         QT_TRANSLATE_NOOP("Actions", "Zoom o&ut"),
         Sign::ZoomOut,
         {K(Qt::CTRL | Qt::Key_Minus)}},
        {Command::ZoomFit,
         view,
         QT_TRANSLATE_NOOP("Actions", "&Show all"),
         Sign::Fit,
         {K(Qt::CTRL | Qt::Key_0)}},
        {Command::Around1,
         view,
         QT_TRANSLATE_NOOP("Actions", "&One step"),
         {},
         {K(Qt::CTRL | Qt::SHIFT | Qt::Key_1)},
         false,
         true,
         Actions::aroundMenu()},
        {Command::Around2,
         view,
         QT_TRANSLATE_NOOP("Actions", "&Two steps"),
         {},
         {K(Qt::CTRL | Qt::SHIFT | Qt::Key_2)},
         false,
         false,
         Actions::aroundMenu()},
        {Command::Around3,
         view,
         QT_TRANSLATE_NOOP("Actions", "T&hree steps"),
         {},
         {K(Qt::CTRL | Qt::SHIFT | Qt::Key_3)},
         false,
         false,
         Actions::aroundMenu()},
        {Command::Route,
         view,
         QT_TRANSLATE_NOOP("Actions", "&Way between two firms…"),
         {},
         {K(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}},
        {Command::ShowAllFirms,
         view,
         QT_TRANSLATE_NOOP("Actions", "Sho&w all firms again"),
         {},
         {K(Qt::CTRL | Qt::SHIFT | Qt::Key_0)}},
        {Command::TidyUp,
         view,
         QT_TRANSLATE_NOOP("Actions", "&Tidy around my pins"),
         {},
         {K(Qt::CTRL | Qt::Key_T)},
         false,
         true,
         Actions::layoutMenu()},
        {Command::UnpinAll,
         view,
         QT_TRANSLATE_NOOP("Actions", "&Unpin all"),
         {},
         {},
         false,
         false,
         Actions::layoutMenu()},
        {Command::MergePairs,
         view,
         QT_TRANSLATE_NOOP("Actions", "One arrow for the deals of a pa&ir"),
         {},
         {K(Qt::CTRL | Qt::Key_M)},
         true},
        {Command::EditTitle,
         view,
         QT_TRANSLATE_NOOP("Actions", "Title of the &picture…"),
         {},
         {K(Qt::Key_F2)}},
        {Command::ShowBriefing,
         view,
         QT_TRANSLATE_NOOP("Actions", "B&riefing beside the picture"),
         {},
         {K(Qt::Key_F8)},
         true,
         true},
        {Command::ShowInspector,
         view,
         QT_TRANSLATE_NOOP("Actions", "Detai&ls beside the picture"),
         {},
         {K(Qt::Key_F9)},
         true},
        {Command::ThemeSystem,
         view,
         QT_TRANSLATE_NOOP("Actions", "&Theme of the desktop"),
         {},
         {},
         true,
         true},
        {Command::ThemeLight, view, QT_TRANSLATE_NOOP("Actions", "Light t&heme"), {}, {}, true},
        {Command::ThemeDark, view, QT_TRANSLATE_NOOP("Actions", "Dar&k theme"), {}, {}, true},
        {Command::Messages, help, QT_TRANSLATE_NOOP("Actions", "&Messages…"), {}, {}},
        {Command::Shortcuts,
         help,
         QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
         {},
         {K(Qt::Key_F1)}},
        {Command::About, help, QT_TRANSLATE_NOOP("Actions", "&About Gyre"), {}, {}, false, true},
    };
}

} // namespace

std::span<const CommandRow> commandRows()
{
    static const std::vector<CommandRow> rows = makeRows();
    return rows;
}

Actions::Actions(QWidget* window)
    : QObject(window)
{
    for (const CommandRow& row : commandRows()) {
        auto* action = new QAction(translated(row.text), window);
        action->setShortcuts(QList<QKeySequence>(row.keys.begin(), row.keys.end()));
        action->setCheckable(row.isCheckable);
        if (row.sign)
            action->setIcon(icon(*row.sign));
        QString toolTip = plain(row.text);
        if (!row.keys.empty())
            toolTip +=
                QStringLiteral(" (") + row.keys.front().toString(QKeySequence::NativeText) + u')';
        action->setToolTip(toolTip);
        window->addAction(action);
        m_actions.at(static_cast<std::size_t>(row.command)) = action;
    }
}

void Actions::onTrigger(Command command, const std::function<void()>& call)
{
    connect(&(*this)[command], &QAction::triggered, this, [call] { call(); });
}

const char* Actions::layoutMenu()
{
    return QT_TRANSLATE_NOOP("Actions", "La&yout");
}

const char* Actions::aroundMenu()
{
    return QT_TRANSLATE_NOOP("Actions", "&Around the selected firm");
}

QMenu* Actions::submenu(const char* text) const
{
    for (const auto& [title, menu] : m_submenus)
        if (title == translated(text))
            return menu;
    return nullptr;
}

void Actions::fill(QMenuBar& bar)
{
    QMenu* menu = nullptr;
    QString title;
    for (const CommandRow& row : commandRows()) {
        if (menu == nullptr || title != translated(row.menu)) {
            title = translated(row.menu);
            menu = bar.addMenu(title);
        }
        QMenu* place = menu;
        if (row.submenu != nullptr) {
            place = submenu(row.submenu);
            if (place == nullptr) {
                if (row.startsGroup)
                    menu->addSeparator();
                place = menu->addMenu(translated(row.submenu));
                m_submenus.emplace_back(place->title(), place);
            }
        } else if (row.startsGroup) {
            menu->addSeparator();
        }
        place->addAction(&(*this)[row.command]);
    }
}

QStringList Actions::shortcuts() const
{
    QStringList lines;
    for (const CommandRow& row : commandRows())
        if (!row.keys.empty())
            lines << plain(row.text) + u'\t' + row.keys.front().toString(QKeySequence::NativeText);
    return lines;
}

} // namespace gyre
