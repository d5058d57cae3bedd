// E-mails and PDFs as the program's user opens them: on the command line, and in the window.
#include "graph/briefing/lexicon.h"
#include "tests/support/folder.h"
#include "tests/support/pdfmaker.h"
#include "ui/document/document.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace gyre;
using namespace gyre::test;

namespace {

const QByteArray deal = "Quelt Corp. has agreed to invest $300 million in Parvis Inc., the two "
                        "firms said on Tuesday.";

const QByteArray mail = "From: Morning Ledger <desk@ledger.example>\nSubject: Fwd: Quelt and "
                        "Parvis\nDate: Tue, 16 Dec 2025 08:00:00 +0000\n\n" +
                        deal + "\n\n-- \nJo\n";

QByteArray paper()
{
    SetPage page{{60, 100, 20, "A new factory for pumps"}};
    double y = 140;
    setColumn(page, deal, 60, y, 220);
    return madePdf({page}, "/CreationDate (D:20251216120000Z)");
}

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QString err;
};

Run run(const QString& program, const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(120000);
    Run run;
    run.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = process.readAllStandardOutput();
    run.err = QString::fromUtf8(process.readAllStandardError());
    return run;
}

Run extracted(const QStringList& files, const QByteArray& input = {})
{
    return run(QStringLiteral(GYRE_BINARY), QStringList(QStringLiteral("extract")) + files, input);
}

/// What the first deal stands on, and everything else about it.
QString firstDeal(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonObject first = object.value(QLatin1String("deals")).toArray().at(0).toObject();
    return QString::fromUtf8(QJsonDocument(first).toJson(QJsonDocument::Compact));
}

} // namespace

class TestReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mailOnTheCommandLine();
    void paperOnTheCommandLine();
    void throughStandardInput();
    void otherInputsGoOn();
    void whatCantBeReadIsSaid();
    void withoutTheReaderOfPdfs();
    void programStartsWithoutPoppler();
    void inTheWindow();

private:
    Folder m_folder;
};

void TestReaders::mailOnTheCommandLine()
{
    const Run found = extracted({m_folder.put(QStringLiteral("a.eml"), mail)});
    QCOMPARE(found.exitCode, 0);
    QVERIFY2(found.err.isEmpty(), qPrintable(found.err));
    QVERIFY2(firstDeal(found.out).contains(QString::fromUtf8(deal)), found.out.constData());
    QVERIFY(found.out.contains("Morning Ledger") && found.out.contains("2025-12-16"));
}

void TestReaders::paperOnTheCommandLine()
{
    const Run found = extracted({m_folder.put(QStringLiteral("a.pdf"), paper())});
    QCOMPARE(found.exitCode, 0);
    QVERIFY2(found.err.isEmpty(), qPrintable(found.err));
    QVERIFY2(firstDeal(found.out).contains(QString::fromUtf8(deal)), found.out.constData());
    QVERIFY(found.out.contains("A new factory for pumps") && found.out.contains("2025-12-16"));
}

void TestReaders::throughStandardInput()
{
    for (const QByteArray& bytes : {mail, paper()}) {
        const Run found = extracted({QStringLiteral("-")}, bytes);
        QCOMPARE(found.exitCode, 0);
        QVERIFY2(firstDeal(found.out).contains(QString::fromUtf8(deal)), found.out.constData());
    }
}

void TestReaders::otherInputsGoOn()
{
    const Run found = extracted({m_folder.put(QStringLiteral("bad.pdf"), "%PDF-1.4\n"),
                                 m_folder.put(QStringLiteral("good.eml"), mail)});
    QCOMPARE(found.exitCode, 1);
    QVERIFY2(found.err.contains(QStringLiteral("bad.pdf: is no PDF that can be read")),
             qPrintable(found.err));
    QVERIFY(found.out.contains("Parvis"));
}

void TestReaders::whatCantBeReadIsSaid()
{
    const Run scan = extracted({m_folder.put(QStringLiteral("scan.pdf"), madePdf({{}, {}}))});
    QCOMPARE(scan.exitCode, 1);
    QVERIFY2(scan.err.contains(QStringLiteral("pictures of pages and no text (pages: 2); run text "
                                              "recognition")),
             qPrintable(scan.err));
    const Run empty = extracted({m_folder.put(QStringLiteral("a.eml"), "Subject: x\n\n")});
    QCOMPARE(empty.exitCode, 1);
    QVERIFY2(empty.err.contains(QStringLiteral("a.eml: is an e-mail without a text")),
             qPrintable(empty.err));
    // The PDF library's own remarks are none of the reader's.
    for (const Run& one : {scan, empty})
        QCOMPARE(one.err.count(QLatin1Char('\n')), 1);
}

void TestReaders::withoutTheReaderOfPdfs()
{
    const QString alone = m_folder.path(QStringLiteral("alone/gyre"));
    m_folder.put(QStringLiteral("alone/x"), {});
    QVERIFY(QFile::copy(QStringLiteral(GYRE_BINARY), alone));
    const QString file = m_folder.put(QStringLiteral("a.pdf"), paper());
    const Run found = run(alone, {QStringLiteral("extract"), file});
    QCOMPARE(found.exitCode, 1);
    QVERIFY2(found.err.contains(QStringLiteral("gyre-pdf is missing")), qPrintable(found.err));
}

void TestReaders::programStartsWithoutPoppler()
{
    const auto libraries = [](const QString& program) {
        return run(QStringLiteral("ldd"), {program}).out;
    };
    const QString folder = QFileInfo(QStringLiteral(GYRE_BINARY)).absolutePath();
    for (const char* program : {"/gyre", "/gyre-window"}) {
        const QByteArray needed = libraries(folder + QLatin1String(program));
        QVERIFY(needed.contains("Qt6Core"));
        QVERIFY(!needed.contains("poppler"));
    }
    QVERIFY(libraries(folder + QStringLiteral("/gyre-pdf")).contains("poppler"));
}

void TestReaders::inTheWindow()
{
    qputenv("GYRE_PDF",
            (QFileInfo(QStringLiteral(GYRE_BINARY)).absolutePath() + QStringLiteral("/gyre-pdf"))
                .toLocal8Bit());
    Document document(std::make_shared<const Lexicon>());
    document.open({m_folder.put(QStringLiteral("w.pdf"), paper())});
    QTRY_COMPARE_WITH_TIMEOUT(document.project().briefings.size(), std::size_t{1}, 60000);
    const ReadBriefing& read = *document.project().briefings.front();
    QCOMPARE(read.briefing.title, QStringLiteral("A new factory for pumps"));
    QVERIFY(read.briefing.text.contains(QString::fromUtf8(deal)));
    QCOMPARE(read.extraction.deals.size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestReaders)
#include "tst_readers.moc"
