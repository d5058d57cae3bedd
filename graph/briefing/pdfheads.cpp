#include "graph/briefing/pdflines.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace gyre {

namespace {

/// Of the page's height, above and below.
constexpr double margin = 0.12;

bool isInMargin(const PdfLine& piece, double height)
{
    return piece.bottom < margin * height || piece.top > (1 - margin) * height;
}

/// Numbers differ from page to page.
QString pattern(const QString& text)
{
    static const QRegularExpression digits(QStringLiteral("\\d+"));
    return text.simplified().toLower().replace(digits, QStringLiteral("#"));
}

/// What a program that prints puts there, on a single page too.
bool isPageMark(const QString& text)
{
    static const QRegularExpression mark(
        QStringLiteral("^(?:(?:page|p\\.)?\\s?[-–—|]?\\s?\\d{1,4}(?:\\s?(?:of|/)\\s?\\d{1,4})?\\s?"
                       "[-–—|]?|https?://\\S+|\\d{1,2}/\\d{1,2}/\\d{2,4},? \\d{1,2}:\\d{2}"
                       "(?: [AP]M)?)$"),
        QRegularExpression::CaseInsensitiveOption);
    return text.size() < 400 && mark.match(text.simplified()).hasMatch();
}

struct Occurrence
{
    std::size_t page = 0;
    double place = 0;
    double height = 0;
};

using Occurrences = std::map<QString, std::vector<Occurrence>>;

bool isAlike(const Occurrence& a, const Occurrence& b)
{
    return std::abs(a.place - b.place) < 0.02 && std::abs(a.height - b.height) < 0.1 * a.height;
}

/// Seen at that place on `least` pages.
bool isRepeated(const std::vector<Occurrence>& all, const Occurrence& one, std::size_t least)
{
    std::size_t pages = 0;
    std::size_t last = SIZE_MAX;
    for (const Occurrence& other : all) {
        if (other.page != last && isAlike(one, other)) {
            last = other.page;
            if (++pages >= least)
                return true;
        }
    }
    return false;
}

Occurrence occurrence(const PdfLine& piece, std::size_t page, double height)
{
    return {page, piece.middle() / height, piece.height()};
}

} // namespace

void dropRunningHeads(std::vector<std::vector<PdfLine>>& pages, const std::vector<double>& heights)
{
    Occurrences occurrences;
    for (std::size_t page = 0; page < pages.size(); ++page)
        for (const PdfLine& piece : pages[page])
            if (heights[page] > 0 && isInMargin(piece, heights[page]))
                occurrences[pattern(piece.text)].push_back(occurrence(piece, page, heights[page]));
    const std::size_t least = pages.size() <= 3 ? 2 : 3;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        const double height = heights[page];
        if (height <= 0)
            continue;
        std::erase_if(pages[page], [&](const PdfLine& piece) {
            return isInMargin(piece, height) &&
                   (isPageMark(piece.text) || isRepeated(occurrences[pattern(piece.text)],
                                                         occurrence(piece, page, height), least));
        });
    }
}

} // namespace gyre
