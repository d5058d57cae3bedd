#include "ui/picture/exportoptions.h"

#include <QCoreApplication>

#include <array>

namespace gyre {

namespace {

constexpr std::array kinds{ExportKind::Network, ExportKind::Valuations, ExportKind::Ownership};
constexpr std::array<const char*, 3> kindNames{"network", "valuations", "ownership"};
constexpr std::array formats{ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf};
constexpr std::array<const char*, 3> formatNames{"png", "svg", "pdf"};
constexpr std::array<double, 4> scales{1, 1.5, 2, 3};
constexpr std::array<ExportPreset, 6> presets{
    {{"report", QT_TRANSLATE_NOOP("Export", "Report"), QSize(1600, 1000)},
     {"slide", QT_TRANSLATE_NOOP("Export", "Slide"), QSize(1920, 1080)},
     {"column", QT_TRANSLATE_NOOP("Export", "Column"), QSize(800, 500)},
     {"square", QT_TRANSLATE_NOOP("Export", "Square"), QSize(1200, 1200)},
     {"portrait", QT_TRANSLATE_NOOP("Export", "Portrait"), QSize(1080, 1350)},
     {"wall", QT_TRANSLATE_NOOP("Export", "Wall"), QSize(3840, 2160)}}};

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

QString name(ExportFormat format)
{
    return QString::fromLatin1(formatNames.at(static_cast<std::size_t>(format)));
}

std::optional<ExportFormat> exportFormatFromName(QStringView word)
{
    for (const ExportFormat format : formats)
        if (word == name(format))
            return format;
    return std::nullopt;
}

std::span<const ExportFormat> exportFormats()
{
    return formats;
}

std::span<const double> exportScales()
{
    return scales;
}

std::span<const ExportPreset> exportPresets()
{
    return presets;
}

} // namespace gyre
