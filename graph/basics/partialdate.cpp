#include "graph/basics/partialdate.h"

#include <array>

namespace gyre {

namespace {

/// The digits of `text` as a number, or -1 where there is anything else.
int digits(QStringView text)
{
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c.unicode() - u'0');
    }
    return text.isEmpty() ? -1 : value;
}

} // namespace

PartialDate::PartialDate(int year, int month, int day, Precision precision)
    : m_year(static_cast<std::int16_t>(year))
    , m_month(static_cast<std::int8_t>(month))
    , m_day(static_cast<std::int8_t>(day))
    , m_precision(precision)
{
}

std::optional<PartialDate> PartialDate::year(int year)
{
    if (year < 1 || year > 9999)
        return std::nullopt;
    return PartialDate(year, 1, 1, Precision::Year);
}

std::optional<PartialDate> PartialDate::quarter(int year, int quarter)
{
    if (!PartialDate::year(year) || quarter < 1 || quarter > 4)
        return std::nullopt;
    return PartialDate(year, 3 * quarter - 2, 1, Precision::Quarter);
}

std::optional<PartialDate> PartialDate::month(int year, int month)
{
    if (!PartialDate::year(year) || month < 1 || month > 12)
        return std::nullopt;
    return PartialDate(year, month, 1, Precision::Month);
}

std::optional<PartialDate> PartialDate::day(int year, int month, int day)
{
    if (!PartialDate::year(year) || !QDate::isValid(year, month, day))
        return std::nullopt;
    return PartialDate(year, month, day, Precision::Day);
}

std::optional<PartialDate> PartialDate::day(QDate date)
{
    return date.isValid() ? day(date.year(), date.month(), date.day()) : std::nullopt;
}

std::optional<PartialDate> PartialDate::parse(QStringView text)
{
    if (text.size() < 4)
        return std::nullopt;
    const int y = digits(text.first(4));
    if (text.size() == 4)
        return year(y);
    if (text[4] != u'-')
        return std::nullopt;
    const QStringView rest = text.mid(5);
    if (rest.size() == 2 && (rest[0] == u'Q' || rest[0] == u'q'))
        return quarter(y, digits(rest.mid(1)));
    if (rest.size() == 2)
        return month(y, digits(rest));
    if (rest.size() == 5 && rest[2] == u'-')
        return day(y, digits(rest.first(2)), digits(rest.mid(3)));
    return std::nullopt;
}

QDate PartialDate::first() const
{
    return {m_year, m_month, m_day};
}

QDate PartialDate::last() const
{
    switch (m_precision) {
    case Precision::Year:
        return {m_year, 12, 31};
    case Precision::Quarter:
        return first().addMonths(3).addDays(-1);
    case Precision::Month:
        return first().addMonths(1).addDays(-1);
    case Precision::Day:
        break;
    }
    return first();
}

PartialDate PartialDate::coarsenedTo(Precision precision) const
{
    if (precision >= m_precision)
        return *this;
    switch (precision) {
    case Precision::Year:
        return {m_year, 1, 1, precision};
    case Precision::Quarter:
        return {m_year, (m_month - 1) / 3 * 3 + 1, 1, precision};
    case Precision::Month:
        return {m_year, m_month, 1, precision};
    case Precision::Day:
        break;
    }
    return *this;
}

QString PartialDate::toString() const
{
    QString y = QStringLiteral("%1").arg(int{m_year}, 4, 10, QLatin1Char('0'));
    const auto two = [](int n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    switch (m_precision) {
    case Precision::Year:
        return y;
    case Precision::Quarter:
        return y + QStringLiteral("-Q") + QString::number((m_month + 2) / 3);
    case Precision::Month:
        return y + QLatin1Char('-') + two(m_month);
    case Precision::Day:
        break;
    }
    return y + QLatin1Char('-') + two(m_month) + QLatin1Char('-') + two(m_day);
}

std::strong_ordering PartialDate::operator<=>(const PartialDate& other) const
{
    if (const auto order = first().toJulianDay() <=> other.first().toJulianDay();
        std::is_neq(order))
        return order;
    return other.m_precision <=> m_precision;
}

QString precisionName(PartialDate::Precision precision)
{
    static constexpr std::array names{"year", "quarter", "month", "day"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(precision)));
}

} // namespace gyre
