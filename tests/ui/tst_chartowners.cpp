// Charts of owners: shares, the rest that nobody discloses, and shares that do not add up.
#include "tests/ui/chartscenes.h"

#include <QTest>

using namespace gyre;
using namespace gyre::test;

class ChartOwnersTest : public QObject
{
    Q_OBJECT

private slots:
    void theRestIsNotDisclosed();
    void theNewestShareCounts();
    void boundsOfOneDateAreARange();
    void hedgesOfTheRestFollowTheShares();
    void sharesBeyondTheWholeAreNotStacked();
    void aFirmWithoutOwnersShowsWhatItHolds();
    void sharesOfDifferentDatesAreNotMixedBeyondTheWhole();
    void namesWithoutRoomAreCounted();
    void sharesTalkedOfAreHollow();
    void theFindingIsTheBriefingsAmongBackground();
    void firmsWithoutRoomAreCounted_data();
    void firmsWithoutRoomAreCounted();
    void aSecondHolderHasItsName();
};

void ChartOwnersTest::theRestIsNotDisclosed()
{
    Claims claims = ternsOwners();
    const ChartScene chart = ownership(claims);
    const DrawnChart made = drawn(chart);
    QVERIFY(allText(made).contains(QStringLiteral("not disclosed ≈ 36%")));
    // Segments stand side by side, as wide as their shares.
    QCOMPARE(made.marks.size(), std::size_t{3});
    const QRectF first = made.marks.at(0).outline.boundingRect();
    const QRectF second = made.marks.at(1).outline.boundingRect();
    const QRectF third = made.marks.at(2).outline.boundingRect();
    QVERIFY(std::abs(first.right() - second.left()) < 0.01);
    QVERIFY(std::abs(second.right() - third.left()) < 0.01);
    QVERIFY(std::abs(first.width() / third.width() - 27.0 / 11) < 0.01);
    // The bar of Qt Charts fills the first; the rest shows the canvas between its strokes.
    const QImage image = painted(chart);
    const QPoint inFirst(qRound(first.right() - 8), qRound(first.bottom() - 8));
    QVERIFY(image.pixelColor(inFirst) != palette(ThemeName::Light).canvas);
    bool sawCanvas = false;
    bool sawStroke = false;
    for (int x = qRound(third.right()) + 20; x < qRound(third.right()) + 60; ++x) {
        const bool isCanvas =
            image.pixelColor(x, qRound(third.bottom()) - 8) == palette(ThemeName::Light).canvas;
        sawCanvas = sawCanvas || isCanvas;
        sawStroke = sawStroke || !isCanvas;
    }
    QVERIFY(sawCanvas && sawStroke);
}

void ChartOwnersTest::theNewestShareCounts()
{
    Claims claims;
    claims.share("harbour", "tern", 30, "2023-05")
        .share("harbour", "tern", 24, "2024-09")
        .share("quay", "tern", 12, "2022")
        .share("quay", "tern", 0, "2025-01");
    const ChartScene chart = ownership(claims);
    const DrawnChart made = drawn(chart);
    QCOMPARE(made.marks.size(), std::size_t{1});
    QCOMPARE(made.marks.front().hit.stake->value, quint32{1});
    QVERIFY(made.marks.front().hit.readOut.contains(QStringLiteral("Before: 30%, May 2023")));
    const QString text = allText(made);
    QVERIFY(text.contains(QStringLiteral("newest share of each holder counts")));
    QVERIFY(text.contains(QStringLiteral("76%")));
}

void ChartOwnersTest::boundsOfOneDateAreARange()
{
    Claims claims;
    claims.share("harbour", "tern", 15, "2024-05", Qualifier::AtLeast)
        .share("harbour", "tern", 19, "2024-05", Qualifier::UpTo);
    const OwnershipClaims found = ownershipClaims(ownership(claims));
    const Holding& holding = found.firms.front().holdings.front();
    QCOMPARE(holding.written, QStringLiteral("15–19%"));
    QCOMPARE(holding.extent.low, 15.0);
    QCOMPARE(holding.extent.high, 19.0);
    QVERIFY(holding.older.empty());
}

void ChartOwnersTest::hedgesOfTheRestFollowTheShares()
{
    const auto rest = [](Qualifier qualifier) {
        Claims claims;
        claims.share("harbour", "tern", 27, "2024", qualifier);
        return ownershipClaims(ownership(claims)).firms.front().writtenRest();
    };
    QCOMPARE(rest(Qualifier::Exact), QStringLiteral("73%"));
    QCOMPARE(rest(Qualifier::About), QStringLiteral("≈ 73%"));
    QCOMPARE(rest(Qualifier::MoreThan), QStringLiteral("≤ 73%"));
    QCOMPARE(rest(Qualifier::UpTo), QStringLiteral("≥ 73%"));
    Claims owners = ternsOwners();
    QCOMPARE(undisclosedRest(owners.network(), owners.id("tern")), QStringLiteral("≈ 36%"));
    QCOMPARE(undisclosedRest(owners.network(), owners.id("harbour")), QString());
}

void ChartOwnersTest::sharesBeyondTheWholeAreNotStacked()
{
    Claims claims;
    claims.share("harbour", "tern", 60).share("quay", "tern", 47).share("pier", "tern", 10);
    const DrawnChart made = drawn(ownership(claims));
    QCOMPARE(made.title, QStringLiteral("Tern: the shares reported add up to 117%"));
    QVERIFY(allText(made).contains(QStringLiteral("not stacked")));
    QVERIFY(!allText(made).contains(QStringLiteral("not disclosed")));
    QCOMPARE(made.marks.size(), std::size_t{3});
    const QRectF first = made.marks.at(0).outline.boundingRect();
    for (const ChartMark& mark : made.marks)
        QCOMPARE(mark.outline.boundingRect().left(), first.left());
    const QRectF second = made.marks.at(1).outline.boundingRect();
    QVERIFY(std::abs(second.width() / first.width() - 47.0 / 60) < 0.01);
    // Rounding alone is no contradiction.
    Claims thirds;
    thirds.share("a", "tern", 33.4).share("b", "tern", 33.3).share("c", "tern", 33.4);
    QVERIFY(!ownershipClaims(ownership(thirds)).firms.front().isOverfull());
}

void ChartOwnersTest::aFirmWithoutOwnersShowsWhatItHolds()
{
    Claims claims = ternsOwners();
    const FirmId harbour = claims.id("harbour");
    ChartScene chart = ownership(claims);
    chart.firm = harbour;
    QCOMPARE(chartTitle(chart), QStringLiteral("Harbour holds 27% of Tern"));
    QCOMPARE(chartMarks(chart).size(), std::size_t{1});
}

void ChartOwnersTest::sharesOfDifferentDatesAreNotMixedBeyondTheWhole()
{
    Claims claims;
    claims.share("crew", "tern", 25, "2025-09-17", Qualifier::About)
        .share("harbour", "tern", 28, "2025-09-17", Qualifier::About)
        .share("harbour", "tern", 27, "2025-10-28", Qualifier::About)
        .share("others", "tern", 47, "2025-10-28")
        .share("trust", "tern", 26, "2025-10-28")
        .share("quay", "tern", 11, "2025-12-31", Qualifier::About);
    const FirmOwners owners = ownershipClaims(ownership(claims)).firms.front();
    QCOMPARE(owners.holdings.size(), std::size_t{3});
    QCOMPARE(owners.sum(), 100.0);
    QCOMPARE(owners.aside.size(), std::size_t{2});
    QCOMPARE(owners.aside.front().holder, QStringLiteral("Quay"));
    const DrawnChart chart = drawn(ownership(claims));
    const QString text = allText(chart);
    QVERIFY2(text.contains(QStringLiteral("shares of 28 Oct 2025 alone")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Quay ≈ 11% (31 Dec 2025), Crew ≈ 25% (17 Sep 2025)")),
             qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("more than 100%")));
    // What is not too much together stays as it is: the newest share of each holder.
    Claims room;
    room.share("harbour", "tern", 27, "2025-10").share("quay", "tern", 11, "2025-12");
    QCOMPARE(ownershipClaims(ownership(room)).firms.front().holdings.size(), std::size_t{2});
}

void ChartOwnersTest::namesWithoutRoomAreCounted()
{
    Claims claims;
    for (int i = 0; i < 14; ++i)
        claims.share(qPrintable(QStringLiteral("holder %1").arg(i)), "tern", 30);
    for (int i = 0; i < 12; ++i)
        claims.share("harbour", qPrintable(QStringLiteral("firm %1").arg(i)), 90);
    const QString text = allText(ownership(claims, {800, 500}));
    QVERIFY2(text.contains(QStringLiteral("14 holders had no room")), qPrintable(text));
}

void ChartOwnersTest::sharesTalkedOfAreHollow()
{
    const auto middle = [](Status status) {
        Claims claims;
        claims.share("harbour", "tern", 40, "2025", Qualifier::Exact, status);
        const ChartScene chart = ownership(claims);
        const QRectF bar = chartMarks(chart).front().outline.boundingRect();
        return painted(chart).pixelColor(qRound(bar.right() - 12), qRound(bar.bottom() - 12));
    };
    QVERIFY(middle(Status::Closed) != palette(ThemeName::Light).canvas);
    QCOMPARE(middle(Status::InTalks), palette(ThemeName::Light).canvas);
}

void ChartOwnersTest::theFindingIsTheBriefingsAmongBackground()
{
    Claims own = ternsOwners();
    own.id("gull");
    Claims facts;
    facts.share("crew", "tern", 47, "2025-10").share("dock", "gull", 90, "2025-10");
    ChartScene chart = ownership(own);
    chart.background = std::make_shared<const Network>(facts.network());
    QCOMPARE(chartTitle(chart), QStringLiteral("Who owns whom: the largest known share is 27% of "
                                               "Tern, held by Harbour"));
}

void ChartOwnersTest::firmsWithoutRoomAreCounted_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("200x200") << 200 << 200;
    QTest::newRow("320x240") << 320 << 240;
    QTest::newRow("400x300") << 400 << 300;
}

void ChartOwnersTest::firmsWithoutRoomAreCounted()
{
    QFETCH(int, width);
    QFETCH(int, height);
    Claims claims;
    constexpr int firms = 19;
    for (int i = 0; i < firms; ++i)
        claims.share("harbour", qPrintable(QStringLiteral("firm %1").arg(i)), 90 - i, "2025")
            .share("harbour", qPrintable(QStringLiteral("firm %1").arg(i)), 50, "2020");
    // One that is not in the picture and has much to say.
    claims.share("harbour", "last", 28, "2025-09-17")
        .share("others", "last", 47, "2025-10-28")
        .share("trust", "last", 26, "2025-10-28")
        .share("quay", "last", 51, "2025-12-31", Qualifier::About);
    const DrawnChart chart = drawn(ownership(claims, QSizeF(width, height)));
    QVERIFY(chart.marks.size() >= 2);
    const int missing = firms + 1 - static_cast<int>(chart.marks.size());
    const QString text = allText(chart).replace(QLatin1Char('\n'), QLatin1Char(' '));
    QVERIFY2(text.contains(QStringLiteral("%1 firms").arg(missing)) ||
                 text.contains(QStringLiteral("%1 more firms").arg(missing)),
             qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("Quay")), qPrintable(text));
    QVERIFY2(!text.contains(QChar(0x2026)), qPrintable(text));
}

void ChartOwnersTest::aSecondHolderHasItsName()
{
    Claims claims;
    claims.share("tern shareholders", "tern", 90).share("far gull shareholders", "tern", 10);
    for (int i = 0; i < 18; ++i)
        claims.share("harbour", qPrintable(QStringLiteral("firm %1").arg(i)), 60);
    const QString text = allText(ownership(claims));
    QVERIFY2(text.contains(QStringLiteral("shareholders 10%")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("no room for a name")), qPrintable(text));
}

QTEST_MAIN(ChartOwnersTest)
#include "tst_chartowners.moc"
