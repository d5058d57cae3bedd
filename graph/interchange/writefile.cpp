#include "graph/interchange/formats.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace gyre {

namespace {

[[noreturn]] void fail(const QString& path, const QString& reason)
{
    throw Error(QStringLiteral("file.not-written"), {reason}, path);
}

/// A file system may take all bytes and find only now that it has no room for them.
bool isOnDisk(const QFileDevice& file)
{
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP;
#else
    return file.handle() != -1;
#endif
}

bool writeAll(QFileDevice& file, const QByteArray& bytes)
{
    return file.write(bytes) == bytes.size() && file.flush();
}

/// Qt has no words for some of the system's errors, such as that of a file that grew too large.
[[noreturn]] void failToWrite(const QString& path, const QFileDevice& file)
{
    const int systemError = errno;
    const bool isKnown = file.error() != QFileDevice::UnspecifiedError &&
                         file.error() != QFileDevice::NoError && systemError != EFBIG;
    fail(path, isKnown || systemError == 0 ? file.errorString() : qt_error_string(systemError));
}

/// Devices and pipes are written to as they are: renaming a file over them would remove them.
void writeToDevice(const QString& path, const QByteArray& bytes)
{
    QFile device(path);
    if (!device.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || !writeAll(device, bytes))
        failToWrite(path, device);
}

void writeBesideAndRename(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !writeAll(file, bytes))
        failToWrite(path, file);
    if (!isOnDisk(file))
        fail(path, qt_error_string(errno));
    if (!file.commit())
        fail(path, file.errorString());
}

} // namespace

void writeFile(const QString& path, const QByteArray& bytes)
{
    const QFileInfo place(path);
    if (place.isDir())
        throw Error(QStringLiteral("file.target-is-directory"), {}, path);
    if (place.exists() && !place.isFile())
        writeToDevice(path, bytes);
    else
        writeBesideAndRename(path, bytes);
}

} // namespace gyre
