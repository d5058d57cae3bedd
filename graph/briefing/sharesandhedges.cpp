#include "graph/briefing/amountreader.h"

namespace gyre {

bool AmountReader::isDash(int i) const
{
    return i < m_end && (m_prose.isMark(i, u'-') || m_prose.isMark(i, u'\u2013') ||
                         m_prose.isMark(i, u'\u2011') || m_prose.isMark(i, u'\u2014'));
}

int AmountReader::readFraction(int i, const Meaning& share)
{
    const int end = i + share.length;
    const bool isPart = end < m_end && m_prose.words(end) == u"of";
    if (!isPart)
        return i;
    const Hedged hedge = hedgeBefore(i);
    m_found.percents.push_back(
        {hedge.first, end, m_lexicon.numbers[share.value], hedge.qualifier, true});
    return end;
}

int AmountReader::readPercent(int i, const Quantity& quantity)
{
    if (quantity.currency || quantity.scale)
        return i;
    int end = isDash(quantity.last) ? quantity.last + 1 : quantity.last;
    double value = quantity.value;
    // "15% to 19%", "between 15 and 19 percent": the middle, and about.
    int bound = quantity.last;
    if (const auto word = look(bound, in(Category::PercentWord)); word && startsRange(i))
        bound += word->length;
    bool isRange = false;
    if (isDash(bound) || isTo(bound)) {
        if (const auto upper = quantityAt(bound + 1);
            upper && look(upper->last, in(Category::PercentWord)) && upper->value > value) {
            value = (value + upper->value) / 2;
            end = upper->last;
            isRange = true;
        }
    }
    const auto word = look(end, in(Category::PercentWord));
    if (!word || value > 1000)
        return i;
    end += word->length;
    Hedged hedge = hedgeBefore(i);
    hedge = qualified(hedge, end);
    if (hedge.qualifier == Qualifier::UpTo && isLess(hedge.first))
        hedge.qualifier = Qualifier::LessThan;
    if (isRange && hedge.qualifier == Qualifier::Exact)
        hedge.qualifier = Qualifier::About;
    m_found.percents.push_back({hedge.first, end, value, hedge.qualifier, false});
    return end;
}

bool AmountReader::isLess(int i) const
{
    static constexpr std::array words{u"less", u"fewer", u"under", u"below"};
    return std::any_of(words.begin(), words.end(), [this, i](const char16_t* word) {
        return m_prose.is(i, QStringView(word));
    });
}

bool AmountReader::isTo(int i) const
{
    return i < m_end && (m_prose.is(i, u"to") || m_prose.is(i, u"and") || m_prose.is(i, u"or"));
}

bool AmountReader::startsRange(int i) const
{
    return i > m_start && m_prose.is(i - 1, u"between");
}

AmountReader::Hedged AmountReader::hedgeBefore(int i) const
{
    Hedged made{i, Qualifier::Exact};
    constexpr int longestHedge = 5;
    for (int round = 0; round < 3; ++round) {
        bool found = false;
        for (int from = std::max({m_start, m_lastFigureEnd, made.first - longestHedge});
             from < made.first; ++from) {
            const auto hedge = look(from, in(Category::Hedge) | in(Category::Filler));
            if (!hedge || from + hedge->length != made.first)
                continue;
            // "talks about a $20 billion takeover": no hedge stands before an article.
            if (isArticled(made.first) && look(from, in(Category::Preposition)))
                continue;
            made.first = from;
            if (hedge->category == Category::Hedge)
                made.qualifier = stronger(made.qualifier, static_cast<Qualifier>(hedge->value));
            found = true;
            break;
        }
        if (!found)
            break;
    }
    // A filler alone belongs to what stands before it.
    if (made.qualifier == Qualifier::Exact)
        made.first = i;
    return made;
}

bool AmountReader::isArticled(int i) const
{
    const auto sign = look(i, in(Category::CurrencySign));
    return i + 1 < m_end && !(sign && isWhole(i, *sign)) &&
           look(i, in(Category::Determiner) | in(Category::Pronoun)) &&
           look(i + 1, in(Category::CurrencySign));
}

Qualifier AmountReader::stronger(Qualifier inner, Qualifier outer)
{
    return outer == Qualifier::About && inner != Qualifier::Exact ? inner : outer;
}

AmountReader::Hedged AmountReader::qualified(Hedged hedge, int end)
{
    m_afterHedge = end;
    if (hedge.qualifier != Qualifier::Exact)
        return hedge;
    const auto after = look(end, in(Category::HedgeAfter));
    if (after) {
        hedge.qualifier = static_cast<Qualifier>(after->value);
        m_afterHedge = end + after->length;
    }
    return hedge;
}

} // namespace gyre
