// `gyre`: what needs no fonts is done here, with Qt Core alone; for windows and pictures the
// process becomes `gyre-window`.
#include "app/batch.h"
#include "app/console.h"
#include "app/start.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <unistd.h>

namespace {

using namespace gyre;

/// nullptr: not one of this program's.
VerbFunction coreVerb(Verb verb)
{
    switch (verb) {
    case Verb::Extract:
        return extractFacts;
    case Verb::Analyze:
        return analyze;
    case Verb::Convert:
        return convert;
    case Verb::Help:
        return showHelp;
    case Verb::Version:
        return showVersion;
    case Verb::Open:
    case Verb::Export:
    case Verb::Layout:
        break;
    }
    return nullptr;
}

/// Does not return where the other program is found: beside this one, or where it is installed.
int becomeWindow(char** argv)
{
    std::error_code failure;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", failure).parent_path();
    for (const char* place : {"gyre-window", "../libexec/gyre/gyre-window"})
        execv((folder / place).c_str(), argv);
    tell(QCoreApplication::translate("CommandLine",
                                     "the program gyre-window is missing (%1); install Gyre again")
             .arg(QString::fromLocal8Bit(std::strerror(errno))));
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    const auto command = started(argc, argv);
    if (!command)
        return 2;
    const VerbFunction verb = coreVerb(command->verb);
    if (verb == nullptr)
        return becomeWindow(argv);
    const QCoreApplication application(argc, argv);
    QTranslator translator;
    install(translator);
    return run(verb, *command);
}
