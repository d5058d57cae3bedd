// What the painter leaves on the paper, pixel by pixel.
#include "tests/ui/scenes.h"
#include "ui/picture/painter.h"
#include "ui/picture/picturefile.h"

#include <QtTest>

#include <cmath>

using namespace gyre;
using namespace gyre::test;
using namespace Qt::StringLiterals;

namespace {

/// A page with one straight arc from (20, 50) to (180, 50).
Picture pageWith(const Arc& like)
{
    Picture picture;
    picture.size = QSizeF(200, 100);
    picture.palette = palette(ThemeName::Light);
    picture.background = picture.palette.canvas;
    Arc arc = like;
    arc.deal = DealId{0};
    arc.path = QPolygonF({QPointF(20, 50), QPointF(180, 50)});
    arc.colour = Qt::red;
    picture.arcs.push_back(arc);
    return picture;
}

bool isInked(const QImage& image, int x, int y)
{
    return image.pixelColor(x, y).lightnessF() < 0.9F;
}

/// Changes between paper and ink along a row: twice the number of dashes.
int changes(const QImage& image, int y, int fromX, int toX)
{
    int count = 0;
    for (int x = fromX; x < toX; ++x)
        count += isInked(image, x, y) != isInked(image, x + 1, y) ? 1 : 0;
    return count;
}

QImage painted(const Picture& picture, const Emphasis& emphasis = {})
{
    return image(picture.size, 1, picture.background,
                 [&](QPainter& painter) { paint(picture, painter, emphasis); });
}

Arc arcOfWidth(double width)
{
    Arc arc;
    arc.width = width;
    arc.head = Head::None;
    return arc;
}

} // namespace

class TestPainter : public QObject
{
    Q_OBJECT

private slots:

    /// A figure with a line through it is one that was called off.
    void leadersRunUnderAmounts()
    {
        Picture page = pageWith(arcOfWidth(1));
        page.arcs.front().path = QPolygonF({QPointF(20, 90), QPointF(180, 90)});
        page.arcs.push_back(page.arcs.front());
        const auto label = [&page](std::size_t i, QRectF box) {
            PictureText& text = page.arcs[i].label;
            text.text = u"$1B"_s;
            text.box = box;
            text.hasPlate = true;
            text.plate = text.plateEdge = Qt::yellow;
        };
        label(0, {80, 40, 40, 14});
        label(1, {80, 5, 40, 14});
        page.arcs[1].leader = QPointF(100, 90);
        const QImage image = painted(page);
        QCOMPARE(image.pixelColor(100, 46), QColor(Qt::yellow));
        QVERIFY(isInked(image, 100, 75));
    }

    void solidLinesAreWhole()
    {
        for (const double width : {1.0, 4.0, 9.0}) {
            const QImage page = painted(pageWith(arcOfWidth(width)));
            QCOMPARE(changes(page, 50, 22, 178), 0);
        }
    }

    void dashesAndDotsShowAtAnyWidth()
    {
        for (const double width : {1.0, 4.0, 9.0}) {
            Arc dashed = arcOfWidth(width);
            dashed.dash = Dash::Dashed;
            Arc dotted = arcOfWidth(width);
            dotted.dash = Dash::Dotted;
            const int dashes = changes(painted(pageWith(dashed)), 50, 22, 178) / 2;
            const int dots = changes(painted(pageWith(dotted)), 50, 22, 178) / 2;
            QVERIFY2(dashes >= 4 && dashes <= 16, qPrintable(QString::number(dashes)));
            QVERIFY2(dots > dashes && dots <= 45, qPrintable(QString::number(dots)));
        }
    }

    void headsPointAtTheReceiver()
    {
        Arc arc = arcOfWidth(4);
        arc.head = Head::Filled;
        const QImage page = painted(pageWith(arc));
        const int back = static_cast<int>(180 - headLength(4));
        const int half = static_cast<int>(headHalfBreadth(4));
        // Broad at its base, narrow at the tip, nothing behind it but the line.
        QVERIFY(isInked(page, back + 1, 50 - half + 2) && isInked(page, back + 1, 50 + half - 2));
        QVERIFY(!isInked(page, 177, 50 - half + 2) && isInked(page, 177, 50));
        QVERIFY(!isInked(page, back - 4, 50 - half + 2));
        QVERIFY(!isInked(page, 183, 50));
    }

    void openHeadsAreHollow()
    {
        Arc arc = arcOfWidth(6);
        arc.head = Head::Filled;
        const int middle = static_cast<int>(180 - headLength(6) * 0.4);
        QVERIFY(isInked(painted(pageWith(arc)), middle, 50));
        arc.head = Head::Open;
        QVERIFY(!isInked(painted(pageWith(arc)), middle, 50));
        QVERIFY(changes(painted(pageWith(arc)), 50, 100, 190) >= 3);
    }

    void inferredMarkIsARing()
    {
        Arc arc = arcOfWidth(1.5);
        arc.inferredMark = QPointF(60, 50);
        const QImage page = painted(pageWith(arc));
        QVERIFY(!isInked(page, 60, 50));
        QVERIFY(isInked(page, 60, 53) || isInked(page, 60, 54));
        QVERIFY(isInked(page, 70, 50));
    }

    void cancelledDealsAreStruckThrough()
    {
        Arc arc = arcOfWidth(2);
        arc.isStruck = true;
        const auto inkAbove = [](const QImage& page) {
            int count = 0;
            for (int x = 30; x < 100; ++x)
                count += isInked(page, x, 46) ? 1 : 0;
            return count;
        };
        QVERIFY(inkAbove(painted(pageWith(arc))) > 0);
        arc.isStruck = false;
        QCOMPARE(inkAbove(painted(pageWith(arc))), 0);
    }

    void hollowDiscsAndSquares()
    {
        Picture picture = pageWith(arcOfWidth(1));
        picture.arcs.clear();
        Disc disc;
        disc.firm = FirmId{0};
        disc.centre = QPointF(60, 50);
        disc.radius = 20;
        disc.ring = Qt::black;
        disc.fill = Qt::blue;
        disc.ringWidth = 2;
        picture.discs.push_back(disc);
        QVERIFY(isInked(painted(picture), 60, 50));
        // The rim is where the geometry says: ink up to the radius, none beyond.
        QVERIFY(isInked(painted(picture), 79, 50) && !isInked(painted(picture), 81, 50));
        picture.discs[0].isHollow = true;
        QVERIFY(!isInked(painted(picture), 60, 50));
        QVERIFY(!isInked(painted(picture), 60 + 18, 50 + 18));
        picture.discs[0].isSquare = true;
        QVERIFY(isInked(painted(picture), 60 + 18, 50 + 19));
    }

    void whatIsNotEmphasisedIsDimmed()
    {
        const Picture picture = compose(sceneOf(loopNetwork())).picture;
        const Arc* invests = arcOf(picture, u"invests"_s);
        const Arc* partners = arcOf(picture, u"partners"_s);
        Emphasis emphasis;
        emphasis.deals.insert(invests->deal);
        emphasis.firms = {invests->from, invests->to};
        const QImage plain = painted(picture);
        const QImage dimmed = painted(picture, emphasis);
        const QRect kept = invests->label.box.toAlignedRect();
        QCOMPARE(plain.copy(kept), dimmed.copy(kept));
        const auto darkness = [partners](const QImage& page) {
            double sum = 0;
            const QRect box = partners->label.box.toAlignedRect();
            for (int y = box.top(); y <= box.bottom(); ++y)
                for (int x = box.left(); x <= box.right(); ++x)
                    sum += 1 - static_cast<double>(page.pixelColor(x, y).lightnessF());
            return sum;
        };
        QVERIFY(darkness(dimmed) < 0.35 * darkness(plain));
        QVERIFY(darkness(dimmed) > 0);
    }

    void theSelectedOneHasAHalo()
    {
        const Picture picture = compose(sceneOf(loopNetwork())).picture;
        const Disc* lab = discOf(picture, u"lab"_s);
        Emphasis emphasis;
        emphasis.selectedFirm = lab->firm;
        int changed = 0;
        const QImage plain = painted(picture);
        const QImage selected = painted(picture, emphasis);
        for (int i = 0; i < 36; ++i) {
            const double angle = i * M_PI / 18;
            const QPoint at(
                static_cast<int>(lab->centre.x() + (lab->radius + 3) * std::cos(angle)),
                static_cast<int>(lab->centre.y() + (lab->radius + 3) * std::sin(angle)));
            changed += plain.pixel(at) != selected.pixel(at) ? 1 : 0;
        }
        QVERIFY(changed >= 30);
    }

    void everyTextIsPaintedInItsBox()
    {
        Picture picture = compose(sceneOf(loopNetwork())).picture;
        for (const Disc& disc : picture.discs) {
            Picture alone = picture;
            alone.arcs.clear();
            alone.furniture.clear();
            alone.discs = {disc};
            alone.discs[0].radius = 0;
            alone.discs[0].ringWidth = 0;
            alone.discs[0].ring = alone.discs[0].fill = alone.background;
            const QImage page = painted(alone);
            QRect ink;
            for (int y = 0; y < page.height(); ++y)
                for (int x = 0; x < page.width(); ++x)
                    if (isInked(page, x, y))
                        ink |= QRect(x, y, 1, 1);
            const QRect box = disc.label.box.toAlignedRect();
            QVERIFY2(!ink.isEmpty() && box.contains(ink), qPrintable(disc.id));
            QVERIFY2(ink.width() >= box.width() - 3, qPrintable(disc.id));
        }
    }
};

QTEST_MAIN(TestPainter)
#include "tst_painter.moc"
