// The one door for changes: whatever is done can be undone, what one looks at is no change, and
// files that can't be used harm nothing.
#include "graph/model/edits.h"
#include "ui/document/analyses.h"
#include "ui/document/document.h"
#include "ui/words/words.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gyre;

namespace {

const std::shared_ptr<const Lexicon>& lexicon()
{
    static const auto words = std::make_shared<const Lexicon>();
    return words;
}

Deal dealOf(FirmId from, FirmId to, std::int64_t dollars)
{
    Deal deal;
    deal.from = from;
    deal.to = to;
    deal.type = DealType::EquityInvestment;
    deal.status = Status::Signed;
    deal.amount = Amount::exactly(dollars, Currency::usd());
    return deal;
}

/// Each firm pays the next and the one after it; one value and one share.
Project ring(int count = 10)
{
    NetworkEditor edit;
    std::vector<FirmId> firms;
    for (int i = 0; i < count; ++i) {
        Firm firm;
        firm.name = QStringLiteral("Firm %1").arg(i);
        firms.push_back(edit.addFirm(firm));
    }
    for (std::size_t i = 0; i < firms.size(); ++i) {
        edit.addDeal(dealOf(firms[i], firms[(i + 1) % firms.size()], 1'000'000'000));
        edit.addDeal(dealOf(firms[i], firms[(i + 2) % firms.size()], 2'000'000'000));
    }
    Valuation valuation;
    valuation.org = firms[0];
    valuation.amount = Amount::exactly(5'000'000'000, Currency::usd());
    edit.addValuation(valuation);
    Stake stake;
    stake.holder = firms[1];
    stake.org = firms[0];
    stake.percent = 20;
    edit.addStake(stake);
    Project project;
    project.network = edit.done();
    return project;
}

Review anyReview(QRandomGenerator& random)
{
    return static_cast<Review>(random.bounded(reviewCount));
}

void editAtRandom(Document& document, QRandomGenerator& random)
{
    const FirmId firm{quint32(random.bounded(10))};
    switch (random.bounded(6)) {
    case 0:
        document.review(DealId{quint32(random.bounded(20))}, anyReview(random));
        break;
    case 1:
        document.review(ValuationId{0}, anyReview(random));
        break;
    case 2:
        document.review(StakeId{0}, anyReview(random));
        break;
    case 3:
        document.moveFirm(firm, {double(random.bounded(500)), double(random.bounded(500))});
        document.endMove();
        break;
    case 4:
        document.unpin(firm);
        break;
    default: {
        Project next = document.project();
        next.network =
            renamed(next.network, firm, QStringLiteral("Name %1").arg(random.bounded(1000)));
        document.apply(QStringLiteral("Rename"), next);
    }
    }
}

QString fileWith(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    QFile file(folder.filePath(name));
    [[maybe_unused]] const bool isOpen = file.open(QIODevice::WriteOnly);
    file.write(bytes);
    return file.fileName();
}

const QByteArray briefing = "Amazon is in talks to invest up to $10 billion in OpenAI. Microsoft "
                            "holds a 27% stake in OpenAI. Nvidia invested $2 billion in xAI last "
                            "month.";

const QByteArray second = "Oracle invested $3 billion in Cohere last month.";

class DocumentTest : public QObject
{
    Q_OBJECT

private slots:

    void allUndoneIsTheStartAllRedoneTheEnd()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            QRandomGenerator random(seed);
            Document document(lexicon());
            const Project start;
            document.apply(QStringLiteral("Ring"), ring());
            for (int i = 0; i < 60; ++i)
                editAtRandom(document, random);
            const Project end = document.project();
            while (document.undoStack().canUndo())
                document.undoStack().undo();
            QVERIFY(document.project() == start);
            QVERIFY(document.view().dealCount() == 0);
            while (document.undoStack().canRedo())
                document.undoStack().redo();
            QVERIFY(document.project() == end);
        }
    }

    void eachUndoIsTheStateBefore()
    {
        QRandomGenerator random(7);
        Document document(lexicon());
        document.apply(QStringLiteral("Ring"), ring());
        std::vector<Project> states{document.project()};
        for (int i = 0; i < 40; ++i) {
            editAtRandom(document, random);
            if (!(document.project() == states.back()))
                states.push_back(document.project());
        }
        for (auto state = states.rbegin(); state != states.rend(); ++state) {
            QVERIFY(document.project() == *state);
            document.undoStack().undo();
        }
    }

    void aDragIsOneStepTwoDragsAreTwo()
    {
        Document document(lexicon());
        document.apply(QStringLiteral("Ring"), ring());
        const int before = document.undoStack().count();
        for (int drag = 0; drag < 2; ++drag) {
            for (int step = 1; step <= 200; ++step)
                document.moveFirm(FirmId{0}, {double(step), double(drag)});
            document.endMove();
        }
        QCOMPARE(document.undoStack().count(), before + 2);
        document.undoStack().undo();
        QCOMPARE(document.project().placement.place(FirmId{0})->at, (Point{200, 0}));
        document.undoStack().undo();
        QVERIFY(document.project().placement.isEmpty());
    }

    void lookingIsNoChangeAndGoesBackAndForward()
    {
        Document document(lexicon());
        document.apply(QStringLiteral("Ring"), ring());
        const int steps = document.undoStack().count();
        Lens lens = document.lens();
        lens.filter.least = 1'500'000'000;
        document.setLens(lens);
        QCOMPARE(document.view().dealCount(), std::size_t(10));
        document.select(FirmId{3});
        QCOMPARE(document.undoStack().count(), steps);
        document.back();
        QVERIFY(document.selection() == Selection{});
        document.back();
        QCOMPARE(document.view().dealCount(), std::size_t(20));
        QVERIFY(!document.canGoBack());
        document.forward();
        document.forward();
        QVERIFY(document.selection() == Selection{FirmId{3}});
        QCOMPARE(document.view().dealCount(), std::size_t(10));
    }

    void whatIsGoneIsNotSelected()
    {
        Document document(lexicon());
        document.apply(QStringLiteral("Ring"), ring());
        document.select(DealId{4});
        document.undoStack().undo();
        QVERIFY(document.selection() == Selection{});
        document.select(DealId{4});
        QVERIFY(document.selection() == Selection{});
        document.back();
        QVERIFY(document.selection() == Selection{});
    }

    void filesMakeOneNetworkJoinedByFirm()
    {
        const QTemporaryDir folder;
        const QStringList paths{
            fileWith(folder, QStringLiteral("one.txt"), briefing),
            fileWith(folder, QStringLiteral("two.txt"),
                     "OpenAI signed a $20 billion contract to buy cloud capacity from Oracle.")};
        Document document(lexicon());
        document.open(paths);
        QTRY_VERIFY(!document.isBusy());
        QCOMPARE(document.project().briefings.size(), std::size_t(2));
        QCOMPARE(document.undoStack().count(), 1);
        const auto openAi = document.network().findFirmNamed(QStringLiteral("OpenAI"));
        QVERIFY(openAi.has_value());
        QCOMPARE(document.network().in(*openAi).size(), std::size_t(1));
        QCOMPARE(document.network().out(*openAi).size(), std::size_t(1));
        document.undoStack().undo();
        QVERIFY(document.isEmpty());
    }

    void theSameTextIsNotAddedTwice()
    {
        const QTemporaryDir folder;
        const QString path = fileWith(folder, QStringLiteral("one.txt"), briefing);
        Document document(lexicon());
        document.open({path});
        QTRY_VERIFY(!document.isBusy());
        const Project once = document.project();
        const QSignalSpy told(&document, &Document::messages);
        document.open({path});
        QTRY_VERIFY(!document.isBusy());
        QVERIFY(document.project() == once);
        QCOMPARE(told.size(), 1);
    }

    void openingTwiceInARowLosesNeither()
    {
        const QTemporaryDir folder;
        Document document(lexicon());
        document.open({fileWith(folder, QStringLiteral("one.txt"), briefing)});
        document.open({fileWith(folder, QStringLiteral("two.txt"), "Meta acquired Scale AI.")});
        document.paste(QStringLiteral("Intel invested $1 billion in SambaNova."), false);
        document.apply(QStringLiteral("Ring"), ring());
        QTRY_VERIFY(!document.isBusy());
        QCOMPARE(document.project().briefings.size(), std::size_t(3));
        QVERIFY(document.network().findFirmNamed(QStringLiteral("Firm 3")).has_value());
    }

    void badFilesAreToldGoodOnesKept()
    {
        const QTemporaryDir folder;
        Document document(lexicon());
        const QSignalSpy told(&document, &Document::messages);
        document.open({folder.filePath(QStringLiteral("missing.txt")),
                       fileWith(folder, QStringLiteral("empty.txt"), {}),
                       fileWith(folder, QStringLiteral("binary.txt"),
                                QByteArray("\x7f"
                                           "ELF\0\0\1\2\3\0\0\0\0\0",
                                           14)),
                       fileWith(folder, QStringLiteral("broken.graphml"), "<graphml><graph>"),
                       fileWith(folder, QStringLiteral("good.txt"), briefing), folder.path()});
        QTRY_VERIFY(!document.isBusy());
        QCOMPARE(document.project().briefings.size(), std::size_t(1));
        QVERIFY(told.size() == 1);
        const auto diagnostics = told.front().front().value<Diagnostics>();
        const auto errors =
            std::count_if(diagnostics.begin(), diagnostics.end(), [](const auto& d) {
                return d.severity == Severity::Error && !d.file.isEmpty();
            });
        QVERIFY2(errors >= 5, qPrintable(QString::number(errors)));
    }

    void aTextWithoutAFindIsShownAndToldOf()
    {
        Document document(lexicon());
        const QSignalSpy told(&document, &Document::messages);
        document.paste(QStringLiteral("The weather was mild and the harvest was good this year."),
                       false);
        QTRY_VERIFY(!document.isBusy());
        QCOMPARE(document.project().briefings.size(), std::size_t(1));
        QCOMPARE(told.size(), 1);
    }

    void aNewDateResolvesRelativeOnesAndKeepsReviews()
    {
        const QTemporaryDir folder;
        Document document(lexicon());
        document.open({fileWith(folder, QStringLiteral("one.txt"), briefing)});
        QTRY_VERIFY(!document.isBusy());
        const auto nvidia = document.network().findFirmNamed(QStringLiteral("Nvidia"));
        QVERIFY(nvidia && !document.network().out(*nvidia).empty());
        const DealId deal = document.network().out(*nvidia).front();
        QVERIFY(!document.network().deal(deal).date);
        document.review(deal, Review::Accepted);
        const std::size_t count = document.network().dealCount();
        document.setBriefingDetails(0, QStringLiteral("Title"), QStringLiteral("Paper"),
                                    PartialDate::day(2025, 12, 16));
        QTRY_VERIFY(!document.isBusy());
        const auto date = document.network().deal(deal).date;
        QVERIFY(date.has_value());
        QCOMPARE(date->toString(), QStringLiteral("2025-11"));
        QVERIFY(document.network().deal(deal).review == Review::Accepted);
        QCOMPARE(document.network().dealCount(), count);
        QCOMPARE(document.project().briefings[0]->briefing.title, QStringLiteral("Title"));
        document.undoStack().undo();
        QVERIFY(!document.network().deal(deal).date);
    }

    void datesOfTwoBriefingsAreBothTakenOver()
    {
        const QTemporaryDir folder;
        Document document(lexicon());
        document.open({fileWith(folder, QStringLiteral("one.txt"), briefing),
                       fileWith(folder, QStringLiteral("two.txt"), second)});
        QTRY_COMPARE(document.project().briefings.size(), std::size_t(2));
        QTRY_VERIFY(!document.isBusy());
        const auto date = PartialDate::day(2025, 12, 16);
        for (std::size_t i = 0; i < 2; ++i)
            document.setBriefingDetails(i, QStringLiteral("T"), {}, date);
        QVERIFY(document.briefingDate(0) == date && document.briefingDate(1) == date);
        QTRY_VERIFY(!document.isBusy());
        QVERIFY(document.project().briefings[0]->briefing.date == date);
        QVERIFY(document.project().briefings[1]->briefing.date == date);
    }

    void aTitleChangedWhileADateIsReadStays()
    {
        const QTemporaryDir folder;
        Document document(lexicon());
        document.open({fileWith(folder, QStringLiteral("one.txt"), briefing)});
        QTRY_COMPARE(document.project().briefings.size(), std::size_t(1));
        QTRY_VERIFY(!document.isBusy());
        const auto date = PartialDate::day(2025, 12, 16);
        document.setBriefingDetails(0, QStringLiteral("Old"), {}, date);
        QVERIFY(document.isBusy());
        document.setBriefingDetails(0, QStringLiteral("New"), QStringLiteral("Paper"),
                                    document.briefingDate(0));
        QTRY_VERIFY(!document.isBusy());
        const Briefing& now = document.project().briefings[0]->briefing;
        QCOMPARE(now.title, QStringLiteral("New"));
        QCOMPARE(now.publisher, QStringLiteral("Paper"));
        QVERIFY(now.date == date);
    }

    void aDateTakenBackBeforeItWasReadIsNoChange()
    {
        const QTemporaryDir folder;
        Document document(lexicon());
        document.open({fileWith(folder, QStringLiteral("one.txt"), briefing)});
        QTRY_COMPARE(document.project().briefings.size(), std::size_t(1));
        QTRY_VERIFY(!document.isBusy());
        const QString title = document.project().briefings[0]->briefing.title;
        const Project before = document.project();
        document.setBriefingDetails(0, title, {}, PartialDate::day(2025, 12, 16));
        document.setBriefingDetails(0, title, {}, std::nullopt);
        QTRY_VERIFY(!document.isBusy());
        QVERIFY(document.project() == before);
    }

    void aDateForABriefingThatWentIsNothing()
    {
        const QTemporaryDir folder;
        Document document(lexicon());
        document.open({fileWith(folder, QStringLiteral("one.txt"), briefing)});
        QTRY_COMPARE(document.project().briefings.size(), std::size_t(1));
        QTRY_VERIFY(!document.isBusy());
        document.setBriefingDetails(0, QStringLiteral("T"), {}, PartialDate::day(2025, 12, 16));
        while (document.undoStack().canUndo())
            document.undoStack().undo();
        QTRY_VERIFY(!document.isBusy());
        QVERIFY(document.isEmpty());
        QVERIFY(document.undoStack().canRedo());
    }

    void whatAPieceOfWorkThrowsIsToldAndTheNextOneRuns()
    {
        Work work;
        const QSignalSpy failed(&work, &Work::failed);
        bool isDone = false;
        work.add([](const Progress&) -> Work::Finish { throw std::bad_alloc(); });
        work.add([&isDone](const Progress&) {
            return Work::Finish([&isDone] {
                isDone = true;
                throw Error(QStringLiteral("output.failed"), {});
            });
        });
        QTRY_COMPARE(failed.size(), 2);
        QVERIFY(isDone && !work.isBusy());
    }

    void whatAPieceOfWorkSaysMeanwhileComesBeforeItsEndAndNotOnceItIsStopped()
    {
        Work work;
        QStringList said;
        const auto task = [&](const QString& name) {
            return [&work, &said, name](const Progress& progress) {
                work.meanwhile(progress, [&said, name] { said << name + QLatin1String(" draft"); });
                return Work::Finish([&said, name] { said << name; });
            };
        };
        work.add(task(QStringLiteral("stopped")));
        work.cancel();
        work.add(task(QStringLiteral("kept")));
        QTRY_VERIFY(!work.isBusy());
        QCOMPARE(said, (QStringList{QStringLiteral("kept draft"), QStringLiteral("kept")}));
    }

    void loopsThatCannotBeFoundAreToldOf_data()
    {
        QTest::addColumn<int>("firms");
        QTest::newRow("at once") << 10;
        QTest::newRow("off the GUI thread") << 600;
    }

    void loopsThatCannotBeFoundAreToldOf()
    {
        QFETCH(int, firms);
        Document document(lexicon());
        const Analyses analyses(document, [](const View&, const Progress&) -> Analyses::Results {
            throw std::bad_alloc();
        });
        const QSignalSpy told(&document, &Document::messages);
        document.apply(QStringLiteral("Ring"), ring(firms));
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(analyses.isUpToDate());
    }

    void aClosedBriefingTakesWhatItAloneSays()
    {
        const QTemporaryDir folder;
        Document document(lexicon());
        document.open({fileWith(folder, QStringLiteral("one.txt"), briefing)});
        QTRY_COMPARE(document.project().briefings.size(), std::size_t(1));
        QTRY_VERIFY(!document.isBusy());
        const Project alone = document.project();
        document.open({fileWith(folder, QStringLiteral("two.txt"),
                                "Microsoft holds a 27% stake in OpenAI. Oracle invested $3 billion "
                                "in Cohere. OpenAI is valued at $500 billion.")});
        QTRY_COMPARE(document.project().briefings.size(), std::size_t(2));
        QTRY_VERIFY(!document.isBusy());
        const Project both = document.project();
        document.select(ValuationId{0});
        document.closeBriefing(1);
        const Network& now = document.network();
        QCOMPARE(document.project().briefings.size(), std::size_t(1));
        QCOMPARE(now.dealCount(), alone.network.dealCount());
        QCOMPARE(now.firmCount(), alone.network.firmCount());
        QVERIFY(!now.findFirmNamed(QStringLiteral("Cohere")));
        QCOMPARE(now.valuations().size(), alone.network.valuations().size());
        QCOMPARE(now.stakes().size(), alone.network.stakes().size());
        QVERIFY(now.stakes()[0].evidence == alone.network.stakes()[0].evidence);
        for (const FirmId firm : alone.network.firms())
            QVERIFY(now.firm(firm) == alone.network.firm(firm));
        QVERIFY(document.selection() == Selection{});
        QVERIFY(!document.canGoBack());
        document.undoStack().undo();
        QVERIFY(document.project() == both);
        document.undoStack().redo();
        document.closeBriefing(0);
        QVERIFY(document.isEmpty());
    }

    void closingOneAfterTheOtherIsTheOtherOpenedAlone()
    {
        const QTemporaryDir folder;
        const QString one = fileWith(folder, QStringLiteral("one.txt"), briefing);
        const QString two = fileWith(folder, QStringLiteral("two.txt"), second);
        Document document(lexicon());
        document.open({one, two});
        QTRY_COMPARE(document.project().briefings.size(), std::size_t(2));
        QTRY_VERIFY(!document.isBusy());
        document.closeBriefing(0);
        Document other(lexicon());
        other.open({two});
        QTRY_COMPARE(other.project().briefings.size(), std::size_t(1));
        QTRY_VERIFY(!other.isBusy());
        QCOMPARE(document.network().dealCount(), other.network().dealCount());
        QCOMPARE(document.network().firmCount(), other.network().firmCount());
        // Another one is opened into it: keys of what went are not given again.
        document.open({one});
        QTRY_COMPARE(document.project().briefings.size(), std::size_t(2));
        QTRY_VERIFY(!document.isBusy());
        QVERIFY(document.network().findFirmNamed(QStringLiteral("Nvidia")).has_value());
    }

    void aPastedTextIsCalledSoOnce()
    {
        Document document(lexicon());
        const QSignalSpy told(&document, &Document::messages);
        document.paste(QStringLiteral("The weather was mild and the harvest was good this year."),
                       false);
        QTRY_COMPARE(told.size(), 1);
        const auto diagnostics = told.front().front().value<Diagnostics>();
        QCOMPARE(diagnostics.size(), std::size_t(1));
        QVERIFY(
            located(diagnostics.front()).startsWith(QStringLiteral("The pasted text: names no")));
    }

    void aTextWithAValueAloneIsNoTextWithoutAFind()
    {
        Document document(lexicon());
        const QSignalSpy told(&document, &Document::messages);
        document.paste(QStringLiteral("OpenAI is valued at $500 billion."), false);
        QTRY_COMPARE(document.network().valuations().size(), std::size_t(1));
        QTRY_VERIFY(!document.isBusy());
        QCOMPARE(told.size(), 0);
    }
};

} // namespace

QTEST_GUILESS_MAIN(DocumentTest)
#include "tst_document.moc"
