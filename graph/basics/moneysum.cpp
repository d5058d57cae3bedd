#include "graph/basics/moneysum.h"

#include <algorithm>
#include <utility>

namespace gyre {

namespace {

/// What one amount leaves open, in the chosen reading.
struct Ends
{
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool isOpen = false;
    bool isAbout = false;
};

Ends endsOf(const Amount& amount, std::int64_t counted, Reading reading)
{
    const bool isBounded = amount.low && amount.high;
    const bool isFloor =
        amount.qualifier == Qualifier::AtLeast || amount.qualifier == Qualifier::MoreThan;
    Ends ends;
    ends.isAbout = amount.qualifier == Qualifier::About;
    ends.isOpen = isFloor;
    ends.low = amount.low.value_or(isFloor ? counted : 0);
    ends.high = amount.high.value_or(counted);
    if (!isBounded || *amount.low == *amount.high || reading == Reading::High)
        return ends;
    ends.low = ends.high = counted;
    ends.isOpen = ends.isOpen || reading == Reading::Low;
    ends.isAbout = ends.isAbout || reading == Reading::Mid;
    return ends;
}

QString times(double value)
{
    return QString::number(value, 'g', 3) + QChar(0x00D7);
}

} // namespace

void MoneySum::grow(std::int64_t& figure, std::int64_t by)
{
    m_isTooLarge = __builtin_add_overflow(figure, by, &figure) || m_isTooLarge;
}

void MoneySum::add(const Amount& amount)
{
    const auto counted = amount.counted(m_reading);
    if (!counted) {
        ++m_undisclosed;
        return;
    }
    m_isMixed = m_isMixed || (m_summed > 0 && m_currency != amount.currency);
    m_currency = amount.currency;
    ++m_summed;
    const Ends ends = endsOf(amount, *counted, m_reading);
    grow(m_counted, *counted);
    grow(m_low, ends.low);
    grow(m_high, ends.high);
    m_isOpen = m_isOpen || ends.isOpen;
    m_isAbout = m_isAbout || ends.isAbout;
    m_isStrict = m_isStrict || amount.qualifier == Qualifier::MoreThan;
    m_hasCeiling = m_hasCeiling || (!amount.low && !ends.isOpen);
}

MoneySum::Flaw MoneySum::flaw() const
{
    if (m_summed == 0)
        return Flaw::Nothing;
    if (m_isMixed)
        return Flaw::Currencies;
    return m_isTooLarge ? Flaw::TooLarge : Flaw::None;
}

std::optional<std::int64_t> MoneySum::counted() const
{
    return isSound() ? std::optional(m_counted) : std::nullopt;
}

std::optional<std::int64_t> MoneySum::low() const
{
    return isSound() ? std::optional(m_low) : std::nullopt;
}

std::optional<std::int64_t> MoneySum::high() const
{
    return isSound() && !m_isOpen ? std::optional(m_high) : std::nullopt;
}

std::optional<std::int64_t> MoneySum::farthest() const
{
    return isSound() ? std::optional(m_high) : std::nullopt;
}

MoneySum MoneySum::lesser(const MoneySum& a, const MoneySum& b)
{
    if (!a.isSound() || !b.isSound())
        return a.isSound() ? b : a;
    MoneySum sum = a;
    sum.m_isMixed = a.m_currency != b.m_currency;
    sum.m_summed += b.m_summed;
    sum.m_undisclosed += b.m_undisclosed;
    sum.m_counted = std::min(a.m_counted, b.m_counted);
    sum.m_low = std::min(a.m_low, b.m_low);
    // An end that is open does not limit the other.
    const bool isOneOpen = a.m_isOpen != b.m_isOpen;
    sum.m_isOpen = a.m_isOpen && b.m_isOpen;
    sum.m_high = isOneOpen ? (a.m_isOpen ? b : a).m_high : std::min(a.m_high, b.m_high);
    // A hedge counts where its sum can be the lesser one.
    const auto reaches = [&sum](const MoneySum& one) { return one.m_low <= sum.m_high; };
    sum.m_isAbout = (a.m_isAbout && reaches(a)) || (b.m_isAbout && reaches(b));
    sum.m_hasCeiling = (a.m_hasCeiling && reaches(a)) || (b.m_hasCeiling && reaches(b));
    const MoneySum& lower = a.m_low <= b.m_low ? a : b;
    sum.m_isStrict = sum.m_isOpen && lower.m_isStrict;
    return sum;
}

QString written(const MoneySum& sum)
{
    if (!sum.isSound())
        return written(Amount{});
    const QString about = sum.isAbout() ? sign(Qualifier::About) : QString();
    const QString low = written(*sum.low(), sum.currency());
    const QString high = written(*sum.farthest(), sum.currency());
    const bool isRange = *sum.low() != *sum.farthest();
    const QString range = isRange ? low + QChar(0x2013) + high : low;
    // Two signs before one figure read as a slip of the pen: "≤ ~$40B".
    const QString roughly = sum.isAbout() ? QStringLiteral("~") : QString();
    if (sum.isOpen())
        return sign(sum.isStrict() ? Qualifier::MoreThan : Qualifier::AtLeast) + roughly + range;
    // Of a ceiling alone the certain part is not worth naming; beside "about" both ends are.
    if (isRange && sum.hasCeiling() && (!sum.isAbout() || *sum.low() == 0))
        return sign(Qualifier::UpTo) + roughly + high;
    return about + range;
}

std::optional<MoneyRatio> ratio(const MoneySum& of, const MoneySum& over)
{
    if (!of.isSound() || !over.isSound() || of.currency() != over.currency() ||
        *over.counted() <= 0)
        return std::nullopt;
    const auto quotient = [](std::int64_t a, std::int64_t b) {
        return static_cast<double>(a) / static_cast<double>(b);
    };
    MoneyRatio made;
    made.value = quotient(*of.counted(), *over.counted());
    if (over.high() && *over.high() > 0 && *of.low() > 0)
        made.low = quotient(*of.low(), *over.high());
    if (of.high() && *over.low() > 0)
        made.high = quotient(*of.high(), *over.low());
    made.isAbout = of.isAbout() || over.isAbout();
    return made;
}

QString written(const MoneyRatio& ratio)
{
    const QString about = ratio.isAbout ? sign(Qualifier::About) : QString();
    if (ratio.low && ratio.high) {
        const QString low = times(*ratio.low);
        const QString high = times(*ratio.high);
        return about + (low == high ? high : low + QChar(0x2013) + high);
    }
    if (ratio.low)
        return sign(Qualifier::AtLeast) + about + times(*ratio.low);
    if (ratio.high)
        return sign(Qualifier::UpTo) + about + times(*ratio.high);
    return {};
}

} // namespace gyre
