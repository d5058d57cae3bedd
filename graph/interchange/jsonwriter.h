// JSON text in the order it is said: keys stay where they were put, 64-bit integers stay exact,
// fractions take the fewest digits that read back as the same number.
#pragma once

#include <QByteArray>
#include <QLatin1String>
#include <QStringView>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gyre {

class JsonWriter
{
public:
    /// How many levels from the root get a line for each member; deeper ones stay on one line.
    explicit JsonWriter(int brokenLevels = 0)
        : m_brokenLevels(brokenLevels)
    {
    }

    JsonWriter(const JsonWriter&) = delete;
    JsonWriter& operator=(const JsonWriter&) = delete;

    void beginObject() { begin('{'); }

    void endObject() { end('}'); }

    void beginArray() { begin('['); }

    void endArray() { end(']'); }

    /// Names of ours need no escapes.
    void key(const char* name);
    /// Any text as a name, for instance an id of a foreign file.
    void key(QStringView name);

    /// Unpaired surrogates are written as escapes, so that any QString reads back as it was.
    void string(QStringView text);
    /// null where the text is empty.
    void stringOrNull(QStringView text);
    void integer(std::int64_t number);
    /// Always with a point or an exponent ("27.0"); what is no number becomes null.
    void fraction(double number);
    void fraction(float number);
    void boolean(bool value);
    void null();

    [[nodiscard]] QByteArray done();

private:
    void begin(char bracket);
    void end(char bracket);
    void beforeValue();
    void lineBreak();
    void character(char16_t c);
    /// The plain letters from `from` on; how many they were.
    qsizetype putPlain(QStringView from);
    void putUtf8(char32_t c);
    void putEscape(char16_t c);

    void put(char c)
    {
        makeRoom(1);
        m_data[m_size++] = c;
    }

    void put(std::string_view text)
    {
        makeRoom(static_cast<qsizetype>(text.size()));
        std::copy(text.begin(), text.end(), m_data + m_size);
        m_size += static_cast<qsizetype>(text.size());
    }

    void makeRoom(qsizetype count)
    {
        if (m_size + count > m_text.size())
            grow(count);
    }

    void grow(qsizetype count);

    /// Larger than what was written: `m_size` bytes of it count. Appending to a QByteArray bit by
    /// bit costs several times as much.
    QByteArray m_text;
    char* m_data = nullptr;
    qsizetype m_size = 0;
    int m_brokenLevels;
    /// Of each open bracket: does it hold something already?
    std::vector<bool> m_isFilled;
    bool m_isAfterKey = false;
};

} // namespace gyre
