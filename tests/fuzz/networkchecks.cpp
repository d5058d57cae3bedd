// Whatever the file: a network is read that is the same when written and read again, or a code says
// why there is none.
#include "graph/interchange/csv.h"
#include "graph/interchange/graphml.h"
#include "graph/interchange/json.h"
#include "tests/fuzz/checks.h"
#include "tests/support/folder.h"

namespace gyre::fuzz {

namespace {

using test::Folder;

Project projectOf(const NetworkReading& reading)
{
    Project project;
    project.briefings = reading.briefings;
    project.network = reading.network;
    project.placement = reading.placement;
    return project;
}

/// What was read has to outlive a file of ours.
QString faultOf(const NetworkReading& reading, const Folder& folder)
{
    for (const DealId id : reading.network.deals())
        if (reading.network.deal(id).evidence.empty())
            return QStringLiteral("a deal without a source");
    const QByteArray written = networkJson(projectOf(reading));
    const NetworkReading again = readJson(folder.put(QStringLiteral("again.json"), written));
    if (networkJson(projectOf(again)) != written)
        return QStringLiteral("written and read again, another network");
    return {};
}

template<typename Read>
QString readingFault(const Folder& folder, Read read)
{
    try {
        return faultOf(read(), folder);
    } catch (const Error& error) {
        return error.diagnostic().code.isEmpty() ? QStringLiteral("an error without a code")
                                                 : QString();
    }
}

} // namespace

QString jsonFault(const QByteArray& bytes)
{
    static const Folder folder;
    const QString path = folder.put(QStringLiteral("a.json"), bytes);
    return readingFault(folder, [&path] { return readJson(path); });
}

QString csvFault(const QByteArray& bytes)
{
    static const Folder folder;
    const QList<QByteArray> tables = bytes.split('\f');
    folder.put(QStringLiteral("tables/organizations.csv"), tables.value(0));
    folder.put(QStringLiteral("tables/deals.csv"), tables.value(1));
    folder.put(QStringLiteral("tables/valuations.csv"), tables.value(2));
    folder.put(QStringLiteral("tables/stakes.csv"), tables.value(3));
    return readingFault(folder,
                        [] { return readCsvFolder(folder.path(QStringLiteral("tables"))); });
}

QString graphmlFault(const QByteArray& bytes)
{
    static const Folder folder;
    const QString path = folder.put(QStringLiteral("a.graphml"), bytes);
    return readingFault(folder, [&path] { return readGraphml(path); });
}

} // namespace gyre::fuzz
