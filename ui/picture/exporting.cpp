#include "ui/picture/exporting.h"

#include <array>

namespace gyre {

namespace {

constexpr std::array kinds{ExportKind::Network, ExportKind::Valuations, ExportKind::Ownership};
constexpr std::array<const char*, 3> kindNames{"network", "valuations", "ownership"};
constexpr std::array<double, 4> scales{1, 1.5, 2, 3};

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

} // namespace gyre
