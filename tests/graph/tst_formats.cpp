#include "graph/interchange/formats.h"
#include "tests/support/folder.h"

#include <QTest>

using namespace gyre;
using gyre::test::Folder;

namespace {

QString formatName(const QString& path)
{
    const NetworkFormat* format = formatOfPath(path);
    return format == nullptr ? QString() : QString::fromLatin1(format->name);
}

QString errorOf(const QString& path)
{
    try {
        readNetwork(path);
    } catch (const Error& error) {
        return error.diagnostic().code;
    }
    return QStringLiteral("read");
}

} // namespace

class TestFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byEnding();
    void foldersByTheirTables();
    void everyFormatCanDoSomething();
    void missingAndUnknown();
    void textAndTablesAreNoGraphml();
};

void TestFormats::byEnding()
{
    QCOMPARE(formatName(QStringLiteral("a/b.json")), QStringLiteral("json"));
    QCOMPARE(formatName(QStringLiteral("B.JSON")), QStringLiteral("json"));
    QCOMPARE(formatName(QStringLiteral("b.graphml")), QStringLiteral("graphml"));
    QCOMPARE(formatName(QStringLiteral("b.csv")), QStringLiteral("csv"));
    for (const char* briefing : {"b.txt", "b.md", "b.html", "-", "b"})
        QCOMPARE(formatName(QString::fromLatin1(briefing)), QString());
}

void TestFormats::foldersByTheirTables()
{
    const Folder folder;
    QCOMPARE(formatName(folder.path()), QString());
    folder.put(QStringLiteral("notes.csv"), "a,b\n");
    QCOMPARE(formatName(folder.path()), QString());
    folder.put(QStringLiteral("stakes.csv"), "holder,org,percent\n");
    QCOMPARE(formatName(folder.path()), QStringLiteral("csv"));
}

void TestFormats::everyFormatCanDoSomething()
{
    for (const NetworkFormat& format : networkFormats()) {
        QVERIFY(format.read || format.write);
        QCOMPARE(findNetworkFormat(QString::fromLatin1(format.name)), &format);
    }
    QCOMPARE(findNetworkFormat(u"tarot"), nullptr);
}

void TestFormats::missingAndUnknown()
{
    const Folder folder;
    for (const char* name : {"none.json", "none.graphml", "none.csv"})
        QCOMPARE(errorOf(folder.path(QString::fromLatin1(name))), QStringLiteral("file.missing"));
    QCOMPARE(errorOf(folder.path()), QStringLiteral("format.unknown"));
    QVERIFY(QDir().mkpath(folder.path(QStringLiteral("d.json"))));
    QCOMPARE(errorOf(folder.path(QStringLiteral("d.json"))), QStringLiteral("format.unknown"));
}

void TestFormats::textAndTablesAreNoGraphml()
{
    const Folder folder;
    QCOMPARE(errorOf(folder.put(QStringLiteral("a.graphml"), QByteArray(1000, '\0'))),
             QStringLiteral("xml.broken"));
    QCOMPARE(errorOf(folder.put(QStringLiteral("a.json"), QByteArray(1000, '\0'))),
             QStringLiteral("json.no-value"));
}

QTEST_APPLESS_MAIN(TestFormats)
#include "tst_formats.moc"
