// Facts as the contract's JSON objects ("Facts" in the manual of the command line). Fields that the
// contract names are always there, null where not known. Further ones are written only where there
// is something to say: "round_total" and "other" of an organization, "note" and "other" of a deal,
// "amount_low"/"amount_high" of a valuation that is a range, "status" and so on of a stake.
#pragma once

#include "graph/interchange/jsonwriter.h"
#include "graph/model/briefing.h"

#include <functional>

namespace gyre {

/// The text id of a firm, as the enclosing network or extraction knows it.
using FirmName = std::function<QString(FirmId)>;

void writeFirm(JsonWriter& json, const Firm& firm);
void writeDeal(JsonWriter& json, const Deal& deal, const FirmName& idOf);
void writeValuation(JsonWriter& json, const Valuation& valuation, const FirmName& idOf);
void writeStake(JsonWriter& json, const Stake& stake, const FirmName& idOf);

/// Members of the open object: "id" … "sha256", and "text" where it is wanted.
void writeBriefingMembers(JsonWriter& json, const Briefing& briefing, bool withText);
/// Members of the open object: "organizations" … "diagnostics".
void writeExtractionMembers(JsonWriter& json, const Extraction& extraction);

/// Elements of the open arrays "candidates", "unread" and "diagnostics". `briefing` is said in each
/// "unread" where one list holds those of several briefings; empty: not said.
void writeCandidates(JsonWriter& json, const Extraction& extraction);
void writeUnread(JsonWriter& json, const Extraction& extraction, const QString& briefing);
void writeDiagnostics(JsonWriter& json, const Diagnostics& diagnostics);

} // namespace gyre
