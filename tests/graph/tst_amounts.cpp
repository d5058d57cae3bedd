// Money and percents as they are written, with their hedges and the words they stand on.
#include "graph/briefing/amounts.h"
#include "graph/briefing/lexicon.h"
#include "graph/briefing/lexicondata.h"
#include "graph/model/claim.h"

#include <QTest>

using namespace gyre;

class TestAmounts : public QObject
{
    Q_OBJECT

private slots:
    void money_data();
    void money();
    void percents_data();
    void percents();
    void otherNumbersAreNone_data();
    void otherNumbersAreNone();
    void conversionsAndRatesAreMarked();

private:
    Lexicon m_lexicon;
};

void TestAmounts::money_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* text, const char* amount, const char* words) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(amount)
                            << QString::fromUtf8(words);
    };
    row("paid $10 billion now", "$10B", "$10 billion");
    row("paid $10bn now", "$10B", "$10bn");
    row("paid $1.25B now", "$1.25B", "$1.25B");
    row("a $38-billion deal", "$38B", "$38-billion");
    row("a $38 billion-dollar deal", "$38B", "$38 billion-dollar");
    row("paid up to $10 billion", "≤ $10B", "up to $10 billion");
    row("as much as $100bn", "≤ $100B", "as much as $100bn");
    row("more than $500 billion", "> $500B", "more than $500 billion");
    row("in excess of $2 billion", "> $2B", "in excess of $2 billion");
    row("at least $5 million", "≥ $5M", "at least $5 million");
    row("about €1.3 billion", "≈ €1.3B", "about €1.3 billion");
    row("a total of about $4 billion", "≈ $4B", "a total of about $4 billion");
    row("up to another $4 billion", "≤ $4B", "up to another $4 billion");
    row("1.3 billion euros went", "€1.3B", "1.3 billion euros");
    row("500 million US dollars", "$500M", "500 million US dollars");
    row("RMB5.9 billion in all", "CN¥5.9B", "RMB5.9 billion");
    row("US$0.8 billion in all", "$800M", "US$0.8 billion");
    row("A$300 million in all", "A$300M", "A$300 million");
    row("a $300 million deal", "$300M", "$300 million");
    row("£40m was paid", "£40M", "£40m");
    row("half a billion dollars", "$500M", "half a billion dollars");
    row("above half a trillion dollars", "> $500B", "above half a trillion dollars");
    row("a billion dollars", "$1B", "billion dollars");
    row("two billion dollars", "$2B", "two billion dollars");
    row("between $2 billion and $3 billion", "$2B–$3B", "between $2 billion and $3 billion");
    row("$2 to $3 billion", "$2B–$3B", "$2 to $3 billion");
    row("$2-3bn", "$2B–$3B", "$2-3bn");
    row("some $5 million or more", "≈ $5M", "some $5 million");
    row("$5 million or more", "≥ $5M", "$5 million or more");
    row("€1,500,000 exactly", "€1.5M", "€1,500,000");
    row("€1,5 billion", "€1.5B", "€1,5 billion");
    row("3 trillion won", "₩3T", "3 trillion won");
}

void TestAmounts::money()
{
    QFETCH(QString, text);
    QFETCH(QString, amount);
    QFETCH(QString, words);
    const Prose cut = prose(text, m_lexicon.data());
    const Amounts found = amounts(cut, m_lexicon.data());
    QCOMPARE(found.figures.size(), 1U);
    const Figure& figure = found.figures.front();
    QCOMPARE(written(figure.amount), amount);
    QCOMPARE(cut.span(figure.first, figure.last).in(text).toString(), words);
}

void TestAmounts::percents_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("percent");
    QTest::newRow("sign") << "a 27% share"
                          << "27%";
    QTest::newRow("word") << "a 27 percent share"
                          << "27%";
    QTest::newRow("two words") << QStringLiteral("about 11 per cent of it")
                               << QStringLiteral("≈ 11%");
    QTest::newRow("hyphen") << "a 4.9-percent stake"
                            << "4.9%";
    QTest::newRow("up to") << QStringLiteral("as much as 9% of it") << QStringLiteral("≤ 9%");
    QTest::newRow("more") << "more than a tenth of it"
                          << "> 10%";
    QTest::newRow("fraction") << "half of the shares"
                              << "50%";
}

void TestAmounts::percents()
{
    QFETCH(QString, text);
    QFETCH(QString, percent);
    const Amounts found = amounts(prose(text, m_lexicon.data()), m_lexicon.data());
    QCOMPARE(found.percents.size(), 1U);
    QCOMPARE(writtenPercent(found.percents[0].value, found.percents[0].qualifier), percent);
    QVERIFY(found.figures.empty());
}

void TestAmounts::otherNumbersAreNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"three sources", "less than two months", "32.1 million shares", "28 years old",
          "6 gigawatts", "in 2025", "tens of billions of dollars", "40 times", "GB300 chips",
          "Series B", "a third person", "several billion dollars"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestAmounts::otherNumbersAreNone()
{
    QFETCH(QString, text);
    const Amounts found = amounts(prose(text, m_lexicon.data()), m_lexicon.data());
    QVERIFY(found.figures.empty());
    QVERIFY(found.percents.empty());
}

void TestAmounts::conversionsAndRatesAreMarked()
{
    const auto read = [this](const char* text) {
        return amounts(prose(QString::fromUtf8(text), m_lexicon.data()), m_lexicon.data()).figures;
    };
    const auto euros = read("It cost 1.3 billion euros ($1.5 billion) in all.");
    QCOMPARE(euros.size(), 2U);
    QVERIFY(!euros[0].isConversion);
    QVERIFY(euros[1].isConversion);
    const auto two = read("It cost $1.3 billion ($1.5 billion with debt).");
    QVERIFY(!two[1].isConversion);
    QVERIFY(read("It pays $150 million a month.")[0].isRate);
    QVERIFY(read("at $600 per share")[0].isRate);
    QVERIFY(!read("It paid $150 million in May.")[0].isRate);
    const auto same = read("Asked for $100 billion, it gave up to that much.");
    QCOMPARE(same.size(), 2U);
    QCOMPARE(written(same[1].amount), QStringLiteral("≤ $100B"));
}

QTEST_APPLESS_MAIN(TestAmounts)
#include "tst_amounts.moc"
