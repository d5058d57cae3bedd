// The maker of a sentence’s chunks: marks and names here, small words and references each in a file
// of their own. For chunks.cpp and its neighbours alone.
#pragma once

#include "graph/briefing/chunks.h"
#include "graph/briefing/references.h"

namespace gyre {

/// What a word may be in a sentence.
constexpr CategorySet grammar =
    in(Category::Verb) | in(Category::Noun) | in(Category::Goods) | in(Category::Metric) |
    in(Category::Preposition) | in(Category::Determiner) | in(Category::Pronoun) |
    in(Category::Auxiliary) | in(Category::Negation) | in(Category::And) | in(Category::Who) |
    in(Category::Clause) | in(Category::Says) | in(Category::Adverb) | in(Category::Stop) |
    in(Category::Collective) | in(Category::Descriptor) | in(Category::Demonym) |
    in(Category::Hedge) | in(Category::People);

class ChunkBuilder
{
public:
    ChunkBuilder(const Analysis& analysis, const Sentence& sentence, Cursor& cursor,
                 Discourse& discourse)
        : m_analysis(analysis)
        , m_prose(analysis.prose)
        , m_lexicon(analysis.lexicon)
        , m_cursor(cursor)
        , m_discourse(discourse)
    {
        m_made.sentence = sentence;
        m_made.chunks.reserve(static_cast<std::size_t>(sentence.size()));
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

    [[nodiscard]] const Mention* mentionAt(int token) const;

    int add(ChunkKind kind, int first, int last, int value = 0, int index = -1,
            Form form = Form::None);

    int addAt(int i);

    int addMark(int i);

    /// "Nvidia-backed", "the OpenAI-Amazon deal"; other hyphens say nothing.
    int addHyphen(int i);

    int addPerson(const PersonMention& person);

    /// "($1.5 billion)" says a sum again and stands in nobody's way.
    int conversionEnd(int i);

    int addMention(const Mention& mention);

    /// "’s cloud unit": a division without a name; `last` where there is none.
    [[nodiscard]] int partEnd(int last) const;

    int addParty(Party party, int first, int last);

    /// A verb of help right before.
    [[nodiscard]] bool isBehindService() const;

    /// The firm that is helped, where one is: "advised Zeta on its".
    [[nodiscard]] std::vector<int> served() const;

    void speak(const Party& party, float weight);

    /// "Nvidia shares": the firm is no subject.
    [[nodiscard]] bool isNounBehind(int i) const;

    [[nodiscard]] bool isGoverned() const;

    [[nodiscard]] bool isBehindOf() const;

    void trimRecent();

    /// "the [French] chipmaker", "its investor", "the ChatGPT company", "the Japanese", "both".
    int addDescription(int i);

    /// "a Chinese start-up": says what a firm is and stands for none.
    int passOver(int first, int from);

    /// "both", "the two" stand by themselves; other plurals need "the".
    int addPlural(int i, const Meaning& found);

    int describe(int first, int from);

    /// "the Japanese sold": no noun behind.
    [[nodiscard]] bool standsAlone(int i) const;

    [[nodiscard]] bool isMaker(int i) const;

    int addFirm(int firm, int first, int last);

    int addDescriptor(int first, int at, const Meaning& found, QStringView country,
                      const Mention* product);

    /// "Zeta, the Japanese group, bought": says who Zeta is.
    [[nodiscard]] bool isApposition(int end) const;

    /// "became the first company": says it of the subject.
    [[nodiscard]] bool isPredicate() const;

    /// "The $60 million it raised puts it at": the second clause is the sum's, and not the firm's.
    [[nodiscard]] bool isInsideOpening() const;

    /// A clause behind "and" or a comma that this party opens.
    [[nodiscard]] bool isDoerOf(const Chunk& behind, const Chunk& party, const Chunk& before) const;

    /// The subject of the clause that is open, once its verb has come: "Meta bought the company" is
    /// another company, "Meta said the company bought" may be the same.
    [[nodiscard]] int clauseSubject() const;

    /// "Zeta bought a tenth of Acme, valuing the company at": the one firm beside the clause's
    /// subject that the sentence has named.
    [[nodiscard]] std::vector<int> onlyOther(const Reference& reference) const;

    int addReference(const Reference& reference, int first, int last);

    /// "buy up to $5 billion": the "up" is the figure’s.
    [[nodiscard]] int figureBehind(int i) const;

    /// Of the meanings of a phrase the longest, and of those the one its place asks for.
    [[nodiscard]] std::optional<Meaning> meaningAt(int i, CategorySet wanted) const;

    [[nodiscard]] int rank(const Meaning& meaning, int i) const;

    /// Behind an article, a possessive, a figure or an adjective stands a noun.
    [[nodiscard]] bool isNounPlace(int next) const;

    /// "funds OpenAI", "shares its revenue", "stakes $5 billion": a verb's object follows.
    [[nodiscard]] bool startsObject(int i) const;

    /// Behind an article, an owner or a preposition other than "to": no place for a verb.
    [[nodiscard]] bool isWithinNounPhrase() const;

    /// "a source", "the price": no form of a verb stands behind an article.
    [[nodiscard]] bool isNoVerb(const Meaning& meaning) const;

    /// "a deal valued at $5 billion": the price of the deal, no firm's value.
    [[nodiscard]] bool isValuedDeal(int i, const Meaning& meaning) const;

    /// "has a stake", "had in Zeta": there "have" is a verb of its own.
    [[nodiscard]] bool mayHave(int next) const;

    /// "its planned purchase": a participle behind an article or owner is an adjective.
    [[nodiscard]] bool isAdjective(const Meaning& meaning) const;

    int addWord(int i);

    /// "agreed to buy": "to" belongs to the second verb.
    [[nodiscard]] Meaning withoutTo(int i, const Meaning& verb) const;

    /// "that" behind a noun takes it up, behind a verb it opens a clause.
    int addDeterminer(int i, int end, const Meaning& meaning);

    /// "OpenAI employees", "staff of OpenAI": what they sell is told of their firm.
    int addPeople(int i, int end);

    /// "worth" is a word of its own: "a deal worth", "it is worth".
    int addNoun(int i, int end, const Meaning& meaning);

    /// "the other investors in Zeta", "its existing investors include".
    [[nodiscard]] bool isBackerNoun(int i, int end) const;

    /// "Investors including Zeta poured": they do it; "its investors, including Zeta" says whose.
    [[nodiscard]] bool isGroup(int end) const;

    int addCollective(int i, int end);

    int addPronoun(int i, int end, int which);

    /// "Zeta led investors who put $2 billion into it": of what others did.
    [[nodiscard]] bool isOfOthers() const;

    [[nodiscard]] bool startsVerb(int i) const;

    /// "Zeta said it would": who speaks.
    [[nodiscard]] std::vector<int> speaker() const;

    /// "it is expected that", "it is not clear".
    [[nodiscard]] bool isEmptySubject(int next) const;

    int addOther(int i, int end);

    static constexpr int productGoods = 0;

    const Analysis& m_analysis;

    const Prose& m_prose;

    const LexiconData& m_lexicon;

    Cursor& m_cursor;

    Discourse& m_discourse;

    Clauses m_made;
};

} // namespace gyre
