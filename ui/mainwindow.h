// The window: places bars, panels and pages round one Document; they meet only through it.
#pragma once

#include "graph/model/correction.h"
#include "ui/actions.h"
#include "ui/document/analyses.h"
#include "ui/document/document.h"
#include "ui/picture/exporting.h"
#include "ui/style.h"

#include <QMainWindow>

#include <memory>

class QActionGroup;
class QMenu;
class QMimeData;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace gyre {

class BriefingPanel;
class Inspector;
class NoticeBar;
class Pages;
class StartPage;
class StatusLine;
class TopBar;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(std::shared_ptr<const Lexicon> lexicon, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Document& document() { return m_document; }

    /// Briefings and networks, read off the GUI thread into one network.
    void open(const QStringList& paths);
    /// The bundled briefing.
    void openSample();

    /// What the export dialog starts from: this project as it is seen.
    [[nodiscard]] ExportRequest exportRequest() const;

    [[nodiscard]] BriefingPanel& briefingPanel() { return *m_briefing; }

    [[nodiscard]] Inspector& inspector() { return *m_inspector; }

    [[nodiscard]] Pages& pages() { return *m_pages; }

    [[nodiscard]] TopBar& topBar() { return *m_topBar; }

    [[nodiscard]] NoticeBar& noticeBar() { return *m_notices; }

    [[nodiscard]] StatusLine& statusLine() { return *m_status; }

    [[nodiscard]] const Actions& actions() const { return m_actions; }

signals:
    /// Once: the first network was painted to its end.
    void firstNetworkPainted();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    static QSettings settings();
    void placeParts();
    void sharePlace();
    void fitPanels();
    void togglePanel(Command command);
    void connectDocument();
    void connectFileActions();
    void connectEditActions();
    void connectViewActions();
    void connectHelpActions();
    void connectMenus();
    void connectFacts();
    void restoreSettings();

    void askForFiles();
    void pasteFrom(const QMimeData& mime);
    void exportPictures();
    [[nodiscard]] ExportKind pictureShown() const;
    void copyPicture();
    void tellOf(const QStringList& written);
    void reviewSelected(Review next);
    void setAppearance(Appearance appearance);
    void showFirmMenu(FirmId firm, QPoint at);
    void showFactMenu(const FactId& fact, QPoint at);
    void editFact(const FactId& fact);
    void askForFact(FactFields::Kind kind, const QString& briefingId, TextSpan words);
    void askForSameFirm(const Shared<Evidence>& words);
    void askForOtherName(FirmId other);
    void askForNewName(FirmId firm);
    void rememberNames();
    void showNames();
    void showEmptyMenu(QPoint at);
    void addAroundMenu(QMenu& menu, FirmId firm);
    void addRoutes(QMenu& menu, FirmId firm);
    void addPins(QMenu& menu, FirmId firm);
    void fillLayoutMenu();
    void refreshLayoutActions();
    /// The selected firm, else the one the keyboard is at.
    [[nodiscard]] FirmId firmAtHand() const;
    void askForRoute(FirmId from);
    void rememberEngine();
    void refreshRoot();
    void refreshTitle();
    void refreshActions();

    Document m_document;
    Analyses m_analyses;
    Actions m_actions;
    /// One action for each layout engine; its data is the engine's name.
    QActionGroup* m_engines = nullptr;
    TopBar* m_topBar = nullptr;
    NoticeBar* m_notices = nullptr;
    QStackedWidget* m_root = nullptr;
    /// Made only where there is nothing to open.
    StartPage* m_start = nullptr;
    QSplitter* m_splitter = nullptr;
    BriefingPanel* m_briefing = nullptr;
    Pages* m_pages = nullptr;
    Inspector* m_inspector = nullptr;
    StatusLine* m_status = nullptr;
    bool m_hasPainted = false;
    /// The reader chose the widths; until then they follow the window's.
    bool m_isSplitByHand = false;
    /// Where there is room for one alone: which; nullptr: the pages.
    QWidget* m_front = nullptr;
    bool m_wantsBriefing = true;
    bool m_wantsInspector = true;
};

} // namespace gyre
