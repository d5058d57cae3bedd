#include "graph/briefing/reasons.h"

#include "graph/briefing/amounts.h"
#include "graph/briefing/dates.h"
#include "graph/briefing/lexicon.h"
#include "graph/briefing/lexicondata.h"

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

QString ruleOf(const Network& network, const FactId& fact)
{
    if (const auto* deal = std::get_if<DealId>(&fact))
        return network.deal(*deal).rule;
    if (const auto* valuation = std::get_if<ValuationId>(&fact))
        return network.valuations()[valuation->value].rule;
    return network.stakes()[std::get<StakeId>(fact).value].rule;
}

class Reasoner
{
public:
    Reasoner(const FactFields& fields, QString rule, const Briefing& briefing, TextSpan sentence,
             const LexiconData& lexicon)
        : m_fields(fields)
        , m_rule(std::move(rule))
        , m_briefing(briefing)
        , m_sentence(sentence)
        , m_lexicon(lexicon)
        , m_prose(prose(sentence.in(briefing.text), lexicon))
    {
    }

    std::vector<ReasonPart> found(const Network& network)
    {
        addParty(ReasonPart::Role::Giver, network, m_fields.giver.firm);
        addParty(ReasonPart::Role::Org, network, m_fields.org.firm);
        addTrigger();
        addFigure();
        addStatus();
        addDate();
        std::stable_sort(m_parts.begin(), m_parts.end(),
                         [](const auto& a, const auto& b) { return a.span < b.span; });
        return std::move(m_parts);
    }

private:
    void add(ReasonPart::Role role, int first, int last)
    {
        TextSpan span = m_prose.span(first, last);
        span.start += m_sentence.start;
        span.end += m_sentence.start;
        m_parts.push_back({role, span});
    }

    void addParty(ReasonPart::Role role, const Network& network, FirmId firm)
    {
        if (!firm.isValid())
            return;
        for (const auto& mention : network.firm(firm).detail->mentions)
            if (mention->briefing == m_briefing.id && m_sentence.contains(mention->span)) {
                m_parts.push_back({role, mention->span});
                return;
            }
    }

    [[nodiscard]] bool tells(const std::vector<std::uint16_t>& frames) const
    {
        return std::any_of(frames.begin(), frames.end(), [this](std::uint16_t frame) {
            return m_lexicon.frames[frame].rule == m_rule;
        });
    }

    [[nodiscard]] bool tells(const Meaning& meaning) const
    {
        return meaning.category == Category::Verb ? tells(m_lexicon.verbs.at(meaning.value))
                                                  : tells(m_lexicon.nounFrames.at(meaning.value));
    }

    /// The longest phrase at this token that tells the fact; 0: none does.
    [[nodiscard]] int toldFrom(int token) const
    {
        int length = 0;
        m_lexicon.phrases.each(m_prose.tokens, token, m_prose.size(),
                               in(Category::Verb) | in(Category::Noun),
                               [&](const Meaning& meaning) {
                                   if (tells(meaning))
                                       length = std::max(length, meaning.length);
                               });
        return length;
    }

    /// Rather a word that says nothing else: "announced" alone tells how sure a deal is.
    void addTrigger()
    {
        int first = 0;
        int last = 0;
        for (int i = 0; i < m_prose.size() && !m_rule.isEmpty(); ++i) {
            const int length = toldFrom(i);
            const bool isCue =
                m_lexicon.phrases.longest(m_prose.tokens, i, m_prose.size(), in(Category::Cue))
                    .has_value();
            if (length == 0 || (isCue && last > 0))
                continue;
            first = i;
            last = i + length;
            if (!isCue)
                break;
        }
        if (last > 0)
            add(ReasonPart::Role::Trigger, first, last);
    }

    void addFigure()
    {
        const Amounts amounts = gyre::amounts(m_prose, m_lexicon);
        if (m_fields.kind == FactFields::Kind::Stake) {
            for (const Percent& percent : amounts.percents)
                if (std::abs(percent.value - m_fields.percent) < 0.05)
                    return add(ReasonPart::Role::Figure, percent.first, percent.last);
            return;
        }
        if (!m_fields.amount.isDisclosed())
            return;
        for (const Figure& figure : amounts.figures)
            if (figure.amount.figure() == m_fields.amount.figure())
                return add(ReasonPart::Role::Figure, figure.first, figure.last);
    }

    void addStatus()
    {
        for (int i = 0; i < m_prose.size(); ++i) {
            const auto hit =
                m_lexicon.phrases.longest(m_prose.tokens, i, m_prose.size(), in(Category::Cue));
            if (hit && m_lexicon.cues.at(hit->value).status == m_fields.status)
                return add(ReasonPart::Role::Status, i, i + hit->length);
        }
    }

    void addDate()
    {
        if (!m_fields.date)
            return;
        for (const DateMention& mention : dates(m_prose, m_lexicon, m_briefing.date))
            if (mention.date == m_fields.date)
                return add(ReasonPart::Role::Date, mention.first, mention.last);
    }

    const FactFields& m_fields;
    QString m_rule;
    const Briefing& m_briefing;
    TextSpan m_sentence;
    const LexiconData& m_lexicon;
    Prose m_prose;
    std::vector<ReasonPart> m_parts;
};

} // namespace

std::vector<ReasonPart> reasonsOf(const Network& network, const FactId& fact,
                                  const Briefing& briefing, TextSpan sentence,
                                  const Lexicon& lexicon)
{
    const FactFields fields = fieldsOf(network, fact);
    return Reasoner(fields, ruleOf(network, fact), briefing, sentence, lexicon.data())
        .found(network);
}

} // namespace gyre
