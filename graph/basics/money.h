// Amounts of money as a source words them: bounds, currency and hedge. The one place that knows
// how money is read from plain digits and written for people.
#pragma once

#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>

namespace gyre {

/// An ISO 4217 code, three capital letters; default: not known.
class Currency
{
public:
    Currency() = default;
    static std::optional<Currency> parse(QStringView code);
    static Currency usd();

    [[nodiscard]] bool isKnown() const { return m_code[0] != 0; }

    /// "USD", or an empty text when not known.
    [[nodiscard]] QString code() const;
    /// "$", "€", "£", "¥", "C$" …; where there is no sign, the code and a no-break space.
    [[nodiscard]] QString sign() const;

    constexpr auto operator<=>(const Currency&) const = default;

private:
    std::array<char, 4> m_code{};
};

/// How firm a figure is. LessThan is for stakes alone.
enum class Qualifier : std::uint8_t
{
    Exact,
    UpTo,
    AtLeast,
    MoreThan,
    About,
    Undisclosed,
    LessThan
};

/// "exact", "up_to" …: the words of the file formats.
QString qualifierName(Qualifier qualifier);
std::optional<Qualifier> qualifierFromName(QStringView name);

/// Which end of a range counts in sums and filters.
enum class Reading : std::uint8_t
{
    Low,
    Mid,
    High
};

/// A sum as reported, in whole units of `currency`. Absent is not zero. `UpTo` fills `high` (and
/// `low` where a firm first part is stated), `AtLeast` and `MoreThan` fill `low` alone, `Exact` and
/// `About` fill both (two different bounds: a range), `Undisclosed` neither.
struct Amount
{
    std::optional<std::int64_t> low;
    std::optional<std::int64_t> high;
    Currency currency;
    Qualifier qualifier = Qualifier::Undisclosed;

    static Amount exactly(std::int64_t units, Currency currency);
    /// Of one figure and its hedge, as the table above says.
    static Amount of(std::int64_t units, Currency currency, Qualifier qualifier);

    [[nodiscard]] bool isDisclosed() const { return low || high; }

    /// The figure that filters compare: high, else low.
    [[nodiscard]] std::optional<std::int64_t> figure() const { return high ? high : low; }

    /// The end that counts; where only one end is known, that one.
    [[nodiscard]] std::optional<std::int64_t> counted(Reading reading) const;

    bool operator==(const Amount&) const = default;
};

/// "$10B", "€1.3B", "≤ $10B", "> $500B", "≈ $2.2B", "$17.4B–$19.4B", "n/d". At most three
/// significant digits after rounding unless that would hide one that was given ("$1.25B").
QString written(const Amount& amount);
/// One bare figure: "$38B", "$920M", "$1.01T", "$75,000".
QString written(std::int64_t units, Currency currency);
/// "37,833": how many of something.
QString writtenCount(std::size_t count);
/// The sign before a figure with this hedge: "≤ ", "≥ ", "> ", "≈ ", "< " or nothing.
QString sign(Qualifier qualifier);

/// A figure as it is said: "10" of billions, "75,000" of ones. ui/words names scale and currency.
struct SaidFigure
{
    enum class Scale : std::uint8_t
    {
        Ones,
        Millions,
        Billions,
        Trillions
    };

    QString digits;
    Scale scale = Scale::Ones;

    bool operator==(const SaidFigure&) const = default;
};

/// As many digits as written() shows.
SaidFigure said(std::int64_t units);

/// A figure that a person or a command line types: "10e9", "10B", "$10B", "€1.3bn", "500 million".
/// Without a sign the currency is not known.
struct TypedMoney
{
    std::int64_t units = 0;
    Currency currency;
};

std::optional<TypedMoney> typedMoney(QStringView text);

} // namespace gyre
