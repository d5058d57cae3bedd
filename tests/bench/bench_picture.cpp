// The network's picture, from a view to everything in place, by the calls that `gyre export` makes:
// places, arrangement, and the whole composition with its texts and furniture; then painting and
// each file's encoding apart.
// GYRE_BENCH_FACTS may name a folder of CSV files; without it the bundled facts are drawn.
//     bench_picture --benchmark_repetitions=10 --benchmark_report_aggregates_only=true
#include "app/inputs.h"
#include "graph/layout/arrange.h"
#include "ui/picture/compose.h"
#include "ui/picture/painter.h"
#include "ui/picture/pdffile.h"
#include "ui/picture/picturefile.h"
#include "ui/picture/svgfile.h"

#include <QBuffer>
#include <QGuiApplication>

#include <benchmark/benchmark.h>

#include <map>

using namespace gyre;

namespace {

/// What the layout was asked while a picture was composed; twice where room for a line had to be
/// found.
struct Asked
{
    Diagram diagram;
    LayoutOptions options;
    std::vector<Point> places;
};

std::vector<Asked>& asked()
{
    static std::vector<Asked> all;
    return all;
}

std::vector<Point> defaultAndKept(const Diagram& diagram, const LayoutOptions& options,
                                  const Progress& progress)
{
    auto found = layoutEngines().front().function(diagram, options, progress);
    asked().push_back({diagram, options, found});
    return found;
}

constexpr LayoutEngine keeping{"default", defaultAndKept};

struct Drawn
{
    Scene scene;
    std::vector<Asked> asked;
};

/// Parsed and read as the command line is, so that the filter is that of `gyre export`.
Drawn drawnFrom(const QStringList& wishes)
{
    const QString folder = qEnvironmentVariable("GYRE_BENCH_FACTS",
                                                QStringLiteral(GYRE_SOURCE_DIR "/resources/facts"));
    const auto arguments = parsed(QStringList{QStringLiteral("export"), folder,
                                              QStringLiteral("--out"), QStringLiteral("nowhere")} +
                                  wishes);
    if (!arguments.command)
        qFatal("%s", qUtf8Printable(arguments.message));
    const Input input = readInput(*arguments.command);
    Drawn drawn;
    drawn.scene.view = viewOf(input.project.network, input.filter);
    drawn.scene.look.size = arguments.command->size.picture;
    drawn.scene.networkFiles = input.project.networkFiles;
    drawn.scene.engine = &keeping;
    asked().clear();
    compose(drawn.scene);
    drawn.asked = asked();
    drawn.scene.engine = nullptr;
    return drawn;
}

const Drawn& drawn(const QString& least)
{
    static std::map<QString, Drawn> all;
    const auto known = all.find(least);
    if (known != all.end())
        return known->second;
    QStringList wishes;
    if (least == u"0")
        wishes << QStringLiteral("--width") << QStringLiteral("2400") << QStringLiteral("--height")
               << QStringLiteral("1500");
    else
        wishes << QStringLiteral("--least") << least;
    return all.emplace(least, drawnFrom(wishes)).first->second;
}

void count(benchmark::State& state, const Drawn& picture)
{
    state.counters["firms"] = static_cast<double>(picture.scene.view.firmCount());
    state.counters["deals"] = static_cast<double>(picture.scene.view.dealCount());
    state.counters["goes"] = static_cast<double>(picture.asked.size());
}

void placing(benchmark::State& state, const char* least)
{
    const Drawn& picture = drawn(QLatin1String(least));
    for (auto _ : state)
        for (const Asked& one : picture.asked)
            benchmark::DoNotOptimize(places(one.diagram, layoutEngines().front(), one.options));
    count(state, picture);
}

void arranging(benchmark::State& state, const char* least)
{
    const Drawn& picture = drawn(QLatin1String(least));
    for (auto _ : state)
        for (const Asked& one : picture.asked)
            benchmark::DoNotOptimize(arrange(one.diagram, one.places));
    count(state, picture);
}

/// Layout, routing and labels.
void placingAndArranging(benchmark::State& state, const char* least)
{
    const Drawn& picture = drawn(QLatin1String(least));
    for (auto _ : state)
        for (const Asked& one : picture.asked)
            benchmark::DoNotOptimize(
                arrange(one.diagram, places(one.diagram, layoutEngines().front(), one.options)));
    count(state, picture);
}

void composing(benchmark::State& state, const char* least)
{
    const Drawn& picture = drawn(QLatin1String(least));
    for (auto _ : state)
        benchmark::DoNotOptimize(compose(picture.scene));
    count(state, picture);
}

/// The picture of 31 firms and 51 deals at twice its size, as the issue's `gyre export` writes it.
const Picture& printed()
{
    static const Picture picture = compose(drawn(QStringLiteral("10B")).scene).picture;
    return picture;
}

void painting(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(image(printed(), 2));
}

void encoding(benchmark::State& state)
{
    const QImage painted = image(printed(), 2);
    qsizetype bytes = 0;
    for (auto _ : state)
        bytes = png(painted, {}).size();
    state.counters["bytes"] = static_cast<double>(bytes);
}

/// What Qt itself writes of the same image.
void encodingByQt(benchmark::State& state)
{
    const QImage painted = image(printed(), 2);
    QByteArray bytes;
    for (auto _ : state) {
        bytes.clear();
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        painted.save(&buffer, "PNG");
    }
    state.counters["bytes"] = static_cast<double>(bytes.size());
}

VectorPage printedPage()
{
    return recorded(printed().size, [](QPainter& painter) { paint(printed(), painter); });
}

void writingSvg(benchmark::State& state)
{
    qsizetype bytes = 0;
    for (auto _ : state)
        bytes = svg(printedPage(), {}).size();
    state.counters["bytes"] = static_cast<double>(bytes);
}

void writingPdf(benchmark::State& state)
{
    qsizetype bytes = 0;
    for (auto _ : state)
        bytes = pdf(printedPage(), {}).size();
    state.counters["bytes"] = static_cast<double>(bytes);
}

constexpr auto milliseconds = benchmark::kMillisecond;

BENCHMARK_CAPTURE(placing, least10B, "10B")->Unit(milliseconds)->UseRealTime();
BENCHMARK_CAPTURE(arranging, least10B, "10B")->Unit(milliseconds)->UseRealTime();
BENCHMARK_CAPTURE(placingAndArranging, least10B, "10B")->Unit(milliseconds)->UseRealTime();
BENCHMARK_CAPTURE(composing, least10B, "10B")->Unit(milliseconds)->UseRealTime();
BENCHMARK_CAPTURE(placing, least1B, "1B")->Unit(milliseconds)->UseRealTime();
BENCHMARK_CAPTURE(arranging, least1B, "1B")->Unit(milliseconds)->UseRealTime();
BENCHMARK_CAPTURE(placingAndArranging, least1B, "1B")->Unit(milliseconds)->UseRealTime();
BENCHMARK_CAPTURE(composing, least1B, "1B")->Unit(milliseconds)->UseRealTime();
BENCHMARK_CAPTURE(placing, all, "0")->Unit(milliseconds)->UseRealTime();
BENCHMARK_CAPTURE(arranging, all, "0")->Unit(milliseconds)->UseRealTime();
BENCHMARK_CAPTURE(placingAndArranging, all, "0")->Unit(milliseconds)->UseRealTime();
BENCHMARK_CAPTURE(composing, all, "0")->Unit(milliseconds)->UseRealTime();

BENCHMARK(painting)->Unit(milliseconds)->UseRealTime();
BENCHMARK(encoding)->Unit(milliseconds)->UseRealTime();
BENCHMARK(encodingByQt)->Unit(milliseconds)->UseRealTime();
BENCHMARK(writingSvg)->Unit(milliseconds)->UseRealTime();
BENCHMARK(writingPdf)->Unit(milliseconds)->UseRealTime();

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication::setDesktopSettingsAware(false);
    const QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
