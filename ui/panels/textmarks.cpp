#include "ui/panels/textmarks.h"

#include "ui/models/facts.h"
#include "ui/models/phrases.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace gyre {

namespace {

struct Marks
{
    Q_DECLARE_TR_FUNCTIONS(Marks)
};

class Marker
{
public:
    Marker(const Project& project, std::size_t briefing, const Palette& palette)
        : m_network(project.network)
        , m_read(*project.briefings.at(briefing))
        , m_palette(palette)
    {
    }

    std::vector<FoundMark> all()
    {
        for (const FirmId id : m_network.firms())
            markFirm(id);
        for (const DealId id : m_network.deals())
            markDeal(id);
        for (std::uint32_t i = 0; i < m_network.valuations().size(); ++i)
            markClaim(ValuationId{i}, m_network.valuations()[i], m_palette.valuation);
        for (std::uint32_t i = 0; i < m_network.stakes().size(); ++i)
            markClaim(StakeId{i}, m_network.stakes()[i], m_palette.stake);
        markUnread();
        return std::move(m_marks);
    }

private:
    void add(TextSpan span, TextMark::Shape shape, const QColor& colour, const QString& toolTip,
             const Selection& selection)
    {
        m_marks.push_back({{span, shape, colour, toolTip}, selection});
    }

    void markFirm(FirmId id)
    {
        const Firm& firm = m_network.firm(id);
        const QString toolTip = firm.name + QStringLiteral(" · ") + words(firm.kind);
        const QColor colour = m_palette.kindRing.at(static_cast<std::size_t>(firm.kind));
        for (const TextSpan span : spansIn(firm.detail->mentions, m_read.briefing.id))
            add(span, TextMark::Shape::Underline, colour, toolTip, id);
    }

    void markDeal(DealId id)
    {
        const Deal& deal = m_network.deal(id);
        if (deal.review == Review::Rejected)
            return;
        const QString toolTip = withNote(sentence(m_network, deal), deal.inferred);
        const QColor colour = m_palette.flow.at(static_cast<std::size_t>(hueOf(deal.type)));
        for (const TextSpan span : spansIn(deal.evidence, m_read.briefing.id))
            add(span, shapeOf(deal.inferred), colour, toolTip, id);
    }

    template<typename Id, typename Claim>
    void markClaim(Id id, const Claim& claim, const QColor& colour)
    {
        if (claim.review == Review::Rejected)
            return;
        const QString toolTip = withNote(
            claimed(m_network, claim) + QStringLiteral(": ") + figure(claim), claim.inferred);
        for (const TextSpan span : spansIn(claim.evidence, m_read.briefing.id))
            add(span, shapeOf(claim.inferred), colour, toolTip, id);
    }

    void markUnread()
    {
        const QColor& colour = m_palette.muted;
        const QString unsure = Marks::tr("Unsure reading: neither drawn nor summed");
        const auto addCandidates = [&](const auto& facts) {
            for (const auto& fact : facts)
                for (const TextSpan span : spansIn(fact.evidence, m_read.briefing.id))
                    add(span, TextMark::Shape::DottedUnderline, colour, unsure, {});
        };
        addCandidates(m_read.extraction.candidateDeals);
        addCandidates(m_read.extraction.candidateValuations);
        addCandidates(m_read.extraction.candidateStakes);
        for (const Unread& unread : m_read.extraction.unread)
            add(unread.span, TextMark::Shape::DottedUnderline, colour,
                words(Diagnostic{Severity::Note, unread.why, {}, {}, std::nullopt, unread.span}),
                {});
    }

    static TextMark::Shape shapeOf(InferredFields inferred)
    {
        return inferred ? TextMark::Shape::DashedPlate : TextMark::Shape::Plate;
    }

    static QString withNote(const QString& text, InferredFields inferred)
    {
        const QString note = inferredNote(inferred);
        return note.isEmpty() ? text : text + QStringLiteral("\n") + note;
    }

    const Network& m_network;
    const ReadBriefing& m_read;
    const Palette& m_palette;
    std::vector<FoundMark> m_marks;
};

} // namespace

std::vector<FoundMark> foundMarks(const Project& project, std::size_t briefing,
                                  const Palette& palette)
{
    std::vector<FoundMark> marks = Marker(project, briefing, palette).all();
    std::stable_sort(marks.begin(), marks.end(), [](const FoundMark& a, const FoundMark& b) {
        return a.mark.span < b.mark.span;
    });
    return marks;
}

} // namespace gyre
