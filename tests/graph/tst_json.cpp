#include "graph/interchange/formats.h"
#include "graph/interchange/json.h"
#include "tests/support/folder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <random>

using namespace gyre;
using gyre::test::Folder;

namespace {

/// Every field set to something, by chance; two networks of one seed are the same.
class Chance
{
public:
    explicit Chance(unsigned seed)
        : m_engine(seed)
    {
    }

    int below(int n) { return static_cast<int>(m_engine() % static_cast<unsigned>(n)); }

    bool often() { return below(3) > 0; }

    std::int64_t units()
    {
        return static_cast<std::int64_t>((std::uint64_t{m_engine()} << 29) ^ m_engine());
    }

    QString text()
    {
        static const QStringList pieces{
            QStringLiteral("Quill"),     QStringLiteral(" & "),       QStringLiteral("\"so\""),
            QStringLiteral("\\n"),       QStringLiteral("line\nnew"), QStringLiteral("tab\t"),
            QStringLiteral("é€漢"),      QStringLiteral("😀"),         QString(QChar(0xD83D)),
            QString(QChar(char16_t{1})), QStringLiteral("<b>"),       QString(QChar(0x2028))};
        QString text;
        for (int i = below(4); i >= 0; --i)
            text += pieces[below(static_cast<int>(pieces.size()))];
        return text;
    }

    std::optional<PartialDate> date()
    {
        switch (below(5)) {
        case 0:
            return PartialDate::year(1990 + below(40));
        case 1:
            return PartialDate::quarter(2020, 1 + below(4));
        case 2:
            return PartialDate::month(2021, 1 + below(12));
        case 3:
            return PartialDate::day(2022, 1 + below(12), 1 + below(28));
        default:
            return std::nullopt;
        }
    }

    EvidenceList evidence()
    {
        EvidenceList list;
        for (int i = below(3); i >= 0; --i) {
            Evidence one;
            const int kind = below(3);
            if (kind == 0) {
                const int start = below(500);
                one.briefing = QStringLiteral("b%1").arg(below(3));
                one.span = {start, start + 1 + below(50)};
                one.quote = text();
            } else if (kind == 1) {
                one.publisher = text();
                one.title = text();
                one.url = QStringLiteral("https://example.org/?a=1&b=2");
                one.date = date();
            } else {
                one.note = text();
            }
            list.emplace_back(one);
        }
        return list;
    }

    template<typename Fact>
    void provenance(Fact& fact)
    {
        fact.evidence = evidence();
        fact.rule = often() ? QStringLiteral("invest-in") : QString();
        fact.review = static_cast<Review>(below(reviewCount));
        fact.inferred = InferredFields::fromInt(below(256));
        fact.confidence = static_cast<float>(below(1000)) / 1000.0F;
    }

    Amount amount()
    {
        const Currency currency = often() ? Currency::usd() : *Currency::parse(u"EUR");
        const auto qualifier = static_cast<Qualifier>(below(7));
        if (qualifier == Qualifier::Undisclosed)
            return {std::nullopt, std::nullopt, Currency{}, qualifier};
        return Amount::of(units(), currency, qualifier);
    }

private:
    std::mt19937 m_engine;
};

Firm someFirm(Chance& chance, int i)
{
    Firm firm;
    firm.id = QStringLiteral("firm-%1").arg(i);
    firm.name = chance.text() + QString::number(i);
    firm.kind = static_cast<FirmKind>(chance.below(firmKindCount));
    firm.isRoundTotal = chance.below(8) == 0;
    if (chance.often()) {
        FirmDetail detail;
        detail.ticker = chance.text();
        detail.country = QStringLiteral("DE");
        detail.founded = 1900 + chance.below(120);
        detail.aliases = {chance.text(), chance.text()};
        Evidence mention;
        mention.briefing = QStringLiteral("b1");
        mention.span = {chance.below(9), 10};
        mention.quote = chance.text();
        detail.mentions.emplace_back(mention);
        detail.other = {{chance.text(), chance.text()}};
        firm.detail = detail;
    }
    return firm;
}

Deal someDeal(Chance& chance, int i, int firms)
{
    Deal deal;
    deal.id = QStringLiteral("deal-%1").arg(i);
    const auto firm = [&] { return FirmId{static_cast<std::uint32_t>(chance.below(firms))}; };
    if (chance.often())
        deal.from = firm();
    deal.to = firm();
    deal.type = static_cast<DealType>(chance.below(dealTypeCount));
    deal.status = static_cast<Status>(chance.below(statusCount));
    deal.denied = chance.often();
    deal.counted = chance.often();
    deal.amount = chance.amount();
    if (chance.below(4) == 0 && deal.amount.high)
        deal.amount.low = *deal.amount.high / 3;
    deal.date = chance.date();
    chance.provenance(deal);
    if (chance.often()) {
        DealDetail detail;
        detail.dateText = chance.text();
        detail.termYears = 0.1 * chance.below(100);
        detail.stakePercent = chance.below(1000) / 10.0;
        detail.asset = chance.text();
        detail.note = chance.text();
        detail.group = chance.text();
        detail.groupMembers = {firm(), firm()};
        detail.notCountedWhy = chance.text();
        detail.other = {{chance.text(), chance.text()}, {chance.text(), QString()}};
        deal.detail = detail;
    }
    return deal;
}

Valuation someValuation(Chance& chance, int i, int firms)
{
    Valuation valuation;
    valuation.id = QStringLiteral("v%1").arg(i);
    valuation.org = FirmId{static_cast<std::uint32_t>(chance.below(firms))};
    valuation.amount = chance.amount();
    valuation.basis = static_cast<Basis>(chance.below(basisCount));
    valuation.status = static_cast<Status>(chance.below(statusCount));
    valuation.denied = chance.often();
    valuation.date = chance.date();
    valuation.dateText = chance.text();
    chance.provenance(valuation);
    return valuation;
}

Stake someStake(Chance& chance, int i, int firms)
{
    Stake stake;
    stake.id = QStringLiteral("s%1").arg(i);
    stake.holder = FirmId{static_cast<std::uint32_t>(chance.below(firms))};
    stake.org = FirmId{static_cast<std::uint32_t>(chance.below(firms))};
    stake.percent = chance.below(100000) / 1000.0;
    stake.qualifier = static_cast<Qualifier>(chance.below(7));
    stake.status = static_cast<Status>(chance.below(statusCount));
    stake.date = chance.date();
    chance.provenance(stake);
    return stake;
}

Network someNetwork(Chance& chance)
{
    const int firms = 2 + chance.below(12);
    NetworkEditor edit;
    for (int i = 0; i < firms; ++i)
        edit.addFirm(someFirm(chance, i));
    for (int i = chance.below(30); i > 0; --i)
        edit.addDeal(someDeal(chance, i, firms));
    for (int i = chance.below(6); i > 0; --i)
        edit.addValuation(someValuation(chance, i, firms));
    for (int i = chance.below(6); i > 0; --i)
        edit.addStake(someStake(chance, i, firms));
    return edit.done();
}

ReadBriefing someBriefing(Chance& chance, int i)
{
    ReadBriefing read;
    read.briefing.id = QStringLiteral("b%1").arg(i);
    read.briefing.path = chance.text();
    read.briefing.title = chance.text();
    read.briefing.publisher = chance.often() ? chance.text() : QString();
    read.briefing.date = chance.date();
    read.briefing.language = QStringLiteral("en");
    read.briefing.sha256 = QStringLiteral("00ff");
    // Long enough for every span that facts are given here.
    read.briefing.text = chance.text() + QStringLiteral(" and so on").repeated(60);
    Extraction& found = read.extraction;
    for (int k = 0; k < 4; ++k)
        found.firms.push_back(someFirm(chance, k));
    for (int k = 0; k < 3; ++k) {
        found.deals.push_back(someDeal(chance, k, 4));
        found.valuations.push_back(someValuation(chance, k, 4));
        found.stakes.push_back(someStake(chance, k, 4));
        found.candidateDeals.push_back(someDeal(chance, 10 + k, 4));
        found.candidateValuations.push_back(someValuation(chance, 10 + k, 4));
        found.candidateStakes.push_back(someStake(chance, 10 + k, 4));
        found.unread.push_back({{k, k + 5}, QStringLiteral("unread.no-rule")});
    }
    found.diagnostics.push_back(
        {Severity::Note, QStringLiteral("some.code"), {chance.text()}, {}, 3, TextSpan{1, 2}});
    return read;
}

QByteArray smallNetwork()
{
    return R"({"organizations": [
  {"id": "quillon", "name": "Quillon", "kind": "ai_lab"},
  {"id": "marrow", "name": "Marrow Cloud", "kind": "cloud"}],
 "deals": [
  {"id": "d1", "from": "quillon", "to": "marrow", "type": "purchase_commitment",
   "amount_low": 3000000000, "amount_high": 3000000000, "qualifier": "exact", "currency": "USD",
   "status": "signed", "date": "2025-Q3", "evidence": [{"note": "told by hand"}]}]})";
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack();
    void extractedObjectComesBack();
    void namesOfTheContract();
    void oneLineForExtract();
    void placesOutsideTheTextAreRefused();
    void missingStatusIsMarkedAsAGuess();
    void factsWithoutAnyDetail();
    void badRowsAreNamedWithTheirLine();
    void listsInAnyOrder();
    void linesOfExtractAreOneNetwork();
    void whatIsNoJsonIsRefused_data();
    void whatIsNoJsonIsRefused();
    void mutationsNeverCrash();
};

void TestJson::everythingComesBack()
{
    Folder folder;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        Chance chance(seed);
        Project project;
        project.network = someNetwork(chance);
        for (int i = chance.below(3); i > 0; --i)
            project.briefings.emplace_back(someBriefing(chance, i));
        project.placement.set(FirmId{1}, {{12.25, -7.1}, true});
        const QByteArray written = networkJson(project);
        const NetworkReading read = readNetwork(folder.put(QStringLiteral("n.json"), written));
        QVERIFY2(
            read.diagnostics.empty(),
            qPrintable(QString::number(seed) +
                       (read.diagnostics.empty() ? QString() : read.diagnostics.front().code)));
        Project again;
        again.network = read.network;
        again.briefings = read.briefings;
        again.placement = read.placement;
        QCOMPARE(networkJson(again), written);
        QVERIFY(again.network == project.network);
        QVERIFY(again.briefings == project.briefings);
        QVERIFY(again.placement == project.placement);
    }
}

void TestJson::extractedObjectComesBack()
{
    Folder folder;
    Chance chance(7);
    const ReadBriefing read = someBriefing(chance, 1);
    const QByteArray line = extractionJson(read, true);
    const NetworkReading again = readNetwork(folder.put(QStringLiteral("e.json"), line));
    QCOMPARE(again.briefings.size(), std::size_t{1});
    QCOMPARE(extractionJson(*again.briefings.front(), true), line);
    QVERIFY(*again.briefings.front() == read);
    QCOMPARE(again.network.dealCount(), read.extraction.deals.size());
}

void TestJson::namesOfTheContract()
{
    ReadBriefing read;
    read.extraction.firms.resize(2);
    read.extraction.firms[0].id = QStringLiteral("payer");
    read.extraction.firms[1].id = QStringLiteral("receiver");
    Deal deal;
    deal.to = FirmId{1};
    deal.amount = Amount::of(10'000'000'000'000'001, Currency::usd(), Qualifier::UpTo);
    read.extraction.deals = {deal};
    read.extraction.valuations.resize(1);
    read.extraction.stakes.resize(1);
    const auto root = QJsonDocument::fromJson(extractionJson(read, false)).object();
    const auto keys = [](const QJsonValue& value) {
        QStringList sorted = value.toObject().keys();
        return sorted.join(QLatin1Char(' '));
    };
    QCOMPARE(keys(root), QStringLiteral("briefing candidates deals diagnostics organizations "
                                        "stakes unread valuations"));
    QCOMPARE(keys(root[u"briefing"]),
             QStringLiteral("date date_precision id language path publisher sha256 title"));
    QCOMPARE(keys(root[u"organizations"].toArray()[0]),
             QStringLiteral("aliases country founded id kind mentions name ticker"));
    const auto written = root[u"deals"].toArray()[0].toObject();
    QCOMPARE(keys(written),
             QStringLiteral("amount_high amount_low asset confidence counted currency date "
                            "date_precision date_text denied evidence from group group_members id "
                            "inferred not_counted_why qualifier review rule stake_percent status "
                            "term_years to type"));
    QCOMPARE(written[u"from"].toString(), QStringLiteral("*"));
    QCOMPARE(written[u"to"].toString(), QStringLiteral("receiver"));
    QVERIFY(written[u"amount_low"].isNull());
    QCOMPARE(written[u"amount_high"].toInteger(), 10'000'000'000'000'001);
    QCOMPARE(keys(root[u"valuations"].toArray()[0]),
             QStringLiteral("amount basis confidence currency date date_precision date_text denied "
                            "evidence id inferred org qualifier review rule status"));
    QCOMPARE(keys(root[u"stakes"].toArray()[0]),
             QStringLiteral("confidence date date_precision date_text evidence holder id inferred "
                            "org percent qualifier review rule status"));
}

void TestJson::oneLineForExtract()
{
    Chance chance(3);
    const ReadBriefing read = someBriefing(chance, 1);
    QVERIFY(!extractionJson(read, true).contains('\n'));
    const auto root = QJsonDocument::fromJson(extractionJson(read, false)).object();
    QVERIFY(!root[u"briefing"].toObject().contains(u"text"));
    // Keys keep the contract's order.
    const QByteArray text = extractionJson(read, false);
    QVERIFY(text.startsWith("{\"briefing\": {\"id\": \"b1\", \"path\": "));
    QVERIFY(text.indexOf("\"organizations\"") < text.indexOf("\"deals\""));
}

void TestJson::factsWithoutAnyDetail()
{
    Folder folder;
    const NetworkReading read = readNetwork(folder.put(QStringLiteral("n.json"), smallNetwork()));
    QVERIFY(read.diagnostics.empty());
    QCOMPARE(read.network.firmCount(), std::size_t{2});
    const Deal& deal = read.network.deal(DealId{0});
    QCOMPARE(deal.amount, Amount::exactly(3'000'000'000, Currency::usd()));
    QCOMPARE(deal.date->toString(), QStringLiteral("2025-Q3"));
    QCOMPARE(deal.evidence.front()->note, QStringLiteral("told by hand"));
}

void TestJson::badRowsAreNamedWithTheirLine()
{
    Folder folder;
    const QString path = folder.put(QStringLiteral("n.json"), R"({"organizations": [
{"id": "a", "kind": "bakery"},
{"name": "no id"},
{"id": "a"}],
"deals": [
{"id": "1", "from": "a", "to": "b", "type": "debt"},
{"id": "2", "from": "*", "to": "a", "type": "gift"},
{"id": "3", "from": "*", "to": "a", "type": "debt", "amount_low": -5},
{"id": "4", "from": "*", "to": "a", "type": "debt", "date": "2025-13"},
{"id": "5", "from": "*", "to": "a", "type": "debt", "amount_low": 2, "amount_high": 1},
{"id": "6", "from": "*", "to": "a", "type": "debt", "currency": "dollars"},
{"id": "7", "from": "*", "to": "a", "type": "debt", "confidence": 7},
{"id": "8", "from": "*", "to": "a", "type": "debt"},
17],
"stakes": {}})");
    const NetworkReading read = readNetwork(path);
    QCOMPARE(read.network.dealCount(), std::size_t{1});
    QCOMPARE(read.network.deal(DealId{0}).id, QStringLiteral("8"));
    QStringList found;
    for (const Diagnostic& diagnostic : read.diagnostics) {
        QCOMPARE(diagnostic.file, path);
        found << QStringLiteral("%1 %2").arg(*diagnostic.line).arg(diagnostic.code);
    }
    QCOMPARE(found, (QStringList{
                        QStringLiteral("2 firm.kind-unknown"), QStringLiteral("3 row.missing"),
                        QStringLiteral("4 row.duplicate-id"), QStringLiteral("6 row.unknown-firm"),
                        QStringLiteral("7 row.bad-choice"), QStringLiteral("8 row.bad-amount"),
                        QStringLiteral("9 row.bad-date"), QStringLiteral("10 row.low-above-high"),
                        QStringLiteral("11 row.bad-currency"), QStringLiteral("12 row.bad-number"),
                        QStringLiteral("14 json.object-expected"),
                        QStringLiteral("15 json.list-expected")}));
}

void TestJson::listsInAnyOrder()
{
    Folder folder;
    const NetworkReading read =
        readNetwork(folder.put(QStringLiteral("n.json"),
                               R"({"deals": [{"from": "*", "to": "a", "type": "debt"}],
                                     "organizations": [{"id": "a"}]})"));
    QVERIFY(read.diagnostics.empty());
    QCOMPARE(read.network.dealCount(), std::size_t{1});
}

void TestJson::linesOfExtractAreOneNetwork()
{
    Folder folder;
    Chance chance(11);
    const QByteArray lines = extractionJson(someBriefing(chance, 1), true) + '\n' +
                             extractionJson(someBriefing(chance, 2), true) + '\n';
    const NetworkReading read = readNetwork(folder.put(QStringLiteral("n.jsonl"), lines));
    QCOMPARE(read.briefings.size(), std::size_t{2});
}

void TestJson::placesOutsideTheTextAreRefused()
{
    Folder folder;
    const QByteArray file = R"({"briefings": [{"id": "b1", "title": "t", "text": "Quillon pays."}],
 "organizations": [{"id": "quillon", "name": "Quillon", "kind": "ai_lab"},
                   {"id": "marrow", "name": "Marrow", "kind": "cloud"}],
 "deals": [{"id": "d1", "from": "quillon", "to": "marrow", "type": "debt", "status": "signed",
            "evidence": [{"briefing": "b1", "start": 3, "end": 1000000000, "quote": "pays"}]}]})";
    const NetworkReading read = readNetwork(folder.put(QStringLiteral("n.json"), file));
    QCOMPARE(read.diagnostics.size(), std::size_t{1});
    QCOMPARE(read.diagnostics.front().code, QStringLiteral("json.span-outside"));
    const Deal& deal = read.network.deal(*read.network.findDeal(QStringLiteral("d1")));
    QCOMPARE(deal.evidence.front()->quote, QStringLiteral("pays"));
    QVERIFY(deal.evidence.front()->span == TextSpan{});
}

void TestJson::missingStatusIsMarkedAsAGuess()
{
    Folder folder;
    QByteArray file = smallNetwork();
    const auto isGuessed = [&] {
        const NetworkReading read = readNetwork(folder.put(QStringLiteral("n.json"), file));
        return read.network.deal(*read.network.findDeal(QStringLiteral("d1")))
            .inferred.testFlag(Inferred::Status);
    };
    QVERIFY(!isGuessed());
    file.replace("\"status\": \"signed\", ", "");
    QVERIFY(isGuessed());
}

void TestJson::whatIsNoJsonIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    const auto row = [](const char* name, const QByteArray& bytes, const char* code, int line) {
        QTest::newRow(name) << bytes << QString::fromLatin1(code) << line;
    };
    row("nothing", "", "reading.empty", 0);
    row("cut", smallNetwork().chopped(30), "json.ends-early", 7);
    row("no list", "[1, 2]", "json.not-ours", 1);
    row("foreign", "{\"nodes\": []}", "json.not-ours", 1);
    row("comma", "{\"deals\": [\n\n1,]}", "json.no-value", 3);
    row("colon", "{\"deals\" []}", "json.expected", 1);
    row("escape", "{\"deals\": [\"\\x\"]}", "json.bad-escape", 1);
    row("number", "{\"deals\": [01]}", "json.bad-number", 1);
    row("infinite", "{\"deals\": [1e999]}", "json.bad-number", 1);
    row("line in string", "{\"deals\": [\"a\nb\"]}", "json.string-open", 1);
    row("deep", "{\"deals\": " + QByteArray(100'000, '[') + '1' + QByteArray(100'000, ']') + "}",
        "json.too-deep", 1);
}

void TestJson::whatIsNoJsonIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(int, line);
    Folder folder;
    const QString path = folder.put(QStringLiteral("n.json"), bytes);
    try {
        readNetwork(path);
        QFAIL("nothing was said");
    } catch (const Error& error) {
        QCOMPARE(error.diagnostic().code, code);
        QCOMPARE(error.diagnostic().file, path);
        if (line > 0)
            QCOMPARE(error.diagnostic().line.value_or(0), line);
    }
}

void TestJson::mutationsNeverCrash()
{
    Folder folder;
    Chance chance(5);
    Project project;
    project.network = someNetwork(chance);
    project.briefings.emplace_back(someBriefing(chance, 1));
    const QByteArray good = networkJson(project);
    int refused = 0;
    for (int round = 0; round < 400; ++round) {
        QByteArray bad = good;
        for (int k = chance.below(4); k >= 0; --k) {
            const int at = chance.below(static_cast<int>(bad.size()));
            if (chance.often())
                bad[at] = static_cast<char>(chance.below(256));
            else
                bad.remove(at, chance.below(40));
        }
        try {
            readNetwork(folder.put(QStringLiteral("n.json"), bad));
        } catch (const Error& error) {
            ++refused;
            QVERIFY(!error.diagnostic().code.isEmpty());
        }
    }
    QVERIFY(refused > 50);
}

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
