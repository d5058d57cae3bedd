#include "graph/interchange/csvtable.h"

#include <algorithm>
#include <array>

namespace gyre {

namespace {

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

class CsvScanner
{
public:
    CsvScanner(QStringView text, QChar separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }

    /// The next line; false: a quote in it is open to the end of the text, and the line as far as
    /// its line end was skipped.
    bool take(CsvLine& line)
    {
        line.number = m_line;
        line.cells.clear();
        const qsizetype start = m_at;
        bool isLast = false;
        while (!isLast) {
            QString cell;
            if (m_at < m_text.size() && m_text[m_at] == u'"') {
                if (!takeQuoted(cell)) {
                    m_at = start;
                    m_line = line.number;
                    skipLine();
                    return false;
                }
            }
            takePlain(cell);
            line.cells.push_back(std::move(cell));
            isLast = isAtEnd() || m_text[m_at] != m_separator;
            if (!isLast)
                ++m_at;
        }
        takeLineEnd();
        return true;
    }

private:
    bool takeQuoted(QString& cell)
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'"') {
                ++m_at;
                if (m_at >= m_text.size() || m_text[m_at] != u'"')
                    return true;
            }
            if (c == u'\n' || (c == u'\r' && !isFollowedBy(u'\n')))
                ++m_line;
            cell += c;
        }
        return false;
    }

    void takePlain(QString& cell)
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_separator && !isLineEnd(m_text[m_at]))
            ++m_at;
        cell += m_text.sliced(start, m_at - start);
    }

    void skipLine()
    {
        while (m_at < m_text.size() && !isLineEnd(m_text[m_at]))
            ++m_at;
        takeLineEnd();
    }

    void takeLineEnd()
    {
        if (isAtEnd())
            return;
        m_at += m_text[m_at] == u'\r' && isFollowedBy(u'\n') ? 2 : 1;
        ++m_line;
    }

    [[nodiscard]] bool isFollowedBy(QChar c) const
    {
        return m_at + 1 < m_text.size() && m_text[m_at + 1] == c;
    }

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
};

/// "'=1+1" is how a cell that begins like a formula is kept from being one.
void unguard(QString& cell)
{
    static constexpr QStringView formulas = u"=+-@";
    if (cell.size() > 1 && cell[0] == u'\'' && formulas.contains(cell[1]))
        cell.remove(0, 1);
}

bool isBlank(const CsvLine& line)
{
    return std::all_of(line.cells.begin(), line.cells.end(),
                       [](const QString& cell) { return cell.isEmpty(); });
}

QStringView firstLine(QStringView text)
{
    const auto end = std::find_if(text.begin(), text.end(), isLineEnd);
    return text.first(end - text.begin());
}

bool isSeparatorLine(QStringView line)
{
    return line.size() == 5 && line.startsWith(QLatin1String("sep="), Qt::CaseInsensitive);
}

} // namespace

CsvDialect csvDialect(QStringView text)
{
    const QStringView head = firstLine(text);
    CsvDialect dialect;
    if (isSeparatorLine(head)) {
        dialect.separator = head[4];
    } else {
        qsizetype most = 0;
        for (const QChar candidate : {QChar(u','), QChar(u';'), QChar(u'\t')}) {
            bool isQuoted = false;
            const qsizetype count = std::count_if(head.begin(), head.end(), [&](QChar c) {
                isQuoted = isQuoted != (c == u'"');
                return !isQuoted && c == candidate;
            });
            if (count > most) {
                most = count;
                dialect.separator = candidate;
            }
        }
    }
    dialect.hasDecimalComma = dialect.separator == u';';
    return dialect;
}

void forEachCsvLine(QStringView text, CsvDialect dialect, Findings& findings,
                    const std::function<void(CsvLine& line)>& visit)
{
    CsvScanner scanner(text, dialect.separator);
    CsvLine line;
    while (!scanner.isAtEnd()) {
        if (!scanner.take(line)) {
            findings.warn(QStringLiteral("csv.quote-open"), {}, line.number);
            continue;
        }
        for (QString& cell : line.cells) {
            cell = std::move(cell).trimmed();
            unguard(cell);
        }
        const bool isNotice =
            line.number == 1 && line.cells.size() <= 2 && isSeparatorLine(firstLine(text));
        if (!isNotice && !isBlank(line))
            visit(line);
    }
}

} // namespace gyre
