#include "ui/words/spoken.h"

#include "ui/words/words.h"

#include <QCoreApplication>

#include <array>

namespace gyre {

namespace {

struct Spoken
{
    Q_DECLARE_TR_FUNCTIONS(Spoken)
};

struct CurrencyName
{
    const char* code;
    const char* name;
};

constexpr std::array currencyNames{
    CurrencyName{"USD", QT_TRANSLATE_NOOP("Spoken", "dollars")},
    CurrencyName{"EUR", QT_TRANSLATE_NOOP("Spoken", "euros")},
    CurrencyName{"GBP", QT_TRANSLATE_NOOP("Spoken", "pounds")},
    CurrencyName{"JPY", QT_TRANSLATE_NOOP("Spoken", "yen")},
    CurrencyName{"CNY", QT_TRANSLATE_NOOP("Spoken", "yuan")},
    CurrencyName{"KRW", QT_TRANSLATE_NOOP("Spoken", "won")},
    CurrencyName{"INR", QT_TRANSLATE_NOOP("Spoken", "rupees")},
    CurrencyName{"CAD", QT_TRANSLATE_NOOP("Spoken", "Canadian dollars")},
    CurrencyName{"AUD", QT_TRANSLATE_NOOP("Spoken", "Australian dollars")},
    CurrencyName{"HKD", QT_TRANSLATE_NOOP("Spoken", "Hong Kong dollars")},
    CurrencyName{"SGD", QT_TRANSLATE_NOOP("Spoken", "Singapore dollars")},
    CurrencyName{"TWD", QT_TRANSLATE_NOOP("Spoken", "New Taiwan dollars")},
    CurrencyName{"ILS", QT_TRANSLATE_NOOP("Spoken", "shekels")},
    CurrencyName{"BRL", QT_TRANSLATE_NOOP("Spoken", "reais")},
    CurrencyName{"RUB", QT_TRANSLATE_NOOP("Spoken", "roubles")},
    CurrencyName{"CHF", QT_TRANSLATE_NOOP("Spoken", "Swiss francs")},
    CurrencyName{"SEK", QT_TRANSLATE_NOOP("Spoken", "Swedish kronor")},
    CurrencyName{"NOK", QT_TRANSLATE_NOOP("Spoken", "Norwegian kroner")},
    CurrencyName{"DKK", QT_TRANSLATE_NOOP("Spoken", "Danish kroner")},
    CurrencyName{"AED", QT_TRANSLATE_NOOP("Spoken", "dirhams")},
    CurrencyName{"SAR", QT_TRANSLATE_NOOP("Spoken", "riyals")},
};

constexpr std::array scaleNames{"", QT_TRANSLATE_NOOP("Spoken", "million"),
                                QT_TRANSLATE_NOOP("Spoken", "billion"),
                                QT_TRANSLATE_NOOP("Spoken", "trillion")};

constexpr std::array monthNames{
    QT_TRANSLATE_NOOP("Spoken", "January"),   QT_TRANSLATE_NOOP("Spoken", "February"),
    QT_TRANSLATE_NOOP("Spoken", "March"),     QT_TRANSLATE_NOOP("Spoken", "April"),
    QT_TRANSLATE_NOOP("Spoken", "May"),       QT_TRANSLATE_NOOP("Spoken", "June"),
    QT_TRANSLATE_NOOP("Spoken", "July"),      QT_TRANSLATE_NOOP("Spoken", "August"),
    QT_TRANSLATE_NOOP("Spoken", "September"), QT_TRANSLATE_NOOP("Spoken", "October"),
    QT_TRANSLATE_NOOP("Spoken", "November"),  QT_TRANSLATE_NOOP("Spoken", "December")};

constexpr std::array quarterNames{
    QT_TRANSLATE_NOOP("Spoken", "first quarter of %1"),
    QT_TRANSLATE_NOOP("Spoken", "second quarter of %1"),
    QT_TRANSLATE_NOOP("Spoken", "third quarter of %1"),
    QT_TRANSLATE_NOOP("Spoken", "fourth quarter of %1"),
};

QString nameOf(Currency currency)
{
    QString code = currency.code();
    for (const CurrencyName& known : currencyNames)
        if (code == QLatin1String(known.code))
            return Spoken::tr(known.name);
    return code;
}

QString withScale(const SaidFigure& figure)
{
    const char* const scale = scaleNames.at(static_cast<std::size_t>(figure.scale));
    return *scale == 0 ? figure.digits : figure.digits + QLatin1Char(' ') + Spoken::tr(scale);
}

QString withCurrency(const QString& figure, Currency currency)
{
    return currency.isKnown() ? figure + QLatin1Char(' ') + nameOf(currency) : figure;
}

/// One scale for both ends where they share it: "17.4 to 19.4 billion dollars".
QString spokenRange(std::int64_t low, std::int64_t high, Currency currency)
{
    const SaidFigure from = said(low);
    const SaidFigure to = said(high);
    //: Two ends of a range of money: "17.4 to 19.4 billion".
    const QString range =
        Spoken::tr("%1 to %2")
            .arg(from.scale == to.scale ? from.digits : withScale(from), withScale(to));
    return withCurrency(range, currency);
}

QString partiesOf(const Network& network, const Deal& deal)
{
    const QString payer =
        deal.hasCollectivePayer() ? Spoken::tr("investors") : network.firm(deal.from).name;
    const QString& receiver = network.firm(deal.to).name;
    // A partnership has no direction in meaning.
    return deal.type == DealType::Partnership ? Spoken::tr("%1 and %2").arg(payer, receiver)
                                              : Spoken::tr("%1 to %2").arg(payer, receiver);
}

} // namespace

QString spoken(std::int64_t units, Currency currency)
{
    return withCurrency(withScale(said(units)), currency);
}

QString spoken(const Amount& amount)
{
    if (!amount.isDisclosed())
        return Spoken::tr("amount not disclosed");
    const bool isRange = amount.low && amount.high && *amount.low != *amount.high;
    const QString figure = isRange ? spokenRange(*amount.low, *amount.high, amount.currency)
                                   : spoken(*amount.figure(), amount.currency);
    const bool isPlain =
        amount.qualifier == Qualifier::Exact || (isRange && amount.qualifier == Qualifier::UpTo);
    return isPlain ? figure : words(amount.qualifier) + QLatin1Char(' ') + figure;
}

QString spoken(const Network& network, const Deal& deal)
{
    QStringList parts{partiesOf(network, deal)};
    parts << (deal.type == DealType::Partnership && !deal.amount.isDisclosed()
                  ? inSentence(words(deal.type))
                  : spoken(deal.amount));
    parts << words(deal.status);
    if (deal.denied)
        parts << Spoken::tr("denied");
    return parts.join(QStringLiteral(", "));
}

QString spokenDetail(const Deal& deal)
{
    QStringList parts{words(deal.type)};
    if (deal.date)
        parts << spoken(*deal.date);
    if (!deal.detail->asset.isEmpty())
        parts << deal.detail->asset;
    QStringList inferred;
    for (const Inferred field : {Inferred::Payer, Inferred::Receiver, Inferred::Type,
                                 Inferred::Amount, Inferred::Status, Inferred::Date})
        if (deal.inferred.testFlag(field))
            inferred << words(field);
    if (!inferred.isEmpty())
        parts << Spoken::tr("inferred: %1").arg(inferred.join(QStringLiteral(", ")));
    return parts.join(QStringLiteral(", "));
}

QString spoken(const PartialDate& date)
{
    QString year = QString::number(date.year());
    const auto month = static_cast<std::size_t>(date.month() - 1);
    switch (date.precision()) {
    case PartialDate::Precision::Year:
        return year;
    case PartialDate::Precision::Quarter:
        return Spoken::tr(quarterNames.at(month / 3)).arg(year);
    case PartialDate::Precision::Month:
        return Spoken::tr(monthNames.at(month)) + QLatin1Char(' ') + year;
    case PartialDate::Precision::Day:
        break;
    }
    //: Day, month and year: "16 December 2025".
    return Spoken::tr("%1 %2 %3")
        .arg(QString::number(date.day()), Spoken::tr(monthNames.at(month)), year);
}

} // namespace gyre
