// Files of pictures: the same at any scale, the same bytes, whole at every border.
#include "tests/support/likeness.h"
#include "tests/ui/scenes.h"
#include "ui/picture/picturefile.h"

#include <QBuffer>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>

using namespace gyre;
using namespace gyre::test;
using namespace Qt::StringLiterals;

namespace {

struct Difference
{
    int worst = 0;
    double mean = 0;
    /// Pixels further apart than antialiasing explains.
    int gross = 0;

    /// The needle points of a few arrowheads fall between pixels; a label that is half a pixel off
    /// changes dozens.
    [[nodiscard]] bool isAntialiasing() const { return mean < 0.3 && gross <= 4; }
};

Difference difference(const QImage& a, const QImage& b)
{
    constexpr int antialiasing = 40;
    Difference found;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int apart =
                std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                          std::abs(qBlue(p) - qBlue(q))});
            found.worst = std::max(found.worst, apart);
            found.gross += apart > antialiasing ? 1 : 0;
            sum += apart;
        }
    }
    found.mean = sum / (a.width() * a.height());
    return found;
}

bool isTheSame(const QImage& a, const QImage& b)
{
    return difference(a, b).isAntialiasing();
}

bool hasCleanBorder(const QImage& image)
{
    const QRgb paper = image.pixel(0, 0);
    for (int x = 0; x < image.width(); ++x)
        if (image.pixel(x, 0) != paper || image.pixel(x, image.height() - 1) != paper)
            return false;
    for (int y = 0; y < image.height(); ++y)
        if (image.pixel(0, y) != paper || image.pixel(image.width() - 1, y) != paper)
            return false;
    return true;
}

/// Firms on a ring, each paying the next two: labels on every side.
Network ringNetwork(int count)
{
    Draft draft;
    std::vector<FirmId> firms;
    for (int i = 0; i < count; ++i) {
        const QByteArray name = "Company number " + QByteArray::number(i);
        firms.push_back(draft.firm(name.constData(), name.constData(),
                                   static_cast<FirmKind>(i % firmKindCount)));
        draft.value(firms.back(), 1'000'000'000LL * (1 + i * i));
    }
    for (int i = 0; i < 2 * count; ++i)
        draft.deal(QByteArray::number(i).constData(), firms[static_cast<std::size_t>(i % count)],
                   firms[static_cast<std::size_t>((i + 1 + i / count) % count)],
                   static_cast<DealType>(i % 5), billion(1 + i), static_cast<Status>(i % 6));
    return draft.editor.done();
}

} // namespace

class TestPictureFile : public QObject
{
    Q_OBJECT

private slots:
    void scaleChangesNothingButSharpness();
    void comparisonSeesAShiftedLabel();
    void sizesAreExact();
    void nothingIsCut_data();
    void nothingIsCut();
    void transparentMeansTransparent();
    void pngKeepsEveryPixel();
    void pngIsSmallAndTheSameTwice();
    void pngTellsWhatItShows();
    void geometryIsThePicture();
};

void TestPictureFile::scaleChangesNothingButSharpness()
{
    for (const ThemeName theme : {ThemeName::Light, ThemeName::Dark}) {
        Scene scene = sceneOf(loopNetwork(), {800, 500});
        scene.look.theme = theme;
        const Picture picture = compose(scene).picture;
        const QImage once = image(picture, 1);
        for (const int factor : {2, 3}) {
            const Difference found = difference(once, shrunk(image(picture, factor), factor));
            QVERIFY2(found.isAntialiasing(),
                     qPrintable(u"mean %1, worst %2, gross %3"_s.arg(found.mean)
                                    .arg(found.worst)
                                    .arg(found.gross)));
        }
    }
}

void TestPictureFile::comparisonSeesAShiftedLabel()
{
    const Picture picture = compose(sceneOf(loopNetwork(), {800, 500})).picture;
    Picture moved = picture;
    for (Arc& arc : moved.arcs)
        if (arc.id == u"buys"_s)
            arc.label.box.translate(0.5, 0);
    QVERIFY(isTheSame(image(picture, 1), shrunk(image(picture, 2), 2)));
    QVERIFY(!isTheSame(image(picture, 1), shrunk(image(moved, 2), 2)));
}

void TestPictureFile::sizesAreExact()
{
    const Picture picture = compose(sceneOf(loopNetwork(), {801, 501})).picture;
    QCOMPARE(image(picture, 1).size(), QSize(801, 501));
    QCOMPARE(image(picture, 1.5).size(), QSize(1202, 752));
    QCOMPARE(image(picture, 3).size(), QSize(2403, 1503));
    QCOMPARE(image(picture, 2).devicePixelRatio(), 1.0);
}

void TestPictureFile::nothingIsCut_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<int>("firms");
    for (const QSizeF size : {QSizeF(800, 500), QSizeF(1600, 1000), QSizeF(3840, 2160)})
        for (const int firms : {3, 24})
            QTest::addRow("%g x %g, %d firms", size.width(), size.height(), firms) << size << firms;
}

void TestPictureFile::nothingIsCut()
{
    QFETCH(QSizeF, size);
    QFETCH(int, firms);
    const Picture picture = compose(sceneOf(ringNetwork(firms), size)).picture;
    QVERIFY(hasCleanBorder(image(picture, 1)));
    QVERIFY(hasCleanBorder(image(picture, 1.5)));
    const QRectF page(QPointF(0, 0), size);
    for (const Disc& disc : picture.discs) {
        QVERIFY(page.contains(disc.label.box));
        QVERIFY(page.contains(QRectF(disc.centre.x() - disc.radius, disc.centre.y() - disc.radius,
                                     2 * disc.radius, 2 * disc.radius)));
    }
    for (const Arc& arc : picture.arcs) {
        QVERIFY(page.contains(arc.path.boundingRect()));
        QVERIFY(!arc.label.isShown || page.contains(plateBox(arc.label.box)));
    }
}

void TestPictureFile::transparentMeansTransparent()
{
    Scene scene = sceneOf(loopNetwork(), {800, 500});
    scene.look.isTransparent = true;
    const Picture picture = compose(scene).picture;
    const QImage page = image(picture, 1);
    QCOMPARE(qAlpha(page.pixel(0, 0)), 0);
    const QPointF hollow = discOf(picture, u"shop"_s)->centre;
    QCOMPARE(qAlpha(page.pixel(hollow.toPoint())), 0);
    const QPointF filled = discOf(picture, u"lab"_s)->centre;
    QCOMPARE(qAlpha(page.pixel((filled + QPointF(0, 18)).toPoint())), 255);
    QImage read;
    QVERIFY(read.loadFromData(png(page, {})));
    QVERIFY(read.hasAlphaChannel());
    QCOMPARE(qAlpha(read.pixel(0, 0)), 0);
}

void TestPictureFile::pngKeepsEveryPixel()
{
    const QImage page = image(compose(sceneOf(loopNetwork(), {640, 400})).picture, 1.5);
    QImage read;
    QVERIFY(read.loadFromData(png(page, {u"T"_s, u"D"_s, {}, {}})));
    QVERIFY(!read.hasAlphaChannel());
    QCOMPARE(read.convertToFormat(QImage::Format_RGB32),
             page.convertToFormat(QImage::Format_RGB32));

    QImage clear(37, 11, QImage::Format_ARGB32_Premultiplied);
    clear.fill(QColor(10, 200, 30, 90));
    QVERIFY(read.loadFromData(png(clear, {})));
    QCOMPARE(read.convertToFormat(QImage::Format_ARGB32),
             clear.convertToFormat(QImage::Format_ARGB32));
    QVERIFY_EXCEPTION_THROWN(png(QImage(), {}), std::exception);
}

void TestPictureFile::pngIsSmallAndTheSameTwice()
{
    const Picture picture = compose(sceneOf(ringNetwork(24))).picture;
    const QByteArray bytes = png(image(picture, 2), {picture.title, picture.description, {}, {}});
    QCOMPARE(png(image(picture, 2), {picture.title, picture.description, {}, {}}), bytes);
    QByteArray qt;
    QBuffer buffer(&qt);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && image(picture, 2).save(&buffer, "PNG"));
    // Large enough to be compressed in several strips.
    QVERIFY(QImage::fromData(bytes).convertToFormat(QImage::Format_RGB32) == image(picture, 2));
    QVERIFY2(10 * bytes.size() <= 13 * qt.size(),
             qPrintable(u"%1 against %2"_s.arg(bytes.size()).arg(qt.size())));
}

void TestPictureFile::pngTellsWhatItShows()
{
    const Picture picture = compose(sceneOf(loopNetwork(), {640, 400})).picture;
    QByteArray bytes =
        png(image(picture, 1), {picture.title, picture.description, u"sha256:abc"_s, {}}, 300);
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    QImageReader reader(&buffer, "png");
    const QImage read = reader.read();
    QCOMPARE(read.text(u"Title"_s), picture.title);
    QCOMPARE(read.text(u"Source"_s), u"sha256:abc"_s);
    QVERIFY(read.text(u"Description"_s).contains(u"Thinklab → Bigshop: $38B"_s));
    QCOMPARE(read.dotsPerMeterX(), 11811);
}

void TestPictureFile::geometryIsThePicture()
{
    Draft draft;
    const FirmId lab = draft.firm("lab", "Thinklab");
    draft.deal("round", FirmId(), lab, DealType::EquityInvestment, billion(40, Qualifier::UpTo));
    const Picture picture = compose(sceneOf(draft.editor.done())).picture;
    const QJsonObject root = QJsonDocument::fromJson(geometryJson(picture)).object();
    QCOMPARE(root[u"width"].toDouble(), 1600.0);
    QCOMPARE(root[u"nodes"].toArray().size(), 2);
    const QJsonObject edge = root[u"edges"].toArray().first().toObject();
    QCOMPARE(edge[u"deal"].toString(), u"round"_s);
    QCOMPARE(edge[u"from"].toString(), u"*:round"_s);
    QVERIFY(edge.contains(u"amount_low"_s) && edge[u"amount_low"].isNull());
    QCOMPARE(edge[u"amount_high"].toDouble(), 40e9);
    const QJsonObject label = edge[u"label"].toObject();
    QCOMPARE(label[u"text"].toString(), u"≤ $40B"_s);
    QVERIFY(std::abs(label[u"x"].toDouble() - picture.arcs[0].label.box.x()) < 0.01);
    const QJsonArray path = edge[u"path"].toArray();
    QCOMPARE(path.size(), picture.arcs[0].path.size());
    const Disc* square = discOf(picture, u"*:round"_s);
    const QPointF first(path[0].toArray()[0].toDouble(), path[0].toArray()[1].toDouble());
    QVERIFY(QLineF(first, square->centre).length() < 2 * square->radius + 12);
    QStringList pieces;
    for (const QJsonValue& piece : root[u"furniture"].toArray())
        pieces << piece[u"what"].toString();
    QVERIFY(pieces.contains(u"title"_s) && pieces.contains(u"legend"_s));
}

QTEST_MAIN(TestPictureFile)
#include "tst_picturefile.moc"
