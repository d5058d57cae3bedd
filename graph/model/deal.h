// One directed leg: money, goods' price or a security goes from payer to receiver.
#pragma once

#include "graph/basics/ids.h"
#include "graph/basics/money.h"
#include "graph/basics/partialdate.h"
#include "graph/basics/shared.h"
#include "graph/model/evidence.h"
#include "graph/model/vocabulary.h"

#include <QFlags>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace gyre {

/// Fields that a general rule supplied and the words do not.
enum class Inferred : std::uint16_t
{
    Payer = 1,
    Receiver = 2,
    Type = 4,
    Amount = 8,
    Status = 16,
    Date = 32,
    Org = 64,
    Holder = 128
};
Q_DECLARE_FLAGS(InferredFields, Inferred)
Q_DECLARE_OPERATORS_FOR_FLAGS(InferredFields)

/// "from", "to", "type", "amount", "status", "date", "org", "holder": the words of the formats.
QStringList inferredNames(InferredFields fields);
InferredFields inferredFromNames(const QStringList& names);

/// What few deals have; kept apart so that a deal without it stays small.
struct DealDetail
{
    /// The words of the date where they could not be resolved ("last month", briefing undated).
    QString dateText;
    std::optional<double> termYears;
    /// Per cent of the receiver (of the issuer for a warrant, of `asset` for a stake transfer).
    std::optional<double> stakePercent;
    /// What changes hands: "cloud capacity", for a stake transfer the firm whose shares they are.
    QString asset;
    QString note;
    /// Legs of one announcement share a group.
    QString group;
    /// Named members of a collective payer.
    std::vector<FirmId> groupMembers;
    /// Why the deal must not be summed; empty where it is counted.
    QString notCountedWhy;
    /// Attributes of a foreign file that have no place here: name and value, kept as they were.
    std::vector<std::pair<QString, QString>> other;

    bool operator==(const DealDetail&) const = default;
};

struct Deal
{
    QString id;
    /// Invalid: an unnamed or collective payer, "*" in the formats.
    FirmId from;
    FirmId to;
    DealType type = DealType::Other;
    Status status = Status::Announced;
    /// A party disputes it.
    bool denied = false;
    /// False: not to be summed (a round's total beside its parts, the same deal told twice).
    bool counted = true;
    Review review = Review::Unreviewed;
    InferredFields inferred;
    /// In [0,1].
    float confidence = 1.0F;
    Amount amount;
    std::optional<PartialDate> date;
    EvidenceList evidence;
    /// The extraction rule that read it; empty for facts of a file.
    QString rule;
    Shared<DealDetail> detail;

    [[nodiscard]] bool hasCollectivePayer() const { return !from.isValid(); }

    bool operator==(const Deal&) const = default;
};

} // namespace gyre
