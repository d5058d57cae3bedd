// Money, percents and their hedges, with spans: "up to $100bn", "between €2 and €3 billion", "half
// a trillion dollars", "about 11 per cent", "more than a tenth".
#pragma once

#include "graph/basics/money.h"
#include "graph/briefing/sentences.h"

#include <vector>

namespace gyre {

struct Figure
{
    /// Tokens [first, last), hedges included.
    int first = 0;
    int last = 0;
    Amount amount;
    /// Currency and number in brackets behind another figure: the same sum again.
    bool isConversion = false;
    /// A price per piece or a pace: "$600 a share", "$150 million a month".
    bool isRate = false;
    /// What it measures is no deal: "$5 billion of revenue".
    bool isMetric = false;
};

struct Percent
{
    int first = 0;
    int last = 0;
    double value = 0;
    Qualifier qualifier = Qualifier::Exact;
    /// "a third": a share in words, which only counts with "of" and a firm behind it.
    bool isFraction = false;
};

struct Amounts
{
    /// In order of the text.
    std::vector<Figure> figures;
    std::vector<Percent> percents;
};

/// O(tokens).
Amounts amounts(const Prose& prose, const LexiconData& lexicon);

} // namespace gyre
