#include "ui/mainwindow.h"

#include "graph/layout/layouts.h"
#include "ui/canvas/canvas.h"
#include "ui/dialogs/copying.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/panels/briefingpanel.h"
#include "ui/panels/inspector.h"
#include "ui/panels/networkpage.h"
#include "ui/panels/noticebar.h"
#include "ui/panels/pages.h"
#include "ui/panels/searchfield.h"
#include "ui/panels/startpage.h"
#include "ui/panels/statusline.h"
#include "ui/panels/strip.h"
#include "ui/panels/topbar.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace gyre {

namespace {

QStringList localFiles(const QMimeData& mime)
{
    QStringList paths;
    for (const QUrl& url : mime.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

QString fileFilter()
{
    return MainWindow::tr("Briefings and networks (%1);;All files (*)")
        .arg(QStringLiteral("*.txt *.md *.html *.htm *.eml *.pdf *.json *.graphml *.csv"));
}

} // namespace

QSettings MainWindow::settings()
{
    return QSettings(QStringLiteral("gyre"), QStringLiteral("gyre"));
}

MainWindow::MainWindow(std::shared_ptr<const Lexicon> lexicon, QWidget* parent)
    : QMainWindow(parent)
    , m_document(std::move(lexicon))
    , m_analyses(m_document)
    , m_actions(this)
{
    setAcceptDrops(true);
    setWindowIcon(icon(Sign::Gyre));
    setMinimumSize(300, 240);
    restoreSettings();
    placeParts();
    m_actions.fill(*menuBar());
    connectDocument();
    connectFileActions();
    connectEditActions();
    connectViewActions();
    connectHelpActions();
    connectMenus();
    connectFacts();
    rememberNames();
    refreshTitle();
    refreshActions();
}

/// The undo stack clears itself when it goes, which is after the actions are gone; the panels,
/// which commit what is in their fields when they lose the focus, go before the document.
MainWindow::~MainWindow()
{
    delete takeCentralWidget();
    m_document.undoStack().disconnect(this);
    m_document.disconnect(this);
}

void MainWindow::restoreSettings()
{
    const QSettings stored = settings();
    const Appearance appearance =
        appearanceFromName(stored.value(QStringLiteral("theme")).toString());
    applyStyle(*qApp, appearance);
    constexpr std::array ofTheme{Command::ThemeSystem, Command::ThemeLight, Command::ThemeDark};
    m_actions[ofTheme.at(static_cast<std::size_t>(appearance))].setChecked(true);
    if (!restoreGeometry(stored.value(QStringLiteral("geometry")).toByteArray()))
        resize(1440, 900);
    // An engine of another version of the program is no engine.
    if (const QString engine = stored.value(QStringLiteral("layout")).toString();
        findLayoutEngine(engine) != nullptr)
        m_document.setUsualEngine(engine);
}

void MainWindow::placeParts()
{
    // What is too small even for one panel is scrolled to.
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setProperty("isPlain", true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    auto* centre = new QWidget(scroll->viewport());
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_topBar = new TopBar(m_document, m_actions, centre);
    m_notices = new NoticeBar(centre);
    m_root = new QStackedWidget(centre);
    m_splitter = new QSplitter(Qt::Horizontal, m_root);
    m_briefing = new BriefingPanel(m_document, m_splitter);
    m_pages = new Pages(m_document, m_analyses, m_splitter);
    m_pages->addSigns(
        {&m_actions[Command::ZoomOut], &m_actions[Command::ZoomIn], &m_actions[Command::ZoomFit]});
    m_inspector = new Inspector(m_document, m_analyses, m_splitter);
    m_briefing->setMinimumWidth(230);
    m_inspector->setMinimumWidth(210);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isSplitByHand = true; });
    m_root->addWidget(m_splitter);
    auto* strip = new Strip(m_topBar, centre);
    connect(strip, &Strip::roomChanged, m_topBar, &TopBar::fitInto);
    column->addWidget(strip);
    column->addWidget(m_notices);
    column->addWidget(m_root, 1);
    scroll->setWidget(centre);
    setCentralWidget(scroll);
    m_status = new StatusLine(m_document, m_analyses, this);
    setStatusBar(m_status);
}

/// The picture gets more than half of the width, the text beside it lines of a newspaper's length.
void MainWindow::sharePlace()
{
    const int wide = width();
    const int left = std::clamp(wide * 23 / 100, 236, 350);
    const int right = std::clamp(wide * 21 / 100, 216, 320);
    m_splitter->setSizes({left, wide - left - right, right});
}

/// Beside the picture where there is room for both; else one of the three at a time.
void MainWindow::fitPanels()
{
    constexpr int leastBeside = 800;
    const bool isNarrow = width() < leastBeside * typeScale();
    const bool withBriefing = isNarrow ? m_front == m_briefing : m_wantsBriefing;
    const bool withInspector = isNarrow ? m_front == m_inspector : m_wantsInspector;
    const bool withPages = !isNarrow || m_front == nullptr;
    m_pages->setMinimumWidth(isNarrow ? 0 : 380);
    const std::initializer_list<std::pair<QWidget*, bool>> panels{
        {m_pages, withPages}, {m_briefing, withBriefing}, {m_inspector, withInspector}};
    // What shows goes first: the focus is never without a place.
    for (const auto& [panel, isShown] : panels)
        if (isShown)
            panel->show();
    for (const auto& [panel, isShown] : panels) {
        if (isShown)
            continue;
        if (panel->isAncestorOf(focusWidget()))
            (m_front != nullptr && isNarrow ? m_front : m_pages)->setFocus();
        panel->hide();
    }
    m_actions[Command::ShowBriefing].setChecked(withBriefing);
    m_actions[Command::ShowInspector].setChecked(withInspector);
}

/// The sign of the action is already what it shall be.
void MainWindow::togglePanel(Command command)
{
    const bool isWanted = m_actions[command].isChecked();
    QWidget* panel = m_inspector;
    if (command == Command::ShowBriefing) {
        panel = m_briefing;
        m_wantsBriefing = isWanted;
    } else {
        m_wantsInspector = isWanted;
    }
    m_front = isWanted ? panel : nullptr;
    fitPanels();
}

void MainWindow::connectDocument()
{
    connect(&m_document, &Document::projectChanged, this, &MainWindow::refreshRoot);
    connect(&m_document, &Document::busyChanged, this, &MainWindow::refreshRoot);
    connect(&m_document, &Document::projectChanged, this, &MainWindow::refreshTitle);
    connect(&m_document, &Document::projectChanged, this, &MainWindow::refreshActions);
    connect(&m_document, &Document::selectionChanged, this, &MainWindow::refreshActions);
    connect(&m_document, &Document::historyChanged, this, &MainWindow::refreshActions);
    connect(&m_document, &Document::messages, m_notices,
            qOverload<const Diagnostics&>(&NoticeBar::show));
    connect(m_inspector, &Inspector::quoteClicked, m_briefing,
            qOverload<const QString&, TextSpan>(&BriefingPanel::showSpan));
    connect(&m_topBar->search(), &SearchField::phraseChosen, m_briefing,
            qOverload<std::size_t, TextSpan>(&BriefingPanel::showSpan));
    connect(&m_pages->network(), &NetworkPage::painted, this, [this] {
        if (!m_hasPainted) {
            m_hasPainted = true;
            emit firstNetworkPainted();
        }
    });
}

// --- Ways in and out -----------------------------------------------------------------------------

void MainWindow::open(const QStringList& paths)
{
    m_document.open(paths);
}

void MainWindow::openSample()
{
    const QDir samples(QStringLiteral(":/gyre/samples"));
    QStringList paths;
    for (const QString& name : samples.entryList(QDir::Files, QDir::Name))
        paths << samples.filePath(name);
    open(paths);
}

void MainWindow::askForFiles()
{
    auto* dialog = new QFileDialog(this, tr("Open briefings or networks"), {}, fileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QSettings stored = settings();
    dialog->setDirectory(stored.value(QStringLiteral("folder")).toString());
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        QSettings remembered = settings();
        remembered.setValue(QStringLiteral("folder"), QFileInfo(paths.front()).absolutePath());
        open(paths);
    });
    dialog->open();
}

void MainWindow::pasteFrom(const QMimeData& mime)
{
    if (const QStringList paths = localFiles(mime); !paths.isEmpty())
        open(paths);
    else if (isCopiedPicture(mime))
        m_document.report({{Severity::Note, QStringLiteral("paste.picture"), {}, {}, {}, {}}});
    else if (mime.hasHtml())
        m_document.paste(mime.html(), true);
    else if (mime.hasText())
        m_document.paste(mime.text(), false);
    else
        m_document.report({{Severity::Note, QStringLiteral("paste.nothing"), {}, {}, {}, {}}});
}

ExportRequest MainWindow::exportRequest() const
{
    ExportRequest request;
    request.project = m_document.project();
    request.project.placement = m_pages->network().placesForExport();
    request.filter = m_document.lens().filter;
    request.title = request.project.title;
    request.mergesPairs = m_document.lens().mergesPairs;
    if (const QString& engine = request.project.arranging.engine; !engine.isEmpty())
        request.engine = findLayoutEngine(engine);
    request.chartFirm = m_document.lens().chartFirm;
    if (m_document.lens().withBackground)
        request.background = m_document.background();
    return request;
}

void MainWindow::exportPictures()
{
    auto* dialog = new ExportDialog(
        exportRequest(), [this] { return m_document.background(); }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { tellOf(dialog->writtenFiles()); });
    dialog->open();
}

/// Of the page that is open; tables are of the network.
ExportKind MainWindow::pictureShown() const
{
    switch (m_document.lens().page) {
    case Page::Valuations:
        return ExportKind::Valuations;
    case Page::Ownership:
        return ExportKind::Ownership;
    case Page::Network:
    case Page::Loops:
    case Page::Deals:
        break;
    }
    return ExportKind::Network;
}

/// Of the size and look that the export dialog was left with.
void MainWindow::copyPicture()
{
    const ExportSettings chosen = rememberedExportSettings();
    ExportRequest request = exportRequest();
    request.size = chosen.size;
    request.theme = chosen.theme;
    request.isTransparent = chosen.isTransparent;
    QApplication::clipboard()->setMimeData(copied(request, pictureShown()).release());
    m_notices->show({{Severity::Note, QStringLiteral("picture.copied"), {}, {}, {}, {}}});
}

/// What was exported, and the way there.
void MainWindow::tellOf(const QStringList& written)
{
    if (written.isEmpty())
        return;
    QStringList names;
    for (const QString& path : written)
        names << QFileInfo(path).fileName();
    const QString folder = QFileInfo(written.front()).absolutePath();
    m_notices->show({{Severity::Note,
                      QStringLiteral("export.written"),
                      {names.join(QStringLiteral(", ")), QDir::toNativeSeparators(folder)},
                      {},
                      {},
                      {}}},
                    {tr("Open the folder"),
                     [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }});
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!event->mimeData()->hasUrls() && !event->mimeData()->hasText())
        return;
    event->acceptProposedAction();
    if (m_start != nullptr)
        m_start->setDropTarget(true);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*)
{
    if (m_start != nullptr)
        m_start->setDropTarget(false);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    if (m_start != nullptr)
        m_start->setDropTarget(false);
    pasteFrom(*event->mimeData());
    event->acceptProposedAction();
}

// --- What is shown -------------------------------------------------------------------------------

void MainWindow::refreshRoot()
{
    const bool isStart = m_document.isEmpty() && !m_document.isBusy();
    if (isStart && m_start == nullptr) {
        m_start = new StartPage(m_root);
        m_root->addWidget(m_start);
        connect(m_start, &StartPage::openAsked, this, &MainWindow::askForFiles);
        connect(m_start, &StartPage::pasteAsked, &m_actions[Command::Paste], &QAction::trigger);
        connect(m_start, &StartPage::sampleAsked, this, &MainWindow::openSample);
    }
    m_root->setCurrentWidget(isStart ? static_cast<QWidget*>(m_start) : m_splitter);
    m_topBar->setVisible(!isStart);
    m_status->setVisible(!isStart);
}

void MainWindow::refreshTitle()
{
    const auto& briefings = m_document.project().briefings;
    const QStringList& files = m_document.project().networkFiles;
    QString title;
    if (!briefings.empty())
        title = briefings.front()->briefing.title;
    else if (!files.isEmpty())
        title = QFileInfo(files.front()).fileName();
    const auto others = int(briefings.size()) + int(files.size()) - 1;
    if (others > 0)
        title = tr("%1 and %2 more").arg(title).arg(others);
    setWindowTitle(title.isEmpty() ? tr("Gyre") : tr("%1 — Gyre").arg(title));
}

void MainWindow::refreshActions()
{
    const QUndoStack& undo = m_document.undoStack();
    const auto& selection = m_document.selection();
    const bool isFact = std::holds_alternative<DealId>(selection) ||
                        std::holds_alternative<ValuationId>(selection) ||
                        std::holds_alternative<StakeId>(selection);
    const auto enable = [this](Command command, bool isOn) { m_actions[command].setEnabled(isOn); };
    enable(Command::Undo, undo.canUndo());
    enable(Command::Redo, undo.canRedo());
    m_actions[Command::Undo].setText(undo.canUndo() ? tr("&Undo: %1").arg(undo.undoText())
                                                    : tr("&Undo"));
    m_actions[Command::Redo].setText(undo.canRedo() ? tr("&Redo: %1").arg(undo.redoText())
                                                    : tr("&Redo"));
    enable(Command::Back, m_document.canGoBack());
    enable(Command::Forward, m_document.canGoForward());
    enable(Command::EditFact, isFact);
    enable(Command::Accept, isFact);
    enable(Command::Reject, isFact);
    for (const Command command : {Command::Export, Command::Print, Command::CopyPicture})
        enable(command, !m_document.isEmpty());
    enable(Command::CloseBriefing, !m_document.project().briefings.empty());
}

void MainWindow::showEvent(QShowEvent* event)
{
    refreshRoot();
    // Not the search field: Ctrl+V is to paste a briefing, not to fill it.
    m_pages->network().canvas().setFocus();
    QMainWindow::showEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    fitPanels();
    if (!m_isSplitByHand)
        sharePlace();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    QSettings stored = settings();
    stored.setValue(QStringLiteral("geometry"), saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace gyre
