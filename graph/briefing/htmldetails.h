// What a page says about itself: JSON-LD, OpenGraph and other meta elements, <time>, <title>.
#pragma once

#include "graph/briefing/htmltree.h"
#include "graph/briefing/sourcetext.h"

namespace gyre {

struct PageDetails
{
    /// Of the meta data, without the site's name behind it.
    QString headline;
    QString publisher;
    /// <title> as it stands, most often headline and site in either order.
    QString pageTitle;
    std::optional<PartialDate> date;
    /// The text that JSON-LD gives, of pages that draw themselves by script; often empty.
    QString body;
    /// Posts one below the other, each an article of its own.
    bool isLiveBlog = false;
};

/// What of a page's title is not its headline: "A headline – The Paper" and "The Paper: A headline"
/// both give "The Paper". Empty where the headline is not in it.
QString siteInTitle(const QString& pageTitle, const QString& headline);

/// O(page).
PageDetails pageDetails(const HtmlTree& tree);

} // namespace gyre
