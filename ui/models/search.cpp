#include "ui/models/search.h"

#include "graph/model/historyfile.h"
#include "ui/models/phrases.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QSet>

namespace gyre {

namespace {

bool bears(const QString& name, const QString& wanted)
{
    return name.contains(wanted, Qt::CaseInsensitive);
}

/// Of the names that the firm had in the course of time the first that fits; empty: none does.
QString otherName(const Firm& firm, const QString& wanted)
{
    const FirmHistory& history = bundledHistory().history;
    if (const auto known = history.firmNamed(firm.name))
        for (const QString& name : history.names(*known))
            if (bears(name, wanted))
                return name;
    return {};
}

/// 0: the name starts with it; 1: a word of the name does; 2: an alias or another name holds it.
std::optional<int> firmRank(const Firm& firm, const QString& wanted)
{
    const qsizetype at = firm.name.indexOf(wanted, 0, Qt::CaseInsensitive);
    if (at == 0)
        return 0;
    if (at > 0)
        return 1;
    for (const QString& alias : firm.detail->aliases)
        if (bears(alias, wanted))
            return 2;
    return otherName(firm, wanted).isEmpty() ? std::nullopt : std::optional(2);
}

SearchHit hitOf(const Network& network, FirmId id, const QString& wanted)
{
    const Firm& firm = network.firm(id);
    SearchHit hit;
    hit.text = firm.name;
    hit.detail = words(firm.kind);
    // Who looks for Facebook and gets Meta is told why.
    if (const QString other = otherName(firm, wanted);
        !other.isEmpty() && !bears(firm.name, wanted))
        hit.detail +=
            QStringLiteral(" · ") + QCoreApplication::translate("Search", "also %1").arg(other);
    hit.selection = id;
    return hit;
}

SearchHit hitOf(const Network& network, DealId id)
{
    const Deal& deal = network.deal(id);
    SearchHit hit;
    hit.kind = SearchHit::Kind::Deal;
    hit.text = parties(network, deal);
    hit.detail = words(deal.type) + QStringLiteral(" · ") + statusText(deal.status, deal.denied);
    if (const QString amount = figure(deal); !amount.isEmpty())
        hit.detail = amount + QStringLiteral(" · ") + hit.detail;
    hit.selection = id;
    return hit;
}

std::vector<SearchHit> firmHits(const Network& network, const QString& wanted, std::size_t limit)
{
    std::vector<std::pair<int, FirmId>> ranked;
    for (const FirmId id : network.firms())
        if (const auto rank = firmRank(network.firm(id), wanted))
            ranked.emplace_back(*rank, id);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    ranked.resize(std::min(ranked.size(), limit));
    std::vector<SearchHit> hits;
    hits.reserve(ranked.size());
    for (const auto& [rank, id] : ranked)
        hits.push_back(hitOf(network, id, wanted));
    return hits;
}

/// Every word of the question is in a party's name, in the type or in the written amount.
std::vector<SearchHit> dealHits(const Network& network, const QString& wanted, std::size_t limit)
{
    const QStringList parts = wanted.split(u' ', Qt::SkipEmptyParts);
    std::vector<DealId> found;
    for (const DealId id : network.deals()) {
        const Deal& deal = network.deal(id);
        if (deal.review == Review::Rejected)
            continue;
        const QString text = parties(network, deal) + u' ' + words(deal.type) + u' ' + figure(deal);
        if (std::all_of(parts.begin(), parts.end(), [&text](const QString& part) {
                return text.contains(part, Qt::CaseInsensitive);
            }))
            found.push_back(id);
    }
    std::stable_sort(found.begin(), found.end(), [&network](DealId a, DealId b) {
        return network.facts(a).figure() > network.facts(b).figure();
    });
    found.resize(std::min(found.size(), limit));
    std::vector<SearchHit> hits;
    hits.reserve(found.size());
    for (const DealId id : found)
        hits.push_back(hitOf(network, id));
    return hits;
}

QString around(const QString& text, qsizetype at, qsizetype length)
{
    constexpr qsizetype context = 28;
    const qsizetype from = std::max<qsizetype>(0, at - context);
    const qsizetype to = std::min(text.size(), at + length + context);
    QString words = text.mid(from, to - from).simplified();
    if (from > 0)
        words.prepend(u'…');
    if (to < text.size())
        words.append(u'…');
    return words;
}

void appendPhrases(std::vector<SearchHit>& hits, const Project& project, const QString& wanted,
                   std::size_t limit)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < project.briefings.size(); ++i) {
        const Briefing& briefing = project.briefings[i]->briefing;
        qsizetype at = briefing.text.indexOf(wanted, 0, Qt::CaseInsensitive);
        for (; at >= 0 && count < limit; ++count) {
            SearchHit hit;
            hit.kind = SearchHit::Kind::Phrase;
            hit.text = around(briefing.text, at, wanted.size());
            hit.detail = briefing.title;
            hit.briefing = i;
            hit.span = {int(at), int(at + wanted.size())};
            hits.push_back(std::move(hit));
            at = briefing.text.indexOf(wanted, at + wanted.size(), Qt::CaseInsensitive);
        }
    }
}

} // namespace

std::vector<SearchHit> search(const Project& project, const QString& words, std::size_t limitOfEach)
{
    const QString wanted = words.simplified();
    if (wanted.isEmpty())
        return {};
    std::vector<SearchHit> hits = firmHits(project.network, wanted, limitOfEach);
    for (SearchHit& hit : dealHits(project.network, wanted, limitOfEach))
        hits.push_back(std::move(hit));
    appendPhrases(hits, project, wanted, limitOfEach);
    return hits;
}

} // namespace gyre
