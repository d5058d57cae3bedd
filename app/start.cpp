#include "app/start.h"

#include "app/console.h"

#include <QCoreApplication>
#include <QLocale>

#include <clocale>
#include <csignal>
#include <langinfo.h>

namespace gyre {

namespace {

/// Before Qt starts: it would complain on standard error, where diagnostics alone belong.
void preferUtf8()
{
    std::setlocale(LC_ALL, "");
    if (qstricmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

QStringList argumentsOf(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

} // namespace

std::optional<Invocation> started(int argc, char** argv)
{
    preferUtf8();
    // A file larger than the limit is an error that is told, not the end of the process.
    std::signal(SIGXFSZ, SIG_IGN);
    QCoreApplication::setApplicationName(QStringLiteral("gyre"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GYRE_VERSION));
    const ParsedArguments arguments = parsed(argumentsOf(argc, argv));
    if (!arguments.command)
        tell(arguments.message);
    return arguments.command;
}

void install(QTranslator& translator)
{
    if (translator.load(QLocale(), QStringLiteral("gyre"), QStringLiteral("_"),
                        QStringLiteral(":/gyre/translations")))
        QCoreApplication::installTranslator(&translator);
}

} // namespace gyre
