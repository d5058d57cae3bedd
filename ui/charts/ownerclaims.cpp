#include "ui/charts/claims.h"

#include <algorithm>

namespace gyre {

namespace {

/// Shares given in whole per cent add up to a little over 100 by rounding alone.
constexpr double roundingSlack = 0.5;

struct StakeClaim
{
    StakeId id;
    bool isBackground = false;
    Stake stake;
    QString holder;
    FirmKind kind = FirmKind::Other;
    /// The holder in the scene's network, where it is known there.
    std::optional<FirmId> ownHolder;
    /// The share's own date, else the one of the text that states it.
    std::optional<PartialDate> known;
};

struct StakeCollector
{
    const ChartScene& scene;
    OwnershipClaims found;
    std::vector<StakeClaim> claims;

    [[nodiscard]] std::optional<PartialDate> knownSince(const Stake& stake) const
    {
        if (stake.date)
            return stake.date;
        for (const Shared<Evidence>& evidence : stake.evidence) {
            for (const Shared<ReadBriefing>& read : scene.briefings) {
                if (!evidence->briefing.isEmpty() && read->briefing.id == evidence->briefing)
                    return read->briefing.date;
            }
        }
        return std::nullopt;
    }

    /// `stake.org` is of the scene's network, its holder of `network`.
    [[nodiscard]] bool isWanted(const Network& network, const Stake& stake) const
    {
        return stake.review != Review::Rejected && isOfFirm(network, stake);
    }

    [[nodiscard]] bool isOfFirm(const Network& network, const Stake& stake) const
    {
        if (!network.contains(stake.holder))
            return false;
        return !scene.firm || *scene.firm == stake.org ||
               scene.network.findFirm(network.firm(stake.holder).id) == scene.firm;
    }

    [[nodiscard]] bool isFiltered(const Stake& stake, std::size_t index) const
    {
        return scene.unfiltered && stake.review == Review::Rejected &&
               scene.unfiltered->stakes()[index].review != Review::Rejected;
    }

    void add(const Network& network, Stake stake, std::size_t index, bool isBackground)
    {
        if (stake.status == Status::Cancelled) {
            ++found.leftOut.cancelled;
            return;
        }
        const Firm& holder = network.firm(stake.holder);
        const std::optional<PartialDate> known = knownSince(stake);
        claims.push_back(StakeClaim{StakeId{static_cast<std::uint32_t>(index)}, isBackground,
                                    std::move(stake), holder.name, holder.kind,
                                    scene.network.findFirm(holder.id), known});
    }

    void addOwn()
    {
        std::size_t index = 0;
        for (const Stake& stake : scene.network.stakes()) {
            const std::size_t at = index++;
            if (!scene.network.contains(stake.org) || !isOfFirm(scene.network, stake))
                continue;
            if (isFiltered(stake, at))
                countFiltered(found.leftOut, scene, stake.status, false, stake.date);
            else if (stake.review != Review::Rejected)
                add(scene.network, stake, at, false);
        }
    }

    void addBackground()
    {
        const std::optional<PartialDate> limit = chartDate(scene);
        std::size_t index = 0;
        for (const Stake& listed : scene.background->stakes()) {
            const std::size_t at = index++;
            const std::optional<FirmId> own = ownFirm(scene, listed.org);
            if (!own)
                continue;
            Stake stake = listed;
            stake.org = *own;
            if (!isWanted(*scene.background, stake))
                continue;
            if (isLater(stake.date, limit))
                ++found.leftOut.laterBackground;
            else
                add(*scene.background, std::move(stake), at, true);
        }
    }
};

bool isNewer(const StakeClaim& a, const StakeClaim& b)
{
    if (a.known.has_value() != b.known.has_value())
        return a.known.has_value();
    if (a.known && *a.known != *b.known)
        return *a.known > *b.known;
    return a.stake.percent > b.stake.percent;
}

/// "At least 15 %" and "up to 19 %" of one date are one range.
bool areBounds(const StakeClaim& a, const StakeClaim& b)
{
    return a.known == b.known && isUpperBound(a.stake.qualifier) &&
           isLowerBound(b.stake.qualifier) && b.stake.percent <= a.stake.percent;
}

/// `claims`: of one holder in one firm, newest first.
Holding holdingOf(const std::vector<StakeClaim>& claims)
{
    const StakeClaim& newest = claims.front();
    Holding holding{newest.id,
                    newest.isBackground,
                    newest.stake,
                    newest.holder,
                    newest.kind,
                    extentOf(newest.stake.percent, newest.stake.qualifier),
                    writtenPercent(newest.stake.percent, newest.stake.qualifier),
                    newest.known,
                    {}};
    std::size_t first = 1;
    if (claims.size() > 1 && areBounds(newest, claims.at(1))) {
        holding.extent.low = claims.at(1).stake.percent;
        holding.written = writtenPercent(holding.extent.low).chopped(1) + QChar(0x2013) +
                          writtenPercent(holding.extent.high);
        first = 2;
    }
    for (std::size_t i = first; i < claims.size(); ++i)
        holding.older.push_back(claims.at(i).stake);
    return holding;
}

bool isGreater(const Holding& a, const Holding& b)
{
    if (a.extent.high != b.extent.high)
        return a.extent.high > b.extent.high;
    return a.holder < b.holder;
}

/// Per holder, newest first.
using ClaimsOfHolders = std::map<QString, std::vector<StakeClaim>>;

std::vector<Holding> newestHoldings(const ClaimsOfHolders& holders)
{
    std::vector<Holding> holdings;
    for (const auto& [holder, stakes] : holders) {
        // Newest is nothing: the holder has sold out.
        if (stakes.front().stake.percent > 0)
            holdings.push_back(holdingOf(stakes));
    }
    std::sort(holdings.begin(), holdings.end(), isGreater);
    return holdings;
}

/// What each holder had then, and before.
ClaimsOfHolders asOf(const ClaimsOfHolders& holders, const std::optional<PartialDate>& date)
{
    ClaimsOfHolders then;
    for (const auto& [holder, stakes] : holders) {
        const auto first =
            std::find_if(stakes.begin(), stakes.end(),
                         [&date](const StakeClaim& claim) { return claim.known == date; });
        if (first != stakes.end())
            then[holder] = {first, stakes.end()};
    }
    return then;
}

/// Shares of which the bar has none as new: of holders it leaves out and newer ones of its own.
std::vector<Holding> besides(const ClaimsOfHolders& holders, const ClaimsOfHolders& drawn)
{
    std::vector<Holding> aside;
    for (const auto& [holder, stakes] : holders) {
        const auto there = drawn.find(holder);
        const bool isDrawn =
            there != drawn.end() && there->second.front().known == stakes.front().known;
        if (!isDrawn && stakes.front().stake.percent > 0)
            aside.push_back(holdingOf({stakes.front()}));
    }
    std::stable_sort(aside.begin(), aside.end(),
                     [](const Holding& a, const Holding& b) { return b.known < a.known; });
    return aside;
}

/// Shares of different dates that exceed the whole are no picture of it: the newest ones of one
/// date are. Without two holders of one date everything stays, side by side.
void keepOneDate(FirmOwners& owners, const ClaimsOfHolders& holders)
{
    std::vector<std::optional<PartialDate>> dates;
    for (const auto& [holder, stakes] : holders)
        for (const StakeClaim& claim : stakes)
            dates.push_back(claim.known);
    std::sort(dates.begin(), dates.end(), [](const auto& a, const auto& b) { return b < a; });
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    for (const auto& date : dates) {
        const ClaimsOfHolders then = asOf(holders, date);
        FirmOwners dated = owners;
        dated.holdings = newestHoldings(then);
        if (!date || dated.holdings.size() < 2 || dated.isOverfull())
            continue;
        dated.aside = besides(holders, then);
        dated.oneDate = date;
        owners = std::move(dated);
        return;
    }
}

std::vector<FirmOwners> grouped(const ChartScene& scene, std::vector<StakeClaim> claims)
{
    std::stable_sort(claims.begin(), claims.end(), isNewer);
    using Key = std::pair<FirmId, bool>;
    std::map<Key, ClaimsOfHolders> byFirm;
    for (StakeClaim& claim : claims)
        byFirm[{claim.stake.org, claim.isBackground}][claim.holder].push_back(std::move(claim));
    std::vector<FirmOwners> firms;
    for (const auto& [key, holders] : byFirm) {
        FirmOwners owners{key.first,  scene.network.firm(key.first).name,
                          key.second, newestHoldings(holders),
                          {},         {}};
        if (owners.isOverfull())
            keepOneDate(owners, holders);
        if (!owners.holdings.empty())
            firms.push_back(std::move(owners));
    }
    std::map<FirmId, double> greatest;
    for (const FirmOwners& owners : firms) {
        double& share = greatest[owners.firm];
        share = std::max(share, owners.holdings.front().extent.high);
    }
    std::stable_sort(firms.begin(), firms.end(),
                     [&greatest](const FirmOwners& a, const FirmOwners& b) {
                         const double shareA = greatest.at(a.firm);
                         const double shareB = greatest.at(b.firm);
                         if (shareA != shareB)
                             return shareA > shareB;
                         return a.firm != b.firm && a.name.compare(b.name, Qt::CaseInsensitive) < 0;
                     });
    return firms;
}

std::vector<StakeClaim> ownersOf(FirmId firm, const std::vector<StakeClaim>& claims)
{
    std::vector<StakeClaim> found;
    std::copy_if(claims.begin(), claims.end(), std::back_inserter(found),
                 [firm](const StakeClaim& claim) { return claim.stake.org == firm; });
    return found;
}

std::vector<StakeClaim> holdingsOf(FirmId firm, const std::vector<StakeClaim>& claims)
{
    std::vector<StakeClaim> found;
    std::copy_if(claims.begin(), claims.end(), std::back_inserter(found),
                 [firm](const StakeClaim& claim) { return claim.ownHolder == firm; });
    return found;
}

} // namespace

double Holding::certain() const
{
    return isTalk(stake.status) ? 0 : extent.low;
}

double FirmOwners::sum() const
{
    double total = 0;
    for (const Holding& holding : holdings)
        total += holding.extent.high;
    return total;
}

bool FirmOwners::isOverfull() const
{
    return sum() > 100 + roundingSlack;
}

std::optional<FirmOwners::Rest> FirmOwners::rest() const
{
    const double percent = 100 - sum();
    if (percent < 0.05)
        return std::nullopt;
    bool isAbout = false;
    bool isAtMost = false;
    bool isAtLeast = false;
    for (const Holding& holding : holdings) {
        isAbout = isAbout || holding.stake.qualifier == Qualifier::About;
        isAtMost = isAtMost || holding.extent.isOpen;
        isAtLeast = isAtLeast || holding.extent.low < holding.extent.high;
    }
    if (isAbout || (isAtMost && isAtLeast))
        return Rest{percent, Qualifier::About};
    if (isAtMost)
        return Rest{percent, Qualifier::UpTo};
    return Rest{percent, isAtLeast ? Qualifier::AtLeast : Qualifier::Exact};
}

QString FirmOwners::writtenRest() const
{
    const std::optional<Rest> left = rest();
    return left ? writtenPercent(left->percent, left->qualifier) : QString();
}

std::size_t FirmOwners::olderCount() const
{
    std::size_t count = 0;
    for (const Holding& holding : holdings)
        count += holding.older.size();
    return count;
}

OwnershipClaims ownershipClaims(const ChartScene& scene)
{
    StakeCollector collector{scene, {}, {}};
    collector.addOwn();
    if (scene.background)
        collector.addBackground();
    OwnershipClaims& found = collector.found;
    if (!scene.firm) {
        found.firms = grouped(scene, std::move(collector.claims));
        return std::move(found);
    }
    found.firms = grouped(scene, ownersOf(*scene.firm, collector.claims));
    if (found.firms.empty()) {
        found.firms = grouped(scene, holdingsOf(*scene.firm, collector.claims));
        found.isHoldingsOfFirm = !found.firms.empty();
    }
    return std::move(found);
}

QString undisclosedRest(const Network& network, FirmId firm)
{
    ChartScene scene;
    scene.kind = ChartKind::Ownership;
    scene.network = network;
    scene.firm = firm;
    const OwnershipClaims claims = ownershipClaims(scene);
    if (claims.firms.empty() || claims.isHoldingsOfFirm)
        return {};
    return claims.firms.front().writtenRest();
}

} // namespace gyre
