#include "graph/briefing/dates.h"

#include "graph/briefing/lexicondata.h"

namespace gyre {

namespace {

enum Direction : std::uint8_t
{
    Today,
    Last,
    This,
    Next,
    Ago,
    Same,
    Later
};

enum Unit : std::uint8_t
{
    Day,
    Week,
    Month,
    Quarter,
    Year
};

/// How many sentences "the same month" reaches back.
constexpr int anchorReach = 3;
constexpr int earliestYear = 1950;
constexpr int latestYear = 2100;

class Reader
{
public:
    Reader(const Prose& prose, const LexiconData& lexicon, const std::optional<PartialDate>& today)
        : m_prose(prose)
        , m_lexicon(lexicon)
        , m_today(today)
    {
    }

    std::vector<DateMention> read()
    {
        for (const Sentence& sentence : m_prose.sentences) {
            m_end = sentence.last;
            ++m_sentence;
            for (int i = sentence.first; i < sentence.last;)
                i = readAt(i);
        }
        return std::move(m_found);
    }

private:
    [[nodiscard]] std::optional<int> look(int i, Category wanted, int* length = nullptr) const
    {
        if (i >= m_end)
            return std::nullopt;
        const auto found = m_lexicon.phrases.longest(m_prose.tokens, i, m_end, in(wanted));
        if (!found)
            return std::nullopt;
        if (length != nullptr)
            *length = found->length;
        return found->value;
    }

    [[nodiscard]] bool is(int i, QStringView word) const
    {
        return i < m_end && m_prose.words(i).compare(word, Qt::CaseInsensitive) == 0;
    }

    [[nodiscard]] std::optional<int> number(int i, int low, int high) const
    {
        if (i >= m_end || m_prose.at(i).kind != TokenKind::Number)
            return std::nullopt;
        bool isNumber = false;
        const int value = m_prose.words(i).toInt(&isNumber);
        return isNumber && value >= low && value <= high ? std::optional(value) : std::nullopt;
    }

    [[nodiscard]] std::optional<int> yearAt(int i) const
    {
        return number(i, earliestYear, latestYear);
    }

    [[nodiscard]] std::optional<int> dayAt(int i, int* length) const
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

    int readAt(int i)
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
        if (token.word == 0)
            return i + 1;
        if (const int end = readMonth(i); end > i)
            return end;
        if (const int end = readWeekday(i); end > i)
            return end;
        if (const int end = readAgo(i); end > i)
            return end;
        return readRelative(i);
    }

    int add(int first, int last, std::optional<PartialDate> date, bool isFuture = false)
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

    /// 2025-12-16.
    int readIso(int i)
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

    /// 16 December 2025, 16th of December.
    int readDayMonth(int i)
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

    /// December 16, 2025; December 2025; mid-December; November’s.
    int readMonth(int i)
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
        const bool isDay = day && !look(next + length, Category::Scale) &&
                           !look(next + length, Category::PercentWord);
        return withYear(i, isDay ? next + length : next, *month, isDay ? *day : 0);
    }

    /// "May" and "March" are also other words: what stands before and behind tells.
    [[nodiscard]] bool isMonth(int i) const
    {
        const QStringView word = m_prose.words(i);
        if (word != u"May" && word != u"March")
            return true;
        static constexpr std::array before{u"in",   u"of",    u"since",  u"until", u"by",
                                           u"late", u"early", u"last",   u"mid",   u"from",
                                           u"to",   u"this",  u"next",   u"and",   u"on",
                                           u"for",  u"-",     u"before", u"after"};
        const bool isBehind =
            i > 0 && std::any_of(before.begin(), before.end(), [this, i](const char16_t* w) {
                return is(i - 1, QStringView(w));
            });
        return isBehind || (i + 1 < m_end && m_prose.at(i + 1).kind == TokenKind::Number) ||
               (i + 1 < m_end && m_prose.at(i + 1).kind == TokenKind::Possessive);
    }

    int withYear(int first, int next, int month, int day)
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
        return add(first, next, nearest(month, day, isNext), isNext);
    }

    static std::optional<PartialDate> made(int year, int month, int day)
    {
        return day > 0 ? PartialDate::day(year, month, day) : PartialDate::month(year, month);
    }

    /// The latest such month that is not after the briefing; the coming one if asked for.
    [[nodiscard]] std::optional<PartialDate> nearest(int month, int day, bool isNext) const
    {
        if (!m_today)
            return std::nullopt;
        const bool knowsMonth = m_today->precision() == PartialDate::Precision::Month ||
                                m_today->precision() == PartialDate::Precision::Day;
        if (!knowsMonth)
            return std::nullopt;
        int year = m_today->year();
        if (isNext)
            year += month <= m_today->month() ? 1 : 0;
        else if (month > m_today->month() || (month == m_today->month() && day > m_today->day() &&
                                              m_today->precision() == PartialDate::Precision::Day))
            year -= 1;
        return made(year, month, day);
    }

    /// Q3 2025, third quarter of 2025.
    int readQuarter(int i)
    {
        const QStringView word = m_prose.words(i);
        int quarter = 0;
        int next = i + 1;
        if (word.size() == 2 && word[0].toUpper() == u'Q' && word[1] >= u'1' && word[1] <= u'4') {
            quarter = word[1].digitValue();
        } else if (is(i + 1, u"quarter")) {
            static constexpr std::array names{u"first", u"second", u"third", u"fourth"};
            for (std::size_t q = 0; q < names.size(); ++q)
                if (word.compare(QStringView(names.at(q)), Qt::CaseInsensitive) == 0)
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
        if (!m_today)
            return add(i, next, std::nullopt);
        const bool isPast = quarter * 3 <= m_today->month() + 2;
        return add(i, next, PartialDate::quarter(m_today->year() - (isPast ? 0 : 1), quarter));
    }

    /// A bare year where the words before make it one: "in 2017", "fiscal 2024", "since 2021".
    int readYear(int i)
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

    /// "on Tuesday": the last one up to the briefing's day.
    int readWeekday(int i)
    {
        const auto weekday = look(i, Category::Weekday);
        if (!weekday || !m_prose.at(i).isCapital)
            return i;
        if (!m_today || m_today->precision() != PartialDate::Precision::Day)
            return add(i, i + 1, m_today ? m_today : std::nullopt);
        const QDate today = m_today->first();
        int back = (today.dayOfWeek() - *weekday + 7) % 7;
        if (i > 0 && is(i - 1, u"last") && back == 0)
            back = 7;
        return add(i, i + 1, PartialDate::day(today.addDays(-back)));
    }

    /// "two weeks ago", "a year earlier".
    int readAgo(int i)
    {
        int count = 0;
        int next = i + 1;
        if (const auto value = number(i, 1, 400)) {
            count = *value;
        } else {
            int length = 0;
            const auto word = look(i, Category::Number, &length);
            const bool isArticle = is(i, u"a") || is(i, u"an");
            if (!word && !isArticle)
                return i;
            count = word ? static_cast<int>(m_lexicon.numbers[static_cast<std::size_t>(*word)]) : 1;
            next = i + (word ? length : 1);
        }
        int length = 0;
        const auto unit = look(next, Category::Unit, &length);
        if (!unit || count == 0)
            return i;
        next += length;
        int agoLength = 0;
        const auto ago = look(next, Category::Relative, &agoLength);
        if (!ago || (*ago != Ago && *ago != Later))
            return i;
        const auto which = static_cast<Unit>(*unit);
        return *ago == Ago ? add(i, next + agoLength, shifted(-count, which))
                           : add(i, next + agoLength, shiftedFrom(anchor(), count, which));
    }

    /// "last month", "earlier this year", "today".
    int readRelative(int i)
    {
        int length = 0;
        if (const int end = readLater(i); end > i)
            return end;
        const auto direction = look(i, Category::Relative, &length);
        if (!direction)
            return i + 1;
        int next = i + length;
        if (*direction == Today)
            return add(i, next, m_today);
        int unitLength = 0;
        const auto unit = look(next, Category::Unit, &unitLength);
        if (!unit || *direction == Ago || *direction == Later)
            return i + 1;
        next += unitLength;
        if (*direction == Same)
            return add(i, next, coarsened(anchor(), static_cast<Unit>(*unit)));
        const int step = *direction == Last ? -1 : *direction == Next ? 1 : 0;
        return add(i, next, shifted(step, static_cast<Unit>(*unit)), *direction == Next);
    }

    /// "days later", "weeks later": days stay in the month, more is not known.
    int readLater(int i)
    {
        int length = 0;
        const auto unit = look(i, Category::Unit, &length);
        int laterLength = 0;
        const auto later =
            unit ? look(i + length, Category::Relative, &laterLength) : std::optional<int>();
        if (!later || *later != Later)
            return i;
        const bool isDays = static_cast<Unit>(*unit) == Day;
        return add(i, i + length + laterLength, isDays ? coarsened(anchor(), Month) : std::nullopt);
    }

    /// The date told shortly before; where there was none, the news was of the briefing's date.
    [[nodiscard]] std::optional<PartialDate> anchor() const
    {
        return m_anchor && m_sentence - m_anchorSentence <= anchorReach ? m_anchor : m_today;
    }

    /// "the same month": no more exact than the unit; absent where the date is less exact.
    static std::optional<PartialDate> coarsened(const std::optional<PartialDate>& date, Unit unit)
    {
        using Precision = PartialDate::Precision;
        if (!date)
            return std::nullopt;
        const Precision known = date->precision();
        if (unit == Year)
            return PartialDate::year(date->year());
        if (known == Precision::Year)
            return std::nullopt;
        if (unit == Quarter)
            return PartialDate::quarter(date->year(), (date->month() - 1) / 3 + 1);
        if (known == Precision::Quarter)
            return std::nullopt;
        return unit == Day ? date : PartialDate::month(date->year(), date->month());
    }

    [[nodiscard]] std::optional<PartialDate> shifted(int count, Unit unit) const
    {
        return shiftedFrom(m_today, count, unit);
    }

    /// The date moved, no more exact than the unit. Weeks end as months.
    static std::optional<PartialDate> shiftedFrom(const std::optional<PartialDate>& from, int count,
                                                  Unit unit)
    {
        if (!from)
            return std::nullopt;
        using Precision = PartialDate::Precision;
        const Precision known = from->precision();
        const QDate first = from->first();
        if (unit == Year)
            return PartialDate::year(first.year() + count);
        if (known == Precision::Year)
            return std::nullopt;
        if (unit == Quarter) {
            const QDate moved = first.addMonths(3 * count);
            return PartialDate::quarter(moved.year(), (moved.month() - 1) / 3 + 1);
        }
        if (unit == Month) {
            const QDate moved = first.addMonths(count);
            return PartialDate::month(moved.year(), moved.month());
        }
        if (known != Precision::Day)
            return count == 0 ? from : std::nullopt;
        const QDate moved = first.addDays(count * (unit == Week ? 7 : 1));
        return unit == Week ? PartialDate::month(moved.year(), moved.month())
                            : PartialDate::day(moved);
    }

    const Prose& m_prose;
    const LexiconData& m_lexicon;
    std::optional<PartialDate> m_today;
    std::optional<PartialDate> m_anchor;
    int m_anchorSentence = 0;
    int m_sentence = 0;
    std::vector<DateMention> m_found;
    int m_end = 0;
};

} // namespace

std::vector<DateMention> dates(const Prose& prose, const LexiconData& lexicon,
                               const std::optional<PartialDate>& today)
{
    return Reader(prose, lexicon, today).read();
}

} // namespace gyre
