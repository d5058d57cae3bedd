// Chooses the kind of application that the command needs, then starts the window or the batch.
#include "app/batch.h"
#include "app/console.h"
#include "graph/briefing/lexicon.h"
#include "ui/mainwindow.h"
#include "ui/style.h"

#include <QApplication>
#include <QTranslator>

#include <algorithm>
#include <clocale>
#include <csignal>
#include <langinfo.h>

namespace {

using namespace gyre;

/// Before Qt starts: it would complain on standard error, where diagnostics alone belong.
void preferUtf8()
{
    std::setlocale(LC_ALL, "");
    if (qstricmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

QStringList argumentsOf(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

/// Charts need widgets, pictures need fonts, the rest needs neither.
std::unique_ptr<QCoreApplication> applicationFor(const Invocation& command, int& argc, char** argv)
{
    if (command.verb == Verb::Open)
        return std::make_unique<QApplication>(argc, argv);
    // Standard error is for diagnostics; what Qt finds odd about the machine is none.
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
        if (type == QtCriticalMsg || type == QtFatalMsg)
            tell(text);
    });
    // The same pixels on any desktop, and without one.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication::setDesktopSettingsAware(false);
    if (command.verb == Verb::Layout ||
        (command.verb == Verb::Export &&
         command.only == std::vector<ExportKind>{ExportKind::Network}))
        return std::make_unique<QGuiApplication>(argc, argv);
    if (command.verb == Verb::Export)
        return std::make_unique<QApplication>(argc, argv);
    return std::make_unique<QCoreApplication>(argc, argv);
}

void install(QTranslator& translator)
{
    if (translator.load(QLocale(), QStringLiteral("gyre"), QStringLiteral("_"),
                        QStringLiteral(":/gyre/translations")))
        QCoreApplication::installTranslator(&translator);
}

int runWindow(const QStringList& files)
{
    applyStyle(*qApp, Appearance::System);
    MainWindow window(std::make_shared<const Lexicon>());
    if (!files.isEmpty())
        window.open(files);
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    preferUtf8();
    // A file larger than the limit is an error that is told, not the end of the process.
    std::signal(SIGXFSZ, SIG_IGN);
    QCoreApplication::setApplicationName(QStringLiteral("gyre"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GYRE_VERSION));
    const ParsedArguments parsedCommand = parsed(argumentsOf(argc, argv));
    if (!parsedCommand.command) {
        tell(parsedCommand.message);
        return 2;
    }
    const Invocation& command = *parsedCommand.command;
    const bool isBatch = command.verb != Verb::Open;
    if (!isBatch && !hasDisplay()) {
        tell(QCoreApplication::translate("CommandLine",
                                         "there is no display to open a window on; “gyre export” "
                                         "writes the pictures without one"));
        return 1;
    }
    const auto application = applicationFor(command, argc, argv);
    QTranslator translator;
    install(translator);
    return isBatch ? runBatch(command) : runWindow(command.files);
}
