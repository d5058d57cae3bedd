// The charts in the window: pointed at, worked by keyboard, in its theme.
#include "tests/ui/chartscenes.h"
#include "ui/charts/chartview.h"

#include <QSignalSpy>
#include <QTest>

using namespace gyre;
using namespace gyre::test;

class ChartViewTest : public QObject
{
    Q_OBJECT

private slots:
    void viewReadsOutAndSelects();
    void viewIsWorkedByKeyboard();
    void viewFollowsTheWindowsTheme();
};

void ChartViewTest::viewReadsOutAndSelects()
{
    Claims own = ternsCourse();
    Claims facts;
    facts.value("tern", "6B", "2024-01");
    ChartView view;
    view.resize(900, 560);
    ChartScene chart = valuations(own);
    chart.background = std::make_shared<const Network>(facts.network());
    view.setScene(chart);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy valuations(&view, &ChartView::valuationClicked);
    QSignalSpy firms(&view, &ChartView::firmClicked);
    QSignalSpy nothing(&view, &ChartView::nothingClicked);
    const std::vector<ChartMark> marks = view.marks();
    for (const ChartMark& mark : marks) {
        if (mark.hit.isBackground)
            continue;
        QTest::mouseMove(&view, mark.anchor.toPoint());
        QTest::mouseClick(&view, Qt::LeftButton, {}, mark.anchor.toPoint());
        QCOMPARE(valuations.takeLast().at(0).value<ValuationId>(), *mark.hit.valuation);
    }
    QVERIFY(firms.isEmpty());
    const auto fact = std::find_if(marks.begin(), marks.end(),
                                   [](const ChartMark& mark) { return mark.hit.isBackground; });
    QTest::mouseClick(&view, Qt::LeftButton, {}, fact->anchor.toPoint());
    QCOMPARE(firms.size(), 1);
    QVERIFY(valuations.isEmpty());
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(3, 3));
    QCOMPARE(nothing.size(), 1);
    // What is selected elsewhere stands out here.
    const QImage plain = view.grab().toImage();
    view.setSelected(marks.front().hit.valuation, std::nullopt);
    QVERIFY(view.grab().toImage() != plain);
}

void ChartViewTest::viewIsWorkedByKeyboard()
{
    Claims claims = ternsOwners();
    ChartView view;
    view.resize(900, 560);
    view.setScene(ownership(claims));
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    QVERIFY(!view.accessibleName().isEmpty());
    QSignalSpy stakes(&view, &ChartView::stakeClicked);
    QSignalSpy nothing(&view, &ChartView::nothingClicked);
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Home);
    for (std::size_t i = 0; i < view.marks().size(); ++i) {
        QCOMPARE(view.accessibleDescription(), view.marks().at(i).hit.readOut);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(stakes.takeLast().at(0).value<StakeId>(), *view.marks().at(i).hit.stake);
        QTest::keyClick(&view, Qt::Key_Right);
    }
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(stakes.takeLast().at(0).value<StakeId>(), *view.marks().at(1).hit.stake);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(nothing.size(), 1);
}

void ChartViewTest::viewFollowsTheWindowsTheme()
{
    Claims claims = ternsCourse();
    ChartView view;
    view.resize(900, 560);
    view.setScene(valuations(claims));
    QPalette dark = view.palette();
    dark.setColor(QPalette::Base, QColor(0x10, 0x12, 0x14));
    QPalette light = view.palette();
    light.setColor(QPalette::Base, QColor(Qt::white));
    view.setPalette(dark);
    QCOMPARE(view.grab().toImage().pixelColor(3, 3), palette(ThemeName::Dark).canvas);
    view.setPalette(light);
    QCOMPARE(view.grab().toImage().pixelColor(3, 3), palette(ThemeName::Light).canvas);
}

QTEST_MAIN(ChartViewTest)
#include "tst_chartview.moc"
