#include "graph/briefing/mailtext.h"

#include "graph/basics/firstunits.h"
#include "graph/briefing/writtendate.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace gyre {

namespace {

/// Marks of quoting at the start of a line, and the text behind them.
struct QuotedLine
{
    int depth = 0;
    QString text;
};

QuotedLine quotedLine(const QString& line)
{
    QuotedLine quoted;
    qsizetype i = 0;
    qsizetype behind = 0;
    while (i < line.size() && (line[i] == u'>' || (line[i] == u' ' && quoted.depth > 0))) {
        if (line[i] == u'>') {
            ++quoted.depth;
            behind = i + 1;
        }
        ++i;
    }
    // Mailboxes mask a line that begins with "From".
    if (quoted.depth == 1 && QStringView(line).sliced(behind).startsWith(u"From "))
        return {0, line.sliced(1)};
    quoted.text = line.sliced(behind);
    if (quoted.depth > 0 && quoted.text.startsWith(QLatin1Char(' ')))
        quoted.text.remove(0, 1);
    return quoted;
}

bool isBlankLine(const QString& line)
{
    return QStringView(line).trimmed().isEmpty();
}

bool isForwardMark(const QString& line)
{
    static const QRegularExpression mark(
        QStringLiteral("^\\s*(?:-{2,}\\s*(?:forwarded message|original message|weitergeleitete "
                       "nachricht|message transf[ée]r[ée])[^-]{0,40}-{2,}|begin forwarded "
                       "message:|_{20,})\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    return line.size() < 120 && mark.match(line).hasMatch();
}

/// A forwarded text is meant to be read; an "original message" is what was answered.
bool isReplyMark(const QString& line)
{
    return line.contains(QLatin1String("original message"), Qt::CaseInsensitive) ||
           line.contains(QLatin1String("____"));
}

/// "*From:* Jo Blank" → "from" and "Jo Blank".
std::pair<QString, QString> labelledLine(const QString& line)
{
    static const QRegularExpression field(
        QStringLiteral("^\\s*\\*?(from|date|sent|subject|to|cc|reply-to|importance):\\*?\\s*"
                       "(.{0,400})"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = field.match(line);
    return {match.captured(1).toLower(), match.captured(2).trimmed()};
}

/// The lines like fields from `i` on go into `prose`; gives the line behind them.
qsizetype readForwardedFields(const QStringList& lines, qsizetype i, MailProse& prose)
{
    while (i < lines.size() && isBlankLine(lines[i]))
        ++i;
    for (; i < lines.size() && !isBlankLine(lines[i]); ++i) {
        const auto [label, value] = labelledLine(lines[i]);
        if (label.isEmpty())
            break;
        if (label == u"from")
            prose.sender = senderName(value);
        else if (label == u"subject")
            prose.title = bareSubject(value);
        else if (label == u"date" || label == u"sent")
            prose.date = mailDate(value);
    }
    return i;
}

/// Where the signature begins, the size where there is none. "-- " is the mark; without its blank
/// it may part two items, so little may stand below.
qsizetype signatureStart(const QStringList& lines)
{
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        const bool isMark = lines[i] == u"-- ";
        if (isMark || lines[i] == u"--") {
            const qsizetype below =
                std::count_if(lines.begin() + i + 1, lines.end(),
                              [](const QString& line) { return !isBlankLine(line); });
            return below <= (isMark ? 25 : 6) ? i : lines.size();
        }
    }
    return lines.size();
}

bool isAttribution(const QString& line)
{
    static const QRegularExpression wrote(
        QStringLiteral("\\b(?:wrote|writes|schrieb|a écrit)\\s?:$"));
    return line.size() < 300 && wrote.match(line.trimmed()).hasMatch();
}

/// "On Monday Jo Blank wrote:" over one line or two goes with the lines that it introduces.
void dropAttribution(QStringList& lines)
{
    while (!lines.isEmpty() && isBlankLine(lines.back()))
        lines.removeLast();
    if (lines.isEmpty() || !isAttribution(lines.back()))
        return;
    const bool isWhole = lines.back().startsWith(QLatin1String("On "));
    lines.removeLast();
    if (!isWhole && !lines.isEmpty() && lines.back().startsWith(QLatin1String("On ")))
        lines.removeLast();
}

QString withoutAddresses(QString text)
{
    static const QRegularExpression beside(QStringLiteral(
        "[ \\t]?(?:\\(\\s?https?://[^\\s()]*\\s?\\)|<https?://[^\\s<>]*>|\\[https?://"
        "[^\\s\\[\\]]*\\])"));
    static const QRegularExpression alone(QStringLiteral("^[ \\t]*https?://\\S+[ \\t]*(?:\\n|\\z)"),
                                          QRegularExpression::MultilineOption);
    return text.replace(beside, QString()).remove(alone);
}

QString joinedLines(QStringList lines)
{
    while (!lines.isEmpty() && isBlankLine(lines.back()))
        lines.removeLast();
    while (!lines.isEmpty() && isBlankLine(lines.front()))
        lines.removeFirst();
    return lines.join(QLatin1Char('\n'));
}

struct Split
{
    QStringList own;
    QStringList quoted;
};

Split splitByQuoting(const QStringList& lines)
{
    Split split;
    bool wasQuoted = false;
    for (const QString& line : lines) {
        QuotedLine read = quotedLine(line);
        const bool isQuoted = read.depth > 0;
        if (isQuoted && !wasQuoted)
            dropAttribution(split.own);
        (isQuoted ? split.quoted : split.own) << read.text;
        if (!isBlankLine(line))
            wasQuoted = isQuoted;
    }
    return split;
}

QStringList withoutSignature(const QStringList& lines)
{
    const QStringList kept = lines.first(signatureStart(lines));
    return joinedLines(kept).isEmpty() ? lines : kept;
}

/// Of the text above a forwarded one.
QString ownProse(const QStringList& lines, int& quotedLinesLeftOut)
{
    const Split split = splitByQuoting(lines);
    if (split.quoted.isEmpty())
        return joinedLines(withoutSignature(split.own));
    QString own = joinedLines(split.own.first(signatureStart(split.own)));
    const QString quoted = joinedLines(withoutSignature(split.quoted));
    const int words = proseWords(own);
    if (words >= fewWords || proseWords(quoted) < 2 * words) {
        quotedLinesLeftOut += static_cast<int>(split.quoted.size());
        return own;
    }
    return own.isEmpty() ? quoted : own + QStringLiteral("\n\n") + quoted;
}

/// Clients that forward within a quotation mark each line.
QStringList unquotedFrom(const QStringList& lines, qsizetype from)
{
    QStringList bare;
    for (qsizetype i = from; i < lines.size(); ++i)
        bare << quotedLine(lines[i]).text;
    return bare;
}

/// A line of underscores parts items of a letter, too: only fields below make a mark of it.
bool hasFieldsBelow(const QStringList& lines, qsizetype mark)
{
    for (qsizetype i = mark + 1; i < lines.size(); ++i)
        if (const QString bare = quotedLine(lines[i]).text; !isBlankLine(bare))
            return labelledLine(bare).first == u"from";
    return false;
}

qsizetype forwardMarkIn(const QStringList& lines)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString bare = quotedLine(lines[i]).text;
        if (isForwardMark(bare) &&
            (!bare.contains(QLatin1String("____")) || hasFieldsBelow(lines, i)))
            return i;
    }
    return -1;
}

} // namespace

QString unflowed(const QString& text, bool dropsBlank)
{
    QStringList joined;
    bool goesOn = false;
    int depthBefore = 0;
    const auto marks = [](int depth, const QString& bare) -> QString {
        // A blank stays before what only looks like a mark.
        if (depth == 0)
            return bare.startsWith(QLatin1Char('>')) ? QStringLiteral(" ") : QString();
        return QString(depth, QLatin1Char('>')) + QLatin1Char(' ');
    };
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        int depth = 0;
        while (depth < line.size() && line[depth] == u'>')
            ++depth;
        QString bare = line.sliced(depth);
        if (bare.startsWith(QLatin1Char(' ')))
            bare.remove(0, 1);
        const bool isSignature = bare == u"-- ";
        const bool endsInBlank = bare.endsWith(QLatin1Char(' ')) && !isSignature;
        if (endsInBlank && dropsBlank)
            bare.chop(1);
        if (goesOn && depth == depthBefore && !isSignature)
            joined.back() += bare;
        else
            joined << marks(depth, bare) + bare;
        goesOn = endsInBlank;
        depthBefore = depth;
    }
    return joined.join(QLatin1Char('\n'));
}

MailProse mailProse(const QString& text)
{
    constexpr int mostForwards = 10;
    MailProse prose;
    QStringList lines = withoutAddresses(text).split(QLatin1Char('\n'));
    QStringList told;
    for (int round = 0; round < mostForwards; ++round) {
        const qsizetype mark = forwardMarkIn(lines);
        const QString own =
            ownProse(mark < 0 ? lines : lines.first(mark), prose.quotedLinesLeftOut);
        if (!own.isEmpty())
            told << own;
        if (mark < 0)
            break;
        const bool saysLittle = proseWords(told.join(QLatin1Char('\n'))) < fewWords;
        if (isReplyMark(lines[mark]) && !saysLittle) {
            prose.quotedLinesLeftOut += static_cast<int>(lines.size() - mark);
            break;
        }
        MailProse sentOn;
        lines = unquotedFrom(lines, mark + 1);
        lines = lines.sliced(readForwardedFields(lines, 0, sentOn));
        if (saysLittle) {
            sentOn.quotedLinesLeftOut = prose.quotedLinesLeftOut;
            prose = sentOn;
        }
    }
    prose.text = told.join(QStringLiteral("\n\n"));
    return prose;
}

int proseWords(const QString& text)
{
    int words = 0;
    bool isWord = false;
    qsizetype letters = 0;
    bool isLink = false;
    const auto end = [&] {
        words += isWord && letters >= 1 && !isLink ? 1 : 0;
        isWord = isLink = false;
        letters = 0;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isSpace()) {
            end();
            continue;
        }
        isWord = true;
        letters += text[i].isLetterOrNumber() ? 1 : 0;
        isLink = isLink || (text[i] == u':' && QStringView(text).sliced(i).startsWith(u"://"));
    }
    end();
    return words;
}

QString senderName(const QString& from)
{
    static const QRegularExpression address(QStringLiteral("[^\\s<>\"(),;:]+@([^\\s<>\"(),;:]+)"));
    QString name = firstUnits(from, 2000).toString();
    const auto match = address.match(name);
    if (match.hasMatch())
        name = name.left(match.capturedStart()) + name.mid(match.capturedEnd());
    static const QRegularExpression marks(QStringLiteral("[<>\"]|\\[mailto:\\]|\\\\"));
    name = name.remove(marks).simplified();
    if (name.startsWith(QLatin1Char('(')) && name.endsWith(QLatin1Char(')')))
        name = name.sliced(1, name.size() - 2);
    if (name.startsWith(QLatin1Char('\'')) && name.endsWith(QLatin1Char('\'')) && name.size() > 1)
        name = name.sliced(1, name.size() - 2);
    const bool isName = std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetter(); });
    if (isName && !name.contains(QLatin1Char('@')))
        return firstUnits(name, 80).trimmed().toString();
    return match.captured(1).toLower();
}

QString bareSubject(QString subject)
{
    static const QRegularExpression prefix(
        QStringLiteral("^\\s*(?:re|fwd?|aw|wg|sv|tr)(?:\\s?\\[\\d{1,3}\\])?\\s?:\\s*"),
        QRegularExpression::CaseInsensitiveOption);
    constexpr int mostAnswers = 100;
    for (int i = 0; i < mostAnswers; ++i) {
        const auto match = prefix.match(subject);
        if (!match.hasMatch())
            break;
        subject.remove(0, match.capturedLength());
    }
    return subject.simplified();
}

std::optional<PartialDate> mailDate(const QString& field)
{
    const QString bare =
        field.left(200).replace(QLatin1Char(','), QLatin1String(", ")).simplified();
    const auto written = writtenDate(bare);
    if (written && written->date.precision() == PartialDate::Precision::Day)
        return written->date;
    const QDateTime moment = QDateTime::fromString(field.left(200).trimmed(), Qt::RFC2822Date);
    if (moment.isValid())
        return PartialDate::day(moment.date());
    return std::nullopt;
}

} // namespace gyre
