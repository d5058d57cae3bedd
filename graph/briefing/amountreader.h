// The reader of a text’s figures: money in amounts.cpp, shares and hedges in sharesandhedges.cpp.
#pragma once

#include "graph/briefing/amounts.h"
#include "graph/briefing/lexicondata.h"

namespace gyre {

class AmountReader
{
public:
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

    AmountReader(const Prose& prose, const LexiconData& lexicon)
        : m_prose(prose)
        , m_lexicon(lexicon)
    {
    }

    Amounts read();

private:
    [[nodiscard]] std::optional<Meaning> look(int i, CategorySet wanted) const
    {
        return i < m_end ? m_lexicon.phrases.longest(m_prose.tokens, i, m_end, wanted)
                         : std::nullopt;
    }

    [[nodiscard]] bool isDash(int i) const;

    /// Reads a figure or percent at token `i`; gives where to go on, or `i` where there is none.
    int readAt(int i);

    /// [sign] number [-] [scale] [-] [currency word].
    [[nodiscard]] std::optional<Quantity> quantityAt(int i) const;

    /// "A$" is a sign, "a $5" is not.
    [[nodiscard]] bool isWhole(int i, const Meaning& sign) const;

    [[nodiscard]] bool isArticle(int i) const;

    int readScale(int i, Quantity& made) const;

    [[nodiscard]] bool hasSum() const;

    /// "up to that much": the figure before, with a hedge of its own.
    int readSameSum(int i, const Meaning& same);

    int readFraction(int i, const Meaning& share);

    int readPercent(int i, const Quantity& quantity);

    /// Shares alone know "less than" apart from "up to".
    [[nodiscard]] bool isLess(int i) const;

    [[nodiscard]] bool isTo(int i) const;

    int readMoney(int i, Quantity quantity);

    /// "$2 to $3 billion" is a range; "from $2 billion to $3 billion" tells of a change.
    [[nodiscard]] bool isRange(const Quantity& low, const Quantity& high, bool isBetween) const;

    [[nodiscard]] bool startsRange(int i) const;

    void addFigure(int i, const Quantity& quantity, const std::optional<Quantity>& upper);

    /// "$30 billion-a-year".
    [[nodiscard]] bool isHyphenedRate(int i) const;

    /// "1.3 billion euros ($1.5 billion)", "…, or about $1.5 billion,".
    [[nodiscard]] bool isConversion(const Figure& figure) const;

    /// Hedges and fillers in front of token `i`: "up to another", "a total of about".
    [[nodiscard]] Hedged hedgeBefore(int i) const;

    [[nodiscard]] bool isArticled(int i) const;

    static Qualifier stronger(Qualifier inner, Qualifier outer);

    [[nodiscard]] Hedged qualified(Hedged hedge, int end);

    const Prose& m_prose;

    const LexiconData& m_lexicon;

    Amounts m_found;

    int m_start = 0;

    int m_end = 0;

    int m_lastFigureEnd = 0;

    int m_afterHedge = 0;
};

} // namespace gyre
