#include "graph/interchange/formats.h"
#include "graph/interchange/mapping.h"
#include "tests/support/folder.h"

#include <QTest>

#include <random>
#include <set>

using namespace gyre;
using gyre::test::Folder;

namespace {

const QString data = QStringLiteral(GYRE_SOURCE_DIR "/tests/data/formats/");

QStringList said(const Diagnostics& diagnostics)
{
    QStringList lines;
    for (const Diagnostic& diagnostic : diagnostics)
        lines << QStringLiteral("%1 %2 %3")
                     .arg(diagnostic.line ? QString::number(*diagnostic.line) : QString(),
                          diagnostic.code, diagnostic.arguments.join(QLatin1Char('|')))
                     .trimmed();
    return lines;
}

NetworkReading readText(const QByteArray& graphml)
{
    const Folder folder;
    return readNetwork(folder.put(QStringLiteral("g.graphml"), graphml));
}

QString errorOf(const QByteArray& graphml)
{
    try {
        readText(graphml);
    } catch (const Error& error) {
        return error.diagnostic().code +
               (error.diagnostic().line
                    ? QLatin1Char(' ') + QString::number(*error.diagnostic().line)
                    : QString());
    }
    return QStringLiteral("read");
}

QByteArray page(const QByteArray& keys, const QByteArray& graph)
{
    return "<graphml>" + keys + "<graph edgedefault=\"directed\">" + graph + "</graph></graphml>";
}

/// A network in the shape of the benchmark generator's files.
struct Synthetic
{
    QByteArray graphml;
    std::vector<std::int64_t> thousands;
};

Synthetic synthetic(int firms, int deals)
{
    std::mt19937 random(5);
    const auto below = [&random](int n) {
        return static_cast<int>(random() % static_cast<unsigned>(n));
    };
    static const std::vector<QByteArray> types{"equity", "purchase", "debt", "revenue_share"};
    static const std::vector<QByteArray> statuses{"announced", "completed", "pending", "rumored",
                                                  "cancelled"};
    static const std::vector<QByteArray> kinds{"startup", "corporate", "vc_fund",
                                               "bank",    "chipmaker", "cloud_provider",
                                               "energy",  "big_tech"};
    Synthetic made;
    QByteArray keys;
    for (const char* name : {"name", "kind", "sector", "country", "founded"})
        keys += QByteArray("<key id=\"") + name + "\" for=\"node\" attr.name=\"" + name + "\"/>\n";
    for (const char* name : {"type", "subtype", "amount", "date", "status"})
        keys += QByteArray("<key id=\"") + name + "\" for=\"edge\" attr.name=\"" + name + "\"/>\n";
    QByteArray graph;
    for (int i = 0; i < firms; ++i)
        graph += "<node id=\"n" + QByteArray::number(i) + "\"><data key=\"name\">Vec &amp; Co " +
                 QByteArray::number(i) + "</data><data key=\"kind\">" +
                 kinds[static_cast<std::size_t>(below(8))] + "</data><data key=\"sector\">" +
                 QByteArray::number(below(9)) + "</data><data key=\"country\">DE</data>" +
                 "<data key=\"founded\">1999</data></node>\n";
    for (int i = 0; i < deals; ++i) {
        made.thousands.push_back(1 + below(2'000'000'000));
        graph += "<edge id=\"e" + QByteArray::number(i) + "\" source=\"n" +
                 QByteArray::number(below(firms)) + "\" target=\"n" +
                 QByteArray::number(below(firms)) + "\"><data key=\"type\">" +
                 types[static_cast<std::size_t>(below(4))] +
                 "</data><data key=\"subtype\">growth</data><data key=\"amount\">" +
                 QByteArray::number(static_cast<qlonglong>(made.thousands.back())) +
                 "</data><data key=\"date\">2024-05-0" + QByteArray::number(1 + below(9)) +
                 "</data><data key=\"status\">" + statuses[static_cast<std::size_t>(below(5))] +
                 "</data></edge>\n";
    }
    made.graphml = page(keys, graph);
    return made;
}

} // namespace

class TestGraphml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generatedNetwork();
    void gephi();
    void yEd();
    void networkxWithDefaultsAndEdgesFirst();
    void ownFieldNames();
    void badEdgesAreNamed();
    void windows1252();
    void refused_data();
    void refused();
    void nothingFromOutsideIsRead();
    void cutShort();
    void mutationsNeverCrash();
    void mappingWordsAreOurs();
};

void TestGraphml::generatedNetwork()
{
    const Synthetic made = synthetic(200, 800);
    const NetworkReading reading = readText(made.graphml);
    QCOMPARE(said(reading.diagnostics),
             (QStringList{QStringLiteral("graphml.attribute-unknown sector|200"),
                          QStringLiteral("graphml.attribute-unknown subtype|800")}));
    const Network& network = reading.network;
    QCOMPARE(network.firmCount(), std::size_t{200});
    QCOMPARE(network.dealCount(), std::size_t{800});
    const Firm& firm = network.firm(*network.findFirm(QStringLiteral("n7")));
    QCOMPARE(firm.name, QStringLiteral("Vec & Co 7"));
    QCOMPARE(firm.detail->country, QStringLiteral("DE"));
    QCOMPARE(firm.detail->other.front().first, QStringLiteral("sector"));
    std::set<DealType> types;
    std::set<Status> statuses;
    for (const DealId id : network.deals()) {
        const Deal& deal = network.deal(id);
        types.insert(deal.type);
        statuses.insert(deal.status);
        QCOMPARE(deal.amount, Amount::exactly(made.thousands[id.value] * 1000, Currency::usd()));
        QCOMPARE(deal.date->precision(), PartialDate::Precision::Day);
        QCOMPARE(deal.detail->other.front().second, QStringLiteral("growth"));
        QCOMPARE(deal.evidence.front()->title, QStringLiteral("g.graphml"));
        QVERIFY(deal.evidence.front().isSameAs(network.deal(DealId{0}).evidence.front()));
    }
    QVERIFY((types == std::set<DealType>{DealType::EquityInvestment, DealType::PurchaseCommitment,
                                         DealType::Debt, DealType::RevenueShare}));
    QVERIFY((statuses == std::set<Status>{Status::Announced, Status::Closed, Status::Rumoured,
                                          Status::Cancelled}));
}

void TestGraphml::gephi()
{
    const NetworkReading reading = readNetwork(data + QStringLiteral("gephi.graphml"));
    const Network& network = reading.network;
    QCOMPARE(network.firm(FirmId{1}).name, QStringLiteral("Halden Compute"));
    QCOMPARE(network.dealCount(), std::size_t{3});
    const Deal& first = network.deal(DealId{0});
    QCOMPARE(first.type, DealType::EquityInvestment);
    QCOMPARE(first.amount, Amount::exactly(4'000'000'000, Currency{}));
    QCOMPARE(first.detail->note, QStringLiteral("led by Norvane"));
    // Nobody weighed it: no amount, rather than one dollar.
    QVERIFY(!network.deal(DealId{1}).amount.isDisclosed());
    QCOMPARE(network.deal(DealId{2}).type, DealType::Other);
    QCOMPARE(said(reading.diagnostics),
             (QStringList{QStringLiteral("graphml.attribute-unknown Sector|2"),
                          QStringLiteral("graphml.key-undeclared Sector|1"),
                          QStringLiteral("graphml.undirected 1"),
                          QStringLiteral("graphml.word-unknown type|gift|1")}));
}

void TestGraphml::yEd()
{
    const NetworkReading reading = readNetwork(data + QStringLiteral("yed.graphml"));
    const Network& network = reading.network;
    QCOMPARE(said(reading.diagnostics), QStringList());
    QCOMPARE(network.firmCount(), std::size_t{3});
    QCOMPARE(network.firm(*network.findFirm(QStringLiteral("n0::n0"))).name,
             QStringLiteral("Meridian Bank"));
    QCOMPARE(network.firm(*network.findFirm(QStringLiteral("n0"))).name, QStringLiteral("Lenders"));
    const Deal& loan = network.deal(*network.findDeal(QStringLiteral("e0")));
    QCOMPARE(loan.amount, Amount::exactly(700'000'000, Currency::usd()));
    QCOMPARE(loan.detail->note, QStringLiteral("A loan for the plant"));
    QCOMPARE(network.deal(*network.findDeal(QStringLiteral("e1"))).detail->note,
             QStringLiteral("interest"));
}

void TestGraphml::networkxWithDefaultsAndEdgesFirst()
{
    const NetworkReading reading = readNetwork(data + QStringLiteral("networkx.graphml"));
    QCOMPARE(said(reading.diagnostics), QStringList());
    QCOMPARE(reading.network.dealCount(), std::size_t{2});
    QCOMPARE(reading.network.deal(DealId{0}).type, DealType::Debt);
    QCOMPARE(reading.network.deal(DealId{0}).amount.figure(),
             std::optional<std::int64_t>(5'000'000));
    QCOMPARE(reading.network.deal(DealId{1}).type, DealType::EquityInvestment);
    QVERIFY(reading.network.deal(DealId{0}).id != reading.network.deal(DealId{1}).id);
    QCOMPARE(reading.network.firm(FirmId{0}).kind, FirmKind::Investor);
}

void TestGraphml::ownFieldNames()
{
    const NetworkReading reading = readText(page(
        "<key id='t' for='edge' attr.name='type'/><key id='h' for='edge' attr.name='amount_high'/>"
        "<key id='q' for='edge' attr.name='qualifier'/><key id='c' for='edge' "
        "attr.name='currency'/><key id='u' for='edge' attr.name='source_url'/>",
        "<node id='a'/><node id='b'/><edge source='a' target='b'><data key='t'>warrant</data>"
        "<data key='h'>10000000000</data><data key='q'>up_to</data><data key='c'>EUR</data>"
        "<data key='u'>https://example.org</data></edge>"));
    QCOMPARE(said(reading.diagnostics), QStringList());
    const Deal& deal = reading.network.deal(DealId{0});
    QCOMPARE(deal.type, DealType::Warrant);
    QCOMPARE(deal.amount, Amount::of(10'000'000'000, *Currency::parse(u"EUR"), Qualifier::UpTo));
    QCOMPARE(deal.evidence.front()->url, QStringLiteral("https://example.org"));
}

void TestGraphml::badEdgesAreNamed()
{
    const NetworkReading reading =
        readText(page("<key id='t' for='edge' attr.name='type'/>"
                      "<key id='w' for='edge' attr.name='amount'/>"
                      "<key id='d' for='edge' attr.name='date'/>",
                      "\n<node id='a'/>"
                      "\n<node id='a'/>"
                      "\n<node/>"
                      "\n<edge id='1' source='a' target='b'/>"
                      "\n<edge id='2' source='a' target='a'><data key='w'>much</data></edge>"
                      "\n<edge id='3' source='a' target='a'><data key='d'>May</data></edge>"
                      "\n<edge id='4' source='a' target='a'/>"
                      "\n<edge id='4' source='a' target='a'/>"
                      "\n<edge source='a'/>"
                      "\n<hyperedge/>"));
    QStringList found = said(reading.diagnostics);
    found.sort();
    QCOMPARE(found,
             (QStringList{
                 QStringLiteral("10 row.missing to"), QStringLiteral("3 row.duplicate-id a"),
                 QStringLiteral("4 row.missing id"), QStringLiteral("5 row.unknown-firm to|b"),
                 QStringLiteral("6 row.bad-amount amount_high|much"),
                 QStringLiteral("6 row.bad-amount amount_low|much"),
                 QStringLiteral("7 row.bad-date date|May"), QStringLiteral("9 row.duplicate-id 4"),
                 QStringLiteral("graphml.hyperedges 1")}));
    QCOMPARE(reading.network.dealCount(), std::size_t{1});
}

void TestGraphml::windows1252()
{
    const NetworkReading reading =
        readText("<?xml version='1.0' encoding='windows-1252'?>" +
                 page("<key id='n' for='node' attr.name='name'/>",
                      "<node id='a'><data key='n'>M\xFCller \x96 \x80</data></node>"));
    QCOMPARE(reading.network.firm(FirmId{0}).name, QStringLiteral("Müller – €"));
}

void TestGraphml::refused_data()
{
    QTest::addColumn<QByteArray>("graphml");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const QByteArray& graphml, const char* error) {
        QTest::newRow(name) << graphml << QString::fromLatin1(error);
    };
    row("nothing", "", "xml.broken 1");
    row("text", "no markup at all", "xml.broken 1");
    row("other XML", "<?xml version='1.0'?>\n<svg/>", "graphml.not-graphml 2");
    row("open", "<graphml>\n<graph>\n<node id='a'>\n</graph></graphml>", "xml.broken 4");
    row("deep", "<graphml>" + QByteArray("<graph>").repeated(100'000), "xml.too-deep 1");
    QByteArray laughs = "<?xml version='1.0'?>\n<!DOCTYPE graphml [\n<!ENTITY a 'ha'>\n";
    for (char c = 'b'; c < 'q'; ++c)
        laughs += QByteArray("<!ENTITY ") + c + " '" +
                  QByteArray(QByteArray("&") + static_cast<char>(c - 1) + ";").repeated(10) +
                  "'>\n";
    row("entity bomb", laughs + "]>\n<graphml>&p;</graphml>", "xml.entities 3");
    row("external entity",
        "<!DOCTYPE graphml [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><graphml>&x;</graphml>",
        "xml.entities 1");
    row("parameter entity",
        "<!DOCTYPE graphml [<!ENTITY % x SYSTEM 'file:///etc/hostname'> %x;]><graphml/>",
        "xml.entities 1");
}

void TestGraphml::refused()
{
    QFETCH(QByteArray, graphml);
    QFETCH(QString, error);
    QCOMPARE(errorOf(graphml), error);
}

void TestGraphml::nothingFromOutsideIsRead()
{
    // A document type alone is common and harmless: its file is not looked for.
    const NetworkReading reading = readText("<!DOCTYPE graphml SYSTEM 'file:///etc/hostname'>" +
                                            page("<key id='n' for='node' attr.name='name'/>",
                                                 "<node id='a'><data key='n'>A</data></node>"));
    QCOMPARE(reading.network.firmCount(), std::size_t{1});
}

void TestGraphml::cutShort()
{
    const QByteArray whole = synthetic(20, 40).graphml;
    QCOMPARE(errorOf(whole.left(whole.size() / 2)).section(QLatin1Char(' '), 0, 0),
             QStringLiteral("xml.broken"));
}

void TestGraphml::mutationsNeverCrash()
{
    std::mt19937 random(31);
    const auto below = [&random](qsizetype n) {
        return static_cast<qsizetype>(random() % static_cast<std::uint64_t>(n));
    };
    const std::vector<QByteArray> good{synthetic(10, 20).graphml,
                                       Folder::bytes(data + QStringLiteral("gephi.graphml")),
                                       Folder::bytes(data + QStringLiteral("yed.graphml")),
                                       Folder::bytes(data + QStringLiteral("networkx.graphml"))};
    int usable = 0;
    for (int round = 0; round < 600; ++round) {
        QByteArray bad = good[static_cast<std::size_t>(round) % good.size()];
        for (qsizetype k = below(3); k >= 0; --k) {
            const qsizetype at = below(bad.size());
            if (round % 2 == 0)
                bad[at] = static_cast<char>(below(256));
            else if (const qsizetype tag = bad.indexOf('<', at); tag >= 0)
                bad.insert(tag, bad.mid(tag, bad.indexOf('>', tag) + 1 - tag));
        }
        usable += errorOf(bad) == u"read" ? 1 : 0;
    }
    QVERIFY(usable > 10);
}

void TestGraphml::mappingWordsAreOurs()
{
    const Mapping mapping(QStringLiteral("graphml"));
    QFile file(QStringLiteral(":/gyre/mappings/graphml.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        const QString what = line.section(QLatin1Char(' '), 0, 0);
        const QString ours = line.section(QStringLiteral(" = "), 1);
        if (what == u"type")
            QVERIFY2(dealTypeFromName(ours), qPrintable(line));
        else if (what == u"status")
            QVERIFY2(statusFromName(ours), qPrintable(line));
        else if (what == u"kind")
            QVERIFY2(firmKindFromName(ours), qPrintable(line));
    }
    QCOMPARE(mapping.edgeField(QStringLiteral("Edge Label")), QStringLiteral("label"));
    QCOMPARE(mapping.word(QStringLiteral("type"), QStringLiteral("Stock-Grant")),
             std::optional(QStringLiteral("warrant")));
}

QTEST_APPLESS_MAIN(TestGraphml)
#include "tst_graphml.moc"
