// Which deals one arc stands for: each for itself, or all of a payer and a receiver that can be
// drawn alike. A rumour is never merged into a fact, what is struck through stays apart, and so
// does a partnership, which has neither head nor amount; each unnamed payer has a square of its
// own.
#pragma once

#include "graph/basics/moneysum.h"
#include "graph/model/view.h"
#include "ui/picture/picture.h"
#include "ui/picture/scales.h"

#include <map>
#include <vector>

namespace gyre {

struct Marking;

struct Bundle
{
    /// In order of keys; several only where pairs are merged.
    std::vector<DealId> deals;
    /// The least sure of the deals: what the arc's line and head say.
    Status status = Status::Signed;
    bool isStruck = false;
    /// Absent: the deals have several.
    std::optional<FlowHue> hue;
    /// By currency, in the view's reading; deals that are not to be summed are not in.
    std::map<QString, MoneySum> sums;
    int undisclosed = 0;

    [[nodiscard]] bool isMerged() const { return deals.size() > 1; }

    /// Of the currencies on the common scale, together; absent where none is disclosed.
    [[nodiscard]] std::optional<std::int64_t> units(const CommonScale& scale) const;
    /// As one amount; not disclosed where there are several currencies or none.
    [[nodiscard]] Amount amount() const;
};

/// In the order of each one's first deal. O(deals · log deals).
std::vector<Bundle> bundlesOf(const View& view, bool mergesPairs);

/// The arc of several deals; of one deal: arcOf() in marks.h.
Arc mergedArcOf(const Marking& marking, const Bundle& bundle);

/// "3 deals, ≤ $48B", "2 deals, $10B + €2B", "3 deals, $10B + 1 n/d", "2 deals".
QString writtenBundle(const Bundle& bundle);

} // namespace gyre
