#include "graph/briefing/mailparts.h"

#include "graph/briefing/mailcoding.h"
#include "graph/briefing/mailtext.h"

#include <algorithm>

namespace gyre {

namespace {

constexpr int deepestPart = 16;
constexpr int mostParts = 1000;
constexpr qsizetype longestHeader = 1024LL * 1024;

/// The marks between the parts of a multipart. The last part of a mail that was cut off has no end.
struct Parting
{
    std::vector<QByteArrayView> parts;
    bool isClosed = false;
};

bool isLineStart(QByteArrayView bytes, qsizetype i)
{
    return i == 0 || bytes[i - 1] == '\n';
}

QByteArrayView withoutLastLineEnd(QByteArrayView part)
{
    if (part.endsWith('\n'))
        part = part.chopped(1);
    return part.endsWith('\r') ? part.chopped(1) : part;
}

/// What stands behind a boundary on its line: nothing but blanks, or "--" at the last one.
QByteArrayView restOfLine(QByteArrayView bytes, qsizetype from)
{
    const qsizetype end = bytes.indexOf('\n', from);
    return bytes.sliced(from, (end < 0 ? bytes.size() : end) - from).trimmed();
}

Parting parted(QByteArrayView body, const QByteArray& boundary, int most)
{
    Parting parting;
    const QByteArray mark = "--" + boundary;
    qsizetype start = -1;
    for (qsizetype i = body.indexOf(mark); i >= 0; i = body.indexOf(mark, i + 1)) {
        if (!isLineStart(body, i))
            continue;
        const QByteArrayView rest = restOfLine(body, i + mark.size());
        if (!rest.isEmpty() && !rest.startsWith("--"))
            continue;
        if (start >= 0)
            parting.parts.push_back(withoutLastLineEnd(body.sliced(start, i - start)));
        const qsizetype end = body.indexOf('\n', i);
        start = end < 0 ? body.size() : end + 1;
        parting.isClosed = !rest.isEmpty();
        if (parting.isClosed || static_cast<int>(parting.parts.size()) >= most)
            return parting;
    }
    if (start >= 0)
        parting.parts.push_back(body.sliced(start));
    return parting;
}

/// The first line that could be one: "--something".
QByteArray guessedBoundary(QByteArrayView body)
{
    constexpr qsizetype longestBoundary = 70;
    for (qsizetype i = body.indexOf("--"); i >= 0; i = body.indexOf("--", i + 1)) {
        if (!isLineStart(body, i))
            continue;
        const QByteArrayView rest = restOfLine(body, i + 2);
        if (rest.size() >= 4 && rest.size() <= longestBoundary && !rest.contains(' ') &&
            !rest.startsWith('-'))
            return rest.toByteArray();
        i = std::max(i, body.indexOf('\n', i));
    }
    return {};
}

bool isEncryptedType(const QByteArray& type, const MailParameters& content)
{
    if (type == "multipart/encrypted")
        return true;
    return (type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime") &&
           content.parameter("smime-type").toLower() != "signed-data";
}

QByteArray transferEncoding(const MailHeaders& headers)
{
    return mailParameters(headers.value("content-transfer-encoding")).value.trimmed();
}

class PartReader
{
public:
    PartReader(MailReading& reading, QString path)
        : m_reading(reading)
        , m_path(std::move(path))
    {
    }

    Mail mail(QByteArrayView bytes, int depth)
    {
        const auto [end, start] = endOfMailHeaders(bytes);
        if (end > longestHeader)
            throw Error(QStringLiteral("email.bad-header"), {}, m_path);
        Mail mail;
        mail.headers = MailHeaders(bytes.first(end));
        mail.sections = sections(mail.headers, bytes.sliced(start), {}, depth);
        return mail;
    }

private:
    using Sections = std::vector<MailSection>;

    void tell(const QString& code, const QStringList& arguments = {})
    {
        for (const Diagnostic& told : m_reading.diagnostics)
            if (told.code == code && told.arguments == arguments)
                return;
        m_reading.diagnostics.push_back(
            {Severity::Warning, code, arguments, m_path, std::nullopt, std::nullopt});
    }

    Sections part(QByteArrayView bytes, const QByteArray& usualType, int depth)
    {
        const auto [end, start] = endOfMailHeaders(bytes);
        const MailHeaders headers(bytes.first(std::min(end, longestHeader)));
        return sections(headers, bytes.sliced(start), usualType, depth);
    }

    Sections sections(const MailHeaders& headers, QByteArrayView body, const QByteArray& usualType,
                      int depth)
    {
        if (depth > deepestPart || ++m_parts > mostParts) {
            tell(QStringLiteral("email.too-many-parts"));
            return {};
        }
        const MailParameters content = mailParameters(headers.value("content-type"));
        const MailParameters disposition = mailParameters(headers.value("content-disposition"));
        // What is no type at all is text, as RFC 2045 has it.
        const QByteArray type = content.value.contains('/') ? content.value : usualType;
        if (isEncryptedType(type, content)) {
            m_reading.isEncrypted = true;
            return {};
        }
        if (type.startsWith("multipart/"))
            return multipart(type, content, body, depth);
        if (type == "message/rfc822" || type == "message/global")
            return {{{}, {}, {enclosed(headers, body, depth)}}};
        const bool isText = type.isEmpty() || type == "text/plain" || type == "text/html";
        if (disposition.value == "attachment" || !isText) {
            const bool isShownWithin = headers.value("content-id").size() > 0 ||
                                       type == "application/pgp-signature" ||
                                       type.endsWith("pkcs7-signature");
            m_reading.attachments += isShownWithin ? 0 : 1;
            return {};
        }
        return {text(headers, content, body)};
    }

    Mail enclosed(const MailHeaders& headers, QByteArrayView body, int depth)
    {
        const QByteArray encoding = transferEncoding(headers);
        if (encoding != "base64" && encoding != "quoted-printable")
            return mail(body, depth + 1);
        return mail(transferDecoded(body, encoding).bytes, depth + 1);
    }

    Sections multipart(const QByteArray& type, const MailParameters& content, QByteArrayView body,
                       int depth)
    {
        const Parting parting = partsOf(content.parameter("boundary"), body);
        const QByteArray usual = type == "multipart/digest" ? "message/rfc822" : "";
        std::vector<Sections> children;
        for (const QByteArrayView child : parting.parts)
            children.push_back(part(child, usual, depth + 1));
        if (parting.parts.empty())
            children.push_back({text({}, {}, body)});
        Sections all;
        for (Sections& child : children)
            all.insert(all.end(), std::make_move_iterator(child.begin()),
                       std::make_move_iterator(child.end()));
        return type == "multipart/alternative" && all.size() > 1 ? oneOf(std::move(all)) : all;
    }

    Parting partsOf(const QByteArray& boundary, QByteArrayView body)
    {
        Parting parting;
        if (!boundary.isEmpty())
            parting = parted(body, boundary, mostParts);
        if (parting.parts.empty()) {
            tell(QStringLiteral("email.no-boundary"));
            const QByteArray guess = guessedBoundary(body);
            return guess.isEmpty() ? Parting{} : parted(body, guess, mostParts);
        }
        if (!parting.isClosed)
            tell(QStringLiteral("email.cut-off"));
        return parting;
    }

    /// The forms of one text; what was sent along stays beside it.
    static Sections oneOf(Sections forms)
    {
        const auto join = [](QString& text, const QString& more) {
            if (!more.isEmpty())
                text += (text.isEmpty() ? QString() : QStringLiteral("\n\n")) + more;
        };
        Sections merged(1);
        for (MailSection& form : forms) {
            join(merged.front().plain, form.plain);
            join(merged.front().html, form.html);
            if (!form.enclosed.empty())
                merged.push_back({{}, {}, std::move(form.enclosed)});
        }
        return merged;
    }

    MailSection text(const MailHeaders& headers, const MailParameters& content, QByteArrayView body)
    {
        const TransferDecoded bytes = transferDecoded(body, transferEncoding(headers));
        if (bytes.isDamaged)
            tell(QStringLiteral("email.bad-base64"));
        const QByteArray charset = content.parameter("charset");
        CharsetDecoded decoded = charsetDecoded(bytes.bytes, charset);
        if (!decoded.isKnown)
            tell(QStringLiteral("email.charset-unknown"), {QString::fromLatin1(charset)});
        const QString clean = cleanText(std::move(decoded.text));
        MailSection section;
        if (content.value == "text/html")
            section.html = clean;
        else if (content.parameter("format").toLower() == "flowed")
            section.plain = unflowed(clean, content.parameter("delsp").toLower() == "yes");
        else
            section.plain = clean;
        return section;
    }

    /// Plain line ends, and none of the zero bytes that damaged disks leave.
    QString cleanText(QString text)
    {
        if (text.contains(QChar(u'\0'))) {
            text.remove(QChar(u'\0'));
            tell(QStringLiteral("email.zero-bytes"));
        }
        text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
        return text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    }

    MailReading& m_reading;
    QString m_path;
    int m_parts = 0;
};

} // namespace

MailReading mailParts(QByteArrayView bytes, const QString& path)
{
    // The line that mailboxes put above each mail.
    if (bytes.startsWith("From ") && bytes.contains('\n'))
        bytes = bytes.sliced(bytes.indexOf('\n') + 1);
    // Blank lines before the first field are no end of the header.
    while (!bytes.isEmpty() && (bytes[0] == '\n' || bytes[0] == '\r'))
        bytes = bytes.sliced(1);
    MailReading reading;
    reading.mail = PartReader(reading, path).mail(bytes, 0);
    return reading;
}

} // namespace gyre
