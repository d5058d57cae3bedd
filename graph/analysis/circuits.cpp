#include "graph/analysis/circuits.h"

#include <algorithm>

namespace gyre {

namespace {

bool takesPart(const DealFacts& deal)
{
    return deal.from.isValid() && deal.from != deal.to && deal.type != DealType::Partnership;
}

/// The simple digraph over ranks of firms: who pays whom, each pair once, sorted.
struct PairGraph
{
    std::vector<std::vector<std::uint32_t>> out;
    std::vector<std::vector<std::uint32_t>> in;
};

PairGraph pairGraph(const View& view)
{
    PairGraph graph;
    graph.out.resize(view.firmCount());
    graph.in.resize(view.firmCount());
    for (const FirmId firm : view.firms()) {
        const std::uint32_t from = view.rank(firm);
        auto& out = graph.out[from];
        for (const DealId deal : view.network().out(firm))
            if (view.contains(deal) && takesPart(view.network().facts(deal)))
                out.push_back(view.rank(view.network().facts(deal).to));
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        for (const std::uint32_t to : out)
            graph.in[to].push_back(from);
    }
    return graph;
}

/// Depth-first from each start over firms of greater rank, never further than the way back allows.
class Search
{
public:
    Search(PairGraph graph, int maxLength, std::size_t limit, const Progress& progress)
        : m_graph(std::move(graph))
        , m_maxLength(maxLength)
        , m_limit(limit)
        , m_progress(progress)
        , m_back(m_graph.out.size(), tooFar)
        , m_isOnPath(m_graph.out.size())
    {
    }

    /// Circuits as ranks; false: the limit or a cancellation cut it short.
    bool run(std::vector<std::vector<std::uint32_t>>& found)
    {
        const auto count = static_cast<std::uint32_t>(m_graph.out.size());
        for (std::uint32_t start = 0; start < count; ++start) {
            if (start % 256 == 0) {
                m_progress.at(static_cast<double>(start) / count);
                if (m_progress.isCancelled())
                    return false;
            }
            if (m_graph.out[start].empty() || m_graph.in[start].empty())
                continue;
            measureWayBack(start);
            m_start = start;
            m_path = {start};
            const bool isWhole = extend(found);
            forgetWayBack();
            if (!isWhole)
                return false;
        }
        return true;
    }

private:
    static constexpr int tooFar = 1 << 20;

    /// Least number of hops from each firm to the start, over firms of greater rank.
    void measureWayBack(std::uint32_t start)
    {
        m_reached = {start};
        m_back[start] = 0;
        for (std::size_t i = 0; i < m_reached.size(); ++i) {
            const std::uint32_t firm = m_reached[i];
            if (m_back[firm] + 1 >= m_maxLength)
                continue;
            for (const std::uint32_t from : m_graph.in[firm])
                if (from > start && m_back[from] == tooFar) {
                    m_back[from] = m_back[firm] + 1;
                    m_reached.push_back(from);
                }
        }
    }

    void forgetWayBack()
    {
        for (const std::uint32_t firm : m_reached)
            m_back[firm] = tooFar;
    }

    bool extend(std::vector<std::vector<std::uint32_t>>& found)
    {
        const int length = static_cast<int>(m_path.size());
        for (const std::uint32_t next : m_graph.out[m_path.back()]) {
            if (next == m_start) {
                if (found.size() == m_limit)
                    return false;
                found.push_back(m_path);
                continue;
            }
            if (next < m_start || m_isOnPath[next] != 0 || length + m_back[next] > m_maxLength)
                continue;
            m_path.push_back(next);
            m_isOnPath[next] = 1;
            const bool isWhole = extend(found);
            m_isOnPath[next] = 0;
            m_path.pop_back();
            if (!isWhole)
                return false;
        }
        return true;
    }

    PairGraph m_graph;
    int m_maxLength;
    std::size_t m_limit;
    const Progress& m_progress;
    std::vector<int> m_back;
    std::vector<std::uint8_t> m_isOnPath;
    std::vector<std::uint32_t> m_reached;
    std::vector<std::uint32_t> m_path;
    std::uint32_t m_start = 0;
};

Hop hop(const View& view, FirmId from, FirmId to)
{
    const Network& network = view.network();
    Hop hop;
    for (const DealId deal : network.out(from)) {
        const DealFacts& facts = network.facts(deal);
        if (facts.to == to && view.contains(deal) && takesPart(facts))
            hop.deals.push_back(deal);
    }
    std::stable_sort(hop.deals.begin(), hop.deals.end(), [&network](DealId a, DealId b) {
        return network.facts(a).figure() > network.facts(b).figure();
    });
    hop.sum = MoneySum(view.filter().reading);
    for (const DealId deal : hop.deals)
        if (network.facts(deal).isCounted)
            hop.sum.add(network.deal(deal).amount);
    hop.capacity = hop.sum.counted();
    hop.currency = hop.sum.currency();
    return hop;
}

Status statusOf(const DealFacts& deal)
{
    return deal.isDenied ? Status::Cancelled : deal.status;
}

/// Of the deals that the hop's capacity is summed from; of all where it has none.
Status leastSure(const Network& network, const Hop& hop)
{
    Status least = Status::Closed;
    for (const DealId deal : hop.deals) {
        const DealFacts& facts = network.facts(deal);
        const bool isSummed = facts.isCounted && facts.figure() != DealFacts::noAmount;
        if ((isSummed || !hop.capacity) && sureness(statusOf(facts)) < sureness(least))
            least = statusOf(facts);
    }
    return least;
}

bool isInvestment(const View& view, const Hop& hop)
{
    return view.network().facts(hop.deals.front()).type == DealType::EquityInvestment;
}

/// Begins the loop where a reader would: at a firm that invests and gets other money back.
void beginAtInvestor(const View& view, Circuit& circuit)
{
    const std::size_t count = circuit.hops.size();
    std::size_t best = 0;
    int bestScore = -1;
    for (std::size_t i = 0; i < count; ++i) {
        const int score = (isInvestment(view, circuit.hops[i]) ? 2 : 0) +
                          (isInvestment(view, circuit.hops[(i + count - 1) % count]) ? 0 : 1);
        if (score > bestScore) {
            best = i;
            bestScore = score;
        }
    }
    const auto by = static_cast<std::ptrdiff_t>(best);
    std::rotate(circuit.firms.begin(), circuit.firms.begin() + by, circuit.firms.end());
    std::rotate(circuit.hops.begin(), circuit.hops.begin() + by, circuit.hops.end());
}

Circuit circuit(const View& view, const std::vector<std::uint32_t>& ranks)
{
    Circuit circuit;
    for (const std::uint32_t rank : ranks)
        circuit.firms.push_back(view.firms()[rank]);
    for (std::size_t i = 0; i < circuit.firms.size(); ++i)
        circuit.hops.push_back(
            hop(view, circuit.firms[i], circuit.firms[(i + 1) % circuit.firms.size()]));
    beginAtInvestor(view, circuit);

    circuit.goesRound = circuit.hops.front().sum;
    for (const Hop& hop : circuit.hops) {
        if (&hop != &circuit.hops.front())
            circuit.goesRound = MoneySum::lesser(circuit.goesRound, hop.sum);
        const Status status = leastSure(view.network(), hop);
        if (sureness(status) < sureness(circuit.weakestStatus))
            circuit.weakestStatus = status;
    }
    circuit.bottleneck = circuit.goesRound.counted();
    circuit.currency = circuit.hops.front().currency;
    circuit.returned = ratio(circuit.hops.back().sum, circuit.hops.front().sum);
    if (circuit.returned)
        circuit.returnedRatio = circuit.returned->value;
    return circuit;
}

} // namespace

int sureness(Status status)
{
    return status == Status::Cancelled ? -1 : static_cast<int>(std::min(status, Status::Closed));
}

Circuits circuits(const View& view, int maxLength, std::size_t limit, const Progress& progress)
{
    std::vector<std::vector<std::uint32_t>> ranks;
    Circuits result;
    result.isTruncated = !Search(pairGraph(view), maxLength, limit, progress).run(ranks);
    result.found.reserve(ranks.size());
    for (const auto& one : ranks)
        result.found.push_back(circuit(view, one));
    std::stable_sort(result.found.begin(), result.found.end(),
                     [](const Circuit& a, const Circuit& b) {
                         if (a.firms.size() != b.firms.size())
                             return a.firms.size() < b.firms.size();
                         return a.bottleneck.value_or(-1) > b.bottleneck.value_or(-1);
                     });
    return result;
}

} // namespace gyre
