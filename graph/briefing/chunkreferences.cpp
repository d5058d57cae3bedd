#include "graph/briefing/chunkbuilder.h"
#include "graph/briefing/syntax.h"

namespace gyre {

namespace {

/// Words that may stand between "the" and "chipmaker".
constexpr int widestDescription = 4;

enum Pronoun : std::uint8_t
{
    It,
    They,
    Its,
    Their,
    Who
};

} // namespace

int ChunkBuilder::addDescription(int i)
{
    const auto opening =
        look(i, in(Category::Determiner) | in(Category::Pronoun) | in(Category::Descriptor));
    if (!opening)
        return i;
    if (opening->category == Category::Descriptor)
        return addPlural(i, *opening);
    if (opening->category == Category::Pronoun)
        return i;
    if (opening->category == Category::Determiner && opening->value != 0)
        return passOver(i, i + opening->length);
    return describe(i, i + opening->length);
}

int ChunkBuilder::passOver(int first, int from)
{
    if (look(first, in(Category::Collective)))
        return first;
    for (int i = from; i < std::min(from + widestDescription, m_made.sentence.last); ++i) {
        if (m_prose.is(i, u"based") && m_prose.at(i).isGlued)
            continue;
        if (look(i, in(Category::Noun) | in(Category::Collective)) || mentionAt(i) != nullptr)
            return first;
        if (const auto found = look(i, in(Category::Descriptor))) {
            const int end = i + found->length;
            const bool isOf = end < m_made.sentence.last && m_prose.words(end) == u"of";
            return isOf ? first : add(ChunkKind::Descriptor, first, end);
        }
        const bool isHyphen = m_prose.at(i).kind == TokenKind::Mark && m_prose.at(i).isGlued;
        if (!isHyphen && (m_prose.at(i).kind != TokenKind::Word ||
                          look(i, grammar & ~in(Category::Adverb) & ~in(Category::Demonym))))
            return first;
    }
    return first;
}

int ChunkBuilder::addPlural(int i, const Meaning& found)
{
    const DescriptorRow& row = m_lexicon.descriptors[found.value];
    const bool isBoth = m_prose.is(i, u"both");
    if (!row.isPlural || !isBoth)
        return i;
    return addReference({row.kinds, true, false, Role::None, {}, -1}, i, i + found.length);
}

int ChunkBuilder::describe(int first, int from)
{
    QStringView country;
    const Mention* product = nullptr;
    for (int i = from; i < std::min(from + widestDescription, m_made.sentence.last); ++i) {
        if (const Mention* mention = mentionAt(i)) {
            if (!mention->isProduct)
                return first;
            product = mention;
            i = mention->last - 1;
            continue;
        }
        if (const auto found = look(i, in(Category::Descriptor)))
            return addDescriptor(first, i, *found, country, product);
        if (const auto demonym = look(i, in(Category::Demonym))) {
            country = m_lexicon.countries[demonym->value];
            if (!look(i + demonym->length, in(Category::Descriptor)) &&
                standsAlone(i + demonym->length))
                return addReference({0, false, false, Role::None, country, -1}, first,
                                    i + demonym->length);
            i += demonym->length - 1;
            continue;
        }
        if (m_prose.at(i).kind == TokenKind::Mark && m_prose.at(i).isGlued)
            continue;
        // "the Shanghai-based firm"
        if (m_prose.is(i, u"based") && m_prose.at(i).isGlued)
            continue;
        if (product != nullptr && isMaker(i))
            return addFirm(product->firm, first, i + 1);
        if (look(i,
                 grammar & ~(in(Category::Adverb) | in(Category::Goods) | in(Category::Metric))) ||
            m_prose.at(i).kind != TokenKind::Word)
            return first;
    }
    return first;
}

bool ChunkBuilder::standsAlone(int i) const
{
    return look(i, in(Category::Verb) | in(Category::Auxiliary) | in(Category::Says) |
                       in(Category::Adverb) | in(Category::Stop))
        .has_value();
}

bool ChunkBuilder::isMaker(int i) const
{
    static constexpr std::array makers{u"maker",     u"creator", u"owner",
                                       u"developer", u"parent",  u"inventor",
                                       u"operator",  u"company", u"provider"};
    return std::any_of(makers.begin(), makers.end(), [this, i](const char16_t* word) {
        return m_prose.is(i, QStringView(word));
    });
}

int ChunkBuilder::addFirm(int firm, int first, int last)
{
    Party party;
    party.firms = {firm};
    party.isReference = true;
    return addParty(std::move(party), first, last);
}

int ChunkBuilder::addDescriptor(int first, int at, const Meaning& found, QStringView country,
                                const Mention* product)
{
    const int end = at + found.length;
    if (product != nullptr)
        return addFirm(product->firm, first, end);
    // "the chipmaker Nvidia": the name says it.
    if (end < m_made.sentence.last && mentionAt(end) != nullptr && !mentionAt(end)->isProduct)
        return add(ChunkKind::Descriptor, first, end);
    // "the firm behind Kimi"
    if (end + 1 < m_made.sentence.last && m_prose.words(end) == u"behind")
        if (const Mention* made = mentionAt(end + 1); made != nullptr && made->isProduct)
            return addFirm(made->firm, first, made->last);
    // "the company whose …", "the group of investors"
    if (end < m_made.sentence.last && m_prose.words(end) == u"of")
        return first;
    if (isApposition(end) || isPredicate())
        return add(ChunkKind::Descriptor, first, end);
    const DescriptorRow& row = m_lexicon.descriptors[found.value];
    Reference reference{row.kinds, row.isPlural, row.isPrivate, row.role, country, -1};
    if (!row.isPlural)
        reference.exclude = clauseSubject();
    return addReference(reference, first, end);
}

bool ChunkBuilder::isApposition(int end) const
{
    const std::size_t count = m_made.chunks.size();
    if (count < 2 || m_made.chunks[count - 1].kind != ChunkKind::Comma ||
        m_made.chunks[count - 2].kind != ChunkKind::Party)
        return false;
    return end >= m_made.sentence.last || m_prose.isMark(end, u',') || m_prose.isMark(end, u'.');
}

bool ChunkBuilder::isPredicate() const
{
    for (auto it = m_made.chunks.rbegin(); it != m_made.chunks.rend(); ++it) {
        if (it->kind == ChunkKind::Adverb || it->kind == ChunkKind::Negation)
            continue;
        const QStringView word = m_prose.words(it->first);
        return (it->kind == ChunkKind::Auxiliary && (it->value == 0 || it->value == 5)) ||
               word.startsWith(u"becom", Qt::CaseInsensitive) ||
               word.compare(u"became", Qt::CaseInsensitive) == 0 ||
               word.startsWith(u"remain", Qt::CaseInsensitive);
    }
    return false;
}

bool ChunkBuilder::isInsideOpening() const
{
    std::size_t at = 0;
    while (at < m_made.chunks.size() && m_made.chunks[at].kind == ChunkKind::Determiner)
        ++at;
    const bool opens = at + 2 < m_made.chunks.size() &&
                       m_made.chunks[at].kind == ChunkKind::Money &&
                       m_made.chunks[at + 1].kind == ChunkKind::Party &&
                       m_made.chunks[at + 1].index == m_made.subject;
    const auto isFinite = [](const Chunk& chunk) {
        return chunk.kind == ChunkKind::Verb && chunk.form != Form::Gerund;
    };
    return opens && std::count_if(m_made.chunks.begin(), m_made.chunks.end(), isFinite) > 1;
}

bool ChunkBuilder::isDoerOf(const Chunk& behind, const Chunk& party, const Chunk& before) const
{
    const Party& doer = m_made.parties[static_cast<std::size_t>(party.index)];
    return (behind.kind == ChunkKind::Verb || behind.kind == ChunkKind::Auxiliary ||
            behind.kind == ChunkKind::Adverb) &&
           (before.kind == ChunkKind::And || before.kind == ChunkKind::Comma) &&
           !doer.isPossessive && !doer.isModifier && !doer.isCompound;
}

int ChunkBuilder::clauseSubject() const
{
    if (m_made.subject < 0)
        return -1;
    const auto& firms = m_made.parties[static_cast<std::size_t>(m_made.subject)].firms;
    if (firms.size() != 1)
        return -1;
    if (isInsideOpening())
        return -1;
    bool hasVerb = false;
    // "Zeta, which owns a tenth of Acme, will invest": behind the aside Zeta's own clause goes on.
    bool isResumed = false;
    for (auto it = m_made.chunks.rbegin(); it != m_made.chunks.rend(); ++it) {
        if (it->kind == ChunkKind::Comma && it != m_made.chunks.rbegin()) {
            const ChunkKind next = std::prev(it)->kind;
            isResumed = isResumed || next == ChunkKind::Verb || next == ChunkKind::Auxiliary;
        }
        const auto before = std::next(it);
        if (it->kind == ChunkKind::Who && isResumed && before != m_made.chunks.rend() &&
            before->kind == ChunkKind::Comma) {
            isResumed = false;
            continue;
        }
        if (it->kind == ChunkKind::Says || it->kind == ChunkKind::Clause ||
            it->kind == ChunkKind::Who || it->kind == ChunkKind::Break)
            return -1;
        // "and Acme is to invest": that clause has a subject of its own.
        if (hasVerb && it->kind == ChunkKind::Party && it->index != m_made.subject &&
            isDoerOf(*std::prev(it), *it, before != m_made.chunks.rend() ? *before : Chunk())) {
            const auto& doers = m_made.parties[static_cast<std::size_t>(it->index)].firms;
            return doers.size() == 1 ? doers.front() : -1;
        }
        hasVerb = hasVerb || it->kind == ChunkKind::Verb || it->kind == ChunkKind::Stop;
        if (it->kind == ChunkKind::Party && it->index == m_made.subject)
            return hasVerb ? firms.front() : -1;
    }
    return -1;
}

std::vector<int> ChunkBuilder::onlyOther(const Reference& reference) const
{
    if (reference.exclude < 0 || reference.kinds != 0 || reference.isPlural ||
        reference.role != Role::None || !reference.country.isEmpty())
        return {};
    std::vector<int> others;
    for (const Party& party : m_made.parties)
        for (const int firm : party.firms)
            if (firm != reference.exclude &&
                std::find(others.begin(), others.end(), firm) == others.end())
                others.push_back(firm);
    return others.size() == 1 ? others : std::vector<int>();
}

int ChunkBuilder::addReference(const Reference& reference, int first, int last)
{
    Party party;
    party.firms = onlyOther(reference);
    if (party.firms.empty())
        party.firms = resolved(reference, m_discourse, m_analysis.names, m_lexicon);
    party.isReference = true;
    party.isGeneric = reference.kinds == 0 && !reference.isPlural && reference.country.isEmpty() &&
                      reference.role == Role::None;
    if (party.firms.empty())
        return add(ChunkKind::Descriptor, first, last);
    return addParty(std::move(party), first, last);
}

int ChunkBuilder::addPronoun(int i, int end, int which)
{
    // "the chipmaker itself may": says again who it is.
    const bool isAgain = m_prose.is(i, u"itself") && !m_made.chunks.empty() &&
                         m_made.chunks.back().kind == ChunkKind::Party;
    if (isAgain)
        return add(ChunkKind::Adverb, i, end);
    if (which == Who)
        return add(ChunkKind::Other, i, end);
    // Of what others did it is not said to whom: better unread than wrong.
    if (((which == It || which == They) && isEmptySubject(end)) || (which == It && isOfOthers()))
        return add(ChunkKind::Other, i, end);
    Reference reference;
    Party party;
    party.isReference = true;
    party.isPossessive = which == Its || which == Their;
    party.isGeneric = which == It;
    if (which == It || which == They)
        party.firms = speaker();
    // "invested in Acme, giving it 4%": who did the first gets the second.
    if (party.firms.empty() && which == It && m_made.subject >= 0 && !m_made.chunks.empty() &&
        m_made.chunks.back().kind == ChunkKind::Verb && m_made.chunks.back().form == Form::Gerund &&
        isGiving(m_analysis, m_made.chunks.back()))
        party.firms = m_made.parties[static_cast<std::size_t>(m_made.subject)].firms;
    if (party.firms.empty())
        party.firms = served();
    // Inside a sentence its own subject is meant: also of "the $2 billion it has put in".
    if (party.firms.empty() && m_made.subject >= 0 &&
        (party.isPossessive || startsVerb(end) || clauseSubject() < 0))
        party.firms = m_made.parties[static_cast<std::size_t>(m_made.subject)].firms;
    if (party.firms.empty()) {
        reference.isPlural = which == They || which == Their;
        reference.exclude = party.isPossessive ? -1 : clauseSubject();
        party.firms = resolved(reference, m_discourse, m_analysis.names, m_lexicon);
    }
    if (party.firms.empty())
        return add(ChunkKind::Other, i, end);
    const bool isSubject = m_made.subject < 0 && !party.isPossessive && !isGoverned();
    speak(party, isSubject ? 2.0F : 0.5F);
    m_made.parties.push_back(std::move(party));
    const int index = static_cast<int>(m_made.parties.size()) - 1;
    if (isSubject)
        m_made.subject = index;
    return add(ChunkKind::Party, i, end, 0, index);
}

bool ChunkBuilder::isOfOthers() const
{
    if (!isGoverned())
        return false;
    for (std::size_t i = m_made.chunks.size(); i > 1; --i)
        if (m_made.chunks[i - 1].kind == ChunkKind::Who)
            return m_made.chunks[i - 2].kind == ChunkKind::Collective;
    return false;
}

bool ChunkBuilder::startsVerb(int i) const
{
    return look(i, in(Category::Verb) | in(Category::Auxiliary) | in(Category::Says) |
                       in(Category::Stop))
        .has_value();
}

std::vector<int> ChunkBuilder::speaker() const
{
    auto it = m_made.chunks.rbegin();
    while (it != m_made.chunks.rend() &&
           (it->kind == ChunkKind::Clause || it->kind == ChunkKind::Date ||
            it->kind == ChunkKind::Preposition))
        ++it;
    if (it == m_made.chunks.rend() || it->kind != ChunkKind::Says)
        return {};
    while (it != m_made.chunks.rend() &&
           (it->kind == ChunkKind::Says || it->kind == ChunkKind::Auxiliary ||
            it->kind == ChunkKind::Adverb))
        ++it;
    if (it == m_made.chunks.rend() || it->kind != ChunkKind::Party)
        return {};
    return m_made.parties[static_cast<std::size_t>(it->index)].firms;
}

bool ChunkBuilder::isEmptySubject(int next) const
{
    const auto auxiliary = look(next, in(Category::Auxiliary));
    if (!auxiliary)
        return false;
    for (int i = next; i < std::min(next + 5, m_made.sentence.last); ++i)
        if (m_prose.is(i, u"that") || m_prose.is(i, u"clear") || m_prose.is(i, u"unclear"))
            return true;
    return false;
}

} // namespace gyre
