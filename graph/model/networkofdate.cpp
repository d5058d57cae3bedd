#include "graph/model/networkofdate.h"

#include <QHash>
#include <QSet>

namespace gyre {

namespace {

/// Firms of a network by the key of their name; the first of those that share one.
using FirmsByName = QHash<QString, FirmId>;

/// A firm of the network of which something is told.
struct Known
{
    FirmId id;
    QString firm;
};

/// The keys of all names that the history speaks of: most firms of a network bear none of them.
QSet<QString> keysIn(const FirmHistory& history)
{
    QSet<QString> keys;
    for (const QString& firm : history.firms()) {
        for (const QString& name : history.names(firm))
            keys.insert(nameKey(name));
        for (const FirmEvent& event : history.events(firm))
            keys.insert(nameKey(event.other));
    }
    return keys;
}

struct Told
{
    std::vector<Known> known;
    FirmsByName byName;
};

Told toldOf(const Network& network, const FirmHistory& history)
{
    const QSet<QString> keys = keysIn(history);
    Told told;
    for (const FirmId id : network.firms()) {
        const QString& name = network.firm(id).name;
        const QString key = nameKey(name);
        if (!keys.contains(key))
            continue;
        if (!told.byName.contains(key))
            told.byName.insert(key, id);
        if (auto firm = history.firmNamed(name))
            told.known.push_back({id, std::move(*firm)});
    }
    return told;
}

Firm called(Firm firm, const QString& name)
{
    firm.detail.edit([&firm, &name](FirmDetail& detail) {
        detail.aliases.removeAll(name);
        if (!detail.aliases.contains(firm.name))
            detail.aliases.prepend(firm.name);
    });
    firm.name = name;
    return firm;
}

/// Puts the deals of merged firms where they belong by the rule of the header.
class Mergers
{
public:
    /// `firms`: by the names that they have in the network.
    Mergers(NetworkEditor& edit, const FirmHistory& history, const std::vector<Known>& known,
            FirmsByName firms, QDate day)
        : m_edit(edit)
        , m_history(history)
        , m_firms(std::move(firms))
        , m_day(day)
    {
        for (const Known& firm : known) {
            m_names.insert(firm.id.value, firm.firm);
            if (const QString key = nameKey(firm.firm); !m_firms.contains(key))
                m_firms.insert(key, firm.id);
        }
    }

    void move(const Known& firm)
    {
        if (!m_history.successorAt(firm.firm, m_day))
            return;
        const Network before = m_edit.network();
        for (const auto deals :
             {before.out(firm.id), before.in(firm.id), before.fromCollective(firm.id)})
            for (const DealId id : deals)
                move(id);
    }

private:
    /// Who was party to a deal of that day in the place of `firm`.
    [[nodiscard]] FirmId party(FirmId firm, QDate day) const
    {
        const auto name = m_names.constFind(firm.value);
        if (!firm.isValid() || name == m_names.cend())
            return firm;
        const auto successor = m_history.successorAt(*name, day);
        return successor ? m_firms.value(nameKey(successor->firm), firm) : firm;
    }

    void move(DealId id)
    {
        Deal deal = m_edit.network().deal(id);
        if (!deal.date || deal.date->first() > m_day)
            return;
        const FirmId from = party(deal.from, deal.date->first());
        const FirmId to = party(deal.to, deal.date->first());
        if (from == to || (from == deal.from && to == deal.to))
            return;
        deal.from = from;
        deal.to = to;
        m_edit.setDeal(id, std::move(deal));
    }

    NetworkEditor& m_edit;
    const FirmHistory& m_history;
    FirmsByName m_firms;
    QHash<std::uint32_t, QString> m_names;
    QDate m_day;
};

} // namespace

Network networkOfDate(const Network& network, const std::optional<PartialDate>& asOf,
                      const FirmHistory& history)
{
    if (!asOf)
        return network;
    const QDate day = asOf->last();
    const auto [known, taken] = toldOf(network, history);
    if (known.empty())
        return network;
    NetworkEditor edit(network);
    Mergers mergers(edit, history, known, taken, day);
    for (const Known& firm : known)
        mergers.move(firm);
    for (const Known& firm : known) {
        const QString name = history.nameAt(firm.firm, day);
        const QString key = nameKey(name);
        if (key != nameKey(network.firm(firm.id).name) && !taken.contains(key))
            edit.setFirm(firm.id, called(network.firm(firm.id), name));
    }
    return edit.done();
}

std::shared_ptr<const Network> networkOfDate(std::shared_ptr<const Network> network,
                                             const std::optional<PartialDate>& asOf)
{
    if (!network || !asOf)
        return network;
    return std::make_shared<const Network>(networkOfDate(*network, asOf));
}

std::optional<NameOfDate> nameOfDate(const QString& name, const std::optional<PartialDate>& asOf,
                                     const FirmHistory& history)
{
    const auto known = asOf ? history.firmNamed(name) : std::nullopt;
    if (!known)
        return std::nullopt;
    const QDate day = asOf->last();
    NameOfDate told{name, history.nameAt(*known, QDate(9999, 12, 31)),
                    history.successorAt(*known, day)};
    if (nameKey(told.laterName) == nameKey(name))
        told.laterName.clear();
    if (told.successor)
        told.successor->firm = history.nameAt(told.successor->firm, day);
    if (told.laterName.isEmpty() && !told.successor)
        return std::nullopt;
    return told;
}

std::vector<NameOfDate> namesOfDate(const View& view, const FirmHistory& history)
{
    std::vector<NameOfDate> told;
    const auto& asOf = view.filter().asOf;
    if (!asOf)
        return told;
    const Network& network = view.network();
    for (const FirmId firm : network.firms()) {
        const bool hasNoDeal = network.in(firm).empty() && network.out(firm).empty() &&
                               network.fromCollective(firm).empty();
        if (!view.contains(firm) && !hasNoDeal)
            continue;
        auto name = nameOfDate(network.firm(firm).name, asOf, history);
        if (name && (view.contains(firm) || name->successor))
            told.push_back(std::move(*name));
    }
    return told;
}

} // namespace gyre
