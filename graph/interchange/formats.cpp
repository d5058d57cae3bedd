#include "graph/interchange/formats.h"

#include "graph/interchange/csv.h"
#include "graph/interchange/graphml.h"
#include "graph/interchange/json.h"

#include <QFileInfo>

#include <array>

namespace gyre {

std::span<const NetworkFormat> networkFormats()
{
    static const std::array<NetworkFormat, 3> formats{
        NetworkFormat{"csv",
                      {QStringLiteral("csv")},
                      [](const QString& path) { return readCsvFolder(path); },
                      {}},
        NetworkFormat{"json",
                      {QStringLiteral("json"), QStringLiteral("jsonl")},
                      readJson,
                      [](const Project& project, const QString&) { return networkJson(project); }},
        NetworkFormat{
            "graphml", {QStringLiteral("graphml"), QStringLiteral("xml")}, readGraphml, {}}};
    return formats;
}

const NetworkFormat* findNetworkFormat(QStringView name)
{
    for (const NetworkFormat& format : networkFormats())
        if (name == QLatin1String(format.name))
            return &format;
    return nullptr;
}

const NetworkFormat* formatOfPath(const QString& path)
{
    if (QFileInfo(path).isDir())
        return isCsvFolder(path) ? findNetworkFormat(u"csv") : nullptr;
    const QString ending = QFileInfo(path).suffix().toLower();
    for (const NetworkFormat& format : networkFormats())
        if (format.extensions.contains(ending))
            return &format;
    return nullptr;
}

NetworkReading readNetwork(const QString& path)
{
    const NetworkFormat* format = formatOfPath(path);
    if (format == nullptr || !format->read)
        throw Error(QStringLiteral("format.unknown"), {}, path);
    return format->read(path);
}

} // namespace gyre
