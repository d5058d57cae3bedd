// How money, shares and dates are written and read.
#include "graph/basics/money.h"
#include "graph/basics/partialdate.h"
#include "graph/model/claim.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace gyre;

class TestMoney : public QObject
{
    Q_OBJECT

private slots:
    void figures_data();
    void figures();
    void hedges_data();
    void hedges();
    void ranges();
    void typed_data();
    void typed();
    void typedNonsense_data();
    void typedNonsense();
    void whichEndCounts();
    void percents();
    void dates_data();
    void dates();
    void datesThatAreNone_data();
    void datesThatAreNone();
    void dateWindow();
    void datesReadBackAsWritten();
};

void TestMoney::figures_data()
{
    QTest::addColumn<qint64>("units");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 units, const char* currency, const QString& text) {
        QTest::newRow(qPrintable(text)) << units << QString::fromLatin1(currency) << text;
    };
    row(10'000'000'000, "USD", QStringLiteral("$10B"));
    row(1'300'000'000, "EUR", QStringLiteral("€1.3B"));
    row(1'250'000'000, "USD", QStringLiteral("$1.25B"));
    row(17'400'000'000, "USD", QStringLiteral("$17.4B"));
    row(920'000'000, "USD", QStringLiteral("$920M"));
    row(1'010'000'000'000, "USD", QStringLiteral("$1.01T"));
    row(14'285'714'285, "USD", QStringLiteral("$14.3B"));
    row(999'999'999'999, "USD", QStringLiteral("$1T"));
    row(75'000, "USD", QStringLiteral("$75,000"));
    row(5'900'000'000, "CNY", QStringLiteral("CN¥5.9B"));
    row(5'000'000'000, "CHF", QStringLiteral("CHF\u00A05B"));
    row(0, "USD", QStringLiteral("$0"));
}

void TestMoney::figures()
{
    QFETCH(qint64, units);
    QFETCH(QString, currency);
    QFETCH(QString, text);
    QCOMPARE(written(units, *Currency::parse(currency)), text);
}

void TestMoney::hedges_data()
{
    QTest::addColumn<int>("qualifier");
    QTest::addColumn<QString>("text");
    QTest::newRow("exact") << int(Qualifier::Exact) << QStringLiteral("$10B");
    QTest::newRow("up to") << int(Qualifier::UpTo) << QStringLiteral("≤ $10B");
    QTest::newRow("at least") << int(Qualifier::AtLeast) << QStringLiteral("≥ $10B");
    QTest::newRow("more than") << int(Qualifier::MoreThan) << QStringLiteral("> $10B");
    QTest::newRow("about") << int(Qualifier::About) << QStringLiteral("≈ $10B");
    QTest::newRow("undisclosed") << int(Qualifier::Undisclosed) << QStringLiteral("n/d");
}

void TestMoney::hedges()
{
    QFETCH(int, qualifier);
    QFETCH(QString, text);
    QCOMPARE(written(Amount::of(10'000'000'000, Currency::usd(), Qualifier(qualifier))), text);
}

void TestMoney::ranges()
{
    Amount range = Amount::exactly(17'400'000'000, Currency::usd());
    range.high = 19'400'000'000;
    QCOMPARE(written(range), QStringLiteral("$17.4B–$19.4B"));
}

void TestMoney::typed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("units");
    QTest::addColumn<QString>("currency");
    const auto row = [](const char16_t* text, qint64 units, const char* currency) {
        const QString typed = QString::fromUtf16(text);
        QTest::newRow(qPrintable(typed)) << typed << units << QString::fromLatin1(currency);
    };
    row(u"10e9", 10'000'000'000, "");
    row(u"10B", 10'000'000'000, "");
    row(u"$10B", 10'000'000'000, "USD");
    row(u" $ 1.5 bn ", 1'500'000'000, "USD");
    row(u"€1.3bn", 1'300'000'000, "EUR");
    row(u"500 million", 500'000'000, "");
    row(u"USD 2,500,000", 2'500'000, "USD");
    row(u"1T", 1'000'000'000'000, "");
    row(u"0", 0, "");
}

void TestMoney::typed()
{
    QFETCH(QString, text);
    QFETCH(qint64, units);
    QFETCH(QString, currency);
    const auto money = typedMoney(text);
    QVERIFY(money);
    QCOMPARE(qint64{money->units}, units);
    QCOMPARE(money->currency.code(), currency);
}

void TestMoney::typedNonsense_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "$", "ten", "10X", "-5", "nan", "1e40", "10 B B", "B10"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestMoney::typedNonsense()
{
    QFETCH(QString, text);
    QVERIFY(!typedMoney(text));
}

void TestMoney::whichEndCounts()
{
    Amount range = Amount::exactly(10, Currency::usd());
    range.high = 20;
    QCOMPARE(range.counted(Reading::Low), std::optional<std::int64_t>(10));
    QCOMPARE(range.counted(Reading::Mid), std::optional<std::int64_t>(15));
    QCOMPARE(range.counted(Reading::High), std::optional<std::int64_t>(20));
    // Where one end is known, that one counts whatever is asked.
    QCOMPARE(Amount::of(7, Currency::usd(), Qualifier::AtLeast).counted(Reading::High),
             std::optional<std::int64_t>(7));
    QCOMPARE(Amount::of(7, Currency::usd(), Qualifier::UpTo).counted(Reading::Low),
             std::optional<std::int64_t>(7));
    QVERIFY(!Amount{}.counted(Reading::High));
}

void TestMoney::percents()
{
    QCOMPARE(writtenPercent(27), QStringLiteral("27%"));
    QCOMPARE(writtenPercent(9.4, Qualifier::UpTo), QStringLiteral("≤ 9.4%"));
    QCOMPARE(writtenPercent(9.99, Qualifier::LessThan), QStringLiteral("< 10%"));
}

void TestMoney::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::newRow("year") << QStringLiteral("2025") << QDate(2025, 1, 1) << QDate(2025, 12, 31);
    QTest::newRow("quarter") << QStringLiteral("2025-Q3") << QDate(2025, 7, 1)
                             << QDate(2025, 9, 30);
    QTest::newRow("month") << QStringLiteral("2024-02") << QDate(2024, 2, 1) << QDate(2024, 2, 29);
    QTest::newRow("day") << QStringLiteral("2025-09-22") << QDate(2025, 9, 22)
                         << QDate(2025, 9, 22);
}

void TestMoney::dates()
{
    QFETCH(QString, text);
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    const auto date = PartialDate::parse(text);
    QVERIFY(date);
    QCOMPARE(date->first(), first);
    QCOMPARE(date->last(), last);
    QCOMPARE(date->toString(), text);
}

void TestMoney::datesThatAreNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "25", "2025-13", "2025-00", "2025-02-30", "2025-Q5", "2025-Q0",
                             "0000", "20250922", "2025/09", "2025-9", "2025-09-", "２０２５"})
        QTest::newRow(*text == 0 ? "empty" : text) << QString::fromUtf8(text);
}

void TestMoney::datesThatAreNone()
{
    QFETCH(QString, text);
    QVERIFY(!PartialDate::parse(text));
}

void TestMoney::dateWindow()
{
    const auto day = *PartialDate::parse(u"2025-09-22");
    QCOMPARE(day.coarsenedTo(PartialDate::Precision::Quarter).toString(),
             QStringLiteral("2025-Q3"));
    QCOMPARE(day.coarsenedTo(PartialDate::Precision::Month).toString(), QStringLiteral("2025-09"));
    const auto month = *PartialDate::parse(u"2025-09");
    QCOMPARE(month.coarsenedTo(PartialDate::Precision::Day), month);
    QVERIFY(month < day);
    QVERIFY(*PartialDate::parse(u"2025-01-01") < *PartialDate::parse(u"2025"));
}

void TestMoney::datesReadBackAsWritten()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 2000; ++i) {
        const int year = random.bounded(1, 9999);
        const int kind = random.bounded(4);
        const auto date = kind == 0   ? PartialDate::year(year)
                          : kind == 1 ? PartialDate::quarter(year, random.bounded(1, 5))
                          : kind == 2
                              ? PartialDate::month(year, random.bounded(1, 13))
                              : PartialDate::day(QDate(year, 1, 1).addDays(random.bounded(365)));
        QVERIFY(date);
        QCOMPARE(PartialDate::parse(date->toString()), date);
        QVERIFY(date->first() <= date->last());
    }
}

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_money.moc"
