// Labels: beside their firm or on their deal, clear of all else, left out by priority and counted.
#include "graph/layout/arcs.h"
#include "graph/layout/arrange.h"
#include "graph/layout/layouts.h"
#include "tests/graph/drawingscore.h"
#include "tests/graph/randomdiagram.h"

#include <QTest>

using namespace gyre;
using namespace gyre::test;

namespace {

Arrangement drawn(const Diagram& diagram)
{
    return arrange(diagram, places(diagram, *findLayoutEngine(u"default")));
}

bool isSameSize(const Box& box, double width, double height)
{
    return std::abs(box.w - width) < 1e-9 && std::abs(box.h - height) < 1e-9;
}

} // namespace

class TestLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatHasNoRoomIsLeftOutAndCounted()
    {
        for (std::uint64_t seed = 1; seed <= 2; ++seed) {
            Diagram diagram = randomDiagram(seed, 70, 150, 800, 500);
            for (DiagramNode& node : diagram.nodes) {
                node.radius = 8;
                node.labelWidth = 130;
                node.isLabelInside = false;
            }
            const Arrangement made = drawn(diagram);
            std::vector<Box> shown;
            int names = 0, amounts = 0;
            for (const ArrangedNode& node : made.nodes)
                node.isLabelShown ? shown.push_back(node.label) : void(++names);
            for (std::size_t k = 0; k < made.links.size(); ++k) {
                if (made.links[k].isLabelShown)
                    shown.push_back(made.links[k].label);
                else
                    amounts += diagram.links[k].labelWidth > 0 ? 1 : 0;
                for (const Point& point : made.links[k].path)
                    QVERIFY(contains(grown(diagram.frame.plot, 0.5), {point.x, point.y, 0, 0}));
            }
            for (std::size_t i = 0; i < shown.size(); ++i) {
                QVERIFY(contains(grown(diagram.frame.plot, 1), shown[i]));
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY(!boxesHit(shown[i], shown[j]));
            }
            QCOMPARE(made.namesNotShown, names);
            QCOMPARE(made.amountsNotShown, amounts);
            QVERIFY(names > 0 && amounts > 0);
            QCOMPARE(scoreOf(diagram, made).endsOffRim, 0);
        }
    }

    void labelsKeepTheirSizeAndStayAtWhatTheyName()
    {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const Diagram diagram = randomDiagram(seed, 12, 18);
            const Arrangement made = drawn(diagram);
            for (std::size_t i = 0; i < 12; ++i) {
                const DiagramNode& node = diagram.nodes[i];
                const Box& box = made.nodes[i].label;
                QVERIFY(isSameSize(box, node.labelWidth, node.labelHeight));
                const double gap = distanceToBox(made.nodes[i].centre, box) - node.radius;
                if (node.isLabelInside)
                    QVERIFY(distance(middle(box), made.nodes[i].centre) < 1);
                else
                    QVERIFY(gap > 0 && gap < 12);
            }
            for (std::size_t k = 0; k < diagram.links.size(); ++k) {
                const ArrangedLink& link = made.links[k];
                if (!link.isLabelShown)
                    continue;
                QVERIFY(isSameSize(link.label, diagram.links[k].labelWidth,
                                   diagram.links[k].labelHeight));
                if (link.leader)
                    QVERIFY(distanceToPath(*link.leader, link.path) < 1);
                else
                    QVERIFY(pathMeetsBox(link.path, link.label));
            }
        }
    }

    void whatIsNotShownIsCounted()
    {
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            const Diagram diagram = randomDiagram(seed, 30, 70, 600, 400);
            const Arrangement made = drawn(diagram);
            const DrawingScore score = scoreOf(diagram, made);
            QCOMPARE(made.amountsNotShown, score.amountsHidden);
            QCOMPARE(made.namesNotShown, score.namesHidden);
        }
    }

    void requiredAmountsAreShownBeforeOthers()
    {
        double required = 0, requiredShown = 0, others = 0, othersShown = 0;
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            const Diagram diagram = randomDiagram(seed, 30, 70, 600, 400);
            const Arrangement made = drawn(diagram);
            for (std::size_t k = 0; k < diagram.links.size(); ++k) {
                if (diagram.links[k].labelWidth <= 0)
                    continue;
                const bool isRequired = diagram.links[k].isLabelRequired;
                (isRequired ? required : others) += 1;
                (isRequired ? requiredShown : othersShown) += made.links[k].isLabelShown ? 1 : 0;
            }
        }
        QVERIFY(othersShown < others);
        QVERIFY(requiredShown / required > othersShown / others);
    }

    void shownLabelsNeverLieOnEachOther()
    {
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            const Diagram diagram = randomDiagram(seed, 20, 40, 800, 500);
            const Arrangement made = drawn(diagram);
            const DrawingScore score = scoreOf(diagram, made);
            QCOMPARE(score.labelsOnLabels, 0);
            QCOMPARE(score.outside, 0);
        }
    }

    void noNameNoBoxNoAmountNoBox()
    {
        Diagram diagram = randomDiagram(2, 4, 5);
        for (DiagramNode& node : diagram.nodes)
            node.labelWidth = node.labelHeight = 0;
        for (DiagramLink& link : diagram.links)
            link.labelWidth = link.labelHeight = 0;
        const Arrangement made = drawn(diagram);
        QCOMPARE(made.amountsNotShown, 0);
        QCOMPARE(made.namesNotShown, 0);
        for (const ArrangedLink& link : made.links)
            QVERIFY(!link.isLabelShown);
    }
};

QTEST_APPLESS_MAIN(TestLabels)
#include "tst_labels.moc"
