// Any text at all: the extraction ends, keeps its spans inside the text, quotes what stands there,
// and says the same each time.
#include "graph/briefing/extract.h"
#include "graph/briefing/lexicon.h"
#include "tests/support/soundness.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace gyre;

namespace {

const char* const seeds[] = {
    "Amazon is in talks to invest up to $10 billion in OpenAI, sources told Reuters on Tuesday. "
    "The "
    "deal would value the start-up at more than $500 billion (€430 billion).",
    "Microsoft’s 27% share; it owns “half” of them — from $2 to $3bn… (Inc.) U.S. 3'000 A$5 €1,5",
    "In November's round of half a billion dollars, led by A, B and C, which had put in $3m each, "
    "the two companies' staff sold shares at $600 per share, respectively.",
    "the the of of by by to to which which that that , , ; ; ( ( ) ) ' ’s ’s $ $ % % - - 5 5 bn bn",
    "Größe 😀 ｱ 日本語 Ünïcode \xE2\x80\xAE \xC2\xA0 \xEF\xBB\xBF Nvidia\tIntel\r\nAMD $5",
};

Briefing briefing(const QString& text)
{
    Briefing made;
    made.id = QStringLiteral("any");
    made.text = text;
    made.date = PartialDate::parse(u"2025-12-17");
    return made;
}

QString mutated(QString text, std::mt19937& random)
{
    const auto below = [&random](qsizetype n) {
        return n > 0 ? static_cast<qsizetype>(random() % static_cast<std::uint32_t>(n)) : 0;
    };
    for (int i = 0; i < 1 + static_cast<int>(random() % 12); ++i) {
        const qsizetype at = below(text.size());
        switch (random() % 6) {
        case 0:
            text.remove(at, 1 + below(9));
            break;
        case 1:
            text.insert(at, QChar(static_cast<char16_t>(random())));
            break;
        case 2:
            text.insert(at, text.mid(below(text.size()), below(40)));
            break;
        case 3:
            text.truncate(at);
            break;
        case 4:
            text.insert(at, QStringLiteral(" $9223372036854775807 trillion "));
            break;
        default:
            text.insert(at, text.mid(at, 5).toUpper());
            break;
        }
    }
    return text;
}

} // namespace

class TestExtractAny : public QObject
{
    Q_OBJECT

private slots:
    void isSoundOnAnyText();
    void readsWhatNeverEnds();
    void stopsWhenAsked();
    void saysWhereALexiconIsBad_data();
    void saysWhereALexiconIsBad();

private:
    Lexicon m_lexicon;
};

void TestExtractAny::isSoundOnAnyText()
{
    std::mt19937 random(20251217);
    for (int round = 0; round < 1500; ++round) {
        QString text = QString::fromUtf8(seeds[random() % std::size(seeds)]);
        if (round % 3 == 0)
            text += QLatin1Char(' ') + QString::fromUtf8(seeds[random() % std::size(seeds)]);
        text = mutated(text, random);
        const Briefing any = briefing(text);
        const Extraction found = extract(any, m_lexicon);
        QVERIFY2(unsoundness(any, found).isEmpty(),
                 qPrintable(unsoundness(any, found) + u" in: " + text));
        QVERIFY2(found == extract(any, m_lexicon), qPrintable(text));
    }
}

void TestExtractAny::readsWhatNeverEnds()
{
    const QString piece = QStringLiteral("Nvidia put $2 billion into CoreWeave, and the company "
                                         "bought chips from it for $1 billion, ");
    const Briefing small = briefing(piece.repeated(50));
    const Briefing large = briefing(piece.repeated(5000));
    QVERIFY(extract(small, m_lexicon).deals.size() >= 1);
    const Extraction found = extract(large, m_lexicon);
    QCOMPARE(unsoundness(large, found), QString());
}

void TestExtractAny::stopsWhenAsked()
{
    std::stop_source source;
    source.request_stop();
    Progress progress;
    progress.stop = source.get_token();
    const Extraction found = extract(
        briefing(QStringLiteral("Nvidia invested $5 billion in Intel.")), m_lexicon, progress);
    QVERIFY(found.deals.empty());
}

void TestExtractAny::saysWhereALexiconIsBad_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("key") << QByteArray("verbb x : y");
    QTest::newRow("type") << QByteArray("verb rule loann subject=payer : lend");
    QTest::newRow("role") << QByteArray("verb rule debt subject=boss : lend");
    QTest::newRow("place") << QByteArray("verb rule debt beneath=payer : lend");
    QTest::newRow("status") << QByteArray("cue maybe : perhaps");
    QTest::newRow("number") << QByteArray("scale many : zillion");
    QTest::newRow("currency") << QByteArray("currency DOLLAR : dollars");
    QTest::newRow("missing") << QByteArray("verb rule");
}

void TestExtractAny::saysWhereALexiconIsBad()
{
    QFETCH(QByteArray, row);
    QTemporaryDir folder;
    QDir dir(folder.path());
    QVERIFY(dir.mkpath(QStringLiteral("gazetteer")) && dir.mkpath(QStringLiteral("lexicon")));
    const auto write = [&dir](const char* name, const QByteArray& text) {
        QFile file(dir.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write("gazetteer/firms.txt", "firm zeta other - - - : Zeta\n"));
    QVERIFY(write("lexicon/words.txt", "# head\nstop : rise\n" + row + "\n"));
    try {
        const Lexicon lexicon(folder.path());
        QFAIL("a malformed row was taken");
    } catch (const Error& error) {
        QCOMPARE(error.diagnostic().code, QStringLiteral("lexicon.bad-row"));
        QCOMPARE(error.diagnostic().line, std::optional(3));
        QVERIFY(error.diagnostic().file.endsWith(QStringLiteral("lexicon/words.txt")));
    }
}

QTEST_APPLESS_MAIN(TestExtractAny)
#include "tst_extractany.moc"
