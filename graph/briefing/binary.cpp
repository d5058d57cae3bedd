#include "graph/briefing/binary.h"

#include "graph/basics/encoding.h"

#include <algorithm>
#include <array>

namespace gyre {

namespace {

struct Mark
{
    QByteArrayView bytes;
    const char* kind;
};

std::optional<QString> marked(const QByteArray& bytes)
{
    static constexpr std::array<Mark, 17> marks{{{"%PDF-", "PDF"},
                                                 {"PK\x03\x04", "ZIP, Word or Excel"},
                                                 {"\xD0\xCF\x11\xE0", "Word or Excel 97"},
                                                 {"{\\rtf", "RTF"},
                                                 {"\x89PNG", "PNG"},
                                                 {"GIF8", "GIF"},
                                                 {"\xFF\xD8\xFF", "JPEG"},
                                                 {"RIFF", "RIFF"},
                                                 {"II*", "TIFF"},
                                                 {"\x1F\x8B", "gzip"},
                                                 {"BZh", "bzip2"},
                                                 {"\xFD"
                                                  "7zXZ",
                                                  "xz"},
                                                 {"7z\xBC\xAF", "7-Zip"},
                                                 {"\x28\xB5\x2F\xFD", "Zstandard"},
                                                 {"\x7F"
                                                  "ELF",
                                                  "ELF"},
                                                 {"SQLite format 3", "SQLite"},
                                                 {"ID3", "MP3"}}};
    for (const Mark& mark : marks)
        if (bytes.startsWith(mark.bytes))
            return QString::fromLatin1(mark.kind);
    return std::nullopt;
}

bool isOutOfPlace(QChar c)
{
    const char16_t code = c.unicode();
    const bool isBlank = code == u'\t' || code == u'\n' || code == u'\r' || code == u'\f';
    return (code < 0x20 && !isBlank) || (code >= 0x7F && code < 0xA0 && code != 0x85) ||
           code == 0xFFFD || code == 0xFFFF || c.category() == QChar::Other_NotAssigned;
}

} // namespace

std::optional<QString> binaryKind(const QByteArray& bytes)
{
    // Three letters may begin a text too: "BZh…" does only where bytes no text has follow.
    const bool hasControls = std::any_of(
        bytes.begin(), bytes.begin() + std::min<qsizetype>(bytes.size(), 512),
        [](char c) { return (c >= 0 && c < 9) || c == 0x7F || (c > 13 && c < 32 && c != 27); });
    auto mark = marked(bytes);
    if (mark && (hasControls || mark == u"PDF" || mark == u"RTF"))
        return mark;
    constexpr qsizetype looked = 64LL * 1024;
    // Whole pairs, so that a cut does not break UTF-16; a broken last character is one of many.
    const QString text = decodedText(bytes.left(looked)).text;
    if (text.contains(QChar(u'\0')))
        return QStringLiteral("data");
    const auto odd = std::count_if(text.begin(), text.end(), isOutOfPlace);
    return odd * 50 > text.size() + 100 ? std::optional(QStringLiteral("data")) : std::nullopt;
}

} // namespace gyre
