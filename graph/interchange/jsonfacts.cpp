#include "graph/interchange/jsonfacts.h"

namespace gyre {

namespace {

void writeDate(JsonWriter& json, const std::optional<PartialDate>& date)
{
    json.key("date");
    if (date)
        json.string(date->toString());
    else
        json.null();
}

/// One of the three kinds, or a mixture: what is there is said.
void writeEvidence(JsonWriter& json, const Evidence& evidence)
{
    const bool isSpan =
        !evidence.briefing.isEmpty() || evidence.span != TextSpan{} || !evidence.quote.isEmpty();
    const bool isPage = !evidence.publisher.isEmpty() || !evidence.title.isEmpty() ||
                        !evidence.url.isEmpty() || evidence.date;
    json.beginObject();
    if (isSpan) {
        writeMember(json, "briefing", evidence.briefing);
        writeSpan(json, evidence.span);
        json.key("quote");
        json.string(evidence.quote);
    }
    if (isPage) {
        writeMember(json, "publisher", evidence.publisher);
        writeMember(json, "title", evidence.title);
        writeMember(json, "url", evidence.url);
        writeDate(json, evidence.date);
    }
    writeIfAny(json, "note", evidence.note);
    json.endObject();
}

void writeEvidences(JsonWriter& json, const EvidenceList& list)
{
    json.key("evidence");
    json.beginArray();
    for (const auto& evidence : list)
        writeEvidence(json, *evidence);
    json.endArray();
}

void writeMentions(JsonWriter& json, const EvidenceList& mentions)
{
    json.key("mentions");
    json.beginArray();
    for (const auto& mention : mentions) {
        json.beginObject();
        writeSpan(json, mention->span);
        writeIfAny(json, "briefing", mention->briefing);
        writeIfAny(json, "quote", mention->quote);
        json.endObject();
    }
    json.endArray();
}

void writeOther(JsonWriter& json, const std::vector<std::pair<QString, QString>>& other)
{
    if (other.empty())
        return;
    json.key("other");
    json.beginArray();
    for (const auto& [name, value] : other) {
        json.beginArray();
        json.string(name);
        json.string(value);
        json.endArray();
    }
    json.endArray();
}

/// What every fact ends with.
template<typename Fact>
void writeProvenance(JsonWriter& json, const Fact& fact)
{
    writeEvidences(json, fact.evidence);
    writeList(json, "inferred", inferredNames(fact.inferred));
    json.key("confidence");
    json.fraction(fact.confidence);
    writeMember(json, "rule", fact.rule);
    writeMember(json, "review", name(fact.review));
}

void writeDealAmount(JsonWriter& json, const Amount& amount)
{
    writeMember(json, "amount_low", amount.low);
    writeMember(json, "amount_high", amount.high);
    writeMember(json, "qualifier", qualifierName(amount.qualifier));
    writeMember(json, "currency", amount.currency.code());
}

void writeValuationAmount(JsonWriter& json, const Amount& amount)
{
    const auto figure = amount.figure();
    writeMember(json, "amount", figure);
    const Amount expected = figure ? Amount::of(*figure, amount.currency, amount.qualifier)
                                   : Amount{{}, {}, amount.currency, amount.qualifier};
    if (amount != expected) {
        writeMember(json, "amount_low", amount.low);
        writeMember(json, "amount_high", amount.high);
    }
    writeMember(json, "qualifier", qualifierName(amount.qualifier));
    writeMember(json, "currency", amount.currency.code());
}

void writeDealTail(JsonWriter& json, const Deal& deal, const FirmName& idOf)
{
    const DealDetail& detail = *deal.detail;
    writeMember(json, "date_text", detail.dateText);
    writeMember(json, "term_years", detail.termYears);
    writeMember(json, "stake_percent", detail.stakePercent);
    writeMember(json, "asset", detail.asset);
    writeIfAny(json, "note", detail.note);
    writeMember(json, "group", detail.group);
    QStringList members;
    for (const FirmId member : detail.groupMembers)
        members << idOf(member);
    writeList(json, "group_members", members);
    json.key("counted");
    json.boolean(deal.counted);
    writeMember(json, "not_counted_why", detail.notCountedWhy);
    writeOther(json, detail.other);
}

/// The common end of a valuation and a stake.
template<typename Claim>
void writeClaimTail(JsonWriter& json, const Claim& claim)
{
    writeDateAndPrecision(json, claim.date);
    writeMember(json, "date_text", claim.dateText);
    writeProvenance(json, claim);
}

void writeDealMembers(JsonWriter& json, const Deal& deal, const FirmName& idOf)
{
    writeMember(json, "id", deal.id);
    json.key("from");
    json.string(deal.hasCollectivePayer() ? QStringLiteral("*") : idOf(deal.from));
    json.key("to");
    json.stringOrNull(idOf(deal.to));
    writeMember(json, "type", name(deal.type));
    writeDealAmount(json, deal.amount);
    writeMember(json, "status", name(deal.status));
    json.key("denied");
    json.boolean(deal.denied);
    writeDateAndPrecision(json, deal.date);
    writeDealTail(json, deal, idOf);
    writeProvenance(json, deal);
}

void writeValuationMembers(JsonWriter& json, const Valuation& valuation, const FirmName& idOf)
{
    writeMember(json, "id", valuation.id);
    writeMember(json, "org", idOf(valuation.org));
    writeValuationAmount(json, valuation.amount);
    writeMember(json, "basis", name(valuation.basis));
    writeMember(json, "status", name(valuation.status));
    json.key("denied");
    json.boolean(valuation.denied);
    writeClaimTail(json, valuation);
}

void writeStakeMembers(JsonWriter& json, const Stake& stake, const FirmName& idOf)
{
    writeMember(json, "id", stake.id);
    writeMember(json, "holder", idOf(stake.holder));
    writeMember(json, "org", idOf(stake.org));
    json.key("percent");
    json.fraction(stake.percent);
    writeMember(json, "qualifier", qualifierName(stake.qualifier));
    writeMember(json, "status", name(stake.status));
    writeClaimTail(json, stake);
}

/// In a list of facts of several kinds.
void writeKind(JsonWriter& json, const char* fact)
{
    if (fact != nullptr)
        writeMember(json, "fact", QString::fromLatin1(fact));
}

} // namespace

void writeFirm(JsonWriter& json, const Firm& firm, const QString& nameThen)
{
    const FirmDetail& detail = *firm.detail;
    json.beginObject();
    writeMember(json, "id", firm.id);
    writeMember(json, "name", firm.name);
    writeIfAny(json, "name_at_date", nameThen);
    writeMember(json, "kind", name(firm.kind));
    writeMember(json, "ticker", detail.ticker);
    writeMember(json, "country", detail.country);
    writeMember(json, "founded",
                detail.founded ? std::optional<std::int64_t>(*detail.founded) : std::nullopt);
    writeList(json, "aliases", detail.aliases);
    writeMentions(json, detail.mentions);
    if (firm.isRoundTotal) {
        json.key("round_total");
        json.boolean(true);
    }
    writeOther(json, detail.other);
    json.endObject();
}

void writeDeal(JsonWriter& json, const Deal& deal, const FirmName& idOf, const char* fact)
{
    json.beginObject();
    writeKind(json, fact);
    writeDealMembers(json, deal, idOf);
    json.endObject();
}

void writeValuation(JsonWriter& json, const Valuation& valuation, const FirmName& idOf,
                    const char* fact)
{
    json.beginObject();
    writeKind(json, fact);
    writeValuationMembers(json, valuation, idOf);
    json.endObject();
}

void writeStake(JsonWriter& json, const Stake& stake, const FirmName& idOf, const char* fact)
{
    json.beginObject();
    writeKind(json, fact);
    writeStakeMembers(json, stake, idOf);
    json.endObject();
}

void writeDateAndPrecision(JsonWriter& json, const std::optional<PartialDate>& date)
{
    writeDate(json, date);
    json.key("date_precision");
    if (date)
        json.string(precisionName(date->precision()));
    else
        json.null();
}

void writeMember(JsonWriter& json, const char* key, const QString& text)
{
    json.key(key);
    json.stringOrNull(text);
}

void writeMember(JsonWriter& json, const char* key, std::optional<std::int64_t> number)
{
    json.key(key);
    if (number)
        json.integer(*number);
    else
        json.null();
}

void writeMember(JsonWriter& json, const char* key, std::optional<double> number)
{
    json.key(key);
    if (number)
        json.fraction(*number);
    else
        json.null();
}

void writeList(JsonWriter& json, const char* key, const QStringList& texts)
{
    json.key(key);
    json.beginArray();
    for (const QString& text : texts)
        json.string(text);
    json.endArray();
}

void writeIfAny(JsonWriter& json, const char* key, const QString& text)
{
    if (text.isEmpty())
        return;
    json.key(key);
    json.string(text);
}

void writeSpan(JsonWriter& json, TextSpan span)
{
    json.key("start");
    json.integer(span.start);
    json.key("end");
    json.integer(span.end);
}

} // namespace gyre
