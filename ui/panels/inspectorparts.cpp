#include "ui/panels/inspectorparts.h"

#include "ui/models/facts.h"
#include "ui/models/phrases.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QUrl>

namespace gyre {

namespace {

struct Parts
{
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString sourceOf(const Evidence& evidence, const Project& project)
{
    for (const auto& read : project.briefings)
        if (read->briefing.id == evidence.briefing)
            return Parts::tr("%1 · show in the text").arg(read->briefing.title);
    QStringList parts{evidence.publisher, evidence.title,
                      evidence.date ? words(*evidence.date) : QString()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

/// Words too long for a quote: a table row or a whole page.
QString shortened(const QString& quote)
{
    constexpr qsizetype most = 420;
    const QString plain = quote.simplified();
    return plain.size() <= most ? plain : plain.left(most) + QStringLiteral(" …");
}

/// The spans counted from the quote's start; none where the quote is not the words themselves.
std::vector<TextSpan> marksIn(const Evidence& evidence, const QString& quote,
                              const std::vector<TextSpan>& marked)
{
    std::vector<TextSpan> marks;
    if (quote != evidence.quote)
        return marks;
    for (const TextSpan span : marked)
        marks.push_back({span.start - evidence.span.start, span.end - evidence.span.start});
    return marks;
}

} // namespace

void writeReview(const InspectorContext& context, const FactId& fact)
{
    Document* document = &context.document;
    const Review now = reviewOf(document->network(), fact);
    const auto button = [document, fact, now](const QString& text, Review next) {
        return Sheet::Button{text, [document, fact, next] { review(*document, fact, next); },
                             now == Review::Rejected};
    };
    std::vector<Sheet::Button> buttons;
    if (now == Review::Rejected)
        buttons.push_back(button(Parts::tr("Undo reject"), Review::Unreviewed));
    else if (now == Review::Unreviewed)
        buttons.push_back(button(Parts::tr("Accept"), Review::Accepted));
    else if (now == Review::Accepted)
        buttons.push_back(button(Parts::tr("Undo accept"), Review::Unreviewed));
    if (now != Review::Rejected)
        buttons.push_back(button(Parts::tr("Reject"), Review::Rejected));
    context.sheet.addButtons(buttons);
    const auto edit = context.editFact;
    context.sheet.addLink(Parts::tr("Edit…"), [edit, fact] { edit(fact); });
}

void writeDealRow(const InspectorContext& context, DealId id)
{
    const Network& network = context.document.view().network();
    const Deal& deal = network.deal(id);
    QStringList details{words(deal.type), statusText(deal.status, deal.denied),
                        dateText(deal.date, deal.detail->dateText)};
    details.removeAll(QString());
    Document* document = &context.document;
    context.sheet.addLinkRow(parties(network, deal), details.join(QStringLiteral(" · ")),
                             figure(deal), [document, id] { document->select(id); });
}

void writeQuotes(const InspectorContext& context, const EvidenceList& evidence,
                 const std::vector<TextSpan>& marked)
{
    if (evidence.empty())
        return;
    context.sheet.addCaption(Parts::tr("Who says so"));
    for (const auto& each : evidence) {
        const Evidence& e = *each;
        const QString quote = shortened(e.quote.isEmpty() ? e.note : e.quote);
        const QString source = sourceOf(e, context.document.project());
        const auto show = context.showQuote;
        if (!e.briefing.isEmpty())
            context.sheet.addQuote(
                quote, source,
                [show, briefing = e.briefing, span = e.span] { show(briefing, span); },
                &each == &evidence.front() ? marksIn(e, quote, marked) : std::vector<TextSpan>());
        else if (!quote.isEmpty())
            context.sheet.addNote(source.isEmpty() ? quote
                                                   : quote + QStringLiteral(" · ") + source);
        else if (!source.isEmpty())
            context.sheet.addNote(source);
        if (!e.url.isEmpty())
            context.sheet.addLink(Parts::tr("Open the source in the browser"), [url = e.url] {
                QDesktopServices::openUrl(QUrl(url, QUrl::StrictMode));
            });
    }
}

LoopSelection selectionOf(const Circuit& circuit)
{
    LoopSelection loop;
    loop.firms = circuit.firms;
    for (const Hop& hop : circuit.hops)
        loop.deals.insert(loop.deals.end(), hop.deals.begin(), hop.deals.end());
    return loop;
}

void writeLoopRow(const InspectorContext& context, std::size_t index)
{
    const Circuit& circuit = context.analyses.circuits().found[index];
    const QString amount = written(circuit.goesRound);
    Document* document = &context.document;
    context.sheet.addLinkRow(roundOf(context.document.view().network(), circuit.firms),
                             Parts::tr("least sure: %1").arg(words(circuit.weakestStatus)), amount,
                             [document, loop = selectionOf(circuit)] { document->select(loop); });
}

} // namespace gyre
