// The bytes of a file, or an Error that says why there are none.
#pragma once

#include <QByteArray>
#include <QString>

namespace gyre {

/// Throws Error: "file.is-directory", "file.missing", "file.not-read", "file.too-large" (more than
/// 2 GB, found before anything is read).
QByteArray fileBytes(const QString& path);

/// The same, decoded (see basics/encoding.h) and as UTF-8 again without a BOM.
QByteArray fileUtf8(const QString& path);

} // namespace gyre
