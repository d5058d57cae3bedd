// What a picture of a network holds: sizes, dashes, words, and where the furniture stands.
#include "graph/model/largest.h"
#include "tests/support/networktext.h"
#include "tests/ui/scenes.h"
#include "ui/picture/painter.h"
#include "ui/picture/picturefile.h"
#include "ui/picture/textset.h"
#include "ui/words/words.h"

#include <QPainter>
#include <QtTest>

#include <cmath>

using namespace gyre;
using namespace gyre::test;
using namespace Qt::StringLiterals;

namespace {

/// What a piece of furniture really covers.
QRectF extent(const Furniture& piece)
{
    QRectF box;
    for (const PictureText& text : piece.texts)
        box = box.united(text.box);
    for (const Disc& disc : piece.keysOfDiscs)
        box = box.united(QRectF(disc.centre.x() - disc.radius, disc.centre.y() - disc.radius,
                                2 * disc.radius, 2 * disc.radius));
    for (const Arc& arc : piece.keysOfArcs)
        box = box.united(arc.path.boundingRect());
    return box;
}

QString titleOf(const Network& network)
{
    return compose(sceneOf(network)).picture.title;
}

} // namespace

class TestPicture : public QObject
{
    Q_OBJECT

private slots:
    void aDraftHasTheSameFirmsInAlmostTheSamePlaces();
    void areaFollowsValue();
    void latestValueOfTheDateCounts();
    void sizeKeyFitsWhatIsDrawn();
    void discsAreNeverLargerThanDesigned();
    void backgroundSizesNameTheirSources();
    void publishersOfPagesAreTheSources();
    void crowdedPicturesCountWhatTheyLeaveOut();
    void transparentPicturesPaintNoGroundUnderNames();
    void unknownValuesAreHollow();
    void backgroundFillsOnlyWhatIsMissing();
    void dashAndHeadFollowStatus_data();
    void dashAndHeadFollowStatus();
    void partnershipsAreGreyWithoutHead();
    void widthFollowsAmount();
    void farCurrenciesAreNotPutToScale();
    void amountsAreWrittenWithTheirHedges();
    void crowdedPicturesKeepTheirRoomForAmounts();
    void inferredDealsAreMarked();
    void collectivePayersAreSquares();
    void titleSaysTheFinding();
    void titleNeverSaysMoreThanTheFacts();
    void amountsOfTheTitleStandOut();
    void titleAndSourceCanBeGiven();
    void legendHoldsWhatIsDrawnAndNothingElse();
    void whatIsNotDrawnIsSaid();
    void aLegendWithoutRoomIsSaidToBeMissing();
    void undatedDealsAreCountedWhereDatesDecide();
    void furnitureStaysInsideAndApart_data();
    void furnitureStaysInsideAndApart();
    void textBoxesHoldTheirGlyphs();
    void textIsTheSameWhateverWasDrawnBefore();
    void longAndForeignNamesAreSet();
    void equalScenesGiveEqualPictures();
    void progressRisesFromLayoutToLabels();
    void placesGivenAreKept();
    void placesAloneAreThoseOfThePicture();
    void ofACrowdTheLargestAreDrawnAndTheRestCounted();
    void emptyNetworkIsAPicture();
};

void TestPicture::aDraftHasTheSameFirmsInAlmostTheSamePlaces()
{
    const Scene scene = sceneOf(randomNetwork(40, 90, 5));
    std::vector<Picture> drafts;
    const Picture last = compose(scene, {}, [&drafts](Picture draft) {
                             drafts.push_back(std::move(draft));
                         }).picture;
    QCOMPARE(drafts.size(), std::size_t(1));
    const Picture& draft = drafts.front();
    QCOMPARE(draft.discs.size(), last.discs.size());
    QCOMPARE(draft.arcs.size(), last.arcs.size());
    QCOMPARE(draft.title, last.title);
    const double diagonal = std::hypot(last.size.width(), last.size.height());
    for (const Disc& disc : last.discs) {
        if (!disc.firm.isValid())
            continue;
        const Disc* before = discOf(draft, scene.view.network().firm(disc.firm).id);
        QVERIFY(before != nullptr);
        QVERIFY(std::hypot(before->centre.x() - disc.centre.x(),
                           before->centre.y() - disc.centre.y()) < 0.1 * diagonal);
        QCOMPARE(before->radius, disc.radius);
    }
    // Asking for a draft changes nothing of the picture.
    QCOMPARE(geometryJson(compose(scene).picture), geometryJson(last));
}

void TestPicture::areaFollowsValue()
{
    Draft draft;
    const FirmId a = draft.firm("a", "A");
    const FirmId b = draft.firm("b", "B");
    const FirmId c = draft.firm("c", "C");
    draft.deal("1", a, b, DealType::Debt);
    draft.deal("2", b, c, DealType::Debt);
    draft.value(a, 400'000'000'000);
    draft.value(b, 100'000'000'000);
    draft.value(c, 1'000'000);
    const Picture picture = compose(sceneOf(draft.editor.done())).picture;
    const double large = discOf(picture, u"a"_s)->radius;
    QVERIFY(large >= 36 && large <= 60);
    QCOMPARE(discOf(picture, u"b"_s)->radius, large / 2);
    QCOMPARE(discOf(picture, u"c"_s)->radius, 8.0);
}

void TestPicture::sizeKeyFitsWhatIsDrawn()
{
    Draft draft;
    const FirmId a = draft.firm("a", "A");
    const FirmId b = draft.firm("b", "B");
    draft.deal("1", a, b, DealType::Debt);
    draft.value(a, 500'000'000'000);
    const Picture one = compose(sceneOf(draft.editor.network())).picture;
    const QString sole = textOf(pieceOf(one, u"legend"_s));
    QVERIFY2(sole.contains(u"largest: $500B"_s), qPrintable(sole));
    QVERIFY2(!sole.contains(u"$10B"_s) && !sole.contains(u"$20B"_s), qPrintable(sole));

    draft.value(b, 1'000'000);
    const Picture two = compose(sceneOf(draft.editor.done())).picture;
    const QString legend = textOf(pieceOf(two, u"legend"_s));
    QVERIFY2(legend.contains(u"smallest: ≤ $"_s), qPrintable(legend));
    // Each circle of the key is as large as a disc of its value.
    const double large = discOf(two, u"a"_s)->radius;
    for (const Disc& key : pieceOf(two, u"legend"_s)->keysOfDiscs)
        QVERIFY(key.radius <= large);
}

void TestPicture::discsAreNeverLargerThanDesigned()
{
    for (const QSizeF size : {QSizeF(1600, 1000), QSizeF(3840, 2160), QSizeF(7680, 4320)}) {
        Draft draft;
        const FirmId a = draft.firm("a", "A");
        draft.deal("1", a, draft.firm("b", "B"), DealType::Debt);
        draft.value(a, 400'000'000'000);
        QCOMPARE(discOf(compose(sceneOf(draft.editor.done(), size)).picture, u"a"_s)->radius, 60.0);
    }
}

void TestPicture::backgroundSizesNameTheirSources()
{
    Draft facts;
    facts.firm("lab", "Thinklab");
    facts.firm("shop", "Bigshop");
    facts.value(FirmId{0}, 100'000'000'000);
    facts.value(FirmId{1}, 900'000'000'000);
    facts.value(FirmId{1}, 4'000'000'000'000, PartialDate::day(2026, 1, 15));
    for (const std::uint32_t i : {0U, 1U}) {
        Valuation value = facts.editor.network().valuations()[i];
        Evidence page;
        page.publisher = i == 0 ? u"Not drawn"_s : u"Evening Post"_s;
        value.evidence = {Shared<Evidence>(page)};
        facts.editor.setValuation(ValuationId{i}, value);
    }
    Scene scene = sceneOf(loopNetwork());
    scene.background = std::make_shared<const Network>(facts.editor.done());
    scene.look.withBackground = true;
    const Picture picture = compose(scene).picture;
    QVERIFY2(picture.source.endsWith(u" · Background facts: Evening Post"_s),
             qPrintable(picture.source));
    QVERIFY(textOf(pieceOf(picture, u"source"_s)).contains(u"Evening Post"_s));
    // Of the two values of Bigshop the one that is later than the text does not count.
    const double share = discOf(picture, u"lab"_s)->radius / discOf(picture, u"shop"_s)->radius;
    QVERIFY(std::abs(share * share - 5.0 / 9) < 0.01);
}

void TestPicture::publishersOfPagesAreTheSources()
{
    Draft draft;
    const FirmId a = draft.firm("a", "A");
    const FirmId b = draft.firm("b", "B");
    for (int i = 0; i < 6; ++i) {
        Deal deal;
        deal.id = QString::number(i);
        deal.from = a;
        deal.to = b;
        deal.type = DealType::Debt;
        Evidence page;
        page.publisher = i < 2 ? u"Rarely"_s : u"Often"_s;
        deal.evidence = {Shared<Evidence>(page)};
        draft.editor.addDeal(deal);
    }
    Scene scene = sceneOf(draft.editor.done());
    scene.networkFiles = QStringList{u"/some/folder/facts"_s};
    QCOMPARE(compose(scene).picture.source, u"Sources: Often, Rarely"_s);
}

void TestPicture::crowdedPicturesCountWhatTheyLeaveOut()
{
    Draft draft;
    std::vector<FirmId> firms;
    for (int i = 0; i < 90; ++i)
        firms.push_back(draft.firm(qPrintable(u"f%1"_s.arg(i)),
                                   qPrintable(u"A firm of some length %1"_s.arg(i))));
    for (std::size_t i = 0; i < 240; ++i)
        draft.deal(qPrintable(u"d%1"_s.arg(i)), firms[i % 90], firms[(i * i + 7) % 90],
                   DealType::Debt, billion(1 + static_cast<std::int64_t>(i)));
    const QSizeF size(800, 500);
    const Picture picture = compose(sceneOf(draft.editor.done(), size)).picture;
    const QRectF page(QPointF(0, 0), size);
    const double titleFoot = pieceOf(picture, u"scope"_s)->box.bottom();
    std::vector<QRectF> labels;
    int hidden = 0;
    for (const Disc& disc : picture.discs)
        disc.label.isShown ? labels.push_back(disc.label.box) : void(++hidden);
    for (const Arc& arc : picture.arcs) {
        if (arc.label.isShown)
            labels.push_back(arc.label.box);
        for (const QPointF& point : arc.path)
            QVERIFY(page.contains(point) && point.y() > titleFoot);
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        QVERIFY(page.contains(labels[i]));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!labels[i].intersects(labels[j]));
    }
    QVERIFY(hidden > 0);
    const QString line = textOf(pieceOf(picture, u"not-drawn"_s));
    QVERIFY2(line.contains(u"%1 names not shown"_s.arg(hidden)), qPrintable(line));
}

void TestPicture::transparentPicturesPaintNoGroundUnderNames()
{
    Scene scene = sceneOf(loopNetwork());
    scene.look.isTransparent = true;
    const Picture picture = compose(scene).picture;
    QImage image(1600, 1000, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paint(picture, painter);
    for (const Disc& disc : picture.discs)
        if (disc.label.hasHalo)
            QVERIFY(image.pixelColor((disc.label.box.topLeft() - QPointF(1, 0)).toPoint()).alpha() <
                    40);
}

void TestPicture::latestValueOfTheDateCounts()
{
    for (const bool isNewFirst : {false, true}) {
        Draft draft;
        const FirmId a = draft.firm("a", "A");
        const FirmId b = draft.firm("b", "B");
        draft.deal("1", a, b, DealType::Debt);
        draft.value(b, 100'000'000'000, PartialDate::year(2023));
        if (isNewFirst)
            draft.value(a, 25'000'000'000, PartialDate::day(2025, 5, 1));
        draft.value(a, 900'000'000'000, PartialDate::year(2023));
        if (!isNewFirst)
            draft.value(a, 25'000'000'000, PartialDate::day(2025, 5, 1));
        const Network network = draft.editor.done();
        const Picture now = compose(sceneOf(network)).picture;
        QCOMPARE(discOf(now, u"a"_s)->radius * 2, discOf(now, u"b"_s)->radius);
        Filter then;
        then.asOf = PartialDate::year(2024);
        const Picture before = compose(sceneOf(network, {1600, 1000}, then)).picture;
        QCOMPARE(discOf(before, u"a"_s)->radius, discOf(before, u"b"_s)->radius * 3);
    }
}

void TestPicture::unknownValuesAreHollow()
{
    const Picture picture = compose(sceneOf(loopNetwork())).picture;
    QVERIFY(!discOf(picture, u"lab"_s)->isHollow);
    QVERIFY(discOf(picture, u"shop"_s)->isHollow);
    QCOMPARE(discOf(picture, u"shop"_s)->radius, discOf(picture, u"chips"_s)->radius);

    Draft draft;
    draft.deal("1", draft.firm("a", "A"), draft.firm("b", "B"), DealType::Debt);
    const Network network = draft.editor.done();
    for (const QSizeF size : {QSizeF(1600, 1000), QSizeF(800, 500)})
        for (const Disc& disc : compose(sceneOf(network, size)).picture.discs)
            QVERIFY(disc.isHollow && disc.radius >= 24);
}

void TestPicture::backgroundFillsOnlyWhatIsMissing()
{
    Draft known;
    known.value(known.firm("another-id", "BIGSHOP"), 2'000'000'000'000);
    known.value(known.firm("lab", "Thinklab"), 1);
    Scene scene = sceneOf(loopNetwork());
    scene.background = std::make_shared<const Network>(known.editor.done());
    scene.look.withBackground = true;
    const Picture picture = compose(scene).picture;
    QVERIFY(discOf(picture, u"shop"_s)->isBackground);
    QCOMPARE(discOf(picture, u"shop"_s)->radius, 2 * discOf(picture, u"lab"_s)->radius);
    QVERIFY(!discOf(picture, u"lab"_s)->isBackground);
    QVERIFY(textOf(pieceOf(picture, u"legend"_s)).contains(u"background"_s));
    scene.look.withBackground = false;
    QVERIFY(discOf(compose(scene).picture, u"shop"_s)->isHollow);
}

void TestPicture::dashAndHeadFollowStatus_data()
{
    QTest::addColumn<Status>("status");
    QTest::addColumn<Dash>("dash");
    QTest::addColumn<Head>("head");
    QTest::addColumn<bool>("isStruck");
    QTest::newRow("rumoured") << Status::Rumoured << Dash::Dotted << Head::Open << false;
    QTest::newRow("in talks") << Status::InTalks << Dash::Dashed << Head::Open << false;
    QTest::newRow("letter") << Status::LetterOfIntent << Dash::Dashed << Head::Open << false;
    QTest::newRow("announced") << Status::Announced << Dash::Dashed << Head::Open << false;
    QTest::newRow("signed") << Status::Signed << Dash::Solid << Head::Open << false;
    QTest::newRow("closed") << Status::Closed << Dash::Solid << Head::Filled << false;
    QTest::newRow("cancelled") << Status::Cancelled << Dash::Solid << Head::Open << true;
}

void TestPicture::dashAndHeadFollowStatus()
{
    QFETCH(Status, status);
    QFETCH(Dash, dash);
    QFETCH(Head, head);
    QFETCH(bool, isStruck);
    Draft draft;
    draft.deal("1", draft.firm("a", "A"), draft.firm("b", "B"), DealType::EquityInvestment,
               billion(1), status);
    Filter filter;
    filter.statuses.set();
    const Picture picture = compose(sceneOf(draft.editor.done(), {1600, 1000}, filter)).picture;
    const Arc* arc = arcOf(picture, u"1"_s);
    QCOMPARE(arc->dash, dash);
    QCOMPARE(arc->head, head);
    QCOMPARE(arc->isStruck, isStruck);
    QCOMPARE(arc->label.isStruck, isStruck);
    QCOMPARE(textOf(pieceOf(picture, u"legend"_s)).contains(u"cancelled"_s), isStruck);
}

void TestPicture::partnershipsAreGreyWithoutHead()
{
    const Picture picture = compose(sceneOf(loopNetwork())).picture;
    const Arc* arc = arcOf(picture, u"partners"_s);
    QCOMPARE(arc->head, Head::None);
    QCOMPARE(arc->colour, picture.palette.flow.at(static_cast<std::size_t>(FlowHue::Partnership)));
}

void TestPicture::widthFollowsAmount()
{
    Draft draft;
    const FirmId a = draft.firm("a", "A");
    const FirmId b = draft.firm("b", "B");
    draft.deal("large", a, b, DealType::Debt, billion(100));
    draft.deal("quarter", b, a, DealType::Debt, billion(25));
    draft.deal("tiny", a, b, DealType::Debt, Amount::exactly(1000, Currency::usd()));
    draft.deal("silent", b, a, DealType::Debt);
    const Picture picture = compose(sceneOf(draft.editor.done())).picture;
    const double large = arcOf(picture, u"large"_s)->width;
    QVERIFY(large > 4 && large <= 9);
    QCOMPARE(arcOf(picture, u"quarter"_s)->width, large / 2);
    QVERIFY(arcOf(picture, u"tiny"_s)->width >= 1.2);
    QVERIFY(arcOf(picture, u"silent"_s)->width < arcOf(picture, u"tiny"_s)->width);
}

void TestPicture::farCurrenciesAreNotPutToScale()
{
    Draft draft;
    const FirmId a = draft.firm("a", "A");
    const FirmId b = draft.firm("b", "B");
    draft.deal("usd", a, b, DealType::Debt, billion(10));
    draft.deal("usd2", a, b, DealType::Debt, billion(10));
    draft.deal("eur", b, a, DealType::Debt,
               Amount::exactly(10'000'000'000, *Currency::parse(u"EUR")));
    draft.deal("jpy", b, a, DealType::Debt,
               Amount::exactly(900'000'000'000, *Currency::parse(u"JPY")));
    const Picture picture = compose(sceneOf(draft.editor.done())).picture;
    QCOMPARE(arcOf(picture, u"eur"_s)->width, arcOf(picture, u"usd"_s)->width);
    QVERIFY(arcOf(picture, u"jpy"_s)->width < 1.2);
    const QString legend = textOf(pieceOf(picture, u"legend"_s));
    QVERIFY2(legend.contains(u"€ drawn as $"_s), qPrintable(legend));
    QVERIFY2(legend.contains(u"another currency"_s), qPrintable(legend));
}

void TestPicture::amountsAreWrittenWithTheirHedges()
{
    const Picture picture = compose(sceneOf(loopNetwork())).picture;
    QCOMPARE(arcOf(picture, u"invests"_s)->label.text, u"≤ $10B"_s);
    QCOMPARE(arcOf(picture, u"buys"_s)->label.text, u"$38B"_s);
    QVERIFY(arcOf(picture, u"invests"_s)->label.isShown);
    QVERIFY(arcOf(picture, u"buys"_s)->label.isShown);

    Draft draft;
    draft.deal("w", draft.firm("a", "A"), draft.firm("b", "B"), DealType::Warrant);
    const Picture warrants = compose(sceneOf(draft.editor.done())).picture;
    QCOMPARE(arcOf(warrants, u"w"_s)->label.text, u"warrants"_s);
}

void TestPicture::crowdedPicturesKeepTheirRoomForAmounts()
{
    for (const int count : {5, 45}) {
        Draft draft;
        const FirmId fund = draft.firm("fund", "Fund");
        for (int i = 0; i < count; ++i) {
            const QByteArray id = QByteArray::number(i);
            draft.deal(id.constData(), fund, draft.firm(id.constData(), id.constData()),
                       DealType::EquityInvestment);
        }
        Deal grant;
        grant.id = QStringLiteral("grant");
        grant.from = fund;
        grant.to = *draft.editor.network().findFirm(u"1"_s);
        grant.type = DealType::Warrant;
        grant.detail.edit([](DealDetail& detail) { detail.stakePercent = 10; });
        draft.editor.addDeal(grant);
        const Picture picture = compose(sceneOf(draft.editor.done())).picture;
        QCOMPARE(arcOf(picture, u"0"_s)->label.text, count > 40 ? QString() : u"equity"_s);
        QCOMPARE(arcOf(picture, u"grant"_s)->label.text, u"warrants 10%"_s);
    }
}

void TestPicture::inferredDealsAreMarked()
{
    const Picture picture = compose(sceneOf(loopNetwork())).picture;
    QVERIFY(!arcOf(picture, u"invests"_s)->inferredMark);
    const auto mark = arcOf(picture, u"buys"_s)->inferredMark;
    QVERIFY(mark);
    QVERIFY(!plateBox(arcOf(picture, u"buys"_s)->label.box).contains(*mark));
}

void TestPicture::collectivePayersAreSquares()
{
    Draft draft;
    const FirmId lab = draft.firm("lab", "Thinklab");
    const DealId deal = draft.deal("round", FirmId(), lab, DealType::EquityInvestment, billion(40));
    const Picture picture = compose(sceneOf(draft.editor.done())).picture;
    const Disc* square = discOf(picture, u"*:round"_s);
    QVERIFY(square != nullptr && square->isSquare);
    QCOMPARE(square->payerOf.value, deal.value);
    QVERIFY(!square->firm.isValid());
    QCOMPARE(square->label.text, u"investors"_s);
    QVERIFY(square->label.isShown && square->radius >= 5);
    QCOMPARE(arcOf(picture, u"round"_s)->fromId, u"*:round"_s);
    QCOMPARE(picture.title, u"Investors agreed to put $40B into Thinklab"_s);
}

void TestPicture::titleSaysTheFinding()
{
    QCOMPARE(titleOf(loopNetwork()),
             u"Bigshop may put up to $10B into Thinklab, which buys $38B from Bigshop"_s);

    Draft three;
    const FirmId a = three.firm("a", "Ay");
    const FirmId b = three.firm("b", "Bee");
    const FirmId c = three.firm("c", "Cee");
    three.deal("1", a, b, DealType::EquityInvestment, billion(30));
    three.deal("2", b, c, DealType::PurchaseCommitment, billion(20));
    three.deal("3", c, a, DealType::PurchaseCommitment, billion(50));
    QCOMPARE(titleOf(three.editor.network()), u"Up to $20B can go round: Ay → Bee → Cee → Ay"_s);

    Draft silent;
    const FirmId hub = silent.firm("h", "Hub");
    silent.deal("1", hub, silent.firm("x", "X"), DealType::Partnership);
    silent.deal("2", silent.firm("y", "Y"), hub, DealType::Warrant);
    QCOMPARE(titleOf(silent.editor.done()), u"Hub stands in 2 of 2 deals"_s);
}

void TestPicture::titleNeverSaysMoreThanTheFacts()
{
    const auto titleFor = [](Status status, Qualifier qualifier) {
        Draft draft;
        draft.deal("1", draft.firm("a", "Ay"), draft.firm("b", "Bee"), DealType::Debt,
                   billion(3, qualifier), status);
        return titleOf(draft.editor.done());
    };
    QCOMPARE(titleFor(Status::Rumoured, Qualifier::About), u"Ay may lend about $3B to Bee"_s);
    QCOMPARE(titleFor(Status::Announced, Qualifier::AtLeast),
             u"Ay plans to lend at least $3B to Bee"_s);
    QCOMPARE(titleFor(Status::Closed, Qualifier::Exact), u"Ay lent $3B to Bee"_s);

    Draft three;
    const FirmId a = three.firm("a", "Ay");
    const FirmId b = three.firm("b", "Bee");
    const FirmId c = three.firm("c", "Cee");
    three.deal("1", a, b, DealType::EquityInvestment, billion(30));
    three.deal("2", b, c, DealType::PurchaseCommitment, billion(20));
    three.deal("3", c, a, DealType::PurchaseCommitment, billion(50), Status::Rumoured);
    QCOMPARE(titleOf(three.editor.done()), u"Up to $20B could go round: Ay → Bee → Cee → Ay"_s);
}

void TestPicture::amountsOfTheTitleStandOut()
{
    Draft draft;
    const FirmId a = draft.firm("a", "Ay"), b = draft.firm("b", "Bee"), c = draft.firm("c", "Cee");
    draft.deal("in", a, b, DealType::EquityInvestment, billion(10));
    draft.deal("back", b, a, DealType::PurchaseCommitment, billion(20));
    draft.deal("aside", b, c, DealType::Debt, billion(90));
    Scene scene = sceneOf(draft.editor.done());
    const auto standOut = [&scene] {
        QStringList ids;
        const Picture picture = compose(scene).picture;
        for (const Arc& arc : picture.arcs)
            if (arc.label.plate != picture.palette.canvas) {
                ids << arc.id;
                // As legible as it was, the other way round.
                if (arc.label.colour != picture.palette.canvas)
                    return QStringList{u"colour"_s};
            }
        ids.sort();
        return ids;
    };
    for (const ThemeName theme : {ThemeName::Light, ThemeName::Dark, ThemeName::Print}) {
        scene.look.theme = theme;
        QCOMPARE(standOut(), (QStringList{u"back"_s, u"in"_s}));
    }
    scene.look.title = u"Who lends to Cee?"_s;
    QVERIFY(standOut().isEmpty());
}

void TestPicture::titleAndSourceCanBeGiven()
{
    Scene scene = sceneOf(loopNetwork());
    const Picture proposed = compose(scene).picture;
    QCOMPARE(textOf(pieceOf(proposed, u"source"_s)),
             u"Source: The Daily Ledger, “Bigshop weighs a stake”, 16 Dec 2025"_s);
    QCOMPARE(textOf(pieceOf(proposed, u"scope"_s)),
             u"4 firms · 4 deals · 1 loop · US$ · to 16 Dec 2025"_s);
    scene.look.title = u"My own words"_s;
    scene.look.source = u"Source: own work"_s;
    const Picture picture = compose(scene).picture;
    QCOMPARE(textOf(pieceOf(picture, u"title"_s)), u"My own words"_s);
    QCOMPARE(textOf(pieceOf(picture, u"source"_s)), u"Source: own work"_s);
}

void TestPicture::legendHoldsWhatIsDrawnAndNothingElse()
{
    const Picture picture = compose(sceneOf(loopNetwork())).picture;
    const QString legend = textOf(pieceOf(picture, u"legend"_s));
    for (const QString& word : {u"Big Tech"_s, u"Chipmaker"_s, u"equity"_s, u"purchases"_s,
                                u"partnership"_s, u"in talks, announced"_s, u"rumoured"_s,
                                u"signed"_s, u"inferred"_s, u"not known"_s, u"not disclosed"_s})
        QVERIFY2(legend.contains(word), qPrintable(word));
    for (const QString& word :
         {u"Cloud"_s, u"debt"_s, u"warrants"_s, u"closed"_s.prepend(u' '), u"cancelled"_s,
          u"acquisition"_s, u"payers"_s, u"background"_s, u"currency"_s})
        QVERIFY2(!QString(legend).remove(u"not disclosed"_s).contains(word), qPrintable(word));
}

void TestPicture::whatIsNotDrawnIsSaid()
{
    Filter filter;
    filter.types.reset(static_cast<std::size_t>(DealType::Partnership));
    const Picture picture = compose(sceneOf(loopNetwork(), {1600, 1000}, filter)).picture;
    const QString line = textOf(pieceOf(picture, u"not-drawn"_s));
    QVERIFY2(line.contains(u"Chipworks, Waferco, Idlefirm"_s), qPrintable(line));
    QVERIFY2(line.contains(u"2 deals (type switched off)"_s), qPrintable(line));
    QCOMPARE(picture.notDrawn.size(), std::size_t(2));
    QCOMPARE(picture.notDrawn[0].count, 3);
}

void TestPicture::aLegendWithoutRoomIsSaidToBeMissing()
{
    const Picture large = compose(sceneOf(loopNetwork())).picture;
    QVERIFY(pieceOf(large, u"legend"_s));
    const Picture small = compose(sceneOf(loopNetwork(), {320, 300})).picture;
    QVERIFY(!pieceOf(small, u"legend"_s));
    const QString line = textOf(pieceOf(small, u"not-drawn"_s));
    QVERIFY2(line.contains(u"the legend"_s), qPrintable(line));
}

/// The state known then, and deals of which nobody can say whether they were.
void TestPicture::undatedDealsAreCountedWhereDatesDecide()
{
    Draft draft;
    const FirmId a = draft.firm("a", "A"), b = draft.firm("b", "B");
    const DealId dated = draft.deal("1", a, b, DealType::Debt, billion(1));
    draft.deal("2", b, a, DealType::Debt, billion(2));
    Deal known = draft.editor.network().deal(dated);
    known.date = PartialDate::year(2023);
    draft.editor.setDeal(dated, known);
    const Network network = draft.editor.done();
    const auto scope = [&network](const Filter& filter) {
        return textOf(pieceOf(compose(sceneOf(network, {1600, 1000}, filter)).picture, u"scope"_s));
    };
    Filter then;
    then.asOf = PartialDate::year(2024);
    QVERIFY2(scope(then).endsWith(u"1 deal without a date"_s), qPrintable(scope(then)));
    QVERIFY(!scope({}).contains(u"without a date"_s));
    then.datedOnly = true;
    then.from = PartialDate::year(2020);
    QVERIFY(!scope(then).contains(u"without a date"_s));
}

void TestPicture::furnitureStaysInsideAndApart_data()
{
    QTest::addColumn<QSizeF>("size");
    for (const QSizeF size : {QSizeF(1600, 1000), QSizeF(800, 500), QSizeF(3840, 2160),
                              QSizeF(1080, 1080), QSizeF(600, 900), QSizeF(300, 240)})
        QTest::addRow("%g x %g", size.width(), size.height()) << size;
}

void TestPicture::furnitureStaysInsideAndApart()
{
    QFETCH(QSizeF, size);
    Scene scene = sceneOf(loopNetwork(), size);
    for (int i = 0; i < 20; ++i)
        scene.networkFiles << u"a-long-file-name-of-a-network-%1.graphml"_s.arg(i);
    scene.look.title = u"A title that goes on and on, as titles of pictures of money sometimes do, "
                       "until it needs a second line at the least"_s;
    const Picture picture = compose(scene).picture;
    const QRectF page = QRectF(QPointF(0, 0), size).adjusted(4, 4, -4, -4);
    for (const Furniture& piece : picture.furniture) {
        QVERIFY2(page.contains(extent(piece)), qPrintable(piece.what));
        QVERIFY2(piece.box.adjusted(-1, -1, 1, 1).contains(extent(piece)), qPrintable(piece.what));
        for (const Furniture& other : picture.furniture)
            QVERIFY2(&piece == &other || !piece.box.intersects(other.box), qPrintable(piece.what));
        for (const Disc& disc : picture.discs)
            QVERIFY2(!piece.box.contains(disc.centre), qPrintable(piece.what));
    }
    QVERIFY(pieceOf(picture, u"title"_s) != nullptr);
}

void TestPicture::textBoxesHoldTheirGlyphs()
{
    for (const QString& words : {u"OpenAI"_s, u"≤ $10B"_s, u"xAI"_s, u"Éjgq_"_s, u"Ag"_s}) {
        const PictureText text = setText(words, {12, QFont::DemiBold, Qt::black});
        QRectF ink;
        for (const QPainterPath& piece : text.glyphs)
            ink = ink.united(piece.boundingRect());
        QVERIFY(!ink.isEmpty());
        const QRectF box(QPointF(0, 0), text.box.size());
        QVERIFY2(box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(ink), qPrintable(words));
        QVERIFY2(box.height() >= 9 && ink.width() > box.width() - 0.01, qPrintable(words));
    }
    // The width grows with the size alone: that is what makes a 2x picture the 1x one.
    const double small = setText(u"Amount"_s, {12, QFont::Normal, Qt::black}).box.width();
    const double large = setText(u"Amount"_s, {36, QFont::Normal, Qt::black}).box.width();
    QVERIFY(std::abs(large - 3 * small) < 1e-6);
}

/// The window draws text all the time; its files must be those of the command line.
void TestPicture::textIsTheSameWhateverWasDrawnBefore()
{
    const auto outline = [](int weight) {
        return setText(u"Harbour ≈ $12.8B"_s, {13, weight, Qt::black}).glyphs;
    };
    for (const int weight : {QFont::Normal, QFont::DemiBold, QFont::Bold}) {
        const auto before = outline(weight);
        QImage screen(200, 50, QImage::Format_ARGB32_Premultiplied);
        screen.fill(Qt::white);
        QPainter painter(&screen);
        painter.setFont(pictureFont(13, weight));
        painter.drawText(10, 30, u"Harbour 7"_s);
        painter.end();
        QVERIFY(outline(weight) == before);
    }
}

void TestPicture::longAndForeignNamesAreSet()
{
    Draft draft;
    const FirmId longest = draft.firm("long", QByteArray(3000, 'M').constData());
    const FirmId hebrew = draft.firm("rtl", "חברת השבבים");
    const FirmId japanese = draft.firm("cjk", "日本半導体");
    const FirmId broken = draft.firm("lines", "Two\nlines");
    const FirmId nameless = draft.firm("nameless", "");
    draft.deal("1", longest, hebrew, DealType::Debt, billion(1));
    draft.deal("2", japanese, broken, DealType::Debt, billion(1));
    draft.deal("3", nameless, broken, DealType::Debt, billion(1));
    const Picture picture = compose(sceneOf(draft.editor.done(), {800, 500})).picture;
    const PictureText& name = discOf(picture, u"long"_s)->label;
    QVERIFY(name.box.width() <= 260 && name.text.endsWith(QChar(0x2026)));
    QVERIFY(!discOf(picture, u"rtl"_s)->label.box.isEmpty());
    QVERIFY(!discOf(picture, u"cjk"_s)->label.box.isEmpty());
    QCOMPARE(discOf(picture, u"lines"_s)->label.text, u"Two lines"_s);
    QCOMPARE(discOf(picture, u"nameless"_s)->label.text, u"nameless"_s);
}

void TestPicture::equalScenesGiveEqualPictures()
{
    const Scene scene = sceneOf(loopNetwork());
    QVERIFY(compose(scene).picture == compose(sceneOf(loopNetwork())).picture);
    Scene dark = scene;
    dark.look.theme = ThemeName::Dark;
    QVERIFY(!(compose(scene).picture == compose(dark).picture));
}

void TestPicture::placesAloneAreThoseOfThePicture()
{
    const Scene few = sceneOf(loopNetwork());
    QVERIFY(placesOf(few) == compose(few).places);
}

/// Nobody could read a picture of them all; places there are for all the same.
void TestPicture::ofACrowdTheLargestAreDrawnAndTheRestCounted()
{
    Draft draft;
    std::vector<FirmId> firms;
    for (int i = 0; i < 400; ++i) {
        const QByteArray name = "Firm " + QByteArray::number(i);
        firms.push_back(draft.firm(name.constData(), name.constData()));
        draft.value(firms.back(), (i % 7 + 1) * 1'000'000'000LL, PartialDate::day({2025, 5, 1}));
        const bool isRound = i % 100 == 99;
        draft.deal(name.constData(), isRound ? FirmId() : firms.back(), firms[std::size_t(i / 3)],
                   DealType::Debt, billion(1 + i % 5));
    }
    const Scene crowd = sceneOf(draft.editor.done());
    const Picture picture = compose(crowd).picture;
    // Collective payers come besides.
    QVERIFY2(picture.discs.size() > 50 && picture.discs.size() <= Capacity{}.firms + 4,
             qPrintable(QString::number(picture.discs.size())));
    const auto drawn = static_cast<int>(picture.arcs.size());
    const auto entry = std::find_if(picture.notDrawn.begin(), picture.notDrawn.end(),
                                    [](auto& of) { return of.what == u"deals"_s; });
    QVERIFY(entry != picture.notDrawn.end());
    QCOMPARE(entry->count, 400 - drawn);
    QCOMPARE(entry->why, words(LeftOut::NoRoom));
    QVERIFY(textOf(pieceOf(picture, u"scope"_s)).contains(u" of 400 deals"_s));
    const Placement places = placesOf(crowd);
    for (const FirmId firm : crowd.view.firms())
        QVERIFY(places.place(firm));
}

/// A bar that jumps back tells nothing of how long it will be.
void TestPicture::progressRisesFromLayoutToLabels()
{
    std::vector<double> told;
    const Progress progress{[&told](double at) { told.push_back(at); }, {}};
    const Scene scene = sceneOf(randomNetwork(60, 120, 3));
    compose(scene, progress);
    QVERIFY(told.size() > 20);
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QVERIFY(told.front() < 0.5 && told.back() > 0.6 && told.back() <= 1);
    Scene again = scene;
    again.isContinued = true;
    again.placement = compose(scene).places;
    told.clear();
    compose(again, progress);
    QVERIFY(!told.empty() && std::is_sorted(told.begin(), told.end()));
}

void TestPicture::placesGivenAreKept()
{
    const Scene fresh = sceneOf(loopNetwork());
    const Composition first = compose(fresh);
    Scene again = fresh;
    again.placement = first.places;
    const Composition second = compose(again);
    QVERIFY(second.places == first.places);
    QVERIFY(second.picture == first.picture);

    const FirmId lab = *fresh.view.network().findFirm(u"lab"_s);
    again.placement.set(lab, Place{{-500, 200}, true});
    const Composition moved = compose(again);
    QVERIFY(moved.places.place(lab)->at == (Point{-500, 200}));
    QVERIFY(moved.places.place(lab)->isPinned);
    // And the picture says where that is: what a drag needs.
    const Disc* disc = discOf(moved.picture, u"lab"_s);
    const QPointF expected(-500 * moved.picture.scaleX + moved.picture.shift.x(),
                           200 * moved.picture.scaleY + moved.picture.shift.y());
    QVERIFY(QLineF(disc->centre, expected).length() < 0.5);
}

void TestPicture::emptyNetworkIsAPicture()
{
    const Picture picture = compose(sceneOf(Network())).picture;
    QVERIFY(picture.discs.empty() && picture.arcs.empty());
    QCOMPARE(textOf(pieceOf(picture, u"title"_s)), u"No deals to draw"_s);
}

QTEST_MAIN(TestPicture)
#include "tst_picture.moc"
