#include "graph/interchange/jsonwriter.h"

#include <QString>

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace gyre {

namespace {

template<typename Float>
QByteArray shortest(Float number)
{
    std::array<char, 64> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    QByteArray digits(buffer.data(), result.ptr - buffer.data());
    if (!digits.contains('.') && !digits.contains('e'))
        digits += ".0";
    return digits;
}

void appendUtf8(QByteArray& text, char32_t c)
{
    const auto byte = [&text](char32_t value) { text += static_cast<char>(value); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | (c >> 6));
        byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        byte(0xE0 | (c >> 12));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    } else {
        byte(0xF0 | (c >> 18));
        byte(0x80 | ((c >> 12) & 0x3F));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    }
}

void appendEscape(QByteArray& text, char16_t c)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    text += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        text += digits[static_cast<std::size_t>((c >> shift) & 0xF)];
}

bool isPlain(QChar c)
{
    const char16_t unit = c.unicode();
    return unit >= 0x20 && unit < 0x7F && unit != u'"' && unit != u'\\';
}

/// The plain letters from `from` on, up to a buffer of them at once; how many they were.
qsizetype appendPlain(QByteArray& text, QStringView from)
{
    std::array<char, 128> run{};
    std::size_t count = 0;
    while (count < run.size() && count < static_cast<std::size_t>(from.size()) &&
           isPlain(from[static_cast<qsizetype>(count)])) {
        run.at(count) = static_cast<char>(from[static_cast<qsizetype>(count)].unicode());
        ++count;
    }
    text.append(run.data(), static_cast<qsizetype>(count));
    return static_cast<qsizetype>(count);
}

} // namespace

void JsonWriter::key(const char* name)
{
    beforeValue();
    m_text += '"';
    m_text += name;
    m_text += "\": ";
    m_isAfterKey = true;
}

void JsonWriter::key(QStringView name)
{
    string(name);
    m_text += ": ";
    m_isAfterKey = true;
}

void JsonWriter::string(QStringView text)
{
    beforeValue();
    m_text += '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        i += appendPlain(m_text, text.sliced(i));
        if (i == text.size())
            break;
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            appendUtf8(m_text, QChar::surrogateToUcs4(c, text[i + 1]));
            ++i;
        } else {
            character(c.unicode());
        }
    }
    m_text += '"';
}

void JsonWriter::character(char16_t c)
{
    switch (c) {
    case u'"':
        m_text += "\\\"";
        return;
    case u'\\':
        m_text += "\\\\";
        return;
    case u'\n':
        m_text += "\\n";
        return;
    case u'\r':
        m_text += "\\r";
        return;
    case u'\t':
        m_text += "\\t";
        return;
    default:
        break;
    }
    if (c < 0x20 || c == 0x7F || QChar(c).isSurrogate())
        appendEscape(m_text, c);
    else
        appendUtf8(m_text, c);
}

void JsonWriter::stringOrNull(QStringView text)
{
    if (text.isEmpty())
        null();
    else
        string(text);
}

void JsonWriter::integer(std::int64_t number)
{
    beforeValue();
    m_text += QByteArray::number(static_cast<qlonglong>(number));
}

void JsonWriter::fraction(double number)
{
    if (!std::isfinite(number))
        return null();
    beforeValue();
    m_text += shortest(number);
}

void JsonWriter::fraction(float number)
{
    if (!std::isfinite(number))
        return null();
    beforeValue();
    m_text += shortest(number);
}

void JsonWriter::boolean(bool value)
{
    beforeValue();
    m_text += value ? "true" : "false";
}

void JsonWriter::null()
{
    beforeValue();
    m_text += "null";
}

void JsonWriter::begin(char bracket)
{
    beforeValue();
    m_text += bracket;
    m_isFilled.push_back(false);
}

void JsonWriter::end(char bracket)
{
    const bool isFilled = m_isFilled.back();
    const bool isBroken = static_cast<int>(m_isFilled.size()) <= m_brokenLevels;
    m_isFilled.pop_back();
    if (isFilled && isBroken)
        lineBreak();
    m_text += bracket;
}

void JsonWriter::beforeValue()
{
    if (m_isAfterKey) {
        m_isAfterKey = false;
        return;
    }
    if (m_isFilled.empty())
        return;
    const bool isBroken = static_cast<int>(m_isFilled.size()) <= m_brokenLevels;
    if (m_isFilled.back())
        m_text += isBroken ? "," : ", ";
    m_isFilled.back() = true;
    if (isBroken)
        lineBreak();
}

void JsonWriter::lineBreak()
{
    m_text += '\n';
    m_text.append(static_cast<qsizetype>(m_isFilled.size()) * 2, ' ');
}

} // namespace gyre
