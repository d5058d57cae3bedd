// Facts as the contract's JSON objects ("Facts" in the manual of the command line). Fields that the
// contract names are always there, null where not known. Further ones are written only where there
// is something to say: "name_at_date", "round_total" and "other" of an organization, "note" and
// "other" of a deal, "amount_low"/"amount_high" of a valuation that is a range, "status" and so on
// of a stake.
#pragma once

#include "graph/interchange/jsonwriter.h"
#include "graph/model/claim.h"
#include "graph/model/deal.h"
#include "graph/model/firm.h"

#include <functional>

namespace gyre {

/// The text id of a firm, as the enclosing network or extraction knows it.
using FirmName = std::function<QString(FirmId)>;

/// `fact` is said first, under that name, where a list holds facts of several kinds.
/// `nameThen`: what the firm was called at a date, where that is another name ("name_at_date").
void writeFirm(JsonWriter& json, const Firm& firm, const QString& nameThen = {});
void writeDeal(JsonWriter& json, const Deal& deal, const FirmName& idOf,
               const char* fact = nullptr);
void writeValuation(JsonWriter& json, const Valuation& valuation, const FirmName& idOf,
                    const char* fact = nullptr);
void writeStake(JsonWriter& json, const Stake& stake, const FirmName& idOf,
                const char* fact = nullptr);

/// Members that several kinds of objects have. Where there is nothing: null, or no member.
void writeMember(JsonWriter& json, const char* key, const QString& text);
void writeMember(JsonWriter& json, const char* key, std::optional<std::int64_t> number);
void writeMember(JsonWriter& json, const char* key, std::optional<double> number);
void writeIfAny(JsonWriter& json, const char* key, const QString& text);
void writeList(JsonWriter& json, const char* key, const QStringList& texts);
void writeSpan(JsonWriter& json, TextSpan span);
void writeDateAndPrecision(JsonWriter& json, const std::optional<PartialDate>& date);

} // namespace gyre
