#include "graph/briefing/reading.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace gyre {

namespace {

constexpr qint64 largest = 64LL * 1024 * 1024;

QString hash(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// To its end, or a little more than a briefing may have.
QByteArray standardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        throw Error(QStringLiteral("file.not-read"), {input.errorString()}, QStringLiteral("-"));
    return input.read(largest + 1);
}

} // namespace

BriefingReading readBriefing(const QByteArray& bytes, const QString& path)
{
    if (bytes.isEmpty())
        throw Error(QStringLiteral("reading.empty"), {}, path);
    if (bytes.size() > largest)
        throw Error(QStringLiteral("reading.too-large"), {}, path);
    BriefingReading reading;
    QString text = QString::fromUtf8(bytes);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    reading.briefing.text = text;
    reading.briefing.path = path;
    reading.briefing.sha256 = hash(bytes);
    reading.briefing.id = hash(text.toUtf8()).left(12);
    reading.briefing.title = text.section(QLatin1Char('\n'), 0, 0).left(120);
    return reading;
}

BriefingReading readBriefingFile(const QString& path)
{
    if (path == QStringLiteral("-"))
        return readBriefing(standardInput(), path);
    if (QFileInfo(path).isDir())
        throw Error(QStringLiteral("file.is-directory"), {}, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QStringLiteral("file.not-read"), {file.errorString()}, path);
    if (file.size() > largest)
        throw Error(QStringLiteral("reading.too-large"), {}, path);
    return readBriefing(file.readAll(), path);
}

BriefingReading readPasted(const QString& text, bool)
{
    return readBriefing(text.toUtf8(), {});
}

} // namespace gyre
