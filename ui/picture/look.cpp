#include "ui/picture/look.h"

#include "graph/basics/diagnostic.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace gyre {

namespace {

constexpr std::array<const char*, flowHueCount> hueNames{"equity", "purchase", "debt", "warrant",
                                                         "partnership"};

QString pathOf(ThemeName theme)
{
    switch (theme) {
    case ThemeName::Dark:
        return QStringLiteral(":/gyre/themes/dark.json");
    case ThemeName::Print:
        return QStringLiteral(":/gyre/themes/print.json");
    case ThemeName::Light:
        break;
    }
    return QStringLiteral(":/gyre/themes/light.json");
}

/// A theme that lacks a colour is a fault of the build; it says so rather than drawing in black.
QColor colour(const QJsonObject& object, const QString& key, const QString& path)
{
    const QColor read(object.value(key).toString());
    if (!read.isValid())
        throw Error(QStringLiteral("theme.colour-missing"), {key}, path);
    return read;
}

std::array<QColor, flowHueCount> flowColours(const QJsonObject& object, const QString& path)
{
    std::array<QColor, flowHueCount> colours;
    for (std::size_t i = 0; i < colours.size(); ++i)
        colours.at(i) = colour(object, QString::fromLatin1(hueNames.at(i)), path);
    return colours;
}

std::array<QColor, firmKindCount> kindColours(const QJsonObject& object, const QString& path)
{
    std::array<QColor, firmKindCount> colours;
    for (std::size_t i = 0; i < colours.size(); ++i)
        colours.at(i) = colour(object, name(static_cast<FirmKind>(i)), path);
    return colours;
}

Palette readPalette(ThemeName theme)
{
    const QString path = pathOf(theme);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QStringLiteral("theme.missing"), {}, path);
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const auto part = [&root](const char* key) {
        return root.value(QLatin1String(key)).toObject();
    };
    const auto one = [&root, &path](const char* key) {
        return colour(root, QString::fromLatin1(key), path);
    };
    Palette palette;
    palette.canvas = one("canvas");
    palette.ink = one("ink");
    palette.muted = one("muted");
    palette.faint = one("faint");
    palette.accent = one("accent");
    palette.flow = flowColours(part("flow"), path);
    palette.flowText = flowColours(part("flow_text"), path);
    palette.kindRing = kindColours(part("kind_ring"), path);
    palette.kindFill = kindColours(part("kind_fill"), path);
    palette.valuation = one("valuation");
    palette.stake = one("stake");
    return palette;
}

} // namespace

FlowHue hueOf(DealType type)
{
    switch (type) {
    case DealType::EquityInvestment:
    case DealType::Acquisition:
    case DealType::StakeTransfer:
        return FlowHue::Equity;
    case DealType::PurchaseCommitment:
    case DealType::RevenueShare:
        return FlowHue::Purchase;
    case DealType::Debt:
        return FlowHue::Debt;
    case DealType::Warrant:
        return FlowHue::Warrant;
    case DealType::Partnership:
    case DealType::Other:
        break;
    }
    return FlowHue::Partnership;
}

Palette palette(ThemeName theme)
{
    return readPalette(theme);
}

QFont pictureFont(double pixels, int weight)
{
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")});
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(std::max(1, qRound(pixels)));
    font.setWeight(static_cast<QFont::Weight>(weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace gyre
