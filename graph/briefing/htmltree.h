// A page as one list of its elements and texts in document order, made by libgumbo (the HTML5
// parser). Nothing is fetched or run.
#pragma once

#include <QByteArray>
#include <QString>

#include <gumbo.h>

#include <memory>
#include <vector>

namespace gyre {

struct HtmlNode
{
    const GumboNode* source = nullptr;
    int parent = -1;
    /// One behind its last descendant.
    int end = 0;
    /// GUMBO_TAG_LAST: a text.
    GumboTag tag = GUMBO_TAG_LAST;

    [[nodiscard]] bool isText() const { return tag == GUMBO_TAG_LAST; }
};

class HtmlTree
{
public:
    /// `html` is UTF-8. Throws Error("html.too-deep") for nesting that no article has, before the
    /// parser sees it: its time and memory would grow with the square.
    HtmlTree(QByteArray html, const QString& path);

    [[nodiscard]] const std::vector<HtmlNode>& nodes() const { return m_nodes; }

    [[nodiscard]] int size() const { return static_cast<int>(m_nodes.size()); }

    [[nodiscard]] const HtmlNode& operator[](int i) const
    {
        return m_nodes[static_cast<std::size_t>(i)];
    }

    /// The text of a text node, entities decoded.
    [[nodiscard]] QString text(int i) const;
    /// All texts below `i`, blanks as they are.
    [[nodiscard]] QString allText(int i) const;
    /// Empty where there is none of that name.
    [[nodiscard]] QString attribute(int i, const char* name) const;
    [[nodiscard]] bool hasAttribute(int i, const char* name) const;

private:
    struct Destroy
    {
        void operator()(GumboOutput* output) const;
    };

    void list();

    QByteArray m_html;
    std::unique_ptr<GumboOutput, Destroy> m_output;
    std::vector<HtmlNode> m_nodes;
};

} // namespace gyre
