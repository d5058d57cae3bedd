// A date as exact as its source: a year, a quarter, a month or a day. Nothing is made up.
// Text form as in the file formats: "2025", "2025-Q3", "2025-09", "2025-09-22".
#pragma once

#include <QDate>
#include <QString>

#include <compare>
#include <cstdint>
#include <optional>

namespace gyre {

class PartialDate
{
public:
    enum class Precision : std::uint8_t
    {
        Year,
        Quarter,
        Month,
        Day
    };

    /// Impossible parts (month 13, 30 February) give nothing. Years run from 1 to 9999.
    static std::optional<PartialDate> year(int year);
    static std::optional<PartialDate> quarter(int year, int quarter);
    static std::optional<PartialDate> month(int year, int month);
    static std::optional<PartialDate> day(int year, int month, int day);
    static std::optional<PartialDate> day(QDate date);

    /// Reads one of the four forms above, nothing else.
    static std::optional<PartialDate> parse(QStringView text);

    [[nodiscard]] Precision precision() const { return m_precision; }

    [[nodiscard]] int year() const { return m_year; }

    /// 1 to 12; of a quarter its first month, of a year 1.
    [[nodiscard]] int month() const { return m_month; }

    [[nodiscard]] int day() const { return m_day; }

    /// First and last day that the date may mean.
    [[nodiscard]] QDate first() const;
    [[nodiscard]] QDate last() const;
    /// The same date, no more exact than `precision`.
    [[nodiscard]] PartialDate coarsenedTo(Precision precision) const;

    [[nodiscard]] QString toString() const;

    /// By first day, then the more exact one first.
    std::strong_ordering operator<=>(const PartialDate& other) const;
    bool operator==(const PartialDate&) const = default;

private:
    PartialDate(int year, int month, int day, Precision precision);

    std::int16_t m_year = 1;
    std::int8_t m_month = 1;
    std::int8_t m_day = 1;
    Precision m_precision = Precision::Year;
};

/// "year", "quarter", "month", "day": the words of the file formats.
QString precisionName(PartialDate::Precision precision);

} // namespace gyre
