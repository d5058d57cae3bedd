#include "graph/briefing/extract.h"
#include "graph/briefing/lexicon.h"
#include "graph/briefing/pdflines.h"
#include "graph/briefing/reading.h"
#include "tests/support/folder.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/readings.h"

#include <QFileInfo>
#include <QTest>

#include <random>

using namespace gyre;
using namespace gyre::test;

namespace {

const QByteArray headline = "Quelt invests in Parvis";
const std::vector<QByteArray> story{
    "Quelt Corp. has agreed to in~vest $300 million in Parvis Inc., the two firms said on Tuesday, "
    "and the sum goes into a new factory for pumps.",
    "The long-term contract obliges Parvis to buy elec~tricity from Orbane Energy for the next "
    "seven years, as people who know it said. It is a long-term bet on the north.",
    "Orbane Energy paid $180 million for a 12 percent stake in Quelt. Regu~lators will look at the "
    "deal in the first quarter, and no~body expects them to object to what they find.",
    "Parvis makes pumps for hospitals and water~works in three countries, and has done so for four~"
    "teen years with the same two hundred people."};

QByteArray plainText(const QByteArray& separator = "\n\n")
{
    QByteArray text = headline;
    for (const QByteArray& paragraph : story)
        text += separator + paragraph;
    return text.replace("~", "");
}

/// In two columns below a headline over both, the third paragraph going over the gap.
SetPage twoColumns()
{
    SetPage page{{60, 100, 20, headline}};
    double y = 140;
    setColumn(page, story[0], 60, y, 220);
    setColumn(page, story[1], 60, y += 8, 220);
    const auto end = page.size();
    double ignored = 0;
    setColumn(page, story[2], 60, ignored = y + 8, 220);
    // Three lines of the third paragraph stay in the first column.
    double right = 140;
    for (std::size_t i = end + 3; i < page.size(); ++i, right += 12) {
        page[i].x = 320;
        page[i].y = right;
    }
    setColumn(page, story[3], 320, right += 8, 220);
    return page;
}

BriefingReading read(const QByteArray& bytes, const char* name = "a.pdf")
{
    return readAs(bytes, name);
}

QString codeOf(const QByteArray& bytes, const char* name = "a.pdf")
{
    return errorOf(bytes, name);
}

SetPage pageOf(const QByteArray& text)
{
    SetPage page;
    double y = 200;
    setColumn(page, text, 60, y, 400);
    return page;
}

QString evidenceText(const Briefing& briefing)
{
    const Extraction found = extract(briefing, Lexicon());
    QString text;
    for (const Deal& deal : found.deals)
        for (const auto& evidence : deal.evidence)
            text += briefing.text.mid(evidence->span.start, evidence->span.length()) +
                    QLatin1Char('\n');
    return text;
}

} // namespace

class TestPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneColumn();
    void columnsAreReadOneAfterTheOther();
    void threeColumns();
    void orderOfTheFileDoesNotMatter();
    void evidenceAsInTheText();
    void hyphensAtLineEnds();
    void paragraphOverPages();
    void runningHeadsAreLeftOut();
    void printedWebPage();
    void tablesKeepTheirRows();
    void ligatures();
    void knownByContent();
    void titles_data();
    void titles();
    void dates();
    void picturesOfPages();
    void somePagesWithoutText();
    void passwords();
    void broken_data();
    void broken();
    void nestingToHurt();
    void missingProgram();
    void stoppedProgram();
    void programThatHangsUp();
    void mutationsNeverCrash();
};

void TestPdf::initTestCase()
{
    const QString program =
        QFileInfo(QStringLiteral(GYRE_BINARY)).absolutePath() + QStringLiteral("/gyre-pdf");
    QVERIFY(QFileInfo::exists(program));
    qputenv("GYRE_PDF", program.toLocal8Bit());
}

void TestPdf::oneColumn()
{
    SetPage page{{60, 100, 20, headline}};
    double y = 140;
    for (const QByteArray& paragraph : story)
        setColumn(page, paragraph, 60, y += 8, 420);
    const BriefingReading reading = read(madePdf({page}));
    QCOMPARE(reading.briefing.text.toUtf8(), plainText());
    QCOMPARE(reading.briefing.title.toUtf8(), headline);
    QVERIFY(reading.diagnostics.empty());
}

void TestPdf::columnsAreReadOneAfterTheOther()
{
    QCOMPARE(read(madePdf({twoColumns()})).briefing.text.toUtf8(), plainText());
}

void TestPdf::threeColumns()
{
    SetPage page{{60, 100, 20, headline}};
    for (std::size_t i = 0; i < 3; ++i) {
        double y = 140;
        setColumn(page, story[i], 40 + 180 * static_cast<double>(i), y, 150);
    }
    // What goes over all columns parts those above it from those below.
    page.push_back({40, 360, 10,
                    "A table of all that was said so far stands on the second page "
                    "of this letter, and nobody needs it."});
    for (std::size_t i = 0; i < 3; ++i) {
        double y = 390;
        setColumn(page, story[3], 40 + 180 * static_cast<double>(i), y, 150);
    }
    const QString text = read(madePdf({page})).briefing.text;
    QStringList starts;
    for (const QString& paragraph : text.split(QStringLiteral("\n\n")))
        starts << paragraph.left(12);
    QCOMPARE(starts.join(QLatin1Char('|')),
             QStringLiteral("Quelt invest|Quelt Corp. |The long-ter|Orbane Energ|A table of a|"
                            "Parvis makes|Parvis makes|Parvis makes"));
}

void TestPdf::orderOfTheFileDoesNotMatter()
{
    SetPage page = twoColumns();
    std::mt19937 random(5);
    for (std::size_t i = page.size(); i > 1; --i)
        std::swap(page[i - 1], page[random() % i]);
    QCOMPARE(read(madePdf({page})).briefing.text.toUtf8(), plainText());
}

void TestPdf::evidenceAsInTheText()
{
    const Briefing set = read(madePdf({twoColumns()})).briefing;
    const Briefing plain = readBriefing(plainText(), QStringLiteral("a.txt")).briefing;
    const QString evidence = evidenceText(plain);
    QVERIFY(evidence.contains(QStringLiteral("$300 million")));
    QVERIFY(evidence.contains(QStringLiteral("12 percent stake in Quelt")));
    QCOMPARE(evidenceText(set), evidence);
}

void TestPdf::hyphensAtLineEnds()
{
    const SetPage page{{60, 200, 10, "The firms have reached a long-term agree-"},
                       {60, 212, 10, "ment about the electri-"},
                       {60, 224, 10, "city of Quelt-"},
                       {60, 236, 10, "Parvis that is a long-"},
                       {60, 248, 10, "term bet on the years 2030-"},
                       {60, 260, 10, "2035 and no more of them."}};
    QCOMPARE(read(madePdf({page})).briefing.text,
             QStringLiteral("The firms have reached a long-term agreement about the electricity of "
                            "Quelt-Parvis that is a long-term bet on the years 2030-2035 and no "
                            "more of them."));
}

void TestPdf::paragraphOverPages()
{
    SetPage first;
    double y = 100;
    setColumn(first, story[0] + " Quelt will pay the whole of it in cash and has asked for", 60, y,
              300);
    SetPage second;
    y = 60;
    setColumn(second, "a loan from Orbane Bank.", 60, y, 300);
    QVERIFY(read(madePdf({first, second}))
                .briefing.text.endsWith(QStringLiteral("has asked for a loan from Orbane Bank.")));
}

void TestPdf::runningHeadsAreLeftOut()
{
    std::vector<SetPage> pages;
    for (int i = 0; i < 4; ++i) {
        SetPage page{{60, 40, 8, "The Morning Ledger"},
                     {500, 40, 8, "16 December 2025"},
                     {280, 770, 8, "Page " + QByteArray::number(i + 1) + " of 4"}};
        double y = 100;
        setColumn(page, story[static_cast<std::size_t>(i)], 60, y, 400);
        pages.push_back(page);
    }
    QCOMPARE(read(madePdf(pages)).briefing.text.toUtf8(), plainText().mid(headline.size() + 2));
    // What stands there once is text.
    QVERIFY(
        read(madePdf({pages[0]})).briefing.text.startsWith(QStringLiteral("The Morning Ledger")));
}

void TestPdf::printedWebPage()
{
    SetPage page = pageOf(story[3]);
    page.push_back({20, 20, 8, "12/16/25, 8:00 AM"});
    page.push_back({20, 790, 8, "https://ledger.example/quelt-buys-parvis"});
    page.push_back({560, 790, 8, "1/1"});
    QCOMPARE(read(madePdf({page})).briefing.text.toUtf8(), QByteArray(story[3]).replace("~", ""));
}

void TestPdf::tablesKeepTheirRows()
{
    SetPage page = pageOf(story[3]);
    double y = 400;
    for (const char* firm : {"Quelt", "Parvis", "Orbane", "Sandwell", "Nordlicht"}) {
        page.push_back({60, y, 10, firm});
        page.push_back({260, y, 10, "$" + QByteArray::number(y)});
        y += 14;
    }
    QVERIFY(read(madePdf({page}))
                .briefing.text.endsWith(QStringLiteral("\n\nQuelt\t$400\nParvis\t$414\nOrbane\t$428"
                                                       "\nSandwell\t$442\nNordlicht\t$456")));
}

void TestPdf::ligatures()
{
    const PdfPage page{600,
                       800,
                       {{10, 10, 40, 20, true, QStringLiteral("o\uFB03ce")},
                        {44, 10, 80, 20, true, QStringLiteral("\uFB01rm")},
                        {84, 10, 90, 20, false, QStringLiteral("$")},
                        {90, 10, 99, 20, true, QStringLiteral("2")}}};
    const auto pieces = linePieces(page);
    QCOMPARE(pieces.size(), std::size_t{1});
    QCOMPARE(pieces.front().text, QStringLiteral("office firm $2"));
}

void TestPdf::knownByContent()
{
    const QByteArray pdf = madePdf({pageOf(story[3])});
    for (const char* name : {"-", "paper", "paper.txt", "paper.PDF"})
        QCOMPARE(codeOf(pdf, name), QStringLiteral("read"));
    QCOMPARE(codeOf("\r\n\r\n" + pdf, "a.pdf"), QStringLiteral("read"));
    const QByteArray page = "<!doctype html><html><body><p>Quelt lends Parvis thirty million "
                            "dollars.</p></body></html>";
    QCOMPARE(read(page).briefing.text,
             QStringLiteral("Quelt lends Parvis thirty million dollars."));
}

void TestPdf::titles_data()
{
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<QString>("title");
    const auto row = [](const QByteArray& info, const char* title) {
        QTest::newRow(info.constData()) << info << QString::fromUtf8(title);
    };
    const char* headlineOfPage = headline.constData();
    row("/Title (Parvis has an investor)", "Parvis has an investor");
    row("/Title (Microsoft Word - deal final.docx)", headlineOfPage);
    row("/Title (deal final.docx)", headlineOfPage);
    row("/Title (untitled)", headlineOfPage);
    row("/Title ()", headlineOfPage);
    row("", headlineOfPage);
    row("/Title <FEFF00510075006500200066006100690074002000500061007200760069007300A0003F>",
        "Que fait Parvis ?");
}

void TestPdf::titles()
{
    QFETCH(QByteArray, info);
    QFETCH(QString, title);
    QCOMPARE(read(madePdf({twoColumns()}, info)).briefing.title, title);
}

void TestPdf::dates()
{
    const auto dateOf = [](const SetPage& page, const QByteArray& info) {
        const auto date = read(madePdf({page}, info)).briefing.date;
        return date ? date->toString() : QString();
    };
    const SetPage plain = twoColumns();
    QCOMPARE(dateOf(plain, "/CreationDate (D:20251216120000Z)"), QStringLiteral("2025-12-16"));
    QCOMPARE(dateOf(plain, "/CreationDate (D:19700101000000Z)"), QString());
    QCOMPARE(dateOf(plain, "/CreationDate (soon)"), QString());
    QCOMPARE(dateOf(plain, ""), QString());
    // It may be printed long after it was written.
    SetPage dated{{60, 60, 20, headline}, {60, 90, 10, "The Ledger, 3 March 2024"}};
    dated.insert(dated.end(), plain.begin() + 1, plain.end());
    QCOMPARE(dateOf(dated, "/CreationDate (D:20251216120000Z)"), QStringLiteral("2024-03-03"));
}

void TestPdf::picturesOfPages()
{
    QCOMPARE(codeOf(madePdf({{}, {}})), QStringLiteral("pdf.no-text"));
}

void TestPdf::somePagesWithoutText()
{
    const BriefingReading reading = read(madePdf({{}, pageOf(story[3]), {}}));
    QCOMPARE(codes(reading), QStringList(QStringLiteral("pdf.pages-without-text")));
    QCOMPARE(reading.diagnostics.front().arguments,
             (QStringList{QStringLiteral("2"), QStringLiteral("3")}));
}

void TestPdf::passwords()
{
    const QByteArray filter = "<</Filter/Standard/V 1/R 2/Length 40/P -44/O<" +
                              QByteArray(64, 'a') + ">/U<" + QByteArray(64, 'b') + ">>>";
    const QByteArray locked =
        madePdf({pageOf(story[3])}, {}, "/Encrypt 5 0 R/ID[<00><00>]", {filter});
    QCOMPARE(codeOf(locked), QStringLiteral("pdf.locked"));
    QCOMPARE(codeOf(madePdf({pageOf(story[3])}, {}, "/Encrypt 5 0 R", {"<</Filter/Odd>>"})),
             QStringLiteral("pdf.locked"));
}

void TestPdf::broken_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = madePdf({twoColumns()});
    QTest::newRow("mark alone") << QByteArray("%PDF-1.7\n");
    QTest::newRow("text") << QByteArray("%PDF-1.7\n1 0 obj\nA text follows.");
    QTest::newRow("text under that name") << QByteArray("This is no PDF at all.");
    QTest::newRow("cut off early") << good.left(200);
    QTest::newRow("no pages") << pdfOf(
        {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 0/Kids[]>>"}, {});
    QTest::newRow("zero bytes") << "%PDF-1.4\n" + QByteArray(5000, '\0');
}

void TestPdf::broken()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(codeOf(bytes), QStringLiteral("pdf.broken"));
}

void TestPdf::nestingToHurt()
{
    const QByteArray deep = QByteArray("[").repeated(200'000);
    const QString arrays =
        codeOf("%PDF-1.4\n1 0 obj\n" + deep + "\nendobj\ntrailer\n<</Root 1 0 R>>");
    QCOMPARE(arrays, QStringLiteral("pdf.broken"));
    // Pages that hold themselves.
    const QString pages = codeOf(pdfOf(
        {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R 2 0 R]>>"}, {}));
    QVERIFY2(pages.startsWith(QStringLiteral("pdf.")), qPrintable(pages));
    // More pages than there are.
    QByteArray many = madePdf({pageOf(story[3])});
    many.replace("/Count 1/", "/Count 1999999999/");
    const QString counted = codeOf(many);
    QVERIFY2(counted == u"read" || counted.startsWith(QStringLiteral("pdf.")), qPrintable(counted));
}

void TestPdf::missingProgram()
{
    const QByteArray program = qgetenv("GYRE_PDF");
    qputenv("GYRE_PDF", "/nowhere/gyre-pdf");
    const QString code = codeOf(madePdf({twoColumns()}));
    qputenv("GYRE_PDF", program);
    QCOMPARE(code, QStringLiteral("pdf.reader-missing"));
}

void TestPdf::stoppedProgram()
{
    const Folder folder;
    const QByteArray program = qgetenv("GYRE_PDF");
    const QString half = folder.put(
        QStringLiteral("half"), "#!/bin/sh\nprintf 'pages 3\\npage 600 800\\nword 9 9 40 19 1 "
                                "Quelt\\nend\\npage 600 800\\nword 9 9 40 19 1 Par'\nkill -SEGV "
                                "$$\n");
    QFile::setPermissions(half, QFile::ReadOwner | QFile::ExeOwner);
    qputenv("GYRE_PDF", half.toLocal8Bit());
    const BriefingReading reading = read("%PDF-");
    qputenv("GYRE_PDF", program);
    QCOMPARE(reading.briefing.text, QStringLiteral("Quelt"));
    QCOMPARE(codes(reading), QStringList(QStringLiteral("pdf.not-all")));
    QCOMPARE(reading.diagnostics.front().arguments,
             (QStringList{QStringLiteral("1"), QStringLiteral("3")}));
}

void TestPdf::programThatHangsUp()
{
    const QByteArray program = qgetenv("GYRE_PDF");
    qputenv("GYRE_PDF", "/bin/false");
    const QString code = codeOf(madePdf({twoColumns()}));
    qputenv("GYRE_PDF", program);
    QCOMPARE(code, QStringLiteral("pdf.broken"));
}

void TestPdf::mutationsNeverCrash()
{
    const QByteArray good = madePdf({twoColumns(), pageOf(story[0])}, "/Title (Quelt and Parvis)");
    std::mt19937 random(11);
    const auto below = [&random](qsizetype n) {
        return static_cast<qsizetype>(random() % static_cast<std::uint64_t>(n));
    };
    for (int round = 0; round < 60; ++round) {
        QByteArray bad = good;
        for (qsizetype k = below(12); k >= 0; --k) {
            static constexpr char marks[] = "<>[]()/ 09R\n\xFF";
            bad[below(bad.size())] = marks[below(sizeof marks)];
            bad.remove(below(bad.size()), below(40));
            bad.insert(below(bad.size()), bad.mid(below(bad.size()), below(120)));
        }
        const QString code = codeOf(bad);
        QVERIFY2(code == u"read" || code.startsWith(QStringLiteral("pdf.")), qPrintable(code));
    }
}

QTEST_APPLESS_MAIN(TestPdf)
#include "tst_pdf.moc"
