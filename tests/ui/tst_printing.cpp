// The picture on paper and on the clipboard, asked for with the keys of the window.
#include "tests/support/likeness.h"
#include "tests/ui/chartscenes.h"
#include "tests/ui/scenes.h"
#include "tests/ui/windowfixture.h"
#include "ui/dialogs/copying.h"
#include "ui/dialogs/printing.h"

#include <QClipboard>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QProcess>

using namespace gyre;
using namespace gyre::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int dots = 100;

ExportRequest requestFor(ExportKind kind)
{
    ExportRequest request;
    request.project.network = kind == ExportKind::Network ? loopNetwork() : ternsCourse().network();
    // What the window shows: neither is printed.
    request.theme = ThemeName::Dark;
    request.isTransparent = true;
    return request;
}

QByteArray told(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        qWarning("%s is needed: apt-get install poppler-utils", qPrintable(program));
    return process.readAll();
}

/// What the page must look like: the picture laid out for the room within the margins, there.
QImage expectedPage(const ExportRequest& request, ExportKind kind, const QPrinter& printer)
{
    ExportRequest asked = request;
    asked.theme = ThemeName::Print;
    asked.isTransparent = false;
    const double scale = double(dots) / printer.resolution();
    const QRectF room = printer.pageLayout().paintRectPixels(printer.resolution());
    asked.size = ExportSize::onPaper(room.size() / printer.resolution() * millimetresPerInch, dots);
    const QSizeF paper = printer.pageLayout().fullRectPixels(printer.resolution()).size();
    QImage page((paper * scale).toSize(), QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(room.topLeft() * scale);
    painter.scale(asked.size.scale, asked.size.scale);
    paintExport(asked, kind, painter);
    return page;
}

} // namespace

class TestPrinting : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void fillsThePageInPrintLook_data();
    void fillsThePageInPrintLook();
    void keysOpenThePreview();
    void copiesImageDrawingAndWords();
    void copiedPictureIsNoBriefing();

private:
    QTemporaryDir m_folder;
};

void TestPrinting::initTestCase()
{
    prepare();
}

void TestPrinting::cleanup()
{
    stop();
}

void TestPrinting::fillsThePageInPrintLook_data()
{
    QTest::addColumn<ExportKind>("kind");
    QTest::addColumn<QPageSize::PageSizeId>("paper");
    QTest::addColumn<QPageLayout::Orientation>("orientation");
    for (const ExportKind kind : {ExportKind::Network, ExportKind::Valuations}) {
        QTest::addRow("%s, A4", qPrintable(name(kind)))
            << kind << QPageSize::A4 << QPageLayout::Landscape;
        QTest::addRow("%s, A4 upright", qPrintable(name(kind)))
            << kind << QPageSize::A4 << QPageLayout::Portrait;
        QTest::addRow("%s, Letter", qPrintable(name(kind)))
            << kind << QPageSize::Letter << QPageLayout::Landscape;
    }
}

void TestPrinting::fillsThePageInPrintLook()
{
    QFETCH(ExportKind, kind);
    QFETCH(QPageSize::PageSizeId, paper);
    QFETCH(QPageLayout::Orientation, orientation);
    const QString file = m_folder.filePath(u"page.pdf"_s);
    const ExportRequest request = requestFor(kind);
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(file);
    printer.setPageSize(QPageSize(paper));
    printer.setPageOrientation(orientation);
    printer.setPageMargins(QMarginsF(42, 28, 42, 57), QPageLayout::Point);
    printPicture(request, kind, printer);

    QVERIFY(told(u"pdfinfo"_s, {file}).contains("Pages:           1"));
    QVERIFY(told(u"pdffonts"_s, {file}).count('\n') <= 2);
    QVERIFY(told(u"pdfimages"_s, {u"-list"_s, file}).count('\n') <= 2);
    const QImage expected = expectedPage(request, kind, printer);
    constexpr int finer = 4;
    told(u"pdftoppm"_s,
         {u"-png"_s, u"-singlefile"_s, u"-scale-to-x"_s, QString::number(finer * expected.width()),
          u"-scale-to-y"_s, QString::number(finer * expected.height()), file,
          m_folder.filePath(u"page"_s)});
    const QImage page = shrunk(QImage(m_folder.filePath(u"page.png"_s)), finer);
    expected.save(u"/tmp/expo/p-exp.png"_s);
    page.save(u"/tmp/expo/p-got.png"_s);
    QFile::copy(file, u"/tmp/expo/p.pdf"_s);
    const Likeness found = likeness(expected, page);
    // Qt rounds the paper to whole points, a fifth of a pixel here; a label 2 px off makes 70.
    QVERIFY2(found.hasSameSize && found.worstTile <= 40 && found.mean < 2,
             qPrintable(u"%1 pixels in one place, mean %2"_s.arg(found.worstTile).arg(found.mean)));
}

void TestPrinting::keysOpenThePreview()
{
    start();
    openBriefing();
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<QPrintPreviewDialog*>(QApplication::activeModalWidget()) != nullptr);
    auto* dialog = qobject_cast<QPrintPreviewDialog*>(QApplication::activeModalWidget());
    auto* sheet = dialog->findChild<QPrintPreviewWidget*>();
    QVERIFY(sheet != nullptr);
    QTRY_COMPARE(sheet->pageCount(), 1);
    QVERIFY2(dialog->windowTitle().contains(u"Network"_s), qPrintable(dialog->windowTitle()));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
}

void TestPrinting::copiesImageDrawingAndWords()
{
    start();
    openBriefing();
    QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QMimeData* mime = QApplication::clipboard()->mimeData();
    QVERIFY(mime != nullptr && mime->hasImage());
    ExportRequest request = m_window->exportRequest();
    request.what = {ExportKind::Network};
    request.formats = {ExportFormat::Png, ExportFormat::Svg};
    const std::vector<ExportedFile> files = exported(request);
    QCOMPARE(mime->data(u"image/png"_s), files[0].bytes);
    QCOMPARE(mime->data(u"image/svg+xml"_s), files[1].bytes);
    QCOMPARE(qvariant_cast<QImage>(mime->imageData()).size(), QSize(1600, 1000));
    QVERIFY2(mime->text().contains(u"OpenAI → Amazon: $38B"_s), qPrintable(mime->text()));
    QVERIFY(m_window->noticeBar().text().contains(u"clipboard"_s));
    // On another page, its picture.
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QApplication::clipboard()->mimeData()->text().contains(u"27%"_s));
}

void TestPrinting::copiedPictureIsNoBriefing()
{
    start();
    openBriefing();
    QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QTest::qWait(200);
    QCOMPARE(document().project().briefings.size(), std::size_t{1});
    QVERIFY(m_window->noticeBar().text().contains(u"picture"_s));
}

QTEST_MAIN(TestPrinting)
#include "tst_printing.moc"
