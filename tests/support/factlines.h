// What an extraction says, as lines a person can read: "Zeta > Acme equity_investment ≤ $10B
// in_talks".
#pragma once

#include "graph/model/briefing.h"

#include <QStringList>

namespace gyre {

inline QString firmName(const Extraction& extraction, FirmId id)
{
    return id.isValid() ? extraction.firms[id.value].name : QStringLiteral("*");
}

inline QString line(const Extraction& extraction, const Deal& deal)
{
    QStringList words{firmName(extraction, deal.from),
                      QStringLiteral(">"),
                      firmName(extraction, deal.to),
                      name(deal.type),
                      written(deal.amount),
                      name(deal.status)};
    return words.join(QLatin1Char(' '));
}

inline QString line(const Extraction& extraction, const Valuation& valuation)
{
    return firmName(extraction, valuation.org) + QStringLiteral(" worth ") +
           written(valuation.amount);
}

inline QString line(const Extraction& extraction, const Stake& stake)
{
    return firmName(extraction, stake.holder) + QStringLiteral(" holds ") +
           writtenPercent(stake.percent, stake.qualifier) + QStringLiteral(" of ") +
           firmName(extraction, stake.org);
}

/// Deals, valuations and stakes, each kind in the order found, kinds in this order.
inline QStringList factLines(const Extraction& extraction)
{
    QStringList lines;
    for (const Deal& deal : extraction.deals)
        lines.push_back(line(extraction, deal));
    for (const Valuation& valuation : extraction.valuations)
        lines.push_back(line(extraction, valuation));
    for (const Stake& stake : extraction.stakes)
        lines.push_back(line(extraction, stake));
    return lines;
}

} // namespace gyre
