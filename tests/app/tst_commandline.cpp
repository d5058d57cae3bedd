#include "app/commandline.h"

#include <QTest>

using namespace gyre;

namespace {

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

Invocation commandOf(const char* line)
{
    const ParsedArguments result = parsed(words(line));
    if (!result.command)
        qWarning("%s", qPrintable(result.message));
    return result.command.value_or(Invocation{});
}

QString messageOf(const char* line)
{
    const ParsedArguments result = parsed(words(line));
    return result.command ? QStringLiteral("accepted") : result.message;
}

bool has(const std::bitset<dealTypeCount>& types, DealType type)
{
    return types.test(static_cast<std::size_t>(type));
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void opensFilesInTheWindow();
    void takesValuesWithBlankOrEquals();
    void readsFilters();
    void readsFocusWithCommas();
    void readsExportOptions();
    void convertLeavesNothingOutUntilAsked();
    void loopsTakeALengthOrNone();
    void endsOptionsAtTwoDashes();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void helpNamesEveryOption();
    void helpComesBeforeComplaints();
};

void TestCommandLine::opensFilesInTheWindow()
{
    QCOMPARE(commandOf("").verb, Verb::Open);
    const Invocation command = commandOf("a.txt b.csv -");
    QCOMPARE(command.verb, Verb::Open);
    QCOMPARE(command.files, words("a.txt b.csv -"));
}

void TestCommandLine::takesValuesWithBlankOrEquals()
{
    const Invocation blank = commandOf("extract a.txt --date 2025-Q3 --jobs 3 --with-text");
    const Invocation equals = commandOf("extract --date=2025-Q3 --jobs=3 --with-text a.txt");
    for (const Invocation& command : {blank, equals}) {
        QCOMPARE(command.verb, Verb::Extract);
        QCOMPARE(command.files, words("a.txt"));
        QCOMPARE(command.date, PartialDate::quarter(2025, 3));
        QCOMPARE(command.jobs, 3);
        QVERIFY(command.withText);
    }
}

void TestCommandLine::readsFilters()
{
    const Invocation command =
        commandOf("analyze a.txt --loops --type debt,warrant --status signed,closed --least $10B "
                  "--from 2024 --to 2025-06 --dated --as-of 2025-12-31 --amounts low");
    const Filter& filter = command.filter;
    QCOMPARE(filter.types.count(), std::size_t(2));
    QVERIFY(has(filter.types, DealType::Debt) && has(filter.types, DealType::Warrant));
    QCOMPARE(filter.statuses.count(), std::size_t(2));
    QCOMPARE(filter.least, std::int64_t(10'000'000'000));
    QCOMPARE(filter.leastCurrency, Currency::usd());
    QCOMPARE(filter.from, PartialDate::year(2024));
    QCOMPARE(filter.to, PartialDate::month(2025, 6));
    QVERIFY(filter.datedOnly);
    QCOMPARE(filter.asOf, PartialDate::day(2025, 12, 31));
    QCOMPARE(filter.reading, Reading::Low);

    const Filter untouched = commandOf("analyze a.txt --loops").filter;
    QVERIFY(!has(untouched.types, DealType::StakeTransfer));
    QVERIFY(!untouched.statuses.test(static_cast<std::size_t>(Status::Cancelled)));
    QVERIFY(commandOf("analyze a.txt --loops --status all").filter.statuses.all());
    QVERIFY(!commandOf("analyze a.txt --loops --least 10e9").filter.leastCurrency.isKnown());
}

void TestCommandLine::readsFocusWithCommas()
{
    const QStringList arguments{QStringLiteral("export"),  QStringLiteral("a"),
                                QStringLiteral("--out"),   QStringLiteral("d"),
                                QStringLiteral("--focus"), QStringLiteral("Acme, Inc."),
                                QStringLiteral("--focus"), QStringLiteral("openai,2"),
                                QStringLiteral("--focus"), QStringLiteral("Acme, Inc.,0")};
    const ParsedArguments result = parsed(arguments);
    QVERIFY2(result.command, qPrintable(result.message));
    const std::vector<FocusWords> wanted{{QStringLiteral("Acme, Inc."), 1},
                                         {QStringLiteral("openai"), 2},
                                         {QStringLiteral("Acme, Inc."), 0}};
    QCOMPARE(result.command->focus, wanted);
}

void TestCommandLine::readsExportOptions()
{
    const Invocation command =
        commandOf("export a.txt b --out d --only ownership,network --format svg,png --width 800 "
                  "--height 500 --scale 1.5 --transparent --theme dark --positions p.json "
                  "--background --geometry --algorithm default");
    QCOMPARE(command.output, QStringLiteral("d"));
    QCOMPARE(command.only, (std::vector{ExportKind::Ownership, ExportKind::Network}));
    QCOMPARE(command.size, (ExportSize{{800, 500}, 1.5, 0}));
    QCOMPARE(command.formats, (std::vector{ExportFormat::Svg, ExportFormat::Png}));
    QVERIFY(command.isTransparent && command.withBackground && command.withGeometry);
    QCOMPARE(command.theme, ThemeName::Dark);
    QCOMPARE(command.positions, QStringLiteral("p.json"));
    QCOMPARE(command.engine, findLayoutEngine(u"default"));

    QCOMPARE(commandOf("export a --out d --preset wall").size.pixels(), QSize(3840, 2160));
    QCOMPARE(commandOf("export a --out d --preset a4").size.pixels(), QSize(3508, 2480));
    QCOMPARE(commandOf("export a --out d --preset a4 --dpi 100").size,
             ExportSize::onPaper({297, 210}, 100));
    for (const char* words :
         {"export a --out d --dpi 254 --mm 120x80", "export a --out d --mm 120×80 --dpi 254",
          "export a --out d --mm=120X80.0 --dpi=254"}) {
        const ExportSize paper = commandOf(words).size;
        QCOMPARE(paper.pixels(), QSize(1200, 800));
        QCOMPARE(paper.picture, QSizeF(600, 400));
        QCOMPARE(*paper.millimetres(), QSizeF(120, 80));
    }
    QCOMPARE(commandOf("export a --out d --mm 50.8x50.8").size.pixels(), QSize(600, 600));
    // A size in pixels stays; paper follows.
    const ExportSize fine = commandOf("export a --out d --scale 2 --dpi 200").size;
    QCOMPARE(fine.pixels(), QSize(3200, 2000));
    QCOMPARE(*fine.millimetres(), QSizeF(406.4, 254));

    const Invocation plain = commandOf("export a --out d");
    QCOMPARE(plain.size, ExportSize{});
    QCOMPARE(plain.only.size(), std::size_t(3));
    QCOMPARE(plain.theme, ThemeName::Light);
}

void TestCommandLine::convertLeavesNothingOutUntilAsked()
{
    const Invocation command = commandOf("convert a.csv b.txt c.json");
    QCOMPARE(command.files, words("a.csv b.txt"));
    QCOMPARE(command.output, QStringLiteral("c.json"));
    QVERIFY(command.filter == everything());
    QCOMPARE(command.formatOut, findNetworkFormat(u"json"));
    QVERIFY(commandOf("convert a.csv c.json --least 1B").filter != everything());
}

void TestCommandLine::loopsTakeALengthOrNone()
{
    QCOMPARE(commandOf("analyze --loops a.txt").loops, std::optional(4));
    QCOMPARE(commandOf("analyze --loops a.txt").files, words("a.txt"));
    QCOMPARE(commandOf("analyze --loops=6 a.txt").loops, std::optional(6));
}

void TestCommandLine::endsOptionsAtTwoDashes()
{
    QCOMPARE(commandOf("extract -- --date").files, words("--date"));
}

void TestCommandLine::refusesWhatIsWrong_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("says");
    const auto row = [](const char* line, const QStringList& says) {
        QTest::newRow(line) << QString::fromUtf8(line) << says;
    };
    row("extract", {QStringLiteral("FILE")});
    row("extract a --dat 2025", {QStringLiteral("--dat;"), QStringLiteral("--date?")});
    row("extract a --out d", {QStringLiteral("--out"), QStringLiteral("gyre export")});
    row("extract a --date 2025-13", {QStringLiteral("2025-13"), QStringLiteral("2025-09")});
    row("extract a --date", {QStringLiteral("--date"), QStringLiteral("needs a value")});
    row("extract a --jobs 0", {QStringLiteral("--jobs"), QStringLiteral("1 to 256")});
    row("extract - -", {QStringLiteral("only once")});
    row("extract a --with-text=yes", {QStringLiteral("--with-text"), QStringLiteral("no value")});
    row("extrct a", {QStringLiteral("extrct"), QStringLiteral("“extract”")});
    row("export a", {QStringLiteral("--out")});
    row("export a --out d --type equity",
        {QStringLiteral("“equity”"), QStringLiteral("did you mean “equity_investment”")});
    row("export a --out d --status sure", {QStringLiteral("--status"), QStringLiteral("signed")});
    row("export a --out d --least ten", {QStringLiteral("“ten”"), QStringLiteral("10B")});
    row("export a --out d --from 2026 --to 2025",
        {QStringLiteral("--to"), QStringLiteral("--from")});
    row("export a --out d --path openai", {QStringLiteral("one firm"), QStringLiteral("two")});
    row("export a --out d --focus ,2", {QStringLiteral("--focus"), QStringLiteral("name")});
    row("export a --out d --amounts most", {QStringLiteral("low, mid, high")});
    row("export a --out d --only netwrk", {QStringLiteral("did you mean “network”")});
    row("export a --out d --format gif", {QStringLiteral("gif"), QStringLiteral("png")});
    row("export a --out d --width 99", {QStringLiteral("--width"), QStringLiteral("200")});
    row("export a --out d --height 1e3",
        {QStringLiteral("--height"), QStringLiteral("whole number")});
    row("export a --out d --width 16000 --height 16000 --scale 3", {QStringLiteral("too large")});
    row("export a --out d --mm 120", {QStringLiteral("210x148")});
    row("export a --out d --mm 120x", {QStringLiteral("210x148")});
    row("export a --out d --mm 10x9000", {QStringLiteral("40"), QStringLiteral("2000")});
    row("export a --out d --mm 120x80 --scale 2", {QStringLiteral("--dpi")});
    row("export a --out d --mm 2000x2000 --dpi 2400", {QStringLiteral("too large")});
    row("export a --out d --dpi 5", {QStringLiteral("36"), QStringLiteral("2400")});
    row("export a --out d --format png,jpg", {QStringLiteral("png, svg, pdf, csv")});
    row("export a --out d --scale 4", {QStringLiteral("1, 1.5, 2, 3")});
    row("export a --out d --theme drak", {QStringLiteral("did you mean “dark”")});
    row("export a --out d --algorithm spiral", {QStringLiteral("default")});
    row("analyze a", {QStringLiteral("--loops")});
    row("analyze a --loops=1", {QStringLiteral("2 to 12")});
    row("convert a.csv", {QStringLiteral("IN… OUT")});
    row("export a.csv --out d --only ownership --geometry",
        {QStringLiteral("--geometry"), QStringLiteral("--only")});
    row("convert a.csv out.docx", {QStringLiteral("out.docx"), QStringLiteral("json")});
    row("convert a.csv out --format-out jsn", {QStringLiteral("did you mean “json”")});
    row("layout a.csv", {QStringLiteral("IN OUT.json")});
    row("layout a.csv b.json c.json", {QStringLiteral("IN OUT.json")});
    row("layout a.csv b.json --seed -1", {QStringLiteral("--seed")});
    row("--nothing", {QStringLiteral("--nothing"), QStringLiteral("--help")});
}

void TestCommandLine::refusesWhatIsWrong()
{
    QFETCH(QString, line);
    QFETCH(QStringList, says);
    const QString message = messageOf(line.toUtf8().constData());
    for (const QString& part : says)
        QVERIFY2(message.contains(part), qPrintable(message));
    QVERIFY(!message.contains(QLatin1Char('\n')));
}

void TestCommandLine::helpNamesEveryOption()
{
    const QString text = helpText(Verb::Export);
    for (const char* option :
         {"--out", "--only", "--width", "--scale", "--theme", "--type", "--focus", "--geometry"})
        QVERIFY2(text.contains(QLatin1String(option)), option);
    QVERIFY(!text.contains(QStringLiteral("--loops")));
    QVERIFY(helpText(std::nullopt).contains(QStringLiteral("gyre analyze")));
}

void TestCommandLine::helpComesBeforeComplaints()
{
    const Invocation command = commandOf("export --help");
    QCOMPARE(command.verb, Verb::Help);
    QCOMPARE(command.helpAbout, std::optional(Verb::Export));
    QCOMPARE(commandOf("--help").verb, Verb::Help);
    QCOMPARE(commandOf("help export").verb, Verb::Help);
    QCOMPARE(commandOf("help export").helpAbout, std::optional(Verb::Export));
    QCOMPARE(commandOf("help").helpAbout, std::optional<Verb>());
    QCOMPARE(commandOf("--version").verb, Verb::Version);
}

QTEST_APPLESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
