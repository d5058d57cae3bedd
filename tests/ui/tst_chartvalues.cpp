// Charts of values as a reader meets them: what stands where, in which words, and how it is told
// from talk and from background.
#include "tests/ui/chartscenes.h"

#include <QTest>

using namespace gyre;
using namespace gyre::test;

class ChartValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void marksStandAtDateAndAmount();
    void talkIsHollow();
    void undatedValuesStandBeside();
    void rejectedAndCancelledClaimsAreOut();
    void otherCurrenciesAreNeverOnTheAxis();
    void allFirmsByTheirLatestValue();
    void backgroundIsApartAndNeverLater();
    void whatABriefingSaysIsNotRepeatedByTheBackground();
    void namesOfThatDateAreSaidToBe();
    void aQuarterIsLaterThanItsFirstDays();
    void aShortBarOfTalkIsOpenToo();
    void theBriefingsOwnValueKeepsItsBar();
    void theFindingIsTheBriefingsAmongBackground();
    void theMainCurrencyComesFirst_data();
    void theMainCurrencyComesFirst();
    void smallerIsSaidWhereItIsTrue();
    void linesOfTheGridStopAtWords();
};

void ChartValuesTest::marksStandAtDateAndAmount()
{
    Claims claims = ternsCourse();
    const ChartScene chart = valuations(claims);
    const std::vector<ChartMark> marks = chartMarks(chart);
    QCOMPARE(marks.size(), std::size_t{4});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(marks.at(std::size_t(i)).hit.valuation->value, quint32(i));
    // 4, 9 and 15 billion on one linear axis, dates from left to right.
    const double low = marks.at(0).anchor.y();
    const double perBillion = (low - marks.at(2).anchor.y()) / 11;
    QVERIFY(perBillion > 0);
    QVERIFY(std::abs(low - marks.at(1).anchor.y() - 5 * perBillion) < 1e-6);
    QVERIFY(marks.at(0).anchor.x() < marks.at(1).anchor.x());
    QVERIFY(marks.at(1).anchor.x() < marks.at(2).anchor.x());
    // Qt Charts' own points are where we say the marks are.
    const QImage image = painted(chart);
    const QColor full = palette(ThemeName::Light).valuation;
    QCOMPARE(image.pixelColor(marks.at(0).anchor.toPoint()), full);
    QCOMPARE(image.pixelColor(marks.at(1).anchor.toPoint()), full);
}

void ChartValuesTest::talkIsHollow()
{
    Claims claims = ternsCourse();
    const ChartScene chart = valuations(claims);
    const ChartMark talk = chartMarks(chart).at(2);
    const QImage image = painted(chart);
    QCOMPARE(image.pixelColor(talk.anchor.toPoint()), palette(ThemeName::Light).canvas);
    QVERIFY(allText(chart).contains(QStringLiteral("> $15B")));
    QVERIFY(allText(chart).contains(QStringLiteral("in talks or rumoured")));
    QVERIFY(allText(chart).contains(QStringLiteral("post-money")));
}

void ChartValuesTest::undatedValuesStandBeside()
{
    Claims claims = ternsCourse();
    const std::vector<ChartMark> marks = chartMarks(valuations(claims));
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(marks.at(3).anchor.x() > marks.at(i).anchor.x() + 20);
    Claims dated;
    dated.value("tern", "4B", "2023-05").value("tern", "9B", "2024-08");
    QVERIFY(!allText(valuations(dated)).contains(QStringLiteral("undated")));
    QVERIFY(allText(valuations(ternsCourse())).contains(QStringLiteral("undated")));
}

void ChartValuesTest::rejectedAndCancelledClaimsAreOut()
{
    Claims claims = ternsCourse();
    claims.value("tern", "77B", "2024-11", Status::Cancelled)
        .review(ValuationId{1}, Review::Rejected);
    const ChartScene chart = valuations(claims);
    QCOMPARE(chartMarks(chart).size(), std::size_t{3});
    const QString text = allText(chart);
    QVERIFY(!text.contains(QStringLiteral("$77B")));
    QVERIFY(!text.contains(QStringLiteral("$9B")));
    QVERIFY(text.contains(QStringLiteral("1 cancelled or denied")));
}

void ChartValuesTest::otherCurrenciesAreNeverOnTheAxis()
{
    Claims course = ternsCourse();
    course.value("tern", "€8B", "2024-03");
    const ChartScene timeline = valuations(course);
    QCOMPARE(chartMarks(timeline).size(), std::size_t{4});
    QVERIFY(allText(timeline).contains(QStringLiteral("Not on this axis")));
    QVERIFY(allText(timeline).contains(QStringLiteral("€8B")));
    // Of all firms: a panel a currency, each with its own axis.
    Claims firms;
    firms.value("tern", "4B", "2023").value("pier", "2B", "2023").value("quay", "€1B", "2023");
    const DrawnChart bars = drawn(valuations(firms));
    const QString text = allText(bars);
    for (const char* part : {"USD", "EUR", "$4B", "€1B", "€0"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    QVERIFY(bars.marks.at(2).anchor.y() > bars.marks.at(1).anchor.y() + 30);
}

void ChartValuesTest::allFirmsByTheirLatestValue()
{
    Claims claims;
    claims.value("tern", "4B", "2023-05")
        .value("tern", "9B", "2024-08")
        .value("pier", "30B", "2022");
    const DrawnChart chart = drawn(valuations(claims));
    QCOMPARE(chart.title,
             QStringLiteral("Of 2 firms, Pier is worth most: $30B, ahead of Tern at $9B"));
    // Greatest first; Tern's earlier value is a mark too.
    QCOMPARE(chart.marks.size(), std::size_t{3});
    QCOMPARE(chart.marks.at(0).hit.valuation->value, quint32{2});
    QCOMPARE(chart.marks.at(1).hit.valuation->value, quint32{1});
    QCOMPARE(chart.marks.at(2).hit.valuation->value, quint32{0});
    const QRectF most = chart.marks.at(0).outline.boundingRect();
    const QRectF second = chart.marks.at(1).outline.boundingRect();
    QVERIFY(std::abs((second.width() - 8) / (most.width() - 8) - 0.3) < 0.01);
    const QImage image = painted(valuations(claims));
    QCOMPARE(image.pixelColor(most.center().toPoint()), palette(ThemeName::Light).valuation);
}

void ChartValuesTest::backgroundIsApartAndNeverLater()
{
    Claims own = ternsCourse();
    Claims facts;
    facts.from("Evening Post").value("tern", "6B", "2024-01").value("tern", "40B", "2026-03");
    facts.value("gull", "70B", "2024-01");
    ChartScene chart = valuations(own);
    const std::size_t without = chartMarks(chart).size();
    chart.background = std::make_shared<const Network>(facts.network());
    chart.asOf = PartialDate::parse(u"2025-06");
    const DrawnChart with = drawn(chart);
    QCOMPARE(with.marks.size(), without + 1);
    const auto fact = std::find_if(with.marks.begin(), with.marks.end(),
                                   [](const ChartMark& mark) { return mark.hit.isBackground; });
    QVERIFY(fact != with.marks.end());
    QVERIFY(fact->hit.readOut.contains(QStringLiteral("Evening Post")));
    QVERIFY(fact->hit.readOut.contains(QStringLiteral("not in the briefing")));
    const QString text = allText(with);
    QVERIFY(text.contains(QStringLiteral("background facts, not in the briefing")));
    QVERIFY(text.contains(QStringLiteral("Evening Post")));
    QVERIFY(text.contains(QStringLiteral("1 background facts later")));
    QVERIFY(!text.contains(QStringLiteral("$40B")));
    QVERIFY(!text.contains(QStringLiteral("Gull")));
    const QColor mark = painted(chart).pixelColor(fact->anchor.toPoint());
    QVERIFY(mark != palette(ThemeName::Light).valuation);
    QVERIFY(mark != palette(ThemeName::Light).canvas);
    // The finding is the briefing's alone.
    QCOMPARE(with.title, chartTitle(valuations(own)));
}

void ChartValuesTest::whatABriefingSaysIsNotRepeatedByTheBackground()
{
    Claims own = ternsCourse();
    Claims facts;
    facts.value("tern", "4B", "2023-05-17").value("tern", "4B", "2023-09");
    ChartScene chart = valuations(own);
    chart.background = std::make_shared<const Network>(facts.network());
    const ValueClaims claims = valueClaims(chart);
    const auto& drawnClaims = claims.firms.front().claims;
    QCOMPARE(std::count_if(drawnClaims.begin(), drawnClaims.end(),
                           [](const ValueClaim& claim) { return claim.isBackground; }),
             1);
}

void ChartValuesTest::namesOfThatDateAreSaidToBe()
{
    Claims claims;
    claims.value("facebook", "500B", "2018-05").value("tern", "4B", "2018");
    ChartScene chart = valuations(claims);
    QVERIFY(!allText(drawn(chart)).contains(QStringLiteral("Meta")));
    chart.asOf = PartialDate::parse(u"2019");
    QVERIFY(
        allText(drawn(chart)).contains(QStringLiteral("Names as of 2019: Facebook (later Meta).")));
}

void ChartValuesTest::aQuarterIsLaterThanItsFirstDays()
{
    Claims claims;
    claims.value("tern", "46B", "2025-Q4").value("tern", "45B", "2025-10-13");
    claims.value("pier", "3B", "2025");
    const DrawnChart chart = drawn(valuations(claims));
    QCOMPARE(chart.marks.front().hit.valuation->value, quint32{0});
}

void ChartValuesTest::aShortBarOfTalkIsOpenToo()
{
    for (const QSizeF size : {QSizeF(800, 500), QSizeF(1600, 1000)}) {
        Claims claims;
        claims.value("tern", "900B", "2025").value("pier", "1B", "2025", Status::InTalks);
        const ChartScene chart = valuations(claims, size);
        const ChartMark& talk = drawn(chart).marks.at(1);
        const QColor fill = palette(ThemeName::Light).valuation;
        const QImage image = painted(chart, 4);
        const QRectF area = talk.outline.boundingRect();
        int open = 0;
        int edge = 0;
        for (double x = area.left(); x < area.right() + 8; x += 0.25) {
            const QColor at = image.pixelColor(qRound(x * 4), qRound(area.center().y() * 4));
            open += at == palette(ThemeName::Light).canvas ? 1 : 0;
            edge += at == fill ? 1 : 0;
        }
        QVERIFY2(open > 4 && edge > 2, qPrintable(QStringLiteral("%1 %2").arg(open).arg(edge)));
        // Nothing of it is filled beyond a line's breadth.
        int run = 0;
        for (double x = area.left(); x < area.right() + 8; x += 0.25) {
            const QColor at = image.pixelColor(qRound(x * 4), qRound(area.center().y() * 4));
            run = at == fill ? run + 1 : 0;
            QVERIFY(run <= 12);
        }
    }
}

void ChartValuesTest::theBriefingsOwnValueKeepsItsBar()
{
    Claims own;
    own.value("tern", "500B", "", Status::Rumoured, Qualifier::MoreThan);
    own.value("pier", "20B", "2025");
    own.id("gull");
    Claims facts;
    facts.from("Evening Post").value("tern", "1T", "2026-05", Status::Rumoured, Qualifier::UpTo);
    facts.value("gull", "4T", "2026-01");
    ChartScene chart = valuations(own);
    const QString alone = chartTitle(chart);
    chart.background = std::make_shared<const Network>(facts.network());
    const DrawnChart made = drawn(chart);
    QCOMPARE(made.title, alone);
    // Both of the briefing's bars first, then the background's, each with its source.
    QVERIFY(!made.marks.at(0).hit.isBackground && !made.marks.at(1).hit.isBackground);
    QCOMPARE(made.marks.at(0).hit.valuation->value, quint32{0});
    QVERIFY(made.marks.at(2).hit.isBackground && made.marks.at(3).hit.isBackground);
    const QString text = allText(made);
    QVERIFY(text.contains(QStringLiteral("> $500B")));
    QVERIFY(text.contains(QStringLiteral("May 2026 · rumoured · Evening Post")));
    QVERIFY(text.contains(QStringLiteral("In the briefing")));
    QVERIFY(!text.contains(QStringLiteral("earlier values")));
    // One scale for both: a trillion is twice as long as half of one.
    const auto length = [&made](std::size_t mark) {
        return made.marks.at(mark).outline.boundingRect().width() - 8;
    };
    QVERIFY(std::abs(length(3) / length(0) - 2) < 0.01);
}

void ChartValuesTest::theFindingIsTheBriefingsAmongBackground()
{
    Claims own;
    own.value("tern", "500B", "", Status::InTalks, Qualifier::MoreThan);
    Claims facts;
    facts.value("tern", "157B", "2024-10").value("tern", "300B", "2025-03");
    ChartScene chart = valuations(own);
    chart.background = std::make_shared<const Network>(facts.network());
    chart.firm = FirmId{0};
    QCOMPARE(chartTitle(chart), QStringLiteral("Talks would value Tern at more than $500B"));
}

void ChartValuesTest::theMainCurrencyComesFirst_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("200x200") << 200 << 200;
    QTest::newRow("320x240") << 320 << 240;
    QTest::newRow("400x300") << 400 << 300;
    QTest::newRow("800x500") << 800 << 500;
}

void ChartValuesTest::theMainCurrencyComesFirst()
{
    QFETCH(int, width);
    QFETCH(int, height);
    Claims claims;
    constexpr int firms = 34;
    for (int i = 0; i < firms; ++i)
        claims.value(qPrintable(QStringLiteral("firm %1").arg(i)),
                     qPrintable(QStringLiteral("%1B").arg(4000 - 100 * i)), "2026");
    claims.value("euro", "€268B", "2026").value("krona", "¥5B", "2026");
    const DrawnChart chart = drawn(valuations(claims, QSizeF(width, height)));
    // The two firms that the title compares are the first in the picture.
    QVERIFY(chart.marks.size() >= 2);
    QCOMPARE(chart.marks.at(0).hit.firm, FirmId{0});
    QCOMPARE(chart.marks.at(1).hit.firm, FirmId{1});
    // What is not drawn is counted, and not as smaller where another currency's values are among
    // it.
    const auto missing = firms + 2 - static_cast<int>(chart.marks.size());
    const QString text = allText(chart).replace(QLatin1Char('\n'), QLatin1Char(' '));
    QVERIFY2(text.contains(QStringLiteral("%1 values").arg(missing)), qPrintable(text));
}

void ChartValuesTest::smallerIsSaidWhereItIsTrue()
{
    Claims claims;
    for (int i = 0; i < 60; ++i)
        claims.value(qPrintable(QStringLiteral("firm %1").arg(i)),
                     qPrintable(QStringLiteral("%1B").arg(4000 - 10 * i)), "2026");
    const QString text = allText(valuations(claims, {800, 500}));
    QVERIFY2(text.contains(QStringLiteral(" smaller values")), qPrintable(text));
}

void ChartValuesTest::linesOfTheGridStopAtWords()
{
    Claims claims;
    claims.value("tern", "46B", "2026-01-15").value("pier", "9B", "2026-01-15");
    const ChartScene chart = valuations(claims, {800, 500});
    const DrawnChart made = drawn(chart);
    QVERIFY(!made.grid.empty());
    // An upright line under a word would be a shape that nothing interrupts.
    for (const ChartShape& shape : made.under)
        for (const ChartText& text : made.texts)
            QVERIFY2(!shape.path.boundingRect().adjusted(-1, 0, 1, 0).intersects(text.box),
                     qPrintable(text.text));
}

QTEST_MAIN(ChartValuesTest)
#include "tst_chartvalues.moc"
