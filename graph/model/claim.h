// Dated claims about one firm: what it is worth, and who holds how much of it.
#pragma once

#include "graph/basics/ids.h"
#include "graph/basics/money.h"
#include "graph/basics/partialdate.h"
#include "graph/model/deal.h"

namespace gyre {

struct Valuation
{
    QString id;
    FirmId org;
    /// One figure; the hedge is in its qualifier.
    Amount amount;
    Basis basis = Basis::Unspecified;
    Status status = Status::Announced;
    bool denied = false;
    Review review = Review::Unreviewed;
    InferredFields inferred;
    float confidence = 1.0F;
    std::optional<PartialDate> date;
    QString dateText;
    EvidenceList evidence;
    QString rule;

    bool operator==(const Valuation&) const = default;
};

struct Stake
{
    QString id;
    FirmId holder;
    FirmId org;
    /// 0 to 100.
    double percent = 0;
    Qualifier qualifier = Qualifier::Exact;
    Status status = Status::Closed;
    Review review = Review::Unreviewed;
    InferredFields inferred;
    float confidence = 1.0F;
    std::optional<PartialDate> date;
    QString dateText;
    EvidenceList evidence;
    QString rule;

    bool operator==(const Stake&) const = default;
};

/// "27%", "≤ 9%", "≈ 11%": how a share is written for people.
QString writtenPercent(double percent, Qualifier qualifier = Qualifier::Exact);

} // namespace gyre
