#include "ui/models/phrases.h"

#include "ui/words/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace gyre {

namespace {

struct Phrases
{
    Q_DECLARE_TR_FUNCTIONS(Phrases)
};

constexpr std::array allInferred{Inferred::Payer,  Inferred::Receiver, Inferred::Type,
                                 Inferred::Amount, Inferred::Status,   Inferred::Date,
                                 Inferred::Org,    Inferred::Holder};

QString joinedByAnd(const QStringList& parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return Phrases::tr("%1 and %2", "enumeration: all but the last, the last")
        .arg(parts.mid(0, parts.size() - 1).join(Phrases::tr(", ")), parts.back());
}

} // namespace

QString payerName(const Network& network, const Deal& deal)
{
    if (!deal.hasCollectivePayer())
        return network.firm(deal.from).name;
    QStringList members;
    for (const FirmId member : deal.detail->groupMembers)
        if (network.contains(member))
            members << network.firm(member).name;
    return members.isEmpty() ? Phrases::tr("Investors") : joinedByAnd(members);
}

QString parties(const Network& network, const Deal& deal)
{
    const QString join =
        deal.type == DealType::Partnership ? QStringLiteral(" – ") : QStringLiteral(" → ");
    return payerName(network, deal) + join + network.firm(deal.to).name;
}

QString claimed(const Network& network, const Valuation& valuation)
{
    return Phrases::tr("%1 is valued").arg(network.firm(valuation.org).name);
}

QString claimed(const Network& network, const Stake& stake)
{
    return Phrases::tr("%1 owns part of %2")
        .arg(network.firm(stake.holder).name, network.firm(stake.org).name);
}

QString figure(const Deal& deal)
{
    if (deal.amount.isDisclosed())
        return written(deal.amount);
    if (deal.detail->stakePercent)
        return writtenPercent(*deal.detail->stakePercent);
    return deal.type == DealType::Partnership ? QString() : written(deal.amount);
}

QString figure(const Valuation& valuation)
{
    return written(valuation.amount);
}

QString figure(const Stake& stake)
{
    return writtenPercent(stake.percent, stake.qualifier);
}

QString inferredNote(InferredFields fields)
{
    QStringList names;
    for (const Inferred field : allInferred)
        if (fields.testFlag(field))
            names << words(field);
    return names.isEmpty() ? QString() : Phrases::tr("%1 inferred").arg(joinedByAnd(names));
}

QString counted(std::size_t count, const QString& one, const QString& many)
{
    return count == 1 ? one : many.arg(QLocale().toString(qulonglong(count)));
}

QString statusText(Status status, bool isDenied)
{
    // A market's value is observed: there is nothing to tell beside its basis.
    if (status == Status::Observed)
        return isDenied ? Phrases::tr("denied") : QString();
    return isDenied ? Phrases::tr("%1, denied").arg(words(status)) : words(status);
}

QString sums(const std::map<QString, MoneySum>& byCurrency)
{
    QStringList parts;
    for (const auto& [code, sum] : byCurrency)
        if (sum.flaw() == MoneySum::Flaw::TooLarge)
            parts << Phrases::tr("more than can be counted");
        else if (sum.isSound() && sum.counted() != 0)
            parts << written(sum);
    return parts.isEmpty() ? written(0, Currency::usd()) : joinedByAnd(parts);
}

QString roundOf(const Network& network, const std::vector<FirmId>& firms)
{
    QStringList names;
    for (const FirmId firm : firms)
        names << network.firm(firm).name;
    if (!firms.empty())
        names << network.firm(firms.front()).name;
    return names.join(QStringLiteral(" → "));
}

QString dateText(const std::optional<PartialDate>& date, const QString& unresolved)
{
    if (date)
        return words(*date);
    return unresolved.isEmpty() ? QString() : Phrases::tr("“%1”").arg(unresolved);
}

} // namespace gyre
