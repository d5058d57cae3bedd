// Which claims a chart draws, chosen and ordered: a pure step between the network and the drawing.
// Rejected and cancelled claims are left out, background facts that a briefing states too or that
// are later than the chart's date as well; what is left out is counted.
#pragma once

#include "graph/model/sureness.h"
#include "ui/charts/charts.h"

#include <map>

namespace gyre {

/// What a figure leaves open, in units of the figure.
struct Extent
{
    /// Certain part and farthest end; equal where one figure is given.
    double low = 0;
    double high = 0;
    /// "At least", "more than": there is no upper end.
    bool isOpen = false;
};

/// Nothing for undisclosed amounts.
std::optional<Extent> extentOf(const Amount& amount);
/// `percent` with a hedge of a share, in per cent.
Extent extentOf(double percent, Qualifier qualifier);

struct ValueClaim
{
    ValuationId id;
    bool isBackground = false;
    /// Its `org` is a firm of the scene's network, also where it is background.
    Valuation valuation;
    Extent extent;
};

/// The values of one firm: dated ones in the order of time, then undated ones by size.
struct ValuesOfFirm
{
    FirmId firm;
    QString name;
    std::vector<ValueClaim> claims;
};

/// Claims that are not drawn, counted by why.
struct Undrawn
{
    int cancelled = 0;
    int undisclosed = 0;
    /// Dated later than the chart's date, so left out by the filter.
    int later = 0;
    int laterBackground = 0;
    /// Left out by the filter for any other reason.
    int filtered = 0;
};

struct ValueClaims
{
    std::vector<ValuesOfFirm> firms;
    Undrawn leftOut;
};

/// Firms with at least one value, by name. O(valuations · log).
ValueClaims valueClaims(const ChartScene& scene);

struct Holding
{
    StakeId id;
    bool isBackground = false;
    Stake stake;
    QString holder;
    FirmKind kind = FirmKind::Other;
    Extent extent;
    /// "27%", "≤ 9%", "15–19%".
    QString written;
    /// The share's own date, else that of the text that states it.
    std::optional<PartialDate> known;
    /// Earlier shares of the same holder, newest first: not drawn.
    std::vector<Stake> older;

    /// What of it is sure: nothing of talk, else the lower end.
    [[nodiscard]] double certain() const;
};

/// The known owners of one firm, greatest first. Shares of the briefings and of the background are
/// two separate lists.
struct FirmOwners
{
    FirmId firm;
    QString name;
    bool isBackground = false;
    std::vector<Holding> holdings;
    /// Where the newest share of every holder together exceeds 100 %, the bar is of one date alone:
    /// the newest of which two holders at least are known. What does not belong to it, newest
    /// first.
    std::vector<Holding> aside;
    /// The date of such a bar.
    std::optional<PartialDate> oneDate;

    /// Sum of the drawn shares, in per cent; may be over 100.
    [[nodiscard]] double sum() const;
    [[nodiscard]] bool isOverfull() const;

    /// The undisclosed rest with the hedge that follows from the shares' own; nothing below 0.05 %.
    struct Rest
    {
        double percent = 0;
        Qualifier qualifier = Qualifier::Exact;
    };

    [[nodiscard]] std::optional<Rest> rest() const;
    /// "≈ 36%"; empty where there is none.
    [[nodiscard]] QString writtenRest() const;
    [[nodiscard]] std::size_t olderCount() const;
};

struct OwnershipClaims
{
    /// Firm of the greatest share first; of one firm the briefings' list before the background's.
    std::vector<FirmOwners> firms;
    /// The scene's firm has no known owner, and these are the firms it holds shares of.
    bool isHoldingsOfFirm = false;
    Undrawn leftOut;
};

OwnershipClaims ownershipClaims(const ChartScene& scene);

/// "≈ 36%": the share of `firm` that no known holder owns, with its hedge, as its chart says it.
/// Empty where there is none or no owner is known.
QString undisclosedRest(const Network& network, FirmId firm);

/// The date the chart stands for: the scene's, else the newest briefing's; absent with no dated
/// briefing.
std::optional<PartialDate> chartDate(const ChartScene& scene);

/// Counts a claim of the scene that its filter leaves out.
void countFiltered(Undrawn& leftOut, const ChartScene& scene, Status status, bool isDenied,
                   const std::optional<PartialDate>& date);

/// The firm of the scene's network that a firm of the background is; matched by text id.
std::optional<FirmId> ownFirm(const ChartScene& scene, FirmId background);
/// Surely after the last day that `limit` may mean; never where either is absent.
bool isLater(const std::optional<PartialDate>& date, const std::optional<PartialDate>& limit);
/// The middle of what a date may mean, in Julian days: where it stands on an axis of time. "Q4
/// 2025" is later than 13 Oct 2025.
double middleDay(const PartialDate& date);
bool isLowerBound(Qualifier qualifier);
bool isUpperBound(Qualifier qualifier);

} // namespace gyre
