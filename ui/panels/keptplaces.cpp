#include "ui/panels/keptplaces.h"

#include <algorithm>

namespace gyre {

namespace {

/// Undo goes back further than anybody remembers a picture.
constexpr std::size_t mostSeen = 24;
/// Of the deals of the last picture: where fewer than that are left, room is worth being used anew.
constexpr double mostlyThere = 0.8;

} // namespace

const KeptPlaces::Seen* KeptPlaces::find(const PlacesFrom& state) const
{
    for (auto seen = m_seen.rbegin(); seen != m_seen.rend(); ++seen)
        if (seen->from.pins == state.pins && seen->from.arranging == state.arranging &&
            seen->from.mergesPairs == state.mergesPairs &&
            seen->from.view.filter() == state.view.filter() &&
            seen->from.view.network() == state.view.network())
            return &*seen;
    return nullptr;
}

bool KeptPlaces::isOf(FirmId firm, const Network& network) const
{
    return firm.value < m_owners.size() && m_owners[firm.value] == network.firm(firm).id;
}

Placement KeptPlaces::placesFor(const PlacesFrom& state) const
{
    const Seen* seen = find(state);
    if (seen != nullptr)
        return seen->places;
    const bool isAnew = state.arranging != m_arranging;
    Placement places;
    for (const FirmId firm : state.view.firms()) {
        const auto pinned = state.pins.place(firm);
        const bool isKnown = !isAnew && isOf(firm, state.view.network());
        const auto kept = isKnown ? m_last.place(firm) : std::nullopt;
        if (pinned)
            places.set(firm, *pinned);
        else if (kept && !kept->isPinned)
            places.set(firm, *kept);
        else if (const auto before = m_unpinned.place(firm); kept && before)
            places.set(firm, *before);
    }
    return places;
}

bool KeptPlaces::isFresh(const PlacesFrom& state) const
{
    const Seen* seen = find(state);
    return seen != nullptr && seen->isFresh;
}

bool KeptPlaces::goesOn(const PlacesFrom& state) const
{
    if (m_deals.empty() || state.arranging != m_arranging || find(state) != nullptr)
        return false;
    const std::vector<DealId> deals = state.view.deals();
    const bool isPart = std::all_of(deals.begin(), deals.end(), [this](DealId deal) {
        return std::binary_search(m_deals.begin(), m_deals.end(), deal);
    });
    return !isPart ||
           static_cast<double>(deals.size()) < mostlyThere * static_cast<double>(m_deals.size());
}

void KeptPlaces::take(const PlacesFrom& state, const Placement& places, bool isFresh)
{
    const Network& network = state.view.network();
    if (state.arranging != m_arranging) {
        m_last = {};
        m_unpinned = {};
        m_arranging = state.arranging;
    }
    if (m_owners.size() < network.firmSlots())
        m_owners.resize(network.firmSlots());
    Placement shown;
    for (const FirmId firm : state.view.firms()) {
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
    m_deals = state.view.deals();
    std::sort(m_deals.begin(), m_deals.end());
    // The first of a state is the one to come back to: another size of the window changes nothing.
    if (find(state) != nullptr)
        return;
    m_seen.push_back({state, std::move(shown), isFresh});
    if (m_seen.size() > mostSeen)
        m_seen.pop_front();
}

} // namespace gyre
