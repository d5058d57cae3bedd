#include "graph/briefing/chunkbuilder.h"

namespace gyre {

int ChunkBuilder::figureBehind(int i) const
{
    int end = m_made.sentence.last;
    const auto& figures = m_analysis.amounts.figures;
    const auto& percents = m_analysis.amounts.percents;
    if (m_cursor.figure < figures.size() && figures[m_cursor.figure].first > i)
        end = std::min(end, figures[m_cursor.figure].first);
    if (m_cursor.percent < percents.size() && percents[m_cursor.percent].first > i)
        end = std::min(end, percents[m_cursor.percent].first);
    return end;
}

std::optional<Meaning> ChunkBuilder::meaningAt(int i, CategorySet wanted) const
{
    std::optional<Meaning> best;
    m_lexicon.phrases.each(m_prose.tokens, i, figureBehind(i), wanted, [&](const Meaning& meaning) {
        if (!best || meaning.length > best->length ||
            (meaning.length == best->length && rank(meaning, i) > rank(*best, i)))
            best = meaning;
    });
    return best;
}

int ChunkBuilder::rank(const Meaning& meaning, int i) const
{
    switch (meaning.category) {
    case Category::Verb:
        return isNounPlace(i + meaning.length) && meaning.form != Form::Past &&
                       meaning.form != Form::Participle
                   ? 3
                   : 6;
    case Category::Noun:
        return 5;
    case Category::Metric:
    case Category::Goods:
    case Category::Preposition:
    case Category::Collective:
    case Category::People:
        return 4;
    case Category::Says:
        return 3;
    case Category::Stop:
        return 2;
    case Category::Auxiliary:
        return 3;
    default:
        return 1;
    }
}

bool ChunkBuilder::isNounPlace(int next) const
{
    if (m_made.chunks.empty())
        return true;
    const Chunk& before = m_made.chunks.back();
    switch (before.kind) {
    case ChunkKind::Determiner:
    case ChunkKind::Money:
    case ChunkKind::Percent:
    case ChunkKind::Goods:
    case ChunkKind::Noun:
    case ChunkKind::Other:
    case ChunkKind::Descriptor:
    case ChunkKind::Metric:
        return true;
    case ChunkKind::Verb:
        // "received backing from"
        return !startsObject(next) && look(next, in(Category::Preposition));
    case ChunkKind::Date:
        return m_analysis.dates[static_cast<std::size_t>(before.index)].isPossessive;
    case ChunkKind::Preposition:
        return before.value != static_cast<std::uint16_t>(Place::To);
    case ChunkKind::Party:
        // "every Nvidia share it had": the article is the noun’s.
        return m_made.parties[static_cast<std::size_t>(before.index)].isPossessive ||
               !startsObject(next) ||
               (m_made.chunks.size() > 1 &&
                m_made.chunks[m_made.chunks.size() - 2].kind == ChunkKind::Determiner);
    default:
        return false;
    }
}

bool ChunkBuilder::startsObject(int i) const
{
    if (i >= m_made.sentence.last)
        return false;
    return mentionAt(i) != nullptr || m_prose.at(i).kind == TokenKind::Number ||
           m_prose.at(i).kind == TokenKind::Mark ||
           look(i, in(Category::Determiner) | in(Category::Pronoun) | in(Category::CurrencySign) |
                       in(Category::Goods) | in(Category::Hedge))
               .has_value();
}

bool ChunkBuilder::isWithinNounPhrase() const
{
    if (m_made.chunks.empty())
        return false;
    const Chunk& before = m_made.chunks.back();
    return before.kind == ChunkKind::Determiner ||
           (before.kind == ChunkKind::Preposition &&
            before.value != static_cast<std::uint16_t>(Place::To)) ||
           (before.kind == ChunkKind::Party &&
            m_made.parties[static_cast<std::size_t>(before.index)].isPossessive);
}

bool ChunkBuilder::isNoVerb(const Meaning& meaning) const
{
    return (meaning.form == Form::Base || meaning.form == Form::Third) && isWithinNounPhrase();
}

bool ChunkBuilder::isValuedDeal(int i, const Meaning& meaning) const
{
    if (meaning.form != Form::Past || !m_prose.words(i).startsWith(u"valued", Qt::CaseInsensitive))
        return false;
    auto it = m_made.chunks.rbegin();
    // "a contract with Zeta valued at"
    while (it != m_made.chunks.rend() &&
           (it->kind == ChunkKind::Party || it->kind == ChunkKind::Goods ||
            (it->kind == ChunkKind::Preposition &&
             it->value != static_cast<std::uint16_t>(Place::In) &&
             it->value != static_cast<std::uint16_t>(Place::Of))))
        ++it;
    if (it == m_made.chunks.rend() || it->kind != ChunkKind::Noun)
        return false;
    const auto thing = static_cast<Thing>(it->value);
    return thing == Thing::Deal || thing == Thing::Acquisition || thing == Thing::Order ||
           thing == Thing::Investment;
}

bool ChunkBuilder::mayHave(int next) const
{
    return startsObject(next) || look(next, in(Category::Preposition)).has_value();
}

bool ChunkBuilder::isAdjective(const Meaning& meaning) const
{
    return (meaning.form == Form::Past || meaning.form == Form::Participle) && isWithinNounPhrase();
}

int ChunkBuilder::addWord(int i)
{
    auto meaning = meaningAt(i, grammar);
    // "a contract for": what is no verb here may be a noun.
    if (meaning && meaning->category == Category::Verb &&
        (isAdjective(*meaning) || isNoVerb(*meaning)))
        meaning = meaningAt(i, grammar & ~in(Category::Verb));
    if (!meaning)
        return addOther(i, i + 1);
    if (meaning->category == Category::Verb)
        meaning = withoutTo(i, *meaning);
    const int end = i + meaning->length;
    switch (meaning->category) {
    case Category::Verb:
        if (isValuedDeal(i, *meaning))
            return add(ChunkKind::Worth, i, end);
        if (const auto have = look(i, in(Category::Auxiliary)); have && !mayHave(end))
            return add(ChunkKind::Auxiliary, i, end, have->value);
        return add(ChunkKind::Verb, i, end, meaning->value, -1, meaning->form);
    case Category::Noun:
        return addNoun(i, end, *meaning);
    case Category::Goods:
        return add(ChunkKind::Goods, i, end, meaning->value);
    case Category::Metric:
        return add(ChunkKind::Metric, i, end);
    case Category::Preposition:
        return add(ChunkKind::Preposition, i, end, meaning->value);
    case Category::Determiner:
        return addDeterminer(i, end, *meaning);
    case Category::People:
        return addPeople(i, end);
    case Category::Pronoun:
        return addPronoun(i, end, meaning->value);
    case Category::Auxiliary:
        // "commitments that Zeta has from Acme"
        if (const auto verb = look(i, in(Category::Verb)); verb && mayHave(end))
            return add(ChunkKind::Verb, i, end, verb->value, -1, verb->form);
        return add(ChunkKind::Auxiliary, i, end, meaning->value);
    case Category::Negation:
        return add(ChunkKind::Negation, i, end);
    case Category::And:
        return add(ChunkKind::And, i, end);
    case Category::Who:
        return add(ChunkKind::Who, i, end);
    case Category::Clause:
        return add(ChunkKind::Clause, i, end);
    case Category::Says:
        return add(ChunkKind::Says, i, end);
    case Category::Adverb:
    case Category::Hedge:
        return add(ChunkKind::Adverb, i, end);
    case Category::Stop:
        // "the end of last year": a noun.
        if (!m_made.chunks.empty() && m_made.chunks.back().kind == ChunkKind::Determiner)
            return addOther(i, i + 1);
        return add(ChunkKind::Stop, i, end);
    case Category::Collective:
        if (isBackerNoun(i, end))
            return add(ChunkKind::Noun, i, end, static_cast<int>(Thing::Backer));
        return addCollective(i, end);
    default:
        // "grocery start-up Zeta": one word of description, whatever its length.
        return addOther(i, end);
    }
}

Meaning ChunkBuilder::withoutTo(int i, const Meaning& verb) const
{
    const int last = i + verb.length - 1;
    if (verb.length < 2 || m_prose.words(last) != u"to" || !look(last + 1, in(Category::Verb)) ||
        mentionAt(last + 1) != nullptr)
        return verb;
    return m_lexicon.phrases.longest(m_prose.tokens, i, last, in(Category::Verb)).value_or(verb);
}

int ChunkBuilder::addDeterminer(int i, int end, const Meaning& meaning)
{
    if (end == i + 1 && !m_made.chunks.empty() && m_prose.is(i, u"that")) {
        const ChunkKind before = m_made.chunks.back().kind;
        // "an order for lithography tools that Zeta placed"
        const std::size_t count = m_made.chunks.size();
        const bool isObject = before == ChunkKind::Other && count > 1 &&
                              m_made.chunks[count - 2].kind == ChunkKind::Preposition;
        if (before == ChunkKind::Noun || before == ChunkKind::Goods || before == ChunkKind::Money ||
            before == ChunkKind::Party || isObject)
            return add(ChunkKind::Who, i, end);
        if (before == ChunkKind::Says || mentionAt(end) != nullptr)
            return add(ChunkKind::Clause, i, end);
    }
    return add(ChunkKind::Determiner, i, end, meaning.value);
}

int ChunkBuilder::addPeople(int i, int end)
{
    const Mention* of = nullptr;
    if (end + 1 < m_made.sentence.last &&
        (m_prose.words(end) == u"of" || m_prose.words(end) == u"at"))
        of = mentionAt(end + 1);
    if (of != nullptr && !of->isProduct)
        return addFirm(of->firm, i, of->last);
    // "5% of its staff" is no share of the firm.
    const std::size_t count = m_made.chunks.size();
    const bool isPart = count > 2 && m_made.chunks[count - 2].kind == ChunkKind::Preposition &&
                        m_made.chunks[count - 3].kind == ChunkKind::Percent;
    if (m_made.chunks.empty() || m_made.chunks.back().kind != ChunkKind::Party || isPart)
        return addOther(i, i + 1);
    m_made.chunks.back().last = end;
    m_made.parties.back().isPossessive = false;
    if (m_made.subject < 0)
        m_made.subject = m_made.chunks.back().index;
    return end;
}

int ChunkBuilder::addNoun(int i, int end, const Meaning& meaning)
{
    if (end == i + 1 && m_prose.is(i, u"worth"))
        return add(ChunkKind::Worth, i, end);
    if (look(i, in(Category::Collective)) && isGroup(end))
        return addCollective(i, end);
    return add(ChunkKind::Noun, i, end, meaning.value);
}

bool ChunkBuilder::isBackerNoun(int i, int end) const
{
    const auto noun = look(end - 1, in(Category::Noun));
    if (!noun || noun->value != static_cast<std::uint16_t>(Thing::Backer) ||
        end >= m_made.sentence.last || i + 1 > end)
        return false;
    const QStringView next = m_prose.words(end);
    return next == u"in" || next == u"of" || next.startsWith(u"includ") || next == u"are" ||
           next == u"such" || next == u"like";
}

bool ChunkBuilder::isGroup(int end) const
{
    const int next = end < m_made.sentence.last && m_prose.isMark(end, u',') ? end + 1 : end;
    // "led backers who poured $2 billion into Zeta"
    if (next == end && next < m_made.sentence.last && m_prose.words(next) == u"who")
        return true;
    if (next >= m_made.sentence.last || m_prose.words(next) != u"including")
        return false;
    for (auto it = m_made.chunks.rbegin(); it != m_made.chunks.rend(); ++it) {
        if (it->kind == ChunkKind::Party)
            return false;
        if (it->kind != ChunkKind::Other && it->kind != ChunkKind::Adverb)
            return true;
    }
    return true;
}

int ChunkBuilder::addCollective(int i, int end)
{
    Party party;
    party.isCollective = true;
    m_made.parties.push_back(std::move(party));
    return add(ChunkKind::Collective, i, end, 0, static_cast<int>(m_made.parties.size()) - 1);
}

int ChunkBuilder::addOther(int i, int end)
{
    // Neighbouring unknown words are one chunk.
    if (!m_made.chunks.empty() && m_made.chunks.back().kind == ChunkKind::Other &&
        m_made.chunks.back().last == i) {
        m_made.chunks.back().last = end;
        return end;
    }
    return add(ChunkKind::Other, i, end);
}

} // namespace gyre
