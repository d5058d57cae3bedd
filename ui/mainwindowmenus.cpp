// Menus of the network: its layouts, what is around a firm, ways, pins; and those under the
// pointer.
#include "graph/layout/layouts.h"
#include "ui/canvas/canvas.h"
#include "ui/dialogs/routedialog.h"
#include "ui/document/arranging.h"
#include "ui/document/correcting.h"
#include "ui/document/looking.h"
#include "ui/mainwindow.h"
#include "ui/panels/inspector.h"
#include "ui/panels/networkpage.h"
#include "ui/panels/pages.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>

namespace gyre {

namespace {

QString engineOf(const Document& document)
{
    const QString& engine = document.project().arranging.engine;
    return engine.isEmpty() ? QStringLiteral("default") : engine;
}

} // namespace

void MainWindow::connectMenus()
{
    NetworkPage* page = &m_pages->network();
    connect(page, &NetworkPage::firmMenuRequested, this, &MainWindow::showFirmMenu);
    connect(page, &NetworkPage::emptyMenuRequested, this, &MainWindow::showEmptyMenu);
    connect(m_inspector, &Inspector::routeAsked, this, &MainWindow::askForRoute);
    for (int hops = 1; hops <= mostHops; ++hops)
        m_actions.onTrigger(static_cast<Command>(static_cast<int>(Command::Around1) + hops - 1),
                            [this, hops] {
                                if (const FirmId firm = firmAtHand(); firm.isValid())
                                    lookAround(m_document, firm, hops);
                            });
    m_actions.onTrigger(Command::Route, [this] { askForRoute(firmAtHand()); });
    m_actions.onTrigger(Command::ShowAllFirms, [this] { lookAtAll(m_document); });
    m_actions.onTrigger(Command::TidyUp, [this] { tidyUp(m_document); });
    m_actions.onTrigger(Command::UnpinAll, [this] { unpinAll(m_document); });
    m_actions.onTrigger(Command::EditTitle, [page] { page->editTitle(); });
    m_actions.onTrigger(Command::MergePairs, [this] {
        Lens lens = m_document.lens();
        lens.mergesPairs = m_actions[Command::MergePairs].isChecked();
        lens.page = Page::Network;
        m_document.setLens(lens);
    });
    // F2 edits cells elsewhere.
    m_actions[Command::EditTitle].setShortcutContext(Qt::WidgetShortcut);
    page->canvas().addAction(&m_actions[Command::EditTitle]);
    fillLayoutMenu();
    connect(&m_document, &Document::projectChanged, this, &MainWindow::refreshLayoutActions);
    connect(&m_document, &Document::lensChanged, this, &MainWindow::refreshLayoutActions);
    connect(&m_document, &Document::selectionChanged, this, &MainWindow::refreshLayoutActions);
    refreshLayoutActions();
}

/// The engines that the command line knows too.
void MainWindow::fillLayoutMenu()
{
    QMenu* menu = m_actions.submenu(Actions::layoutMenu());
    QAction* first = menu->actions().front();
    m_engines = new QActionGroup(this);
    for (const LayoutEngine& engine : layoutEngines()) {
        const QString name = QString::fromLatin1(engine.name);
        auto* action = new QAction(engineTitle(name), m_engines);
        action->setCheckable(true);
        action->setData(name);
        menu->insertAction(first, action);
        connect(action, &QAction::triggered, this, [this, name] {
            arrangeWith(m_document, name);
            rememberEngine();
        });
    }
    menu->insertSeparator(first);
}

/// For what is opened next time.
void MainWindow::rememberEngine()
{
    QSettings stored = settings();
    stored.setValue(QStringLiteral("layout"), m_document.project().arranging.engine);
}

void MainWindow::refreshLayoutActions()
{
    const QString engine = engineOf(m_document);
    for (QAction* action : m_engines->actions())
        action->setChecked(action->data().toString() == engine);
    const Lens& lens = m_document.lens();
    const bool hasFirm = firmAtHand().isValid();
    m_actions[Command::MergePairs].setChecked(lens.mergesPairs);
    m_actions[Command::UnpinAll].setEnabled(hasPins(m_document));
    m_actions[Command::TidyUp].setEnabled(!m_document.isEmpty());
    m_actions[Command::ShowAllFirms].setEnabled(!lens.filter.focus.empty() || lens.filter.route);
    m_actions[Command::Route].setEnabled(m_document.view().firmCount() > 1);
    m_actions.submenu(Actions::aroundMenu())->setEnabled(hasFirm || !m_document.isEmpty());
}

FirmId MainWindow::firmAtHand() const
{
    const auto* selected = std::get_if<FirmId>(&m_document.selection());
    return selected != nullptr ? *selected : m_pages->network().canvas().currentFirm();
}

/// Among all deals that the other filters let in, not only those now in focus.
void MainWindow::askForRoute(FirmId from)
{
    Filter filter = m_document.lens().filter;
    Filter::Route start = filter.route.value_or(Filter::Route{from, {}, false});
    filter.focus.clear();
    filter.route.reset();
    if (from.isValid() && from != start.from)
        start = {from, {}, start.isDirected};
    auto* dialog = new RouteDialog(viewOf(m_document.view().network(), filter), start, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { lookAtRoute(m_document, dialog->route()); });
    dialog->open();
}

void MainWindow::addAroundMenu(QMenu& menu, FirmId firm)
{
    QMenu* around =
        menu.addMenu(tr("Only what is around %1").arg(m_document.view().network().firm(firm).name));
    const QStringList steps{tr("1 step"), tr("2 steps"), tr("3 steps")};
    for (int hops = 1; hops <= mostHops; ++hops)
        around->addAction(steps.at(hops - 1), this,
                          [this, firm, hops] { lookAround(m_document, firm, hops); });
}

void MainWindow::addRoutes(QMenu& menu, FirmId firm)
{
    const Network& network = m_document.view().network();
    const auto* selected = std::get_if<FirmId>(&m_document.selection());
    if (selected != nullptr && *selected != firm)
        menu.addAction(
            tr("Way between %1 and %2").arg(network.firm(*selected).name, network.firm(firm).name),
            this, [this, from = *selected, firm] {
                lookAtRoute(m_document, {from, firm, false});
            });
    menu.addAction(tr("Way from %1 to another firm…").arg(network.firm(firm).name), this,
                   [this, firm] { askForRoute(firm); });
    if (m_actions[Command::ShowAllFirms].isEnabled())
        menu.addAction(&m_actions[Command::ShowAllFirms]);
}

void MainWindow::addPins(QMenu& menu, FirmId firm)
{
    menu.addSeparator();
    const auto place = m_document.project().placement.place(firm);
    if (place && place->isPinned)
        menu.addAction(tr("Unpin"), this, [this, firm] { m_document.unpin(firm); });
    else if (const auto now = m_pages->network().placeOf(firm))
        menu.addAction(tr("Pin where it is"), this,
                       [this, firm, at = *now] { pin(m_document, firm, at); });
    menu.addAction(&m_actions[Command::TidyUp]);
    if (m_actions[Command::UnpinAll].isEnabled())
        menu.addAction(&m_actions[Command::UnpinAll]);
}

void MainWindow::showFirmMenu(FirmId firm, QPoint at)
{
    QMenu menu(this);
    addAroundMenu(menu, firm);
    addRoutes(menu, firm);
    addPins(menu, firm);
    menu.addSeparator();
    menu.addAction(tr("This is the same firm as…"), this, [this, firm] { askForOtherName(firm); });
    menu.addAction(tr("Rename…"), this, [this, firm] { askForNewName(firm); });
    menu.addAction(tr("This is no firm"), this, [this, firm] { rejectFirm(m_document, firm); });
    menu.exec(at);
}

void MainWindow::showEmptyMenu(QPoint at)
{
    QMenu menu(this);
    for (const Command command : {Command::ZoomFit, Command::ShowAllFirms, Command::Route})
        menu.addAction(&m_actions[command]);
    menu.addSeparator();
    menu.addMenu(m_actions.submenu(Actions::layoutMenu()));
    menu.addAction(&m_actions[Command::MergePairs]);
    menu.addAction(&m_actions[Command::EditTitle]);
    menu.exec(at);
}

} // namespace gyre
