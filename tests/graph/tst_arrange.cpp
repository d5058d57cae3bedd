// The finished drawing, by what a reader would mind: hundreds of random networks of the sizes of
// briefings, and the cases drawn by hand that go wrong elsewhere.
#include "graph/layout/arrange.h"
#include "graph/layout/layouts.h"
#include "tests/graph/drawingscore.h"
#include "tests/graph/randomdiagram.h"

#include <QTest>

using namespace gyre;
using namespace gyre::test;

namespace {

Arrangement drawn(const Diagram& diagram, const char* engine = "default")
{
    const auto at = places(diagram, *findLayoutEngine(QString::fromLatin1(engine)));
    return arrange(diagram, at);
}

DiagramNode disc(double radius, double labelWidth = 60)
{
    DiagramNode node;
    node.radius = radius;
    node.labelWidth = labelWidth;
    node.labelHeight = 13;
    return node;
}

DiagramLink amountLink(int from, int to)
{
    DiagramLink link;
    link.from = from;
    link.to = to;
    link.strokeWidth = 2;
    link.headLength = 10;
    link.labelWidth = 46;
    link.labelHeight = 17;
    link.isLabelRequired = true;
    return link;
}

/// Discs and labels apart and inside, arcs clear of foreign discs, everything shown.
void requireClean(const Diagram& diagram, const Arrangement& made, const char* which)
{
    const DrawingScore score = scoreOf(diagram, made);
    QVERIFY2(score.overlaps == 0, which);
    QVERIFY2(score.arcsThroughDiscs == 0, which);
    QVERIFY2(score.endsOffRim == 0, which);
    QVERIFY2(score.namesHidden == 0, which);
    QVERIFY2(score.requiredHidden == 0, which);
}

} // namespace

class TestArrange : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void randomNetworksOfBriefings_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("height");
        QTest::newRow("1600x1000") << 1600.0 << 1000.0;
        QTest::newRow("800x500") << 800.0 << 500.0;
    }

    void randomNetworksOfBriefings()
    {
        QFETCH(double, width);
        QFETCH(double, height);
        int arcsOverNames = 0, amountsOnArcs = 0;
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            const int nodes = 2 + static_cast<int>(seed % 14);
            const int links = std::min(25, 1 + nodes + static_cast<int>(seed % 9));
            const Diagram diagram = randomDiagram(seed, nodes, links, width, height);
            const Arrangement made = drawn(diagram);
            requireClean(diagram, made, QByteArray::number(qulonglong(seed)).constData());
            if (QTest::currentTestFailed())
                return;
            const DrawingScore score = scoreOf(diagram, made);
            arcsOverNames += score.arcsOverNames;
            amountsOnArcs += score.amountsOnArcs;
        }
        QVERIFY2(arcsOverNames <= 4, QByteArray::number(arcsOverNames).constData());
        QVERIFY2(amountsOnArcs <= 4, QByteArray::number(amountsOnArcs).constData());
    }

    void sameDrawingAgain()
    {
        for (std::uint64_t seed = 1; seed < 20; ++seed) {
            const Diagram diagram = randomDiagram(seed, 12, 20);
            const auto at = places(diagram, *findLayoutEngine(u"default"));
            QVERIFY(arrange(diagram, at) == arrange(diagram, at));
        }
    }

    void noOverlapWhateverTheEngine_data()
    {
        QTest::addColumn<QString>("engine");
        for (const LayoutEngine& engine : layoutEngines())
            QTest::newRow(engine.name) << QString::fromLatin1(engine.name);
    }

    void noOverlapWhateverTheEngine()
    {
        QFETCH(QString, engine);
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            const Diagram diagram = randomDiagram(seed, 12, 16);
            const DrawingScore score =
                scoreOf(diagram, drawn(diagram, engine.toLatin1().constData()));
            QCOMPARE(score.discsTouching, 0);
            QCOMPARE(score.outside, 0);
            QCOMPARE(score.endsOffRim, 0);
        }
    }

    void furnitureIsLeftAlone()
    {
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            Diagram diagram = randomDiagram(seed, 10, 14);
            diagram.frame.obstacles.push_back({60, 700, 320, 150});
            requireClean(diagram, drawn(diagram), "a legend inside the plot");
        }
    }

    void pinnedNodesKeepTheirPlaceInThePicture()
    {
        Diagram diagram = randomDiagram(3, 12, 20);
        auto at = places(diagram, *findLayoutEngine(u"default"));
        for (const std::size_t i : {1U, 5U, 7U})
            diagram.nodes[i].isPinned = true;
        at[1] = {-300, 120};
        const Arrangement made = arrange(diagram, at);
        for (const std::size_t i : {1U, 5U, 7U}) {
            QVERIFY(std::abs(made.nodes[i].centre.x - at[i].x * made.scaleX - made.shift.x) < 1e-6);
            QVERIFY(std::abs(made.nodes[i].centre.y - at[i].y * made.scaleY - made.shift.y) < 1e-6);
        }
    }

    void nothingAndOneAndALoopToItself()
    {
        Diagram diagram;
        diagram.frame = frameOf(800, 500);
        QVERIFY(drawn(diagram).nodes.empty());
        diagram.nodes.push_back(disc(30));
        requireClean(diagram, drawn(diagram), "one firm");
        diagram.links.push_back(amountLink(0, 0));
        const Arrangement made = drawn(diagram);
        requireClean(diagram, made, "a deal with itself");
        QVERIFY(pathLength(made.links[0].path) > 40);
    }

    void aStraightRowIsNotDrawnThrough()
    {
        Diagram diagram;
        diagram.frame = frameOf(1600, 1000);
        for (int i = 0; i < 5; ++i) {
            diagram.nodes.push_back(disc(24));
            diagram.nodes.back().isPinned = true;
        }
        for (int i = 0; i < 5; ++i)
            for (int j = 0; j < i; ++j)
                diagram.links.push_back(amountLink(i, j));
        const std::vector<Point> row{{-600, 0}, {-300, 0}, {0, 0}, {300, 0}, {600, 0}};
        requireClean(diagram, arrange(diagram, row), "firms in a row");
    }

    void coincidingPlacesArePartedInEveryFrame()
    {
        for (const auto& [width, height] : {std::pair(1600, 1000), std::pair(800, 500)}) {
            Diagram diagram = randomDiagram(6, 8, 9, width, height);
            const std::vector<Point> same(8, Point{10, 10});
            const DrawingScore score = scoreOf(diagram, arrange(diagram, same));
            QCOMPARE(score.discsTouching, 0);
            QCOMPARE(score.outside, 0);
        }
    }

    void aGiantNameStaysInside()
    {
        Diagram diagram = randomDiagram(9, 6, 7, 800, 500);
        diagram.nodes[2].labelWidth = 640;
        diagram.nodes[2].isLabelInside = false;
        requireClean(diagram, drawn(diagram), "a name as wide as the picture");
    }

    void placesOfAnotherProgramFillThePlot()
    {
        const Diagram diagram = randomDiagram(12, 10, 15);
        std::vector<Point> tiny;
        Dice dice(4);
        for (int i = 0; i < 10; ++i)
            tiny.push_back({dice.unit(), dice.unit()});
        const Arrangement made = arrange(diagram, tiny);
        QVERIFY(scoreOf(diagram, made).canvasUsed > 0.3);
        QCOMPARE(scoreOf(diagram, made).outside, 0);
    }

    void dozensOfParallelDealsReturn()
    {
        Diagram diagram;
        diagram.frame = frameOf(1600, 1000);
        diagram.nodes = {disc(40), disc(40)};
        for (int i = 0; i < 60; ++i)
            diagram.links.push_back(amountLink(i % 2, 1 - i % 2));
        const Arrangement made = drawn(diagram);
        QCOMPARE(made.links.size(), std::size_t(60));
        QCOMPARE(scoreOf(diagram, made).endsOffRim, 0);
        QCOMPARE(scoreOf(diagram, made).labelsOnLabels, 0);
        QCOMPARE(made.amountsNotShown, scoreOf(diagram, made).amountsHidden);
        QCOMPARE(scoreOf(diagram, made).labelsOnDiscs, 0);
    }
};

QTEST_APPLESS_MAIN(TestArrange)
#include "tst_arrange.moc"
