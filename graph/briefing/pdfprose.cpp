#include "graph/briefing/pdfprose.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

using Lines = std::vector<PdfLine>;

bool isHyphen(QChar c)
{
    return c == u'-' || c == QChar(0x2010) || c == QChar(0xAD);
}

bool endsInHyphen(const QString& text)
{
    return text.size() >= 2 && isHyphen(text.back()) && text[text.size() - 2].isLetterOrNumber();
}

bool endsSentence(QStringView text)
{
    while (!text.isEmpty() && (text.back() == u'”' || text.back() == u'"' || text.back() == u')' ||
                               text.back() == u'’' || text.back() == u'\''))
        text = text.chopped(1);
    return !text.isEmpty() && QStringView(u".?!:").contains(text.back());
}

/// Letters; longer ones are no words of prose.
constexpr qsizetype longestWord = 80;

bool isWordSign(QChar c)
{
    return c.isLetter() || c == u'-' || c == QChar(0x2010);
}

/// "long-term" as it stands within lines, in lower case.
QSet<QString> hyphenatedWords(const std::vector<Lines>& pages)
{
    QSet<QString> words;
    const auto take = [&words](QStringView word) {
        while (!word.isEmpty() && !word.front().isLetter())
            word = word.sliced(1);
        while (!word.isEmpty() && !word.back().isLetter())
            word.chop(1);
        const bool isCompound = word.contains(u'-') || word.contains(QChar(0x2010));
        if (isCompound && word.size() <= longestWord)
            words.insert(word.toString().toLower());
    };
    for (const Lines& page : pages)
        for (const PdfLine& line : page) {
            qsizetype from = 0;
            for (qsizetype i = 0; i <= line.text.size(); ++i)
                if (i == line.text.size() || !isWordSign(line.text[i])) {
                    if (i > from)
                        take(QStringView(line.text).sliced(from, i - from));
                    from = i + 1;
                }
        }
    return words;
}

/// Of the letters before the hyphen at the end of a line, or at the start of one.
QString lastWord(const QString& text)
{
    const qsizetype end = text.size() - 1;
    qsizetype from = end;
    while (from > 0 && end - from < longestWord && text[from - 1].isLetter())
        --from;
    return text.sliced(from, end - from);
}

QString firstWord(const QString& text)
{
    qsizetype end = 0;
    while (end < text.size() && end < longestWord && text[end].isLetter())
        ++end;
    return text.first(end);
}

double median(std::vector<double> values, double otherwise)
{
    if (values.empty())
        return otherwise;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool isOneSize(double a, double b)
{
    return std::abs(a - b) <= 0.12 * std::max(a, b);
}

/// The lines of one block, and what is usual among them.
class Block
{
public:
    Block(const Lines& page, std::size_t from, std::size_t end)
        : m_lines(page.begin() + static_cast<std::ptrdiff_t>(from),
                  page.begin() + static_cast<std::ptrdiff_t>(end))
    {
        std::vector<double> pitches;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            m_left = i == 0 ? m_lines[i].left : std::min(m_left, m_lines[i].left);
            if (i == 0)
                continue;
            const double pitch = m_lines[i].middle() - m_lines[i - 1].middle();
            if (pitch < 2.2 * m_lines[i].height() &&
                isOneSize(m_lines[i].height(), m_lines[i - 1].height()))
                pitches.push_back(pitch / m_lines[i].height());
        }
        m_pitch = median(pitches, 1.25);
    }

    [[nodiscard]] const Lines& lines() const { return m_lines; }

    /// True where line `i` is the first of a paragraph.
    [[nodiscard]] bool isStart(std::size_t i, double body) const
    {
        const PdfLine& line = m_lines[i];
        const PdfLine& before = m_lines[i - 1];
        if (!isOneSize(line.height(), before.height()) || startsWithBullet(line.text))
            return true;
        const double pitch = line.middle() - before.middle();
        if (pitch > std::max(1.3 * m_pitch, m_pitch + 0.25) * line.height())
            return true;
        if (line.text.contains(QLatin1Char('\t')) || before.text.contains(QLatin1Char('\t')))
            return true;
        if (line.height() > 1.15 * body)
            return false;
        const double indent = 0.7 * line.height();
        const bool isIndented = line.left - m_left > indent && before.left - m_left < indent / 2;
        return isIndented || endsEarly(i - 1);
    }

    /// The first word of the next line had found room behind line `i`.
    [[nodiscard]] bool endsEarly(std::size_t i) const
    {
        const PdfLine& line = m_lines[i];
        if (i + 1 == m_lines.size() || endsInHyphen(line.text))
            return false;
        const double blank = 0.5 * line.height();
        return line.right + m_lines[i + 1].firstWord + blank < rightEdge(i);
    }

    /// The last line is as long as others.
    [[nodiscard]] bool endsFull() const
    {
        const PdfLine& line = m_lines.back();
        const double edge = rightEdge(m_lines.size() - 1);
        return line.right > edge - 0.15 * (edge - m_left);
    }

private:
    static bool startsWithBullet(const QString& text)
    {
        return !text.isEmpty() && QStringView(u"•▪‣◦●■").contains(text[0]);
    }

    /// Of the lines around line `i`: further away stand titles and tables.
    [[nodiscard]] double rightEdge(std::size_t i) const
    {
        constexpr std::size_t around = 4;
        double edge = m_lines[i].right;
        for (std::size_t k = i - std::min(i, around); k < std::min(i + around, m_lines.size()); ++k)
            if (isOneSize(m_lines[k].height(), m_lines[i].height()) &&
                !m_lines[k].text.contains(QLatin1Char('\t')))
                edge = std::max(edge, m_lines[k].right);
        return edge;
    }

    Lines m_lines;
    double m_left = 0;
    /// From line to line, in heights of the line.
    double m_pitch = 1.25;
};

class Setter
{
public:
    Setter(const std::vector<Lines>& pages)
        : m_compounds(hyphenatedWords(pages))
    {
        std::vector<double> heights;
        for (const Lines& page : pages)
            for (const PdfLine& line : page)
                heights.insert(heights.end(), static_cast<std::size_t>(line.words), line.height());
        m_body = median(std::move(heights), 10);
    }

    void read(const Lines& page, int number)
    {
        for (std::size_t from = 0; from < page.size();) {
            std::size_t end = from;
            while (end < page.size() && page[end].block == page[from].block)
                ++end;
            read(Block(page, from, end), number);
            from = end;
        }
    }

    std::vector<PdfParagraph> takeParagraphs() { return std::move(m_paragraphs); }

private:
    void read(const Block& block, int number)
    {
        for (std::size_t i = 0; i < block.lines().size(); ++i) {
            const PdfLine& line = block.lines()[i];
            const bool isStart = i == 0 ? !continues(line) : block.isStart(i, m_body);
            if (isStart)
                m_paragraphs.push_back({line.text, line.height(), number});
            else
                append(m_paragraphs.back().text, line.text);
        }
        m_endsFull = block.endsFull();
    }

    /// A column or a page ended within the paragraph.
    [[nodiscard]] bool continues(const PdfLine& line) const
    {
        if (m_paragraphs.empty() || line.text.isEmpty())
            return false;
        const PdfParagraph& before = m_paragraphs.back();
        if (!isOneSize(before.height, line.height()) || line.height() > 1.15 * m_body ||
            endsSentence(before.text))
            return false;
        return endsInHyphen(before.text) || line.text[0].isLower() ||
               (m_endsFull && before.text.size() > 80);
    }

    void append(QString& text, const QString& line) const
    {
        if (!endsInHyphen(text)) {
            text += QLatin1Char(' ') + line;
            return;
        }
        const QString rest = firstWord(line);
        const bool goesOn =
            !rest.isEmpty() && rest[0].isLower() && text[text.size() - 2].isLetter();
        const QString compound = lastWord(text).toLower() + QLatin1Char('-') + rest.toLower();
        if (text.back() == QChar(0xAD) || (goesOn && !m_compounds.contains(compound)))
            text.chop(1);
        text += line;
    }

    QSet<QString> m_compounds;
    double m_body = 10;
    bool m_endsFull = false;
    std::vector<PdfParagraph> m_paragraphs;
};

} // namespace

std::vector<PdfParagraph> paragraphs(const std::vector<std::vector<PdfLine>>& pages)
{
    Setter setter(pages);
    int number = 0;
    for (const auto& page : pages)
        setter.read(page, ++number);
    return setter.takeParagraphs();
}

double bodyHeight(const std::vector<PdfParagraph>& paragraphs)
{
    std::vector<double> heights;
    for (const PdfParagraph& paragraph : paragraphs)
        heights.insert(heights.end(), static_cast<std::size_t>(paragraph.text.size() / 8 + 1),
                       paragraph.height);
    return median(std::move(heights), 10);
}

} // namespace gyre
