// What is near a firm and on the way between two, against trying every chain.
#include "graph/model/reach.h"
#include "tests/support/networktext.h"

#include <QtTest>

#include <functional>
#include <set>

using namespace gyre;

namespace {

struct Step
{
    DealId deal;
    FirmId to;
};

std::vector<Step> stepsFrom(const View& view, FirmId firm, Along along)
{
    std::vector<Step> steps;
    for (const DealId id : view.deals()) {
        const Deal& deal = view.network().deal(id);
        if (deal.hasCollectivePayer())
            continue;
        if (deal.from == firm && along != Along::AgainstMoney)
            steps.push_back({id, deal.to});
        if (deal.to == firm && along != Along::Money)
            steps.push_back({id, deal.from});
    }
    return steps;
}

/// Every chain of distinct firms; the deals of the shortest ones.
ShortestRoutes bruteForce(const View& view, FirmId from, FirmId to, Along along)
{
    ShortestRoutes best;
    std::set<DealId> deals;
    std::vector<FirmId> firms{from};
    std::vector<DealId> chain;
    const std::function<void()> grow = [&] {
        if (firms.back() == to) {
            const int hops = int(chain.size());
            if (best.hops == 0 || hops < best.hops) {
                best.hops = hops;
                deals.clear();
            }
            if (hops == best.hops)
                deals.insert(chain.begin(), chain.end());
            return;
        }
        for (const Step& step : stepsFrom(view, firms.back(), along)) {
            if (std::ranges::find(firms, step.to) != firms.end())
                continue;
            firms.push_back(step.to);
            chain.push_back(step.deal);
            grow();
            firms.pop_back();
            chain.pop_back();
        }
    };
    if (from != to)
        grow();
    best.deals.assign(deals.begin(), deals.end());
    return best;
}

QString told(const View& view, const ShortestRoutes& routes)
{
    QStringList names;
    for (const DealId id : routes.deals)
        names << view.network().deal(id).id;
    return QStringLiteral("%1: %2").arg(routes.hops).arg(names.join(QLatin1Char(' ')));
}

} // namespace

class TestReach : public QObject
{
    Q_OBJECT

private slots:
    void parallelDealsAndTwinRoutesAreAllThere();
    void moneyHasADirection();
    void collectivePayersLeadNowhere();
    void likeEveryChain();
    void hopsAreThoseOfTheShortestRoute();
    void theFilterShowsTheRoute();
    void focusLikeCounting();
};

void TestReach::parallelDealsAndTwinRoutesAreAllThere()
{
    const View view = viewOf(
        test::drawn({QStringLiteral("A -> B: equity 1"), QStringLiteral("A -> B: purchase 2"),
                     QStringLiteral("C -> B: equity 1"), QStringLiteral("A -> D: equity 1"),
                     QStringLiteral("D -> C: equity 1"), QStringLiteral("C -> E: equity 1")}),
        Filter{});
    QCOMPARE(told(view, shortestRoutes(view, FirmId{0}, FirmId{2})),
             QStringLiteral("2: d0 d1 d2 d3 d4"));
}

void TestReach::moneyHasADirection()
{
    const View view =
        viewOf(test::drawn({QStringLiteral("B -> A: equity 1"), QStringLiteral("B -> C: equity 1"),
                            QStringLiteral("A -> D: equity 1"), QStringLiteral("D -> E: equity 1"),
                            QStringLiteral("E -> C: equity 1")}),
               Filter{});
    const FirmId a = *view.network().findFirmNamed(QStringLiteral("A"));
    const FirmId c = *view.network().findFirmNamed(QStringLiteral("C"));
    QCOMPARE(told(view, shortestRoutes(view, a, c)), QStringLiteral("2: d0 d1"));
    QCOMPARE(told(view, shortestRoutes(view, a, c, Along::Money)), QStringLiteral("3: d2 d3 d4"));
    QCOMPARE(told(view, shortestRoutes(view, c, a, Along::Money)), QStringLiteral("0: "));
}

void TestReach::collectivePayersLeadNowhere()
{
    const View view = viewOf(
        test::drawn({QStringLiteral("* -> A: equity 1"), QStringLiteral("* -> B: equity 1")}),
        Filter{});
    QCOMPARE(shortestRoutes(view, FirmId{0}, FirmId{1}).hops, 0);
}

void TestReach::likeEveryChain()
{
    int found = 0;
    for (quint32 seed = 0; seed < 60; ++seed) {
        const View view = viewOf(test::randomNetwork(7, 11, seed), Filter{});
        for (const FirmId from : view.firms())
            for (const FirmId to : view.firms())
                for (const Along along : {Along::Deals, Along::Money}) {
                    const ShortestRoutes routes = shortestRoutes(view, from, to, along);
                    const ShortestRoutes wanted = bruteForce(view, from, to, along);
                    QVERIFY2(routes == wanted,
                             qPrintable(QStringLiteral("seed %1: %2, not %3")
                                            .arg(seed)
                                            .arg(told(view, routes), told(view, wanted))));
                    found += routes.hops > 1 ? 1 : 0;
                }
    }
    QVERIFY2(found > 500, qPrintable(QString::number(found)));
}

void TestReach::hopsAreThoseOfTheShortestRoute()
{
    for (quint32 seed = 0; seed < 30; ++seed) {
        const View view = viewOf(test::randomNetwork(9, 12, seed), Filter{});
        for (const FirmId from : view.firms()) {
            const std::vector<int> hops = hopsFrom(view, from);
            for (const FirmId to : view.firms()) {
                const int wanted = from == to ? 0 : bruteForce(view, from, to, Along::Deals).hops;
                QCOMPARE(std::max(0, hops[view.rank(to)]), wanted);
            }
        }
    }
}

void TestReach::theFilterShowsTheRoute()
{
    const Network network = test::randomNetwork(12, 24, 7);
    const View all = viewOf(network, Filter{});
    for (const FirmId to : all.firms()) {
        Filter filter;
        filter.route = Filter::Route{all.firms().front(), to, false};
        const View view = viewOf(network, filter);
        const auto routes = shortestRoutes(all, all.firms().front(), to);
        QCOMPARE(view.deals(), routes.deals);
        QCOMPARE(view.leftOut(LeftOut::OffRoute), all.dealCount() - routes.deals.size());
        for (const FirmId firm : view.firms())
            QVERIFY(view.firms()[view.rank(firm)] == firm);
    }
}

/// A deal is near where both its firms are, whoever pays; a crowd is wherever it pays.
void TestReach::focusLikeCounting()
{
    for (quint32 seed = 0; seed < 30; ++seed) {
        const Network network = test::randomNetwork(14, 26, seed);
        const View all = viewOf(network, Filter{});
        for (int hops = 0; hops <= 3; ++hops) {
            Filter filter;
            filter.focus = {{FirmId{1}, hops}, {FirmId{4}, 1}};
            const auto isNear = [&](FirmId firm) {
                const auto within = [&](FirmId from, int most) {
                    return all.contains(from) &&
                           (firm == from ||
                            (bruteForce(all, from, firm, Along::Deals).hops > 0 &&
                             bruteForce(all, from, firm, Along::Deals).hops <= most));
                };
                return within(FirmId{1}, hops) || within(FirmId{4}, 1);
            };
            std::vector<DealId> wanted;
            for (const DealId id : all.deals()) {
                const Deal& deal = network.deal(id);
                if ((deal.hasCollectivePayer() || isNear(deal.from)) && isNear(deal.to))
                    wanted.push_back(id);
            }
            QCOMPARE(viewOf(network, filter).deals(), wanted);
        }
    }
}

QTEST_APPLESS_MAIN(TestReach)
#include "tst_reach.moc"
