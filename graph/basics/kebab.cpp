#include "graph/basics/kebab.h"

namespace gyre {

QString kebab(const QString& name)
{
    QString made;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            made += c.toLower();
        else if (!made.isEmpty() && !made.endsWith(QLatin1Char('-')))
            made += QLatin1Char('-');
    }
    while (made.endsWith(QLatin1Char('-')))
        made.chop(1);
    return made;
}

} // namespace gyre
