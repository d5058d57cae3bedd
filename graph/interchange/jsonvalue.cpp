#include "graph/interchange/jsonvalue.h"

#include "graph/interchange/jsoncursor.h"

#include <charconv>

namespace gyre {

namespace {

constexpr int deepest = 64;

template<typename VisitMember>
void goThroughObject(JsonCursor& cursor, VisitMember visit)
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
void goThroughArray(JsonCursor& cursor, VisitElement visit)
{
    cursor.expect('[');
    if (cursor.takes(']'))
        return;
    do {
        visit();
    } while (cursor.takes(','));
    cursor.expect(']');
}

JsonValue numberAt(JsonCursor& cursor)
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

JsonValue valueAt(JsonCursor& cursor, int depth)
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

void skipValue(JsonCursor& cursor, int depth)
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
    const JsonCursor cursor(m_bytes, m_file, place);
    place = cursor.place();
    return cursor.isAtEnd();
}

JsonText::Place JsonText::skipped(Place place) const
{
    JsonCursor cursor(m_bytes, m_file, place);
    skipValue(cursor, 0);
    return cursor.place();
}

JsonValue JsonText::value(Place place) const
{
    JsonCursor cursor(m_bytes, m_file, place);
    return valueAt(cursor, 0);
}

bool JsonText::isObject(Place place) const
{
    return JsonCursor(m_bytes, m_file, place).peek() == '{';
}

bool JsonText::isArray(Place place) const
{
    return JsonCursor(m_bytes, m_file, place).peek() == '[';
}

void JsonText::forEachMember(
    Place object, const std::function<void(const std::string& key, Place value)>& visit) const
{
    JsonCursor cursor(m_bytes, m_file, object);
    goThroughObject(cursor, [&](const std::string& key) {
        visit(key, cursor.place());
        skipValue(cursor, 1);
    });
}

void JsonText::forEachElement(Place array, const std::function<void(Place element)>& visit) const
{
    JsonCursor cursor(m_bytes, m_file, array);
    goThroughArray(cursor, [&] {
        visit(cursor.place());
        skipValue(cursor, 1);
    });
}

} // namespace gyre
