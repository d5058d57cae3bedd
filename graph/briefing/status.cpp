#include "graph/briefing/status.h"

#include "graph/briefing/scene.h"
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
    if (!prose.is(cue.first, u"would"))
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

/// "is not in talks to buy", "has not yet been signed"
bool isNegated(const Clauses& clauses, const CueHit& cue)
{
    int i = clauses.size() - 1;
    while (i >= 0 && clauses.at(i).first >= cue.first)
        --i;
    while (clauses.is(i, ChunkKind::Adverb) || clauses.is(i, ChunkKind::Auxiliary))
        --i;
    return clauses.is(i, ChunkKind::Negation);
}

/// What the cues say of one trigger, the strongest of them and of those the nearest.
class Judge
{
public:
    Judge(const Clauses& clauses, const Analysis& analysis, int trigger, DealType type)
        : m_clauses(clauses)
        , m_analysis(analysis)
        , m_scene(clauses, analysis, trigger)
        , m_chunk(clauses.at(trigger))
        , m_type(type)
    {
        m_made.status = byTense(clauses, trigger, type);
        m_made.isByTense = true;
        m_made.isBackground = isBackground(clauses, analysis, trigger);
        m_isDone = m_made.status == Status::Closed;
    }

    void hear(const CueHit& cue)
    {
        if (cue.isDenial) {
            m_made.isDenied = m_made.isDenied || m_scene.contains(cue) || m_scene.isDeniedBy(cue);
            return;
        }
        if (!isAbout(cue) || isToldPlan(m_clauses, m_analysis, cue) || isInDate(m_clauses, cue) ||
            isMovement(m_clauses, cue))
            return;
        const bool isNot = isNegated(m_clauses, cue);
        if (isNot && cue.last <= m_chunk.first && cue.status == Status::InTalks)
            m_made.isDenied = true;
        Status told = cue.status;
        if (isNot && (told == Status::Signed || told == Status::Closed))
            told = m_scene.unfinished(cue.first, cue.last).value_or(told);
        const int distance = std::abs(cue.first - m_chunk.first);
        const int mine = weight(told);
        if (mine < m_best || (mine == m_best && distance >= m_nearest))
            return;
        m_made.status = told;
        m_made.isByTense = false;
        m_best = mine;
        m_nearest = distance;
        m_decisive = cue.first;
    }

    Standing standing()
    {
        if (m_scene.isNegatedDeed()) {
            const Status otherwise = m_scene.isYetToCome() ? Status::InTalks : Status::Cancelled;
            m_made.status = m_scene.unfinished(m_chunk.first, m_chunk.last).value_or(otherwise);
            m_made.isByTense = false;
        }
        const int condition = m_scene.condition();
        // "considers whether to buy" are talks, "it is unclear whether it might" is nothing.
        const bool isConsidered = m_made.status == Status::Cancelled ||
                                  (m_made.status == Status::InTalks && m_decisive < condition);
        m_made.isUnreal = (condition >= 0 && !isConsidered) || m_scene.isAdvised() ||
                          m_scene.isDoubted() || m_scene.isAsked();
        // What is supposed is a scenario, and what is denied was a report.
        if (m_made.isUnreal ||
            (m_made.isDenied && (m_made.status == Status::InTalks || m_made.isByTense)))
            m_made.status = Status::Rumoured;
        return m_made;
    }

private:
    [[nodiscard]] bool isAbout(const CueHit& cue) const
    {
        const bool isHearsay = cue.status == Status::Rumoured && m_scene.isTellingOf(cue);
        const bool isNear = m_scene.contains(cue) || isHearsay || m_scene.isEndOf(cue);
        if (!isNear || m_scene.isOfOther(cue) || (cue.side == 'b' && cue.first > m_chunk.first) ||
            (cue.side == 'a' && cue.first < m_chunk.first))
            return false;
        // What sources tell as done is no rumour of a plan, nor is "bought in a deal worth" undone.
        const bool isWeaker = cue.status == Status::Signed && cue.first > m_chunk.first &&
                              m_type == DealType::Acquisition;
        return !m_isDone || (cue.side != 's' && !isWeaker);
    }

    const Clauses& m_clauses;
    const Analysis& m_analysis;
    Scene m_scene;
    const Chunk& m_chunk;
    DealType m_type;
    Standing m_made;
    bool m_isDone = false;
    int m_best = 0;
    int m_nearest = 1 << 20;
    int m_decisive = -1;
};

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
    Judge judge(clauses, analysis, trigger, type);
    for (const CueHit& cue : cues)
        judge.hear(cue);
    return judge.standing();
}

} // namespace gyre
