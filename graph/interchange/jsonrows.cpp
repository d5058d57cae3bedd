#include "graph/interchange/jsonrows.h"

#include <QLocale>

#include <algorithm>
#include <limits>
#include <map>

namespace gyre {

namespace {

class JsonRow : public Row
{
public:
    explicit JsonRow(const JsonValue& object)
        : m_object(object)
    {
    }

    [[nodiscard]] QString cell(const char* field) const override
    {
        return textOf(m_object.member(field));
    }

    [[nodiscard]] int line() const override { return m_object.line; }

private:
    const JsonValue& m_object;
};

QStringList textsOf(const JsonValue& list)
{
    QStringList texts;
    for (const JsonValue& item : list.items)
        texts << textOf(item);
    return texts;
}

int intOf(const JsonValue& value)
{
    return static_cast<int>(
        std::clamp<std::int64_t>(value.integer, 0, std::numeric_limits<int>::max()));
}

TextSpan spanOf(const JsonValue& object)
{
    return {intOf(object.member("start")), intOf(object.member("end"))};
}

Evidence evidenceOf(const JsonValue& object)
{
    Evidence evidence;
    evidence.briefing = textOf(object.member("briefing"));
    evidence.span = spanOf(object);
    evidence.quote = textOf(object.member("quote"));
    evidence.publisher = textOf(object.member("publisher"));
    evidence.title = textOf(object.member("title"));
    evidence.url = textOf(object.member("url"));
    evidence.date = PartialDate::parse(textOf(object.member("date")));
    evidence.note = textOf(object.member("note"));
    return evidence;
}

std::vector<std::pair<QString, QString>> othersOf(const JsonValue& list)
{
    std::vector<std::pair<QString, QString>> others;
    for (const JsonValue& pair : list.items)
        if (pair.items.size() == 2)
            others.emplace_back(textOf(pair.items[0]), textOf(pair.items[1]));
    return others;
}

std::optional<Severity> severityFromName(const QString& name)
{
    if (name == u"note")
        return Severity::Note;
    return name == u"error" ? Severity::Error : Severity::Warning;
}

FirmFinder findIn(const std::map<QString, FirmId>& firms)
{
    return [&firms](const QString& id) {
        const auto found = firms.find(id);
        return found == firms.end() ? std::nullopt : std::optional(found->second);
    };
}

void readCandidate(const JsonValue& object, JsonFactReader& read, Extraction& extraction)
{
    const QString fact = textOf(object.member("fact"));
    if (fact == u"valuation") {
        if (auto valuation = read.valuation(object))
            extraction.candidateValuations.push_back(std::move(*valuation));
    } else if (fact == u"stake") {
        if (auto stake = read.stake(object))
            extraction.candidateStakes.push_back(std::move(*stake));
    } else if (auto deal = read.deal(object)) {
        extraction.candidateDeals.push_back(std::move(*deal));
    }
}

Diagnostic diagnosticOf(const JsonValue& object)
{
    Diagnostic diagnostic;
    diagnostic.severity =
        severityFromName(textOf(object.member("severity"))).value_or(Severity::Warning);
    diagnostic.code = textOf(object.member("code"));
    diagnostic.arguments = textsOf(object.member("arguments"));
    diagnostic.file = textOf(object.member("file"));
    if (object.member("line").isNumber())
        diagnostic.line = intOf(object.member("line"));
    if (object.member("end").isNumber())
        diagnostic.span = spanOf(object);
    return diagnostic;
}

template<typename Fact>
void keep(std::vector<Fact>& facts, std::optional<Fact> fact)
{
    if (fact)
        facts.push_back(std::move(*fact));
}

} // namespace

QString textOf(const JsonValue& value)
{
    switch (value.kind) {
    case JsonValue::Kind::String:
        return value.string;
    case JsonValue::Kind::Integer:
        return QString::number(value.integer);
    case JsonValue::Kind::Fraction:
        return QString::number(value.number, 'g', QLocale::FloatingPointShortest);
    case JsonValue::Kind::Boolean:
        return value.boolean ? QStringLiteral("true") : QStringLiteral("false");
    case JsonValue::Kind::Array:
    case JsonValue::Kind::Object:
        return QStringLiteral("…");
    case JsonValue::Kind::Null:
        break;
    }
    return {};
}

template<typename Fact>
bool JsonFactReader::readProvenance(RowReader& row, const JsonValue& object, Fact& fact)
{
    for (const JsonValue& evidence : object.member("evidence").items)
        fact.evidence.push_back(shared(evidence));
    fact.inferred |= inferredFromNames(textsOf(object.member("inferred")));
    fact.confidence = static_cast<float>(row.number("confidence", 0, 1).value_or(1));
    fact.rule = row.text("rule");
    fact.review = row.choice("review", reviewFromName, qOverload<Review>(name), reviewCount,
                             Review::Unreviewed);
    return row.isUsable();
}

/// A span that no text has would be looked for in vain: the quote alone is kept.
void JsonFactReader::checkSpan(Evidence& evidence, const JsonValue& object)
{
    const auto length = m_lengthOf ? m_lengthOf(evidence.briefing) : std::nullopt;
    const TextSpan span = evidence.span;
    if (span.start >= 0 && span.start <= span.end && (!length || span.end <= *length))
        return;
    m_findings.warn(QStringLiteral("json.span-outside"),
                    {QString::number(span.start), QString::number(span.end), evidence.briefing,
                     length ? QString::number(*length) : QStringLiteral("?")},
                    object.line);
    evidence.span = {};
}

/// Neighbours in a file often have the same source: kept once.
Shared<Evidence> JsonFactReader::shared(const JsonValue& object)
{
    Evidence evidence = evidenceOf(object);
    checkSpan(evidence, object);
    if (m_lastEvidence.isEmpty() || !(*m_lastEvidence == evidence))
        m_lastEvidence = Shared<Evidence>(std::move(evidence));
    return m_lastEvidence;
}

std::optional<Firm> JsonFactReader::firm(const JsonValue& object)
{
    const JsonRow fields(object);
    RowReader row(fields, m_findings);
    auto firm = firmOf(row, textsOf(object.member("aliases")));
    if (!firm)
        return firm;
    firm->isRoundTotal = row.boolean("round_total", false);
    const JsonValue& mentions = object.member("mentions");
    const JsonValue& other = object.member("other");
    if (!mentions.items.empty() || !other.items.empty())
        firm->detail.edit([&](FirmDetail& detail) {
            for (const JsonValue& mention : mentions.items)
                detail.mentions.push_back(shared(mention));
            detail.other = othersOf(other);
        });
    return firm;
}

std::optional<Deal> JsonFactReader::deal(const JsonValue& object)
{
    const JsonRow fields(object);
    RowReader row(fields, m_findings);
    auto deal = dealOf(row, m_find, "qualifier");
    if (!deal || !readProvenance(row, object, *deal))
        return std::nullopt;
    const JsonValue& members = object.member("group_members");
    const JsonValue& other = object.member("other");
    if (!members.items.empty() || !other.items.empty())
        deal->detail.edit([&](DealDetail& detail) {
            for (const QString& id : textsOf(members))
                if (const auto member = m_find(id))
                    detail.groupMembers.push_back(*member);
                else
                    row.remark(QStringLiteral("row.unknown-member"), {id});
            detail.other = othersOf(other);
        });
    return deal;
}

std::optional<Valuation> JsonFactReader::valuation(const JsonValue& object)
{
    const JsonRow fields(object);
    RowReader row(fields, m_findings);
    auto valuation = valuationOf(row, m_find);
    return valuation && readProvenance(row, object, *valuation) ? valuation : std::nullopt;
}

std::optional<Stake> JsonFactReader::stake(const JsonValue& object)
{
    const JsonRow fields(object);
    RowReader row(fields, m_findings);
    auto stake = stakeOf(row, m_find);
    return stake && readProvenance(row, object, *stake) ? stake : std::nullopt;
}

Briefing briefingOf(const JsonValue& object)
{
    Briefing briefing;
    briefing.id = textOf(object.member("id"));
    briefing.path = textOf(object.member("path"));
    briefing.title = textOf(object.member("title"));
    briefing.publisher = textOf(object.member("publisher"));
    briefing.date = PartialDate::parse(textOf(object.member("date")));
    briefing.language = textOf(object.member("language"));
    briefing.sha256 = textOf(object.member("sha256"));
    briefing.text = textOf(object.member("text"));
    return briefing;
}

Extraction extractionOf(const JsonValue& object, Findings& findings, const TextLength& lengthOf)
{
    Extraction extraction;
    std::map<QString, FirmId> firms;
    JsonFactReader read(findings, findIn(firms), lengthOf);
    for (const JsonValue& item : object.member("organizations").items)
        if (auto firm = read.firm(item)) {
            firms.emplace(firm->id, FirmId{static_cast<std::uint32_t>(extraction.firms.size())});
            extraction.firms.push_back(std::move(*firm));
        }
    for (const JsonValue& item : object.member("deals").items)
        keep(extraction.deals, read.deal(item));
    for (const JsonValue& item : object.member("valuations").items)
        keep(extraction.valuations, read.valuation(item));
    for (const JsonValue& item : object.member("stakes").items)
        keep(extraction.stakes, read.stake(item));
    for (const JsonValue& item : object.member("candidates").items)
        readCandidate(item, read, extraction);
    for (const JsonValue& item : object.member("unread").items)
        extraction.unread.push_back(
            {spanOf(item), textOf(item.member(item.member("code").isNull() ? "why" : "code"))});
    for (const JsonValue& item : object.member("diagnostics").items)
        extraction.diagnostics.push_back(diagnosticOf(item));
    return extraction;
}

} // namespace gyre
