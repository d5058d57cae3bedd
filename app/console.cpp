#include "app/console.h"

#include "ui/words/words.h"

#include <cerrno>
#include <cstdio>

namespace gyre {

namespace {

void line(const QString& text)
{
    // A file name may hold anything; a diagnostic stays one line.
    QString flat = text;
    flat.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('\r'), QLatin1Char(' '));
    const QByteArray bytes = "gyre: " + flat.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

} // namespace

void tell(const Diagnostic& diagnostic)
{
    line(located(diagnostic));
}

bool tellAll(const Diagnostics& diagnostics)
{
    bool hasError = false;
    for (const Diagnostic& diagnostic : diagnostics) {
        tell(diagnostic);
        hasError = hasError || diagnostic.severity == Severity::Error;
    }
    return hasError;
}

void tell(const QString& sentence)
{
    line(sentence);
}

void writeOut(const QByteArray& data)
{
    const auto size = static_cast<std::size_t>(data.size());
    if (std::fwrite(data.constData(), 1, size, stdout) != size || std::fflush(stdout) != 0)
        throw Error(QStringLiteral("output.failed"), {qt_error_string(errno)},
                    QStringLiteral("standard output"));
}

} // namespace gyre
