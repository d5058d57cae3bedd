#include "graph/briefing/status.h"

#include "graph/briefing/syntax.h"

namespace gyre {

namespace {

/// Where words that make a deal less sure beat those that make it surer.
int weight(Status status)
{
    switch (status) {
    case Status::Cancelled:
        return 5;
    case Status::InTalks:
        return 4;
    case Status::LetterOfIntent:
        return 3;
    case Status::Rumoured:
        return 2;
    default:
        return 1;
    }
}

bool isWouldBe(Form form)
{
    return form == Form::Base || form == Form::Third || form == Form::Gerund;
}

Status byTense(const Clauses& clauses, int trigger, DealType type)
{
    const bool isPurchase = type == DealType::PurchaseCommitment || type == DealType::Warrant ||
                            type == DealType::RevenueShare;
    if (clauses.at(trigger).kind != ChunkKind::Verb)
        return isPurchase ? Status::Signed : Status::Announced;
    const bool isInfinitive =
        clauses.isPlace(trigger - 1, Place::To) ||
        (clauses.is(trigger - 1, ChunkKind::Auxiliary) && clauses.at(trigger - 1).value >= 3 &&
         clauses.at(trigger - 1).value <= 4);
    // "after raising": done by then.
    if (clauses.at(trigger).form == Form::Gerund && clauses.is(trigger - 1, ChunkKind::Clause))
        return isPurchase ? Status::Signed : Status::Closed;
    if (isInfinitive || type == DealType::Partnership || isWouldBe(clauses.at(trigger).form))
        return Status::Announced;
    return isPurchase ? Status::Signed : Status::Closed;
}

struct Window
{
    int first = 0;
    int last = 0;
};

/// The clause of the trigger, in tokens.
Window clauseOf(const Clauses& clauses, int trigger)
{
    int start = clauseStart(clauses, trigger);
    // A relative clause has its status words behind its own subject.
    const int end = reachOf(clauses, trigger);
    if (start >= clauses.size())
        start = trigger;
    return {clauses.at(start).first, clauses.at(std::max(end - 1, trigger)).last};
}

/// A word of the past right before the trigger, between it and its subject.
bool isBackground(const Clauses& clauses, const Analysis& analysis, int trigger)
{
    for (int i = trigger - 1; i >= 0 && i > trigger - 4; --i) {
        const ChunkKind kind = clauses.at(i).kind;
        if (kind != ChunkKind::Adverb && kind != ChunkKind::Auxiliary)
            return false;
        if (analysis.lexicon.phrases.longest(analysis.prose.tokens, clauses.at(i).first,
                                             clauses.at(i).last, in(Category::Background)))
            return true;
    }
    return false;
}

/// "its value dropped to $5 billion": a figure that moves, no deal that is dropped.
bool isMovement(const Clauses& clauses, const CueHit& cue)
{
    if (cue.isDenial || cue.status != Status::Cancelled)
        return false;
    for (int i = 0; i + 1 < clauses.size(); ++i)
        if (clauses.at(i).first >= cue.last)
            return clauses.at(i).first == cue.last && clauses.is(i, ChunkKind::Preposition) &&
                   (clauses.is(i + 1, ChunkKind::Money) || clauses.is(i + 1, ChunkKind::Percent));
    return false;
}

/// "If Zeta bought Acme, it would": a scenario; the main clause behind the comma is none.
bool isSupposed(const Clauses& clauses, const Analysis& analysis, int trigger)
{
    for (int i = trigger - 1; i >= 0; --i) {
        if (clauses.is(i, ChunkKind::Comma) || clauses.is(i, ChunkKind::Break))
            return false;
        if (clauses.is(i, ChunkKind::Clause))
            return analysis.lexicon.phrases
                .longest(analysis.prose.tokens, clauses.at(i).first, clauses.at(i).last,
                         in(Category::Condition))
                .has_value();
    }
    return false;
}

/// "In May 2024": a month, and no possibility.
bool isInDate(const Clauses& clauses, const CueHit& cue)
{
    for (const Chunk& chunk : clauses.chunks)
        if (chunk.first <= cue.first && cue.first < chunk.last)
            return chunk.kind == ChunkKind::Date;
    return false;
}

/// "Zeta said it would": a plan told by who has it, no possibility.
bool isToldPlan(const Clauses& clauses, const Analysis& analysis, const CueHit& cue)
{
    const Prose& prose = analysis.prose;
    if (prose.words(cue.first).compare(u"would", Qt::CaseInsensitive) != 0)
        return false;
    int i = clauses.size() - 1;
    while (i >= 0 && clauses.at(i).first >= cue.first)
        --i;
    while (i >= 0 && clauses.is(i, ChunkKind::Adverb))
        --i;
    if (!clauses.is(i, ChunkKind::Party))
        return false;
    const std::vector<int>& planners = clauses.party(i).firms;
    --i;
    while (i >= 0 && (clauses.is(i, ChunkKind::Clause) || clauses.is(i, ChunkKind::Date) ||
                      clauses.is(i, ChunkKind::Preposition)))
        --i;
    const bool isTelling =
        clauses.is(i, ChunkKind::Says) ||
        (i >= 0 && prose.words(clauses.at(i).first).startsWith(u"announc", Qt::CaseInsensitive));
    if (!isTelling)
        return false;
    // "Zeta’s chief executive, Ada Byte, said": somebody of Zeta’s.
    constexpr int furthest = 6;
    for (int at = i - 1; at >= 0 && at > i - furthest; --at) {
        if (clauses.is(at, ChunkKind::Party))
            return clauses.party(at).firms == planners;
        if (clauses.is(at, ChunkKind::Verb) || clauses.is(at, ChunkKind::Clause) ||
            clauses.is(at, ChunkKind::Break))
            return false;
    }
    return false;
}

/// "denied reports that it was in talks to buy": a denial before the deed, nothing between them.
bool coversTrigger(const Clauses& clauses, const CueHit& denial, int trigger)
{
    if (denial.last > clauses.at(trigger).first)
        return false;
    for (int i = trigger - 1; i >= 0 && clauses.at(i).first >= denial.last; --i)
        if (clauses.is(i, ChunkKind::Comma) || clauses.is(i, ChunkKind::Break) ||
            clauses.is(i, ChunkKind::Person))
            return false;
    return true;
}

/// "is not in talks to buy"
bool isNegated(const Clauses& clauses, const CueHit& cue)
{
    for (int i = clauses.size() - 1; i >= 0; --i)
        if (clauses.at(i).first < cue.first)
            return clauses.is(i, ChunkKind::Negation) ||
                   (clauses.is(i, ChunkKind::Adverb) && clauses.is(i - 1, ChunkKind::Negation));
    return false;
}

} // namespace

std::vector<CueHit> cueHits(const Analysis& analysis, const Sentence& sentence)
{
    std::vector<CueHit> found;
    const CategorySet wanted = in(Category::Cue) | in(Category::Denial);
    for (int i = sentence.first; i < sentence.last;) {
        const auto hit =
            analysis.lexicon.phrases.longest(analysis.prose.tokens, i, sentence.last, wanted);
        if (!hit) {
            ++i;
            continue;
        }
        CueHit made{i, i + hit->length, Status::Cancelled, '*', hit->category == Category::Denial};
        if (!made.isDenial) {
            made.status = analysis.lexicon.cues[hit->value].status;
            made.side = analysis.lexicon.cues[hit->value].side;
        }
        found.push_back(made);
        i += hit->length;
    }
    return found;
}

Standing standingOf(const Clauses& clauses, const Analysis& analysis,
                    const std::vector<CueHit>& cues, int trigger, DealType type)
{
    const Window clause = clauseOf(clauses, trigger);
    const Chunk& chunk = clauses.at(trigger);
    Standing standing{byTense(clauses, trigger, type), false, true,
                      isBackground(clauses, analysis, trigger), false};
    const bool isDone = standing.status == Status::Closed;
    int best = 0;
    int nearest = 1 << 20;
    for (const CueHit& cue : cues) {
        const bool isInside = cue.first >= clause.first && cue.last <= clause.last;
        // "…, but was turned down": the end of the story.
        const bool isEnd = !cue.isDenial && cue.status == Status::Cancelled &&
                           cue.first > clause.last && cue.first - clause.last < 6;
        const bool isHearsay = !cue.isDenial && cue.status == Status::Rumoured;
        if (!isInside && !isHearsay && !cue.isDenial && !isEnd)
            continue;
        if ((cue.side == 'b' && cue.first > chunk.first) ||
            (cue.side == 'a' && cue.first < chunk.first))
            continue;
        // What sources tell as done is no rumour of a plan, nor is "bought in a deal worth" undone.
        const bool isWeaker = cue.status == Status::Signed && cue.first > chunk.first &&
                              type == DealType::Acquisition;
        if (!cue.isDenial && isDone && (cue.side == 's' || isWeaker))
            continue;
        if (cue.isDenial) {
            standing.isDenied =
                standing.isDenied || isInside || coversTrigger(clauses, cue, trigger);
            continue;
        }
        if (isToldPlan(clauses, analysis, cue) || isInDate(clauses, cue) ||
            isMovement(clauses, cue))
            continue;
        if (cue.last <= chunk.first && cue.status == Status::InTalks && isNegated(clauses, cue))
            standing.isDenied = true;
        const int distance = std::abs(cue.first - chunk.first);
        const int mine = weight(cue.status);
        if (mine > best || (mine == best && distance < nearest)) {
            standing.status = cue.status;
            standing.isByTense = false;
            best = mine;
            nearest = distance;
        }
    }
    for (int i = std::max(0, trigger - 3); i < trigger; ++i)
        if (clauses.is(i, ChunkKind::Negation))
            standing.status = Status::Cancelled;
    if (isSupposed(clauses, analysis, trigger) && standing.status != Status::Cancelled &&
        standing.status != Status::InTalks)
        standing.status = Status::Rumoured;
    // What is denied was a report.
    if (standing.isDenied && (standing.status == Status::InTalks ||
                              (standing.isByTense && standing.status == Status::Announced)))
        standing.status = Status::Rumoured;
    return standing;
}

} // namespace gyre
