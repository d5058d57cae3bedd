// What holds for every chart: its words, its room, any scale, screen and theme.
#include "graph/model/claimfilter.h"
#include "tests/ui/chartscenes.h"
#include "ui/charts/ticks.h"

#include <QApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QStyleFactory>
#include <QTemporaryDir>

#include <cmath>

#include <QTest>

using namespace gyre;
using namespace gyre::test;

namespace {

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
                     date().constData(), static_cast<Qualifier>(random.bounded(5)),
                     static_cast<Status>(random.bounded(statusCount)));
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
    void readOutsSayWhoSaysSo();
    void pointingFindsTheClaim();
    void whereThereIsNothingTheChartSaysWhatWouldHelp();
    void whatTheFilterLeavesOutIsCounted();
    void nothingIsCutOrCovered_data();
    void nothingIsCutOrCovered();
    void largerScalesShrinkToTheSamePicture_data();
    void largerScalesShrinkToTheSamePicture();
    void transparentChartsHaveNoGround();
    void themesAreTheLooksAlone();
    void screensDoNotMatter();
    void titleVerbsFollowTheStatus();
    void publishersAreNamedByHowOftenTheySaySo();
    void aTextOfWhichNothingIsDrawnIsNotCited();
    void theFileSaysWhatItShowsAndWhoSaysSo();
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
        QStringLiteral("Tern: from $4B to about $9B in 15 months; talks would value it at more "
                       "than $15B"));
    Claims one;
    one.value("tern", "5B", "", Status::InTalks, Qualifier::MoreThan);
    QCOMPARE(chartTitle(valuations(one)),
             QStringLiteral("Talks would value Tern at more than $5B"));
    Claims owners = ternsOwners();
    QCOMPARE(chartTitle(ownership(owners)),
             QStringLiteral("Tern: 3 known owners, Harbour first with 27%; about 36% is not "
                            "disclosed"));
    ChartScene own = valuations(ternsCourse());
    own.look.title = QStringLiteral("What we want to say");
    QCOMPARE(chartTitle(own), own.look.title);
    QVERIFY(allText(own).contains(own.look.title));
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

void ChartsTest::whatTheFilterLeavesOutIsCounted()
{
    Claims claims = ternsOwners();
    claims.value("tern", "4B", "2023-05").value("tern", "9B", "2024-08");
    Filter filter;
    filter.asOf = PartialDate::parse(u"2024-05");
    const auto filtered = [&](ChartKind kind) {
        ChartScene chart = scene(kind, claimsWithin(claims.network(), filter), {400, 300});
        chart.unfiltered = claims.network();
        chart.asOf = filter.asOf;
        chart.networkFiles = {QStringLiteral("deals")};
        return chart;
    };
    for (const ChartKind kind : {ChartKind::Valuations, ChartKind::Ownership}) {
        const QString text = allText(filtered(kind));
        QVERIFY2(text.contains(QStringLiteral("Not drawn: 1 dated later than May 2024")),
                 qPrintable(text));
    }
    // With nothing left it is not as if nothing were stated, and nothing is cited.
    filter.asOf = PartialDate::parse(u"2020");
    filter.datedOnly = true;
    filter.to = filter.asOf;
    const auto said = [&](ChartKind kind) {
        return allText(filtered(kind)).replace(QLatin1Char('\n'), QLatin1Char(' '));
    };
    const QString owners = said(ChartKind::Ownership);
    QVERIFY2(owners.contains(QStringLiteral("2 shares are dated later than 2020")),
             qPrintable(owners));
    QVERIFY2(owners.contains(QStringLiteral("1 share is left out by the filter")),
             qPrintable(owners));
    const QString values = said(ChartKind::Valuations);
    QVERIFY2(values.contains(QStringLiteral("2 values are dated later than 2020")),
             qPrintable(values));
    for (const QString& text : {owners, values})
        for (const char* untrue : {"is stated.", "A sentence such as", "Source"})
            QVERIFY2(!text.contains(QString::fromLatin1(untrue)), qPrintable(text));
}

void ChartsTest::nothingIsCutOrCovered_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("200x200") << 200 << 200;
    QTest::newRow("320x240") << 320 << 240;
    QTest::newRow("400x300") << 400 << 300;
    QTest::newRow("narrow") << 200 << 700;
    QTest::newRow("low") << 900 << 200;
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
        for (const ChartMark& mark : chart.marks) {
            const QRectF area = mark.outline.boundingRect();
            QVERIFY2(frame.contains(area), qPrintable(where));
            // Words stand in a mark or beside it, never half in it.
            for (const ChartText& text : chart.texts) {
                const bool isOn = area.adjusted(1, 1, -1, -1).intersects(text.box);
                QVERIFY2(!isOn || area.adjusted(-1, -1, 1, 1).contains(text.box),
                         qPrintable(where + text.text));
            }
        }
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
            QVERIFY2(difference < 44, qPrintable(QString::number(difference)));
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

void ChartsTest::titleVerbsFollowTheStatus()
{
    const auto ofValue = [](Status status) {
        Claims claims;
        claims.value("tern", "5B", "2025", status);
        return chartTitle(valuations(claims));
    };
    QCOMPARE(ofValue(Status::Rumoured), QStringLiteral("Tern is rumoured to be worth $5B"));
    QCOMPARE(ofValue(Status::LetterOfIntent),
             QStringLiteral("A letter of intent would value Tern at $5B"));
    QCOMPARE(ofValue(Status::Observed), QStringLiteral("Tern is valued at $5B"));
    Claims two;
    two.value("tern", "5B", "2025", Status::Rumoured).value("pier", "3B", "2025", Status::InTalks);
    QCOMPARE(chartTitle(valuations(two)),
             QStringLiteral("Of 2 firms, Tern may be worth most: $5B (rumoured), ahead of Pier at "
                            "$3B (in talks)"));

    const auto ofShare = [](Status status) {
        Claims claims;
        claims.share("harbour", "tern", 9, "2025", Qualifier::UpTo, status);
        return chartTitle(ownership(claims)).section(QLatin1Char(';'), 0, 0);
    };
    QCOMPARE(ofShare(Status::InTalks), QStringLiteral("Harbour may come to hold up to 9% of Tern"));
    QCOMPARE(ofShare(Status::Rumoured),
             QStringLiteral("Harbour is rumoured to hold up to 9% of Tern"));
    QCOMPARE(ofShare(Status::Announced), QStringLiteral("Harbour is to hold up to 9% of Tern"));
    QCOMPARE(ofShare(Status::Closed), QStringLiteral("Harbour holds up to 9% of Tern"));
}

void ChartsTest::publishersAreNamedByHowOftenTheySaySo()
{
    Claims claims;
    claims.from("Once").value("tern", "4B", "2023-05");
    claims.from("Twice").value("tern", "5B", "2023-06").value("tern", "6B", "2023-07");
    for (int i = 0; i < 14; ++i)
        claims.from(qPrintable(QStringLiteral("Paper %1").arg(i)))
            .value("tern", "7B", qPrintable(QStringLiteral("20%1").arg(10 + i)));
    ChartScene chart = valuations(claims);
    chart.networkFiles = {QStringLiteral("/some/where/deals")};
    const QString source = aboutChart(chart).source;
    QVERIFY2(source.startsWith(QStringLiteral("Sources: Twice, Once, ")), qPrintable(source));
    QVERIFY2(source.endsWith(QStringLiteral(" and 7 more")), qPrintable(source));
    QVERIFY(allText(chart).contains(source.section(QLatin1Char(','), 0, 1)));
}

void ChartsTest::aTextOfWhichNothingIsDrawnIsNotCited()
{
    const auto text = [](const char* id) {
        ReadBriefing read;
        read.briefing.id = QString::fromLatin1(id);
        read.briefing.title = QStringLiteral("About ") + read.briefing.id;
        return read;
    };
    NetworkEditor edit(Claims().value("tern", "4B", "2023-05").network());
    Valuation value = edit.network().valuations()[0];
    Evidence evidence;
    evidence.briefing = QStringLiteral("tern");
    value.evidence = {Shared<Evidence>(evidence)};
    edit.setValuation(ValuationId{0}, value);
    ChartScene chart = scene(ChartKind::Valuations, edit.done());
    chart.briefings = {Shared<ReadBriefing>(text("tern")), Shared<ReadBriefing>(text("nothing"))};
    QCOMPARE(aboutChart(chart).source, QStringLiteral("Source: “About tern”"));
    // A chart that has nothing to show rests on nothing.
    chart.kind = ChartKind::Ownership;
    QVERIFY(aboutChart(chart).source.isEmpty());
}

void ChartsTest::theFileSaysWhatItShowsAndWhoSaysSo()
{
    const ChartAbout about = aboutChart(ownership(ternsOwners()));
    QCOMPARE(about.title, chartTitle(ownership(ternsOwners())));
    QCOMPARE(about.source, QStringLiteral("Source: Morning Paper"));
    QVERIFY2(about.description.contains(QStringLiteral("Harbour holds 27% of Tern")),
             qPrintable(about.description));
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
