// A screen reader's way through the window: the real program on a display and a session bus of its
// own, asked over AT-SPI by screenreader.py.
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

class TestScreenReader : public QObject
{
    Q_OBJECT

private slots:
    void hearsTheNetwork();
};

void TestScreenReader::hearsTheNetwork()
{
    for (const char* tool : {"xvfb-run", "dbus-run-session", "xdotool"})
        QVERIFY2(!QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty(), tool);
    QTemporaryDir dir;
    QFile briefing(dir.filePath(QStringLiteral("briefing.txt")));
    QVERIFY(briefing.open(QIODevice::WriteOnly));
    briefing.write("Money in a circle\n\n"
                   "Amazon is in talks to invest up to $10 billion in OpenAI.\n\n"
                   "OpenAI signed a contract to buy $38 billion of cloud capacity from Amazon.\n\n"
                   "Oracle invested $2 billion in Cohere.\n");
    briefing.close();

    QProcess reader;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), dir.filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), dir.path());
    environment.insert(QStringLiteral("GTK_MODULES"), QString());
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    reader.setProcessEnvironment(environment);
    reader.setProcessChannelMode(QProcess::MergedChannels);
    reader.start(QStringLiteral("xvfb-run"),
                 {QStringLiteral("-a"), QStringLiteral("-s"),
                  QStringLiteral("-screen 0 1600x1000x24 -noreset"),
                  QStringLiteral("dbus-run-session"), QStringLiteral("--"),
                  QStringLiteral("/usr/bin/python3"),
                  QStringLiteral(GYRE_SOURCE_DIR "/tests/app/screenreader.py"),
                  QStringLiteral(GYRE_BINARY), briefing.fileName()});
    QVERIFY2(reader.waitForFinished(280'000), "the screen reader did not end");
    const QByteArray said = reader.readAll();
    QVERIFY2(reader.exitStatus() == QProcess::NormalExit && reader.exitCode() == 0,
             said.constData());
}

QTEST_GUILESS_MAIN(TestScreenReader)
#include "tst_screenreader.moc"
