// The one door for changes: whatever is done can be undone, what one looks at is no change, and
// files that can't be used harm nothing.
#include "graph/model/edits.h"
#include "ui/document/document.h"

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

/// Ten firms, each pays the next and the one after it; one value and one share.
Project ring()
{
    NetworkEditor edit;
    std::vector<FirmId> firms;
    for (int i = 0; i < 10; ++i) {
        Firm firm;
        firm.name = QStringLiteral("Firm %1").arg(i);
        firms.push_back(edit.addFirm(firm));
    }
    for (std::size_t i = 0; i < 10; ++i) {
        edit.addDeal(dealOf(firms[i], firms[(i + 1) % 10], 1'000'000'000));
        edit.addDeal(dealOf(firms[i], firms[(i + 2) % 10], 2'000'000'000));
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
};

} // namespace

QTEST_GUILESS_MAIN(DocumentTest)
#include "tst_document.moc"
