#include "ui/dialogs/exportsettings.h"

#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace gyre {

namespace {

constexpr std::array<const char*, 3> themeNames{"light", "dark", "print"};

QString key(const char* name)
{
    return QStringLiteral("export/") + QLatin1String(name);
}

std::vector<ExportKind> kindsFrom(const QStringList& names)
{
    std::vector<ExportKind> kinds;
    for (const ExportKind kind : exportKinds()) {
        if (names.contains(name(kind)))
            kinds.push_back(kind);
    }
    return kinds;
}

QString pictureFolder()
{
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    return pictures.isEmpty() ? QStringLiteral(".") : pictures;
}

bool isSide(int pixels)
{
    return pixels >= leastExportSide && pixels <= greatestExportSide;
}

} // namespace

ExportSettings rememberedExportSettings()
{
    const QSettings stored;
    ExportSettings settings;
    const auto kinds = kindsFrom(stored.value(key("what")).toStringList());
    if (!kinds.empty())
        settings.what = kinds;
    const QSize size = stored.value(key("size")).toSize();
    if (isSide(size.width()) && isSide(size.height()))
        settings.size = size;
    const double scale = stored.value(key("scale")).toDouble();
    const auto scales = exportScales();
    if (std::find(scales.begin(), scales.end(), scale) != scales.end())
        settings.scale = scale;
    settings.isTransparent = stored.value(key("transparent")).toBool();
    const QString theme = stored.value(key("theme")).toString();
    for (std::size_t i = 0; i < themeNames.size(); ++i) {
        if (theme == QLatin1String(themeNames.at(i)))
            settings.theme = static_cast<ThemeName>(i);
    }
    settings.folder = stored.value(key("folder"), pictureFolder()).toString();
    return settings;
}

void remember(const ExportSettings& settings)
{
    QSettings stored;
    QStringList kinds;
    for (const ExportKind kind : settings.what)
        kinds << name(kind);
    stored.setValue(key("what"), kinds);
    stored.setValue(key("size"), settings.size);
    stored.setValue(key("scale"), settings.scale);
    stored.setValue(key("transparent"), settings.isTransparent);
    stored.setValue(key("theme"),
                    QString::fromLatin1(themeNames.at(static_cast<std::size_t>(settings.theme))));
    stored.setValue(key("folder"), settings.folder);
}

} // namespace gyre
