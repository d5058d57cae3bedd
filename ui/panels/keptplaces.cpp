#include "ui/panels/keptplaces.h"

namespace gyre {

namespace {

/// Undo goes back further than anybody remembers a picture.
constexpr std::size_t mostSeen = 24;

} // namespace

const KeptPlaces::Seen* KeptPlaces::find(const View& view, const Placement& pins) const
{
    for (auto seen = m_seen.rbegin(); seen != m_seen.rend(); ++seen)
        if (seen->pins == pins && seen->view.filter() == view.filter() &&
            seen->view.network() == view.network())
            return &*seen;
    return nullptr;
}

bool KeptPlaces::isOf(FirmId firm, const Network& network) const
{
    return firm.value < m_owners.size() && m_owners[firm.value] == network.firm(firm).id;
}

Placement KeptPlaces::placesFor(const View& view, const Placement& pins) const
{
    const Seen* seen = find(view, pins);
    if (seen != nullptr)
        return seen->places;
    Placement places;
    for (const FirmId firm : view.firms()) {
        const auto pinned = pins.place(firm);
        const auto kept = isOf(firm, view.network()) ? m_last.place(firm) : std::nullopt;
        if (pinned)
            places.set(firm, *pinned);
        else if (kept && !kept->isPinned)
            places.set(firm, *kept);
        else if (const auto before = m_unpinned.place(firm); kept && before)
            places.set(firm, *before);
    }
    return places;
}

bool KeptPlaces::isFresh(const View& view, const Placement& pins) const
{
    const Seen* seen = find(view, pins);
    return seen != nullptr && seen->isFresh;
}

void KeptPlaces::take(const View& view, const Placement& pins, const Placement& places,
                      bool isFresh)
{
    const Network& network = view.network();
    if (m_owners.size() < network.firmSlots())
        m_owners.resize(network.firmSlots());
    Placement shown;
    for (const FirmId firm : view.firms()) {
        const auto place = places.place(firm);
        if (!place)
            continue;
        if (!isOf(firm, network))
            m_unpinned.forget(firm);
        m_owners[firm.value] = network.firm(firm).id;
        m_last.set(firm, *place);
        shown.set(firm, *place);
        if (!place->isPinned)
            m_unpinned.set(firm, *place);
    }
    // The first of a state is the one to come back to: another size of the window changes nothing.
    if (find(view, pins) != nullptr)
        return;
    m_seen.push_back({view, pins, std::move(shown), isFresh});
    if (m_seen.size() > mostSeen)
        m_seen.pop_front();
}

void KeptPlaces::clear()
{
    *this = {};
}

} // namespace gyre
