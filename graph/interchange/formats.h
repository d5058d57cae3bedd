// Networks from and to files: one row a format. Dialogs and the command line list this table.
#pragma once

#include "graph/basics/diagnostic.h"
#include "graph/model/project.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <span>

namespace gyre {

struct NetworkReading
{
    Network network;
    /// Texts that the file carries (".json" holds its briefings).
    std::vector<Shared<ReadBriefing>> briefings;
    /// What was skipped or unknown, with file and line and what would be right.
    Diagnostics diagnostics;
    /// Where the reader had put firms, by FirmIds of `network`.
    Placement placement;
};

struct NetworkFormat
{
    /// "json", "csv", "graphml": the word of the command line.
    const char* name;
    /// File endings without the dot; empty for a folder of CSV tables.
    QStringList extensions;
    /// Either may be empty. Readers throw Error for what can't be used at all.
    std::function<NetworkReading(const QString& path)> read;
    std::function<QByteArray(const Project& project, const QString& path)> write;
};

std::span<const NetworkFormat> networkFormats();
const NetworkFormat* findNetworkFormat(QStringView name);
/// By extension or, for a folder, by the tables in it; nullptr: it is no network (a briefing then).
const NetworkFormat* formatOfPath(const QString& path);

/// The network of `path` in the format its name tells; throws Error.
NetworkReading readNetwork(const QString& path);

/// The facts of one briefing as the JSON object of the contract: one line, without its line end.
QByteArray extractionJson(const ReadBriefing& read, bool withText);

/// Writes whole or not at all: a full disk, a read-only place or a kill leaves the old file.
/// Throws Error("file.not-written").
void writeFile(const QString& path, const QByteArray& bytes);

} // namespace gyre
