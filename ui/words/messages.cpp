// Each code of a Diagnostic with its sentence: what is wrong, and what would be right. A new code
// is a row here; tst_words holds the table against the codes that the sources use.
#include "ui/words/words.h"

#include <QCoreApplication>

namespace gyre {

namespace {

struct Message
{
    const char* code;
    const char* text;
};

constexpr Message messages[] = {
    // clang-format off
    {"csv.column-missing", QT_TRANSLATE_NOOP("Messages", "the column “%1” is missing: the first row must name it")},
    {"document.already-open", QT_TRANSLATE_NOOP("Messages", "this text is open already; it was not added a second time")},
    {"file.is-directory", QT_TRANSLATE_NOOP("Messages", "is a folder that holds no tables of a network; name a file, or a folder with deals.csv in it")},
    {"file.no-folder", QT_TRANSLATE_NOOP("Messages", "this folder could not be made; name one that you may write to")},
    {"file.not-found", QT_TRANSLATE_NOOP("Messages", "there is no such file; check the name and the folder")},
    {"file.not-read", QT_TRANSLATE_NOOP("Messages", "could not be read (%1); check that it is there and that you may read it")},
    {"file.not-written", QT_TRANSLATE_NOOP("Messages", "could not be written (%1); what was there before is unchanged")},
    {"focus.unknown", QT_TRANSLATE_NOOP("Messages", "--focus: none of the files names a firm “%1”; did you mean “%2”?")},
    {"input.network-not-briefing", QT_TRANSLATE_NOOP("Messages", "is a network and has no text to read; name a briefing, or use “gyre convert”")},
    {"output.failed", QT_TRANSLATE_NOOP("Messages", "could not be written (%1); free some space or name another place")},
    {"positions.malformed", QT_TRANSLATE_NOOP("Messages", "holds no positions: expected {\"nodes\": {\"firm id\": [x, y], …}} as “gyre layout” writes it (%1)")},
    {"positions.unknown-firm", QT_TRANSLATE_NOOP("Messages", "has places for %1 firms that are not in the network, for instance “%2”; they were left out")},
    {"reading.binary", QT_TRANSLATE_NOOP("Messages", "is not a text; open a briefing as .txt, .md or .html, or a network as .json, .graphml or .csv")},
    {"reading.empty", QT_TRANSLATE_NOOP("Messages", "is empty; a briefing needs some text")},
    {"reading.not-english", QT_TRANSLATE_NOOP("Messages", "does not seem to be English (%1); Gyre reads deals in English text alone")},
    {"reading.too-large", QT_TRANSLATE_NOOP("Messages", "is larger than 64 MB; open the article alone")},
    {"unread.no-rule", QT_TRANSLATE_NOOP("Messages", "money that no rule could place between two firms")},
    // clang-format on
};

const char* textOf(const QString& code)
{
    for (const Message& message : messages)
        if (code == QLatin1String(message.code))
            return message.text;
    return nullptr;
}

/// In one pass, so that an argument which itself holds "%1" stays as it is.
QString filled(const QString& text, const QStringList& arguments)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int number = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (number < 1) {
            result += text[i];
            continue;
        }
        result += arguments.value(number - 1);
        ++i;
    }
    return result;
}

} // namespace

QString words(const Diagnostic& diagnostic)
{
    const char* text = textOf(diagnostic.code);
    if (text == nullptr)
        return (QStringList{diagnostic.code} + diagnostic.arguments).join(QStringLiteral(" · "));
    return filled(QCoreApplication::translate("Messages", text), diagnostic.arguments);
}

QString located(const Diagnostic& diagnostic)
{
    QString where = diagnostic.file;
    if (where == QStringLiteral("-"))
        where = QCoreApplication::translate("Messages", "standard input");
    if (diagnostic.line)
        where +=
            (where.isEmpty() ? QString() : QStringLiteral(":")) + QString::number(*diagnostic.line);
    return where.isEmpty() ? words(diagnostic) : where + QStringLiteral(": ") + words(diagnostic);
}

QStringList knownCodes()
{
    QStringList codes;
    for (const Message& message : messages)
        codes << QString::fromLatin1(message.code);
    return codes;
}

} // namespace gyre
