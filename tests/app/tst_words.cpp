// Every code that the sources use has words, and no enumerator is without.
#include "ui/words/words.h"

#include "graph/model/network.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace gyre;

namespace {

/// "reading.empty" in the sources, with the file that says so first. Codes are two or more
/// lower-case words with a point; file names have a known ending instead.
QMap<QString, QString> codesInSources()
{
    static const QRegularExpression code(QStringLiteral(
        "(?:QStringLiteral\\(|u|say\\(|fail\\()\"([a-z]+\\.[a-z0-9]+(?:-[a-z0-9]+)*)\""));
    static const QRegularExpression fileName(
        QStringLiteral("\\.(txt|md|html?|csv|json|graphml|gexf|png|svg|pdf|h|cpp|ini|conf)$"));
    QMap<QString, QString> codes;
    for (const char* folder : {"graph", "ui", "app"}) {
        QDirIterator files(QStringLiteral(GYRE_SOURCE_DIR "/") + QLatin1String(folder),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().endsWith(QStringLiteral("words/messages.cpp")) ||
                !file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            for (auto match = code.globalMatch(text); match.hasNext();) {
                const QString word = match.next().captured(1);
                if (!word.contains(fileName))
                    codes.insert(word, file.fileName());
            }
        }
    }
    return codes;
}

Diagnostic about(const char* code, const QStringList& arguments)
{
    return {
        Severity::Warning, QString::fromLatin1(code), arguments, QStringLiteral("a.csv"), 7, {}};
}

template<typename Value>
void expectDistinct(int count)
{
    QSet<QString> seen;
    for (int i = 0; i < count; ++i)
        seen.insert(words(static_cast<Value>(i)));
    QCOMPARE(seen.size(), count);
    QVERIFY(!seen.contains(QString()));
}

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeHasWords();
    void everyWordIsUsed();
    void codesAreListedOnce();
    void argumentsStandInTheSentence();
    void fileAndLineComeFirst();
    void everyKindHasItsOwnWord();
    void datesAreAsExactAsTheirSource();
    void aDealIsOneSentence();
};

void TestWords::everyCodeHasWords()
{
    const QStringList known = knownCodes();
    QStringList without;
    const auto codes = codesInSources();
    QVERIFY(codes.contains(QStringLiteral("reading.empty")));
    for (auto it = codes.begin(); it != codes.end(); ++it)
        if (!known.contains(it.key()))
            without << it.key() + QStringLiteral(" (") + it.value() + QLatin1Char(')');
    QVERIFY2(without.isEmpty(), qPrintable(without.join(QLatin1Char('\n'))));
}

void TestWords::everyWordIsUsed()
{
    const auto codes = codesInSources();
    QStringList unused;
    for (const QString& code : knownCodes())
        if (!codes.contains(code))
            unused << code;
    QVERIFY2(unused.isEmpty(), qPrintable(unused.join(QLatin1Char('\n'))));
}

void TestWords::codesAreListedOnce()
{
    QStringList codes = knownCodes();
    QCOMPARE(codes.removeDuplicates(), 0);
}

void TestWords::argumentsStandInTheSentence()
{
    const QString text = words(about("csv.column-missing", {QStringLiteral("100%1 sure")}));
    QVERIFY2(text.contains(QStringLiteral("“100%1 sure”")), qPrintable(text));
    for (const QString& code : knownCodes()) {
        const QString plain = words(about(code.toLatin1().constData(), {}));
        QVERIFY2(plain.size() > 10 && !plain.contains(code), qPrintable(code));
    }
}

void TestWords::fileAndLineComeFirst()
{
    QVERIFY(located(about("reading.empty", {})).startsWith(QStringLiteral("a.csv:7: ")));
    Diagnostic nowhere = about("reading.empty", {});
    nowhere.file.clear();
    nowhere.line.reset();
    QCOMPARE(located(nowhere), words(nowhere));
}

void TestWords::everyKindHasItsOwnWord()
{
    expectDistinct<FirmKind>(firmKindCount);
    expectDistinct<DealType>(dealTypeCount);
    expectDistinct<Status>(statusCount);
    expectDistinct<Basis>(basisCount);
    expectDistinct<Review>(reviewCount);
    expectDistinct<LeftOut>(leftOutCount);
    expectDistinct<Qualifier>(7);
    QCOMPARE(words(Inferred::Payer), QStringLiteral("payer"));
}

void TestWords::datesAreAsExactAsTheirSource()
{
    QCOMPARE(words(*PartialDate::day(2025, 12, 16)), QStringLiteral("16 Dec 2025"));
    QCOMPARE(words(*PartialDate::month(2025, 9)), QStringLiteral("Sep 2025"));
    QCOMPARE(words(*PartialDate::quarter(2025, 3)), QStringLiteral("Q3 2025"));
    QCOMPARE(words(*PartialDate::year(2025)), QStringLiteral("2025"));
}

void TestWords::aDealIsOneSentence()
{
    NetworkEditor edit;
    Deal deal;
    deal.from = edit.addFirm({QStringLiteral("amazon"), QStringLiteral("Amazon"), {}, {}, {}});
    deal.to = edit.addFirm({QStringLiteral("openai"), QStringLiteral("OpenAI"), {}, {}, {}});
    deal.type = DealType::EquityInvestment;
    deal.status = Status::InTalks;
    deal.amount = Amount::of(10'000'000'000, Currency::usd(), Qualifier::UpTo);
    QCOMPARE(sentence(edit.network(), deal),
             QStringLiteral("Amazon → OpenAI: up to $10B, equity investment, in talks"));
    deal.from = {};
    deal.amount = {};
    deal.denied = true;
    QCOMPARE(sentence(edit.network(), deal),
             QStringLiteral(
                 "investors → OpenAI: amount not disclosed, equity investment, in talks, denied"));
}

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
