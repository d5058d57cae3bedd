// Filters: each lets in what it says, counts what it leaves out, and agrees with a plain loop.
#include "graph/model/view.h"
#include "tests/support/networktext.h"

#include <QtTest>

using namespace gyre;

namespace {

Filter only(Status status)
{
    Filter filter;
    filter.statuses.reset();
    filter.statuses.set(std::size_t(status));
    return filter;
}

/// The rules of the command line, one by one on the deal itself.
bool passes(const Deal& deal, const Filter& filter)
{
    if (deal.review == Review::Rejected || !filter.types.test(std::size_t(deal.type)) ||
        !filter.statuses.test(std::size_t(deal.status)))
        return false;
    if (deal.denied && !filter.statuses.test(std::size_t(Status::Cancelled)))
        return false;
    if (!deal.counted && !filter.withUncounted)
        return false;
    if (filter.least > 0 && deal.amount.figure().value_or(-1) < filter.least)
        return false;
    if (!deal.date)
        return !(filter.from || filter.to) || !filter.datedOnly;
    if (filter.from && deal.date->last() < filter.from->first())
        return false;
    if (filter.to && deal.date->first() > filter.to->last())
        return false;
    return !filter.asOf || deal.date->first() <= filter.asOf->last();
}

} // namespace

class TestView : public QObject
{
    Q_OBJECT

private slots:
    void rumoursOff();
    void undisclosedFallOutOfALeastAmountAndAreCounted();
    void partialDateIsInIfAnyDayIs();
    void deniedCountsWithCancelled();
    void focusByHops();
    void totalsKeepCurrenciesApart();
    void totalsKeepHedgesAndNeverOverflow();
    void likeAPlainLoop();
};

void TestView::rumoursOff()
{
    const Network network = test::drawn(
        {QStringLiteral("A -> B: equity 1, rumoured"), QStringLiteral("B -> C: equity 1, signed")});
    const View view = viewOf(network, only(Status::Signed));
    QCOMPARE(view.deals(), std::vector{DealId{1}});
    QCOMPARE(view.firmCount(), 2U);
    QVERIFY(!view.contains(FirmId{0}));
    QCOMPARE(view.leftOut(LeftOut::Status), 1U);
}

void TestView::undisclosedFallOutOfALeastAmountAndAreCounted()
{
    const Network network =
        test::drawn({QStringLiteral("A -> B: equity 10"), QStringLiteral("A -> B: equity"),
                     QStringLiteral("B -> C: equity 9")});
    Filter filter;
    filter.least = 10'000'000'000;
    const View view = viewOf(network, filter);
    QCOMPARE(view.deals(), std::vector{DealId{0}});
    QCOMPARE(view.leftOut(LeftOut::Undisclosed), 1U);
    QCOMPARE(view.leftOut(LeftOut::TooSmall), 1U);
}

void TestView::partialDateIsInIfAnyDayIs()
{
    NetworkEditor edit(test::drawn({QStringLiteral("A -> B: equity 1")}));
    Deal deal = edit.network().deal(DealId{0});
    deal.date = PartialDate::parse(u"2025-Q3");
    edit.setDeal(DealId{0}, deal);
    const Network network = edit.done();
    Filter filter;
    filter.from = PartialDate::parse(u"2025-09-30");
    QCOMPARE(viewOf(network, filter).dealCount(), 1U);
    filter.from = PartialDate::parse(u"2025-10-01");
    QCOMPARE(viewOf(network, filter).dealCount(), 0U);
    Filter asOf;
    asOf.asOf = PartialDate::parse(u"2025-06");
    QCOMPARE(viewOf(network, asOf).leftOut(LeftOut::OutsideDates), 1U);
}

void TestView::deniedCountsWithCancelled()
{
    NetworkEditor edit(test::drawn({QStringLiteral("A -> B: equity 1, announced")}));
    Deal deal = edit.network().deal(DealId{0});
    deal.denied = true;
    edit.setDeal(DealId{0}, deal);
    const Network network = edit.done();
    QCOMPARE(viewOf(network, Filter{}).dealCount(), 0U);
    Filter all;
    all.statuses.set();
    QCOMPARE(viewOf(network, all).dealCount(), 1U);
}

void TestView::focusByHops()
{
    const Network network =
        test::drawn({QStringLiteral("A -> B: equity 1"), QStringLiteral("C -> B: equity 1"),
                     QStringLiteral("C -> D: equity 1"), QStringLiteral("D -> E: equity 1")});
    Filter filter;
    filter.focus = {{FirmId{0}, 2}};
    const View view = viewOf(network, filter);
    QCOMPARE(view.deals(), (std::vector{DealId{0}, DealId{1}}));
    QCOMPARE(view.leftOut(LeftOut::OutOfFocus), 2U);
}

void TestView::totalsKeepCurrenciesApart()
{
    NetworkEditor edit(test::drawn(
        {QStringLiteral("A -> B: equity 1, rumoured"), QStringLiteral("A -> B: equity 2"),
         QStringLiteral("A -> C: equity"), QStringLiteral("A -> C: partnership")}));
    Deal deal = edit.network().deal(DealId{1});
    deal.amount.currency = *Currency::parse(u"EUR");
    edit.setDeal(DealId{1}, deal);
    const Totals sums = totals(viewOf(edit.done(), Filter{}));
    QCOMPARE(sums.byCurrency.at(QStringLiteral("USD")), 1'000'000'000);
    QCOMPARE(sums.byCurrency.at(QStringLiteral("EUR")), 2'000'000'000);
    QCOMPARE(sums.rumouredByCurrency.size(), 1U);
    QCOMPARE(sums.undisclosed, 1U);
    QCOMPARE(sums.summed, 2U);
    QCOMPARE(written(sums.sums.at(QStringLiteral("EUR"))), QStringLiteral("€2B"));
}

void TestView::totalsKeepHedgesAndNeverOverflow()
{
    NetworkEditor edit(
        test::drawn({QStringLiteral("A -> B: equity 6.3"), QStringLiteral("A -> C: equity 1"),
                     QStringLiteral("B -> C: equity 1")}));
    const auto set = [&edit](DealId id, const Amount& amount) {
        Deal deal = edit.network().deal(id);
        deal.amount = amount;
        edit.setDeal(id, deal);
    };
    const Currency euro = *Currency::parse(u"EUR");
    set(DealId{1}, Amount::exactly(std::numeric_limits<std::int64_t>::max(), euro));
    set(DealId{2}, Amount::of(6'500'000'000, Currency::usd(), Qualifier::UpTo));
    const Totals whole = totals(viewOf(edit.network(), Filter{}));
    QCOMPARE(written(whole.sums.at(QStringLiteral("USD"))), QStringLiteral("≤ $12.8B"));

    set(DealId{0}, Amount::exactly(1, euro));
    const Totals broken = totals(viewOf(edit.done(), Filter{}));
    QVERIFY(!broken.byCurrency.contains(QStringLiteral("EUR")));
    QCOMPARE(broken.sums.at(QStringLiteral("EUR")).flaw(), MoneySum::Flaw::TooLarge);
}

void TestView::likeAPlainLoop()
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QRandomGenerator random(seed);
        const Network network = test::randomNetwork(12, 2500, seed);
        Filter filter;
        filter.types = random.bounded(512);
        filter.statuses = random.bounded(256);
        filter.least = random.bounded(3) == 0 ? random.bounded(40) * qint64{1'000'000'000} : 0;
        filter.withUncounted = random.bounded(2) == 0;
        filter.datedOnly = random.bounded(2) == 0;
        if (random.bounded(2) == 0)
            filter.from = PartialDate::month(2020 + random.bounded(7), 5);
        if (random.bounded(2) == 0)
            filter.to = PartialDate::quarter(2020 + random.bounded(7), 3);
        if (random.bounded(2) == 0)
            filter.asOf = PartialDate::year(2020 + random.bounded(7));
        std::vector<DealId> expected;
        for (const DealId id : network.deals())
            if (passes(network.deal(id), filter))
                expected.push_back(id);
        const View view = viewOf(network, filter);
        QCOMPARE(view.deals(), expected);
        std::size_t leftOut = 0;
        for (int why = 0; why < leftOutCount; ++why)
            leftOut += view.leftOut(LeftOut(why));
        QCOMPARE(leftOut + view.dealCount(), network.dealCount());
    }
}

QTEST_APPLESS_MAIN(TestView)
#include "tst_view.moc"
