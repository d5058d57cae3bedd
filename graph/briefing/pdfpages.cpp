#include "graph/briefing/pdfpages.h"

#include "graph/basics/diagnostic.h"
#include "graph/briefing/pdfprogram.h"

#include <algorithm>
#include <utility>

namespace gyre {

namespace {

/// The first word of `row`, which loses it.
QByteArrayView taken(QByteArrayView& row)
{
    const qsizetype space = row.indexOf(' ');
    const QByteArrayView word = row.first(space < 0 ? row.size() : space);
    row = space < 0 ? QByteArrayView() : row.sliced(space + 1);
    return word;
}

double number(QByteArrayView& row)
{
    constexpr double farthest = 1e5;
    return std::clamp(taken(row).toDouble(), -farthest, farthest);
}

PdfWord wordOf(QByteArrayView row)
{
    PdfWord word;
    word.left = number(row);
    word.top = number(row);
    word.right = number(row);
    word.bottom = number(row);
    word.hasSpaceBehind = taken(row) == "1";
    word.text = QString::fromUtf8(row).trimmed();
    return word;
}

} // namespace

PdfPages pdfPagesOf(const QByteArray& rows, const QString& path)
{
    PdfPages read;
    PdfPage page;
    for (qsizetype from = 0; from < rows.size();) {
        const qsizetype end = rows.indexOf('\n', from);
        // Cut off in the middle.
        if (end < 0)
            break;
        QByteArrayView row = QByteArrayView(rows).sliced(from, end - from);
        from = end + 1;
        const QByteArrayView kind = taken(row);
        if (kind == "locked")
            throw Error(QStringLiteral("pdf.locked"), {}, path);
        if (kind == "pages")
            read.count = taken(row).toInt();
        else if (kind == "title")
            read.title = QString::fromUtf8(row).remove(QChar(u'\0')).simplified();
        else if (kind == "created")
            read.created = taken(row).toLongLong();
        else if (kind == "page")
            page = {number(row), number(row), {}};
        else if (kind == "word")
            page.words.push_back(wordOf(row));
        else if (kind == "end")
            read.pages.push_back(std::exchange(page, {}));
    }
    if (read.pages.empty())
        throw Error(QStringLiteral("pdf.broken"), {}, path);
    return read;
}

PdfPages pdfPages(const QByteArray& bytes, const QString& path)
{
    return pdfPagesOf(rowsOfPdf(bytes, path), path);
}

} // namespace gyre
