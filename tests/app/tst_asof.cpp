// The network of a date from the command line: its names, whose the deals are, and that it is said.
#include "tests/support/firmsovertime.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QString err;
};

Run run(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(GYRE_BINARY), arguments);
    process.waitForFinished(120000);
    return {process.exitCode(), process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

QJsonObject objectIn(const QByteArray& bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString text(const QJsonValue& object, const char* key)
{
    return object.toObject()[QLatin1String(key)].toString();
}

/// The value of `key` of the element that has this id.
QJsonObject withId(const QJsonValue& list, const char* idKey, const char* id)
{
    for (const QJsonValue value : list.toArray())
        if (text(value, idKey) == QLatin1String(id))
            return value.toObject();
    return {};
}

} // namespace

class TestAsOf : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void namesOfTwoDates_data();
    void namesOfTwoDates();
    void withoutADateAllIsAsItWas();
    void dealsAfterAMergerAreTheSuccessors();
    void loopsOfADate();
    void convertedWithTheNamesOfTheDate();
    void aFocusByAnyName();
    void chartsUseTheNamesToo();
    void briefingsSayWhatTheFirmWasCalled();
    void formerNamesLeadToTheFirm_data();
    void formerNamesLeadToTheFirm();
    void aUnitIsAFirmOfItsOwnBefore();

private:
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }

    Run exportNetwork(const QStringList& more)
    {
        return run(QStringList{QStringLiteral("export"), path("net.json"), QStringLiteral("--out"),
                               path("out"), QStringLiteral("--geometry")} +
                   more);
    }

    QJsonObject geometry() const { return objectIn(contents(path("out/network.geometry.json"))); }

    QString label(const char* id) const
    {
        return text(withId(geometry()[QLatin1String("nodes")], "id", id)[QLatin1String("label")],
                    "text");
    }

    QString ends(const char* deal) const
    {
        const QJsonObject edge = withId(geometry()[QLatin1String("edges")], "deal", deal);
        return text(edge, "from") + u'>' + text(edge, "to");
    }

    QJsonObject extracted(const QByteArray& words, const char* date)
    {
        QFile file(path("briefing.txt"));
        if (file.open(QIODevice::WriteOnly))
            file.write(words);
        file.close();
        return objectIn(run({QStringLiteral("extract"), file.fileName(), QStringLiteral("--date"),
                             QLatin1String(date)})
                            .out);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestAsOf::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile file(path("net.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(gyre::test::firmsOverTime);
}

void TestAsOf::namesOfTwoDates_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("said");
    QTest::newRow("before") << QStringLiteral("2019") << QStringLiteral("Facebook")
                            << QStringLiteral("Names as of 2019: Facebook (later Meta)");
    QTest::newRow("the day before")
        << QStringLiteral("2021-10-27") << QStringLiteral("Facebook")
        << QStringLiteral("Names as of 27 Oct 2021: Facebook (later Meta)");
    QTest::newRow("the day") << QStringLiteral("2021-10-28") << QStringLiteral("Meta") << QString();
    QTest::newRow("after") << QStringLiteral("2022") << QStringLiteral("Meta") << QString();
}

void TestAsOf::namesOfTwoDates()
{
    QFETCH(const QString, date);
    QFETCH(const QString, said);
    const Run made = exportNetwork({QStringLiteral("--only"), QStringLiteral("network"),
                                    QStringLiteral("--as-of"), date, QStringLiteral("--format"),
                                    QStringLiteral("svg,csv")});
    QCOMPARE(made.exitCode, 0);
    QTEST(label("meta"), "name");
    QCOMPARE(made.err.trimmed(), said.isEmpty() ? QString() : QStringLiteral("gyre: ") + said);
    // In the picture too, and in its words for those who can't see it.
    const auto foot = withId(geometry()[QLatin1String("furniture")], "what", "names");
    QCOMPARE(foot.isEmpty(), said.isEmpty());
    QVERIFY(contents(path("out/network.svg")).contains(said.toUtf8()));
    QFETCH(const QString, name);
    QVERIFY(contents(path("out/network.csv"))
                .contains(QByteArray("meta," + name.toUtf8() + ",harbour")));
}

void TestAsOf::withoutADateAllIsAsItWas()
{
    const Run made = exportNetwork({QStringLiteral("--only"), QStringLiteral("network")});
    QCOMPARE(made.err, QString());
    QCOMPARE(label("meta"), u"Meta");
    QCOMPARE(label("xai"), u"xAI");
    QCOMPARE(ends("d4"), u"xai>harbour");
    QVERIFY(withId(geometry()[QLatin1String("furniture")], "what", "names").isEmpty());
}

void TestAsOf::dealsAfterAMergerAreTheSuccessors()
{
    const Run made = exportNetwork({QStringLiteral("--only"), QStringLiteral("network"),
                                    QStringLiteral("--as-of"), QStringLiteral("2026-06")});
    QCOMPARE(label("xai"), u"xAI (SpaceX since Feb 2026)");
    QCOMPARE(ends("d2"), u"quarry>xai");
    QCOMPARE(ends("d3"), u"spacex>xai");
    QCOMPARE(ends("d4"), u"spacex>harbour");
    QVERIFY(made.err.contains(QStringLiteral("xAI (SpaceX since Feb 2026)")));
    exportNetwork({QStringLiteral("--only"), QStringLiteral("network"), QStringLiteral("--as-of"),
                   QStringLiteral("2026-01")});
    QCOMPARE(label("xai"), u"xAI");
}

/// The money that xAI pays after the merger goes round through SpaceX.
void TestAsOf::loopsOfADate()
{
    const auto loops = [this](const QStringList& more) {
        const Run made = run(
            QStringList{QStringLiteral("analyze"), path("net.json"), QStringLiteral("--loops")} +
            more);
        return objectIn(made.out)[QLatin1String("loops")].toArray();
    };
    const QJsonArray now = loops({});
    QCOMPARE(now.size(), 1);
    QCOMPARE(now[0].toObject()[QLatin1String("length")].toInt(), 3);
    const QJsonArray then = loops({QStringLiteral("--as-of"), QStringLiteral("2026-06")});
    QCOMPARE(then.size(), 1);
    QCOMPARE(then[0].toObject()[QLatin1String("length")].toInt(), 2);
}

void TestAsOf::convertedWithTheNamesOfTheDate()
{
    const Run made = run({QStringLiteral("convert"), path("net.json"), path("then.json"),
                          QStringLiteral("--as-of"), QStringLiteral("2019")});
    QCOMPARE(made.exitCode, 0);
    const QJsonObject firm =
        withId(objectIn(contents(path("then.json")))[QLatin1String("organizations")], "id", "meta");
    QCOMPARE(text(firm, "name"), u"Facebook");
    QVERIFY(firm[QLatin1String("aliases")].toArray().contains(QStringLiteral("Meta")));
    QVERIFY(made.err.contains(QStringLiteral("Facebook (later Meta)")));
}

void TestAsOf::aFocusByAnyName()
{
    const Run made = exportNetwork({QStringLiteral("--only"), QStringLiteral("network"),
                                    QStringLiteral("--focus"), QStringLiteral("Facebook")});
    QCOMPARE(made.err, QString());
    QCOMPARE(label("meta"), u"Meta");
    QCOMPARE(label("xai"), QString());
}

void TestAsOf::chartsUseTheNamesToo()
{
    const QStringList chart{QStringLiteral("--only"), QStringLiteral("network,valuations"),
                            QStringLiteral("--format"), QStringLiteral("csv")};
    exportNetwork(chart + QStringList{QStringLiteral("--as-of"), QStringLiteral("2019")});
    QVERIFY(contents(path("out/valuations.csv")).contains("Facebook"));
    exportNetwork(chart);
    QVERIFY(!contents(path("out/valuations.csv")).contains("Facebook"));
}

void TestAsOf::briefingsSayWhatTheFirmWasCalled()
{
    const QByteArray words = "Facebook agreed to invest $300 million in Zephyr Robotics.\n";
    const auto firm = [this, &words](const char* date) {
        return withId(extracted(words, date)[QLatin1String("organizations")], "id", "meta");
    };
    QCOMPARE(text(firm("2019-03"), "name"), u"Meta");
    QCOMPARE(text(firm("2019-03"), "name_at_date"), u"Facebook");
    QVERIFY(!firm("2024-03").contains(QLatin1String("name_at_date")));
}

void TestAsOf::formerNamesLeadToTheFirm_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QString>("payer");
    const auto row = [](const char* name, const char* words, const char* payer) {
        QTest::newRow(name) << QByteArray(words) << QString::fromLatin1(payer);
    };
    row("Square", "Block, formerly Square, invested $200 million in Zephyr Robotics.\n", "block");
    row("known as",
        "Block Inc., the payments company formerly known as Square, put $40 million into Zephyr "
        "Robotics.\n",
        "block");
    row("Twitter", "X, formerly Twitter, agreed to buy $500 million of chips from Nvidia.\n",
        "twitter");
    row("brackets", "X (formerly Twitter) invested $90 million in Zephyr Robotics.\n", "twitter");
    row("Facebook", "Meta, formerly known as Facebook, invested $90 million in Zephyr Robotics.\n",
        "meta");
}

void TestAsOf::formerNamesLeadToTheFirm()
{
    QFETCH(const QByteArray, words);
    const QJsonArray deals = extracted(words, "2025-05")[QLatin1String("deals")].toArray();
    QCOMPARE(deals.size(), 1);
    QTEST(text(deals[0], "from"), "payer");
}

/// Who bought into GitHub in 2015 bought no share of Microsoft.
void TestAsOf::aUnitIsAFirmOfItsOwnBefore()
{
    const QByteArray words = "Quarry Fund invested $250 million in GitHub.\n";
    const auto receiver = [this, &words](const char* date) {
        const QJsonArray deals = extracted(words, date)[QLatin1String("deals")].toArray();
        return deals.isEmpty() ? QString() : text(deals[0], "to");
    };
    QCOMPARE(receiver("2015-07-29"), u"github");
    QCOMPARE(receiver("2024-07-29"), u"microsoft");
}

QTEST_GUILESS_MAIN(TestAsOf)
#include "tst_asof.moc"
