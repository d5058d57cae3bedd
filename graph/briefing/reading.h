// Bytes of a file → a Briefing: encoding recognised, markup taken off, the article alone, newlines
// as '\n', title, publisher and date from the file where it has them. Nothing is fetched or run.
#pragma once

#include "graph/basics/diagnostic.h"
#include "graph/model/briefing.h"

#include <QByteArray>

namespace gyre {

/// Bytes. No briefing is that long; a scan or an archive is.
constexpr qint64 largestBriefing = 64LL * 1024 * 1024;

enum class BriefingFormat : std::uint8_t
{
    Text,
    Markdown,
    Html,
    Email,
    Pdf
};

struct BriefingReading
{
    Briefing briefing;
    /// For instance: bytes that are no UTF-8 were read as Windows-1252; the text seems not English.
    Diagnostics diagnostics;
};

/// `path` is kept in the briefing and tells the format by its extension, else the content does.
/// Throws Error for what is no text at all ("reading.binary"), is empty ("reading.empty") or larger
/// than 64 MB ("reading.too-large").
BriefingReading readBriefing(const QByteArray& bytes, const QString& path);

/// Opens and reads; "-" is standard input. Throws Error for a directory, a missing or unreadable
/// file.
BriefingReading readBriefingFile(const QString& path);

/// For the clipboard: text or HTML as the other program gave it.
BriefingReading readPasted(const QString& text, bool isHtml);

} // namespace gyre
