// The clause a deed is told in: which words of its sentence speak of it and which of another deed.
// For status.cpp alone.
#pragma once

#include "graph/briefing/boundaries.h"
#include "graph/briefing/status.h"

#include <optional>

namespace gyre {

/// The trigger and its clause, with what is asked of their words.
class Scene
{
public:
    Scene(const Clauses& clauses, const Analysis& analysis, int trigger);

    [[nodiscard]] bool contains(const CueHit& cue) const;

    /// "reports said that", "…, people close to it said": told of the whole clause.
    [[nodiscard]] bool isTellingOf(const CueHit& cue) const;

    /// "…, but was turned down": the end of the same deal's story.
    [[nodiscard]] bool isEndOf(const CueHit& cue) const;

    /// "bought Zeta and scrapped a plan": the end of something else.
    [[nodiscard]] bool isOfOther(const CueHit& cue) const;

    /// "denied reports that it was in talks to buy": nothing between the denial and the deed.
    [[nodiscard]] bool isDeniedBy(const CueHit& denial) const;

    /// "If Zeta bought Acme, it would": where the condition stands, as a token; -1: there is none.
    [[nodiscard]] int condition() const;

    /// "Is Zeta buying Acme?": asked, and not said.
    [[nodiscard]] bool isAsked() const;

    /// "Zeta should buy": advice, and no plan of anybody.
    [[nodiscard]] bool isAdvised() const;

    /// "has not confirmed that Zeta will buy", "no evidence that".
    [[nodiscard]] bool isDoubted() const;

    /// A negation before the trigger, in its own clause.
    [[nodiscard]] bool isNegatedDeed() const;

    /// "has yet to buy"
    [[nodiscard]] bool isYetToCome() const;

    /// "has not been signed" leaves a deal unsigned and no deal cancelled.
    [[nodiscard]] std::optional<Status> unfinished(int first, int last) const;

private:
    [[nodiscard]] int chunkFrom(int token) const;

    [[nodiscard]] bool isWord(int chunk, Category category) const;

    [[nodiscard]] bool has(Category category, int first, int last) const;

    /// "was turned down", "and walked away", but not "and scrapped a plan to buy Acme".
    [[nodiscard]] bool isOfSubject(int cue) const;

    /// Where another clause begins that this one is no part of.
    [[nodiscard]] bool isBarrier(int i) const;

    [[nodiscard]] bool isOpen(int first, int last) const;

    const Clauses& m_clauses;
    const Analysis& m_analysis;
    int m_trigger = 0;
    Extent m_own;
    /// The clause's tokens.
    int m_first = 0;
    int m_last = 0;
};

} // namespace gyre
