// Going through a sentence's chunks and making one of several.
#pragma once

#include "graph/briefing/chunks.h"

#include <utility>
#include <vector>

namespace gyre {

/// From left to right: `step(i, chunk)` says how many chunks from `i` on become one, and sets
/// `chunk`, a copy of the one at `i`, to it; 0 drops the chunk. A step sees the chunks as they were
/// before the pass. Most sentences have nothing to join and are not copied. O(chunks) beside the
/// steps.
template<typename Step>
void joinChunks(Clauses& clauses, Step step)
{
    std::vector<Chunk> joined;
    bool isChanged = false;
    for (int i = 0; i < clauses.size();) {
        Chunk chunk = clauses.at(i);
        const int taken = step(i, chunk);
        if (taken != 1 && !isChanged) {
            isChanged = true;
            joined.reserve(clauses.chunks.size());
            joined.assign(clauses.chunks.begin(), clauses.chunks.begin() + i);
        }
        if (taken != 0 && isChanged)
            joined.push_back(chunk);
        i += taken == 0 ? 1 : taken;
    }
    if (isChanged)
        clauses.chunks = std::move(joined);
}

} // namespace gyre
