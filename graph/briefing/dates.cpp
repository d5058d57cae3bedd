#include "graph/briefing/datereader.h"

namespace gyre {

namespace {

constexpr int earliestYear = 1950;
constexpr int latestYear = 2100;

/// What the words of a date start with.
constexpr CategorySet starters = in(Category::Month) | in(Category::Weekday) |
                                 in(Category::Number) | in(Category::Relative) | in(Category::Unit);

} // namespace

std::vector<DateMention> DateReader::read()
{
    for (const Sentence& sentence : m_prose.sentences) {
        m_end = sentence.last;
        ++m_sentence;
        for (int i = sentence.first; i < sentence.last;)
            i = readAt(i);
    }
    return std::move(m_found);
}

std::optional<int> DateReader::number(int i, int low, int high) const
{
    constexpr int longest = 4;
    if (i >= m_end || m_prose.at(i).kind != TokenKind::Number ||
        m_prose.at(i).span().length() > longest)
        return std::nullopt;
    int value = 0;
    for (const QChar c : m_prose.words(i)) {
        if (!c.isDigit())
            return std::nullopt;
        value = value * 10 + c.digitValue();
    }
    return value >= low && value <= high ? std::optional(value) : std::nullopt;
}

std::optional<int> DateReader::yearAt(int i) const
{
    return number(i, earliestYear, latestYear);
}

std::optional<int> DateReader::dayAt(int i, int* length) const
{
    const auto day = number(i, 1, 31);
    if (!day)
        return std::nullopt;
    *length = 1;
    if (i + 1 < m_end && m_prose.at(i + 1).isGlued &&
        (is(i + 1, u"th") || is(i + 1, u"st") || is(i + 1, u"nd") || is(i + 1, u"rd")))
        *length = 2;
    return day;
}

int DateReader::readAt(int i)
{
    const Token& token = m_prose.at(i);
    if (token.kind == TokenKind::Number) {
        if (const int end = readIso(i); end > i)
            return end;
        if (const int end = readDayMonth(i); end > i)
            return end;
        if (const int end = readAgo(i); end > i)
            return end;
        return readYear(i);
    }
    if (token.kind != TokenKind::Word)
        return i + 1;
    if (const int end = readQuarter(i); end > i)
        return end;
    if ((m_lexicon.phrases.openedBy(token) & starters) == 0 && !isArticle(i))
        return i + 1;
    if (const int end = readMonth(i); end > i)
        return end;
    if (const int end = readWeekday(i); end > i)
        return end;
    if (const int end = readAgo(i); end > i)
        return end;
    return readRelative(i);
}

int DateReader::add(int first, int last, std::optional<PartialDate> date, bool isFuture)
{
    const bool isLater = date && m_today && date->first() > m_today->last();
    DateMention made{first, last, date, false, isFuture || isLater};
    if (date && !made.isFuture) {
        m_anchor = date;
        m_anchorSentence = m_sentence;
    }
    if (last < m_end && m_prose.at(last).kind == TokenKind::Possessive) {
        made.isPossessive = true;
        ++made.last;
    }
    m_found.push_back(made);
    return made.last;
}

int DateReader::readIso(int i)
{
    const auto year = yearAt(i);
    if (!year || i + 4 >= m_end || !m_prose.isMark(i + 1, u'-') || !m_prose.isMark(i + 3, u'-'))
        return i;
    const auto month = number(i + 2, 1, 12);
    const auto day = number(i + 4, 1, 31);
    if (!month || !day)
        return i;
    const auto date = PartialDate::day(*year, *month, *day);
    return date ? add(i, i + 5, date) : i;
}

int DateReader::readDayMonth(int i)
{
    int length = 0;
    const auto day = dayAt(i, &length);
    if (!day)
        return i;
    int next = i + length;
    if (is(next, u"of"))
        ++next;
    const auto month = look(next, Category::Month);
    if (!month || !m_prose.at(next).isCapital)
        return i;
    return withYear(i, next + 1, *month, *day);
}

int DateReader::readMonth(int i)
{
    const auto month = look(i, Category::Month);
    if (!month || !m_prose.at(i).isCapital || !isMonth(i))
        return i;
    int next = i + 1;
    if (next < m_end && m_prose.isMark(next, u'.') && m_prose.at(next).isGlued &&
        m_prose.at(i).span().length() <= 4)
        ++next;
    int length = 0;
    const auto day = dayAt(next, &length);
    const bool isDay =
        day && !look(next + length, Category::Scale) && !look(next + length, Category::PercentWord);
    return withYear(i, isDay ? next + length : next, *month, isDay ? *day : 0);
}

bool DateReader::isMonth(int i) const
{
    const QStringView word = m_prose.words(i);
    if (word != u"May" && word != u"March")
        return true;
    static constexpr std::array before{
        u"in", u"of",   u"since", u"until", u"by", u"late", u"early", u"last",   u"mid",  u"from",
        u"to", u"this", u"next",  u"and",   u"on", u"for",  u"-",     u"before", u"after"};
    const bool isBehind =
        i > 0 && std::any_of(before.begin(), before.end(),
                             [this, i](const char16_t* w) { return is(i - 1, QStringView(w)); });
    return isBehind || (i + 1 < m_end && m_prose.at(i + 1).kind == TokenKind::Number) ||
           (i + 1 < m_end && m_prose.at(i + 1).kind == TokenKind::Possessive);
}

int DateReader::withYear(int first, int next, int month, int day)
{
    int yearToken = next;
    if (yearToken < m_end && m_prose.isMark(yearToken, u','))
        ++yearToken;
    if (is(yearToken, u"of"))
        ++yearToken;
    const auto year = yearAt(yearToken);
    if (year)
        return add(first, yearToken + 1, made(*year, month, day));
    // "last November", "November last year"
    if (is(next, u"last") && is(next + 1, u"year") && m_today)
        return add(first, next + 2, made(m_today->year() - 1, month, day));
    if (is(next, u"this") && is(next + 1, u"year") && m_today)
        return add(first, next + 2, made(m_today->year(), month, day));
    const bool isNext = first > 0 && is(first - 1, u"next");
    const int end = add(first, next, nearest(month, day, isNext), isNext);
    m_found.back().isBareMonth = !isNext;
    return end;
}

int DateReader::readQuarter(int i)
{
    const QStringView word = m_prose.words(i);
    int quarter = 0;
    int next = i + 1;
    if (word.size() == 2 && word[0].toUpper() == u'Q' && word[1] >= u'1' && word[1] <= u'4') {
        quarter = word[1].digitValue();
    } else if (is(i + 1, u"quarter")) {
        static constexpr std::array names{u"first", u"second", u"third", u"fourth"};
        for (std::size_t q = 0; q < names.size(); ++q)
            if (is(i, QStringView(names.at(q))))
                quarter = static_cast<int>(q) + 1;
        next = i + 2;
    }
    if (quarter == 0)
        return i;
    int yearToken = is(next, u"of") ? next + 1 : next;
    if (is(yearToken, u"fiscal"))
        ++yearToken;
    if (const auto year = yearAt(yearToken))
        return add(i, yearToken + 1, PartialDate::quarter(*year, quarter));
    if (!m_today || m_today->precision() == PartialDate::Precision::Year)
        return add(i, next, std::nullopt);
    const bool isPast = quarter * 3 <= m_today->month() + 2;
    return add(i, next, PartialDate::quarter(m_today->year() - (isPast ? 0 : 1), quarter));
}

int DateReader::readYear(int i)
{
    const auto year = yearAt(i);
    if (!year || m_prose.at(i).span().length() != 4 || i == 0)
        return i + 1;
    static constexpr std::array before{
        u"in",     u"since",    u"of",    u"fiscal", u"late",    u"early",  u"mid",    u"-",
        u"year",   u"during",   u"until", u"by",     u"through", u"from",   u"before", u"after",
        u"end",    u"to",       u"and",   u"(",      u"spring",  u"summer", u"autumn", u"fall",
        u"winter", u"calendar", u"back",  u",",      u"for"};
    const bool isYear = std::any_of(before.begin(), before.end(), [this, i](const char16_t* w) {
        return is(i - 1, QStringView(w));
    });
    if (!isYear || look(i + 1, Category::Scale) || look(i + 1, Category::Currency) ||
        look(i + 1, Category::PercentWord))
        return i + 1;
    return add(i, i + 1, PartialDate::year(*year), m_today && *year > m_today->year());
}

std::vector<DateMention> dates(const Prose& prose, const LexiconData& lexicon,
                               const std::optional<PartialDate>& today)
{
    return DateReader(prose, lexicon, today).read();
}

} // namespace gyre
