#include "graph/briefing/amountreader.h"

#include <array>
#include <charconv>
#include <cmath>

namespace gyre {

namespace {

constexpr double largest = 9e18;

/// What a figure starts with that is not a number of digits.
constexpr CategorySet starters = in(Category::SameSum) | in(Category::Share) |
                                 in(Category::CurrencySign) | in(Category::Number) |
                                 in(Category::Scale);

/// Digits of a token as a number: "1,500", "0.8", "1,3" (a decimal comma).
std::optional<double> numberOf(QStringView digits)
{
    std::array<char, 40> plain{};
    if (digits.size() > static_cast<qsizetype>(plain.size()))
        return std::nullopt;
    const qsizetype comma = digits.lastIndexOf(u',');
    const bool isDecimal = comma >= 0 && digits.size() - comma - 1 != 3 && !digits.contains(u'.') &&
                           digits.count(u',') == 1;
    std::size_t count = 0;
    for (const QChar c : digits) {
        if (c.isDigit())
            plain.at(count++) = static_cast<char>('0' + c.digitValue());
        else if (c == u'.' || (c == u',' && isDecimal))
            plain.at(count++) = '.';
    }
    double value = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + count, value);
    const bool isNumber = error == std::errc() && end == plain.data() + count;
    return isNumber && value < largest ? std::optional(value) : std::nullopt;
}

} // namespace

Amounts AmountReader::read()
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

int AmountReader::readAt(int i)
{
    const bool isNumber = m_prose.at(i).kind == TokenKind::Number;
    if (!isNumber && (m_lexicon.phrases.openedBy(m_prose.at(i)) & starters) == 0)
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

std::optional<AmountReader::Quantity> AmountReader::quantityAt(int i) const
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
        // "$1e30", "$4x": no figure that can be read.
        if (i < m_end && m_prose.at(i).isGlued && m_prose.at(i).kind == TokenKind::Word &&
            !look(i, in(Category::Scale) | in(Category::Currency) | in(Category::HedgeAfter)))
            return std::nullopt;
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

bool AmountReader::isWhole(int i, const Meaning& sign) const
{
    for (int at = i + 1; at < i + sign.length; ++at)
        if (!m_prose.at(at).isGlued)
            return false;
    return sign.length == 1 || m_prose.at(i).isCapital;
}

bool AmountReader::isArticle(int i) const
{
    return i >= m_start && m_prose.is(i, u"a");
}

int AmountReader::readScale(int i, Quantity& made) const
{
    int next = isDash(i) ? i + 1 : i;
    const auto scale = look(next, in(Category::Scale));
    if (scale && (m_prose.at(next).isGlued || m_prose.at(next).span().length() > 1)) {
        made.scale = m_lexicon.numbers[scale->value];
        i = next + scale->length;
    }
    next = isDash(i) ? i + 1 : i;
    if (next < m_end && m_prose.is(next, u"of") && made.scale)
        ++next;
    if (const auto word = look(next, in(Category::Currency)); word && !made.currency) {
        made.currency = m_lexicon.currencies[word->value];
        i = next + word->length;
    }
    return i;
}

bool AmountReader::hasSum() const
{
    return !m_found.figures.empty() && m_found.figures.back().amount.figure();
}

int AmountReader::readSameSum(int i, const Meaning& same)
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

int AmountReader::readMoney(int i, Quantity quantity)
{
    std::optional<Quantity> upper;
    const bool isBetween = startsRange(i);
    if (isDash(quantity.last) || isTo(quantity.last))
        upper = quantityAt(quantity.last + 1);
    if (upper && !isRange(quantity, *upper, isBetween))
        upper.reset();
    if (upper && !quantity.currency)
        quantity.currency = upper->currency;
    if (!quantity.currency || (upper && upper->currency && *upper->currency != *quantity.currency))
        return i;
    if (upper && !quantity.scale)
        quantity.scale = upper->scale;
    addFigure(i, quantity, upper);
    // "between" is the range's own.
    if (upper && isBetween)
        m_found.figures.back().first = std::min(m_found.figures.back().first, i - 1);
    return m_found.figures.back().last;
}

bool AmountReader::isRange(const Quantity& low, const Quantity& high, bool isBetween) const
{
    const bool hasMoney = low.currency || high.currency;
    const double lowest = low.value * low.scale.value_or(high.scale.value_or(1));
    const double highest = high.value * high.scale.value_or(low.scale.value_or(1));
    const bool isAnd = m_prose.is(low.last, u"and");
    return hasMoney && highest > lowest && (high.scale || !low.scale) && (!isAnd || isBetween);
}

void AmountReader::addFigure(int i, const Quantity& quantity, const std::optional<Quantity>& upper)
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
    const auto units = [](double value) { return static_cast<std::int64_t>(std::llround(value)); };
    figure.amount =
        upper ? Amount{units(low), units(high), *quantity.currency,
                       hedge.qualifier == Qualifier::Exact ? Qualifier::Exact : Qualifier::About}
              : Amount::of(units(low), *quantity.currency, hedge.qualifier);
    figure.isRate =
        look(figure.last, in(Category::Rate)).has_value() || isHyphenedRate(figure.last);
    figure.isConversion = isConversion(figure);
    m_lastFigureEnd = figure.last;
    m_found.figures.push_back(figure);
}

bool AmountReader::isHyphenedRate(int i) const
{
    return i + 3 < m_end && isDash(i) && m_prose.at(i).isGlued &&
           (m_prose.words(i + 1) == u"a" || m_prose.words(i + 1) == u"per") && isDash(i + 2) &&
           look(i + 3, in(Category::Unit));
}

bool AmountReader::isConversion(const Figure& figure) const
{
    if (m_found.figures.empty() || m_found.figures.back().first < m_start)
        return false;
    const Figure& before = m_found.figures.back();
    const int gap = figure.first - before.last;
    if (before.amount.currency == figure.amount.currency || gap < 1 || gap > 2)
        return false;
    const bool isBracketed =
        m_prose.isMark(figure.first - 1, u'(') || m_prose.isMark(figure.first - 1, u'[');
    const bool isOr = m_prose.is(figure.first - 1, u"or");
    return isBracketed || isOr;
}

Amounts amounts(const Prose& prose, const LexiconData& lexicon)
{
    return AmountReader(prose, lexicon).read();
}

} // namespace gyre
