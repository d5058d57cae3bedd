#include "graph/interchange/background.h"
#include "graph/interchange/csv.h"
#include "graph/interchange/csvtable.h"
#include "graph/interchange/json.h"
#include "graph/interchange/rowreader.h"
#include "tests/support/folder.h"

#include <QTest>

#include <random>

using namespace gyre;
using gyre::test::Folder;

namespace {

const QString facts = QStringLiteral(GYRE_SOURCE_DIR "/resources/facts");

QStringList said(const Diagnostics& diagnostics)
{
    QStringList lines;
    for (const Diagnostic& diagnostic : diagnostics)
        lines << QStringLiteral("%1:%2 %3 %4")
                     .arg(QFileInfo(diagnostic.file).fileName(),
                          diagnostic.line ? QString::number(*diagnostic.line) : QString(),
                          diagnostic.code, diagnostic.arguments.join(QLatin1Char('|')));
    return lines;
}

const QByteArray twoFirms = "id,name\nquillon,Quillon\nmarrow,Marrow Cloud\n";

NetworkReading readDeals(const QByteArray& deals, const QByteArray& firms = twoFirms)
{
    const Folder folder;
    folder.put(QStringLiteral("organizations.csv"), firms);
    folder.put(QStringLiteral("deals.csv"), deals);
    return readNetwork(folder.path());
}

std::size_t countOf(const Network& network, DealType type)
{
    std::size_t count = 0;
    for (const DealId id : network.deals())
        if (network.deal(id).type == type)
            ++count;
    return count;
}

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsAreReadWhole();
    void roundTotalsAreNotCounted();
    void rowsWithOneSourceShareIt();
    void factsComeBackThroughJson();
    void backgroundHasValuesAndStakesAlone();
    void figures_data();
    void figures();
    void germanExcel();
    void utf16WithTabs();
    void byteOrderMarkAndCarriageReturns();
    void quotedCells();
    void openQuoteCostsOneLine();
    void badRowsAreNamed();
    void unknownColumnsAreKept();
    void missingColumnIsAnError();
    void firmsFromDealsAlone();
    void evidenceIsTheTableWhereNoneIsNamed();
    void oneFileIsNotAFolder();
    void thousandBadRowsAreCounted();
    void mutationsNeverCrash();
};

void TestCsv::factsAreReadWhole()
{
    const NetworkReading reading = readNetwork(facts);
    QCOMPARE(said(reading.diagnostics), QStringList());
    const Network& network = reading.network;
    QCOMPARE(network.firmCount(), std::size_t{125});
    QCOMPARE(network.dealCount(), std::size_t{285});
    QCOMPARE(network.valuations().size(), std::size_t{137});
    QCOMPARE(network.stakes().size(), std::size_t{46});
    const Firm& amazon = network.firm(*network.findFirm(QStringLiteral("amazon")));
    QCOMPARE(amazon.name, QStringLiteral("Amazon"));
    QCOMPARE(amazon.kind, FirmKind::BigTech);
    QCOMPARE(amazon.detail->founded, std::optional(1994));
    QVERIFY(amazon.detail->aliases.contains(QStringLiteral("AWS")));
    const Deal& deal = network.deal(*network.findDeal(QStringLiteral("nvidia-mellanox-2019")));
    QCOMPARE(deal.type, DealType::Acquisition);
    QCOMPARE(deal.amount, Amount::of(7'000'000'000, Currency::usd(), Qualifier::About));
    QCOMPARE(deal.date->toString(), QStringLiteral("2019"));
    QCOMPARE(deal.evidence.front()->publisher, QStringLiteral("WhistleBuzz (CNBC)"));
    QVERIFY(deal.evidence.front()->url.startsWith(QStringLiteral("https://")));
    QVERIFY(countOf(network, DealType::Warrant) > 0);
    QCOMPARE(countOf(network, DealType::Other), std::size_t{0});
}

void TestCsv::roundTotalsAreNotCounted()
{
    const Network network = readNetwork(facts).network;
    const FirmId total = *network.findFirm(QStringLiteral("round-investors"));
    QVERIFY(network.firm(total).isRoundTotal);
    QVERIFY(!network.out(total).empty());
    for (const DealId id : network.deals())
        QCOMPARE(network.deal(id).counted, network.deal(id).from != total);
    QVERIFY(!network.firm(*network.findFirm(QStringLiteral("bank-syndicate"))).isRoundTotal);
}

void TestCsv::rowsWithOneSourceShareIt()
{
    const NetworkReading reading = readDeals("id,from,to,type,source_url\n"
                                             "1,quillon,marrow,debt,https://a.example\n"
                                             "2,quillon,marrow,debt,https://a.example\n"
                                             "3,quillon,marrow,debt,https://b.example\n");
    const auto source = [&reading](std::uint32_t i) {
        return reading.network.deal(DealId{i}).evidence.front();
    };
    QVERIFY(source(0).isSameAs(source(1)));
    QVERIFY(!source(0).isSameAs(source(2)));
}

void TestCsv::factsComeBackThroughJson()
{
    Project project;
    project.network = readNetwork(facts).network;
    const QByteArray written = networkJson(project);
    const Folder folder;
    Project again;
    const NetworkReading reading = readNetwork(folder.put(QStringLiteral("f.json"), written));
    QCOMPARE(said(reading.diagnostics), QStringList());
    again.network = reading.network;
    QVERIFY(again.network == project.network);
    QCOMPARE(networkJson(again), written);
}

void TestCsv::backgroundHasValuesAndStakesAlone()
{
    const Network network = backgroundFacts();
    QCOMPARE(network.valuations().size(), std::size_t{137});
    QCOMPARE(network.stakes().size(), std::size_t{46});
    QCOMPARE(network.dealCount(), std::size_t{0});
    for (const Valuation& valuation : network.valuations())
        QVERIFY(!valuation.evidence.front()->url.isEmpty());
}

void TestCsv::figures_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isDecimalComma");
    QTest::addColumn<qint64>("units");
    const auto row = [](const char* text, bool isDecimalComma, qint64 units) {
        QTest::addRow("%s %s", text, isDecimalComma ? "comma" : "point")
            << QString::fromUtf8(text) << isDecimalComma << units;
    };
    row("10000000000", false, 10'000'000'000);
    row("10,000,000,000", false, 10'000'000'000);
    row("10.000.000.000", false, 10'000'000'000);
    row("10.000.000.000,00", true, 10'000'000'000);
    row("10,000,000.50", false, 10'000'001);
    row("1.250", true, 1'250);
    row("1,250", false, 1'250);
    row("1,5", true, 2);
    row("1e10", false, 10'000'000'000);
    row("1.5e9", false, 1'500'000'000);
    row("1.5e9", true, 1'500'000'000);
    row("$10B", false, 10'000'000'000);
    row("€1,3bn", true, 1'300'000'000);
    row("10 000 000", false, 10'000'000);
    row("9007199254740993", false, 9'007'199'254'740'993);
    row("-5", false, -1);
    row("ten", false, -1);
    row("1O000", false, -1);
    row("99999999999999999999", false, -1);
}

void TestCsv::figures()
{
    QFETCH(QString, text);
    QFETCH(bool, isDecimalComma);
    QFETCH(qint64, units);
    QCOMPARE(unitsOf(text, isDecimalComma).value_or(-1), std::int64_t{units});
}

void TestCsv::germanExcel()
{
    const Folder folder;
    folder.put(QStringLiteral("organizations.csv"),
               QByteArray::fromPercentEncoding("id;name\r\nmueller;M%FCller AG\r\nkern;Kern\r\n"));
    folder.put(QStringLiteral("stakes.csv"), "holder;org;percent\r\nmueller;kern;12,5\r\n");
    folder.put(QStringLiteral("deals.csv"),
               "sep=;\r\nfrom;to;type;amount_low;amount_high;currency\r\n"
               "mueller;kern;debt;1.500.000,00;1.500.000,00;EUR\r\n");
    const NetworkReading reading = readNetwork(folder.path());
    QCOMPARE(reading.network.firm(FirmId{0}).name, QStringLiteral("Müller AG"));
    QCOMPARE(reading.network.stakes()[0].percent, 12.5);
    QCOMPARE(reading.network.deal(DealId{0}).amount,
             Amount::exactly(1'500'000, *Currency::parse(u"EUR")));
    QCOMPARE(said(reading.diagnostics),
             QStringList(QStringLiteral("organizations.csv: encoding.not-utf8 Windows-1252|18")));
}

void TestCsv::utf16WithTabs()
{
    const Folder folder;
    const QString text = QStringLiteral("id\tname\nżubr\tŻubr\n");
    QByteArray bytes("\xFF\xFE");
    bytes.append(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    folder.put(QStringLiteral("organizations.csv"), bytes);
    const NetworkReading reading = readNetwork(folder.path());
    QCOMPARE(said(reading.diagnostics), QStringList());
    QCOMPARE(reading.network.firm(FirmId{0}).name, QStringLiteral("Żubr"));
}

void TestCsv::byteOrderMarkAndCarriageReturns()
{
    const NetworkReading reading =
        readDeals("\xEF\xBB\xBF"
                  "id,from,to,type\rd1,quillon,marrow,debt\r\rd2,marrow,quillon,gift\r",
                  "\xEF\xBB\xBF" + twoFirms);
    QCOMPARE(reading.network.dealCount(), std::size_t{1});
    QCOMPARE(reading.diagnostics.size(), std::size_t{1});
    QCOMPARE(reading.diagnostics.front().line, std::optional(4));
}

void TestCsv::quotedCells()
{
    const NetworkReading reading =
        readDeals("id,from,to,type,note\n"
                  "d1,quillon,marrow,debt,\"two lines,\nand a \"\"word\"\"\"\n"
                  "d2,quillon,marrow,gift,\n"
                  "d3,quillon,marrow,debt,'=1+1\n");
    QCOMPARE(reading.network.deal(DealId{0}).detail->note,
             QStringLiteral("two lines,\nand a \"word\""));
    QCOMPARE(reading.diagnostics.front().line, std::optional(4));
    QCOMPARE(reading.network.deal(DealId{1}).detail->note, QStringLiteral("=1+1"));
}

void TestCsv::openQuoteCostsOneLine()
{
    const NetworkReading reading = readDeals("id,from,to,type,note\n"
                                             "d1,quillon,marrow,debt,fine\n"
                                             "d2,quillon,marrow,debt,\"never closed\n"
                                             "d3,quillon,marrow,debt,fine\n");
    QCOMPARE(said(reading.diagnostics), QStringList(QStringLiteral("deals.csv:3 csv.quote-open ")));
    QCOMPARE(reading.network.dealCount(), std::size_t{2});
}

void TestCsv::badRowsAreNamed()
{
    const NetworkReading reading =
        readDeals("id,from,to,type,amount_low,amount_high,currency,date,status,stake_percent\n"
                  "d1,quillon,nobody,debt,,,,,,\n"
                  "d2,quillon,marrow,loan,,,,,,\n"
                  "d3,quillon,marrow,debt,lots,,USD,,,\n"
                  "d4,quillon,marrow,debt,9,3,USD,,,\n"
                  "d5,quillon,marrow,debt,,,USD,2025-02-30,,\n"
                  "d6,quillon,marrow,debt,,,USD,,done,\n"
                  "d7,quillon,marrow,debt,,,US,,,\n"
                  "d8,quillon,marrow,debt,,,,,,140\n"
                  "d9,quillon,,debt,,,,,,\n"
                  "d10,quillon,marrow,debt\n"
                  "d11,quillon,marrow,debt,,,,,,,,\n"
                  "d11,quillon,marrow,debt,,,,,,\n"
                  "*,*,marrow,equity_investment,5,5,USD,,,\n",
                  "id,name,kind,founded\nquillon,Quillon,baker,soon\nmarrow,Marrow,cloud,1999\n"
                  "quillon,Again,,\n,Nameless,,\n");
    QCOMPARE(
        said(reading.diagnostics),
        (QStringList{
            QStringLiteral("organizations.csv:2 firm.kind-unknown quillon|baker"),
            QStringLiteral("organizations.csv:2 firm.founded-unreadable quillon|soon"),
            QStringLiteral("organizations.csv:4 row.duplicate-id quillon"),
            QStringLiteral("organizations.csv:5 row.missing id"),
            QStringLiteral("deals.csv:2 row.unknown-firm to|nobody"),
            QStringLiteral("deals.csv:3 row.bad-choice type|loan|equity_investment, acquisition, "
                           "purchase_commitment, debt, warrant, revenue_share, partnership, "
                           "stake_transfer, other"),
            QStringLiteral("deals.csv:4 row.bad-amount amount_low|lots"),
            QStringLiteral("deals.csv:5 row.low-above-high 9|3"),
            QStringLiteral("deals.csv:6 row.bad-date date|2025-02-30"),
            QStringLiteral("deals.csv:7 row.bad-choice status|done|rumoured, in_talks, "
                           "letter_of_intent, announced, signed, closed, cancelled, observed"),
            QStringLiteral("deals.csv:8 row.bad-currency currency|US"),
            QStringLiteral("deals.csv:9 row.bad-number stake_percent|140|0|100"),
            QStringLiteral("deals.csv:10 row.missing to"),
            QStringLiteral("deals.csv:11 csv.cell-count 4|10"),
            QStringLiteral("deals.csv:13 row.duplicate-id d11")}));
    QCOMPARE(reading.network.dealCount(), std::size_t{2});
    QVERIFY(reading.network.deal(DealId{1}).hasCollectivePayer());
}

void TestCsv::unknownColumnsAreKept()
{
    const NetworkReading reading = readDeals("from,to,type,Desk\nquillon,marrow,debt,markets\n");
    QCOMPARE(said(reading.diagnostics),
             QStringList(QStringLiteral("deals.csv:1 csv.column-unknown Desk")));
    const auto other = reading.network.deal(DealId{0}).detail->other;
    QCOMPARE(other.size(), std::size_t{1});
    QCOMPARE(other.front(), std::pair(QStringLiteral("desk"), QStringLiteral("markets")));
}

void TestCsv::missingColumnIsAnError()
{
    try {
        readDeals("from,type\nquillon,debt\n");
        QFAIL("nothing was said");
    } catch (const Error& error) {
        QCOMPARE(error.diagnostic().code, QStringLiteral("csv.column-missing"));
        QCOMPARE(error.diagnostic().arguments.front(), QStringLiteral("to"));
        QVERIFY(error.diagnostic().file.endsWith(QStringLiteral("deals.csv")));
    }
}

void TestCsv::firmsFromDealsAlone()
{
    const Folder folder;
    folder.put(QStringLiteral("deals.csv"), "from,to,type\na,b,debt\nb,c,debt\n");
    const NetworkReading reading = readNetwork(folder.path());
    QCOMPARE(reading.network.firmCount(), std::size_t{3});
    QCOMPARE(reading.network.dealCount(), std::size_t{2});
}

void TestCsv::evidenceIsTheTableWhereNoneIsNamed()
{
    const NetworkReading reading = readDeals("from,to,type\nquillon,marrow,debt\n");
    QCOMPARE(reading.network.deal(DealId{0}).evidence.front()->title, QStringLiteral("deals.csv"));
}

void TestCsv::oneFileIsNotAFolder()
{
    const Folder folder;
    const QString path = folder.put(QStringLiteral("some.csv"), "from,to\na,b\n");
    QVERIFY(formatOfPath(path) != nullptr);
    try {
        readNetwork(path);
        QFAIL("nothing was said");
    } catch (const Error& error) {
        QCOMPARE(error.diagnostic().code, QStringLiteral("csv.not-a-folder"));
    }
    QCOMPARE(formatOfPath(folder.path()), nullptr);
}

void TestCsv::thousandBadRowsAreCounted()
{
    QByteArray deals("from,to,type\n");
    for (int i = 0; i < 1000; ++i)
        deals += "quillon,marrow,gift\n";
    const NetworkReading reading = readDeals(deals);
    QCOMPARE(reading.diagnostics.size(), std::size_t{51});
    QCOMPARE(reading.diagnostics.back().code, QStringLiteral("file.more-like-this"));
    QCOMPARE(reading.diagnostics.back().arguments.front(), QStringLiteral("950"));
}

void TestCsv::mutationsNeverCrash()
{
    const Folder folder;
    std::mt19937 random(17);
    const auto below = [&random](qsizetype n) {
        return static_cast<qsizetype>(random() % static_cast<std::uint64_t>(n));
    };
    const QStringList names{QStringLiteral("organizations.csv"), QStringLiteral("deals.csv"),
                            QStringLiteral("valuations.csv"), QStringLiteral("stakes.csv")};
    std::vector<QByteArray> good;
    for (const QString& name : names)
        good.push_back(Folder::bytes(facts + QLatin1Char('/') + name));
    int spoken = 0;
    for (int round = 0; round < 60; ++round) {
        for (qsizetype i = 0; i < names.size(); ++i) {
            QByteArray bad = good[static_cast<std::size_t>(i)];
            for (qsizetype k = below(6); k > 0; --k) {
                const qsizetype at = below(bad.size());
                static constexpr char marks[] = "\",;\n\r\0\xFF\t";
                bad[at] = marks[below(sizeof marks)];
                bad.remove(below(bad.size()), below(60));
            }
            folder.put(names[i], bad);
        }
        try {
            spoken += readNetwork(folder.path()).diagnostics.empty() ? 0 : 1;
        } catch (const Error& error) {
            QVERIFY(!error.diagnostic().code.isEmpty());
            ++spoken;
        }
    }
    QVERIFY(spoken > 30);
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
