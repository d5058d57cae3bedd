// The rows of resources/history/firms.txt: `KIND DATE : FIRM; …; SOURCE`; the file's head tells the
// format. '#' starts a comment line.
#pragma once

#include "graph/model/firmhistory.h"

namespace gyre {

struct HistoryReading
{
    FirmHistory history;
    /// Rows that were left out: what is wrong with each, what would be right, and on which line.
    Diagnostics diagnostics;
};

/// A row that can't be read or that contradicts another one is left out and told. O(n log n).
HistoryReading readHistory(QStringView text, const QString& file);

/// What comes with the program; read at the first call.
const HistoryReading& bundledHistory();

} // namespace gyre
