#include "ui/picture/sources.h"

#include "ui/words/words.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <set>

namespace gyre {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Furniture", text);
}

/// The file's own name; of a folder the folder's.
QString fileName(const QString& path)
{
    const QString clean = path.endsWith(QLatin1Char('/')) ? path.chopped(1) : path;
    return QFileInfo(clean).fileName();
}

QString nameOf(const Briefing& briefing)
{
    QStringList parts;
    if (!briefing.publisher.isEmpty())
        parts << briefing.publisher;
    if (!briefing.title.isEmpty())
        parts << QStringLiteral("“") + briefing.title + QStringLiteral("”");
    if (parts.isEmpty() && !briefing.path.isEmpty() && briefing.path != QLatin1String("-"))
        parts << fileName(briefing.path);
    if (parts.isEmpty())
        parts << translated(QT_TRANSLATE_NOOP("Furniture", "a pasted text"));
    if (briefing.date)
        parts << words(*briefing.date);
    return parts.join(QStringLiteral(", "));
}

/// What a list of facts rests on.
struct Cited
{
    std::set<QString> briefings;
    std::map<QString, int> publishers;
    /// Some fact names neither a text nor a page.
    bool hasUnsourced = false;

    explicit Cited(const std::vector<const EvidenceList*>& facts)
    {
        for (const EvidenceList* evidence : facts) {
            bool isSourced = false;
            for (const Shared<Evidence>& one : *evidence) {
                if (!one->briefing.isEmpty())
                    briefings.insert(one->briefing);
                else if (!one->publisher.isEmpty())
                    ++publishers[one->publisher];
                isSourced = isSourced || !one->briefing.isEmpty() || !one->publisher.isEmpty();
            }
            hasUnsourced = hasUnsourced || !isSourced;
        }
    }
};

/// "Reuters, CNBC and 12 more".
QString listed(const std::map<QString, int>& publishers, int most)
{
    std::vector<std::pair<QString, int>> sorted(publishers.begin(), publishers.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    QStringList names;
    for (const auto& [name, count] : sorted)
        names << name;
    const auto rest = static_cast<int>(names.size()) - most;
    if (rest <= 0)
        return names.join(QStringLiteral(", "));
    return translated(QT_TRANSLATE_NOOP("Furniture", "%1 and %2 more"))
        .arg(QStringList(names.mid(0, most)).join(QStringLiteral(", ")))
        .arg(rest);
}

QString ownLine(const SourceFiles& files, const DrawnEvidence& drawn, int most)
{
    const Cited cited(drawn.own);
    // Without a word on where a fact is from it may be from any of the inputs.
    const bool isAnyText =
        drawn.own.empty() || (cited.hasUnsourced && files.networkFiles.isEmpty());
    QStringList names;
    for (const Shared<ReadBriefing>& read : files.briefings)
        if (isAnyText || cited.briefings.contains(read->briefing.id))
            names << nameOf(read->briefing);
    // A text that is not at hand: the file that quotes it is what can be named.
    const bool hasLostText =
        std::any_of(cited.briefings.begin(), cited.briefings.end(), [&files](const QString& id) {
            return std::none_of(
                files.briefings.begin(), files.briefings.end(),
                [&id](const Shared<ReadBriefing>& read) { return read->briefing.id == id; });
        });
    if (drawn.own.empty() || cited.hasUnsourced || hasLostText)
        for (const QString& path : files.networkFiles)
            names << fileName(path);
    names.removeDuplicates();
    const bool isOne = names.size() + static_cast<qsizetype>(cited.publishers.size()) == 1;
    if (!cited.publishers.empty())
        names << listed(cited.publishers, most);
    if (names.isEmpty())
        return {};
    return (isOne ? translated(QT_TRANSLATE_NOOP("Furniture", "Source: %1"))
                  : translated(QT_TRANSLATE_NOOP("Furniture", "Sources: %1")))
        .replace(QStringLiteral("%1"), names.join(QStringLiteral("; ")));
}

} // namespace

QString sourceLine(const SourceFiles& files, const DrawnEvidence& drawn, const QString& given,
                   int mostPublishers)
{
    QString own = given.isEmpty() ? ownLine(files, drawn, mostPublishers) : given;
    const Cited background(drawn.background);
    if (background.publishers.empty())
        return own;
    const QString facts = translated(QT_TRANSLATE_NOOP("Furniture", "Background facts: %1"))
                              .arg(listed(background.publishers, mostPublishers));
    return own.isEmpty() ? facts : own + QStringLiteral(" · ") + facts;
}

int publishersThatFit(double width)
{
    return std::clamp(static_cast<int>(width / 170), 3, 12);
}

} // namespace gyre
