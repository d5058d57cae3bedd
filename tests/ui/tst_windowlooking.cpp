// One selection in every view, filters, search, loops and tables, back and forward.
#include "tests/ui/windowfixture.h"
#include "ui/panels/dealspage.h"
#include "ui/panels/filterbar.h"
#include "ui/panels/loopspage.h"

#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QToolButton>

using namespace gyre;

namespace {

class WindowLookingTest : public WindowFixture
{
    Q_OBJECT

private slots:

    void initTestCase() { prepare(); }

    void init() { start(); }

    void cleanup() { stop(); }

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

    void anAmountThatIsNoneIsSaidToBeNone()
    {
        openBriefing();
        QToolButton& button = m_window->topBar().filters().leastButton();
        QString said;
        QTimer::singleShot(100, this, [&button, &said] {
            auto* field = button.menu()->findChild<QLineEdit*>();
            QTest::keyClicks(field, QStringLiteral("abc"));
            QTest::keyClick(field, Qt::Key_Return);
            said = button.menu()->findChild<QLabel*>()->text();
            QTest::keyClick(button.menu(), Qt::Key_Escape);
        });
        click(button);
        QTRY_VERIFY2(said.contains(QStringLiteral("“abc” is no amount")), qPrintable(said));
        QCOMPARE(document().lens().filter.least, std::int64_t(0));
    }

    void findingAgainReplacesWhatWasTyped()
    {
        openBriefing();
        key(Qt::Key_K, Qt::ControlModifier);
        SearchField& field = m_window->topBar().search();
        QTest::keyClicks(&field, QStringLiteral("orac"));
        key(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(&field, QStringLiteral("am"));
        QCOMPARE(field.text(), QStringLiteral("am"));
    }

    void sumsSayWhatTheyAre()
    {
        openBriefing();
        const QString line = m_window->statusLine().text();
        QVERIFY2(line.contains(QStringLiteral("in all ≤ $50B")), qPrintable(line));
        QVERIFY2(line.contains(QStringLiteral("in talks or rumoured ≤ $10B")), qPrintable(line));
        QTRY_VERIFY(inspectorSays(QStringLiteral("≤ $50B")));
    }

    void aFactSaysInWordsHowItWasRead()
    {
        openBriefing();
        clickArc("Amazon", "OpenAI");
        QTRY_VERIFY(inspectorSays(QStringLiteral("Gyre’s reading")));
        QVERIFY(inspectorSays(QStringLiteral("sure")));
        QVERIFY(!inspectorSays(QStringLiteral("Reading rule")));
        clickFact(factRow(QStringLiteral("Microsoft owns")));
        QTRY_VERIFY(inspectorSays(QStringLiteral("Selected share")));
        QVERIFY(!inspectorSays(QStringLiteral("closed")));
    }

    void tablesAndListsAreWalkedByKeys()
    {
        openBriefing();
        clickTab(Page::Deals);
        auto& page = static_cast<DealsPage&>(m_window->pages().page(Page::Deals));
        page.filter().setFocus();
        type(Qt::Key_Tab);
        QVERIFY(page.table().hasFocus());
        QVERIFY(page.table().currentIndex().isValid());
        type(Qt::Key_Down);
        type(Qt::Key_Return);
        QVERIFY(document().selection() == Selection{page.model().row(1)});
        FactsView& facts = panel().factsView();
        key(Qt::Key_Escape);
        facts.setFocus(Qt::TabFocusReason);
        QVERIFY(facts.currentIndex().isValid());
        type(Qt::Key_Down);
        type(Qt::Key_Return);
        QVERIFY(document().selection() == facts.rows()[2].selection);
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
};

} // namespace

QTEST_MAIN(WindowLookingTest)
#include "tst_windowlooking.moc"
