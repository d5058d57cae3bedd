#include "ui/document/rereading.h"

#include "graph/briefing/extract.h"
#include "graph/briefing/lexicon.h"
#include "graph/model/edits.h"
#include "ui/document/change.h"
#include "ui/document/closing.h"
#include "ui/document/document.h"

#include <map>
#include <set>

namespace gyre {

namespace {

/// Some tenths of a second.
constexpr qsizetype longestText = 2'000'000;

bool isSaidBy(const EvidenceList& evidence, const QString& briefing)
{
    return std::any_of(evidence.begin(), evidence.end(),
                       [&briefing](const auto& each) { return each->briefing == briefing; });
}

template<typename Fact>
std::optional<TextSpan> spanOf(const Fact& fact)
{
    return fact.evidence.empty() ? std::nullopt : std::optional(fact.evidence.front()->span);
}

bool isSameFigure(const Deal& a, const Deal& b)
{
    return a.type == b.type && a.amount == b.amount;
}

bool isSameFigure(const Valuation& a, const Valuation& b)
{
    return a.amount == b.amount;
}

bool isSameFigure(const Stake& a, const Stake& b)
{
    return a.percent == b.percent;
}

std::array<FirmId, 2> endsOf(const Deal& deal)
{
    return {deal.from, deal.to};
}

std::array<FirmId, 2> endsOf(const Valuation& valuation)
{
    return {valuation.org, valuation.org};
}

std::array<FirmId, 2> endsOf(const Stake& stake)
{
    return {stake.holder, stake.org};
}

/// Puts what the reader said of facts of one briefing back, once the briefing is read again.
class Keeper
{
public:
    Keeper(const Network& before, const Extraction& reading, Network again, QString briefing)
        : m_before(before)
        , m_reading(reading)
        , m_edit(std::move(again))
        , m_briefing(std::move(briefing))
    {
    }

    Network kept()
    {
        for (const DealId id : m_before.deals())
            keepDeal(m_before.deal(id));
        keepClaims<ValuationId>(
            m_before.valuations(),
            m_reading.valuations, [this]() -> const auto& { return m_edit.network().valuations(); },
            [this](ValuationId id, Valuation v) { m_edit.setValuation(id, std::move(v)); },
            [this](Valuation v) { m_edit.addValuation(std::move(v)); });
        keepClaims<StakeId>(
            m_before.stakes(),
            m_reading.stakes, [this]() -> const auto& { return m_edit.network().stakes(); },
            [this](StakeId id, Stake s) { m_edit.setStake(id, std::move(s)); },
            [this](Stake s) { m_edit.addStake(std::move(s)); });
        return m_edit.done();
    }

private:
    template<typename Fact>
    [[nodiscard]] bool isKept(const Fact& fact) const
    {
        return fact.review != Review::Unreviewed && isSaidBy(fact.evidence, m_briefing);
    }

    /// By name: what was another firm may be the same by now.
    FirmId mapped(FirmId firm)
    {
        if (!firm.isValid())
            return firm;
        Firm known = m_before.firm(firm);
        if (const auto there = m_edit.network().findFirmNamed(known.name))
            return *there;
        known.detail.edit([](FirmDetail& detail) { detail.mentions.clear(); });
        return m_edit.addFirm(std::move(known));
    }

    Deal mapped(Deal deal)
    {
        deal.from = mapped(deal.from);
        deal.to = mapped(deal.to);
        std::vector<FirmId> members = deal.detail->groupMembers;
        for (FirmId& member : members)
            member = mapped(member);
        if (!members.empty())
            deal.detail.edit([&members](DealDetail& detail) { detail.groupMembers = members; });
        return deal;
    }

    Valuation mapped(Valuation valuation)
    {
        valuation.org = mapped(valuation.org);
        return valuation;
    }

    Stake mapped(Stake stake)
    {
        stake.holder = mapped(stake.holder);
        stake.org = mapped(stake.org);
        return stake;
    }

    /// How surely `found` is the fact that was read as `read`, of which `kept` is what the reader
    /// made: 0 not at all.
    template<typename Fact>
    static int likeness(const Fact& found, const Fact& kept, const Fact* read)
    {
        if (found.id == kept.id)
            return 4;
        if (read == nullptr || !spanOf(found) || spanOf(found) != spanOf(*read) ||
            !isSameFigure(found, *read))
            return 0;
        const auto here = endsOf(found);
        const auto there = endsOf(kept);
        return 1 + (here[0] == there[0] ? 1 : 0) + (here[1] == there[1] ? 1 : 0);
    }

    template<typename Fact>
    static const Fact* readAs(const std::vector<Fact>& reading, const QString& id)
    {
        for (const Fact& fact : reading)
            if (fact.id == id)
                return &fact;
        return nullptr;
    }

    void keepDeal(const Deal& before)
    {
        if (!isKept(before))
            return;
        Deal kept = mapped(before);
        const Deal* read = readAs(m_reading.deals, before.id);
        std::optional<DealId> twin;
        int most = 0;
        for (const DealId id : m_edit.network().deals())
            if (const int like = likeness(m_edit.network().deal(id), kept, read); like > most) {
                most = like;
                twin = id;
            }
        if (!twin) {
            m_edit.addDeal(std::move(kept));
            return;
        }
        kept.id = m_edit.network().deal(*twin).id;
        m_edit.setDeal(*twin, std::move(kept));
    }

    template<typename Id, typename Claim, typename There, typename Set, typename Add>
    void keepClaims(const PersistentVector<Claim>& before, const std::vector<Claim>& reading,
                    There there, Set set, Add add)
    {
        for (const Claim& claim : before) {
            if (!isKept(claim))
                continue;
            Claim kept = mapped(claim);
            const Claim* read = readAs(reading, claim.id);
            std::optional<Id> twin;
            int most = 0;
            for (std::uint32_t i = 0; i < there().size(); ++i)
                if (const int like = likeness(there()[i], kept, read); like > most) {
                    most = like;
                    twin = Id{i};
                }
            if (twin) {
                kept.id = there()[twin->value].id;
                set(*twin, std::move(kept));
            } else {
                add(std::move(kept));
            }
        }
    }

    const Network& m_before;
    const Extraction& m_reading;
    NetworkEditor m_edit;
    QString m_briefing;
};

/// Firms that are new keys for old names stay where they were.
Placement placedAnew(const Project& before, const Network& now)
{
    Placement placement;
    for (const FirmId firm : before.network.firms())
        if (const auto place = before.placement.place(firm))
            if (const auto again = now.findFirmNamed(before.network.firm(firm).name))
                placement.set(*again, *place);
    return placement;
}

Project readOneAgain(Project project, std::size_t index, const Lexicon& words)
{
    ReadBriefing again = *project.briefings[index];
    const Extraction reading = again.extraction;
    const QString id = again.briefing.id;
    again.extraction = extract(again.briefing, words);
    Network network = assembled(without(project.network, id), again.extraction);
    network = Keeper(project.network, reading, std::move(network), id).kept();
    project.placement = placedAnew(project, network);
    project.network = std::move(network);
    project.briefings[index] = std::move(again);
    return project;
}

/// What a network says, to be compared: the place and figure of a fact, and who is in it.
struct Sayings
{
    std::set<QString> firms;
    std::map<QString, std::multiset<QString>> factsAt;
};

QString nameOf(const Network& network, FirmId firm)
{
    return firm.isValid() ? network.firm(firm).name : QString();
}

template<typename Fact>
void note(Sayings& sayings, const Network& network, const Fact& fact, const QString& what)
{
    if (fact.review == Review::Rejected)
        return;
    QStringList names;
    for (const FirmId end : endsOf(fact)) {
        names << nameOf(network, end);
        if (end.isValid())
            sayings.firms.insert(names.back());
    }
    const auto span = spanOf(fact);
    const QString place =
        span ? fact.evidence.front()->briefing + QString::number(span->start) : fact.id;
    sayings.factsAt[place + what].insert(names.join(QLatin1Char('|')));
}

Sayings sayingsOf(const Network& network)
{
    Sayings sayings;
    for (const DealId id : network.deals()) {
        const Deal& deal = network.deal(id);
        note(sayings, network, deal, name(deal.type) + written(deal.amount));
    }
    for (const Valuation& valuation : network.valuations())
        note(sayings, network, valuation, written(valuation.amount));
    for (const Stake& stake : network.stakes())
        note(sayings, network, stake, writtenPercent(stake.percent));
    return sayings;
}

QStringList lacking(const std::set<QString>& from, const std::set<QString>& in)
{
    QStringList names;
    for (const QString& name : from)
        if (!in.contains(name))
            names << name;
    return names;
}

void count(Rereading& made, const std::multiset<QString>& before, const std::multiset<QString>& now)
{
    std::vector<QString> gone;
    std::vector<QString> added;
    std::set_difference(before.begin(), before.end(), now.begin(), now.end(),
                        std::back_inserter(gone));
    std::set_difference(now.begin(), now.end(), before.begin(), before.end(),
                        std::back_inserter(added));
    const int both = int(std::min(gone.size(), added.size()));
    made.otherFacts += both;
    made.goneFacts += int(gone.size()) - both;
    made.newFacts += int(added.size()) - both;
}

} // namespace

Rereading readAgain(const Project& project, const Lexicon& words)
{
    Rereading made;
    made.project = project;
    for (std::size_t i = 0; i < project.briefings.size(); ++i)
        made.project = readOneAgain(std::move(made.project), i, words);
    const Sayings before = sayingsOf(project.network);
    const Sayings now = sayingsOf(made.project.network);
    made.newFirms = lacking(now.firms, before.firms);
    made.goneFirms = lacking(before.firms, now.firms);
    const std::multiset<QString> none;
    for (const auto& [place, facts] : before.factsAt) {
        const auto again = now.factsAt.find(place);
        count(made, facts, again == now.factsAt.end() ? none : again->second);
    }
    for (const auto& [place, facts] : now.factsAt)
        if (!before.factsAt.contains(place))
            count(made, none, facts);
    return made;
}

Rereading readAgain(const Document& document)
{
    const Project& project = document.project();
    qsizetype length = 0;
    for (const auto& read : project.briefings)
        length += read->briefing.text.size();
    if (length == 0 || length > longestText || document.isBusy())
        return {};
    return readAgain(project, Lexicon(*project.learnt));
}

void takeOver(Document& document, Rereading rereading)
{
    document.undoStack().push(new ProjectChange(document, Document::tr("Read again"),
                                                std::move(rereading.project), -1,
                                                ProjectChange::Keys::Anew));
}

} // namespace gyre
