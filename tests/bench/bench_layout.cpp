// The engines on networks of 100, 1,000 and 10,000 firms: seconds and how good the places are, on
// one thread and on two.
// GYRE_BENCH_CSV may name folders made by a generator (nodes.csv, edges.csv), with a colon between
// them; without it networks of a like shape are made here.
//     bench_layout --benchmark_filter=1k
#include "graph/layout/layouts.h"
#include "tests/bench/layoutquality.h"

#include <QDir>
#include <QFile>

#include <benchmark/benchmark.h>

#include <map>

using namespace gyre;

namespace {

DiagramLink linkOf(int from, int to)
{
    DiagramLink link;
    link.from = from;
    link.to = to;
    return link;
}

Diagram ofFirms(std::size_t count)
{
    Diagram diagram;
    diagram.nodes.resize(count);
    for (DiagramNode& node : diagram.nodes)
        node.radius = 24;
    return diagram;
}

/// Firms "n0", "n1", … and deals "n0,n7,…".
Diagram fromCsv(const QString& folder)
{
    QFile nodes(folder + QStringLiteral("/nodes.csv"));
    QFile edges(folder + QStringLiteral("/edges.csv"));
    if (!nodes.open(QIODevice::ReadOnly) || !edges.open(QIODevice::ReadOnly))
        qFatal("there is no network in %s", qUtf8Printable(folder));
    Diagram diagram = ofFirms(std::size_t(nodes.readAll().count('\n') - 1));
    edges.readLine();
    while (!edges.atEnd()) {
        const auto cells = edges.readLine().split(',');
        diagram.links.push_back(linkOf(cells[0].mid(1).toInt(), cells[1].mid(1).toInt()));
    }
    return diagram;
}

/// A newcomer deals with a firm of its sector or with one that already has many deals; later deals
/// repeat, answer or close a loop, or stay in the sector.
Diagram made(int firms, int deals)
{
    Dice dice(20260101);
    const int sectors = std::max(4, firms / 60);
    Diagram diagram = ofFirms(std::size_t(firms));
    std::vector<std::vector<int>> ends(std::size_t(sectors) + 1);
    const auto sectorOf = [sectors](int firm) { return std::size_t(firm % sectors); };
    const auto oneOf = [&dice](const std::vector<int>& some) {
        return some[std::size_t(dice.below(static_cast<int>(some.size())))];
    };
    const auto add = [&](int from, int to) {
        diagram.links.push_back(linkOf(from, to));
        for (const int end : {from, to}) {
            ends[sectorOf(end)].push_back(end);
            ends.back().push_back(end);
        }
    };
    add(0, 1);
    for (int firm = 2; firm < firms; ++firm) {
        const auto& sector = ends[sectorOf(firm)];
        add(firm, sector.empty() || dice.unit() < 0.15 ? oneOf(ends.back()) : oneOf(sector));
    }
    while (static_cast<int>(diagram.links.size()) < deals) {
        const DiagramLink some =
            diagram.links[std::size_t(dice.below(static_cast<int>(diagram.links.size())))];
        const double luck = dice.unit();
        const int stranger = luck < 0.9 ? oneOf(ends[sectorOf(some.from)]) : oneOf(ends.back());
        if (luck < 0.3)
            add(some.to, some.from);
        else if (stranger != some.from)
            add(some.from, stranger);
    }
    return diagram;
}

std::string shortly(std::size_t count)
{
    return count % 1000 == 0 ? std::to_string(count / 1000) + "k" : std::to_string(count);
}

std::map<std::size_t, Diagram> networks()
{
    std::map<std::size_t, Diagram> all;
    const auto add = [&all](Diagram diagram) {
        const std::size_t size = diagram.nodes.size();
        all.emplace(size, std::move(diagram));
    };
    const QString folders = qEnvironmentVariable("GYRE_BENCH_CSV");
    for (const QString& folder : folders.split(QLatin1Char(':'), Qt::SkipEmptyParts))
        add(fromCsv(folder));
    if (all.empty())
        for (const int firms : {100, 1000, 10000})
            add(made(firms, 4 * firms));
    return all;
}

void layingOut(benchmark::State& state, const Diagram& diagram, const LayoutEngine& engine,
               int threads)
{
    LayoutOptions options;
    options.threads = threads;
    std::vector<Point> at;
    for (auto _ : state)
        at = places(diagram, engine, options);
    const LayoutQuality found = qualityOf(diagram, at);
    state.counters["stress"] = found.stress;
    state.counters["crossings"] = found.crossingsPerLine;
    state.counters["neighbours"] = found.neighbours;
    state.counters["overlaps"] = found.overlaps;
}

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    const auto all = networks();
    for (const auto& [size, diagram] : all)
        for (const LayoutEngine& engine : layoutEngines())
            for (const int threads : {1, 2}) {
                const std::string name = std::string(engine.name) + "/" + shortly(size) + "/" +
                                         std::to_string(threads) + "t";
                benchmark::RegisterBenchmark(
                    name.c_str(),
                    [&diagram = diagram, &engine, threads](benchmark::State& state) {
                        layingOut(state, diagram, engine, threads);
                    })
                    ->UseRealTime()
                    ->Unit(benchmark::kMillisecond);
            }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
