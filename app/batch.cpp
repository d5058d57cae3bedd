#include "app/batch.h"

#include "app/console.h"
#include "graph/basics/diagnostic.h"

#include <QCoreApplication>

namespace gyre {

namespace {

int showHelp(const Invocation& command)
{
    writeOut(helpText(command.helpAbout).toUtf8());
    return 0;
}

int showVersion(const Invocation&)
{
    writeOut("gyre " + QCoreApplication::applicationVersion().toUtf8() + '\n');
    return 0;
}

int dispatched(const Invocation& command)
{
    switch (command.verb) {
    case Verb::Extract:
        return extractFacts(command);
    case Verb::Export:
        return exportPictures(command);
    case Verb::Analyze:
        return analyze(command);
    case Verb::Convert:
        return convert(command);
    case Verb::Layout:
        return layOut(command);
    case Verb::Help:
        return showHelp(command);
    case Verb::Version:
        return showVersion(command);
    case Verb::Open:
        break;
    }
    return 2;
}

} // namespace

int runBatch(const Invocation& command)
{
    try {
        return dispatched(command);
    } catch (const Error& error) {
        tell(error.diagnostic());
        // A firm that no file names: the command line is wrong, though only the files could tell.
        if (error.diagnostic().code.startsWith(QStringLiteral("focus.")))
            return 2;
    } catch (const std::exception& failure) {
        tell(QString::fromLocal8Bit(failure.what()));
    }
    return 1;
}

} // namespace gyre
