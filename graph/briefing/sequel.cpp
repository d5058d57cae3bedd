#include "graph/briefing/sequel.h"

#include "graph/briefing/boundaries.h"

namespace gyre {

namespace {

/// How many sentences "the deal" reaches back.
constexpr int furthest = 2;

bool fits(Thing thing, DealType type)
{
    switch (thing) {
    case Thing::Deal:
    case Thing::Talks:
        return true;
    case Thing::Acquisition:
        return type == DealType::Acquisition;
    case Thing::Investment:
    case Thing::Round:
        return type == DealType::EquityInvestment;
    case Thing::Loan:
        return type == DealType::Debt;
    case Thing::Order:
        return type == DealType::PurchaseCommitment;
    case Thing::Partner:
        return type == DealType::Partnership;
    default:
        return false;
    }
}

/// The chunk of "deal" of a sentence that starts with "The deal"; -1: it starts otherwise.
int subjectNoun(const Clauses& clauses)
{
    int i = 0;
    while (clauses.is(i, ChunkKind::Clause) || clauses.is(i, ChunkKind::Comma) ||
           clauses.is(i, ChunkKind::Adverb) || clauses.is(i, ChunkKind::Date))
        ++i;
    if (!clauses.is(i, ChunkKind::Determiner) || clauses.at(i).value != 0)
        return -1;
    ++i;
    while (clauses.is(i, ChunkKind::Money) || clauses.is(i, ChunkKind::Other))
        ++i;
    return clauses.is(i, ChunkKind::Noun) ? i : -1;
}

bool isCalledOff(const SentenceView& sentence, int noun)
{
    const Clauses& clauses = sentence.clauses;
    const Extent own = ownClause(clauses, noun);
    const int last = clauses.at(own.last - 1).last;
    return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const CueHit& cue) {
        return !cue.isDenial && cue.status == Status::Cancelled && cue.side == '*' &&
               cue.first >= clauses.at(noun).last && cue.last <= last;
    });
}

/// "The deal with Zeta was not called off": another deal, or none that is off.
bool isOther(const Clauses& clauses)
{
    return std::any_of(clauses.chunks.begin(), clauses.chunks.end(), [](const Chunk& chunk) {
        return chunk.kind == ChunkKind::Negation || chunk.kind == ChunkKind::Party;
    });
}

} // namespace

void applySequel(const SentenceView& sentence, std::vector<DealDraft>& told)
{
    const int noun = subjectNoun(sentence.clauses);
    if (noun < 0 || told.empty() || isOther(sentence.clauses) || !isCalledOff(sentence, noun))
        return;
    const auto thing = static_cast<Thing>(sentence.clauses.at(noun).value);
    DealDraft* antecedent = nullptr;
    for (DealDraft& draft : told) {
        const bool isNear = draft.sentence < sentence.number &&
                            sentence.number - draft.sentence <= furthest &&
                            draft.sentence == told.back().sentence;
        if (!isNear || !fits(thing, draft.type))
            continue;
        if (antecedent != nullptr)
            return;
        antecedent = &draft;
    }
    if (antecedent == nullptr)
        return;
    antecedent->standing.status = Status::Cancelled;
    antecedent->standing.isByTense = false;
    const Sentence& last = sentence.clauses.sentence;
    antecedent->evidence.end = sentence.analysis.prose.span(last.first, last.last).end;
}

} // namespace gyre
