#include "graph/briefing/datereader.h"

namespace gyre {

namespace {

/// How many sentences "the same month" reaches back.
constexpr int anchorReach = 3;

} // namespace

std::optional<PartialDate> DateReader::made(int year, int month, int day)
{
    return day > 0 ? PartialDate::day(year, month, day) : PartialDate::month(year, month);
}

std::optional<PartialDate> DateReader::nearest(int month, int day, bool isNext) const
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

int DateReader::readWeekday(int i)
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

int DateReader::readAgo(int i)
{
    int count = 0;
    int next = i + 1;
    if (const auto value = number(i, 1, 400)) {
        count = *value;
    } else {
        int length = 0;
        const auto word = look(i, Category::Number, &length);
        if (!word && !isArticle(i))
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

int DateReader::readRelative(int i)
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
    if (*direction == Yesterday)
        return add(i, next, shifted(-1, Day));
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

int DateReader::readLater(int i)
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

std::optional<PartialDate> DateReader::anchor() const
{
    return m_anchor && m_sentence - m_anchorSentence <= anchorReach ? m_anchor : m_today;
}

std::optional<PartialDate> DateReader::coarsened(const std::optional<PartialDate>& date, Unit unit)
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

std::optional<PartialDate> DateReader::shifted(int count, Unit unit) const
{
    return shiftedFrom(m_today, count, unit);
}

std::optional<PartialDate> DateReader::shiftedFrom(const std::optional<PartialDate>& from,
                                                   int count, Unit unit)
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
    if (known == Precision::Quarter)
        return std::nullopt;
    if (unit == Month) {
        const QDate moved = first.addMonths(count);
        return PartialDate::month(moved.year(), moved.month());
    }
    if (known != Precision::Day)
        return count == 0 ? from : std::nullopt;
    const QDate moved = first.addDays(qint64(count) * (unit == Week ? 7 : 1));
    return unit == Week ? PartialDate::month(moved.year(), moved.month()) : PartialDate::day(moved);
}

} // namespace gyre
