#include "graph/interchange/jsonextraction.h"

#include "graph/interchange/jsonfacts.h"
#include "graph/model/historyfile.h"
#include "graph/model/network.h"

#include <array>

namespace gyre {

namespace {

FirmName firmsOf(const Extraction& extraction)
{
    return [&extraction](FirmId id) {
        return id.value < extraction.firms.size() ? extraction.firms[id.value].id : QString();
    };
}

template<typename Facts, typename WriteFact>
void writeFacts(JsonWriter& json, const char* key, const Facts& facts, const WriteFact& write)
{
    json.key(key);
    json.beginArray();
    for (const auto& fact : facts)
        write(fact);
    json.endArray();
}

QString severityName(Severity severity)
{
    static constexpr std::array names{"note", "warning", "error"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(severity)));
}

/// Empty where the firm bears its name of today.
QString nameThen(const QString& name, const std::optional<PartialDate>& date)
{
    const FirmHistory& history = bundledHistory().history;
    const auto firm = date ? history.firmNamed(name) : std::nullopt;
    const QString then = firm ? history.nameAt(*firm, date->last()) : name;
    return nameKey(then) == nameKey(name) ? QString() : then;
}

} // namespace

void writeBriefingMembers(JsonWriter& json, const Briefing& briefing, bool withText)
{
    writeMember(json, "id", briefing.id);
    writeMember(json, "path", briefing.path);
    writeMember(json, "title", briefing.title);
    writeMember(json, "publisher", briefing.publisher);
    writeDateAndPrecision(json, briefing.date);
    writeMember(json, "language", briefing.language);
    writeMember(json, "sha256", briefing.sha256);
    if (!withText)
        return;
    json.key("text");
    json.string(briefing.text);
}

void writeExtractionMembers(JsonWriter& json, const Extraction& extraction,
                            const std::optional<PartialDate>& date)
{
    const FirmName idOf = firmsOf(extraction);
    writeFacts(json, "organizations", extraction.firms,
               [&](const Firm& firm) { writeFirm(json, firm, nameThen(firm.name, date)); });
    writeFacts(json, "deals", extraction.deals,
               [&](const Deal& deal) { writeDeal(json, deal, idOf); });
    writeFacts(json, "valuations", extraction.valuations,
               [&](const Valuation& valuation) { writeValuation(json, valuation, idOf); });
    writeFacts(json, "stakes", extraction.stakes,
               [&](const Stake& stake) { writeStake(json, stake, idOf); });
    json.key("candidates");
    json.beginArray();
    writeCandidates(json, extraction);
    json.endArray();
    json.key("unread");
    json.beginArray();
    writeUnread(json, extraction, {});
    json.endArray();
    json.key("diagnostics");
    json.beginArray();
    writeDiagnostics(json, extraction.diagnostics);
    json.endArray();
}

void writeCandidates(JsonWriter& json, const Extraction& extraction)
{
    const FirmName idOf = firmsOf(extraction);
    for (const Deal& deal : extraction.candidateDeals)
        writeDeal(json, deal, idOf, "deal");
    for (const Valuation& valuation : extraction.candidateValuations)
        writeValuation(json, valuation, idOf, "valuation");
    for (const Stake& stake : extraction.candidateStakes)
        writeStake(json, stake, idOf, "stake");
}

/// For other programs: English, whatever the window speaks.
QString unreadWords(const QString& code)
{
    if (code == u"unread.no-rule")
        return QStringLiteral("money between two firms, no rule fits");
    if (code == u"unread.holding")
        return QStringLiteral("what a holding is worth, no price");
    if (code == u"unread.rate")
        return QStringLiteral("a price or a pace, no sum");
    return code;
}

void writeUnread(JsonWriter& json, const Extraction& extraction, const QString& briefing)
{
    for (const Unread& unread : extraction.unread) {
        json.beginObject();
        writeIfAny(json, "briefing", briefing);
        writeSpan(json, unread.span);
        writeMember(json, "why", unreadWords(unread.why));
        writeMember(json, "code", unread.why);
        json.endObject();
    }
}

void writeDiagnostics(JsonWriter& json, const Diagnostics& diagnostics)
{
    for (const Diagnostic& diagnostic : diagnostics) {
        json.beginObject();
        writeMember(json, "severity", severityName(diagnostic.severity));
        writeMember(json, "code", diagnostic.code);
        writeList(json, "arguments", diagnostic.arguments);
        writeIfAny(json, "file", diagnostic.file);
        if (diagnostic.line)
            writeMember(json, "line", std::optional<std::int64_t>(*diagnostic.line));
        if (diagnostic.span)
            writeSpan(json, *diagnostic.span);
        json.endObject();
    }
}

} // namespace gyre
