// Arcs: rim to rim, flat enough, fanned, two ways apart, round what is in the way; and the plane
// geometry under them against its brute-force twin.
#include "graph/layout/arcs.h"
#include "graph/layout/arrange.h"
#include "tests/graph/drawingscore.h"
#include "tests/graph/randomdiagram.h"

#include <QTest>

using namespace gyre;
using namespace gyre::test;

namespace {

Diagram pinnedPair(std::vector<std::pair<int, int>> links, Point a, Point b,
                   std::vector<Point>& places)
{
    Diagram diagram;
    diagram.frame = frameOf(1600, 1000);
    for (int i = 0; i < 2; ++i) {
        DiagramNode node;
        node.radius = 30;
        node.isPinned = true;
        diagram.nodes.push_back(node);
    }
    for (const auto& [from, to] : links) {
        DiagramLink link;
        link.from = from;
        link.to = to;
        link.headLength = 10;
        link.labelWidth = 46;
        link.labelHeight = 17;
        link.isLabelRequired = true;
        diagram.links.push_back(link);
    }
    places = {a, b};
    return diagram;
}

Point halfway(const std::vector<Point>& path)
{
    return pointAt(path, 0.5).at;
}

Point anywhere(Dice& dice)
{
    return {dice.around() * 100, dice.around() * 100};
}

} // namespace

class TestRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void arcsRunFromRimToRim()
    {
        Dice dice(1);
        for (int k = 0; k < 2000; ++k) {
            const RimEnd a{anywhere(dice) * 4, 5 + 50 * dice.unit()};
            const RimEnd b{anywhere(dice) * 4, 5 + 50 * dice.unit()};
            const double chord = distance(a.centre, b.centre);
            const Bend bend{dice.around() * 0.45 * chord, 0.25 + 0.5 * dice.unit()};
            const auto path = arcPath(a, b, bend, 10);
            QVERIFY(path.size() >= 2);
            QVERIFY(std::abs(distance(path.front(), a.centre) - a.radius) < 0.5);
            QVERIFY(std::abs(distance(path.back(), b.centre) - b.radius) < 0.5);
        }
    }

    void flatteningIsCloserThanAQuarterOfAPixel()
    {
        Dice dice(2);
        for (int k = 0; k < 300; ++k) {
            const double chord = 150 + 600 * dice.unit(), height = dice.around() * 0.4 * chord;
            const auto path = arcPath({{0, 0}, 0}, {{chord, 0}, 0}, {height, 0.5}, 0);
            // The curve is close to the circle through both ends and the top.
            if (std::abs(height) < 5)
                continue;
            const double radius = (chord * chord / 4 + height * height) / (2 * std::abs(height));
            const Point centre{chord / 2, height > 0 ? height - radius : height + radius};
            for (std::size_t i = 1; i < path.size(); ++i) {
                const Point mid = (path[i - 1] + path[i]) * 0.5;
                QVERIFY(std::abs(distance(mid, centre) - radius) < 0.3 + 0.012 * chord);
                if (i > 1) {
                    const Point before = path[i - 1] - path[i - 2], after = path[i] - path[i - 1];
                    // Sag of a piece: its turn times an eighth of its length.
                    const double turn =
                        std::abs(crossProduct(before, after)) / (length(before) * length(after));
                    QVERIFY(turn * length(after) / 8 < 0.3);
                }
            }
        }
    }

    void theHeadStandsOnAStraightPiece()
    {
        const auto path = arcPath({{0, 0}, 30}, {{400, 0}, 30}, {80, 0.5}, 14);
        QVERIFY(distance(path.back(), path[path.size() - 2]) >= 13.5);
    }

    void arcsBowToTheRightOfTheirDirection()
    {
        // On the screen y grows downwards: right of "to the east" is down.
        QVERIFY(halfway(arcPath({{0, 0}, 10}, {{200, 0}, 10}, {20, 0.5}, 0)).y > 15);
        QVERIFY(halfway(arcPath({{200, 0}, 10}, {{0, 0}, 10}, {20, 0.5}, 0)).y < -15);
    }

    void touchingDiscsStillHaveAnArc()
    {
        const auto path = arcPath({{0, 0}, 30}, {{50, 0}, 30}, {10, 0.5}, 8);
        QCOMPARE(path.size(), std::size_t(2));
        const auto same = arcPath({{5, 5}, 30}, {{5, 5}, 30}, {10, 0.5}, 8);
        QVERIFY(std::isfinite(same.back().x));
    }

    void twoWaysAreTwoArcsBowedApart()
    {
        for (const Point to : {Point{400, 0}, Point{0, 300}, Point{250, 250}, Point{-300, 200}}) {
            std::vector<Point> at;
            const Diagram diagram = pinnedPair({{0, 1}, {1, 0}}, {0, 0}, to, at);
            const Arrangement made = arrange(diagram, at);
            QVERIFY(distance(halfway(made.links[0].path), halfway(made.links[1].path)) > 15);
            const DrawingScore score = scoreOf(diagram, made);
            QCOMPARE(score.crossings + score.crossingsAdjacent, 0);
            QCOMPARE(score.amountsOnArcs, 0);
            QCOMPARE(score.amountsHidden, 0);
        }
    }

    void fourParallelDealsAreFannedWithTheirAmounts()
    {
        for (const Point to : {Point{500, 0}, Point{0, 380}, Point{300, 260}}) {
            std::vector<Point> at;
            const Diagram diagram = pinnedPair({{0, 1}, {0, 1}, {0, 1}, {0, 1}}, {0, 0}, to, at);
            const Arrangement made = arrange(diagram, at);
            for (std::size_t i = 0; i < 4; ++i)
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY(distance(halfway(made.links[i].path), halfway(made.links[j].path)) >
                            12);
            const DrawingScore score = scoreOf(diagram, made);
            QCOMPARE(score.amountsOnArcs, 0);
            QCOMPARE(score.labelsOnLabels, 0);
            QCOMPARE(score.amountsHidden, 0);
        }
    }

    void aDiscInTheWayIsGoneRound()
    {
        std::vector<Point> at;
        Diagram diagram = pinnedPair({{0, 1}}, {-500, 0}, {500, 0}, at);
        DiagramNode between;
        between.radius = 45;
        between.isPinned = true;
        for (const double aside : {0.0, 20.0, -20.0}) {
            diagram.nodes.resize(2);
            diagram.nodes.push_back(between);
            at.resize(2);
            at.push_back({30, aside});
            const DrawingScore score = scoreOf(diagram, arrange(diagram, at));
            QCOMPARE(score.arcsThroughDiscs, 0);
        }
    }

    void geometryAgreesWithItsTwin()
    {
        Dice dice(7);
        for (int k = 0; k < 20000; ++k) {
            const Point a = anywhere(dice), b = anywhere(dice), c = anywhere(dice),
                        d = anywhere(dice);
            const Box box{c.x, c.y, 60 * dice.unit(), 60 * dice.unit()};
            QCOMPARE(segmentMeetsBox(a, b, box), segmentOnBox(a, b, box));
            QCOMPARE(segmentsCross(a, b, c, d), segmentsMeet(a, b, c, d));
            QVERIFY(std::abs(distanceToSegment(a, b, c) - segmentDistance(b, c, a)) < 1e-9);
        }
    }
};

QTEST_APPLESS_MAIN(TestRoutes)
#include "tst_routes.moc"
