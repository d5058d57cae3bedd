#include "graph/briefing/pdfpages.h"
#include "graph/briefing/pdfprose.h"
#include "graph/briefing/sourcetext.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace gyre {

namespace {

Diagnostic warning(const QString& code, const QStringList& arguments, const QString& path)
{
    return {Severity::Warning, code, arguments, path, std::nullopt, std::nullopt};
}

/// Of the file itself; programs put names of files and of themselves there.
bool isRealTitle(const QString& title)
{
    static const QRegularExpression made(
        QStringLiteral(
            "^(?:microsoft (?:word|powerpoint|excel)\\b|powerpoint presentation|untitled|"
            "document\\s?\\d*$|slide \\d|scan|print|about:|https?://|file:)|"
            "\\.(?:docx?|odt|indd|qxd|pdf|pptx?|xlsx?|tex|dvi|rtf|txt|html?|tmp)$"),
        QRegularExpression::CaseInsensitiveOption);
    return title.size() >= 8 && title.size() <= 300 && title.contains(QLatin1Char(' ')) &&
           !made.match(title).hasMatch();
}

/// The largest letters of the first page.
QString headlineOf(const std::vector<PdfParagraph>& paragraphs)
{
    const double body = bodyHeight(paragraphs);
    const PdfParagraph* best = nullptr;
    for (const PdfParagraph& paragraph : paragraphs) {
        if (paragraph.page > paragraphs.front().page)
            break;
        const bool isHeadline = paragraph.height > 1.2 * body && paragraph.text.size() >= 8 &&
                                paragraph.text.size() <= 200;
        if (isHeadline && (best == nullptr || paragraph.height > 1.05 * best->height))
            best = &paragraph;
    }
    return best == nullptr ? QString() : best->text;
}

/// The day it was made, in UTC; clocks that were never set say 1970 or 1980.
std::optional<PartialDate> dayOf(std::int64_t seconds)
{
    const QDate day = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).date();
    if (seconds <= 0 || day.year() < 1993 || day.year() > 2100)
        return std::nullopt;
    return PartialDate::day(day);
}

QString joined(const std::vector<PdfParagraph>& paragraphs)
{
    QString text;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const bool isRow = i > 0 && paragraphs[i].text.contains(QLatin1Char('\t')) &&
                           paragraphs[i - 1].text.contains(QLatin1Char('\t'));
        if (i > 0)
            text += isRow ? QStringLiteral("\n") : QStringLiteral("\n\n");
        text += paragraphs[i].text;
    }
    return text;
}

/// As plain text is headed: the short paragraphs above the first long one, a line each.
QString masthead(const std::vector<PdfParagraph>& paragraphs)
{
    constexpr qsizetype longest = 160;
    QString head;
    for (const PdfParagraph& paragraph : paragraphs) {
        const bool isLong = paragraph.text.size() > longest;
        head += (head.isEmpty() ? QString() : QStringLiteral("\n")) +
                (isLong && !head.isEmpty() ? QStringLiteral("\n") : QString()) + paragraph.text;
        if (isLong)
            break;
    }
    return head;
}

/// Fonts that do not say which letters their shapes are.
bool isGarbled(const QString& text)
{
    const auto odd = std::count_if(text.begin(), text.end(), [](QChar c) {
        return c == QChar::ReplacementCharacter || c.category() == QChar::Other_PrivateUse ||
               c.category() == QChar::Other_Control || c.category() == QChar::Other_NotAssigned;
    });
    return odd * 3 > text.size();
}

std::vector<std::vector<PdfLine>> linesOf(const PdfPages& read)
{
    std::vector<std::vector<PdfLine>> pages;
    std::vector<double> heights;
    for (const PdfPage& page : read.pages) {
        pages.push_back(linePieces(page));
        heights.push_back(page.height);
    }
    dropRunningHeads(pages, heights);
    for (auto& page : pages)
        page = orderedLines(std::move(page));
    return pages;
}

void noteWhatIsMissing(const PdfPages& read, const QString& path, Diagnostics& diagnostics)
{
    const auto count = static_cast<int>(read.pages.size());
    if (count < read.count)
        diagnostics.push_back(warning(QStringLiteral("pdf.not-all"),
                                      {QString::number(count), QString::number(read.count)}, path));
    const auto pictures = std::count_if(read.pages.begin(), read.pages.end(),
                                        [](const PdfPage& page) { return page.words.empty(); });
    if (pictures > 0 && pictures < count)
        diagnostics.push_back(warning(QStringLiteral("pdf.pages-without-text"),
                                      {QString::number(pictures), QString::number(count)}, path));
}

} // namespace

SourceText sourceOfPages(const PdfPages& read, const QString& path, Diagnostics& diagnostics)
{
    const bool hasWords = std::any_of(read.pages.begin(), read.pages.end(),
                                      [](const PdfPage& page) { return !page.words.empty(); });
    if (!hasWords)
        throw Error(QStringLiteral("pdf.no-text"), {QString::number(read.count)}, path);
    const auto all = paragraphs(linesOf(read));
    const QString text = joined(all);
    if (isGarbled(text))
        throw Error(QStringLiteral("pdf.garbled"), {}, path);
    noteWhatIsMissing(read, path, diagnostics);
    SourceText source = plainSource(masthead(all));
    source.text = text;
    // A page that is printed today has today in its details: what its text says comes first.
    if (!source.date)
        source.date = dayOf(read.created);
    if (isRealTitle(read.title))
        source.title = read.title;
    else if (const QString headline = all.empty() ? QString() : headlineOf(all);
             !headline.isEmpty())
        source.title = headline;
    return source;
}

SourceText pdfSource(const QByteArray& bytes, const QString& path, Diagnostics& diagnostics)
{
    return sourceOfPages(pdfPages(bytes, path), path, diagnostics);
}

} // namespace gyre
