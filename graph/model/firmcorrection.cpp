// Two firms that are one, and a firm that is none.
#include "graph/model/correction.h"

#include <algorithm>
#include <utility>

namespace gyre {

namespace {

/// Every end that is `other` becomes `kept`.
class Unifier
{
public:
    Unifier(NetworkEditor& edit, FirmId kept, FirmId other)
        : m_edit(edit)
        , m_kept(kept)
        , m_other(other)
    {
    }

    void unifyFirms()
    {
        Firm firm = m_edit.network().firm(m_kept);
        const Firm gone = m_edit.network().firm(m_other);
        if (firm.kind == FirmKind::Other)
            firm.kind = gone.kind;
        firm.detail.edit([&firm, &gone](FirmDetail& detail) {
            for (const QString& name : QStringList{gone.name} + gone.detail->aliases)
                if (!name.isEmpty() && name != firm.name && !detail.aliases.contains(name))
                    detail.aliases << name;
            const EvidenceList& more = gone.detail->mentions;
            detail.mentions.insert(detail.mentions.end(), more.begin(), more.end());
        });
        m_edit.setFirm(m_kept, std::move(firm));
    }

    void unifyDeals()
    {
        for (const DealId id : m_edit.network().deals()) {
            Deal deal = m_edit.network().deal(id);
            bool isOther = replace(deal.from);
            isOther = replace(deal.to) || isOther;
            if (isOther && deal.from == deal.to)
                deal.review = Review::Rejected;
            std::vector<FirmId> members = deal.detail->groupMembers;
            if (std::find(members.begin(), members.end(), m_other) != members.end()) {
                std::replace(members.begin(), members.end(), m_other, m_kept);
                deal.detail.edit([&members](DealDetail& d) { d.groupMembers = members; });
                isOther = true;
            }
            if (isOther)
                m_edit.setDeal(id, std::move(deal));
        }
    }

    void unifyClaims()
    {
        for (std::uint32_t i = 0; i < m_edit.network().valuations().size(); ++i) {
            Valuation valuation = m_edit.network().valuations()[i];
            if (replace(valuation.org))
                m_edit.setValuation(ValuationId{i}, std::move(valuation));
        }
        for (std::uint32_t i = 0; i < m_edit.network().stakes().size(); ++i) {
            Stake stake = m_edit.network().stakes()[i];
            bool isOther = replace(stake.holder);
            isOther = replace(stake.org) || isOther;
            if (isOther && stake.holder == stake.org)
                stake.review = Review::Rejected;
            if (isOther)
                m_edit.setStake(StakeId{i}, std::move(stake));
        }
    }

private:
    bool replace(FirmId& end) const
    {
        if (end != m_other)
            return false;
        end = m_kept;
        return true;
    }

    NetworkEditor& m_edit;
    FirmId m_kept;
    FirmId m_other;
};

template<typename Facts, typename Concerns, typename Set>
void rejectClaims(const Facts& facts, Concerns concerns, Set set)
{
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        auto fact = facts[i];
        if (!concerns(fact) || fact.review == Review::Rejected)
            continue;
        fact.review = Review::Rejected;
        set(i, std::move(fact));
    }
}

void rejectDeals(NetworkEditor& edit, FirmId firm)
{
    for (const DealId id : edit.network().deals()) {
        Deal deal = edit.network().deal(id);
        std::vector<FirmId> members = deal.detail->groupMembers;
        const bool isMember = std::erase(members, firm) > 0;
        const bool isEnd = deal.from == firm || deal.to == firm;
        if (isMember)
            deal.detail.edit([&members](DealDetail& d) { d.groupMembers = members; });
        if (isEnd)
            deal.review = Review::Rejected;
        if (isMember || isEnd)
            edit.setDeal(id, std::move(deal));
    }
}

} // namespace

Network unified(Network network, FirmId kept, FirmId other)
{
    if (kept == other || !network.contains(kept) || !network.contains(other))
        return network;
    NetworkEditor edit(std::move(network));
    Unifier unifier(edit, kept, other);
    unifier.unifyFirms();
    unifier.unifyDeals();
    unifier.unifyClaims();
    edit.removeFirm(other);
    return edit.done();
}

Network rejected(Network network, FirmId firm)
{
    if (!network.contains(firm))
        return network;
    NetworkEditor edit(std::move(network));
    rejectDeals(edit, firm);
    rejectClaims(
        PersistentVector(edit.network().valuations()),
        [firm](const Valuation& valuation) { return valuation.org == firm; },
        [&edit](std::uint32_t i, Valuation valuation) {
            edit.setValuation(ValuationId{i}, std::move(valuation));
        });
    rejectClaims(
        PersistentVector(edit.network().stakes()),
        [firm](const Stake& stake) { return stake.holder == firm || stake.org == firm; },
        [&edit](std::uint32_t i, Stake stake) { edit.setStake(StakeId{i}, std::move(stake)); });
    Firm left = edit.network().firm(firm);
    left.detail.edit([](FirmDetail& detail) { detail.mentions.clear(); });
    edit.setFirm(firm, std::move(left));
    return edit.done();
}

} // namespace gyre
