#include "graph/model/largest.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace gyre {

namespace {

/// How much goes through a firm, or between two.
struct Weight
{
    bool isInFocus = false;
    double money = 0;
    std::size_t deals = 0;

    bool operator>(const Weight& other) const
    {
        return std::tie(isInFocus, money, deals) >
               std::tie(other.isInFocus, other.money, other.deals);
    }
};

/// That of most deals with an amount.
Currency usualCurrency(const Network& network, const std::vector<DealId>& deals)
{
    std::map<QString, std::pair<std::size_t, Currency>> counts;
    for (const DealId id : deals) {
        const DealFacts& deal = network.facts(id);
        if (deal.figure() == DealFacts::noAmount)
            continue;
        auto& [count, currency] = counts[deal.currency.code()];
        ++count;
        currency = deal.currency;
    }
    const auto most =
        std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
            return a.second.first < b.second.first;
        });
    return most == counts.end() ? Currency() : most->second.second;
}

class Sizes
{
public:
    explicit Sizes(const View& view)
        : m_view(view)
        , m_network(view.network())
        , m_deals(view.deals())
        , m_currency(usualCurrency(m_network, m_deals))
    {
    }

    [[nodiscard]] const std::vector<DealId>& deals() const { return m_deals; }

    /// One a firm of the view, by rank.
    [[nodiscard]] std::vector<Weight> ofFirms() const
    {
        std::vector<Weight> weights(m_view.firmCount());
        for (const Filter::Focus& focus : m_view.filter().focus)
            if (m_view.contains(focus.firm))
                weights[m_view.rank(focus.firm)].isInFocus = true;
        for (const DealId id : m_deals) {
            const DealFacts& deal = m_network.facts(id);
            add(weights[m_view.rank(deal.to)], deal);
            if (deal.from.isValid() && deal.from != deal.to)
                add(weights[m_view.rank(deal.from)], deal);
        }
        return weights;
    }

    void add(Weight& weight, const DealFacts& deal) const
    {
        weight.money += money(deal);
        ++weight.deals;
    }

    [[nodiscard]] double money(const DealFacts& deal) const
    {
        return deal.figure() != DealFacts::noAmount && deal.currency == m_currency
                   ? static_cast<double>(deal.figure())
                   : 0;
    }

    /// The same number for both directions; a collective payer stands for itself.
    [[nodiscard]] static std::uint64_t pairOf(const DealFacts& deal)
    {
        const auto [low, high] = std::minmax(deal.from.value, deal.to.value);
        return std::uint64_t{low} << 32U | high;
    }

private:
    const View& m_view;
    const Network& m_network;
    std::vector<DealId> m_deals;
    Currency m_currency;
};

using PairWeights = std::unordered_map<std::uint64_t, Weight>;

PairWeights weightsOfPairs(const View& view, const Sizes& sizes, const std::vector<Weight>& firms)
{
    PairWeights pairs;
    for (const DealId id : sizes.deals()) {
        const DealFacts& deal = view.network().facts(id);
        Weight& pair = pairs[Sizes::pairOf(deal)];
        sizes.add(pair, deal);
        pair.isInFocus = firms[view.rank(deal.to)].isInFocus ||
                         (deal.from.isValid() && firms[view.rank(deal.from)].isInFocus);
    }
    return pairs;
}

/// Which firms stay, by rank: none without one that it deals with, if it deals with a firm at all.
class Chosen
{
public:
    Chosen(const View& view, const PairWeights& pairs)
        : m_view(view)
        , m_pairs(pairs)
        , m_stays(view.firmCount())
    {
    }

    [[nodiscard]] bool has(FirmId firm) const { return m_stays[m_view.rank(firm)] != 0; }

    /// The largest first, each with its largest partner where none of its partners stays.
    void fill(const std::vector<Weight>& firms, std::size_t most)
    {
        std::vector<FirmId> order(m_view.firms().begin(), m_view.firms().end());
        std::stable_sort(order.begin(), order.end(), [this, &firms](FirmId a, FirmId b) {
            return firms[m_view.rank(a)] > firms[m_view.rank(b)];
        });
        std::size_t count = 0;
        for (const FirmId firm : order) {
            if (has(firm))
                continue;
            const FirmId partner = missingPartner(firm);
            const std::size_t more = partner.isValid() ? 2 : 1;
            if (count + more > most)
                break;
            count += more;
            m_stays[m_view.rank(firm)] = 1;
            if (partner.isValid())
                m_stays[m_view.rank(partner)] = 1;
        }
    }

private:
    /// None where one stays already.
    [[nodiscard]] FirmId missingPartner(FirmId firm) const
    {
        const Network& network = m_view.network();
        FirmId best;
        const Weight* most = nullptr;
        bool isJoined = false;
        const auto consider = [&](DealId id, FirmId other) {
            if (!m_view.contains(id) || !other.isValid() || other == firm)
                return;
            isJoined = isJoined || has(other);
            const Weight& here = m_pairs.at(Sizes::pairOf(network.facts(id)));
            if (most == nullptr || here > *most) {
                most = &here;
                best = other;
            }
        };
        for (const DealId id : network.out(firm))
            consider(id, network.facts(id).to);
        for (const DealId id : network.in(firm))
            consider(id, network.facts(id).from);
        return isJoined ? FirmId() : best;
    }

    const View& m_view;
    const PairWeights& m_pairs;
    std::vector<std::uint8_t> m_stays;
};

/// The deals of one pair stand together, the largest pair first, and in it the largest deal.
void sortByPairs(const Network& network, const Sizes& sizes, const PairWeights& pairs,
                 std::vector<DealId>& deals)
{
    std::stable_sort(deals.begin(), deals.end(), [&](DealId a, DealId b) {
        const DealFacts &x = network.facts(a), &y = network.facts(b);
        const std::uint64_t first = Sizes::pairOf(x), second = Sizes::pairOf(y);
        if (first == second)
            return sizes.money(x) > sizes.money(y);
        const Weight &p = pairs.at(first), &q = pairs.at(second);
        return p > q || (!(q > p) && first < second);
    });
}

} // namespace

View largestPart(const View& view, const Capacity& capacity)
{
    if (view.firmCount() <= capacity.firms &&
        view.dealCount() <= std::min(capacity.deals, capacity.pairs))
        return view;
    const Network& network = view.network();
    const Sizes sizes(view);
    const std::vector<Weight> firms = sizes.ofFirms();
    const PairWeights pairs = weightsOfPairs(view, sizes, firms);
    Chosen chosen(view, pairs);
    chosen.fill(firms, capacity.firms);
    std::vector<DealId> deals = sizes.deals();
    std::erase_if(deals, [&](DealId id) {
        const DealFacts& deal = network.facts(id);
        return !chosen.has(deal.to) || (deal.from.isValid() && !chosen.has(deal.from));
    });
    sortByPairs(network, sizes, pairs, deals);
    std::vector<std::uint8_t> wanted(network.dealSlots());
    std::size_t pairCount = 0, kept = 0;
    for (std::size_t k = 0; k < deals.size() && kept < capacity.deals; ++k) {
        const bool isNewPair = k == 0 || Sizes::pairOf(network.facts(deals[k])) !=
                                             Sizes::pairOf(network.facts(deals[k - 1]));
        if (isNewPair && ++pairCount > capacity.pairs)
            break;
        wanted[deals[k].value] = 1;
        ++kept;
    }
    return kept == view.dealCount() ? view : view.only(wanted, LeftOut::NoRoom);
}

} // namespace gyre
