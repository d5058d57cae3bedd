#include "ui/picture/exportoptions.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gyre {

namespace {

constexpr std::array kinds{ExportKind::Network, ExportKind::Valuations, ExportKind::Ownership};
constexpr std::array<const char*, 3> kindNames{"network", "valuations", "ownership"};
constexpr std::array formats{ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf,
                             ExportFormat::Csv};
constexpr std::array<const char*, 4> formatNames{"png", "svg", "pdf", "csv"};
constexpr std::array<double, 4> scales{1, 1.5, 2, 3};

const std::array<ExportPreset, 8>& presetTable()
{
    static const std::array<ExportPreset, 8> presets{
        {{"report", QT_TRANSLATE_NOOP("Export", "Report"), {{1600, 1000}}},
         {"column", QT_TRANSLATE_NOOP("Export", "Article column"), {{800, 500}, 2}},
         {"slide", QT_TRANSLATE_NOOP("Export", "Slide, 16:9"), {{1920, 1080}}},
         {"square", QT_TRANSLATE_NOOP("Export", "Social square"), {{1080, 1080}, 2}},
         {"portrait", QT_TRANSLATE_NOOP("Export", "Social portrait"), {{1080, 1350}, 2}},
         {"wall", QT_TRANSLATE_NOOP("Export", "Wall, 4K"), {{3840, 2160}}},
         {"a4", QT_TRANSLATE_NOOP("Export", "A4 landscape, 300 dpi"),
          ExportSize::onPaper({297, 210}, printDotsPerInch)},
         {"a5", QT_TRANSLATE_NOOP("Export", "A5 landscape, 300 dpi"),
          ExportSize::onPaper({210, 148}, printDotsPerInch)}}};
    return presets;
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

ExportSize ExportSize::onPaper(QSizeF millimetres, double dotsPerInch)
{
    return {millimetres * pixelsPerMillimetre,
            dotsPerInch / (pixelsPerMillimetre * millimetresPerInch), dotsPerInch};
}

std::optional<QSizeF> ExportSize::millimetres() const
{
    if (dotsPerInch <= 0)
        return std::nullopt;
    return picture * (scale / dotsPerInch * millimetresPerInch);
}

QSize ExportSize::pixels() const
{
    return {std::max(1, qRound(picture.width() * scale)),
            std::max(1, qRound(picture.height() * scale))};
}

bool ExportSize::isTooLarge() const
{
    return picture.width() * scale * picture.height() * scale > greatestExportPixels;
}

std::span<const double> exportScales()
{
    return scales;
}

std::span<const ExportPreset> exportPresets()
{
    return presetTable();
}

} // namespace gyre
