// The file of names that the reader taught: plain text in the settings folder, its rows as in
// model/learntname.h, '#' starts a comment line. People may write it by hand.
#pragma once

#include "graph/basics/diagnostic.h"
#include "graph/model/learntname.h"

namespace gyre {

struct GazetteerReading
{
    LearntNames names;
    /// The line of each, from 1.
    std::vector<int> lines;
    /// "names.bad-row", with its line and what would be right; the other rows are used.
    Diagnostics diagnostics;
};

/// Where the window keeps it: beside its settings.
QString ownGazetteer();

/// Throws Error: "file.missing", "file.not-read" and the like (see filebytes.h).
GazetteerReading readGazetteer(const QString& path);

/// Rows of `before` that `after` lacks are taken out of the file, new ones put behind its end; all
/// else in it, comments and rows that can't be read too, stays byte for byte as it is, also what
/// somebody else wrote into it meanwhile. Whole or not at all; folder and file are made where they
/// are missing. Throws Error("file.not-written").
void saveGazetteer(const QString& path, const LearntNames& before, const LearntNames& after);

} // namespace gyre
