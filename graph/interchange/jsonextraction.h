// Briefings and what was found in them as the contract's JSON.
#pragma once

#include "graph/interchange/jsonwriter.h"
#include "graph/model/briefing.h"

namespace gyre {

/// Members of the open object: "id" … "sha256", and "text" where it is wanted.
void writeBriefingMembers(JsonWriter& json, const Briefing& briefing, bool withText);
/// Members of the open object: "organizations" … "diagnostics". With the briefing's `date` firms
/// that were called otherwise then say so.
void writeExtractionMembers(JsonWriter& json, const Extraction& extraction,
                            const std::optional<PartialDate>& date = {});

/// Elements of the open arrays "candidates", "unread" and "diagnostics". `briefing` is said in each
/// "unread" where one list holds those of several briefings; empty: not said.
void writeCandidates(JsonWriter& json, const Extraction& extraction);
void writeUnread(JsonWriter& json, const Extraction& extraction, const QString& briefing);
void writeDiagnostics(JsonWriter& json, const Diagnostics& diagnostics);

} // namespace gyre
