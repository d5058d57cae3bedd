// A deal as one verb or noun tells it, before the tellings of a text are put together.
#pragma once

#include "graph/briefing/figures.h"
#include "graph/briefing/status.h"
#include "graph/model/deal.h"

#include <vector>

namespace gyre {

struct DealDraft
{
    DealType type = DealType::Other;
    /// Indices into Names::firms.
    std::vector<int> payers;
    std::vector<int> receivers;
    /// Two firms of which the words do not say who pays.
    std::vector<int> either;
    /// Others pay too, or nobody is named.
    bool isCollective = false;
    /// The sum is a round's total, whoever is named.
    bool isRoundTotal = false;
    /// Each payer pays it.
    bool isEach = false;
    /// Index into Amounts::figures, -1: none.
    int figure = -1;
    std::optional<double> percent;
    std::optional<double> termYears;
    /// Index into the dates, -1: none.
    int date = -1;
    QString asset;
    Standing standing;
    InferredFields inferred;
    float confidence = 0;
    QString rule;
    TextSpan evidence;
    int sentence = 0;
    /// Chunk of the verb or noun that tells it, and of the deal noun it tells of; -1: none.
    int trigger = -1;
    int noun = -1;
};

/// What the rules see of a sentence.
struct SentenceView
{
    const Clauses& clauses;
    const Analysis& analysis;
    const std::vector<FigureUse>& uses;
    const std::vector<CueHit>& cues;
    const Discourse& discourse;
    int number = 0;
};

/// The deals one sentence tells, most of them with two parties; directions of `either` are
/// resolved.
std::vector<DealDraft> dealDrafts(const SentenceView& sentence);

/// Who of two firms pays, and for what, where the words do not say: a lab or start-up buys from a
/// cloud or a chip supplier, a cloud from a chipmaker, an investor puts money in; of a takeover the
/// young firm is the target. Marks what it
/// inferred; false where no rule fits.
bool inferDirection(DealDraft& draft, const Names& names);

} // namespace gyre
