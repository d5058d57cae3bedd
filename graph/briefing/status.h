// How sure a deal is, from the words around its own verb or noun: hedges of talk, words of signing
// and closing, denials, and else the verb's tense.
#pragma once

#include "graph/briefing/chunks.h"

namespace gyre {

/// A status word of a sentence.
struct CueHit
{
    /// Tokens [first, last).
    int first = 0;
    int last = 0;
    Status status = Status::Announced;
    /// 'b': counts for triggers behind it, 'a': for those before it, '*': for both;
    /// 's': a source, which makes no rumour of what is told as done.
    char side = '*';
    bool isDenial = false;
};

/// In order of the sentence. O(its tokens).
std::vector<CueHit> cueHits(const Analysis& analysis, const Sentence& sentence);

struct Standing
{
    Status status = Status::Announced;
    bool isDenied = false;
    /// No word says so: the tense does.
    bool isByTense = false;
    /// "had already": done before the news.
    bool isBackground = false;
    /// "up from $5 billion": true before the news, nobody says when.
    bool isEarlier = false;
    /// Supposed, advised or doubted: nobody says that it is or will be so.
    bool isUnreal = false;
};

/// Of the trigger at chunk `trigger` of a deal of `type`.
Standing standingOf(const Clauses& clauses, const Analysis& analysis,
                    const std::vector<CueHit>& cues, int trigger, DealType type);

} // namespace gyre
