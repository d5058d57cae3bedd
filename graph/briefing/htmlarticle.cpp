// The article of a page, by where its prose is dense and its links are few. After the idea of
// Kohlschütter, Fankhauser, Nejdl 2010 (text and link density of blocks) and of scoring the
// parents of paragraphs, with the semantic elements of HTML5 deciding between neighbours.
#include "graph/basics/diagnostic.h"
#include "graph/briefing/htmldetails.h"
#include "graph/briefing/htmlfurniture.h"
#include "graph/briefing/htmlruns.h"
#include "graph/briefing/sourcetext.h"
#include "graph/briefing/writtendate.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace gyre {

namespace {

bool endsSentence(const QString& text)
{
    static constexpr QStringView ends = u".!?:;…\"”’)。";
    return !text.isEmpty() && ends.contains(text.back());
}

/// How much prose a run is: its length, less for links, nothing for labels and headings.
double proseOf(const HtmlRun& run)
{
    const double unlinked = 1.0 - run.linkShare();
    const bool isProse = run.text.size() >= 80 || (run.text.size() >= 25 && endsSentence(run.text));
    if (run.isHeading() || !isProse || unlinked < 0.5)
        return 0;
    return static_cast<double>(run.text.size()) * unlinked * unlinked;
}

int childWeight(const QString& marks)
{
    static const QRegularExpression article(
        QStringLiteral("article|story|content|body|post|entry|text"),
        QRegularExpression::CaseInsensitiveOption);
    return article.match(marks).hasMatch() ? 1 : 0;
}

class ArticleFinder
{
public:
    ArticleFinder(const HtmlTree& tree, const std::vector<bool>& isFurniture, bool isLiveBlog)
        : m_tree(tree)
        , m_isLiveBlog(isLiveBlog)
        , m_isFurniture(isFurniture)
        , m_prose(isFurniture.size(), 0)
        , m_near(isFurniture.size(), 0)
    {
        for (const HtmlRun& run : htmlRuns(tree, 0, tree.size(), [this](int i) {
                 return m_isFurniture[static_cast<std::size_t>(i)];
             }))
            add(run);
        for (int i = tree.size() - 1; i > 0; --i)
            m_prose[at(tree[i].parent)] += m_prose[at(i)];
    }

    /// The element that holds the article.
    [[nodiscard]] int container() const
    {
        int best = 0;
        double most = 0;
        for (int i = 0; i < m_tree.size(); ++i) {
            if (m_near[at(i)] <= 0)
                continue;
            const QString marks = m_tree.attribute(i, "class") + m_tree.attribute(i, "id");
            const double score = m_near[at(i)] * (1 + 0.25 * childWeight(marks));
            if (score > most) {
                most = score;
                best = i;
            }
        }
        return widened(best);
    }

    [[nodiscard]] double prose(int i) const { return m_prose[at(i)]; }

private:
    static std::size_t at(int i) { return static_cast<std::size_t>(i); }

    /// A paragraph speaks for its parent, and half as much for the parent's parent.
    void add(const HtmlRun& run)
    {
        const double prose = proseOf(run);
        m_prose[at(run.block)] += prose;
        const bool isParagraph = m_tree[run.block].tag == GUMBO_TAG_P || run.tag == GUMBO_TAG_LI ||
                                 run.tag == GUMBO_TAG_BLOCKQUOTE;
        const int holder = isParagraph ? m_tree[run.block].parent : run.block;
        if (holder < 0)
            return;
        m_near[at(holder)] += prose;
        if (m_tree[holder].parent >= 0)
            m_near[at(m_tree[holder].parent)] += prose / 2;
    }

    /// Up to the element that says it is the article, or to where its parts were split by adverts.
    [[nodiscard]] int widened(int best) const
    {
        for (const auto isArticle : {&ArticleFinder::isArticleBody, &ArticleFinder::isArticle})
            for (int i = best; i > 0; i = m_tree[i].parent)
                if ((this->*isArticle)(i))
                    return m_isLiveBlog && isSplitArticle(m_tree[i].parent, i) ? m_tree[i].parent
                                                                               : i;
        int widest = best;
        for (int i = best; i > 0 && m_tree[i].tag != GUMBO_TAG_BODY; i = m_tree[i].parent)
            if (isSplitArticle(m_tree[i].parent, i))
                widest = m_tree[i].parent;
        return widest;
    }

    [[nodiscard]] bool isArticleBody(int i) const
    {
        return m_tree.attribute(i, "itemprop").contains(QLatin1String("articleBody"));
    }

    [[nodiscard]] bool isArticle(int i) const
    {
        return m_tree[i].tag == GUMBO_TAG_ARTICLE || m_tree.attribute(i, "role") == u"article";
    }

    /// `parent` holds several parts marked alike, and the prose is in more than one of them.
    [[nodiscard]] bool isSplitArticle(int parent, int part) const
    {
        const QString mark = m_tree.attribute(part, "class");
        double alike = 0;
        for (int i = parent + 1; i < m_tree[parent].end; i = m_tree[i].end)
            if (i != part && m_tree[i].tag == m_tree[part].tag &&
                m_tree.attribute(i, "class") == mark)
                alike += m_prose[at(i)];
        return alike > 0.15 * m_prose[at(part)];
    }

    const HtmlTree& m_tree;
    bool m_isLiveBlog;
    const std::vector<bool>& m_isFurniture;
    std::vector<double> m_prose;
    std::vector<double> m_near;
};

int wordCount(const QString& text)
{
    return static_cast<int>(text.count(QLatin1Char(' '))) + 1;
}

bool hasFigure(const QString& text)
{
    static const QRegularExpression figure(QStringLiteral("[$€£¥%]|\\d\\s*(?:bn|billion|million)"));
    return figure.match(text).hasMatch();
}

/// "By Jo Blank", "16 December 2025", "4 min read", "Share": beside the article, not of it.
bool isLabel(const HtmlRun& run)
{
    if (run.isHeading() || run.tag == GUMBO_TAG_LI || run.tag == GUMBO_TAG_TD ||
        run.tag == GUMBO_TAG_TH || run.tag == GUMBO_TAG_PRE || run.tag == GUMBO_TAG_BLOCKQUOTE)
        return false;
    const QString& text = run.text;
    if (wordCount(text) <= 14 && text.startsWith(QLatin1String("by "), Qt::CaseInsensitive) &&
        !endsSentence(text))
        return true;
    if (endsSentence(text) || hasFigure(text))
        return false;
    if (wordCount(text) <= 6)
        return true;
    const auto date = writtenDate(text);
    return date && text.size() - date->span.length() < 30;
}

bool isLinkList(const HtmlRun& run)
{
    if (run.isHeading())
        return run.tag != GUMBO_TAG_H1 && run.linkShare() > 0.8;
    return run.text.size() < 300 && run.linkShare() > (run.tag == GUMBO_TAG_LI ? 0.6 : 0.75);
}

/// Headings with nothing below them headed what was left out.
void dropBareHeadings(std::vector<HtmlRun>& runs)
{
    std::vector<HtmlRun> kept;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const bool isBare =
            runs[i].isHeading() && runs[i].tag != GUMBO_TAG_H1 &&
            (i + 1 == runs.size() || (runs[i + 1].isHeading() && runs[i + 1].tag <= runs[i].tag));
        if (!isBare)
            kept.push_back(std::move(runs[i]));
    }
    runs = std::move(kept);
}

QString joined(const std::vector<HtmlRun>& runs)
{
    QString text;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const HtmlRun& run = runs[i];
        const bool isCell = run.tag == GUMBO_TAG_TD || run.tag == GUMBO_TAG_TH;
        const bool isItem = run.tag == GUMBO_TAG_LI;
        if (i > 0) {
            const HtmlRun& before = runs[i - 1];
            const bool wasCell = before.tag == GUMBO_TAG_TD || before.tag == GUMBO_TAG_TH;
            const bool isSameGroup = run.group >= 0 && run.group == before.group;
            if (isCell && wasCell && run.block != before.block)
                text += isSameGroup ? QStringLiteral("\t") : QStringLiteral("\n");
            else
                text += isItem && isSameGroup ? QStringLiteral("\n") : QStringLiteral("\n\n");
        }
        if (isItem && (i == 0 || runs[i - 1].block != run.block))
            text += QStringLiteral("- ");
        text += run.text;
    }
    return text;
}

class Article
{
public:
    Article(const HtmlTree& tree, bool isLiveBlog)
        : m_tree(tree)
        , m_isLiveBlog(isLiveBlog)
        , m_isFurniture(m_furniture.markedIn(tree))
        , m_finder(tree, m_isFurniture, isLiveBlog)
        , m_container(tree.size() == 0 ? 0 : m_finder.container())
    {
    }

    [[nodiscard]] std::vector<HtmlRun> runs() const
    {
        if (m_tree.size() == 0)
            return {};
        std::vector<HtmlRun> all = runsOf(m_container);
        std::vector<HtmlRun> kept;
        for (const HtmlRun& run : all)
            if (!isLabel(run) && !isLinkList(run) && !m_furniture.isPhrase(run.text))
                kept.push_back(run);
        dropBareHeadings(kept);
        // A short note has no more than labels to show: better too much of it than nothing.
        const bool isTooLittle = std::none_of(kept.begin(), kept.end(),
                                              [](const HtmlRun& run) { return proseOf(run) > 0; });
        return isTooLittle ? all : kept;
    }

    /// The heading that the page's title repeats, else the first h1 of the article, else the only
    /// one of the page.
    [[nodiscard]] QString headline(const std::vector<HtmlRun>& runs, const QString& pageTitle) const
    {
        QStringList first;
        QString repeated;
        for (int i = 0; i < m_tree.size(); ++i) {
            const GumboTag tag = m_tree[i].tag;
            // One with a whole page in it heads nothing.
            const bool isShort = m_tree[i].end - i <= 50;
            if (!isShort || (tag != GUMBO_TAG_H1 && tag != GUMBO_TAG_H2 && tag != GUMBO_TAG_H3))
                continue;
            const QString heading = m_tree.allText(i).simplified();
            if (heading.size() >= 12 && heading.size() > repeated.size() &&
                pageTitle.contains(heading))
                repeated = heading;
            if (tag == GUMBO_TAG_H1)
                first << heading;
        }
        if (!repeated.isEmpty())
            return repeated;
        for (const HtmlRun& run : runs)
            if (run.tag == GUMBO_TAG_H1)
                return run.text;
        return first.size() == 1 ? first.front() : QString();
    }

private:
    std::vector<HtmlRun> runsOf(int container) const
    {
        const double prose = m_finder.prose(container);
        return htmlRuns(m_tree, container, m_tree[container].end, [&](int i) {
            // An article within the article is a card of another story.
            const bool isCard = !m_isLiveBlog && i != container &&
                                m_tree[i].tag == GUMBO_TAG_ARTICLE &&
                                m_finder.prose(i) < 0.5 * prose;
            return isCard || m_isFurniture[static_cast<std::size_t>(i)];
        });
    }

    const HtmlTree& m_tree;
    bool m_isLiveBlog;
    PageFurniture m_furniture;
    std::vector<bool> m_isFurniture;
    ArticleFinder m_finder;
    int m_container;
};

/// Pages that draw themselves by script carry their text as data alone.
QString bodyOfData(const PageDetails& details, const QString& found)
{
    const bool isFuller = details.body.size() > 200 && details.body.size() > 2 * found.size();
    if (!isFuller || details.body.contains(QLatin1Char('<')))
        return {};
    QStringList paragraphs;
    for (const QStringView line : QStringView(details.body).split(u'\n'))
        if (const QStringView bare = line.trimmed(); !bare.isEmpty())
            paragraphs << bare.toString().remove(QLatin1Char('\r'));
    return paragraphs.join(QStringLiteral("\n\n"));
}

} // namespace

SourceText htmlSource(const QString& text, const QString& path)
{
    const HtmlTree tree(text.toUtf8(), path);
    const PageDetails details = pageDetails(tree);
    const Article article(tree, details.isLiveBlog);
    const auto runs = article.runs();
    const QString headline = article.headline(runs, details.pageTitle);
    SourceText source;
    source.title = headline.isEmpty() ? details.headline : headline.simplified();
    source.publisher = details.publisher.isEmpty() ? siteInTitle(details.pageTitle, source.title)
                                                   : details.publisher;
    source.date = details.date;
    source.text = joined(runs);
    if (const QString body = bodyOfData(details, source.text); !body.isEmpty())
        source.text = body.trimmed();
    if (source.text.trimmed().isEmpty())
        throw Error(QStringLiteral("html.no-text"), {}, path);
    if (!headline.isEmpty() && !source.text.startsWith(headline))
        source.text = headline + QStringLiteral("\n\n") + source.text;
    if (source.title.isEmpty())
        source.title = plainSource(source.text).title;
    return source;
}

} // namespace gyre
