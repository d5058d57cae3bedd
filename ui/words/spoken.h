// Facts as a screen reader says them: whole words, no signs, no abbreviations.
#pragma once

#include "graph/model/deal.h"
#include "graph/model/network.h"

#include <QString>

namespace gyre {

/// "10 billion dollars", "75,000 euros", "250 million" where the currency is not known.
QString spoken(std::int64_t units, Currency currency);
/// "up to 10 billion dollars", "about 1.3 billion euros", "17.4 to 19.4 billion dollars", "amount
/// not disclosed".
QString spoken(const Amount& amount);
/// "Amazon to OpenAI, up to 10 billion dollars, in talks"; "OpenAI and Broadcom, partnership,
/// announced".
QString spoken(const Network& network, const Deal& deal);
/// What is worth knowing besides: "Equity investment, 16 December 2025, payer inferred".
QString spokenDetail(const Deal& deal);
/// "16 December 2025", "third quarter of 2025".
QString spoken(const PartialDate& date);

} // namespace gyre
