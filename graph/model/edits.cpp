#include "graph/model/edits.h"

#include <QHash>

namespace gyre {

namespace {

/// Finds the firm of a network that another source's firm is, by id, name or alias.
class FirmJoin
{
public:
    explicit FirmJoin(NetworkEditor& edit)
        : m_edit(edit)
    {
        for (const FirmId id : edit.network().firms())
            learn(id, edit.network().firm(id));
    }

    FirmId joined(const Firm& firm)
    {
        FirmId id = known(firm);
        if (!id.isValid()) {
            id = m_edit.addFirm(firm);
            learn(id, firm);
            return id;
        }
        complete(id, firm);
        learn(id, m_edit.network().firm(id));
        return id;
    }

private:
    void learn(FirmId id, const Firm& firm)
    {
        m_byId.insert(firm.id, id);
        for (const QString& name : QStringList{firm.name} + firm.detail->aliases)
            if (const QString key = nameKey(name); !key.isEmpty() && !m_byName.contains(key))
                m_byName.insert(key, id);
    }

    FirmId known(const Firm& firm) const
    {
        const FirmId sameName = m_byName.value(nameKey(firm.name));
        if (sameName.isValid())
            return sameName;
        // "n1" of two foreign files is not one firm: an id joins only where the names agree too,
        // or where one of the two has no name of its own.
        const FirmId sameId = m_byId.value(firm.id);
        if (sameId.isValid()) {
            const Firm& there = m_edit.network().firm(sameId);
            if (firm.name.isEmpty() || there.name.isEmpty() || there.name == there.id)
                return sameId;
        }
        for (const QString& alias : firm.detail->aliases)
            if (const FirmId id = m_byName.value(nameKey(alias)); id.isValid())
                return id;
        return {};
    }

    /// What the new source knows and the network doesn't.
    void complete(FirmId id, const Firm& firm)
    {
        const Firm& there = m_edit.network().firm(id);
        Firm next = there;
        if (next.kind == FirmKind::Other)
            next.kind = firm.kind;
        next.detail.edit([&firm, &there](FirmDetail& detail) {
            const FirmDetail& more = *firm.detail;
            if (detail.ticker.isEmpty())
                detail.ticker = more.ticker;
            if (detail.country.isEmpty())
                detail.country = more.country;
            if (!detail.founded)
                detail.founded = more.founded;
            for (const QString& alias : more.aliases)
                if (!detail.aliases.contains(alias))
                    detail.aliases << alias;
            if (firm.name != there.name && !firm.name.isEmpty() &&
                !detail.aliases.contains(firm.name))
                detail.aliases << firm.name;
            detail.mentions.insert(detail.mentions.end(), more.mentions.begin(),
                                   more.mentions.end());
        });
        if (next != there)
            m_edit.setFirm(id, std::move(next));
    }

    NetworkEditor& m_edit;
    QHash<QString, FirmId> m_byId;
    QHash<QString, FirmId> m_byName;
};

using FirmMap = std::vector<FirmId>;

FirmId mapped(const FirmMap& map, FirmId id)
{
    return id.isValid() && id.value < map.size() ? map[id.value] : FirmId{};
}

Deal mapped(const FirmMap& map, Deal deal)
{
    deal.from = mapped(map, deal.from);
    deal.to = mapped(map, deal.to);
    if (!deal.detail->groupMembers.empty())
        deal.detail.edit([&map](DealDetail& detail) {
            for (FirmId& member : detail.groupMembers)
                member = mapped(map, member);
        });
    return deal;
}

void add(NetworkEditor& edit, const FirmMap& map, Deal deal)
{
    if (!deal.to.isValid())
        return;
    edit.addDeal(mapped(map, std::move(deal)));
}

void add(NetworkEditor& edit, const FirmMap& map, Valuation valuation)
{
    valuation.org = mapped(map, valuation.org);
    edit.addValuation(std::move(valuation));
}

void add(NetworkEditor& edit, const FirmMap& map, Stake stake)
{
    stake.holder = mapped(map, stake.holder);
    stake.org = mapped(map, stake.org);
    edit.addStake(std::move(stake));
}

bool isThere(const Network& network, const Valuation& valuation)
{
    return !valuation.id.isEmpty() &&
           std::any_of(network.valuations().begin(), network.valuations().end(),
                       [&valuation](const Valuation& v) { return v.id == valuation.id; });
}

bool isThere(const Network& network, const Stake& stake)
{
    return !stake.id.isEmpty() &&
           std::any_of(network.stakes().begin(), network.stakes().end(),
                       [&stake](const Stake& s) { return s.id == stake.id; });
}

} // namespace

Network reviewed(Network network, DealId id, Review review)
{
    Deal deal = network.deal(id);
    deal.review = review;
    NetworkEditor edit(std::move(network));
    edit.setDeal(id, std::move(deal));
    return edit.done();
}

Network reviewed(Network network, ValuationId id, Review review)
{
    Valuation valuation = network.valuations()[id.value];
    valuation.review = review;
    NetworkEditor edit(std::move(network));
    edit.setValuation(id, std::move(valuation));
    return edit.done();
}

Network reviewed(Network network, StakeId id, Review review)
{
    Stake stake = network.stakes()[id.value];
    stake.review = review;
    NetworkEditor edit(std::move(network));
    edit.setStake(id, std::move(stake));
    return edit.done();
}

Network renamed(Network network, FirmId id, const QString& name)
{
    Firm firm = network.firm(id);
    if (firm.name == name || name.isEmpty())
        return network;
    firm.detail.edit([&firm, &name](FirmDetail& detail) {
        detail.aliases.removeAll(name);
        if (!firm.name.isEmpty() && !detail.aliases.contains(firm.name))
            detail.aliases << firm.name;
    });
    firm.name = name;
    NetworkEditor edit(std::move(network));
    edit.setFirm(id, std::move(firm));
    return edit.done();
}

Network merged(Network network, const Network& addition)
{
    if (network.firmSlots() == 0)
        return addition;
    NetworkEditor edit(std::move(network));
    FirmJoin join(edit);
    FirmMap map(addition.firmSlots());
    for (const FirmId id : addition.firms())
        map[id.value] = join.joined(addition.firm(id));
    for (const DealId id : addition.deals())
        add(edit, map, addition.deal(id));
    for (const Valuation& valuation : addition.valuations())
        add(edit, map, valuation);
    for (const Stake& stake : addition.stakes())
        add(edit, map, stake);
    return edit.done();
}

Network assembled(Network network, const Extraction& extraction)
{
    NetworkEditor edit(std::move(network));
    FirmJoin join(edit);
    FirmMap map;
    map.reserve(extraction.firms.size());
    for (const Firm& firm : extraction.firms)
        map.push_back(join.joined(firm));
    for (const Deal& deal : extraction.deals)
        if (!edit.network().findDeal(deal.id))
            add(edit, map, deal);
    for (const Valuation& valuation : extraction.valuations)
        if (!isThere(edit.network(), valuation))
            add(edit, map, valuation);
    for (const Stake& stake : extraction.stakes)
        if (!isThere(edit.network(), stake))
            add(edit, map, stake);
    return edit.done();
}

} // namespace gyre
