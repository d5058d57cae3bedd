#include "graph/briefing/arguments.h"

namespace gyre {

namespace {

/// What may stand between a verb and the head of its object: "a further $2 billion of its Zeta".
bool isInsideObject(const SentenceView& view, int i, bool mayTakeTo)
{
    const Clauses& clauses = view.clauses;
    switch (clauses.at(i).kind) {
    case ChunkKind::Determiner:
    case ChunkKind::Other:
    case ChunkKind::Adverb:
    case ChunkKind::Money:
    case ChunkKind::Percent:
    case ChunkKind::Goods:
    case ChunkKind::Date:
    case ChunkKind::Noun:
    case ChunkKind::Descriptor:
    case ChunkKind::Worth:
    case ChunkKind::And:
    case ChunkKind::Metric:
        return true;
    case ChunkKind::Party:
        return clauses.party(i).isPossessive || clauses.party(i).isModifier ||
               clauses.is(i - 1, ChunkKind::Verb);
    case ChunkKind::Collective:
        return clauses.is(i - 1, ChunkKind::Verb);
    case ChunkKind::Preposition:
        return clauses.isPlace(i, Place::Of) || clauses.is(i - 1, ChunkKind::Money) ||
               clauses.is(i - 1, ChunkKind::Percent) ||
               // "provide Zeta with capacity"
               (clauses.isPlace(i, Place::With) && clauses.is(i - 1, ChunkKind::Party) &&
                clauses.is(i - 2, ChunkKind::Verb)) ||
               (clauses.isPlace(i, Place::To) && clauses.is(i + 1, ChunkKind::Money) &&
                clauses.is(i - 1, ChunkKind::Verb) && mayTakeTo);
    default:
        return false;
    }
}

/// "49 percent of Zeta": a stake without the word.
bool isShareOfFirm(const Clauses& clauses, int i)
{
    if (!clauses.is(i, ChunkKind::Percent) || !clauses.isPlace(i + 1, Place::Of))
        return false;
    int at = i + 2;
    while (clauses.is(at, ChunkKind::Determiner) || clauses.is(at, ChunkKind::Descriptor) ||
           clauses.is(at, ChunkKind::Other))
        ++at;
    return isWhole(clauses, at);
}

/// "12% of subscription income"
bool isShareOfRevenue(const SentenceView& view, int i)
{
    const Clauses& clauses = view.clauses;
    if (!clauses.is(i, ChunkKind::Percent) || !clauses.isPlace(i + 1, Place::Of))
        return false;
    for (int at = i + 2; at < std::min(i + 6, clauses.size()); ++at) {
        const int word = clauses.at(at).last - 1;
        if (view.analysis.lexicon.phrases.longest(view.analysis.prose.tokens, word, word + 1,
                                                  in(Category::Income)))
            return true;
        const bool isInside =
            clauses.is(at, ChunkKind::Metric) || clauses.is(at, ChunkKind::Determiner) ||
            clauses.is(at, ChunkKind::Other) || clauses.is(at, ChunkKind::Goods) ||
            (clauses.is(at, ChunkKind::Party) && clauses.party(at).isPossessive);
        if (!isInside)
            return false;
    }
    return false;
}

bool isThing(const SentenceView& view, int i, Thing thing)
{
    const Clauses& clauses = view.clauses;
    switch (thing) {
    case Thing::Money:
        return clauses.is(i, ChunkKind::Money) &&
               view.uses[static_cast<std::size_t>(i)] == FigureUse::Sum;
    case Thing::Firm:
        return isWhole(clauses, i);
    case Thing::Goods:
        return clauses.is(i, ChunkKind::Goods);
    case Thing::Stake:
        return clauses.isNoun(i, thing) || isShareOfFirm(clauses, i);
    case Thing::Revenue:
        return clauses.isNoun(i, thing) || isShareOfRevenue(view, i);
    default:
        return clauses.isNoun(i, thing);
    }
}

/// "a stake sale", "cloud deal": the last of a row of nouns is the head.
bool isHead(const SentenceView& view, int i)
{
    const Clauses& clauses = view.clauses;
    // "a $9.7 billion five-year contract": the sum is of the noun.
    if (clauses.is(i, ChunkKind::Money)) {
        const int next = clauses.is(i + 1, ChunkKind::Other) ? i + 2 : i + 1;
        return !clauses.is(next, ChunkKind::Noun) || clauses.isNoun(next, Thing::Cash);
    }
    const bool isNoun = clauses.is(i, ChunkKind::Noun) || clauses.is(i, ChunkKind::Goods);
    const bool goesOn =
        clauses.is(i + 1, ChunkKind::Noun) && clauses.at(i + 1).first == clauses.at(i).last;
    return !isNoun || !goesOn;
}

int objectBehind(const SentenceView& view, const Reach& reach, Thing thing, bool mayTakeTo)
{
    if (reach.isPassive) {
        for (int i = reach.trigger - 1; i >= reach.first && i > reach.trigger - 12; --i)
            if (isThing(view, i, thing) && isHead(view, i))
                return i;
        if (thing == Thing::Firm)
            return -1;
    }
    for (int i = reach.trigger + 1; i < reach.last; ++i) {
        if (isThing(view, i, thing) && isHead(view, i))
            return i;
        if (!isInsideObject(view, i, mayTakeTo))
            return -1;
        // "won a contract worth $3 billion": what is won is the contract.
        const bool isOther =
            (view.clauses.is(i, ChunkKind::Worth) && !view.clauses.is(i - 1, ChunkKind::Other)) ||
            (view.clauses.is(i, ChunkKind::Noun) && !view.clauses.isNoun(i, Thing::Cash) &&
             isHead(view, i));
        if (thing == Thing::Money && isOther)
            return -1;
        if (thing == Thing::Firm && !isLightWord(view.clauses.at(i).kind))
            return -1;
    }
    return -1;
}

/// The round told of before the comma; -1: none.
int roundBefore(const Clauses& clauses, int comma)
{
    constexpr int furthest = 8;
    for (int i = comma - 1; i >= std::max(0, comma - furthest); --i) {
        if (clauses.isNoun(i, Thing::Round))
            return i;
        if (clauses.is(i, ChunkKind::Break) || clauses.is(i, ChunkKind::Clause) ||
            clauses.is(i, ChunkKind::Comma))
            return -1;
    }
    return -1;
}

/// "a round that Zeta led", "the $22 billion it owes": the object stands before the subject.
int objectBefore(const SentenceView& view, const Reach& reach, Thing thing)
{
    const Clauses& clauses = view.clauses;
    int at = reach.subject.chunk - 1;
    if (reach.subject.chunk < 0 || reach.subject.isLoose)
        return -1;
    if (clauses.is(at, ChunkKind::Who))
        --at;
    // "a round led by Zeta, which Acme joined"
    if (thing == Thing::Round && clauses.is(at, ChunkKind::Comma) && at + 2 == reach.subject.chunk)
        return roundBefore(clauses, at);
    for (int steps = 0; at >= 0 && steps < 4; --at, ++steps) {
        if (isThing(view, at, thing))
            return at;
        // "the order for lithography tools that Zeta placed"
        const bool isInside = clauses.isPlace(at, Place::Of) || clauses.is(at, ChunkKind::Money) ||
                              clauses.isPlace(at, Place::For) || clauses.is(at, ChunkKind::Goods) ||
                              clauses.is(at, ChunkKind::Other);
        if (!isInside)
            return -1;
    }
    return -1;
}

/// "the $3 billion that Zeta was to pay for Acme": the sum stands before its clause.
int sumTakenUp(const SentenceView& view, const Reach& reach)
{
    if (reach.subject.chunk < 0 || reach.subject.isLoose ||
        !view.clauses.is(reach.trigger, ChunkKind::Verb))
        return -1;
    const int before = reach.subject.chunk - 1;
    const int sum = view.clauses.is(before, ChunkKind::Who) ? before - 1 : before;
    return isSum(view, sum) ? sum : -1;
}

/// "signed an agreement worth $3 billion to supply Zeta".
int sumOfDealBefore(const SentenceView& view, const Reach& reach)
{
    const Clauses& clauses = view.clauses;
    if (!clauses.isPlace(reach.trigger - 1, Place::To))
        return -1;
    int sum = -1;
    for (int i = reach.trigger - 2; i >= 0 && i > reach.trigger - 7; --i) {
        const bool isSum = clauses.is(i, ChunkKind::Money) &&
                           view.uses[static_cast<std::size_t>(i)] == FigureUse::Sum;
        if (isSum && sum < 0)
            sum = i;
        if (clauses.isNoun(i, Thing::Deal)) {
            const bool isBefore = clauses.is(i - 1, ChunkKind::Money) &&
                                  view.uses[static_cast<std::size_t>(i - 1)] == FigureUse::Sum;
            return sum >= 0 ? sum : isBefore ? i - 1 : -1;
        }
        const bool isPartner =
            clauses.is(i, ChunkKind::Party) && clauses.isPlace(i - 1, Place::With);
        if (clauses.is(i, ChunkKind::Verb) || (clauses.is(i, ChunkKind::Party) && !isPartner))
            return -1;
    }
    return -1;
}

} // namespace

bool isLightWord(ChunkKind kind)
{
    return kind == ChunkKind::Determiner || kind == ChunkKind::Other ||
           kind == ChunkKind::Descriptor || kind == ChunkKind::Adverb;
}

bool isWhole(const Clauses& clauses, int i)
{
    return clauses.is(i, ChunkKind::Collective) ||
           (clauses.is(i, ChunkKind::Party) && !clauses.party(i).isPossessive &&
            !clauses.party(i).isModifier && !clauses.party(i).isCompound);
}

bool isSum(const SentenceView& view, int i)
{
    return view.clauses.is(i, ChunkKind::Money) &&
           view.uses[static_cast<std::size_t>(i)] == FigureUse::Sum;
}

int objectOf(const SentenceView& view, const Reach& reach, const Frame& frame)
{
    const Thing thing = frame.on;
    const bool mayTakeTo = frame.role(Place::To) != Role::None;
    const int behind = objectBehind(view, reach, thing, mayTakeTo);
    return behind >= 0 || reach.isPassive ? behind : objectBefore(view, reach, thing);
}

int sumOf(const SentenceView& view, const Reach& reach, int object)
{
    const Clauses& clauses = view.clauses;
    if (object >= 0 && clauses.is(object, ChunkKind::Money))
        return object;
    const auto isSum = [&](int i) {
        const auto use = view.uses[static_cast<std::size_t>(i)];
        // "sold shares worth $9 billion": their worth is their price.
        return clauses.is(i, ChunkKind::Money) &&
               (use == FigureUse::Sum ||
                (use == FigureUse::Holding && object >= 0 &&
                 (clauses.isNoun(object, Thing::Shares) || clauses.isNoun(object, Thing::Stake)) &&
                 clauses.is(reach.trigger, ChunkKind::Verb)));
    };
    // In front of the noun: "a $38 billion deal".
    const int head = object >= 0 ? object : reach.trigger;
    if (!clauses.is(head, ChunkKind::Verb))
        for (int i = head - 1; i >= std::max(0, head - 5); --i) {
            if (isSum(i))
                return i;
            const ChunkKind kind = clauses.at(i).kind;
            if (kind != ChunkKind::Other && kind != ChunkKind::Goods && kind != ChunkKind::Noun &&
                kind != ChunkKind::Adverb && !clauses.isPlace(i, Place::Of) &&
                !clauses.isPlace(i, Place::In) && kind != ChunkKind::Determiner &&
                kind != ChunkKind::Party)
                break;
        }
    for (int i = reach.trigger + 1; i < reach.last; ++i) {
        if (isSum(i))
            return i;
        // "the takeover of Zeta, agreed in March at a price of $6 billion"
        const bool isAside =
            !clauses.is(reach.trigger, ChunkKind::Verb) && clauses.is(i, ChunkKind::Verb) &&
            clauses.is(i - 1, ChunkKind::Comma) && clauses.at(i).form == Form::Past &&
            (clauses.is(i + 1, ChunkKind::Date) || clauses.is(i + 2, ChunkKind::Date) ||
             clauses.isPlace(i + 1, Place::For));
        if (isAside)
            continue;
        if (clauses.is(i, ChunkKind::Says) ||
            (clauses.is(i, ChunkKind::Verb) && i > reach.trigger + 1 &&
             !clauses.is(i - 1, ChunkKind::Preposition)))
            break;
    }
    if (const int sum = sumOfDealBefore(view, reach); sum >= 0)
        return sum;
    if (const int sum = sumTakenUp(view, reach); sum >= 0)
        return sum;
    // "a $3 billion deal with Zeta, backed by Acme": the sum is of the deal.
    if (clauses.is(reach.trigger - 1, ChunkKind::Comma))
        return -1;
    // "$5 billion was put into Zeta", "For $14 billion Meta is to get".
    for (int i = reach.trigger - 1; i >= reach.first; --i) {
        if (!isSum(i))
            continue;
        const bool isFronted =
            (clauses.isPlace(i - 1, Place::For) && i <= reach.first + 2) ||
            // "In a $38 billion deal, Zeta will rent".
            (i <= reach.first + 3 && clauses.isPlace(reach.first, Place::In) &&
             clauses.isNoun(i + 1, Thing::Deal) && clauses.is(i + 2, ChunkKind::Comma));
        return reach.isPassive || isFronted ? i : -1;
    }
    return -1;
}

} // namespace gyre
