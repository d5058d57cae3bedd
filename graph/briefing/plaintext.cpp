#include "graph/basics/firstunits.h"
#include "graph/briefing/sourcetext.h"
#include "graph/briefing/writtendate.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace gyre {

namespace {

constexpr qsizetype longestHeadline = 160;
constexpr qsizetype longestMastheadLine = 80;

bool endsLikeSentence(QStringView line)
{
    return line.endsWith(u'.') || line.endsWith(u';') || line.endsWith(u':') ||
           line.endsWith(u',') || line.endsWith(u".”") || line.endsWith(u".\"");
}

bool looksLikeHeadline(QStringView line)
{
    return line.size() <= longestHeadline && !endsLikeSentence(line);
}

QString firstWords(QStringView line)
{
    constexpr qsizetype enough = 70;
    if (line.size() <= enough)
        return line.toString();
    const QStringView start = firstUnits(line, enough);
    const qsizetype space = start.lastIndexOf(u' ');
    return start.first(space > 20 ? space : start.size()).trimmed().toString() + QChar(u'…');
}

/// The lines before the first blank one, at most six.
std::vector<QStringView> masthead(QStringView text)
{
    std::vector<QStringView> lines;
    qsizetype from = 0;
    while (from < text.size() && lines.size() < 6) {
        qsizetype end = text.indexOf(u'\n', from);
        if (end < 0)
            end = text.size();
        const QStringView line = text.sliced(from, end - from).trimmed();
        from = end + 1;
        if (!line.isEmpty())
            lines.push_back(line);
        else if (!lines.empty())
            break;
    }
    return lines;
}

/// "Date: 16 December 2025" → the text behind the colon where the label is one of `labels`.
template<std::size_t count>
QStringView labelled(QStringView line, const std::array<const char*, count>& labels)
{
    const qsizetype colon = line.indexOf(u':');
    if (colon < 0 || colon > 14)
        return {};
    for (const char* label : labels)
        if (line.first(colon).trimmed().compare(QLatin1String(label), Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    return {};
}

QStringView titleLabel(QStringView line)
{
    return labelled(line, std::array{"title", "headline", "subject"});
}

QStringView publisherLabel(QStringView line)
{
    return labelled(line, std::array{"publisher", "source", "publication"});
}

QStringView dateLabel(QStringView line)
{
    return labelled(line, std::array{"date", "published", "updated"});
}

/// "Morning Ledger, 16 December 2025": what is beside the date, bare of commas and dashes.
QString besideDate(QStringView line, TextSpan date)
{
    const QString whole = line.first(date.start).toString() + line.sliced(date.end).toString();
    const auto isEdge = [](QChar c) { return c.isSpace() || c.isPunct() || c == u'|'; };
    QStringView rest = whole;
    while (!rest.isEmpty() && isEdge(rest.back()))
        rest.chop(1);
    while (!rest.isEmpty() && isEdge(rest.front()))
        rest = rest.sliced(1);
    return rest.toString();
}

bool isWeekday(QStringView word)
{
    static constexpr std::array days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    return word.size() <= 10 && std::any_of(days.begin(), days.end(), [&word](const char* day) {
               return word.startsWith(QLatin1String(day), Qt::CaseInsensitive);
           });
}

bool couldBePublisher(QStringView line)
{
    return !line.isEmpty() && line.size() <= 50 && !endsLikeSentence(line) &&
           !line.startsWith(QLatin1String("by "), Qt::CaseInsensitive) && !isWeekday(line) &&
           line[0].isLetterOrNumber();
}

/// A line of the masthead that is a date and little else; the publisher beside or above it.
void readDateLine(const std::vector<QStringView>& lines, std::size_t i, SourceText& source)
{
    const QStringView line = lines[i];
    if (line.size() > longestMastheadLine || endsLikeSentence(line))
        return;
    const auto written = writtenDate(line);
    if (!written)
        return;
    const QString beside = besideDate(line, written->span);
    const bool isAlone = beside.isEmpty() || isWeekday(beside);
    if (!isAlone && beside.size() > 45)
        return;
    source.date = written->date;
    if (!source.publisher.isEmpty())
        return;
    if (!isAlone && couldBePublisher(beside))
        source.publisher = beside;
    else if (isAlone && i >= 2 && couldBePublisher(lines[i - 1]))
        source.publisher = lines[i - 1].toString();
}

/// "# Morning Ledger | https://example.org/story | 2025-12-16", as clippings and feeds head a text.
bool readSourceLine(QStringView line, SourceText& source)
{
    if (!line.contains(u'|') || !line.contains(u"://"))
        return false;
    for (QStringView part : line.split(u'|')) {
        part = part.trimmed();
        while (part.startsWith(u'#'))
            part = part.sliced(1).trimmed();
        const auto written = writtenDate(part);
        if (written && besideDate(part, written->span).isEmpty())
            source.date = written->date;
        else if (const auto date = PartialDate::parse(part))
            source.date = date;
        else if (source.publisher.isEmpty() && !part.contains(u"://") && couldBePublisher(part))
            source.publisher = part.toString();
    }
    return true;
}

/// "LONDON, 16 December 2025 – The bank …": capitals, then the date, then a dash.
std::optional<PartialDate> dateline(QStringView line)
{
    const QStringView head = line.first(std::min<qsizetype>(line.size(), 90));
    const auto written = writtenDate(head);
    if (!written || written->span.start > 50)
        return std::nullopt;
    const QStringView place = head.first(written->span.start);
    const QStringView after = head.sliced(written->span.end).trimmed();
    const bool isPlace = !place.isEmpty() && place[0].isUpper() && place.contains(u',');
    const qsizetype dash = after.indexOf(u'–') >= 0   ? after.indexOf(u'–')
                           : after.indexOf(u'—') >= 0 ? after.indexOf(u'—')
                                                      : after.indexOf(u'-');
    return isPlace && dash >= 0 && dash <= 20 ? std::optional(written->date) : std::nullopt;
}

void readLabels(const std::vector<QStringView>& lines, SourceText& source)
{
    for (const QStringView line : lines) {
        if (const QStringView title = titleLabel(line); !title.isEmpty())
            source.title = title.toString();
        if (const QStringView publisher = publisherLabel(line); !publisher.isEmpty())
            source.publisher = firstUnits(publisher, 80).toString();
        if (const QStringView date = dateLabel(line); !date.isEmpty())
            source.date = metaDate(date);
    }
}

/// The first line below the masthead.
QStringView firstLineOfBody(QStringView text, const std::vector<QStringView>& head)
{
    if (head.empty())
        return {};
    const qsizetype from = head.back().data() + head.back().size() - text.data();
    const QStringView rest = text.sliced(from, std::min<qsizetype>(text.size() - from, 400));
    const QStringView body = rest.trimmed();
    const qsizetype end = body.indexOf(u'\n');
    return end < 0 ? body : body.first(end);
}

} // namespace

SourceText plainSource(const QString& text)
{
    SourceText source;
    source.text = text;
    const auto head = masthead(text);
    if (head.empty())
        return source;
    readLabels(head, source);
    const bool hasSourceLine = readSourceLine(head.front(), source);
    if (hasSourceLine && source.title.isEmpty())
        source.title = firstWords(head.size() > 1 ? head[1] : firstLineOfBody(text, head));
    for (std::size_t i = 0; i < head.size() && !source.date; ++i)
        if (i > 0 || head.size() == 1)
            readDateLine(head, i, source);
    if (!source.date)
        source.date = dateline(head.size() == 1 ? firstLineOfBody(text, head) : head.back());
    if (!source.date)
        source.date = dateline(head.front());
    if (source.title.isEmpty())
        source.title =
            looksLikeHeadline(head.front()) ? head.front().toString() : firstWords(head.front());
    return source;
}

} // namespace gyre
