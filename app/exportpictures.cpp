#include "app/batch.h"
#include "app/console.h"
#include "app/inputs.h"
#include "graph/interchange/background.h"
#include "graph/interchange/formats.h"
#include "ui/document/addition.h"
#include "ui/document/guard.h"
#include "ui/picture/exporting.h"

#include <QDir>

namespace gyre {

namespace {

ExportRequest requestOf(const Invocation& command, const Input& input)
{
    ExportRequest request;
    request.project = input.project;
    request.filter = input.filter;
    request.what = command.only;
    request.formats = command.formats;
    request.size = command.size;
    request.isTransparent = command.isTransparent;
    request.theme = command.theme;
    request.title = command.title;
    request.engine = command.engine;
    request.withGeometry = command.withGeometry;
    request.mergesPairs = command.mergesPairs;
    if (!command.positions.isEmpty())
        request.project.placement = readPositions(command.positions, input.project.network);
    if (command.withBackground)
        request.background = std::make_shared<const Network>(backgroundFacts());
    if (input.filter.focus.size() == 1)
        request.chartFirm = input.filter.focus.front().firm;
    return request;
}

void makeFolder(const QString& path)
{
    if (!QDir().mkpath(path))
        throw Error(QStringLiteral("file.no-folder"), {}, path);
}

/// A path between firms that nothing joins is an empty picture: said, for it may be a question well
/// put.
void tellMissingRoute(const Input& input)
{
    const auto& route = input.filter.route;
    const Network& network = input.project.network;
    if (!route || viewOf(network, input.filter).dealCount() > 0)
        return;
    tell({Severity::Warning,
          route->isDirected ? QStringLiteral("route.no-money") : QStringLiteral("route.none"),
          {network.firm(route->from).name, network.firm(route->to).name},
          {},
          {},
          {}});
}

} // namespace

int exportPictures(const Invocation& command)
{
    const Input input = readInput(command);
    if (input.isEmpty())
        return 1;
    const ExportRequest request = requestOf(command, input);
    tellMissingRoute(input);
    makeFolder(command.output);
    Diagnostics problems;
    for (const ExportedFile& file : exported(request)) {
        const QString path = QDir(command.output).filePath(file.name);
        guarded(path, problems, [&] { writeFile(path, file.bytes); });
    }
    return tellAll(problems) || input.hasErrors ? 1 : 0;
}

} // namespace gyre
