// A title and a size never say more than the facts they are made of.
#include "tests/ui/scenes.h"

#include <QtTest>

using namespace gyre;
using namespace gyre::test;
using namespace Qt::StringLiterals;

namespace {

Filter everyStatus()
{
    Filter filter;
    filter.statuses.set();
    return filter;
}

QString titleOf(const Network& network, const Filter& filter = everyStatus())
{
    return compose(sceneOf(network, {1600, 1000}, filter)).picture.title;
}

Valuation valuation(FirmId firm, std::int64_t billions, const char* date, Status status)
{
    Valuation made;
    made.org = firm;
    made.amount = billion(billions);
    made.date = PartialDate::parse(QString::fromLatin1(date));
    made.status = status;
    return made;
}

} // namespace

class TestFindings : public QObject
{
    Q_OBJECT

private slots:

    void whatIsOffLeadsNoTitle()
    {
        Draft draft;
        const FirmId a = draft.firm("a", "Ay"), b = draft.firm("b", "Bee");
        draft.deal("off", a, b, DealType::EquityInvestment, billion(90), Status::Cancelled);
        QCOMPARE(titleOf(draft.editor.network()), u"Off: the deal of Ay with Bee"_s);
        draft.deal("back", b, a, DealType::Debt, billion(3), Status::Closed);
        const Picture both =
            compose(sceneOf(draft.editor.network(), {1600, 1000}, everyStatus())).picture;
        QCOMPARE(both.title, u"Bee lent $3B to Ay"_s);
        QVERIFY2(!textOf(pieceOf(both, u"scope"_s)).contains(u"loop"),
                 qPrintable(textOf(pieceOf(both, u"scope"_s))));
        draft.deal("talks", a, b, DealType::EquityInvestment, billion(5), Status::InTalks);
        QVERIFY(!titleOf(draft.editor.done()).contains(u"$90B"));
    }

    void whatIsDeniedLeadsNoTitle()
    {
        Draft draft;
        const FirmId a = draft.firm("a", "Ay"), b = draft.firm("b", "Bee");
        Deal denied;
        denied.id = u"denied"_s;
        denied.from = a;
        denied.to = b;
        denied.amount = billion(4);
        denied.status = Status::Signed;
        denied.denied = true;
        draft.editor.addDeal(denied);
        QCOMPARE(titleOf(draft.editor.done()), u"Denied: a deal of Ay with Bee"_s);
    }

    /// Five hundred billion yen are about three billion dollars.
    void figuresOfFarCurrenciesAreNotCompared()
    {
        Draft draft;
        const FirmId a = draft.firm("a", "Ay"), b = draft.firm("b", "Bee");
        const FirmId c = draft.firm("c", "Cee"), d = draft.firm("d", "Dee");
        draft.deal("dollars", a, b, DealType::Debt, billion(100));
        draft.deal("yen", c, d, DealType::Debt,
                   Amount::exactly(500'000'000'000, *Currency::parse(u"JPY")));
        const Picture picture = compose(sceneOf(draft.editor.done())).picture;
        QCOMPARE(picture.title, u"Ay agreed to lend $100B to Bee"_s);
        QVERIFY(arcOf(picture, u"dollars"_s)->width > arcOf(picture, u"yen"_s)->width);
    }

    void nothingGoesRoundThroughAZero()
    {
        Draft draft;
        const FirmId a = draft.firm("a", "Ay"), b = draft.firm("b", "Bee");
        const FirmId c = draft.firm("c", "Cee");
        draft.deal("1", a, b, DealType::EquityInvestment, billion(10));
        draft.deal("2", b, c, DealType::PurchaseCommitment, billion(0));
        draft.deal("3", c, a, DealType::PurchaseCommitment, billion(10));
        QVERIFY(!titleOf(draft.editor.done()).contains(u"$0"));
    }

    /// What is talked about sizes no disc as long as something surer is known.
    void talkedOfValuesDoNotPassForKnownOnes()
    {
        Draft draft;
        const FirmId a = draft.firm("a", "Ay"), b = draft.firm("b", "Bee");
        draft.deal("1", a, b, DealType::Debt);
        draft.editor.addValuation(valuation(a, 100, "2025-01-01", Status::Closed));
        draft.editor.addValuation(valuation(a, 900, "2025-06-01", Status::Rumoured));
        draft.editor.addValuation(valuation(b, 100, "2025-01-01", Status::InTalks));
        const Network network = draft.editor.done();
        const Picture picture = compose(sceneOf(network)).picture;
        const Disc *sure = discOf(picture, u"a"_s), *talked = discOf(picture, u"b"_s);
        QCOMPARE(sure->radius, talked->radius);
        QVERIFY(!sure->isTalk && talked->isTalk);
        QVERIFY(talked->toolTip.contains(u"in talks"));
        QVERIFY(talked->spoken.contains(u"in talks"));
        QVERIFY(textOf(pieceOf(picture, u"legend"_s)).contains(u"dotted: value in talks"));
        Filter firm;
        firm.statuses.reset(static_cast<std::size_t>(Status::InTalks));
        const Picture filtered = compose(sceneOf(network, {1600, 1000}, firm)).picture;
        QVERIFY(discOf(filtered, u"b"_s)->isHollow);
    }

    /// A value of "2025" is not later than one of October 2025.
    void aVagueDateIsNotTheLatest()
    {
        Draft draft;
        const FirmId a = draft.firm("a", "Ay"), b = draft.firm("b", "Bee");
        draft.deal("1", a, b, DealType::Debt);
        draft.editor.addValuation(valuation(a, 500, "2025-10-02", Status::Closed));
        draft.editor.addValuation(valuation(a, 300, "2025", Status::Closed));
        draft.editor.addValuation(valuation(b, 500, "2025-10-02", Status::Closed));
        const Picture picture = compose(sceneOf(draft.editor.done())).picture;
        QCOMPARE(discOf(picture, u"a"_s)->radius, discOf(picture, u"b"_s)->radius);
    }
};

QTEST_MAIN(TestFindings)
#include "tst_findings.moc"
