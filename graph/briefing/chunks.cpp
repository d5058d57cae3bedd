#include "graph/briefing/chunkbuilder.h"

#include "graph/briefing/lists.h"
#include "graph/briefing/phrases.h"

namespace gyre {

const Mention* ChunkBuilder::mentionAt(int token) const
{
    std::size_t at = m_cursor.mention;
    return itemAt(m_analysis.names.mentions, at, token);
}

int ChunkBuilder::add(ChunkKind kind, int first, int last, int value, int index, Form form)
{
    m_made.chunks.push_back({kind, form, static_cast<std::uint16_t>(value), index, first, last});
    return last;
}

int ChunkBuilder::addAt(int i)
{
    const Amounts& amounts = m_analysis.amounts;
    if (const Figure* figure = itemAt(amounts.figures, m_cursor.figure, i))
        return add(ChunkKind::Money, i, figure->last, 0, static_cast<int>(m_cursor.figure));
    if (const Percent* percent = itemAt(amounts.percents, m_cursor.percent, i))
        return add(ChunkKind::Percent, i, percent->last, 0, static_cast<int>(m_cursor.percent));
    if (const DateMention* date = itemAt(m_analysis.dates, m_cursor.date, i))
        return add(ChunkKind::Date, i, date->last, 0, static_cast<int>(m_cursor.date));
    if (const Mention* mention = itemAt(m_analysis.names.mentions, m_cursor.mention, i))
        return addMention(*mention);
    if (const PersonMention* person = itemAt(m_analysis.names.persons, m_cursor.person, i))
        return addPerson(*person);
    if (m_prose.at(i).kind == TokenKind::Mark)
        return addMark(i);
    if (m_prose.at(i).kind == TokenKind::Possessive)
        return add(ChunkKind::Other, i, i + 1);
    if (const int end = addDescription(i); end > i)
        return end;
    return addWord(i);
}

int ChunkBuilder::addMark(int i)
{
    const QChar mark = m_prose.text[m_prose.at(i).start];
    switch (mark.unicode()) {
    case u',':
        return add(ChunkKind::Comma, i, i + 1);
    case u'(':
    case u'[':
        if (const int end = conversionEnd(i); end > i)
            return end;
        return add(ChunkKind::Open, i, i + 1);
    case u')':
    case u']':
        return add(ChunkKind::Close, i, i + 1);
    case u';':
    case u':':
    case u'\u2014':
    case u'\u2013':
        return add(ChunkKind::Break, i, i + 1);
    case u'-':
        return m_prose.at(i).isGlued ? addHyphen(i) : add(ChunkKind::Break, i, i + 1);
    case u'&':
        return add(ChunkKind::And, i, i + 1);
    default:
        return i + 1;
    }
}

int ChunkBuilder::addHyphen(int i)
{
    const bool isInside = i + 1 < m_made.sentence.last && m_prose.at(i + 1).isGlued;
    if (!isInside || m_made.chunks.empty() || m_made.chunks.back().last != i ||
        m_made.chunks.back().kind != ChunkKind::Party)
        return i + 1;
    if (mentionAt(i + 1) != nullptr)
        return add(ChunkKind::And, i, i + 1);
    const auto verb = look(i + 1, in(Category::Verb));
    if (verb && (verb->form == Form::Past || verb->form == Form::Participle)) {
        m_made.parties.back().isCompound = true;
        if (m_made.subject == m_made.chunks.back().index)
            m_made.subject = -1;
    }
    return i + 1;
}

int ChunkBuilder::addPerson(const PersonMention& person)
{
    const bool isOwner =
        person.last < m_made.sentence.last && m_prose.at(person.last).kind == TokenKind::Possessive;
    return isOwner ? add(ChunkKind::Other, person.first, person.last + 1)
                   : add(ChunkKind::Person, person.first, person.last);
}

int ChunkBuilder::conversionEnd(int i)
{
    const auto& figures = m_analysis.amounts.figures;
    const Figure* figure = itemAt(figures, m_cursor.figure, i + 1);
    if (figure == nullptr || !figure->isConversion || figure->last >= m_made.sentence.last)
        return i;
    const bool isClosed = m_prose.isMark(figure->last, u')') || m_prose.isMark(figure->last, u']');
    return isClosed ? figure->last + 1 : i;
}

int ChunkBuilder::addMention(const Mention& mention)
{
    // "ChatGPT creator OpenAI": the name behind says who it is.
    if (mention.isProduct && mention.last < m_made.sentence.last && isMaker(mention.last))
        if (const Mention* maker = mentionAt(mention.last + 1);
            maker != nullptr && !maker->isProduct) {
            ++m_cursor.mention;
            return add(ChunkKind::Descriptor, mention.first, mention.last + 1);
        }
    // "the ChatGPT maker" was taken as a description; a product alone is no party.
    if (mention.isProduct)
        return add(ChunkKind::Goods, mention.first, mention.last, productGoods);
    Party party;
    party.firms = {mention.firm};
    const int end = partEnd(mention.last);
    if (end > mention.last)
        party.part = m_prose.span(mention.last + 1, end).in(m_prose.text).toString();
    return addParty(std::move(party), mention.first, end);
}

int ChunkBuilder::partEnd(int last) const
{
    constexpr int widestPart = 4;
    if (last >= m_made.sentence.last || m_prose.at(last).kind != TokenKind::Possessive)
        return last;
    for (int i = last + 1; i < std::min(last + 1 + widestPart, m_made.sentence.last); ++i) {
        if (const auto part = look(i, in(Category::Part)))
            return i + part->length;
        if (mentionAt(i) != nullptr || m_prose.at(i).kind == TokenKind::Number ||
            m_prose.at(i).kind == TokenKind::Possessive ||
            (m_prose.at(i).kind == TokenKind::Mark && !m_prose.at(i).isGlued) ||
            look(i, in(Category::Preposition) | in(Category::CurrencySign) |
                        in(Category::Auxiliary) | in(Category::Says) | in(Category::And)))
            return last;
    }
    return last;
}

int ChunkBuilder::addParty(Party party, int first, int last)
{
    if (last < m_made.sentence.last && m_prose.at(last).kind == TokenKind::Possessive) {
        party.isPossessive = true;
        ++last;
    }
    // "Spotify founder Ada Byte": the person acts, not the firm.
    party.isCompound = !party.isPossessive && look(last, in(Category::Title)).has_value();
    party.isServed = !party.isPossessive && isBehindService();
    const bool isModifier = !party.isPossessive && isNounBehind(last);
    const bool isSubject =
        m_made.subject < 0 && !isGoverned() && !party.isPossessive && !isModifier;
    speak(party, isSubject            ? 2.0F
                 : isModifier         ? 0.3F
                 : isBehindOf()       ? 0.5F
                 : party.isPossessive ? 0.7F
                                      : 1.0F);
    m_made.parties.push_back(std::move(party));
    const int index = static_cast<int>(m_made.parties.size()) - 1;
    if (isSubject)
        m_made.subject = index;
    return add(ChunkKind::Party, first, last, 0, index);
}

bool ChunkBuilder::isBehindService() const
{
    if (m_made.chunks.empty())
        return false;
    const int word = m_made.chunks.back().last - 1;
    return look(word, in(Category::Service)).has_value();
}

std::vector<int> ChunkBuilder::served() const
{
    for (auto it = m_made.chunks.rbegin(); it != m_made.chunks.rend(); ++it) {
        if (it->kind == ChunkKind::Clause || it->kind == ChunkKind::Break)
            break;
        if (it->kind != ChunkKind::Party)
            continue;
        const Party& party = m_made.parties[static_cast<std::size_t>(it->index)];
        if (party.isServed)
            return party.firms;
    }
    return {};
}

void ChunkBuilder::speak(const Party& party, float weight)
{
    for (const int firm : party.firms)
        m_discourse.recent.push_back({firm, m_discourse.sentence, weight});
    trimRecent();
}

bool ChunkBuilder::isNounBehind(int i) const
{
    const auto next = look(i, in(Category::Noun) | in(Category::Goods) | in(Category::Metric) |
                                  in(Category::People));
    // "every Nvidia share it had": firms have no articles of their own.
    const bool isArticled =
        !m_made.chunks.empty() && m_made.chunks.back().kind == ChunkKind::Determiner;
    return next && (isArticled || !startsObject(i + next->length));
}

bool ChunkBuilder::isGoverned() const
{
    for (auto it = m_made.chunks.rbegin(); it != m_made.chunks.rend(); ++it) {
        if (it->kind == ChunkKind::Preposition)
            return true;
        if (it->kind != ChunkKind::Determiner && it->kind != ChunkKind::Descriptor &&
            it->kind != ChunkKind::Other)
            return false;
    }
    return false;
}

bool ChunkBuilder::isBehindOf() const
{
    return !m_made.chunks.empty() && m_made.chunks.back().kind == ChunkKind::Preposition &&
           m_made.chunks.back().value == static_cast<std::uint16_t>(Place::Of);
}

void ChunkBuilder::trimRecent()
{
    constexpr std::size_t kept = 64;
    if (m_discourse.recent.size() > 2 * kept)
        m_discourse.recent.erase(m_discourse.recent.begin(),
                                 m_discourse.recent.end() - static_cast<std::ptrdiff_t>(kept));
}

Clauses chunked(const Analysis& analysis, const Sentence& sentence, Cursor& cursor,
                Discourse& discourse)
{
    Clauses made = ChunkBuilder(analysis, sentence, cursor, discourse).build();
    joinPhrases(made, analysis);
    joinLists(made, analysis.prose);
    markOpenLists(made);
    markModifiers(made);
    if (made.subject >= 0) {
        const auto& firms = made.parties[static_cast<std::size_t>(made.subject)].firms;
        discourse.topic = firms.size() == 1 ? firms.front() : -1;
    }
    ++discourse.sentence;
    return made;
}

} // namespace gyre
