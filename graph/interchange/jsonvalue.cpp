#include "graph/interchange/jsonvalue.h"

#include "graph/basics/diagnostic.h"

#include <charconv>
#include <limits>
#include <optional>

namespace gyre {

namespace {

constexpr int deepest = 64;

class Cursor
{
public:
    Cursor(const QByteArray& bytes, const QString& file, JsonText::Place place)
        : m_bytes(bytes)
        , m_file(file)
        , m_at(place.offset)
        , m_line(place.line)
    {
        skipBlanks();
    }

    [[nodiscard]] JsonText::Place place() const { return {m_at, m_line}; }

    [[nodiscard]] int line() const { return m_line; }

    [[nodiscard]] bool isAtEnd() const { return m_at >= m_bytes.size(); }

    [[nodiscard]] char peek() const { return isAtEnd() ? '\0' : m_bytes[m_at]; }

    [[noreturn]] void fail(const QString& code, const QStringList& arguments = {}) const
    {
        if (isAtEnd())
            throw Error(QStringLiteral("json.ends-early"), {}, m_file, m_line);
        throw Error(code, arguments, m_file, m_line);
    }

    void skipBlanks()
    {
        for (; !isAtEnd(); ++m_at) {
            const char c = m_bytes[m_at];
            if (c == '\n')
                ++m_line;
            else if (c != ' ' && c != '\t' && c != '\r')
                return;
        }
    }

    bool takes(char c)
    {
        if (peek() != c || isAtEnd())
            return false;
        ++m_at;
        skipBlanks();
        return true;
    }

    void expect(char c)
    {
        if (!takes(c))
            fail(QStringLiteral("json.expected"), {QString(QLatin1Char(c))});
    }

    void word(const char* word)
    {
        const QByteArrayView expected(word);
        if (!QByteArrayView(m_bytes).sliced(m_at).startsWith(expected))
            fail(QStringLiteral("json.no-value"));
        m_at += expected.size();
        skipBlanks();
    }

    /// The text between quotes, escapes resolved.
    QString string()
    {
        const QByteArrayView raw = rawString();
        return raw.contains('\\') ? unescaped(raw) : QString::fromUtf8(raw);
    }

    std::string key()
    {
        const QByteArrayView raw = rawString();
        if (raw.contains('\\'))
            return unescaped(raw).toStdString();
        return {raw.data(), static_cast<std::size_t>(raw.size())};
    }

    /// Digits, sign, point and exponent at the cursor, checked by RFC 8259.
    QByteArrayView number()
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

private:
    int digits()
    {
        int count = 0;
        for (; !isAtEnd() && peek() >= '0' && peek() <= '9'; ++m_at)
            ++count;
        return count;
    }

    QByteArrayView rawString()
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

    QString unescaped(QByteArrayView raw) const
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

    QChar fourDigits(QByteArrayView hex) const
    {
        unsigned value = 0;
        const auto end = hex.data() + hex.size();
        if (hex.size() != 4 || std::from_chars(hex.data(), end, value, 16).ptr != end)
            throw Error(QStringLiteral("json.bad-escape"), {}, m_file, m_line);
        return QChar(static_cast<char16_t>(value));
    }

    QChar escaped(char c) const
    {
        static constexpr std::string_view marks = "\"\\/bfnrt";
        static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        const auto found = marks.find(c);
        if (found == std::string_view::npos)
            throw Error(QStringLiteral("json.bad-escape"), {}, m_file, m_line);
        return QLatin1Char(meanings[found]);
    }

    const QByteArray& m_bytes;
    const QString& m_file;
    qsizetype m_at;
    int m_line;
};

template<typename VisitMember>
void goThroughObject(Cursor& cursor, VisitMember visit)
{
    cursor.expect('{');
    if (cursor.takes('}'))
        return;
    do {
        std::string key = cursor.key();
        cursor.expect(':');
        visit(std::move(key));
    } while (cursor.takes(','));
    cursor.expect('}');
}

template<typename VisitElement>
void goThroughArray(Cursor& cursor, VisitElement visit)
{
    cursor.expect('[');
    if (cursor.takes(']'))
        return;
    do {
        visit();
    } while (cursor.takes(','));
    cursor.expect(']');
}

JsonValue numberAt(Cursor& cursor)
{
    JsonValue value;
    value.line = cursor.line();
    const QByteArrayView text = cursor.number();
    const char* end = text.data() + text.size();
    if (std::from_chars(text.data(), end, value.number).ec != std::errc())
        cursor.fail(QStringLiteral("json.bad-number"));
    const auto whole = std::from_chars(text.data(), end, value.integer);
    const bool isInteger = whole.ec == std::errc() && whole.ptr == end;
    value.kind = isInteger ? JsonValue::Kind::Integer : JsonValue::Kind::Fraction;
    return value;
}

JsonValue valueAt(Cursor& cursor, int depth)
{
    if (depth > deepest)
        cursor.fail(QStringLiteral("json.too-deep"), {QString::number(deepest)});
    JsonValue value;
    value.line = cursor.line();
    switch (cursor.peek()) {
    case '{':
        value.kind = JsonValue::Kind::Object;
        goThroughObject(cursor, [&](std::string key) {
            value.keys.push_back(std::move(key));
            value.items.push_back(valueAt(cursor, depth + 1));
        });
        return value;
    case '[':
        value.kind = JsonValue::Kind::Array;
        goThroughArray(cursor, [&] { value.items.push_back(valueAt(cursor, depth + 1)); });
        return value;
    case '"':
        value.kind = JsonValue::Kind::String;
        value.string = cursor.string();
        return value;
    case 't':
    case 'f':
        value.kind = JsonValue::Kind::Boolean;
        value.boolean = cursor.peek() == 't';
        cursor.word(value.boolean ? "true" : "false");
        return value;
    case 'n':
        cursor.word("null");
        return value;
    default:
        break;
    }
    if (cursor.peek() != '-' && (cursor.peek() < '0' || cursor.peek() > '9'))
        cursor.fail(QStringLiteral("json.no-value"));
    return numberAt(cursor);
}

void skipValue(Cursor& cursor, int depth)
{
    if (depth > deepest)
        cursor.fail(QStringLiteral("json.too-deep"), {QString::number(deepest)});
    if (cursor.peek() == '{')
        goThroughObject(cursor, [&](const std::string&) { skipValue(cursor, depth + 1); });
    else if (cursor.peek() == '[')
        goThroughArray(cursor, [&] { skipValue(cursor, depth + 1); });
    else
        valueAt(cursor, depth);
}

} // namespace

const JsonValue& JsonValue::member(std::string_view key) const
{
    static const JsonValue nothing;
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i] == key)
            return items[i];
    return nothing;
}

JsonText::JsonText(QByteArray bytes, QString file)
    : m_bytes(std::move(bytes))
    , m_file(std::move(file))
{
}

bool JsonText::isAtEnd(Place& place) const
{
    const Cursor cursor(m_bytes, m_file, place);
    place = cursor.place();
    return cursor.isAtEnd();
}

JsonText::Place JsonText::skipped(Place place) const
{
    Cursor cursor(m_bytes, m_file, place);
    skipValue(cursor, 0);
    return cursor.place();
}

JsonValue JsonText::value(Place place) const
{
    Cursor cursor(m_bytes, m_file, place);
    return valueAt(cursor, 0);
}

bool JsonText::isObject(Place place) const
{
    return Cursor(m_bytes, m_file, place).peek() == '{';
}

bool JsonText::isArray(Place place) const
{
    return Cursor(m_bytes, m_file, place).peek() == '[';
}

void JsonText::forEachMember(
    Place object, const std::function<void(const std::string& key, Place value)>& visit) const
{
    Cursor cursor(m_bytes, m_file, object);
    goThroughObject(cursor, [&](const std::string& key) {
        visit(key, cursor.place());
        skipValue(cursor, 1);
    });
}

void JsonText::forEachElement(Place array, const std::function<void(Place element)>& visit) const
{
    Cursor cursor(m_bytes, m_file, array);
    goThroughArray(cursor, [&] {
        visit(cursor.place());
        skipValue(cursor, 1);
    });
}

} // namespace gyre
