#include "graph/basics/money.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

struct Sign
{
    const char* code;
    const char16_t* sign;
};

constexpr std::array signs{
    Sign{"USD", u"$"},   Sign{"EUR", u"€"},   Sign{"GBP", u"£"},   Sign{"JPY", u"¥"},
    Sign{"CNY", u"CN¥"}, Sign{"KRW", u"₩"},   Sign{"INR", u"₹"},   Sign{"CAD", u"C$"},
    Sign{"AUD", u"A$"},  Sign{"HKD", u"HK$"}, Sign{"SGD", u"S$"},  Sign{"TWD", u"NT$"},
    Sign{"ILS", u"₪"},   Sign{"BRL", u"R$"},  Sign{"RUB", u"₽"},
};

constexpr std::array qualifierNames{"exact", "up_to",       "at_least", "more_than",
                                    "about", "undisclosed", "less_than"};

struct Scale
{
    double unit;
    char16_t letter;
    SaidFigure::Scale said;
};

constexpr std::array scales{Scale{1e12, u'T', SaidFigure::Scale::Trillions},
                            Scale{1e9, u'B', SaidFigure::Scale::Billions},
                            Scale{1e6, u'M', SaidFigure::Scale::Millions}};

/// nullptr: a figure that is written out.
const Scale* scaleOf(double value)
{
    const auto* const found = std::find_if(
        scales.begin(), scales.end(), [value](const Scale& s) { return value >= s.unit * 0.9995; });
    return found == scales.end() ? nullptr : found;
}

QString grouped(std::int64_t units)
{
    QLocale locale = QLocale::c();
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    return locale.toString(std::abs(qint64{units}));
}

/// Three significant digits, or as many as it takes to lose nothing, up to two decimals more.
QString figure(double value)
{
    const int whole = value < 10 ? 1 : value < 100 ? 2 : 3;
    int decimals = std::max(0, 3 - whole);
    const double step = std::pow(10.0, decimals);
    // A digit that was given is not hidden: 17.4, 1.25 and 852 stay, 14.2857 becomes 14.3.
    if (std::abs(value * step - std::round(value * step)) > 1e-9) {
        const double finer = step * 10;
        if (std::abs(value * finer - std::round(value * finer)) < 1e-6)
            ++decimals;
    }
    QString text = QString::number(value, 'f', decimals);
    if (text.contains(QLatin1Char('.'))) {
        while (text.endsWith(QLatin1Char('0')))
            text.chop(1);
        if (text.endsWith(QLatin1Char('.')))
            text.chop(1);
    }
    return text;
}

std::optional<double> multiplier(QStringView word)
{
    struct Word
    {
        const char16_t* word;
        double factor;
    };

    static constexpr std::array words{
        Word{u"", 1},     Word{u"k", 1e3},   Word{u"thousand", 1e3},
        Word{u"m", 1e6},  Word{u"mn", 1e6},  Word{u"million", 1e6},
        Word{u"b", 1e9},  Word{u"bn", 1e9},  Word{u"billion", 1e9},
        Word{u"t", 1e12}, Word{u"tn", 1e12}, Word{u"trillion", 1e12},
    };
    for (const Word& known : words)
        if (word.compare(QStringView(known.word), Qt::CaseInsensitive) == 0)
            return known.factor;
    return std::nullopt;
}

} // namespace

std::optional<Currency> Currency::parse(QStringView code)
{
    if (code.size() != 3)
        return std::nullopt;
    Currency currency;
    for (int i = 0; i < 3; ++i) {
        const char16_t c = code[i].toUpper().unicode();
        if (c < u'A' || c > u'Z')
            return std::nullopt;
        currency.m_code.at(static_cast<std::size_t>(i)) = static_cast<char>(c);
    }
    return currency;
}

Currency Currency::usd()
{
    return *parse(u"USD");
}

QString Currency::code() const
{
    return QString::fromLatin1(m_code.data());
}

QString Currency::sign() const
{
    if (!isKnown())
        return {};
    const QString mine = code();
    for (const Sign& known : signs)
        if (mine == QLatin1String(known.code))
            return QString::fromUtf16(known.sign);
    return mine + QChar(QChar::Nbsp);
}

QString qualifierName(Qualifier qualifier)
{
    return QString::fromLatin1(qualifierNames.at(static_cast<std::size_t>(qualifier)));
}

std::optional<Qualifier> qualifierFromName(QStringView name)
{
    for (std::size_t i = 0; i < qualifierNames.size(); ++i)
        if (name == QLatin1String(qualifierNames.at(i)))
            return static_cast<Qualifier>(i);
    return std::nullopt;
}

Amount Amount::exactly(std::int64_t units, Currency currency)
{
    return {units, units, currency, Qualifier::Exact};
}

Amount Amount::of(std::int64_t units, Currency currency, Qualifier qualifier)
{
    Amount amount{std::nullopt, std::nullopt, currency, qualifier};
    if (qualifier != Qualifier::Undisclosed && qualifier != Qualifier::UpTo &&
        qualifier != Qualifier::LessThan)
        amount.low = units;
    if (qualifier == Qualifier::Exact || qualifier == Qualifier::About ||
        qualifier == Qualifier::UpTo || qualifier == Qualifier::LessThan)
        amount.high = units;
    return amount;
}

std::optional<std::int64_t> Amount::counted(Reading reading) const
{
    if (!low || !high)
        return figure();
    switch (reading) {
    case Reading::Low:
        return low;
    case Reading::Mid:
        return *low + (*high - *low) / 2;
    case Reading::High:
        break;
    }
    return high;
}

QString written(std::int64_t units, Currency currency)
{
    const QString minus = units < 0 ? QStringLiteral("−") : QString();
    const double value = std::abs(static_cast<double>(units));
    if (const Scale* scale = scaleOf(value))
        return minus + currency.sign() + figure(value / scale->unit) + QChar(scale->letter);
    return minus + currency.sign() + grouped(units);
}

SaidFigure said(std::int64_t units)
{
    const QString minus = units < 0 ? QStringLiteral("−") : QString();
    const double value = std::abs(static_cast<double>(units));
    if (const Scale* scale = scaleOf(value))
        return {minus + figure(value / scale->unit), scale->said};
    return {minus + grouped(units), SaidFigure::Scale::Ones};
}

QString sign(Qualifier qualifier)
{
    switch (qualifier) {
    case Qualifier::UpTo:
        return QStringLiteral("≤ ");
    case Qualifier::AtLeast:
        return QStringLiteral("≥ ");
    case Qualifier::MoreThan:
        return QStringLiteral("> ");
    case Qualifier::About:
        return QStringLiteral("≈ ");
    case Qualifier::LessThan:
        return QStringLiteral("< ");
    case Qualifier::Exact:
    case Qualifier::Undisclosed:
        break;
    }
    return {};
}

QString written(const Amount& amount)
{
    const auto figure = amount.figure();
    if (!figure)
        return QStringLiteral("n/d");
    const QString before = sign(amount.qualifier);
    if (amount.low && amount.high && *amount.low != *amount.high)
        return (amount.qualifier == Qualifier::UpTo ? QString() : before) +
               written(*amount.low, amount.currency) + QStringLiteral("–") +
               written(*amount.high, amount.currency);
    return before + written(*figure, amount.currency);
}

std::optional<TypedMoney> typedMoney(QStringView text)
{
    text = text.trimmed();
    TypedMoney money;
    for (const Sign& known : signs) {
        const QStringView sign(known.sign);
        const bool isSign = text.startsWith(sign);
        if (isSign || text.startsWith(QLatin1String(known.code), Qt::CaseInsensitive)) {
            money.currency = *Currency::parse(QString::fromLatin1(known.code));
            text = text.mid(isSign ? sign.size() : 3).trimmed();
            break;
        }
    }
    qsizetype end = 0;
    while (end < text.size() && (text[end].isDigit() || text[end] == u'.' || text[end] == u',' ||
                                 ((text[end] == u'e' || text[end] == u'E') &&
                                  end + 1 < text.size() && text[end + 1].isDigit())))
        ++end;
    const auto factor = multiplier(text.mid(end).trimmed());
    bool isNumber = false;
    const double number = text.first(end).toString().remove(QLatin1Char(',')).toDouble(&isNumber);
    const double units = number * factor.value_or(1);
    if (!isNumber || !factor || !(units >= 0) || units > 9e18)
        return std::nullopt;
    money.units = static_cast<std::int64_t>(std::llround(units));
    return money;
}

QString writtenCount(std::size_t count)
{
    return grouped(static_cast<std::int64_t>(count));
}

} // namespace gyre
