#include "graph/briefing/phrases.h"

namespace gyre {

namespace {

class Joiner
{
public:
    explicit Joiner(Clauses& clauses)
        : m_clauses(clauses)
    {
    }

    void join()
    {
        dropContrasts();
        pass([this](int i) { return adjectiveComma(i); });
        pass([this](int i) { return description(i); });
        pass([this](int i) { return nameBehind(i); });
        pass([this](int i) { return ownDivision(i); });
    }

private:
    /// `step` says how many chunks from `i` on become one, and has changed the last of them to it;
    /// 0 drops the chunk.
    template<typename Step>
    void pass(Step step)
    {
        std::vector<Chunk> joined;
        joined.reserve(m_clauses.chunks.size());
        for (int i = 0; i < m_clauses.size();) {
            const int taken = step(i);
            if (taken == 0) {
                ++i;
                continue;
            }
            joined.push_back(m_clauses.at(i + taken - 1));
            i += taken;
        }
        m_clauses.chunks = std::move(joined);
    }

    /// "Zeta, not Acme, bought": Acme has nothing to do with it.
    void dropContrasts()
    {
        for (int i = 1; i + 1 < m_clauses.size(); ++i) {
            const bool isAside = m_clauses.is(i, ChunkKind::Negation) &&
                                 m_clauses.is(i - 1, ChunkKind::Comma) &&
                                 m_clauses.is(i + 1, ChunkKind::Party);
            const bool isClosed = i + 2 >= m_clauses.size() ||
                                  m_clauses.is(i + 2, ChunkKind::Comma) ||
                                  m_clauses.is(i + 2, ChunkKind::Preposition);
            if (!isAside || !isClosed)
                continue;
            chunk(i).kind = ChunkKind::Other;
            chunk(i + 1).kind = ChunkKind::Other;
        }
    }

    Chunk& chunk(int i) { return m_clauses.chunks[static_cast<std::size_t>(i)]; }

    [[nodiscard]] bool isAdjective(int i) const
    {
        if (i < 0 || i >= m_clauses.size())
            return false;
        const ChunkKind kind = m_clauses.at(i).kind;
        return kind == ChunkKind::Other || kind == ChunkKind::Money || kind == ChunkKind::Percent ||
               kind == ChunkKind::Goods;
    }

    [[nodiscard]] bool opensNoun(int i) const
    {
        return m_clauses.is(i, ChunkKind::Determiner) ||
               (m_clauses.is(i, ChunkKind::Party) && m_clauses.party(i).isPossessive);
    }

    /// "a six-year, $14 billion deal": the comma parts nothing.
    [[nodiscard]] int adjectiveComma(int i) const
    {
        constexpr int most = 4;
        if (!m_clauses.is(i, ChunkKind::Comma))
            return 1;
        int left = i - 1;
        while (left > i - most && isAdjective(left))
            --left;
        int right = i + 1;
        while (right < i + most && isAdjective(right))
            ++right;
        const bool isInside = left < i - 1 && opensNoun(left) && right > i + 1 &&
                              m_clauses.is(right, ChunkKind::Noun);
        return isInside ? 0 : 1;
    }

    [[nodiscard]] bool isName(int i) const
    {
        return m_clauses.is(i, ChunkKind::Party) && !m_clauses.party(i).isReference &&
               !m_clauses.party(i).isPossessive && !m_clauses.party(i).isCompound &&
               m_clauses.party(i).firms.size() == 1;
    }

    /// "Zeta, the chipmaker, bought" → "Zeta bought".
    int description(int i)
    {
        if (!isName(i) || !m_clauses.is(i + 1, ChunkKind::Comma) ||
            !m_clauses.is(i + 2, ChunkKind::Descriptor) || !m_clauses.is(i + 3, ChunkKind::Comma))
            return 1;
        Chunk whole = m_clauses.at(i);
        whole.last = m_clauses.at(i + 3).last;
        chunk(i + 3) = whole;
        return 4;
    }

    /// "the company, Zeta," and "the company, Zeta." are Zeta.
    int nameBehind(int i)
    {
        const bool isDescribed =
            m_clauses.is(i, ChunkKind::Descriptor) ||
            (m_clauses.is(i, ChunkKind::Party) && m_clauses.party(i).isReference &&
             !m_clauses.party(i).isPossessive && m_clauses.party(i).firms.size() == 1 &&
             m_clauses.at(i).last - m_clauses.at(i).first > 1);
        if (!isDescribed || !m_clauses.is(i + 1, ChunkKind::Comma) || !isName(i + 2))
            return 1;
        const bool isEnd = i + 3 >= m_clauses.size() || m_clauses.is(i + 3, ChunkKind::Break);
        const bool isClosed = m_clauses.is(i + 3, ChunkKind::Comma) &&
                              !m_clauses.is(i + 4, ChunkKind::Party) &&
                              !m_clauses.is(i + 4, ChunkKind::And);
        if (!isEnd && !isClosed)
            return 1;
        const int taken = isEnd ? 3 : 4;
        Chunk whole = m_clauses.at(i + 2);
        whole.first = m_clauses.at(i).first;
        if (m_clauses.is(i, ChunkKind::Party) && m_clauses.subject == m_clauses.at(i).index)
            m_clauses.subject = whole.index;
        chunk(i + taken - 1) = whole;
        return taken;
    }

    /// "Microsoft’s Azure" is Microsoft.
    int ownDivision(int i)
    {
        const bool isOwned = m_clauses.is(i, ChunkKind::Party) && m_clauses.party(i).isPossessive &&
                             m_clauses.party(i).firms.size() == 1 &&
                             m_clauses.is(i + 1, ChunkKind::Party) &&
                             m_clauses.party(i + 1).firms == m_clauses.party(i).firms;
        if (!isOwned)
            return 1;
        chunk(i + 1).first = m_clauses.at(i).first;
        return 2;
    }

    Clauses& m_clauses;
};

} // namespace

void joinPhrases(Clauses& clauses)
{
    Joiner(clauses).join();
}

} // namespace gyre
