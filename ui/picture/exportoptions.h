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
    Pdf,
    /// The table behind the picture.
    Csv
};

/// "png", "svg", "pdf", "csv": the words of the command line and the endings of the files.
QString name(ExportFormat format);
std::optional<ExportFormat> exportFormatFromName(QStringView word);
std::span<const ExportFormat> exportFormats();

/// How large a picture is laid out, and how large and fine its file.
struct ExportSize
{
    /// In picture pixels: what the layout has for room and type is measured in.
    QSizeF picture{1600, 1000};
    /// Pixels of a PNG for each of them.
    double scale = 1;
    /// Pixels of a PNG to an inch; 0: not said, an SVG or PDF then has pixels of 1/96 inch.
    double dotsPerInch = 0;

    /// As wide and high as on paper: type of 12 pixels is then 6.8 points, and a finer raster
    /// changes nothing but its sharpness.
    static ExportSize onPaper(QSizeF millimetres, double dotsPerInch);

    /// Absent where `dotsPerInch` is not said.
    [[nodiscard]] std::optional<QSizeF> millimetres() const;
    /// Of a PNG.
    [[nodiscard]] QSize pixels() const;
    [[nodiscard]] bool isTooLarge() const;

    bool operator==(const ExportSize&) const = default;
};

constexpr double millimetresPerInch = 25.4;
/// Of a picture whose size is given on paper.
constexpr double pixelsPerMillimetre = 5;

/// The scales on offer: 1, 1.5, 2, 3.
std::span<const double> exportScales();
constexpr int leastExportSide = 200;
constexpr int greatestExportSide = 16384;
constexpr double leastExportMillimetres = 40;
constexpr double greatestExportMillimetres = 2000;
constexpr int leastDotsPerInch = 36;
constexpr int greatestDotsPerInch = 2400;
constexpr int printDotsPerInch = 300;
/// Beyond this a picture needs more memory than a desktop gives it (width × height × scale²).
constexpr double greatestExportPixels = 256e6;

/// Sizes on offer, on the screen and on paper, by the word of the command line and by a name for
/// people (to be translated in the context "Export").
struct ExportPreset
{
    const char* name;
    const char* title;
    ExportSize size;
};

std::span<const ExportPreset> exportPresets();

} // namespace gyre
