#include "graph/briefing/lists.h"

namespace gyre {

namespace {

/// "A, B and C", "A and B", "A, B and other investors" become one party; "A, B said" do not.
class Joiner
{
public:
    Joiner(Clauses& clauses, const Prose& prose)
        : m_clauses(clauses)
        , m_prose(prose)
    {
    }

    void join()
    {
        std::vector<Chunk> joined;
        joined.reserve(m_clauses.chunks.size());
        for (int i = 0; i < m_clauses.size();) {
            const int end = isPlainParty(i) ? listEnd(i) : i + 1;
            Chunk chunk = m_clauses.at(i);
            if (end > i + 1)
                mergeInto(chunk, i, end);
            joined.push_back(chunk);
            i = end;
        }
        m_clauses.chunks = std::move(joined);
        joinGroups();
    }

private:
    /// "a group led by A and B", "investors including A": the collective with its named members.
    void joinGroups()
    {
        std::vector<Chunk> joined;
        joined.reserve(m_clauses.chunks.size());
        for (int i = 0; i < m_clauses.size(); ++i) {
            Chunk chunk = m_clauses.at(i);
            const int member = chunk.kind == ChunkKind::Collective ? namedMember(i) : -1;
            if (member >= 0) {
                Party& all = m_clauses.parties[static_cast<std::size_t>(chunk.index)];
                const std::vector<int> firms = m_clauses.party(member).firms;
                all.firms.insert(all.firms.end(), firms.begin(), firms.end());
                chunk.last = m_clauses.at(member).last;
                i = member;
            }
            joined.push_back(chunk);
        }
        m_clauses.chunks = std::move(joined);
    }

    [[nodiscard]] int namedMember(int group) const
    {
        int at = group + 1;
        const QStringView word =
            at < m_clauses.size() ? m_prose.words(m_clauses.at(at).first) : QStringView();
        const bool isLed =
            m_clauses.is(at, ChunkKind::Verb) && m_clauses.isPlace(at + 1, Place::By);
        const bool lists = word.startsWith(u"includ") || word == u"such" || word == u"like" ||
                           (m_clauses.isPlace(at, Place::Of));
        if (!isLed && !lists)
            return -1;
        at += isLed ? 2 : 1;
        while (m_clauses.is(at, ChunkKind::Determiner) || m_clauses.is(at, ChunkKind::Descriptor))
            ++at;
        return isPlainParty(at) ? at : -1;
    }

    [[nodiscard]] bool isPlainParty(int i) const
    {
        return m_clauses.is(i, ChunkKind::Party) && !m_clauses.party(i).isPossessive;
    }

    [[nodiscard]] bool isMember(int i) const
    {
        return m_clauses.is(i, ChunkKind::Party) || m_clauses.is(i, ChunkKind::Collective);
    }

    /// One behind the list that starts at `i`; `i` + 1 where there is none.
    [[nodiscard]] int listEnd(int i) const
    {
        int at = i + 1;
        while (true) {
            const bool hasComma = m_clauses.is(at, ChunkKind::Comma);
            const int next = hasComma ? at + 1 : at;
            if (m_clauses.is(next, ChunkKind::And)) {
                const int member = skipWords(next + 1);
                const bool isLong = next > i + 2;
                return isMember(member) && (isLong || !startsClause(i, member)) ? member + 1
                                                                                : i + 1;
            }
            if (!hasComma || !isPlainParty(next))
                return i + 1;
            at = next + 1;
        }
    }

    /// "and other early investors": the words before the collective.
    [[nodiscard]] int skipWords(int i) const
    {
        int at = i;
        while (at < i + 3 &&
               (m_clauses.is(at, ChunkKind::Determiner) || m_clauses.is(at, ChunkKind::Other) ||
                m_clauses.is(at, ChunkKind::Descriptor) || m_clauses.is(at, ChunkKind::Adverb)))
            ++at;
        return isMember(at) ? at : i;
    }

    /// "talks with A, and B said": the last name has a verb of its own and the first is an object.
    [[nodiscard]] bool startsClause(int first, int member) const
    {
        const bool isObject = m_clauses.is(first - 1, ChunkKind::Preposition) ||
                              m_clauses.is(first - 1, ChunkKind::Verb) ||
                              m_clauses.is(first - 1, ChunkKind::Stop);
        const bool hasVerb = m_clauses.is(member + 1, ChunkKind::Verb) ||
                             m_clauses.is(member + 1, ChunkKind::Auxiliary) ||
                             m_clauses.is(member + 1, ChunkKind::Says) ||
                             m_clauses.is(member + 1, ChunkKind::Stop);
        return isObject && hasVerb && !isPlural(member + 1) && hasVerbBefore(first);
    }

    /// "… from A and B are put at": the verb is of several.
    [[nodiscard]] bool isPlural(int verb) const
    {
        const QStringView word = m_prose.words(m_clauses.at(verb).first);
        return word == u"are" || word == u"were" || word == u"have";
    }

    /// "talks between A and B were": there the list itself is part of the subject.
    [[nodiscard]] bool hasVerbBefore(int first) const
    {
        for (int i = first - 1; i >= 0; --i) {
            const ChunkKind kind = m_clauses.at(i).kind;
            if (kind == ChunkKind::Clause || kind == ChunkKind::Break || kind == ChunkKind::Who)
                return false;
            if (kind == ChunkKind::Verb || kind == ChunkKind::Stop || kind == ChunkKind::Says ||
                kind == ChunkKind::Auxiliary)
                return true;
        }
        return false;
    }

    void mergeInto(Chunk& chunk, int first, int end)
    {
        Party& all = m_clauses.parties[static_cast<std::size_t>(chunk.index)];
        for (int i = first + 1; i < end; ++i) {
            if (!isMember(i))
                continue;
            const Party& party = m_clauses.party(i);
            all.isCollective = all.isCollective || party.isCollective;
            all.isPossessive = all.isPossessive || party.isPossessive;
            for (const int firm : party.firms)
                if (std::find(all.firms.begin(), all.firms.end(), firm) == all.firms.end())
                    all.firms.push_back(firm);
        }
        chunk.last = m_clauses.at(end - 1).last;
    }

    Clauses& m_clauses;
    const Prose& m_prose;
};

} // namespace

void joinLists(Clauses& clauses, const Prose& prose)
{
    Joiner(clauses, prose).join();
}

void markModifiers(Clauses& clauses)
{
    for (int i = 0; i + 1 < clauses.size(); ++i) {
        if (!clauses.is(i, ChunkKind::Party))
            continue;
        const Chunk& next = clauses.at(i + 1);
        const bool isNoun = next.kind == ChunkKind::Noun || next.kind == ChunkKind::Goods ||
                            next.kind == ChunkKind::Metric;
        clauses.parties[static_cast<std::size_t>(clauses.at(i).index)].isModifier =
            isNoun && next.first == clauses.at(i).last;
    }
}

} // namespace gyre
