// What an export can be of and in which sizes: listed by the dialog and by the command line. Needs
// Qt Core alone.
#pragma once

#include <QSize>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>

namespace gyre {

enum class ExportKind : std::uint8_t
{
    Network,
    Valuations,
    Ownership
};

/// "network", "valuations", "ownership": the words of the command line and the names of the files.
QString name(ExportKind kind);
std::optional<ExportKind> exportKindFromName(QStringView word);
std::span<const ExportKind> exportKinds();

enum class ExportFormat : std::uint8_t
{
    Png,
    Svg,
    Pdf
};

/// "png", "svg", "pdf": the words of the command line and the endings of the files.
QString name(ExportFormat format);
std::optional<ExportFormat> exportFormatFromName(QStringView word);
std::span<const ExportFormat> exportFormats();

/// The scales on offer: 1, 1.5, 2, 3.
std::span<const double> exportScales();
constexpr int leastExportSide = 200;
constexpr int greatestExportSide = 16384;
/// Beyond this a picture needs more memory than a desktop gives it (width × height × scale²).
constexpr double greatestExportPixels = 256e6;

/// Sizes on offer, by the word of the command line and by a name for people (to be translated in
/// the context "Export").
struct ExportPreset
{
    const char* name;
    const char* title;
    QSize size;
};

std::span<const ExportPreset> exportPresets();

} // namespace gyre
