#include "graph/interchange/filebytes.h"

#include "graph/basics/diagnostic.h"
#include "graph/basics/encoding.h"

#include <QFile>
#include <QFileInfo>

namespace gyre {

QByteArray fileBytes(const QString& path)
{
    constexpr qint64 largest = 2000LL * 1024 * 1024;
    const QFileInfo info(path);
    if (info.isDir())
        throw Error(QStringLiteral("file.is-directory"), {}, path);
    if (!info.exists())
        throw Error(QStringLiteral("file.missing"), {}, path);
    if (info.size() > largest)
        throw Error(QStringLiteral("file.too-large"), {QStringLiteral("2 GB")}, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QStringLiteral("file.not-read"), {file.errorString()}, path);
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        throw Error(QStringLiteral("file.not-read"), {file.errorString()}, path);
    return bytes;
}

QByteArray fileUtf8(const QString& path)
{
    QByteArray bytes = fileBytes(path);
    const bool isMarked = bytes.startsWith("\xEF\xBB\xBF");
    const bool isUtf8 = !firstBadUtf8(bytes) && !bytes.left(64).contains('\0');
    if (isUtf8)
        return isMarked ? bytes.mid(3) : bytes;
    return decodedText(bytes).text.toUtf8();
}

} // namespace gyre
