// The canvas under a hand: real mouse and key events at the pixels of the shapes.
#include "tests/ui/scenes.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/travel.h"
#include "ui/picture/picturefile.h"
#include "ui/picture/polyline.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QtTest>

#include <cmath>

using namespace gyre;
using namespace gyre::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize windowSize(1000, 640);

/// A canvas on the loop network, composed for its own size, shown and active.
struct Bench
{
    Canvas canvas;

    Bench()
    {
        canvas.resize(windowSize);
        canvas.setPicture(compose(sceneOf(loopNetwork(), windowSize)).picture);
        canvas.show();
        canvas.activateWindow();
        canvas.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&canvas));
    }

    [[nodiscard]] const Disc& disc(const QString& id) const
    {
        return *discOf(canvas.picture(), id);
    }

    [[nodiscard]] const Arc& arc(const QString& id) const { return *arcOf(canvas.picture(), id); }

    [[nodiscard]] QPoint at(QPointF picturePoint) const
    {
        return canvas.toWidget(picturePoint).toPoint();
    }

    /// A point of the arc that no label or mark covers.
    [[nodiscard]] QPoint on(const QString& id, double share = 0.12) const
    {
        const QPolygonF& path = arc(id).path;
        return at(pointAlong(path, lengthOf(path) * share));
    }

    void wheel(QPoint position, int steps)
    {
        QWheelEvent event(position, canvas.mapToGlobal(position), QPoint(), QPoint(0, 120 * steps),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas, &event);
    }

    /// QTest::mouseMove gives no event without a button once another window has been clicked.
    void hover(QPoint position)
    {
        QMouseEvent event(QEvent::MouseMove, position, canvas.mapToGlobal(position), Qt::NoButton,
                          Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&canvas, &event);
    }

    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mousePress(&canvas, button, {}, from);
        QTest::mouseMove(&canvas, (from + to) / 2);
        QTest::mouseMove(&canvas, to);
        QTest::mouseRelease(&canvas, button, {}, to);
    }
};

template<typename Value>
Value only(const QSignalSpy& spy)
{
    return spy.size() == 1 ? spy[0][0].value<Value>() : Value();
}

QImage shown(Canvas& canvas)
{
    return canvas.grab().toImage();
}

} // namespace

class TestCanvas : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void showsThePictureAsItIsExported();
    void clickingADiscSelectsTheFirm();
    void clickingAnArcOrItsAmountSelectsTheDeal();
    void clickingNothingSelectsNothing();
    void whatIsDrawnIsWhatIsHit();
    void wheelZoomsToThePointer();
    void zoomAndFitByKeys();
    void clicksStillHitWhenZoomed();
    void draggingADiscMovesTheFirm();
    void escapeCallsADragOff();
    void draggingThePaperPans();
    void middleButtonAndSpacePan();
    void touchpadsZoomAndPan();
    void fingersPinch();
    void oneFingerTapsAndDrags();
    void everyDealIsReachedByKeys();
    void doubleClickOnPaperFits();
    void hoverDimsTheRest();
    void tabGoesThroughFirmsAndOut();
    void arrowKeysFollowDeals();
    void controlArrowGoesToTheDeal();
    void enterSelectsAndEscapeClears();
    void contextMenusKnowWhatTheyAreFor();
    void clickingNeverMovesTheView();
    void travelBringsIntoSight();
    void aNewPictureKeepsZoom();
    void resizingAsksForAPicture();
    void screenReadersHearTheNetwork();
    void screenReadersFollowTheKeyboard();
    void atMostSoManyAreInSight();
};

void TestCanvas::initTestCase()
{
    qRegisterMetaType<FirmId>();
    qRegisterMetaType<DealId>();
    qRegisterMetaType<Point>();
}

void TestCanvas::showsThePictureAsItIsExported()
{
    Bench bench;
    bench.canvas.clearFocus();
    const QImage screen = shown(bench.canvas).convertToFormat(QImage::Format_RGB32);
    const QImage file = image(bench.canvas.picture(), 1).convertToFormat(QImage::Format_RGB32);
    QCOMPARE(screen.size(), file.size());
    QCOMPARE(screen, file);
}

void TestCanvas::clickingADiscSelectsTheFirm()
{
    Bench bench;
    QSignalSpy clicked(&bench.canvas, &Canvas::firmClicked);
    const Disc& lab = bench.disc(u"lab"_s);
    QTest::mouseClick(&bench.canvas, Qt::LeftButton, {}, bench.at(lab.centre));
    QCOMPARE(clicked.size(), 1);
    QVERIFY(only<FirmId>(clicked) == lab.firm);
    // At the rim's inner edge too, and on a name beside its disc.
    QTest::mouseClick(&bench.canvas, Qt::LeftButton, {},
                      bench.at(lab.centre - QPointF(lab.radius - 1.5, 0)));
    const Disc& shop = bench.disc(u"shop"_s);
    QTest::mouseClick(&bench.canvas, Qt::LeftButton, {}, bench.at(shop.label.box.center()));
    QCOMPARE(clicked.size(), 3);
    QVERIFY(clicked[2][0].value<FirmId>() == shop.firm);
}

void TestCanvas::clickingAnArcOrItsAmountSelectsTheDeal()
{
    Bench bench;
    QSignalSpy clicked(&bench.canvas, &Canvas::dealClicked);
    for (const QString& id : {u"invests"_s, u"buys"_s, u"partners"_s, u"talks"_s}) {
        clicked.clear();
        QTest::mouseClick(&bench.canvas, Qt::LeftButton, {}, bench.on(id));
        QVERIFY2(only<DealId>(clicked) == bench.arc(id).deal, qPrintable(id));
        clicked.clear();
        QTest::mouseClick(&bench.canvas, Qt::LeftButton, {},
                          bench.at(bench.arc(id).label.box.center()));
        QVERIFY2(only<DealId>(clicked) == bench.arc(id).deal, qPrintable(id));
    }
}

void TestCanvas::clickingNothingSelectsNothing()
{
    Bench bench;
    QSignalSpy empty(&bench.canvas, &Canvas::emptyClicked);
    QSignalSpy firm(&bench.canvas, &Canvas::firmClicked);
    QTest::mouseClick(&bench.canvas, Qt::LeftButton, {}, QPoint(3, 3));
    QCOMPARE(empty.size(), 1);
    QCOMPARE(firm.size(), 0);
}

/// Every pixel of a disc is that disc's; a point well off everything is nobody's.
void TestCanvas::whatIsDrawnIsWhatIsHit()
{
    const Picture picture = compose(sceneOf(loopNetwork(), windowSize)).picture;
    const Hits hits(picture);
    for (std::size_t i = 0; i < picture.discs.size(); ++i) {
        const Disc& disc = picture.discs[i];
        for (int step = 0; step < 24; ++step) {
            const double angle = step * M_PI / 12;
            const QPointF way(std::cos(angle), std::sin(angle));
            const auto inside = hits.at(disc.centre + way * (disc.radius - 0.5));
            QVERIFY(inside && *inside == Hit(DiscHit{i}));
        }
    }
    for (std::size_t i = 0; i < picture.arcs.size(); ++i) {
        const Arc& arc = picture.arcs[i];
        const double total = lengthOf(arc.path);
        const QPointF middle = pointAlong(arc.path, total * 0.15);
        const QPointF along = directionAlong(arc.path, total * 0.15);
        const QPointF across(-along.y(), along.x());
        const auto onIt = hits.at(middle + across * (std::max(arc.width / 2, Hits::reach) - 0.3));
        QVERIFY(onIt && *onIt == Hit(ArcHit{i}));
        const auto off = hits.at(middle + across * (std::max(arc.width / 2, Hits::reach) + 1.0));
        QVERIFY(!off || *off != Hit(ArcHit{i}));
    }
}

void TestCanvas::wheelZoomsToThePointer()
{
    Bench bench;
    const QPoint pointer = bench.at(bench.disc(u"chips"_s).centre);
    const QPointF before = bench.canvas.toPicture(pointer);
    bench.wheel(pointer, 3);
    QVERIFY(bench.canvas.zoom() > 1.5);
    const QPointF after = bench.canvas.toPicture(pointer);
    QVERIFY(QLineF(before, after).length() < 0.01);
    bench.wheel(pointer, -3);
    QVERIFY(std::abs(bench.canvas.zoom() - 1) < 1e-9);
}

void TestCanvas::zoomAndFitByKeys()
{
    Bench bench;
    QTest::keyClick(&bench.canvas, Qt::Key_Plus);
    QVERIFY(bench.canvas.zoom() > 1);
    QTest::keyClick(&bench.canvas, Qt::Key_Minus);
    QTest::keyClick(&bench.canvas, Qt::Key_Minus);
    QVERIFY(bench.canvas.zoom() < 1);
    QTest::keyClick(&bench.canvas, Qt::Key_0);
    QCOMPARE(bench.canvas.zoom(), 1.0);
    QCOMPARE(bench.canvas.toWidget(QPointF(0, 0)), QPointF(0, 0));
}

void TestCanvas::clicksStillHitWhenZoomed()
{
    Bench bench;
    QSignalSpy clicked(&bench.canvas, &Canvas::dealClicked);
    for (const int steps : {4, -6}) {
        const QPoint pointer = bench.on(u"partners"_s, 0.2);
        bench.wheel(pointer, steps);
        clicked.clear();
        QTest::mouseClick(&bench.canvas, Qt::LeftButton, {}, bench.on(u"partners"_s, 0.2));
        QVERIFY(only<DealId>(clicked) == bench.arc(u"partners"_s).deal);
    }
}

void TestCanvas::draggingADiscMovesTheFirm()
{
    Bench bench;
    QSignalSpy dragged(&bench.canvas, &Canvas::firmDragged);
    QSignalSpy clicked(&bench.canvas, &Canvas::firmClicked);
    const QPointF start = bench.disc(u"chips"_s).centre;
    const QPointF aim(start.x() < 500 ? start.x() + 60 : start.x() - 60, start.y() - 25);
    const QPoint from = bench.at(start);
    QTest::mousePress(&bench.canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(&bench.canvas, bench.at(aim));
    // The disc is under the pointer before the button is let go, its arc's end with it.
    const QPointF held = bench.disc(u"chips"_s).centre;
    QVERIFY(QLineF(held, aim).length() < 1.5);
    const QPointF tip = bench.arc(u"partners"_s).path.last();
    QVERIFY(QLineF(tip, held).length() < bench.disc(u"chips"_s).radius + 13);
    QTest::mouseRelease(&bench.canvas, Qt::LeftButton, {}, bench.at(aim));
    QCOMPARE(dragged.size(), 1);
    QCOMPARE(clicked.size(), 0);
    QVERIFY(dragged[0][0].value<FirmId>() == bench.disc(u"chips"_s).firm);
    const Point to = dragged[0][1].value<Point>();
    const Picture& picture = bench.canvas.picture();
    QVERIFY(std::abs(to.x * picture.scaleX + picture.shift.x() - held.x()) < 0.01);
    QVERIFY(std::abs(to.y * picture.scaleY + picture.shift.y() - held.y()) < 0.01);
}

void TestCanvas::escapeCallsADragOff()
{
    Bench bench;
    QSignalSpy dragged(&bench.canvas, &Canvas::firmDragged);
    const Picture before = bench.canvas.picture();
    const QPoint from = bench.at(bench.disc(u"lab"_s).centre);
    QTest::mousePress(&bench.canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(&bench.canvas, from + QPoint(40, 30));
    QVERIFY(!(bench.canvas.picture() == before));
    QTest::keyClick(&bench.canvas, Qt::Key_Escape);
    QTest::mouseRelease(&bench.canvas, Qt::LeftButton, {}, from + QPoint(40, 30));
    QVERIFY(bench.canvas.picture() == before);
    QCOMPARE(dragged.size(), 0);
}

void TestCanvas::draggingThePaperPans()
{
    Bench bench;
    QSignalSpy empty(&bench.canvas, &Canvas::emptyClicked);
    const QPointF before = bench.canvas.toWidget(QPointF(0, 0));
    bench.drag(QPoint(5, 5), QPoint(65, 45));
    QCOMPARE(bench.canvas.toWidget(QPointF(0, 0)), before + QPointF(60, 40));
    QCOMPARE(empty.size(), 0);
    // However far it is dragged, something of it stays in sight.
    bench.drag(QPoint(5, 5), QPoint(990, 630));
    bench.drag(QPoint(5, 5), QPoint(990, 630));
    QVERIFY(bench.canvas.toWidget(QPointF(0, 0)).x() < windowSize.width());
    QVERIFY(bench.canvas.toWidget(QPointF(0, 0)).y() < windowSize.height());
}

void TestCanvas::middleButtonAndSpacePan()
{
    Bench bench;
    const QPoint onDisc = bench.at(bench.disc(u"lab"_s).centre);
    const QPointF before = bench.canvas.toWidget(QPointF(0, 0));
    bench.drag(onDisc, onDisc + QPoint(30, 20), Qt::MiddleButton);
    QCOMPARE(bench.canvas.toWidget(QPointF(0, 0)), before + QPointF(30, 20));
    QSignalSpy dragged(&bench.canvas, &Canvas::firmDragged);
    const QPoint again = bench.at(bench.disc(u"lab"_s).centre);
    QTest::keyPress(&bench.canvas, Qt::Key_Space);
    bench.drag(again, again - QPoint(10, 10));
    QTest::keyRelease(&bench.canvas, Qt::Key_Space);
    QCOMPARE(bench.canvas.toWidget(QPointF(0, 0)), before + QPointF(20, 10));
    QCOMPARE(dragged.size(), 0);
}

/// Two fingers of a touchpad: what lies under the pointer stays there.
void TestCanvas::touchpadsZoomAndPan()
{
    Bench bench;
    const QPoint pointer = bench.at(bench.disc(u"chips"_s).centre);
    const auto gesture = [&](Qt::NativeGestureType type, double value, QPointF delta) {
        QNativeGestureEvent event(type, QPointingDevice::primaryPointingDevice(), 2, pointer,
                                  pointer, bench.canvas.mapToGlobal(pointer), value, delta);
        QCoreApplication::sendEvent(&bench.canvas, &event);
    };
    const QPointF before = bench.canvas.toPicture(pointer);
    gesture(Qt::ZoomNativeGesture, 0.5, {});
    QCOMPARE(bench.canvas.zoom(), 1.5);
    QVERIFY(QLineF(before, bench.canvas.toPicture(pointer)).length() < 0.01);
    const QPointF origin = bench.canvas.toWidget(QPointF(0, 0));
    gesture(Qt::PanNativeGesture, 0, QPointF(12, -7));
    QCOMPARE(bench.canvas.toWidget(QPointF(0, 0)), origin + QPointF(12, -7));
    gesture(Qt::SmartZoomNativeGesture, 0, {});
    QCOMPARE(bench.canvas.zoom(), 1.0);
}

/// Two fingers on the screen, moved apart: their middle stays; a disc under one is not dragged.
void TestCanvas::fingersPinch()
{
    Bench bench;
    QSignalSpy dragged(&bench.canvas, &Canvas::firmDragged);
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    const QPoint middle(400, 300);
    const QPointF before = bench.canvas.toPicture(middle);
    QTest::touchEvent(&bench.canvas, screen.get())
        .press(0, middle - QPoint(60, 0))
        .press(1, middle + QPoint(60, 0));
    for (int i = 1; i <= 12; ++i)
        QTest::touchEvent(&bench.canvas, screen.get())
            .move(0, middle - QPoint(60 + 5 * i, 0))
            .move(1, middle + QPoint(60 + 5 * i, 0));
    QTest::touchEvent(&bench.canvas, screen.get())
        .release(0, middle - QPoint(120, 0))
        .release(1, middle + QPoint(120, 0));
    QCOMPARE(bench.canvas.zoom(), 2.0);
    QVERIFY(QLineF(before, bench.canvas.toPicture(middle)).length() < 0.01);
    QCOMPARE(dragged.size(), 0);
}

void TestCanvas::oneFingerTapsAndDrags()
{
    Bench bench;
    QSignalSpy clicked(&bench.canvas, &Canvas::firmClicked);
    QSignalSpy dragged(&bench.canvas, &Canvas::firmDragged);
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    const QPoint disc = bench.at(bench.disc(u"chips"_s).centre);
    QTest::touchEvent(&bench.canvas, screen.get()).press(0, disc);
    QTest::touchEvent(&bench.canvas, screen.get()).release(0, disc);
    QVERIFY(only<FirmId>(clicked) == bench.disc(u"chips"_s).firm);
    QTest::touchEvent(&bench.canvas, screen.get()).press(0, disc);
    for (int i = 1; i <= 4; ++i)
        QTest::touchEvent(&bench.canvas, screen.get()).move(0, disc + QPoint(8 * i, 0));
    QTest::touchEvent(&bench.canvas, screen.get()).release(0, disc + QPoint(32, 0));
    QCOMPARE(dragged.size(), 1);
    QCOMPARE(clicked.size(), 1);
}

/// Tab to a firm, Page Down through its deals: nothing is out of reach.
void TestCanvas::everyDealIsReachedByKeys()
{
    Bench bench;
    QSet<DealId> reached;
    QSet<FirmId> firms;
    QTest::keyClick(&bench.canvas, Qt::Key_Tab);
    while (bench.canvas.currentFirm().isValid()) {
        const FirmId firm = bench.canvas.currentFirm();
        firms.insert(firm);
        const auto deals = dealsOf(bench.canvas.picture(), firm);
        for (const DealId deal : deals) {
            QTest::keyClick(&bench.canvas, Qt::Key_PageDown);
            QVERIFY(bench.canvas.currentDeal() == deal);
            reached.insert(deal);
        }
        QTest::keyClick(&bench.canvas, Qt::Key_PageDown);
        QVERIFY(bench.canvas.currentDeal() == deals.front());
        QTest::keyClick(&bench.canvas, Qt::Key_PageUp);
        QVERIFY(bench.canvas.currentDeal() == deals.back());
        bench.canvas.goTo({firm, {}});
        QTest::keyClick(&bench.canvas, Qt::Key_Tab);
    }
    QCOMPARE(firms.size(), qsizetype(4));
    QCOMPARE(reached.size(), std::ssize(bench.canvas.picture().arcs));
    // The greatest first.
    QVERIFY(dealsOf(bench.canvas.picture(), bench.disc(u"lab"_s).firm).front() ==
            bench.arc(u"buys"_s).deal);
}

void TestCanvas::doubleClickOnPaperFits()
{
    Bench bench;
    bench.wheel(QPoint(500, 300), 2);
    bench.canvas.zoomOut();
    QVERIFY(bench.canvas.zoom() > 1);
    bench.drag(QPoint(500, 5), QPoint(520, 25));
    QTest::mouseDClick(&bench.canvas, Qt::LeftButton, {}, QPoint(2, 2));
    QCOMPARE(bench.canvas.zoom(), 1.0);
}

void TestCanvas::hoverDimsTheRest()
{
    Bench bench;
    const QRect far = bench.arc(u"talks"_s).label.box.toAlignedRect();
    bench.hover(QPoint(2, 2));
    const QImage plain = shown(bench.canvas).copy(far);
    bench.hover(bench.at(bench.disc(u"chips"_s).centre));
    QVERIFY(shown(bench.canvas).copy(far) != plain);
    bench.hover(QPoint(2, 2));
    QCOMPARE(shown(bench.canvas).copy(far), plain);
}

void TestCanvas::tabGoesThroughFirmsAndOut()
{
    Bench bench;
    QList<FirmId> visited;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(&bench.canvas, Qt::Key_Tab);
        visited << bench.canvas.currentFirm();
    }
    const auto order = readingOrder(bench.canvas.picture());
    QCOMPARE(order.size(), std::size_t(4));
    for (int i = 0; i < 4; ++i)
        QVERIFY(visited[i] ==
                bench.canvas.picture().discs[order[static_cast<std::size_t>(i)]].firm);
    QTest::keyClick(&bench.canvas, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(bench.canvas.currentFirm() == visited[2]);
    QTest::keyClick(&bench.canvas, Qt::Key_Tab);
    QTest::keyClick(&bench.canvas, Qt::Key_Tab);
    QVERIFY(!bench.canvas.currentFirm().isValid());
}

void TestCanvas::arrowKeysFollowDeals()
{
    Bench bench;
    const Picture& picture = bench.canvas.picture();
    const FirmId lab = bench.disc(u"lab"_s).firm;
    // Every firm is joined to the lab: from each the key that points at it leads there.
    for (const QString& id : {u"shop"_s, u"chips"_s, u"wafers"_s}) {
        const Disc& start = bench.disc(id);
        const QPointF off = bench.disc(u"lab"_s).centre - start.centre;
        const bool isLevel = std::abs(off.x()) > std::abs(off.y());
        const int key = isLevel ? (off.x() > 0 ? Qt::Key_Right : Qt::Key_Left)
                                : (off.y() > 0 ? Qt::Key_Down : Qt::Key_Up);
        QTest::keyClick(&bench.canvas, Qt::Key_Escape);
        while (!(bench.canvas.currentFirm() == start.firm))
            QTest::keyClick(&bench.canvas, Qt::Key_Tab);
        QTest::keyClick(&bench.canvas, static_cast<Qt::Key>(key));
        QVERIFY2(bench.canvas.currentFirm() == lab, qPrintable(id));
    }
    QVERIFY(!firmTowards(picture, FirmId{999}, QPointF(1, 0)));
}

void TestCanvas::controlArrowGoesToTheDeal()
{
    Bench bench;
    const Disc& chips = bench.disc(u"chips"_s);
    const QPolygonF& path = bench.arc(u"partners"_s).path;
    const QPointF off = pointAlong(path, lengthOf(path) / 2) - chips.centre;
    const bool isLevel = std::abs(off.x()) > std::abs(off.y());
    const int key = isLevel ? (off.x() > 0 ? Qt::Key_Right : Qt::Key_Left)
                            : (off.y() > 0 ? Qt::Key_Down : Qt::Key_Up);
    while (!(bench.canvas.currentFirm() == chips.firm))
        QTest::keyClick(&bench.canvas, Qt::Key_Tab);
    QTest::keyClick(&bench.canvas, static_cast<Qt::Key>(key), Qt::ControlModifier);
    QVERIFY(bench.canvas.currentDeal() == bench.arc(u"partners"_s).deal);
    QSignalSpy clicked(&bench.canvas, &Canvas::dealClicked);
    QTest::keyClick(&bench.canvas, Qt::Key_Return);
    QVERIFY(only<DealId>(clicked) == bench.arc(u"partners"_s).deal);
}

void TestCanvas::enterSelectsAndEscapeClears()
{
    Bench bench;
    QSignalSpy clicked(&bench.canvas, &Canvas::firmClicked);
    QSignalSpy cleared(&bench.canvas, &Canvas::cleared);
    QTest::keyClick(&bench.canvas, Qt::Key_Tab);
    QTest::keyClick(&bench.canvas, Qt::Key_Return);
    QCOMPARE(clicked.size(), 1);
    QVERIFY(only<FirmId>(clicked) == bench.canvas.currentFirm());
    QTest::keyClick(&bench.canvas, Qt::Key_Escape);
    QCOMPARE(cleared.size(), 1);
    QVERIFY(!bench.canvas.currentFirm().isValid());
}

void TestCanvas::contextMenusKnowWhatTheyAreFor()
{
    Bench bench;
    QSignalSpy firm(&bench.canvas, &Canvas::firmMenuRequested);
    QSignalSpy deal(&bench.canvas, &Canvas::dealMenuRequested);
    QSignalSpy empty(&bench.canvas, &Canvas::emptyMenuRequested);
    const auto ask = [&bench](QPoint at) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, bench.canvas.mapToGlobal(at));
        QCoreApplication::sendEvent(&bench.canvas, &event);
    };
    ask(bench.at(bench.disc(u"lab"_s).centre));
    ask(bench.on(u"buys"_s));
    ask(QPoint(2, 2));
    QCOMPARE(firm.size(), 1);
    QVERIFY(firm[0][0].value<FirmId>() == bench.disc(u"lab"_s).firm);
    QCOMPARE(deal.size(), 1);
    QVERIFY(deal[0][0].value<DealId>() == bench.arc(u"buys"_s).deal);
    QCOMPARE(empty.size(), 1);
}

void TestCanvas::clickingNeverMovesTheView()
{
    Bench bench;
    bench.wheel(bench.on(u"partners"_s, 0.1), 9);
    const QPointF origin = bench.canvas.toWidget(QPointF(0, 0));
    QTest::mouseClick(&bench.canvas, Qt::LeftButton, {}, bench.on(u"partners"_s, 0.1));
    QVERIFY(bench.canvas.currentDeal() == bench.arc(u"partners"_s).deal);
    QCOMPARE(bench.canvas.toWidget(QPointF(0, 0)), origin);
}

void TestCanvas::travelBringsIntoSight()
{
    Bench bench;
    bench.wheel(QPoint(1, 1), 9);
    const QRect window(QPoint(0, 0), windowSize);
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(&bench.canvas, Qt::Key_Tab);
        const Disc* current = nullptr;
        for (const Disc& disc : bench.canvas.picture().discs)
            if (disc.firm == bench.canvas.currentFirm())
                current = &disc;
        QVERIFY(current != nullptr && window.contains(bench.at(current->centre)));
    }
}

void TestCanvas::aNewPictureKeepsZoom()
{
    Bench bench;
    bench.wheel(QPoint(400, 300), 2);
    const double zoom = bench.canvas.zoom();
    const QPointF origin = bench.canvas.toWidget(QPointF(0, 0));
    bench.canvas.setPicture(compose(sceneOf(loopNetwork(), windowSize)).picture);
    QCOMPARE(bench.canvas.zoom(), zoom);
    QCOMPARE(bench.canvas.toWidget(QPointF(0, 0)), origin);
}

void TestCanvas::resizingAsksForAPicture()
{
    Bench bench;
    QSignalSpy resized(&bench.canvas, &Canvas::resized);
    bench.canvas.resize(500, 320);
    QTRY_VERIFY(!resized.isEmpty());
    QCOMPARE(resized.last()[0].toSizeF(), QSizeF(500, 320));
    // Until it comes the old one is shown whole.
    QCOMPARE(bench.canvas.zoom(), 0.5);
}

void TestCanvas::screenReadersHearTheNetwork()
{
    Bench bench;
    QVERIFY(!bench.canvas.accessibleName().isEmpty());
    QVERIFY(bench.canvas.accessibleDescription().contains(u"4 firms"_s));
    QAccessibleInterface* all = QAccessible::queryAccessibleInterface(&bench.canvas);
    QVERIFY(all != nullptr);
    QCOMPARE(all->childCount(), 8);
    QStringList names;
    for (int i = 0; i < all->childCount(); ++i) {
        names << all->child(i)->text(QAccessible::Name);
        QCOMPARE(all->indexOfChild(all->child(i)), i);
        QVERIFY(all->rect().adjusted(-1, -1, 1, 1).contains(all->child(i)->rect()));
    }
    QVERIFY2(names.contains(u"Bigshop to Thinklab, up to 10 billion dollars, in talks"_s),
             qPrintable(names.join(u'\n')));
    QVERIFY(names.contains(u"Thinklab and Waferco, partnership, rumoured"_s));
    QVERIFY(names.contains(u"Thinklab, AI lab, valued at 500 billion dollars, 4 deals"_s));
    QVERIFY(names.contains(u"Bigshop, Big Tech, value not known, 2 deals"_s));
    // What is out of sight is not walked through.
    bench.wheel(bench.at(bench.disc(u"wafers"_s).centre), 11);
    QVERIFY(all->childCount() < 8);
}

void TestCanvas::screenReadersFollowTheKeyboard()
{
    Bench bench;
    QAccessibleInterface* all = QAccessible::queryAccessibleInterface(&bench.canvas);
    QCOMPARE(all->focusChild(), all);
    QTest::keyClick(&bench.canvas, Qt::Key_Tab);
    QAccessibleInterface* first = all->focusChild();
    QVERIFY(first != nullptr && first != all);
    QVERIFY(first->state().focused);
    QVERIFY(!first->state().selected);
    QSignalSpy clicked(&bench.canvas, &Canvas::firmClicked);
    first->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(only<FirmId>(clicked) == bench.canvas.currentFirm());
    bench.canvas.setSelected(bench.canvas.current());
    QVERIFY(first->state().selected);
    QTest::keyClick(&bench.canvas, Qt::Key_Tab);
    QVERIFY(all->focusChild() != first && !first->state().focused);
    // The picture without it: nobody hears of it any more.
    bench.canvas.setPicture(compose(sceneOf(Network(), windowSize)).picture);
    QVERIFY(!first->isValid());
    QCOMPARE(all->childCount(), 0);
}

/// Against a count of everything in the picture.
void TestCanvas::atMostSoManyAreInSight()
{
    const Picture picture = compose(sceneOf(loopNetwork(), windowSize)).picture;
    const QRectF page(QPointF(0, 0), picture.size);
    const auto everything = itemsInSight(picture, page);
    QCOMPARE(everything.size(), picture.arcs.size() + picture.discs.size());
    for (std::size_t most = 0; most < everything.size(); ++most) {
        const auto some = itemsInSight(picture, page, most);
        QCOMPARE(some.size(), most);
        for (const CanvasItem& item : some)
            QVERIFY(std::count(everything.begin(), everything.end(), item) == 1);
    }
    // Firms before deals, then the greatest deal.
    const auto five = itemsInSight(picture, page, 5);
    QCOMPARE(std::count_if(five.begin(), five.end(), [](auto& i) { return i.firm.isValid(); }), 4);
    QVERIFY(std::count(five.begin(), five.end(), CanvasItem{{}, arcOf(picture, u"buys"_s)->deal}) ==
            1);
    QVERIFY(itemsInSight(picture, QRectF(-90, -90, 40, 40)).empty());
}

QTEST_MAIN(TestCanvas)
#include "tst_canvas.moc"
