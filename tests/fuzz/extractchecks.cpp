// Whatever the text: what is extracted stands in it, twice the same, and no figure comes from
// nowhere.
#include "graph/basics/encoding.h"
#include "graph/briefing/extract.h"
#include "graph/briefing/lexicon.h"
#include "graph/briefing/lexicondata.h"
#include "tests/fuzz/checks.h"
#include "tests/support/soundness.h"

namespace gyre::fuzz {

namespace {

const Lexicon& lexicon()
{
    static const Lexicon made;
    return made;
}

/// "@2025-12-17" in the first line dates the text.
Briefing briefingOf(const QByteArray& bytes)
{
    Briefing made;
    made.id = QStringLiteral("b1");
    made.text = decodedText(bytes).text;
    if (!made.text.startsWith(QLatin1Char('@')))
        return made;
    const qsizetype end = made.text.indexOf(QLatin1Char('\n'));
    made.date =
        PartialDate::parse(QStringView(made.text).sliced(1, std::max<qsizetype>(end, 1) - 1));
    made.text.remove(0, end < 0 ? made.text.size() : end + 1);
    return made;
}

/// A digit or a word that stands for one.
bool saysNumber(const QString& text)
{
    constexpr CategorySet numbers =
        in(Category::Number) | in(Category::Share) | in(Category::Scale) | in(Category::SameSum);
    const LexiconData& data = lexicon().data();
    const Prose words = prose(text, data);
    for (int i = 0; i < words.size(); ++i)
        if (words.at(i).kind == TokenKind::Number ||
            data.phrases.longest(words.tokens, i, words.size(), numbers))
            return true;
    return false;
}

bool tellsFigure(const Extraction& found)
{
    const auto hasSum = [](const Deal& deal) {
        return deal.amount.isDisclosed() || deal.detail->stakePercent || deal.detail->termYears;
    };
    return std::any_of(found.deals.begin(), found.deals.end(), hasSum) ||
           std::any_of(found.candidateDeals.begin(), found.candidateDeals.end(), hasSum) ||
           !found.valuations.empty() || !found.stakes.empty() ||
           !found.candidateValuations.empty() || !found.candidateStakes.empty();
}

} // namespace

QString extractFault(const QByteArray& bytes)
{
    const Briefing briefing = briefingOf(bytes);
    const Extraction found = extract(briefing, lexicon());
    const QString fault = unsoundness(briefing, found);
    if (!fault.isEmpty())
        return fault;
    if (!(found == extract(briefing, lexicon())))
        return QStringLiteral("extracted twice, two extractions");
    if (tellsFigure(found) && !saysNumber(briefing.text))
        return QStringLiteral("a figure out of no number");
    return {};
}

} // namespace gyre::fuzz
