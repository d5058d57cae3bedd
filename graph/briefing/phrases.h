// Chunks inside one phrase: commas between adjectives, appositions, a firm and its own division.
// What stands for one thing becomes one chunk, so that the rules of arguments see through it.
#pragma once

#include "graph/briefing/chunks.h"

namespace gyre {

/// "a six-year, $14 billion deal", "Zeta, the chipmaker,", "the company, Zeta", "Microsoft’s
/// Azure". O(chunks).
void joinPhrases(Clauses& clauses, const Analysis& analysis);

} // namespace gyre
