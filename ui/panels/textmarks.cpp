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

constexpr float faint = 0.36F;

class Marker
{
public:
    Marker(const Project& project, std::size_t briefing, const Palette& palette)
        : m_network(project.network)
        , m_read(*project.briefings.at(briefing))
        , m_palette(palette)
    {
    }

    FoundMarks all()
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
        return std::move(m_found);
    }

private:
    /// Marks added from here on are of this subject.
    void begin(const QColor& colour, const QString& toolTip, const Selection& selection)
    {
        m_found.subjects.push_back({colour, toolTip});
        m_found.selections.push_back(selection);
    }

    void add(TextSpan span, TextMark::Shape shape, float strength = 1)
    {
        m_found.marks.push_back(
            {span, static_cast<std::uint32_t>(m_found.subjects.size() - 1), shape, strength});
    }

    /// The sentence on a faint plate, the figure in it on a strong one.
    template<typename IsFigure>
    void addFact(TextSpan span, InferredFields inferred, IsFigure&& isFigure)
    {
        add(span, shapeOf(inferred), faint);
        const QString words = span.in(m_read.briefing.text).toString();
        for (auto found = figurePattern().globalMatch(words); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            if (!isFigure(match.captured()))
                continue;
            const int start = span.start + int(match.capturedStart());
            add({start, start + int(match.capturedLength())}, TextMark::Shape::Plate);
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
        begin(colour, toolTip, id);
        for (const TextSpan span : spansIn(firm.detail->mentions, m_read.briefing.id))
            add(span, TextMark::Shape::Underline);
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
        begin(colour, toolTip, id);
        for (const TextSpan span : spansIn(deal.evidence, m_read.briefing.id))
            addFact(span, deal.inferred, isAmount);
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
        begin(colour, toolTip, id);
        for (const TextSpan span : spansIn(claim.evidence, m_read.briefing.id))
            addFact(span, claim.inferred,
                    [&claim](const QString& found) { return isFigureOf(claim, found); });
    }

    void markUnread()
    {
        const QColor& colour = m_palette.muted;
        begin(colour, Marks::tr("Unsure reading: neither drawn nor summed"), {});
        const auto addCandidates = [&](const auto& facts) {
            for (const auto& fact : facts)
                for (const TextSpan span : spansIn(fact.evidence, m_read.briefing.id))
                    add(span, TextMark::Shape::DottedUnderline);
        };
        addCandidates(m_read.extraction.candidateDeals);
        addCandidates(m_read.extraction.candidateValuations);
        addCandidates(m_read.extraction.candidateStakes);
        for (const Unread& unread : m_read.extraction.unread) {
            begin(colour,
                  words(Diagnostic{Severity::Note, unread.why, {}, {}, std::nullopt, unread.span}),
                  {});
            add(unread.span, TextMark::Shape::DottedUnderline);
        }
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
    FoundMarks m_found;
};

} // namespace

FoundMarks foundMarks(const Project& project, std::size_t briefing, const Palette& palette)
{
    FoundMarks found = Marker(project, briefing, palette).all();
    std::stable_sort(found.marks.begin(), found.marks.end(),
                     [](const TextMark& a, const TextMark& b) { return a.span < b.span; });
    return found;
}

} // namespace gyre
