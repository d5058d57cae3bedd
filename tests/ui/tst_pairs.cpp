// One arc for the deals of a pair: what is merged, what it says, and what stays apart.
#include "tests/support/networktext.h"
#include "tests/ui/scenes.h"
#include "ui/picture/pairs.h"
#include "ui/picture/picturefile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace gyre;
using namespace gyre::test;
using namespace Qt::StringLiterals;

namespace {

Scene merged(const Network& network)
{
    Scene scene = sceneOf(network);
    scene.look.mergesPairs = true;
    return scene;
}

Network shopAndLab(const std::vector<Deal>& deals)
{
    Draft draft;
    const FirmId shop = draft.firm("shop", "Bigshop");
    const FirmId lab = draft.firm("lab", "Thinklab");
    for (Deal deal : deals) {
        deal.id = u"d%1"_s.arg(draft.editor.network().dealSlots());
        deal.from = shop;
        deal.to = lab;
        draft.editor.addDeal(deal);
    }
    return draft.editor.done();
}

Deal dealOf(DealType type, const Amount& amount, Status status = Status::Signed)
{
    Deal deal;
    deal.type = type;
    deal.amount = amount;
    deal.status = status;
    return deal;
}

QStringList labels(const Picture& picture)
{
    QStringList labels;
    for (const Arc& arc : picture.arcs)
        labels << arc.label.text;
    labels.sort();
    return labels;
}

} // namespace

class TestPairs : public QObject
{
    Q_OBJECT

private slots:
    void countAndSumStandOnTheArc();
    void labelsKeepHedgesAndCurrencies_data();
    void labelsKeepHedgesAndCurrencies();
    void aRumourIsNeverDrawnLikeAFact();
    void theLineIsOfTheLeastSure();
    void severalTypesAreNoTypesColour();
    void widthsFollowTheSums();
    void theLegendSaysIt();
    void keysOfALegendLieApart();
    void theGeometryNamesEveryDeal();
    void screenReadersHearTheWhole();
    void everyDealIsInOneBundle();
};

void TestPairs::countAndSumStandOnTheArc()
{
    const Network network =
        shopAndLab({dealOf(DealType::EquityInvestment, billion(10, Qualifier::UpTo)),
                    dealOf(DealType::EquityInvestment, billion(8)),
                    dealOf(DealType::EquityInvestment, billion(30))});
    const Picture picture = compose(merged(network)).picture;
    QCOMPARE(labels(picture), QStringList{u"3 deals, ≤ $48B"_s});
    QCOMPARE(picture.arcs.front().merged.size(), std::size_t(3));
    QCOMPARE(compose(sceneOf(network)).picture.arcs.size(), std::size_t(3));
}

void TestPairs::labelsKeepHedgesAndCurrencies_data()
{
    QTest::addColumn<std::vector<Amount>>("amounts");
    QTest::addColumn<QString>("label");
    const auto euros = [](std::int64_t count) {
        return Amount::exactly(count * 1'000'000'000, *Currency::parse(u"EUR"));
    };
    using Amounts = std::vector<Amount>;
    QTest::newRow("exact") << Amounts{billion(1), billion(2)} << u"2 deals, $3B"_s;
    QTest::newRow("open") << Amounts{billion(1), billion(2, Qualifier::AtLeast)}
                          << u"2 deals, ≥ $3B"_s;
    QTest::newRow("about") << Amounts{billion(1), billion(2, Qualifier::About)}
                           << u"2 deals, ≈ $3B"_s;
    QTest::newRow("undisclosed") << Amounts{billion(1), Amount(), Amount()}
                                 << u"3 deals, $1B + 2 n/d"_s;
    QTest::newRow("nothing disclosed") << Amounts{Amount(), Amount()} << u"2 deals"_s;
    QTest::newRow("currencies") << Amounts{billion(1), euros(2)} << u"2 deals, €2B + $1B"_s;
}

void TestPairs::labelsKeepHedgesAndCurrencies()
{
    QFETCH(std::vector<Amount>, amounts);
    QFETCH(QString, label);
    std::vector<Deal> deals;
    for (const Amount& amount : amounts)
        deals.push_back(dealOf(DealType::EquityInvestment, amount));
    QCOMPARE(labels(compose(merged(shopAndLab(deals))).picture), QStringList{label});
}

void TestPairs::aRumourIsNeverDrawnLikeAFact()
{
    Deal denied = dealOf(DealType::EquityInvestment, billion(5), Status::Announced);
    denied.denied = true;
    Scene scene = merged(
        shopAndLab({dealOf(DealType::EquityInvestment, billion(10), Status::Rumoured),
                    dealOf(DealType::EquityInvestment, billion(8), Status::Signed),
                    dealOf(DealType::EquityInvestment, billion(1), Status::Closed),
                    dealOf(DealType::EquityInvestment, billion(2), Status::InTalks), denied}));
    Filter all;
    all.statuses.set();
    scene.view = viewOf(scene.view.network(), all);
    const Picture picture = compose(scene).picture;
    QCOMPARE(labels(picture), (QStringList{u"$10B"_s, u"$2B"_s, u"$5B"_s, u"2 deals, $9B"_s}));
    for (const Arc& arc : picture.arcs) {
        if (arc.label.text == u"$10B")
            QVERIFY(arc.dash == Dash::Dotted);
        if (arc.label.text == u"2 deals, $9B")
            QVERIFY(arc.dash == Dash::Solid && arc.head == Head::Open);
        QCOMPARE(arc.isStruck, arc.label.text == u"$5B");
    }
}

void TestPairs::theLineIsOfTheLeastSure()
{
    const Picture closed =
        compose(
            merged(shopAndLab({dealOf(DealType::EquityInvestment, billion(1), Status::Closed),
                               dealOf(DealType::EquityInvestment, billion(1), Status::Closed)})))
            .picture;
    QVERIFY(closed.arcs.front().head == Head::Filled);
}

void TestPairs::severalTypesAreNoTypesColour()
{
    const Network network = shopAndLab({dealOf(DealType::EquityInvestment, billion(1)),
                                        dealOf(DealType::PurchaseCommitment, billion(2)),
                                        dealOf(DealType::Partnership, {})});
    const Picture picture = compose(merged(network)).picture;
    QCOMPARE(picture.arcs.size(), std::size_t(2));
    for (const Arc& arc : picture.arcs)
        QCOMPARE(arc.colour == picture.palette.ink, arc.merged.size() == 2);
    QVERIFY(textOf(pieceOf(picture, u"legend"_s)).contains(u"of several types"_s));
}

void TestPairs::widthsFollowTheSums()
{
    Draft draft;
    const FirmId shop = draft.firm("shop", "Bigshop");
    const FirmId lab = draft.firm("lab", "Thinklab");
    const FirmId chips = draft.firm("chips", "Chipworks");
    draft.deal("a", shop, lab, DealType::EquityInvestment, billion(20));
    draft.deal("b", shop, lab, DealType::EquityInvestment, billion(20));
    draft.deal("c", chips, lab, DealType::EquityInvestment, billion(40));
    draft.deal("d", chips, shop, DealType::EquityInvestment, billion(20));
    const Picture picture = compose(merged(draft.editor.done())).picture;
    QCOMPARE(arcOf(picture, u"a"_s)->width, arcOf(picture, u"c"_s)->width);
    QVERIFY(arcOf(picture, u"d"_s)->width < arcOf(picture, u"a"_s)->width);
}

void TestPairs::theLegendSaysIt()
{
    const Network network = shopAndLab({dealOf(DealType::EquityInvestment, billion(1)),
                                        dealOf(DealType::EquityInvestment, billion(2))});
    const QString words = u"an arrow may stand for several deals"_s;
    QVERIFY(textOf(pieceOf(compose(merged(network)).picture, u"legend"_s)).contains(words));
    QVERIFY(!textOf(pieceOf(compose(sceneOf(network)).picture, u"legend"_s)).contains(words));
}

/// Whatever has to be said and however narrow it is: no key lies on another.
void TestPairs::keysOfALegendLieApart()
{
    Draft draft;
    std::vector<FirmId> firms;
    for (int i = 0; i < firmKindCount; ++i)
        firms.push_back(draft.firm(qPrintable(u"f%1"_s.arg(i)), qPrintable(u"Firm %1"_s.arg(i)),
                                   static_cast<FirmKind>(i)));
    for (int i = 0; i < 2 * dealTypeCount; ++i)
        draft.deal(qPrintable(u"d%1"_s.arg(i)), firms[std::size_t(i / 4)], firms[8],
                   static_cast<DealType>(i % dealTypeCount), billion(1 + i),
                   static_cast<Status>(i % 6));
    const Network network = draft.editor.done();
    for (int width = 420; width <= 1700; width += 40) {
        Scene scene = merged(network);
        scene.look.size = QSizeF(width, 1000);
        const Picture picture = compose(scene).picture;
        const Furniture* legend = pieceOf(picture, u"legend"_s);
        if (legend == nullptr)
            continue;
        for (std::size_t i = 0; i < legend->texts.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY2(!legend->texts[i].box.intersects(legend->texts[j].box),
                         qPrintable(u"%1 px: “%2” on “%3”"_s.arg(width).arg(
                             legend->texts[i].text, legend->texts[j].text)));
    }
}

void TestPairs::theGeometryNamesEveryDeal()
{
    const Picture picture =
        compose(merged(shopAndLab({dealOf(DealType::EquityInvestment, billion(1)),
                                   dealOf(DealType::EquityInvestment, billion(2, Qualifier::UpTo)),
                                   dealOf(DealType::Partnership, {})})))
            .picture;
    const QJsonObject root = QJsonDocument::fromJson(geometryJson(picture)).object();
    QStringList named;
    for (const QJsonValue edge : root[u"edges"].toArray()) {
        const QJsonObject object = edge.toObject();
        if (object.contains(u"deals"))
            for (const QJsonValue id : object[u"deals"].toArray())
                named << id.toString();
        else
            named << object[u"deal"].toString();
        if (object.contains(u"deals")) {
            QCOMPARE(object[u"amount_low"].toInteger(), 1'000'000'000);
            QCOMPARE(object[u"amount_high"].toInteger(), 3'000'000'000);
        }
    }
    named.sort();
    QCOMPARE(named, (QStringList{u"d0"_s, u"d1"_s, u"d2"_s}));
}

void TestPairs::screenReadersHearTheWhole()
{
    const Picture picture =
        compose(
            merged(shopAndLab({dealOf(DealType::EquityInvestment, billion(10, Qualifier::UpTo)),
                               dealOf(DealType::PurchaseCommitment, billion(38), Status::Closed)})))
            .picture;
    QCOMPARE(picture.arcs.front().spoken,
             u"Bigshop to Thinklab, 2 deals, together 38 to 48 billion dollars, the least sure: "
             u"signed"_s);
    QCOMPARE(picture.arcs.front().spokenDetail,
             u"equity investment up to 10 billion dollars; purchase commitment 38 billion "
             u"dollars"_s);
}

/// Against a plain count: no deal is lost, none is drawn twice, and what is together is alike.
void TestPairs::everyDealIsInOneBundle()
{
    for (quint32 seed = 0; seed < 20; ++seed) {
        Filter all;
        all.statuses.set();
        all.types.set();
        const View view = viewOf(randomNetwork(6, 60, seed), all);
        std::map<DealId, int> seen;
        for (const Bundle& bundle : bundlesOf(view, true)) {
            const Deal& first = view.network().deal(bundle.deals.front());
            for (const DealId id : bundle.deals) {
                const Deal& deal = view.network().deal(id);
                ++seen[id];
                QVERIFY(deal.from == first.from && deal.to == first.to);
                QVERIFY((deal.status == Status::Rumoured) == (first.status == Status::Rumoured));
                QVERIFY((deal.type == DealType::Partnership) ==
                        (first.type == DealType::Partnership));
                QCOMPARE(deal.denied || deal.status == Status::Cancelled, bundle.isStruck);
            }
            QVERIFY(!bundle.isMerged() || !first.hasCollectivePayer());
        }
        QCOMPARE(seen.size(), view.dealCount());
        for (const auto& [id, count] : seen)
            QCOMPARE(count, 1);
        QCOMPARE(bundlesOf(view, false).size(), view.dealCount());
    }
}

QTEST_MAIN(TestPairs)
#include "tst_pairs.moc"
