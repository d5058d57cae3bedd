#include "graph/briefing/markdowninline.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace gyre {

namespace {

/// Marks of emphasis are taken off where they have a partner in the same paragraph.
class EmphasisMarks
{
public:
    explicit EmphasisMarks(QStringView text)
        : m_text(text)
        , m_isMark(static_cast<std::size_t>(text.size()), false)
    {
        for (qsizetype i = 0; i < text.size();) {
            const qsizetype end = endOfRun(i);
            if (end > i)
                take({static_cast<int>(i), static_cast<int>(end)});
            i = std::max(end, i + 1);
        }
    }

    [[nodiscard]] bool isMark(qsizetype i) const { return m_isMark[static_cast<std::size_t>(i)]; }

private:
    struct Run
    {
        int start = 0;
        int end = 0;
    };

    [[nodiscard]] qsizetype endOfRun(qsizetype i) const
    {
        const QChar c = m_text[i];
        if ((c != u'*' && c != u'_' && c != u'~') || (i > 0 && m_text[i - 1] == u'\\'))
            return i;
        qsizetype end = i;
        while (end < m_text.size() && m_text[end] == c)
            ++end;
        return c == u'~' && end - i != 2 ? i : end;
    }

    void take(Run run)
    {
        const QChar c = m_text[run.start];
        const QChar before = run.start > 0 ? m_text[run.start - 1] : QChar(u' ');
        const QChar after = run.end < m_text.size() ? m_text[run.end] : QChar(u' ');
        const bool isWithinWord = before.isLetterOrNumber() && after.isLetterOrNumber();
        const bool closes = !before.isSpace() && !(c == u'_' && isWithinWord);
        const bool opens = !after.isSpace() && !(c == u'_' && isWithinWord);
        auto& open = m_open.at(c == u'*' ? 0 : c == u'_' ? 1 : 2);
        while (closes && run.start < run.end && !open.empty()) {
            Run& partner = open.back();
            m_isMark[static_cast<std::size_t>(--partner.end)] = true;
            m_isMark[static_cast<std::size_t>(run.start++)] = true;
            if (partner.start == partner.end)
                open.pop_back();
        }
        if (opens && run.start < run.end)
            open.push_back(run);
    }

    QStringView m_text;
    std::vector<bool> m_isMark;
    std::array<std::vector<Run>, 3> m_open;
};

QString withoutEmphasis(const QString& text)
{
    const EmphasisMarks marks(text);
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i)
        if (!marks.isMark(i))
            plain += text[i];
    return plain;
}

QString withoutEscapes(QString text)
{
    static const QRegularExpression escape(QStringLiteral(R"(\\([!-/:-@\[-`{-~]))"));
    text.replace(escape, QStringLiteral("\\1"));
    static constexpr std::array<std::pair<const char*, char16_t>, 6> entities{{{"&nbsp;", u'\xA0'},
                                                                               {"&lt;", u'<'},
                                                                               {"&gt;", u'>'},
                                                                               {"&quot;", u'"'},
                                                                               {"&#39;", u'\''},
                                                                               {"&amp;", u'&'}}};
    for (const auto& [entity, character] : entities)
        text.replace(QLatin1String(entity), QString(QChar(character)));
    return text;
}

struct Rule
{
    QRegularExpression mark;
    QString words;
};

/// Images, links, notes, tags: what goes and what of it stays, in this order. All repeats are
/// bounded, so that no text takes more than its length.
const std::vector<Rule>& rules()
{
    static const QString first = QStringLiteral("\\1");
    static const std::vector<Rule> all{
        {QRegularExpression(QStringLiteral(
             R"(!\[[^\]\n]{0,500}\](?:\([^()\s]{0,2000}[^()]{0,200}\)|\[[^\]\n]{0,200}\]))")),
         {}},
        {QRegularExpression(QStringLiteral(
             R"(\[([^\[\]]{1,1000})\]\(<?[^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?>?)"
             R"((?:\s+["'(][^()]{0,300}["')])?\))")),
         first},
        {QRegularExpression(QStringLiteral(R"(\[\^[^\]\s]{1,50}\])")), {}},
        {QRegularExpression(QStringLiteral(R"(\[([^\[\]]{1,1000})\]\[[^\[\]]{0,200}\])")), first},
        {QRegularExpression(QStringLiteral(R"(<((?:https?|mailto):[^<>\s]{1,2000})>)")), first},
        {QRegularExpression(QStringLiteral(R"(</?[A-Za-z][^<>\n]{0,1000}>|<!--[^<>]{0,2000}-->)")),
         {}}};
    return all;
}

} // namespace

QString inlineText(QString text)
{
    // Most of what is read has none of the marks.
    static constexpr QStringView marks = u"![<*_~`\\&";
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return marks.contains(c); }))
        return text.simplified();
    for (const Rule& rule : rules())
        text.replace(rule.mark, rule.words);
    text = withoutEmphasis(text);
    static const QRegularExpression code(QStringLiteral("(?<!\\\\)`{1,3}"));
    return withoutEscapes(text.remove(code)).simplified();
}

} // namespace gyre
