#include "graph/briefing/pdflines.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

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

/// Words, the place in hundredths of the page's height, the size in steps of a twentieth.
using Spot = std::tuple<QString, int, int>;

Spot spotOf(const PdfLine& piece, double height)
{
    const double size = std::log(std::max(piece.height(), 1e-3)) / std::log(1.05);
    return {pattern(piece.text), static_cast<int>(std::round(100 * piece.middle() / height)),
            static_cast<int>(std::round(size))};
}

/// What stands in the margins, and on which pages.
class Margins
{
public:
    explicit Margins(std::size_t pages)
        : m_least(pages <= 3 ? 2 : 3)
    {
    }

    void add(const Spot& spot, std::size_t page)
    {
        std::set<std::size_t>& pages = m_pages[spot];
        if (pages.size() < m_least)
            pages.insert(page);
    }

    /// Seen about there, about as large, on enough pages.
    [[nodiscard]] bool isRepeated(const Spot& spot) const
    {
        std::set<std::size_t> pages;
        const auto& [words, place, size] = spot;
        for (const int up : {-1, 0, 1})
            for (const int more : {-1, 0, 1})
                if (const auto found = m_pages.find(Spot(words, place + up, size + more));
                    found != m_pages.end())
                    pages.insert(found->second.begin(), found->second.end());
        return pages.size() >= m_least;
    }

private:
    std::size_t m_least;
    std::map<Spot, std::set<std::size_t>> m_pages;
};

} // namespace

void dropRunningHeads(std::vector<std::vector<PdfLine>>& pages, const std::vector<double>& heights)
{
    Margins margins(pages.size());
    for (std::size_t page = 0; page < pages.size(); ++page)
        for (const PdfLine& piece : pages[page])
            if (heights[page] > 0 && isInMargin(piece, heights[page]))
                margins.add(spotOf(piece, heights[page]), page);
    for (std::size_t page = 0; page < pages.size(); ++page) {
        const double height = heights[page];
        if (height <= 0)
            continue;
        std::erase_if(pages[page], [&](const PdfLine& piece) {
            return isInMargin(piece, height) &&
                   (isPageMark(piece.text) || margins.isRepeated(spotOf(piece, height)));
        });
    }
}

} // namespace gyre
