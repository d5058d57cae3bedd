// What a reader says about names: joined, renamed, told to be no firm, remembered for the next
// briefing, shown and set right in a list, and taken back.
#include "tests/ui/readerfixture.h"
#include "ui/dialogs/learntnamedialog.h"
#include "ui/dialogs/namesdialog.h"
#include "ui/dialogs/samefirmdialog.h"

#include <QComboBox>
#include <QInputDialog>
#include <QLineEdit>

using namespace gyre;

namespace {

const QByteArray first = "Money in a circle\n\n"
                         "Vellora invested $2 billion in Cohere.\n\n"
                         "Amazon is in talks to invest up to $10 billion in OpenAI.\n";
const QByteArray second = "More money\n\nVellora invested $3 billion in Mistral AI.\n";

class NamingTest : public ReaderFixture
{
    Q_OBJECT

private slots:

    void initTestCase() { prepare(); }

    void init() { start(); }

    void cleanup() { stop(); }

    void aNameJoinedOnceIsKnownInTheNextBriefing()
    {
        joinVelloraWithOracle();
        QTRY_VERIFY(arcOf("Oracle", "Cohere") != nullptr);
        QVERIFY(discOf("Vellora") == nullptr || firm("Vellora") == firm("Oracle"));
        restart();
        openText(second);
        QVERIFY(arcOf("Oracle", "Mistral AI") != nullptr);
    }

    void takingItBackForgetsItToo()
    {
        joinVelloraWithOracle();
        QVERIFY(kept().contains("alias oracle : Vellora"));
        QVERIFY(kept().contains(", in: Money in a circle"));
        takeBack();
        QVERIFY(firm("Vellora") != firm("Oracle"));
        QVERIFY(!kept().contains("Vellora"));
        key(Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(kept().contains("alias oracle : Vellora"));
        key(Qt::Key_Z, Qt::ControlModifier);
        restart();
        openText(second);
        QVERIFY(arcOf("Vellora", "Mistral AI") != nullptr);
    }

    void closingTheBriefingForgetsNothing()
    {
        joinVelloraWithOracle();
        m_window->actions()[Command::CloseBriefing].trigger();
        QTRY_VERIFY(document().isEmpty());
        QVERIFY(kept().contains("alias oracle : Vellora"));
        openText(second);
        QVERIFY(arcOf("Oracle", "Mistral AI") != nullptr);
    }

    void whatIsNoFirmCanBeOneAgain()
    {
        openText(first);
        selectWords(QStringLiteral("Vellora"));
        chooseForWords(QStringLiteral("This is no firm"));
        QTRY_VERIFY(kept().contains("no-firm : Vellora"));
        chooseForWords(QStringLiteral("This is a firm"));
        QVERIFY(!kept().contains("no-firm : Vellora"));
        QVERIFY(kept().contains("firm vellora other - - - : Vellora"));
    }

    void joiningAsksForAFirmAndCanBeCalledOff()
    {
        openText(first);
        const std::size_t firms = document().network().firms().size();
        selectWords(QStringLiteral("Vellora"));
        chooseForWords(QStringLiteral("This is the same firm as…"));
        SameFirmDialog* ask = nullptr;
        QTRY_VERIFY((ask = child<SameFirmDialog>()) != nullptr);
        QVERIFY(!button(*ask, QStringLiteral("Join"))->isEnabled());
        QVERIFY(ask->findChild<QComboBox*>()->findText(QStringLiteral("Vellora")) < 0);
        QTest::keyClicks(ask->findChild<QComboBox*>()->lineEdit(), QStringLiteral("Nobody Inc"));
        QVERIFY(!button(*ask, QStringLiteral("Join"))->isEnabled());
        QTest::keyClick(ask, Qt::Key_Escape);
        QTRY_VERIFY(child<SameFirmDialog>() == nullptr);
        QCOMPARE(document().network().firms().size(), firms);
        QVERIFY(!document().undoStack().canUndo() ||
                document().undoStack().undoText().startsWith(QStringLiteral("Open")));
    }

    void ordinaryWordsAreJoinedHereAndNotRemembered()
    {
        openText("Oracle invested $2 billion in Cohere. The buyer was pleased.\n");
        selectWords(QStringLiteral("The buyer"));
        join(QStringLiteral("Oracle"));
        QTRY_VERIFY(firm("The buyer") == firm("Oracle"));
        QVERIFY(!kept().contains("buyer"));
        QVERIFY(noticeSays(QStringLiteral("not remembered")));
    }

    void aFirmThatIsNoneIsGoneHereAndInTheNextBriefing()
    {
        openText(first);
        chooseAt(canvas(), canvas().toWidget(discOf("Vellora")->centre).toPoint(),
                 QStringLiteral("This is no firm"));
        QTRY_VERIFY(discOf("Vellora") == nullptr);
        QVERIFY(arcOf("Amazon", "OpenAI") != nullptr);
        QVERIFY(kept().contains("no-firm : Vellora"));
        restart();
        openText(second);
        QVERIFY(discOf("Vellora") == nullptr);
        QVERIFY(!firm("Vellora").isValid());
    }

    void thatItIsNoFirmIsSaidInTheTextAndTakenBack()
    {
        openText(first);
        selectWords(QStringLiteral("Vellora"));
        chooseForWords(QStringLiteral("This is no firm"));
        QTRY_VERIFY(discOf("Vellora") == nullptr);
        QCOMPARE(document().undoStack().undoText(), QStringLiteral("Reject firm"));
        takeBack();
        QTRY_VERIFY(arcOf("Vellora", "Cohere") != nullptr);
        QVERIFY(!kept().contains("Vellora"));
    }

    void aRenamedFirmKeepsItsNameInTheNextBriefing()
    {
        openText(first);
        chooseAt(canvas(), canvas().toWidget(discOf("Vellora")->centre).toPoint(),
                 QStringLiteral("Rename…"));
        QInputDialog* ask = nullptr;
        QTRY_VERIFY((ask = child<QInputDialog>()) != nullptr);
        auto* line = ask->findChild<QLineEdit*>();
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("Vellora Group"));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(document().network().firm(firm("Vellora")).name ==
                    QStringLiteral("Vellora Group"));
        restart();
        openText(second);
        QCOMPARE(document().network().firm(firm("Vellora")).name, QStringLiteral("Vellora Group"));
        QVERIFY(arcOf("Vellora Group", "Mistral AI") != nullptr);
    }

    void aNewFirmIsSeenInTheNextBriefing()
    {
        openText("Oracle invested $2 billion in Cohere. It met the lantern people.\n");
        selectWords(QStringLiteral("Oracle"));
        QVERIFY(!menuHas(QStringLiteral("This is a firm")));
        openAgain("Cohere raised $1 billion. Its friends at Orbit Hall watched.\n");
        selectWords(QStringLiteral("Orbit Hall"));
        chooseForWords(QStringLiteral("This is a firm"));
        QTRY_VERIFY(firm("Orbit Hall").isValid());
        QVERIFY(kept().contains("firm orbit-hall other - - - : Orbit Hall"));
    }

    void theListShowsWhatWasSaidAndWhere()
    {
        joinVelloraWithOracle();
        NamesDialog* list = nullptr;
        openList(list);
        auto* table = list->findChild<QTableView*>();
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(cell(*table, 0, 0), QStringLiteral("Oracle"));
        QCOMPARE(cell(*table, 0, 1), QStringLiteral("Vellora"));
        QCOMPARE(cell(*table, 0, 2), QStringLiteral("other name of a firm"));
        QVERIFY(cell(*table, 0, 3).endsWith(QStringLiteral(", in “Money in a circle”")));
        auto* filter = list->findChild<QLineEdit*>();
        QTest::keyClicks(filter, QStringLiteral("nothing like it"));
        QCOMPARE(table->model()->rowCount(), 0);
        QTest::keyClick(filter, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(filter, QStringLiteral("vellora"));
        QCOMPARE(table->model()->rowCount(), 1);
    }

    void whatIsRemovedFromTheListIsForgottenOnceItIsSaved()
    {
        joinVelloraWithOracle();
        NamesDialog* list = nullptr;
        openList(list);
        removeFirst(*list);
        click(*button(*list, QStringLiteral("Cancel")));
        QTRY_VERIFY(child<NamesDialog>() == nullptr);
        QVERIFY(kept().contains("Vellora"));
        openList(list);
        removeFirst(*list);
        click(*button(*list, QStringLiteral("OK")));
        QTRY_VERIFY(!kept().contains("Vellora"));
        QVERIFY(firm("Vellora") == firm("Oracle"));
        takeBack();
        QVERIFY(kept().contains("Vellora"));
    }

    void whatIsOpenIsReadAgainByTheNamesOfTheList()
    {
        openText(first);
        const DealId talks = arcOf("Amazon", "OpenAI")->deal;
        document().review(talks, Review::Accepted);
        const DealId deal = arcOf("Vellora", "Cohere")->deal;
        FactFields fields = fieldsOf(document().network(), deal);
        fields.amount = Amount::of(5'000'000'000, Currency::usd(), Qualifier::Exact);
        correct(document(), deal, fields);
        addRow(QStringLiteral("Vellora"), QStringLiteral("Oracle"));
        QTRY_VERIFY(noticeSays(QStringLiteral("no more in it Vellora")));
        QVERIFY(noticeSays(QStringLiteral("1 fact of another firm")));
        QVERIFY(arcOf("Vellora", "Cohere") != nullptr);
        click(*button(m_window->noticeBar(), QStringLiteral("Read it again")));
        QTRY_VERIFY(arcOf("Oracle", "Cohere") != nullptr);
        QVERIFY(arcOf("Vellora", "Cohere") == nullptr || firm("Vellora") == firm("Oracle"));
        const Network& now = document().network();
        QCOMPARE(now.dealCount(), std::size_t(2));
        const Deal& corrected = now.deal(arcOf("Oracle", "Cohere")->deal);
        QCOMPARE(written(corrected.amount), QStringLiteral("$5B"));
        QVERIFY(corrected.review == Review::Corrected);
        QVERIFY(now.deal(arcOf("Amazon", "OpenAI")->deal).review == Review::Accepted);
        takeBack();
        QTRY_VERIFY(arcOf("Vellora", "Cohere") != nullptr);
        QVERIFY(kept().contains("alias oracle : Vellora"));
    }

    void nothingIsOfferedWhereNothingWouldChange()
    {
        openText(first);
        addRow(QStringLiteral("Umbra"), QStringLiteral("Oracle"));
        QTRY_VERIFY(kept().contains("Umbra"));
        QVERIFY(!m_window->noticeBar().isVisible());
    }

    void aNameIsAddedToTheListByHand()
    {
        NamesDialog* list = nullptr;
        openList(list);
        click(*button(*list, QStringLiteral("&Add…")));
        LearntNameDialog* ask = nullptr;
        QTRY_VERIFY((ask = list->findChild<LearntNameDialog*>()) != nullptr);
        QVERIFY(!button(*ask, QStringLiteral("Add"))->isEnabled());
        auto* names = lineNamed(*ask, QStringLiteral("Names"));
        QTest::keyClicks(names, QStringLiteral("the company"));
        QVERIFY(!button(*ask, QStringLiteral("Add"))->isEnabled());
        names->selectAll();
        QTest::keyClicks(names, QStringLiteral("Vellora"));
        ask->findChild<QComboBox*>()->setCurrentIndex(1);
        QVERIFY(!button(*ask, QStringLiteral("Add"))->isEnabled());
        QTest::keyClicks(lineNamed(*ask, QStringLiteral("Of the firm")), QStringLiteral("Oracle"));
        if (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
        click(*button(*ask, QStringLiteral("Add")));
        QTRY_COMPARE(list->findChild<QTableView*>()->model()->rowCount(), 1);
        click(*button(*list, QStringLiteral("OK")));
        QTRY_VERIFY(kept().contains("alias oracle : Vellora"));
        QTRY_VERIFY(child<QDialog>() == nullptr);
        openText(second);
        QVERIFY(arcOf("Oracle", "Mistral AI") != nullptr);
    }

    void aBrokenRowIsToldAndTheOthersAreUsed()
    {
        m_window.reset();
        QFile file(ownGazetteer());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("alias oracle : Vellora\nalas oracle : Umbra\n");
        file.close();
        start();
        QVERIFY(noticeSays(QStringLiteral("names.txt")));
        QVERIFY(noticeSays(QStringLiteral("alias ID")));
        openText(second);
        QVERIFY(arcOf("Oracle", "Mistral AI") != nullptr);
    }

private:
    template<typename Dialog>
    Dialog* child()
    {
        return m_window->findChild<Dialog*>();
    }

    static QPushButton* button(QWidget& dialog, const QString& words)
    {
        for (QPushButton* each : dialog.findChildren<QPushButton*>())
            if (each->text() == words)
                return each;
        return nullptr;
    }

    static QLineEdit* lineNamed(QWidget& dialog, const QString& name)
    {
        for (QLineEdit* each : dialog.findChildren<QLineEdit*>())
            if (each->accessibleName() == name)
                return each;
        return nullptr;
    }

    static QByteArray kept()
    {
        QFile file(ownGazetteer());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The program is closed and started again.
    void restart()
    {
        m_window.reset();
        start();
    }

    void openAgain(const QByteArray& words)
    {
        restart();
        openText(words);
    }

    void join(const QString& firm)
    {
        chooseForWords(QStringLiteral("This is the same firm as…"));
        SameFirmDialog* ask = nullptr;
        QTRY_VERIFY((ask = child<SameFirmDialog>()) != nullptr);
        QTest::keyClicks(ask->findChild<QComboBox*>()->lineEdit(), firm);
        if (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
        click(*button(*ask, QStringLiteral("Join")));
        QTRY_VERIFY(child<SameFirmDialog>() == nullptr);
    }

    void joinVelloraWithOracle()
    {
        openText(first + "\nOracle lent $1 billion to Mistral AI.\n");
        selectWords(QStringLiteral("Vellora"));
        join(QStringLiteral("Oracle"));
        QTRY_VERIFY(firm("Vellora") == firm("Oracle"));
    }

    void openList(NamesDialog*& list)
    {
        m_window->actions()[Command::Names].trigger();
        QTRY_VERIFY((list = child<NamesDialog>()) != nullptr && list->isVisible());
    }

    /// Says in the list that `name` is another one of `firm`.
    void addRow(const QString& name, const QString& firm)
    {
        NamesDialog* list = nullptr;
        openList(list);
        click(*button(*list, QStringLiteral("&Add…")));
        LearntNameDialog* ask = nullptr;
        QTRY_VERIFY((ask = list->findChild<LearntNameDialog*>()) != nullptr);
        QTest::keyClicks(lineNamed(*ask, QStringLiteral("Names")), name);
        ask->findChild<QComboBox*>()->setCurrentIndex(1);
        QTest::keyClicks(lineNamed(*ask, QStringLiteral("Of the firm")), firm);
        if (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
        click(*button(*ask, QStringLiteral("Add")));
        QTRY_COMPARE(list->findChild<QTableView*>()->model()->rowCount(), 1);
        click(*button(*list, QStringLiteral("OK")));
        QTRY_VERIFY(child<QDialog>() == nullptr);
    }

    static void removeFirst(NamesDialog& list)
    {
        auto* table = list.findChild<QTableView*>();
        clickCell(*table, 0, 0);
        click(*button(list, QStringLiteral("&Remove")));
        QCOMPARE(table->model()->rowCount(), 0);
    }

    bool noticeSays(const QString& words)
    {
        for (const QLabel* label : m_window->noticeBar().findChildren<QLabel*>())
            if (label->text().contains(words))
                return true;
        return false;
    }

    bool menuHas(const QString& words)
    {
        bool has = false;
        QTimer::singleShot(50, this, [&has, words] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            for (QAction* action : menu->actions())
                has = has || action->text() == words;
            menu->close();
        });
        TextView& view = panel().textView();
        QTest::mouseClick(
            m_window->windowHandle(), Qt::RightButton, {},
            view.viewport()->mapTo(m_window.get(),
                                   view.boxes(view.selectedSpan()).front().center().toPoint()));
        return has;
    }
};

} // namespace

QTEST_MAIN(NamingTest)
#include "tst_naming.moc"
