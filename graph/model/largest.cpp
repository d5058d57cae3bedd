#include "graph/model/largest.h"

#include <algorithm>
#include <queue>
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

/// Which firms stay, by rank: grown from the largest, so that what is drawn hangs together.
class Chosen
{
public:
    Chosen(const View& view, const PairWeights& pairs, const std::vector<Weight>& firms)
        : m_view(view)
        , m_pairs(pairs)
        , m_firms(firms)
        , m_stays(view.firmCount())
        , m_isJoined(view.firmCount())
    {
    }

    [[nodiscard]] bool has(FirmId firm) const { return m_stays[m_view.rank(firm)] != 0; }

    /// The firm next in size each time; one that deals with a firm chosen before counts for more,
    /// and one that deals with none of them comes with its largest partner.
    void fill(std::size_t most)
    {
        for (const FirmId firm : m_view.firms())
            push(firm);
        std::size_t count = 0;
        while (!m_queue.empty()) {
            const Candidate next = m_queue.top();
            m_queue.pop();
            if (has(next.firm) || next.isJoined != isJoined(next.firm))
                continue;
            const FirmId partner = next.isJoined ? FirmId() : largestPartner(next.firm);
            count += partner.isValid() ? 2 : 1;
            if (count > most)
                break;
            take(next.firm);
            if (partner.isValid() && !has(partner))
                take(partner);
        }
    }

private:
    struct Candidate
    {
        Weight weight;
        bool isJoined = false;
        FirmId firm;

        bool operator<(const Candidate& other) const
        {
            if (weight > other.weight || other.weight > weight)
                return other.weight > weight;
            return firm.value > other.firm.value;
        }
    };

    [[nodiscard]] bool isJoined(FirmId firm) const { return m_isJoined[m_view.rank(firm)] != 0; }

    void push(FirmId firm)
    {
        constexpr double worthOfJoining = 3;
        Weight weight = m_firms[m_view.rank(firm)];
        if (isJoined(firm)) {
            weight.money *= worthOfJoining;
            weight.deals *= static_cast<std::size_t>(worthOfJoining);
        }
        m_queue.push({weight, isJoined(firm), firm});
    }

    void take(FirmId firm)
    {
        m_stays[m_view.rank(firm)] = 1;
        eachDeal(firm, [this](DealId, FirmId other) {
            if (isJoined(other))
                return;
            m_isJoined[m_view.rank(other)] = 1;
            push(other);
        });
    }

    template<typename Use>
    void eachDeal(FirmId firm, Use use) const
    {
        const Network& network = m_view.network();
        for (const DealId id : network.out(firm))
            if (m_view.contains(id) && network.facts(id).to != firm)
                use(id, network.facts(id).to);
        for (const DealId id : network.in(firm))
            if (const FirmId from = network.facts(id).from;
                m_view.contains(id) && from.isValid() && from != firm)
                use(id, from);
    }

    [[nodiscard]] FirmId largestPartner(FirmId firm) const
    {
        FirmId best;
        const Weight* most = nullptr;
        eachDeal(firm, [&](DealId id, FirmId other) {
            const Weight& here = m_pairs.at(Sizes::pairOf(m_view.network().facts(id)));
            if (most == nullptr || here > *most) {
                most = &here;
                best = other;
            }
        });
        return best;
    }

    const View& m_view;
    const PairWeights& m_pairs;
    const std::vector<Weight>& m_firms;
    std::vector<std::uint8_t> m_stays;
    std::vector<std::uint8_t> m_isJoined;
    std::priority_queue<Candidate> m_queue;
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

/// In the order given: first the few largest deals of each pair, so that no pair takes the room of
/// all others, then what there is still room for.
class Seats
{
public:
    Seats(const Network& network, const Capacity& capacity)
        : m_network(network)
        , m_capacity(capacity)
        , m_wanted(network.dealSlots())
    {
    }

    void fill(const std::vector<DealId>& deals)
    {
        constexpr std::size_t few = 8;
        std::size_t pairs = 0, ofPair = 0;
        std::vector<DealId> rest;
        for (std::size_t k = 0; k < deals.size(); ++k) {
            const DealFacts& deal = m_network.facts(deals[k]);
            if (!deal.from.isValid()) {
                takeSquare(deals[k]);
                continue;
            }
            if (k == 0 || Sizes::pairOf(deal) != Sizes::pairOf(m_network.facts(deals[k - 1]))) {
                ++pairs;
                ofPair = 0;
            }
            if (pairs > m_capacity.pairs)
                continue;
            if (++ofPair <= few)
                take(deals[k]);
            else
                rest.push_back(deals[k]);
        }
        for (const DealId deal : rest)
            take(deal);
    }

    [[nodiscard]] const std::vector<std::uint8_t>& wanted() const { return m_wanted; }

    [[nodiscard]] std::size_t count() const { return m_count; }

private:
    void take(DealId deal)
    {
        if (m_count >= m_capacity.deals)
            return;
        m_wanted[deal.value] = 1;
        ++m_count;
    }

    /// A collective payer is a node of its own for each deal.
    void takeSquare(DealId deal)
    {
        if (++m_squares <= m_capacity.squares)
            take(deal);
    }

    const Network& m_network;
    const Capacity& m_capacity;
    std::vector<std::uint8_t> m_wanted;
    std::size_t m_count = 0;
    std::size_t m_squares = 0;
};

} // namespace

View largestPart(const View& view, const Capacity& capacity)
{
    // Half a route is none.
    if (view.filter().route ||
        (view.firmCount() <= capacity.firms &&
         view.dealCount() <= std::min({capacity.deals, capacity.pairs, capacity.squares})))
        return view;
    const Network& network = view.network();
    const Sizes sizes(view);
    const std::vector<Weight> firms = sizes.ofFirms();
    const PairWeights pairs = weightsOfPairs(view, sizes, firms);
    Chosen chosen(view, pairs, firms);
    chosen.fill(capacity.firms);
    std::vector<DealId> deals = sizes.deals();
    std::erase_if(deals, [&](DealId id) {
        const DealFacts& deal = network.facts(id);
        return !chosen.has(deal.to) || (deal.from.isValid() && !chosen.has(deal.from));
    });
    sortByPairs(network, sizes, pairs, deals);
    Seats seats(network, capacity);
    seats.fill(deals);
    return seats.count() == view.dealCount() ? view : view.only(seats.wanted(), LeftOut::NoRoom);
}

View drawnPart(const View& view, bool mergesPairs)
{
    Capacity capacity;
    if (mergesPairs)
        capacity.deals = view.dealCount();
    return largestPart(view, capacity);
}

} // namespace gyre
