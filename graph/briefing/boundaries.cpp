#include "graph/briefing/boundaries.h"

#include "graph/briefing/syntax.h"

namespace gyre {

namespace {

bool isVerbal(const Clauses& clauses, int i)
{
    return clauses.is(i, ChunkKind::Verb) || clauses.is(i, ChunkKind::Auxiliary) ||
           clauses.is(i, ChunkKind::Says) || clauses.is(i, ChunkKind::Stop);
}

/// A verb with a tense stands at `i`: "has bought", "bought", "rose".
bool isFinite(const Clauses& clauses, int i)
{
    int at = i;
    while (clauses.is(at, ChunkKind::Adverb) || clauses.is(at, ChunkKind::Negation))
        ++at;
    if (clauses.is(at, ChunkKind::Verb))
        return clauses.at(at).form == Form::Past || clauses.at(at).form == Form::Third;
    return isVerbal(clauses, at);
}

/// "build and launch": verbs without a form of their own open nothing.
bool isPredicate(const Clauses& clauses, int i)
{
    int at = i;
    while (clauses.is(at, ChunkKind::Adverb) || clauses.is(at, ChunkKind::Negation))
        ++at;
    return isFinite(clauses, at) && !clauses.is(at, ChunkKind::Stop);
}

/// "Zeta’s … takeover": the noun behind is the subject.
bool isOwnedBehind(const Clauses& clauses, int i)
{
    return clauses.is(i - 1, ChunkKind::Party) && clauses.party(i - 1).isPossessive;
}

/// "… of Acme for $3 billion"
bool isComplement(const Clauses& clauses, int i)
{
    return clauses.is(i, ChunkKind::Money) || clauses.is(i, ChunkKind::Percent) ||
           clauses.is(i, ChunkKind::Determiner) || clauses.is(i, ChunkKind::Party) ||
           (clauses.is(i, ChunkKind::Preposition) && !clauses.isPlace(i, Place::To));
}

/// Behind a subject at `i`, with the nouns it owns: "Zeta has", "its shares rose".
int subjectEnd(const Clauses& clauses, int i)
{
    int at = i;
    while (clauses.is(at, ChunkKind::Determiner) || clauses.is(at, ChunkKind::Descriptor) ||
           clauses.is(at, ChunkKind::Adverb) || clauses.is(at, ChunkKind::Date) ||
           clauses.is(at, ChunkKind::Other))
        ++at;
    const bool isActor = clauses.is(at, ChunkKind::Party) || clauses.is(at, ChunkKind::Collective);
    if (isActor && clauses.is(at, ChunkKind::Party) && clauses.party(at).isCompound)
        return -1;
    if (isActor || clauses.is(at, ChunkKind::Person))
        ++at;
    const bool isOwner = isActor && isOwnedBehind(clauses, at);
    while (clauses.is(at, ChunkKind::Noun) || clauses.is(at, ChunkKind::Goods) ||
           clauses.is(at, ChunkKind::Metric) || clauses.is(at, ChunkKind::Other) ||
           (isOwner && isComplement(clauses, at)))
        ++at;
    return at > i ? at : -1;
}

bool hasVerbBefore(const Clauses& clauses, int i)
{
    constexpr int furthest = 40;
    for (int at = i - 1; at >= std::max(0, i - furthest); --at) {
        if (clauses.is(at, ChunkKind::Clause) || clauses.is(at, ChunkKind::Break) ||
            clauses.is(at, ChunkKind::Who))
            return false;
        if (isVerbal(clauses, at))
            return true;
    }
    return false;
}

/// Where a relative clause before the verb has ended.
int asideEnd(int verb, const Clauses& clauses)
{
    int comma = verb - 1;
    while (clauses.is(comma, ChunkKind::Auxiliary) || clauses.is(comma, ChunkKind::Adverb) ||
           clauses.is(comma, ChunkKind::Negation))
        --comma;
    return clauses.is(comma, ChunkKind::Comma) ? comma : -1;
}

} // namespace

Opening openingBehind(const Clauses& clauses, int conjunction)
{
    if (!clauses.is(conjunction, ChunkKind::And) || !hasVerbBefore(clauses, conjunction))
        return Opening::None;
    if (isPredicate(clauses, conjunction + 1))
        return Opening::Predicate;
    const int end = subjectEnd(clauses, conjunction + 1);
    return end >= 0 && isFinite(clauses, end) ? Opening::Clause : Opening::None;
}

int asideBefore(const Clauses& clauses, int verb)
{
    const int comma = asideEnd(verb, clauses);
    bool hasVerb = false;
    for (int i = comma - 1; i > 0; --i) {
        if (clauses.is(i, ChunkKind::Break) || clauses.is(i, ChunkKind::Clause))
            return -1;
        hasVerb = hasVerb || isVerbal(clauses, i);
        if (!clauses.is(i, ChunkKind::Who))
            continue;
        // "Zeta, a company in which"
        int opening = i - 1;
        while (clauses.is(opening, ChunkKind::Descriptor) ||
               clauses.is(opening, ChunkKind::Determiner) || clauses.is(opening, ChunkKind::Other))
            --opening;
        return hasVerb && clauses.is(opening, ChunkKind::Comma) ? i : -1;
    }
    return -1;
}

Extent ownClause(const Clauses& clauses, int trigger)
{
    Extent own{clauseStart(clauses, trigger), reachOf(clauses, trigger)};
    if (asideBefore(clauses, trigger) >= 0)
        own.first = asideEnd(trigger, clauses) + 1;
    for (int i = trigger - 1; i >= own.first; --i)
        if (openingBehind(clauses, i) == Opening::Predicate)
            own.first = i + 1;
    // "considers whether to buy": one clause.
    if (clauses.is(own.first - 1, ChunkKind::Clause) && clauses.isPlace(own.first, Place::To))
        own.first = clauseStart(clauses, own.first - 1);
    own.first = std::min(own.first, trigger);
    own.last = std::max(own.last, trigger + 1);
    return own;
}

} // namespace gyre
