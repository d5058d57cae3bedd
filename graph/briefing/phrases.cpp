#include "graph/briefing/phrases.h"

#include "graph/briefing/chunkpass.h"

namespace gyre {

namespace {

class Joiner
{
public:
    Joiner(Clauses& clauses, const Analysis& analysis)
        : m_clauses(clauses)
        , m_prose(analysis.prose)
        , m_lexicon(analysis.lexicon)
    {
    }

    void join()
    {
        dropContrasts();
        joinChunks(m_clauses, [this](int i, const Chunk&) { return adjectiveComma(i); });
        joinChunks(m_clauses, [this](int i, Chunk& made) { return description(i, made); });
        joinChunks(m_clauses, [this](int i, Chunk& made) { return nameBehind(i, made); });
        joinChunks(m_clauses, [this](int i, Chunk& made) { return ownDivision(i, made); });
        joinChunks(m_clauses, [this](int i, Chunk& made) { return relative(i, made); });
        joinChunks(m_clauses, [this](int i, Chunk& made) { return partOf(i, made); });
    }

private:
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
    int description(int i, Chunk& made) const
    {
        if (!isName(i) || !m_clauses.is(i + 1, ChunkKind::Comma) ||
            !m_clauses.is(i + 2, ChunkKind::Descriptor) || !m_clauses.is(i + 3, ChunkKind::Comma))
            return 1;
        made.last = m_clauses.at(i + 3).last;
        return 4;
    }

    /// "the company, Zeta," and "the company, Zeta." are Zeta.
    int nameBehind(int i, Chunk& made)
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
        made = m_clauses.at(i + 2);
        made.first = m_clauses.at(i).first;
        if (m_clauses.is(i, ChunkKind::Party) && m_clauses.subject == m_clauses.at(i).index)
            m_clauses.subject = made.index;
        return taken;
    }

    /// "the robotics business of the Swiss group Zeta": a division, as "Zeta’s robotics business".
    int partOf(int i, Chunk& made)
    {
        if (!m_clauses.is(i, ChunkKind::Other) || !m_clauses.isPlace(i + 1, Place::Of))
            return 1;
        const Chunk& words = m_clauses.at(i);
        const bool isPart = words.last - words.first > 1 &&
                            m_lexicon.phrases.longest(m_prose.tokens, words.last - 1, words.last,
                                                      in(Category::Part));
        int at = i + 2;
        while (at < i + 5 &&
               (m_clauses.is(at, ChunkKind::Determiner) ||
                m_clauses.is(at, ChunkKind::Descriptor) || m_clauses.is(at, ChunkKind::Other)))
            ++at;
        if (!isPart || !isName(at))
            return 1;
        made = m_clauses.at(at);
        made.first = words.first;
        m_clauses.parties[static_cast<std::size_t>(made.index)].part =
            m_prose.span(words.first, words.last).in(m_prose.text).toString();
        return at + 1 - i;
    }

    /// "Spotify rival Zeta", "Nvidia’s customer Zeta" are Zeta.
    int relative(int i, Chunk& made)
    {
        const bool isOther = m_clauses.is(i, ChunkKind::Party) && !m_clauses.party(i).isReference &&
                             !m_clauses.party(i).isCompound && m_clauses.party(i).firms.size() == 1;
        if (!isOther || !isName(i + 2) || !isRelation(i + 1) ||
            m_clauses.at(i + 1).last != m_clauses.at(i + 2).first ||
            m_clauses.party(i).firms == m_clauses.party(i + 2).firms)
            return 1;
        made = m_clauses.at(i + 2);
        if (m_clauses.subject == m_clauses.at(i).index)
            m_clauses.subject = made.index;
        made.first = m_clauses.at(i).first;
        return 3;
    }

    /// "rival", "customer": a noun that says what one firm is to another.
    [[nodiscard]] bool isRelation(int i) const
    {
        if (m_clauses.isNoun(i, Thing::Backer) || m_clauses.isNoun(i, Thing::Customer) ||
            m_clauses.isNoun(i, Thing::Supplier) || m_clauses.isNoun(i, Thing::Owner) ||
            m_clauses.is(i, ChunkKind::Descriptor))
            return true;
        if (!m_clauses.is(i, ChunkKind::Other) && !m_clauses.is(i, ChunkKind::Collective) &&
            !m_clauses.is(i, ChunkKind::Stop))
            return false;
        const int word = m_clauses.at(i).last - 1;
        return m_clauses.at(i).last - m_clauses.at(i).first <= 2 &&
               m_lexicon.phrases.longest(m_prose.tokens, word, word + 1, in(Category::Descriptor))
                   .has_value();
    }

    /// "Microsoft’s Azure" is Microsoft.
    int ownDivision(int i, Chunk& made) const
    {
        const bool isOwned = m_clauses.is(i, ChunkKind::Party) && m_clauses.party(i).isPossessive &&
                             m_clauses.party(i).firms.size() == 1 &&
                             m_clauses.is(i + 1, ChunkKind::Party) &&
                             m_clauses.party(i + 1).firms == m_clauses.party(i).firms;
        if (!isOwned)
            return 1;
        made = m_clauses.at(i + 1);
        made.first = m_clauses.at(i).first;
        return 2;
    }

    Clauses& m_clauses;
    const Prose& m_prose;
    const LexiconData& m_lexicon;
};

} // namespace

void joinPhrases(Clauses& clauses, const Analysis& analysis)
{
    Joiner(clauses, analysis).join();
}

} // namespace gyre
