// JSON read with line numbers and exact 64-bit integers, piece by piece: a big list is gone through
// element by element and never stands in memory as a tree. After RFC 8259; nesting up to 64.
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gyre {

struct JsonValue
{
    enum class Kind : std::uint8_t
    {
        Null,
        Boolean,
        Integer,
        Fraction,
        String,
        Array,
        Object
    };

    Kind kind = Kind::Null;
    bool boolean = false;
    /// From 1, where the value begins.
    int line = 0;
    std::int64_t integer = 0;
    /// Of integers too.
    double number = 0;
    QString string;
    /// Elements of an array, values of an object.
    std::vector<JsonValue> items;
    /// Keys of an object, as many as items.
    std::vector<std::string> keys;

    [[nodiscard]] bool isNull() const { return kind == Kind::Null; }

    [[nodiscard]] bool isNumber() const { return kind == Kind::Integer || kind == Kind::Fraction; }

    /// The member of that name, a null with this line where there is none. O(members).
    [[nodiscard]] const JsonValue& member(std::string_view key) const;
};

class JsonText
{
public:
    struct Place
    {
        qsizetype offset = 0;
        int line = 1;
    };

    /// `bytes` are UTF-8. `file` is named in errors.
    JsonText(QByteArray bytes, QString file);

    /// Where the next value begins; nothing but blanks left: the end.
    [[nodiscard]] bool isAtEnd(Place& place) const;

    // All throw Error("json.…") with file and line where the text is no JSON.

    /// Checks the value and returns what is behind it.
    [[nodiscard]] Place skipped(Place place) const;
    [[nodiscard]] JsonValue value(Place place) const;
    [[nodiscard]] bool isObject(Place place) const;
    [[nodiscard]] bool isArray(Place place) const;
    void forEachMember(Place object,
                       const std::function<void(const std::string& key, Place value)>& visit) const;
    void forEachElement(Place array, const std::function<void(Place element)>& visit) const;

private:
    QByteArray m_bytes;
    QString m_file;
};

} // namespace gyre
