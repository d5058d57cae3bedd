#include "graph/model/claim.h"

namespace gyre {

QString writtenPercent(double percent, Qualifier qualifier)
{
    QString text = QString::number(percent, 'f', 1);
    if (text.endsWith(QStringLiteral(".0")))
        text.chop(2);
    return sign(qualifier) + text + QLatin1Char('%');
}

} // namespace gyre
