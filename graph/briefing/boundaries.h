// Where a clause of a sentence ends and the next begins: a status, a denial or a sum belongs to the
// clause it stands in.
#pragma once

#include "graph/briefing/chunks.h"

namespace gyre {

enum class Opening : std::uint8_t
{
    None,
    /// "… and is considering": another deed of the same subject.
    Predicate,
    /// "…, and Zeta has bought": a subject and a verb of its own.
    Clause
};

/// What the conjunction at chunk `conjunction` opens. O(chunks of the sentence).
Opening openingBehind(const Clauses& clauses, int conjunction);

/// The chunk of "which" of a relative clause that ends right before the verb: "Zeta, in which Acme
/// has invested, will buy"; -1: none.
int asideBefore(const Clauses& clauses, int verb);

/// Chunks [first, last) of the trigger's own clause, or of its part where one subject does several
/// things.
struct Extent
{
    int first = 0;
    int last = 0;
};

Extent ownClause(const Clauses& clauses, int trigger);

} // namespace gyre
