// Picture → file bytes. The same picture gives the same bytes, in a window or without a display.
#pragma once

#include "ui/picture/fileabout.h"
#include "ui/picture/picture.h"

#include <QByteArray>
#include <QImage>

#include <functional>

namespace gyre {

/// Picture painted at `scale`: size · scale pixels, rounded, RGB32, or ARGB32_Premultiplied where
/// it is transparent. Throws Error("picture.too-large") where there is no memory for it.
QImage image(const Picture& picture, double scale);

/// Any painting of `size` at `scale` into an image, for charts too.
QImage image(QSizeF size, double scale, const QColor& background,
             const std::function<void(QPainter&)>& paint);

/// Deterministic encoding with text chunks "Title", "Description" (the picture in words) and
/// "Source" (hashes of the briefings); empty ones are left out. `dotsPerInch` 0: not said. An image
/// without a transparent pixel is written without an alpha channel. Throws
/// Error("picture.not-encoded").
QByteArray png(const QImage& image, const FileAbout& about, double dotsPerInch = 0);

/// The contract's geometry file.
QByteArray geometryJson(const Picture& picture);

} // namespace gyre
