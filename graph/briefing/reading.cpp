#include "graph/briefing/reading.h"

#include "graph/basics/encoding.h"
#include "graph/briefing/binary.h"
#include "graph/briefing/language.h"
#include "graph/briefing/mailheaders.h"
#include "graph/briefing/sourcetext.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cstdio>

namespace gyre {

namespace {

QString hash(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// The id is of the text, so that the same text in another encoding or file is the same briefing.
void sign(Briefing& briefing, const QByteArray& bytes)
{
    const QByteArray text = briefing.text.toUtf8();
    briefing.sha256 = hash(bytes);
    briefing.id = (text == bytes ? briefing.sha256 : hash(text)).left(12);
}

[[noreturn]] void failTooLarge(const QString& path)
{
    throw Error(QStringLiteral("reading.too-large"),
                {QStringLiteral("%1 MB").arg(largestBriefing / (qsizetype{1024} * 1024))}, path);
}

/// Skips blanks, an XML declaration and comments.
QStringView withoutProlog(QStringView text)
{
    for (;;) {
        text = text.trimmed();
        const bool isComment = text.startsWith(u"<!--");
        if (!isComment && !text.startsWith(u"<?xml"))
            return text;
        const qsizetype end = text.indexOf(isComment ? u"-->" : u"?>");
        if (end < 0)
            return {};
        text = text.sliced(end + (isComment ? 3 : 2));
    }
}

bool looksLikeHtml(QStringView text)
{
    const QStringView start = withoutProlog(text.first(std::min<qsizetype>(text.size(), 4096)));
    static constexpr std::array tags{"<!doctype html", "<html", "<head", "<body"};
    return std::any_of(tags.begin(), tags.end(), [&start](const char* tag) {
        return start.startsWith(QLatin1String(tag), Qt::CaseInsensitive);
    });
}

BriefingFormat formatOf(const QString& path, QStringView text)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"html" || ending == u"htm" || ending == u"xhtml" || looksLikeHtml(text))
        return BriefingFormat::Html;
    if (ending == u"md" || ending == u"markdown")
        return BriefingFormat::Markdown;
    return BriefingFormat::Text;
}

/// Of those whose bytes are no text in one encoding.
std::optional<BriefingFormat> containerFormat(const QByteArray& bytes, const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"eml" || (ending.isEmpty() && looksLikeMail(bytes)))
        return BriefingFormat::Email;
    // Some servers send blank lines first; a page saved under the name of its PDF is a page.
    const bool isMarked =
        bytes.startsWith("%PDF-") || (ending == u"pdf" && bytes.left(1024).contains("%PDF-"));
    if (isMarked || (ending == u"pdf" && !looksLikeHtml(QString::fromLatin1(bytes.left(4096)))))
        return BriefingFormat::Pdf;
    return std::nullopt;
}

QByteArray declaredCharset(const QByteArray& bytes)
{
    static const QRegularExpression charset(
        QStringLiteral(R"(<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40}))"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = charset.match(QString::fromLatin1(bytes.left(2048)));
    return match.captured(1).toLower().toLatin1();
}

/// What browsers read as Windows-1252.
bool isWestern(const QByteArray& charset)
{
    static constexpr std::array names{"windows-1252", "cp1252", "iso-8859-1", "latin1"};
    return std::any_of(names.begin(), names.end(),
                       [&charset](const char* name) { return charset == name; });
}

/// The text in the encoding that a page declares, where it is none of those recognised from the
/// bytes.
std::optional<QString> declaredText(const QByteArray& bytes, const QByteArray& name)
{
    if (name.isEmpty() || name == "utf-8" || isWestern(name) || name == "us-ascii" ||
        name.startsWith("utf-16"))
        return std::nullopt;
    QStringDecoder decode(name.constData());
    if (!decode.isValid())
        return std::nullopt;
    QString text = decode(bytes);
    return decode.hasError() ? std::nullopt : std::optional(std::move(text));
}

QString decoded(const QByteArray& bytes, const QString& path, Diagnostics& diagnostics)
{
    DecodedText decoded = decodedText(bytes);
    if (!decoded.firstBadByte)
        return std::move(decoded.text);
    if (decoded.encoding == TextEncoding::Windows1252 && looksLikeHtml(decoded.text)) {
        const QByteArray charset = declaredCharset(bytes);
        if (isWestern(charset))
            return std::move(decoded.text);
        if (auto text = declaredText(bytes, charset))
            return std::move(*text);
    }
    diagnostics.push_back({Severity::Note,
                           decoded.encoding == TextEncoding::Utf8
                               ? QStringLiteral("encoding.bad-bytes")
                               : QStringLiteral("encoding.not-utf8"),
                           {encodingName(decoded.encoding), QString::number(*decoded.firstBadByte)},
                           path,
                           std::nullopt,
                           std::nullopt});
    return std::move(decoded.text);
}

QString withPlainLineEnds(QString text)
{
    if (text.contains(QLatin1Char('\r'))) {
        text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
        text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    }
    return text;
}

SourceText textSource(const QString& text, BriefingFormat format, const QString& path)
{
    if (format == BriefingFormat::Html)
        return htmlSource(text, path);
    return format == BriefingFormat::Markdown ? markdownSource(text) : plainSource(text);
}

BriefingReading readingOf(SourceText source, const QString& path, Diagnostics diagnostics)
{
    if (QStringView(source.text).trimmed().isEmpty())
        throw Error(QStringLiteral("reading.empty"), {}, path);
    BriefingReading reading{{}, std::move(diagnostics)};
    Briefing& briefing = reading.briefing;
    briefing.path = path;
    briefing.title = wholeLetters(std::move(source.title));
    briefing.publisher = wholeLetters(std::move(source.publisher));
    briefing.date = source.date;
    briefing.language = guessedLanguage(source.text);
    briefing.text = wholeLetters(std::move(source.text));
    if (!briefing.language.isEmpty() && briefing.language != u"en")
        reading.diagnostics.push_back({Severity::Warning,
                                       QStringLiteral("reading.not-english"),
                                       {briefing.language},
                                       path,
                                       std::nullopt,
                                       std::nullopt});
    return reading;
}

SourceText sourceOf(const QByteArray& bytes, const QString& path, Diagnostics& diagnostics)
{
    const auto container = containerFormat(bytes, path);
    if (container == BriefingFormat::Email)
        return emailSource(bytes, path, diagnostics);
    if (container == BriefingFormat::Pdf)
        return pdfSource(bytes, path, diagnostics);
    if (const auto kind = binaryKind(bytes))
        throw Error(QStringLiteral("reading.binary"), {*kind}, path);
    const QString text = withPlainLineEnds(decoded(bytes, path, diagnostics));
    if (text.contains(QChar(u'\0')))
        throw Error(QStringLiteral("reading.binary"), {QStringLiteral("data")}, path);
    return textSource(text, formatOf(path, text), path);
}

void openStandardInput(QFile& file)
{
    if (!file.open(stdin, QIODevice::ReadOnly))
        throw Error(QStringLiteral("file.not-read"), {file.errorString()}, QStringLiteral("-"));
}

void openFile(QFile& file, const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir())
        throw Error(QStringLiteral("file.is-directory"), {}, path);
    if (!info.exists())
        throw Error(QStringLiteral("file.missing"), {}, path);
    if (info.size() > largestBriefing)
        failTooLarge(path);
    file.setFileName(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QStringLiteral("file.not-read"), {file.errorString()}, path);
}

} // namespace

BriefingReading readBriefing(const QByteArray& bytes, const QString& path)
{
    if (bytes.size() > largestBriefing)
        failTooLarge(path);
    if (bytes.isEmpty())
        throw Error(QStringLiteral("reading.empty"), {}, path);
    Diagnostics diagnostics;
    SourceText source = sourceOf(bytes, path, diagnostics);
    BriefingReading reading = readingOf(std::move(source), path, std::move(diagnostics));
    sign(reading.briefing, bytes);
    return reading;
}

BriefingReading readBriefingFile(const QString& path)
{
    QFile file;
    if (path == u"-")
        openStandardInput(file);
    else
        openFile(file, path);
    // Pipes and devices have no size beforehand and may never end.
    QByteArray bytes;
    while (bytes.size() <= largestBriefing) {
        const QByteArray more = file.read(largestBriefing + 1 - bytes.size());
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (file.error() != QFileDevice::NoError)
        throw Error(QStringLiteral("file.not-read"), {file.errorString()}, path);
    return readBriefing(bytes, path);
}

BriefingReading readPasted(const QString& text, bool isHtml)
{
    if (text.size() > largestBriefing)
        failTooLarge({});
    // Some programs end what they copy with a zero.
    const QString plain = withPlainLineEnds(text).remove(QChar(u'\0'));
    if (plain.trimmed().isEmpty())
        throw Error(QStringLiteral("reading.empty"), {}, {});
    const BriefingFormat format = isHtml ? BriefingFormat::Html : BriefingFormat::Text;
    BriefingReading reading = readingOf(textSource(plain, format, {}), {}, {});
    sign(reading.briefing, text.toUtf8());
    return reading;
}

} // namespace gyre
