// What a reader changes in the window, and that every change can be taken back.
#include "tests/ui/windowfixture.h"
#include "ui/panels/filterbar.h"

#include <QAbstractScrollArea>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace gyre;

namespace {

class WindowEditingTest : public WindowFixture
{
    Q_OBJECT

private slots:

    void initTestCase() { prepare(); }

    void init() { start(); }

    void cleanup() { stop(); }

    void aRejectedFactLeavesThePictureAndComesBack()
    {
        openBriefing();
        rejectInTheInspector("Oracle", "Cohere");
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

    void aDraggedFirmStaysAndGoesBackExactlyByUndoAndRedo()
    {
        openBriefing();
        const auto before = centres();
        drag("Cohere");
        const auto dropped = centres();
        QVERIFY(QLineF(before.at("Cohere"), dropped.at("Cohere")).length() > 40);
        type(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().project().placement.isEmpty());
        QTRY_VERIFY(isLike(before));
        type(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(isLike(dropped));
        type(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(isLike(before));
    }

    void aFirmLetGoReturnsToWhereItWas()
    {
        openBriefing();
        const auto before = centres();
        drag("Cohere");
        clickDisc("Cohere");
        QPushButton* letGo = nullptr;
        QTRY_VERIFY((letGo = inspectorButton(QStringLiteral("Let the layout place it again"))));
        QTest::mouseClick(letGo, Qt::LeftButton);
        QTRY_VERIFY(document().project().placement.isEmpty());
        QTRY_VERIFY(isLike(before));
    }

    void anOpeningUndoneAndRedoneShowsTheSamePicture()
    {
        openBriefing();
        m_window->open({fileWith(m_folder, QStringLiteral("more.txt"),
                                 "Nvidia invested $3 billion in Mistral AI.")});
        QTRY_VERIFY(discOf("Nvidia") != nullptr);
        drag("Nvidia");
        const auto both = centres();
        type(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(document().project().placement.isEmpty());
        QTest::qWait(50);
        const auto loose = centres();
        type(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(discOf("Nvidia") == nullptr);
        type(Qt::Key_Y, Qt::ControlModifier);
        QTRY_VERIFY(isLike(loose));
        type(Qt::Key_Y, Qt::ControlModifier);
        QTRY_VERIFY(isLike(both));
    }

    void afterARejectInTheSheetTheKeysUndo()
    {
        openBriefing();
        rejectInTheInspector("Oracle", "Cohere");
        QTRY_VERIFY(inspectorButton(QStringLiteral("Undo reject")) != nullptr);
        QVERIFY(inspectorButton(QStringLiteral("Undo reject"))->hasFocus());
        type(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(arcOf("Oracle", "Cohere") != nullptr);
        type(Qt::Key_Y, Qt::ControlModifier);
        QTRY_VERIFY(arcOf("Oracle", "Cohere") == nullptr);
    }

    void returnOnARowOfTheSheetKeepsTheFocusInIt()
    {
        openBriefing();
        clickDisc("OpenAI");
        QTRY_VERIFY(inspectorSays(QStringLiteral("Money in")));
        QWidget* row = nullptr;
        for (QWidget* each : m_window->inspector().findChildren<QWidget*>())
            if (each->accessibleName().startsWith(QStringLiteral("Amazon → OpenAI,")))
                row = each;
        QVERIFY(row != nullptr);
        row->setFocus(Qt::TabFocusReason);
        type(Qt::Key_Return);
        QVERIFY(std::holds_alternative<DealId>(document().selection()));
        QTRY_VERIFY(inspectorSays(QStringLiteral("Selected deal")));
        QVERIFY(m_window->inspector().isAncestorOf(QApplication::focusWidget()));
    }

    void aFieldKeepsTheKeysOnlyWhileItHasTypingToUndo_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("search") << QStringLiteral("Find a firm");
        QTest::newRow("title") << QStringLiteral("Title");
        QTest::newRow("publisher") << QStringLiteral("Publisher");
        QTest::newRow("date") << QStringLiteral("Date");
        QTest::newRow("deals") << QStringLiteral("Filter deals");
    }

    void aFieldKeepsTheKeysOnlyWhileItHasTypingToUndo()
    {
        QFETCH(QString, field);
        openBriefing();
        clickArc("Oracle", "Cohere");
        const DealId deal = std::get<DealId>(document().selection());
        key(Qt::Key_Delete, Qt::ControlModifier);
        QVERIFY(document().network().deal(deal).review == Review::Rejected);
        clickTab(Page::Deals);
        QWidget* edit = fieldNamed(field);
        QVERIFY(edit != nullptr);
        QTest::mouseClick(inputOf(*edit), Qt::LeftButton);
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral("x"));
        type(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().network().deal(deal).review == Review::Rejected);
        type(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().network().deal(deal).review == Review::Unreviewed);
        type(Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(edit->hasFocus());
    }

    void theAmountOfTheFilterPassesUndoOnToo()
    {
        openBriefing();
        clickArc("Oracle", "Cohere");
        const DealId deal = std::get<DealId>(document().selection());
        key(Qt::Key_Delete, Qt::ControlModifier);
        QVERIFY(document().network().deal(deal).review == Review::Rejected);
        QToolButton& button = m_window->topBar().filters().leastButton();
        QTimer::singleShot(100, this, [&button] {
            auto* field = button.menu()->findChild<QLineEdit*>();
            field->setFocus();
            QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
            button.menu()->close();
        });
        click(button);
        QTRY_VERIFY(document().network().deal(deal).review == Review::Unreviewed);
    }

    void aBadDateIsRefusedButStaysToBeMended()
    {
        openBriefing();
        auto* date = qobject_cast<QLineEdit*>(fieldNamed(QStringLiteral("Date")));
        QVERIFY(date != nullptr);
        QTest::mouseClick(date, Qt::LeftButton);
        QTest::keyClicks(date, QStringLiteral("16 Dezember"));
        QTest::keyClick(date, Qt::Key_Return);
        QVERIFY(m_window->noticeBar().isVisible());
        QVERIFY(m_window->noticeBar().text().contains(QStringLiteral("16 Dezember")));
        QVERIFY(!document().project().briefings.front()->briefing.date);
        QCOMPARE(date->text(), QStringLiteral("16 Dezember"));
        document().select(firm("OpenAI"));
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, QPoint(4, 4));
        QCOMPARE(date->text(), QStringLiteral("16 Dezember"));
    }

    void datesAreTypedAsTheyAreShown_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("stored");
        const auto row = [](const char* typed, const char* shown, const char* stored) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(shown)
                                 << QString::fromLatin1(stored);
        };
        row("16 Dec 2025", "16 Dec 2025", "2025-12-16");
        row("December 16, 2025", "16 Dec 2025", "2025-12-16");
        row("2025-12-16", "16 Dec 2025", "2025-12-16");
        row("Dec 2025", "Dec 2025", "2025-12");
        row("Q3 2025", "Q3 2025", "2025-Q3");
        row("2025", "2025", "2025");
    }

    void datesAreTypedAsTheyAreShown()
    {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        QFETCH(QString, stored);
        openBriefing();
        auto* date = qobject_cast<QLineEdit*>(fieldNamed(QStringLiteral("Date")));
        QVERIFY(date != nullptr);
        QTest::mouseClick(date, Qt::LeftButton);
        QTest::keyClicks(date, typed);
        QTest::keyClick(date, Qt::Key_Return);
        QTRY_VERIFY(!document().isBusy());
        const auto known = document().project().briefings.front()->briefing.date;
        QVERIFY(known.has_value());
        QCOMPARE(known->toString(), stored);
        QCOMPARE(date->text(), shown);
    }

    void anotherFieldsChangeDoesNotTakeWhatIsBeingTyped()
    {
        openBriefing();
        QWidget* title = fieldNamed(QStringLiteral("Title"));
        QTest::mouseClick(inputOf(*title), Qt::LeftButton);
        QTest::keyClicks(title, QStringLiteral("New "));
        document().review(clickedDeal(), Review::Rejected);
        QVERIFY(
            qobject_cast<QPlainTextEdit*>(title)->toPlainText().contains(QStringLiteral("New")));
        QTest::keyClick(title, Qt::Key_Return);
        QVERIFY(
            document().project().briefings.front()->briefing.title.contains(QStringLiteral("New")));
    }

    void aBriefingIsClosedAndComesBack()
    {
        openBriefing();
        m_window->open({fileWith(m_folder, QStringLiteral("more.txt"),
                                 "Nvidia invested $3 billion in Mistral AI.")});
        QTRY_VERIFY(discOf("Nvidia") != nullptr);
        const auto both = centres();
        key(Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(discOf("Nvidia") == nullptr);
        QCOMPARE(document().project().briefings.size(), std::size_t(1));
        QCOMPARE(panel().textView().text(), text());
        QVERIFY(discOf("OpenAI") != nullptr);
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(isLike(both));
        QCOMPARE(document().project().briefings.size(), std::size_t(2));
        key(Qt::Key_W, Qt::ControlModifier);
        key(Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(document().isEmpty());
        QVERIFY(!m_window->actions()[Command::CloseBriefing].isEnabled());
    }

    void theNewestMessageStandsFirst()
    {
        openBriefing();
        m_window->open({m_folder.filePath(QStringLiteral("nowhere.txt"))});
        QTRY_VERIFY(m_window->noticeBar().text().contains(QStringLiteral("nowhere.txt")));
        m_window->open({fileWith(m_folder, QStringLiteral("calm.txt"), "It rained all day.")});
        QTRY_VERIFY(m_window->noticeBar().text().contains(QStringLiteral("calm.txt")));
    }

    void anExportIsToldWithItsFolder()
    {
        openBriefing();
        const QString folder = m_folder.filePath(QStringLiteral("out"));
        key(Qt::Key_E, Qt::ControlModifier);
        auto* dialog = m_window->findChild<QDialog*>();
        QVERIFY(dialog != nullptr);
        auto* line = dialog->findChild<QLineEdit*>(QStringLiteral("folder"));
        line->selectAll();
        QTest::keyClicks(line, folder);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->noticeBar().isVisible(), 60000);
        QVERIFY(m_window->noticeBar().text().contains(QStringLiteral("network.png")));
        QVERIFY(m_window->noticeBar().text().contains(folder));
        QPushButton* open = nullptr;
        for (QPushButton* button : m_window->noticeBar().findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == QStringLiteral("Open the folder"))
                open = button;
        QVERIFY(open != nullptr);
    }

private:
    void rejectInTheInspector(const char* from, const char* to)
    {
        clickArc(from, to);
        QPushButton* reject = nullptr;
        QTRY_VERIFY((reject = inspectorButton(QStringLiteral("Reject"))) != nullptr);
        click(*reject);
        QTRY_VERIFY(arcOf(from, to) == nullptr);
    }

    using Centres = std::map<QByteArray, QPointF>;

    Centres centres()
    {
        Centres all;
        for (const Disc& disc : canvas().picture().discs)
            all[document().network().firm(disc.firm).name.toUtf8()] = disc.centre;
        return all;
    }

    bool isLike(const Centres& wanted)
    {
        const Centres now = centres();
        return now.size() == wanted.size() &&
               std::equal(now.begin(), now.end(), wanted.begin(), [](const auto& a, const auto& b) {
                   return a.first == b.first && QLineF(a.second, b.second).length() < 0.01;
               });
    }

    DealId clickedDeal() { return arcOf("Oracle", "Cohere")->deal; }

    void drag(const char* name)
    {
        const QPoint from = canvas().toWidget(discOf(name)->centre).toPoint();
        const QPoint to = from + QPoint(from.x() < canvas().width() / 2 ? 90 : -90, 30);
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 10; ++step)
            QTest::mouseMove(&canvas(), from + (to - from) * step / 10);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, to);
        QVERIFY(document().project().placement.place(firm(name)).has_value());
        QTest::qWait(50);
    }

    QWidget* fieldNamed(const QString& name)
    {
        for (QWidget* each : m_window->findChildren<QWidget*>())
            if (each->isVisible() && each->accessibleName().startsWith(name) &&
                each->inherits("QLineEdit") + each->inherits("QPlainTextEdit") > 0)
                return each;
        return nullptr;
    }

    static QWidget* inputOf(QWidget& field)
    {
        auto* area = qobject_cast<QAbstractScrollArea*>(&field);
        return area != nullptr ? area->viewport() : &field;
    }
};

} // namespace

QTEST_MAIN(WindowEditingTest)
#include "tst_windowediting.moc"
