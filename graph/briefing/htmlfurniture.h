// Which elements of a page are not its article: menus, notices, adverts, related stories. The words
// are data: resources/mappings/page-furniture.txt.
#pragma once

#include "graph/briefing/htmltree.h"

#include <QStringList>

#include <set>

namespace gyre {

class PageFurniture
{
public:
    /// Reads the embedded words.
    PageFurniture();

    /// By node: inside furniture? O(page).
    [[nodiscard]] std::vector<bool> markedIn(const HtmlTree& tree) const;
    /// A paragraph such as "Read more: …".
    [[nodiscard]] bool isPhrase(const QString& paragraph) const;

private:
    [[nodiscard]] bool isNever(GumboTag tag) const;
    [[nodiscard]] bool isArticle(const HtmlTree& tree, int i) const;
    [[nodiscard]] bool isHidden(const HtmlTree& tree, int i) const;
    /// A short text around a button that asks for one's address.
    [[nodiscard]] bool isSignUp(const HtmlTree& tree, int i) const;
    [[nodiscard]] bool isAlways(const HtmlTree& tree, int i) const;
    [[nodiscard]] bool isUsually(const HtmlTree& tree, int i) const;

    void mark(const HtmlTree& tree, std::vector<bool>& marked, double mostOfPage,
              bool (PageFurniture::*isFurniture)(const HtmlTree&, int) const) const;

    std::set<QString> m_tags;
    std::set<QString> m_roles;
    std::set<QString> m_always;
    std::set<QString> m_usually;
    std::set<QString> m_body;
    QStringList m_phrases;
};

} // namespace gyre
