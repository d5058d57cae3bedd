// The reader's word on firms and their names, with what is remembered of it.
#include "graph/briefing/learning.h"
#include "graph/model/edits.h"
#include "ui/document/correcting.h"

#include <QCoreApplication>

namespace gyre {

namespace {

struct Naming
{
    Q_DECLARE_TR_FUNCTIONS(Naming)
};

/// Today, in the briefing of these words, or in the first that names the firm.
Said saidIn(const Document& document, const QString& briefing)
{
    Said said;
    said.on = QDate::currentDate();
    if (const auto index = document.findBriefing(briefing)) {
        const Briefing& in = document.project().briefings[*index]->briefing;
        said.in = in.title;
        said.text = in.text;
    }
    return said;
}

Said saidOf(const Document& document, const Firm& firm)
{
    const EvidenceList& mentions = firm.detail->mentions;
    return saidIn(document, mentions.empty() ? QString() : mentions.front()->briefing);
}

/// One change of the network and of what is remembered; `name` is what should be.
void applyNaming(Document& document, const QString& text, Project next, LearntNames learnt,
                 const QString& name)
{
    const bool isRemembered = learnt != *document.project().learnt ||
                              !idOfFirm(name, learnt, document.lexicon()).isEmpty();
    if (learnt != *next.learnt)
        next.learnt = std::move(learnt);
    document.apply(text, std::move(next));
    if (!isRemembered)
        document.report(
            {{Severity::Note, QStringLiteral("names.not-remembered"), {name}, {}, {}, {}}});
}

QStringList namesOf(const Firm& firm)
{
    QStringList names{firm.name};
    for (const QString& alias : firm.detail->aliases)
        if (!names.contains(alias))
            names << alias;
    return names;
}

/// As the briefings write it.
QStringList wordsFor(const Firm& firm)
{
    QStringList words{firm.name};
    for (const Shared<Evidence>& mention : firm.detail->mentions)
        if (const QString quote = mention->quote.simplified(); !words.contains(quote))
            words << quote;
    return words;
}

} // namespace

void addFirm(Document& document, const Shared<Evidence>& words)
{
    const QString name = words->quote.simplified();
    if (name.isEmpty())
        return;
    Project next = document.project();
    next.network = withFirm(std::move(next.network), name, {words});
    Firm firm;
    firm.name = name;
    applyNaming(document, Naming::tr("Add firm"), std::move(next),
                withFirm(*document.project().learnt, firm, saidIn(document, words->briefing),
                         document.lexicon()),
                name);
    if (const auto made = document.network().findFirmNamed(name))
        document.select(*made);
}

void joinFirms(Document& document, FirmId kept, FirmId other)
{
    const Firm gone = document.network().firm(other);
    Project next = document.project();
    next.network = unified(std::move(next.network), kept, other);
    next.placement.forget(other);
    applyNaming(document, Naming::tr("Join firms"), std::move(next),
                withOtherNames(*document.project().learnt, document.network().firm(kept),
                               namesOf(gone), saidOf(document, gone), document.lexicon()),
                gone.name);
    document.select(kept);
}

void addName(Document& document, FirmId firm, const Shared<Evidence>& words)
{
    const QString name = words->quote.simplified();
    Project next = document.project();
    next.network = withFirm(std::move(next.network), name, {words});
    if (const auto made = next.network.findFirmNamed(name))
        next.network = unified(std::move(next.network), firm, *made);
    applyNaming(document, Naming::tr("Add name of firm"), std::move(next),
                withOtherNames(*document.project().learnt, document.network().firm(firm), {name},
                               saidIn(document, words->briefing), document.lexicon()),
                name);
    document.select(firm);
}

void renameFirm(Document& document, FirmId id, const QString& name)
{
    const Firm before = document.network().firm(id);
    const QString wanted = name.simplified();
    if (wanted.isEmpty() || wanted == before.name)
        return;
    Project next = document.project();
    next.network = renamed(std::move(next.network), id, wanted);
    Firm after = before;
    after.name = wanted;
    applyNaming(document, Naming::tr("Rename firm"), std::move(next),
                withNewName(*document.project().learnt, after, before.name,
                            saidOf(document, before), document.lexicon()),
                wanted);
}

void rejectFirm(Document& document, FirmId id)
{
    const Firm firm = document.network().firm(id);
    Project next = document.project();
    next.network = rejected(std::move(next.network), id);
    next.placement.forget(id);
    applyNaming(document, Naming::tr("Reject firm"), std::move(next),
                withNoFirm(*document.project().learnt, wordsFor(firm), saidOf(document, firm),
                           document.lexicon()),
                firm.name);
    document.select({});
}

void setLearntNames(Document& document, LearntNames names)
{
    Project next = document.project();
    next.learnt = std::move(names);
    document.apply(Naming::tr("Change learnt names"), std::move(next));
}

} // namespace gyre
