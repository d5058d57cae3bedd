#include "graph/briefing/status.h"

#include "graph/briefing/boundaries.h"
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

/// The trigger and its clause, with what is asked of their words.
class Scene
{
public:
    Scene(const Clauses& clauses, const Analysis& analysis, int trigger)
        : m_clauses(clauses)
        , m_analysis(analysis)
        , m_trigger(trigger)
        , m_own(ownClause(clauses, trigger))
        , m_first(clauses.at(m_own.first).first)
        , m_last(clauses.at(m_own.last - 1).last)
    {
    }

    [[nodiscard]] bool contains(const CueHit& cue) const
    {
        return cue.first >= m_first && cue.last <= m_last;
    }

    /// "reports said that", "…, people close to it said": told of the whole clause.
    [[nodiscard]] bool isTellingOf(const CueHit& cue) const
    {
        if (contains(cue))
            return true;
        if (cue.first < m_first)
            return isOpen(chunkFrom(cue.last), m_own.first);
        return cue.first >= m_last && isOpen(m_own.last, chunkFrom(cue.first));
    }

    /// "…, but was turned down": the end of the same deal's story.
    [[nodiscard]] bool isEndOf(const CueHit& cue) const
    {
        constexpr int furthest = 6;
        if (cue.isDenial || cue.status != Status::Cancelled || cue.first <= m_last ||
            cue.first - m_last >= furthest)
            return false;
        for (int i = m_own.last; i < chunkFrom(cue.first); ++i)
            if ((m_clauses.is(i, ChunkKind::Clause) && !isWord(i, Category::Sequel)) ||
                m_clauses.is(i, ChunkKind::Party) || m_clauses.is(i, ChunkKind::Break))
                return false;
        return true;
    }

    /// "denied reports that it was in talks to buy": nothing between the denial and the deed.
    [[nodiscard]] bool isDeniedBy(const CueHit& denial) const
    {
        if (denial.last > m_clauses.at(m_trigger).first)
            return false;
        for (int i = chunkFrom(denial.last); i < m_trigger; ++i)
            if (m_clauses.is(i, ChunkKind::Comma) || m_clauses.is(i, ChunkKind::Person) ||
                isBarrier(i))
                return false;
        return true;
    }

    /// "If Zeta bought Acme, it would": where the condition stands, as a token; -1: there is none.
    [[nodiscard]] int condition() const
    {
        for (int i = m_trigger - 1; i >= 0; --i) {
            if (m_clauses.is(i, ChunkKind::Comma) || m_clauses.is(i, ChunkKind::Break))
                return -1;
            if (m_clauses.is(i, ChunkKind::Clause))
                return isWord(i, Category::Condition) ? m_clauses.at(i).first : -1;
        }
        return -1;
    }

    /// "Zeta should buy": advice, and no plan of anybody.
    [[nodiscard]] bool isAdvised() const
    {
        const int deed = m_clauses.at(m_trigger).first;
        return has(Category::Advice, m_first, deed) &&
               !has(Category::Unfinished, deed, m_clauses.at(m_trigger).last);
    }

    /// "has not confirmed that Zeta will buy", "no evidence that".
    [[nodiscard]] bool isDoubted() const
    {
        const int told = m_own.first - 1;
        if (!isWord(told, Category::Complement))
            return false;
        const int start = clauseStart(m_clauses, told);
        bool isNegated = false;
        bool isSaid = false;
        for (int i = start; i < told; ++i) {
            isNegated = isNegated || m_clauses.is(i, ChunkKind::Negation);
            isSaid = isSaid || isWord(i, Category::Says);
        }
        return (isNegated && isSaid) || has(Category::Doubt, m_clauses.at(start).first, m_first);
    }

    /// A negation before the trigger, in its own clause.
    [[nodiscard]] bool isNegatedDeed() const
    {
        constexpr int furthest = 3;
        for (int i = std::max(m_own.first, m_trigger - furthest); i < m_trigger; ++i)
            if (m_clauses.is(i, ChunkKind::Negation))
                return true;
        return false;
    }

    /// "has not been signed" leaves a deal unsigned and no deal cancelled.
    [[nodiscard]] std::optional<Status> unfinished(int first, int last) const
    {
        const auto found = m_analysis.lexicon.phrases.longest(m_analysis.prose.tokens, first, last,
                                                              in(Category::Unfinished));
        return found ? std::optional(static_cast<Status>(found->value)) : std::nullopt;
    }

private:
    [[nodiscard]] int chunkFrom(int token) const
    {
        int i = 0;
        while (i < m_clauses.size() && m_clauses.at(i).first < token)
            ++i;
        return i;
    }

    [[nodiscard]] bool isWord(int chunk, Category category) const
    {
        return chunk >= 0 && chunk < m_clauses.size() &&
               m_analysis.lexicon.phrases.longest(m_analysis.prose.tokens,
                                                  m_clauses.at(chunk).first,
                                                  m_clauses.at(chunk).last, in(category));
    }

    [[nodiscard]] bool has(Category category, int first, int last) const
    {
        for (int i = first; i < last; ++i)
            if (m_analysis.lexicon.phrases.longest(m_analysis.prose.tokens, i, last, in(category)))
                return true;
        return false;
    }

    /// Where another clause begins that this one is no part of.
    [[nodiscard]] bool isBarrier(int i) const
    {
        return m_clauses.is(i, ChunkKind::Break) ||
               (m_clauses.is(i, ChunkKind::Clause) && !isWord(i, Category::Complement)) ||
               openingBehind(m_clauses, i) == Opening::Clause;
    }

    [[nodiscard]] bool isOpen(int first, int last) const
    {
        for (int i = first; i < last; ++i)
            if (isBarrier(i))
                return false;
        return asideBefore(m_clauses, m_trigger) < 0;
    }

    const Clauses& m_clauses;
    const Analysis& m_analysis;
    int m_trigger = 0;
    Extent m_own;
    /// The clause's tokens.
    int m_first = 0;
    int m_last = 0;
};

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
    const Scene scene(clauses, analysis, trigger);
    const Chunk& chunk = clauses.at(trigger);
    Standing standing;
    standing.status = byTense(clauses, trigger, type);
    standing.isByTense = true;
    standing.isBackground = isBackground(clauses, analysis, trigger);
    const bool isDone = standing.status == Status::Closed;
    int best = 0;
    int nearest = 1 << 20;
    int decisive = -1;
    for (const CueHit& cue : cues) {
        if (cue.isDenial) {
            standing.isDenied = standing.isDenied || scene.contains(cue) || scene.isDeniedBy(cue);
            continue;
        }
        const bool isHearsay = cue.status == Status::Rumoured && scene.isTellingOf(cue);
        if (!scene.contains(cue) && !isHearsay && !scene.isEndOf(cue))
            continue;
        if ((cue.side == 'b' && cue.first > chunk.first) ||
            (cue.side == 'a' && cue.first < chunk.first))
            continue;
        // What sources tell as done is no rumour of a plan, nor is "bought in a deal worth" undone.
        const bool isWeaker = cue.status == Status::Signed && cue.first > chunk.first &&
                              type == DealType::Acquisition;
        if (isDone && (cue.side == 's' || isWeaker))
            continue;
        if (isToldPlan(clauses, analysis, cue) || isInDate(clauses, cue) ||
            isMovement(clauses, cue))
            continue;
        const bool isNot = isNegated(clauses, cue);
        if (isNot && cue.last <= chunk.first && cue.status == Status::InTalks)
            standing.isDenied = true;
        Status told = cue.status;
        if (isNot && (told == Status::Signed || told == Status::Closed))
            told = scene.unfinished(cue.first, cue.last).value_or(told);
        const int distance = std::abs(cue.first - chunk.first);
        const int mine = weight(told);
        if (mine > best || (mine == best && distance < nearest)) {
            standing.status = told;
            standing.isByTense = false;
            best = mine;
            nearest = distance;
            decisive = cue.first;
        }
    }
    if (scene.isNegatedDeed()) {
        standing.status = scene.unfinished(chunk.first, chunk.last).value_or(Status::Cancelled);
        standing.isByTense = false;
    }
    const int condition = scene.condition();
    // "considers whether to buy" are talks, "it is unclear whether it might" is nothing.
    const bool isConsidered = standing.status == Status::Cancelled ||
                              (standing.status == Status::InTalks && decisive < condition);
    standing.isUnreal = (condition >= 0 && !isConsidered) || scene.isAdvised() || scene.isDoubted();
    if (standing.isUnreal)
        standing.status = Status::Rumoured;
    // What is denied was a report.
    if (standing.isDenied && (standing.status == Status::InTalks ||
                              (standing.isByTense && standing.status == Status::Announced)))
        standing.status = Status::Rumoured;
    return standing;
}

} // namespace gyre
