// Reading at length: from 10 KB to 50 MB of invented news on one thread, how long it takes, whether
// that is linear, and how many of the facts told are found. GYRE_BENCH_TEXT may name a file that is
// read instead.
#include "tests/bench/newsmaker.h"

#include "graph/briefing/extract.h"
#include "graph/briefing/lexicon.h"
#include "graph/briefing/reading.h"

#include <QFile>

#include <benchmark/benchmark.h>

using namespace gyre;

namespace {

Briefing briefingOf(const QString& text)
{
    Briefing briefing;
    briefing.text = text;
    briefing.date = PartialDate::day(2025, 12, 16);
    return briefing;
}

std::int64_t sumOf(const Amount& amount)
{
    return amount.low.value_or(amount.high.value_or(0));
}

/// What was found, in the words of the news.
ToldFacts found(const Extraction& made)
{
    const auto name = [&made](FirmId firm) {
        return firm.isValid() ? made.firms[firm.value].name : QStringLiteral("*");
    };
    ToldFacts facts;
    for (const Deal& deal : made.deals)
        facts.deals.insert({deal.type, name(deal.from), name(deal.to), sumOf(deal.amount)});
    for (const Valuation& value : made.valuations)
        facts.values.insert({name(value.org), sumOf(value.amount)});
    for (const Stake& stake : made.stakes)
        facts.stakes.insert({name(stake.holder), name(stake.org), qRound(stake.percent)});
    return facts;
}

template<typename Fact>
std::size_t common(const std::set<Fact>& told, const std::set<Fact>& found)
{
    return static_cast<std::size_t>(std::count_if(
        told.begin(), told.end(), [&found](const Fact& fact) { return found.contains(fact); }));
}

std::size_t common(const ToldFacts& told, const ToldFacts& found)
{
    return common(told.deals, found.deals) + common(told.values, found.values) +
           common(told.stakes, found.stakes);
}

void setSpeed(benchmark::State& state, qint64 bytes)
{
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes);
    state.SetComplexityN(bytes);
}

void readingNews(benchmark::State& state)
{
    const Lexicon lexicon;
    const News news = NewsMaker().made(state.range(0));
    const Briefing briefing = briefingOf(news.text);
    Extraction made;
    for (auto _ : state)
        made = extract(briefing, lexicon);
    const ToldFacts all = found(made);
    for (auto& d : news.facts.deals)
        if (!all.deals.contains(d) && state.range(0) == 10000)
            printf("MISS %d %s %s %ld\n", int(std::get<0>(d)), qPrintable(std::get<1>(d)),
                   qPrintable(std::get<2>(d)), std::get<3>(d));
    for (auto& d : all.deals)
        if (!news.facts.deals.contains(d) && state.range(0) == 10000)
            printf("FALSE %d %s %s %ld\n", int(std::get<0>(d)), qPrintable(std::get<1>(d)),
                   qPrintable(std::get<2>(d)), std::get<3>(d));
    const auto right = static_cast<double>(common(news.facts, all));
    setSpeed(state, news.text.toUtf8().size());
    state.counters["told"] = static_cast<double>(news.facts.size());
    state.counters["found"] = right / static_cast<double>(news.facts.size());
    state.counters["right"] = right / static_cast<double>(std::max<std::size_t>(1, all.size()));
}

BENCHMARK(readingNews)
    ->RangeMultiplier(10)
    ->Range(10'000, 10'000'000)
    ->Arg(50'000'000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity(benchmark::oN);

void readingFile(benchmark::State& state)
{
    QFile file(qEnvironmentVariable("GYRE_BENCH_TEXT"));
    if (!file.open(QIODevice::ReadOnly))
        return state.SkipWithError("GYRE_BENCH_TEXT names no file");
    const Lexicon lexicon;
    const Briefing briefing = briefingOf(QString::fromUtf8(file.readAll()));
    for (auto _ : state)
        benchmark::DoNotOptimize(extract(briefing, lexicon));
    setSpeed(state, file.size());
}

BENCHMARK(readingFile)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
