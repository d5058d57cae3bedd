#include "ui/charts/claims.h"

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

bool areSameTime(const std::optional<PartialDate>& a, const std::optional<PartialDate>& b)
{
    return a && b && a->first() <= b->last() && b->first() <= a->last();
}

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
            ++found.leftOut.cancelled;
            return;
        }
        const std::optional<Extent> extent = extentOf(valuation.amount);
        if (!extent) {
            ++found.leftOut.undisclosed;
            return;
        }
        const FirmId org = valuation.org;
        byFirm[org].push_back(ValueClaim{ValuationId{static_cast<std::uint32_t>(index)},
                                         isBackground, std::move(valuation), *extent});
    }

    void addOwn()
    {
        std::size_t index = 0;
        for (const Valuation& valuation : scene.network.valuations()) {
            if (isFiltered(valuation, index))
                countFiltered(found.leftOut, scene, valuation.status, valuation.denied,
                              valuation.date);
            add(valuation, index++, false);
        }
    }

    [[nodiscard]] bool isFiltered(const Valuation& valuation, std::size_t index) const
    {
        return scene.unfiltered && valuation.review == Review::Rejected &&
               scene.unfiltered->valuations()[index].review != Review::Rejected &&
               valuation.org.isValid() && (!scene.firm || *scene.firm == valuation.org);
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
        const std::optional<PartialDate> limit = chartDate(scene);
        std::size_t index = 0;
        for (const Valuation& listed : scene.background->valuations()) {
            const std::size_t at = index++;
            const std::optional<FirmId> own = ownFirm(scene, listed.org);
            if (!own || (scene.firm && *scene.firm != *own))
                continue;
            Valuation valuation = listed;
            valuation.org = *own;
            if (isLater(valuation.date, limit))
                ++found.leftOut.laterBackground;
            else if (!isStated(valuation))
                add(std::move(valuation), at, true);
        }
    }
};

bool isEarlier(const ValueClaim& a, const ValueClaim& b)
{
    if (a.valuation.date.has_value() != b.valuation.date.has_value())
        return a.valuation.date.has_value();
    if (a.valuation.date && middleDay(*a.valuation.date) != middleDay(*b.valuation.date))
        return middleDay(*a.valuation.date) < middleDay(*b.valuation.date);
    return a.extent.high < b.extent.high;
}

} // namespace

void countFiltered(Undrawn& leftOut, const ChartScene& scene, Status status, bool isDenied,
                   const std::optional<PartialDate>& date)
{
    if (isDenied || status == Status::Cancelled)
        ++leftOut.cancelled;
    else if (isLater(date, scene.asOf))
        ++leftOut.later;
    else
        ++leftOut.filtered;
}

std::optional<FirmId> ownFirm(const ChartScene& scene, FirmId background)
{
    if (!background.isValid() || !scene.background->contains(background))
        return std::nullopt;
    return scene.network.findFirm(scene.background->firm(background).id);
}

bool isLater(const std::optional<PartialDate>& date, const std::optional<PartialDate>& limit)
{
    return date && limit && date->first() > limit->last();
}

double middleDay(const PartialDate& date)
{
    return static_cast<double>(date.first().toJulianDay() + date.last().toJulianDay()) / 2;
}

bool isLowerBound(Qualifier qualifier)
{
    return qualifier == Qualifier::AtLeast || qualifier == Qualifier::MoreThan;
}

bool isUpperBound(Qualifier qualifier)
{
    return qualifier == Qualifier::UpTo || qualifier == Qualifier::LessThan;
}

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

} // namespace gyre
