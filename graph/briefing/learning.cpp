#include "graph/briefing/learning.h"

#include "graph/basics/kebab.h"
#include "graph/briefing/lexicon.h"
#include "graph/briefing/lexicondata.h"

#include <QRegularExpression>

namespace gyre {

namespace {

using Kind = LearntName::Kind;
using Spelling = LearntName::Spelling;

constexpr CategorySet smallWords = in(Category::Determiner) | in(Category::Pronoun) |
                                   in(Category::Preposition) | in(Category::Auxiliary) |
                                   in(Category::And) | in(Category::Descriptor);
constexpr CategorySet wordsOfNames = in(Category::Firm);

bool isSame(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// All of `words` in phrases of `wanted` or, with `orOrdinary`, in ordinary words.
bool areAll(const std::vector<Token>& words, const LexiconData& lexicon, CategorySet wanted,
            bool orOrdinary)
{
    const int end = static_cast<int>(words.size());
    for (int i = 0; i < end;) {
        const auto found = lexicon.phrases.longest(words, i, end, wanted);
        const bool isOrdinary =
            orOrdinary && std::binary_search(lexicon.ordinary.begin(), lexicon.ordinary.end(),
                                             words[static_cast<std::size_t>(i)].word);
        if (!found && !isOrdinary)
            return false;
        i += found ? found->length : 1;
    }
    return true;
}

/// By the files.
bool isAmbiguousAlready(const std::vector<Token>& words, const LexiconData& lexicon)
{
    const int end = static_cast<int>(words.size());
    bool isAmbiguous = false;
    lexicon.phrases.each(words, 0, end, in(Category::Firm), [&](const Meaning& meaning) {
        const FirmSpelling& spelling = lexicon.spellings[meaning.value];
        isAmbiguous =
            isAmbiguous || (meaning.length == end && spelling.isAmbiguous && !spelling.isLearnt);
    });
    return isAmbiguous;
}

/// "lantern" for "Lantern".
bool isWrittenSmall(const QString& name, const QString& text)
{
    const QString small = name.toLower();
    if (small == name)
        return false;
    const QRegularExpression word(
        QStringLiteral("(?<!\\w)%1(?!\\w)").arg(QRegularExpression::escape(small)),
        QRegularExpression::UseUnicodePropertiesOption);
    return text.contains(word);
}

std::optional<Spelling> spellingOf(const QString& name, const Said& said, const Lexicon& lexicon)
{
    std::vector<Spelling> read =
        spellingsOf(QString(name).replace(QLatin1Char(';'), QLatin1Char(' ')));
    if (read.empty())
        return std::nullopt;
    const NameUse use = useOf(read.front().text, lexicon.data());
    if (use == NameUse::None)
        return std::nullopt;
    read.front().isAmbiguous =
        use == NameUse::Guarded || isWrittenSmall(read.front().text, said.text);
    return read.front();
}

const LearntName* firmRow(const LearntNames& names, const QString& id)
{
    for (const LearntName& learnt : names)
        if (learnt.kind == Kind::Firm && learnt.firm == id)
            return &learnt;
    return nullptr;
}

const FirmRow* bundledRow(const Lexicon& lexicon, const QString& id)
{
    for (const FirmRow& row : lexicon.data().firms)
        if (row.id == id)
            return &row;
    return nullptr;
}

LearntName madeRow(Kind kind, const QString& firm, const Said& said)
{
    LearntName made;
    made.kind = kind;
    made.firm = firm;
    made.saidIn = said.in.simplified();
    made.saidOn = said.on;
    return made;
}

LearntName madeFirm(const Firm& firm, const QString& id, const Said& said)
{
    LearntName made = madeRow(Kind::Firm, id, said);
    made.firmKind = firm.kind;
    made.ticker = firm.detail->ticker.simplified().remove(QLatin1Char(' '));
    made.country = firm.detail->country.simplified().remove(QLatin1Char(' '));
    if (firm.detail->founded)
        made.founded = QString::number(*firm.detail->founded);
    return made;
}

/// Rows that say something of these names say it no more.
void unsay(LearntNames& names, const std::vector<Spelling>& said)
{
    for (LearntName& learnt : names)
        std::erase_if(learnt.names, [&said](const Spelling& known) {
            return std::any_of(said.begin(), said.end(), [&known](const Spelling& spelling) {
                return isSame(spelling.text, known.text);
            });
        });
    std::erase_if(names, [](const LearntName& learnt) { return learnt.names.empty(); });
}

bool isOfNobody(const LearntName& learnt, const LearntNames& names, const Lexicon& lexicon)
{
    return learnt.kind == Kind::OtherName && firmRow(names, learnt.firm) == nullptr &&
           bundledRow(lexicon, learnt.firm) == nullptr;
}

/// The same, and other names of a firm that is told no more go with it.
void forget(LearntNames& names, const std::vector<Spelling>& said, const Lexicon& lexicon)
{
    unsay(names, said);
    const LearntNames all = names;
    std::erase_if(names,
                  [&](const LearntName& learnt) { return isOfNobody(learnt, all, lexicon); });
}

std::vector<Spelling> spellings(const QStringList& words, const Said& said, const Lexicon& lexicon)
{
    std::vector<Spelling> made;
    for (const QString& word : words)
        if (const auto spelling = spellingOf(word, said, lexicon);
            spelling && std::none_of(made.begin(), made.end(), [&spelling](const Spelling& known) {
                return known.text == spelling->text;
            }))
            made.push_back(*spelling);
    return made;
}

/// Firms of the reader's own that are told by one of these names become names of `id`.
void moveOwnFirms(LearntNames& names, std::vector<Spelling>& said, const QString& id)
{
    const auto isTold = [&said](const Spelling& name) {
        return std::any_of(said.begin(), said.end(), [&name](const Spelling& other) {
            return isSame(other.text, name.text);
        });
    };
    for (LearntName& learnt : names) {
        if (learnt.kind != Kind::Firm || learnt.firm == id || !isTold(learnt.names.front()))
            continue;
        for (LearntName& other : names)
            if (other.kind == Kind::OtherName && other.firm == learnt.firm)
                other.firm = id;
        for (const Spelling& spelling : learnt.names)
            if (!isTold(spelling))
                said.push_back(spelling);
    }
}

} // namespace

NameUse useOf(QStringView name, const LexiconData& lexicon)
{
    const std::vector<Token> words = tokens(name, lexicon.words);
    const bool isSmall =
        std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLower(); }) &&
        std::none_of(name.begin(), name.end(), [](QChar c) { return c.isUpper() || c.isDigit(); });
    if (name.size() < 2 || isSmall || words.empty() || areAll(words, lexicon, smallWords, false))
        return NameUse::None;
    // "Block" alone is a word, "Block Capital" is not.
    if (areAll(words, lexicon, ~wordsOfNames, words.size() == 1) ||
        isAmbiguousAlready(words, lexicon))
        return NameUse::Guarded;
    return NameUse::Everywhere;
}

QString idOfFirm(const QString& name, const LearntNames& names, const Lexicon& lexicon)
{
    for (const LearntName& learnt : names)
        for (const Spelling& spelling : learnt.names)
            if (learnt.kind != Kind::NoFirm && isSame(spelling.text, name))
                return learnt.firm;
    for (const FirmSpelling& spelling : lexicon.data().spellings)
        if (!spelling.isUnit && !spelling.isNoFirm && isSame(spelling.surface, name))
            return lexicon.data().firms[spelling.row].id.toString();
    return {};
}

QString firmOf(const LearntName& learnt, const LearntNames& names, const Lexicon& lexicon)
{
    if (learnt.kind == Kind::OtherName) {
        if (const LearntName* own = firmRow(names, learnt.firm))
            return own->names.front().text;
        const FirmRow* row = bundledRow(lexicon, learnt.firm);
        return row != nullptr ? row->name.toString() : learnt.firm;
    }
    return learnt.names.empty() ? QString() : learnt.names.front().text;
}

LearntNames withFirm(LearntNames names, const Firm& firm, const Said& said, const Lexicon& lexicon)
{
    const auto spelling = spellingOf(firm.name, said, lexicon);
    if (!spelling)
        return names;
    forget(names, {*spelling}, lexicon);
    const QString known = idOfFirm(spelling->text, names, lexicon);
    LearntName row = known.isEmpty() ? madeFirm(firm, kebab(spelling->text), said)
                                     : madeRow(Kind::OtherName, known, said);
    row.names = {*spelling};
    names.push_back(std::move(row));
    return names;
}

LearntNames withOtherNames(LearntNames names, const Firm& firm, const QStringList& others,
                           const Said& said, const Lexicon& lexicon)
{
    std::vector<Spelling> told = spellings(others, said, lexicon);
    std::erase_if(told, [&firm](const Spelling& spelling) { return spelling.text == firm.name; });
    if (told.empty())
        return names;
    const QString known = idOfFirm(firm.name, names, lexicon);
    const QString id = known.isEmpty() ? kebab(firm.name) : known;
    moveOwnFirms(names, told, id);
    forget(names, told, lexicon);
    if (!known.isEmpty()) {
        LearntName row = madeRow(Kind::OtherName, id, said);
        row.names = std::move(told);
        names.push_back(std::move(row));
        return names;
    }
    const auto own = spellingOf(firm.name, said, lexicon);
    if (!own)
        return names;
    LearntName row = madeFirm(firm, id, said);
    row.names = std::move(told);
    row.names.insert(row.names.begin(), *own);
    names.push_back(std::move(row));
    return names;
}

LearntNames withNewName(LearntNames names, const Firm& firm, const QString& before,
                        const Said& said, const Lexicon& lexicon)
{
    std::vector<Spelling> told = spellings({firm.name, before}, said, lexicon);
    if (told.empty() || told.front().text != firm.name.simplified())
        return names;
    const QString known = idOfFirm(before, names, lexicon);
    LearntName row = madeFirm(firm, known.isEmpty() ? kebab(before) : known, said);
    unsay(names, told);
    if (const LearntName* own = firmRow(names, row.firm))
        told.insert(told.end(), own->names.begin(), own->names.end());
    row.names = std::move(told);
    std::erase_if(names, [&row](const LearntName& learnt) {
        return learnt.kind == Kind::Firm && learnt.firm == row.firm;
    });
    names.push_back(std::move(row));
    return names;
}

LearntNames withNoFirm(LearntNames names, const QStringList& none, const Said& said,
                       const Lexicon& lexicon)
{
    LearntName row = madeRow(Kind::NoFirm, {}, said);
    for (const QString& word : none)
        for (Spelling& spelling :
             spellingsOf(QString(word).replace(QLatin1Char(';'), QLatin1Char(' ')))) {
            spelling.isAmbiguous = false;
            row.names.push_back(spelling);
        }
    if (row.names.empty())
        return names;
    forget(names, row.names, lexicon);
    names.push_back(std::move(row));
    return names;
}

Diagnostics problemsOf(const LearntNames& names, const std::vector<int>& lines,
                       const Lexicon& lexicon, const QString& file)
{
    Diagnostics problems;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto say = [&](const char* code, const QString& what) {
            problems.push_back({Severity::Warning,
                                QString::fromLatin1(code),
                                {what},
                                file,
                                i < lines.size() ? std::optional(lines[i]) : std::nullopt,
                                {}});
        };
        if (isOfNobody(names[i], names, lexicon))
            say("names.unknown-firm", names[i].firm);
        for (const Spelling& spelling : names[i].names)
            if (names[i].kind != Kind::NoFirm &&
                useOf(spelling.text, lexicon.data()) == NameUse::None)
                say("names.ordinary", spelling.text);
    }
    return problems;
}

} // namespace gyre
