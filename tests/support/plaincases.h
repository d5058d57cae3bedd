// Sentences and the facts they tell, as rows of a table: "text" and "facts", '|' between them.
#pragma once

#include "graph/briefing/extract.h"
#include "tests/support/factlines.h"

#include <QTest>

#include <span>

namespace gyre {

inline Briefing briefing(const QString& text)
{
    Briefing made;
    made.id = QStringLiteral("b1");
    made.text = text;
    made.date = PartialDate::parse(u"2025-12-17");
    return made;
}

struct Case
{
    const char* text;
    /// Facts, '|' between them; nothing for a text without any. A date only where it is not the
    /// briefing's.
    const char* facts;
};

inline QString dateOf(const std::optional<PartialDate>& date, const Briefing& text)
{
    if (date == text.date)
        return {};
    return QLatin1Char(' ') + (date ? date->toString() : QStringLiteral("undated"));
}

inline QString told(const Extraction& found, const Briefing& text)
{
    QStringList lines;
    for (const Deal& deal : found.deals) {
        QString words = line(found, deal);
        if (deal.denied)
            words += QStringLiteral(" denied");
        words += dateOf(deal.date, text);
        if (deal.detail->termYears)
            words += QStringLiteral(" %1y").arg(*deal.detail->termYears);
        if (!deal.counted)
            words += QStringLiteral(" uncounted");
        lines.push_back(words);
    }
    for (const Valuation& valuation : found.valuations)
        lines.push_back(line(found, valuation) + dateOf(valuation.date, text));
    for (const Stake& stake : found.stakes)
        lines.push_back(line(found, stake) + dateOf(stake.date, text));
    return lines.join(QLatin1Char('|'));
}

inline void addRows(const char* family, std::span<const Case> cases)
{
    int number = 0;
    for (const Case& row : cases)
        QTest::addRow("%s %d", family, ++number)
            << QString::fromUtf8(row.text) << QString::fromUtf8(row.facts);
}

} // namespace gyre
