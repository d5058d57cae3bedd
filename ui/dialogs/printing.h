// A picture on paper: as large as the page allows, in the print look whatever the window's theme,
// drawn by the painter of the screen and so as vectors.
#pragma once

#include "ui/picture/exporting.h"

class QPrinter;
class QWidget;

namespace gyre {

/// Fills the area that the page's margins leave, laid out for it; the size of `request` is not
/// looked at. Type is as large as in a file of that size in millimetres.
void printPicture(const ExportRequest& request, ExportKind kind, QPrinter& printer);

/// The preview, from which it is printed. It belongs to `parent` and ends by itself.
void openPrintPreview(const ExportRequest& request, ExportKind kind, QWidget* parent);

} // namespace gyre
