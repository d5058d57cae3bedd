// A place in JSON text that moves over one token after the other.
#pragma once

#include "graph/interchange/jsonvalue.h"

#include <QByteArrayView>
#include <QStringList>

namespace gyre {

/// All that move it throw Error("json.…") with file and line where something else stands there.
class JsonCursor
{
public:
    JsonCursor(const QByteArray& bytes, const QString& file, JsonText::Place place)
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

    [[noreturn]] void fail(const QString& code, const QStringList& arguments = {}) const;
    void skipBlanks();
    bool takes(char c);
    void expect(char c);
    void word(const char* word);

    /// The text between quotes, escapes resolved.
    QString string();
    std::string key();

    /// Digits, sign, point and exponent at the cursor, checked by RFC 8259.
    QByteArrayView number();

private:
    int digits();
    QByteArrayView rawString();
    QString unescaped(QByteArrayView raw) const;
    QChar fourDigits(QByteArrayView hex) const;
    QChar escaped(char c) const;

    const QByteArray& m_bytes;
    const QString& m_file;
    qsizetype m_at;
    int m_line;
};

} // namespace gyre
