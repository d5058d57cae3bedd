#include "graph/basics/encoding.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cstring>

namespace gyre {

namespace {

using Byte = unsigned char;

/// 0x80 to 0x9F; the five that are not assigned stay control characters.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

Byte at(QByteArrayView bytes, qsizetype i)
{
    return i < bytes.size() ? static_cast<Byte>(bytes[i]) : Byte{0};
}

bool isWithin(Byte value, Byte low, Byte high)
{
    return low <= value && value <= high;
}

/// Length of the well-formed sequence at `i`, 0 where there is none (table 3-7 of Unicode).
qsizetype sequenceLength(QByteArrayView bytes, qsizetype i)
{
    const Byte lead = at(bytes, i);
    if (lead < 0x80)
        return 1;
    const Byte low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const Byte high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    const qsizetype length = isWithin(lead, 0xC2, 0xDF)   ? 2
                             : isWithin(lead, 0xE0, 0xEF) ? 3
                             : isWithin(lead, 0xF0, 0xF4) ? 4
                                                          : 0;
    if (length == 0 || !isWithin(at(bytes, i + 1), low, high))
        return 0;
    for (qsizetype k = 2; k < length; ++k)
        if (!isWithin(at(bytes, i + k), 0x80, 0xBF))
            return 0;
    return length;
}

/// Position of the first byte from `i` on that is not ASCII, eight at a time.
qsizetype skipAscii(QByteArrayView bytes, qsizetype i)
{
    constexpr std::uint64_t highBits = 0x8080808080808080ULL;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + i, sizeof eight);
        if ((eight & highBits) != 0)
            break;
    }
    while (i < bytes.size() && at(bytes, i) < 0x80)
        ++i;
    return i;
}

struct Utf8Count
{
    qsizetype sequences = 0;
    qsizetype badBytes = 0;
};

Utf8Count countUtf8(QByteArrayView bytes)
{
    Utf8Count count;
    for (qsizetype i = skipAscii(bytes, 0); i < bytes.size(); i = skipAscii(bytes, i)) {
        const qsizetype length = sequenceLength(bytes, i);
        ++(length > 1 ? count.sequences : count.badBytes);
        i += std::max<qsizetype>(length, 1);
    }
    return count;
}

QString fromWindows1252(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    std::transform(bytes.begin(), bytes.end(), text.begin(), [](char c) {
        const auto byte = static_cast<Byte>(c);
        return QChar(isWithin(byte, 0x80, 0x9F) ? windows1252.at(byte - 0x80U) : char16_t{byte});
    });
    return text;
}

/// Text of few scripts has a zero in every other byte.
std::optional<TextEncoding> unmarkedUtf16(QByteArrayView bytes)
{
    const qsizetype looked = std::min<qsizetype>(bytes.size(), 4096) & ~qsizetype{1};
    if (looked < 8 || bytes.size() % 2 != 0)
        return std::nullopt;
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < looked; ++i)
        if (bytes[i] == 0)
            ++zeros.at(static_cast<std::size_t>(i % 2));
    const qsizetype pairs = looked / 2;
    if (zeros[1] * 10 > pairs * 7 && zeros[0] * 10 < zeros[1])
        return TextEncoding::Utf16LittleEndian;
    if (zeros[0] * 10 > pairs * 7 && zeros[1] * 10 < zeros[0])
        return TextEncoding::Utf16BigEndian;
    return std::nullopt;
}

DecodedText fromUtf16(QByteArrayView bytes, TextEncoding encoding)
{
    QStringDecoder decode(encoding == TextEncoding::Utf16LittleEndian ? QStringDecoder::Utf16LE
                                                                      : QStringDecoder::Utf16BE);
    return {wholeLetters(decode(bytes)), encoding, std::nullopt};
}

} // namespace

QString encodingName(TextEncoding encoding)
{
    static constexpr std::array names{"UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(encoding)));
}

std::optional<qsizetype> firstBadUtf8(QByteArrayView bytes)
{
    for (qsizetype i = skipAscii(bytes, 0); i < bytes.size(); i = skipAscii(bytes, i)) {
        const qsizetype length = sequenceLength(bytes, i);
        if (length == 0)
            return i;
        i += length;
    }
    return std::nullopt;
}

QString wholeLetters(QString text)
{
    return text.isValidUtf16() ? std::move(text) : QString::fromUtf8(text.toUtf8());
}

DecodedText decodedText(const QByteArray& bytes)
{
    QByteArrayView rest(bytes);
    if (rest.startsWith("\xFF\xFE"))
        return fromUtf16(rest.sliced(2), TextEncoding::Utf16LittleEndian);
    if (rest.startsWith("\xFE\xFF"))
        return fromUtf16(rest.sliced(2), TextEncoding::Utf16BigEndian);
    const qsizetype mark = rest.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    rest = rest.sliced(mark);
    const auto bad = firstBadUtf8(rest);
    if (!bad) {
        if (const auto utf16 = unmarkedUtf16(rest))
            return fromUtf16(rest, *utf16);
        return {QString::fromUtf8(rest), TextEncoding::Utf8, std::nullopt};
    }
    if (const auto utf16 = unmarkedUtf16(rest))
        return fromUtf16(rest, *utf16);
    const Utf8Count count = countUtf8(rest);
    if (mark > 0 || count.sequences > count.badBytes)
        return {QString::fromUtf8(rest), TextEncoding::Utf8, *bad + mark};
    return {fromWindows1252(rest), TextEncoding::Windows1252, *bad + mark};
}

} // namespace gyre
