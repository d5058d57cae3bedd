#include "graph/briefing/htmltree.h"

#include "graph/basics/diagnostic.h"
#include "graph/briefing/htmlguard.h"

namespace gyre {

namespace {

bool isTextNode(const GumboNode& node)
{
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
           node.type == GUMBO_NODE_CDATA;
}

bool isElementNode(const GumboNode& node)
{
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

const GumboNode& childAt(const GumboNode& node, unsigned i)
{
    return *static_cast<const GumboNode*>(node.v.element.children.data[i]);
}

} // namespace

void HtmlTree::Destroy::operator()(GumboOutput* output) const
{
    gumbo_destroy_output(&kGumboDefaultOptions, output);
}

HtmlTree::HtmlTree(QByteArray html, const QString& path)
    : m_html(std::move(html))
{
    if (isNestedToHurt(m_html))
        throw Error(QStringLiteral("html.too-deep"), {}, path);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    m_output.reset(gumbo_parse_with_options(&options, m_html.constData(),
                                            static_cast<std::size_t>(m_html.size())));
    if (m_output)
        list();
}

void HtmlTree::list()
{
    struct Open
    {
        int index = 0;
        unsigned nextChild = 0;
    };

    std::vector<Open> open;
    const auto add = [this](const GumboNode& node, int parent) {
        m_nodes.push_back(
            {&node, parent, size() + 1, isElementNode(node) ? node.v.element.tag : GUMBO_TAG_LAST});
        return size() - 1;
    };
    open.push_back({add(*m_output->root, -1), 0});
    while (!open.empty()) {
        const int at = open.back().index;
        const GumboNode& node = *(*this)[at].source;
        if (open.back().nextChild >= node.v.element.children.length) {
            m_nodes[static_cast<std::size_t>(at)].end = size();
            open.pop_back();
            continue;
        }
        const GumboNode& child = childAt(node, open.back().nextChild++);
        if (isElementNode(child))
            open.push_back({add(child, at), 0});
        else if (isTextNode(child))
            add(child, at);
    }
}

QString HtmlTree::text(int i) const
{
    const HtmlNode& node = (*this)[i];
    return node.isText() ? QString::fromUtf8(node.source->v.text.text) : QString();
}

QString HtmlTree::allText(int i) const
{
    QString text;
    for (int k = i; k < (*this)[i].end; ++k)
        text += this->text(k);
    return text;
}

QString HtmlTree::attribute(int i, const char* name) const
{
    const HtmlNode& node = (*this)[i];
    if (node.isText())
        return {};
    const GumboAttribute* found = gumbo_get_attribute(&node.source->v.element.attributes, name);
    return found == nullptr ? QString() : QString::fromUtf8(found->value);
}

bool HtmlTree::hasAttribute(int i, const char* name) const
{
    const HtmlNode& node = (*this)[i];
    return !node.isText() &&
           gumbo_get_attribute(&node.source->v.element.attributes, name) != nullptr;
}

} // namespace gyre
