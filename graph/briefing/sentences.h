// Tokens → sentences. Full stops of abbreviations and initials end none; headings, list items and
// blank lines do. A text without full stops is cut into pieces of bounded length, so that every
// later step is linear in the text.
#pragma once

#include "graph/briefing/tokens.h"

#include <QStringView>

#include <span>
#include <vector>

namespace gyre {

struct LexiconData;

struct Sentence
{
    /// Tokens [first, last).
    int first = 0;
    int last = 0;
    bool startsParagraph = false;

    [[nodiscard]] int size() const { return last - first; }
};

/// A text cut up: what every later step looks at.
struct Prose
{
    QStringView text;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;

    [[nodiscard]] const Token& at(int token) const
    {
        return tokens[static_cast<std::size_t>(token)];
    }

    [[nodiscard]] QStringView words(int token) const { return at(token).span().in(text); }

    /// From the start of token `first` to the end of token `last` - 1.
    [[nodiscard]] TextSpan span(int first, int last) const
    {
        return {at(first).start, at(last - 1).end};
    }

    [[nodiscard]] bool isMark(int token, char16_t mark) const
    {
        return at(token).kind == TokenKind::Mark && text[at(token).start] == QChar(mark);
    }

    /// Without regard to case; `word` in small letters of English.
    [[nodiscard]] bool is(int token, QStringView word) const
    {
        const Token& here = at(token);
        if (here.end - here.start != word.size())
            return false;
        for (int i = 0; i < here.end - here.start; ++i) {
            const char16_t c = text[here.start + i].unicode();
            if ((c >= u'A' && c <= u'Z' ? c + (u'a' - u'A') : c) != word[i].unicode())
                return false;
        }
        return true;
    }

    [[nodiscard]] int size() const { return static_cast<int>(tokens.size()); }
};

/// The greatest number of tokens in a sentence.
constexpr int longestSentence = 400;

/// `text` must outlive the result. O(length).
Prose prose(QStringView text, const LexiconData& lexicon);

} // namespace gyre
