#include "ui/document/addition.h"

#include "graph/briefing/extract.h"
#include "graph/briefing/reading.h"
#include "graph/model/edits.h"
#include "ui/document/guard.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

namespace gyre {

namespace {

void append(Diagnostics& to, Diagnostics more, const QString& file)
{
    for (Diagnostic& diagnostic : more) {
        if (diagnostic.file.isEmpty())
            diagnostic.file = file;
        to.push_back(std::move(diagnostic));
    }
}

/// What messages about it begin with.
QString pasted()
{
    return QCoreApplication::translate("Document", "The pasted text");
}

QString placeOf(const Briefing& briefing)
{
    return briefing.path.isEmpty() ? pasted() : briefing.path;
}

/// Shorter texts are searched before anybody could have read their first line.
constexpr qsizetype longText = 200'000;

/// What reading needs besides the file.
struct Tools
{
    const Lexicon& lexicon;
    const WhenRead& whenRead;
};

void takeBriefing(Addition& addition, BriefingReading reading, const Tools& tools,
                  const Progress& progress)
{
    if (tools.whenRead && reading.briefing.text.size() >= longText)
        tools.whenRead(reading.briefing);
    const QString path = placeOf(reading.briefing);
    append(addition.diagnostics, std::move(reading.diagnostics), path);
    ReadBriefing read;
    read.extraction = extract(reading.briefing, tools.lexicon, progress);
    read.briefing = std::move(reading.briefing);
    append(addition.diagnostics, read.extraction.diagnostics, path);
    addition.briefings.emplace_back(std::move(read));
}

void takeFile(Addition& addition, const QString& path, const Tools& tools, const Progress& progress)
{
    if (formatOfPath(path) == nullptr) {
        takeBriefing(addition, readBriefingFile(path), tools, progress);
        return;
    }
    NetworkReading reading = readNetwork(path);
    append(addition.diagnostics, std::move(reading.diagnostics), path);
    reading.diagnostics.clear();
    addition.networks.push_back({path, std::move(reading)});
}

/// One file's share of the whole progress.
Progress partOf(const Progress& whole, qsizetype index, qsizetype count)
{
    return whole.part(double(index) / double(count), double(index + 1) / double(count));
}

QSet<QString> briefingIds(const Project& project)
{
    QSet<QString> ids;
    for (const Shared<ReadBriefing>& read : project.briefings)
        ids.insert(read->briefing.id);
    return ids;
}

Diagnostic alreadyOpen(const QString& path, const QString& title)
{
    return {Severity::Note, QStringLiteral("document.already-open"), {title}, path, {}, {}};
}

void takeOver(Deal& deal, const Deal& again)
{
    deal.date = again.date;
    deal.inferred.setFlag(Inferred::Date, again.inferred.testFlag(Inferred::Date));
    if (deal.detail->dateText != again.detail->dateText)
        deal.detail.edit([&again](DealDetail& d) { d.dateText = again.detail->dateText; });
}

template<typename Claim>
void takeOver(Claim& claim, const Claim& again)
{
    claim.date = again.date;
    claim.dateText = again.dateText;
    claim.inferred.setFlag(Inferred::Date, again.inferred.testFlag(Inferred::Date));
}

/// The reader's own words on a fact are not written over.
bool mayBeReread(Review review)
{
    return review != Review::Corrected && review != Review::Own;
}

void rereadDeals(NetworkEditor& edit, const Extraction& extraction)
{
    for (const Deal& again : extraction.deals) {
        const auto id = edit.network().findDeal(again.id);
        if (!id || !mayBeReread(edit.network().deal(*id).review))
            continue;
        Deal deal = edit.network().deal(*id);
        takeOver(deal, again);
        edit.setDeal(*id, std::move(deal));
    }
}

template<typename Id, typename Claim, typename Set>
void rereadClaims(const PersistentVector<Claim>& there, const std::vector<Claim>& found, Set&& set)
{
    QHash<QString, const Claim*> byId;
    for (const Claim& claim : found)
        byId.insert(claim.id, &claim);
    std::vector<std::pair<Id, Claim>> changed;
    for (std::uint32_t i = 0; i < there.size(); ++i)
        if (const Claim* again = byId.value(there[i].id); again && mayBeReread(there[i].review)) {
            Claim claim = there[i];
            takeOver(claim, *again);
            changed.emplace_back(Id{i}, std::move(claim));
        }
    for (auto& [id, claim] : changed)
        set(id, std::move(claim));
}

} // namespace

Addition readFiles(const QStringList& paths, const Lexicon& lexicon, const WhenRead& whenRead,
                   const Progress& progress)
{
    Addition addition;
    for (qsizetype i = 0; i < paths.size() && !progress.isCancelled(); ++i)
        guarded(paths[i], addition.diagnostics, [&] {
            takeFile(addition, paths[i], {lexicon, whenRead}, partOf(progress, i, paths.size()));
        });
    return addition;
}

Addition readPaste(const QString& text, bool isHtml, const Lexicon& lexicon,
                   const WhenRead& whenRead, const Progress& progress)
{
    Addition addition;
    guarded(pasted(), addition.diagnostics, [&] {
        takeBriefing(addition, readPasted(text, isHtml), {lexicon, whenRead}, progress);
    });
    return addition;
}

Joined joined(Project project, const Addition& addition)
{
    Joined result;
    QSet<QString> known = briefingIds(project);
    const auto addBriefing = [&](const Shared<ReadBriefing>& read) {
        known.insert(read->briefing.id);
        if (!result.firstNewBriefing)
            result.firstNewBriefing = project.briefings.size();
        project.briefings.push_back(read);
    };
    for (const Shared<ReadBriefing>& read : addition.briefings) {
        if (known.contains(read->briefing.id)) {
            result.diagnostics.push_back(
                alreadyOpen(placeOf(read->briefing), read->briefing.title));
            continue;
        }
        addBriefing(read);
        project.network = assembled(std::move(project.network), read->extraction);
    }
    for (const Addition::NetworkFile& file : addition.networks) {
        if (project.networkFiles.contains(file.path)) {
            result.diagnostics.push_back(alreadyOpen(file.path, QFileInfo(file.path).fileName()));
            continue;
        }
        project.network = merged(std::move(project.network), file.reading.network);
        project.networkFiles << file.path;
        for (const Shared<ReadBriefing>& read : file.reading.briefings)
            if (!known.contains(read->briefing.id))
                addBriefing(read);
    }
    result.project = std::move(project);
    return result;
}

Project reread(Project project, const QString& id, const Shared<ReadBriefing>& reading)
{
    for (Shared<ReadBriefing>& read : project.briefings)
        if (read->briefing.id == id)
            read = reading;
    NetworkEditor edit(std::move(project.network));
    const Extraction& extraction = reading->extraction;
    rereadDeals(edit, extraction);
    rereadClaims<ValuationId>(
        edit.network().valuations(), extraction.valuations,
        [&edit](ValuationId key, Valuation claim) { edit.setValuation(key, std::move(claim)); });
    rereadClaims<StakeId>(
        edit.network().stakes(), extraction.stakes,
        [&edit](StakeId key, Stake claim) { edit.setStake(key, std::move(claim)); });
    project.network = assembled(edit.done(), extraction);
    return project;
}

} // namespace gyre
