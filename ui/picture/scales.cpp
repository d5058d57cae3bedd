#include "ui/picture/scales.h"

#include "graph/model/sureness.h"
#include "ui/picture/pairs.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gyre {

namespace {

/// Worth between half a dollar and one and a half for many years.
bool isNearDollar(Currency currency)
{
    static constexpr std::array<QLatin1String, 6> codes{QLatin1String("USD"), QLatin1String("EUR"),
                                                        QLatin1String("GBP"), QLatin1String("CHF"),
                                                        QLatin1String("CAD"), QLatin1String("AUD")};
    const QString code = currency.code();
    return code.isEmpty() || std::any_of(codes.begin(), codes.end(),
                                         [&code](QLatin1String known) { return code == known; });
}

bool isUsable(const Valuation& valuation, const Filter& filter,
              const std::optional<PartialDate>& asOf)
{
    const bool isIn = valuation.status == Status::Observed ||
                      filter.statuses[static_cast<std::size_t>(valuation.status)];
    return isIn && valuation.org.isValid() && valuation.review != Review::Rejected &&
           !valuation.denied && valuation.status != Status::Cancelled &&
           valuation.amount.figure().value_or(0) > 0 &&
           !(asOf && valuation.date && valuation.date->first() > asOf->last());
}

/// Halfway between the first and the last day that it may mean, twice over.
qint64 middleOf(const PartialDate& date)
{
    return date.first().toJulianDay() + date.last().toJulianDay();
}

/// Surer than talk, then later by the middle of what the date may mean (undated ones are the
/// oldest), then the one that stands later in the network.
bool isBetter(const Valuation& a, const FirmValue& b)
{
    if (isTalk(a.status) != isTalk(b.status))
        return isTalk(b.status);
    if (!a.date || !b.date)
        return !b.date;
    return middleOf(*a.date) >= middleOf(*b.date);
}

using Values = std::vector<std::optional<FirmValue>>;

Values latestValues(const Network& network, const Filter& filter,
                    const std::optional<PartialDate>& asOf)
{
    Values values(network.firmSlots());
    const auto& all = network.valuations();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Valuation& valuation = all[i];
        if (!isUsable(valuation, filter, asOf))
            continue;
        std::optional<FirmValue>& value = values[valuation.org.value];
        if (!value || isBetter(valuation, *value))
            value = FirmValue{*valuation.amount.figure(),
                              valuation.amount.currency,
                              valuation.amount.qualifier,
                              valuation.date,
                              ValuationId{static_cast<std::uint32_t>(i)},
                              valuation.status,
                              false};
    }
    return values;
}

std::optional<FirmId> sameFirm(const Network& background, const Firm& firm)
{
    if (const auto byId = background.findFirm(firm.id))
        return byId;
    return background.findFirmNamed(firm.name);
}

void fillFromBackground(Values& values, const View& view, const Network& background,
                        const std::optional<PartialDate>& latest)
{
    const Values known = latestValues(background, view.filter(), latest);
    for (const FirmId id : view.firms()) {
        if (values[id.value])
            continue;
        const auto same = sameFirm(background, view.network().firm(id));
        if (!same || !known[same->value])
            continue;
        values[id.value] = known[same->value];
        values[id.value]->isBackground = true;
    }
}

} // namespace

Metrics metricsFor(QSizeF size, std::size_t firmCount)
{
    const double area = std::max(1.0, size.width() * size.height());
    const double ratio = area / (1600.0 * 1000.0);
    const double type = std::clamp(std::pow(ratio, 0.25), 0.9, 2.0);
    const double room = std::sqrt(area / static_cast<double>(std::max<std::size_t>(1, firmCount)));
    const double ease = std::clamp(std::sqrt(room / (230 * type)), 0.8, 1.25);
    Metrics metrics;
    metrics.title = std::max(16.0, metrics.title * (ratio < 1 ? std::pow(ratio, 0.2) : type));
    metrics.scope = std::max(12.0, metrics.scope * type);
    metrics.name = std::max(12.0, metrics.name * type * ease);
    metrics.amount = std::max(11.0, metrics.amount * type * ease);
    metrics.small = std::max(10.5, metrics.small * type);
    metrics.margin = std::round(std::clamp(24 * std::pow(ratio, 0.35), 12.0, 60.0));
    metrics.radiusCap = std::max(26.0, 60 * std::clamp(std::sqrt(ratio), 0.3, 1.0));
    return metrics;
}

FirmValues::FirmValues(const View& view, const Network* background,
                       const std::optional<PartialDate>& latest)
    : m_values(latestValues(view.network(), view.filter(), view.filter().asOf))
{
    if (background != nullptr)
        fillFromBackground(m_values, view, *background,
                           view.filter().asOf ? view.filter().asOf : latest);
}

Currency CommonScale::main() const
{
    Currency best;
    int most = 0;
    for (const auto& [currency, count] : m_counts)
        if (count > most || (count == most && isNearDollar(currency) && !isNearDollar(best))) {
            best = currency;
            most = count;
        }
    return best;
}

bool CommonScale::covers(Currency currency) const
{
    return currency == main() || (isNearDollar(main()) && isNearDollar(currency));
}

double RadiusScale::radius(std::int64_t units) const
{
    if (greatest <= 0)
        return unknown;
    const double share = static_cast<double>(units) / static_cast<double>(greatest);
    return std::clamp(largest * std::sqrt(std::max(0.0, share)), least, largest);
}

RadiusScale radiusScale(const View& view, const FirmValues& values, const Metrics& metrics,
                        double plotArea)
{
    RadiusScale scale;
    for (const FirmId firm : view.firms())
        if (const auto& value = values.of(firm))
            scale.currencies.add(value->currency);
    for (const FirmId firm : view.firms())
        if (const auto& value = values.of(firm);
            value && scale.currencies.covers(value->currency)) {
            scale.smallest =
                scale.hasValues() ? std::min(scale.smallest, value->units) : value->units;
            scale.greatest = std::max(scale.greatest, value->units);
        }
    // A fifth of the room that a firm has when all share the plot alike.
    const auto firms = static_cast<double>(std::max<std::size_t>(1, view.firmCount()));
    const double room = 0.21 * std::sqrt(std::max(1.0, plotArea) / firms);
    const double floor = std::clamp(0.6 * metrics.radiusCap, 24.0, 36.0);
    scale.largest = std::clamp(room, floor, std::max(floor, metrics.radiusCap));
    // Where no firm has a value, nothing is told by size: on a small page the arcs need the room.
    const double leastUnknown = std::clamp(24 * metrics.radiusCap / 60, 10.0, 24.0);
    scale.unknown = scale.hasValues()
                        ? std::clamp(0.42 * scale.largest, 10.0, 25.0)
                        : std::clamp(room, leastUnknown, std::max(24.0, 0.6 * scale.largest));
    scale.square = std::clamp(0.22 * scale.largest, 6.0, 10.0);
    for (const FirmId firm : view.firms())
        if (const auto& value = values.of(firm))
            scale.hasClamped =
                scale.hasClamped || (scale.currencies.covers(value->currency) &&
                                     scale.radius(value->units) <= RadiusScale::least);
    return scale;
}

double WidthScale::width(std::int64_t units) const
{
    if (greatest <= 0)
        return least;
    const double share = static_cast<double>(units) / static_cast<double>(greatest);
    return std::clamp(broadest * std::sqrt(std::max(0.0, share)), least, broadest);
}

double WidthScale::width(const Amount& amount, Reading reading) const
{
    const auto units = amount.counted(reading);
    if (!units || !currencies.covers(amount.currency))
        return hairline;
    return width(*units);
}

CommonScale amountScale(const View& view)
{
    CommonScale scale;
    for (const DealId id : view.deals()) {
        const Amount& amount = view.network().deal(id).amount;
        if (amount.isDisclosed())
            scale.add(amount.currency);
    }
    return scale;
}

WidthScale widthScale(const View& view, const RadiusScale& radii,
                      const std::vector<Bundle>& bundles)
{
    WidthScale scale;
    const Reading reading = view.filter().reading;
    scale.currencies = amountScale(view);
    for (const Bundle& bundle : bundles) {
        const Amount& first = view.network().deal(bundle.deals.front()).amount;
        const auto units =
            bundle.isMerged() ? bundle.units(scale.currencies) : first.counted(reading);
        if (!units)
            scale.hasHairlines = true;
        else if (!bundle.isMerged() && !scale.currencies.covers(first.currency))
            scale.hasOthers = true;
        else
            scale.greatest = std::max(scale.greatest, *units);
    }
    scale.broadest = std::clamp(0.17 * radii.largest, 4.5, 9.0);
    return scale;
}

std::int64_t roundFigure(double units)
{
    if (!(units >= 1))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(units)));
    const double first = units / power;
    const double round = first >= 5 ? 5 : first >= 2 ? 2 : 1;
    return static_cast<std::int64_t>(std::llround(round * power));
}

} // namespace gyre
