#include "ui/picture/exporting.h"

#include "graph/interchange/facttables.h"
#include "graph/model/claimfilter.h"
#include "graph/model/networkofdate.h"
#include "ui/charts/charts.h"
#include "ui/charts/charttable.h"
#include "ui/picture/compose.h"
#include "ui/picture/painter.h"
#include "ui/picture/pdffile.h"
#include "ui/picture/picturefile.h"
#include "ui/picture/svgfile.h"
#include "ui/words/words.h"

#include <QCryptographicHash>
#include <QPainter>

namespace gyre {

namespace {

Look lookOf(const ExportRequest& request)
{
    Look look;
    look.theme = request.theme;
    look.isTransparent = request.isTransparent;
    look.size = request.size.picture;
    look.withBackground = request.background != nullptr;
    if (request.filter.asOf)
        look.asOf = words(*request.filter.asOf);
    return look;
}

Network networkOf(const ExportRequest& request)
{
    return networkOfDate(request.project.network, request.filter.asOf);
}

Composition networkPicture(const ExportRequest& request, const Progress& progress)
{
    Scene scene;
    scene.view = viewOf(networkOf(request), request.filter);
    scene.placement = request.project.placement;
    scene.look = lookOf(request);
    scene.look.title = request.title;
    scene.look.mergesPairs = request.mergesPairs;
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
    scene.unfiltered = networkOf(request);
    scene.network = claimsWithin(*scene.unfiltered, request.filter);
    scene.firm = request.chartFirm;
    scene.look = lookOf(request);
    scene.briefings = request.project.briefings;
    scene.networkFiles = request.project.networkFiles;
    scene.asOf = request.filter.asOf;
    scene.background = networkOfDate(request.background, request.filter.asOf);
    return scene;
}

QColor backgroundOf(const Look& look)
{
    return look.isTransparent ? QColor(Qt::transparent) : palette(look.theme).canvas;
}

QImage chartImage(const ChartScene& scene, double scale)
{
    return image(scene.look.size, scale, backgroundOf(scene.look),
                 [&scene](QPainter& painter) { paintChart(scene, painter); });
}

/// What every format is made from.
struct Painting
{
    std::function<void(QPainter&)> paint;
    FileAbout about;
    /// The facts it shows, as CSV.
    QByteArray table;
};

/// The line under the picture, the texts it was made of by their hashes, and the hash of the table
/// behind it: what `sha256sum` says of the file that the format csv gives.
QString sourceOf(const ExportRequest& request, const QString& line, const QByteArray& table)
{
    const QByteArray digest = QCryptographicHash::hash(table, QCryptographicHash::Sha256);
    QStringList parts{line};
    for (const Shared<ReadBriefing>& read : request.project.briefings)
        parts << QStringLiteral("sha256:") + read->briefing.sha256;
    parts << QStringLiteral("table sha256:") + QString::fromLatin1(digest.toHex());
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

Painting networkPainting(const ExportRequest& request, const Picture& picture)
{
    const QByteArray table =
        dealTable(viewOf(networkOf(request), request.filter), request.project.briefings);
    return {[&picture](QPainter& painter) { paint(picture, painter); },
            {picture.title, picture.description, sourceOf(request, picture.source, table),
             request.size.millimetres()},
            table};
}

Painting chartPainting(const ExportRequest& request, const ChartScene& scene)
{
    const ChartAbout about = aboutChart(scene);
    const QByteArray table = chartTable(scene);
    return {[&scene](QPainter& painter) { paintChart(scene, painter); },
            {about.title, about.description, sourceOf(request, about.source, table),
             request.size.millimetres()},
            table};
}

QByteArray fileBytes(const ExportRequest& request, const Painting& painting, ExportFormat format)
{
    const Look look = lookOf(request);
    switch (format) {
    case ExportFormat::Svg:
        return svg(recorded(look.size, painting.paint), painting.about);
    case ExportFormat::Pdf:
        return pdf(recorded(look.size, painting.paint), painting.about);
    case ExportFormat::Csv:
        return painting.table;
    case ExportFormat::Png:
        break;
    }
    return png(image(look.size, request.size.scale, backgroundOf(look), painting.paint),
               painting.about, request.size.dotsPerInch);
}

void addFiles(std::vector<ExportedFile>& files, const ExportRequest& request, ExportKind kind,
              const Painting& painting)
{
    for (const ExportFormat format : request.formats)
        files.push_back({name(kind) + QLatin1Char('.') + name(format),
                         fileBytes(request, painting, format), painting.about.description});
}

} // namespace

std::vector<ExportedFile> exported(const ExportRequest& request, const Progress& progress)
{
    std::vector<ExportedFile> files;
    for (const ExportKind kind : request.what) {
        if (progress.isCancelled())
            break;
        if (kind != ExportKind::Network) {
            const ChartScene scene = chartOf(request, kind);
            addFiles(files, request, kind, chartPainting(request, scene));
            continue;
        }
        const Picture picture = networkPicture(request, progress).picture;
        addFiles(files, request, kind, networkPainting(request, picture));
        if (request.withGeometry)
            files.push_back({QStringLiteral("network.geometry.json"), geometryJson(picture), {}});
    }
    return files;
}

QImage preview(const ExportRequest& request, ExportKind kind, double scale)
{
    return kind == ExportKind::Network ? image(networkPicture(request, {}).picture, scale)
                                       : chartImage(chartOf(request, kind), scale);
}

void paintExport(const ExportRequest& request, ExportKind kind, QPainter& painter)
{
    if (kind == ExportKind::Network)
        paint(networkPicture(request, {}).picture, painter);
    else
        paintChart(chartOf(request, kind), painter);
}

} // namespace gyre
