// Who stands where around a verb: its subject, the reach of its objects, active or passive, what
// governs a party. Shallow and bounded: looks at neighbouring chunks, builds no tree.
#pragma once

#include "graph/briefing/chunks.h"

namespace gyre {

/// Chunk of the subject of the verb at chunk `verb`; -1: none found. `isLoose` is set where other
/// words stand between the two.
struct Subject
{
    int chunk = -1;
    bool isLoose = false;
    /// Somebody does it, and no firm.
    bool isPerson = false;
};

Subject subjectOf(const Clauses& clauses, int verb);

/// One behind the last chunk that may belong to the verb at `verb`.
int reachOf(const Clauses& clauses, int verb);

/// First chunk of the clause that chunk `at` stands in.
int clauseStart(const Clauses& clauses, int at);

/// "giving", "leaves", "handed": what its object gets is told behind it.
bool isGiving(const Analysis& analysis, const Chunk& verb);

bool isPassive(const Clauses& clauses, int verb);

/// The preposition that governs the party or figure at `at`, as a chunk; -1: none.
int governor(const Clauses& clauses, int at);

/// The preposition's place, or Place::Count.
Place placeOf(const Clauses& clauses, int at);

} // namespace gyre
