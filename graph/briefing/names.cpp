#include "graph/briefing/names.h"

#include "graph/briefing/lexicondata.h"

#include <QHash>
#include <QSet>

namespace gyre {

namespace {

constexpr CategorySet knownNames = in(Category::Firm) | in(Category::Outlet) | in(Category::Place) |
                                   in(Category::Product) | in(Category::Person);
constexpr CategorySet neverFirms =
    in(Category::Place) | in(Category::Outlet) | in(Category::Month) | in(Category::Weekday) |
    in(Category::Demonym) | in(Category::Title) | in(Category::Person);
/// A line that names something and says nothing: a publisher, a byline, a heading of a section.
constexpr CategorySet sayings = in(Category::Verb) | in(Category::Auxiliary) | in(Category::Says) |
                                in(Category::Stop) | in(Category::CurrencySign) |
                                in(Category::Currency);
constexpr int longestLabel = 12;
constexpr int longestName = 6;

bool hasInnerCapital(QStringView word)
{
    for (qsizetype i = 1; i < word.size(); ++i)
        if (word[i].isUpper() && word[i - 1].isLower())
            return true;
    return false;
}

/// A spelling is met in its own case, in capitals, or, if it is unmistakable, in any case.
bool agreesInCase(QStringView surface, QStringView spelling)
{
    if (surface == spelling)
        return true;
    const bool isCapital = surface.front().isUpper();
    if (spelling.front().isUpper() && isCapital)
        return true;
    return hasInnerCapital(spelling) || (isCapital && hasInnerCapital(surface)) ||
           surface == spelling.toString().toUpper();
}

class Finder
{
public:
    Finder(const Prose& prose, const LexiconData& lexicon, const QString& publisher)
        : m_prose(prose)
        , m_lexicon(lexicon)
        , m_publisher(publisher)
        , m_firmOfRow(lexicon.firms.size(), -1)
        , m_rowIsSure(lexicon.firms.size(), false)
    {
    }

    Names find()
    {
        findSureRows();
        for (std::size_t s = 0; s < m_prose.sentences.size(); ++s) {
            const Sentence& sentence = m_prose.sentences[s];
            m_sentence = sentence;
            m_isHeading = isHeading(sentence) || isLabel(s);
            for (int i = sentence.first; i < sentence.last;)
                i = std::max(i + 1, readAt(i));
        }
        return std::move(m_names);
    }

private:
    struct Known
    {
        Category category = Category::Count;
        std::uint16_t value = 0;
        int length = 0;
    };

    [[nodiscard]] const Token& token(int i) const { return m_prose.at(i); }

    [[nodiscard]] std::optional<Meaning> look(int i, CategorySet wanted) const
    {
        if (i < m_sentence.first || i >= m_sentence.last)
            return std::nullopt;
        return m_lexicon.phrases.longest(m_prose.tokens, i, m_sentence.last, wanted);
    }

    /// Of the known names at `i` the longest whose case is right.
    [[nodiscard]] std::optional<Known> knownAt(int i, int end) const
    {
        std::optional<Known> best;
        m_lexicon.phrases.each(m_prose.tokens, i, end, knownNames, [&](const Meaning& meaning) {
            if (best && meaning.length <= best->length && best->category == Category::Firm)
                return;
            if (best && meaning.length < best->length)
                return;
            const QStringView surface = m_prose.span(i, i + meaning.length).in(m_prose.text);
            const bool agrees =
                meaning.category == Category::Firm
                    ? agreesInCase(surface, m_lexicon.spellings[meaning.value].surface)
                    : surface.front().isUpper();
            if (agrees)
                best = Known{meaning.category, meaning.value, meaning.length};
        });
        return best;
    }

    /// Firms that the text names by an unmistakable spelling somewhere.
    void findSureRows()
    {
        for (const Sentence& sentence : m_prose.sentences)
            for (int i = sentence.first; i < sentence.last; ++i) {
                const auto known = knownAt(i, sentence.last);
                if (known && known->category == Category::Firm &&
                    !m_lexicon.spellings[known->value].isAmbiguous)
                    m_rowIsSure[m_lexicon.spellings[known->value].row] = true;
            }
    }

    [[nodiscard]] bool isHeading(const Sentence& sentence) const
    {
        int words = 0;
        int capitals = 0;
        for (int i = sentence.first; i < sentence.last; ++i) {
            if (token(i).kind != TokenKind::Word || token(i).span().length() < 4)
                continue;
            ++words;
            capitals += token(i).isCapital ? 1 : 0;
        }
        return words >= 4 && capitals * 10 >= words * 8 && !m_prose.isMark(sentence.last - 1, u'.');
    }

    /// A line of its own with no verb, figure or full stop.
    [[nodiscard]] bool isLabel(std::size_t number) const
    {
        const Sentence& sentence = m_prose.sentences[number];
        const bool isLine = sentence.startsParagraph && sentence.size() <= longestLabel &&
                            number + 1 < m_prose.sentences.size() &&
                            m_prose.sentences[number + 1].startsParagraph;
        const int last = sentence.last - 1;
        if (!isLine || m_prose.isMark(last, u'.') || m_prose.isMark(last, u'!') ||
            m_prose.isMark(last, u'?'))
            return false;
        for (int i = sentence.first; i < sentence.last; ++i)
            if (m_lexicon.phrases.longest(m_prose.tokens, i, sentence.last, sayings))
                return false;
        return true;
    }

    /// "eBay", "iRobot": a name that starts small.
    [[nodiscard]] bool startsSmall(int i) const
    {
        const QStringView word = m_prose.words(i);
        return word.size() >= 4 && word[0].isLower() &&
               ((word[1].isUpper() && word[2].isLower()) ||
                (word[1].isLower() && word[2].isUpper() && word[3].isLower()));
    }

    int readAt(int i)
    {
        const Token& here = token(i);
        if (here.kind != TokenKind::Word)
            return i + 1;
        if (const auto known = knownAt(i, m_sentence.last)) {
            if (known->category == Category::Firm && isClear(i, *known))
                return addKnown(i, *known);
            if (known->category == Category::Product) {
                const int row = m_lexicon.products[known->value];
                addMention(i, i + known->length, firmOfRow(row), true);
                return i + known->length;
            }
            if (known->category == Category::Person)
                return readPerson(i);
            // An ordinary word after all, or the name of something else.
            if (known->category != Category::Firm || i == m_sentence.first)
                return i + known->length;
        }
        return (here.isCapital || startsSmall(i)) && !m_isHeading ? readUnknown(i) : i + 1;
    }

    /// "Scale raised", "Cursor, valued at": an ordinary word does no such thing.
    [[nodiscard]] bool isDoer(int next) const
    {
        const int verb = next < m_sentence.last && m_prose.isMark(next, u',') ? next + 1 : next;
        const auto meaning = look(verb, in(Category::Verb));
        return meaning && (meaning->form == Form::Past || meaning->form == Form::Participle);
    }

    /// An ambiguous name must be vouched for.
    [[nodiscard]] bool isClear(int i, const Known& known) const
    {
        const FirmSpelling& spelling = m_lexicon.spellings[known.value];
        if (!spelling.isAmbiguous || m_rowIsSure[spelling.row])
            return true;
        const int next = i + known.length;
        const bool continues = next < m_sentence.last && token(next).kind == TokenKind::Word &&
                               token(next).isCapital && !look(next, in(Category::FirmSuffix));
        const bool follows = i > m_sentence.first && token(i - 1).kind == TokenKind::Word &&
                             token(i - 1).isCapital && i - 1 > m_sentence.first;
        if (i == m_sentence.first && !m_isHeading && isDoer(next))
            return true;
        return i > m_sentence.first && !continues && !follows && !m_isHeading;
    }

    int addKnown(int i, const Known& known)
    {
        const FirmSpelling& spelling = m_lexicon.spellings[known.value];
        int end = i + known.length;
        // "Zeta Inc."
        if (end < m_sentence.last && token(end).isCapital && look(end, in(Category::FirmSuffix)) &&
            token(end).span().length() <= 5 && token(end).span().length() >= 3 &&
            (m_prose.words(end) == u"Inc" || m_prose.words(end) == u"Corp" ||
             m_prose.words(end) == u"Ltd" || m_prose.words(end) == u"LLC" ||
             m_prose.words(end) == u"Group"))
            ++end;
        addMention(i, end, firmOfRow(spelling.row), false);
        return end;
    }

    int firmOfRow(int row)
    {
        int& firm = m_firmOfRow[static_cast<std::size_t>(row)];
        if (firm < 0) {
            const FirmRow& known = m_lexicon.firms[static_cast<std::size_t>(row)];
            firm = static_cast<int>(m_names.firms.size());
            m_names.firms.push_back(
                {row, known.name.toString(), known.kind, known.country.toString(), false});
        }
        return firm;
    }

    void addMention(int first, int last, int firm, bool isProduct)
    {
        const bool isPossessive =
            last < m_sentence.last && token(last).kind == TokenKind::Possessive;
        m_names.mentions.push_back({first, last, firm, isPossessive, isProduct});
    }

    /// A given name takes the capitalised words behind it along; the last is remembered.
    int readPerson(int i)
    {
        int end = i + 1;
        while (end < m_sentence.last && end - i < longestName &&
               token(end).kind == TokenKind::Word && token(end).isCapital &&
               !look(end, in(Category::Title)) && !knownFirmAt(end))
            ++end;
        // "Morgan Stanley" and the like were met above; a lone given name is a person too.
        if (end > i + 1 && look(end - 1, in(Category::FirmSuffix)))
            return addUnknown(i, end, false);
        if (end > i + 1)
            m_persons.insert(m_prose.words(end - 1).toString());
        return addPerson(i, end);
    }

    int addPerson(int first, int last)
    {
        m_names.persons.push_back({first, last});
        return last;
    }

    [[nodiscard]] bool mayBeInName(int i) const
    {
        return i < m_sentence.last && token(i).kind == TokenKind::Word && token(i).isCapital &&
               !look(i, neverFirms);
    }

    [[nodiscard]] int nameEnd(int i) const
    {
        int end = i + 1;
        while (end - i < longestName) {
            if (mayBeInName(end) && !knownFirmAt(end)) {
                ++end;
            } else if (end + 1 < m_sentence.last && mayBeInName(end + 1) && token(end).isGlued &&
                       token(end + 1).isGlued &&
                       (m_prose.isMark(end, u'-') || m_prose.isMark(end, u'&'))) {
                end += 2;
            } else {
                break;
            }
        }
        return end;
    }

    [[nodiscard]] bool knownFirmAt(int i) const
    {
        const auto known = knownAt(i, m_sentence.last);
        return known && known->category == Category::Firm && isClear(i, *known);
    }

    /// The first word of a sentence is capitalised anyway.
    [[nodiscard]] bool isOrdinary(int i) const { return look(i, in(Category::NoName)).has_value(); }

    int readUnknown(int i)
    {
        if (m_persons.contains(m_prose.words(i).toString()))
            return addPerson(i, i + 1);
        if (look(i, neverFirms))
            return i + 1;
        if (isOrdinary(i) && (i == m_sentence.first || m_prose.at(i - 1).kind == TokenKind::Mark))
            return i + 1;
        const int end = nameEnd(i);
        if (isThingName(end))
            return end;
        return isPersonAround(i, end) ? rememberPerson(i, end) : addUnknown(i, end, true);
    }

    /// "the Colossus 2 data center", "Zeta chips": the name of a thing.
    [[nodiscard]] bool isThingName(int end) const
    {
        if (end < m_sentence.last && token(end).kind == TokenKind::Number)
            ++end;
        const auto thing = look(end, in(Category::Goods) | in(Category::Noun));
        return thing && (thing->category == Category::Goods ||
                         thing->value == static_cast<std::uint16_t>(Thing::Other));
    }

    int rememberPerson(int i, int end)
    {
        if (end > i)
            m_persons.insert(m_prose.words(end - 1).toString());
        return addPerson(i, end);
    }

    /// "chief executive Ada Byte", "Ada Byte, the founder".
    [[nodiscard]] bool isPersonAround(int first, int end) const
    {
        for (int from = std::max(m_sentence.first, first - 3); from < first; ++from)
            if (const auto title = look(from, in(Category::Title));
                title && from + title->length == first)
                return true;
        int next = end;
        if (next < m_sentence.last && m_prose.isMark(next, u','))
            ++next;
        if (next < m_sentence.last && look(next, in(Category::Determiner)))
            ++next;
        return next > end && look(next, in(Category::Title)).has_value();
    }

    int addUnknown(int first, int end, bool mayBeTentative)
    {
        while (end > first + 1 && isOrdinary(end - 1) && !look(end - 1, in(Category::FirmSuffix)))
            --end;
        bool isDull = true;
        for (int i = first; i < end; ++i)
            isDull = isDull && (isOrdinary(i) || look(i, in(Category::FirmSuffix)).has_value());
        if (isDull || token(first).span().length() < 2)
            return end;
        const QString name = m_prose.span(first, end).in(m_prose.text).toString();
        if (!m_publisher.isEmpty() && name.compare(m_publisher, Qt::CaseInsensitive) == 0)
            return end;
        const bool hasSuffix =
            end > first + 1 && look(end - 1, in(Category::FirmSuffix)).has_value();
        const bool isSure = !mayBeTentative || hasSuffix || hasInnerCapital(m_prose.words(first));
        const int firm = firmNamed(first, end, name);
        NamedFirm& made = m_names.firms[static_cast<std::size_t>(firm)];
        if (made.row < 0) {
            made.isTentative = made.isTentative && !isSure;
            describe(made, first, end);
        }
        addMention(first, end, firm, false);
        return end;
    }

    /// The firm of that name, of that short name ("Zeta" after "Zeta Labs") or of these initials in
    /// brackets behind the full name; else a new one.
    int firmNamed(int first, int end, const QString& name)
    {
        const auto known = m_unknown.constFind(name);
        if (known != m_unknown.constEnd())
            return *known;
        if (!m_names.mentions.empty() && first > m_sentence.first &&
            m_prose.isMark(first - 1, u'(') && m_names.mentions.back().last == first - 1) {
            m_unknown.insert(name, m_names.mentions.back().firm);
            return m_names.mentions.back().firm;
        }
        if (token(first).isUpper && end == first + 1)
            for (std::size_t f = 0; f < m_names.firms.size() && f < 200; ++f)
                if (initials(m_names.firms[f].name) == name)
                    return static_cast<int>(f);
        const int firm = static_cast<int>(m_names.firms.size());
        m_names.firms.push_back({-1, name, FirmKind::Other, {}, true});
        m_unknown.insert(name, firm);
        if (end > first + 1 && !isOrdinary(first) && token(first).span().length() > 3)
            m_unknown.insert(m_prose.words(first).toString(), firm);
        return firm;
    }

    static QString initials(const QString& name)
    {
        QString made;
        for (qsizetype i = 0; i < name.size(); ++i)
            if (name[i].isUpper() && (i == 0 || !name[i - 1].isLetter()))
                made += name[i];
        return made.size() > 1 ? made : QString();
    }

    /// "French chip start-up Zeta", "Zeta, a cloud provider": kind and country from the words
    /// around.
    void describe(NamedFirm& firm, int first, int end)
    {
        const auto take = [&](const Meaning& found, int at) {
            const DescriptorRow& row = m_lexicon.descriptors[found.value];
            if (row.isPlural)
                return;
            firm.isTentative = false;
            if (row.kinds != 0 && firm.kind == FirmKind::Other)
                firm.kind = kindOf(row.kinds);
            if (const auto demonym = look(at - 1, in(Category::Demonym));
                demonym && firm.country.isEmpty())
                firm.country = m_lexicon.countries[demonym->value];
        };
        for (int from = std::max(m_sentence.first, first - 4); from < first; ++from)
            if (const auto found = look(from, in(Category::Descriptor));
                found && from + found->length == first)
                return take(*found, from);
        if (end < m_sentence.last && m_prose.isMark(end, u','))
            for (int from = end + 1; from < std::min(end + 7, m_sentence.last); ++from) {
                if (m_prose.isMark(from, u',') || look(from, in(Category::Auxiliary)))
                    return;
                if (const auto found = look(from, in(Category::Descriptor)))
                    return take(*found, from);
            }
        if (end + 1 < m_sentence.last && look(end, in(Category::Auxiliary)) &&
            look(end + 1, in(Category::Determiner)))
            for (int from = end + 2; from < std::min(end + 6, m_sentence.last); ++from)
                if (const auto found = look(from, in(Category::Descriptor)))
                    return take(*found, from);
    }

    /// The likeliest of several: a start-up of any trade buys like an AI start-up.
    static FirmKind kindOf(std::uint32_t kinds)
    {
        for (const FirmKind kind :
             {FirmKind::AiStartup, FirmKind::Investor, FirmKind::Chipmaker, FirmKind::Cloud,
              FirmKind::AiLab, FirmKind::Telecom, FirmKind::Software, FirmKind::BigTech})
            if ((kinds & (1U << static_cast<unsigned>(kind))) != 0)
                return kind;
        return FirmKind::Other;
    }

    const Prose& m_prose;
    const LexiconData& m_lexicon;
    const QString& m_publisher;
    Names m_names;
    std::vector<int> m_firmOfRow;
    std::vector<bool> m_rowIsSure;
    QHash<QString, int> m_unknown;
    QSet<QString> m_persons;
    Sentence m_sentence;
    bool m_isHeading = false;
};

} // namespace

Names names(const Prose& prose, const LexiconData& lexicon, const QString& publisher)
{
    return Finder(prose, lexicon, publisher).find();
}

} // namespace gyre
