// Pictures of what hardly anybody has: nothing is cut at any edge, nothing stands on anything else,
// and every format can be written.
#include "tests/ui/chartscenes.h"
#include "tests/ui/scenes.h"
#include "ui/picture/exporting.h"
#include "ui/picture/painter.h"
#include "ui/picture/vectorpage.h"

#include <QXmlStreamReader>
#include <QtTest>

using namespace gyre;
using namespace gyre::test;
using namespace Qt::StringLiterals;

namespace {

Network empty()
{
    return {};
}

Network oneFirm()
{
    Draft draft;
    draft.value(draft.firm("solo", "Solo"), 5'000'000'000);
    return draft.editor.done();
}

Network selfDeal()
{
    Draft draft;
    const FirmId solo = draft.firm("solo", "Ouroboros Holding");
    draft.deal("circle", solo, solo, DealType::Debt, billion(3));
    draft.deal("again", solo, draft.firm("b", "Bystander"), DealType::Warrant);
    return draft.editor.done();
}

Network longNames()
{
    Draft draft;
    const QByteArray words = QByteArray("Endless Holding ").repeated(188);
    const QByteArray oneWord(3000, 'W');
    const FirmId a = draft.firm("a", words.constData());
    const FirmId b = draft.firm("b", oneWord.constData());
    const FirmId c = draft.firm("c", "Line\nbreak\tand \"quotes\" <&>");
    draft.deal("1", a, b, DealType::EquityInvestment, billion(12, Qualifier::UpTo));
    draft.deal("2", b, c, DealType::PurchaseCommitment, billion(7));
    draft.deal("3", c, a, DealType::Debt, billion(1), Status::Rumoured);
    for (const FirmId firm : {a, b, c})
        draft.value(firm, 40'000'000'000);
    return draft.editor.done();
}

/// Hebrew, Arabic, Chinese, Korean, Thai, an emoji, half a surrogate pair.
Network manyScripts()
{
    Draft draft;
    std::vector<FirmId> firms;
    for (const char* name :
         {"חברת הדוגמה בע״מ", "شركة المثال القابضة", "深度求索人工智能基础技术研究有限公司",
          "한국전자주식회사", "บริษัท ตัวอย่าง", "Rocket 🚀 Labs", "\xED\xA0\x80half"})
        firms.push_back(draft.firm(name, name, static_cast<FirmKind>(firms.size())));
    for (std::size_t i = 0; i < firms.size(); ++i) {
        draft.deal(QByteArray::number(int(i)).constData(), firms[i], firms[(i + 1) % firms.size()],
                   static_cast<DealType>(i % 5), billion(static_cast<std::int64_t>(i + 1)));
        draft.value(firms[i], 1'000'000'000LL << i);
    }
    return draft.editor.done();
}

Network extremeAmounts()
{
    Draft draft;
    const FirmId giant = draft.firm("giant", "Giant");
    const FirmId dwarf = draft.firm("dwarf", "Dwarf");
    const FirmId nought = draft.firm("nought", "Nought");
    const auto dollars = [](std::int64_t units) { return Amount::exactly(units, Currency::usd()); };
    draft.deal("great", giant, dwarf, DealType::EquityInvestment, dollars(1'000'000'000'000'000));
    draft.deal("small", dwarf, giant, DealType::PurchaseCommitment, dollars(1'000));
    draft.deal("zero", dwarf, nought, DealType::Debt, dollars(0));
    draft.deal("absent", nought, giant, DealType::Warrant);
    draft.value(giant, 9'000'000'000'000'000'000);
    draft.value(dwarf, 1'000);
    draft.value(nought, 0);
    return draft.editor.done();
}

Network parallelDeals()
{
    Draft draft;
    const FirmId a = draft.firm("a", "Alpha");
    const FirmId b = draft.firm("b", "Beta");
    for (int i = 0; i < 500; ++i)
        draft.deal(QByteArray::number(i).constData(), i % 3 == 0 ? b : a, i % 3 == 0 ? a : b,
                   static_cast<DealType>(i % 5), billion(1 + i), static_cast<Status>(i % 6));
    return draft.editor.done();
}

/// As long a legend as there can be.
Network everyKindTypeAndStatus()
{
    Draft draft;
    std::vector<FirmId> firms;
    for (int i = 0; i < firmKindCount; ++i) {
        const QByteArray name = "Firm number " + QByteArray::number(i);
        firms.push_back(draft.firm(name.constData(), name.constData(), static_cast<FirmKind>(i)));
        if (i % 2 == 0)
            draft.value(firms.back(), 10'000'000'000LL << i);
    }
    for (std::size_t i = 0; i < firms.size(); ++i)
        draft.deal(QByteArray::number(int(i)).constData(), firms[i], firms[(i + 1) % firms.size()],
                   static_cast<DealType>(i % dealTypeCount), billion(1LL << i),
                   static_cast<Status>(i % 6));
    return draft.editor.done();
}

struct Case
{
    const char* name;
    Network (*make)();
};

constexpr std::array cases{Case{"empty", empty},
                           Case{"one firm", oneFirm},
                           Case{"self-deal", selfDeal},
                           Case{"names of 3,000 letters", longNames},
                           Case{"many scripts", manyScripts},
                           Case{"amounts from 0 to 10^15", extremeAmounts},
                           Case{"every kind, type and status", everyKindTypeAndStatus},
                           Case{"500 parallel deals", parallelDeals}};
constexpr std::array<QSizeF, 7> sizes{QSizeF(300, 300),  QSizeF(445, 350), QSizeF(300, 900),
                                      QSizeF(1000, 300), QSizeF(800, 500), QSizeF(1600, 1000),
                                      QSizeF(4000, 3000)};

QString said(const QRectF& box)
{
    return u"%1,%2 %3×%4"_s.arg(box.x()).arg(box.y()).arg(box.width()).arg(box.height());
}

/// What the stroke and fill of a shape reach.
QRectF inkOf(const VectorShape& shape)
{
    const double reach = shape.stroke.colour.isValid() ? shape.stroke.width / 2 : 0;
    QRectF box = shape.path.boundingRect().adjusted(-reach, -reach, reach, reach);
    return shape.clip.isEmpty() ? box : box.intersected(shape.clip.boundingRect());
}

/// The first shape beyond the page's edge; empty where all is within.
QString cutShape(const VectorPage& page)
{
    const QRectF paper(QPointF(0, 0), page.size);
    for (const VectorShape& shape : page.shapes) {
        const QRectF ink = inkOf(shape);
        if (!paper.contains(ink) && shape.path.boundingRect() != paper)
            return said(ink);
    }
    return {};
}

VectorPage recordedPage(const ExportRequest& request, ExportKind kind)
{
    return recorded(request.size.picture,
                    [&request, kind](QPainter& painter) { paintExport(request, kind, painter); });
}

/// Names, amounts with their plates and the texts of the furniture, as painted.
std::vector<std::pair<QString, QRectF>> textsOf(const Picture& picture)
{
    std::vector<std::pair<QString, QRectF>> boxes;
    const auto add = [&boxes](const PictureText& text, bool hasPlate) {
        if (text.isShown && !text.text.isEmpty())
            boxes.emplace_back(text.text.left(30), hasPlate ? plateBox(text.box) : text.box);
    };
    for (const Disc& disc : picture.discs)
        add(disc.label, false);
    for (const Arc& arc : picture.arcs)
        add(arc.label, true);
    for (const Furniture& furniture : picture.furniture)
        for (const PictureText& text : furniture.texts)
            add(text, false);
    return boxes;
}

/// Touching within a pixel is no overlap.
bool overlap(const QRectF& a, const QRectF& b)
{
    return a.adjusted(0.5, 0.5, -0.5, -0.5).intersects(b.adjusted(0.5, 0.5, -0.5, -0.5));
}

QString overlapping(const Picture& picture)
{
    const auto texts = textsOf(picture);
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (overlap(texts[i].second, texts[j].second))
                return texts[i].first + u" on "_s + texts[j].first;
    return {};
}

} // namespace

class TestExtremes : public QObject
{
    Q_OBJECT

private slots:

    void nothingIsCut_data() { rows(); }

    void nothingIsCut();

    void noTextOnAnother_data() { rows(); }

    void noTextOnAnother();
    void everyFormatIsWritten();
    void cutAndOverlapAreSeen();

private:
    static void rows();
};

void TestExtremes::rows()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QSizeF>("size");
    for (std::size_t i = 0; i < cases.size(); ++i)
        for (const QSizeF& size : sizes)
            QTest::addRow("%s, %g x %g", cases.at(i).name, size.width(), size.height())
                << int(i) << size;
}

void TestExtremes::nothingIsCut()
{
    QFETCH(int, index);
    QFETCH(QSizeF, size);
    ExportRequest request;
    request.project.network = cases.at(static_cast<std::size_t>(index)).make();
    request.size.picture = size;
    for (const ExportKind kind : exportKinds()) {
        const QString cut = cutShape(recordedPage(request, kind));
        QVERIFY2(cut.isEmpty(), qPrintable(name(kind) + u": "_s + cut));
    }
}

void TestExtremes::noTextOnAnother()
{
    QFETCH(int, index);
    QFETCH(QSizeF, size);
    const Picture picture =
        compose(sceneOf(cases.at(static_cast<std::size_t>(index)).make(), size)).picture;
    const QString found = overlapping(picture);
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestExtremes::everyFormatIsWritten()
{
    for (const Case& one : cases) {
        ExportRequest request;
        request.project.network = one.make();
        request.size.picture = QSizeF(640, 400);
        request.formats.assign(exportFormats().begin(), exportFormats().end());
        const std::vector<ExportedFile> files = exported(request);
        QCOMPARE(files.size(), std::size_t{12});
        for (const ExportedFile& file : files) {
            QVERIFY2(!file.bytes.isEmpty(), one.name);
            if (!file.name.endsWith(u".svg"_s))
                continue;
            QXmlStreamReader xml(file.bytes);
            while (!xml.atEnd())
                xml.readNext();
            QVERIFY2(!xml.hasError(), qPrintable(file.name + xml.errorString()));
        }
    }
}

void TestExtremes::cutAndOverlapAreSeen()
{
    Picture picture = compose(sceneOf(loopNetwork(), {800, 500})).picture;
    const auto page = [&picture] {
        return recorded(picture.size, [&picture](QPainter& painter) { paint(picture, painter); });
    };
    QVERIFY(cutShape(page()).isEmpty() && overlapping(picture).isEmpty());
    picture.discs.front().label.box.moveLeft(796);
    QVERIFY(!cutShape(page()).isEmpty());
    picture.discs.front().label.box.moveCenter(picture.arcs.front().label.box.center());
    QVERIFY(!overlapping(picture).isEmpty());
}

QTEST_MAIN(TestExtremes)
#include "tst_extremes.moc"
