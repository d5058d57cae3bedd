// A recorded painting as SVG 1.1: shapes alone, text as outlines, no style sheet, no script, no
// reference to anything outside.
#pragma once

#include "ui/picture/fileabout.h"
#include "ui/picture/vectorpage.h"

#include <QByteArray>

namespace gyre {

/// Things are groups with their words as <title>. Coordinates are picture pixels, to hundredths.
/// Equal pages give equal bytes. O(elements of paths).
QByteArray svg(const VectorPage& page, const FileAbout& about);

} // namespace gyre
