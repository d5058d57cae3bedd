// The tables behind the pictures: what they say comes back when they are read again, and each row
// names its source.
#include "graph/interchange/csv.h"
#include "graph/interchange/facttables.h"
#include "tests/support/folder.h"

#include <QtTest>

using namespace gyre;
using namespace gyre::test;
using namespace Qt::StringLiterals;

namespace {

Shared<Evidence> page(const QString& publisher, const QString& url)
{
    Evidence evidence;
    evidence.publisher = publisher;
    evidence.title = u"A \"quoted\", long title"_s;
    evidence.url = url;
    evidence.date = PartialDate::month(2025, 11);
    return Shared<Evidence>(evidence);
}

Firm firmOf(const QString& id, const QString& name)
{
    Firm firm;
    firm.id = id;
    firm.name = name;
    return firm;
}

Deal dealBetween(FirmId from, FirmId to)
{
    Deal deal;
    deal.id = u"mill-quay"_s;
    deal.from = from;
    deal.to = to;
    deal.type = DealType::EquityInvestment;
    deal.amount = Amount::of(4'000'000'000, Currency::usd(), Qualifier::UpTo);
    deal.status = Status::Signed;
    deal.date = PartialDate::quarter(2025, 3);
    DealDetail detail;
    detail.note = u"=SUM(A1)\nsecond line"_s;
    detail.stakePercent = 4.25;
    detail.termYears = 7;
    deal.detail = detail;
    deal.evidence = {page(u"Paper"_s, u"https://example.org/1"_s),
                     page(u"Other Paper"_s, u"https://example.org/2"_s)};
    return deal;
}

/// Cells of one column, without the head; quoted line ends are not expected in it.
QByteArrayList columnOf(const QByteArray& table, const char* name)
{
    QByteArrayList cells;
    const auto lines = table.trimmed().split('\n');
    const auto at = lines.front().split(',').indexOf(name);
    for (const QByteArray& line : lines.mid(1))
        cells << line.split(',').value(at);
    return cells;
}

} // namespace

class TestFactTables : public QObject
{
    Q_OBJECT

private slots:
    void dealsComeBack();
    void claimsComeBack();
    void briefingIsTheSource();
    void undisclosedIsEmptyNotZero();
};

void TestFactTables::dealsComeBack()
{
    NetworkEditor edit;
    const FirmId mill = edit.addFirm(firmOf(u"mill"_s, u"Mill, Inc."_s));
    const FirmId quay = edit.addFirm(firmOf(u"quay"_s, u"-Quay"_s));
    edit.addDeal(dealBetween(mill, quay));
    Deal collective = dealBetween(FirmId(), quay);
    collective.id = u"round"_s;
    edit.addDeal(collective);
    const QByteArray table = dealTable(viewOf(edit.network(), {}), {});
    QVERIFY(table.contains("\"Mill, Inc.\""));
    QVERIFY(table.contains(",'-Quay,"));
    QVERIFY(table.contains("Other Paper"));

    const Folder folder;
    folder.put(u"organizations.csv"_s, "id,name\nmill,\"Mill, Inc.\"\nquay,Quay\n");
    folder.put(u"deals.csv"_s, table);
    const NetworkReading read = readCsvFolder(folder.path());
    QCOMPARE(read.network.dealCount(), std::size_t{2});
    const Deal& deal = read.network.deal(DealId{0});
    const Deal wanted = dealBetween(mill, quay);
    QCOMPARE(deal.amount, wanted.amount);
    QCOMPARE(deal.date, wanted.date);
    QCOMPARE(deal.status, wanted.status);
    QCOMPARE(deal.detail->note, wanted.detail->note);
    QCOMPARE(deal.detail->stakePercent, wanted.detail->stakePercent);
    QCOMPARE(deal.detail->termYears, wanted.detail->termYears);
    QCOMPARE(*deal.evidence.front(), *wanted.evidence.front());
    QVERIFY(read.network.deal(DealId{1}).hasCollectivePayer());
}

void TestFactTables::claimsComeBack()
{
    Valuation value;
    value.id = u"v"_s;
    value.amount = Amount::of(9'000'000'000, Currency::usd(), Qualifier::AtLeast);
    value.basis = Basis::PostMoney;
    value.status = Status::Signed;
    value.date = PartialDate::year(2024);
    Stake stake;
    stake.id = u"s"_s;
    stake.percent = 12.5;
    stake.qualifier = Qualifier::About;
    const std::vector<ValuationRow> values{{&value, u"quay"_s, u"Quay"_s, true}};
    const std::vector<StakeRow> stakes{
        {&stake, u"mill"_s, u"Mill"_s, u"quay"_s, u"Quay"_s, false, true}};
    QCOMPARE(columnOf(valuationTable(values, {}), "background"), QByteArrayList{"true"});
    QCOMPARE(columnOf(stakeTable(stakes, {}), "drawn"), QByteArrayList{"true"});

    const Folder folder;
    folder.put(u"organizations.csv"_s, "id,name\nmill,Mill\nquay,Quay\n");
    folder.put(u"valuations.csv"_s, valuationTable(values, {}));
    folder.put(u"stakes.csv"_s, stakeTable(stakes, {}));
    const NetworkReading read = readCsvFolder(folder.path());
    QCOMPARE(read.network.valuations().size(), std::size_t{1});
    QCOMPARE(read.network.valuations()[0].amount, value.amount);
    QCOMPARE(read.network.valuations()[0].basis, value.basis);
    QCOMPARE(read.network.valuations()[0].date, value.date);
    QCOMPARE(read.network.stakes()[0].percent, 12.5);
    QCOMPARE(read.network.stakes()[0].qualifier, Qualifier::About);
}

void TestFactTables::briefingIsTheSource()
{
    ReadBriefing read;
    read.briefing.id = u"b1"_s;
    read.briefing.title = u"Mill weighs Quay"_s;
    read.briefing.publisher = u"Harbour Post"_s;
    read.briefing.date = PartialDate::day(2025, 12, 16);
    Evidence evidence;
    evidence.briefing = u"b1"_s;
    evidence.quote = u"Mill is in talks"_s;
    NetworkEditor edit;
    const FirmId mill = edit.addFirm(firmOf(u"mill"_s, u"Mill"_s));
    const FirmId quay = edit.addFirm(firmOf(u"quay"_s, u"Quay"_s));
    Deal deal;
    deal.from = mill;
    deal.to = quay;
    deal.type = DealType::Debt;
    deal.evidence = {Shared<Evidence>(evidence)};
    edit.addDeal(deal);
    const QByteArray table = dealTable(viewOf(edit.network(), {}), {Shared<ReadBriefing>(read)});
    QCOMPARE(columnOf(table, "source_publisher"), QByteArrayList{"Harbour Post"});
    QCOMPARE(columnOf(table, "source_title"), QByteArrayList{"Mill weighs Quay"});
    QCOMPARE(columnOf(table, "source_date"), QByteArrayList{"2025-12-16"});
    QCOMPARE(columnOf(table, "quote"), QByteArrayList{"Mill is in talks"});
}

void TestFactTables::undisclosedIsEmptyNotZero()
{
    NetworkEditor edit;
    const FirmId mill = edit.addFirm(firmOf(u"mill"_s, u"Mill"_s));
    Deal deal;
    deal.from = mill;
    deal.to = edit.addFirm(firmOf(u"quay"_s, u"Quay"_s));
    deal.type = DealType::Warrant;
    edit.addDeal(deal);
    deal.amount = Amount::exactly(0, Currency::usd());
    edit.addDeal(deal);
    const QByteArray table = dealTable(viewOf(edit.network(), {}), {});
    QCOMPARE(columnOf(table, "amount_high"), (QByteArrayList{"", "0"}));
}

QTEST_APPLESS_MAIN(TestFactTables)
#include "tst_facttables.moc"
