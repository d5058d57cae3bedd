// A picture on the clipboard, for programs that take an image, a drawing or words.
#pragma once

#include "ui/picture/exporting.h"

#include <memory>

class QMimeData;

namespace gyre {

/// As PNG and image, as SVG, and in words as text. `request` says how it looks.
std::unique_ptr<QMimeData> copied(const ExportRequest& request, ExportKind kind);

/// True for what `copied` gave: no briefing to be pasted.
bool isCopiedPicture(const QMimeData& mime);

} // namespace gyre
