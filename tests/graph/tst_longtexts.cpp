// A megabyte of the same thing over and over, in every reader and in the extraction: damaged files
// and made ones look so. What takes more than its length would not end within the test's time.
#include "tests/fuzz/targets.h"

#include <QTest>

using namespace gyre;

class TestLongTexts : public QObject
{
    Q_OBJECT

private slots:
    void areReadToTheEnd_data();
    void areReadToTheEnd();
};

namespace {

constexpr qsizetype megabyte = 1024LL * 1024;

/// `piece` again and again between `head` and `tail`; "%" in it is the number of the piece.
void addRow(const char* target, const char* name, const QByteArray& piece,
            const QByteArray& head = {}, const QByteArray& tail = {})
{
    QByteArray bytes = head;
    if (!piece.contains('%'))
        bytes += piece.repeated(megabyte / piece.size());
    for (int i = 0; bytes.size() < megabyte; ++i)
        bytes += QByteArray(piece).replace('%', QByteArray::number(i));
    QTest::addRow("%s: %s", target, name) << QByteArray(target) << bytes + tail;
}

void addTexts()
{
    addRow("text", "a letter", "a");
    addRow("text", "blanks", " ", "Quelt", "pays");
    addRow("text", "line ends", "\n", "Quelt", "pays");
    addRow("text", "dots of a source line", ".", "a | https://b.example | ", "2025-12-16\n\nQuelt");
    addRow("text", "numbers of a source line", "#", "a | https://b.example | ", "a\n\nQuelt");
    addRow("text", "dates", "1 May 2025 ", "a | https://b.example | ");
    addRow("text", "blanks in a heading", " ", "# Quelt a", "b");
    addRow("text", "heading marks", "# ", "# Quelt ", "b");
    addRow("text", "scripts", "<script>a</script>b");
    addRow("text", "open scripts", "<script>\n");
    addRow("text", "images", "![](a");
    addRow("text", "links", "[a](b");
    addRow("text", "brackets", "[");
    addRow("text", "emphasis", "*a _b ");
    addRow("text", "stars", "*", {}, "a");
    addRow("text", "ruled stars", "* ", {}, "a");
    addRow("text", "quotations", "> ");
    addRow("text", "cells", "|a", {}, "|");
    addRow("text", "tags", "<a");
    addRow("text", "escapes", "\\");
    addRow("text", "ticks", "`");
    addRow("text", "front matter", "a: b\n", "---\n");
}

void addPages()
{
    addRow("html", "a letter", "a", "<p>");
    addRow("html", "paragraphs", "<p>Quelt pays $3 million.");
    addRow("html", "nesting", "<div>");
    addRow("html", "formatting", "<b><p>");
    addRow("html", "links", "<a>");
    addRow("html", "tables", "<table>");
    addRow("html", "attributes", " a%=b", "<p");
    addRow("html", "classes", "ad ", "<p class='", "'>Quelt");
    addRow("html", "comments", "<!--");
    addRow("html", "entities", "&amp;");
    addRow("html", "unknown elements", "<x%>");
    addRow("html", "lists", "<ul><li>Quelt</li></ul>");
    addRow("html", "strokes in a title", "|", "<title>a ",
           "b Quelt buys Parvis</title><h1>Quelt buys Parvis</h1><p>x");
    addRow(
        "html", "blanks in data", " ",
        R"(<script type="application/ld+json">{"@type":"Report","headline":"Quelt","articleBody":"a)",
        R"(b"}</script>)");
    addRow("html", "data", R"(<script type="application/ld+json">{"@graph":[{}]}</script>)");
    addRow("html", "lists of data", "[", R"(<script type="application/ld+json">)", "</script>");
    addRow("html", "headings", "<h1>Quelt</h1>", "<title>Quelt buys it</title>");
    addRow("html", "buttons", "<button>a</button>");
    addRow("html", "articles", "<article>a", {}, "</article>");
}

void addMails()
{
    const QByteArray mixed = "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n";
    addRow("email", "a letter", "a", "Subject: x\n\n");
    addRow("email", "fields", "a%: b\n");
    addRow("email", "folds", " a\n", "Subject: x\n");
    addRow("email", "answers in the subject", "re:", "Subject: ", "\n\nQuelt");
    addRow("email", "coded words", "=?utf-8?q?a?= ", "Subject: ", "\n\nQuelt");
    addRow("email", "open coded words", "=?utf-8?q?", "Subject: ", "\n\nQuelt");
    addRow("email", "comments", "(", "Content-Type: text/plain", "\n\nQuelt");
    addRow("email", "parameters", "; a%*0=b", "Content-Type: text/plain", "\n\nQuelt");
    addRow("email", "boundaries of a line", "--b", mixed);
    addRow("email", "boundaries and blanks", " ", mixed + "--b", "a");
    addRow("email", "parts", "--b\n\na\n", mixed);
    addRow("email", "dashes", "--", "Content-Type: multipart/mixed\n\n");
    addRow("email", "lines of dashes", "--a b\n", "Content-Type: multipart/mixed\n\n");
    addRow("email", "mails in mails", "Content-Type: message/rfc822\n\n");
    addRow("email", "quotations", "> ", "Subject: x\n\n");
    addRow("email", "quoted lines", "> a\n", "Subject: x\n\n");
    addRow("email", "attributions", "On a\nb wrote:\n> c\n", "Subject: x\n\n");
    addRow("email", "forwards", "---- Forwarded message ----\nFrom: a\n\nb\n", "Subject: x\n\n");
    addRow("email", "rules", "____________________\n\n", "Subject: x\n\n");
    addRow("email", "signatures", "-- \na\n", "Subject: x\n\n");
    addRow("email", "addresses", "https://a", "Subject: x\n\n", " b");
    addRow("email", "bracketed addresses", "(https://a ", "Subject: x\n\n");
    addRow("email", "soft line ends", "=  ", "Content-Transfer-Encoding: quoted-printable\n\n");
    addRow("email", "quoting pages", "<div class=", "Content-Type: text/html\n\n");
}

void addRows()
{
    const QByteArray page = "pages 1\npage 595 842\n";
    const QByteArray end = "\nend\ndone\n";
    addRow("pdf", "a word", "a", page + "word 60 100 500 110 1 ", end);
    addRow("pdf", "hyphens", "a-", page + "word 60 100 500 110 1 ", end);
    addRow("pdf", "words at one place", "word 60 400 70 410 1 a\n", page, end);
    addRow("pdf", "words in the margin", "word 60 10 70 20 1 a\nword 400 10 410 20 1 a\n", page,
           end);
    addRow("pdf", "places in the margin", "word 1% 10.% 1% 20.% 1 a\n", page, end);
    addRow("pdf", "lines", "word 60 % 70 %.9 1 a\n", page, end);
    addRow("pdf", "hyphens at ends of lines", "word 60 % 70 %.9 1 abcdefgh-\n", page, end);
    addRow("pdf", "steps", "word % % %.9 %.9 1 a\n", page, end);
    addRow("pdf", "pages", "page 595 842\nword 60 10 70 20 1 a\nend\n", {}, end);
    addRow("pdf", "blanks", " ", page + "word 60 100 500 110 1 ", end);
}

void addFacts()
{
    addRow("extract", "a letter", "a");
    addRow("extract", "a capital", "A");
    addRow("extract", "a digit", "1");
    addRow("extract", "marks", "$");
    addRow("extract", "hedges", "up to ");
    addRow("extract", "possessives", "'s");
    addRow("extract", "abbreviations", "U.S. ");
    addRow("extract", "one firm", "Nvidia ");
    addRow("extract", "unknown firms", "Quelt% Inc. ");
    addRow("extract", "capitals", "Quelt% ");
    addRow("extract", "deals", "Quelt% Inc. invested $%1 million in Parvis% Corp. ");
    addRow("extract", "one deal", "Nvidia invested $5 billion in Intel. ");
    addRow("extract", "payers", "Quelt% Inc., ", {}, "invested $5 billion in Intel.");
    addRow("extract", "values", "Quelt% Inc. is valued at $%1 million. ");
    addRow("extract", "stakes", "Quelt% Inc. holds 5% of Parvis% Corp. ");
    addRow("extract", "stakes in one firm", "Quelt% Inc. holds a quarter of Intel. ");
    addRow("extract", "sequels", "The deal was called off. ",
           "Nvidia invested $5 billion in Intel. ");
    addRow("extract", "references", "It bought it from them. ",
           "Nvidia invested $5 billion in Intel. ");
    addRow("extract", "brackets", "(");
    addRow("extract", "line ends", "\n");
    addRow("extract", "dates", "on 1 May 2025 ");
    addRow("extract", "joints", "a-");
}

void addNetworks()
{
    addRow("json", "lists", "[");
    addRow("json", "members", R"("a%":1,)", "{", R"("b":2})");
    addRow("csv", "a quote", "\"\n", "id,name\n\"a");
    addRow("csv", "separators", ",", "id,name");
    addRow("csv", "rows", "a%,b%\n", "id,name\n");
    addRow("graphml", "nodes", "<node id='%'/>", "<graphml><graph>", "</graph></graphml>");
    addRow("graphml", "edges", "<edge source='a' target='b'/>",
           "<graphml><graph><node id='a'/><node id='b'/>", "</graph></graphml>");
}

} // namespace

void TestLongTexts::areReadToTheEnd_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("bytes");
    addTexts();
    addPages();
    addMails();
    addRows();
    addFacts();
    addNetworks();
}

void TestLongTexts::areReadToTheEnd()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, bytes);
    QCOMPARE(fuzz::findTarget(QLatin1String(target))->fault(bytes), QString());
}

QTEST_APPLESS_MAIN(TestLongTexts)
#include "tst_longtexts.moc"
