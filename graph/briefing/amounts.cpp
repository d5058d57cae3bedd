#include "graph/briefing/amounts.h"

#include "graph/briefing/lexicondata.h"

#include <cmath>

namespace gyre {

namespace {

constexpr double largest = 9e18;

/// Digits of a token as a number: "1,500", "0.8", "1,3" (a decimal comma).
std::optional<double> numberOf(QStringView digits)
{
    QString plain;
    const qsizetype comma = digits.lastIndexOf(u',');
    const bool isDecimal = comma >= 0 && digits.size() - comma - 1 != 3 && !digits.contains(u'.') &&
                           digits.count(u',') == 1;
    for (const QChar c : digits) {
        if (c.isDigit())
            plain += QChar(u'0' + c.digitValue());
        else if (c == u'.' || (c == u',' && isDecimal))
            plain += u'.';
    }
    bool isNumber = false;
    const double value = plain.toDouble(&isNumber);
    return isNumber && value < largest ? std::optional(value) : std::nullopt;
}

struct Hedged
{
    int first = 0;
    Qualifier qualifier = Qualifier::Exact;
};

/// One bare number with what belongs to it.
struct Quantity
{
    double value = 0;
    std::optional<double> scale;
    std::optional<Currency> currency;
    int last = 0;
};

class Reader
{
public:
    Reader(const Prose& prose, const LexiconData& lexicon)
        : m_prose(prose)
        , m_lexicon(lexicon)
    {
    }

    Amounts read()
    {
        for (const Sentence& sentence : m_prose.sentences) {
            m_end = sentence.last;
            m_start = sentence.first;
            m_lastFigureEnd = sentence.first;
            for (int i = sentence.first; i < sentence.last;)
                i = std::max(i + 1, readAt(i));
        }
        return std::move(m_found);
    }

private:
    [[nodiscard]] std::optional<Meaning> look(int i, CategorySet wanted) const
    {
        return i < m_end ? m_lexicon.phrases.longest(m_prose.tokens, i, m_end, wanted)
                         : std::nullopt;
    }

    [[nodiscard]] bool isDash(int i) const
    {
        return i < m_end && (m_prose.isMark(i, u'-') || m_prose.isMark(i, u'\u2013') ||
                             m_prose.isMark(i, u'\u2011') || m_prose.isMark(i, u'\u2014'));
    }

    /// Reads a figure or percent at token `i`; gives where to go on, or `i` where there is none.
    int readAt(int i)
    {
        const bool isNumber = m_prose.at(i).kind == TokenKind::Number;
        if (!isNumber && m_prose.at(i).word == 0)
            return i;
        if (const auto same = look(i, in(Category::SameSum)); same && hasSum())
            return readSameSum(i, *same);
        if (const auto share = look(i, in(Category::Share)); share && !isNumber)
            if (const int end = readFraction(i, *share); end > i)
                return end;
        const auto quantity = quantityAt(i);
        if (!quantity)
            return i;
        if (const int end = readPercent(i, *quantity); end > i)
            return end;
        return readMoney(i, *quantity);
    }

    /// [sign] number [-] [scale] [-] [currency word].
    [[nodiscard]] std::optional<Quantity> quantityAt(int i) const
    {
        Quantity made;
        if (const auto sign = look(i, in(Category::CurrencySign)); sign && isWhole(i, *sign)) {
            made.currency = m_lexicon.currencies[sign->value];
            i += sign->length;
        }
        if (i >= m_end)
            return std::nullopt;
        if (m_prose.at(i).kind == TokenKind::Number) {
            const auto value = numberOf(m_prose.words(i));
            if (!value)
                return std::nullopt;
            made.value = *value;
            ++i;
        } else if (const auto word = look(i, in(Category::Number))) {
            made.value = m_lexicon.numbers[word->value];
            i += word->length;
        } else if (look(i, in(Category::Scale)) && isArticle(i - 1)) {
            made.value = 1;
        } else {
            return std::nullopt;
        }
        made.last = readScale(i, made);
        return made;
    }

    /// "A$" is a sign, "a $5" is not.
    [[nodiscard]] bool isWhole(int i, const Meaning& sign) const
    {
        for (int at = i + 1; at < i + sign.length; ++at)
            if (!m_prose.at(at).isGlued)
                return false;
        return sign.length == 1 || m_prose.at(i).isCapital;
    }

    [[nodiscard]] bool isArticle(int i) const
    {
        return i >= m_start && m_prose.words(i).compare(u"a", Qt::CaseInsensitive) == 0;
    }

    int readScale(int i, Quantity& made) const
    {
        int next = isDash(i) ? i + 1 : i;
        const auto scale = look(next, in(Category::Scale));
        if (scale && (m_prose.at(next).isGlued || m_prose.at(next).span().length() > 1)) {
            made.scale = m_lexicon.numbers[scale->value];
            i = next + scale->length;
        }
        next = isDash(i) ? i + 1 : i;
        if (next < m_end && m_prose.words(next).compare(u"of", Qt::CaseInsensitive) == 0 &&
            made.scale)
            ++next;
        if (const auto word = look(next, in(Category::Currency)); word && !made.currency) {
            made.currency = m_lexicon.currencies[word->value];
            i = next + word->length;
        }
        return i;
    }

    [[nodiscard]] bool hasSum() const
    {
        return !m_found.figures.empty() && m_found.figures.back().amount.figure();
    }

    /// "up to that much": the figure before, with a hedge of its own.
    int readSameSum(int i, const Meaning& same)
    {
        const Amount& before = m_found.figures.back().amount;
        const Hedged hedge = hedgeBefore(i);
        Figure figure;
        figure.first = hedge.first;
        figure.last = i + same.length;
        figure.amount = Amount::of(*before.figure(), before.currency, hedge.qualifier);
        m_lastFigureEnd = figure.last;
        m_found.figures.push_back(figure);
        return figure.last;
    }

    int readFraction(int i, const Meaning& share)
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

    int readPercent(int i, const Quantity& quantity)
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

    /// Shares alone know "less than" apart from "up to".
    [[nodiscard]] bool isLess(int i) const
    {
        static constexpr std::array words{u"less", u"fewer", u"under", u"below"};
        return std::any_of(words.begin(), words.end(), [this, i](const char16_t* word) {
            return m_prose.words(i).compare(QStringView(word), Qt::CaseInsensitive) == 0;
        });
    }

    [[nodiscard]] bool isTo(int i) const
    {
        return i < m_end && (m_prose.words(i).compare(u"to", Qt::CaseInsensitive) == 0 ||
                             m_prose.words(i).compare(u"and", Qt::CaseInsensitive) == 0 ||
                             m_prose.words(i).compare(u"or", Qt::CaseInsensitive) == 0);
    }

    int readMoney(int i, Quantity quantity)
    {
        std::optional<Quantity> upper;
        const bool isBetween = startsRange(i);
        if (isDash(quantity.last) || isTo(quantity.last))
            upper = quantityAt(quantity.last + 1);
        if (upper && !isRange(quantity, *upper, isBetween))
            upper.reset();
        if (upper && !quantity.currency)
            quantity.currency = upper->currency;
        if (!quantity.currency ||
            (upper && upper->currency && *upper->currency != *quantity.currency))
            return i;
        if (upper && !quantity.scale)
            quantity.scale = upper->scale;
        addFigure(i, quantity, upper);
        return m_found.figures.back().last;
    }

    /// "$2 to $3 billion" is a range; "from $2 billion to $3 billion" tells of a change.
    [[nodiscard]] bool isRange(const Quantity& low, const Quantity& high, bool isBetween) const
    {
        const bool hasMoney = low.currency || high.currency;
        const double lowest = low.value * low.scale.value_or(high.scale.value_or(1));
        const double highest = high.value * high.scale.value_or(low.scale.value_or(1));
        const bool isAnd = m_prose.words(low.last).compare(u"and", Qt::CaseInsensitive) == 0;
        return hasMoney && highest > lowest && (high.scale || !low.scale) && (!isAnd || isBetween);
    }

    [[nodiscard]] bool startsRange(int i) const
    {
        return i > m_start && m_prose.words(i - 1).compare(u"between", Qt::CaseInsensitive) == 0;
    }

    void addFigure(int i, const Quantity& quantity, const std::optional<Quantity>& upper)
    {
        Figure figure;
        const double low = quantity.value * quantity.scale.value_or(1);
        const double high =
            upper ? upper->value * upper->scale.value_or(quantity.scale.value_or(1)) : low;
        const int end = upper ? upper->last : quantity.last;
        if (low >= largest || high >= largest) {
            figure.first = i;
            figure.last = end;
            figure.isMetric = true;
            m_found.figures.push_back(figure);
            return;
        }
        Hedged hedge = qualified(hedgeBefore(i), end);
        // "some $30 billion and $45 billion": the hedge is of both.
        const bool isSecond = m_lastFigureEnd == i - 1 && i - 1 > m_start && isTo(i - 1);
        if (hedge.qualifier == Qualifier::Exact && isSecond && hasSum())
            hedge.qualifier = m_found.figures.back().amount.qualifier;
        figure.first = hedge.first;
        figure.last = m_afterHedge > end ? m_afterHedge : end;
        const auto units = [](double value) {
            return static_cast<std::int64_t>(std::llround(value));
        };
        figure.amount = upper ? Amount{units(low), units(high), *quantity.currency,
                                       hedge.qualifier == Qualifier::Exact ? Qualifier::Exact
                                                                           : Qualifier::About}
                              : Amount::of(units(low), *quantity.currency, hedge.qualifier);
        figure.isRate =
            look(figure.last, in(Category::Rate)).has_value() || isHyphenedRate(figure.last);
        figure.isConversion = isConversion(figure);
        m_lastFigureEnd = figure.last;
        m_found.figures.push_back(figure);
    }

    /// "$30 billion-a-year".
    [[nodiscard]] bool isHyphenedRate(int i) const
    {
        return i + 3 < m_end && isDash(i) && m_prose.at(i).isGlued &&
               (m_prose.words(i + 1) == u"a" || m_prose.words(i + 1) == u"per") && isDash(i + 2) &&
               look(i + 3, in(Category::Unit));
    }

    /// "1.3 billion euros ($1.5 billion)", "…, or about $1.5 billion,".
    [[nodiscard]] bool isConversion(const Figure& figure) const
    {
        if (m_found.figures.empty() || m_found.figures.back().first < m_start)
            return false;
        const Figure& before = m_found.figures.back();
        const int gap = figure.first - before.last;
        if (before.amount.currency == figure.amount.currency || gap < 1 || gap > 2)
            return false;
        const bool isBracketed =
            m_prose.isMark(figure.first - 1, u'(') || m_prose.isMark(figure.first - 1, u'[');
        const bool isOr = m_prose.words(figure.first - 1).compare(u"or", Qt::CaseInsensitive) == 0;
        return isBracketed || isOr;
    }

    /// Hedges and fillers in front of token `i`: "up to another", "a total of about".
    [[nodiscard]] Hedged hedgeBefore(int i) const
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

    [[nodiscard]] bool isArticled(int i) const
    {
        const auto sign = look(i, in(Category::CurrencySign));
        return i + 1 < m_end && !(sign && isWhole(i, *sign)) &&
               look(i, in(Category::Determiner) | in(Category::Pronoun)) &&
               look(i + 1, in(Category::CurrencySign));
    }

    static Qualifier stronger(Qualifier inner, Qualifier outer)
    {
        return outer == Qualifier::About && inner != Qualifier::Exact ? inner : outer;
    }

    [[nodiscard]] Hedged qualified(Hedged hedge, int end)
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

    const Prose& m_prose;
    const LexiconData& m_lexicon;
    Amounts m_found;
    int m_start = 0;
    int m_end = 0;
    int m_lastFigureEnd = 0;
    int m_afterHedge = 0;
};

} // namespace

Amounts amounts(const Prose& prose, const LexiconData& lexicon)
{
    return Reader(prose, lexicon).read();
}

} // namespace gyre
