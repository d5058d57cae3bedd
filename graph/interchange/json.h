// The JSON of the contract, read and written without loss: what was read from a written file equals
// what was written. Reader and writer of the table in formats.h.
#pragma once

#include "graph/interchange/formats.h"

namespace gyre {

/// A `.json` of ours or the lines that `extract` prints. Throws Error for what is no JSON
/// ("json.…") or none of ours ("json.not-ours").
NetworkReading readJson(const QString& path);

/// Briefings with their texts, the network made of them, places; one fact a line.
QByteArray networkJson(const Project& project);

} // namespace gyre
