#include "graph/briefing/reading.h"
#include "graph/briefing/writtendate.h"
#include "tests/support/folder.h"

#include <QTest>

#include <cstdio>
#include <random>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace gyre;
using gyre::test::Folder;

namespace {

const QByteArray story = "Quelt to buy Parvis\n\n"
                         "Quelt has agreed to buy Parvis for $2 billion, it said on Monday.\n";

BriefingReading read(const QByteArray& bytes, const char* name = "a.txt")
{
    return readBriefing(bytes, QString::fromLatin1(name));
}

QString codeOf(const QByteArray& bytes, const char* name = "a.txt")
{
    try {
        read(bytes, name);
    } catch (const Error& error) {
        return error.diagnostic().code;
    }
    return QStringLiteral("read");
}

QString fileCodeOf(const QString& path)
{
    try {
        readBriefingFile(path);
    } catch (const Error& error) {
        return error.diagnostic().file == path ? error.diagnostic().code
                                               : QStringLiteral("wrong file");
    }
    return QStringLiteral("read");
}

QString summary(const Briefing& briefing)
{
    return briefing.title + QStringLiteral(" | ") + briefing.publisher + QStringLiteral(" | ") +
           (briefing.date ? briefing.date->toString() : QString());
}

} // namespace

class TestReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainTextIsKeptToTheLetter();
    void lineEnds();
    void sameTextSameId();
    void encodingIsNoted();
    void declaredEncodingIsNotNoted();
    void scriptsInMarkdownAreNotRead();
    void mastheads_data();
    void mastheads();
    void dates_data();
    void dates();
    void markdown();
    void markdownInline_data();
    void markdownInline();
    void frontMatter();
    void languages_data();
    void languages();
    void notText_data();
    void notText();
    void textThatLooksOdd();
    void empty();
    void tooLarge();
    void wrongPlaces();
    void unreadableFile();
    void longSingleLine();
    void standardInput();
    void pasted();
    void mutationsNeverCrash();
};

void TestReading::plainTextIsKeptToTheLetter()
{
    const QByteArray odd = "  Headline \n\n\n\tIndented,  two  blanks. \n";
    QCOMPARE(read(odd).briefing.text.toUtf8(), odd);
    QCOMPARE(read("\xEF\xBB\xBF" + story).briefing.text.toUtf8(), story);
    QCOMPARE(read(story).briefing.path, QStringLiteral("a.txt"));
    QCOMPARE(read(story).briefing.language, QStringLiteral("en"));
    QVERIFY(read(story).diagnostics.empty());
}

void TestReading::lineEnds()
{
    QByteArray windows = story;
    windows.replace("\n", "\r\n");
    QByteArray old = story;
    old.replace("\n", "\r");
    QCOMPARE(read(windows).briefing.text.toUtf8(), story);
    QCOMPARE(read(old).briefing.text.toUtf8(), story);
}

void TestReading::sameTextSameId()
{
    QByteArray windows = story;
    windows.replace("\n", "\r\n");
    const Briefing one = read(story).briefing;
    const Briefing two = read(windows).briefing;
    QCOMPARE(one.id, two.id);
    QCOMPARE(one.id.size(), 12);
    QVERIFY(one.sha256 != two.sha256);
    QCOMPARE(read("abc").briefing.sha256,
             QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(read("abc").briefing.id, QStringLiteral("ba7816bf8f01"));
}

void TestReading::encodingIsNoted()
{
    const BriefingReading reading = read("The M\xFCller group pays \x80"
                                         "3 million to the bank.");
    QCOMPARE(reading.briefing.text,
             QStringLiteral("The Müller group pays €3 million to the bank."));
    QCOMPARE(reading.diagnostics.size(), std::size_t{1});
    QCOMPARE(reading.diagnostics.front().code, QStringLiteral("encoding.not-utf8"));
    QCOMPARE(reading.diagnostics.front().arguments,
             (QStringList{QStringLiteral("Windows-1252"), QStringLiteral("5")}));
}

void TestReading::declaredEncodingIsNotNoted()
{
    const BriefingReading reading = readBriefing(
        "<html><head><meta charset=\"windows-1252\"></head><body><p>The M\xFCller group pays the "
        "bank a sum that nobody has named so far, and both say that they are content.</p></body>"
        "</html>",
        QStringLiteral("page.html"));
    QVERIFY(reading.briefing.text.contains(QStringLiteral("Müller")));
    QVERIFY(reading.diagnostics.empty());
}

void TestReading::scriptsInMarkdownAreNotRead()
{
    const auto textOf = [](const QByteArray& markdown) {
        return readBriefing(markdown, QStringLiteral("note.md")).briefing.text;
    };
    QCOMPARE(textOf("Quelt pays <script>buy('Zorn')</script>Wend.\n"),
             QStringLiteral("Quelt pays Wend."));
    QCOMPARE(textOf("Before.\n\n<SCRIPT type=\"module\">\nQuelt buys Zorn.\n\nToo.\n</script>\n\n"
                    "<style>p { }</style>\nAfter.\n"),
             QStringLiteral("Before.\n\nAfter."));
    QCOMPARE(textOf("The `<script>` tag is new.\n\nQuelt pays Wend.\n"),
             QStringLiteral("The tag is new.\n\nQuelt pays Wend."));
    QVERIFY(textOf("A <script> tag is spoken of.\n\nQuelt pays Wend.\n")
                .contains(QStringLiteral("Quelt pays Wend.")));
}

void TestReading::mastheads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected);
    };
    row("headline", "Quelt to buy Parvis\n\nText follows here.", "Quelt to buy Parvis |  | ");
    row("sentence",
        "Quelt has agreed to buy Parvis, the maker of sensors for ships and trains, "
        "for two billion dollars.",
        "Quelt has agreed to buy Parvis, the maker of sensors for ships and… |  | ");
    row("three lines", "Quelt to buy Parvis\nMorning Ledger\n31 December 2025\n\nText.",
        "Quelt to buy Parvis | Morning Ledger | 2025-12-31");
    row("one line", "Quelt to buy Parvis\nMorning Ledger, Dec. 31, 2025\n\nText.",
        "Quelt to buy Parvis | Morning Ledger | 2025-12-31");
    row("weekday", "Quelt to buy Parvis\nTuesday, December 16, 2025\n\nText.",
        "Quelt to buy Parvis |  | 2025-12-16");
    row("labels", "Title: Quelt to buy Parvis\nSource: Morning Ledger\nDate: 2025-12\n\nText.",
        "Quelt to buy Parvis | Morning Ledger | 2025-12");
    row("dateline", "Quelt to buy Parvis\n\nPORTO, 16 December 2025 (Wire) – Quelt has agreed.",
        "Quelt to buy Parvis |  | 2025-12-16");
    row("byline", "Quelt to buy Parvis\nBy Tova Arel\n16 December 2025\n\nText.",
        "Quelt to buy Parvis |  | 2025-12-16");
    row("source line",
        "# Morning Ledger (Wire) | https://ledger.example/quelt | 2025-12-16\nQuelt to buy Parvis.",
        "Quelt to buy Parvis. | Morning Ledger (Wire) | 2025-12-16");
    row("source line with a month",
        "Morning Ledger | https://ledger.example/quelt | 2025-12\n\nQuelt to buy Parvis.",
        "Quelt to buy Parvis. | Morning Ledger | 2025-12");
    row("date in the story", "Quelt to buy Parvis\n\nThe deal of 16 December 2025 is off.",
        "Quelt to buy Parvis |  | ");
    row("date in a first sentence", "On 16 December 2025 Quelt agreed to buy Parvis.",
        "On 16 December 2025 Quelt agreed to buy Parvis. |  | ");
}

void TestReading::mastheads()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(summary(read(text).briefing), expected);
}

void TestReading::dates_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* line, const char* expected) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromLatin1(expected);
    };
    row("2025-12-16", "2025-12-16");
    row("Updated 2025-12-16T08:00", "2025-12-16");
    row("16 December 2025", "2025-12-16");
    row("16th of December, 2025", "2025-12-16");
    row("Dec. 16, 2025", "2025-12-16");
    row("Sept 3 2025", "2025-09-03");
    row("16.12.2025", "2025-12-16");
    row("December 2025", "2025-12");
    row("31 February 2025", "");
    row("03/04/2025", "");
    row("16 December", "");
    row("about 2025", "");
    row("The 2025 target", "");
    row("$10 May 2025", "2025-05");
}

void TestReading::dates()
{
    QFETCH(QString, line);
    QFETCH(QString, expected);
    const auto found = writtenDate(line);
    QCOMPARE(found ? found->date.toString() : QString(), expected);
}

void TestReading::markdown()
{
    const Briefing briefing =
        read("# Quelt to *buy* Parvis #\n"
             "\n"
             "**Quelt** has agreed to buy [Parvis](https://parvis.example/a_b)\n"
             "for $2 billion, it said.\n"
             "\n"
             "> The price is fair,\n"
             "> said the seller.\n"
             "\n"
             "Terms\n"
             "-----\n"
             "\n"
             "* half in cash\n"
             "* half in shares,\n"
             "  at today's price\n"
             "\n"
             "1. first\n"
             "2. second\n"
             "\n"
             "---\n"
             "\n"
             "| Firm | Value |\n"
             "|------|------:|\n"
             "| Quelt | $9B |\n"
             "\n"
             "![a picture](https://pictures.example/x.png)\n"
             "\n"
             "```\n"
             "a = *b*\n"
             "```\n"
             "[1]: https://example.org\n",
             "a.md")
            .briefing;
    QCOMPARE(briefing.title, QStringLiteral("Quelt to buy Parvis"));
    QCOMPARE(briefing.text, QStringLiteral("Quelt to buy Parvis\n\n"
                                           "Quelt has agreed to buy Parvis for $2 billion, it "
                                           "said.\n\n"
                                           "The price is fair, said the seller.\n\n"
                                           "Terms\n\n"
                                           "- half in cash\n"
                                           "- half in shares, at today's price\n"
                                           "1. first\n"
                                           "2. second\n\n"
                                           "Firm\tValue\n"
                                           "Quelt\t$9B\n\n"
                                           "a = *b*"));
}

void TestReading::markdownInline_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* source, const char* expected) {
        QTest::newRow(source) << QString::fromUtf8(source) << QString::fromUtf8(expected);
    };
    row("a ***very*** big __deal__", "a very big deal");
    row("snake_case_name stays", "snake_case_name stays");
    row("3 * 4 * 5 stays", "3 * 4 * 5 stays");
    row("a \\*star\\* stays", "a *star* stays");
    row("code `x = 1` here", "code x = 1 here");
    row("a ~~struck~~ word", "a struck word");
    row("see <https://example.org/a>", "see https://example.org/a");
    row("a [link][ref] and [^1] note", "a link and note");
    row("[a](https://e.org/x_(y)) b", "a b");
    row("AT&amp;T pays", "AT&T pays");
    row("a <b>bold</b> word", "a bold word");
    row("$5 < $6 and 7 > 3", "$5 < $6 and 7 > 3");
    row("**open without end", "**open without end");
}

void TestReading::markdownInline()
{
    QFETCH(QString, source);
    QFETCH(QString, expected);
    QCOMPARE(read(source.toUtf8(), "a.md").briefing.text, expected);
}

void TestReading::frontMatter()
{
    const Briefing briefing = read("---\r\n"
                                   "title: \"Quelt to buy Parvis\"\r\n"
                                   "date: 2025-12-16 08:00:00\r\n"
                                   "publisher: Morning Ledger\r\n"
                                   "tags: [a, b]\r\n"
                                   "---\r\n"
                                   "\r\n"
                                   "The story begins.\r\n",
                                   "a.markdown")
                                  .briefing;
    QCOMPARE(summary(briefing),
             QStringLiteral("Quelt to buy Parvis | Morning Ledger | 2025-12-16"));
    QCOMPARE(briefing.text, QStringLiteral("The story begins."));
}

void TestReading::languages_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");
    const auto row = [](const char* language, const char* text) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(language);
    };
    row("en", "The bank has lent the firm two million, and it will lend more.");
    row("de", "Die Bank hat dem Unternehmen zwei Millionen geliehen und wird noch mehr geben.");
    row("fr", "La banque a prêté deux millions à la société et elle en prêtera plus.");
    row("es", "El banco ha prestado dos millones a la empresa y prestará más.");
    row("ja", "銀行は会社に二百万を貸した。");
    row("zh", "银行向公司贷款两百万元。");
    row("ru", "Банк одолжил компании два миллиона.");
    row("", "Quelt Parvis 2 billion 2025");
}

void TestReading::languages()
{
    QFETCH(QString, text);
    QFETCH(QString, language);
    const BriefingReading reading = read(text.toUtf8());
    QCOMPARE(reading.briefing.language, language);
    const bool isWarned =
        !reading.diagnostics.empty() && reading.diagnostics.front().code == u"reading.not-english";
    QCOMPARE(isWarned, !language.isEmpty() && language != u"en");
}

void TestReading::notText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char* name, const QByteArray& bytes, const char* kind) {
        QTest::newRow(name) << bytes << QString::fromLatin1(kind);
    };
    row("png", QByteArray::fromHex("89504e470d0a1a0a0000000d49484452"), "PNG");
    row("zip", QByteArray("PK\x03\x04\x14\0\0\0\x08\0", 10), "ZIP, Word or Excel");
    row("nuls", QByteArray("some\0text", 9), "data");
    row("nul late", QByteArray(100'000, 'a') + '\0', "data");
    QByteArray noise;
    std::mt19937 random(1);
    for (int i = 0; i < 5000; ++i)
        noise += static_cast<char>(1 + random() % 255);
    row("noise", noise, "data");
    QByteArray noise16("\xFF\xFE");
    for (int i = 0; i < 5000; ++i)
        noise16 += static_cast<char>(random() % 256);
    row("noise as UTF-16", noise16, "data");
}

void TestReading::notText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, kind);
    try {
        read(bytes);
        QFAIL("it was read");
    } catch (const Error& error) {
        QCOMPARE(error.diagnostic().code, QStringLiteral("reading.binary"));
        QCOMPARE(error.diagnostic().arguments, QStringList(kind));
    }
}

void TestReading::textThatLooksOdd()
{
    QCOMPARE(codeOf("BZh is how the note begins, and it is a text."), QStringLiteral("read"));
    QCOMPARE(codeOf("II* and RIFF are words too."), QStringLiteral("read"));
    QCOMPARE(codeOf("a\x0C"
                    "b\x1B[0m and so on, with a page break and a colour."),
             QStringLiteral("read"));
    QCOMPARE(codeOf("x"), QStringLiteral("read"));
}

void TestReading::empty()
{
    for (const QByteArray& nothing :
         {QByteArray(), QByteArray(" \n\t\r\n"), QByteArray("\xEF\xBB\xBF")})
        QCOMPARE(codeOf(nothing), QStringLiteral("reading.empty"));
    QCOMPARE(codeOf("---\ntitle: x\n---\n", "a.md"), QStringLiteral("reading.empty"));
}

void TestReading::tooLarge()
{
    const Folder folder;
    const QString path = folder.path(QStringLiteral("large.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(100LL * 1024 * 1024));
    file.close();
    QCOMPARE(fileCodeOf(path), QStringLiteral("reading.too-large"));
    // It has no size, and no end.
    QCOMPARE(fileCodeOf(QStringLiteral("/dev/zero")), QStringLiteral("reading.too-large"));
}

void TestReading::wrongPlaces()
{
    const Folder folder;
    QCOMPARE(fileCodeOf(folder.path()), QStringLiteral("file.is-directory"));
    QCOMPARE(fileCodeOf(folder.path(QStringLiteral("none.txt"))), QStringLiteral("file.missing"));
}

void TestReading::unreadableFile()
{
    const Folder folder;
    const QString path = folder.put(QStringLiteral("shut.txt"), story);
    QCOMPARE(::chmod(QFile::encodeName(folder.path()).constData(), 0755), 0);
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0), 0);
    const pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
            _exit(2);
        _exit(fileCodeOf(path) == u"file.not-read" ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void TestReading::longSingleLine()
{
    const QByteArray line = QByteArray("Quelt has lent Parvis $2 million. ").repeated(60'000);
    for (const char* name : {"a.txt", "a.md", "a.html"}) {
        const Briefing briefing = read(line, name).briefing;
        QVERIFY(briefing.text.size() >= line.size() - 1);
        QVERIFY(briefing.title.size() < 200);
    }
}

void TestReading::standardInput()
{
    const Folder folder;
    const QByteArray path = QFile::encodeName(folder.put(QStringLiteral("in.txt"), story));
    // In a child: what it does to its standard input is nobody else's.
    const pid_t child = fork();
    if (child == 0) {
        if (std::freopen(path.constData(), "r", stdin) == nullptr)
            _exit(2);
        const Briefing briefing = readBriefingFile(QStringLiteral("-")).briefing;
        _exit(briefing.text.toUtf8() == story && briefing.path == u"-" ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void TestReading::pasted()
{
    const Briefing briefing =
        readPasted(QStringLiteral("Quelt to buy Parvis\r\n\r\nFor $2B."), false).briefing;
    QCOMPARE(briefing.text, QStringLiteral("Quelt to buy Parvis\n\nFor $2B."));
    QCOMPARE(briefing.title, QStringLiteral("Quelt to buy Parvis"));
    QVERIFY(briefing.path.isEmpty());
    QVERIFY_EXCEPTION_THROWN(readPasted(QStringLiteral(" \n"), false), Error);
}

void TestReading::mutationsNeverCrash()
{
    std::mt19937 random(9);
    const auto below = [&random](qsizetype n) {
        return static_cast<qsizetype>(random() % static_cast<std::uint64_t>(n));
    };
    const QByteArray good = "---\ntitle: x\n---\n# Quelt *to* buy\n\n[a](b) **c** `d` ~~e~~\n\n"
                            "- one\n- two\n\n| a | b |\n|---|---|\n\n16 December 2025\n";
    for (int round = 0; round < 500; ++round) {
        QByteArray bad = good;
        for (qsizetype k = below(8); k >= 0; --k) {
            static constexpr char marks[] = "*_~`[]()#>|-<\\\n:\xFF";
            bad[below(bad.size())] = marks[below(sizeof marks - 1)];
            bad.insert(below(bad.size()), QByteArray(below(9), marks[below(sizeof marks - 1)]));
        }
        for (const char* name : {"a.md", "a.txt"})
            QVERIFY(!codeOf(bad, name).isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestReading)
#include "tst_reading.moc"
