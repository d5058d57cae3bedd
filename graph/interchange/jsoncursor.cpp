#include "graph/interchange/jsoncursor.h"

#include "graph/basics/diagnostic.h"

#include <charconv>

namespace gyre {

void JsonCursor::fail(const QString& code, const QStringList& arguments) const
{
    if (isAtEnd())
        throw Error(QStringLiteral("json.ends-early"), {}, m_file, m_line);
    throw Error(code, arguments, m_file, m_line);
}

void JsonCursor::skipBlanks()
{
    for (; !isAtEnd(); ++m_at) {
        const char c = m_bytes[m_at];
        if (c == '\n')
            ++m_line;
        else if (c != ' ' && c != '\t' && c != '\r')
            return;
    }
}

bool JsonCursor::takes(char c)
{
    if (peek() != c || isAtEnd())
        return false;
    ++m_at;
    skipBlanks();
    return true;
}

void JsonCursor::expect(char c)
{
    if (!takes(c))
        fail(QStringLiteral("json.expected"), {QString(QLatin1Char(c))});
}

void JsonCursor::word(const char* word)
{
    const QByteArrayView expected(word);
    if (!QByteArrayView(m_bytes).sliced(m_at).startsWith(expected))
        fail(QStringLiteral("json.no-value"));
    m_at += expected.size();
    skipBlanks();
}

QString JsonCursor::string()
{
    const QByteArrayView raw = rawString();
    return raw.contains('\\') ? unescaped(raw) : QString::fromUtf8(raw);
}

std::string JsonCursor::key()
{
    const QByteArrayView raw = rawString();
    if (raw.contains('\\'))
        return unescaped(raw).toStdString();
    return {raw.data(), static_cast<std::size_t>(raw.size())};
}

QByteArrayView JsonCursor::number()
{
    const qsizetype start = m_at;
    if (peek() == '-')
        ++m_at;
    const qsizetype whole = m_at;
    if (digits() == 0 || (m_bytes[whole] == '0' && m_at > whole + 1))
        fail(QStringLiteral("json.bad-number"));
    if (peek() == '.') {
        ++m_at;
        if (digits() == 0)
            fail(QStringLiteral("json.bad-number"));
    }
    if (peek() == 'e' || peek() == 'E') {
        ++m_at;
        if (peek() == '+' || peek() == '-')
            ++m_at;
        if (digits() == 0)
            fail(QStringLiteral("json.bad-number"));
    }
    const auto text = QByteArrayView(m_bytes).sliced(start, m_at - start);
    skipBlanks();
    return text;
}

int JsonCursor::digits()
{
    int count = 0;
    for (; !isAtEnd() && peek() >= '0' && peek() <= '9'; ++m_at)
        ++count;
    return count;
}

QByteArrayView JsonCursor::rawString()
{
    if (peek() != '"' || isAtEnd())
        fail(QStringLiteral("json.expected"), {QStringLiteral("\"")});
    const qsizetype start = ++m_at;
    for (; !isAtEnd() && m_bytes[m_at] != '"'; ++m_at) {
        if (static_cast<unsigned char>(m_bytes[m_at]) < 0x20)
            fail(QStringLiteral("json.string-open"));
        if (m_bytes[m_at] == '\\')
            ++m_at;
    }
    if (isAtEnd())
        fail({});
    const auto raw = QByteArrayView(m_bytes).sliced(start, m_at - start);
    ++m_at;
    skipBlanks();
    return raw;
}

QString JsonCursor::unescaped(QByteArrayView raw) const
{
    QString text;
    qsizetype from = 0;
    for (qsizetype i = raw.indexOf('\\'); i >= 0; i = raw.indexOf('\\', from)) {
        text += QString::fromUtf8(raw.sliced(from, i - from));
        from = i + 2;
        if (raw[i + 1] == 'u') {
            text += fourDigits(raw.sliced(from, std::min<qsizetype>(4, raw.size() - from)));
            from += 4;
        } else {
            text += escaped(raw[i + 1]);
        }
    }
    return text + QString::fromUtf8(raw.sliced(from));
}

QChar JsonCursor::fourDigits(QByteArrayView hex) const
{
    unsigned value = 0;
    const auto end = hex.data() + hex.size();
    if (hex.size() != 4 || std::from_chars(hex.data(), end, value, 16).ptr != end)
        throw Error(QStringLiteral("json.bad-escape"), {}, m_file, m_line);
    return {static_cast<char16_t>(value)};
}

QChar JsonCursor::escaped(char c) const
{
    static constexpr std::string_view marks = "\"\\/bfnrt";
    static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    const auto found = marks.find(c);
    if (found == std::string_view::npos)
        throw Error(QStringLiteral("json.bad-escape"), {}, m_file, m_line);
    return QLatin1Char(meanings[found]);
}

} // namespace gyre
