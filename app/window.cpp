// `gyre-window`: the window, and the verbs that draw. Chooses the kind of application they need.
#include "app/batch.h"
#include "app/console.h"
#include "app/start.h"
#include "graph/briefing/lexicon.h"
#include "ui/mainwindow.h"

#include <QApplication>

namespace {

using namespace gyre;

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// The same pixels on any desktop, and without one; what Qt finds odd about the machine is no
/// diagnostic.
void preferSilentOffscreen()
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
        if (type == QtCriticalMsg || type == QtFatalMsg)
            tell(text);
    });
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication::setDesktopSettingsAware(false);
}

int draw(const Invocation& command, int argc, char** argv)
{
    preferSilentOffscreen();
    // Charts need widgets; the network's picture needs fonts and saves the rest.
    const bool hasCharts = command.verb == Verb::Export &&
                           command.only != std::vector<ExportKind>{ExportKind::Network};
    const auto application = hasCharts ? std::make_unique<QApplication>(argc, argv)
                                       : std::make_unique<QGuiApplication>(argc, argv);
    QTranslator translator;
    install(translator);
    return run(command.verb == Verb::Export ? exportPictures : layOut, command);
}

int openWindow(const Invocation& command, int argc, char** argv)
{
    if (!hasDisplay()) {
        tell(QCoreApplication::translate("CommandLine",
                                         "there is no display to open a window on; “gyre export” "
                                         "writes the pictures without one"));
        return 1;
    }
    QApplication application(argc, argv);
    QTranslator translator;
    install(translator);
    MainWindow window(std::make_shared<const Lexicon>());
    if (!command.files.isEmpty())
        window.open(command.files);
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    const auto command = started(argc, argv);
    if (!command)
        return 2;
    return command->verb == Verb::Open ? openWindow(*command, argc, argv)
                                       : draw(*command, argc, argv);
}
