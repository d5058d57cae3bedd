#include "graph/briefing/namefinder.h"

#include "graph/model/historyfile.h"

#include <array>

namespace gyre {

namespace {

constexpr CategorySet knownNames = in(Category::Firm) | in(Category::Outlet) | in(Category::Place) |
                                   in(Category::Product) | in(Category::Person);
/// A line that names something and says nothing: a publisher, a byline, a heading of a section.
constexpr CategorySet sayings = in(Category::Verb) | in(Category::Auxiliary) | in(Category::Says) |
                                in(Category::Stop) | in(Category::CurrencySign) |
                                in(Category::Currency);
constexpr int longestLabel = 12;

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

} // namespace

bool hasInnerCapital(QStringView word)
{
    for (qsizetype i = 1; i < word.size(); ++i)
        if (word[i].isUpper() && word[i - 1].isLower())
            return true;
    return false;
}

Names NameFinder::find()
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

std::optional<NameFinder::Known> NameFinder::knownAt(int i, int end) const
{
    std::optional<Known> best;
    m_lexicon.phrases.each(m_prose.tokens, i, end, knownNames, [&](const Meaning& meaning) {
        // Of two firms' names that are as long the first added, but the reader's before that.
        const bool isLearnt =
            meaning.category == Category::Firm && m_lexicon.spellings[meaning.value].isLearnt;
        if (best && meaning.length <= best->length && best->category == Category::Firm &&
            (meaning.length < best->length || !isLearnt))
            return;
        if (best && meaning.length < best->length)
            return;
        if (meaning.category == Category::Firm && m_ofTheirOwn.contains(meaning.value))
            return;
        const QStringView surface = m_prose.span(i, i + meaning.length).in(m_prose.text);
        const bool agrees = meaning.category == Category::Firm
                                ? agreesInCase(surface, m_lexicon.spellings[meaning.value].surface)
                                : surface.front().isUpper() || hasInnerCapital(surface);
        if (agrees)
            best = Known{meaning.category, meaning.value, meaning.length};
    });
    return best;
}

void NameFinder::findFirmsOfTheirOwn(QDate day)
{
    const FirmHistory& history = bundledHistory().history;
    for (std::size_t i = 0; i < m_lexicon.spellings.size(); ++i) {
        const FirmSpelling& spelling = m_lexicon.spellings[i];
        if (!spelling.isUnit)
            continue;
        const QString name = spelling.surface.toString();
        const auto& events = history.events(name);
        const bool isTold = std::any_of(events.begin(), events.end(), [](const FirmEvent& event) {
            return event.kind == FirmEvent::Kind::Unit;
        });
        if (isTold && !history.parentAt(name, day))
            m_ofTheirOwn.insert(static_cast<std::uint16_t>(i));
    }
}

void NameFinder::findSureRows()
{
    for (const Sentence& sentence : m_prose.sentences)
        for (int i = sentence.first; i < sentence.last; ++i) {
            if ((m_lexicon.phrases.openedBy(token(i)) & in(Category::Firm)) == 0)
                continue;
            const auto known = knownAt(i, sentence.last);
            if (known && known->category == Category::Firm && !isNoFirm(*known) &&
                !m_lexicon.spellings[known->value].isAmbiguous && !isOtherName(i, *known))
                m_rowIsSure[m_lexicon.spellings[known->value].row] = true;
        }
}

bool NameFinder::isHeading(const Sentence& sentence) const
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

bool NameFinder::isLabel(std::size_t number) const
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

int NameFinder::readAt(int i)
{
    const Token& here = token(i);
    if (here.kind != TokenKind::Word)
        return i + 1;
    if (const auto known = knownAt(i, m_sentence.last)) {
        if (known->category == Category::Firm && isClear(i, *known))
            return addKnown(i, *known);
        if (known->category == Category::Firm && isOtherName(i, *known))
            return readUnknown(i);
        if (known->category == Category::Product) {
            const int row = m_lexicon.products[known->value];
            addMention(i, i + known->length, firmOfRow(row), true);
            return i + known->length;
        }
        if (known->category == Category::Person)
            return readPerson(i);
        // An ordinary word after all, or the name of something else; a longer name may begin with
        // one that the reader said to be no firm's.
        if (known->category != Category::Firm || (i == m_sentence.first && !isNoFirm(*known)))
            return i + known->length;
    }
    return (here.isCapital || startsSmall(i)) && !m_isHeading ? readUnknown(i) : i + 1;
}

bool NameFinder::isDoer(int next) const
{
    int verb = next < m_sentence.last && m_prose.isMark(next, u',') ? next + 1 : next;
    // "Scale has raised"
    if (verb < m_sentence.last &&
        (m_prose.is(verb, u"has") || m_prose.is(verb, u"have") || m_prose.is(verb, u"had")))
        ++verb;
    const auto meaning = look(verb, in(Category::Verb));
    return meaning && (meaning->form == Form::Past || meaning->form == Form::Participle);
}

bool NameFinder::isDescribed(int next) const
{
    constexpr int widest = 7;
    if (next >= m_sentence.last || !m_prose.isMark(next, u',') ||
        !look(next + 1, in(Category::Determiner)))
        return false;
    for (int i = next + 2; i < std::min(next + widest, m_sentence.last); ++i) {
        if (m_prose.isMark(i, u','))
            return false;
        if (const auto found = look(i, in(Category::Descriptor)))
            return i + found->length < m_sentence.last && m_prose.isMark(i + found->length, u',');
    }
    return false;
}

bool NameFinder::isOtherName(int i, const Known& known) const
{
    const FirmSpelling& spelling = m_lexicon.spellings[known.value];
    if (spelling.isNoFirm)
        return false;
    const QStringView name = m_lexicon.firms[spelling.row].name;
    const int next = i + known.length;
    const bool isShort = name.size() > spelling.surface.size() &&
                         name.startsWith(spelling.surface) && name[spelling.surface.size()] == u' ';
    return isShort && next < m_sentence.last && token(next).isCapital &&
           look(next, in(Category::FirmSuffix)) && !isLegalForm(next);
}

bool NameFinder::isLegalForm(int i) const
{
    static constexpr std::array forms{u"Inc", u"Corp", u"Ltd", u"LLC", u"Group"};
    return std::any_of(forms.begin(), forms.end(),
                       [&](const char16_t* form) { return m_prose.words(i) == QStringView(form); });
}

bool NameFinder::isNoFirm(const Known& known) const
{
    return known.category == Category::Firm && m_lexicon.spellings[known.value].isNoFirm;
}

bool NameFinder::isClear(int i, const Known& known) const
{
    if (isOtherName(i, known))
        return false;
    const FirmSpelling& spelling = m_lexicon.spellings[known.value];
    if (spelling.isNoFirm)
        return false;
    if (!spelling.isAmbiguous || m_rowIsSure[spelling.row])
        return true;
    const int next = i + known.length;
    const bool continues = next < m_sentence.last && token(next).kind == TokenKind::Word &&
                           token(next).isCapital && !look(next, in(Category::FirmSuffix));
    const bool follows = i > m_sentence.first && token(i - 1).kind == TokenKind::Word &&
                         token(i - 1).isCapital && i - 1 > m_sentence.first;
    if (i == m_sentence.first && !m_isHeading && (isDoer(next) || isDescribed(next)))
        return true;
    return i > m_sentence.first && !continues && !follows && !m_isHeading;
}

int NameFinder::addKnown(int i, const Known& known)
{
    const FirmSpelling& spelling = m_lexicon.spellings[known.value];
    int end = i + known.length;
    // "Zeta Inc."
    if (end < m_sentence.last && look(end, in(Category::FirmSuffix)) && isLegalForm(end))
        ++end;
    addMention(i, end, firmOfRow(spelling.row), false);
    return end;
}

int NameFinder::firmOfRow(int row)
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

void NameFinder::addMention(int first, int last, int firm, bool isProduct)
{
    const bool isPossessive = last < m_sentence.last && token(last).kind == TokenKind::Possessive;
    m_names.mentions.push_back({first, last, firm, isPossessive, isProduct});
}

Names names(const Prose& prose, const LexiconData& lexicon, const QString& publisher)
{
    return NameFinder(prose, lexicon, publisher).find();
}

} // namespace gyre
