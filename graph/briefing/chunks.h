// A sentence as a row of chunks: parties, figures, dates, deal verbs and nouns, and the small words
// between them. What the rules of arguments, status and claims look at.
#pragma once

#include "graph/briefing/amounts.h"
#include "graph/briefing/dates.h"
#include "graph/briefing/lexicondata.h"
#include "graph/briefing/names.h"

#include <vector>

namespace gyre {

enum class ChunkKind : std::uint8_t
{
    Party,
    Collective,
    Money,
    Percent,
    Date,
    Verb,
    Noun,
    Goods,
    Metric,
    Preposition,
    Determiner,
    Auxiliary,
    Negation,
    And,
    Comma,
    Who,
    Clause,
    Says,
    Adverb,
    Stop,
    Open,
    Close,
    Break,
    Worth,
    Descriptor,
    Person,
    Other
};

struct Chunk
{
    ChunkKind kind = ChunkKind::Other;
    /// Of a verb.
    Form form = Form::None;
    /// Of a verb: its number; of a noun: its Thing; of a preposition: its Place; of goods: their
    /// number; of an auxiliary: which.
    std::uint16_t value = 0;
    /// Into the parties, figures, percents or dates.
    int index = -1;
    /// Tokens [first, last).
    int first = 0;
    int last = 0;
};

/// One or more firms in one place of a sentence.
struct Party
{
    /// Indices into Names::firms; empty for an unnamed collective.
    std::vector<int> firms;
    /// "investors", "A, B and others".
    bool isCollective = false;
    bool isPossessive = false;
    /// A pronoun or a description stands for the name.
    bool isReference = false;
    /// Stands before a noun: "Nvidia chips", "OpenAI employees".
    bool isModifier = false;
    /// "Nvidia-backed": the doer of a participle that describes another firm.
    bool isCompound = false;
    /// "advised Zeta", "helped Zeta raise": what follows is its deed and its own.
    bool isServed = false;
    /// "the company": says of no kind of firm.
    bool isGeneric = false;
    /// A division without a name of its own, "Zeta’s robotics arm": what is bought is not the firm.
    QString part;
};

/// A firm as it was last spoken of.
struct Spoken
{
    int firm = -1;
    int sentence = 0;
    /// A subject weighs more than an owner or the object of "of".
    float weight = 1;
};

/// What the text has said so far: who "the chipmaker" or "it" may be.
struct Discourse
{
    /// In order of mention, the last ones last.
    std::vector<Spoken> recent;
    int sentence = 0;
    /// Who the last sentence was about.
    int topic = -1;
    /// Payer and receiver of the last deal.
    std::vector<int> pair;
    /// The sentence that told it, and whether the receiver was bought whole.
    int pairSentence = -1;
    bool isTakeover = false;
};

struct Analysis
{
    const Prose& prose;
    const LexiconData& lexicon;
    const Names& names;
    const Amounts& amounts;
    const std::vector<DateMention>& dates;
};

/// Where the lists of mentions, figures and dates have come to: sentences are taken in order.
struct Cursor
{
    std::size_t mention = 0;
    std::size_t figure = 0;
    std::size_t percent = 0;
    std::size_t date = 0;
    std::size_t person = 0;
};

struct Clauses
{
    Sentence sentence;
    std::vector<Chunk> chunks;
    std::vector<Party> parties;
    /// The first party that is no object; -1: none.
    int subject = -1;

    [[nodiscard]] int size() const { return static_cast<int>(chunks.size()); }

    [[nodiscard]] const Chunk& at(int i) const { return chunks[static_cast<std::size_t>(i)]; }

    [[nodiscard]] bool is(int i, ChunkKind kind) const
    {
        return i >= 0 && i < size() && at(i).kind == kind;
    }

    [[nodiscard]] bool isNoun(int i, Thing thing) const
    {
        return is(i, ChunkKind::Noun) && at(i).value == static_cast<std::uint16_t>(thing);
    }

    [[nodiscard]] bool isPlace(int i, Place place) const
    {
        return is(i, ChunkKind::Preposition) && at(i).value == static_cast<std::uint16_t>(place);
    }

    [[nodiscard]] const Party& party(int i) const
    {
        return parties[static_cast<std::size_t>(at(i).index)];
    }
};

/// The chunks of one sentence, its references resolved by what came before; `discourse` is told of
/// the firms it names. O(tokens of the sentence).
Clauses chunked(const Analysis& analysis, const Sentence& sentence, Cursor& cursor,
                Discourse& discourse);

} // namespace gyre
