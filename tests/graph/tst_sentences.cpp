// Where sentences end, and that every token lies in its text.
#include "graph/briefing/lexicon.h"
#include "graph/briefing/lexicondata.h"
#include "graph/briefing/sentences.h"

#include <QTest>

using namespace gyre;

class TestSentences : public QObject
{
    Q_OBJECT

private slots:
    void splits_data();
    void splits();
    void cutsWordsFromTheirMarks();
    void boundsWhatHasNoFullStops();
    void tokensLieInTheText();

private:
    Lexicon m_lexicon;
};

namespace {

QStringList sentencesOf(const QString& text, const Lexicon& lexicon)
{
    const Prose cut = prose(text, lexicon.data());
    QStringList found;
    for (const Sentence& sentence : cut.sentences)
        found.push_back(cut.span(sentence.first, sentence.last).in(text).toString());
    return found;
}

} // namespace

void TestSentences::splits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentences");
    const auto row = [](const char* name, const char* text, const char* sentences) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(sentences);
    };
    row("plain", "One came. Two went! Did three?", "One came.|Two went!|Did three?");
    row("abbreviations", "Zeta Inc. bought it on Dec. 5 for $1.5 billion. Mr. Poe paid.",
        "Zeta Inc. bought it on Dec. 5 for $1.5 billion.|Mr. Poe paid.");
    row("initials", "T. Rowe Price bought shares. J. P. Poe sold.",
        "T. Rowe Price bought shares.|J. P. Poe sold.");
    row("an abbreviation may end one", "It was sold to Zeta Inc. The price is secret.",
        "It was sold to Zeta Inc.|The price is secret.");
    row("quotes", "“It is done.” They left. (So it was.) Yes.",
        "“It is done.”|They left.|(So it was.)|Yes.");
    row("small letters go on", "It rose 3 p.m. in all. xAI bought it.",
        "It rose 3 p.m. in all.|xAI bought it.");
    row("heading", "What it is worth\nZeta is worth much.\n\nMore",
        "What it is worth|Zeta is worth much.|More");
    row("wrapped lines are one",
        "The company said on Monday that it would invest up\nto $3 billion in another one.",
        "The company said on Monday that it would invest up\nto $3 billion in another one.");
    row("items", "Among them are these two firms of many others:\n- Zeta\n- Acme",
        "Among them are these two firms of many others:|- Zeta|- Acme");
    row("headlines",
        "Quelt closes a round of forty-two million euros with Acme\n"
        "Parvis to be taken over by the eldest of its own rivals\n"
        "No merger after all between Zeta and its larger neighbour",
        "Quelt closes a round of forty-two million euros with Acme|"
        "Parvis to be taken over by the eldest of its own rivals|"
        "No merger after all between Zeta and its larger neighbour");
    row("nothing", " \n ", "");
}

void TestSentences::splits()
{
    QFETCH(QString, text);
    QFETCH(QString, sentences);
    QCOMPARE(sentencesOf(text, m_lexicon).join(u'|'), sentences);
}

void TestSentences::cutsWordsFromTheirMarks()
{
    const QString text = QStringLiteral("Amazon’s US$0.8bn T-Mobile RMB5.9 (AT&T) Zetas' GB300.");
    QStringList cut;
    for (const Token& token : tokens(text, m_lexicon.data().words))
        cut.push_back(token.span().in(text).toString());
    QCOMPARE(cut.join(u' '), QStringLiteral("Amazon ’s US $ 0.8 bn T - Mobile RMB 5.9 ( AT&T ) "
                                            "Zetas ' GB300 ."));
}

void TestSentences::boundsWhatHasNoFullStops()
{
    const QString text = QStringLiteral("and so on ").repeated(5000);
    const Prose cut = prose(text, m_lexicon.data());
    QVERIFY(cut.sentences.size() > 30);
    int next = 0;
    for (const Sentence& sentence : cut.sentences) {
        QCOMPARE(sentence.first, next);
        QVERIFY(sentence.size() <= longestSentence);
        next = sentence.last;
    }
    QCOMPARE(next, cut.size());
}

void TestSentences::tokensLieInTheText()
{
    const QString text = QStringLiteral("😀 Ünïcode—“quotes” … $5–6bn\u00A0x\u200B\uFEFF'’ 3'000");
    int end = 0;
    for (const Token& token : tokens(text, m_lexicon.data().words)) {
        QVERIFY(token.start >= end);
        QVERIFY(token.end > token.start);
        end = token.end;
    }
    QVERIFY(end <= text.size());
}

QTEST_APPLESS_MAIN(TestSentences)
#include "tst_sentences.moc"
