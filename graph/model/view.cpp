#include "graph/model/view.h"

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

/// Firms within the given hops of the focus, over the deals of `mask`.
std::vector<std::uint8_t> neighbourhood(const Network& network, const Filter& filter,
                                        const std::vector<std::uint8_t>& mask)
{
    std::vector<int> budget(network.firmSlots(), -1);
    std::vector<FirmId> queue;
    const auto reach = [&budget, &queue](FirmId firm, int hops) {
        if (firm.isValid() && budget[firm.value] < hops) {
            budget[firm.value] = hops;
            queue.push_back(firm);
        }
    };
    for (const Filter::Focus& focus : filter.focus)
        if (network.contains(focus.firm))
            reach(focus.firm, focus.hops);
    while (!queue.empty()) {
        const FirmId firm = queue.back();
        queue.pop_back();
        const int left = budget[firm.value] - 1;
        if (left < 0)
            continue;
        for (const DealId deal : network.out(firm))
            if (mask[deal.value] != 0)
                reach(network.facts(deal).to, left);
        for (const DealId deal : network.in(firm))
            if (mask[deal.value] != 0)
                reach(network.facts(deal).from, left);
    }
    std::vector<std::uint8_t> inside(budget.size());
    std::transform(budget.begin(), budget.end(), inside.begin(),
                   [](int hops) { return static_cast<std::uint8_t>(hops >= 0); });
    return inside;
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

void View::Data::focusOn(const std::vector<std::uint8_t>& inside, std::vector<std::uint8_t>& isEnd)
{
    dealCount = 0;
    arcCount = 0;
    std::fill(isEnd.begin(), isEnd.end(), std::uint8_t{0});
    const auto isOut = [&inside](FirmId firm) { return firm.isValid() && inside[firm.value] == 0; };
    forEachFacts(network, [&](std::size_t slot, const DealFacts& deal) {
        if (deals[slot] == 0)
            return;
        if (isOut(deal.from) || isOut(deal.to)) {
            deals[slot] = 0;
            ++leftOut.at(static_cast<std::size_t>(LeftOut::OutOfFocus));
            return;
        }
        ++dealCount;
        isEnd[deal.to.value] = 1;
        if (deal.from.isValid()) {
            isEnd[deal.from.value] = 1;
            ++arcCount;
        }
    });
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
    if (!filter.focus.empty())
        data->focusOn(neighbourhood(network, filter, data->deals), isEnd);

    data->rank.assign(network.firmSlots(), FirmId::none);
    for (std::uint32_t i = 0; i < isEnd.size(); ++i) {
        if (isEnd[i] == 0)
            continue;
        data->rank[i] = static_cast<std::uint32_t>(data->firms.size());
        data->firms.push_back(FirmId{i});
    }
    View view;
    view.m_data = std::move(data);
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
