// Whole processes: from exec to exit, with the peak of their memory.
//     bench_start --benchmark_repetitions=10 --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

/// Runs it to its end, silently; peak resident memory in MB, negative where it failed.
double run(const std::vector<std::string>& command)
{
    std::vector<char*> arguments;
    for (const std::string& word : command)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        setenv("QT_QPA_PLATFORM", "offscreen", 1);
        const int nowhere = open("/dev/null", O_RDWR);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        execv(arguments.front(), arguments.data());
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0
               ? static_cast<double>(usage.ru_maxrss) / 1024
               : -1;
}

void process(benchmark::State& state, const std::vector<std::string>& command)
{
    double peak = 0;
    for (auto _ : state) {
        peak = run(command);
        if (peak < 0) {
            state.SkipWithError("the program failed");
            return;
        }
    }
    state.counters["peakMB"] = peak;
}

/// 10 MB without a line break, from sentences with a find in some of them.
std::string longLine()
{
    const std::string path = "/tmp/gyre-bench-line.txt";
    std::ofstream file(path);
    const std::string prose =
        "Northwind is in talks to put $2 billion into Contoso. Its board met on "
        "a grey morning to talk about roads, and nobody came but the clerk. ";
    for (std::size_t size = 0; size < 10 * 1024 * 1024; size += prose.size())
        file << prose;
    return path;
}

const std::string sample = GYRE_SOURCE_DIR "/resources/samples/amazon-openai.txt";

} // namespace

BENCHMARK_CAPTURE(process, firstPaintedNetwork, {GYRE_START_WINDOW})
    ->Iterations(1)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(process, firstPaintOfTenMegabytes, {GYRE_START_WINDOW, "--text", longLine()})
    ->Iterations(1)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(process, extractSample, {GYRE_BINARY, "extract", sample})
    ->Iterations(1)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(process, exportSample,
                  {GYRE_BINARY, "export", sample, "--out", "/tmp/gyre-bench-export"})
    ->Iterations(1)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
