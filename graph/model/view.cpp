#include "graph/model/view.h"

#include "graph/model/reach.h"

#include <algorithm>

namespace gyre {

namespace {

std::int32_t julian(const QDate& date)
{
    return static_cast<std::int32_t>(date.toJulianDay());
}

/// A filter in the form that a sweep over DealFacts compares with.
struct Sieve
{
    explicit Sieve(const Filter& wanted)
        : filter(wanted)
        , from(wanted.from ? julian(wanted.from->first()) : DealFacts::noDay)
        , to(wanted.to ? julian(wanted.to->last()) : std::numeric_limits<std::int32_t>::max())
        , asOf(wanted.asOf ? julian(wanted.asOf->last()) : std::numeric_limits<std::int32_t>::max())
        , hasWindow(wanted.from || wanted.to)
    {
    }

    /// nullopt: the deal is in.
    [[nodiscard]] std::optional<LeftOut> leftOut(const DealFacts& deal) const
    {
        if (deal.isRejected)
            return LeftOut::Rejected;
        if (!filter.types.test(static_cast<std::size_t>(deal.type)))
            return LeftOut::Type;
        if (!filter.statuses.test(static_cast<std::size_t>(deal.status)) ||
            (deal.isDenied && !filter.statuses.test(static_cast<std::size_t>(Status::Cancelled))))
            return LeftOut::Status;
        if ((!deal.isCounted || deal.isRoundTotal) && !filter.withUncounted)
            return LeftOut::Uncounted;
        if (filter.least > 0) {
            if (deal.figure() == DealFacts::noAmount)
                return LeftOut::Undisclosed;
            if (deal.figure() < filter.least ||
                (filter.leastCurrency.isKnown() && deal.currency.isKnown() &&
                 deal.currency != filter.leastCurrency))
                return LeftOut::TooSmall;
        }
        return leftOutByDate(deal);
    }

    [[nodiscard]] std::optional<LeftOut> leftOutByDate(const DealFacts& deal) const
    {
        if (deal.firstDay == DealFacts::noDay)
            return hasWindow && filter.datedOnly ? std::optional(LeftOut::Undated) : std::nullopt;
        if (deal.lastDay < from || deal.firstDay > to || deal.firstDay > asOf)
            return LeftOut::OutsideDates;
        return std::nullopt;
    }

    const Filter& filter;
    std::int32_t from;
    std::int32_t to;
    std::int32_t asOf;
    bool hasWindow;
};

template<typename Visit>
void forEachFacts(const Network& network, Visit visit)
{
    const auto& all = network.allFacts();
    std::size_t slot = 0;
    for (std::size_t c = 0; c < all.chunkCount(); ++c)
        for (const DealFacts& deal : all.chunk(c))
            visit(slot++, deal);
}

/// Deals of `view` whose firms all lie within the hops of a focus.
std::vector<std::uint8_t> nearFocus(const View& view, const std::vector<Filter::Focus>& focuses)
{
    std::vector<std::uint8_t> isNear(view.firmCount());
    for (const Filter::Focus& focus : focuses) {
        const std::vector<int> hops = hopsFrom(view, focus.firm);
        for (std::size_t i = 0; i < hops.size(); ++i)
            if (hops[i] >= 0 && hops[i] <= focus.hops)
                isNear[i] = 1;
    }
    const Network& network = view.network();
    std::vector<std::uint8_t> wanted(network.dealSlots());
    for (const DealId id : view.deals()) {
        const DealFacts& deal = network.facts(id);
        const bool isPayerNear = !deal.from.isValid() || isNear[view.rank(deal.from)] != 0;
        wanted[id.value] = isPayerNear && isNear[view.rank(deal.to)] != 0 ? 1 : 0;
    }
    return wanted;
}

std::vector<std::uint8_t> onRoute(const View& view, const Filter::Route& route)
{
    std::vector<std::uint8_t> wanted(view.network().dealSlots());
    const Along along = route.isDirected ? Along::Money : Along::Deals;
    for (const DealId id : shortestRoutes(view, route.from, route.to, along).deals)
        wanted[id.value] = 1;
    return wanted;
}

std::map<QString, std::int64_t> figuresOf(const std::map<QString, MoneySum>& sums)
{
    std::map<QString, std::int64_t> figures;
    for (const auto& [currency, sum] : sums)
        if (const auto counted = sum.counted())
            figures.emplace(currency, *counted);
    return figures;
}

} // namespace

void View::Data::rankFirms(const std::vector<std::uint8_t>& isEnd)
{
    rank.assign(isEnd.size(), FirmId::none);
    firms.clear();
    for (std::uint32_t i = 0; i < isEnd.size(); ++i) {
        if (isEnd[i] == 0)
            continue;
        rank[i] = static_cast<std::uint32_t>(firms.size());
        firms.push_back(FirmId{i});
    }
}

/// Of the deals that are in, those of `wanted`.
void View::Data::keepOnly(const std::vector<std::uint8_t>& wanted, LeftOut why)
{
    dealCount = 0;
    arcCount = 0;
    std::vector<std::uint8_t> isEnd(network.firmSlots());
    forEachFacts(network, [&](std::size_t slot, const DealFacts& deal) {
        if (deals[slot] == 0)
            return;
        if (wanted[slot] == 0) {
            deals[slot] = 0;
            ++leftOut.at(static_cast<std::size_t>(why));
            return;
        }
        ++dealCount;
        isEnd[deal.to.value] = 1;
        if (deal.from.isValid()) {
            isEnd[deal.from.value] = 1;
            ++arcCount;
        }
    });
    rankFirms(isEnd);
}

std::bitset<dealTypeCount> Filter::defaultTypes()
{
    std::bitset<dealTypeCount> types;
    types.set();
    types.reset(static_cast<std::size_t>(DealType::StakeTransfer));
    return types;
}

std::bitset<statusCount> Filter::defaultStatuses()
{
    std::bitset<statusCount> statuses;
    statuses.set();
    statuses.reset(static_cast<std::size_t>(Status::Cancelled));
    return statuses;
}

const std::shared_ptr<const View::Data>& View::nothing()
{
    static const auto data = std::make_shared<const Data>();
    return data;
}

std::vector<DealId> View::deals() const
{
    std::vector<DealId> ids;
    ids.reserve(m_data->dealCount);
    for (std::uint32_t i = 0; i < m_data->deals.size(); ++i)
        if (m_data->deals[i] != 0)
            ids.push_back(DealId{i});
    return ids;
}

View View::only(const std::vector<std::uint8_t>& wanted, LeftOut why) const
{
    auto data = std::make_shared<Data>(*m_data);
    data->keepOnly(wanted, why);
    View view;
    view.m_data = std::move(data);
    return view;
}

View viewOf(const Network& network, const Filter& filter)
{
    auto data = std::make_shared<View::Data>();
    data->network = network;
    data->filter = filter;
    data->deals.resize(network.dealSlots());

    // One sweep; bytes, not ranks, are marked in it, since they stay in the cache.
    const Sieve sieve(data->filter);
    std::vector<std::uint8_t> isEnd(network.firmSlots());
    forEachFacts(network, [&](std::size_t slot, const DealFacts& deal) {
        if (deal.isRemoved)
            return;
        if (const auto why = sieve.leftOut(deal)) {
            ++data->leftOut.at(static_cast<std::size_t>(*why));
            return;
        }
        data->deals[slot] = 1;
        ++data->dealCount;
        isEnd[deal.to.value] = 1;
        if (deal.from.isValid()) {
            isEnd[deal.from.value] = 1;
            ++data->arcCount;
        }
    });
    data->rankFirms(isEnd);
    View view;
    view.m_data = data;
    if (!filter.focus.empty())
        data->keepOnly(nearFocus(view, filter.focus), LeftOut::OutOfFocus);
    if (filter.route)
        data->keepOnly(onRoute(view, *filter.route), LeftOut::OffRoute);
    return view;
}

Totals totals(const View& view)
{
    Totals totals;
    const MoneySum none(view.filter().reading);
    const auto add = [&none](std::map<QString, MoneySum>& sums, const Amount& amount) {
        sums.try_emplace(amount.currency.code(), none).first->second.add(amount);
    };
    for (const DealId id : view.deals()) {
        const Deal& deal = view.network().deal(id);
        const DealFacts& facts = view.network().facts(id);
        if (deal.type == DealType::Partnership || !facts.isCounted || facts.isRoundTotal)
            continue;
        if (!deal.amount.isDisclosed()) {
            ++totals.undisclosed;
            continue;
        }
        ++totals.summed;
        add(totals.sums, deal.amount);
        if (deal.status == Status::Rumoured || deal.status == Status::InTalks)
            add(totals.rumoured, deal.amount);
    }
    totals.byCurrency = figuresOf(totals.sums);
    totals.rumouredByCurrency = figuresOf(totals.rumoured);
    return totals;
}

} // namespace gyre
