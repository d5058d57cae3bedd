// Places: the same for the same diagram, pins where they were put, pieces side by side, loops seen
// as loops, hubs in the middle.
#include "graph/layout/along.h"
#include "graph/layout/layouts.h"
#include "graph/layout/pairs.h"
#include "tests/graph/randomdiagram.h"

#include <QTest>

using namespace gyre;
using namespace gyre::test;

namespace {

std::vector<Point> placesBy(const Diagram& diagram, const char* engine, int threads = 1)
{
    LayoutOptions options;
    options.threads = threads;
    return places(diagram, *findLayoutEngine(QString::fromLatin1(engine)), options);
}

int straightCrossings(const Diagram& diagram, const std::vector<Point>& at)
{
    int count = 0;
    const auto& links = diagram.links;
    for (std::size_t k = 0; k < links.size(); ++k)
        for (std::size_t l = 0; l < k; ++l) {
            const DiagramLink &x = links[k], &y = links[l];
            if (x.from == y.from || x.from == y.to || x.to == y.from || x.to == y.to)
                continue;
            count += segmentsCross(at[std::size_t(x.from)], at[std::size_t(x.to)],
                                   at[std::size_t(y.from)], at[std::size_t(y.to)]);
        }
    return count;
}

Diagram diagramOf(int nodes, const std::vector<std::pair<int, int>>& links)
{
    Diagram diagram;
    diagram.frame = frameOf(1600, 1000);
    Dice dice(3);
    for (int i = 0; i < nodes; ++i)
        diagram.nodes.push_back(randomNode(dice));
    for (const auto& [from, to] : links)
        diagram.links.push_back(randomLink(dice, from, to));
    return diagram;
}

} // namespace

class TestLayouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void tableHasTheWordsOfTheCommandLine()
    {
        for (const char* name : {"default", "stress", "rings", "circle", "time"})
            QVERIFY(findLayoutEngine(QString::fromLatin1(name)) != nullptr);
        QCOMPARE(layoutEngines().size(), std::size_t(5));
        QVERIFY(findLayoutEngine(u"no-such-engine") == nullptr);
    }

    void everyEnginePlacesEveryNode_data() { namedEngines(); }

    void everyEnginePlacesEveryNode()
    {
        QFETCH(QString, engine);
        for (const int n : {0, 1, 2, 3, 5, 9, 16, 31}) {
            const Diagram diagram = randomDiagram(std::uint64_t(n) + 1, n, n + n / 2);
            const auto at = placesBy(diagram, engine.toLatin1().constData());
            QCOMPARE(at.size(), std::size_t(n));
            for (const Point& p : at) {
                QVERIFY(std::isfinite(p.x) && std::isfinite(p.y));
                QVERIFY(std::abs(p.x) <= nominalWidth / 2 + 1);
                QVERIFY(std::abs(p.y) <= nominalHeight / 2 + 1);
            }
        }
    }

    void samePlacesAgainAndOnTwoThreads_data() { namedEngines(); }

    void samePlacesAgainAndOnTwoThreads()
    {
        QFETCH(QString, engine);
        const QByteArray name = engine.toLatin1();
        for (const int n : {2, 7, 15, 24}) {
            const Diagram diagram = randomDiagram(std::uint64_t(n), n, 2 * n);
            const auto first = placesBy(diagram, name.constData());
            QVERIFY(placesBy(diagram, name.constData()) == first);
            QVERIFY(placesBy(diagram, name.constData(), 2) == first);
        }
    }

    void pinsStay_data() { namedEngines(); }

    void pinsStay()
    {
        QFETCH(QString, engine);
        Diagram diagram = randomDiagram(5, 14, 22);
        for (const int i : {0, 4, 9}) {
            diagram.nodes[std::size_t(i)].isPinned = true;
            diagram.nodes[std::size_t(i)].start = Point{i * 40.0 - 200, 30.0 * i - 111};
        }
        const auto at = placesBy(diagram, engine.toLatin1().constData());
        for (const int i : {0, 4, 9})
            QCOMPARE(at[std::size_t(i)], *diagram.nodes[std::size_t(i)].start);
    }

    void placesThatAreGoodAreKept()
    {
        Diagram diagram = randomDiagram(8, 12, 18);
        const auto first = placesBy(diagram, "default");
        for (std::size_t i = 0; i < first.size(); ++i)
            diagram.nodes[i].start = first[i];
        auto again = placesBy(diagram, "default");
        std::vector<double> moved;
        for (std::size_t i = 0; i < first.size(); ++i)
            moved.push_back(distance(first[i], again[i]));
        std::sort(moved.begin(), moved.end());
        QVERIFY2(moved[moved.size() / 2] < 0.05 * std::hypot(nominalWidth, nominalHeight),
                 "half of the firms stay where they were");
    }

    /// Half of the firms and most of the links go, as after a filter: half of those that are left
    /// stay where a reader knows them, and the drawing has fewer crossings than if all had stayed.
    void aPictureThatGoesOnIsCalmAndBetter()
    {
        int whereTheyStood = 0, goneOn = 0;
        for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6}) {
            const Diagram before = randomDiagram(seed, 36, 70);
            const auto first = placesBy(before, "default");
            Diagram after;
            after.frame = before.frame;
            std::vector<Point> stood;
            for (std::size_t i = 0; i < 18; ++i) {
                after.nodes.push_back(before.nodes[i]);
                after.nodes.back().start = first[i];
                stood.push_back(first[i]);
            }
            for (const DiagramLink& link : before.links)
                if (link.from < 18 && link.to < 18)
                    after.links.push_back(link);
            const auto second = placesBy(after, "default");
            QVERIFY(placesBy(after, "default", 2) == second);
            std::vector<double> moved;
            for (std::size_t i = 0; i < stood.size(); ++i)
                moved.push_back(distance(stood[i], second[i]));
            std::sort(moved.begin(), moved.end());
            QVERIFY(moved[moved.size() / 2] < 0.05 * std::hypot(nominalWidth, nominalHeight));
            whereTheyStood += straightCrossings(after, stood);
            goneOn += straightCrossings(after, second);
        }
        QVERIFY2(goneOn < 0.7 * whereTheyStood,
                 qPrintable(QStringLiteral("%1 of %2").arg(goneOn).arg(whereTheyStood)));
    }

    /// New firms find their place among those that stay.
    void newFirmsComeWithoutStirringTheOthers()
    {
        const Diagram after = randomDiagram(11, 20, 32);
        Diagram before = after;
        before.nodes.resize(14);
        std::erase_if(before.links,
                      [](const DiagramLink& link) { return link.from >= 14 || link.to >= 14; });
        const auto first = placesBy(before, "default");
        Diagram grown = after;
        for (std::size_t i = 0; i < first.size(); ++i)
            grown.nodes[i].start = first[i];
        const auto second = placesBy(grown, "default");
        std::vector<double> moved;
        for (std::size_t i = 0; i < first.size(); ++i)
            moved.push_back(distance(first[i], second[i]));
        std::sort(moved.begin(), moved.end());
        QVERIFY(moved[moved.size() / 2] < 0.05 * std::hypot(nominalWidth, nominalHeight));
    }

    void planarNetworksAreDrawnWithoutCrossings()
    {
        const Diagram wheel = diagramOf(7, {{0, 1},
                                            {0, 2},
                                            {0, 3},
                                            {0, 4},
                                            {0, 5},
                                            {0, 6},
                                            {1, 2},
                                            {2, 3},
                                            {3, 4},
                                            {4, 5},
                                            {5, 6},
                                            {6, 1}});
        QCOMPARE(straightCrossings(wheel, placesBy(wheel, "default")), 0);
        const Diagram tree =
            diagramOf(10, {{0, 1}, {0, 2}, {0, 3}, {1, 4}, {1, 5}, {2, 6}, {3, 7}, {7, 8}, {7, 9}});
        QCOMPARE(straightCrossings(tree, placesBy(tree, "default")), 0);
    }

    void circleShowsALoopAsALoop()
    {
        const Diagram loop = diagramOf(6, {{0, 3}, {3, 1}, {1, 5}, {5, 2}, {2, 4}, {4, 0}});
        QCOMPARE(straightCrossings(loop, placesBy(loop, "circle")), 0);
    }

    void hubStandsInTheMiddle()
    {
        const Diagram star =
            diagramOf(9, {{0, 8}, {1, 8}, {2, 8}, {3, 8}, {4, 8}, {5, 8}, {6, 8}, {7, 8}});
        for (const char* engine : {"default", "rings"}) {
            const auto at = placesBy(star, engine);
            int nearer = 0;
            for (std::size_t i = 0; i < 8; ++i)
                nearer += length(at[i]) < length(at[8]) ? 1 : 0;
            QCOMPARE(nearer, 0);
        }
    }

    void timeRunsFromLeftToRight()
    {
        Diagram diagram = randomDiagram(11, 12, 16);
        for (std::size_t i = 0; i < 12; ++i)
            diagram.nodes[i].time = 100.0 * static_cast<double>((i * 5) % 12);
        const auto at = placesBy(diagram, "time");
        for (std::size_t i = 0; i < 12; ++i)
            for (std::size_t j = 0; j < 12; ++j)
                if (*diagram.nodes[i].time < *diagram.nodes[j].time)
                    QVERIFY(at[i].x < at[j].x);
    }

    void ringsFollowGivenRoles()
    {
        Diagram diagram = randomDiagram(4, 15, 24);
        for (std::size_t i = 0; i < 15; ++i)
            diagram.nodes[i].ring = i < 3 ? 0 : i < 8 ? 1 : 2;
        const auto at = placesBy(diagram, "rings");
        const auto mean = [&at](std::size_t from, std::size_t to) {
            double sum = 0;
            for (std::size_t i = from; i < to; ++i)
                sum += length(at[i]);
            return sum / static_cast<double>(to - from);
        };
        QVERIFY(mean(0, 3) < mean(3, 8));
        QVERIFY(mean(3, 8) < mean(8, 15));
    }

    /// What an engine's meaning leaves free is untangled, and nothing else.
    void untanglingKeepsToWhatIsAllowed()
    {
        int before = 0, after = 0;
        for (const std::uint64_t seed : {1, 2, 3, 4}) {
            const Diagram diagram = randomDiagram(seed, 24, 48);
            const Ellipse inner{{10, -20}, 250, 120}, outer{{10, -20}, 600, 320};
            const auto where = [&](int node, Point wish) {
                return (node < 6 ? inner : outer).seat(wish);
            };
            std::vector<Point> at = placesBy(diagram, "stress");
            for (std::size_t i = 0; i < at.size(); ++i)
                at[i] = where(static_cast<int>(i), at[i]);
            before += straightCrossings(diagram, at);
            untangleAlong(diagram, {}, {}, where, 4, at);
            after += straightCrossings(diagram, at);
            for (std::size_t i = 0; i < at.size(); ++i)
                QVERIFY(distance(at[i], where(static_cast<int>(i), at[i])) < 1e-6);
        }
        QVERIFY2(after < 0.7 * before,
                 qPrintable(QStringLiteral("%1 of %2").arg(after).arg(before)));
    }

    /// Firms that stood on one ring are found on one ring, whatever the frame did to it.
    void aStretchIsFoundFromItsPlaces()
    {
        const Stretch by{1.5, 0.4, {30, -7}};
        Dice dice(5);
        std::vector<Point> before, after;
        for (int k = 0; k < 9; ++k) {
            before.push_back({200 * dice.around(), 100 * dice.around()});
            after.push_back(by(before.back()));
        }
        const Stretch found = Stretch::between(before, after);
        QVERIFY(distance(found({17, 4}), by({17, 4})) < 1e-9);
        const Ellipse ring = Ellipse{{}, 90, 60}.stretched(found);
        QVERIFY(distance(ring.seat(by({90, 0})), by({90, 0})) < 1e-9);
        QVERIFY(distance(ring.seat(by({0, -60})), by({0, -60})) < 1e-9);
        QVERIFY(distance(Stretch::between({{3, 4}}, {{5, 5}})({3, 4}), {5, 5}) < 1e-9);
    }

    void loosePiecesDoNotMix()
    {
        const Diagram diagram = diagramOf(9, {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {5, 6}, {7, 8}});
        QCOMPARE(piecesOf(diagram).size(), std::size_t(4));
        QCOMPARE(piecesOf(diagram).front(), (std::vector<int>{0, 1, 2}));
        QCOMPARE(straightCrossings(diagram, placesBy(diagram, "stress")), 0);
    }

    void aPairIsParallelAndTwoWayLinks()
    {
        const Diagram diagram = diagramOf(3, {{0, 1}, {1, 0}, {0, 1}, {2, 2}});
        const auto pairs = pairsOf(diagram);
        QCOMPARE(pairs.size(), std::size_t(2));
        QCOMPARE(pairs[0].links, (std::vector<int>{1, 0, 2}));
        QCOMPARE(pairs[1].a, pairs[1].b);
    }

    void manyNodesReturn()
    {
        const Diagram diagram = randomDiagram(2, 1000, 2000);
        QCOMPARE(placesBy(diagram, "default").size(), std::size_t(1000));
    }

private:
    static void namedEngines()
    {
        QTest::addColumn<QString>("engine");
        for (const LayoutEngine& engine : layoutEngines())
            QTest::newRow(engine.name) << QString::fromLatin1(engine.name);
    }
};

QTEST_APPLESS_MAIN(TestLayouts)
#include "tst_layouts.moc"
