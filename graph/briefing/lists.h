// Chunks that belong together: lists of firms become one party, firms before a noun its modifiers.
#pragma once

#include "graph/briefing/chunks.h"

namespace gyre {

/// "A, B and C", "A and B", "A, B and other investors", "a group led by A" become one party each;
/// "A, B said" does not. O(chunks).
void joinLists(Clauses& clauses, const Prose& prose);

/// "from Zeta and a family fund", "Zeta, Ada Byte and others": somebody is in the list whom no firm
/// stands for, so that its sum is not the named ones’ alone. O(chunks).
void markOpenLists(Clauses& clauses);

/// "Nvidia chips", "OpenAI employees", "Arm shares": the firm is no party of the verb.
void markModifiers(Clauses& clauses);

} // namespace gyre
