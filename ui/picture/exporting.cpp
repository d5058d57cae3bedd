#include "ui/picture/exporting.h"

#include "ui/charts/charts.h"
#include "ui/picture/compose.h"
#include "ui/picture/picturefile.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QPainter>

#include <array>

namespace gyre {

namespace {

constexpr std::array kinds{ExportKind::Network, ExportKind::Valuations, ExportKind::Ownership};
constexpr std::array<const char*, 3> kindNames{"network", "valuations", "ownership"};
constexpr std::array<double, 4> scales{1, 1.5, 2, 3};
constexpr std::array<ExportPreset, 6> presets{
    {{"report", QT_TRANSLATE_NOOP("Export", "Report"), QSize(1600, 1000)},
     {"slide", QT_TRANSLATE_NOOP("Export", "Slide"), QSize(1920, 1080)},
     {"column", QT_TRANSLATE_NOOP("Export", "Column"), QSize(800, 500)},
     {"square", QT_TRANSLATE_NOOP("Export", "Square"), QSize(1200, 1200)},
     {"portrait", QT_TRANSLATE_NOOP("Export", "Portrait"), QSize(1080, 1350)},
     {"wall", QT_TRANSLATE_NOOP("Export", "Wall"), QSize(3840, 2160)}}};

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

QString titleOf(ExportKind kind)
{
    return kind == ExportKind::Valuations ? QCoreApplication::translate("Export", "Valuations")
                                          : QCoreApplication::translate("Export", "Ownership");
}

/// The texts that the picture was made of, by their hashes.
QString sourceOf(const ExportRequest& request)
{
    QStringList hashes;
    for (const Shared<ReadBriefing>& read : request.project.briefings)
        hashes << QStringLiteral("sha256:") + read->briefing.sha256;
    return hashes.join(QLatin1Char(' '));
}

/// Whether a claim of this date and status is in, as a deal would be.
bool isWithin(const Filter& filter, const std::optional<PartialDate>& date, Status status,
              bool isDenied)
{
    const auto isOn = [&filter](Status s) { return filter.statuses[static_cast<std::size_t>(s)]; };
    if (!isOn(status) || (isDenied && !isOn(Status::Cancelled)))
        return false;
    if (!date)
        return !(filter.datedOnly && (filter.from || filter.to));
    return !(filter.from && date->last() < filter.from->first()) &&
           !(filter.to && date->first() > filter.to->last()) &&
           !(filter.asOf && date->first() > filter.asOf->last());
}

} // namespace

QString name(ExportKind kind)
{
    return QString::fromLatin1(kindNames.at(static_cast<std::size_t>(kind)));
}

std::optional<ExportKind> exportKindFromName(QStringView word)
{
    for (const ExportKind kind : kinds)
        if (word == name(kind))
            return kind;
    return std::nullopt;
}

std::span<const ExportKind> exportKinds()
{
    return kinds;
}

std::span<const double> exportScales()
{
    return scales;
}

std::span<const ExportPreset> exportPresets()
{
    return presets;
}

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
            const QImage chart = chartImage(chartOf(request, kind), request.scale);
            add(file, png(chart, titleOf(kind), {}, sourceOf(request)));
            continue;
        }
        const Picture picture = networkPicture(request, progress).picture;
        add(file, png(image(picture, request.scale), picture.title, picture.description,
                      sourceOf(request)));
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

Network claimsWithin(Network network, const Filter& filter)
{
    NetworkEditor edit(std::move(network));
    for (std::uint32_t i = 0; i < edit.network().valuations().size(); ++i) {
        Valuation claim = edit.network().valuations()[i];
        if (isWithin(filter, claim.date, claim.status, claim.denied))
            continue;
        claim.review = Review::Rejected;
        edit.setValuation(ValuationId{i}, claim);
    }
    for (std::uint32_t i = 0; i < edit.network().stakes().size(); ++i) {
        Stake claim = edit.network().stakes()[i];
        if (isWithin(filter, claim.date, claim.status, false))
            continue;
        claim.review = Review::Rejected;
        edit.setStake(StakeId{i}, claim);
    }
    return edit.done();
}

} // namespace gyre
