// What firms are worth and who holds how much of whom, as one sentence says it.
#pragma once

#include "graph/briefing/drafts.h"
#include "graph/model/claim.h"

namespace gyre {

struct ValuationDraft
{
    int org = -1;
    int figure = -1;
    int date = -1;
    Basis basis = Basis::Unspecified;
    Standing standing;
    InferredFields inferred;
    float confidence = 0;
    QString rule;
    TextSpan evidence;
};

struct StakeDraft
{
    int holder = -1;
    int org = -1;
    double percent = 0;
    Qualifier qualifier = Qualifier::Exact;
    int date = -1;
    Standing standing;
    InferredFields inferred;
    float confidence = 0;
    QString rule;
    TextSpan evidence;
};

/// `deals` are those of the same sentence: "a round at a valuation of" tells whose it is.
std::vector<ValuationDraft> valuationDrafts(const SentenceView& sentence,
                                            const std::vector<DealDraft>& deals);
std::vector<StakeDraft> stakeDrafts(const SentenceView& sentence,
                                    const std::vector<DealDraft>& deals);

} // namespace gyre
