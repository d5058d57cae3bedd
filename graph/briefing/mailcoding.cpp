#include "graph/briefing/mailcoding.h"

#include "graph/basics/encoding.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace gyre {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool isBase64Sign(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '/';
}

/// To the first "=": what stands behind it is padding, or a note that a mailing list has added.
TransferDecoded base64Decoded(QByteArrayView bytes)
{
    QByteArray signs;
    signs.reserve(bytes.size());
    bool isDamaged = false;
    for (const char c : bytes) {
        if (c == '=')
            break;
        if (isBase64Sign(c))
            signs += c;
        else if (c != '\r' && c != '\n' && c != ' ' && c != '\t')
            isDamaged = true;
    }
    isDamaged = isDamaged || signs.size() % 4 == 1;
    return {QByteArray::fromBase64(signs), isDamaged};
}

/// Without a mark big-endian (RFC 2781), unless the zero bytes say otherwise.
QStringDecoder::Encoding utf16Of(QByteArrayView bytes, const QByteArray& charset)
{
    if (charset.endsWith("le") || bytes.startsWith("\xFF\xFE"))
        return QStringDecoder::Utf16LE;
    if (charset.endsWith("be") || bytes.startsWith("\xFE\xFF"))
        return QStringDecoder::Utf16BE;
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < std::min<qsizetype>(bytes.size(), 4096); ++i)
        if (bytes[i] == '\0')
            ++zeros.at(static_cast<std::size_t>(i % 2));
    return zeros[1] > zeros[0] ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE;
}

bool isLookedAt(const QByteArray& charset)
{
    static constexpr std::array names{"",       "utf-8",      "utf8",         "us-ascii",
                                      "ascii",  "iso-8859-1", "windows-1252", "cp1252",
                                      "latin1", "unknown",    "unknown-8bit"};
    return std::any_of(names.begin(), names.end(),
                       [&charset](const char* name) { return charset == name; });
}

} // namespace

QByteArray quotedPrintableDecoded(QByteArrayView bytes, bool isHeader)
{
    QByteArray decoded;
    decoded.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (isHeader && bytes[i] == '_') {
            decoded += ' ';
            continue;
        }
        if (bytes[i] != '=') {
            decoded += bytes[i];
            continue;
        }
        const int high = i + 2 < bytes.size() ? hexDigit(bytes[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(bytes[i + 2]) : -1;
        if (low >= 0) {
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
            continue;
        }
        // A soft line end, blanks before it aside.
        qsizetype end = i + 1;
        while (end < bytes.size() && (bytes[end] == ' ' || bytes[end] == '\t'))
            ++end;
        if (end < bytes.size() && bytes[end] == '\r')
            ++end;
        if (end == bytes.size() || bytes[end] == '\n')
            i = end;
        else
            decoded += '=';
    }
    return decoded;
}

TransferDecoded transferDecoded(QByteArrayView bytes, const QByteArray& encoding)
{
    if (encoding == "base64")
        return base64Decoded(bytes);
    if (encoding == "quoted-printable")
        return {quotedPrintableDecoded(bytes, false), false};
    return {bytes.toByteArray(), false};
}

CharsetDecoded charsetDecoded(const QByteArray& bytes, const QByteArray& charset)
{
    const QByteArray name = charset.trimmed().toLower();
    if (name.startsWith("utf-16")) {
        QStringDecoder decode(utf16Of(bytes, name));
        return {wholeLetters(decode(bytes)), true};
    }
    if (isLookedAt(name))
        return {decodedText(bytes).text, true};
    QStringDecoder decode(name.constData());
    if (!decode.isValid())
        return {decodedText(bytes).text, false};
    return {wholeLetters(decode(bytes)), true};
}

} // namespace gyre
