// SVG and PDF: opened by other programs they look like the PNG; vectors through and through; the
// same bytes each time.
#include "tests/support/likeness.h"
#include "tests/ui/chartscenes.h"
#include "tests/ui/scenes.h"
#include "ui/picture/exporting.h"
#include "ui/picture/painter.h"
#include "ui/picture/pdffile.h"
#include "ui/picture/picturefile.h"
#include "ui/picture/svgfile.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace gyre;
using namespace gyre::test;
using namespace Qt::StringLiterals;

namespace {

VectorPage pageOf(const Picture& picture)
{
    return recorded(picture.size, [&picture](QPainter& painter) { paint(picture, painter); });
}

FileAbout aboutOf(const Picture& picture)
{
    return {picture.title, picture.description, picture.source, {}};
}

/// What another program makes of a file, as an image; null where it can't.
class OtherPrograms
{
public:
    QImage ofSvg(const QByteArray& bytes, QSize size, bool isTransparent = false) const
    {
        write(u"in.svg"_s, bytes);
        QStringList arguments{u"--width"_s,  QString::number(size.width()),
                              u"--height"_s, QString::number(size.height()),
                              u"--output"_s, path(u"svg.png"_s)};
        if (!isTransparent)
            arguments << u"--background-color"_s << u"white"_s;
        return run(u"rsvg-convert"_s, arguments << path(u"in.svg"_s), u"svg.png"_s);
    }

    /// Poppler fills a pixel that a shape touches more than its share: drawn large and averaged, it
    /// no longer matters.
    QImage ofPdf(const QByteArray& bytes, QSize size) const
    {
        constexpr int finer = 4;
        write(u"in.pdf"_s, bytes);
        const QImage large =
            run(u"pdftoppm"_s,
                {u"-png"_s, u"-singlefile"_s, u"-scale-to-x"_s,
                 QString::number(finer * size.width()), u"-scale-to-y"_s,
                 QString::number(finer * size.height()), path(u"in.pdf"_s), path(u"pdf"_s)},
                u"pdf.png"_s);
        return large.isNull() ? large : shrunk(large, finer);
    }

    /// What a program prints about a PDF.
    QByteArray told(const QString& program, const QStringList& options,
                    const QByteArray& bytes) const
    {
        write(u"in.pdf"_s, bytes);
        QProcess process;
        process.start(program, options + QStringList{path(u"in.pdf"_s)});
        process.waitForFinished(60'000);
        return process.readAll();
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }

    QImage run(const QString& program, const QStringList& arguments, const QString& result) const
    {
        QFile::remove(path(result));
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(program, arguments);
        if (!process.waitForFinished(120'000) || process.exitCode() != 0)
            qWarning("%s is needed: apt-get install librsvg2-bin poppler-utils",
                     qPrintable(program));
        return QImage(path(result));
    }

    QTemporaryDir m_folder;
};

QByteArray said(const char* format, const Likeness& found)
{
    return QByteArray(format) + ": " + QByteArray::number(found.worstTile) +
           " pixels differ in one place, mean " + QByteArray::number(found.mean);
}

ExportRequest requestOf(ExportKind kind, ThemeName theme)
{
    ExportRequest request;
    request.project.network = kind == ExportKind::Network ? loopNetwork()
                              : kind == ExportKind::Ownership
                                  ? Claims().share("harbour", "tern", 27).network()
                                  : ternsCourse().network();
    request.what = {kind};
    request.formats = {ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf};
    request.size.picture = QSizeF(1000, 640);
    request.theme = theme;
    return request;
}

} // namespace

class TestVectorFile : public QObject
{
    Q_OBJECT

private slots:
    void othersShowWhatThePngShows_data();
    void othersShowWhatThePngShows();
    void comparisonSeesALabelMovedOrMissing();
    void vectorsAndNothingElse();
    void sameBytesTwice();
    void saysWhatItIs();
    void transparentHasNoGround();

private:
    OtherPrograms m_others;
};

void TestVectorFile::othersShowWhatThePngShows_data()
{
    QTest::addColumn<ExportKind>("kind");
    QTest::addColumn<ThemeName>("theme");
    for (const ExportKind kind : exportKinds())
        for (const ThemeName theme : {ThemeName::Light, ThemeName::Dark, ThemeName::Print})
            QTest::addRow("%s, theme %d", qPrintable(name(kind)), int(theme)) << kind << theme;
}

void TestVectorFile::othersShowWhatThePngShows()
{
    QFETCH(ExportKind, kind);
    QFETCH(ThemeName, theme);
    const std::vector<ExportedFile> files = exported(requestOf(kind, theme));
    QCOMPARE(files.size(), std::size_t{3});
    const QImage png = QImage::fromData(files[0].bytes);
    const Likeness asSvg = likeness(png, m_others.ofSvg(files[1].bytes, png.size()));
    QVERIFY2(asSvg.isAlike(), said("svg", asSvg));
    const Likeness asPdf = likeness(png, m_others.ofPdf(files[2].bytes, png.size()));
    QVERIFY2(asPdf.isAlike(), said("pdf", asPdf));
}

void TestVectorFile::comparisonSeesALabelMovedOrMissing()
{
    const Picture picture = compose(sceneOf(loopNetwork(), {1000, 640})).picture;
    const QImage png = image(picture, 1);
    const auto likenessOf = [&](const Picture& other) {
        return likeness(png, m_others.ofSvg(svg(pageOf(other), {}), png.size()));
    };
    QVERIFY(likenessOf(picture).isAlike());
    for (std::size_t i = 0; i < picture.arcs.size(); ++i) {
        if (!picture.arcs[i].label.isShown)
            continue;
        Picture without = picture;
        without.arcs[i].label.isShown = false;
        QVERIFY2(!likenessOf(without).isAlike(), said("missing", likenessOf(without)));
        Picture moved = picture;
        moved.arcs[i].label.box.translate(2, 0);
        QVERIFY2(!likenessOf(moved).isAlike(), said("moved", likenessOf(moved)));
    }
}

void TestVectorFile::vectorsAndNothingElse()
{
    for (const ExportKind kind : exportKinds()) {
        const std::vector<ExportedFile> files = exported(requestOf(kind, ThemeName::Light));
        const QByteArray& svg = files[1].bytes;
        for (const char* foreign : {"<image", "<text", "font", "href", "<style", "<script", "nan"})
            QVERIFY2(!svg.contains(foreign), foreign);
        QXmlStreamReader xml(svg);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(m_others.told(u"pdffonts"_s, {}, files[2].bytes).count('\n') <= 2);
        QVERIFY(m_others.told(u"pdfimages"_s, {u"-list"_s}, files[2].bytes).count('\n') <= 2);
    }
}

void TestVectorFile::sameBytesTwice()
{
    for (const ExportKind kind : exportKinds()) {
        const ExportRequest request = requestOf(kind, ThemeName::Light);
        QVERIFY(exported(request) == exported(request));
        for (const ExportedFile& file : exported(request)) {
            QVERIFY2(!file.bytes.contains("Date"), qPrintable(file.name));
            QVERIFY2(!file.bytes.contains("Qt "), qPrintable(file.name));
        }
    }
}

void TestVectorFile::saysWhatItIs()
{
    Picture picture = compose(sceneOf(loopNetwork(), {800, 500})).picture;
    picture.title = u"Who pays “Thinklab” & <why>? (all of it) \u5343"_s;
    FileAbout about = aboutOf(picture);
    about.millimetres = QSizeF(297, 210);
    const QByteArray drawing = svg(pageOf(picture), about);
    QStringList titles;
    QXmlStreamReader xml(drawing);
    while (!xml.atEnd())
        if (xml.readNextStartElement() || xml.tokenType() == QXmlStreamReader::StartElement)
            if (xml.name() == u"title")
                titles << xml.readElementText();
    QCOMPARE(titles.value(0), picture.title);
    QVERIFY(titles.contains(picture.arcs[0].toolTip));
    QVERIFY(drawing.contains("width=\"297mm\" height=\"210mm\" viewBox=\"0 0 800 500\""));

    const QByteArray paper = pdf(pageOf(picture), about);
    const QByteArray info = m_others.told(u"pdfinfo"_s, {}, paper);
    QVERIFY2(info.contains(picture.title.toUtf8()), info.constData());
    QVERIFY2(info.contains("841.89 x 595.28 pts (A4)"), info.constData());
    QVERIFY2(info.contains("Tagged:          yes"), info.constData());
    const QByteArray structure = m_others.told(u"pdfinfo"_s, {u"-struct"_s}, paper);
    QVERIFY2(structure.contains("Figure"), structure.constData());
}

void TestVectorFile::transparentHasNoGround()
{
    ExportRequest request = requestOf(ExportKind::Network, ThemeName::Light);
    request.isTransparent = true;
    const std::vector<ExportedFile> files = exported(request);
    const QImage seen = m_others.ofSvg(files[1].bytes, request.size.pixels(), true);
    QCOMPARE(qAlpha(seen.pixel(0, 0)), 0);
    const QImage png = QImage::fromData(files[0].bytes);
    QCOMPARE(qAlpha(png.pixel(0, 0)), 0);
    QVERIFY(!files[1].bytes.contains("fill=\"#fff\" d=\"M0 0h1000"));
}

QTEST_MAIN(TestVectorFile)
#include "tst_vectorfile.moc"
