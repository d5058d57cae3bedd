#include "graph/briefing/htmldetails.h"

#include "graph/briefing/writtendate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace gyre {

namespace {

/// The better sources are asked first: what is known is kept.
struct Collected
{
    PageDetails linkedData;
    PageDetails meta;
    std::optional<PartialDate> time;
    QString pageTitle;
};

QString entityFree(QString text)
{
    // Publishers often escape twice.
    text.replace(QLatin1String("&amp;"), QLatin1String("&"));
    text.replace(QLatin1String("&#39;"), QLatin1String("'"));
    text.replace(QLatin1String("&quot;"), QLatin1String("\""));
    return text.simplified();
}

bool isArticleType(const QJsonValue& type)
{
    if (type.isArray()) {
        const QJsonArray types = type.toArray();
        return std::any_of(types.begin(), types.end(),
                           [](const QJsonValue& one) { return isArticleType(one); });
    }
    const QString name = type.toString();
    return name.endsWith(QLatin1String("Article")) || name == u"BlogPosting" || name == u"Report" ||
           name == u"LiveBlogPosting";
}

bool isLiveBlogType(const QJsonValue& type)
{
    return type.toString() == u"LiveBlogPosting" ||
           type.toArray().contains(QStringLiteral("LiveBlogPosting"));
}

QString nameIn(const QJsonValue& value)
{
    if (value.isArray())
        return nameIn(value.toArray().first());
    return entityFree(value.isObject() ? value.toObject().value(u"name").toString()
                                       : value.toString());
}

/// The first article in the graph of objects.
bool readLinkedData(const QJsonValue& value, PageDetails& details, int depth)
{
    if (depth > 8)
        return false;
    if (value.isArray()) {
        for (const auto& one : value.toArray())
            if (readLinkedData(one, details, depth + 1))
                return true;
        return false;
    }
    const QJsonObject object = value.toObject();
    if (!isArticleType(object.value(u"@type")))
        return object.contains(u"@graph") &&
               readLinkedData(object.value(u"@graph"), details, depth + 1);
    details.headline = entityFree(object.value(u"headline").toString());
    details.publisher = nameIn(object.value(u"publisher"));
    details.date = metaDate(object.value(u"datePublished").toString());
    if (!details.date)
        details.date = metaDate(object.value(u"dateCreated").toString());
    details.body = object.value(u"articleBody").toString();
    details.isLiveBlog = isLiveBlogType(object.value(u"@type"));
    return true;
}

template<std::size_t count>
bool isOneOf(const QString& name, const std::array<const char*, count>& names)
{
    return std::any_of(names.begin(), names.end(),
                       [&name](const char* one) { return name == QLatin1String(one); });
}

void readMeta(const QString& name, const QString& content, PageDetails& details)
{
    if (content.isEmpty())
        return;
    static constexpr std::array titles{"og:title", "twitter:title", "dc.title", "parsely-title"};
    static constexpr std::array publishers{"og:site_name", "publisher", "dc.publisher",
                                           "article:publisher_name"};
    static constexpr std::array dates{
        "article:published_time", "datepublished", "pubdate",           "publishdate",
        "publish-date",           "date",          "dc.date",           "dc.date.issued",
        "parsely-pub-date",       "sailthru.date", "article.published", "og:published_time"};
    if (details.headline.isEmpty() && isOneOf(name, titles))
        details.headline = entityFree(content);
    if (details.publisher.isEmpty() && isOneOf(name, publishers))
        details.publisher = entityFree(content);
    if (!details.date && isOneOf(name, dates))
        details.date = metaDate(content);
}

void readMetaNode(const HtmlTree& tree, int i, PageDetails& details)
{
    for (const char* attribute : {"property", "name", "itemprop"})
        if (const QString name = tree.attribute(i, attribute); !name.isEmpty())
            readMeta(name.toLower(), tree.attribute(i, "content"), details);
}

void readNode(const HtmlTree& tree, int i, Collected& collected)
{
    switch (tree[i].tag) {
    case GUMBO_TAG_META:
        readMetaNode(tree, i, collected.meta);
        break;
    case GUMBO_TAG_SCRIPT:
        if (tree.attribute(i, "type").startsWith(QLatin1String("application/ld+json")) &&
            collected.linkedData.headline.isEmpty()) {
            const auto json = QJsonDocument::fromJson(tree.allText(i).trimmed().toUtf8());
            readLinkedData(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()),
                           collected.linkedData, 0);
        }
        break;
    case GUMBO_TAG_TIME:
        if (!collected.time)
            collected.time = metaDate(tree.attribute(i, "datetime"));
        break;
    case GUMBO_TAG_TITLE:
        if (collected.pageTitle.isEmpty())
            collected.pageTitle = tree.allText(i).simplified();
        break;
    default:
        break;
    }
}

/// The page's title without the site's name, where that is known or short.
QString headlineInTitle(const QString& title, const QString& publisher)
{
    if (!publisher.isEmpty() && title.size() > publisher.size() &&
        (title.startsWith(publisher) || title.endsWith(publisher)))
        return siteInTitle(title, publisher);
    static const QRegularExpression last(QStringLiteral("\\s+[|–—·•»«-]\\s+([^|–—·•»«]{2,40})$"));
    const auto match = last.match(title);
    return match.hasMatch() && match.capturedStart() >= 15 ? title.first(match.capturedStart())
                                                           : title;
}

} // namespace

QString siteInTitle(const QString& pageTitle, const QString& headline)
{
    const qsizetype at = headline.isEmpty() ? -1 : pageTitle.indexOf(headline);
    if (at < 0)
        return {};
    const auto isEdge = [](QChar c) {
        return c.isSpace() || QStringView(u"|–—·•»«:-").contains(c);
    };
    const QStringView before = QStringView(pageTitle).first(at);
    const QStringView after = QStringView(pageTitle).sliced(at + headline.size());
    QStringView site = before.size() > after.size() ? before : after;
    while (!site.isEmpty() && isEdge(site.back()))
        site.chop(1);
    while (!site.isEmpty() && isEdge(site.front()))
        site = site.sliced(1);
    return site.toString();
}

PageDetails pageDetails(const HtmlTree& tree)
{
    Collected collected;
    for (int i = 0; i < tree.size(); ++i)
        readNode(tree, i, collected);
    PageDetails details = collected.linkedData;
    if (details.headline.isEmpty())
        details.headline = collected.meta.headline;
    if (details.publisher.isEmpty())
        details.publisher = collected.meta.publisher;
    details.pageTitle = collected.pageTitle;
    if (details.headline.isEmpty())
        details.headline = headlineInTitle(collected.pageTitle, details.publisher);
    if (details.publisher.isEmpty())
        details.publisher = siteInTitle(collected.pageTitle, details.headline);
    if (!details.date)
        details.date = collected.meta.date;
    if (!details.date)
        details.date = collected.time;
    return details;
}

} // namespace gyre
