#include "graph/briefing/scene.h"

#include "graph/briefing/syntax.h"

namespace gyre {

Scene::Scene(const Clauses& clauses, const Analysis& analysis, int trigger)
    : m_clauses(clauses)
    , m_analysis(analysis)
    , m_trigger(trigger)
    , m_own(ownClause(clauses, trigger))
    , m_first(clauses.at(m_own.first).first)
    , m_last(clauses.at(m_own.last - 1).last)
{
}

bool Scene::contains(const CueHit& cue) const
{
    return cue.first >= m_first && cue.last <= m_last;
}

bool Scene::isTellingOf(const CueHit& cue) const
{
    if (contains(cue))
        return true;
    if (cue.first < m_first)
        return isOpen(chunkFrom(cue.last), m_own.first);
    return cue.first >= m_last && isOpen(m_own.last, chunkFrom(cue.first));
}

bool Scene::isEndOf(const CueHit& cue) const
{
    constexpr int furthest = 6;
    if (cue.isDenial || cue.status != Status::Cancelled || cue.first <= m_last ||
        cue.first - m_last >= furthest)
        return false;
    for (int i = m_own.last; i < chunkFrom(cue.first); ++i)
        if ((m_clauses.is(i, ChunkKind::Clause) && !isWord(i, Category::Sequel)) ||
            m_clauses.is(i, ChunkKind::Party) || m_clauses.is(i, ChunkKind::Break))
            return false;
    return isOfSubject(chunkFrom(cue.first));
}

bool Scene::isOfOther(const CueHit& cue) const
{
    if (cue.isDenial || cue.status != Status::Cancelled || cue.first < m_clauses.at(m_trigger).last)
        return false;
    const int at = chunkFrom(cue.first);
    return m_clauses.is(at - 1, ChunkKind::And) && !isOfSubject(at);
}

bool Scene::isDeniedBy(const CueHit& denial) const
{
    if (denial.last > m_clauses.at(m_trigger).first)
        return false;
    for (int i = chunkFrom(denial.last); i < m_trigger; ++i)
        if (m_clauses.is(i, ChunkKind::Comma) || m_clauses.is(i, ChunkKind::Person) || isBarrier(i))
            return false;
    return true;
}

int Scene::condition() const
{
    for (int i = m_trigger - 1; i >= 0; --i) {
        if (m_clauses.is(i, ChunkKind::Comma) || m_clauses.is(i, ChunkKind::Break))
            return -1;
        if (m_clauses.is(i, ChunkKind::Clause))
            return isWord(i, Category::Condition) ? m_clauses.at(i).first : -1;
    }
    return -1;
}

bool Scene::isAdvised() const
{
    const int deed = m_clauses.at(m_trigger).first;
    return has(Category::Advice, m_first, deed) &&
           !has(Category::Unfinished, deed, m_clauses.at(m_trigger).last);
}

bool Scene::isAsked() const
{
    const Prose& prose = m_analysis.prose;
    const Sentence& sentence = m_clauses.sentence;
    const bool ends = prose.isMark(sentence.last - 1, u'?') ||
                      (sentence.size() > 1 && prose.isMark(sentence.last - 2, u'?'));
    if (!ends || m_own.first > 1)
        return false;
    int first = sentence.first;
    while (first < sentence.last && prose.at(first).kind == TokenKind::Mark)
        ++first;
    return first < sentence.last &&
           m_analysis.lexicon.phrases.longest(prose.tokens, first, sentence.last,
                                              in(Category::Auxiliary));
}

bool Scene::isDoubted() const
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

bool Scene::isNegatedDeed() const
{
    constexpr int furthest = 3;
    for (int i = std::max(m_own.first, m_trigger - furthest); i < m_trigger; ++i)
        if (m_clauses.is(i, ChunkKind::Negation))
            return true;
    return false;
}

bool Scene::isYetToCome() const
{
    return has(Category::Pending, m_first, m_clauses.at(m_trigger).first);
}

std::optional<Status> Scene::unfinished(int first, int last) const
{
    const auto found = m_analysis.lexicon.phrases.longest(m_analysis.prose.tokens, first, last,
                                                          in(Category::Unfinished));
    return found ? std::optional(static_cast<Status>(found->value)) : std::nullopt;
}

int Scene::chunkFrom(int token) const
{
    int i = 0;
    while (i < m_clauses.size() && m_clauses.at(i).first < token)
        ++i;
    return i;
}

bool Scene::isWord(int chunk, Category category) const
{
    return chunk >= 0 && chunk < m_clauses.size() &&
           m_analysis.lexicon.phrases.longest(m_analysis.prose.tokens, m_clauses.at(chunk).first,
                                              m_clauses.at(chunk).last, in(category));
}

bool Scene::has(Category category, int first, int last) const
{
    for (int i = first; i < last; ++i)
        if (m_analysis.lexicon.phrases.longest(m_analysis.prose.tokens, i, last, in(category)))
            return true;
    return false;
}

bool Scene::isOfSubject(int cue) const
{
    if (m_clauses.is(cue - 1, ChunkKind::Auxiliary))
        return true;
    if (m_clauses.is(cue + 1, ChunkKind::Determiner) && m_clauses.at(cue + 1).value != 0)
        return false;
    for (int i = cue + 1; i < m_clauses.size() && !isBarrier(i); ++i)
        if (m_clauses.is(i, ChunkKind::Party) || m_clauses.is(i, ChunkKind::Verb))
            return false;
    return true;
}

bool Scene::isBarrier(int i) const
{
    return m_clauses.is(i, ChunkKind::Break) ||
           (m_clauses.is(i, ChunkKind::Clause) && !isWord(i, Category::Complement)) ||
           openingBehind(m_clauses, i) == Opening::Clause;
}

bool Scene::isOpen(int first, int last) const
{
    for (int i = first; i < last; ++i)
        if (isBarrier(i))
            return false;
    return asideBefore(m_clauses, m_trigger) < 0;
}

} // namespace gyre
