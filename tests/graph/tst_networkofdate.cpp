// The network of a date: firms by their names of then, deals at who was party to them.
#include "graph/model/networkofdate.h"
#include "tests/support/networktext.h"

#include <QtTest>

using namespace gyre;

namespace {

FirmHistory history()
{
    return readHistory(u"renamed 2021-10-28 : Mirror; Facet; Mirror\n"
                       u"renamed 2023-07 : Chirp; Chirp; Y\n"
                       u"merged 2025-03-28 : Chirp; Mind\n"
                       u"merged 2026-02-02 : Mind; Rocket\n",
                       {})
        .history;
}

/// "2025-06 Fund -> Mind": deals in the order of the lines; without a date: "- Fund -> Mind".
Network network(const QStringList& lines)
{
    NetworkEditor edit;
    for (const QString& line : lines) {
        Deal deal = test::dealOf(edit, line.section(u' ', 1));
        deal.date = PartialDate::parse(line.section(u' ', 0, 0));
        edit.addDeal(deal);
    }
    return edit.done();
}

Network at(const Network& whole, const char* date)
{
    return networkOfDate(whole, PartialDate::parse(QString::fromLatin1(date)), history());
}

QString ends(const Network& network, std::uint32_t deal)
{
    const Deal& made = network.deal(DealId{deal});
    const QString payer = made.from.isValid() ? network.firm(made.from).name : QStringLiteral("*");
    return payer + u'>' + network.firm(made.to).name;
}

} // namespace

class TestNetworkOfDate : public QObject
{
    Q_OBJECT

private slots:
    void withoutADateNothingChanges();
    void namesOfThatDate();
    void theOtherNamesStillFindIt();
    void firmsAreKnownByAnyOfTheirNames();
    void twoFirmsNeverShareAName();
    void dealsStayWithTheirParty();
    void dealsOfDoubtfulDateStay();
    void noFirmIsMadeUp();
    void whatIsToldOfNames();
    void aFirmWithoutDealsLeftIsToldOf();
    void everyDealIsStillThere();
};

void TestNetworkOfDate::withoutADateNothingChanges()
{
    const Network whole = network({QStringLiteral("2026-05 Fund -> Mind: equity 1")});
    QVERIFY(networkOfDate(whole, std::nullopt, history()) == whole);
    QVERIFY(namesOfDate(viewOf(whole, {}), history()).empty());
}

void TestNetworkOfDate::namesOfThatDate()
{
    const Network whole = network({QStringLiteral("2018 Fund -> Mirror: equity 1"),
                                   QStringLiteral("2018 Mirror -> Chirp: equity 1")});
    QCOMPARE(ends(at(whole, "2019"), 0), u"Fund>Facet");
    QCOMPARE(ends(at(whole, "2019"), 1), u"Facet>Chirp");
    QCOMPARE(ends(at(whole, "2022"), 1), u"Mirror>Chirp");
    QCOMPARE(ends(at(whole, "2024-01-05"), 1), u"Mirror>Y");
    // An as-of date counts with its last day, as it does for deals.
    QCOMPARE(ends(at(whole, "2021-10"), 0), u"Fund>Mirror");
    QCOMPARE(ends(at(whole, "2021-10-27"), 0), u"Fund>Facet");
    QCOMPARE(at(whole, "2019").firm(FirmId{1}).id, whole.firm(FirmId{1}).id);
}

void TestNetworkOfDate::theOtherNamesStillFindIt()
{
    const Network then = at(network({QStringLiteral("2018 Fund -> Mirror: equity 1")}), "2019");
    QCOMPARE(then.findFirmNamed(QStringLiteral("Facet")), FirmId{1});
    QCOMPARE(then.findFirmNamed(QStringLiteral("Mirror")), FirmId{1});
}

void TestNetworkOfDate::firmsAreKnownByAnyOfTheirNames()
{
    const Network whole = network({QStringLiteral("2018 Fund -> Facet: equity 1")});
    QCOMPARE(ends(at(whole, "2022"), 0), u"Fund>Mirror");
    QCOMPARE(ends(at(whole, "2019"), 0), u"Fund>Facet");
}

void TestNetworkOfDate::twoFirmsNeverShareAName()
{
    const Network whole = network({QStringLiteral("2018 Facet -> Mirror: equity 1")});
    QCOMPARE(ends(at(whole, "2019"), 0), u"Facet>Mirror");
    QCOMPARE(ends(at(whole, "2022"), 0), u"Facet>Mirror");
}

void TestNetworkOfDate::dealsStayWithTheirParty()
{
    const Network whole = network({QStringLiteral("2025-06 Fund -> Mind: equity 1"),
                                   QStringLiteral("2026-05 Lender -> Mind: debt 2"),
                                   QStringLiteral("2026-02-02 Rocket -> Mind: acquisition"),
                                   QStringLiteral("2026-05 Mind -> Chips: purchase 3"),
                                   QStringLiteral("2026-05 * -> Mind: equity 4"),
                                   QStringLiteral("2025-12 Lender -> Chirp: debt 5")});
    const Network then = at(whole, "2026-06");
    QCOMPARE(ends(then, 0), u"Fund>Mind");
    QCOMPARE(ends(then, 1), u"Lender>Rocket");
    QCOMPARE(ends(then, 2), u"Rocket>Mind");
    QCOMPARE(ends(then, 3), u"Rocket>Chips");
    QCOMPARE(ends(then, 4), u"*>Rocket");
    // Of the firm that it had gone into by then, and not of the one that came after.
    QCOMPARE(ends(then, 5), u"Lender>Mind");
    QCOMPARE(ends(at(whole, "2026-01"), 5), u"Lender>Mind");
}

void TestNetworkOfDate::dealsOfDoubtfulDateStay()
{
    const Network whole = network({QStringLiteral("2026 Fund -> Mind: equity 1"),
                                   QStringLiteral("- Rocket -> Chips: purchase 1"),
                                   QStringLiteral("- Fund -> Mind: equity 1")});
    const Network then = at(whole, "2026-06");
    QCOMPARE(ends(then, 0), u"Fund>Mind");
    QCOMPARE(ends(then, 2), u"Fund>Mind");
}

void TestNetworkOfDate::noFirmIsMadeUp()
{
    const Network whole = network({QStringLiteral("2026-05 Fund -> Mind: equity 1")});
    const Network then = at(whole, "2026-06");
    QCOMPARE(ends(then, 0), u"Fund>Mind");
    QCOMPARE(then.firmCount(), whole.firmCount());
}

void TestNetworkOfDate::whatIsToldOfNames()
{
    const Network whole = network({QStringLiteral("2018 Fund -> Mirror: equity 1"),
                                   QStringLiteral("2018 Fund -> Chirp: equity 1")});
    const auto told = [&whole](const char* date) {
        Filter filter;
        filter.asOf = PartialDate::parse(QString::fromLatin1(date));
        return namesOfDate(viewOf(at(whole, date), filter), history());
    };
    QCOMPARE(told("2019").size(), 2U);
    QCOMPARE(told("2019")[0].name, u"Facet");
    QCOMPARE(told("2019")[0].laterName, u"Mirror");
    QVERIFY(!told("2019")[0].successor);
    QCOMPARE(told("2019")[1].laterName, u"Y");
    QVERIFY(told("2024").empty());
    QCOMPARE(told("2026-03").size(), 1U);
    QCOMPARE(told("2026-03")[0].name, u"Y");
    QCOMPARE(told("2026-03")[0].successor->firm, u"Rocket");
    QCOMPARE(told("2026-03")[0].successor->since, *PartialDate::parse(u"2026-02-02"));
}

/// Else nothing would say where its deals have gone.
void TestNetworkOfDate::aFirmWithoutDealsLeftIsToldOf()
{
    Filter filter;
    filter.asOf = PartialDate::parse(u"2026-06");
    const Network whole = network({QStringLiteral("2026-05 Mind -> Chips: purchase 1"),
                                   QStringLiteral("2026-05 Rocket -> Chips: purchase 1"),
                                   QStringLiteral("2026-05 Facet -> Chips: purchase 1")});
    const auto told = namesOfDate(viewOf(at(whole, "2026-06"), filter), history());
    QCOMPARE(told.size(), 1U);
    QCOMPARE(told[0].name, u"Mind");
    QCOMPARE(told[0].successor->firm, u"Rocket");
}

void TestNetworkOfDate::everyDealIsStillThere()
{
    const Network whole = test::randomNetwork(12, 300, 7);
    const FirmHistory random = readHistory(u"merged 2022 : F1; F2\nmerged 2023 : F2; F3\n"
                                           u"merged 2021-06 : F4; F1\nrenamed 2023 : F5; F5; G5",
                                           {})
                                   .history;
    const auto asOf = PartialDate::parse(u"2025");
    const Network then = networkOfDate(whole, asOf, random);
    QCOMPARE(then.deals(), whole.deals());
    int moved = 0;
    for (const DealId id : whole.deals()) {
        const Deal& before = whole.deal(id);
        const Deal& after = then.deal(id);
        const auto party = [&](FirmId firm) {
            const auto name = firm.isValid() ? whole.firm(firm).name : QString();
            const auto successor = before.date && before.date->first() <= asOf->last()
                                       ? random.successorAt(name, before.date->first())
                                       : std::nullopt;
            return successor ? whole.findFirmNamed(successor->firm).value() : firm;
        };
        const bool isWithItself = party(before.from) == party(before.to);
        QCOMPARE(after.from, isWithItself ? before.from : party(before.from));
        QCOMPARE(after.to, isWithItself ? before.to : party(before.to));
        QCOMPARE(after.amount, before.amount);
        moved += after == before ? 0 : 1;
    }
    QVERIFY(moved > 10);
}

QTEST_APPLESS_MAIN(TestNetworkOfDate)
#include "tst_networkofdate.moc"
