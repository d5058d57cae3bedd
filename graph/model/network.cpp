#include "graph/model/network.h"

#include <QHash>

#include <algorithm>

namespace gyre {

namespace {

constexpr std::size_t shardCount = 256;

std::uint32_t idHash(const QString& id)
{
    // Fixed seed: the index is part of the value, and values compare.
    return static_cast<std::uint32_t>(qHash(id, 0x67797265U));
}

template<typename IdOf>
std::optional<std::uint32_t>
find(const PersistentVector<std::vector<std::pair<std::uint32_t, std::uint32_t>>, 1>& index,
     const QString& id, IdOf idOf)
{
    if (index.isEmpty())
        return std::nullopt;
    const std::uint32_t hash = idHash(id);
    const auto& shard = index[hash % shardCount];
    auto at = std::lower_bound(shard.begin(), shard.end(), std::pair{hash, std::uint32_t{0}});
    for (; at != shard.end() && at->first == hash; ++at)
        if (idOf(at->second) == id)
            return at->second;
    return std::nullopt;
}

template<typename Index>
void insert(Index& index, const QString& id, std::uint32_t key)
{
    while (index.size() < shardCount)
        index.append({});
    const std::pair entry{idHash(id), key};
    auto& shard = index.own(entry.first % shardCount);
    shard.insert(std::upper_bound(shard.begin(), shard.end(), entry), entry);
}

template<typename Index>
void erase(Index& index, const QString& id, std::uint32_t key)
{
    const std::pair entry{idHash(id), key};
    auto& shard = index.own(entry.first % shardCount);
    const auto at = std::lower_bound(shard.begin(), shard.end(), entry);
    if (at != shard.end() && *at == entry)
        shard.erase(at);
}

void remove(std::vector<DealId>& deals, DealId id)
{
    std::erase(deals, id);
}

DealFacts factsOf(const Deal& deal, const Network& network)
{
    DealFacts facts;
    facts.low = deal.amount.low.value_or(DealFacts::noAmount);
    facts.high = deal.amount.high.value_or(DealFacts::noAmount);
    facts.from = deal.from;
    facts.to = deal.to;
    if (deal.date) {
        facts.firstDay = static_cast<std::int32_t>(deal.date->first().toJulianDay());
        facts.lastDay = static_cast<std::int32_t>(deal.date->last().toJulianDay());
    }
    facts.currency = deal.amount.currency;
    facts.type = deal.type;
    facts.status = deal.status;
    facts.isDenied = deal.denied;
    facts.isCounted = deal.counted;
    facts.isRejected = deal.review == Review::Rejected;
    facts.isRoundTotal = (deal.from.isValid() && network.firm(deal.from).isRoundTotal) ||
                         network.firm(deal.to).isRoundTotal;
    return facts;
}

} // namespace

QString nameKey(QStringView name)
{
    QString key;
    key.reserve(name.size());
    for (const QChar c : name)
        if (c.isLetterOrNumber())
            key += c.toLower();
    return key;
}

bool Network::contains(FirmId id) const
{
    return id.value < firmSlots() && m_firmRemoved[id.value] == 0;
}

bool Network::contains(DealId id) const
{
    return id.value < dealSlots() && !m_facts[id.value].isRemoved;
}

std::vector<FirmId> Network::firms() const
{
    std::vector<FirmId> ids;
    ids.reserve(m_firmCount);
    for (std::uint32_t i = 0; i < firmSlots(); ++i)
        if (m_firmRemoved[i] == 0)
            ids.push_back(FirmId{i});
    return ids;
}

std::vector<DealId> Network::deals() const
{
    std::vector<DealId> ids;
    ids.reserve(m_dealCount);
    for (std::uint32_t i = 0; i < dealSlots(); ++i)
        if (!m_facts[i].isRemoved)
            ids.push_back(DealId{i});
    return ids;
}

std::optional<FirmId> Network::findFirm(const QString& id) const
{
    const auto key = find(m_firmIndex, id, [this](std::uint32_t i) { return m_firms[i].id; });
    return key ? std::optional(FirmId{*key}) : std::nullopt;
}

std::optional<DealId> Network::findDeal(const QString& id) const
{
    const auto key = find(m_dealIndex, id, [this](std::uint32_t i) { return m_deals[i].id; });
    return key ? std::optional(DealId{*key}) : std::nullopt;
}

std::optional<FirmId> Network::findFirmNamed(const QString& name) const
{
    const QString key = nameKey(name);
    if (key.isEmpty())
        return std::nullopt;
    for (const FirmId id : firms())
        if (nameKey(firm(id).name) == key)
            return id;
    for (const FirmId id : firms())
        for (const QString& alias : firm(id).detail->aliases)
            if (nameKey(alias) == key)
                return id;
    return std::nullopt;
}

bool Network::operator==(const Network& other) const
{
    return m_firmCount == other.m_firmCount && m_dealCount == other.m_dealCount &&
           m_firms == other.m_firms && m_deals == other.m_deals && m_facts == other.m_facts &&
           m_adjacency == other.m_adjacency && m_firmRemoved == other.m_firmRemoved &&
           m_valuations == other.m_valuations && m_stakes == other.m_stakes;
}

namespace {

/// Controls that make what follows run the other way: a name "a\u202Etxt.exe" would be read as
/// another one. Scripts that run from right to left do without them.
QString withoutTurns(QString name)
{
    name.removeIf([](QChar c) {
        return (c >= QChar(0x202A) && c <= QChar(0x202E)) ||
               (c >= QChar(0x2066) && c <= QChar(0x2069));
    });
    return name;
}

} // namespace

FirmId NetworkEditor::addFirm(Firm firm)
{
    Network& n = m_network;
    firm.name = withoutTurns(std::move(firm.name));
    const FirmId id{static_cast<std::uint32_t>(n.m_firms.size())};
    firm.id = freeId(n.m_firmIndex, firm.id, "firm");
    insert(n.m_firmIndex, firm.id, id.value);
    n.m_firms.append(std::move(firm));
    n.m_adjacency.append({});
    n.m_firmRemoved.append(0);
    ++n.m_firmCount;
    return id;
}

DealId NetworkEditor::addDeal(Deal deal)
{
    Network& n = m_network;
    const DealId id{static_cast<std::uint32_t>(n.m_deals.size())};
    deal.id = freeId(n.m_dealIndex, deal.id, "deal");
    insert(n.m_dealIndex, deal.id, id.value);
    n.m_facts.append(factsOf(deal, n));
    n.m_deals.append(std::move(deal));
    ++n.m_dealCount;
    link(id);
    return id;
}

ValuationId NetworkEditor::addValuation(Valuation valuation)
{
    m_network.m_valuations.append(std::move(valuation));
    return ValuationId{static_cast<std::uint32_t>(m_network.m_valuations.size() - 1)};
}

StakeId NetworkEditor::addStake(Stake stake)
{
    m_network.m_stakes.append(std::move(stake));
    return StakeId{static_cast<std::uint32_t>(m_network.m_stakes.size() - 1)};
}

void NetworkEditor::setFirm(FirmId id, Firm firm)
{
    Network& n = m_network;
    firm.name = withoutTurns(std::move(firm.name));
    const Firm& before = n.firm(id);
    if (before.id != firm.id) {
        erase(n.m_firmIndex, before.id, id.value);
        firm.id = freeId(n.m_firmIndex, firm.id, "firm");
        insert(n.m_firmIndex, firm.id, id.value);
    }
    const bool totalChanged = before.isRoundTotal != firm.isRoundTotal;
    n.m_firms.own(id.value) = std::move(firm);
    if (!totalChanged)
        return;
    const auto refresh = [&n](std::span<const DealId> deals) {
        for (const DealId deal : deals)
            n.m_facts.own(deal.value) = factsOf(n.deal(deal), n);
    };
    refresh(n.out(id));
    refresh(n.in(id));
}

void NetworkEditor::setDeal(DealId id, Deal deal)
{
    Network& n = m_network;
    const Deal& before = n.deal(id);
    if (before.id != deal.id) {
        erase(n.m_dealIndex, before.id, id.value);
        deal.id = freeId(n.m_dealIndex, deal.id, "deal");
        insert(n.m_dealIndex, deal.id, id.value);
    }
    const bool endsChange = before.from != deal.from || before.to != deal.to;
    if (endsChange)
        unlink(id);
    n.m_facts.own(id.value) = factsOf(deal, n);
    n.m_deals.own(id.value) = std::move(deal);
    if (endsChange)
        link(id);
}

void NetworkEditor::setValuation(ValuationId id, Valuation valuation)
{
    m_network.m_valuations.own(id.value) = std::move(valuation);
}

void NetworkEditor::setStake(StakeId id, Stake stake)
{
    m_network.m_stakes.own(id.value) = std::move(stake);
}

void NetworkEditor::removeDeal(DealId id)
{
    Network& n = m_network;
    unlink(id);
    erase(n.m_dealIndex, n.deal(id).id, id.value);
    n.m_facts.own(id.value).isRemoved = true;
    n.m_deals.own(id.value) = Deal{};
    --n.m_dealCount;
}

void NetworkEditor::removeFirm(FirmId id)
{
    Network& n = m_network;
    Q_ASSERT(n.out(id).empty() && n.in(id).empty() && n.fromCollective(id).empty());
    erase(n.m_firmIndex, n.firm(id).id, id.value);
    n.m_firmRemoved.own(id.value) = 1;
    n.m_firms.own(id.value) = Firm{};
    --n.m_firmCount;
}

QString NetworkEditor::freeId(const Network::Index& index, QString wanted,
                              const char* fallback) const
{
    if (wanted.isEmpty())
        wanted = QString::fromLatin1(fallback);
    const auto isTaken = [this, &index](const QString& id) {
        return find(index, id,
                    [this, &index](std::uint32_t i) {
                        return &index == &m_network.m_firmIndex ? m_network.m_firms[i].id
                                                                : m_network.m_deals[i].id;
                    })
            .has_value();
    };
    if (!isTaken(wanted))
        return wanted;
    int number = 2;
    QString id;
    do {
        id = wanted + QLatin1Char('-') + QString::number(number++);
    } while (isTaken(id));
    return id;
}

void NetworkEditor::link(DealId id)
{
    Network& n = m_network;
    const Deal& deal = n.deal(id);
    if (deal.hasCollectivePayer()) {
        n.m_adjacency.own(deal.to.value).fromCollective.push_back(id);
        return;
    }
    n.m_adjacency.own(deal.from.value).out.push_back(id);
    n.m_adjacency.own(deal.to.value).in.push_back(id);
}

void NetworkEditor::unlink(DealId id)
{
    Network& n = m_network;
    const Deal& deal = n.deal(id);
    if (deal.hasCollectivePayer()) {
        remove(n.m_adjacency.own(deal.to.value).fromCollective, id);
        return;
    }
    remove(n.m_adjacency.own(deal.from.value).out, id);
    remove(n.m_adjacency.own(deal.to.value).in, id);
}

} // namespace gyre
