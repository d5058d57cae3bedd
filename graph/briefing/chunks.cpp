#include "graph/briefing/chunks.h"

#include "graph/briefing/lists.h"
#include "graph/briefing/phrases.h"
#include "graph/briefing/references.h"

namespace gyre {

namespace {

constexpr CategorySet grammar =
    in(Category::Verb) | in(Category::Noun) | in(Category::Goods) | in(Category::Metric) |
    in(Category::Preposition) | in(Category::Determiner) | in(Category::Pronoun) |
    in(Category::Auxiliary) | in(Category::Negation) | in(Category::And) | in(Category::Who) |
    in(Category::Clause) | in(Category::Says) | in(Category::Adverb) | in(Category::Stop) |
    in(Category::Collective) | in(Category::Descriptor) | in(Category::Demonym) |
    in(Category::Hedge) | in(Category::People);

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

class Builder
{
public:
    Builder(const Analysis& analysis, const Sentence& sentence, Cursor& cursor,
            Discourse& discourse)
        : m_analysis(analysis)
        , m_prose(analysis.prose)
        , m_lexicon(analysis.lexicon)
        , m_cursor(cursor)
        , m_discourse(discourse)
    {
        m_made.sentence = sentence;
    }

    Clauses build()
    {
        const Sentence& sentence = m_made.sentence;
        for (int i = sentence.first; i < sentence.last;)
            i = std::max(i + 1, addAt(i));

        return std::move(m_made);
    }

private:
    template<typename Item>
    const Item* itemAt(const std::vector<Item>& items, std::size_t& at, int token) const
    {
        while (at < items.size() && items[at].first < token)
            ++at;
        return at < items.size() && items[at].first == token ? &items[at] : nullptr;
    }

    [[nodiscard]] std::optional<Meaning> look(int i, CategorySet wanted) const
    {
        if (i < m_made.sentence.first || i >= m_made.sentence.last)
            return std::nullopt;
        return m_lexicon.phrases.longest(m_prose.tokens, i, m_made.sentence.last, wanted);
    }

    [[nodiscard]] const Mention* mentionAt(int token) const
    {
        std::size_t at = m_cursor.mention;
        return itemAt(m_analysis.names.mentions, at, token);
    }

    int add(ChunkKind kind, int first, int last, int value = 0, int index = -1,
            Form form = Form::None)
    {
        m_made.chunks.push_back(
            {kind, form, static_cast<std::uint16_t>(value), index, first, last});
        return last;
    }

    int addAt(int i)
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

    int addMark(int i)
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

    /// "Nvidia-backed", "the OpenAI-Amazon deal"; other hyphens say nothing.
    int addHyphen(int i)
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

    int addPerson(const PersonMention& person)
    {
        const bool isOwner = person.last < m_made.sentence.last &&
                             m_prose.at(person.last).kind == TokenKind::Possessive;
        return isOwner ? add(ChunkKind::Other, person.first, person.last + 1)
                       : add(ChunkKind::Person, person.first, person.last);
    }

    /// "($1.5 billion)" says a sum again and stands in nobody's way.
    int conversionEnd(int i)
    {
        const auto& figures = m_analysis.amounts.figures;
        const Figure* figure = itemAt(figures, m_cursor.figure, i + 1);
        if (figure == nullptr || !figure->isConversion || figure->last >= m_made.sentence.last)
            return i;
        const bool isClosed =
            m_prose.isMark(figure->last, u')') || m_prose.isMark(figure->last, u']');
        return isClosed ? figure->last + 1 : i;
    }

    int addMention(const Mention& mention)
    {
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

    /// "’s cloud unit": a division without a name; `last` where there is none.
    [[nodiscard]] int partEnd(int last) const
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

    int addParty(Party party, int first, int last)
    {
        if (last < m_made.sentence.last && m_prose.at(last).kind == TokenKind::Possessive) {
            party.isPossessive = true;
            ++last;
        }
        // "Spotify founder Ada Byte": the person acts, not the firm.
        party.isCompound = !party.isPossessive && look(last, in(Category::Title)).has_value();
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

    void speak(const Party& party, float weight)
    {
        for (const int firm : party.firms)
            m_discourse.recent.push_back({firm, m_discourse.sentence, weight});
        trimRecent();
    }

    /// "Nvidia shares": the firm is no subject.
    [[nodiscard]] bool isNounBehind(int i) const
    {
        const auto next = look(i, in(Category::Noun) | in(Category::Goods) | in(Category::Metric) |
                                      in(Category::People));
        // "every Nvidia share it had": firms have no articles of their own.
        const bool isArticled =
            !m_made.chunks.empty() && m_made.chunks.back().kind == ChunkKind::Determiner;
        return next && (isArticled || !startsObject(i + next->length));
    }

    [[nodiscard]] bool isGoverned() const
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

    [[nodiscard]] bool isBehindOf() const
    {
        return !m_made.chunks.empty() && m_made.chunks.back().kind == ChunkKind::Preposition &&
               m_made.chunks.back().value == static_cast<std::uint16_t>(Place::Of);
    }

    void trimRecent()
    {
        constexpr std::size_t kept = 64;
        if (m_discourse.recent.size() > 2 * kept)
            m_discourse.recent.erase(m_discourse.recent.begin(),
                                     m_discourse.recent.end() - static_cast<std::ptrdiff_t>(kept));
    }

    /// "the [French] chipmaker", "its investor", "the ChatGPT company", "the Japanese", "both".
    int addDescription(int i)
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

    /// "a Chinese start-up": says what a firm is and stands for none.
    int passOver(int first, int from)
    {
        if (look(first, in(Category::Collective)))
            return first;
        for (int i = from; i < std::min(from + widestDescription, m_made.sentence.last); ++i) {
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

    /// "both", "the two" stand by themselves; other plurals need "the".
    int addPlural(int i, const Meaning& found)
    {
        const DescriptorRow& row = m_lexicon.descriptors[found.value];
        const bool isBoth = m_prose.words(i).compare(u"both", Qt::CaseInsensitive) == 0;
        if (!row.isPlural || !isBoth)
            return i;
        return addReference({row.kinds, true, false, Role::None, {}, -1}, i, i + found.length);
    }

    int describe(int first, int from)
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
            if (product != nullptr && isMaker(i))
                return addFirm(product->firm, first, i + 1);
            if (look(i, grammar & ~in(Category::Adverb)) || m_prose.at(i).kind != TokenKind::Word)
                return first;
        }
        return first;
    }

    /// "the Japanese sold": no noun behind.
    [[nodiscard]] bool standsAlone(int i) const
    {
        return look(i, in(Category::Verb) | in(Category::Auxiliary) | in(Category::Says) |
                           in(Category::Adverb) | in(Category::Stop))
            .has_value();
    }

    [[nodiscard]] bool isMaker(int i) const
    {
        static constexpr std::array makers{u"maker",     u"creator", u"owner",
                                           u"developer", u"parent",  u"inventor",
                                           u"operator",  u"company", u"provider"};
        return std::any_of(makers.begin(), makers.end(), [this, i](const char16_t* word) {
            return m_prose.words(i).compare(QStringView(word), Qt::CaseInsensitive) == 0;
        });
    }

    int addFirm(int firm, int first, int last)
    {
        Party party;
        party.firms = {firm};
        party.isReference = true;
        return addParty(std::move(party), first, last);
    }

    int addDescriptor(int first, int at, const Meaning& found, QStringView country,
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

    /// "Zeta, the Japanese group, bought": says who Zeta is.
    [[nodiscard]] bool isApposition(int end) const
    {
        const std::size_t count = m_made.chunks.size();
        if (count < 2 || m_made.chunks[count - 1].kind != ChunkKind::Comma ||
            m_made.chunks[count - 2].kind != ChunkKind::Party)
            return false;
        return end >= m_made.sentence.last || m_prose.isMark(end, u',') ||
               m_prose.isMark(end, u'.');
    }

    /// "became the first company": says it of the subject.
    [[nodiscard]] bool isPredicate() const
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

    /// The subject of the clause that is open, once its verb has come: "Meta bought the company" is
    /// another company, "Meta said the company bought" may be the same.
    [[nodiscard]] int clauseSubject() const
    {
        if (m_made.subject < 0)
            return -1;
        const auto& firms = m_made.parties[static_cast<std::size_t>(m_made.subject)].firms;
        if (firms.size() != 1)
            return -1;
        bool hasVerb = false;
        for (auto it = m_made.chunks.rbegin(); it != m_made.chunks.rend(); ++it) {
            if (it->kind == ChunkKind::Says || it->kind == ChunkKind::Clause ||
                it->kind == ChunkKind::Who || it->kind == ChunkKind::Break)
                return -1;
            hasVerb = hasVerb || it->kind == ChunkKind::Verb || it->kind == ChunkKind::Stop;
            if (it->kind == ChunkKind::Party && it->index == m_made.subject)
                return hasVerb ? firms.front() : -1;
        }
        return -1;
    }

    int addReference(const Reference& reference, int first, int last)
    {
        Party party;
        party.firms = resolved(reference, m_discourse, m_analysis.names, m_lexicon);
        party.isReference = true;
        if (party.firms.empty())
            return add(ChunkKind::Descriptor, first, last);
        return addParty(std::move(party), first, last);
    }

    /// "buy up to $5 billion": the "up" is the figure’s.
    [[nodiscard]] int figureBehind(int i) const
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

    /// Of the meanings of a phrase the longest, and of those the one its place asks for.
    [[nodiscard]] std::optional<Meaning> meaningAt(int i, CategorySet wanted) const
    {
        std::optional<Meaning> best;
        m_lexicon.phrases.each(
            m_prose.tokens, i, figureBehind(i), wanted, [&](const Meaning& meaning) {
                if (!best || meaning.length > best->length ||
                    (meaning.length == best->length && rank(meaning, i) > rank(*best, i)))
                    best = meaning;
            });
        return best;
    }

    [[nodiscard]] int rank(const Meaning& meaning, int i) const
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
            return 4;
        case Category::Goods:
            return 4;
        case Category::Preposition:
            return 4;
        case Category::Says:
            return 3;
        case Category::Stop:
            return 2;
        case Category::Collective:
        case Category::People:
            return 4;
        case Category::Auxiliary:
            return 3;
        default:
            return 1;
        }
    }

    /// Behind an article, a possessive, a figure or an adjective stands a noun.
    [[nodiscard]] bool isNounPlace(int next) const
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

    /// "funds OpenAI", "shares its revenue", "stakes $5 billion": a verb's object follows.
    [[nodiscard]] bool startsObject(int i) const
    {
        if (i >= m_made.sentence.last)
            return false;
        return mentionAt(i) != nullptr || m_prose.at(i).kind == TokenKind::Number ||
               m_prose.at(i).kind == TokenKind::Mark ||
               look(i, in(Category::Determiner) | in(Category::Pronoun) |
                           in(Category::CurrencySign) | in(Category::Goods) | in(Category::Hedge))
                   .has_value();
    }

    /// "a source", "the price": no form of a verb stands behind an article.
    [[nodiscard]] bool isNoVerb(const Meaning& meaning) const
    {
        if (meaning.form != Form::Base && meaning.form != Form::Third)
            return false;
        if (m_made.chunks.empty())
            return false;
        const Chunk& before = m_made.chunks.back();
        return before.kind == ChunkKind::Determiner ||
               (before.kind == ChunkKind::Preposition &&
                before.value != static_cast<std::uint16_t>(Place::To)) ||
               (before.kind == ChunkKind::Party &&
                m_made.parties[static_cast<std::size_t>(before.index)].isPossessive);
    }

    /// "a deal valued at $5 billion": the price of the deal, no firm's value.
    [[nodiscard]] bool isValuedDeal(int i, const Meaning& meaning) const
    {
        if (meaning.form != Form::Past || m_made.chunks.empty() ||
            m_made.chunks.back().kind != ChunkKind::Noun ||
            !m_prose.words(i).startsWith(u"valued", Qt::CaseInsensitive))
            return false;
        const auto thing = static_cast<Thing>(m_made.chunks.back().value);
        return thing == Thing::Deal || thing == Thing::Acquisition || thing == Thing::Order ||
               thing == Thing::Investment;
    }

    /// "has a stake", "had in Zeta": there "have" is a verb of its own.
    [[nodiscard]] bool mayHave(int next) const
    {
        return startsObject(next) || look(next, in(Category::Preposition)).has_value();
    }

    /// "its planned purchase": a participle behind an article or owner is an adjective.
    [[nodiscard]] bool isAdjective(const Meaning& meaning) const
    {
        if (meaning.form != Form::Past && meaning.form != Form::Participle)
            return false;
        if (m_made.chunks.empty())
            return false;
        const Chunk& before = m_made.chunks.back();
        return before.kind == ChunkKind::Determiner ||
               (before.kind == ChunkKind::Preposition &&
                before.value != static_cast<std::uint16_t>(Place::To)) ||
               (before.kind == ChunkKind::Party &&
                m_made.parties[static_cast<std::size_t>(before.index)].isPossessive);
    }

    int addWord(int i)
    {
        auto meaning = meaningAt(i, grammar);
        // "a contract for": what is no verb here may be a noun.
        if (meaning && meaning->category == Category::Verb &&
            (isAdjective(*meaning) || isNoVerb(*meaning)))
            meaning = meaningAt(i, grammar & ~in(Category::Verb));
        if (!meaning)
            return addOther(i);
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
            return add(ChunkKind::Stop, i, end);
        case Category::Collective:
            if (isBackerNoun(i, end))
                return add(ChunkKind::Noun, i, end, static_cast<int>(Thing::Backer));
            return addCollective(i, end);
        default:
            return addOther(i);
        }
    }

    /// "agreed to buy": "to" belongs to the second verb.
    [[nodiscard]] Meaning withoutTo(int i, const Meaning& verb) const
    {
        const int last = i + verb.length - 1;
        if (verb.length < 2 || m_prose.words(last) != u"to" ||
            !look(last + 1, in(Category::Verb)) || mentionAt(last + 1) != nullptr)
            return verb;
        return m_lexicon.phrases.longest(m_prose.tokens, i, last, in(Category::Verb))
            .value_or(verb);
    }

    /// "that" behind a noun takes it up, behind a verb it opens a clause.
    int addDeterminer(int i, int end, const Meaning& meaning)
    {
        if (end == i + 1 && !m_made.chunks.empty() &&
            m_prose.words(i).compare(u"that", Qt::CaseInsensitive) == 0) {
            const ChunkKind before = m_made.chunks.back().kind;
            if (before == ChunkKind::Noun || before == ChunkKind::Goods ||
                before == ChunkKind::Money || before == ChunkKind::Party)
                return add(ChunkKind::Who, i, end);
            if (before == ChunkKind::Says || mentionAt(end) != nullptr)
                return add(ChunkKind::Clause, i, end);
        }
        return add(ChunkKind::Determiner, i, end, meaning.value);
    }

    /// "OpenAI employees", "staff of OpenAI": what they sell is told of their firm.
    int addPeople(int i, int end)
    {
        const Mention* of = nullptr;
        if (end + 1 < m_made.sentence.last &&
            (m_prose.words(end) == u"of" || m_prose.words(end) == u"at"))
            of = mentionAt(end + 1);
        if (of != nullptr && !of->isProduct)
            return addFirm(of->firm, i, of->last);
        if (m_made.chunks.empty() || m_made.chunks.back().kind != ChunkKind::Party)
            return addOther(i);
        m_made.chunks.back().last = end;
        m_made.parties.back().isPossessive = false;
        if (m_made.subject < 0)
            m_made.subject = m_made.chunks.back().index;
        return end;
    }

    /// "worth" is a word of its own: "a deal worth", "it is worth".
    int addNoun(int i, int end, const Meaning& meaning)
    {
        if (end == i + 1 && m_prose.words(i).compare(u"worth", Qt::CaseInsensitive) == 0)
            return add(ChunkKind::Worth, i, end);
        return add(ChunkKind::Noun, i, end, meaning.value);
    }

    /// "the other investors in Zeta", "its existing investors include".
    [[nodiscard]] bool isBackerNoun(int i, int end) const
    {
        const auto noun = look(end - 1, in(Category::Noun));
        if (!noun || noun->value != static_cast<std::uint16_t>(Thing::Backer) ||
            end >= m_made.sentence.last || i + 1 > end)
            return false;
        const QStringView next = m_prose.words(end);
        return next == u"in" || next == u"of" || next.startsWith(u"includ") || next == u"are" ||
               next == u"such" || next == u"like";
    }

    int addCollective(int i, int end)
    {
        Party party;
        party.isCollective = true;
        m_made.parties.push_back(std::move(party));
        return add(ChunkKind::Collective, i, end, 0, static_cast<int>(m_made.parties.size()) - 1);
    }

    int addPronoun(int i, int end, int which)
    {
        if (which == Who)
            return add(ChunkKind::Other, i, end);
        if ((which == It || which == They) && isEmptySubject(end))
            return add(ChunkKind::Other, i, end);
        Reference reference;
        Party party;
        party.isReference = true;
        party.isPossessive = which == Its || which == Their;
        if (which == It || which == They)
            party.firms = speaker();
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

    [[nodiscard]] bool startsVerb(int i) const
    {
        return look(i, in(Category::Verb) | in(Category::Auxiliary) | in(Category::Says) |
                           in(Category::Stop))
            .has_value();
    }

    /// "Zeta said it would": who speaks.
    [[nodiscard]] std::vector<int> speaker() const
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

    /// "it is expected that", "it is not clear".
    [[nodiscard]] bool isEmptySubject(int next) const
    {
        const auto auxiliary = look(next, in(Category::Auxiliary));
        if (!auxiliary)
            return false;
        for (int i = next; i < std::min(next + 5, m_made.sentence.last); ++i)
            if (m_prose.words(i).compare(u"that", Qt::CaseInsensitive) == 0 ||
                m_prose.words(i).compare(u"clear", Qt::CaseInsensitive) == 0 ||
                m_prose.words(i).compare(u"unclear", Qt::CaseInsensitive) == 0)
                return true;
        return false;
    }

    int addOther(int i)
    {
        // Neighbouring unknown words are one chunk.
        if (!m_made.chunks.empty() && m_made.chunks.back().kind == ChunkKind::Other &&
            m_made.chunks.back().last == i) {
            m_made.chunks.back().last = i + 1;
            return i + 1;
        }
        return add(ChunkKind::Other, i, i + 1);
    }

    static constexpr int productGoods = 0;

    const Analysis& m_analysis;
    const Prose& m_prose;
    const LexiconData& m_lexicon;
    Cursor& m_cursor;
    Discourse& m_discourse;
    Clauses m_made;
};

} // namespace

Clauses chunked(const Analysis& analysis, const Sentence& sentence, Cursor& cursor,
                Discourse& discourse)
{
    Clauses made = Builder(analysis, sentence, cursor, discourse).build();
    joinPhrases(made);
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
