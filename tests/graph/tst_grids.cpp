// What is found by place is what a look at everything would have found.
#include "drawingscore.h"

#include "graph/layout/boxgrid.h"
#include "graph/layout/pathgrid.h"

#include <QTest>

using namespace gyre;
using namespace gyre::test;

namespace {

constexpr Box area{100, 50, 900, 500};

/// Also beyond the area, on every side.
Point anywhere(Dice& dice)
{
    return {1200 * dice.unit(), 700 * dice.unit()};
}

Box anyBox(Dice& dice)
{
    const Point at = anywhere(dice);
    return {at.x, at.y, 200 * dice.unit() * dice.unit(), 90 * dice.unit()};
}

std::vector<Point> anyPath(Dice& dice)
{
    std::vector<Point> path{anywhere(dice)};
    const int steps = dice.below(9);
    for (int k = 0; k < steps; ++k)
        path.push_back(path.back() + Point{dice.around(), dice.around()} * 90);
    return path;
}

bool doCross(const std::vector<Point>& a, const std::vector<Point>& b)
{
    return anySegment(a, [&b](Point p, Point q) {
        return anySegment(b, [p, q](Point r, Point s) { return segmentsMeet(p, q, r, s); });
    });
}

/// As an order means nothing; what is found twice stays twice.
std::vector<int> sorted(std::vector<int> ids)
{
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace

class TestGrids : public QObject
{
    Q_OBJECT

private slots:

    void boxesNearABoxAreFoundOnce()
    {
        Dice dice(3);
        constexpr int count = 60;
        BoxGrid grid(area, count);
        std::vector<std::optional<Box>> boxes(count);
        std::size_t most = 0;
        for (int turn = 0; turn < 3000; ++turn) {
            const int id = dice.below(count);
            if (dice.unit() < 0.3) {
                grid.take(id);
                boxes[std::size_t(id)].reset();
            } else {
                boxes[std::size_t(id)] = anyBox(dice);
                grid.put(id, *boxes[std::size_t(id)]);
            }
            const Box asked = anyBox(dice);
            const double gap = 20 * dice.unit();
            std::vector<int> found, expected;
            grid.eachNear(asked, gap, [&found](int other) { found.push_back(other); });
            for (int k = 0; k < count; ++k)
                if (boxes[std::size_t(k)] && boxes[std::size_t(k)]->overlaps(asked, gap))
                    expected.push_back(k);
            QCOMPARE(sorted(found), expected);
            most = std::max(most, found.size());
        }
        QVERIFY(most > 3);
    }

    void pathsInABoxAndAcrossAPathAreFoundOnce()
    {
        Dice dice(8);
        constexpr int count = 50;
        PathGrid grid(area, count);
        std::vector<std::vector<Point>> paths(count);
        std::size_t inBoxes = 0, across = 0;
        for (int turn = 0; turn < 2000; ++turn) {
            const int id = dice.below(count);
            grid.remove(id, paths[std::size_t(id)]);
            paths[std::size_t(id)] = dice.unit() < 0.2 ? std::vector<Point>{} : anyPath(dice);
            grid.add(id, paths[std::size_t(id)]);

            const Box box = anyBox(dice);
            const std::vector<Point> path = anyPath(dice);
            std::vector<int> inBox, crossing, expectedIn, expectedCrossing;
            grid.eachIn(box, [&inBox](int other) { inBox.push_back(other); });
            grid.eachCrossing(path, [&crossing](int other) {
                crossing.push_back(other);
                return true;
            });
            for (int k = 0; k < count; ++k) {
                const auto& other = paths[std::size_t(k)];
                if (anySegment(other, [&box](Point p, Point q) { return segmentOnBox(p, q, box); }))
                    expectedIn.push_back(k);
                if (doCross(path, other))
                    expectedCrossing.push_back(k);
            }
            QCOMPARE(sorted(inBox), expectedIn);
            QCOMPARE(sorted(crossing), expectedCrossing);
            inBoxes += inBox.size();
            across += crossing.size();
        }
        QVERIFY(inBoxes > 500 && across > 500);
    }
};

QTEST_APPLESS_MAIN(TestGrids)
#include "tst_grids.moc"
