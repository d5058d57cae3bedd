// What each command of the window does.
#include "ui/canvas/canvas.h"
#include "ui/dialogs/printing.h"
#include "ui/mainwindow.h"
#include "ui/panels/briefingpanel.h"
#include "ui/panels/helpdialogs.h"
#include "ui/panels/inspector.h"
#include "ui/panels/networkpage.h"
#include "ui/panels/noticebar.h"
#include "ui/panels/pages.h"
#include "ui/panels/searchfield.h"
#include "ui/panels/topbar.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QSettings>

namespace gyre {

void MainWindow::connectFileActions()
{
    m_actions.onTrigger(Command::Open, [this] { askForFiles(); });
    m_actions.onTrigger(Command::Paste, [this] {
        if (const QMimeData* mime = QApplication::clipboard()->mimeData())
            pasteFrom(*mime);
    });
    m_actions.onTrigger(Command::OpenSample, [this] { openSample(); });
    m_actions.onTrigger(Command::Export, [this] { exportPictures(); });
    m_actions.onTrigger(Command::Print,
                        [this] { openPrintPreview(exportRequest(), pictureShown(), this); });
    m_actions.onTrigger(Command::CloseBriefing, [this] { m_briefing->closeCurrent(); });
    m_actions.onTrigger(Command::Quit, [this] { close(); });
}

void MainWindow::connectEditActions()
{
    QUndoStack* undo = &m_document.undoStack();
    m_actions.onTrigger(Command::Undo, [undo] { undo->undo(); });
    m_actions.onTrigger(Command::Redo, [undo] { undo->redo(); });
    connect(undo, &QUndoStack::indexChanged, this, &MainWindow::refreshActions);
    m_actions.onTrigger(Command::CopyPicture, [this] { copyPicture(); });
    m_actions.onTrigger(Command::Find, [this] {
        m_topBar->search().setFocus(Qt::ShortcutFocusReason);
        m_topBar->search().selectAll();
    });
}

void MainWindow::connectViewActions()
{
    m_actions.onTrigger(Command::Back, [this] { m_document.back(); });
    m_actions.onTrigger(Command::Forward, [this] { m_document.forward(); });
    m_actions.onTrigger(Command::ClearSelection, [this] { m_document.select({}); });
    for (int i = 0; i < pageCount; ++i)
        m_actions.onTrigger(static_cast<Command>(static_cast<int>(Command::ShowNetwork) + i),
                            [this, i] {
                                Lens lens = m_document.lens();
                                lens.page = static_cast<Page>(i);
                                m_document.setLens(lens);
                                m_front = nullptr;
                                fitPanels();
                            });
    Canvas* canvas = &m_pages->network().canvas();
    m_actions.onTrigger(Command::ZoomIn, [canvas] { canvas->zoomIn(); });
    m_actions.onTrigger(Command::ZoomOut, [canvas] { canvas->zoomOut(); });
    m_actions.onTrigger(Command::ZoomFit, [canvas] { canvas->fit(); });
    for (const Command command : {Command::ShowBriefing, Command::ShowInspector})
        m_actions.onTrigger(command, [this, command] { togglePanel(command); });
    auto* themes = new QActionGroup(this);
    for (const auto& [command, appearance] : {std::pair{Command::ThemeSystem, Appearance::System},
                                              std::pair{Command::ThemeLight, Appearance::Light},
                                              std::pair{Command::ThemeDark, Appearance::Dark}}) {
        themes->addAction(&m_actions[command]);
        m_actions.onTrigger(command, [this, a = appearance] { setAppearance(a); });
    }
}

void MainWindow::connectHelpActions()
{
    m_actions.onTrigger(Command::Messages, [this] { showMessages(m_notices->all(), *this); });
    m_actions.onTrigger(Command::Shortcuts, [this] { showShortcuts(m_actions, *this); });
    m_actions.onTrigger(Command::About, [this] { showAbout(*this); });
}

void MainWindow::setAppearance(Appearance appearance)
{
    QSettings stored = settings();
    stored.setValue(QStringLiteral("theme"), name(appearance));
    applyStyle(*qApp, appearance);
}

} // namespace gyre
