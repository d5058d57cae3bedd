#include "graph/briefing/pdflines.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace gyre {

namespace {

constexpr std::size_t leastLines = 3;
constexpr double leastWords = 2.6;

/// ﬁ, ﬂ and the like; soft hyphens have done their work where the line was broken.
QString plainLetters(const QString& word)
{
    QString plain;
    for (const QChar c : word) {
        const char16_t code = c.unicode();
        if (code >= 0xFB00 && code <= 0xFB06)
            plain += QString(c).normalized(QString::NormalizationForm_KC);
        else if (code == 0xA0 || code == u'\r')
            plain += QLatin1Char(' ');
        else if (code != 0xFEFF && code != 0x200B && code != 0)
            plain += c;
    }
    return plain;
}

double overlap(double from, double to, double otherFrom, double otherTo)
{
    return std::min(to, otherTo) - std::max(from, otherFrom);
}

bool isOneRow(const PdfLine& a, double top, double bottom)
{
    const double least = std::min(a.height(), bottom - top);
    return overlap(a.top, a.bottom, top, bottom) > 0.5 * least;
}

bool goesOn(const PdfLine& line, const PdfWord& word)
{
    const double height = std::max(line.height(), word.height());
    const double gap = word.left - line.right;
    return isOneRow(line, word.top, word.bottom) && gap > -0.5 * height && gap < 0.9 * height;
}

void extend(PdfLine& line, const PdfLine& other)
{
    line.left = std::min(line.left, other.left);
    line.top = std::min(line.top, other.top);
    line.right = std::max(line.right, other.right);
    line.bottom = std::max(line.bottom, other.bottom);
    line.words += other.words;
}

PdfLine lineOf(const PdfWord& word)
{
    return {word.left,
            word.top,
            word.right,
            word.bottom,
            word.right - word.left,
            1,
            0,
            plainLetters(word.text)};
}

/// From top to bottom, then from left to right; rows are told apart as an eye does it.
std::vector<std::vector<PdfLine>> rowsOf(std::vector<PdfLine> pieces)
{
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const PdfLine& a, const PdfLine& b) { return a.middle() < b.middle(); });
    std::vector<std::vector<PdfLine>> rows;
    for (PdfLine& piece : pieces) {
        const bool isNext = !rows.empty() && isOneRow(rows.back().front(), piece.top, piece.bottom);
        if (!isNext)
            rows.emplace_back();
        rows.back().push_back(std::move(piece));
    }
    for (auto& row : rows)
        std::stable_sort(row.begin(), row.end(),
                         [](const PdfLine& a, const PdfLine& b) { return a.left < b.left; });
    return rows;
}

PdfLine joinedRow(const std::vector<PdfLine>& row)
{
    PdfLine line = row.front();
    for (std::size_t i = 1; i < row.size(); ++i) {
        const double gap = row[i].left - line.right;
        line.text += QLatin1Char(gap > 2.5 * line.height() ? '\t' : ' ') + row[i].text;
        extend(line, row[i]);
    }
    return line;
}

/// True where the pieces are prose and not the cells of a table: several words each.
bool isProse(const std::vector<const PdfLine*>& pieces)
{
    double words = 0;
    for (const PdfLine* piece : pieces)
        words += piece->words;
    return pieces.size() >= leastLines && words >= leastWords * static_cast<double>(pieces.size());
}

/// The height that both sides have in common, in lines.
bool standSideBySide(const std::vector<const PdfLine*>& left,
                     const std::vector<const PdfLine*>& right)
{
    const auto extent = [](const std::vector<const PdfLine*>& side) {
        double top = side.front()->top;
        double bottom = side.front()->bottom;
        for (const PdfLine* piece : side) {
            top = std::min(top, piece->top);
            bottom = std::max(bottom, piece->bottom);
        }
        return std::pair(top, bottom);
    };
    const auto [top, bottom] = extent(left);
    const auto [otherTop, otherBottom] = extent(right);
    return overlap(top, bottom, otherTop, otherBottom) > 1.5 * left.front()->height();
}

bool isGutter(const std::vector<PdfLine>& pieces, double x)
{
    std::vector<const PdfLine*> left;
    std::vector<const PdfLine*> right;
    for (const PdfLine& piece : pieces) {
        if (piece.right <= x)
            left.push_back(&piece);
        else if (piece.left >= x)
            right.push_back(&piece);
    }
    return isProse(left) && isProse(right) && standSideBySide(left, right);
}

/// Where two columns part: with the most lines on the poorer side and the fewest across.
std::optional<double> gutterOf(const std::vector<PdfLine>& pieces)
{
    std::vector<double> lefts;
    std::vector<double> rights;
    for (const PdfLine& piece : pieces) {
        lefts.push_back(piece.left);
        rights.push_back(piece.right);
    }
    std::sort(lefts.begin(), lefts.end());
    std::sort(rights.begin(), rights.end());
    std::vector<std::pair<double, double>> candidates;
    const auto total = static_cast<double>(pieces.size());
    for (std::size_t i = 0; i < lefts.size(); ++i) {
        if (i > 0 && lefts[i] - lefts[i - 1] < 0.5)
            continue;
        const double x = lefts[i] - 0.25;
        const auto before =
            static_cast<double>(std::upper_bound(rights.begin(), rights.end(), x) - rights.begin());
        const double after = total - static_cast<double>(i);
        const double poorer = std::min(before, after);
        const double across = total - before - after;
        if (poorer >= static_cast<double>(leastLines))
            candidates.emplace_back(across / 2 - poorer, x);
    }
    std::sort(candidates.begin(), candidates.end());
    constexpr std::size_t mostTried = 24;
    candidates.resize(std::min(candidates.size(), mostTried));
    for (const auto& [cost, x] : candidates)
        if (isGutter(pieces, x))
            return x;
    return std::nullopt;
}

class Reader
{
public:
    void read(std::vector<PdfLine> pieces, int depth)
    {
        constexpr int mostColumns = 8;
        const auto gutter = depth < mostColumns && pieces.size() >= 2 * leastLines
                                ? gutterOf(pieces)
                                : std::nullopt;
        if (!gutter) {
            ++m_block;
            for (const auto& row : rowsOf(std::move(pieces))) {
                m_lines.push_back(joinedRow(row));
                m_lines.back().block = m_block;
            }
            return;
        }
        readBands(std::move(pieces), *gutter, depth);
    }

    std::vector<PdfLine> takeLines() { return std::move(m_lines); }

private:
    /// What goes over the gutter parts the columns above it from those below.
    void readBands(std::vector<PdfLine> pieces, double gutter, int depth)
    {
        std::stable_sort(pieces.begin(), pieces.end(), [](const PdfLine& a, const PdfLine& b) {
            return a.middle() < b.middle();
        });
        std::vector<PdfLine> left;
        std::vector<PdfLine> right;
        std::vector<PdfLine> across;
        const auto flush = [&](std::vector<PdfLine>& part) {
            if (!part.empty())
                read(std::exchange(part, {}), depth + 1);
        };
        for (PdfLine& piece : pieces) {
            const bool isAcross = piece.left < gutter && piece.right > gutter;
            if (isAcross) {
                flush(left);
                flush(right);
            } else {
                flush(across);
            }
            (isAcross ? across : piece.right <= gutter ? left : right).push_back(std::move(piece));
        }
        flush(across);
        flush(left);
        flush(right);
    }

    std::vector<PdfLine> m_lines;
    int m_block = 0;
};

} // namespace

std::vector<PdfLine> linePieces(const PdfPage& page)
{
    std::vector<PdfLine> pieces;
    bool hasSpace = true;
    for (const PdfWord& word : page.words) {
        if (word.text.isEmpty() || word.height() <= 0)
            continue;
        const bool isSame = !pieces.empty() && goesOn(pieces.back(), word);
        const PdfLine piece = lineOf(word);
        if (!isSame) {
            pieces.push_back(piece);
        } else {
            PdfLine& line = pieces.back();
            const bool isGlued = !hasSpace && word.left - line.right < 0.12 * word.height();
            line.text += (isGlued ? QString() : QStringLiteral(" ")) + piece.text;
            extend(line, piece);
        }
        hasSpace = word.hasSpaceBehind;
    }
    return pieces;
}

std::vector<PdfLine> orderedLines(std::vector<PdfLine> pieces)
{
    Reader reader;
    if (!pieces.empty())
        reader.read(std::move(pieces), 0);
    return reader.takeLines();
}

} // namespace gyre
