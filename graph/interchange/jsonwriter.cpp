#include "graph/interchange/jsonwriter.h"

#include <QString>

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace gyre {

namespace {

using Digits = std::array<char, 64>;

template<typename Number>
std::string_view digitsOf(Number number, Digits& buffer)
{
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return {buffer.data(), static_cast<std::size_t>(result.ptr - buffer.data())};
}

bool isPlain(QChar c)
{
    const char16_t unit = c.unicode();
    return unit >= 0x20 && unit < 0x7F && unit != u'"' && unit != u'\\';
}

bool isWhole(std::string_view digits)
{
    return digits.find_first_of(".e") == std::string_view::npos;
}

} // namespace

QByteArray JsonWriter::done()
{
    m_text.truncate(m_size);
    m_size = 0;
    m_data = nullptr;
    return std::move(m_text);
}

void JsonWriter::grow(qsizetype count)
{
    constexpr qsizetype least = 1024;
    m_text.resize(std::max({least, m_text.size() * 2, m_size + count}));
    m_data = m_text.data();
}

void JsonWriter::putUtf8(char32_t c)
{
    const auto byte = [this](char32_t value) { put(static_cast<char>(value)); };
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

void JsonWriter::putEscape(char16_t c)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    put("\\u");
    for (int shift = 12; shift >= 0; shift -= 4)
        put(digits[static_cast<std::size_t>((c >> shift) & 0xF)]);
}

qsizetype JsonWriter::putPlain(QStringView from)
{
    makeRoom(from.size());
    qsizetype count = 0;
    for (; count < from.size() && isPlain(from[count]); ++count)
        m_data[m_size + count] = static_cast<char>(from[count].unicode());
    m_size += count;
    return count;
}

void JsonWriter::key(const char* name)
{
    beforeValue();
    put('"');
    put(name);
    put("\": ");
    m_isAfterKey = true;
}

void JsonWriter::key(QStringView name)
{
    string(name);
    put(": ");
    m_isAfterKey = true;
}

void JsonWriter::string(QStringView text)
{
    beforeValue();
    put('"');
    for (qsizetype i = 0; i < text.size(); ++i) {
        i += putPlain(text.sliced(i));
        if (i == text.size())
            break;
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            putUtf8(QChar::surrogateToUcs4(c, text[i + 1]));
            ++i;
        } else {
            character(c.unicode());
        }
    }
    put('"');
}

void JsonWriter::character(char16_t c)
{
    switch (c) {
    case u'"':
        put("\\\"");
        return;
    case u'\\':
        put("\\\\");
        return;
    case u'\n':
        put("\\n");
        return;
    case u'\r':
        put("\\r");
        return;
    case u'\t':
        put("\\t");
        return;
    default:
        break;
    }
    if (c < 0x20 || c == 0x7F || QChar(c).isSurrogate())
        putEscape(c);
    else
        putUtf8(c);
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
    Digits buffer{};
    put(digitsOf(number, buffer));
}

void JsonWriter::fraction(double number)
{
    if (!std::isfinite(number))
        return null();
    beforeValue();
    Digits buffer{};
    const std::string_view digits = digitsOf(number, buffer);
    put(digits);
    if (isWhole(digits))
        put(".0");
}

void JsonWriter::fraction(float number)
{
    if (!std::isfinite(number))
        return null();
    beforeValue();
    Digits buffer{};
    const std::string_view digits = digitsOf(number, buffer);
    put(digits);
    if (isWhole(digits))
        put(".0");
}

void JsonWriter::boolean(bool value)
{
    beforeValue();
    put(std::string_view(value ? "true" : "false"));
}

void JsonWriter::null()
{
    beforeValue();
    put("null");
}

void JsonWriter::begin(char bracket)
{
    beforeValue();
    put(bracket);
    m_isFilled.push_back(false);
}

void JsonWriter::end(char bracket)
{
    const bool isFilled = m_isFilled.back();
    const bool isBroken = static_cast<int>(m_isFilled.size()) <= m_brokenLevels;
    m_isFilled.pop_back();
    if (isFilled && isBroken)
        lineBreak();
    put(bracket);
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
        put(std::string_view(isBroken ? "," : ", "));
    m_isFilled.back() = true;
    if (isBroken)
        lineBreak();
}

void JsonWriter::lineBreak()
{
    put('\n');
    for (std::size_t i = 0; i < m_isFilled.size(); ++i)
        put("  ");
}

} // namespace gyre
