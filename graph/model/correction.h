// A fact as its reader fills it in: one set of fields for deals, valuations and stakes, taken from
// a network and put back into it.
#pragma once

#include "graph/model/network.h"

#include <variant>

namespace gyre {

using FactId = std::variant<DealId, ValuationId, StakeId>;

/// A firm of the network, or the name of one that is to be made; neither: nobody is named.
struct PartyField
{
    FirmId firm;
    QString newName;

    [[nodiscard]] bool isNamed() const { return firm.isValid() || !newName.isEmpty(); }

    bool operator==(const PartyField&) const = default;
};

struct FactFields
{
    enum class Kind : std::uint8_t
    {
        Deal,
        Valuation,
        Stake
    };

    Kind kind = Kind::Deal;
    /// Who pays (nobody: an unnamed payer) or holds the stake; valuations have none.
    PartyField giver;
    /// Who receives, is valued, is owned.
    PartyField org;
    DealType type = DealType::EquityInvestment;
    Amount amount;
    Basis basis = Basis::Unspecified;
    /// 0 to 100, and its hedge: of stakes alone.
    double percent = 0;
    Qualifier qualifier = Qualifier::Exact;
    Status status = Status::Announced;
    bool denied = false;
    std::optional<PartialDate> date;

    bool operator==(const FactFields&) const = default;
};

FactFields fieldsOf(const Network& network, const FactId& id);

Review reviewOf(const Network& network, const FactId& id);
float confidenceOf(const Network& network, const FactId& id);

/// The fact with the fields that differ from `wanted` set: they are inferred no more, all others
/// and the evidence stay. Its review becomes Corrected; a fact of the reader's own stays his own.
/// Nothing differs: the same network. New firms are made.
Network corrected(Network network, const FactId& id, const FactFields& wanted);

struct OwnFact
{
    Network network;
    FactId id;
};

/// With a fact of the reader's own. `wanted.org` (and the giver of a stake) must be named.
OwnFact withOwn(Network network, const FactFields& wanted, const EvidenceList& evidence);

/// With a firm of this name, named at `mentions`; one that is there already only gets the mentions.
Network withFirm(Network network, const QString& name, const EvidenceList& mentions);

/// `kept` and `other` are one firm: everything of the other becomes `kept`'s, its names aliases.
/// What would then lead from a firm to itself is rejected. O(network).
Network unified(Network network, FirmId kept, FirmId other);

/// It is no firm: its deals, valuations and stakes are rejected, and words of briefings name it no
/// more. O(network).
Network rejected(Network network, FirmId firm);

} // namespace gyre
