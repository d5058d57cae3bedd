// The lexicon's memory: words numbered, phrases of words in a tree, a meaning at the end of each.
// Both are open hash tables over flat arrays: a word costs one look, whatever the lexicon's size.
#pragma once

#include "graph/briefing/tokens.h"

#include <QStringView>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gyre {

/// What a phrase can be. The rows of resources/lexicon name these.
enum class Category : std::uint8_t
{
    // Names
    Firm,
    Product,
    Outlet,
    Place,
    Person,
    Title,
    NoName,
    FirmSuffix,
    Descriptor,
    Demonym,
    Part,
    // Figures
    Currency,
    CurrencySign,
    Scale,
    Number,
    SameSum,
    Share,
    PercentWord,
    Hedge,
    HedgeAfter,
    Filler,
    Rate,
    // Time
    Month,
    Weekday,
    Relative,
    Background,
    Vague,
    Unit,
    // Deals
    Verb,
    Noun,
    Goods,
    Metric,
    Cue,
    Denial,
    Condition,
    Advice,
    Doubt,
    Complement,
    Sequel,
    Unfinished,
    Pending,
    Reduction,
    Service,
    Collective,
    People,
    /// Verbs whose object gets what is told behind it; those whose subject goes to somebody.
    Giving,
    Passing,
    /// "mostly": others are there too.
    Mostly,
    /// What firms earn, of which a share can be theirs who lend or license.
    Income,
    Basis,
    // Grammar
    Preposition,
    Determiner,
    Pronoun,
    Auxiliary,
    Negation,
    And,
    Who,
    Clause,
    Says,
    Adverb,
    Stop,
    Abbreviation,
    Count
};

/// Which form of a verb: the tense and the voice hang on it.
enum class Form : std::uint8_t
{
    None,
    Base,
    Third,
    Past,
    Participle,
    Gerund
};

struct Meaning
{
    Category category = Category::Count;
    Form form = Form::None;
    std::uint16_t value = 0;
    /// Tokens it covers.
    int length = 0;
};

using CategorySet = std::uint64_t;

constexpr CategorySet in(Category category)
{
    return CategorySet{1} << static_cast<unsigned>(category);
}

static_assert(static_cast<unsigned>(Category::Count) < 64);

/// Words, without regard to case, ↔ 1, 2, 3 … ; 0 is no word.
class WordTable
{
public:
    WordTable();

    /// `word` must outlive the table.
    std::uint32_t add(QStringView word);
    [[nodiscard]] std::uint32_t find(QStringView word) const;
    [[nodiscard]] bool isCurrency(QStringView word) const;

    void setCurrency(std::uint32_t word) { m_isCurrency[word] = true; }

private:
    struct Slot
    {
        std::uint32_t hash = 0;
        std::uint32_t word = 0;
    };

    void grow();

    std::vector<Slot> m_slots;
    std::vector<QStringView> m_words;
    std::vector<bool> m_isCurrency;
};

class PhraseBook
{
public:
    PhraseBook();

    /// Words in order; at least one.
    void add(std::span<const std::uint32_t> words, Meaning meaning);

    /// The longest phrase of one of `wanted` that starts at `from` and ends before `end`; of
    /// equally long ones the first added.
    [[nodiscard]] std::optional<Meaning> longest(std::span<const Token> tokens, int from, int end,
                                                 CategorySet wanted) const
    {
        // Most looks are in vain and end here.
        if (from >= end || (openedBy(tokens[static_cast<std::size_t>(from)]) & wanted) == 0)
            return std::nullopt;
        return longestOf(tokens, from, end, wanted);
    }

    /// Categories of the phrases that start with this word.
    [[nodiscard]] CategorySet openedBy(const Token& token) const
    {
        return token.word < m_openings.size() ? m_openings[token.word].below : 0;
    }

    /// Calls `visit(Meaning)` for every phrase that starts at `from`, short ones first.
    template<typename Visit>
    void each(std::span<const Token> tokens, int from, int end, CategorySet wanted,
              Visit visit) const
    {
        if (from >= end || (openedBy(tokens[static_cast<std::size_t>(from)]) & wanted) == 0)
            return;
        std::uint32_t node = m_openings[tokens[static_cast<std::size_t>(from)].word].node;
        for (int i = from;; node = child(node, tokens[static_cast<std::size_t>(i)].word)) {
            if (node == 0 || (m_nodes[node].below & wanted) == 0)
                return;
            for (std::uint32_t e = m_nodes[node].firstMeaning; e != 0; e = m_meanings[e].next)
                if ((in(m_meanings[e].meaning.category) & wanted) != 0)
                    visit(m_meanings[e].meaning);
            if (++i >= end)
                return;
        }
    }

private:
    struct Node
    {
        std::uint32_t firstMeaning = 0;
        /// Categories at this node and below it.
        CategorySet below = 0;
    };

    struct Edge
    {
        std::uint64_t key = 0;
        std::uint32_t node = 0;
    };

    struct Listed
    {
        Meaning meaning;
        std::uint32_t next = 0;
    };

    /// What a phrase's first word leads to.
    struct Opening
    {
        CategorySet below = 0;
        std::uint32_t node = 0;
    };

    [[nodiscard]] std::optional<Meaning> longestOf(std::span<const Token> tokens, int from, int end,
                                                   CategorySet wanted) const;
    [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint32_t word) const;
    std::uint32_t childMade(std::uint32_t node, std::uint32_t word);
    void grow();

    std::vector<Node> m_nodes;
    std::vector<Edge> m_edges;
    /// By word.
    std::vector<Opening> m_openings;
    std::size_t m_edgeCount = 0;
    std::vector<Listed> m_meanings;
};

} // namespace gyre
