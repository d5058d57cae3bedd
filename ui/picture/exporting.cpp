#include "ui/picture/exporting.h"

#include "graph/model/claimfilter.h"
#include "ui/charts/charts.h"
#include "ui/picture/compose.h"
#include "ui/picture/picturefile.h"
#include "ui/words/words.h"

#include <QPainter>

namespace gyre {

namespace {

Look lookOf(const ExportRequest& request)
{
    Look look;
    look.theme = request.theme;
    look.isTransparent = request.isTransparent;
    look.size = request.size;
    look.withBackground = request.background != nullptr;
    if (request.filter.asOf)
        look.asOf = words(*request.filter.asOf);
    return look;
}

Composition networkPicture(const ExportRequest& request, const Progress& progress)
{
    Scene scene;
    scene.view = viewOf(request.project.network, request.filter);
    scene.placement = request.project.placement;
    scene.look = lookOf(request);
    scene.look.title = request.title;
    scene.briefings = request.project.briefings;
    scene.networkFiles = request.project.networkFiles;
    scene.background = request.background;
    scene.engine = request.engine;
    scene.layoutOptions = request.layoutOptions;
    return compose(scene, progress);
}

ChartScene chartOf(const ExportRequest& request, ExportKind kind)
{
    ChartScene scene;
    scene.kind = kind == ExportKind::Valuations ? ChartKind::Valuations : ChartKind::Ownership;
    scene.network = claimsWithin(request.project.network, request.filter);
    scene.firm = request.chartFirm;
    scene.look = lookOf(request);
    scene.briefings = request.project.briefings;
    scene.networkFiles = request.project.networkFiles;
    scene.asOf = request.filter.asOf;
    scene.background = request.background;
    return scene;
}

QImage chartImage(const ChartScene& scene, double scale)
{
    const QColor background =
        scene.look.isTransparent ? QColor(Qt::transparent) : palette(scene.look.theme).canvas;
    return image(scene.look.size, scale, background,
                 [&scene](QPainter& painter) { paintChart(scene, painter); });
}

/// The line under the picture, and the texts it was made of by their hashes.
QString sourceOf(const ExportRequest& request, const QString& line)
{
    QStringList hashes{line};
    for (const Shared<ReadBriefing>& read : request.project.briefings)
        hashes << QStringLiteral("sha256:") + read->briefing.sha256;
    hashes.removeAll(QString());
    return hashes.join(QLatin1Char(' '));
}

} // namespace

std::vector<ExportedFile> exported(const ExportRequest& request, const Progress& progress)
{
    std::vector<ExportedFile> files;
    const auto add = [&files](const QString& name, const QByteArray& bytes) {
        files.push_back({name, bytes});
    };
    for (const ExportKind kind : request.what) {
        if (progress.isCancelled())
            break;
        const QString file = name(kind) + QStringLiteral(".png");
        if (kind != ExportKind::Network) {
            const ChartScene chart = chartOf(request, kind);
            const ChartAbout about = aboutChart(chart);
            add(file, png(chartImage(chart, request.scale), about.title, about.description,
                          sourceOf(request, about.source)));
            continue;
        }
        const Picture picture = networkPicture(request, progress).picture;
        add(file, png(image(picture, request.scale), picture.title, picture.description,
                      sourceOf(request, picture.source)));
        if (request.withGeometry)
            add(QStringLiteral("network.geometry.json"), geometryJson(picture));
    }
    return files;
}

QImage preview(const ExportRequest& request, ExportKind kind, double scale)
{
    return kind == ExportKind::Network ? image(networkPicture(request, {}).picture, scale)
                                       : chartImage(chartOf(request, kind), scale);
}

} // namespace gyre
