#include "graph/briefing/htmlruns.h"

#include <array>

namespace gyre {

namespace {

bool isInline(GumboTag tag)
{
    static constexpr std::array tags{
        GUMBO_TAG_A,      GUMBO_TAG_ABBR,   GUMBO_TAG_ACRONYM, GUMBO_TAG_B,     GUMBO_TAG_BDI,
        GUMBO_TAG_BDO,    GUMBO_TAG_BIG,    GUMBO_TAG_CITE,    GUMBO_TAG_CODE,  GUMBO_TAG_DATA,
        GUMBO_TAG_DEL,    GUMBO_TAG_DFN,    GUMBO_TAG_EM,      GUMBO_TAG_FONT,  GUMBO_TAG_I,
        GUMBO_TAG_IMG,    GUMBO_TAG_INS,    GUMBO_TAG_KBD,     GUMBO_TAG_LABEL, GUMBO_TAG_MARK,
        GUMBO_TAG_Q,      GUMBO_TAG_S,      GUMBO_TAG_SAMP,    GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,
        GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_SUB,     GUMBO_TAG_SUP,   GUMBO_TAG_TIME,
        GUMBO_TAG_TT,     GUMBO_TAG_U,      GUMBO_TAG_VAR,     GUMBO_TAG_WBR,   GUMBO_TAG_UNKNOWN,
        GUMBO_TAG_NOBR,   GUMBO_TAG_RUBY,   GUMBO_TAG_RB,      GUMBO_TAG_BUTTON};
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool isInvisible(QChar c)
{
    return c == u'\u00AD' || c == u'\u200B' || c == u'\u200C' || c == u'\u200D' || c == u'\u2060' ||
           c == u'\uFEFF';
}

class RunCollector
{
public:
    explicit RunCollector(const HtmlTree& tree)
        : m_tree(tree)
    {
    }

    void text(int i)
    {
        const bool isKept = enclosing(i, GUMBO_TAG_PRE) >= 0;
        const qsizetype before = m_text.size();
        for (const QChar c : m_tree.text(i)) {
            if (isInvisible(c))
                continue;
            if (!c.isSpace() || (isKept && c == u'\n'))
                m_text += c;
            else if (!m_text.isEmpty() && (isKept || !m_text.back().isSpace()))
                m_text += u' ';
        }
        if (enclosing(i, GUMBO_TAG_A) >= 0)
            m_linked += m_text.size() - before;
    }

    void lineBreak()
    {
        while (!m_text.isEmpty() && m_text.back() == u' ')
            m_text.chop(1);
        if (m_text.endsWith(u'\n'))
            flush();
        else if (!m_text.isEmpty())
            m_text += u'\n';
    }

    void block(int i)
    {
        flush();
        m_block = i;
    }

    void flush()
    {
        HtmlRun run;
        run.text = m_text.trimmed();
        run.linked = std::min(m_linked, run.text.size());
        m_text.clear();
        m_linked = 0;
        if (run.text.isEmpty())
            return;
        run.block = m_block;
        run.tag = tagAround(m_block);
        run.group = groupAround(m_block);
        m_runs.push_back(std::move(run));
    }

    std::vector<HtmlRun> done()
    {
        flush();
        return std::move(m_runs);
    }

private:
    /// The nearest ancestor of that tag before a block without it, -1: none.
    [[nodiscard]] int enclosing(int i, GumboTag tag) const
    {
        for (int at = i, steps = 0; at >= 0 && steps < 12; at = m_tree[at].parent, ++steps)
            if (m_tree[at].tag == tag)
                return at;
        return -1;
    }

    /// A paragraph in a list item or cell is of the item.
    [[nodiscard]] GumboTag tagAround(int i) const
    {
        for (int at = i, steps = 0; at >= 0 && steps < 4; at = m_tree[at].parent, ++steps) {
            const GumboTag tag = m_tree[at].tag;
            if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH ||
                (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6))
                return tag;
        }
        return m_tree[i].tag;
    }

    [[nodiscard]] int groupAround(int i) const
    {
        for (int at = i, steps = 0; at >= 0 && steps < 6; at = m_tree[at].parent, ++steps) {
            const GumboTag tag = m_tree[at].tag;
            if (tag == GUMBO_TAG_TR || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL)
                return at;
        }
        return -1;
    }

    const HtmlTree& m_tree;
    std::vector<HtmlRun> m_runs;
    QString m_text;
    qsizetype m_linked = 0;
    int m_block = 0;
};

} // namespace

std::vector<HtmlRun> htmlRuns(const HtmlTree& tree, int first, int end,
                              const std::function<bool(int node)>& isLeftOut)
{
    RunCollector collector(tree);
    /// Blocks that are open, the innermost last.
    std::vector<int> blocks{first};
    collector.block(first);
    for (int i = first; i < end;) {
        while (blocks.size() > 1 && i >= tree[blocks.back()].end) {
            blocks.pop_back();
            collector.block(blocks.back());
        }
        const HtmlNode& node = tree[i];
        if (!node.isText() && isLeftOut(i)) {
            // What is left out parts the text around it, unless it stands in a line of text.
            i = node.end;
            continue;
        }
        if (node.isText()) {
            collector.text(i);
        } else if (node.tag == GUMBO_TAG_BR) {
            collector.lineBreak();
        } else if (!isInline(node.tag)) {
            blocks.push_back(i);
            collector.block(i);
        }
        ++i;
    }
    return collector.done();
}

} // namespace gyre
