#include "graph/interchange/json.h"
#include "graph/interchange/jsonextraction.h"
#include "graph/interchange/jsonfacts.h"

namespace gyre {

namespace {

void writeBriefings(JsonWriter& json, const Project& project)
{
    json.key("briefings");
    json.beginArray();
    for (const auto& read : project.briefings) {
        json.beginObject();
        writeBriefingMembers(json, read->briefing, true);
        json.key("extraction");
        json.beginObject();
        writeExtractionMembers(json, read->extraction);
        json.endObject();
        json.endObject();
    }
    json.endArray();
}

template<typename Write>
void writeOfAll(JsonWriter& json, const char* key, const Project& project, const Write& write)
{
    json.key(key);
    json.beginArray();
    for (const auto& read : project.briefings)
        write(*read);
    json.endArray();
}

void writeNetwork(JsonWriter& json, const Network& network)
{
    const FirmName idOf = [&network](FirmId id) {
        return network.contains(id) ? network.firm(id).id : QString();
    };
    json.key("organizations");
    json.beginArray();
    for (const FirmId id : network.firms())
        writeFirm(json, network.firm(id));
    json.endArray();
    json.key("deals");
    json.beginArray();
    for (const DealId id : network.deals())
        writeDeal(json, network.deal(id), idOf);
    json.endArray();
    json.key("valuations");
    json.beginArray();
    for (const Valuation& valuation : network.valuations())
        writeValuation(json, valuation, idOf);
    json.endArray();
    json.key("stakes");
    json.beginArray();
    for (const Stake& stake : network.stakes())
        writeStake(json, stake, idOf);
    json.endArray();
}

void writePlaces(JsonWriter& json, const Project& project)
{
    if (project.placement.isEmpty())
        return;
    json.key("places");
    json.beginArray();
    for (const FirmId id : project.network.firms()) {
        const auto place = project.placement.place(id);
        if (!place)
            continue;
        json.beginObject();
        json.key("org");
        json.string(project.network.firm(id).id);
        json.key("x");
        json.fraction(place->at.x);
        json.key("y");
        json.fraction(place->at.y);
        json.key("pinned");
        json.boolean(place->isPinned);
        json.endObject();
    }
    json.endArray();
}

} // namespace

QByteArray networkJson(const Project& project)
{
    JsonWriter json(2);
    json.beginObject();
    writeBriefings(json, project);
    writeNetwork(json, project.network);
    writeOfAll(json, "candidates", project,
               [&json](const ReadBriefing& read) { writeCandidates(json, read.extraction); });
    writeOfAll(json, "unread", project, [&json](const ReadBriefing& read) {
        writeUnread(json, read.extraction, read.briefing.id);
    });
    writeOfAll(json, "diagnostics", project, [&json](const ReadBriefing& read) {
        writeDiagnostics(json, read.extraction.diagnostics);
    });
    writePlaces(json, project);
    json.endObject();
    return json.done() + '\n';
}

QByteArray extractionJson(const ReadBriefing& read, bool withText)
{
    JsonWriter json;
    json.beginObject();
    json.key("briefing");
    json.beginObject();
    writeBriefingMembers(json, read.briefing, withText);
    json.endObject();
    writeExtractionMembers(json, read.extraction, read.briefing.date);
    json.endObject();
    return json.done();
}

} // namespace gyre
