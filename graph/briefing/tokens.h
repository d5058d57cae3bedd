// Text → tokens: words, numbers, marks and possessive endings, each with its span. The lexicon's
// own phrases are cut by the same function, so that "T-Mobile" or "Amazon’s" meets its row.
#pragma once

#include "graph/basics/textspan.h"

#include <QStringView>

#include <cstdint>
#include <vector>

namespace gyre {

class WordTable;

enum class TokenKind : std::uint8_t
{
    Word,
    Number,
    Mark,
    Possessive
};

struct Token
{
    /// In UTF-16 units of the text.
    int start = 0;
    int end = 0;
    /// Of the word table, in lower case; 0: a word the lexicon does not have.
    std::uint32_t word = 0;
    TokenKind kind = TokenKind::Word;
    /// The first letter is a capital.
    bool isCapital = false;
    /// Letters and no small one among them, at least two.
    bool isUpper = false;
    /// No blank before it.
    bool isGlued = false;

    [[nodiscard]] TextSpan span() const { return {start, end}; }
};

/// O(length).
std::vector<Token> tokens(QStringView text, const WordTable& words);
/// The same into a vector that is used again and again.
void tokensInto(std::vector<Token>& made, QStringView text, const WordTable& words);

} // namespace gyre
