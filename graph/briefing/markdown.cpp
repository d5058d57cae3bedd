#include "graph/briefing/markdowninline.h"
#include "graph/briefing/sourcetext.h"
#include "graph/briefing/writtendate.h"

#include <QRegularExpression>
#include <QStringList>

namespace gyre {

namespace {

struct FrontMatter
{
    SourceText source;
    /// Lines it takes, with both fences.
    qsizetype lines = 0;
};

QString unquoted(QString value)
{
    value = value.trimmed();
    if (value.size() >= 2 && (value.front() == u'"' || value.front() == u'\'') &&
        value.back() == value.front())
        value = value.sliced(1, value.size() - 2);
    return value;
}

/// YAML or TOML between fences: the plain "key: value" lines of it.
FrontMatter frontMatter(const QStringList& lines)
{
    FrontMatter matter;
    const QString fence = lines.isEmpty() ? QString() : lines.front().trimmed();
    if (fence != u"---" && fence != u"+++")
        return matter;
    const qsizetype end = lines.indexOf(fence, 1);
    if (end < 0 || end > 200)
        return matter;
    for (const QString& line : lines.mid(1, end - 1)) {
        const qsizetype mark = line.indexOf(fence == u"---" ? QLatin1Char(':') : QLatin1Char('='));
        if (mark < 0)
            continue;
        const QString key = line.first(mark).trimmed().toLower();
        const QString value = unquoted(line.sliced(mark + 1));
        if (key == u"title" || key == u"headline")
            matter.source.title = value;
        else if (key == u"publisher" || key == u"source" || key == u"publication")
            matter.source.publisher = value;
        else if (key == u"date" || key == u"published")
            matter.source.date = metaDate(value);
    }
    matter.lines = end + 1;
    return matter;
}

/// Lines → blocks of text, one a paragraph, heading, list item or line of code.
class MarkdownBlocks
{
public:
    explicit MarkdownBlocks(const QStringList& lines)
    {
        for (const QString& line : lines)
            take(line);
        finish();
    }

    [[nodiscard]] QString title() const { return m_title; }

    [[nodiscard]] QString text() const
    {
        QString text;
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            if (i > 0)
                text += areTight(m_blocks[i - 1], m_blocks[i]) ? QStringLiteral("\n")
                                                               : QStringLiteral("\n\n");
            text += m_blocks[i].text;
        }
        return text;
    }

private:
    enum class Kind
    {
        Paragraph,
        Item,
        Row,
        Code
    };

    struct Block
    {
        QString text;
        Kind kind = Kind::Paragraph;
    };

    /// List items, rows and lines of code follow each other without a blank line.
    static bool areTight(const Block& one, const Block& next)
    {
        return one.kind == next.kind && one.kind != Kind::Paragraph;
    }

    void take(QString line)
    {
        if (line.isEmpty() && !m_isInCode)
            return finish();
        if (!m_isInCode) {
            const bool wasEmpty = line.isEmpty();
            line = withoutScripts(line);
            if (line.isEmpty() && !wasEmpty)
                return;
        }
        static const QRegularExpression quote(QStringLiteral(R"(^ {0,3}(?:> ?)+)"));
        line.remove(quote);
        const QString bare = line.trimmed();
        if (takesFence(bare))
            return;
        if (m_isInCode) {
            m_blocks.push_back({line, Kind::Code});
            return;
        }
        if (bare.isEmpty())
            return finish();
        if (takesUnderline(bare) || takesHeading(bare) || isRule(bare) || isDefinition(bare) ||
            takesTableRow(bare) || takesListItem(bare))
            return;
        m_paragraph << bare;
    }

    struct ScriptTag
    {
        QString name;
        qsizetype start = -1;
        qsizetype end = -1;
    };

    /// The first that opens a script or a style sheet from `from` on; one in code only speaks of
    /// it.
    static ScriptTag scriptTag(const QString& line, qsizetype from)
    {
        constexpr qsizetype longestTag = 1024;
        static const QRegularExpression opening(QStringLiteral(R"(^<(script|style)(?:\s[^<>]*)?>)"),
                                                QRegularExpression::CaseInsensitiveOption);
        for (qsizetype at = line.indexOf(QLatin1String("<s"), from, Qt::CaseInsensitive); at >= 0;
             at = line.indexOf(QLatin1String("<s"), at + 2, Qt::CaseInsensitive)) {
            const auto match = opening.match(line.mid(at, longestTag));
            if (match.hasMatch() && (at == 0 || line[at - 1] != u'`'))
                return {match.captured(1), at, at + match.capturedLength()};
        }
        return {};
    }

    /// A script or a style sheet between its tags is no prose. One that does not end on its line
    /// must begin a line: a tag that is merely spoken of swallows nothing.
    QString withoutScripts(const QString& line)
    {
        QString kept;
        qsizetype from = 0;
        for (;;) {
            if (!m_scriptEnd.isEmpty()) {
                const qsizetype end = line.indexOf(m_scriptEnd, from, Qt::CaseInsensitive);
                if (end < 0)
                    return kept;
                const qsizetype close = line.indexOf(QLatin1Char('>'), end);
                from = close < 0 ? line.size() : close + 1;
                m_scriptEnd.clear();
            }
            const ScriptTag tag = scriptTag(line, from);
            const QString end = QStringLiteral("</") + tag.name;
            const bool isBlock =
                tag.start >= 0 && QStringView(line).first(tag.start).trimmed().isEmpty();
            if (tag.start < 0 || (!isBlock && line.indexOf(end, tag.end, Qt::CaseInsensitive) < 0))
                return kept + line.sliced(from);
            kept += line.sliced(from, tag.start - from);
            m_scriptEnd = end;
            from = tag.end;
        }
    }

    bool takesFence(const QString& bare)
    {
        const bool isFence =
            bare.startsWith(QLatin1String("```")) || bare.startsWith(QLatin1String("~~~"));
        if (isFence) {
            finish();
            m_isInCode = !m_isInCode;
        }
        return isFence;
    }

    bool takesUnderline(const QString& bare)
    {
        static const QRegularExpression underline(QStringLiteral("^(?:=+|-{2,})$"));
        if (m_paragraph.isEmpty() || m_isItem || !underline.match(bare).hasMatch())
            return false;
        addHeading(m_paragraph.join(QLatin1Char(' ')), bare.startsWith(QLatin1Char('=')) ? 1 : 2);
        m_paragraph.clear();
        return true;
    }

    bool takesHeading(const QString& bare)
    {
        int level = 0;
        while (level < bare.size() && bare[level] == u'#')
            ++level;
        if (level < 1 || level > 6 || (level < bare.size() && !bare[level].isSpace()))
            return false;
        finish();
        QStringView words = QStringView(bare).sliced(level).trimmed();
        QStringView unclosed = words;
        while (unclosed.endsWith(u'#'))
            unclosed.chop(1);
        if (unclosed.isEmpty() || unclosed.back().isSpace())
            words = unclosed.trimmed();
        addHeading(words.toString(), level);
        return true;
    }

    void addHeading(const QString& words, int level)
    {
        const QString text = inlineText(words);
        if (text.isEmpty())
            return;
        if (m_title.isEmpty() || (level == 1 && m_titleLevel > 1)) {
            m_title = text;
            m_titleLevel = level;
        }
        m_blocks.push_back({text, Kind::Paragraph});
    }

    bool isRule(const QString& bare)
    {
        static const QRegularExpression rule(
            QStringLiteral(R"(^(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$)"));
        if (!rule.match(bare).hasMatch())
            return false;
        finish();
        return true;
    }

    /// "[1]: https://…" and the like are for the renderer.
    static bool isDefinition(const QString& bare)
    {
        static const QRegularExpression definition(QStringLiteral(R"(^\[[^\]]{1,200}\]:\s*\S+)"));
        return !bare.startsWith(QLatin1String("[^")) && definition.match(bare).hasMatch();
    }

    bool takesTableRow(const QString& bare)
    {
        if (!bare.startsWith(QLatin1Char('|')) || !bare.endsWith(QLatin1Char('|')) ||
            bare.size() < 3)
            return false;
        finish();
        static const QRegularExpression ruler(QStringLiteral(R"(^[|:\s-]+$)"));
        if (ruler.match(bare).hasMatch())
            return true;
        QStringList cells;
        for (const QString& cell : bare.sliced(1, bare.size() - 2).split(QLatin1Char('|')))
            cells << inlineText(cell);
        m_blocks.push_back({cells.join(QLatin1Char('\t')), Kind::Row});
        return true;
    }

    bool takesListItem(const QString& bare)
    {
        static const QRegularExpression item(
            QStringLiteral(R"(^([-+*]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$)"));
        const auto match = item.match(bare);
        if (!match.hasMatch())
            return false;
        finish();
        m_isItem = true;
        m_mark = match.capturedLength(1) > 1 ? match.captured(1) : QStringLiteral("-");
        m_paragraph << match.captured(2);
        return true;
    }

    void finish()
    {
        const QString text = inlineText(m_paragraph.join(QLatin1Char(' ')));
        if (!text.isEmpty())
            m_blocks.push_back(m_isItem ? Block{m_mark + QLatin1Char(' ') + text, Kind::Item}
                                        : Block{text, Kind::Paragraph});
        m_paragraph.clear();
        m_isItem = false;
    }

    std::vector<Block> m_blocks;
    QStringList m_paragraph;
    QString m_mark;
    /// Of the script or style sheet that is open.
    QString m_scriptEnd;
    QString m_title;
    int m_titleLevel = 7;
    bool m_isItem = false;
    bool m_isInCode = false;
};

} // namespace

SourceText markdownSource(const QString& text)
{
    const QStringList lines = text.split(QLatin1Char('\n'));
    const FrontMatter matter = frontMatter(lines);
    const MarkdownBlocks blocks(lines.mid(matter.lines));
    const SourceText plain = plainSource(blocks.text());
    SourceText source = matter.source;
    source.text = plain.text;
    if (source.title.isEmpty())
        source.title = blocks.title().isEmpty() ? plain.title : blocks.title();
    if (source.publisher.isEmpty())
        source.publisher = plain.publisher;
    if (!source.date)
        source.date = plain.date;
    return source;
}

} // namespace gyre
