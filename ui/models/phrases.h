// Short wordings of facts for rows and headings; whole sentences are in ui/words.
#pragma once

#include "graph/basics/moneysum.h"
#include "graph/model/network.h"

#include <QString>

#include <map>
#include <optional>

namespace gyre {

/// "Amazon → OpenAI"; a partnership has no direction: "OpenAI – AMD".
QString parties(const Network& network, const Deal& deal);
QString payerName(const Network& network, const Deal& deal);
/// "OpenAI is valued", "Microsoft owns part of OpenAI".
QString claimed(const Network& network, const Valuation& valuation);
QString claimed(const Network& network, const Stake& stake);

/// The amount; of a warrant or transfer without one its share; nothing for a partnership.
QString figure(const Deal& deal);
QString figure(const Valuation& valuation);
QString figure(const Stake& stake);

/// "payer and type inferred", or nothing.
QString inferredNote(InferredFields fields);
/// "1 firm", "1,204 firms": `one` for exactly one, else `many` with %1 for the number.
QString counted(std::size_t count, const QString& one, const QString& many);
/// "in talks", "in talks, denied"; nothing for what a market was seen to pay.
QString statusText(Status status, bool isDenied);
/// "$48B", "€2B and ≤ $48B", "$0" for nothing.
QString sums(const std::map<QString, MoneySum>& byCurrency);
/// "Amazon → OpenAI → Amazon".
QString roundOf(const Network& network, const std::vector<FirmId>& firms);
/// The date, else the words of it that could not be resolved.
QString dateText(const std::optional<PartialDate>& date, const QString& unresolved);

} // namespace gyre
