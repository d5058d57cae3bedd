// The closed vocabularies of the file formats, with their words. Order is the order of the legend.
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace gyre {

enum class FirmKind : std::uint8_t
{
    BigTech,
    Chipmaker,
    Cloud,
    AiLab,
    AiStartup,
    Investor,
    Telecom,
    Software,
    Other
};
constexpr int firmKindCount = 9;

enum class DealType : std::uint8_t
{
    EquityInvestment,
    Acquisition,
    PurchaseCommitment,
    Debt,
    Warrant,
    RevenueShare,
    Partnership,
    StakeTransfer,
    Other
};
constexpr int dealTypeCount = 9;

/// From least to most sure; Cancelled and Observed (market values) stand apart.
enum class Status : std::uint8_t
{
    Rumoured,
    InTalks,
    LetterOfIntent,
    Announced,
    Signed,
    Closed,
    Cancelled,
    Observed
};
constexpr int statusCount = 8;

enum class Basis : std::uint8_t
{
    PreMoney,
    PostMoney,
    Secondary,
    MarketCap,
    Unspecified
};
constexpr int basisCount = 5;

/// The reader's word on a fact. Rejected facts stay in the network and are in no view.
enum class Review : std::uint8_t
{
    Unreviewed,
    Accepted,
    Corrected,
    Own,
    Rejected
};
constexpr int reviewCount = 5;

/// The names of the file formats: "big_tech", "equity_investment", "in_talks", "pre_money" …
QString name(FirmKind kind);
QString name(DealType type);
QString name(Status status);
QString name(Basis basis);
QString name(Review review);

std::optional<FirmKind> firmKindFromName(QStringView name);
std::optional<DealType> dealTypeFromName(QStringView name);
std::optional<Status> statusFromName(QStringView name);
std::optional<Basis> basisFromName(QStringView name);
std::optional<Review> reviewFromName(QStringView name);

} // namespace gyre
