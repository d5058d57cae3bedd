#include "ui/document/correcting.h"

#include "graph/briefing/readerwords.h"
#include "ui/document/takingback.h"

#include <QCoreApplication>

namespace gyre {

namespace {

struct Correcting
{
    Q_DECLARE_TR_FUNCTIONS(Correcting)
};

QString correctText(FactFields::Kind kind)
{
    switch (kind) {
    case FactFields::Kind::Deal:
        return Correcting::tr("Correct deal");
    case FactFields::Kind::Valuation:
        return Correcting::tr("Correct valuation");
    case FactFields::Kind::Stake:
        return Correcting::tr("Correct stake");
    }
    return {};
}

QString addText(FactFields::Kind kind)
{
    switch (kind) {
    case FactFields::Kind::Deal:
        return Correcting::tr("Add deal");
    case FactFields::Kind::Valuation:
        return Correcting::tr("Add valuation");
    case FactFields::Kind::Stake:
        return Correcting::tr("Add stake");
    }
    return {};
}

/// Firms in the order in which they are named in `span`.
std::vector<FirmId> firmsIn(const Network& network, const QString& briefing, TextSpan span)
{
    std::vector<std::pair<int, FirmId>> found;
    for (const FirmId id : network.firms()) {
        std::optional<int> first;
        for (const auto& mention : network.firm(id).detail->mentions)
            if (mention->briefing == briefing && span.contains(mention->span))
                first = std::min(first.value_or(mention->span.start), mention->span.start);
        if (first)
            found.emplace_back(*first, id);
    }
    std::sort(found.begin(), found.end());
    std::vector<FirmId> firms;
    firms.reserve(found.size());
    for (const auto& [at, id] : found)
        firms.push_back(id);
    return firms;
}

} // namespace

std::optional<FactId> factOf(const Selection& selection)
{
    if (const auto* deal = std::get_if<DealId>(&selection))
        return *deal;
    if (const auto* valuation = std::get_if<ValuationId>(&selection))
        return *valuation;
    if (const auto* stake = std::get_if<StakeId>(&selection))
        return *stake;
    return std::nullopt;
}

Selection selectionOf(const FactId& fact)
{
    return std::visit([](auto id) { return Selection(id); }, fact);
}

void review(Document& document, const FactId& fact, Review review)
{
    const Review next = review == Review::Unreviewed ? takenBack(document.project(), fact) : review;
    std::visit([&document, next](auto id) { document.review(id, next); }, fact);
}

bool mayAccept(Review review)
{
    return review == Review::Unreviewed || review == Review::Rejected;
}

void correct(Document& document, const FactId& fact, const FactFields& wanted)
{
    Project next = document.project();
    next.network = corrected(std::move(next.network), fact, wanted);
    document.apply(correctText(wanted.kind), std::move(next));
}

void addOwn(Document& document, const FactFields& wanted, const EvidenceList& evidence)
{
    Project next = document.project();
    OwnFact own = withOwn(std::move(next.network), wanted, evidence);
    next.network = std::move(own.network);
    document.apply(addText(wanted.kind), std::move(next));
    document.select(selectionOf(own.id));
}

Shared<Evidence> evidenceAt(const Briefing& briefing, TextSpan span)
{
    Evidence made;
    made.briefing = briefing.id;
    made.span = span;
    made.quote = span.in(briefing.text).toString();
    return {std::move(made)};
}

std::optional<FirmId> firmAt(const Document& document, const Shared<Evidence>& words)
{
    if (const auto named = document.network().findFirmNamed(words->quote.simplified()))
        return named;
    for (const FirmId id : document.network().firms())
        for (const auto& mention : document.network().firm(id).detail->mentions)
            if (mention->briefing == words->briefing && mention->span == words->span)
                return id;
    return std::nullopt;
}

FactFields proposed(const Document& document, FactFields::Kind kind, const Briefing& briefing,
                    TextSpan words, TextSpan sentence)
{
    FactFields fields;
    fields.kind = kind;
    fields.date = briefing.date;
    if (kind == FactFields::Kind::Stake)
        fields.status = Status::Closed;
    std::vector<FirmId> firms = firmsIn(document.network(), briefing.id, words);
    const std::size_t needed = kind == FactFields::Kind::Valuation ? 1 : 2;
    if (firms.size() < needed)
        firms = firmsIn(document.network(), briefing.id, sentence);
    if (kind == FactFields::Kind::Valuation) {
        fields.org.firm = firms.empty() ? FirmId{} : firms.front();
    } else {
        fields.giver.firm = firms.empty() ? FirmId{} : firms.front();
        fields.org.firm = firms.size() > 1 ? firms[1] : FirmId{};
    }
    const SaidFigures near = figuresIn(words.in(briefing.text).toString(), document.lexicon());
    const SaidFigures far = figuresIn(sentence.in(briefing.text).toString(), document.lexicon());
    fields.amount = near.amount.value_or(far.amount.value_or(Amount{}));
    const SaidShare share = near.share.value_or(far.share.value_or(SaidShare{}));
    fields.percent = share.percent;
    fields.qualifier = share.qualifier;
    return fields;
}

} // namespace gyre
