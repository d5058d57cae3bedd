#include "graph/model/vocabulary.h"

#include <array>

namespace gyre {

namespace {

constexpr std::array<const char*, firmKindCount> firmKinds{"big_tech", "chipmaker",  "cloud",
                                                           "ai_lab",   "ai_startup", "investor",
                                                           "telecom",  "software",   "other"};
constexpr std::array<const char*, dealTypeCount> dealTypes{
    "equity_investment", "acquisition", "purchase_commitment", "debt", "warrant",
    "revenue_share",     "partnership", "stake_transfer",      "other"};
constexpr std::array<const char*, statusCount> statuses{"rumoured",  "in_talks", "letter_of_intent",
                                                        "announced", "signed",   "closed",
                                                        "cancelled", "observed"};
constexpr std::array<const char*, basisCount> bases{"pre_money", "post_money", "secondary",
                                                    "market_cap", "unspecified"};
constexpr std::array<const char*, reviewCount> reviews{"unreviewed", "accepted", "corrected", "own",
                                                       "rejected"};

template<typename Value, std::size_t count>
std::optional<Value> find(const std::array<const char*, count>& names, QStringView name)
{
    for (std::size_t i = 0; i < count; ++i)
        if (name == QLatin1String(names.at(i)))
            return static_cast<Value>(i);
    return std::nullopt;
}

template<typename Value, std::size_t count>
QString nameIn(const std::array<const char*, count>& names, Value value)
{
    return QString::fromLatin1(names.at(static_cast<std::size_t>(value)));
}

} // namespace

QString name(FirmKind kind)
{
    return nameIn(firmKinds, kind);
}

QString name(DealType type)
{
    return nameIn(dealTypes, type);
}

QString name(Status status)
{
    return nameIn(statuses, status);
}

QString name(Basis basis)
{
    return nameIn(bases, basis);
}

QString name(Review review)
{
    return nameIn(reviews, review);
}

std::optional<FirmKind> firmKindFromName(QStringView name)
{
    return find<FirmKind>(firmKinds, name);
}

std::optional<DealType> dealTypeFromName(QStringView name)
{
    return find<DealType>(dealTypes, name);
}

std::optional<Status> statusFromName(QStringView name)
{
    return find<Status>(statuses, name);
}

std::optional<Basis> basisFromName(QStringView name)
{
    return find<Basis>(bases, name);
}

std::optional<Review> reviewFromName(QStringView name)
{
    return find<Review>(reviews, name);
}

} // namespace gyre
