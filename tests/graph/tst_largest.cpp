// What one page holds of a large network: never more than that, the largest of it, the reader's own
// firms before all others, and everything else counted.
#include "graph/model/largest.h"
#include "tests/support/networktext.h"

#include <QtTest>

#include <set>

using namespace gyre;

namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

Pair pairOf(const Deal& deal)
{
    return std::minmax(deal.from.value, deal.to.value);
}

/// By the rules, on the deals themselves.
double moneyThrough(const View& view, FirmId firm)
{
    double sum = 0;
    for (const DealId id : view.deals()) {
        const Deal& deal = view.network().deal(id);
        if (deal.from == firm || deal.to == firm)
            sum += static_cast<double>(deal.amount.figure().value_or(0));
    }
    return sum;
}

double moneyBetween(const View& view, const Pair& pair)
{
    double sum = 0;
    for (const DealId id : view.deals())
        if (pairOf(view.network().deal(id)) == pair)
            sum += static_cast<double>(view.network().deal(id).amount.figure().value_or(0));
    return sum;
}

std::set<Pair> pairsOf(const View& view)
{
    std::set<Pair> pairs;
    for (const DealId id : view.deals())
        if (view.network().deal(id).from.isValid())
            pairs.insert(pairOf(view.network().deal(id)));
    return pairs;
}

/// Of one that stays: what else would it be drawn with?
bool isLargestPartner(const View& view, const View& part, FirmId firm)
{
    for (const FirmId other : part.firms()) {
        const double here = moneyBetween(view, std::minmax(firm.value, other.value));
        bool isLargest = other != firm;
        for (const FirmId third : view.firms())
            isLargest =
                isLargest && (third == other ||
                              moneyBetween(view, std::minmax(third.value, other.value)) <= here);
        if (isLargest)
            return true;
    }
    return false;
}

} // namespace

class TestLargest : public QObject
{
    Q_OBJECT

private slots:
    void aViewThatFitsStaysAsItIs();
    void noMoreThanThePageHoldsAndTheLargestOfIt();
    void otherCurrenciesDoNotCountAsMoney();
    void withoutAmountsTheBusiestFirmsStay();
    void firmsInFocusComeFirst();
    void ofManyDealsOfOnePairTheLargestStay();
    void aRouteStaysWhole();
    void ofAChainAPieceStays();
    void onePairTakesNotTheRoomOfAllOthers();
    void collectivePayersAreFewToo();
};

void TestLargest::aViewThatFitsStaysAsItIs()
{
    const View view = viewOf(test::randomNetwork(20, 60, 1), {});
    const View part = largestPart(view, {});
    QCOMPARE(part.deals(), view.deals());
    QCOMPARE(part.leftOut(LeftOut::NoRoom), 0U);
    QCOMPARE(largestPart(View(), {}).dealCount(), 0U);
}

void TestLargest::noMoreThanThePageHoldsAndTheLargestOfIt()
{
    for (quint32 seed = 1; seed <= 40; ++seed) {
        const View view = viewOf(test::randomNetwork(40, 160, seed), {});
        const Capacity capacity{5 + seed % 9, 8 + seed % 7, 20};
        const View part = largestPart(view, capacity);
        QVERIFY(part.firmCount() <= capacity.firms && part.dealCount() <= capacity.deals);
        const std::set<Pair> pairs = pairsOf(part);
        QVERIFY(!pairs.empty() && pairs.size() <= capacity.pairs);
        QCOMPARE(part.leftOut(LeftOut::NoRoom), view.dealCount() - part.dealCount());

        // What stays hangs on what is large: none moves less than a third of one left out, unless
        // it is the largest partner of one that stays.
        std::vector<FirmId> all(view.firms().begin(), view.firms().end());
        std::sort(all.begin(), all.end(), [&view](FirmId a, FirmId b) {
            return moneyThrough(view, a) > moneyThrough(view, b);
        });
        const double leastFirm = moneyThrough(view, all[capacity.firms - 1]);
        const View allPairs = largestPart(view, {capacity.firms, 1000, 1000});
        for (const FirmId firm : allPairs.firms())
            QVERIFY(moneyThrough(view, firm) * 3 >= leastFirm ||
                    isLargestPartner(view, allPairs, firm));
        if (pairs.size() < capacity.pairs)
            continue;
        double leastPair = 1e18;
        for (const Pair& pair : pairs)
            leastPair = std::min(leastPair, moneyBetween(view, pair));
        for (const Pair& pair : pairsOf(view))
            if (pairs.count(pair) == 0 && pair.first != FirmId::none &&
                pair.second != FirmId::none && part.contains(FirmId{pair.first}) &&
                part.contains(FirmId{pair.second}))
                QVERIFY(moneyBetween(view, pair) <= leastPair);
    }
}

void TestLargest::otherCurrenciesDoNotCountAsMoney()
{
    NetworkEditor edit(
        test::drawn({QStringLiteral("A -> B: equity 1"), QStringLiteral("A -> C: equity 2"),
                     QStringLiteral("D -> E: equity 1")}));
    Deal inYen = edit.network().deal(DealId{2});
    inYen.amount = Amount::exactly(900'000'000'000, *Currency::parse(u"JPY"));
    edit.setDeal(DealId{2}, inYen);
    const View part = largestPart(viewOf(edit.done(), {}), {3, 3, 3});
    QCOMPARE(part.deals(), (std::vector{DealId{0}, DealId{1}}));
}

void TestLargest::withoutAmountsTheBusiestFirmsStay()
{
    const Network network =
        test::drawn({QStringLiteral("A -> B: equity"), QStringLiteral("C -> D: equity"),
                     QStringLiteral("D -> E: equity"), QStringLiteral("E -> C: equity")});
    const View part = largestPart(viewOf(network, {}), {3, 9, 9});
    QCOMPARE(part.deals(), (std::vector{DealId{1}, DealId{2}, DealId{3}}));
}

void TestLargest::firmsInFocusComeFirst()
{
    const Network network =
        test::drawn({QStringLiteral("A -> B: equity 90"), QStringLiteral("B -> C: equity 80"),
                     QStringLiteral("C -> Small: equity 1")});
    Filter filter;
    filter.focus = {{*network.findFirmNamed(QStringLiteral("Small")), 3}};
    const View part = largestPart(viewOf(network, filter), {3, 9, 9});
    QVERIFY(part.contains(*network.findFirmNamed(QStringLiteral("Small"))));
    QVERIFY(part.contains(*network.findFirmNamed(QStringLiteral("C"))));
    QCOMPARE(part.firmCount(), 3U);
    // Where one deal alone has a place, it is the focus's own.
    QCOMPARE(largestPart(viewOf(network, filter), {4, 1, 1}).deals(), std::vector{DealId{2}});
}

void TestLargest::ofManyDealsOfOnePairTheLargestStay()
{
    QStringList lines;
    for (int i = 1; i <= 30; ++i)
        lines << QStringLiteral("A -> B: equity %1").arg(i);
    const View part = largestPart(viewOf(test::drawn(lines), {}), {9, 9, 10});
    QCOMPARE(part.dealCount(), 10U);
    for (const DealId id : part.deals())
        QVERIFY(*part.network().deal(id).amount.figure() > 20'000'000'000);
}

void TestLargest::aRouteStaysWhole()
{
    QStringList lines;
    for (int i = 0; i < 40; ++i)
        lines << QStringLiteral("F%1 -> F%2: equity %3").arg(i).arg(i + 1).arg(1 + i * 7 % 10);
    const Network network = test::drawn(lines);
    Filter filter;
    filter.route = {*network.findFirmNamed(QStringLiteral("F0")),
                    *network.findFirmNamed(QStringLiteral("F40")), false};
    QCOMPARE(largestPart(viewOf(network, filter), {10, 10, 10, 10}).dealCount(), 40U);
}

/// Grown, not gathered: no pile of loose pairs.
void TestLargest::ofAChainAPieceStays()
{
    QStringList lines;
    for (int i = 0; i < 60; ++i)
        lines << QStringLiteral("F%1 -> F%2: equity 5").arg(i).arg(i + 1);
    const View part = largestPart(viewOf(test::drawn(lines), {}), {20, 99, 99, 99});
    QCOMPARE(part.firmCount(), 20U);
    QCOMPARE(part.dealCount(), 19U);
}

void TestLargest::onePairTakesNotTheRoomOfAllOthers()
{
    QStringList lines;
    for (int i = 0; i < 50; ++i)
        lines << QStringLiteral("A -> B: equity 9");
    for (int i = 0; i < 6; ++i)
        lines << QStringLiteral("B -> C%1: equity 1").arg(i);
    const View part = largestPart(viewOf(test::drawn(lines), {}), {99, 99, 20, 99});
    QCOMPARE(part.dealCount(), 20U);
    QCOMPARE(part.firmCount(), 8U);
}

/// Each is a node of its own.
void TestLargest::collectivePayersAreFewToo()
{
    QStringList lines{QStringLiteral("Hub -> Kay: equity 1")};
    for (int i = 0; i < 90; ++i)
        lines << QStringLiteral("* -> Hub: equity %1").arg(10 + i);
    const View part = largestPart(viewOf(test::drawn(lines), {}), {});
    QCOMPARE(part.dealCount(), Capacity{}.squares + 1);
    QVERIFY(part.contains(*part.network().findFirmNamed(QStringLiteral("Kay"))));
}

QTEST_APPLESS_MAIN(TestLargest)
#include "tst_largest.moc"
