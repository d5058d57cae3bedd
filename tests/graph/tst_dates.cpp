// Dates, absolute and counted from the briefing's own.
#include "graph/briefing/dates.h"
#include "graph/briefing/lexicon.h"

#include <QTest>

using namespace gyre;

class TestDates : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void needsTheBriefingsDate();
    void isNoMoreExactThanTheBriefing();

private:
    Lexicon m_lexicon;
};

void TestDates::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("date");
    // The briefing is of Wednesday 17 December 2025.
    const auto row = [](const char* text, const char* date) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(date);
    };
    row("on December 16, 2025", "2025-12-16");
    row("on 16 December 2025", "2025-12-16");
    row("on the 16th of December", "2025-12-16");
    row("on 2025-11-03", "2025-11-03");
    row("on Dec. 5", "2025-12-05");
    row("in November 2024", "2024-11");
    row("in November", "2025-11");
    row("November's deal", "2025-11");
    row("in mid-January", "2025-01");
    row("last November", "2025-11");
    row("in March last year", "2024-03");
    row("in 2017", "2017");
    row("in late 2023", "2023");
    row("in fiscal 2024", "2024");
    row("in Q3 2025", "2025-Q3");
    row("the third quarter of 2025", "2025-Q3");
    row("today", "2025-12-17");
    row("yesterday", "2025-12-16");
    row("on Tuesday", "2025-12-16");
    row("on Wednesday", "2025-12-17");
    row("on Friday", "2025-12-12");
    row("last week", "2025-12");
    row("last month", "2025-11");
    row("last year", "2024");
    row("earlier this year", "2025");
    row("two months ago", "2025-10");
    row("a year earlier", "2024");
    row("three weeks ago", "2025-11");
    row("next year", "2026");
    // No dates.
    row("2025 people came", "");
    row("It may march on", "");
    row("May I say", "");
    row("worth 2024 dollars", "");
}

void TestDates::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, date);
    const Prose cut = prose(text, m_lexicon.data());
    const auto found = dates(cut, m_lexicon.data(), PartialDate::parse(u"2025-12-17"));
    QCOMPARE(found.size(), date.isEmpty() ? 0U : 1U);
    if (found.empty())
        return;
    QVERIFY(found.front().date.has_value());
    QCOMPARE(found.front().date->toString(), date);
    QVERIFY(found.front().last <= cut.size());
}

void TestDates::needsTheBriefingsDate()
{
    for (const char* text : {"last month", "on Tuesday", "in November", "two weeks ago", "today"}) {
        const auto found = dates(prose(QString::fromLatin1(text), m_lexicon.data()),
                                 m_lexicon.data(), std::nullopt);
        QCOMPARE(found.size(), 1U);
        QVERIFY(!found.front().date);
    }
}

void TestDates::isNoMoreExactThanTheBriefing()
{
    const auto on = [this](const char* text, const char* today) {
        const auto found = dates(prose(QString::fromLatin1(text), m_lexicon.data()),
                                 m_lexicon.data(), PartialDate::parse(QString::fromLatin1(today)));
        return found.front().date ? found.front().date->toString() : QString();
    };
    QCOMPARE(on("last month", "2025-01"), QStringLiteral("2024-12"));
    QCOMPARE(on("last month", "2025"), QString());
    QCOMPARE(on("last month", "2025-Q1"), QString());
    QCOMPARE(on("third quarter", "2025"), QString());
    QCOMPARE(on("last night", "2025-12"), QString());
    QCOMPARE(on("last year", "2025"), QStringLiteral("2024"));
    QCOMPARE(on("in November", "2025-12"), QStringLiteral("2025-11"));
    QCOMPARE(on("in December", "2025-12"), QStringLiteral("2025-12"));
    QCOMPARE(on("in November", "2025-03-01"), QStringLiteral("2024-11"));
}

QTEST_APPLESS_MAIN(TestDates)
#include "tst_dates.moc"
