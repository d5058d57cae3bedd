#include "graph/briefing/readerwords.h"

#include "graph/briefing/amounts.h"
#include "graph/briefing/lexicon.h"

#include <array>
#include <utility>

namespace gyre {

namespace {

/// The signs that written() puts before a figure, as words that a briefing has.
QString inWords(QString typed)
{
    constexpr std::array<std::pair<const char*, const char*>, 8> signs{{{"≤", "up to "},
                                                                        {"<=", "up to "},
                                                                        {"≥", "at least "},
                                                                        {">=", "at least "},
                                                                        {">", "more than "},
                                                                        {"≈", "about "},
                                                                        {"~", "about "},
                                                                        {"<", "less than "}}};
    for (const auto& [sign, words] : signs)
        if (typed.startsWith(QString::fromUtf8(sign))) {
            typed.remove(0, QString::fromUtf8(sign).size());
            return QString::fromUtf8(words) + typed.trimmed();
        }
    return typed;
}

bool saysNothing(const QString& typed)
{
    const QString word = typed.toLower();
    return word.isEmpty() || word == QLatin1String("n/d") || word == QLatin1String("undisclosed") ||
           word == QLatin1String("not disclosed");
}

/// The one item that is all of the text.
template<typename Item>
const Item* onlyOne(const std::vector<Item>& items, const Prose& prose)
{
    const bool isAll =
        items.size() == 1 && items.front().first == 0 && items.front().last == prose.size();
    return isAll ? &items.front() : nullptr;
}

} // namespace

std::optional<Amount> typedAmount(const QString& text, Currency usual, const Lexicon& lexicon)
{
    const QString typed = text.simplified();
    if (saysNothing(typed))
        return Amount{};
    const QString words = inWords(typed);
    const Prose read = prose(words, lexicon.data());
    const Amounts found = amounts(read, lexicon.data());
    if (const Figure* figure = onlyOne(found.figures, read);
        figure != nullptr && !figure->isRate && figure->amount.isDisclosed())
        return figure->amount;
    const auto bare = typedMoney(typed);
    if (!bare || bare->units <= 0)
        return std::nullopt;
    return Amount::exactly(bare->units, bare->currency.isKnown() ? bare->currency : usual);
}

std::optional<SaidShare> typedShare(const QString& text, const Lexicon& lexicon)
{
    QString words = inWords(text.simplified());
    bool isBare = false;
    words.toDouble(&isBare);
    if (isBare)
        words += QLatin1Char('%');
    const Prose read = prose(words, lexicon.data());
    const Amounts found = amounts(read, lexicon.data());
    const Percent* share = onlyOne(found.percents, read);
    if (share == nullptr || share->value <= 0 || share->value > 100)
        return std::nullopt;
    return SaidShare{share->value, share->qualifier};
}

SaidFigures figuresIn(const QString& words, const Lexicon& lexicon)
{
    const Prose read = prose(words, lexicon.data());
    const Amounts found = amounts(read, lexicon.data());
    SaidFigures figures;
    for (const Figure& figure : found.figures)
        if (!figures.amount && !figure.isRate && !figure.isMetric && !figure.isConversion)
            figures.amount = figure.amount;
    if (!found.percents.empty())
        figures.share = SaidShare{found.percents.front().value, found.percents.front().qualifier};
    return figures;
}

TextSpan sentencesAround(const QString& text, TextSpan words, const Lexicon& lexicon)
{
    const Prose read = prose(text, lexicon.data());
    TextSpan all{words};
    for (const Sentence& sentence : read.sentences) {
        const TextSpan span = read.span(sentence.first, sentence.last);
        if (!span.overlaps(words))
            continue;
        all.start = std::min(all.start, span.start);
        all.end = std::max(all.end, span.end);
    }
    return all;
}

} // namespace gyre
