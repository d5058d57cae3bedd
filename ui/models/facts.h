// The rows of the facts list: what one briefing says, or all that is known without one.
#pragma once

#include "graph/model/project.h"
#include "ui/document/selection.h"

#include <QColor>

#include <optional>
#include <vector>

namespace gyre {

struct FactRow
{
    enum class Kind : std::uint8_t
    {
        Heading,
        Fact,
        /// Below the threshold: `candidate` indexes the extraction's candidateDeals.
        Candidate,
        Unread
    };

    Kind kind = Kind::Fact;
    QString text;
    /// Type, status, date, what was inferred.
    QString detail;
    QString figure;
    bool isRejected = false;
    bool isInferred = false;
    /// Of a fact: what a click selects.
    Selection selection;
    /// Where the briefing says it; empty for facts of files.
    std::vector<TextSpan> spans;
    std::optional<std::size_t> candidate;
};

/// `briefing` absent: all facts of the network. Order: deals, valuations, stakes, candidates, what
/// was not read. O(facts of the network).
std::vector<FactRow> factRows(const Project& project, std::optional<std::size_t> briefing);

/// Where `briefing` (its id) says it.
std::vector<TextSpan> spansIn(const EvidenceList& evidence, const QString& briefing);

/// The evidence of what is selected; a firm's are its mentions. Empty for nothing.
EvidenceList evidenceOf(const Network& network, const Selection& selection);

} // namespace gyre
