// A briefing read from bytes as a file of some name would be, and what became of it.
#pragma once

#include "graph/briefing/reading.h"

#include <QStringList>

namespace gyre {

inline BriefingReading readAs(const QByteArray& bytes, const char* name)
{
    return readBriefing(bytes, QString::fromLatin1(name));
}

/// Of the Error; "read" where there was none.
inline QString errorOf(const QByteArray& bytes, const char* name)
{
    try {
        readAs(bytes, name);
    } catch (const Error& error) {
        return error.diagnostic().code;
    }
    return QStringLiteral("read");
}

inline QStringList codes(const BriefingReading& reading)
{
    QStringList found;
    for (const Diagnostic& diagnostic : reading.diagnostics)
        found << diagnostic.code;
    return found;
}

} // namespace gyre
