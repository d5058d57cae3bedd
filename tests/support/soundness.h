// What holds of every extraction, whatever the text: facts have evidence that stands in the text,
// parties that are listed, figures in order.
#pragma once

#include "graph/briefing/facts.h"
#include "graph/model/briefing.h"

#include <QSet>

#include <cmath>

namespace gyre {

/// Checks one extraction; keeps the first thing that is wrong.
class SoundnessCheck
{
public:
    SoundnessCheck(const Briefing& briefing, const Extraction& found)
        : m_briefing(briefing)
        , m_found(found)
    {
    }

    QString firstFault()
    {
        for (const Firm& firm : m_found.firms) {
            expect(!firm.name.trimmed().isEmpty() && !firm.id.isEmpty(), "a firm without a name");
            expect(!m_firmIds.contains(firm.id), "two firms of one id");
            m_firmIds.insert(firm.id);
            checkQuotes(firm.detail->mentions);
        }
        checkAll(m_found.deals, true);
        checkAll(m_found.valuations, true);
        checkAll(m_found.stakes, true);
        checkAll(m_found.candidateDeals, false);
        checkAll(m_found.candidateValuations, false);
        checkAll(m_found.candidateStakes, false);
        for (const Unread& unread : m_found.unread)
            expect(isInside(unread.span) && !unread.why.isEmpty(), "unread outside the text");
        return m_fault;
    }

private:
    void expect(bool holds, const char* fault)
    {
        if (!holds && m_fault.isEmpty())
            m_fault = QString::fromLatin1(fault);
    }

    [[nodiscard]] bool isInside(TextSpan span) const
    {
        return span.start >= 0 && span.start < span.end && span.end <= m_briefing.text.size();
    }

    [[nodiscard]] bool isFirm(FirmId id) const { return id.value < m_found.firms.size(); }

    void checkQuotes(const EvidenceList& list)
    {
        for (const Shared<Evidence>& evidence : list) {
            expect(isInside(evidence->span), "evidence outside the text");
            expect(evidence->quote == evidence->span.in(m_briefing.text),
                   "a quote not in the text");
            expect(evidence->briefing == m_briefing.id, "evidence of another briefing");
        }
    }

    template<typename Fact>
    void checkAll(const std::vector<Fact>& facts, bool isAsserted)
    {
        for (const Fact& fact : facts) {
            expect(!fact.evidence.empty(), "a fact without evidence");
            checkQuotes(fact.evidence);
            expect(!fact.id.isEmpty() && !fact.rule.isEmpty(), "a fact without an id or a rule");
            expect(fact.confidence >= 0 && fact.confidence <= 1, "confidence outside 0 to 1");
            expect((fact.confidence >= threshold) == isAsserted, "a fact on the wrong list");
            check(fact);
        }
    }

    void check(const Deal& deal)
    {
        expect(isFirm(deal.to) && (isFirm(deal.from) || deal.hasCollectivePayer()),
               "a deal of firms that are not listed");
        expect(deal.from != deal.to, "a deal with oneself");
        for (const FirmId member : deal.detail->groupMembers)
            expect(isFirm(member), "a member that is not listed");
        checkAmount(deal.amount);
        const auto percent = deal.detail->stakePercent;
        expect(!percent || (*percent > 0 && *percent <= 100), "a share outside 0 to 100");
        const auto years = deal.detail->termYears;
        expect(!years || (std::isfinite(*years) && *years > 0), "a term that is no time");
    }

    void check(const Valuation& valuation)
    {
        expect(isFirm(valuation.org), "the value of no firm");
        expect(valuation.amount.isDisclosed(), "a value without a figure");
        checkAmount(valuation.amount);
    }

    void check(const Stake& stake)
    {
        expect(isFirm(stake.holder) && isFirm(stake.org), "a stake of firms that are not listed");
        expect(stake.holder != stake.org, "a stake in oneself");
        expect(stake.percent > 0 && stake.percent <= 100, "a stake outside 0 to 100");
    }

    void checkAmount(const Amount& amount)
    {
        expect(amount.low.value_or(0) >= 0 && amount.high.value_or(0) >= 0, "less than nothing");
        expect(!amount.low || !amount.high || *amount.low <= *amount.high, "a range upside down");
    }

    const Briefing& m_briefing;
    const Extraction& m_found;
    QSet<QString> m_firmIds;
    QString m_fault;
};

/// Empty where all holds.
inline QString unsoundness(const Briefing& briefing, const Extraction& found)
{
    return SoundnessCheck(briefing, found).firstFault();
}

} // namespace gyre
