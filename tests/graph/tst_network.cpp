// The network as a value: edits change what they should and nothing else, and what was before
// stays.
#include "graph/model/edits.h"
#include "graph/model/network.h"
#include "tests/support/networktext.h"

#include <QtTest>

#include <map>

using namespace gyre;

namespace {

/// The same network, kept the plain way.
struct Twin
{
    std::map<std::uint32_t, Firm> firms;
    std::map<std::uint32_t, Deal> deals;
};

void compare(const Network& network, const Twin& twin)
{
    QCOMPARE(network.firmCount(), twin.firms.size());
    QCOMPARE(network.dealCount(), twin.deals.size());
    std::map<std::uint32_t, std::vector<DealId>> out;
    std::map<std::uint32_t, std::vector<DealId>> in;
    for (const auto& [key, deal] : twin.deals) {
        QVERIFY(network.contains(DealId{key}));
        QCOMPARE(network.deal(DealId{key}), deal);
        QCOMPARE(network.findDeal(deal.id), std::optional(DealId{key}));
        QCOMPARE(network.facts(DealId{key}).to, deal.to);
        QCOMPARE(network.facts(DealId{key}).status, deal.status);
        if (deal.from.isValid()) {
            out[deal.from.value].push_back(DealId{key});
            in[deal.to.value].push_back(DealId{key});
        }
    }
    const auto sorted = [](std::span<const DealId> deals) {
        std::vector<DealId> copy(deals.begin(), deals.end());
        std::ranges::sort(copy);
        return copy;
    };
    for (const auto& [key, firm] : twin.firms) {
        QCOMPARE(network.firm(FirmId{key}), firm);
        QCOMPARE(network.findFirm(firm.id), std::optional(FirmId{key}));
        QCOMPARE(sorted(network.out(FirmId{key})), out[key]);
        QCOMPARE(sorted(network.in(FirmId{key})), in[key]);
    }
}

/// One random edit on both. Ids are made unique here, so that the twin needs no rule for that.
void edit(NetworkEditor& editor, Twin& twin, QRandomGenerator& random, int step)
{
    const auto firms = editor.network().firms();
    const auto deals = editor.network().deals();
    const auto anyFirm = [&] { return firms[random.bounded(quint32(firms.size()))]; };
    const int kind = firms.size() < 2 ? 0 : random.bounded(6);
    Deal deal;
    deal.id = QStringLiteral("deal%1").arg(step);
    if (kind == 0) {
        Firm firm;
        firm.id = QStringLiteral("firm%1").arg(step);
        firm.name = QStringLiteral("Firm %1").arg(step);
        twin.firms[editor.addFirm(firm).value] = firm;
    } else if (kind <= 2 || deals.empty()) {
        deal.from = random.bounded(5) == 0 ? FirmId{} : anyFirm();
        deal.to = anyFirm();
        twin.deals[editor.addDeal(deal).value] = deal;
    } else if (kind == 3) {
        const DealId id = deals[random.bounded(quint32(deals.size()))];
        deal = editor.network().deal(id);
        deal.from = anyFirm();
        deal.status = Status(random.bounded(7));
        editor.setDeal(id, deal);
        twin.deals[id.value] = deal;
    } else if (kind == 4) {
        const DealId id = deals[random.bounded(quint32(deals.size()))];
        editor.removeDeal(id);
        twin.deals.erase(id.value);
    } else {
        const FirmId id = anyFirm();
        const Network& network = editor.network();
        if (network.out(id).empty() && network.in(id).empty() &&
            network.fromCollective(id).empty()) {
            editor.removeFirm(id);
            twin.firms.erase(id.value);
        }
    }
}

} // namespace

class TestNetwork : public QObject
{
    Q_OBJECT

private slots:
    void likeAPlainNetworkUnderRandomEdits();
    void versionsBeforeStayAsTheyWere();
    void sameIdGetsANumber();
    void rejectingChangesOneDeal();
    void renamedFirmKeepsItsOldNameAsAlias();
    void mergedByNameAliasAndId();
    void foreignIdsAloneDoNotJoinFirms();
    void assembledTwiceIsAssembledOnce();
    void roundTotalRowMarksItsDeals();
};

void TestNetwork::likeAPlainNetworkUnderRandomEdits()
{
    for (quint32 seed = 1; seed <= 20; ++seed) {
        QRandomGenerator random(seed);
        NetworkEditor editor;
        Twin twin;
        for (int step = 0; step < 400; ++step) {
            edit(editor, twin, random, step);
            if (step % 40 == 39) {
                compare(editor.network(), twin);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }
}

void TestNetwork::versionsBeforeStayAsTheyWere()
{
    QRandomGenerator random(99);
    Network network = test::randomNetwork(300, 1200, 5);
    Twin twin;
    for (const FirmId id : network.firms())
        twin.firms[id.value] = network.firm(id);
    for (const DealId id : network.deals())
        twin.deals[id.value] = network.deal(id);
    std::vector<std::pair<Network, Twin>> versions{{network, twin}};
    for (int step = 10000; step < 10060; ++step) {
        NetworkEditor editor(versions.back().first);
        Twin next = versions.back().second;
        edit(editor, next, random, step);
        versions.emplace_back(editor.done(), std::move(next));
    }
    for (const auto& [version, plain] : versions) {
        compare(version, plain);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(versions.front().first == network);
    QVERIFY(!(versions.back().first == network));
}

void TestNetwork::sameIdGetsANumber()
{
    NetworkEditor edit;
    Firm firm;
    firm.id = QStringLiteral("acme");
    const FirmId first = edit.addFirm(firm);
    const FirmId second = edit.addFirm(firm);
    QCOMPARE(edit.network().firm(first).id, QStringLiteral("acme"));
    QCOMPARE(edit.network().firm(second).id, QStringLiteral("acme-2"));
    QCOMPARE(edit.network().findFirm(QStringLiteral("acme-2")), std::optional(second));
}

void TestNetwork::rejectingChangesOneDeal()
{
    const Network before =
        test::drawn({QStringLiteral("A -> B: equity 1"), QStringLiteral("B -> A: purchase 2")});
    const Network after = reviewed(before, DealId{0}, Review::Rejected);
    QCOMPARE(before.deal(DealId{0}).review, Review::Unreviewed);
    QCOMPARE(after.deal(DealId{0}).review, Review::Rejected);
    QVERIFY(after.facts(DealId{0}).isRejected);
    QCOMPARE(after.deal(DealId{1}), before.deal(DealId{1}));
    QVERIFY(reviewed(after, DealId{0}, Review::Unreviewed) == before);
}

void TestNetwork::renamedFirmKeepsItsOldNameAsAlias()
{
    const Network before = test::drawn({QStringLiteral("Acme -> Beta: equity 1")});
    const FirmId acme = *before.findFirmNamed(QStringLiteral("Acme"));
    const Network after = renamed(before, acme, QStringLiteral("Acme Holdings"));
    QCOMPARE(after.firm(acme).name, QStringLiteral("Acme Holdings"));
    QCOMPARE(after.findFirmNamed(QStringLiteral("ACME")), std::optional(acme));
    const Network again = renamed(after, acme, QStringLiteral("Acme"));
    QCOMPARE(again.firm(acme).detail->aliases, QStringList{QStringLiteral("Acme Holdings")});
}

void TestNetwork::mergedByNameAliasAndId()
{
    NetworkEditor edit(test::drawn({QStringLiteral("Amazon -> Acme AI: equity 1")}));
    Firm amazon = edit.network().firm(FirmId{0});
    amazon.detail.edit([](FirmDetail& detail) { detail.aliases << QStringLiteral("AWS"); });
    edit.setFirm(FirmId{0}, amazon);
    const Network first = edit.done();
    const Network second = test::drawn(
        {QStringLiteral("ACME A.I. -> AWS: purchase 2"), QStringLiteral("Zed -> AWS: equity 3")});
    const Network both = merged(first, second);
    QCOMPARE(both.firmCount(), 3U);
    QCOMPARE(both.dealCount(), 3U);
    QCOMPARE(both.in(FirmId{0}).size(), 2U);
    QCOMPARE(both.out(*both.findFirmNamed(QStringLiteral("Acme AI"))).size(), 1U);
}

void TestNetwork::foreignIdsAloneDoNotJoinFirms()
{
    const auto one = [](const char* name) {
        NetworkEditor edit;
        Firm firm;
        firm.id = QStringLiteral("n1");
        firm.name = QString::fromLatin1(name);
        edit.addFirm(firm);
        return edit.done();
    };
    QCOMPARE(merged(one("Acme"), one("Beta")).firmCount(), 2U);
    QCOMPARE(merged(one("Acme"), one("Acme")).firmCount(), 1U);
    QCOMPARE(merged(one("Acme"), one("")).firmCount(), 1U);
}

void TestNetwork::assembledTwiceIsAssembledOnce()
{
    Extraction extraction;
    for (const char* name : {"Acme", "Beta"}) {
        Firm firm;
        firm.id = nameKey(QString::fromLatin1(name));
        firm.name = QString::fromLatin1(name);
        extraction.firms.push_back(firm);
    }
    Deal deal;
    deal.id = QStringLiteral("d-1");
    deal.from = FirmId{0};
    deal.to = FirmId{1};
    deal.detail.edit([](DealDetail& detail) { detail.groupMembers = {FirmId{1}}; });
    extraction.deals.push_back(deal);
    Stake stake;
    stake.id = QStringLiteral("s-1");
    stake.holder = FirmId{1};
    stake.org = FirmId{0};
    stake.percent = 27;
    extraction.stakes.push_back(stake);

    const Network base = test::drawn({QStringLiteral("Zed -> Beta: equity 1")});
    const Network once = assembled(base, extraction);
    QCOMPARE(once.firmCount(), 3U);
    const FirmId beta = *once.findFirmNamed(QStringLiteral("Beta"));
    const DealId added = *once.findDeal(QStringLiteral("d-1"));
    QCOMPARE(once.deal(added).to, beta);
    QCOMPARE(once.deal(added).detail->groupMembers, std::vector{beta});
    QCOMPARE(once.stakes()[0].holder, beta);
    const Network twice = assembled(once, extraction);
    QCOMPARE(twice.dealCount(), once.dealCount());
    QCOMPARE(twice.stakes().size(), 1U);
}

void TestNetwork::roundTotalRowMarksItsDeals()
{
    NetworkEditor edit(test::drawn({QStringLiteral("Round investors -> Acme: equity 5")}));
    QVERIFY(!edit.network().facts(DealId{0}).isRoundTotal);
    Firm row = edit.network().firm(FirmId{0});
    row.isRoundTotal = true;
    edit.setFirm(FirmId{0}, row);
    QVERIFY(edit.network().facts(DealId{0}).isRoundTotal);
}

QTEST_APPLESS_MAIN(TestNetwork)
#include "tst_network.moc"
