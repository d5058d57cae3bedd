// The program as other programs see it: exit code, standard output, standard error, files.
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <functional>

namespace {

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QString err;

    [[nodiscard]] QStringList errLines() const
    {
        return err.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
};

struct Circumstances
{
    QByteArray input;
    QString outputTo;
    std::function<void()> inChild;
};

Run gyre(const QStringList& arguments, const Circumstances& with = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // As where there is no display and no UTF-8.
    for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "LC_ALL", "LANG"})
        environment.remove(QLatin1String(name));
    process.setProcessEnvironment(environment);
    if (!with.outputTo.isEmpty())
        process.setStandardOutputFile(with.outputTo);
    if (with.inChild)
        process.setChildProcessModifier(with.inChild);
    process.start(QStringLiteral(GYRE_BINARY), arguments);
    process.write(with.input);
    process.closeWriteChannel();
    process.waitForFinished(120000);
    Run run;
    run.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = process.readAllStandardOutput();
    run.err = QString::fromUtf8(process.readAllStandardError());
    return run;
}

QJsonObject objectOf(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Two firms, money both ways, a third that is only talked about.
const QByteArray loopNetwork = R"({
  "organizations": [{"id": "harbour", "name": "Harbour Cloud", "kind": "cloud"},
                    {"id": "lumen", "name": "Lumen Labs", "kind": "ai_lab"},
                    {"id": "quarry", "name": "Quarry Chips", "kind": "chipmaker"}],
  "deals": [
    {"id": "d1", "from": "harbour", "to": "lumen", "type": "equity_investment",
     "amount_high": 10000000000, "qualifier": "up_to", "currency": "USD", "status": "in_talks"},
    {"id": "d2", "from": "lumen", "to": "harbour", "type": "purchase_commitment",
     "amount_low": 38000000000, "amount_high": 38000000000, "qualifier": "exact",
     "currency": "USD", "status": "signed", "date": "2025-11"},
    {"id": "d3", "from": "lumen", "to": "quarry", "type": "purchase_commitment",
     "amount_low": 2000000000, "amount_high": 2000000000, "qualifier": "exact",
     "currency": "USD", "status": "cancelled", "date": "2024-03"}],
  "valuations": [{"id": "v1", "org": "lumen", "amount": 90000000000, "qualifier": "about",
                  "currency": "USD", "basis": "post_money", "status": "announced",
                  "date": "2025-03"}],
  "stakes": [{"id": "s1", "holder": "harbour", "org": "lumen", "percent": 27.0,
              "qualifier": "exact", "date": "2025-10"}]
})";

const QByteArray goodBriefing = "Microsoft invested $5 billion in Mistral AI in March 2024.\n";

} // namespace

class TestBatch : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void factsOfEachBriefingInOrder();
    void factsOfStandardInput();
    void textComesWhenAsked();
    void badBriefings_data();
    void badBriefings();
    void oddBriefings_data();
    void oddBriefings();
    void scriptsAreNoText();
    void unreadableFile();
    void fullStandardOutput();
    void argumentsAreCheckedFirst();

    void loops();
    void loopsSayWhatWasLeftOut();
    void unknownFocus();
    void badNetworks_data();
    void badNetworks();

    void convertKeepsEverything();
    void convertFilters();
    void severalFilesMakeOneNetwork();
    void readOnlyPlace();

    void exportWritesPictures();
    void exportTwiceGivesTheSameBytes();
    void exportSizes();
    void exportSizesOnPaper();
    void exportFilters();
    void exportKeepsPositions();
    void sizesThatContradictAreRefused();
    void aWayThatIsNotThereIsSaid();
    void fullDiskLeavesTheOldPicture();
    void fullDiskLeavesTheOldFile_data();
    void fullDiskLeavesTheOldFile();
    void oneBadInputOfTwo();

    void layoutPlacesEveryFirm();
    void helpAndVersion();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }

    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test's own folder is not writable");
        return file.fileName();
    }

    Run exported(const QStringList& more) const
    {
        return gyre(QStringList{QStringLiteral("export"), path(QStringLiteral("net.json")),
                                QStringLiteral("--out"), path(QStringLiteral("out"))} +
                    more);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBatch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("good.txt"), goodBriefing);
    write(QStringLiteral("net.json"), loopNetwork);
}

void TestBatch::factsOfEachBriefingInOrder()
{
    QStringList arguments{QStringLiteral("extract"), QStringLiteral("--jobs"), QStringLiteral("4")};
    QStringList files;
    for (int i = 0; i < 24; ++i)
        files << write(QStringLiteral("b%1.txt").arg(i),
                       goodBriefing.repeated(1 + (i * 7) % 5) + QByteArray::number(i) + '\n');
    const Run parallel = gyre(arguments + files);
    QCOMPARE(parallel.exitCode, 0);
    const QList<QByteArray> lines = parallel.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 24);
    for (int i = 0; i < 24; ++i)
        QCOMPARE(objectOf(lines[i])[QStringLiteral("briefing")][QStringLiteral("path")].toString(),
                 files[i]);
    arguments[2] = QStringLiteral("1");
    QCOMPARE(gyre(arguments + files).out, parallel.out);

    const QJsonObject facts = objectOf(lines[0]);
    QVERIFY(!facts[QStringLiteral("deals")].toArray().isEmpty());
    const QJsonValue deal = facts[QStringLiteral("deals")][0];
    QCOMPARE(deal[QStringLiteral("type")].toString(), QStringLiteral("equity_investment"));
    QCOMPARE(deal[QStringLiteral("amount_high")].toDouble(), 5e9);
}

void TestBatch::factsOfStandardInput()
{
    const Run run = gyre({QStringLiteral("extract"), QStringLiteral("-"), QStringLiteral("--date"),
                          QStringLiteral("2024-05")},
                         {goodBriefing, {}, {}});
    QCOMPARE(run.exitCode, 0);
    const QJsonValue briefing = objectOf(run.out)[QStringLiteral("briefing")];
    QCOMPARE(briefing[QStringLiteral("path")].toString(), QStringLiteral("-"));
    QCOMPARE(briefing[QStringLiteral("date")].toString(), QStringLiteral("2024-05"));
    QCOMPARE(briefing[QStringLiteral("date_precision")].toString(), QStringLiteral("month"));
}

void TestBatch::textComesWhenAsked()
{
    const QString good = path(QStringLiteral("good.txt"));
    const Run without = gyre({QStringLiteral("extract"), good});
    const Run with = gyre({QStringLiteral("extract"), good, QStringLiteral("--with-text")});
    QVERIFY(
        objectOf(without.out)[QStringLiteral("briefing")][QStringLiteral("text")].isUndefined());
    QVERIFY(
        objectOf(with.out)[QStringLiteral("briefing")][QStringLiteral("text")].toString().contains(
            QStringLiteral("Mistral")));
}

void TestBatch::badBriefings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
    QByteArray binary("\x7f"
                      "ELF\x02\x01\x01\0\0\0\0\0",
                      12);
    for (int i = 0; i < 2000; ++i)
        binary += static_cast<char>(i * 37);
    QTest::newRow("binary") << binary << QStringLiteral("not a text");
    QTest::newRow("blank") << QByteArray("  \n\n \t\n") << QStringLiteral("empty");
    QTest::newRow("page without words")
        << QByteArray("<html><head><script>var a = 'Microsoft invested $5 billion';</script></head>"
                      "<body></body></html>")
        << QStringLiteral("no article text");
}

void TestBatch::badBriefings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const QString bad = write(QStringLiteral("bad.txt"), bytes);
    const Run run = gyre({QStringLiteral("extract"), bad, path(QStringLiteral("good.txt"))});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.out.count('\n'), 1);
    QVERIFY(run.out.contains("good.txt"));
    QVERIFY2(run.errLines().size() >= 1, qPrintable(run.err));
    QVERIFY2(
        run.errLines().front().startsWith(QStringLiteral("gyre: ") + bad + QStringLiteral(": ")),
        qPrintable(run.err));
    QVERIFY2(run.err.contains(says), qPrintable(run.err));
}

void TestBatch::oddBriefings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* title, const char* name, const QByteArray& bytes,
                        const char* says) {
        QTest::newRow(title) << QString::fromLatin1(name) << bytes << QString::fromUtf8(says);
    };
    row("no UTF-8", "odd.txt", goodBriefing + "The caf\xe9 \x93quoted\x94 it.\n", "UTF-8");
    row("no deal", "odd.txt", "Microsoft opened an office in Leeds. Staff liked the view.\n",
        "no deal");
    row("no firm", "odd.txt", "The rain fell on the hills all day, and the sheep stayed in.\n",
        "no firm");
    row("not English", "odd.txt",
        "Der Konzern hat am Montag angekündigt, dass er sich mit einem Betrag von fünf Milliarden "
        "Euro an dem jungen Unternehmen beteiligen wird. Die Behörden müssen der Übernahme noch "
        "zustimmen, und die Gewerkschaften sind nicht damit einverstanden.\n",
        "English");
}

void TestBatch::oddBriefings()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const QString odd = write(name, bytes);
    const Run run = gyre({QStringLiteral("extract"), odd});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(objectOf(run.out).contains(QStringLiteral("deals")));
    QVERIFY2(run.err.contains(says), qPrintable(run.err));
    for (const QString& line : run.errLines())
        QVERIFY2(line.startsWith(QStringLiteral("gyre: ")), qPrintable(line));
}

void TestBatch::scriptsAreNoText()
{
    const QString page =
        write(QStringLiteral("page.html"),
              "<!doctype html><html><head><title>Funding</title>"
              "<script>document.write('Oracle bought Apple for $9 trillion');</script></head><body>"
              "<article><h1>Funding</h1><p>" +
                  goodBriefing +
                  "</p>"
                  "<img src=\"http://images.invalid/a.png\" "
                  "onerror=\"alert(1)\"></article></body></html>");
    const Run run = gyre({QStringLiteral("extract"), page, QStringLiteral("--with-text")});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.contains("Mistral"));
    for (const char* trace : {"Oracle", "alert", "images.invalid", "document.write"})
        QVERIFY2(!run.out.contains(trace), trace);
}

void TestBatch::unreadableFile()
{
    const QString closed = write(QStringLiteral("closed.txt"), goodBriefing);
    QFile::setPermissions(closed, {});
    // Root reads anything, unless it is told not to.
    const auto withoutPrivilege = [] {
        prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE);
        prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH);
    };
    const Run run = gyre({QStringLiteral("extract"), closed, path(QStringLiteral("good.txt"))},
                         {{}, {}, withoutPrivilege});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains(QStringLiteral("closed.txt: could not be read")),
             qPrintable(run.err));
    QCOMPARE(run.out.count('\n'), 1);
    const Run folder = gyre({QStringLiteral("extract"), m_folder->path()});
    QCOMPARE(folder.exitCode, 1);
    QVERIFY2(folder.err.contains(QStringLiteral("folder")), qPrintable(folder.err));
    const Run missing = gyre({QStringLiteral("extract"), path(QStringLiteral("none.txt"))});
    QCOMPARE(missing.exitCode, 1);
    QVERIFY2(missing.err.contains(QStringLiteral("no such file")), qPrintable(missing.err));

    QFile huge(path(QStringLiteral("huge.txt")));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(100'000'000));
    const Run large = gyre({QStringLiteral("extract"), huge.fileName()});
    QCOMPARE(large.exitCode, 1);
    QVERIFY2(large.err.contains(QStringLiteral("64 MB")), qPrintable(large.err));
}

void TestBatch::fullStandardOutput()
{
    const Run run = gyre({QStringLiteral("extract"), path(QStringLiteral("good.txt"))},
                         {{}, QStringLiteral("/dev/full"), {}});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains(QStringLiteral("standard output")), qPrintable(run.err));
    const Run loops = gyre(
        {QStringLiteral("analyze"), path(QStringLiteral("net.json")), QStringLiteral("--loops")},
        {{}, QStringLiteral("/dev/full"), {}});
    QCOMPARE(loops.exitCode, 1);
}

void TestBatch::argumentsAreCheckedFirst()
{
    const Run run =
        gyre({QStringLiteral("export"), path(QStringLiteral("none.txt")), QStringLiteral("--out"),
              path(QStringLiteral("out")), QStringLiteral("--scale"), QStringLiteral("9")});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.out.isEmpty());
    QCOMPARE(run.errLines().size(), 1);
    QVERIFY(run.err.startsWith(QStringLiteral("gyre: --scale")));
    QVERIFY(!QDir(path(QStringLiteral("out"))).exists());
}

void TestBatch::loops()
{
    const Run run = gyre(
        {QStringLiteral("analyze"), path(QStringLiteral("net.json")), QStringLiteral("--loops")});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.err.isEmpty(), qPrintable(run.err));
    const QJsonArray found = objectOf(run.out)[QStringLiteral("loops")].toArray();
    QCOMPARE(found.size(), 1);
    const QJsonObject loop = found[0].toObject();
    QCOMPARE(loop[QStringLiteral("organizations")].toArray(),
             (QJsonArray{QStringLiteral("harbour"), QStringLiteral("lumen")}));
    QCOMPARE(loop[QStringLiteral("deals")].toArray(),
             (QJsonArray{QJsonArray{QStringLiteral("d1")}, QJsonArray{QStringLiteral("d2")}}));
    QCOMPARE(loop[QStringLiteral("bottleneck")].toDouble(), 10e9);
    QCOMPARE(loop[QStringLiteral("returned_ratio")].toDouble(), 3.8);
    QCOMPARE(loop[QStringLiteral("weakest_status")].toString(), QStringLiteral("in_talks"));
    QCOMPARE(loop[QStringLiteral("length")].toInt(), 2);
}

void TestBatch::loopsSayWhatWasLeftOut()
{
    const auto countOf = [](const QByteArray& json, const QString& why) {
        for (const QJsonValue entry : objectOf(json)[QStringLiteral("left_out")].toArray())
            if (entry[QStringLiteral("why")].toString() == why)
                return entry[QStringLiteral("deals")].toInt();
        return 0;
    };
    const QStringList arguments{QStringLiteral("analyze"), path(QStringLiteral("net.json")),
                                QStringLiteral("--loops")};
    const Run plain = gyre(arguments);
    QCOMPARE(countOf(plain.out, QStringLiteral("status")), 1);
    const Run signedOnly =
        gyre(arguments + QStringList{QStringLiteral("--status"), QStringLiteral("signed")});
    QCOMPARE(countOf(signedOnly.out, QStringLiteral("status")), 2);
    QVERIFY(objectOf(signedOnly.out)[QStringLiteral("loops")].toArray().isEmpty());
    const Run least =
        gyre(arguments + QStringList{QStringLiteral("--least"), QStringLiteral("$20B")});
    QCOMPARE(countOf(least.out, QStringLiteral("below_least")), 1);
}

void TestBatch::unknownFocus()
{
    const Run run =
        gyre({QStringLiteral("analyze"), path(QStringLiteral("net.json")),
              QStringLiteral("--loops"), QStringLiteral("--focus"), QStringLiteral("Lumen Lab")});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains(QStringLiteral("“Lumen Labs”")), qPrintable(run.err));
    QVERIFY(run.out.isEmpty());
}

void TestBatch::badNetworks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* title, const char* name, const QByteArray& bytes) {
        QTest::newRow(title) << QString::fromLatin1(name) << bytes;
    };
    row("JSON cut off", "bad.json", loopNetwork.left(300));
    row("JSON of something else", "bad.json", R"({"colour": "red"})");
    row("GraphML cut off", "bad.graphml",
        "<?xml version=\"1.0\"?><graphml><graph edgedefault=\"directed\"><node id=\"a\"/><nod");
    row("CSV without its columns", "bad.csv", "this,is\nno,network\n");
    row("empty CSV", "bad.csv", "");
}

void TestBatch::badNetworks()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const QString bad = write(name, bytes);
    const Run run = gyre({QStringLiteral("analyze"), bad, path(QStringLiteral("net.json")),
                          QStringLiteral("--loops")});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains(QStringLiteral("gyre: ") + bad), qPrintable(run.err));
    QCOMPARE(objectOf(run.out)[QStringLiteral("loops")].toArray().size(), 1);
}

void TestBatch::convertKeepsEverything()
{
    const QString net = path(QStringLiteral("net.json"));
    const QString once = path(QStringLiteral("once.json"));
    const QString twice = path(QStringLiteral("twice.json"));
    QCOMPARE(gyre({QStringLiteral("convert"), net, once}).exitCode, 0);
    QCOMPARE(gyre({QStringLiteral("convert"), once, twice}).exitCode, 0);
    const QJsonObject result = objectOf(contents(once));
    for (const char* list : {"organizations", "deals"})
        QCOMPARE(result[QLatin1String(list)].toArray().size(), 3);
    QCOMPARE(result[QStringLiteral("valuations")].toArray().size(), 1);
    QCOMPARE(result[QStringLiteral("stakes")].toArray().size(), 1);
    QCOMPARE(contents(twice), contents(once));
}

void TestBatch::convertFilters()
{
    const QString part = path(QStringLiteral("part.json"));
    QCOMPARE(gyre({QStringLiteral("convert"), path(QStringLiteral("net.json")), part,
                   QStringLiteral("--type"), QStringLiteral("purchase_commitment"),
                   QStringLiteral("--from"), QStringLiteral("2025")})
                 .exitCode,
             0);
    const QJsonObject result = objectOf(contents(part));
    QCOMPARE(result[QStringLiteral("deals")].toArray().size(), 1);
    QCOMPARE(result[QStringLiteral("deals")][0][QStringLiteral("id")].toString(),
             QStringLiteral("d2"));
    QCOMPARE(result[QStringLiteral("organizations")].toArray().size(), 2);
}

void TestBatch::severalFilesMakeOneNetwork()
{
    const QString more = write(QStringLiteral("more.json"), R"({
      "organizations": [{"id": "x1", "name": "Lumen Labs"}, {"id": "x2", "name": "Delta Fund"}],
      "deals": [{"id": "e1", "from": "x2", "to": "x1", "type": "equity_investment",
                 "amount_low": 1, "amount_high": 1, "qualifier": "exact", "currency": "USD",
                 "status": "closed"}]})");
    const QString one = path(QStringLiteral("one.json"));
    QCOMPARE(
        gyre({QStringLiteral("convert"), path(QStringLiteral("net.json")), more, one}).exitCode, 0);
    const QJsonObject result = objectOf(contents(one));
    QCOMPARE(result[QStringLiteral("organizations")].toArray().size(), 4);
    const QJsonArray deals = result[QStringLiteral("deals")].toArray();
    QCOMPARE(deals.size(), 4);
    QCOMPARE(deals.last()[QStringLiteral("to")].toString(), QStringLiteral("lumen"));
}

void TestBatch::readOnlyPlace()
{
    const QString net = path(QStringLiteral("net.json"));
    const Run convert = gyre({QStringLiteral("convert"), net, QStringLiteral("/proc/gyre.json")});
    QCOMPARE(convert.exitCode, 1);
    QVERIFY2(convert.err.startsWith(QStringLiteral("gyre: /proc/gyre.json: could not be written")),
             qPrintable(convert.err));
    const Run pictures = gyre({QStringLiteral("export"), net, QStringLiteral("--out"),
                               QStringLiteral("/proc/gyre/pictures")});
    QCOMPARE(pictures.exitCode, 1);
    QVERIFY2(pictures.err.contains(QStringLiteral("/proc/gyre/pictures")),
             qPrintable(pictures.err));
}

void TestBatch::exportWritesPictures()
{
    const Run run = exported({QStringLiteral("--geometry")});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.err.isEmpty(), qPrintable(run.err));
    QVERIFY(run.out.isEmpty());
    const QDir out(path(QStringLiteral("out")));
    QCOMPARE(out.entryList(QDir::Files | QDir::Hidden, QDir::Name),
             (QStringList{QStringLiteral("network.geometry.json"), QStringLiteral("network.png"),
                          QStringLiteral("ownership.png"), QStringLiteral("valuations.png")}));
    for (const char* name : {"network.png", "ownership.png", "valuations.png"}) {
        const QImage image(out.filePath(QLatin1String(name)));
        QCOMPARE(image.size(), QSize(1600, 1000));
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 2)
            for (int x = 0; x < image.width(); x += 2)
                colours.insert(image.pixel(x, y));
        QVERIFY2(colours.size() > 20, name);
    }
}

void TestBatch::exportTwiceGivesTheSameBytes()
{
    QCOMPARE(exported({QStringLiteral("--geometry")}).exitCode, 0);
    const QDir out(path(QStringLiteral("out")));
    QMap<QString, QByteArray> first;
    for (const QString& name : out.entryList(QDir::Files))
        first.insert(name, contents(out.filePath(name)));
    QVERIFY(QDir(out).removeRecursively());
    QCOMPARE(exported({QStringLiteral("--geometry")}).exitCode, 0);
    for (const QString& name : first.keys())
        QVERIFY2(contents(out.filePath(name)) == first[name], qPrintable(name));
}

void TestBatch::exportSizes()
{
    QCOMPARE(exported({QStringLiteral("--width"), QStringLiteral("800"), QStringLiteral("--height"),
                       QStringLiteral("500"), QStringLiteral("--scale"), QStringLiteral("1.5"),
                       QStringLiteral("--transparent"), QStringLiteral("--theme"),
                       QStringLiteral("dark"), QStringLiteral("--only"),
                       QStringLiteral("network,ownership")})
                 .exitCode,
             0);
    const QDir out(path(QStringLiteral("out")));
    QCOMPARE(out.entryList(QDir::Files).size(), 2);
    for (const QString& name : out.entryList(QDir::Files)) {
        const QImage image(out.filePath(name));
        QCOMPARE(image.size(), QSize(1200, 750));
        QCOMPARE(qAlpha(image.pixel(2, 2)), 0);
    }
}

void TestBatch::exportSizesOnPaper()
{
    const auto files = [this](const QString& dots) {
        exported({QStringLiteral("--mm"), QStringLiteral("120x80"), QStringLiteral("--dpi"), dots,
                  QStringLiteral("--format"), QStringLiteral("png,svg,pdf,csv"),
                  QStringLiteral("--geometry")});
        QMap<QString, QByteArray> found;
        const QDir out(path(QStringLiteral("out")));
        for (const QString& name : out.entryList(QDir::Files))
            found[name] = contents(out.filePath(name));
        return found;
    };
    const auto coarse = files(QStringLiteral("127"));
    const auto fine = files(QStringLiteral("254"));
    QCOMPARE(fine.size(), 13);
    for (const QString& name : fine.keys()) {
        if (!name.endsWith(QStringLiteral(".png"))) {
            // Nothing but the raster knows of the resolution.
            QVERIFY2(fine[name] == coarse[name], qPrintable(name));
            continue;
        }
        const QImage image = QImage::fromData(fine[name]);
        QCOMPARE(image.size(), QSize(1200, 800));
        QCOMPARE(image.dotsPerMeterX(), 10000);
        QCOMPARE(QImage::fromData(coarse[name]).size(), QSize(600, 400));
    }
    QVERIFY(fine[QStringLiteral("network.svg")].contains("width=\"120mm\" height=\"80mm\""));
    QVERIFY(fine[QStringLiteral("network.pdf")].contains("MediaBox[0 0 340.16 226.77]"));
    // The picture names the table behind it by its hash.
    const QByteArray hash =
        QCryptographicHash::hash(fine[QStringLiteral("network.csv")], QCryptographicHash::Sha256);
    const QString source =
        QImage::fromData(fine[QStringLiteral("network.png")]).text(QStringLiteral("Source"));
    QVERIFY2(source.contains(QString::fromLatin1(hash.toHex())), qPrintable(source));
}

void TestBatch::exportFilters()
{
    const auto edges = [this](const QStringList& filter) {
        const Run run =
            exported(filter + QStringList{QStringLiteral("--geometry"), QStringLiteral("--only"),
                                          QStringLiteral("network")});
        if (run.exitCode != 0)
            qWarning("%s", qPrintable(run.err));
        QStringList ids;
        const auto all = objectOf(contents(path(QStringLiteral("out/network.geometry.json"))));
        for (const QJsonValue edge : all[QStringLiteral("edges")].toArray())
            ids << edge[QStringLiteral("deal")].toString();
        ids.sort();
        return ids.join(QLatin1Char(' '));
    };
    QCOMPARE(edges({}), QStringLiteral("d1 d2"));
    QCOMPARE(edges({QStringLiteral("--status"), QStringLiteral("all")}),
             QStringLiteral("d1 d2 d3"));
    QCOMPARE(edges({QStringLiteral("--status=all"), QStringLiteral("--focus=Quarry Chips,1")}),
             QStringLiteral("d3"));
    const auto way = [&edges](const char* path) {
        return edges(
            {QStringLiteral("--status=all"), QStringLiteral("--path"), QString::fromLatin1(path)});
    };
    QCOMPARE(way("Quarry Chips,harbour"), QStringLiteral("d1 d2 d3"));
    QCOMPARE(way("harbour,Quarry Chips,money"), QStringLiteral("d1 d3"));
    QCOMPARE(way("Quarry Chips,harbour,money"), QString());
    QCOMPARE(way("lumen,quarry"), QStringLiteral("d3"));
    QCOMPARE(edges({QStringLiteral("--merge-pairs")}), QStringLiteral("d1 d2"));
    QCOMPARE(edges({QStringLiteral("--least"), QStringLiteral("20B")}), QStringLiteral("d2"));
    QCOMPARE(edges({QStringLiteral("--as-of"), QStringLiteral("2025-06")}), QStringLiteral("d1"));
    QCOMPARE(edges({QStringLiteral("--type"), QStringLiteral("purchase_commitment")}),
             QStringLiteral("d2"));
}

void TestBatch::exportKeepsPositions()
{
    const QString places =
        write(QStringLiteral("places.json"),
              R"({"nodes": {"harbour": [-300, 100], "lumen": [300, -100], "nobody": [0, 0]}})");
    const Run run = exported({QStringLiteral("--positions"), places, QStringLiteral("--geometry"),
                              QStringLiteral("--only"), QStringLiteral("network")});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.err.contains(QStringLiteral("“nobody”")), qPrintable(run.err));
    QMap<QString, QPointF> at;
    const auto all = objectOf(contents(path(QStringLiteral("out/network.geometry.json"))));
    for (const QJsonValue node : all[QStringLiteral("nodes")].toArray())
        at[node[QStringLiteral("id")].toString()] = {node[QStringLiteral("x")].toDouble(),
                                                     node[QStringLiteral("y")].toDouble()};
    QVERIFY(at[QStringLiteral("harbour")].x() < at[QStringLiteral("lumen")].x());
    QVERIFY(at[QStringLiteral("harbour")].y() > at[QStringLiteral("lumen")].y());

    const QString broken = write(QStringLiteral("broken.json"), R"({"nodes": {"lumen": "left"}})");
    const Run refused = exported({QStringLiteral("--positions"), broken});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains(QStringLiteral("broken.json")), qPrintable(refused.err));

    const QString far = write(QStringLiteral("far.json"), R"({"nodes": {"lumen": [1e200, 0]}})");
    const Run lost = exported({QStringLiteral("--positions"), far});
    QCOMPARE(lost.exitCode, 1);
    QVERIFY2(lost.err.contains(QStringLiteral("“lumen” too far away")), qPrintable(lost.err));

    const QString pile = write(QStringLiteral("pile.json"),
                               R"({"nodes": {"lumen": [10, 10], "harbour": [10, 10]}})");
    const Run stacked = exported({QStringLiteral("--positions"), pile});
    QVERIFY2(stacked.err.contains(QStringLiteral("puts 1 firms exactly where")),
             qPrintable(stacked.err));
}

void TestBatch::sizesThatContradictAreRefused()
{
    for (const char* other : {"--width", "--height"}) {
        const Run run = exported({QStringLiteral("--mm"), QStringLiteral("120x80"),
                                  QString::fromLatin1(other), QStringLiteral("800")});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(QStringLiteral("--mm takes the place")), qPrintable(run.err));
    }
}

/// An empty picture is no answer.
void TestBatch::aWayThatIsNotThereIsSaid()
{
    const Run run = exported({QStringLiteral("--path"), QStringLiteral("lumen,lumen"),
                              QStringLiteral("--only"), QStringLiteral("network")});
    QVERIFY2(run.err.contains(QStringLiteral("no deals that are shown join")), qPrintable(run.err));
}

void TestBatch::fullDiskLeavesTheOldPicture()
{
    const QStringList network{QStringLiteral("--only"), QStringLiteral("network")};
    QCOMPARE(exported(network).exitCode, 0);
    const QString picture = path(QStringLiteral("out/network.png"));
    const QByteArray before = contents(picture);
    QVERIFY(before.size() > 5000);
    const auto smallFiles = [] {
        const rlimit limit{2048, 2048};
        setrlimit(RLIMIT_FSIZE, &limit);
    };
    const Run run = gyre(QStringList{QStringLiteral("export"), path(QStringLiteral("net.json")),
                                     QStringLiteral("--theme"), QStringLiteral("dark"),
                                     QStringLiteral("--out"), path(QStringLiteral("out"))} +
                             network,
                         {{}, {}, smallFiles});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.startsWith(QStringLiteral("gyre: ") + picture), qPrintable(run.err));
    QVERIFY2(run.err.contains(QStringLiteral("File too large")), qPrintable(run.err));
    QVERIFY(contents(picture) == before);
    QCOMPARE(QDir(path(QStringLiteral("out"))).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestBatch::fullDiskLeavesTheOldFile_data()
{
    QTest::addColumn<QString>("verb");
    QTest::newRow("convert") << QStringLiteral("convert");
    QTest::newRow("layout") << QStringLiteral("layout");
}

void TestBatch::fullDiskLeavesTheOldFile()
{
    QFETCH(QString, verb);
    const QString file = write(QStringLiteral("old.json"), "the old file");
    const auto tinyFiles = [] {
        const rlimit limit{16, 16};
        setrlimit(RLIMIT_FSIZE, &limit);
    };
    const Run run = gyre({verb, path(QStringLiteral("net.json")), file}, {{}, {}, tinyFiles});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.startsWith(QStringLiteral("gyre: ") + file), qPrintable(run.err));
    QCOMPARE(contents(file), QByteArray("the old file"));
}

void TestBatch::oneBadInputOfTwo()
{
    const Run run =
        gyre({QStringLiteral("export"), path(QStringLiteral("none.txt")),
              path(QStringLiteral("net.json")), QStringLiteral("--only"), QStringLiteral("network"),
              QStringLiteral("--out"), path(QStringLiteral("out"))});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(QFile::exists(path(QStringLiteral("out/network.png"))));
    QVERIFY(run.err.contains(QStringLiteral("none.txt")));
    const Run nothing = gyre({QStringLiteral("export"), path(QStringLiteral("none.txt")),
                              QStringLiteral("--out"), path(QStringLiteral("out2"))});
    QCOMPARE(nothing.exitCode, 1);
    QVERIFY(!QDir(path(QStringLiteral("out2"))).exists());
}

void TestBatch::layoutPlacesEveryFirm()
{
    const auto layout = [this](const QStringList& more) {
        const QString file = path(QStringLiteral("places.json"));
        const Run run = gyre(
            QStringList{QStringLiteral("layout"), path(QStringLiteral("net.json")), file} + more);
        if (run.exitCode != 0)
            qWarning("%s", qPrintable(run.err));
        return objectOf(contents(file));
    };
    const QJsonObject result = layout({});
    const QJsonObject nodes = result[QStringLiteral("nodes")].toObject();
    QCOMPARE(nodes.keys(), (QStringList{QStringLiteral("harbour"), QStringLiteral("lumen"),
                                        QStringLiteral("quarry")}));
    QVERIFY(result[QStringLiteral("seconds")].toDouble() > 0);
    QCOMPARE(result[QStringLiteral("algorithm")].toString(), QStringLiteral("default"));
    const QJsonObject again = layout({QStringLiteral("--threads"), QStringLiteral("2")});
    QCOMPARE(again[QStringLiteral("threads")].toInt(), 2);
    QCOMPARE(again[QStringLiteral("nodes")].toObject(), nodes);

    // With the places that layout wrote, export draws what it draws without them.
    const QStringList all{QStringLiteral("--status=all"), QStringLiteral("--only=network")};
    const QString picture = path(QStringLiteral("out/network.png"));
    QCOMPARE(exported(all).exitCode, 0);
    const QByteArray fresh = contents(picture);
    QCOMPARE(exported(all + QStringList{QStringLiteral("--positions"),
                                        path(QStringLiteral("places.json"))})
                 .exitCode,
             0);
    QVERIFY(contents(picture) == fresh);
}

void TestBatch::helpAndVersion()
{
    const Run help = gyre({QStringLiteral("--help")});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.out.contains("gyre extract") && help.err.isEmpty());
    QVERIFY(gyre({QStringLiteral("--version")}).out.startsWith("gyre "));
    const Run window = gyre({path(QStringLiteral("good.txt"))});
    QCOMPARE(window.exitCode, 1);
    QVERIFY2(window.err.contains(QStringLiteral("no display")), qPrintable(window.err));
}

QTEST_GUILESS_MAIN(TestBatch)
#include "tst_batch.moc"
