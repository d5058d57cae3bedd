// Whatever the bytes: a reading is a text that can be written and read again, or says by a code why
// there is none; twice the same.
#include "graph/briefing/pdfpages.h"
#include "graph/briefing/reading.h"
#include "graph/briefing/sourcetext.h"
#include "tests/fuzz/checks.h"

#include <QStringList>

#include <algorithm>

namespace gyre::fuzz {

namespace {

/// A half of a pair of surrogates is lost when a text is written as UTF-8.
bool isWhole(const QString& text)
{
    return text.isValidUtf16();
}

QString textFaultOf(const QString& text, qsizetype bytes)
{
    if (text.contains(QLatin1Char('\r')))
        return QStringLiteral("a line end that is no newline");
    if (text.contains(QChar(u'\0')))
        return QStringLiteral("a zero in the text");
    if (!isWhole(text))
        return QStringLiteral("half a letter in the text");
    // An entity may be two letters, a tab of a table one.
    if (text.size() > 4 * bytes + 64)
        return QStringLiteral("a text longer than its file");
    return {};
}

QString headFaultOf(const QString& title, const QString& publisher)
{
    if (title.contains(QLatin1Char('\n')) || publisher.contains(QLatin1Char('\n')))
        return QStringLiteral("a head of several lines");
    if (!isWhole(title) || !isWhole(publisher))
        return QStringLiteral("half a letter in the head");
    return {};
}

QString faultOf(const BriefingReading& reading, qsizetype bytes)
{
    const Briefing& briefing = reading.briefing;
    if (QStringView(briefing.text).trimmed().isEmpty())
        return QStringLiteral("an empty reading");
    if (briefing.id.size() != 12 || briefing.sha256.size() != 64)
        return QStringLiteral("a briefing without its id");
    for (const Diagnostic& diagnostic : reading.diagnostics)
        if (diagnostic.code.isEmpty())
            return QStringLiteral("a diagnostic without a code");
    const QString head = headFaultOf(briefing.title, briefing.publisher);
    return head.isEmpty() ? textFaultOf(briefing.text, bytes) : head;
}

QString readingFault(const QByteArray& bytes, const char* name)
{
    const QString path = QString::fromLatin1(name);
    try {
        const BriefingReading reading = readBriefing(bytes, path);
        const QString fault = faultOf(reading, bytes.size());
        if (!fault.isEmpty())
            return fault;
        const BriefingReading again = readBriefing(bytes, path);
        return reading.briefing == again.briefing && reading.diagnostics == again.diagnostics
                   ? QString()
                   : QStringLiteral("read twice, two texts");
    } catch (const Error& error) {
        return error.diagnostic().code.isEmpty() ? QStringLiteral("an error without a code")
                                                 : QString();
    }
}

/// What another program puts on the clipboard.
QString pastedFault(const QByteArray& bytes)
{
    try {
        return faultOf(readPasted(QString::fromUtf8(bytes), false), bytes.size());
    } catch (const Error& error) {
        return error.diagnostic().code == u"reading.empty" ? QString()
                                                           : QStringLiteral("another's error");
    }
}

QString firstOf(const QStringList& faults)
{
    const auto found = std::find_if(faults.begin(), faults.end(),
                                    [](const QString& fault) { return !fault.isEmpty(); });
    return found == faults.end() ? QString() : *found;
}

} // namespace

QString textFault(const QByteArray& bytes)
{
    return firstOf({readingFault(bytes, "a.txt"), readingFault(bytes, "a.md"), pastedFault(bytes)});
}

QString htmlFault(const QByteArray& bytes)
{
    return readingFault(bytes, "a.html");
}

QString emailFault(const QByteArray& bytes)
{
    return firstOf({readingFault(bytes, "a.eml"), readingFault(bytes, "mail")});
}

QString pdfFault(const QByteArray& bytes)
{
    try {
        Diagnostics diagnostics;
        const SourceText source = sourceOfPages(pdfPagesOf(bytes, {}), {}, diagnostics);
        const QString head = headFaultOf(source.title, source.publisher);
        return head.isEmpty() ? textFaultOf(source.text, bytes.size()) : head;
    } catch (const Error& error) {
        return error.diagnostic().code.startsWith(u"pdf.")
                   ? QString()
                   : QStringLiteral("another reader's error");
    }
}

} // namespace gyre::fuzz
