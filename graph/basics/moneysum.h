// Amounts added up without losing their hedges: interval arithmetic over what a source leaves open.
// "≤ $6.5B" and "$6.3B" are "≤ $12.8B"; "≈ $40B" and "≤ $100B" are "≈ $40B–$140B"; "≥ $5B" and
// "≤ $10B" are "≥ $5B–$15B": at least 5, and 15 where the ceiling is used up. Additions are
// checked: a sum beyond 64 bits, like one over several currencies, has no figure and says why.
#pragma once

#include "graph/basics/money.h"

namespace gyre {

class MoneySum
{
public:
    enum class Flaw : std::uint8_t
    {
        None,
        /// No amount was disclosed.
        Nothing,
        Currencies,
        TooLarge
    };

    MoneySum() = default;

    /// `reading`: which end of a range is counted. Low makes "$17.4B–$19.4B" a lower bound, Mid an
    /// approximate figure, High leaves the range as it is.
    explicit MoneySum(Reading reading)
        : m_reading(reading)
    {
    }

    /// Undisclosed amounts are counted apart and change no figure.
    void add(const Amount& amount);

    [[nodiscard]] Flaw flaw() const;

    [[nodiscard]] bool isSound() const { return flaw() == Flaw::None; }

    /// The sum of the figures that the reading counts: what is compared and drawn. Absent with a
    /// flaw.
    [[nodiscard]] std::optional<std::int64_t> counted() const;
    /// The certain part: 0 where only ceilings are known. Absent with a flaw.
    [[nodiscard]] std::optional<std::int64_t> low() const;
    /// Absent with a flaw and where there is no upper end ("at least").
    [[nodiscard]] std::optional<std::int64_t> high() const;
    /// The farthest figure that was stated, also where there is no upper end. Absent with a flaw.
    [[nodiscard]] std::optional<std::int64_t> farthest() const;

    [[nodiscard]] Currency currency() const { return m_currency; }

    /// Some part is approximate.
    [[nodiscard]] bool isAbout() const { return m_isAbout; }

    /// There is no upper end.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    /// Surely more than the lower end.
    [[nodiscard]] bool isStrict() const { return m_isStrict; }

    /// A ceiling whose certain part is not stated is in it.
    [[nodiscard]] bool hasCeiling() const { return m_hasCeiling; }

    [[nodiscard]] std::size_t summed() const { return m_summed; }

    [[nodiscard]] std::size_t undisclosed() const { return m_undisclosed; }

    /// What can pass through both: the lesser of either end. A flaw of one is a flaw of the result.
    static MoneySum lesser(const MoneySum& a, const MoneySum& b);

    bool operator==(const MoneySum&) const = default;

private:
    void grow(std::int64_t& figure, std::int64_t by);

    Reading m_reading = Reading::High;
    Currency m_currency;
    std::int64_t m_counted = 0;
    std::int64_t m_low = 0;
    std::int64_t m_high = 0;
    std::size_t m_summed = 0;
    std::size_t m_undisclosed = 0;
    bool m_isAbout = false;
    bool m_isOpen = false;
    bool m_isStrict = false;
    bool m_hasCeiling = false;
    bool m_isMixed = false;
    bool m_isTooLarge = false;
};

/// "$48B", "≤ $12.8B", "≈ $40B–$140B", "> $5B", "≤ ~$40B"; "n/d" with a flaw.
QString written(const MoneySum& sum);

/// One sum over another, with the ends that follow from theirs.
struct MoneyRatio
{
    /// Of the counted figures.
    double value = 0;
    /// Absent: down to nothing.
    std::optional<double> low;
    /// Absent: no upper end.
    std::optional<double> high;
    bool isAbout = false;

    bool operator==(const MoneyRatio&) const = default;
};

/// `of` ÷ `over`; absent where either has a flaw, their currencies differ, or `over` is nothing.
std::optional<MoneyRatio> ratio(const MoneySum& of, const MoneySum& over);

/// "3.8×", "≥ 3.8×", "≤ 0.5×", "≈ 2×", "0.4×–2×"; three significant digits. Empty where neither end
/// is known: two ceilings say nothing about their ratio.
QString written(const MoneyRatio& ratio);

} // namespace gyre
