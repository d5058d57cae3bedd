#include "app/batch.h"

#include "app/console.h"
#include "graph/basics/diagnostic.h"

#include <QCoreApplication>

namespace gyre {

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

int run(VerbFunction verb, const Invocation& command)
{
    try {
        return verb(command);
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
