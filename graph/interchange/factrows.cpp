#include "graph/interchange/factrows.h"

namespace gyre {

namespace {

/// What the bounds alone say where a row has no word for it.
Qualifier qualifierOf(const Amount& amount)
{
    if (amount.low && amount.high)
        return Qualifier::Exact;
    if (amount.high)
        return Qualifier::UpTo;
    return amount.low ? Qualifier::AtLeast : Qualifier::Undisclosed;
}

void readBounds(RowReader& row, Amount& amount)
{
    amount.low = row.units("amount_low");
    amount.high = row.units("amount_high");
    if (amount.low && amount.high && *amount.low > *amount.high)
        row.reject(QStringLiteral("row.low-above-high"),
                   {row.text("amount_low"), row.text("amount_high")});
}

Amount dealAmount(RowReader& row, const char* qualifierField)
{
    Amount amount;
    readBounds(row, amount);
    amount.currency = row.currency("currency");
    amount.qualifier =
        row.choice(qualifierField, qualifierFromName, qualifierName, 7, qualifierOf(amount));
    return amount;
}

Amount valuationAmount(RowReader& row)
{
    const auto figure = row.units("amount");
    const Currency currency = row.currency("currency");
    const Qualifier qualifier = row.choice("qualifier", qualifierFromName, qualifierName, 7,
                                           figure ? Qualifier::Exact : Qualifier::Undisclosed);
    Amount amount =
        figure ? Amount::of(*figure, currency, qualifier) : Amount{{}, {}, currency, qualifier};
    if (!row.text("amount_low").isEmpty() || !row.text("amount_high").isEmpty())
        readBounds(row, amount);
    return amount;
}

std::optional<PartialDate> dateOf(RowReader& row)
{
    const auto date = row.date("date");
    const QString precision = row.text("date_precision");
    if (!date || precision.isEmpty())
        return date;
    for (const auto known : {PartialDate::Precision::Year, PartialDate::Precision::Quarter,
                             PartialDate::Precision::Month, PartialDate::Precision::Day})
        if (precision == precisionName(known))
            return date->coarsenedTo(known);
    row.reject(QStringLiteral("row.bad-choice"), {QStringLiteral("date_precision"), precision,
                                                  QStringLiteral("year, quarter, month, day")});
    return date;
}

Status statusOf(RowReader& row, Status fallback)
{
    return row.choice("status", statusFromName, qOverload<Status>(name), statusCount, fallback);
}

/// The word is missing: the status read in its place is a guess and says so.
void markGuessedStatus(RowReader& row, InferredFields& inferred)
{
    inferred.setFlag(Inferred::Status, row.text("status").isEmpty());
}

void readDetail(RowReader& row, Deal& deal)
{
    DealDetail detail;
    detail.dateText = row.text("date_text");
    detail.termYears = row.number("term_years", 0, 1000);
    detail.stakePercent = row.number("stake_percent", 0, 100);
    detail.asset = row.text("asset");
    detail.note = row.text("note");
    detail.group = row.text("group");
    detail.notCountedWhy = row.text("not_counted_why");
    if (detail != DealDetail{})
        deal.detail = std::move(detail);
}

} // namespace

std::optional<Deal> dealOf(RowReader& row, const FirmFinder& find, const char* qualifierField)
{
    Deal deal;
    deal.id = row.text("id");
    if (row.text("from") != u"*")
        deal.from = row.firm("from", find);
    deal.to = row.firm("to", find);
    row.requiredText("type");
    deal.type = row.choice("type", dealTypeFromName, qOverload<DealType>(name), dealTypeCount,
                           DealType::Other);
    deal.amount = dealAmount(row, qualifierField);
    deal.status = statusOf(row, Status::Announced);
    markGuessedStatus(row, deal.inferred);
    deal.denied = row.boolean("denied", false);
    deal.date = dateOf(row);
    deal.counted = row.boolean("counted", true);
    readDetail(row, deal);
    return row.isUsable() ? std::optional(std::move(deal)) : std::nullopt;
}

std::optional<Valuation> valuationOf(RowReader& row, const FirmFinder& find)
{
    Valuation valuation;
    valuation.id = row.text("id");
    valuation.org = row.firm("org", find);
    valuation.amount = valuationAmount(row);
    valuation.basis =
        row.choice("basis", basisFromName, qOverload<Basis>(name), basisCount, Basis::Unspecified);
    valuation.status = statusOf(row, Status::Announced);
    markGuessedStatus(row, valuation.inferred);
    valuation.denied = row.boolean("denied", false);
    valuation.date = dateOf(row);
    valuation.dateText = row.text("date_text");
    return row.isUsable() ? std::optional(std::move(valuation)) : std::nullopt;
}

std::optional<Stake> stakeOf(RowReader& row, const FirmFinder& find)
{
    Stake stake;
    stake.id = row.text("id");
    stake.holder = row.firm("holder", find);
    stake.org = row.firm("org", find);
    row.requiredText("percent");
    stake.percent = row.number("percent", 0, 100).value_or(0);
    stake.qualifier =
        row.choice("qualifier", qualifierFromName, qualifierName, 7, Qualifier::Exact);
    stake.status = statusOf(row, Status::Closed);
    stake.date = dateOf(row);
    stake.dateText = row.text("date_text");
    return row.isUsable() ? std::optional(std::move(stake)) : std::nullopt;
}

std::optional<Firm> firmOf(RowReader& row, const QStringList& aliases)
{
    Firm firm;
    firm.id = row.requiredText("id");
    if (!row.isUsable())
        return std::nullopt;
    firm.name = row.text("name");
    if (firm.name.isEmpty())
        firm.name = firm.id;
    if (const QString kind = row.text("kind"); !kind.isEmpty()) {
        const auto known = firmKindFromName(kind);
        if (!known)
            row.remark(QStringLiteral("firm.kind-unknown"), {firm.id, kind});
        firm.kind = known.value_or(FirmKind::Other);
    }
    FirmDetail detail;
    detail.ticker = row.text("ticker");
    detail.country = row.text("country");
    detail.aliases = aliases;
    if (const QString founded = row.text("founded"); !founded.isEmpty()) {
        const auto year = unitsOf(founded, false);
        if (year && *year > 0 && *year < 10000)
            detail.founded = static_cast<int>(*year);
        else
            row.remark(QStringLiteral("firm.founded-unreadable"), {firm.id, founded});
    }
    if (detail != FirmDetail{})
        firm.detail = std::move(detail);
    return firm;
}

} // namespace gyre
