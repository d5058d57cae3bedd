// What a reader types into a field or points at in a briefing, read as the briefing itself is.
#pragma once

#include "graph/basics/money.h"
#include "graph/basics/textspan.h"

#include <QString>

#include <optional>

namespace gyre {

class Lexicon;

/// "up to $10bn", "$1.2–1.5 billion", "about €300 million", "≤ $10B", "10bn" (in `usual`);
/// nothing, "n/d" and "not disclosed" are an undisclosed amount. Absent: no amount alone.
std::optional<Amount> typedAmount(const QString& text, Currency usual, const Lexicon& lexicon);

/// A share in per cent with its hedge.
struct SaidShare
{
    double percent = 0;
    Qualifier qualifier = Qualifier::Exact;
};

/// "27%", "about 11 per cent", "27". Absent: no share of 0 to 100 alone.
std::optional<SaidShare> typedShare(const QString& text, const Lexicon& lexicon);

/// The first amount and share that words tell.
struct SaidFigures
{
    std::optional<Amount> amount;
    std::optional<SaidShare> share;
};

SaidFigures figuresIn(const QString& words, const Lexicon& lexicon);

/// The sentence that holds `words`; where they reach over several, from the first's start to the
/// last's end. O(length of the text).
TextSpan sentencesAround(const QString& text, TextSpan words, const Lexicon& lexicon);

} // namespace gyre
