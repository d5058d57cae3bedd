#include "graph/briefing/mailheaders.h"

#include "graph/briefing/mailcoding.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gyre {

namespace {

constexpr qsizetype longestField = 64LL * 1024;
constexpr std::size_t mostFields = 1000;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// The line from `from` on without its end; `from` moves behind it.
QByteArrayView takeLine(QByteArrayView bytes, qsizetype& from)
{
    qsizetype end = bytes.indexOf('\n', from);
    if (end < 0)
        end = bytes.size();
    QByteArrayView line = bytes.sliced(from, end - from);
    from = std::min(end + 1, bytes.size());
    return line.endsWith('\r') ? line.chopped(1) : line;
}

/// Length of a field's name, 0 where the line begins none.
qsizetype nameLength(QByteArrayView line)
{
    qsizetype i = 0;
    while (i < line.size() && line[i] > 32 && line[i] < 127 && line[i] != ':')
        ++i;
    qsizetype colon = i;
    while (colon < line.size() && isBlank(line[colon]))
        ++colon;
    return i > 0 && i <= 76 && colon < line.size() && line[colon] == ':' ? i : 0;
}

struct EncodedWord
{
    QByteArray charset;
    QByteArray bytes;
    qsizetype end = 0;
};

/// "=?charset*language?B?…?=" at `from`.
std::optional<EncodedWord> encodedWordAt(QByteArrayView value, qsizetype from)
{
    constexpr qsizetype longestCharset = 60;
    const qsizetype first = value.indexOf('?', from + 2);
    if (first < 0 || first - from > longestCharset || first + 2 >= value.size() ||
        value[first + 2] != '?')
        return std::nullopt;
    constexpr qsizetype longestWord = 4096;
    const qsizetype end =
        value.first(std::min(value.size(), first + longestWord)).indexOf("?=", first + 3);
    if (end < 0)
        return std::nullopt;
    EncodedWord word;
    word.charset = value.sliced(from + 2, first - from - 2).toByteArray().toLower();
    if (const qsizetype language = word.charset.indexOf('*'); language >= 0)
        word.charset.truncate(language);
    const QByteArrayView coded = value.sliced(first + 3, end - first - 3);
    const char kind = static_cast<char>(value[first + 1] | 0x20);
    if (kind != 'b' && kind != 'q')
        return std::nullopt;
    word.bytes =
        kind == 'b' ? transferDecoded(coded, "base64").bytes : quotedPrintableDecoded(coded, true);
    word.end = end + 2;
    return word;
}

/// Comments in parentheses out, quoted strings kept as they are.
QByteArray withoutComments(const QByteArray& field)
{
    QByteArray kept;
    int depth = 0;
    bool isQuoted = false;
    for (const char c : field) {
        if (c == '"' && depth == 0)
            isQuoted = !isQuoted;
        if (c == '(' && !isQuoted)
            ++depth;
        else if (c == ')' && depth > 0)
            --depth;
        else if (depth == 0)
            kept += c;
    }
    return kept;
}

/// Up to the next ";" that is not quoted.
QByteArray takeSection(const QByteArray& field, qsizetype& from)
{
    bool isQuoted = false;
    qsizetype end = from;
    for (; end < field.size() && (isQuoted || field[end] != ';'); ++end)
        if (field[end] == '\\' && isQuoted)
            ++end;
        else if (field[end] == '"')
            isQuoted = !isQuoted;
    end = std::min(end, field.size());
    QByteArray section = field.mid(from, end - from).trimmed();
    from = end + 1;
    return section;
}

QByteArray unquoted(const QByteArray& value)
{
    if (!value.startsWith('"'))
        return value;
    QByteArray bare;
    for (qsizetype i = 1; i < value.size() && value[i] != '"'; ++i) {
        if (value[i] == '\\' && i + 1 < value.size())
            ++i;
        bare += value[i];
    }
    return bare;
}

} // namespace

MailHeaders::MailHeaders(QByteArrayView lines)
{
    bool isKept = false;
    for (qsizetype from = 0; from < lines.size() && m_fields.size() < mostFields;) {
        const QByteArrayView line = takeLine(lines, from);
        if (line.isEmpty())
            break;
        if (isBlank(line[0])) {
            if (isKept && m_fields.back().second.size() + line.size() < longestField)
                m_fields.back().second += line.toByteArray();
            continue;
        }
        const qsizetype length = nameLength(line);
        isKept = length > 0;
        if (!isKept)
            continue;
        const qsizetype colon = line.indexOf(':', length);
        const QByteArrayView value = line.sliced(colon + 1);
        m_fields.emplace_back(line.first(length).toByteArray().toLower(),
                              value.first(std::min(value.size(), longestField)).toByteArray());
    }
}

QByteArray MailHeaders::value(QByteArrayView name) const
{
    const auto field = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&name](const auto& row) { return row.first == name; });
    return field == m_fields.end() ? QByteArray() : field->second.trimmed();
}

QString MailHeaders::text(QByteArrayView name) const
{
    return decodedWords(value(name)).simplified();
}

QByteArray MailParameters::parameter(QByteArrayView name) const
{
    QByteArray pieces;
    for (const auto& row : parameters) {
        if (row.first == name)
            return row.second;
        // "name*0", "name*1*": in the order they stand in.
        if (row.first.startsWith(name) && row.first.size() > name.size() &&
            row.first[name.size()] == '*')
            pieces += row.second;
    }
    return pieces;
}

MailParameters mailParameters(const QByteArray& field)
{
    const QByteArray bare = withoutComments(field);
    MailParameters read;
    qsizetype from = 0;
    read.value = takeSection(bare, from).toLower();
    while (from < bare.size()) {
        const QByteArray section = takeSection(bare, from);
        const qsizetype equals = section.indexOf('=');
        if (equals > 0)
            read.parameters.emplace_back(section.first(equals).trimmed().toLower(),
                                         unquoted(section.mid(equals + 1).trimmed()));
    }
    return read;
}

std::pair<qsizetype, qsizetype> endOfMailHeaders(QByteArrayView bytes)
{
    for (qsizetype from = 0; from < bytes.size();) {
        const qsizetype start = from;
        if (takeLine(bytes, from).isEmpty())
            return {start, from};
    }
    return {bytes.size(), bytes.size()};
}

bool looksLikeMail(QByteArrayView bytes)
{
    static constexpr std::array senders{"from", "return-path", "received", "sender"};
    static constexpr std::array others{"date",         "message-id", "mime-version", "received",
                                       "content-type", "to",         "delivered-to"};
    const auto isOneOf = [](const auto& names, const QByteArray& name) {
        return std::any_of(names.begin(), names.end(),
                           [&name](const char* known) { return name == known; });
    };
    const QByteArrayView start = bytes.first(std::min<qsizetype>(bytes.size(), 16LL * 1024));
    bool hasSender = false;
    int count = 0;
    for (qsizetype from = 0; from < start.size();) {
        const bool isFirst = from == 0;
        const QByteArrayView line = takeLine(start, from);
        if (line.isEmpty())
            break;
        if (isBlank(line[0]) ? isFirst : nameLength(line) == 0) {
            if (isFirst && line.startsWith("From "))
                continue;
            return from == start.size() && bytes.size() > start.size() && hasSender && count > 0;
        }
        const QByteArray name = line.first(nameLength(line)).toByteArray().toLower();
        hasSender = hasSender || isOneOf(senders, name);
        count += isOneOf(others, name) ? 1 : 0;
    }
    return hasSender && count > 0;
}

QString decodedWords(const QByteArray& value)
{
    QString text;
    // Pieces of one charset may part a character: their bytes are put together first.
    EncodedWord pending;
    const auto flush = [&] {
        text += charsetDecoded(pending.bytes, pending.charset).text;
        pending = {};
    };
    qsizetype from = 0;
    while (from < value.size()) {
        qsizetype start = value.indexOf("=?", from);
        std::optional<EncodedWord> word;
        while (start >= 0 && !(word = encodedWordAt(value, start)))
            start = value.indexOf("=?", start + 2);
        const QByteArray between = value.mid(from, start < 0 ? -1 : start - from);
        const bool isGlue = word && pending.end > 0 && between.trimmed().isEmpty();
        if (!isGlue || word->charset != pending.charset)
            flush();
        if (!isGlue)
            text += charsetDecoded(between, {}).text;
        if (!word)
            return text;
        pending.charset = word->charset;
        pending.bytes += word->bytes;
        pending.end = from = word->end;
    }
    flush();
    return text;
}

} // namespace gyre
