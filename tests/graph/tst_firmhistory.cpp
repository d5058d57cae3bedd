// What a firm was called, whom it went into and whose unit it was, on each day; and what is said of
// a row that can't be so.
#include "graph/briefing/lexicon.h"
#include "graph/briefing/lexicondata.h"
#include "graph/model/historyfile.h"
#include "graph/model/network.h"

#include <QRandomGenerator>
#include <QSet>
#include <QtTest>

using namespace gyre;

namespace {

HistoryReading reading(const QStringList& rows)
{
    return readHistory(rows.join(u'\n'), QStringLiteral("firms.txt"));
}

FirmHistory historyOf(const QStringList& rows)
{
    const HistoryReading made = reading(rows);
    return made.diagnostics.empty() ? made.history : FirmHistory();
}

PartialDate dateWithin(QRandomGenerator& random)
{
    const int year = 2020 + random.bounded(3);
    const int month = 1 + random.bounded(12);
    switch (random.bounded(4)) {
    case 0:
        return *PartialDate::year(year);
    case 1:
        return *PartialDate::quarter(year, 1 + (month - 1) / 3);
    case 2:
        return *PartialDate::month(year, month);
    default:
        return *PartialDate::day(year, month, 1 + random.bounded(28));
    }
}

QString randomFirm(QRandomGenerator& random)
{
    return QStringLiteral("F%1").arg(random.bounded(6));
}

std::vector<FirmEvent> randomEvents(QRandomGenerator& random)
{
    std::vector<FirmEvent> events;
    for (int i = 0; i < 14; ++i) {
        FirmEvent event;
        event.kind = static_cast<FirmEvent::Kind>(random.bounded(4));
        event.firm = randomFirm(random);
        event.other = randomFirm(random);
        event.from = dateWithin(random);
        event.line = i + 1;
        if (event.kind == FirmEvent::Kind::Renamed) {
            event.other = event.firm + QString(QChar(u'a' + random.bounded(2)));
            event.name = event.firm + QString(QChar(u'a' + random.bounded(3)));
        }
        if (event.kind == FirmEvent::Kind::Unit && random.bounded(2) == 0)
            event.until = dateWithin(random);
        events.push_back(event);
    }
    return events;
}

/// The same questions, answered by living through every day: what happens on a day is done to the
/// state of the day before.
struct Calendar
{
    QHash<QString, QString> name;
    QHash<QString, QString> mergedInto;
    QHash<QString, QString> parent;

    void begin(const FirmHistory& history)
    {
        for (const QString& firm : history.firms())
            for (const FirmEvent& event : history.events(firm))
                if (event.kind == FirmEvent::Kind::Renamed && !name.contains(firm))
                    name.insert(firm, event.other);
    }

    void live(const FirmHistory& history, QDate day)
    {
        for (const QString& firm : history.firms())
            for (const FirmEvent& event : history.events(firm)) {
                const bool starts = event.from->last() == day;
                if (event.kind == FirmEvent::Kind::Renamed && starts)
                    name.insert(firm, event.name);
                if (event.kind == FirmEvent::Kind::Merged && starts)
                    mergedInto.insert(firm, event.other);
                if (event.kind == FirmEvent::Kind::Unit && event.until &&
                    event.until->first() == day && parent.value(firm) == event.other)
                    parent.remove(firm);
                if (event.kind == FirmEvent::Kind::Unit && starts)
                    parent.insert(firm, event.other);
            }
    }

    [[nodiscard]] QString successor(const QString& firm, int steps = 0) const
    {
        if (!mergedInto.contains(firm))
            return steps == 0 ? QString() : firm;
        return steps > 20 ? QStringLiteral("a circle") : successor(mergedInto[firm], steps + 1);
    }

    [[nodiscard]] QString parentOf(const QString& firm) const
    {
        if (!parent.contains(firm))
            return {};
        const QString later = successor(parent[firm]);
        return later.isEmpty() ? parent[firm] : later;
    }
};

QString successorOf(const FirmHistory& history, const QString& firm, QDate day)
{
    const auto successor = history.successorAt(firm, day);
    return successor ? successor->firm : QString();
}

} // namespace

class TestFirmHistory : public QObject
{
    Q_OBJECT

private slots:
    void nameOnEachDay();
    void partialDatesAreWaitedOut();
    void successors();
    void units();
    void namesLeadToTheirFirm();
    void badRows_data();
    void badRows();
    void aBadRowSpoilsNoOther();
    void rowsInAnyOrder();
    void asLivedThroughDayByDay();
    void bundledRowsAreSound();
    void bundledFirmsAreOfTheGazetteer();
    void whatTheWorldKnows();
};

void TestFirmHistory::nameOnEachDay()
{
    const FirmHistory history =
        historyOf({QStringLiteral("renamed 2021-10-28 : Meta; Facebook; Meta; newsroom"),
                   QStringLiteral("renamed 2005-09 : Meta; Thefacebook; Facebook")});
    QCOMPARE(history.nameAt(QStringLiteral("Meta"), QDate(2005, 9, 29)), u"Thefacebook");
    QCOMPARE(history.nameAt(QStringLiteral("Meta"), QDate(2005, 9, 30)), u"Facebook");
    QCOMPARE(history.nameAt(QStringLiteral("Meta"), QDate(2021, 10, 27)), u"Facebook");
    QCOMPARE(history.nameAt(QStringLiteral("Meta"), QDate(2021, 10, 28)), u"Meta");
    QCOMPARE(history.nameAt(QStringLiteral("Harbour"), QDate(2021, 10, 28)), u"Harbour");
    QCOMPARE(history.events(QStringLiteral("Meta")).back().source, u"newsroom");
    QCOMPARE(history.events(QStringLiteral("Meta")).back().line, 1);
}

void TestFirmHistory::partialDatesAreWaitedOut()
{
    const FirmHistory history = historyOf({QStringLiteral("renamed 2023 : B; A; B"),
                                           QStringLiteral("merged 2024-Q2 : B; C"),
                                           QStringLiteral("unit 2020-Q1 2022-03 : B; P")});
    QCOMPARE(history.nameAt(QStringLiteral("B"), QDate(2023, 12, 30)), u"A");
    QCOMPARE(history.nameAt(QStringLiteral("B"), QDate(2023, 12, 31)), u"B");
    QVERIFY(!history.successorAt(QStringLiteral("B"), QDate(2024, 6, 29)));
    QVERIFY(history.successorAt(QStringLiteral("B"), QDate(2024, 6, 30)));
    // A unit as far as it is sure: from the last day of its beginning to the first of its end.
    QVERIFY(!history.parentAt(QStringLiteral("B"), QDate(2020, 3, 30)));
    QCOMPARE(history.parentAt(QStringLiteral("B"), QDate(2020, 3, 31)), QStringLiteral("P"));
    QCOMPARE(history.parentAt(QStringLiteral("B"), QDate(2022, 2, 28)), QStringLiteral("P"));
    QVERIFY(!history.parentAt(QStringLiteral("B"), QDate(2022, 3, 1)));
}

void TestFirmHistory::successors()
{
    const FirmHistory history = historyOf({QStringLiteral("merged 2025-03-28 : Chirp; Mind"),
                                           QStringLiteral("merged 2026-02 : Mind; Rocket")});
    const QString chirp = QStringLiteral("Chirp");
    QVERIFY(!history.successorAt(chirp, QDate(2025, 3, 27)));
    QCOMPARE(successorOf(history, chirp, QDate(2025, 3, 28)), u"Mind");
    QCOMPARE(successorOf(history, chirp, QDate(2026, 2, 28)), u"Rocket");
    QCOMPARE(history.successorAt(chirp, QDate(2026, 2, 28))->since, *PartialDate::month(2026, 2));
    QVERIFY(!history.successorAt(QStringLiteral("Rocket"), QDate(2026, 3, 1)));
}

void TestFirmHistory::units()
{
    const FirmHistory history = historyOf({QStringLiteral("unit 2015 2019 : Shop; Old"),
                                           QStringLiteral("unit 2020-02-01 - : Shop; New"),
                                           QStringLiteral("merged 2022 : New; Newer"),
                                           QStringLiteral("unit - - : Arm of it; Shop")});
    const QString shop = QStringLiteral("Shop");
    QCOMPARE(history.parentAt(shop, QDate(2018, 12, 31)), QStringLiteral("Old"));
    QVERIFY(!history.parentAt(shop, QDate(2019, 6, 1)));
    QCOMPARE(history.parentAt(shop, QDate(2021, 1, 1)), QStringLiteral("New"));
    QCOMPARE(history.parentAt(shop, QDate(2023, 1, 1)), QStringLiteral("Newer"));
    QCOMPARE(history.parentAt(QStringLiteral("Arm of it"), QDate(1950, 1, 1)), shop);
}

void TestFirmHistory::namesLeadToTheirFirm()
{
    const FirmHistory history =
        historyOf({QStringLiteral("renamed 2021-12 : Block Inc; Square; Block"),
                   QStringLiteral("renamed 2010 : Plaza; Square; Plaza"),
                   QStringLiteral("merged 2012 : Sun; Oracle")});
    QCOMPARE(history.firmNamed(QStringLiteral("BLOCK")), QStringLiteral("Block Inc"));
    QCOMPARE(history.firmNamed(QStringLiteral("block, inc.")), QStringLiteral("Block Inc"));
    QCOMPARE(history.firmNamed(QStringLiteral("Sun")), QStringLiteral("Sun"));
    QVERIFY(!history.firmNamed(QStringLiteral("Square")));
    QVERIFY(!history.firmNamed(QStringLiteral("Moon")));
    QCOMPARE(history.names(QStringLiteral("Block Inc")),
             (std::vector<QString>{QStringLiteral("Square"), QStringLiteral("Block"),
                                   QStringLiteral("Block Inc")}));
}

void TestFirmHistory::badRows_data()
{
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char* name, const QStringList& rows, const char* code, int line,
                        const QStringList& arguments) {
        QTest::newRow(name) << rows << QString::fromLatin1(code) << line << arguments;
    };
    const auto u = [](const char* text) { return QString::fromUtf8(text); };
    row("kind", {u("# kinds"), u("absorbed 2020 : A; B")}, "history.bad-kind", 2,
        {u("absorbed"), u("renamed, merged, split, unit")});
    row("date", {u("merged 2020-13 : A; B")}, "history.bad-date", 1, {u("2020-13")});
    row("no date", {u("renamed - : A; A; B")}, "history.bad-date", 1, {u("-")});
    row("date missing", {u("merged : A; B")}, "history.bad-row", 1,
        {u("merged 2026-02-02 : FIRM; INTO WHICH; source")});
    row("second date missing", {u("unit 2020 : A; B")}, "history.bad-row", 1,
        {u("unit 2018-10 - : FIRM; OF WHICH; source")});
    row("name missing", {u(""), u(""), u("renamed 2020 : A; B")}, "history.bad-row", 3,
        {u("renamed 2021-10-28 : FIRM; OLD NAME; NEW NAME; source")});
    row("name empty", {u("split 2020 : A; ; source")}, "history.bad-row", 1,
        {u("split 2015-07 : FIRM; OFF WHICH; source")});
    row("no colon", {u("merged 2020 A; B")}, "history.bad-row", 1,
        {u("merged 2026-02-02 : FIRM; INTO WHICH; source")});
    row("too many", {u("merged 2020 : A; B; source; more")}, "history.bad-row", 1,
        {u("merged 2026-02-02 : FIRM; INTO WHICH; source")});
    row("itself", {u("merged 2020 : A b; a B")}, "history.itself", 1, {u("a B")});
    row("same name", {u("renamed 2020 : A; B; b")}, "history.itself", 1, {u("B")});
    row("merged twice", {u("merged 2020 : A; B"), u("merged 2021 : A; C")}, "history.merged-twice",
        2, {u("A"), u("B"), u("1")});
    row("circle", {u("merged 2020 : A; B"), u("merged 2021 : B; C"), u("merged 2022 : C; A")},
        "history.merge-circle", 3, {u("C"), u("A")});
    row("two names", {u("renamed 2020 : A; B; C"), u("renamed 2021 : A; D; E")},
        "history.two-names", 2, {u("A"), u("D"), u("C"), u("1")});
    row("same date", {u("renamed 2020-03 : A; B; C"), u("renamed 2020 : A; C; D")},
        "history.same-date", 1, {u("A"), u("D"), u("2")});
    row("two parents", {u("unit 2020 - : A; B"), u("unit 2021 2022 : A; C")}, "history.two-parents",
        2, {u("A"), u("B"), u("1")});
    row("circle of units",
        {u("unit 2020 - : A; B"), u("unit 2020 2021 : B; C"), u("unit 2020-06 - : C; A")},
        "history.unit-circle", 3, {u("C"), u("A")});
    row("ends early", {u("unit 2020 2020-05 : A; B")}, "history.ends-early", 1,
        {u("2020"), u("2020-05")});
}

void TestFirmHistory::badRows()
{
    QFETCH(const QStringList, rows);
    const HistoryReading made = reading(rows);
    QCOMPARE(made.diagnostics.size(), 1U);
    QTEST(made.diagnostics.front().code, "code");
    QTEST(made.diagnostics.front().line.value_or(0), "line");
    QTEST(made.diagnostics.front().arguments, "arguments");
    QCOMPARE(made.diagnostics.front().file, u"firms.txt");
}

void TestFirmHistory::aBadRowSpoilsNoOther()
{
    const HistoryReading made =
        reading({QStringLiteral("merged 2020 : A; B"), QStringLiteral("merged soon : C; D"),
                 QStringLiteral("merged 2021 : B; A"), QStringLiteral("merged 2022 : E; A")});
    QCOMPARE(made.diagnostics.size(), 2U);
    QCOMPARE(made.diagnostics[0].line, 2);
    QCOMPARE(made.diagnostics[1].line, 3);
    QCOMPARE(successorOf(made.history, QStringLiteral("E"), QDate(2024, 1, 1)), u"B");
}

void TestFirmHistory::rowsInAnyOrder()
{
    const FirmHistory history = historyOf({QStringLiteral("renamed 2020 : A; C; D"),
                                           QStringLiteral("renamed 2010 : A; A; B"),
                                           QStringLiteral("renamed 2015 : A; B; C")});
    QCOMPARE(history.nameAt(QStringLiteral("A"), QDate(2018, 1, 1)), u"C");
}

void TestFirmHistory::asLivedThroughDayByDay()
{
    int differing = 0;
    for (quint32 seed = 0; seed < 60; ++seed) {
        QRandomGenerator random(seed);
        Diagnostics problems;
        const FirmHistory history(randomEvents(random), problems);
        Calendar calendar;
        calendar.begin(history);
        for (QDate day(2019, 12, 1); day < QDate(2023, 2, 1); day = day.addDays(1)) {
            calendar.live(history, day);
            for (const QString& firm : history.firms()) {
                const bool isSame =
                    history.nameAt(firm, day) == calendar.name.value(firm, firm) &&
                    successorOf(history, firm, day) == calendar.successor(firm) &&
                    history.parentAt(firm, day).value_or(QString()) == calendar.parentOf(firm);
                differing += isSame ? 0 : 1;
            }
        }
    }
    QCOMPARE(differing, 0);
}

void TestFirmHistory::bundledRowsAreSound()
{
    for (const Diagnostic& problem : bundledHistory().diagnostics)
        qWarning() << problem.line.value_or(0) << problem.code << problem.arguments;
    QVERIFY(bundledHistory().diagnostics.empty());
    QVERIFY(!bundledHistory().history.isEmpty());
    for (const QString& firm : bundledHistory().history.firms())
        for (const FirmEvent& event : bundledHistory().history.events(firm))
            QVERIFY2(!event.source.isEmpty(), qPrintable(firm));
}

/// Else a briefing would name a firm of which the history speaks under another name.
void TestFirmHistory::bundledFirmsAreOfTheGazetteer()
{
    const Lexicon lexicon;
    QSet<QString> known;
    for (const FirmSpelling& spelling : lexicon.data().spellings)
        known.insert(nameKey(spelling.surface));
    for (const QString& firm : bundledHistory().history.firms()) {
        QVERIFY2(known.contains(nameKey(firm)), qPrintable(firm));
        for (const FirmEvent& event : bundledHistory().history.events(firm))
            if (event.kind != FirmEvent::Kind::Renamed)
                QVERIFY2(known.contains(nameKey(event.other)), qPrintable(event.other));
    }
}

void TestFirmHistory::whatTheWorldKnows()
{
    const FirmHistory& history = bundledHistory().history;
    const auto name = [&history](const char* firm, int year) {
        return history.nameAt(QString::fromLatin1(firm), QDate(year, 6, 30));
    };
    QCOMPARE(name("Meta", 2019), u"Facebook");
    QCOMPARE(name("Meta", 2022), u"Meta");
    QCOMPARE(name("Block Inc", 2020), u"Square");
    QCOMPARE(name("Twitter", 2022), u"Twitter");
    QCOMPARE(name("Twitter", 2024), u"X");
    QCOMPARE(successorOf(history, QStringLiteral("Twitter"), QDate(2025, 12, 31)), u"xAI");
    QCOMPARE(successorOf(history, QStringLiteral("Twitter"), QDate(2026, 6, 30)), u"SpaceX");
    QCOMPARE(history.parentAt(QStringLiteral("GitHub"), QDate(2018, 10, 26)),
             QStringLiteral("Microsoft"));
    QVERIFY(!history.parentAt(QStringLiteral("PayPal"), QDate(2016, 1, 1)));
    QCOMPARE(history.parentAt(QStringLiteral("PayPal"), QDate(2014, 1, 1)), QStringLiteral("eBay"));
}

QTEST_APPLESS_MAIN(TestFirmHistory)
#include "tst_firmhistory.moc"
