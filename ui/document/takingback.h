// What a fact is once the reader takes his yes or no to it back.
#pragma once

#include "graph/model/correction.h"
#include "graph/model/project.h"

namespace gyre {

/// Own if the reader wrote it, Corrected if it is not as its briefing was read, else Unreviewed.
/// O(facts of that briefing).
Review takenBack(const Project& project, const FactId& fact);

} // namespace gyre
