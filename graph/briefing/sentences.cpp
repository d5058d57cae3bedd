#include "graph/briefing/sentences.h"

#include "graph/briefing/lexicondata.h"

namespace gyre {

namespace {

/// A line shorter than this that ends without a full stop is a heading or an item, not a wrapped
/// one.
constexpr int wrappedLine = 45;

bool isOneOf(QChar c, QStringView set)
{
    return set.contains(c);
}

class Splitter
{
public:
    Splitter(Prose& prose, const LexiconData& lexicon)
        : m_prose(prose)
        , m_lexicon(lexicon)
    {
    }

    void split()
    {
        int first = 0;
        bool startsParagraph = true;
        for (int i = 0; i < m_prose.size(); ++i) {
            const Break found = i + 1 < m_prose.size() ? breakAfter(i) : Break::Paragraph;
            if (found == Break::None && i + 1 - first < longestSentence)
                continue;
            m_prose.sentences.push_back({first, i + 1, startsParagraph});
            startsParagraph = found == Break::Paragraph;
            first = i + 1;
        }
    }

private:
    enum class Break : std::uint8_t
    {
        None,
        Sentence,
        Paragraph
    };

    [[nodiscard]] Break breakAfter(int i)
    {
        const Token& token = m_prose.at(i);
        const Token& next = m_prose.at(i + 1);
        // Most words are followed by a blank or by nothing.
        if (next.start == token.end ||
            (next.start == token.end + 1 && token.kind != TokenKind::Mark &&
             m_prose.text[token.end] == u' '))
            return Break::None;
        const QStringView between = TextSpan{token.end, next.start}.in(m_prose.text);
        const qsizetype lines = between.count(u'\n');
        const bool ends = endsSentence(i);
        if (lines > 1 ||
            (lines == 1 && (ends || isShortLine(i) || startsItem(i + 1) || isInList(i))))
            return Break::Paragraph;

        return ends && !between.isEmpty() && mayStart(i + 1) ? Break::Sentence : Break::None;
    }

    /// A stop, or a closing quote or bracket behind one.
    [[nodiscard]] bool endsSentence(int i) const
    {
        if (m_prose.at(i).kind != TokenKind::Mark)
            return false;
        const QChar mark = m_prose.text[m_prose.at(i).start];
        if (isOneOf(mark, u"!?\u2026"))
            return true;
        if (isOneOf(mark, u"\"\u201D\u2019)") && i > 0 && m_prose.at(i).isGlued)
            return m_prose.isMark(i - 1, u'.') || m_prose.isMark(i - 1, u'!') ||
                   m_prose.isMark(i - 1, u'?');
        return mark == u'.' && !isAbbreviation(i - 1);
    }

    /// "Inc." and "J." are followed by more of the sentence, unless a plain word starts a new one.
    [[nodiscard]] bool isAbbreviation(int i) const
    {
        if (i < 0 || m_prose.at(i).kind != TokenKind::Word)
            return false;
        const bool isInitial = m_prose.at(i).span().length() == 1 && m_prose.at(i).isCapital;
        const bool isKnown =
            m_lexicon.phrases.longest(m_prose.tokens, i, i + 1, in(Category::Abbreviation))
                .has_value();
        if (isInitial)
            return true;
        if (!isKnown)
            return false;
        return i + 2 >= m_prose.size() ||
               !m_lexicon.phrases.longest(m_prose.tokens, i + 2, i + 3, in(Category::NoName));
    }

    [[nodiscard]] bool mayStart(int i) const
    {
        const Token& token = m_prose.at(i);
        return token.kind != TokenKind::Word || !m_prose.text[token.start].isLower() ||
               token.span().in(m_prose.text).contains(u'I') || hasInnerCapital(token);
    }

    /// "xAI" starts a sentence though it starts small.
    [[nodiscard]] bool hasInnerCapital(const Token& token) const
    {
        const QStringView word = token.span().in(m_prose.text);
        return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isUpper(); });
    }

    [[nodiscard]] bool isShortLine(int i) const
    {
        const int end = m_prose.at(i).end;
        int start = end;
        while (start > 0 && end - start < wrappedLine && m_prose.text[start - 1] != u'\n')
            --start;
        return end - start < wrappedLine;
    }

    /// Of three lines or more without a blank one between them none goes on in small letters: they
    /// are headlines, and not one text that was wrapped.
    [[nodiscard]] bool isInList(int i)
    {
        constexpr int leastLines = 3;
        const QStringView text = m_prose.text;
        const qsizetype at = m_prose.at(i).end;
        if (at < m_blockEnd)
            return m_isList;
        qsizetype start = m_blockEnd;
        if (const qsizetype blank = text.first(at).lastIndexOf(u"\n\n"); blank >= start)
            start = blank + 2;
        const qsizetype end = text.indexOf(u"\n\n", at);
        m_blockEnd = end < 0 ? text.size() : end;
        int lines = 0;
        m_isList = true;
        for (qsizetype from = start; from < m_blockEnd;) {
            while (from < m_blockEnd && text[from].isSpace())
                ++from;
            if (from >= m_blockEnd)
                break;
            ++lines;
            m_isList = m_isList && !text[from].isLower();
            const qsizetype next = text.indexOf(u'\n', from);
            from = next < 0 ? m_blockEnd : next;
        }
        m_isList = m_isList && lines >= leastLines;
        return m_isList;
    }

    [[nodiscard]] bool startsItem(int i) const
    {
        return m_prose.at(i).kind == TokenKind::Mark &&
               isOneOf(m_prose.text[m_prose.at(i).start], u"-*\u2022\u2013\u00B7#>");
    }

    Prose& m_prose;
    const LexiconData& m_lexicon;
    /// Of the lines without a blank one between them that were looked at last.
    qsizetype m_blockEnd = 0;
    bool m_isList = false;
};

} // namespace

Prose prose(QStringView text, const LexiconData& lexicon)
{
    Prose made;
    made.text = text;
    made.tokens = tokens(text, lexicon.words);
    Splitter(made, lexicon).split();
    return made;
}

} // namespace gyre
