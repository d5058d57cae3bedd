// A PDF → its words and where they stand. The PDF library is in a program of its own, `gyre-pdf`,
// which is started for the file and stopped when it takes too long: it stands beside this program,
// in ../libexec/gyre, or where the environment variable GYRE_PDF says. It writes rows:
//   broken | locked                          and nothing else, or
//   pages N · title TEXT · created SECONDS   then for each page
//   page WIDTH HEIGHT · word LEFT TOP RIGHT BOTTOM SPACE TEXT · … · end, and behind the last
//   done
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace gyre {

/// In points, from the page's upper left corner.
struct PdfWord
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    bool hasSpaceBehind = true;
    QString text;

    [[nodiscard]] double height() const { return bottom - top; }
};

struct PdfPage
{
    double width = 0;
    double height = 0;
    std::vector<PdfWord> words;
};

struct PdfPages
{
    QString title;
    /// Seconds since 1970; 0 or less where the file does not say.
    std::int64_t created = 0;
    /// That the file says it has; more than `pages` where the reading was stopped.
    int count = 0;
    std::vector<PdfPage> pages;
};

/// Throws Error("pdf.reader-missing"), "pdf.broken" or "pdf.locked".
PdfPages pdfPages(const QByteArray& bytes, const QString& path);

/// Of the rows that `gyre-pdf` writes; a page that is not whole is left out.
PdfPages pdfPagesOf(const QByteArray& rows, const QString& path);

} // namespace gyre
