// What a file says: its plain text, and about itself what stands in it. Absent stays empty.
#pragma once

#include "graph/basics/diagnostic.h"
#include "graph/basics/partialdate.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace gyre {

struct PdfPages;

struct SourceText
{
    QString title;
    QString publisher;
    std::optional<PartialDate> date;
    /// Newlines as '\n'.
    QString text;
};

/// Plain text: kept to the letter. The title is the first line where it reads like a headline, else
/// the first words; publisher and date come from the lines above the first blank one, or from a
/// dateline, where they plainly stand there.
SourceText plainSource(const QString& text);

/// CommonMark and its usual additions (front matter, tables, strikethrough) without the marks.
/// Lines of a paragraph are joined, paragraphs and list items stay apart.
SourceText markdownSource(const QString& text);

/// A page of HTML: the article alone. Nothing is fetched or run. Throws Error("html.too-deep") for
/// a page nested in a way no article is, and Error("html.no-text") for one without prose.
SourceText htmlSource(const QString& text, const QString& path);

/// A mail as programs save it (RFC 5322 and MIME): its text, else the article of its HTML; without
/// signature and what it answers; what it sends on is read. Says what was left out. Throws
/// Error("email.no-text"), "email.encrypted" and "email.bad-header".
SourceText emailSource(const QByteArray& bytes, const QString& path, Diagnostics& diagnostics);

/// A PDF: its text in reading order, as paragraphs, without running heads. Throws
/// Error("pdf.broken"), "pdf.locked", "pdf.no-text" for pictures of pages, "pdf.garbled" and
/// "pdf.reader-missing".
SourceText pdfSource(const QByteArray& bytes, const QString& path, Diagnostics& diagnostics);

/// The same of what `gyre-pdf` has found in it. Throws Error("pdf.no-text") and "pdf.garbled".
SourceText sourceOfPages(const PdfPages& read, const QString& path, Diagnostics& diagnostics);

} // namespace gyre
