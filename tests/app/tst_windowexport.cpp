// The window and the command line write the same bytes: the real window, on a display of its own,
// at three screen scales and in the dark theme, exports through its dialog with mouse and keyboard;
// `gyre export` of the same briefing must give the same files.
#include "graph/briefing/lexicon.h"
#include "ui/canvas/canvas.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/mainwindow.h"
#include "ui/panels/networkpage.h"
#include "ui/panels/pages.h"
#include "ui/panels/topbar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace gyre;

namespace {

constexpr const char* briefing =
    "Kestrel Labs raises money\n\n"
    "Amazon is in talks to invest up to $4 billion in Mistral AI at a valuation of $12 billion. "
    "In May 2025, Mistral AI signed a $2 billion contract to buy cloud capacity from Amazon. "
    "Nvidia invested $500 million in Mistral AI in March 2025 and holds a 5% stake in Mistral AI. "
    "Mistral AI was valued at $6 billion in June 2024.\n";

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

/// Places as `gyre layout` writes them, for --positions.
QByteArray positionsOf(const Project& project)
{
    QJsonObject nodes;
    QJsonArray pinned;
    for (const FirmId firm : project.network.firms()) {
        const auto place = project.placement.place(firm);
        if (!place)
            continue;
        nodes.insert(project.network.firm(firm).id, QJsonArray{place->at.x, place->at.y});
        if (place->isPinned)
            pinned.append(project.network.firm(firm).id);
    }
    return QJsonDocument(
               QJsonObject{{QStringLiteral("nodes"), nodes}, {QStringLiteral("pinned"), pinned}})
        .toJson();
}

/// Presses on a disc, pulls it and lets go, as a hand would.
void dragFirstFirm(MainWindow& window)
{
    Canvas& canvas = window.pages().network().canvas();
    const Disc& disc = canvas.picture().discs.front();
    const QPoint from = canvas.toWidget(disc.centre).toPoint();
    const QPoint to = from + QPoint(70, 45);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 7; ++i) {
        QTest::mouseMove(&canvas, from + (to - from) * i / 7);
        QTest::qWait(10);
    }
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to);
    QTest::qWait(300);
}

/// Works the dialog that the button Export opens: types the folder and clicks Export.
void workDialog(const QString& folder)
{
    auto* dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget());
    if (dialog == nullptr) {
        QCoreApplication::exit(3);
        return;
    }
    auto* line = dialog->findChild<QLineEdit*>(QStringLiteral("folder"));
    QTest::mouseClick(line, Qt::LeftButton);
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(line, folder);
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("export")), Qt::LeftButton);
    // The dialog closes when all is written, and is gone then.
    const QPointer<ExportDialog> open(dialog);
    const bool isWritten = QTest::qWaitFor([open] { return open.isNull(); }, 60'000);
    QCoreApplication::exit(isWritten ? 0 : 4);
}

/// As the menu Layout does it: by the engine's name.
void chooseEngine(MainWindow& window, const QString& engine)
{
    for (QAction* action : window.actions().submenu(Actions::layoutMenu())->actions())
        if (action->data().toString() == engine)
            action->trigger();
    QTest::qWait(300);
}

/// In the child: the window with the briefing, perhaps a firm dragged or another layout, then the
/// export.
int runWindow(const QStringList& arguments)
{
    const QString file = arguments.value(2);
    const QString folder = arguments.value(3);
    const QString first = arguments.value(4);
    MainWindow window(std::make_shared<const Lexicon>());
    window.resize(1200, 800);
    window.show();
    QSignalSpy painted(&window, &MainWindow::firstNetworkPainted);
    window.open({file});
    if (!painted.wait(60'000))
        return 2;
    QTest::qWait(500);
    if (first == QLatin1String("drag"))
        dragFirstFirm(window);
    else if (first == QLatin1String("pairs"))
        window.actions()[Command::MergePairs].trigger();
    else
        chooseEngine(window, first);
    writeBytes(folder + QStringLiteral(".positions.json"),
               positionsOf(window.exportRequest().project));
    QTimer::singleShot(1500, &window, [folder] { workDialog(folder); });
    QTimer::singleShot(0, &window, [&window] {
        QTest::mouseClick(window.topBar().findChild<QAbstractButton*>(QStringLiteral("primary")),
                          Qt::LeftButton);
    });
    return QApplication::exec();
}

} // namespace

class TestWindowExport : public QObject
{
    Q_OBJECT

private slots:
    void sameBytes_data();
    void sameBytes();
};

void TestWindowExport::sameBytes_data()
{
    QTest::addColumn<QString>("scale");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QStringList>("options");
    const QString none = QStringLiteral("default");
    const QString drag = QStringLiteral("drag");
    QTest::newRow("scale 1") << QStringLiteral("1") << none << QStringList();
    QTest::newRow("scale 1.5") << QStringLiteral("1.5") << none << QStringList();
    QTest::newRow("scale 2") << QStringLiteral("2") << none << QStringList();
    QTest::newRow("scale 1, a firm dragged") << QStringLiteral("1") << drag << QStringList();
    QTest::newRow("scale 2, a firm dragged") << QStringLiteral("2") << drag << QStringList();
    for (const char* engine : {"stress", "rings", "circle", "time"})
        QTest::newRow(engine) << QStringLiteral("1") << QString::fromLatin1(engine)
                              << QStringList{QStringLiteral("--algorithm"),
                                             QString::fromLatin1(engine)};
    QTest::newRow("pairs merged") << QStringLiteral("1") << QStringLiteral("pairs")
                                  << QStringList{QStringLiteral("--merge-pairs")};
}

void TestWindowExport::sameBytes()
{
    QFETCH(QString, scale);
    QFETCH(QString, first);
    QFETCH(QStringList, options);
    QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("xvfb-run")).isEmpty(),
             "xvfb-run is needed: apt-get install xvfb xauth");
    QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("briefing.txt"));
    writeBytes(file, briefing);
    // A reader who works in the dark; the pictures must not notice.
    QDir(dir.path()).mkpath(QStringLiteral("config/gyre"));
    writeBytes(dir.filePath(QStringLiteral("config/gyre/gyre.conf")), "[General]\ntheme=dark\n");

    QProcess window;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), scale);
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), dir.filePath(QStringLiteral("config")));
    window.setProcessEnvironment(environment);
    window.setProcessChannelMode(QProcess::MergedChannels);
    const QString mine = dir.filePath(QStringLiteral("window"));
    window.start(QStringLiteral("xvfb-run"),
                 {QStringLiteral("-a"), QStringLiteral("-s"),
                  QStringLiteral("-screen 0 2600x1800x24"), QCoreApplication::applicationFilePath(),
                  QStringLiteral("--window"), file, mine, first});
    QVERIFY2(window.waitForFinished(200'000), "the window did not end");
    QVERIFY2(window.exitStatus() == QProcess::NormalExit && window.exitCode() == 0,
             window.readAll().append(QByteArray::number(window.exitCode())).constData());

    const QString theirs = dir.filePath(QStringLiteral("command"));
    QStringList arguments{QStringLiteral("export"), file, QStringLiteral("--out"), theirs};
    arguments << options;
    if (first == QLatin1String("drag") || first == QLatin1String("pairs"))
        arguments << QStringLiteral("--positions") << mine + QStringLiteral(".positions.json");
    QCOMPARE(QProcess::execute(QStringLiteral(GYRE_BINARY), arguments), 0);
    for (const char* name : {"network.png", "valuations.png", "ownership.png"}) {
        const QByteArray shown = bytesOf(mine + QLatin1Char('/') + QLatin1String(name));
        const QByteArray printed = bytesOf(theirs + QLatin1Char('/') + QLatin1String(name));
        QVERIFY2(!shown.isEmpty(), name);
        QVERIFY2(shown == printed, name);
    }
}

int main(int argc, char** argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--window") == 0) {
        QApplication application(argc, argv);
        return runWindow(QApplication::arguments());
    }
    QCoreApplication application(argc, argv);
    TestWindowExport test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_windowexport.moc"
