// The reader of a text’s dates: those with figures in dates.cpp, those that point to another date
// in relativedates.cpp.
#pragma once

#include "graph/briefing/dates.h"
#include "graph/briefing/lexicondata.h"

namespace gyre {

class DateReader
{
public:
    enum Direction : std::uint8_t
    {
        Today,
        Last,
        This,
        Next,
        Ago,
        Same,
        Later,
        Yesterday
    };

    enum Unit : std::uint8_t
    {
        Day,
        Week,
        Month,
        Quarter,
        Year
    };

    DateReader(const Prose& prose, const LexiconData& lexicon,
               const std::optional<PartialDate>& today)
        : m_prose(prose)
        , m_lexicon(lexicon)
        , m_today(today)
    {
    }

    std::vector<DateMention> read();

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
        return i < m_end && m_prose.is(i, word);
    }

    [[nodiscard]] bool isArticle(int i) const { return is(i, u"a") || is(i, u"an"); }

    [[nodiscard]] std::optional<int> number(int i, int low, int high) const;

    [[nodiscard]] std::optional<int> yearAt(int i) const;

    [[nodiscard]] std::optional<int> dayAt(int i, int* length) const;

    int readAt(int i);

    int add(int first, int last, std::optional<PartialDate> date, bool isFuture = false);

    /// 2025-12-16.
    int readIso(int i);

    /// 16 December 2025, 16th of December.
    int readDayMonth(int i);

    /// December 16, 2025; December 2025; mid-December; November’s.
    int readMonth(int i);

    /// "May" and "March" are also other words: what stands before and behind tells.
    [[nodiscard]] bool isMonth(int i) const;

    int withYear(int first, int next, int month, int day);

    static std::optional<PartialDate> made(int year, int month, int day);

    /// The latest such month that is not after the briefing; the coming one if asked for.
    [[nodiscard]] std::optional<PartialDate> nearest(int month, int day, bool isNext) const;

    /// Q3 2025, third quarter of 2025.
    int readQuarter(int i);

    /// A bare year where the words before make it one: "in 2017", "fiscal 2024", "since 2021".
    int readYear(int i);

    /// "on Tuesday": the last one up to the briefing's day.
    int readWeekday(int i);

    /// "two weeks ago", "a year earlier".
    int readAgo(int i);

    /// "last month", "earlier this year", "today".
    int readRelative(int i);

    /// "days later", "weeks later": days stay in the month, more is not known.
    int readLater(int i);

    /// The date told shortly before; where there was none, the news was of the briefing's date.
    [[nodiscard]] std::optional<PartialDate> anchor() const;

    /// "the same month": no more exact than the unit; absent where the date is less exact.
    static std::optional<PartialDate> coarsened(const std::optional<PartialDate>& date, Unit unit);

    [[nodiscard]] std::optional<PartialDate> shifted(int count, Unit unit) const;

    /// The date moved, no more exact than the unit. Weeks end as months.
    static std::optional<PartialDate> shiftedFrom(const std::optional<PartialDate>& from, int count,
                                                  Unit unit);

    const Prose& m_prose;

    const LexiconData& m_lexicon;

    std::optional<PartialDate> m_today;

    std::optional<PartialDate> m_anchor;

    int m_anchorSentence = 0;

    int m_sentence = 0;

    std::vector<DateMention> m_found;

    int m_end = 0;
};

} // namespace gyre
