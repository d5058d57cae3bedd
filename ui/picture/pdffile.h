// A recorded painting as a PDF 1.7 of one page: shapes alone, text as outlines, real transparency;
// tagged as one figure with its description. No date, no random id, no version of anything.
#pragma once

#include "ui/picture/fileabout.h"
#include "ui/picture/vectorpage.h"

#include <QByteArray>

namespace gyre {

/// The page is as large as `about` says, else 1/96 inch a pixel. Equal pages give equal bytes.
/// O(elements of paths). Throws Error("picture.not-encoded").
QByteArray pdf(const VectorPage& page, const FileAbout& about);

} // namespace gyre
