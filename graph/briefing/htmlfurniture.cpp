#include "graph/briefing/htmlfurniture.h"

#include <QFile>
#include <QRegularExpression>

namespace gyre {

namespace {

/// Weblogs say in a class what an article is about: "category-social", "tag-newsletter".
bool isOfSubject(const QString& mark)
{
    return mark.startsWith(QLatin1String("category-")) || mark.startsWith(QLatin1String("tag-"));
}

/// The words of class and id, and neighbours of them joined by a hyphen.
QStringList markWords(const HtmlTree& tree, int i)
{
    QString marks = tree.attribute(i, "class") + QLatin1Char(' ') + tree.attribute(i, "id");
    marks.truncate(500);
    static const QRegularExpression camel(QStringLiteral("([a-z])([A-Z])"));
    marks.replace(camel, QStringLiteral("\\1-\\2"));
    QStringList words;
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    static const QRegularExpression joints(QStringLiteral("[^a-z]+"));
    for (const QString& mark : marks.toLower().split(blanks, Qt::SkipEmptyParts)) {
        if (isOfSubject(mark))
            continue;
        const QStringList parts = mark.split(joints, Qt::SkipEmptyParts);
        words << parts;
        for (qsizetype k = 1; k < parts.size(); ++k)
            words << parts[k - 1] + QLatin1Char('-') + parts[k];
    }
    return words;
}

bool hasOneOf(const QStringList& words, const std::set<QString>& marks)
{
    return std::any_of(words.begin(), words.end(),
                       [&marks](const QString& word) { return marks.contains(word); });
}

bool isWholePage(GumboTag tag)
{
    return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY;
}

/// Characters below each node, those of marked nodes left out.
std::vector<int> lengthsWithout(const HtmlTree& tree, const std::vector<bool>& marked)
{
    std::vector<int> lengths(marked.size(), 0);
    for (int i = tree.size() - 1; i > 0; --i) {
        const auto at = static_cast<std::size_t>(i);
        if (marked[at])
            continue;
        if (tree[i].isText())
            lengths[at] = static_cast<int>(tree.text(i).simplified().size());
        lengths[static_cast<std::size_t>(tree[i].parent)] += lengths[at];
    }
    return lengths;
}

/// By node: is the headline or the main part of the page in it?
std::vector<bool> headlineHolders(const HtmlTree& tree)
{
    std::vector<bool> holds(static_cast<std::size_t>(tree.size()), false);
    for (int i = tree.size() - 1; i > 0; --i) {
        const GumboTag tag = tree[i].tag;
        if (holds[static_cast<std::size_t>(i)] || tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_MAIN)
            holds[static_cast<std::size_t>(tree[i].parent)] = true;
    }
    return holds;
}

/// Some pages stand in one of these as a whole.
bool isLooseTag(GumboTag tag)
{
    return tag == GUMBO_TAG_FORM || tag == GUMBO_TAG_ASIDE;
}

} // namespace

PageFurniture::PageFurniture()
{
    QFile file(QStringLiteral(":/gyre/mappings/page-furniture.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        const QString what = line.section(QLatin1Char(' '), 0, 0);
        const QString word = line.section(QLatin1Char(' '), 1);
        if (what == u"tag")
            m_tags.insert(word);
        else if (what == u"role")
            m_roles.insert(word);
        else if (what == u"always")
            m_always.insert(word);
        else if (what == u"usually")
            m_usually.insert(word);
        else if (what == u"body")
            m_body.insert(word);
        else if (what == u"phrase")
            m_phrases << word;
    }
}

bool PageFurniture::isNever(GumboTag tag) const
{
    return tag == GUMBO_TAG_HEAD ||
           (!isLooseTag(tag) && tag != GUMBO_TAG_UNKNOWN &&
            m_tags.contains(QString::fromLatin1(gumbo_normalized_tagname(tag))));
}

bool PageFurniture::isArticle(const HtmlTree& tree, int i) const
{
    const GumboTag tag = tree[i].tag;
    return tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN ||
           tree.attribute(i, "itemprop").contains(QLatin1String("articleBody")) ||
           hasOneOf(markWords(tree, i), m_body);
}

bool PageFurniture::isAlways(const HtmlTree& tree, int i) const
{
    return m_roles.contains(tree.attribute(i, "role").toLower()) ||
           hasOneOf(markWords(tree, i), m_always);
}

bool PageFurniture::isUsually(const HtmlTree& tree, int i) const
{
    const HtmlNode& node = tree[i];
    return isLooseTag(node.tag) || hasOneOf(markWords(tree, i), m_usually);
}

bool PageFurniture::isHidden(const HtmlTree& tree, int i) const
{
    // AMP shows placeholders and fallbacks only until, or where not, the real thing is there.
    if (tree.hasAttribute(i, "hidden") || tree.hasAttribute(i, "placeholder") ||
        tree.hasAttribute(i, "fallback") || tree.attribute(i, "aria-hidden") == u"true")
        return true;
    const QString style = tree.attribute(i, "style").remove(QLatin1Char(' ')).toLower();
    return style.contains(QLatin1String("display:none")) ||
           style.contains(QLatin1String("visibility:hidden"));
}

bool PageFurniture::isSignUp(const HtmlTree& tree, int i) const
{
    constexpr int fewNodes = 40;
    constexpr qsizetype shortText = 300;
    if (tree[i].end - i > fewNodes)
        return false;
    static const QRegularExpression asks(
        QStringLiteral("^(?:subscribe|sign (?:me )?up|join|register)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    for (int k = i; k < tree[i].end; ++k) {
        const bool isButton =
            tree[k].tag == GUMBO_TAG_BUTTON || tree.attribute(k, "role") == u"button";
        if (isButton && asks.match(tree.allText(k).trimmed()).hasMatch())
            return tree.allText(i).simplified().size() <= shortText;
    }
    return false;
}

void PageFurniture::mark(const HtmlTree& tree, std::vector<bool>& marked, double mostOfPage,
                         bool (PageFurniture::*isFurniture)(const HtmlTree&, int) const) const
{
    const std::vector<int> lengths = lengthsWithout(tree, marked);
    const std::vector<bool> holdsHeadline = headlineHolders(tree);
    const double most = mostOfPage * (lengths.empty() ? 0 : lengths.front());
    for (int i = 1; i < tree.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        marked[at] = marked[at] || marked[static_cast<std::size_t>(tree[i].parent)];
        if (marked[at] || tree[i].isText() || isWholePage(tree[i].tag) || holdsHeadline[at])
            continue;
        marked[at] = lengths[at] <= most && (this->*isFurniture)(tree, i) && !isArticle(tree, i);
    }
}

std::vector<bool> PageFurniture::markedIn(const HtmlTree& tree) const
{
    std::vector<bool> marked(static_cast<std::size_t>(tree.size()), false);
    for (int i = 0; i < tree.size(); ++i)
        marked[static_cast<std::size_t>(i)] = isNever(tree[i].tag);
    // A page that was saved while a dialog stood over it is hidden as a whole.
    mark(tree, marked, 0.6, &PageFurniture::isHidden);
    // Elements whose words may mean no more than the look of the page are weighed last, without
    // what is known by then: a notice about cookies may be longer than the article.
    mark(tree, marked, 0.85, &PageFurniture::isAlways);
    mark(tree, marked, 0.5, &PageFurniture::isUsually);
    mark(tree, marked, 0.3, &PageFurniture::isSignUp);
    return marked;
}

bool PageFurniture::isPhrase(const QString& paragraph) const
{
    constexpr qsizetype oneLine = 120;
    if (paragraph.size() > oneLine)
        return false;
    return std::any_of(m_phrases.begin(), m_phrases.end(), [&paragraph](const QString& phrase) {
        return paragraph.startsWith(phrase, Qt::CaseInsensitive);
    });
}

} // namespace gyre
