#include "graph/briefing/htmlfurniture.h"

#include <QFile>
#include <QRegularExpression>

namespace gyre {

namespace {

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
                       [&marks](const QString& word) { return marks.count(word) > 0; });
}

bool isHidden(const HtmlTree& tree, int i)
{
    if (tree.hasAttribute(i, "hidden") || tree.attribute(i, "aria-hidden") == u"true")
        return true;
    const QString style = tree.attribute(i, "style").remove(QLatin1Char(' ')).toLower();
    return style.contains(QLatin1String("display:none")) ||
           style.contains(QLatin1String("visibility:hidden"));
}

bool isWholePage(GumboTag tag)
{
    return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY;
}

/// Letters and digits below each node, in what a reader could see.
std::vector<int> visibleLengths(const HtmlTree& tree)
{
    std::vector<int> lengths(static_cast<std::size_t>(tree.size()), 0);
    for (int i = tree.size() - 1; i >= 0; --i) {
        const auto at = static_cast<std::size_t>(i);
        const HtmlNode& node = tree[i];
        if (node.isText())
            lengths[at] = static_cast<int>(tree.text(i).simplified().size());
        else if (node.tag == GUMBO_TAG_SCRIPT || node.tag == GUMBO_TAG_STYLE ||
                 node.tag == GUMBO_TAG_NOSCRIPT || node.tag == GUMBO_TAG_TEMPLATE)
            lengths[at] = 0;
        if (node.parent >= 0)
            lengths[static_cast<std::size_t>(node.parent)] += lengths[at];
    }
    return lengths;
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
        else if (what == u"phrase")
            m_phrases << word;
    }
}

bool PageFurniture::isNever(GumboTag tag) const
{
    return tag == GUMBO_TAG_HEAD ||
           (!isLooseTag(tag) && tag != GUMBO_TAG_UNKNOWN &&
            m_tags.count(QString::fromLatin1(gumbo_normalized_tagname(tag))) > 0);
}

bool PageFurniture::isAlways(const HtmlTree& tree, int i) const
{
    return isHidden(tree, i) || m_roles.count(tree.attribute(i, "role").toLower()) > 0 ||
           hasOneOf(markWords(tree, i), m_always);
}

bool PageFurniture::isUsually(const HtmlTree& tree, int i) const
{
    const HtmlNode& node = tree[i];
    return isLooseTag(node.tag) || hasOneOf(markWords(tree, i), m_usually);
}

std::vector<bool> PageFurniture::markedIn(const HtmlTree& tree) const
{
    const std::vector<int> lengths = visibleLengths(tree);
    std::vector<bool> marked(lengths.size(), false);
    const double all = lengths.empty() ? 0 : lengths.front();
    for (int i = 0; i < tree.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (tree[i].parent >= 0)
            marked[at] = marked[static_cast<std::size_t>(tree[i].parent)];
        if (marked[at] || tree[i].isText() || isWholePage(tree[i].tag))
            continue;
        const double share = lengths[at] / std::max(all, 1.0);
        const bool isArticle = tree[i].tag == GUMBO_TAG_ARTICLE || tree[i].tag == GUMBO_TAG_MAIN ||
                               tree.attribute(i, "itemprop") == u"articleBody";
        marked[at] = isNever(tree[i].tag) || (share < 0.85 && isAlways(tree, i)) ||
                     (share < 0.5 && !isArticle && isUsually(tree, i));
    }
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
