#include "graph/briefing/arguments.h"

#include "graph/briefing/syntax.h"

namespace gyre {

namespace {

bool isActor(const Clauses& clauses, int i)
{
    return clauses.is(i, ChunkKind::Party) || clauses.is(i, ChunkKind::Collective);
}

/// "to Zeta’s $20 billion round": what goes into the round goes to Zeta.
bool ownsRound(const Clauses& clauses, int party)
{
    for (int i = party + 1; i < party + 4; ++i) {
        if (clauses.isNoun(i, Thing::Round))
            return true;
        if (!clauses.is(i, ChunkKind::Money) && !clauses.is(i, ChunkKind::Other) &&
            !clauses.is(i, ChunkKind::Date))
            return false;
    }
    return false;
}

int actorBehind(const Clauses& clauses, int preposition, int last, bool mayOwnGoods)
{
    for (int i = preposition + 1; i < last && i < preposition + 5; ++i) {
        if (isActor(clauses, i))
            return isWhole(clauses, i) || ownsRound(clauses, i) ||
                           (mayOwnGoods && clauses.is(i + 1, ChunkKind::Goods))
                       ? i
                       : -1;
        const ChunkKind kind = clauses.at(i).kind;
        // "by existing backers Zeta and Acme"
        const bool isInside = kind == ChunkKind::Determiner || kind == ChunkKind::Descriptor ||
                              kind == ChunkKind::Other || kind == ChunkKind::Adverb ||
                              kind == ChunkKind::Comma || clauses.isNoun(i, Thing::Backer);
        if (!isInside)
            return -1;
    }
    return -1;
}

/// Where the reach of prepositions ends: another verb takes over.
int prepositionsEnd(const Clauses& clauses, const Reach& reach)
{
    for (int i = reach.trigger + 1; i < reach.last; ++i) {
        const ChunkKind kind = clauses.at(i).kind;
        if (kind == ChunkKind::Verb || kind == ChunkKind::Stop || kind == ChunkKind::Says)
            return i;
    }
    return reach.last;
}

/// "raised $20 billion, with $2 billion from Zeta": Zeta’s is the second sum.
bool isOfOtherSum(const SentenceView& view, int trigger, int preposition)
{
    const bool isFrom = view.clauses.isPlace(preposition, Place::From) ||
                        view.clauses.isPlace(preposition, Place::By);
    if (!isFrom || !isSum(view, preposition - 1))
        return false;
    for (int i = trigger + 1; i < preposition - 1; ++i)
        if (isSum(view, i))
            return true;
    return isSum(view, trigger - 1) || isSum(view, trigger - 2);
}

/// The actor behind the first preposition of `place` between `first` and `end`.
bool addWithin(const SentenceView& view, const Reach& reach, Place place, int first, int end,
               Actors& actors)
{
    const Clauses& clauses = view.clauses;
    for (int i = first; i < end; ++i) {
        if (!clauses.isPlace(i, place) || isOfOtherSum(view, reach.trigger, i))
            continue;
        const int actor = actorBehind(clauses, i, end, reach.mayOwnGoods);
        if (actor >= 0) {
            actors.add(clauses.party(actor));
            return true;
        }
    }
    return false;
}

/// "A is among the backers of": the noun is said of its subject.
Subject copulaSubject(const Clauses& clauses, int noun)
{
    for (int i = noun - 1; i >= 0 && i > noun - 7; --i) {
        if (clauses.is(i, ChunkKind::Auxiliary) && clauses.at(i).value == 0)
            return subjectOf(clauses, i);
        if (clauses.is(i, ChunkKind::Party) && !clauses.party(i).isPossessive)
            break;
        if (clauses.is(i, ChunkKind::Verb) || clauses.is(i, ChunkKind::Break))
            break;
    }
    return {};
}

/// "talks between A and B about a takeover": the parties of the talks are those of the deal.
int talksBefore(const Clauses& clauses, const Reach& reach)
{
    for (int i = reach.trigger - 1; i >= reach.first && i > reach.trigger - 14; --i) {
        if (clauses.isNoun(i, Thing::Talks))
            return i;
        if (clauses.is(i, ChunkKind::Verb) || clauses.is(i, ChunkKind::Says))
            break;
    }
    return -1;
}

void addBehind(const SentenceView& view, const Reach& reach, Place place, int object,
               Actors& actors)
{
    const Clauses& clauses = view.clauses;
    const bool isVerb = clauses.is(reach.trigger, ChunkKind::Verb);
    if (addWithin(view, reach, place, reach.trigger + 1, prepositionsEnd(clauses, reach), actors))
        return;
    // "the investment in Zeta was led by".
    if (isVerb && object >= 0 && object < reach.trigger && place != Place::By)
        addWithin(view, reach, place, object + 1, reach.trigger, actors);
    if (isVerb || (place != Place::Between && place != Place::With))
        return;
    const int talks = talksBefore(clauses, reach);
    if (talks < 0 || !addWithin(view, reach, place, talks + 1, reach.trigger, actors) ||
        place != Place::With)
        return;
    // "Zeta is in talks with Acme about a deal".
    if (const Subject subject = copulaSubject(clauses, talks); subject.chunk >= 0)
        actors.add(clauses.party(subject.chunk));
}

/// "Amazon’s $10 billion investment", "Zeta’s round": left of the noun, over its adjectives.
int genitiveBefore(const Clauses& clauses, int noun, int first)
{
    for (int i = noun - 1; i >= std::max(first, noun - 8); --i) {
        if (clauses.is(i, ChunkKind::Party)) {
            const Party& party = clauses.party(i);
            // "its Zeta stake": the owner stands further left.
            const bool isOwned = party.isModifier && !party.isPossessive &&
                                 clauses.is(i - 1, ChunkKind::Party) &&
                                 clauses.party(i - 1).isPossessive;
            if (isOwned)
                continue;
            return party.isPossessive || party.isModifier ? i : -1;
        }
        const ChunkKind kind = clauses.at(i).kind;
        const bool isAdjective = kind == ChunkKind::Other || kind == ChunkKind::Money ||
                                 kind == ChunkKind::Percent || kind == ChunkKind::Goods ||
                                 kind == ChunkKind::Adverb || kind == ChunkKind::Noun ||
                                 kind == ChunkKind::Date || kind == ChunkKind::Descriptor;
        if (!isAdjective)
            return -1;
    }
    return -1;
}

void addDirect(const SentenceView& view, const Reach& reach, Actors& actors)
{
    const Clauses& clauses = view.clauses;
    for (int i = reach.trigger + 1; i < reach.last; ++i) {
        if (isWhole(clauses, i))
            return actors.add(clauses.party(i));
        if (!isLightWord(clauses.at(i).kind))
            return;
    }
}

/// "investors including A and B", "its backers are A and B".
void addListed(const SentenceView& view, const Reach& reach, Actors& actors)
{
    const Clauses& clauses = view.clauses;
    for (int i = reach.trigger + 1; i < std::min(reach.trigger + 6, clauses.size()); ++i) {
        const QStringView word = view.analysis.prose.words(clauses.at(i).first);
        const bool lists = word.startsWith(u"includ", Qt::CaseInsensitive) ||
                           word.compare(u"such", Qt::CaseInsensitive) == 0 ||
                           word.compare(u"like", Qt::CaseInsensitive) == 0 ||
                           (clauses.is(i, ChunkKind::Auxiliary) && clauses.at(i).value == 0);
        if (lists) {
            const int actor = actorBehind(clauses, i, clauses.size(), false);
            if (actor >= 0)
                actors.add(clauses.party(actor));
            return;
        }
    }
}

/// "grants Zeta warrants": no noun of Zeta's.
bool isBare(const Clauses& clauses, int trigger, int i)
{
    return i == trigger + 1 && clauses.is(i, ChunkKind::Party) && !clauses.party(i).isPossessive;
}

/// "pay Zeta $5 billion", "grants Zeta a warrant": a party right behind the verb, then the thing.
void addIndirect(const SentenceView& view, const Reach& reach, int object, Actors& actors)
{
    for (int i = reach.trigger + 1; i < reach.last && i <= reach.trigger + 4; ++i)
        if (isWhole(view.clauses, i) || isBare(view.clauses, reach.trigger, i)) {
            if (object > i)
                actors.add(view.clauses.party(i));
            return;
        }
}

} // namespace

void Actors::add(const Party& party)
{
    isCollective = isCollective || party.isCollective;
    if (part.isEmpty())
        part = party.part;
    for (const int firm : party.firms)
        if (std::find(firms.begin(), firms.end(), firm) == firms.end())
            firms.push_back(firm);
}

Actors& Bound::of(Role role)
{
    switch (role) {
    case Role::Payer:
        return payers;
    case Role::Receiver:
        return receivers;
    case Role::Asset:
        return assets;
    case Role::Holder:
        return holders;
    case Role::Org:
        return orgs;
    case Role::Either:
    case Role::None:
        break;
    }
    return either;
}

Reach reachAround(const Clauses& clauses, int trigger)
{
    Reach reach;
    reach.trigger = trigger;
    reach.first = clauseStart(clauses, trigger);
    reach.last = reachOf(clauses, trigger);
    if (clauses.is(trigger, ChunkKind::Verb)) {
        reach.subject = subjectOf(clauses, trigger);
        reach.isPassive = isPassive(clauses, trigger);
    } else if (clauses.isNoun(trigger, Thing::Backer)) {
        reach.subject = copulaSubject(clauses, trigger);
    }
    return reach;
}

Actors actorsAt(const SentenceView& view, const Reach& reach, Place place, int object)
{
    Actors actors;
    const Clauses& clauses = view.clauses;
    const bool isVerb = clauses.is(reach.trigger, ChunkKind::Verb);
    switch (place) {
    case Place::Subject:
        if (isVerb && reach.isPassive)
            addBehind(view, reach, Place::By, object, actors);
        else if (reach.subject.chunk >= 0)
            actors.add(clauses.party(reach.subject.chunk));
        else if (!isVerb)
            addListed(view, reach, actors);
        break;
    case Place::Object:
        if (reach.isPassive && reach.subject.chunk >= 0)
            actors.add(clauses.party(reach.subject.chunk));
        else if (isVerb && !reach.isPassive)
            addDirect(view, reach, actors);
        break;
    case Place::Indirect:
        if (reach.isPassive && reach.subject.chunk >= 0)
            actors.add(clauses.party(reach.subject.chunk));
        else if (!reach.isPassive)
            addIndirect(view, reach, object, actors);
        break;
    case Place::Genitive: {
        const int head = isVerb ? object : reach.trigger;
        const int first = isVerb && head > reach.trigger ? reach.trigger + 1 : 0;
        const int owner = head >= 0 ? genitiveBefore(clauses, head, first) : -1;
        if (owner >= 0)
            actors.add(clauses.party(owner));
        break;
    }
    default:
        addBehind(view, reach, place, object, actors);
        break;
    }
    return actors;
}

Bound bound(const SentenceView& view, const Reach& reach, const Frame& frame, int object)
{
    Bound found;
    for (std::size_t p = 0; p < frame.roles.size(); ++p) {
        if (frame.roles.at(p) == Role::None)
            continue;
        const auto place = static_cast<Place>(p);
        // The agent of a passive is the subject of the frame.
        if (place == Place::By && reach.isPassive && frame.role(Place::Subject) != Role::None)
            continue;
        Actors& mine = found.of(frame.roles.at(p));
        const Actors here = actorsAt(view, reach, place, object);
        if (frame.roles.at(p) != Role::Either && !mine.isEmpty())
            continue;
        mine.isCollective = mine.isCollective || here.isCollective;
        if (mine.part.isEmpty())
            mine.part = here.part;
        for (const int firm : here.firms)
            if (std::find(mine.firms.begin(), mine.firms.end(), firm) == mine.firms.end())
                mine.firms.push_back(firm);
    }
    return found;
}

} // namespace gyre
