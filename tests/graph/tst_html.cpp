#include "graph/briefing/htmlguard.h"
#include "graph/briefing/reading.h"
#include "tests/support/folder.h"

#include <QDir>
#include <QTest>

#include <random>

using namespace gyre;
using gyre::test::Folder;

namespace {

const QString pages = QStringLiteral(GYRE_SOURCE_DIR "/tests/data/pages/");

Briefing readPage(const QString& html)
{
    return readBriefing(html.toUtf8(), QStringLiteral("page.html")).briefing;
}

QString codeOf(const QByteArray& html)
{
    try {
        readBriefing(html, QStringLiteral("page.html"));
    } catch (const Error& error) {
        return error.diagnostic().code;
    }
    return QStringLiteral("read");
}

} // namespace

class TestHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void articleAlone_data();
    void articleAlone();
    void entitiesAndBlanks();
    void scriptsAreNotRead();
    void pageWithoutProse();
    void pastedFragment();
    void declaredEncoding();
    void htmlUnderAnotherName();
    void brokenMarkup();
    void nestingIsRefused_data();
    void nestingIsRefused();
    void ordinaryPagesAreNotRefused();
    void headingsWithinHeadings();
    void mutationsNeverCrash();
};

void TestHtml::articleAlone_data()
{
    QTest::addColumn<QString>("name");
    const QStringList found = QDir(pages).entryList({QStringLiteral("*.html")});
    QVERIFY(found.size() >= 6);
    for (const QString& page : found)
        QTest::newRow(qPrintable(page)) << page.chopped(5);
}

void TestHtml::articleAlone()
{
    QFETCH(QString, name);
    const Briefing read = readBriefingFile(pages + name + QStringLiteral(".html")).briefing;
    const QString expected =
        QString::fromUtf8(Folder::bytes(pages + name + QStringLiteral(".txt")));
    const QString found = QStringLiteral("Title: %1\nPublisher: %2\nDate: %3\n\n%4\n")
                              .arg(read.title, read.publisher,
                                   read.date ? read.date->toString() : QString(), read.text);
    if (found != expected)
        qWarning().noquote() << found;
    QVERIFY(found == expected);
}

void TestHtml::entitiesAndBlanks()
{
    const Briefing read =
        readPage(QStringLiteral("<article><p>Quelt &amp; Co.&nbsp;pays &euro;3&#8239;billion \n\t"
                                " for&#x20;Par&shy;vis,  it <b>s</b>aid &lt;today&gt;.</p>"
                                "<p>The second<br>line stays.</p></article>"));
    QCOMPARE(read.text, QStringLiteral("Quelt & Co. pays €3 billion for Parvis, it said <today>."
                                       "\n\nThe second\nline stays."));
}

void TestHtml::scriptsAreNotRead()
{
    const Briefing read = readPage(QStringLiteral(
        "<html><head><script>var a = '<p>Quelt buys everything for $1 billion.</p>';</script>"
        "<style>p:after { content: 'Quelt owns it all.' }</style></head><body>"
        "<p>Parvis has sold its cloud to Quelt for two billion dollars.</p>"
        "<!-- <p>Quelt pays nothing, as a remark in the page says.</p> -->"
        "<template><p>Quelt pays twice, as a template in the page says.</p></template>"
        "<p hidden>Quelt pays thrice, as a hidden paragraph in the page says.</p>"
        "<p style='display: none'>Quelt pays four times, says what nobody sees.</p>"
        "<iframe src='https://example.org/'></iframe><img src='https://example.org/i.png' "
        "alt='Quelt pays five times'></body></html>"));
    QCOMPARE(read.text,
             QStringLiteral("Parvis has sold its cloud to Quelt for two billion dollars."));
}

void TestHtml::pageWithoutProse()
{
    QCOMPARE(codeOf("<html><head><title>Nothing</title></head><body><script>x()</script></body>"),
             QStringLiteral("html.no-text"));
    QCOMPARE(codeOf("<html><body><nav><a href='/'>Home</a></nav><p>Short note</p></body></html>"),
             QStringLiteral("read"));
}

void TestHtml::pastedFragment()
{
    const Briefing read = readPasted(QStringLiteral("<meta charset='utf-8'><p>Quelt lends Parvis "
                                                    "<b>$30 million</b>.</p><p>No more is "
                                                    "known.</p>"),
                                     true)
                              .briefing;
    QCOMPARE(read.text, QStringLiteral("Quelt lends Parvis $30 million.\n\nNo more is known."));
    QVERIFY(read.path.isEmpty());
}

void TestHtml::declaredEncoding()
{
    const QByteArray page = "<html><head><meta charset=\"windows-1251\"></head><body><p>"
                            "\xCA\xE2\xE5\xEB\xFC\xF2 \xEA\xF3\xEF\xE8\xEB \xCF\xE0\xF0\xE2\xE8\xF1"
                            " \xE7\xE0 3 \xEC\xEB\xF0\xE4.</p></body></html>";
    const BriefingReading read = readBriefing(page, QStringLiteral("page.html"));
    QCOMPARE(read.briefing.text, QStringLiteral("Квельт купил Парвис за 3 млрд."));
    QCOMPARE(read.briefing.language, QStringLiteral("ru"));
    QCOMPARE(read.diagnostics.size(), std::size_t{1});
    QCOMPARE(read.diagnostics.front().code, QStringLiteral("reading.not-english"));
}

void TestHtml::htmlUnderAnotherName()
{
    const QByteArray page = "\n<!DOCTYPE html><p>Quelt lends Parvis thirty million dollars.</p>";
    for (const char* name : {"-", "page.txt", "page"})
        QCOMPARE(readBriefing(page, QString::fromLatin1(name)).briefing.text,
                 QStringLiteral("Quelt lends Parvis thirty million dollars."));
    // A text that only speaks of tags is none.
    QCOMPARE(readBriefing("The <html> tag begins a page.", QStringLiteral("a.txt")).briefing.text,
             QStringLiteral("The <html> tag begins a page."));
}

void TestHtml::brokenMarkup()
{
    const Briefing read = readPage(QStringLiteral(
        "<body><div><p>Quelt has bought <b>Parvis <i>for $2 billion</b> in cash</i>, it said."
        "<p>The deal <a href='x>closes</a> in May"));
    QVERIFY(read.text.startsWith(QStringLiteral("Quelt has bought Parvis for $2 billion in cash")));
}

void TestHtml::nestingIsRefused_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("divs") << QByteArray("<div>").repeated(50'000);
    QTest::newRow("unknown") << QByteArray("<x>").repeated(50'000);
    QTest::newRow("self-closed") << QByteArray("<x/>").repeated(50'000);
    QByteArray fonts;
    for (int i = 0; i < 1000; ++i)
        fonts += "<font size=" + QByteArray::number(i) + '>';
    QTest::newRow("fonts") << fonts + QByteArray("<p>a").repeated(5'000);
    QTest::newRow("tables") << QByteArray("<table><tr><td>").repeated(50'000);
}

void TestHtml::nestingIsRefused()
{
    QFETCH(QByteArray, html);
    QCOMPARE(codeOf(html), QStringLiteral("html.too-deep"));
}

void TestHtml::ordinaryPagesAreNotRefused()
{
    QByteArray page = "<html><body><ul>";
    page += QByteArray("<li>one<p>two<br><img src=a><td>three").repeated(5'000);
    page +=
        QByteArray("<div><b>x</b><script>if (a < b) { \"<div>\" }</script></div>").repeated(5'000);
    page += QByteArray("<a name=x>").repeated(10'000);
    page += "<svg>" + QByteArray("<path d='M0'/>").repeated(5'000) + "</svg>";
    QVERIFY(!isNestedToHurt(page));
}

void TestHtml::headingsWithinHeadings()
{
    // Each holds all that follow: reading every one to its end would take hours.
    QByteArray page("<h1>Quelt buys Parvis</h1>");
    page += QByteArray("<h2><div>").repeated(1400);
    page += QByteArray("<p>Quelt has bought Parvis for two billion dollars.</p>").repeated(5'000);
    QCOMPARE(readBriefing(page, QStringLiteral("p.html")).briefing.title,
             QStringLiteral("Quelt buys Parvis"));
}

void TestHtml::mutationsNeverCrash()
{
    std::mt19937 random(23);
    const auto below = [&random](qsizetype n) {
        return static_cast<qsizetype>(random() % static_cast<std::uint64_t>(n));
    };
    const QStringList names = QDir(pages).entryList({QStringLiteral("*.html")});
    for (int round = 0; round < 120; ++round) {
        QByteArray bad = Folder::bytes(pages + names[round % names.size()]);
        for (qsizetype k = below(8); k >= 0; --k) {
            static constexpr char marks[] = "<>/\"'=&;-! \xFF";
            bad[below(bad.size())] = marks[below(sizeof marks - 1)];
            bad.remove(below(bad.size()), below(80));
            bad.insert(below(bad.size()), bad.mid(below(bad.size()), below(300)));
        }
        const QString code = codeOf(bad);
        QVERIFY(code == u"read" || code.startsWith(QStringLiteral("html.")) ||
                code.startsWith(QStringLiteral("reading.")));
    }
}

QTEST_APPLESS_MAIN(TestHtml)
#include "tst_html.moc"
