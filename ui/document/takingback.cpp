#include "ui/document/takingback.h"

#include "graph/model/edits.h"

namespace gyre {

namespace {

struct Told
{
    QString id;
    QString rule;
    QString briefing;
};

template<typename Fact>
Told told(const Fact& fact)
{
    return {fact.id, fact.rule,
            fact.evidence.empty() ? QString() : fact.evidence.front()->briefing};
}

Told toldOf(const Network& network, const FactId& fact)
{
    if (const auto* deal = std::get_if<DealId>(&fact))
        return told(network.deal(*deal));
    if (const auto* valuation = std::get_if<ValuationId>(&fact))
        return told(network.valuations()[valuation->value]);
    return told(network.stakes()[std::get<StakeId>(fact).value]);
}

template<typename Id, typename Facts>
std::optional<FactId> findIn(const Facts& facts, const QString& id)
{
    for (std::uint32_t i = 0; i < facts.size(); ++i)
        if (facts[i].id == id)
            return Id{i};
    return std::nullopt;
}

/// The fact of the same kind and text id.
std::optional<FactId> find(const Network& network, const FactId& like, const QString& id)
{
    if (std::holds_alternative<ValuationId>(like))
        return findIn<ValuationId>(network.valuations(), id);
    if (std::holds_alternative<StakeId>(like))
        return findIn<StakeId>(network.stakes(), id);
    const auto deal = network.findDeal(id);
    return deal ? std::optional<FactId>(*deal) : std::nullopt;
}

/// The party as `network` knows it.
PartyField known(const Network& network, const Network& reading, const PartyField& party)
{
    if (!party.firm.isValid())
        return {};
    return {network.findFirmNamed(reading.firm(party.firm).name).value_or(FirmId{}), {}};
}

} // namespace

Review takenBack(const Project& project, const FactId& fact)
{
    const Network& network = project.network;
    const Told now = toldOf(network, fact);
    for (const auto& read : project.briefings) {
        if (read->briefing.id != now.briefing)
            continue;
        if (now.rule.isEmpty())
            return Review::Own;
        const Network reading = assembled({}, read->extraction);
        const auto before = find(reading, fact, now.id);
        if (!before)
            continue;
        FactFields fields = fieldsOf(reading, *before);
        fields.giver = known(network, reading, fields.giver);
        fields.org = known(network, reading, fields.org);
        return fields == fieldsOf(network, fact) ? Review::Unreviewed : Review::Corrected;
    }
    return Review::Unreviewed;
}

} // namespace gyre
