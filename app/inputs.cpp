#include "app/inputs.h"

#include "app/console.h"
#include "graph/briefing/learning.h"
#include "graph/briefing/lexicon.h"
#include "graph/interchange/gazetteerfile.h"
#include "graph/model/networkofdate.h"
#include "ui/document/addition.h"
#include "ui/document/guard.h"
#include "ui/words/firmnames.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <cmath>
#include <set>

namespace gyre {

namespace {

Addition readAs(const NetworkFormat& format, const QStringList& paths)
{
    Addition addition;
    for (const QString& path : paths)
        guarded(path, addition.diagnostics, [&] {
            NetworkReading reading = format.read(path);
            for (Diagnostic& diagnostic : reading.diagnostics) {
                if (diagnostic.file.isEmpty())
                    diagnostic.file = path;
                addition.diagnostics.push_back(diagnostic);
            }
            reading.diagnostics.clear();
            addition.networks.push_back({path, std::move(reading)});
        });
    return addition;
}

Addition readAll(const Invocation& command)
{
    if (command.formatIn != nullptr)
        return readAs(*command.formatIn, command.files);
    return readFiles(command.files, *wordsFor(command), {}, {});
}

/// For the message: the firm that was likely meant.
QString proposal(const Network& network, const QString& wanted)
{
    QStringList names;
    for (const FirmId id : network.firms())
        names << network.firm(id).name << network.firm(id).id;
    return nearest(wanted, names);
}

std::optional<FirmId> firmOf(const Network& network, const QString& words)
{
    const QString wanted = words.trimmed();
    if (const auto byId = network.findFirm(wanted))
        return byId;
    if (const auto byName = network.findFirmNamed(wanted))
        return byName;
    // By a name that it had once.
    const FirmHistory& history = bundledHistory().history;
    const auto known = history.firmNamed(wanted);
    for (const QString& name : known ? history.names(*known) : std::vector<QString>())
        if (const auto formerly = network.findFirmNamed(name))
            return formerly;
    return std::nullopt;
}

Filter::Focus found(const Network& network, const FocusWords& words)
{
    if (const auto firm = firmOf(network, words.firm))
        return {*firm, words.hops};
    const QString near = proposal(network, words.firm);
    if (near.isEmpty())
        throw Error(QStringLiteral("focus.unknown"), {words.firm});
    throw Error(QStringLiteral("focus.misspelt"), {words.firm, near});
}

/// Parted at the comma that leaves two firms; where there is none, at the first one, to say which
/// name is not known.
Filter::Route foundPath(const Network& network, const QString& words, bool isDirected)
{
    for (auto comma = words.indexOf(u','); comma >= 0; comma = words.indexOf(u',', comma + 1)) {
        const auto from = firmOf(network, words.left(comma));
        const auto to = firmOf(network, words.mid(comma + 1));
        if (from && to)
            return {*from, *to, isDirected};
    }
    const auto comma = words.indexOf(u',');
    return {found(network, {words.left(comma).trimmed(), 0}).firm,
            found(network, {words.mid(comma + 1).trimmed(), 0}).firm, isDirected};
}

/// Of a place, in nominal pixels: a thousand pages away from the middle.
constexpr double farthestPlace = 1e6;

QJsonObject positionsObject(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QStringLiteral("file.not-read"), {file.errorString()}, path);
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject() || !document.object().value(QLatin1String("nodes")).isObject())
        throw Error(QStringLiteral("positions.malformed"),
                    {problem.error == QJsonParseError::NoError ? QStringLiteral("no “nodes”")
                                                               : problem.errorString()},
                    path);
    return document.object();
}

Point pointOf(const QJsonValue& value, const QString& id, const QString& path)
{
    const QJsonArray pair = value.toArray();
    if (pair.size() != 2 || !pair[0].isDouble() || !pair[1].isDouble())
        throw Error(QStringLiteral("positions.malformed"), {id}, path);
    const Point point{pair[0].toDouble(), pair[1].toDouble()};
    if (!(std::abs(point.x) <= farthestPlace && std::abs(point.y) <= farthestPlace))
        throw Error(QStringLiteral("positions.too-far"),
                    {id, QString::number(farthestPlace, 'f', 0)}, path);
    return point;
}

/// Firms that stand exactly where another one does hide it.
int stackedIn(const Placement& placement, const Network& network)
{
    std::set<std::pair<double, double>> taken;
    int count = 0;
    for (const FirmId firm : network.firms())
        if (const auto place = placement.place(firm))
            count += taken.emplace(place->at.x, place->at.y).second ? 0 : 1;
    return count;
}

/// A file with names of a date shall not be taken for one with the names of today.
void tellNames(const Input& input)
{
    if (!input.filter.asOf)
        return;
    tellAll(bundledHistory().diagnostics);
    const Network then = networkOfDate(input.project.network, input.filter.asOf);
    constexpr std::size_t most = 12;
    if (const QString names = namesLine(viewOf(then, input.filter), most); !names.isEmpty())
        tell(names);
}

} // namespace

std::unique_ptr<const Lexicon> wordsFor(const Invocation& command)
{
    auto bundled = std::make_unique<const Lexicon>();
    LearntNames learnt;
    const auto take = [&](const QString& path) {
        GazetteerReading reading = readGazetteer(path);
        tellAll(reading.diagnostics);
        tellAll(problemsOf(reading.names, reading.lines, *bundled, path));
        learnt.insert(learnt.end(), reading.names.begin(), reading.names.end());
    };
    // The window writes no file before it has learnt something.
    if (command.withOwnGazetteer && QFile::exists(ownGazetteer()))
        take(ownGazetteer());
    if (!command.gazetteer.isEmpty())
        take(command.gazetteer);
    return learnt.empty() ? std::move(bundled) : std::make_unique<const Lexicon>(learnt);
}

Input readInput(const Invocation& command)
{
    Input input;
    const Addition addition = readAll(command);
    Joined joinedInput = joined({}, addition);
    input.hasErrors = tellAll(addition.diagnostics);
    input.hasErrors = tellAll(joinedInput.diagnostics) || input.hasErrors;
    input.project = std::move(joinedInput.project);
    input.filter = command.filter;
    if (!input.isEmpty())
        for (const FocusWords& words : command.focus)
            input.filter.focus.push_back(found(input.project.network, words));
    if (!input.isEmpty() && !command.path.isEmpty())
        input.filter.route = foundPath(input.project.network, command.path, command.isPathOfMoney);
    if (!input.isEmpty())
        tellNames(input);
    return input;
}

Placement readPositions(const QString& path, const Network& network)
{
    const QJsonObject object = positionsObject(path);
    const QJsonObject nodes = object.value(QLatin1String("nodes")).toObject();
    QSet<QString> pinned;
    for (const QJsonValue id : object.value(QLatin1String("pinned")).toArray())
        pinned.insert(id.toString());
    const bool areAllPinned = !object.contains(QLatin1String("pinned"));
    Placement placement;
    QStringList strangers;
    for (auto node = nodes.begin(); node != nodes.end(); ++node) {
        const auto firm = network.findFirm(node.key());
        if (firm)
            placement.set(*firm, {pointOf(node.value(), node.key(), path),
                                  areAllPinned || pinned.contains(node.key())});
        else
            strangers << node.key();
    }
    if (const int stacked = stackedIn(placement, network); stacked > 0)
        tell(Diagnostic{Severity::Warning,
                        QStringLiteral("positions.stacked"),
                        {QString::number(stacked)},
                        path,
                        {},
                        {}});
    if (!strangers.isEmpty())
        tell(Diagnostic{Severity::Warning,
                        QStringLiteral("positions.unknown-firm"),
                        {QString::number(strangers.size()), strangers.front()},
                        path,
                        {},
                        {}});
    return placement;
}

} // namespace gyre
