// The window as its users meet it: mouse and keys at the pixel of the shape, and what they see
// then in every view.
#include "ui/canvas/canvas.h"
#include "ui/mainwindow.h"
#include "ui/panels/briefingpanel.h"
#include "ui/panels/dealspage.h"
#include "ui/panels/factsview.h"
#include "ui/panels/filterbar.h"
#include "ui/panels/inspector.h"
#include "ui/panels/loopspage.h"
#include "ui/panels/networkpage.h"
#include "ui/panels/noticebar.h"
#include "ui/panels/pages.h"
#include "ui/panels/searchfield.h"
#include "ui/panels/startpage.h"
#include "ui/panels/statusline.h"
#include "ui/panels/topbar.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace gyre;

namespace {

const QByteArray briefing =
    "Money in a circle\n\n"
    "Amazon is in talks to invest up to $10 billion in OpenAI.\n\n"
    "OpenAI signed a contract to buy $38 billion of cloud capacity from Amazon.\n\n"
    "Oracle invested $2 billion in Cohere.\n\n"
    "Microsoft holds a 27% stake in OpenAI.\n";

QString fileWith(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    QFile file(folder.filePath(name));
    [[maybe_unused]] const bool isOpen = file.open(QIODevice::WriteOnly);
    file.write(bytes);
    return file.fileName();
}

class WindowTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        // No test may find the settings of another one, or leave its own.
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(QStringLiteral("config")).toUtf8());
        m_lexicon = std::make_shared<const Lexicon>();
    }

    void init()
    {
        m_window = std::make_unique<MainWindow>(m_lexicon);
        m_window->resize(1280, 800);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void startPageOffersTheSample()
    {
        QPushButton* sample = nullptr;
        for (QPushButton* button : m_window->findChildren<QPushButton*>())
            if (button->isVisible() && button->text().contains(QStringLiteral("sample")))
                sample = button;
        QVERIFY(sample != nullptr);
        QSignalSpy painted(m_window.get(), &MainWindow::firstNetworkPainted);
        click(*sample);
        QVERIFY(painted.wait(5000));
        QVERIFY(canvas().picture().discs.size() > 3);
        QVERIFY(!sample->isVisible());
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("Gyre")));
    }

    void openedBriefingIsReadMarkedAndDrawn()
    {
        openBriefing();
        QCOMPARE(panel().textView().text(), text());
        QVERIFY(factRow(QStringLiteral("Amazon → OpenAI")) >= 0);
        QVERIFY(factRow(QStringLiteral("Microsoft owns")) >= 0);
        QVERIFY(arcOf("Amazon", "OpenAI") != nullptr && arcOf("OpenAI", "Amazon") != nullptr);
        QVERIFY(!panel().textView().marks().empty());
        QVERIFY(m_window->statusLine().text().contains(QStringLiteral("1 loop")));
    }

    void pasteOnTheWindowReadsAndInAFieldDoesNot()
    {
        QApplication::clipboard()->setText(QString::fromUtf8(briefing));
        key(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(document().project().briefings.size(), std::size_t(1));
        QTRY_VERIFY(!document().isBusy());
        QApplication::clipboard()->setText(QStringLiteral("Oracle"));
        m_window->topBar().search().setFocus();
        key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_window->topBar().search().text(), QStringLiteral("Oracle"));
        QCOMPARE(document().project().briefings.size(), std::size_t(1));
    }

    void droppedFilesAndWordsAreOpened()
    {
        QMimeData files;
        files.setUrls(
            {QUrl::fromLocalFile(fileWith(m_folder, QStringLiteral("dropped.txt"), briefing))});
        drop(files);
        QTRY_COMPARE(document().project().briefings.size(), std::size_t(1));
        QMimeData words;
        words.setText(QStringLiteral("Nvidia invested $3 billion in Mistral AI."));
        drop(words);
        QTRY_COMPARE(document().project().briefings.size(), std::size_t(2));
    }

    void anArrowSelectsItsSentenceRowAndSheet()
    {
        openBriefing();
        const DealId deal = clickArc("Amazon", "OpenAI");
        QVERIFY(document().selection() == Selection{deal});
        const auto& chosen = panel().textView().chosen();
        QVERIFY(!chosen.empty());
        QVERIFY(chosen.front().in(text()).toString().contains(QStringLiteral("$10 billion")));
        const int row = panel().factsView().currentIndex().row();
        QCOMPARE(row, factRow(QStringLiteral("Amazon → OpenAI")));
        QTRY_VERIFY(inspectorSays(QStringLiteral("Amazon → OpenAI")));
        QVERIFY(inspectorSays(QStringLiteral("≤ $10B")));
    }

    void aSentenceSelectsItsArrow()
    {
        openBriefing();
        const int start = int(text().indexOf(QStringLiteral("$38 billion")));
        const auto boxes = panel().textView().boxes({start, start + 11});
        QVERIFY(!boxes.empty());
        QTest::mouseClick(panel().textView().viewport(), Qt::LeftButton, {},
                          boxes.front().center().toPoint());
        const Arc* arc = arcOf("OpenAI", "Amazon");
        QVERIFY(arc != nullptr);
        QVERIFY(document().selection() == Selection{arc->deal});
        QVERIFY(canvas().emphasis().selectedDeal == arc->deal);
    }

    void aHoveredArrowLightsItsSentence()
    {
        openBriefing();
        const Arc* arc = arcOf("Amazon", "OpenAI");
        QVERIFY(arc != nullptr);
        const QPointF middle = arc->path[arc->path.size() / 2];
        QTest::mouseMove(&canvas(), canvas().toWidget(middle).toPoint());
        const auto& lit = panel().textView().lit();
        QCOMPARE(lit.size(), std::size_t(1));
        QVERIFY(lit.front().in(text()).contains(QStringLiteral("$10 billion")));
        QVERIFY(panel().textView().chosen().empty());
        QVERIFY(document().selection() == Selection{});
        const QPointF nowhere = QPointF(canvas().rect().bottomRight()) - QPointF(3, 3);
        QTest::mouseMove(&canvas(), nowhere.toPoint());
        QTRY_VERIFY(panel().textView().lit().empty());
    }

    void aRowSelectsAndEscapeClears()
    {
        openBriefing();
        clickFact(factRow(QStringLiteral("Oracle → Cohere")));
        const Arc* arc = arcOf("Oracle", "Cohere");
        QVERIFY(document().selection() == Selection{arc->deal});
        QVERIFY(canvas().emphasis().deals.size() == 1);
        key(Qt::Key_Escape);
        QVERIFY(document().selection() == Selection{});
        QVERIFY(canvas().emphasis().isEmpty());
        QVERIFY(panel().textView().chosen().empty());
    }

    void aDiscSelectsTheFirmAndItsMentions()
    {
        openBriefing();
        clickDisc("OpenAI");
        QTRY_VERIFY(inspectorSays(QStringLiteral("OpenAI")));
        QTRY_VERIFY(inspectorSays(QStringLiteral("Owners")));
        QVERIFY(panel().textView().chosen().size() >= 3);
        QVERIFY(canvas().emphasis().firms.contains(firm("Amazon")));
        QVERIFY(!canvas().emphasis().firms.contains(firm("Cohere")));
    }

    void aLongTextIsShownAndThenMarked()
    {
        QByteArray text = "Oracle invested $2 billion in Cohere. ";
        while (text.size() < 300'000)
            text += "This sentence is here to make the text a long one. ";
        m_window->open({fileWith(m_folder, QStringLiteral("long.txt"), text)});
        QTRY_VERIFY(panel().textView().text().size() > 290'000);
        QTRY_VERIFY(factRow(QStringLiteral("Oracle → Cohere")) >= 0);
        QTRY_VERIFY(!document().isBusy());
        QVERIFY(panel().textView().text().size() > 290'000);
        QVERIFY(!panel().textView().marks().empty());
    }

    void typesAreFilteredInTheMenu()
    {
        openBriefing();
        QVERIFY(arcOf("OpenAI", "Amazon") != nullptr);
        QToolButton& button = m_window->topBar().filters().typeButton();
        const QString purchases = button.menu()->actions().at(4)->text();
        QTimer::singleShot(100, this, [&button, purchases] {
            QMenu* menu = button.menu();
            for (QAction* action : menu->actions())
                if (action->text() == purchases)
                    QTest::mouseClick(menu, Qt::LeftButton, {},
                                      menu->actionGeometry(action).center());
            QTest::keyClick(menu, Qt::Key_Escape);
        });
        click(button);
        QTRY_VERIFY(arcOf("OpenAI", "Amazon") == nullptr);
        QVERIFY(arcOf("Amazon", "OpenAI") != nullptr);
        QVERIFY(m_window->statusLine().text().contains(QStringLiteral("2 deals shown of 3")));
    }

    void leastAmountIsTyped()
    {
        openBriefing();
        QToolButton& button = m_window->topBar().filters().leastButton();
        QTimer::singleShot(100, this, [&button] {
            auto* field = button.menu()->findChild<QLineEdit*>();
            QTest::keyClicks(field, QStringLiteral("$5B"));
            QTest::keyClick(field, Qt::Key_Return);
        });
        click(button);
        QTRY_COMPARE(document().view().dealCount(), std::size_t(2));
        QTRY_VERIFY(discOf("Cohere") == nullptr);
    }

    void searchGoesToAFirm()
    {
        openBriefing();
        key(Qt::Key_K, Qt::ControlModifier);
        SearchField& field = m_window->topBar().search();
        QVERIFY(field.hasFocus());
        QTest::keyClicks(&field, QStringLiteral("orac"));
        QTRY_VERIFY(field.list().isVisible());
        QTest::keyClick(&field, Qt::Key_Return);
        QVERIFY(document().selection() == Selection{firm("Oracle")});
        QVERIFY(!field.list().isVisible());
    }

    void searchGoesToAPhrase()
    {
        openBriefing();
        key(Qt::Key_K, Qt::ControlModifier);
        SearchField& field = m_window->topBar().search();
        QTest::keyClicks(&field, QStringLiteral("contract to buy"));
        QTest::keyClick(&field, Qt::Key_Return);
        QVERIFY(!panel().textView().chosen().empty());
        QCOMPARE(panel().textView().chosen().front().in(text()).toString(),
                 QStringLiteral("contract to buy"));
    }

    void aRejectedFactLeavesThePictureAndComesBack()
    {
        openBriefing();
        clickArc("Oracle", "Cohere");
        QPushButton* reject = nullptr;
        QTRY_VERIFY((reject = inspectorButton(QStringLiteral("Reject"))) != nullptr);
        click(*reject);
        QTRY_VERIFY(arcOf("Oracle", "Cohere") == nullptr);
        const int row = factRow(QStringLiteral("Oracle → Cohere"));
        QVERIFY(panel().factsView().rows()[std::size_t(row)].isRejected);
        const QRect link = panel().factsView().linkRect(row);
        panel().factsView().scrollTo(panel().factsView().model()->index(row, 0));
        QTest::mouseClick(panel().factsView().viewport(), Qt::LeftButton, {},
                          panel().factsView().linkRect(row).center());
        QVERIFY(!link.isEmpty());
        QTRY_VERIFY(arcOf("Oracle", "Cohere") != nullptr);
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(arcOf("Oracle", "Cohere") == nullptr);
    }

    void aDraggedFirmStaysAndGoesBackByUndo()
    {
        openBriefing();
        const QPointF before = discOf("Cohere")->centre;
        const QPoint from = canvas().toWidget(before).toPoint();
        const QPoint to = from + QPoint(from.x() < canvas().width() / 2 ? 90 : -90, 30);
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 10; ++step)
            QTest::mouseMove(&canvas(), from + (to - from) * step / 10);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, to);
        QVERIFY(document().project().placement.place(firm("Cohere")).has_value());
        QTRY_VERIFY(QLineF(discOf("Cohere")->centre, before).length() > 40);
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().project().placement.isEmpty());
    }

    void backAndForwardStepThroughWhatWasSeen()
    {
        openBriefing();
        clickDisc("OpenAI");
        clickFact(factRow(QStringLiteral("Oracle → Cohere")));
        key(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(document().selection() == Selection{firm("OpenAI")});
        key(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(document().selection() == Selection{});
        key(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(document().selection() == Selection{firm("OpenAI")});
    }

    void aLoopIsShownInTheNetworkAndTheRestDimmed()
    {
        openBriefing();
        clickTab(Page::Loops);
        auto& page = static_cast<LoopsPage&>(m_window->pages().page(Page::Loops));
        QCOMPARE(page.model().rowCount(), 1);
        clickCell(page.table(), 0, 0);
        QVERIFY(document().lens().page == Page::Network);
        QTRY_VERIFY(m_window->pages().network().isVisible());
        QVERIFY(canvas().emphasis().deals.contains(arcOf("Amazon", "OpenAI")->deal));
        QVERIFY(canvas().emphasis().deals.contains(arcOf("OpenAI", "Amazon")->deal));
        QVERIFY(!canvas().emphasis().deals.contains(arcOf("Oracle", "Cohere")->deal));
        QTRY_VERIFY(inspectorSays(QStringLiteral("Loop 1 of 1")));
        key(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(document().lens().page == Page::Loops);
    }

    void theTableOfDealsSortsFiltersAndSelects()
    {
        openBriefing();
        clickTab(Page::Deals);
        auto& page = static_cast<DealsPage&>(m_window->pages().page(Page::Deals));
        QTableView& table = page.table();
        QCOMPARE(cell(table, 0, 2), QStringLiteral("$38B"));
        QHeaderView* header = table.horizontalHeader();
        const QPoint amount(header->sectionViewportPosition(2) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, amount);
        QCOMPARE(cell(table, 0, 2), QStringLiteral("$2B"));
        QTest::keyClicks(&page.filter(), QStringLiteral("amazon equity"));
        QCOMPARE(page.model().rowCount(), 1);
        clickCell(table, 0, 0);
        QVERIFY(document().selection() == Selection{page.model().row(0)});
        QTRY_VERIFY(inspectorSays(QStringLiteral("Amazon → OpenAI")));
    }

    void chartsOpenOnTheirTabs()
    {
        openBriefing();
        for (const Page page : {Page::Valuations, Page::Ownership}) {
            clickTab(page);
            QTRY_VERIFY(m_window->pages().page(page).isVisible());
        }
        QVERIFY(!m_window->pages().network().isVisible());
    }

    void aBadDateIsRefusedAndTheOldOneKept()
    {
        openBriefing();
        QLineEdit* date = nullptr;
        for (QLineEdit* edit : panel().findChildren<QLineEdit*>())
            if (edit->accessibleName().startsWith(QStringLiteral("Date")))
                date = edit;
        QVERIFY(date != nullptr);
        QTest::keyClicks(date, QStringLiteral("yesterday"));
        QTest::keyClick(date, Qt::Key_Return);
        QVERIFY(m_window->noticeBar().isVisible());
        QVERIFY(m_window->noticeBar().text().contains(QStringLiteral("yesterday")));
        QVERIFY(!document().project().briefings.front()->briefing.date);
        date->clear();
        QTest::keyClicks(date, QStringLiteral("2025-12-16"));
        QTest::keyClick(date, Qt::Key_Return);
        QTRY_VERIFY(document().project().briefings.front()->briefing.date.has_value());
    }

    void badFilesLeaveTheWindowAliveWithAMessage_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QStringLiteral("empty.txt") << QByteArray();
        QTest::newRow("binary") << QStringLiteral("binary.txt")
                                << QByteArray("\x7f"
                                              "ELF\0\0\1\2\3\0\0\0\0\0",
                                              14);
        QTest::newRow("graphml") << QStringLiteral("broken.graphml")
                                 << QByteArray("<graphml><graph><node id=");
        QTest::newRow("json") << QStringLiteral("broken.json") << QByteArray("{\"deals\": [");
        QTest::newRow("csv") << QStringLiteral("broken.csv") << QByteArray("a,b\n\"1,2");
        QTest::newRow("no deal") << QStringLiteral("calm.txt")
                                 << QByteArray("It rained all day and nobody bought anything.");
        QTest::newRow("missing") << QStringLiteral("missing.txt") << QByteArray("-");
    }

    void badFilesLeaveTheWindowAliveWithAMessage()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        openBriefing();
        const Network before = document().network();
        const QString path = name == QStringLiteral("missing.txt")
                                 ? m_folder.filePath(QStringLiteral("nowhere.txt"))
                                 : fileWith(m_folder, name, bytes);
        m_window->open({path});
        QTRY_VERIFY(m_window->noticeBar().isVisible());
        QVERIFY(m_window->noticeBar().text().size() > 20);
        QVERIFY(m_window->noticeBar().text().contains(QFileInfo(path).fileName()));
        QTRY_VERIFY(!document().isBusy());
        QVERIFY(document().network().dealCount() == before.dealCount());
        clickDisc("OpenAI");
        QVERIFY(document().selection() == Selection{firm("OpenAI")});
    }

    void everyControlHasAName()
    {
        openBriefing();
        for (int page = 0; page < pageCount; ++page)
            clickTab(static_cast<Page>(page));
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            QAccessibleInterface* access =
                QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            const QString name = access != nullptr ? access->text(QAccessible::Name) : QString();
            QVERIFY2(!name.isEmpty() || qobject_cast<const QAbstractScrollArea*>(widget->parent()),
                     widget->metaObject()->className());
        }
    }

    void theSmallestWindowCutsNothingOfTheBar()
    {
        openBriefing();
        m_window->resize(1024, 640);
        QTest::qWait(50);
        QCOMPARE(m_window->size(), QSize(1024, 640));
        for (const QWidget* control : m_window->topBar().findChildren<QWidget*>())
            if (control->isVisible()) {
                const QPoint corner =
                    control->mapTo(m_window.get(), QPoint(control->width(), control->height()));
                QVERIFY2(corner.x() <= 1024, qPrintable(control->accessibleName()));
            }
        QVERIFY(canvas().width() >= 380);
    }

private:
    Document& document() { return m_window->document(); }

    BriefingPanel& panel() { return m_window->briefingPanel(); }

    Canvas& canvas() { return m_window->pages().network().canvas(); }

    QString text() { return document().project().briefings.front()->briefing.text; }

    void openBriefing()
    {
        m_window->open({fileWith(m_folder, QStringLiteral("circle.txt"), briefing)});
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY(!document().isBusy());
        QTRY_VERIFY(canvas().picture().discs.size() >= 4);
        QTest::qWait(30);
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window->windowHandle(), key, modifiers);
    }

    static void click(QWidget& widget)
    {
        QTest::mouseClick(&widget, Qt::LeftButton, {}, widget.rect().center());
    }

    void clickTab(Page page)
    {
        QTabBar& tabs = m_window->pages().tabs();
        QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(static_cast<int>(page)).center());
    }

    static void clickCell(QTableView& table, int row, int column)
    {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(table.model()->index(row, column)).center());
    }

    static QString cell(QTableView& table, int row, int column)
    {
        return table.model()->index(row, column).data().toString();
    }

    void drop(const QMimeData& data)
    {
        const QPoint at = m_window->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &event);
        QTRY_VERIFY(!document().isBusy());
    }

    FirmId firm(const char* name)
    {
        return document().network().findFirmNamed(QString::fromUtf8(name)).value_or(FirmId{});
    }

    const Disc* discOf(const char* name)
    {
        for (const Disc& disc : canvas().picture().discs)
            if (disc.firm == firm(name))
                return &disc;
        return nullptr;
    }

    const Arc* arcOf(const char* from, const char* to)
    {
        for (const Arc& arc : canvas().picture().arcs)
            if (arc.from == firm(from) && arc.to == firm(to))
                return &arc;
        return nullptr;
    }

    void clickDisc(const char* name)
    {
        const Disc* disc = discOf(name);
        QVERIFY(disc != nullptr);
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, canvas().toWidget(disc->centre).toPoint());
    }

    DealId clickArc(const char* from, const char* to)
    {
        const Arc* arc = arcOf(from, to);
        if (arc == nullptr || arc->path.isEmpty())
            return {};
        const DealId deal = arc->deal;
        const QPointF middle = arc->path[arc->path.size() / 2];
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, canvas().toWidget(middle).toPoint());
        return deal;
    }

    int factRow(const QString& words)
    {
        const auto& rows = panel().factsView().rows();
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].text.contains(words))
                return int(i);
        return -1;
    }

    void clickFact(int row)
    {
        FactsView& facts = panel().factsView();
        const QModelIndex index = facts.model()->index(row, 0);
        facts.scrollTo(index);
        QTest::mouseClick(facts.viewport(), Qt::LeftButton, {},
                          facts.visualRect(index).topLeft() + QPoint(40, 12));
    }

    bool inspectorSays(const QString& words)
    {
        for (const QLabel* label : m_window->inspector().findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    }

    QPushButton* inspectorButton(const QString& words)
    {
        for (QPushButton* button : m_window->inspector().findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == words)
                return button;
        return nullptr;
    }

    QTemporaryDir m_folder;
    std::shared_ptr<const Lexicon> m_lexicon;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
