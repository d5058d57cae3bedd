// Pictures against those that somebody looked at and found right (tests/data/golden), as a person
// would compare them. After a change that is meant:
//     GYRE_RENEW_GOLDEN=1 build/ci/tests/tst_golden
// and then look at each picture that git shows as changed.
#include "tests/support/likeness.h"
#include "tests/ui/chartscenes.h"
#include "tests/ui/scenes.h"
#include "ui/picture/picturefile.h"

#include <QDir>
#include <QtTest>

using namespace gyre;
using namespace gyre::test;
using namespace Qt::StringLiterals;

namespace {

QString goldenFile(const QString& name)
{
    return QStringLiteral(GYRE_SOURCE_DIR "/tests/data/golden/") + name + u".png"_s;
}

/// Every status and type, hedges, a loop, a deal with oneself, two ways, a collective payer, values
/// of each kind and none.
Network specimen()
{
    Draft draft;
    const FirmId shop = draft.firm("shop", "Bigshop", FirmKind::BigTech);
    const FirmId lab = draft.firm("lab", "Thinklab", FirmKind::AiLab);
    const FirmId chips = draft.firm("chips", "Chipworks", FirmKind::Chipmaker);
    const FirmId cloud = draft.firm("cloud", "Nimbus Cloud", FirmKind::Cloud);
    const FirmId fund = draft.firm("fund", "Harbour Capital", FirmKind::Investor);
    const FirmId start = draft.firm("start", "Tern", FirmKind::AiStartup);
    const FirmId bank = draft.firm("bank", "Old Bank", FirmKind::Other);
    draft.deal("1", shop, lab, DealType::EquityInvestment, billion(10, Qualifier::UpTo),
               Status::InTalks);
    draft.deal("2", lab, shop, DealType::PurchaseCommitment, billion(38), Status::Signed);
    draft.deal("3", lab, cloud, DealType::PurchaseCommitment, billion(300, Qualifier::About),
               Status::Announced);
    draft.deal("4", cloud, chips, DealType::PurchaseCommitment, billion(40), Status::Closed);
    draft.deal("5", chips, lab, DealType::EquityInvestment, billion(100, Qualifier::UpTo),
               Status::LetterOfIntent);
    draft.deal("6", chips, lab, DealType::Warrant, {}, Status::Closed);
    draft.deal("7", fund, start, DealType::EquityInvestment, billion(2, Qualifier::MoreThan),
               Status::Rumoured);
    draft.deal("8", bank, cloud, DealType::Debt, billion(15), Status::Signed);
    draft.deal("9", lab, start, DealType::Partnership, {}, Status::Announced);
    draft.deal("10", shop, shop, DealType::EquityInvestment, billion(3), Status::Announced);
    draft.deal("11", FirmId(), start, DealType::EquityInvestment, billion(5), Status::Closed);
    draft.deal("12", fund, lab, DealType::RevenueShare, billion(1), Status::Cancelled);
    draft.deal("13", shop, lab, DealType::EquityInvestment, billion(5), Status::InTalks);
    draft.value(shop, 2'000'000'000'000, PartialDate::day(2025, 11, 1));
    draft.value(lab, 500'000'000'000, PartialDate::month(2025, 10));
    draft.value(chips, 900'000'000'000, PartialDate::year(2025));
    return draft.editor.done();
}

/// At given places: what is compared is the drawing, not the search for places.
Scene specimenScene(ThemeName theme)
{
    Filter filter;
    filter.statuses.set();
    filter.types.set();
    Scene scene = sceneOf(specimen(), {1000, 640}, filter);
    scene.look.theme = theme;
    const std::array<Point, 7> places{
        {{-480, -230}, {-40, -40}, {420, 200}, {470, -220}, {-500, 190}, {-150, 260}, {150, -270}}};
    for (const FirmId firm : scene.view.network().firms())
        scene.placement.set(firm, Place{places.at(firm.value), true});
    return scene;
}

QImage networkImage(const Scene& scene)
{
    return image(compose(scene).picture, 1);
}

QImage chartImage(const ChartScene& scene)
{
    return image(scene.look.size, 1, palette(scene.look.theme).canvas,
                 [&scene](QPainter& painter) { paintChart(scene, painter); });
}

Claims courseOfTern()
{
    Claims claims;
    claims.from("Ledger")
        .value("tern", "4B", "2023-05", Status::Closed, Qualifier::Exact, Basis::PostMoney)
        .value("tern", "9B", "2024-02-10", Status::Closed, Qualifier::About, Basis::Secondary)
        .value("tern", "15B", "2025-01", Status::InTalks, Qualifier::MoreThan, Basis::PreMoney)
        .value("gull", "60B", "2025-03-02")
        .value("heron", "1.2T", "2025-06", Status::Observed, Qualifier::Exact, Basis::MarketCap)
        .value("tern", "20B", "2025-06", Status::Rumoured, Qualifier::UpTo);
    return claims;
}

Claims ownersOfTern()
{
    Claims claims;
    claims.from("Ledger")
        .share("gull", "tern", 27, "2025-10")
        .share("heron", "tern", 11, "2025-01", Qualifier::About)
        .share("auk", "tern", 5, "2025", Qualifier::LessThan, Status::Rumoured)
        .share("tern", "gull", 2.5, "2024");
    return claims;
}

} // namespace

class TestGolden : public QObject
{
    Q_OBJECT

private slots:
    void picturesLookAsTheyDid_data();
    void picturesLookAsTheyDid();
    void aChangeIsSeen();
};

void TestGolden::picturesLookAsTheyDid_data()
{
    QTest::addColumn<QImage>("image");
    const auto add = [](const char* name, const QImage& image) { QTest::newRow(name) << image; };
    add("network-light", networkImage(specimenScene(ThemeName::Light)));
    add("network-dark", networkImage(specimenScene(ThemeName::Dark)));
    add("network-print", networkImage(specimenScene(ThemeName::Print)));
    Scene merged = specimenScene(ThemeName::Light);
    merged.look.mergesPairs = true;
    add("network-merged", networkImage(merged));
    Scene free = sceneOf(specimen(), {1000, 640});
    add("network-laid-out", networkImage(free));
    add("network-small", networkImage(sceneOf(specimen(), {320, 420})));
    Claims values = courseOfTern(), owners = ownersOfTern();
    ChartScene course = valuations(values, {1000, 640});
    add("valuations-all", chartImage(course));
    course.firm = values.id("tern");
    add("valuations-one", chartImage(course));
    ChartScene shares = ownership(owners, {1000, 640});
    add("ownership-all", chartImage(shares));
    shares.firm = owners.id("tern");
    add("ownership-one", chartImage(shares));
}

void TestGolden::picturesLookAsTheyDid()
{
    QFETCH(const QImage, image);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    if (qEnvironmentVariableIsSet("GYRE_RENEW_GOLDEN")) {
        QVERIFY(QDir().mkpath(QFileInfo(goldenFile(name)).path()));
        QVERIFY(image.save(goldenFile(name)));
        return;
    }
    const QImage golden(goldenFile(name));
    QVERIFY2(!golden.isNull(), qPrintable(goldenFile(name)));
    const Likeness found = likeness(golden, image);
    const QString made = QDir::temp().filePath(u"gyre-golden-"_s + name + u".png"_s);
    if (!found.isAlike())
        image.save(made);
    QVERIFY2(found.isAlike(), qPrintable(u"%1 pixels of a tile differ; the picture is %2"_s.arg(
                                  QString::number(found.worstTile), made)));
}

/// A rumour drawn like a fact, an amount gone, a firm a little aside: none goes unseen.
void TestGolden::aChangeIsSeen()
{
    const QImage golden(goldenFile(u"network-light"_s));
    const auto seen = [&golden](auto&& change) {
        Picture picture = compose(specimenScene(ThemeName::Light)).picture;
        change(picture);
        return !likeness(golden, image(picture, 1)).isAlike();
    };
    QVERIFY(!seen([](Picture&) {}));
    QVERIFY(seen([](Picture& picture) {
        for (Arc& arc : picture.arcs)
            if (arc.dash == Dash::Dotted)
                arc.dash = Dash::Solid;
    }));
    QVERIFY(seen([](Picture& picture) { picture.arcs.front().label = {}; }));
    QVERIFY(seen([](Picture& picture) { picture.discs.front().centre += QPointF(3, 0); }));
}

QTEST_MAIN(TestGolden)
#include "tst_golden.moc"
