// Standard output carries data alone; diagnostics go to standard error, one line each.
#pragma once

#include "graph/basics/diagnostic.h"

#include <QByteArray>

namespace gyre {

/// "gyre: FILE:LINE: sentence".
void tell(const Diagnostic& diagnostic);
/// Tells all; true where one of them is an error.
bool tellAll(const Diagnostics& diagnostics);
/// For the command line itself: "gyre: sentence".
void tell(const QString& sentence);

/// Writes all of it, at once; throws Error("output.failed") where that fails.
void writeOut(const QByteArray& data);

} // namespace gyre
