#include "graph/briefing/syntax.h"

#include "graph/briefing/boundaries.h"

namespace gyre {

namespace {

/// Chunks that may stand between a preposition and its party: "in the French start-up Zeta".
bool isLight(const Clauses& clauses, int i)
{
    if (i < 0 || i >= clauses.size())
        return false;
    switch (clauses.at(i).kind) {
    case ChunkKind::Determiner:
    case ChunkKind::Descriptor:
    case ChunkKind::Adverb:
        return true;
    case ChunkKind::Other:
        return clauses.at(i).last - clauses.at(i).first <= 3;
    default:
        return false;
    }
}

/// Between a subject and its verb: "has recently", "is in early talks to", "will not".
bool isBetween(const Clauses& clauses, int i)
{
    switch (clauses.at(i).kind) {
    case ChunkKind::Auxiliary:
    case ChunkKind::Adverb:
    case ChunkKind::Negation:
    case ChunkKind::Date:
    case ChunkKind::Other:
    case ChunkKind::Comma:
    case ChunkKind::Open:
    case ChunkKind::Close:
    case ChunkKind::And:
    case ChunkKind::Determiner:
    case ChunkKind::Noun:
    case ChunkKind::Goods:
    case ChunkKind::Metric:
    case ChunkKind::Money:
    case ChunkKind::Percent:
    case ChunkKind::Preposition:
    case ChunkKind::Descriptor:
    case ChunkKind::Verb:
    case ChunkKind::Stop:
    case ChunkKind::Worth:
        return true;
    case ChunkKind::Party:
    case ChunkKind::Collective:
    case ChunkKind::Person:
    case ChunkKind::Who:
    case ChunkKind::Clause:
    case ChunkKind::Says:
    case ChunkKind::Break:
        break;
    }
    return false;
}

bool isActor(const Clauses& clauses, int i)
{
    return clauses.is(i, ChunkKind::Party) || clauses.is(i, ChunkKind::Collective);
}

bool isPossessive(const Clauses& clauses, int i)
{
    return clauses.is(i, ChunkKind::Party) &&
           (clauses.party(i).isPossessive || clauses.party(i).isModifier ||
            clauses.party(i).isCompound);
}

/// "Nvidia-backed Zeta": the participle only describes.
bool isCompound(const Clauses& clauses, int verb)
{
    return clauses.is(verb, ChunkKind::Verb) && clauses.is(verb - 1, ChunkKind::Party) &&
           clauses.party(verb - 1).isCompound;
}

/// "which", "that", "who" in front of the verb: the noun before them is the subject.
Subject antecedent(const Clauses& clauses, int who)
{
    for (int i = who - 1, steps = 0; i >= 0 && steps < 8; --i, ++steps) {
        if (isActor(clauses, i) && !isPossessive(clauses, i))
            return {i, steps > 1, false};
        if (clauses.is(i, ChunkKind::Verb) || clauses.is(i, ChunkKind::Says) ||
            clauses.is(i, ChunkKind::Break))
            break;
    }
    return {};
}

bool isNonFinite(const Clauses& clauses, int verb)
{
    const Form form = clauses.at(verb).form;
    if (form == Form::Gerund)
        return !clauses.is(verb - 1, ChunkKind::Auxiliary);
    return form != Form::Third && clauses.isPlace(verb - 1, Place::To);
}

/// "After investing in A, B said": the subject comes behind.
Subject subjectBehind(const Clauses& clauses, int verb)
{
    bool hasComma = false;
    for (int i = verb + 1; i < clauses.size(); ++i) {
        if (clauses.is(i, ChunkKind::Break))
            break;
        hasComma = hasComma || clauses.is(i, ChunkKind::Comma);
        if (hasComma && isActor(clauses, i) && !isPossessive(clauses, i) &&
            governor(clauses, i) < 0)
            return {i, true, false};
    }
    return {};
}

bool isObjectOfVerb(const Clauses& clauses, int i)
{
    int at = i - 1;
    while (at >= 0 && (isLight(clauses, at) || clauses.is(at, ChunkKind::Percent)))
        --at;
    return (clauses.is(at, ChunkKind::Verb) && !isCompound(clauses, at)) ||
           clauses.is(at, ChunkKind::Stop);
}

/// "by former Zeta executive Ada Byte": the firm belongs to the title.
int personGovernor(const Clauses& clauses, int person)
{
    int i = person;
    while (isLight(clauses, i - 1) || isPossessive(clauses, i - 1))
        --i;
    return clauses.is(i - 1, ChunkKind::Preposition) ? i - 1 : -1;
}

/// "Acme Labs, Zeta's drug unit, raised": the unit says what Acme Labs is.
int describedByUnit(const Clauses& clauses, int actor)
{
    const bool isAside =
        clauses.is(actor, ChunkKind::Party) && !clauses.party(actor).part.isEmpty() &&
        clauses.is(actor - 1, ChunkKind::Comma) && clauses.is(actor + 1, ChunkKind::Comma);
    return isAside && isActor(clauses, actor - 2) && !isPossessive(clauses, actor - 2) ? actor - 2
                                                                                       : actor;
}

/// "In the opposite direction Zeta commits": the phrase is over before the name.
bool isFronted(const Clauses& clauses, int actor)
{
    const int by = governor(clauses, actor);
    const bool opens = by == 0 || clauses.is(by - 1, ChunkKind::Break);
    const bool isDoer =
        clauses.is(actor + 1, ChunkKind::Verb) || clauses.is(actor + 1, ChunkKind::Auxiliary);
    return by >= 0 && opens && isDoer && clauses.is(actor - 1, ChunkKind::Other) &&
           clauses.is(actor - 2, ChunkKind::Determiner);
}

/// "with Zeta also taking part": the doer stands behind "with".
bool isWithDoer(const Clauses& clauses, int actor, int verb)
{
    if (clauses.at(verb).form != Form::Gerund || isPossessive(clauses, actor))
        return false;
    for (int i = actor + 1; i < verb; ++i)
        if (!clauses.is(i, ChunkKind::Adverb))
            return false;
    return clauses.isPlace(governor(clauses, actor), Place::With);
}

/// "Zeta’s $40 billion deal to buy Acme": who has the deal, the plan or the talks.
int ownerOfPlan(const Clauses& clauses, int verb)
{
    constexpr int furthest = 6;
    if (!clauses.isPlace(verb - 1, Place::To))
        return -1;
    for (int i = verb - 2; i >= 0 && i > verb - furthest; --i) {
        if (clauses.is(i, ChunkKind::Party))
            return clauses.party(i).isPossessive && i < verb - 2 ? i : -1;
        const ChunkKind kind = clauses.at(i).kind;
        if (kind != ChunkKind::Noun && kind != ChunkKind::Money && kind != ChunkKind::Other &&
            kind != ChunkKind::Goods && kind != ChunkKind::Adverb)
            return -1;
    }
    return -1;
}

/// "a deal with Zeta, backed by Acme": of the name right before the comma.
int describedBefore(const Clauses& clauses, int verb)
{
    const Form form = clauses.at(verb).form;
    const bool isReduced = (form == Form::Past || form == Form::Participle) &&
                           clauses.isPlace(verb + 1, Place::By) &&
                           clauses.is(verb - 1, ChunkKind::Comma);
    return isReduced && clauses.is(verb - 2, ChunkKind::Party) && !isPossessive(clauses, verb - 2)
               ? verb - 2
               : -1;
}

} // namespace

bool isGiving(const Analysis& analysis, const Chunk& verb)
{
    return analysis.lexicon.phrases
        .longest(analysis.prose.tokens, verb.first, verb.last, in(Category::Giving))
        .has_value();
}

Place placeOf(const Clauses& clauses, int at)
{
    return clauses.is(at, ChunkKind::Preposition) ? static_cast<Place>(clauses.at(at).value)
                                                  : Place::Count;
}

int governor(const Clauses& clauses, int at)
{
    int i = at - 1;
    while (i >= 0 && isLight(clauses, i))
        --i;
    return clauses.is(i, ChunkKind::Preposition) ? i : -1;
}

int clauseStart(const Clauses& clauses, int at)
{
    for (int i = at - 1; i >= 0; --i)
        if (clauses.is(i, ChunkKind::Clause) || clauses.is(i, ChunkKind::Break) ||
            clauses.is(i, ChunkKind::Who) || openingBehind(clauses, i) == Opening::Clause)
            return i + 1;
    return 0;
}

bool isPassive(const Clauses& clauses, int verb)
{
    const Form form = clauses.at(verb).form;
    if (form != Form::Past && form != Form::Participle)
        return false;
    for (int i = verb - 1; i >= 0 && i >= verb - 4; --i) {
        if (clauses.is(i, ChunkKind::Auxiliary)) {
            const auto which = clauses.at(i).value;
            return which == 0 || which == 5;
        }
        if (!clauses.is(i, ChunkKind::Adverb) && !clauses.is(i, ChunkKind::Negation) &&
            !clauses.is(i, ChunkKind::Other))
            break;
    }
    return clauses.isPlace(verb + 1, Place::By) ||
           (clauses.is(verb + 1, ChunkKind::Adverb) && clauses.isPlace(verb + 2, Place::By));
}

namespace {

/// "Zeta, which Acme backs, raised $2 billion and was valued at": the verb before "and", whose
/// subject this one shares; -1: none.
int predicateBefore(const Clauses& clauses, int verb)
{
    constexpr int furthest = 20;
    int i = verb - 1;
    while (clauses.is(i, ChunkKind::Auxiliary) || clauses.is(i, ChunkKind::Adverb) ||
           clauses.is(i, ChunkKind::Negation) || clauses.is(i, ChunkKind::Date))
        --i;
    if (openingBehind(clauses, i) != Opening::Predicate)
        return -1;
    for (int at = i - 1; at >= 0 && at > i - furthest; --at) {
        if (clauses.is(at, ChunkKind::Break) || clauses.is(at, ChunkKind::Clause) ||
            clauses.is(at, ChunkKind::Who))
            return -1;
        const bool isFinite =
            clauses.is(at, ChunkKind::Stop) ||
            (clauses.is(at, ChunkKind::Verb) && clauses.at(at).form != Form::Gerund &&
             !clauses.isPlace(at - 1, Place::To));
        if (isFinite && !clauses.isPlace(at + 1, Place::By))
            return at;
    }
    return -1;
}

} // namespace

Subject subjectOf(const Clauses& clauses, int verb)
{
    constexpr int furthest = 30;
    bool isLoose = false;
    if (isCompound(clauses, verb))
        return {verb - 1, false, false};
    if (const int owner = ownerOfPlan(clauses, verb); owner >= 0)
        return {owner, false, false};
    if (const int described = describedBefore(clauses, verb); described >= 0)
        return {described, false, false};
    if (const int who = asideBefore(clauses, verb); who >= 0)
        return antecedent(clauses, who);
    // "stop Zeta from paying"
    if (clauses.at(verb).form == Form::Gerund && clauses.isPlace(verb - 1, Place::From) &&
        clauses.is(verb - 2, ChunkKind::Party))
        return {verb - 2, false, false};
    if (const int first = predicateBefore(clauses, verb); first >= 0)
        return subjectOf(clauses, first);
    for (int i = verb - 1; i >= 0 && i > verb - furthest; --i) {
        const Chunk& chunk = clauses.at(i);
        // "led by Ada Byte" is passed over; a person who does it is no firm.
        if (chunk.kind == ChunkKind::Person &&
            (personGovernor(clauses, i) >= 0 || isObjectOfVerb(clauses, i))) {
            isLoose = true;
            continue;
        }
        // "helped Zeta raise", "advised Zeta to buy"
        if (clauses.is(i, ChunkKind::Party) && clauses.party(i).isServed &&
            (clauses.at(verb).form == Form::Base || isNonFinite(clauses, verb)))
            return {i, false, false};
        if (chunk.kind == ChunkKind::Person)
            return {-1, false, true};
        if (isActor(clauses, i)) {
            const int by = isFronted(clauses, i) ? -1 : governor(clauses, i);
            if (isWithDoer(clauses, i, verb))
                return {i, false, false};
            if (by < 0 && !isPossessive(clauses, i) && !isObjectOfVerb(clauses, i))
                return {describedByUnit(clauses, i), isLoose, false};
            isLoose = true;
            if (by >= 0)
                i = by;
            continue;
        }
        if (chunk.kind == ChunkKind::Who) {
            const Subject found = antecedent(clauses, i);
            return {found.chunk, found.isLoose || isLoose, false};
        }
        if (chunk.kind == ChunkKind::Break)
            break;
        if (chunk.kind == ChunkKind::Clause && !isNonFinite(clauses, verb))
            break;
        if (chunk.kind == ChunkKind::Says && !isNonFinite(clauses, verb)) {
            // "X said it": the pronoun was met first; "A, B said, will": look on.
            isLoose = true;
            continue;
        }
        if (!isBetween(clauses, i) && chunk.kind != ChunkKind::Says &&
            chunk.kind != ChunkKind::Clause)
            break;
        if (chunk.kind != ChunkKind::Auxiliary && chunk.kind != ChunkKind::Adverb &&
            chunk.kind != ChunkKind::Negation)
            isLoose = true;
    }
    return isNonFinite(clauses, verb) ? subjectBehind(clauses, verb) : Subject{};
}

int reachOf(const Clauses& clauses, int verb)
{
    int i = verb + 1;
    for (; i < clauses.size(); ++i) {
        const Chunk& chunk = clauses.at(i);
        if (chunk.kind == ChunkKind::Break || chunk.kind == ChunkKind::Clause)
            break;
        if (i > verb + 1 && openingBehind(clauses, i) != Opening::None)
            break;
        // "…, which", "…, A said": somebody else's verb.
        if (chunk.kind == ChunkKind::Who)
            break;
        if (chunk.kind == ChunkKind::Verb && clauses.is(i - 1, ChunkKind::And) &&
            chunk.form != Form::Gerund)
            break;
        if ((chunk.kind == ChunkKind::Verb || chunk.kind == ChunkKind::Auxiliary ||
             chunk.kind == ChunkKind::Says) &&
            isActor(clauses, i - 1) && !isPossessive(clauses, i - 1) &&
            governor(clauses, i - 1) < 0 && i - 1 > verb + 1) {
            --i;
            break;
        }
    }
    return i;
}

} // namespace gyre
