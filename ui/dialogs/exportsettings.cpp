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

/// Those of what is on offer whose names are stored; nothing stored gives `usual`.
template<typename Item>
std::vector<Item> itemsFrom(const QVariant& stored, std::span<const Item> offered,
                            const std::vector<Item>& usual)
{
    const QStringList names = stored.toStringList();
    std::vector<Item> items;
    for (const Item item : offered) {
        if (names.contains(name(item)))
            items.push_back(item);
    }
    return items.empty() ? usual : items;
}

template<typename Item>
QStringList namesOf(const std::vector<Item>& items)
{
    QStringList names;
    for (const Item item : items)
        names << name(item);
    return names;
}

QString pictureFolder()
{
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    return pictures.isEmpty() ? QStringLiteral(".") : pictures;
}

bool isBetween(QSizeF size, double least, double most)
{
    return size.width() >= least && size.width() <= most && size.height() >= least &&
           size.height() <= most;
}

/// On the screen or on paper; what can't be used gives `usual`.
ExportSize sizeFrom(const QSettings& stored, const ExportSize& usual)
{
    const QSizeF paper = stored.value(key("paper")).toSizeF();
    const int dots = stored.value(key("dpi")).toInt();
    if (isBetween(paper, leastExportMillimetres, greatestExportMillimetres) &&
        dots >= leastDotsPerInch && dots <= greatestDotsPerInch)
        return ExportSize::onPaper(paper, dots);
    ExportSize size = usual;
    const QSizeF picture = stored.value(key("size")).toSizeF();
    if (isBetween(picture, leastExportSide, greatestExportSide))
        size.picture = picture;
    const double scale = stored.value(key("scale")).toDouble();
    const auto scales = exportScales();
    if (std::find(scales.begin(), scales.end(), scale) != scales.end())
        size.scale = scale;
    return size;
}

void store(QSettings& stored, const ExportSize& size)
{
    const auto paper = size.millimetres();
    stored.setValue(key("paper"), paper.value_or(QSizeF()));
    stored.setValue(key("dpi"), qRound(size.dotsPerInch));
    stored.setValue(key("size"), paper ? QSizeF() : size.picture);
    stored.setValue(key("scale"), paper ? 1 : size.scale);
}

} // namespace

ExportSettings rememberedExportSettings()
{
    const QSettings stored;
    ExportSettings settings;
    settings.what = itemsFrom(stored.value(key("what")), exportKinds(), settings.what);
    settings.formats = itemsFrom(stored.value(key("formats")), exportFormats(), settings.formats);
    settings.size = sizeFrom(stored, settings.size);
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
    stored.setValue(key("what"), namesOf(settings.what));
    stored.setValue(key("formats"), namesOf(settings.formats));
    store(stored, settings.size);
    stored.setValue(key("transparent"), settings.isTransparent);
    stored.setValue(key("theme"),
                    QString::fromLatin1(themeNames.at(static_cast<std::size_t>(settings.theme))));
    stored.setValue(key("folder"), settings.folder);
}

} // namespace gyre
