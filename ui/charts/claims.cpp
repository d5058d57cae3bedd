#include "ui/charts/claims.h"

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

/// Shares given in whole per cent add up to a little over 100 by rounding alone.
constexpr double roundingSlack = 0.5;

bool areSameTime(const std::optional<PartialDate>& a, const std::optional<PartialDate>& b)
{
    return a && b && a->first() <= b->last() && b->first() <= a->last();
}

bool isLater(const std::optional<PartialDate>& date, const std::optional<PartialDate>& limit)
{
    return date && limit && date->first() > limit->last();
}

/// Background firms by the text id of the scene's own.
class FirmMatch
{
public:
    explicit FirmMatch(const ChartScene& scene)
        : m_scene(scene)
    {
    }

    [[nodiscard]] std::optional<FirmId> own(FirmId background) const
    {
        if (!background.isValid() || !m_scene.background->contains(background))
            return std::nullopt;
        return m_scene.network.findFirm(m_scene.background->firm(background).id);
    }

private:
    const ChartScene& m_scene;
};

struct ValueCollector
{
    const ChartScene& scene;
    ValueClaims found;
    std::map<FirmId, std::vector<ValueClaim>> byFirm;

    void add(Valuation valuation, std::size_t index, bool isBackground)
    {
        if (valuation.review == Review::Rejected || !valuation.org.isValid())
            return;
        if (scene.firm && *scene.firm != valuation.org)
            return;
        if (valuation.denied || valuation.status == Status::Cancelled) {
            ++found.cancelled;
            return;
        }
        const std::optional<Extent> extent = extentOf(valuation.amount);
        if (!extent) {
            ++found.undisclosed;
            return;
        }
        const FirmId org = valuation.org;
        byFirm[org].push_back(ValueClaim{ValuationId{static_cast<std::uint32_t>(index)},
                                         isBackground, std::move(valuation), *extent});
    }

    void addOwn()
    {
        std::size_t index = 0;
        for (const Valuation& valuation : scene.network.valuations())
            add(valuation, index++, false);
    }

    /// A briefing that says the same makes the background fact redundant.
    [[nodiscard]] bool isStated(const Valuation& valuation) const
    {
        const auto claims = byFirm.find(valuation.org);
        if (claims == byFirm.end())
            return false;
        return std::any_of(claims->second.begin(), claims->second.end(),
                           [&valuation](const ValueClaim& own) {
                               return !own.isBackground &&
                                      own.valuation.amount.figure() == valuation.amount.figure() &&
                                      own.valuation.amount.currency == valuation.amount.currency &&
                                      areSameTime(own.valuation.date, valuation.date);
                           });
    }

    void addBackground()
    {
        const FirmMatch match(scene);
        const std::optional<PartialDate> limit = chartDate(scene);
        std::size_t index = 0;
        for (const Valuation& listed : scene.background->valuations()) {
            const std::size_t at = index++;
            const std::optional<FirmId> own = match.own(listed.org);
            if (!own || (scene.firm && *scene.firm != *own))
                continue;
            Valuation valuation = listed;
            valuation.org = *own;
            if (isLater(valuation.date, limit))
                ++found.laterBackground;
            else if (!isStated(valuation))
                add(std::move(valuation), at, true);
        }
    }
};

bool isEarlier(const ValueClaim& a, const ValueClaim& b)
{
    if (a.valuation.date.has_value() != b.valuation.date.has_value())
        return a.valuation.date.has_value();
    if (a.valuation.date && *a.valuation.date != *b.valuation.date)
        return *a.valuation.date < *b.valuation.date;
    return a.extent.high < b.extent.high;
}

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
        if (stake.review == Review::Rejected || !network.contains(stake.holder))
            return false;
        return !scene.firm || *scene.firm == stake.org ||
               scene.network.findFirm(network.firm(stake.holder).id) == scene.firm;
    }

    void add(const Network& network, Stake stake, std::size_t index, bool isBackground)
    {
        if (stake.status == Status::Cancelled) {
            ++found.cancelled;
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
            if (scene.network.contains(stake.org) && isWanted(scene.network, stake))
                add(scene.network, stake, at, false);
        }
    }

    void addBackground()
    {
        const FirmMatch match(scene);
        const std::optional<PartialDate> limit = chartDate(scene);
        std::size_t index = 0;
        for (const Stake& listed : scene.background->stakes()) {
            const std::size_t at = index++;
            const std::optional<FirmId> own = match.own(listed.org);
            if (!own)
                continue;
            Stake stake = listed;
            stake.org = *own;
            if (!isWanted(*scene.background, stake))
                continue;
            if (isLater(stake.date, limit))
                ++found.laterBackground;
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

bool isLowerBound(Qualifier qualifier)
{
    return qualifier == Qualifier::AtLeast || qualifier == Qualifier::MoreThan;
}

bool isUpperBound(Qualifier qualifier)
{
    return qualifier == Qualifier::UpTo || qualifier == Qualifier::LessThan;
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

std::vector<FirmOwners> grouped(const ChartScene& scene, std::vector<StakeClaim> claims)
{
    std::stable_sort(claims.begin(), claims.end(), isNewer);
    using Key = std::pair<FirmId, bool>;
    std::map<Key, std::map<QString, std::vector<StakeClaim>>> byFirm;
    for (StakeClaim& claim : claims)
        byFirm[{claim.stake.org, claim.isBackground}][claim.holder].push_back(std::move(claim));
    std::vector<FirmOwners> firms;
    for (const auto& [key, holders] : byFirm) {
        FirmOwners owners{key.first, scene.network.firm(key.first).name, key.second, {}};
        for (const auto& [holder, stakes] : holders) {
            // Newest is nothing: the holder has sold out.
            if (stakes.front().stake.percent > 0)
                owners.holdings.push_back(holdingOf(stakes));
        }
        std::sort(owners.holdings.begin(), owners.holdings.end(), isGreater);
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

std::optional<Extent> extentOf(const Amount& amount)
{
    if (!amount.isDisclosed())
        return std::nullopt;
    const double high = static_cast<double>(*amount.figure());
    const bool isOpen = isLowerBound(amount.qualifier);
    const bool isCeiling = amount.qualifier == Qualifier::UpTo;
    const double low = amount.low ? static_cast<double>(*amount.low) : isCeiling ? 0 : high;
    return Extent{low, high, isOpen};
}

Extent extentOf(double percent, Qualifier qualifier)
{
    return Extent{isUpperBound(qualifier) ? 0 : percent, percent, isLowerBound(qualifier)};
}

ValueClaims valueClaims(const ChartScene& scene)
{
    ValueCollector collector{scene, {}, {}};
    collector.addOwn();
    if (scene.background)
        collector.addBackground();
    for (auto& [firm, claims] : collector.byFirm) {
        std::stable_sort(claims.begin(), claims.end(), isEarlier);
        collector.found.firms.push_back(
            ValuesOfFirm{firm, scene.network.firm(firm).name, std::move(claims)});
    }
    std::stable_sort(collector.found.firms.begin(), collector.found.firms.end(),
                     [](const ValuesOfFirm& a, const ValuesOfFirm& b) {
                         return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
                     });
    return std::move(collector.found);
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

std::optional<PartialDate> chartDate(const ChartScene& scene)
{
    if (scene.asOf)
        return scene.asOf;
    std::optional<PartialDate> newest;
    for (const Shared<ReadBriefing>& read : scene.briefings) {
        if (read->briefing.date && (!newest || *newest < *read->briefing.date))
            newest = read->briefing.date;
    }
    return newest;
}

bool isTalk(Status status)
{
    return status == Status::Rumoured || status == Status::InTalks ||
           status == Status::LetterOfIntent;
}

} // namespace gyre
