// Around a firm, between two, laid out another way, under a title of one's own.
#include "graph/layout/layouts.h"
#include "tests/ui/windowfixture.h"
#include "ui/dialogs/routedialog.h"
#include "ui/document/looking.h"
#include "ui/panels/filterbar.h"
#include "ui/panels/layoutnotice.h"
#include "ui/panels/titleedit.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QMenu>
#include <QMenuBar>
#include <QProgressBar>
#include <QRadioButton>
#include <QToolButton>

using namespace gyre;
using namespace Qt::StringLiterals;

namespace {

/// A chain of four firms, and two apart.
const QByteArray chain = "A chain of money\n\n"
                         "Microsoft invested $13 billion in OpenAI.\n\n"
                         "OpenAI signed a contract to buy $38 billion of cloud capacity from "
                         "Amazon.\n\n"
                         "Amazon invested $8 billion in Anthropic.\n\n"
                         "Oracle invested $2 billion in Cohere.\n";

/// A network file of `firms` firms in a ring with chords.
QByteArray ring(int firms, int deals)
{
    QByteArray organizations;
    QByteArray lines;
    for (int i = 0; i < firms; ++i)
        organizations += QByteArray(i > 0 ? "," : "") + "{\"id\":\"f" + QByteArray::number(i) +
                         "\",\"name\":\"Firm " + QByteArray::number(i) + "\",\"kind\":\"cloud\"}";
    for (int i = 0; i < deals; ++i)
        lines += QByteArray(i > 0 ? "," : "") + "{\"id\":\"d" + QByteArray::number(i) +
                 "\",\"from\":\"f" + QByteArray::number(i % firms) + "\",\"to\":\"f" +
                 QByteArray::number((i % firms + 1 + i / firms * 7) % firms) +
                 "\",\"type\":\"purchase_commitment\",\"amount_low\":1000000000,"
                 "\"amount_high\":1000000000,\"qualifier\":\"exact\",\"currency\":\"USD\","
                 "\"status\":\"signed\"}";
    return "{\"organizations\":[" + organizations + "],\"deals\":[" + lines +
           "],\"valuations\":[],\"stakes\":[]}";
}

class WindowAroundTest : public WindowFixture
{
    Q_OBJECT

private slots:

    void initTestCase() { prepare(); }

    void init() { start(); }

    void cleanup() { stop(); }

    void aroundAFirmByItsMenu()
    {
        openText(chain);
        const QString words = m_window->tr("2 steps");
        QTimer::singleShot(100, this, [this, words] { choose(words); });
        rightClickDisc("Microsoft");
        QTRY_COMPARE(document().view().dealCount(), std::size_t(2));
        QVERIFY(!document().view().contains(firm("Anthropic")));
        QToolButton& chip = m_window->topBar().filters().focusButton();
        QVERIFY(chip.isVisible());
        QVERIFY2(chip.text().contains(u"Around Microsoft, 2 steps"_s), qPrintable(chip.text()));
        document().back();
        QCOMPARE(document().view().dealCount(), std::size_t(4));
        document().forward();
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(8, chip.height() / 2));
        QCOMPARE(document().view().dealCount(), std::size_t(4));
        QVERIFY(!chip.isVisible());
    }

    void aroundAFirmByKeyboard()
    {
        openText(chain);
        clickDisc("OpenAI");
        for (int hops = 1; hops <= mostHops; ++hops) {
            key(static_cast<Qt::Key>(Qt::Key_0 + hops), Qt::ControlModifier | Qt::ShiftModifier);
            QCOMPARE(document().lens().filter.focus.size(), std::size_t(1));
            QCOMPARE(document().lens().filter.focus.front().hops, hops);
        }
        key(Qt::Key_0, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(document().lens().filter.focus.empty());
    }

    void theWayBetweenTwoFirms()
    {
        openText(chain);
        clickDisc("Microsoft");
        m_window->actions()[Command::Route].trigger();
        auto* dialog = m_window->findChild<RouteDialog*>();
        QVERIFY(dialog != nullptr);
        const auto boxes = dialog->findChildren<QComboBox*>();
        QCOMPARE(boxes[0]->currentText(), u"Microsoft"_s);
        boxes[1]->setEditText(u"anthropic"_s);
        QVERIFY(says(*dialog, u"3 steps, with 3 deals"_s));
        for (QRadioButton* choice : dialog->findChildren<QRadioButton*>())
            if (choice->text().contains(u"money"_s))
                choice->click();
        QVERIFY(says(*dialog, u"3 steps, with 3 deals"_s));
        boxes[1]->setEditText(u"Cohere"_s);
        QVERIFY(says(*dialog, u"No money goes"_s));
        boxes[1]->setEditText(u"Anthropic"_s);
        dialog->accept();
        QCOMPARE(document().view().dealCount(), std::size_t(3));
        QVERIFY(document().lens().filter.route->isDirected);
        QToolButton& chip = m_window->topBar().filters().focusButton();
        QVERIFY2(chip.text().contains(u"Money from Microsoft to Anthropic"_s),
                 qPrintable(chip.text()));
        document().back();
        QCOMPARE(document().view().dealCount(), std::size_t(4));
        QVERIFY(!chip.isVisible());
    }

    /// With one firm selected, the menu of another leads there; where there is no way, that is
    /// said.
    void theWayFromTheSelectedFirm()
    {
        openText(chain);
        clickDisc("Anthropic");
        QTimer::singleShot(100, this, [this] { choose(u"Way between Anthropic and Microsoft"_s); });
        rightClickDisc("Microsoft");
        QTRY_COMPARE(document().view().dealCount(), std::size_t(3));
        m_window->actions()[Command::ShowAllFirms].trigger();
        QTRY_VERIFY(discOf("Cohere") != nullptr);
        QTimer::singleShot(100, this, [this] { choose(u"Way between Anthropic and Cohere"_s); });
        rightClickDisc("Cohere");
        QTRY_VERIFY(noticeSays(u"no deals that are shown join “Anthropic” and “Cohere”"_s));
        QCOMPARE(document().view().dealCount(), std::size_t(4));
    }

    void layoutsAreThoseOfTheCommandLine()
    {
        openText(chain);
        const auto actions = engineActions();
        QCOMPARE(actions.size(), qsizetype(layoutEngines().size()));
        QVERIFY(actions.front()->isChecked());
        const auto before = places();
        for (const auto& name : {"circle", "rings", "time"}) {
            engine(QLatin1String(name))->trigger();
            QTRY_VERIFY(places() != before);
            QVERIFY(engine(QLatin1String(name))->isChecked());
            document().undoStack().undo();
            QTRY_COMPARE(places(), before);
            QVERIFY(actions.front()->isChecked());
        }
    }

    void theLayoutIsRememberedAndExported()
    {
        openText(chain);
        engine(QLatin1String("circle"))->trigger();
        const auto before = places();
        QCOMPARE(QByteArray(m_window->exportRequest().engine->name), QByteArray("circle"));
        stop();
        start();
        openText(chain);
        QVERIFY(engine(QLatin1String("circle"))->isChecked());
        engine(QLatin1String("default"))->trigger();
        QVERIFY(m_window->exportRequest().engine == nullptr);
    }

    void tidyingKeepsWhatIsPinned()
    {
        openText(chain);
        pinByMenu("OpenAI");
        QVERIFY(isPinned("OpenAI"));
        drag("Amazon", QPoint(60, 40));
        QTRY_VERIFY(isPinned("Amazon"));
        QTest::qWait(50);
        const auto before = places();
        m_window->actions()[Command::TidyUp].trigger();
        QTRY_VERIFY(places() != before);
        const auto after = places();
        for (const char* name : {"OpenAI", "Amazon"})
            QVERIFY(before.at(firm(name)) == after.at(firm(name)));
        document().undoStack().undo();
        QTRY_VERIFY(places() == before);
        m_window->actions()[Command::UnpinAll].trigger();
        QVERIFY(!isPinned("OpenAI") && !isPinned("Amazon"));
        QVERIFY(!m_window->actions()[Command::UnpinAll].isEnabled());
        document().undoStack().undo();
        QVERIFY(isPinned("OpenAI") && isPinned("Amazon"));
    }

    void theTitleIsWrittenWhereItStands()
    {
        openText(chain);
        const QString proposed = canvas().picture().title;
        TitleEdit& field = m_window->pages().network().titleEdit();
        QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, titlePoint());
        QVERIFY(field.isVisible() && field.hasFocus());
        QCOMPARE(field.text(), proposed);
        QTest::keyClicks(&field, u"Who pays whom"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QVERIFY(!field.isVisible());
        QTRY_COMPARE(canvas().picture().title, u"Who pays whom"_s);
        QCOMPARE(m_window->exportRequest().title, u"Who pays whom"_s);
        document().undoStack().undo();
        QTRY_COMPARE(canvas().picture().title, proposed);
        document().undoStack().redo();
        QTRY_COMPARE(canvas().picture().title, u"Who pays whom"_s);
        // Emptied, the proposed one comes back.
        canvas().setFocus();
        QTest::keyClick(&canvas(), Qt::Key_F2);
        QVERIFY(field.isVisible());
        QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&field, Qt::Key_Delete);
        QTest::keyClick(&field, Qt::Key_Return);
        QTRY_COMPARE(canvas().picture().title, proposed);
        QVERIFY(m_window->exportRequest().title.isEmpty());
    }

    void escapeLeavesTheTitle()
    {
        openText(chain);
        clickDisc("OpenAI");
        const QString proposed = canvas().picture().title;
        TitleEdit& field = m_window->pages().network().titleEdit();
        QTest::keyClick(&canvas(), Qt::Key_F2);
        QTest::keyClicks(&field, u"Nothing of this"_s);
        key(Qt::Key_Escape);
        QVERIFY(!field.isVisible());
        QCOMPARE(canvas().picture().title, proposed);
        QVERIFY(document().project().title.isEmpty());
        QVERIFY(document().selection() == Selection{firm("OpenAI")});
    }

    void mergedDealsAreListedInTheInspector()
    {
        openText(chain + QByteArray("\nMicrosoft invested $2 billion in OpenAI.\n"));
        QCOMPARE(canvas().picture().arcs.size(), std::size_t(5));
        m_window->actions()[Command::MergePairs].trigger();
        QTRY_COMPARE(canvas().picture().arcs.size(), std::size_t(4));
        const DealId deal = clickArc("Microsoft", "OpenAI");
        const auto* pair = std::get_if<PairSelection>(&document().selection());
        QVERIFY(pair != nullptr);
        QCOMPARE(pair->deals.size(), std::size_t(2));
        QTRY_VERIFY(inspectorSays(u"Microsoft → OpenAI"_s));
        QTRY_VERIFY(inspectorSays(u"$15B"_s));
        QVERIFY(inspectorSays(u"$13B"_s) && inspectorSays(u"$2B"_s));
        QVERIFY(canvas().emphasis().selectedDeal == deal);
        // One of them, chosen elsewhere, lets its arc stand out.
        document().select(pair->deals.back());
        QVERIFY(canvas().isSelected({{}, deal}));
        QVERIFY(m_window->exportRequest().mergesPairs);
        document().back();
        document().back();
        document().back();
        QTRY_COMPARE(canvas().picture().arcs.size(), std::size_t(5));
        QVERIFY(!m_window->actions()[Command::MergePairs].isChecked());
    }

    /// Never "no deals" while they are still being laid out.
    void aLargeNetworkSaysThatItIsLaidOut()
    {
        LayoutNotice& notice = m_window->pages().network().notice();
        bool wasSaid = false;
        const auto look = [&] {
            const QString title = canvas().picture().title;
            QVERIFY2(canvas().picture().discs.size() > 0 || title.isEmpty(), qPrintable(title));
            wasSaid = wasSaid ||
                      (notice.isVisible() && notice.text().contains(u"Laying out 240 deals"_s));
        };
        m_window->open({fileWith(m_folder, u"ring.json"_s, ring(60, 240))});
        for (int i = 0; i < 6000 && canvas().picture().discs.empty(); ++i) {
            look();
            QTest::qWait(10);
        }
        QVERIFY(wasSaid);
        QCOMPARE(canvas().picture().discs.size(), std::size_t(60));
        QTRY_VERIFY_WITH_TIMEOUT(!notice.isVisible(), 60'000);
    }

    /// Firms are seen in their places while arcs and labels still look for theirs, and stay there.
    void aLargeNetworkIsSeenBeforeItIsFinished()
    {
        QElapsedTimer clock;
        clock.start();
        m_window->open({fileWith(m_folder, u"ring.json"_s, ring(80, 400))});
        while (canvas().picture().discs.empty() && clock.elapsed() < 60'000)
            QTest::qWait(1);
        QCOMPARE(canvas().picture().discs.size(), std::size_t(80));
        // What takes less than it takes to notice is shown at once.
        QVERIFY(m_window->pages().network().isComposing() || clock.elapsed() < 200);
        const auto drafted = centres();
        settle();
        QCOMPARE(centres().size(), drafted.size());
        const QString counts = m_window->statusLine().text();
        QVERIFY2(counts.contains(u"300 in the picture"_s), qPrintable(counts));
        QVERIFY(medianMove(drafted, centres()) <
                0.02 * std::hypot(canvas().width(), canvas().height()));
    }

    /// Of the deals that the picture can hold.
    void aLayoutIsStoppedAndTakenUpAgain()
    {
        LayoutNotice& notice = m_window->pages().network().notice();
        m_window->open({fileWith(m_folder, u"ring.json"_s, ring(80, 400))});
        QTRY_VERIFY(notice.isVisible());
        click(notice.button());
        QVERIFY2(notice.text().contains(u"300 deals are not laid out"_s),
                 qPrintable(notice.text()));
        QTest::qWait(300);
        QVERIFY(canvas().picture().discs.empty());
        click(notice.button());
        QTRY_COMPARE_WITH_TIMEOUT(canvas().picture().discs.size(), std::size_t(80), 60'000);
        QTRY_VERIFY(!notice.isVisible());
    }

    /// What a reader knows by its place stays there; and a filter taken back is the picture of
    /// before to the pixel.
    void firmsStayWhenTheFilterChanges()
    {
        m_window->open({fileWith(m_folder, u"ring.json"_s, ring(40, 120))});
        QTRY_COMPARE_WITH_TIMEOUT(canvas().picture().discs.size(), std::size_t(40), 60'000);
        settle();
        const auto whole = centres();
        lookAround(document(), firm("Firm 7"), 1);
        const std::size_t firms = document().view().firmCount();
        QVERIFY(firms > 3 && firms < 30);
        QTRY_COMPARE_WITH_TIMEOUT(canvas().picture().discs.size(), firms, 60'000);
        settle();
        const double diagonal = std::hypot(canvas().width(), canvas().height());
        QVERIFY(medianMove(whole, centres()) < 0.05 * diagonal);
        document().back();
        QTRY_COMPARE_WITH_TIMEOUT(canvas().picture().discs.size(), std::size_t(40), 60'000);
        settle();
        QVERIFY(centres() == whole);
    }

    /// A filter that changes meanwhile: the newest wins.
    void aFilterDuringTheLayoutWins()
    {
        m_window->open({fileWith(m_folder, u"ring.json"_s, ring(60, 240))});
        QTRY_VERIFY(m_window->pages().network().notice().isVisible());
        lookAround(document(), firm("Firm 7"), 1);
        const std::size_t firms = document().view().firmCount();
        QVERIFY(firms < 60);
        QTRY_COMPARE_WITH_TIMEOUT(canvas().picture().discs.size(), firms, 60'000);
        QTRY_VERIFY(!m_window->pages().network().isComposing());
        QCOMPARE(canvas().picture().discs.size(), firms);
    }

private:
    /// Until there is nothing newer to come than what is to be seen.
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!m_window->pages().network().isComposing(), 60'000); }

    std::map<FirmId, QPointF> centres()
    {
        std::map<FirmId, QPointF> all;
        for (const Disc& disc : canvas().picture().discs)
            all.emplace(disc.firm, disc.centre);
        return all;
    }

    static double medianMove(const std::map<FirmId, QPointF>& before,
                             const std::map<FirmId, QPointF>& after)
    {
        std::vector<double> moves;
        for (const auto& [firm, at] : after)
            if (const auto old = before.find(firm); old != before.end())
                moves.push_back(std::hypot(at.x() - old->second.x(), at.y() - old->second.y()));
        std::sort(moves.begin(), moves.end());
        return moves.empty() ? 0 : moves[moves.size() / 2];
    }

    void rightClickDisc(const char* name)
    {
        const Disc* disc = discOf(name);
        QVERIFY(disc != nullptr);
        const QPoint at = canvas().toWidget(disc->centre).toPoint();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, canvas().mapToGlobal(at));
        QApplication::sendEvent(&canvas(), &event);
    }

    /// In the menu that is open, or in one of its menus.
    static void choose(const QString& words)
    {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        for (QAction* action : menu->findChildren<QAction*>())
            if (action->text() == words)
                action->trigger();
        for (QMenu* inner : menu->findChildren<QMenu*>())
            for (QAction* action : inner->actions())
                if (action->text() == words)
                    action->trigger();
        for (QAction* action : menu->actions())
            if (action->text() == words)
                action->trigger();
        menu->close();
    }

    void pinByMenu(const char* name)
    {
        QTimer::singleShot(100, this, [] { choose(u"Pin where it is"_s); });
        rightClickDisc(name);
    }

    bool isPinned(const char* name)
    {
        const auto place = document().project().placement.place(firm(name));
        return place && place->isPinned;
    }

    void drag(const char* name, QPoint by)
    {
        const QPoint from = canvas().toWidget(discOf(name)->centre).toPoint();
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&canvas(), from + by / 2);
        QTest::mouseMove(&canvas(), from + by);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, from + by);
    }

    QPoint titlePoint()
    {
        for (const Furniture& piece : canvas().picture().furniture)
            if (piece.what == u"title")
                return canvas().toWidget(piece.box.center()).toPoint();
        return {};
    }

    std::map<FirmId, std::pair<double, double>> places()
    {
        std::map<FirmId, std::pair<double, double>> found;
        for (const Disc& disc : canvas().picture().discs)
            if (disc.firm.isValid())
                found[disc.firm] = {disc.centre.x(), disc.centre.y()};
        return found;
    }

    QList<QAction*> engineActions()
    {
        QList<QAction*> actions;
        for (QAction* action : m_window->actions().submenu(Actions::layoutMenu())->actions())
            if (action->data().isValid())
                actions << action;
        return actions;
    }

    QAction* engine(const QString& name)
    {
        for (QAction* action : engineActions())
            if (action->data().toString() == name)
                return action;
        return nullptr;
    }

    static bool says(const QWidget& widget, const QString& words)
    {
        const auto labels = widget.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const QLabel* label) { return label->text().contains(words); });
    }

    bool noticeSays(const QString& words) { return says(m_window->noticeBar(), words); }
};

} // namespace

QTEST_MAIN(WindowAroundTest)
#include "tst_windowaround.moc"
