#include "graph/model/claimfilter.h"

namespace gyre {

namespace {

/// Whether a claim of this date and status is in, as a deal would be.
bool isWithin(const Filter& filter, const std::optional<PartialDate>& date, Status status,
              bool isDenied)
{
    const auto isOn = [&filter](Status s) { return filter.statuses[static_cast<std::size_t>(s)]; };
    // What a market says was never agreed by anybody: no status of a deal leaves it out.
    if ((!isOn(status) && status != Status::Observed) || (isDenied && !isOn(Status::Cancelled)))
        return false;
    if (!date)
        return !(filter.datedOnly && (filter.from || filter.to));
    return !(filter.from && date->last() < filter.from->first()) &&
           !(filter.to && date->first() > filter.to->last()) &&
           !(filter.asOf && date->first() > filter.asOf->last());
}

} // namespace

Network claimsWithin(Network network, const Filter& filter)
{
    NetworkEditor edit(std::move(network));
    for (std::uint32_t i = 0; i < edit.network().valuations().size(); ++i) {
        Valuation claim = edit.network().valuations()[i];
        if (isWithin(filter, claim.date, claim.status, claim.denied))
            continue;
        claim.review = Review::Rejected;
        edit.setValuation(ValuationId{i}, claim);
    }
    for (std::uint32_t i = 0; i < edit.network().stakes().size(); ++i) {
        Stake claim = edit.network().stakes()[i];
        if (isWithin(filter, claim.date, claim.status, false))
            continue;
        claim.review = Review::Rejected;
        edit.setStake(StakeId{i}, claim);
    }
    return edit.done();
}

} // namespace gyre
