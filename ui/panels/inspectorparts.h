// The sheets of the inspector, one function for each thing that can be selected.
#pragma once

#include "ui/document/analyses.h"
#include "ui/document/correcting.h"
#include "ui/document/document.h"
#include "ui/panels/sheet.h"

namespace gyre {

/// What the sheets of the inspector are written from.
struct InspectorContext
{
    Document& document;
    const Analyses& analyses;
    Sheet& sheet;
    std::function<void(const QString&, TextSpan)> showQuote;
    /// Asks for the other end of a way from this firm.
    std::function<void(FirmId)> showRoutes;
    std::function<void(const FactId&)> editFact;
};

void writeOverview(const InspectorContext& context);
void writeFirm(const InspectorContext& context, FirmId id);
void writeDeal(const InspectorContext& context, DealId id);
void writeValuation(const InspectorContext& context, ValuationId id);
void writeStake(const InspectorContext& context, StakeId id);
void writeLoop(const InspectorContext& context, const LoopSelection& loop);
void writePair(const InspectorContext& context, const PairSelection& pair);

// Parts that several sheets share.
void writeDealRow(const InspectorContext& context, DealId id);
/// Who says so, and which words of the sentence played which part in the reading.
void writeEvidence(const InspectorContext& context, const FactId& fact);
/// `marked`: spans of the first one's briefing that stand out in its quote.
void writeQuotes(const InspectorContext& context, const EvidenceList& evidence,
                 const std::vector<TextSpan>& marked = {});
void writeLoopRow(const InspectorContext& context, std::size_t index);
/// "Accept" and "Reject", or the way back, and "Edit…".
void writeReview(const InspectorContext& context, const FactId& fact);

/// The loop as a selection: every deal of its hops.
LoopSelection selectionOf(const Circuit& circuit);

} // namespace gyre
