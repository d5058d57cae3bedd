// Loops of money: found once each, with the deals of every hop, their sums and their weakest link.
#include "graph/analysis/circuits.h"
#include "tests/support/networktext.h"

#include <QtTest>

#include <set>

using namespace gyre;

namespace {

Circuits of(const QStringList& lines, int maxLength = 4)
{
    return circuits(viewOf(test::drawn(lines), Filter{}), maxLength);
}

QString line(const Network& network, const Circuit& circuit)
{
    QStringList names;
    for (const FirmId firm : circuit.firms)
        names << network.firm(firm).name;
    return names.join(QStringLiteral(" > "));
}

/// All elementary circuits by trying every sequence of distinct firms.
std::set<std::vector<FirmId>> bruteForce(const View& view, int maxLength)
{
    std::set<std::vector<FirmId>> found;
    const Network& network = view.network();
    const auto pays = [&](FirmId a, FirmId b) {
        const auto out = network.out(a);
        return std::any_of(out.begin(), out.end(), [&](DealId deal) {
            return view.contains(deal) && network.facts(deal).to == b &&
                   network.facts(deal).type != DealType::Partnership;
        });
    };
    std::vector<FirmId> path;
    const std::function<void()> grow = [&] {
        for (const FirmId next : view.firms()) {
            if (next == path.front() && path.size() > 1 && pays(path.back(), next))
                found.insert(path);
            if (next > path.front() && std::ranges::find(path, next) == path.end() &&
                static_cast<int>(path.size()) < maxLength && pays(path.back(), next)) {
                path.push_back(next);
                grow();
                path.pop_back();
            }
        }
    };
    for (const FirmId start : view.firms()) {
        path = {start};
        grow();
    }
    return found;
}

const Currency usd = Currency::usd();

/// The lines' deals with these amounts, in their order.
Network hedged(const QStringList& lines, const std::vector<Amount>& amounts)
{
    NetworkEditor edit(test::drawn(lines));
    for (std::uint32_t i = 0; i < amounts.size(); ++i) {
        Deal deal = edit.network().deal(DealId{i});
        deal.amount = amounts[i];
        edit.setDeal(DealId{i}, deal);
    }
    return edit.done();
}

/// A circuit's status and bottleneck, read off all deals of the network one by one.
struct Plain
{
    Status weakest = Status::Closed;
    std::optional<std::int64_t> bottleneck;
};

Plain plainly(const View& view, const std::vector<FirmId>& firms)
{
    const std::vector<Status> fromLeastSure{Status::Cancelled, Status::Rumoured,
                                            Status::InTalks,   Status::LetterOfIntent,
                                            Status::Announced, Status::Signed};
    std::vector<std::int64_t> sums;
    std::vector<Status> relied;
    for (std::size_t i = 0; i < firms.size(); ++i) {
        std::vector<Status> summed;
        std::vector<Status> listed;
        std::int64_t sum = 0;
        for (const DealId id : view.deals()) {
            const Deal& deal = view.network().deal(id);
            if (deal.from != firms[i] || deal.to != firms[(i + 1) % firms.size()] ||
                deal.type == DealType::Partnership)
                continue;
            const Status status = deal.denied ? Status::Cancelled : deal.status;
            listed.push_back(status);
            if (!deal.counted || !deal.amount.high)
                continue;
            summed.push_back(status);
            sum += *deal.amount.high;
        }
        if (!summed.empty())
            sums.push_back(sum);
        const auto& used = summed.empty() ? listed : summed;
        relied.insert(relied.end(), used.begin(), used.end());
    }
    Plain plain;
    for (auto status = fromLeastSure.rbegin(); status != fromLeastSure.rend(); ++status)
        if (std::ranges::find(relied, *status) != relied.end())
            plain.weakest = *status;
    if (sums.size() == firms.size())
        plain.bottleneck = *std::ranges::min_element(sums);
    return plain;
}

} // namespace

class TestCircuits : public QObject
{
    Q_OBJECT

private slots:
    void investorWhoIsPaidBack();
    void beginsWithTheInvestor();
    void parallelDealsAreOneHop();
    void longerLoopsOnlyUpToTheLimit();
    void partnershipsAndCollectivePayersTakeNoPart();
    void mixedCurrenciesAreNotSummed();
    void undisclosedHopHasNoBottleneck();
    void theLimitIsSaid();
    void aRumourThatIsNotSummedWeakensNoAmount();
    void aHopWithoutASumIsAsSureAsItsLeastSureDeal();
    void cancelledAndDeniedAreTheLeastSure();
    void hedgesOfThePartsAreKept();
    void aSumTooLargeToCountIsLeftOut();
    void likeBruteForce();
    void statusAndAmountsLikeBruteForce();
};

void TestCircuits::investorWhoIsPaidBack()
{
    const QStringList lines{QStringLiteral("Amazon -> OpenAI: equity 10, in_talks"),
                            QStringLiteral("OpenAI -> Amazon: purchase 38, signed")};
    const Circuits found = of(lines);
    QCOMPARE(found.found.size(), 1U);
    const Circuit& loop = found.found.front();
    QCOMPARE(line(test::drawn(lines), loop), QStringLiteral("Amazon > OpenAI"));
    QCOMPARE(loop.bottleneck, std::optional<std::int64_t>(10'000'000'000));
    QCOMPARE(loop.returnedRatio, std::optional(3.8));
    QCOMPARE(loop.weakestStatus, Status::InTalks);
    QVERIFY(!found.isTruncated);
}

void TestCircuits::beginsWithTheInvestor()
{
    const QStringList lines{QStringLiteral("OpenAI -> Amazon: purchase 38, signed"),
                            QStringLiteral("Amazon -> OpenAI: equity 10, in_talks")};
    const Circuits found = of(lines);
    QCOMPARE(line(test::drawn(lines), found.found.front()), QStringLiteral("Amazon > OpenAI"));
    QCOMPARE(found.found.front().returnedRatio, std::optional(3.8));
}

void TestCircuits::parallelDealsAreOneHop()
{
    const Circuits found = of({QStringLiteral("A -> B: equity 1, rumoured"),
                               QStringLiteral("A -> B: equity 5, closed"),
                               QStringLiteral("B -> A: purchase 4, signed")});
    QCOMPARE(found.found.size(), 1U);
    const Circuit& loop = found.found.front();
    QCOMPARE(loop.hops[0].deals, (std::vector{DealId{1}, DealId{0}}));
    QCOMPARE(loop.hops[0].capacity, std::optional<std::int64_t>(6'000'000'000));
    // Of the 6 that go out 1 is a rumour, so a part of what the loop states is no more than that.
    QCOMPARE(loop.weakestStatus, Status::Rumoured);
}

void TestCircuits::longerLoopsOnlyUpToTheLimit()
{
    const QStringList ring{QStringLiteral("A -> B: equity 1"), QStringLiteral("B -> C: equity 1"),
                           QStringLiteral("C -> D: equity 1"), QStringLiteral("D -> E: equity 1"),
                           QStringLiteral("E -> A: equity 1")};
    QCOMPARE(of(ring, 4).found.size(), 0U);
    QCOMPARE(of(ring, 5).found.size(), 1U);
}

void TestCircuits::partnershipsAndCollectivePayersTakeNoPart()
{
    QCOMPARE(of({QStringLiteral("A -> B: partnership"), QStringLiteral("B -> A: equity 1"),
                 QStringLiteral("* -> A: equity 3")})
                 .found.size(),
             0U);
}

void TestCircuits::mixedCurrenciesAreNotSummed()
{
    NetworkEditor edit(
        test::drawn({QStringLiteral("A -> B: equity 1"), QStringLiteral("A -> B: equity 2"),
                     QStringLiteral("B -> A: purchase 4")}));
    Deal euros = edit.network().deal(DealId{1});
    euros.amount.currency = *Currency::parse(u"EUR");
    edit.setDeal(DealId{1}, euros);
    const Circuits found = circuits(viewOf(edit.done(), Filter{}));
    QCOMPARE(found.found.size(), 1U);
    QVERIFY(!found.found.front().hops[0].capacity);
    QVERIFY(!found.found.front().bottleneck);
    QVERIFY(!found.found.front().returnedRatio);
}

void TestCircuits::undisclosedHopHasNoBottleneck()
{
    const Circuits found =
        of({QStringLiteral("A -> B: equity"), QStringLiteral("B -> A: purchase 4")});
    QCOMPARE(found.found.size(), 1U);
    QVERIFY(!found.found.front().bottleneck);
}

void TestCircuits::theLimitIsSaid()
{
    const View view = viewOf(
        test::drawn({QStringLiteral("A -> B: equity 1"), QStringLiteral("B -> A: equity 1"),
                     QStringLiteral("C -> D: equity 1"), QStringLiteral("D -> C: equity 1")}),
        Filter{});
    QVERIFY(circuits(view, 4, 1).isTruncated);
    QCOMPARE(circuits(view, 4, 1).found.size(), 1U);
    QVERIFY(!circuits(view, 4, 2).isTruncated);
}

void TestCircuits::likeBruteForce()
{
    for (quint32 seed = 1; seed <= 120; ++seed) {
        const int firms = 2 + static_cast<int>(seed % 8);
        const View view = viewOf(test::randomNetwork(firms, firms * 3, seed), Filter{});
        for (int length = 2; length <= 5; ++length) {
            std::set<std::vector<FirmId>> mine;
            Circuits found = circuits(view, length);
            for (Circuit& circuit : found.found) {
                std::ranges::rotate(circuit.firms, std::ranges::min_element(circuit.firms));
                QVERIFY2(mine.insert(circuit.firms).second, "a circuit was found twice");
            }
            QCOMPARE(mine, bruteForce(view, length));
        }
    }
}

void TestCircuits::aRumourThatIsNotSummedWeakensNoAmount()
{
    QCOMPARE(
        of({QStringLiteral("A -> B: equity, rumoured"), QStringLiteral("A -> B: equity 5, closed"),
            QStringLiteral("B -> A: purchase 4, signed")})
            .found.front()
            .weakestStatus,
        Status::Signed);
}

void TestCircuits::aHopWithoutASumIsAsSureAsItsLeastSureDeal()
{
    QCOMPARE(of({QStringLiteral("A -> B: equity, in_talks"), QStringLiteral("A -> B: equity"),
                 QStringLiteral("B -> A: purchase 4, closed")})
                 .found.front()
                 .weakestStatus,
             Status::InTalks);
}

void TestCircuits::cancelledAndDeniedAreTheLeastSure()
{
    Filter all;
    all.statuses.set();
    const QStringList back{QStringLiteral("B -> A: purchase 4, rumoured")};
    const Network cancelled =
        test::drawn(QStringList{QStringLiteral("A -> B: equity 5, cancelled")} + back);
    QCOMPARE(circuits(viewOf(cancelled, all)).found.front().weakestStatus, Status::Cancelled);

    NetworkEditor edit(test::drawn(QStringList{QStringLiteral("A -> B: equity 5")} + back));
    Deal denied = edit.network().deal(DealId{0});
    denied.denied = true;
    edit.setDeal(DealId{0}, denied);
    QCOMPARE(circuits(viewOf(edit.done(), all)).found.front().weakestStatus, Status::Cancelled);
}

void TestCircuits::hedgesOfThePartsAreKept()
{
    const Network network = hedged(
        {QStringLiteral("A -> B: equity"), QStringLiteral("A -> B: debt"),
         QStringLiteral("B -> A: purchase")},
        {Amount::of(6'500'000'000, usd, Qualifier::UpTo), Amount::exactly(6'300'000'000, usd),
         Amount::of(40'000'000'000, usd, Qualifier::About)});
    const Circuit loop = circuits(viewOf(network, Filter{})).found.front();
    QCOMPARE(written(loop.hops[0].sum), QStringLiteral("≤ $12.8B"));
    QCOMPARE(written(loop.hops[1].sum), QStringLiteral("≈ $40B"));
    QCOMPARE(written(loop.goesRound), QStringLiteral("≤ $12.8B"));
    QCOMPARE(loop.bottleneck, std::optional<std::int64_t>(12'800'000'000));
    QCOMPARE(written(*loop.returned), QStringLiteral("≈ 3.13×–6.35×"));
}

void TestCircuits::aSumTooLargeToCountIsLeftOut()
{
    constexpr std::int64_t huge = 5'000'000'000'000'000'000;
    const Network network =
        hedged({QStringLiteral("A -> B: equity"), QStringLiteral("A -> B: debt"),
                QStringLiteral("B -> A: purchase 4, announced")},
               {Amount::exactly(huge, usd), Amount::exactly(huge, usd)});
    const Circuit loop = circuits(viewOf(network, Filter{})).found.front();
    QVERIFY(!loop.hops[0].capacity);
    QCOMPARE(loop.hops[0].sum.flaw(), MoneySum::Flaw::TooLarge);
    QVERIFY(!loop.bottleneck);
    QVERIFY(!loop.returnedRatio);
    QCOMPARE(loop.weakestStatus, Status::Announced);
}

void TestCircuits::statusAndAmountsLikeBruteForce()
{
    Filter all;
    all.statuses.set();
    for (quint32 seed = 1; seed <= 80; ++seed) {
        const int firms = 2 + static_cast<int>(seed % 5);
        const View view = viewOf(test::randomNetwork(firms, firms * 4, seed), all);
        for (const Circuit& loop : circuits(view).found) {
            const Plain plain = plainly(view, loop.firms);
            QCOMPARE(loop.weakestStatus, plain.weakest);
            QCOMPARE(loop.bottleneck, plain.bottleneck);
        }
    }
}

QTEST_APPLESS_MAIN(TestCircuits)
#include "tst_circuits.moc"
