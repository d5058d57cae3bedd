// Bytes → text. Recognised: UTF-8 with and without BOM, UTF-16 in either order with BOM or by its
// zero bytes, and Windows-1252 for what is no UTF-8. After the WHATWG Encoding Standard.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <optional>

namespace gyre {

enum class TextEncoding : std::uint8_t
{
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
    Windows1252
};

/// "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252".
QString encodingName(TextEncoding encoding);

struct DecodedText
{
    QString text;
    TextEncoding encoding = TextEncoding::Utf8;
    /// Offset of the first byte that is no UTF-8. With encoding Utf8 most of the text was good and
    /// bad bytes became U+FFFD.
    std::optional<qsizetype> firstBadByte;
};

/// Halves of letters that UTF-16 writes as two units, left alone by a damaged file, become U+FFFD:
/// no file can hold them. O(length).
QString wholeLetters(QString text);

/// Never fails; O(bytes).
DecodedText decodedText(const QByteArray& bytes);

/// Offset of the first byte that is no UTF-8 (no surrogates, nothing overlong).
std::optional<qsizetype> firstBadUtf8(QByteArrayView bytes);

} // namespace gyre
