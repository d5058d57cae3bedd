#include "graph/briefing/lists.h"

#include "graph/briefing/chunkpass.h"

namespace gyre {

namespace {

bool isListedPerson(const Clauses& clauses, int i);
int phraseEnd(const Clauses& clauses, int i);

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
        for (int i = 0; i < m_clauses.size(); ++i)
            if (isListedPerson(m_clauses, i))
                takeIn(i);
        joinChunks(m_clauses, [this](int i, Chunk& made) {
            const int end = isPlainParty(i) || isTaken(i) ? listEnd(i) : i + 1;
            if (end > i + 1)
                mergeInto(made, i, end);
            return end - i;
        });
        joinChunks(m_clauses, [this](int i, Chunk& made) { return group(i, made); });
    }

private:
    /// A person becomes somebody without a name.
    void takeIn(int person)
    {
        Party somebody;
        somebody.isCollective = true;
        m_clauses.parties.push_back(std::move(somebody));
        Chunk& chunk = m_clauses.chunks[static_cast<std::size_t>(person)];
        chunk.kind = ChunkKind::Party;
        chunk.index = static_cast<int>(m_clauses.parties.size()) - 1;
    }

    [[nodiscard]] bool isTaken(int i) const
    {
        return m_clauses.is(i, ChunkKind::Party) && m_clauses.party(i).firms.empty() &&
               m_clauses.party(i).isCollective;
    }

    /// "a group led by A and B", "investors including A": the collective with its named members.
    int group(int i, Chunk& made)
    {
        const int member = made.kind == ChunkKind::Collective ? namedMember(i) : -1;
        if (member < 0)
            return 1;
        Party& all = m_clauses.parties[static_cast<std::size_t>(made.index)];
        const std::vector<int> firms = m_clauses.party(member).firms;
        all.firms.insert(all.firms.end(), firms.begin(), firms.end());
        made.last = m_clauses.at(member).last;
        return member + 1 - i;
    }

    [[nodiscard]] int namedMember(int group) const
    {
        // "investors Zeta and Acme"
        if (isPlainParty(group + 1) && m_clauses.at(group + 1).first == m_clauses.at(group).last)
            return group + 1;
        int at = m_clauses.is(group + 1, ChunkKind::Comma) ? group + 2 : group + 1;
        const QStringView word =
            at < m_clauses.size() ? m_prose.words(m_clauses.at(at).first) : QStringView();
        const bool isLed =
            m_clauses.is(at, ChunkKind::Verb) && m_clauses.isPlace(at + 1, Place::By);
        const bool lists = word.startsWith(u"includ") || word == u"such" || word == u"like" ||
                           (m_clauses.isPlace(at, Place::Of));
        if (!isLed && !lists)
            return -1;
        at += isLed ? 2 : 1;
        while (m_clauses.is(at, ChunkKind::Determiner) || m_clauses.is(at, ChunkKind::Descriptor) ||
               m_clauses.is(at, ChunkKind::Other))
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
                // "Zeta, Ada Byte and a family fund": whoever the last is, the others are a list.
                if (!isMember(member) && isLong && phraseEnd(m_clauses, next + 1) > next + 1)
                    return hasComma ? next - 1 : next;
                if (!isMember(member) || isOwnSum(i, member))
                    return i + 1;
                return isLong || !startsClause(i, member) ? member + 1 : i + 1;
            }
            if (!hasComma || !isPlainParty(next))
                return i + 1;
            // The headline "A, B sign a deal".
            if (i == 0 && m_clauses.is(next + 1, ChunkKind::Verb) &&
                m_clauses.at(next + 1).form == Form::Base)
                return next + 1;
            at = next + 1;
        }
    }

    /// "put $13 billion into A, and B $30 billion": B has a sum of its own.
    [[nodiscard]] bool isOwnSum(int first, int member) const
    {
        return m_clauses.is(member + 1, ChunkKind::Money) &&
               m_clauses.is(first - 1, ChunkKind::Preposition);
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
        // "investors including A and B poured"
        if (m_clauses.is(first - 1, ChunkKind::Stop) &&
            m_prose.words(m_clauses.at(first - 1).first).startsWith(u"includ"))
            return false;
        const bool isObject = m_clauses.is(first - 1, ChunkKind::Preposition) ||
                              m_clauses.is(first - 1, ChunkKind::Verb) ||
                              m_clauses.is(first - 1, ChunkKind::Stop);
        // "invested in A and its shares rose"
        int next = member + 1;
        while (m_clauses.is(next, ChunkKind::Noun) || m_clauses.is(next, ChunkKind::Metric))
            ++next;
        const bool hasVerb =
            (m_clauses.is(next, ChunkKind::Verb) && m_clauses.at(next).form != Form::Gerund) ||
            m_clauses.is(next, ChunkKind::Auxiliary) || m_clauses.is(next, ChunkKind::Says) ||
            m_clauses.is(next, ChunkKind::Stop);
        // "banks led by A and B are": the participle is no verb of the sentence.
        const bool isReduced = m_clauses.isPlace(first - 1, Place::By) &&
                               m_clauses.is(first - 2, ChunkKind::Verb) &&
                               !m_clauses.is(first - 3, ChunkKind::Auxiliary);
        return isObject && hasVerb && !isPlural(next) &&
               hasVerbBefore(isReduced ? first - 2 : first);
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

    [[nodiscard]] bool isGoverned(int i) const
    {
        do {
            --i;
        } while (m_clauses.is(i, ChunkKind::Determiner) || m_clauses.is(i, ChunkKind::Descriptor) ||
                 m_clauses.is(i, ChunkKind::Other));
        return m_clauses.is(i, ChunkKind::Preposition);
    }

    void mergeInto(Chunk& chunk, int first, int end)
    {
        Party& all = m_clauses.parties[static_cast<std::size_t>(chunk.index)];
        for (int i = first + 1; i < end; ++i) {
            if (!isMember(i))
                continue;
            // "with participation from A and B": neither is the subject.
            if (m_clauses.at(i).index == m_clauses.subject)
                m_clauses.subject = isGoverned(first) ? -1 : chunk.index;
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

namespace {

bool isSeparator(const Clauses& clauses, int i)
{
    return clauses.is(i, ChunkKind::Comma) || clauses.is(i, ChunkKind::And);
}

bool isDoing(const Clauses& clauses, int i)
{
    return clauses.is(i, ChunkKind::Verb) || clauses.is(i, ChunkKind::Auxiliary) ||
           clauses.is(i, ChunkKind::Says) || clauses.is(i, ChunkKind::Stop) ||
           clauses.is(i, ChunkKind::Adverb) || clauses.is(i, ChunkKind::Negation);
}

/// A person between firms is one of those who pay.
bool isListedPerson(const Clauses& clauses, int i)
{
    if (!clauses.is(i, ChunkKind::Person))
        return false;
    const bool isBehind = isSeparator(clauses, i - 1) && (clauses.is(i - 2, ChunkKind::Party) ||
                                                          (clauses.is(i - 1, ChunkKind::And) &&
                                                           clauses.is(i - 2, ChunkKind::Comma) &&
                                                           clauses.is(i - 3, ChunkKind::Party)));
    const bool isBefore =
        isSeparator(clauses, i + 1) &&
        (clauses.is(i + 2, ChunkKind::Party) || clauses.is(i + 2, ChunkKind::Person) ||
         (clauses.is(i + 1, ChunkKind::And) &&
          (clauses.is(i + 2, ChunkKind::Descriptor) || clauses.is(i + 2, ChunkKind::Determiner) ||
           clauses.is(i + 2, ChunkKind::Collective))));
    const bool isAnd = clauses.is(i - 1, ChunkKind::And);
    return (isBehind && (isAnd || isBefore)) ||
           (isBefore && clauses.is(i - 1, ChunkKind::Preposition));
}

/// One behind a noun phrase without a firm at `i`: "a family fund", "the founder"; `i` where there
/// is none.
int phraseEnd(const Clauses& clauses, int i)
{
    constexpr int longest = 5;
    int at = i;
    bool hasHead = false;
    for (; at < std::min(i + longest, clauses.size()); ++at) {
        const ChunkKind kind = clauses.at(at).kind;
        const bool isHead = kind == ChunkKind::Other || kind == ChunkKind::Descriptor ||
                            kind == ChunkKind::Person || clauses.isNoun(at, Thing::Backer) ||
                            clauses.isNoun(at, Thing::Customer);
        if (!isHead && kind != ChunkKind::Determiner)
            break;
        hasHead = hasHead || isHead;
    }
    return hasHead ? at : i;
}

bool hasVerbBefore(const Clauses& clauses, int i)
{
    for (int at = i - 1; at >= 0; --at) {
        if (clauses.is(at, ChunkKind::Clause) || clauses.is(at, ChunkKind::Break))
            return false;
        if (clauses.is(at, ChunkKind::Verb) || clauses.is(at, ChunkKind::Auxiliary) ||
            clauses.is(at, ChunkKind::Says) || clauses.is(at, ChunkKind::Stop))
            return true;
    }
    return false;
}

} // namespace

void markOpenLists(Clauses& clauses)
{
    for (int i = 0; i + 2 < clauses.size(); ++i) {
        if (!clauses.is(i, ChunkKind::Party) || clauses.party(i).isPossessive)
            continue;
        const int conjunction = clauses.is(i + 1, ChunkKind::Comma) ? i + 2 : i + 1;
        if (!clauses.is(conjunction, ChunkKind::And))
            continue;
        const int end = phraseEnd(clauses, conjunction + 1);
        if (end == conjunction + 1)
            continue;
        // "bought Zeta and the chipmaker rose": a clause of its own.
        if (isDoing(clauses, end) && hasVerbBefore(clauses, i))
            continue;
        if (clauses.is(end, ChunkKind::Party) || clauses.is(end, ChunkKind::Money))
            continue;
        clauses.parties[static_cast<std::size_t>(clauses.at(i).index)].isCollective = true;
    }
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
