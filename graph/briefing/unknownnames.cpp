#include "graph/briefing/namefinder.h"

namespace gyre {

namespace {

constexpr CategorySet neverFirms =
    in(Category::Place) | in(Category::Outlet) | in(Category::Month) | in(Category::Weekday) |
    in(Category::Demonym) | in(Category::Title) | in(Category::Person);

/// To look it up without a copy of its letters.
QString borrowed(QStringView text)
{
    return QString::fromRawData(text.data(), text.size());
}

} // namespace

bool NameFinder::startsSmall(int i) const
{
    const QStringView word = m_prose.words(i);
    return word.size() >= 4 && word[0].isLower() &&
           ((word[1].isUpper() && word[2].isLower()) ||
            (word[1].isLower() && word[2].isUpper() && word[3].isLower()));
}

int NameFinder::readPerson(int i)
{
    int end = i + 1;
    while (end < m_sentence.last && end - i < longestName && token(end).kind == TokenKind::Word &&
           token(end).isCapital && !look(end, in(Category::Title)) && !knownFirmAt(end))
        ++end;
    // "Morgan Stanley" and the like were met above; a lone given name is a person too.
    if (end > i + 1 && look(end - 1, in(Category::FirmSuffix)))
        return addUnknown(i, end, false);
    if (end > i + 1)
        m_persons.insert(m_prose.words(end - 1).toString());
    return addPerson(i, end);
}

int NameFinder::addPerson(int first, int last)
{
    m_names.persons.push_back({first, last});
    return last;
}

bool NameFinder::mayBeInName(int i) const
{
    return i < m_sentence.last && token(i).kind == TokenKind::Word && token(i).isCapital &&
           (!look(i, neverFirms) || (i > m_sentence.first && look(i, in(Category::FirmSuffix))));
}

bool NameFinder::isJoint(int mark) const
{
    if (mark + 1 >= m_sentence.last || !mayBeInName(mark + 1))
        return false;
    const bool isGlued = token(mark).isGlued && token(mark + 1).isGlued;
    return m_prose.isMark(mark, u'&') ? isGlued || !knownFirmAt(mark + 1)
                                      : isGlued && m_prose.isMark(mark, u'-');
}

int NameFinder::nameEnd(int i) const
{
    int end = i + 1;
    while (end - i < longestName) {
        if (mayBeInName(end) && !knownFirmAt(end)) {
            ++end;
        } else if (isJoint(end)) {
            end += 2;
        } else {
            break;
        }
    }
    return end;
}

bool NameFinder::knownFirmAt(int i) const
{
    const auto known = knownAt(i, m_sentence.last);
    return known && known->category == Category::Firm && isClear(i, *known);
}

bool NameFinder::isOrdinary(int i) const
{
    return look(i, in(Category::NoName)).has_value();
}

int NameFinder::readUnknown(int i)
{
    if (m_persons.contains(borrowed(m_prose.words(i))))
        return addPerson(i, i + 1);
    if (look(i, neverFirms))
        return i + 1;
    if (isOrdinary(i) && (i == m_sentence.first || m_prose.at(i - 1).kind == TokenKind::Mark))
        return i + 1;
    const int end = nameEnd(i);
    if (isSeat(end))
        return end + 2;
    if (isThingName(end) || isAdjective(i, end))
        return end;
    return isPersonAround(i, end) ? rememberPerson(i, end) : addUnknown(i, end, true);
}

bool NameFinder::isSeat(int end) const
{
    return end + 1 < m_sentence.last && m_prose.isMark(end, u'-') && token(end).isGlued &&
           (m_prose.is(end + 1, u"based") || m_prose.is(end + 1, u"headquartered") ||
            m_prose.is(end + 1, u"listed"));
}

bool NameFinder::isThingName(int end) const
{
    if (end < m_sentence.last && token(end).kind == TokenKind::Number)
        ++end;
    const auto thing = look(end, in(Category::Goods) | in(Category::Noun));
    return thing && (thing->category == Category::Goods ||
                     thing->value == static_cast<std::uint16_t>(Thing::Other));
}

bool NameFinder::isAdjective(int first, int end) const
{
    for (int i = first; i <= end; ++i) {
        const auto found = look(i, in(Category::Descriptor));
        const int behind = found ? i + found->length : end;
        if (behind > end && behind < m_sentence.last && token(behind).kind == TokenKind::Word &&
            token(behind).isCapital)
            return true;
    }
    return false;
}

int NameFinder::rememberPerson(int i, int end)
{
    if (end > i)
        m_persons.insert(m_prose.words(end - 1).toString());
    return addPerson(i, end);
}

bool NameFinder::isPersonAround(int first, int end) const
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

/// "Ledger" and "Morning Ledger" of "Morning Ledger (Reuters)".
bool NameFinder::isOfPublisher(QStringView name) const
{
    const qsizetype at = m_publisher.indexOf(name, 0, Qt::CaseInsensitive);
    const qsizetype end = at + name.size();
    return at >= 0 && (at == 0 || !m_publisher[at - 1].isLetterOrNumber()) &&
           (end == m_publisher.size() || !m_publisher[end].isLetterOrNumber());
}

int NameFinder::addUnknown(int first, int end, bool mayBeTentative)
{
    bool isDull = true;
    for (int i = first; i < end; ++i)
        isDull = isDull && (isOrdinary(i) || look(i, in(Category::FirmSuffix)).has_value());
    if (isDull || token(first).span().length() < 2)
        return end;
    const QStringView name = m_prose.span(first, end).in(m_prose.text);
    if (isOfPublisher(name))
        return end;
    if (const auto known = knownAt(first, m_sentence.last);
        known && isNoFirm(*known) && known->length == end - first)
        return end;
    const bool hasSuffix = end > first + 1 && look(end - 1, in(Category::FirmSuffix)).has_value();
    const bool isSure = !mayBeTentative || hasSuffix || hasInnerCapital(m_prose.words(first));
    const int firm = firmNamed(first, end, name);
    NamedFirm& made = m_names.firms[static_cast<std::size_t>(firm)];
    if (made.row < 0) {
        made.isTentative = made.isTentative && !isSure;
        describe(made, first, end);
        if (hasSuffix && made.kind == FirmKind::Other)
            made.kind = static_cast<FirmKind>(look(end - 1, in(Category::FirmSuffix))->value);
    }
    addMention(first, end, firm, false);
    return end;
}

int NameFinder::firmNamed(int first, int end, QStringView spelled)
{
    const auto known = m_unknown.constFind(borrowed(spelled));
    if (known != m_unknown.constEnd())
        return *known;
    const QString name = withoutLegalForm(first, end, spelled);
    if (!m_names.mentions.empty() && first > m_sentence.first && m_prose.isMark(first - 1, u'(') &&
        m_names.mentions.back().last == first - 1) {
        m_unknown.insert(spelled.toString(), m_names.mentions.back().firm);
        return m_names.mentions.back().firm;
    }
    if (token(first).isUpper && end == first + 1)
        for (std::size_t f = 0; f < m_names.firms.size() && f < 200; ++f)
            if (initials(m_names.firms[f].name) == spelled)
                return static_cast<int>(f);
    const int firm = static_cast<int>(m_names.firms.size());
    m_names.firms.push_back({-1, name, FirmKind::Other, {}, true});
    m_unknown.insert(spelled.toString(), firm);
    if (name != spelled && !m_unknown.contains(name))
        m_unknown.insert(name, firm);
    if (end > first + 1 && !isOrdinary(first) && token(first).span().length() > 3)
        m_unknown.insert(m_prose.words(first).toString(), firm);
    // "Blue Prairie" of "Blue Prairie Energy"
    for (int last = first + 2; last < end; ++last)
        if (const QString part = m_prose.span(first, last).in(m_prose.text).toString();
            !m_unknown.contains(part))
            m_unknown.insert(part, firm);
    return firm;
}

QString NameFinder::withoutLegalForm(int first, int end, QStringView spelled) const
{
    const bool hasForm = end > first + 1 && isLegalForm(end - 1) && !m_prose.is(end - 1, u"group");
    return (hasForm ? m_prose.span(first, end - 1).in(m_prose.text) : spelled).toString();
}

QString NameFinder::initials(const QString& name)
{
    QString made;
    for (qsizetype i = 0; i < name.size(); ++i)
        if (name[i].isUpper() && (i == 0 || !name[i - 1].isLetter()))
            made += name[i];
    return made.size() > 1 ? made : QString();
}

void NameFinder::describe(NamedFirm& firm, int first, int end)
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

FirmKind NameFinder::kindOf(std::uint32_t kinds)
{
    for (const FirmKind kind :
         {FirmKind::AiStartup, FirmKind::Investor, FirmKind::Chipmaker, FirmKind::Cloud,
          FirmKind::AiLab, FirmKind::Telecom, FirmKind::Software, FirmKind::BigTech})
        if ((kinds & (1U << static_cast<unsigned>(kind))) != 0)
            return kind;
    return FirmKind::Other;
}

} // namespace gyre
