// The rows of the facts list: what one briefing says, or all that is known without one.
#pragma once

#include "graph/model/project.h"
#include "ui/document/selection.h"

#include <QColor>

#include <optional>
#include <vector>

namespace gyre {

/// Which facts are listed.
enum class FactFilter : std::uint8_t
{
    All,
    ToReview,
    Accepted,
    Corrected,
    Own,
    Rejected
};
constexpr int factFilterCount = 6;

struct FactWish
{
    FactFilter filter = FactFilter::All;
    /// Else as they stand in the network.
    bool isLeastSureFirst = false;

    bool operator==(const FactWish&) const = default;
};

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
    Review review = Review::Unreviewed;
    float confidence = 1;
    bool isRejected = false;
    bool isInferred = false;
    /// Of a fact: what a click selects.
    Selection selection;
    /// Where the briefing says it; empty for facts of files.
    std::vector<TextSpan> spans;
    std::optional<std::size_t> candidate;
};

/// `briefing` absent: all facts of the network. Order: deals, valuations, stakes (or as wished),
/// candidates, what was not read; the last two where facts to review are listed. O(facts of the
/// network).
std::vector<FactRow> factRows(const Project& project, std::optional<std::size_t> briefing,
                              const FactWish& wish = {});

/// "To review", "Added by you": what a filter lets in.
QString title(FactFilter filter);

/// Where `briefing` (its id) says it.
std::vector<TextSpan> spansIn(const EvidenceList& evidence, const QString& briefing);

/// The evidence of what is selected; a firm's are its mentions. Empty for nothing.
EvidenceList evidenceOf(const Network& network, const Selection& selection);

} // namespace gyre
