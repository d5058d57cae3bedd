// "Why this reading": the words of the sentence, each with the part it played.
#include "graph/briefing/reasons.h"
#include "ui/models/facts.h"
#include "ui/panels/inspectorparts.h"

#include <QCoreApplication>

namespace gyre {

namespace {

struct Reasons
{
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString nameOf(ReasonPart::Role role, FactFields::Kind kind)
{
    switch (role) {
    case ReasonPart::Role::Giver:
        return kind == FactFields::Kind::Stake ? Reasons::tr("Holder") : Reasons::tr("Payer");
    case ReasonPart::Role::Org:
        return kind == FactFields::Kind::Deal ? Reasons::tr("Receiver") : Reasons::tr("Firm");
    case ReasonPart::Role::Trigger:
        return Reasons::tr("Told by");
    case ReasonPart::Role::Figure:
        return kind == FactFields::Kind::Stake ? Reasons::tr("Share") : Reasons::tr("Amount");
    case ReasonPart::Role::Status:
        return Reasons::tr("Status");
    case ReasonPart::Role::Date:
        return Reasons::tr("Date");
    }
    return {};
}

bool has(const std::vector<ReasonPart>& parts, ReasonPart::Role role)
{
    return std::any_of(parts.begin(), parts.end(),
                       [role](const ReasonPart& part) { return part.role == role; });
}

/// A party that the sentence itself does not name.
void writeUnnamed(const InspectorContext& context, const std::vector<ReasonPart>& parts,
                  const FactFields& fields)
{
    const QString elsewhere = Reasons::tr("not named in this sentence");
    if (fields.giver.isNamed() && !has(parts, ReasonPart::Role::Giver))
        context.sheet.addRow(nameOf(ReasonPart::Role::Giver, fields.kind), elsewhere);
    if (fields.org.isNamed() && !has(parts, ReasonPart::Role::Org))
        context.sheet.addRow(nameOf(ReasonPart::Role::Org, fields.kind), elsewhere);
}

std::vector<ReasonPart> partsOf(const Document& document, const FactId& fact,
                                const EvidenceList& evidence)
{
    if (evidence.empty() || reviewOf(document.network(), fact) == Review::Own)
        return {};
    const auto index = document.findBriefing(evidence.front()->briefing);
    if (!index)
        return {};
    const Briefing& briefing = document.project().briefings[*index]->briefing;
    return reasonsOf(document.network(), fact, briefing, evidence.front()->span,
                     document.lexicon());
}

/// The words at `span` of the briefing that `evidence` quotes from.
QString wordsAt(const Evidence& evidence, TextSpan span)
{
    const int start = evidence.span.start;
    return QStringLiteral("“") +
           TextSpan{span.start - start, span.end - start}
               .in(evidence.quote)
               .toString()
               .simplified() +
           QStringLiteral("”");
}

} // namespace

void writeEvidence(const InspectorContext& context, const FactId& fact)
{
    const Document& document = context.document;
    const EvidenceList evidence = evidenceOf(document.network(), selectionOf(fact));
    const std::vector<ReasonPart> parts = partsOf(document, fact, evidence);
    std::vector<TextSpan> marked;
    marked.reserve(parts.size());
    for (const ReasonPart& part : parts)
        marked.push_back(part.span);
    writeQuotes(context, evidence, marked);
    if (parts.empty())
        return;
    const FactFields fields = fieldsOf(document.network(), fact);
    context.sheet.addCaption(Reasons::tr("Why this reading"));
    for (const ReasonPart& part : parts)
        context.sheet.addRow(nameOf(part.role, fields.kind), wordsAt(*evidence.front(), part.span));
    writeUnnamed(context, parts, fields);
}

} // namespace gyre
