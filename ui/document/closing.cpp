#include "ui/document/closing.h"

#include <set>

namespace gyre {

namespace {

/// What stays of the words of a fact.
struct Remaining
{
    EvidenceList evidence;
    bool hadSome = false;

    [[nodiscard]] bool isNothing() const { return hadSome && evidence.empty(); }
};

Remaining remaining(const EvidenceList& evidence, const QString& briefing)
{
    Remaining rest;
    for (const auto& each : evidence)
        if (each->briefing == briefing)
            rest.hadSome = true;
        else
            rest.evidence.push_back(each);
    return rest;
}

/// Writes a network anew with the same keys for its firms and deals: what was removed before holds
/// its place until all are there.
class Rewriter
{
public:
    Rewriter(const Network& network, const QString& briefing)
        : m_network(network)
        , m_briefing(briefing)
    {
    }

    Network rewritten()
    {
        addFirms();
        addDeals();
        addClaims();
        for (const DealId id : m_goneDeals)
            m_edit.removeDeal(id);
        for (const FirmId id : m_goneFirms)
            m_edit.removeFirm(id);
        removeUnnamed();
        return m_edit.done();
    }

private:
    void addFirms()
    {
        for (std::uint32_t i = 0; i < m_network.firmSlots(); ++i) {
            const FirmId id{i};
            if (!m_network.contains(id)) {
                Firm gone;
                gone.id = QStringLiteral("\u0001%1").arg(i);
                m_goneFirms.push_back(m_edit.addFirm(std::move(gone)));
                continue;
            }
            Firm firm = m_network.firm(id);
            const Remaining rest = remaining(firm.detail->mentions, m_briefing);
            if (rest.hadSome)
                firm.detail.edit([&rest](FirmDetail& d) { d.mentions = rest.evidence; });
            if (rest.isNothing())
                m_unnamed.insert(id);
            m_edit.addFirm(std::move(firm));
        }
    }

    void addDeals()
    {
        for (std::uint32_t i = 0; i < m_network.dealSlots(); ++i) {
            const DealId id{i};
            Deal deal;
            deal.id = QStringLiteral("\u0001%1").arg(i);
            deal.to = FirmId{0};
            bool isGone = !m_network.contains(id);
            if (!isGone) {
                deal = m_network.deal(id);
                Remaining rest = remaining(deal.evidence, m_briefing);
                isGone = rest.isNothing();
                deal.evidence = std::move(rest.evidence);
            }
            if (!isGone) {
                m_unnamed.erase(deal.from);
                m_unnamed.erase(deal.to);
                for (const FirmId member : deal.detail->groupMembers)
                    m_unnamed.erase(member);
            }
            const DealId again = m_edit.addDeal(std::move(deal));
            if (isGone)
                m_goneDeals.push_back(again);
        }
    }

    void addClaims()
    {
        for (Valuation claim : m_network.valuations()) {
            Remaining rest = remaining(claim.evidence, m_briefing);
            if (rest.isNothing())
                continue;
            claim.evidence = std::move(rest.evidence);
            m_unnamed.erase(claim.org);
            m_edit.addValuation(std::move(claim));
        }
        for (Stake claim : m_network.stakes()) {
            Remaining rest = remaining(claim.evidence, m_briefing);
            if (rest.isNothing())
                continue;
            claim.evidence = std::move(rest.evidence);
            m_unnamed.erase(claim.org);
            m_unnamed.erase(claim.holder);
            m_edit.addStake(std::move(claim));
        }
    }

    void removeUnnamed()
    {
        for (const FirmId id : m_unnamed)
            m_edit.removeFirm(id);
    }

    const Network& m_network;
    QString m_briefing;
    NetworkEditor m_edit;
    std::vector<DealId> m_goneDeals;
    std::vector<FirmId> m_goneFirms;
    /// Named by the briefing alone, and by no fact that stays.
    std::set<FirmId> m_unnamed;
};

} // namespace

Network without(const Network& network, const QString& id)
{
    return Rewriter(network, id).rewritten();
}

Project closed(const Project& project, const QString& id)
{
    Project next = project;
    std::erase_if(next.briefings,
                  [&id](const Shared<ReadBriefing>& read) { return read->briefing.id == id; });
    if (next.briefings.empty() && next.networkFiles.isEmpty()) {
        Project nothing;
        nothing.arranging = project.arranging;
        nothing.learnt = project.learnt;
        return nothing;
    }
    next.network = without(project.network, id);
    for (const FirmId firm : project.network.firms())
        if (!next.network.contains(firm))
            next.placement.forget(firm);
    return next;
}

} // namespace gyre
