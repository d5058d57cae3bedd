// Which firms, figures and things fill the places of a frame around its verb or noun.
#pragma once

#include "graph/briefing/drafts.h"
#include "graph/briefing/syntax.h"

namespace gyre {

/// Firms in a role.
struct Actors
{
    std::vector<int> firms;
    bool isCollective = false;
    /// A division without a name of its own.
    QString part;

    [[nodiscard]] bool isEmpty() const { return firms.empty() && !isCollective; }

    void add(const Party& party);
};

/// May stand between a verb and its object: articles, adverbs, words without a meaning here.
bool isLightWord(ChunkKind kind);

/// A party or collective that stands for itself: no owner, no modifier of a noun.
bool isWhole(const Clauses& clauses, int i);

/// A figure that is the sum of a deal.
bool isSum(const SentenceView& view, int i);

/// The trigger of a fact and what stands around it.
struct Reach
{
    int trigger = 0;
    int first = 0;
    /// One behind the last chunk that may belong to it.
    int last = 0;
    Subject subject;
    bool isPassive = false;
    /// "on Zeta’s chips" names the seller of a purchase.
    bool mayOwnGoods = false;
};

Reach reachAround(const Clauses& clauses, int trigger);

/// The chunk of the thing the frame asks for as the verb's object; -1: none.
int objectOf(const SentenceView& view, const Reach& reach, const Frame& frame);

/// The actors in one place of the frame.
Actors actorsAt(const SentenceView& view, const Reach& reach, Place place, int object);

/// Everything the frame gives a role, by role.
struct Bound
{
    Actors payers, receivers, assets, either, holders, orgs;

    Actors& of(Role role);
};

Bound bound(const SentenceView& view, const Reach& reach, const Frame& frame, int object);

/// The sum that belongs to the trigger, as a chunk; -1: none.
int sumOf(const SentenceView& view, const Reach& reach, int object);

} // namespace gyre
