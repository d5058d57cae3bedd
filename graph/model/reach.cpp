#include "graph/model/reach.h"

namespace gyre {

std::vector<int> hopsFrom(const View& view, FirmId firm, Along along)
{
    std::vector<int> hops(view.firmCount(), -1);
    if (!view.contains(firm))
        return hops;
    const Network& network = view.network();
    std::vector<FirmId> queue{firm};
    hops[view.rank(firm)] = 0;
    for (std::size_t next = 0; next < queue.size(); ++next) {
        const FirmId here = queue[next];
        const int far = hops[view.rank(here)] + 1;
        const auto reach = [&](DealId deal, FirmId other) {
            if (!view.contains(deal) || !other.isValid() || hops[view.rank(other)] >= 0)
                return;
            hops[view.rank(other)] = far;
            queue.push_back(other);
        };
        if (along != Along::AgainstMoney)
            for (const DealId deal : network.out(here))
                reach(deal, network.facts(deal).to);
        if (along != Along::Money)
            for (const DealId deal : network.in(here))
                reach(deal, network.facts(deal).from);
    }
    return hops;
}

ShortestRoutes shortestRoutes(const View& view, FirmId from, FirmId to, Along along)
{
    if (!view.contains(from) || !view.contains(to) || from == to)
        return {};
    const std::vector<int> ahead = hopsFrom(view, from, along);
    const std::vector<int> behind =
        hopsFrom(view, to, along == Along::Money ? Along::AgainstMoney : Along::Deals);
    ShortestRoutes routes;
    const int all = ahead[view.rank(to)];
    if (all < 0)
        return routes;
    routes.hops = all;
    const auto isStep = [&](FirmId here, FirmId there) {
        const int before = ahead[view.rank(here)];
        const int after = behind[view.rank(there)];
        return before >= 0 && after >= 0 && before + 1 + after == all;
    };
    for (const DealId id : view.deals()) {
        const DealFacts& deal = view.network().facts(id);
        if (deal.from.isValid() &&
            (isStep(deal.from, deal.to) || (along == Along::Deals && isStep(deal.to, deal.from))))
            routes.deals.push_back(id);
    }
    return routes;
}

} // namespace gyre
