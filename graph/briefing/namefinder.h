// The finder of a text’s names: known ones in names.cpp, those the gazetteer does not have in
// unknownnames.cpp.
#pragma once

#include "graph/basics/partialdate.h"
#include "graph/briefing/lexicondata.h"
#include "graph/briefing/names.h"

#include <QHash>
#include <QSet>

namespace gyre {

constexpr int longestName = 6;

/// "eBay", "OpenAI": a capital behind a small letter.
bool hasInnerCapital(QStringView word);

class NameFinder
{
public:
    /// `date`: of the briefing. A unit counts as its parent only while it is one: by the history of
    /// firms, where that tells of it and the date is known.
    NameFinder(const Prose& prose, const LexiconData& lexicon, const QString& publisher,
               const std::optional<PartialDate>& date = {})
        : m_prose(prose)
        , m_lexicon(lexicon)
        , m_publisher(publisher)
        , m_firmOfRow(lexicon.firms.size(), -1)
        , m_rowIsSure(lexicon.firms.size(), false)
    {
        if (date)
            findFirmsOfTheirOwn(date->last());
    }

    Names find();

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
    [[nodiscard]] std::optional<Known> knownAt(int i, int end) const;

    /// Units that belonged to nobody on that day.
    void findFirmsOfTheirOwn(QDate day);

    /// Firms that the text names by an unmistakable spelling somewhere.
    void findSureRows();

    [[nodiscard]] bool isHeading(const Sentence& sentence) const;

    /// A line of its own with no verb, figure or full stop.
    [[nodiscard]] bool isLabel(std::size_t number) const;

    /// "eBay", "iRobot": a name that starts small.
    [[nodiscard]] bool startsSmall(int i) const;

    int readAt(int i);

    /// "Scale raised", "Cursor, valued at": an ordinary word does no such thing.
    [[nodiscard]] bool isDoer(int next) const;

    /// "Zeta, a legal start-up, raised": the comma is at `next`.
    [[nodiscard]] bool isDescribed(int next) const;

    /// "Helion Compute" is not the Helion of Helion Energy.
    [[nodiscard]] bool isOtherName(int i, const Known& known) const;

    [[nodiscard]] bool isLegalForm(int i) const;

    /// The reader said so.
    [[nodiscard]] bool isNoFirm(const Known& known) const;

    /// An ambiguous name must be vouched for.
    [[nodiscard]] bool isClear(int i, const Known& known) const;

    int addKnown(int i, const Known& known);

    int firmOfRow(int row);

    void addMention(int first, int last, int firm, bool isProduct);

    /// A given name takes the capitalised words behind it along; the last is remembered.
    int readPerson(int i);

    int addPerson(int first, int last);

    [[nodiscard]] bool mayBeInName(int i) const;

    /// A sign between two words of one name: "T-Mobile", "Marlowe & Dane".
    [[nodiscard]] bool isJoint(int mark) const;

    [[nodiscard]] int nameEnd(int i) const;

    [[nodiscard]] bool knownFirmAt(int i) const;

    /// The first word of a sentence is capitalised anyway.
    [[nodiscard]] bool isOrdinary(int i) const;

    int readUnknown(int i);

    /// "Gurugram-based"
    [[nodiscard]] bool isSeat(int end) const;

    [[nodiscard]] QString withoutLegalForm(int first, int end, QStringView spelled) const;

    /// "the Colossus 2 data center", "Zeta chips": the name of a thing.
    [[nodiscard]] bool isThingName(int end) const;

    /// "Legal AI start-up Zeta", "Fintech firm Zeta": the words before the name say what it is.
    [[nodiscard]] bool isAdjective(int first, int end) const;

    int rememberPerson(int i, int end);

    /// "chief executive Ada Byte", "Ada Byte, the founder".
    [[nodiscard]] bool isPersonAround(int first, int end) const;

    [[nodiscard]] bool isOfPublisher(QStringView name) const;
    int addUnknown(int first, int end, bool mayBeTentative);

    /// The firm of that name, of that short name ("Zeta" after "Zeta Labs") or of these initials in
    /// brackets behind the full name; else a new one.
    int firmNamed(int first, int end, QStringView spelled);

    static QString initials(const QString& name);

    /// "French chip start-up Zeta", "Zeta, a cloud provider": kind and country from the words
    /// around.
    void describe(NamedFirm& firm, int first, int end);

    /// The likeliest of several: a start-up of any trade buys like an AI start-up.
    static FirmKind kindOf(std::uint32_t kinds);

    const Prose& m_prose;

    const LexiconData& m_lexicon;

    const QString& m_publisher;

    Names m_names;

    std::vector<int> m_firmOfRow;

    std::vector<bool> m_rowIsSure;

    /// Spellings of units that are none in this briefing.
    QSet<std::uint16_t> m_ofTheirOwn;

    QHash<QString, int> m_unknown;

    QSet<QString> m_persons;

    Sentence m_sentence;

    bool m_isHeading = false;
};

} // namespace gyre
