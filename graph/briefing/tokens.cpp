#include "graph/briefing/tokens.h"

#include "graph/briefing/phrasebook.h"

#include <array>

namespace gyre {

namespace {

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019' || c == u'\u02BC';
}

/// What the letters of ASCII are: asked for each letter of a text.
enum Kind : std::uint8_t
{
    Sign,
    Blank,
    Small,
    Capital,
    Digit
};

constexpr std::array<Kind, 128> ascii = [] {
    std::array<Kind, 128> made{};
    for (std::size_t c = 0; c < made.size(); ++c)
        made.at(c) = c >= 'a' && c <= 'z'              ? Small
                     : c >= 'A' && c <= 'Z'            ? Capital
                     : c >= '0' && c <= '9'            ? Digit
                     : c == ' ' || (c >= 9 && c <= 13) ? Blank
                                                       : Sign;
    return made;
}();

bool isWordCharacter(QChar c)
{
    if (c.unicode() < ascii.size())
        return ascii[c.unicode()] >= Small;
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

bool isDigit(QChar c)
{
    return c.unicode() < ascii.size() ? ascii[c.unicode()] == Digit : c.isDigit();
}

bool isBlank(QChar c)
{
    return c.unicode() < ascii.size()
               ? ascii[c.unicode()] == Blank
               : c.isSpace() || c.unicode() == 0xFEFF || c.unicode() == 0x200B;
}

class Cutter
{
public:
    Cutter(QStringView text, const WordTable& words, std::vector<Token>& made)
        : m_text(text)
        , m_words(words)
        , m_tokens(made)
    {
    }

    void cut()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (isBlank(c)) {
                ++m_at;
                m_isGlued = false;
                continue;
            }
            add(c);
            m_isGlued = true;
        }
    }

private:
    void add(QChar c)
    {
        if (isDigit(c))
            addToken(TokenKind::Number, numberEnd());
        else if (isWordCharacter(c))
            addToken(TokenKind::Word, wordEnd());
        else if (isApostrophe(c) && m_isGlued && possessiveEnd() > m_at)
            addToken(TokenKind::Possessive, possessiveEnd());
        else
            addToken(TokenKind::Mark, m_at + 1);
    }

    [[nodiscard]] QChar at(qsizetype i) const { return i < m_text.size() ? m_text[i] : QChar(); }

    /// "1,500", "0.8", "1.3": separators only between digits.
    [[nodiscard]] qsizetype numberEnd() const
    {
        qsizetype i = m_at + 1;
        while (at(i).isDigit() || ((at(i) == u'.' || at(i) == u',') && at(i + 1).isDigit()))
            ++i;
        return i;
    }

    /// Letters with digits behind them ("GB300"), "Amazon.com", "U.S", "AT&T"; a currency sign of
    /// letters ends where its number starts ("RMB5.9").
    [[nodiscard]] qsizetype wordEnd() const
    {
        qsizetype i = m_at + 1;
        for (; i < m_text.size(); ++i) {
            const QChar c = m_text[i];
            if (isDigit(c) && m_words.isCurrency(m_text.mid(m_at, i - m_at)))
                break;
            const bool joins = (c == u'.' || c == u'&') && at(i + 1).isLetter();
            if (!isWordCharacter(c) && !joins)
                break;
        }
        return i;
    }

    /// "’s", or the bare apostrophe behind the s of a plural; `m_at` where it is neither.
    [[nodiscard]] qsizetype possessiveEnd() const
    {
        if (at(m_at + 1).toLower() == u's' && !isWordCharacter(at(m_at + 2)))
            return m_at + 2;
        const bool afterS = m_at > 0 && m_text[m_at - 1].toLower() == u's';
        return afterS && at(m_at + 1).isSpace() ? m_at + 1 : m_at;
    }

    void addToken(TokenKind kind, qsizetype end)
    {
        Token token;
        token.start = static_cast<int>(m_at);
        token.end = static_cast<int>(end);
        token.kind = kind;
        token.isGlued = m_isGlued;
        const QStringView word = m_text.mid(m_at, end - m_at);
        if (kind != TokenKind::Number)
            token.word = m_words.find(word);
        if (kind == TokenKind::Word) {
            token.isCapital = word.front().isUpper();
            token.isUpper =
                word.size() > 1 && token.isCapital &&
                std::none_of(word.begin(), word.end(), [](QChar c) { return c.isLower(); });
        }
        m_tokens.push_back(token);
        m_at = end;
    }

    QStringView m_text;
    const WordTable& m_words;
    std::vector<Token>& m_tokens;
    qsizetype m_at = 0;
    bool m_isGlued = false;
};

} // namespace

std::vector<Token> tokens(QStringView text, const WordTable& words)
{
    std::vector<Token> made;
    made.reserve(static_cast<std::size_t>(text.size() / 5 + 8));
    tokensInto(made, text, words);
    return made;
}

void tokensInto(std::vector<Token>& made, QStringView text, const WordTable& words)
{
    made.clear();
    Cutter(text, words, made).cut();
}

} // namespace gyre
