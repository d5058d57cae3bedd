#include "graph/briefing/writtendate.h"

#include <QRegularExpression>

#include <array>

namespace gyre {

namespace {

constexpr std::array<const char*, 12> months{"january",   "february", "march",    "april",
                                             "may",       "june",     "july",     "august",
                                             "september", "october",  "november", "december"};

/// 1 to 12 of "december", "dec", "dec." or "sept"; 0 for another word.
int monthOf(QString word)
{
    word = word.toLower();
    if (word.endsWith(QLatin1Char('.')))
        word.chop(1);
    for (std::size_t i = 0; i < months.size(); ++i) {
        const QLatin1String full(months.at(i));
        if (word == full || (word.size() >= 3 && word.size() <= 4 && full.startsWith(word)))
            return static_cast<int>(i) + 1;
    }
    return 0;
}

std::optional<PartialDate> dayOf(const QRegularExpressionMatch& match)
{
    const auto number = [&match](const char* group) {
        return match.captured(QLatin1String(group)).toInt();
    };
    if (match.hasCaptured(QStringLiteral("iso")))
        return PartialDate::parse(match.captured(QStringLiteral("iso")));
    if (match.hasCaptured(QStringLiteral("py")))
        return PartialDate::day(number("py"), number("pm"), number("pd"));
    if (match.hasCaptured(QStringLiteral("dy")))
        return PartialDate::day(number("dy"), monthOf(match.captured(QStringLiteral("dm"))),
                                number("dd"));
    if (match.hasCaptured(QStringLiteral("ay")))
        return PartialDate::day(number("ay"), monthOf(match.captured(QStringLiteral("am"))),
                                number("ad"));
    return PartialDate::month(number("my"), monthOf(match.captured(QStringLiteral("mm"))));
}

const QRegularExpression& datePattern()
{
    static const QString month =
        QStringLiteral("(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?");
    static const QRegularExpression pattern(
        QStringLiteral(
            R"((?<![\w.,$€£/-])(?:(?<iso>\d{4}-\d\d-\d\d)(?!\d))"
            R"(|(?<pd>\d{1,2})\.\s?(?<pm>\d{1,2})\.\s?(?<py>(?:19|20)\d\d)(?!\d))"
            R"(|(?<dd>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?<dm>%1),?\s(?<dy>(?:19|20)\d\d)(?!\d))"
            R"(|(?<am>%1)\s(?<ad>\d{1,2})(?:st|nd|rd|th)?,?\s(?<ay>(?:19|20)\d\d)(?!\d))"
            R"(|(?<mm>%1)\s(?<my>(?:19|20)\d\d)(?!\d)))")
            .arg(month),
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

} // namespace

std::optional<WrittenDate> writtenDate(QStringView line)
{
    auto matches = datePattern().globalMatch(line.toString());
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (const auto date = dayOf(match))
            return WrittenDate{
                *date,
                {static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedEnd())}};
    }
    return std::nullopt;
}

std::optional<PartialDate> metaDate(QStringView value)
{
    value = value.trimmed();
    if (value.size() >= 10)
        if (const auto day = PartialDate::parse(value.first(10)))
            return day;
    if (const auto whole = PartialDate::parse(value))
        return whole;
    if (value.size() == 8)
        if (const auto day = PartialDate::day(value.first(4).toInt(), value.mid(4, 2).toInt(),
                                              value.mid(6).toInt()))
            return day;
    const auto written = writtenDate(value.first(std::min<qsizetype>(value.size(), 100)));
    return written ? std::optional(written->date) : std::nullopt;
}

} // namespace gyre
