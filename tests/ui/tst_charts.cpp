// The charts as a reader meets them: what is drawn, where, in which words, and how it is pointed
// at.
#include "ui/charts/chartview.h"
#include "ui/charts/claims.h"
#include "ui/charts/drawnchart.h"
#include "ui/charts/ticks.h"

#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace gyre;

namespace {

Evidence page(const char* publisher)
{
    Evidence evidence;
    evidence.publisher = QString::fromLatin1(publisher);
    return evidence;
}

/// A network put together line by line: value("tern", "4B", "2023-05").
class Claims
{
public:
    Claims& value(const char* firm, const char* amount, const char* date,
                  Status status = Status::Closed, Qualifier qualifier = Qualifier::Exact,
                  Basis basis = Basis::Unspecified)
    {
        const auto money = typedMoney(QString::fromUtf8(amount));
        Valuation valuation;
        valuation.org = id(firm);
        const Currency currency = money->currency.isKnown() ? money->currency : Currency::usd();
        valuation.amount = Amount::of(money->units, currency, qualifier);
        valuation.status = status;
        valuation.basis = basis;
        valuation.date = PartialDate::parse(QString::fromLatin1(date));
        valuation.evidence = {Shared<Evidence>(page(m_publisher))};
        m_edit.addValuation(valuation);
        return *this;
    }

    Claims& share(const char* holder, const char* firm, double percent, const char* date = "",
                  Qualifier qualifier = Qualifier::Exact)
    {
        Stake stake;
        stake.holder = id(holder);
        stake.org = id(firm);
        stake.percent = percent;
        stake.qualifier = qualifier;
        stake.date = PartialDate::parse(QString::fromLatin1(date));
        stake.evidence = {Shared<Evidence>(page(m_publisher))};
        m_edit.addStake(stake);
        return *this;
    }

    Claims& from(const char* publisher)
    {
        m_publisher = publisher;
        return *this;
    }

    Claims& review(ValuationId valuation, Review word)
    {
        Valuation changed = m_edit.network().valuations()[valuation.value];
        changed.review = word;
        m_edit.setValuation(valuation, changed);
        return *this;
    }

    FirmId id(const char* name)
    {
        const QString text = QString::fromUtf8(name);
        if (const auto known = m_edit.network().findFirm(text))
            return *known;
        Firm firm;
        firm.id = text;
        firm.name = text.left(1).toUpper() + text.mid(1);
        firm.kind = static_cast<FirmKind>(m_edit.network().firmCount() % firmKindCount);
        return m_edit.addFirm(firm);
    }

    [[nodiscard]] Network network() const { return m_edit.network(); }

private:
    NetworkEditor m_edit;
    const char* m_publisher = "Morning Paper";
};

ChartScene scene(ChartKind kind, Network network, QSizeF size = {1600, 1000})
{
    ChartScene scene;
    scene.kind = kind;
    scene.network = std::move(network);
    scene.look.size = size;
    return scene;
}

ChartScene valuations(const Claims& claims, QSizeF size = {1600, 1000})
{
    return scene(ChartKind::Valuations, claims.network(), size);
}

ChartScene ownership(const Claims& claims, QSizeF size = {1600, 1000})
{
    return scene(ChartKind::Ownership, claims.network(), size);
}

QImage painted(const ChartScene& scene, double scale = 1)
{
    const QSizeF pixels = scene.look.size * scale;
    QImage image(qCeil(pixels.width()), qCeil(pixels.height()),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintChart(scene, painter);
    return image;
}

QString allText(const DrawnChart& chart)
{
    QStringList lines;
    for (const ChartText& text : chart.texts)
        lines << text.text;
    return lines.join(QLatin1Char('\n'));
}

QString allText(const ChartScene& scene)
{
    return allText(drawn(scene));
}

/// Tern's course: two rounds done, a third talked of, one value undated.
Claims ternsCourse()
{
    Claims claims;
    claims.value("tern", "4B", "2023-05")
        .value("tern", "9B", "2024-08", Status::Closed, Qualifier::About, Basis::PostMoney)
        .value("tern", "15B", "2025-02-10", Status::InTalks, Qualifier::MoreThan)
        .value("tern", "2B", "");
    return claims;
}

Claims ternsOwners()
{
    Claims claims;
    claims.share("harbour", "tern", 27, "2024-05")
        .share("quay", "tern", 11, "2024-06", Qualifier::About)
        .share("pier", "tern", 26);
    return claims;
}

/// A scene of many firms and hedges, the same for the same number.
ChartScene randomScene(quint32 seed)
{
    QRandomGenerator random(seed);
    Claims claims;
    const int firms = random.bounded(1, 30);
    const char* currencies[] = {"$", "$", "$", "€"};
    const auto date = [&random] {
        const int year = random.bounded(2019, 2027);
        const int form = random.bounded(4);
        QString text = QString::number(year);
        if (form > 0)
            text += QStringLiteral("-%1").arg(random.bounded(1, 13), 2, 10, QLatin1Char('0'));
        return form == 3 ? QByteArray() : text.toLatin1();
    };
    for (int i = 0; i < 3 * firms; ++i) {
        const QByteArray firm =
            "firm with a rather long name " + QByteArray::number(random.bounded(firms));
        const QByteArray amount = QByteArray(currencies[random.bounded(4)]) +
                                  QByteArray::number(random.bounded(1, 900)) + "B";
        claims.value(firm.constData(), amount.constData(), date().constData(),
                     static_cast<Status>(random.bounded(statusCount)),
                     static_cast<Qualifier>(random.bounded(5)),
                     static_cast<Basis>(random.bounded(basisCount)));
        const QByteArray holder = "holder " + QByteArray::number(random.bounded(2 * firms));
        claims.share(holder.constData(), firm.constData(), random.bounded(1, 60),
                     date().constData(), static_cast<Qualifier>(random.bounded(5)));
    }
    ChartScene made = valuations(claims);
    made.kind = random.bounded(2) == 0 ? ChartKind::Valuations : ChartKind::Ownership;
    if (random.bounded(2) == 0)
        made.firm = FirmId{0};
    return made;
}

/// Both made small: what is left then is not antialiasing.
int greatestDifference(const QImage& a, const QImage& b)
{
    const QSize small = a.size() / 4;
    const auto shrunk = [small](const QImage& image) {
        return image.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_RGB32);
    };
    const QImage x = shrunk(a);
    const QImage y = shrunk(b);
    int greatest = 0;
    for (int row = 0; row < small.height(); ++row) {
        for (int column = 0; column < small.width(); ++column) {
            const QRgb p = x.pixel(column, row);
            const QRgb q = y.pixel(column, row);
            greatest = std::max({greatest, std::abs(qRed(p) - qRed(q)),
                                 std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
        }
    }
    return greatest;
}

/// What the test program paints when it is started by itself at another screen scale.
ChartScene sceneForOtherScreens(int which)
{
    Claims claims = ternsCourse();
    claims.share("harbour", "tern", 27).share("quay", "tern", 9, "", Qualifier::UpTo);
    ChartScene made = valuations(claims, {800, 500});
    made.kind = which == 0 ? ChartKind::Valuations : ChartKind::Ownership;
    return made;
}

} // namespace

class ChartsTest : public QObject
{
    Q_OBJECT

private slots:
    void ticksAreRoundAndReachTheTop();
    void timeTicksSayTheirYear();
    void titleSaysTheFinding();
    void marksStandAtDateAndAmount();
    void talkIsHollow();
    void undatedValuesStandBeside();
    void readOutsSayWhoSaysSo();
    void pointingFindsTheClaim();
    void rejectedAndCancelledClaimsAreOut();
    void otherCurrenciesAreNeverOnTheAxis();
    void allFirmsByTheirLatestValue();
    void backgroundIsApartAndNeverLater();
    void whatABriefingSaysIsNotRepeatedByTheBackground();
    void theRestIsNotDisclosed();
    void theNewestShareCounts();
    void boundsOfOneDateAreARange();
    void hedgesOfTheRestFollowTheShares();
    void sharesBeyondTheWholeAreNotStacked();
    void aFirmWithoutOwnersShowsWhatItHolds();
    void whereThereIsNothingTheChartSaysWhatWouldHelp();
    void nothingIsCutOrCovered_data();
    void nothingIsCutOrCovered();
    void largerScalesShrinkToTheSamePicture_data();
    void largerScalesShrinkToTheSamePicture();
    void transparentChartsHaveNoGround();
    void themesAreTheLooksAlone();
    void screensDoNotMatter();
    void viewReadsOutAndSelects();
    void viewIsWorkedByKeyboard();
    void viewFollowsTheWindowsTheme();
};

void ChartsTest::ticksAreRoundAndReachTheTop()
{
    QCOMPARE(roundTicks(500, 5), (std::vector<double>{0, 100, 200, 300, 400, 500}));
    QCOMPARE(roundTicks(7, 4), (std::vector<double>{0, 2, 4, 6, 8}));
    for (double top = 1e-3; top < 1e15; top *= 1.37) {
        for (int atMost = 1; atMost <= 8; ++atMost) {
            const std::vector<double> ticks = roundTicks(top, atMost);
            QVERIFY(ticks.back() >= top * (1 - 1e-9));
            QVERIFY(static_cast<int>(ticks.size()) <= atMost + 1);
            const double step = ticks.at(1);
            const double digits = step / std::pow(10, std::floor(std::log10(step) + 1e-9));
            QVERIFY2(std::abs(digits - 1) < 1e-6 || std::abs(digits - 2) < 1e-6 ||
                         std::abs(digits - 2.5) < 1e-6 || std::abs(digits - 5) < 1e-6,
                     qPrintable(QString::number(step)));
        }
    }
}

void ChartsTest::timeTicksSayTheirYear()
{
    const auto labels = [](QDate first, QDate last, int atMost) {
        QStringList list;
        for (const TimeTick& tick : timeTicks(first, last, atMost))
            list << tick.label;
        return list;
    };
    QCOMPARE(labels({2023, 5, 20}, {2026, 2, 1}, 5),
             QStringList({QStringLiteral("2024"), QStringLiteral("2025"), QStringLiteral("2026")}));
    QCOMPARE(
        labels({2025, 3, 5}, {2025, 12, 2}, 4),
        QStringList({QStringLiteral("Apr 2025"), QStringLiteral("Jul"), QStringLiteral("Oct")}));
    for (int days = 3; days < 20000; days = days * 3 / 2 + 1) {
        const QDate first(2019, 11, 7);
        const std::vector<TimeTick> ticks = timeTicks(first, first.addDays(days), 8);
        QVERIFY(ticks.size() <= 10);
        for (const TimeTick& tick : ticks)
            QVERIFY(tick.at >= first && tick.at <= first.addDays(days));
    }
}

void ChartsTest::titleSaysTheFinding()
{
    Claims course = ternsCourse();
    QCOMPARE(
        chartTitle(valuations(course)),
        QStringLiteral("Tern: from $4B to about $9B in 15 months; in talks at more than $15B"));
    Claims one;
    one.value("tern", "5B", "", Status::InTalks, Qualifier::MoreThan);
    QCOMPARE(chartTitle(valuations(one)),
             QStringLiteral("Tern: in talks at a value of more than $5B"));
    Claims owners = ternsOwners();
    QCOMPARE(chartTitle(ownership(owners)),
             QStringLiteral("Tern: 3 known owners, Harbour first with 27%; about 36% is not "
                            "disclosed"));
    ChartScene own = valuations(ternsCourse());
    own.look.title = QStringLiteral("What we want to say");
    QCOMPARE(chartTitle(own), own.look.title);
    QVERIFY(allText(own).contains(own.look.title));
}

void ChartsTest::marksStandAtDateAndAmount()
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

void ChartsTest::talkIsHollow()
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

void ChartsTest::undatedValuesStandBeside()
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

void ChartsTest::readOutsSayWhoSaysSo()
{
    Claims claims = ternsCourse();
    const QString read = chartMarks(valuations(claims)).at(2).hit.readOut;
    for (const char* part : {"Tern", "more than $15B", "10 Feb 2025", "in talks", "Morning Paper"})
        QVERIFY2(read.contains(QString::fromLatin1(part)), qPrintable(read));
    Claims owners = ternsOwners();
    const QString share = chartMarks(ownership(owners)).at(2).hit.readOut;
    for (const char* part : {"Quay", "about 11%", "Tern", "Jun 2024", "Morning Paper"})
        QVERIFY2(share.contains(QString::fromLatin1(part)), qPrintable(share));
}

void ChartsTest::pointingFindsTheClaim()
{
    for (const ChartKind kind : {ChartKind::Valuations, ChartKind::Ownership}) {
        Claims claims = ternsCourse();
        claims.share("harbour", "tern", 27).share("quay", "tern", 11);
        const ChartScene chart = scene(kind, claims.network());
        for (const ChartMark& mark : chartMarks(chart)) {
            const std::optional<ChartHit> found = hit(chart, mark.anchor);
            QVERIFY(found);
            QCOMPARE(found->readOut, mark.hit.readOut);
            QCOMPARE(found->valuation.has_value(), kind == ChartKind::Valuations);
            QCOMPARE(found->stake.has_value(), kind == ChartKind::Ownership);
        }
        QVERIFY(!hit(chart, {2, 2}));
    }
}

void ChartsTest::rejectedAndCancelledClaimsAreOut()
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

void ChartsTest::otherCurrenciesAreNeverOnTheAxis()
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

void ChartsTest::allFirmsByTheirLatestValue()
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

void ChartsTest::backgroundIsApartAndNeverLater()
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

void ChartsTest::whatABriefingSaysIsNotRepeatedByTheBackground()
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

void ChartsTest::theRestIsNotDisclosed()
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

void ChartsTest::theNewestShareCounts()
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

void ChartsTest::boundsOfOneDateAreARange()
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

void ChartsTest::hedgesOfTheRestFollowTheShares()
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
}

void ChartsTest::sharesBeyondTheWholeAreNotStacked()
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

void ChartsTest::aFirmWithoutOwnersShowsWhatItHolds()
{
    Claims claims = ternsOwners();
    const FirmId harbour = claims.id("harbour");
    ChartScene chart = ownership(claims);
    chart.firm = harbour;
    QCOMPARE(chartTitle(chart), QStringLiteral("Harbour holds 27% of Tern"));
    QCOMPARE(chartMarks(chart).size(), std::size_t{1});
}

void ChartsTest::whereThereIsNothingTheChartSaysWhatWouldHelp()
{
    Claims claims;
    claims.value("tern", "4B", "2023");
    claims.id("pier");
    ChartScene chart = valuations(claims);
    QVERIFY(hasData(chart));
    chart.firm = FirmId{1};
    QVERIFY(!hasData(chart));
    QVERIFY(allText(chart).contains(QStringLiteral("No value of Pier is stated")));
    QVERIFY(allText(chart).contains(QStringLiteral("would value Pier at")));
    chart.kind = ChartKind::Ownership;
    chart.firm.reset();
    QVERIFY(!hasData(chart));
    QVERIFY(allText(chart).contains(QStringLiteral("No owner of a firm is stated")));
    QVERIFY(chartMarks(chart).empty());
}

void ChartsTest::nothingIsCutOrCovered_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("800x500") << 800 << 500;
    QTest::newRow("1600x1000") << 1600 << 1000;
    QTest::newRow("3840x2160") << 3840 << 2160;
    QTest::newRow("portrait") << 1080 << 1350;
}

void ChartsTest::nothingIsCutOrCovered()
{
    QFETCH(int, width);
    QFETCH(int, height);
    const QRectF frame(0, 0, width, height);
    for (quint32 seed = 1; seed <= 40; ++seed) {
        ChartScene random = randomScene(seed);
        random.look.size = frame.size();
        const DrawnChart chart = drawn(random);
        const QString where = QStringLiteral("seed %1, ").arg(seed);
        for (std::size_t i = 0; i < chart.texts.size(); ++i) {
            const ChartText& text = chart.texts.at(i);
            QVERIFY2(frame.contains(text.box), qPrintable(where + text.text));
            for (std::size_t j = 0; j < i; ++j) {
                const ChartText& other = chart.texts.at(j);
                const QString both = where + text.text + QStringLiteral(" on ") + other.text;
                QVERIFY2(!text.box.intersects(other.box), qPrintable(both));
            }
        }
        for (const ChartMark& mark : chart.marks)
            QVERIFY2(frame.contains(mark.anchor), qPrintable(where));
    }
}

void ChartsTest::largerScalesShrinkToTheSamePicture_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("1.5") << 1.5;
    QTest::newRow("2") << 2.0;
    QTest::newRow("3") << 3.0;
}

void ChartsTest::largerScalesShrinkToTheSamePicture()
{
    QFETCH(double, scale);
    for (const ChartKind kind : {ChartKind::Valuations, ChartKind::Ownership}) {
        for (const bool isAll : {false, true}) {
            Claims claims = ternsCourse();
            claims.share("harbour", "tern", 27).share("quay", "tern", 9, "", Qualifier::UpTo);
            if (isAll)
                claims.value("pier", "30B", "2022").share("tern", "pier", 40);
            ChartScene chart = scene(kind, claims.network(), {800, 500});
            const int difference = greatestDifference(painted(chart), painted(chart, scale));
            QVERIFY2(difference < 40, qPrintable(QString::number(difference)));
        }
    }
}

void ChartsTest::transparentChartsHaveNoGround()
{
    Claims claims = ternsCourse();
    ChartScene chart = valuations(claims);
    chart.look.isTransparent = true;
    QCOMPARE(painted(chart).pixelColor(3, 3).alpha(), 0);
    chart.look.isTransparent = false;
    QCOMPARE(painted(chart).pixelColor(3, 3), palette(ThemeName::Light).canvas);
    chart.look.theme = ThemeName::Dark;
    QCOMPARE(painted(chart).pixelColor(3, 3), palette(ThemeName::Dark).canvas);
}

void ChartsTest::themesAreTheLooksAlone()
{
    for (const int which : {0, 1}) {
        const QImage before = painted(sceneForOtherScreens(which));
        const QPalette palette = QApplication::palette();
        const QFont font = QApplication::font();
        QApplication::setPalette(QPalette(QColor(0xee, 0xee, 0xee), QColor(0x11, 0x11, 0x11)));
        QApplication::setFont(QFont(QStringLiteral("DejaVu Serif"), 19));
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Windows")));
        const QImage after = painted(sceneForOtherScreens(which));
        QApplication::setPalette(palette);
        QApplication::setFont(font);
        QVERIFY(before == after);
    }
}

void ChartsTest::screensDoNotMatter()
{
    QTemporaryDir place;
    for (const char* factor : {"1.5", "2"}) {
        for (const int which : {0, 1}) {
            QProcess other;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QString::fromLatin1(factor));
            other.setProcessEnvironment(environment);
            const QString file = place.filePath(QStringLiteral("chart.png"));
            other.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("--paint"), QString::number(which), file});
            QVERIFY(other.waitForFinished(60000));
            QCOMPARE(other.exitCode(), 0);
            const QImage there = QImage(file).convertToFormat(QImage::Format_ARGB32);
            const QImage here =
                painted(sceneForOtherScreens(which)).convertToFormat(QImage::Format_ARGB32);
            QVERIFY(!there.isNull());
            QVERIFY(there == here);
        }
    }
}

void ChartsTest::viewReadsOutAndSelects()
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

void ChartsTest::viewIsWorkedByKeyboard()
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

void ChartsTest::viewFollowsTheWindowsTheme()
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

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == QStringLiteral("--paint")) {
        const QImage image = painted(sceneForOtherScreens(arguments.at(2).toInt()));
        return image.save(arguments.at(3)) ? 0 : 1;
    }
    ChartsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_charts.moc"
