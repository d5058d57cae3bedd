// The reader has the last word: every field of a fact can be set right where the fact is seen,
// facts and firms are added by selecting their words, and everything can be taken back.
#include "tests/ui/readerfixture.h"
#include "ui/dialogs/factdialog.h"
#include "ui/dialogs/samefirmdialog.h"
#include "ui/panels/factsbar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLayout>
#include <QLineEdit>
#include <QToolButton>

using namespace gyre;

namespace {

class CorrectingTest : public ReaderFixture
{
    Q_OBJECT

private slots:

    void initTestCase() { prepare(); }

    void init() { start(); }

    void cleanup() { stop(); }

    void anAmountTypedAsPeopleWriteItIsSavedAndComesBack()
    {
        openBriefing();
        const DealId deal = clickArc("Oracle", "Cohere");
        key(Qt::Key_E);
        QTRY_VERIFY(dialog() != nullptr);
        retype(QStringLiteral("Amount"), QStringLiteral("up to $3.5bn"));
        QVERIFY(dialogSays(QStringLiteral("≤ $3.5B")));
        QCOMPARE(box(QStringLiteral("How exact"))->currentText(), QStringLiteral("up to"));
        QTest::keyClick(edit(QStringLiteral("Amount")), Qt::Key_Return);
        QTRY_COMPARE(written(document().network().deal(deal).amount), QStringLiteral("≤ $3.5B"));
        QVERIFY(document().network().deal(deal).review == Review::Corrected);
        QVERIFY(!document().network().deal(deal).evidence.empty());
        QTRY_VERIFY(inspectorSays(QStringLiteral("≤ $3.5B")));
        QCOMPARE(document().undoStack().undoText(), QStringLiteral("Correct deal"));
        takeBack();
        QCOMPARE(written(document().network().deal(deal).amount), QStringLiteral("$2B"));
        QVERIFY(document().network().deal(deal).review == Review::Unreviewed);
        key(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(written(document().network().deal(deal).amount), QStringLiteral("≤ $3.5B"));
    }

    void theArcTurnsRoundWhenItsEndsAreSwapped()
    {
        openBriefing();
        clickArc("Oracle", "Cohere");
        key(Qt::Key_E);
        QTRY_VERIFY(dialog() != nullptr);
        click(*button(QStringLiteral("Swap payer and receiver")));
        click(*button(QStringLiteral("Save")));
        QTRY_VERIFY(arcOf("Cohere", "Oracle") != nullptr);
        QVERIFY(arcOf("Oracle", "Cohere") == nullptr);
        takeBack();
        QTRY_VERIFY(arcOf("Oracle", "Cohere") != nullptr);
    }

    void aFirmThatNobodyKnewCanPay()
    {
        openBriefing();
        clickArc("Oracle", "Cohere");
        key(Qt::Key_E);
        QTRY_VERIFY(dialog() != nullptr);
        retype(QStringLiteral("Payer"), QStringLiteral("Harbour Fund"));
        QVERIFY(dialogSays(QStringLiteral("“Harbour Fund” is not known yet")));
        click(*button(QStringLiteral("Save")));
        QTRY_VERIFY(arcOf("Harbour Fund", "Cohere") != nullptr);
        takeBack();
        QTRY_VERIFY(discOf("Harbour Fund") == nullptr);
    }

    void whatIsWrongIsSaidAndNotSaved_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("amount") << QStringLiteral("Amount") << QStringLiteral("lots")
                                << QStringLiteral("up to $10bn");
        QTest::newRow("date") << QStringLiteral("Date") << QStringLiteral("soonish")
                              << QStringLiteral("4 Nov 2025");
        QTest::newRow("receiver") << QStringLiteral("Receiver") << QStringLiteral(" ")
                                  << QStringLiteral("Name the receiver");
        QTest::newRow("same") << QStringLiteral("Receiver") << QStringLiteral("Oracle")
                              << QStringLiteral("the same firm");
    }

    void whatIsWrongIsSaidAndNotSaved()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QString, said);
        openBriefing();
        const DealId deal = clickArc("Oracle", "Cohere");
        const Deal before = document().network().deal(deal);
        key(Qt::Key_E);
        QTRY_VERIFY(dialog() != nullptr);
        retype(field, typed);
        QVERIFY(dialogSays(said));
        QVERIFY(dialog()->height() >= dialog()->layout()->totalHeightForWidth(dialog()->width()));
        QVERIFY(!button(QStringLiteral("Save"))->isEnabled());
        QTest::keyClick(edit(field), Qt::Key_Return);
        QVERIFY(dialog() != nullptr);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(dialog() == nullptr);
        QVERIFY(document().network().deal(deal) == before);
    }

    void datesAndStandingAreTakenAsTyped()
    {
        openBriefing();
        const DealId deal = clickArc("Oracle", "Cohere");
        key(Qt::Key_E);
        QTRY_VERIFY(dialog() != nullptr);
        retype(QStringLiteral("Date"), QStringLiteral("2025-11-04"));
        QVERIFY(dialogSays(QStringLiteral("4 Nov 2025")));
        QTest::keyClicks(box(QStringLiteral("Status")), QStringLiteral("rum"));
        QTest::keyClicks(box(QStringLiteral("Type")), QStringLiteral("De"));
        auto* denied = dialog()->findChild<QCheckBox*>();
        QTest::mouseClick(denied, Qt::LeftButton, {}, QPoint(8, denied->height() / 2));
        click(*button(QStringLiteral("Save")));
        QTRY_VERIFY(document().network().deal(deal).date.has_value());
        const Deal& after = document().network().deal(deal);
        QCOMPARE(after.date->toString(), QStringLiteral("2025-11-04"));
        QVERIFY(after.status == Status::Rumoured);
        QVERIFY(after.type == DealType::Debt);
        QVERIFY(after.denied);
    }

    void aShareIsSetRightFromItsRow()
    {
        openBriefing();
        clickFact(factRow(QStringLiteral("Microsoft owns")));
        type(Qt::Key_E);
        QTRY_VERIFY(dialog() != nullptr);
        retype(QStringLiteral("Share"), QStringLiteral("about 28.5%"));
        click(*button(QStringLiteral("Save")));
        QTRY_COMPARE(document().network().stakes()[0].percent, 28.5);
        QVERIFY(document().network().stakes()[0].qualifier == Qualifier::About);
        const int row = factRow(QStringLiteral("Microsoft owns"));
        QVERIFY(rowAt(row).detail.contains(QStringLiteral("corrected")));
        takeBack();
        QCOMPARE(document().network().stakes()[0].percent, 27.0);
    }

    void aValuationIsSetRight()
    {
        openText("Zeta is valued at $5 billion.\n\nOracle invested $2 billion in Cohere.\n");
        clickFact(factRow(QStringLiteral("is valued")));
        type(Qt::Key_E);
        QTRY_VERIFY(dialog() != nullptr);
        retype(QStringLiteral("Amount"), QStringLiteral("$1.2-1.5 billion"));
        QTest::keyClicks(box(QStringLiteral("Basis")), QStringLiteral("post"));
        click(*button(QStringLiteral("Save")));
        QTRY_VERIFY(document().network().valuations()[0].basis == Basis::PostMoney);
        QCOMPARE(written(document().network().valuations()[0].amount),
                 QStringLiteral("$1.2B–$1.5B"));
    }

    void theSameMenuEverywhere_data()
    {
        QTest::addColumn<QString>("place");
        for (const char* place : {"arc", "row", "text", "table"})
            QTest::newRow(place) << QString::fromLatin1(place);
    }

    void theSameMenuEverywhere()
    {
        QFETCH(QString, place);
        openBriefing();
        const DealId deal = arcOf("Oracle", "Cohere")->deal;
        const auto review = [&] { return document().network().deal(deal).review; };
        chooseInMenu(place, QStringLiteral("Accept"));
        QVERIFY(review() == Review::Accepted);
        chooseInMenu(place, QStringLiteral("Undo accept"));
        QVERIFY(review() == Review::Unreviewed);
        chooseInMenu(place, QStringLiteral("Edit…"));
        QTRY_VERIFY(dialog() != nullptr);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(dialog() == nullptr);
        chooseInMenu(place, QStringLiteral("Reject"));
        QVERIFY(review() == Review::Rejected);
        takeBack();
        QVERIFY(review() == Review::Unreviewed);
    }

    void selectedWordsBecomeADeal()
    {
        openText("Oracle invested $2 billion in Cohere.\n\n"
                 "It is said that Amazon sat down with OpenAI over $7 billion. It rained.\n");
        const std::size_t before = document().network().dealCount();
        selectWords(QStringLiteral("$7 billion"));
        chooseForWords(QStringLiteral("Make this a deal…"));
        QTRY_VERIFY(dialog() != nullptr);
        QCOMPARE(edit(QStringLiteral("Amount"))->text(), QStringLiteral("$7B"));
        retype(QStringLiteral("Payer"), QStringLiteral("Amazon"));
        retype(QStringLiteral("Receiver"), QStringLiteral("OpenAI"));
        click(*button(QStringLiteral("Add")));
        QTRY_COMPARE(document().network().dealCount(), before + 1);
        const auto id = std::get<DealId>(document().selection());
        const Deal& deal = document().network().deal(id);
        QVERIFY(deal.review == Review::Own);
        QCOMPARE(deal.evidence.front()->span.in(text()).toString(),
                 QStringLiteral("It is said that Amazon sat down with OpenAI over $7 billion."));
        QCOMPARE(deal.evidence.front()->quote, deal.evidence.front()->span.in(text()).toString());
        QTRY_VERIFY(arcOf("Amazon", "OpenAI") != nullptr);
        takeBack();
        QCOMPARE(document().network().dealCount(), before);
    }

    void aStakeIsPlannedBeforeItIsHeld()
    {
        openBriefing();
        clickFact(factRow(QStringLiteral("Microsoft owns")));
        type(Qt::Key_E);
        QTRY_VERIFY(dialog() != nullptr);
        QCOMPARE(box(QStringLiteral("Status"))->currentText(), QStringLiteral("held"));
        QTest::keyClicks(box(QStringLiteral("Status")), QStringLiteral("in t"));
        click(*button(QStringLiteral("Save")));
        QTRY_VERIFY(document().network().stakes()[0].status == Status::InTalks);
        const int row = factRow(QStringLiteral("Microsoft"));
        QVERIFY(rowAt(row).detail.contains(QStringLiteral("in talks")));
        takeBack();
        QVERIFY(document().network().stakes()[0].status == Status::Closed);
        QVERIFY(!rowAt(row).detail.contains(QStringLiteral("in talks")));
    }

    void selectedWordsBecomeAValuation()
    {
        openText("Oracle invested $2 billion in Cohere.\n\n"
                 "People put Cohere at some $7 billion, no more. It rained.\n");
        selectWords(QStringLiteral("Cohere at some $7 billion"));
        chooseForWords(QStringLiteral("Make this a valuation…"));
        QTRY_VERIFY(dialog() != nullptr);
        QCOMPARE(box(QStringLiteral("Firm"))->currentText(), QStringLiteral("Cohere"));
        QCOMPARE(edit(QStringLiteral("Amount"))->text(), QStringLiteral("≈ $7B"));
        const std::size_t before = document().network().valuations().size();
        click(*button(QStringLiteral("Add")));
        QTRY_COMPARE(document().network().valuations().size(), before + 1);
        const auto id = std::get<ValuationId>(document().selection());
        const Valuation& made = document().network().valuations()[id.value];
        QVERIFY(made.org == firm("Cohere"));
        QVERIFY(made.review == Review::Own);
        QCOMPARE(made.evidence.front()->quote,
                 QStringLiteral("People put Cohere at some $7 billion, no more."));
        QVERIFY(factRow(QStringLiteral("Cohere")) >= 0);
        takeBack();
        QCOMPARE(document().network().valuations().size(), before);
    }

    void selectedWordsBecomeAStake()
    {
        openText("Oracle invested $2 billion in Cohere.\n\n"
                 "Of Cohere, so they say, Oracle has about 12% by now.\n");
        const std::size_t before = document().network().stakes().size();
        selectWords(QStringLiteral("about 12%"));
        chooseForWords(QStringLiteral("Make this a stake…"));
        QTRY_VERIFY(dialog() != nullptr);
        QCOMPARE(edit(QStringLiteral("Share"))->text(), QStringLiteral("≈ 12%"));
        QCOMPARE(box(QStringLiteral("Status"))->currentText(), QStringLiteral("held"));
        retype(QStringLiteral("Holder"), QStringLiteral("Oracle"));
        retype(QStringLiteral("Firm"), QStringLiteral("Cohere"));
        click(*button(QStringLiteral("Add")));
        QTRY_COMPARE(document().network().stakes().size(), before + 1);
        const auto id = std::get<StakeId>(document().selection());
        const Stake& made = document().network().stakes()[id.value];
        QVERIFY(made.holder == firm("Oracle") && made.org == firm("Cohere"));
        QCOMPARE(made.percent, 12.0);
        QVERIFY(made.qualifier == Qualifier::About);
        QVERIFY(made.review == Review::Own);
        takeBack();
        QCOMPARE(document().network().stakes().size(), before);
    }

    void whatCantBeAStakeIsNotAdded()
    {
        openText("Oracle invested $2 billion in Cohere. Nobody owns anything.\n");
        selectWords(QStringLiteral("owns anything"));
        chooseForWords(QStringLiteral("Make this a stake…"));
        QTRY_VERIFY(dialog() != nullptr);
        QVERIFY(!button(QStringLiteral("Add"))->isEnabled());
        QVERIFY(dialogSays(QStringLiteral("Write the share in per cent")));
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(dialog() == nullptr);
        QCOMPARE(document().network().stakes().size(), std::size_t(0));
    }

    void selectedWordsBecomeAFirmAndOneWithAnother()
    {
        openText("Oracle invested $2 billion in Cohere. The Lantern people watched.\n");
        selectWords(QStringLiteral("Lantern"));
        chooseForWords(QStringLiteral("This is a firm"));
        QTRY_VERIFY(firm("Lantern").isValid());
        QVERIFY(document().selection() == Selection(firm("Lantern")));
        chooseForWords(QStringLiteral("This is the same firm as…"));
        SameFirmDialog* ask = nullptr;
        QTRY_VERIFY((ask = m_window->findChild<SameFirmDialog*>()) != nullptr);
        QTest::keyClicks(ask->findChild<QComboBox*>()->lineEdit(), QStringLiteral("Oracle"));
        for (QPushButton* each : ask->findChildren<QPushButton*>())
            if (each->text() == QStringLiteral("Join"))
                click(*each);
        QTRY_VERIFY(firm("Lantern") == firm("Oracle"));
        takeBack();
        QVERIFY(firm("Lantern").isValid() && firm("Lantern") != firm("Oracle"));
        takeBack();
        QVERIFY(!firm("Lantern").isValid());
    }

    void listsLookLikeTheFieldsBesideThem_data()
    {
        QTest::addColumn<Appearance>("theme");
        QTest::newRow("light") << Appearance::Light;
        QTest::newRow("dark") << Appearance::Dark;
    }

    void listsLookLikeTheFieldsBesideThem()
    {
        QFETCH(Appearance, theme);
        applyStyle(*qApp, theme);
        openBriefing();
        clickArc("Oracle", "Cohere");
        key(Qt::Key_E);
        QTRY_VERIFY(dialog() != nullptr);
        const QImage field = edit(QStringLiteral("Amount"))->grab().toImage();
        for (const char* name : {"Status", "Receiver"}) {
            const QImage list = box(QString::fromLatin1(name))->grab().toImage();
            QCOMPARE(list.height(), field.height());
            // The frame, and the ground within.
            QCOMPARE(list.pixel(0, list.height() / 2), field.pixel(0, field.height() / 2));
            QCOMPARE(list.pixel(6, 4), field.pixel(6, 4));
        }
        applyStyle(*qApp, Appearance::Light);
    }

    void theKeysOfTheListFitOneLine()
    {
        openBriefing();
        const QLabel* hint = nullptr;
        for (const QLabel* label : panel().findChildren<QLabel*>())
            if (label->accessibleName().contains(QStringLiteral("Delete rejects")))
                hint = label;
        QVERIFY(hint != nullptr);
        QCOMPARE(hint->heightForWidth(290), hint->heightForWidth(2000));
    }

    void theListIsWalkedWithTheKeyboard()
    {
        openBriefing();
        panel().factsView().setFocus();
        clickFact(1);
        const Selection first = document().selection();
        type(Qt::Key_J);
        const Selection second = document().selection();
        QVERIFY(second != first);
        QCOMPARE(panel().textView().chosen(), rowAt(2).spans);
        type(Qt::Key_Return);
        QVERIFY(rowAt(2).review == Review::Accepted);
        QVERIFY(rowAt(2).detail.contains(QStringLiteral("✓ accepted")));
        type(Qt::Key_K);
        QVERIFY(document().selection() == first);
        type(Qt::Key_Delete);
        QVERIFY(rowAt(1).isRejected);
        type(Qt::Key_Z, Qt::ControlModifier);
        type(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(rowAt(1).review == Review::Unreviewed);
        QVERIFY(rowAt(2).review == Review::Unreviewed);
        type(Qt::Key_E);
        QTRY_VERIFY(dialog() != nullptr);
    }

    void theListGoesOnWhereAReviewedFactLeftIt()
    {
        openBriefing();
        chooseFilter(FactFilter::ToReview);
        const int before = factCount();
        panel().factsView().setFocus();
        type(Qt::Key_J);
        const Selection next = rowAt(2).selection;
        type(Qt::Key_Return);
        QCOMPARE(factCount(), before - 1);
        type(Qt::Key_J);
        QVERIFY(document().selection() == next);
        chooseFilter(FactFilter::Accepted);
        QCOMPARE(factCount(), 1);
        chooseFilter(FactFilter::Own);
        QCOMPARE(factCount(), 0);
    }

    void aCorrectedFactIsCorrectedAgainOnceItsRejectionIsTakenBack()
    {
        openBriefing();
        const DealId deal = clickArc("Oracle", "Cohere");
        key(Qt::Key_E);
        QTRY_VERIFY(dialog() != nullptr);
        retype(QStringLiteral("Amount"), QStringLiteral("$3bn"));
        click(*button(QStringLiteral("Save")));
        QTRY_VERIFY(document().network().deal(deal).review == Review::Corrected);
        chooseInMenu(QStringLiteral("row"), QStringLiteral("Reject"));
        QVERIFY(document().network().deal(deal).review == Review::Rejected);
        chooseInMenu(QStringLiteral("row"), QStringLiteral("Undo reject"));
        QVERIFY(document().network().deal(deal).review == Review::Corrected);
    }

    void theWordsThatPlayedAPartAreNamed()
    {
        openBriefing();
        clickArc("Amazon", "OpenAI");
        QTRY_VERIFY(inspectorSays(QStringLiteral("Why this reading")));
        QVERIFY(inspectorSays(QStringLiteral("“up to $10 billion”")));
        QVERIFY(inspectorSays(QStringLiteral("“in talks”")));
        QVERIFY(inspectorSays(QStringLiteral("“invest”")));
    }

    void theLeastSureComeFirst()
    {
        openBriefing();
        click(panel().factsBar().order());
        float last = 0;
        for (const FactRow& row : panel().factsView().rows()) {
            if (row.kind != FactRow::Kind::Fact)
                continue;
            QVERIFY(row.confidence >= last);
            last = row.confidence;
        }
        QVERIFY(last > 0);
    }

private:
    FactDialog* dialog() { return m_window->findChild<FactDialog*>(); }

    QLineEdit* edit(const QString& name)
    {
        for (QLineEdit* each : dialog()->findChildren<QLineEdit*>())
            if (each->accessibleName().startsWith(name))
                return each;
        return nullptr;
    }

    QComboBox* box(const QString& name)
    {
        for (QComboBox* each : dialog()->findChildren<QComboBox*>())
            if (each->accessibleName() == name)
                return each;
        return nullptr;
    }

    QPushButton* button(const QString& words)
    {
        for (QPushButton* each : dialog()->findChildren<QPushButton*>())
            if (each->text() == words)
                return each;
        return nullptr;
    }

    void retype(const QString& field, const QString& words)
    {
        QLineEdit* line = edit(field);
        QVERIFY(line != nullptr);
        QTest::mouseClick(line, Qt::LeftButton);
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(line, words);
        if (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
    }

    bool dialogSays(const QString& words)
    {
        for (const QLabel* label : dialog()->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    }

    FactRow rowAt(int row) { return panel().factsView().rows()[std::size_t(row)]; }

    int factCount()
    {
        const auto& rows = panel().factsView().rows();
        return int(std::count_if(rows.begin(), rows.end(), [](const FactRow& row) {
            return row.kind == FactRow::Kind::Fact;
        }));
    }

    void chooseFilter(FactFilter filter)
    {
        QComboBox& box = panel().factsBar().filter();
        box.setFocus();
        QTest::keyClick(&box, Qt::Key_Home);
        for (int i = 0; i < static_cast<int>(filter); ++i)
            QTest::keyClick(&box, Qt::Key_Down);
    }

    void chooseInMenu(const QString& place, const QString& words)
    {
        FactsView& facts = panel().factsView();
        const QModelIndex row = facts.model()->index(factRow(QStringLiteral("Oracle → Cohere")), 0);
        if (place == QStringLiteral("arc")) {
            const Arc* arc = arcOf("Oracle", "Cohere");
            chooseAt(canvas(), canvas().toWidget(arc->path[arc->path.size() / 2]).toPoint(), words);
        } else if (place == QStringLiteral("row")) {
            facts.scrollTo(row);
            chooseAt(*facts.viewport(), facts.visualRect(row).topLeft() + QPoint(40, 12), words);
        } else if (place == QStringLiteral("text")) {
            chooseAt(*panel().textView().viewport(), pointOf(QStringLiteral("invested")), words);
        } else {
            clickTab(Page::Deals);
            auto* table = m_window->pages().findChild<QTableView*>();
            for (int i = 0; i < table->model()->rowCount(); ++i)
                if (cell(*table, i, 1) == QStringLiteral("Cohere"))
                    chooseAt(*table->viewport(),
                             table->visualRect(table->model()->index(i, 1)).center(), words);
        }
    }
};

} // namespace

QTEST_MAIN(CorrectingTest)
#include "tst_correcting.moc"
