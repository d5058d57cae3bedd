#include "ui/panels/textmarks.h"

#include "ui/models/facts.h"
#include "ui/models/phrases.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gyre {

namespace {

struct Marks
{
    Q_DECLARE_TR_FUNCTIONS(Marks)
};

constexpr double faint = 0.36;

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

    /// The sentence on a faint plate, the figure in it on a strong one.
    template<typename IsFigure>
    void addFact(TextSpan span, InferredFields inferred, const QColor& colour,
                 const QString& toolTip, const Selection& selection, IsFigure&& isFigure)
    {
        add(span, shapeOf(inferred), colour, toolTip, selection);
        m_marks.back().mark.strength = faint;
        const QString words = span.in(m_read.briefing.text).toString();
        for (auto found = figurePattern().globalMatch(words); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            if (!isFigure(match.captured()))
                continue;
            const int start = span.start + int(match.capturedStart());
            add({start, start + int(match.capturedLength())}, TextMark::Shape::Plate, colour,
                toolTip, selection);
            m_marks.back().mark.strength = 1;
        }
    }

    static const QRegularExpression& figurePattern()
    {
        static const QRegularExpression pattern(QStringLiteral(
            "[$€£¥]\\s?[0-9][0-9.,]*[0-9]?(\\s?(trillion|billion|million|tn|bn|mn|[TBMK])\\b)?"
            "|[0-9]+(\\.[0-9]+)?\\s?(%|per cent|percent)"));
        return pattern;
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
        const auto isAmount = [&deal](const QString& figure) {
            const auto typed = typedMoney(figure);
            return typed && (typed->units == deal.amount.low || typed->units == deal.amount.high);
        };
        for (const TextSpan span : spansIn(deal.evidence, m_read.briefing.id))
            addFact(span, deal.inferred, colour, toolTip, id, isAmount);
    }

    static bool isFigureOf(const Valuation& valuation, const QString& figure)
    {
        const auto typed = typedMoney(figure);
        return typed &&
               (typed->units == valuation.amount.low || typed->units == valuation.amount.high);
    }

    static bool isFigureOf(const Stake& stake, const QString& figure)
    {
        static const QRegularExpression number(QStringLiteral("^[0-9.]+"));
        return std::abs(number.match(figure).captured().toDouble() - stake.percent) < 1e-9;
    }

    template<typename Id, typename Claim>
    void markClaim(Id id, const Claim& claim, const QColor& colour)
    {
        if (claim.review == Review::Rejected)
            return;
        const QString toolTip = withNote(
            claimed(m_network, claim) + QStringLiteral(": ") + figure(claim), claim.inferred);
        for (const TextSpan span : spansIn(claim.evidence, m_read.briefing.id))
            addFact(span, claim.inferred, colour, toolTip, id,
                    [&claim](const QString& found) { return isFigureOf(claim, found); });
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
