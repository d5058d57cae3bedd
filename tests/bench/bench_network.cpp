// The network at 100,000 firms and 400,000 deals: an edit, its undo, a filter, memory, circuits.
// GYRE_BENCH_CSV may name a folder made by a generator (nodes.csv, edges.csv, amounts in
// thousands); without it a network of the same shape is made here.
#include "graph/analysis/circuits.h"
#include "graph/model/boostgraph.h"
#include "graph/model/edits.h"

#include <QFile>
#include <QRandomGenerator>

#include <benchmark/benchmark.h>
#include <boost/graph/directed_graph.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/tiernan_all_cycles.hpp>

#include <cmath>
#include <malloc.h>
#include <set>
#include <unistd.h>

using namespace gyre;

namespace {

double residentMegabytes()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() *
           static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

Deal dealFrom(const QList<QByteArray>& cells)
{
    Deal deal;
    deal.id = QString::fromLatin1(cells[2]);
    deal.from = FirmId{cells[0].mid(1).toUInt()};
    deal.to = FirmId{cells[1].mid(1).toUInt()};
    deal.type = cells[3] == "equity"     ? DealType::EquityInvestment
                : cells[3] == "debt"     ? DealType::Debt
                : cells[3] == "purchase" ? DealType::PurchaseCommitment
                                         : DealType::RevenueShare;
    deal.status = cells[7].startsWith("rumored")     ? Status::Rumoured
                  : cells[7].startsWith("cancelled") ? Status::Cancelled
                  : cells[7].startsWith("pending")   ? Status::Announced
                                                     : Status::Closed;
    deal.amount = Amount::exactly(cells[5].toLongLong() * 1000, Currency::usd());
    deal.date = PartialDate::parse(QString::fromLatin1(cells[6]));
    return deal;
}

Network fromCsv(const QString& folder, const EvidenceList& source)
{
    NetworkEditor edit;
    QFile nodes(folder + QStringLiteral("/nodes.csv"));
    QFile edges(folder + QStringLiteral("/edges.csv"));
    if (!nodes.open(QIODevice::ReadOnly) || !edges.open(QIODevice::ReadOnly))
        return {};
    nodes.readLine();
    while (!nodes.atEnd()) {
        const auto cells = nodes.readLine().split(',');
        Firm firm;
        firm.id = QString::fromLatin1(cells[0]);
        firm.name = QString::fromLatin1(cells[1].mid(1, cells[1].size() - 2));
        edit.addFirm(std::move(firm));
    }
    edges.readLine();
    while (!edges.atEnd()) {
        Deal deal = dealFrom(edges.readLine().split(','));
        deal.evidence = source;
        edit.addDeal(std::move(deal));
    }
    return edit.done();
}

/// Hubs that attract most deals, parallel deals and deals that flow back.
Network made(std::uint32_t firms, std::uint32_t deals, const EvidenceList& source)
{
    QRandomGenerator random(20260101);
    NetworkEditor edit;
    for (std::uint32_t i = 0; i < firms; ++i) {
        Firm firm;
        firm.id = QStringLiteral("n%1").arg(i);
        firm.name = QStringLiteral("Firm of some name %1").arg(i);
        edit.addFirm(std::move(firm));
    }
    const auto pick = [&random, firms] {
        return static_cast<std::uint32_t>(std::pow(random.generateDouble(), 2) * firms);
    };
    for (std::uint32_t i = 0; i < deals; ++i) {
        Deal deal;
        deal.id = QStringLiteral("e%1").arg(i);
        deal.from = FirmId{pick()};
        deal.to = FirmId{(deal.from.value + 1 + pick()) % firms};
        if (i > 0 && random.bounded(100) < 14) {
            deal.to = edit.network().facts(DealId{i - 1}).from;
            deal.from = edit.network().facts(DealId{i - 1}).to;
        }
        deal.type = static_cast<DealType>(random.bounded(4));
        deal.status = static_cast<Status>(random.bounded(7));
        deal.amount = Amount::exactly(random.bounded(1, 1 << 30) * qint64{1000}, Currency::usd());
        deal.date = PartialDate::day(QDate(2015, 1, 1).addDays(random.bounded(4300)));
        deal.evidence = source;
        edit.addDeal(std::move(deal));
    }
    return edit.done();
}

struct Big
{
    Network network;
    double megabytes = 0;
};

const Big& big()
{
    static const Big value = [] {
        Evidence file;
        file.title = QStringLiteral("network");
        const EvidenceList source{Shared<Evidence>(file)};
        const double before = residentMegabytes();
        const QString folder = qEnvironmentVariable("GYRE_BENCH_CSV");
        Big result;
        result.network =
            folder.isEmpty() ? made(100'000, 400'000, source) : fromCsv(folder, source);
        result.megabytes = residentMegabytes() - before;
        return result;
    }();
    return value;
}

DealId someDeal(std::size_t i)
{
    return DealId{static_cast<std::uint32_t>(i * 7919 % big().network.dealSlots())};
}

void memory(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(big());
    state.counters["MB"] = big().megabytes;
    state.counters["deals"] = static_cast<double>(big().network.dealCount());
    state.counters["firms"] = static_cast<double>(big().network.firmCount());
}

BENCHMARK(memory)->Iterations(1);

void editADeal(benchmark::State& state)
{
    std::size_t i = 0;
    for (auto _ : state) {
        const Network next = reviewed(big().network, someDeal(++i), Review::Rejected);
        benchmark::DoNotOptimize(next.dealCount());
    }
}

BENCHMARK(editADeal)->Unit(benchmark::kMillisecond);

void addADeal(benchmark::State& state)
{
    std::size_t i = 0;
    for (auto _ : state) {
        Deal deal = big().network.deal(someDeal(++i));
        deal.id = QStringLiteral("new");
        NetworkEditor edit(big().network);
        edit.addDeal(std::move(deal));
        benchmark::DoNotOptimize(edit.done().dealCount());
    }
}

BENCHMARK(addADeal)->Unit(benchmark::kMillisecond);

void moveAnEndOfADeal(benchmark::State& state)
{
    std::size_t i = 0;
    for (auto _ : state) {
        const DealId id = someDeal(++i);
        Deal deal = big().network.deal(id);
        deal.to = FirmId{(deal.to.value + 1) % 1000};
        NetworkEditor edit(big().network);
        edit.setDeal(id, std::move(deal));
        benchmark::DoNotOptimize(edit.done().dealCount());
    }
}

BENCHMARK(moveAnEndOfADeal)->Unit(benchmark::kMillisecond);

/// Undo is going back to the value before, which lets go of the edited one.
void undoAnEdit(benchmark::State& state)
{
    std::size_t i = 0;
    for (auto _ : state) {
        state.PauseTiming();
        Network shown = reviewed(big().network, someDeal(++i), Review::Rejected);
        state.ResumeTiming();
        shown = big().network;
        benchmark::DoNotOptimize(shown.dealCount());
    }
}

BENCHMARK(undoAnEdit)->Unit(benchmark::kMillisecond);

void changeTheFilter(benchmark::State& state)
{
    std::int64_t least = 0;
    for (auto _ : state) {
        Filter filter;
        filter.least = least += 1'000'000;
        benchmark::DoNotOptimize(viewOf(big().network, filter).dealCount());
    }
}

BENCHMARK(changeTheFilter)->Unit(benchmark::kMillisecond);

/// The same filter by Boost's filtered_graph: what View replaces.
struct AtLeast
{
    const Network* network = nullptr;
    std::int64_t least = 0;

    bool operator()(DealId deal) const { return network->facts(deal).figure() >= least; }
};

void boostFilteredGraph(benchmark::State& state)
{
    std::int64_t least = 0;
    for (auto _ : state) {
        const boost::filtered_graph<Network, AtLeast> filtered(
            big().network, AtLeast{&big().network, least += 1'000'000});
        std::size_t count = 0;
        for (const FirmId firm : big().network.firms()) {
            const auto [first, last] = boost::out_edges(firm, filtered);
            count += static_cast<std::size_t>(std::distance(first, last));
        }
        benchmark::DoNotOptimize(count);
    }
}

BENCHMARK(boostFilteredGraph)->Unit(benchmark::kMillisecond);

Network small(std::int64_t firms)
{
    return made(static_cast<std::uint32_t>(firms), static_cast<std::uint32_t>(firms * 4), {});
}

void loopsOfFour(benchmark::State& state)
{
    const View view = viewOf(small(state.range(0)), Filter{});
    std::size_t count = 0;
    for (auto _ : state)
        count = circuits(view, 4, 10'000'000).found.size();
    state.counters["circuits"] = static_cast<double>(count);
}

BENCHMARK(loopsOfFour)->Arg(300)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

struct Count
{
    template<typename Path, typename Graph>
    void cycle(const Path&, const Graph&)
    {
        ++*found;
    }

    std::size_t* found;
};

/// Boost's bounded enumeration, on the simple digraph of pairs (it repeats circuits otherwise).
void boostTiernan(benchmark::State& state)
{
    const View view = viewOf(small(state.range(0)), Filter{});
    boost::directed_graph<> simple;
    std::vector<boost::directed_graph<>::vertex_descriptor> at(view.firmCount());
    for (auto& vertex : at)
        vertex = simple.add_vertex();
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    const auto [first, last] = edges(view);
    for (auto edge = first; edge != last; ++edge)
        if (source(*edge, view) != target(*edge, view))
            pairs.emplace(view.rank(source(*edge, view)), view.rank(target(*edge, view)));
    for (const auto& [from, to] : pairs)
        simple.add_edge(at[from], at[to]);
    std::size_t count = 0;
    for (auto _ : state) {
        count = 0;
        boost::tiernan_all_cycles(simple, Count{&count}, 2, 4);
    }
    state.counters["circuits"] = static_cast<double>(count);
}

BENCHMARK(boostTiernan)->Arg(300)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    big(); // loading is no part of what is timed
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
