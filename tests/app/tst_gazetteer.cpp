// Names that a reader taught, on the command line: read where they are asked for and nowhere else.
#include "tests/support/folder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

namespace {

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QString err;
};

} // namespace

class TestGazetteer : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_folder = std::make_unique<gyre::test::Folder>();
        m_briefing = m_folder->put(QStringLiteral("more.txt"),
                                   "More money\n\nVellora invested $3 billion in Mistral AI.\n");
    }

    void aFileOfNamesIsUsedWhereItIsNamed()
    {
        const QString names = m_folder->put(QStringLiteral("my.txt"), "alias oracle : Vellora\n");
        QCOMPARE(payer(extract({})), QStringLiteral("vellora"));
        QCOMPARE(payer(extract({QStringLiteral("--gazetteer"), names})), QStringLiteral("oracle"));
        const QString out = m_folder->path(QStringLiteral("out.json"));
        const Run converted = gyre(
            {QStringLiteral("convert"), m_briefing, out, QStringLiteral("--gazetteer"), names});
        QCOMPARE(converted.exitCode, 0);
        QCOMPARE(payer(gyre::test::Folder::bytes(out)), QStringLiteral("oracle"));
    }

    void whatTheWindowLearntIsUsedWhereItIsAskedFor()
    {
        // Nothing learnt yet is no fault.
        const Run before =
            gyre({QStringLiteral("extract"), m_briefing, QStringLiteral("--learnt-names")});
        QCOMPARE(before.exitCode, 0);
        QCOMPARE(before.err, QString());
        m_folder->put(QStringLiteral("config/gyre/names.txt"), "alias oracle : Vellora\n");
        QCOMPARE(payer(extract({})), QStringLiteral("vellora"));
        QCOMPARE(payer(extract({QStringLiteral("--learnt-names")})), QStringLiteral("oracle"));
    }

    void brokenRowsAreToldWithTheirLineAndTheRestIsUsed()
    {
        const QString names = m_folder->put(
            QStringLiteral("my.txt"), "alas oracle : Umbra\nalias oracle : Vellora\nalias nobody : "
                                      "Zephyra\nalias oracle : the company\n");
        const Run run =
            gyre({QStringLiteral("extract"), m_briefing, QStringLiteral("--gazetteer"), names});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(payer(run.out), QStringLiteral("oracle"));
        const QStringList lines = run.err.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].contains(QStringLiteral("my.txt:1: ")));
        QVERIFY(lines[0].contains(QStringLiteral("alias ID : other name")));
        QVERIFY(lines[1].contains(QStringLiteral("my.txt:3: ")));
        QVERIFY(lines[1].contains(QStringLiteral("nobody")));
        QVERIFY(lines[2].contains(QStringLiteral("my.txt:4: ")));
    }

    void aFileThatIsNotThereIsTold()
    {
        const Run run = gyre({QStringLiteral("extract"), m_briefing, QStringLiteral("--gazetteer"),
                              m_folder->path(QStringLiteral("none.txt"))});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains(QStringLiteral("none.txt")));
        QCOMPARE(run.out, QByteArray());
    }

private:
    Run gyre(const QStringList& arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"),
                           m_folder->path(QStringLiteral("config")));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(GYRE_BINARY), arguments);
        process.waitForFinished(120000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
    }

    QByteArray extract(const QStringList& options) const
    {
        return gyre(QStringList{QStringLiteral("extract"), m_briefing} + options).out;
    }

    static QString payer(const QByteArray& json)
    {
        const QJsonArray deals =
            QJsonDocument::fromJson(json).object().value(QLatin1String("deals")).toArray();
        return deals.size() == 1 ? deals[0].toObject().value(QLatin1String("from")).toString()
                                 : QStringLiteral("%1 deals").arg(deals.size());
    }

    std::unique_ptr<gyre::test::Folder> m_folder;
    QString m_briefing;
};

QTEST_APPLESS_MAIN(TestGazetteer)
#include "tst_gazetteer.moc"
