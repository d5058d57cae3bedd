// Picture → file bytes. The same picture gives the same bytes, in a window or without a display.
#pragma once

#include "ui/picture/picture.h"

#include <QByteArray>
#include <QImage>

#include <functional>

namespace gyre {

/// Picture painted at `scale`: ceil(size · scale) pixels, ARGB32_Premultiplied.
QImage image(const Picture& picture, double scale);

/// Any painting of `size` at `scale` into an image, for charts too.
QImage image(QSizeF size, double scale, const QColor& background,
             const std::function<void(QPainter&)>& paint);

/// Deterministic encoding with the given text chunks (title, sources).
QByteArray png(const QImage& image, const QString& title, const QString& description);

/// The contract's geometry file.
QByteArray geometryJson(const Picture& picture);

} // namespace gyre
