// What a chart leaves out, said in its foot: every count is said, be it briefly, and details give
// way to the counts.
#pragma once

#include <QStringList>

#include <vector>

namespace gyre {

struct ChartNote
{
    /// In full: "Not drawn for want of room: 15 more firms."
    QString sentence;
    /// What stays of it where the sentence has no room: "15 firms". Empty: nothing has to stay.
    QString count;

    bool operator==(const ChartNote&) const = default;
};

using ChartNotes = std::vector<ChartNote>;

/// The notes, first the counts that stand together as "Not drawn: 15 firms, 10 earlier shares."
/// then the sentences: as many of them as fit into `lines` with every count. Only the counts
/// themselves may take more lines.
QStringList noteLines(const ChartNotes& notes, double width, double pixels, int lines);
/// The counts alone.
QStringList countLines(const ChartNotes& notes, double width, double pixels);

} // namespace gyre
