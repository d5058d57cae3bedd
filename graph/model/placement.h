// Where firms are, apart from any picture: in pixels of the nominal frame (1600 × 1000), origin at
// its centre, y downwards. A picture of another size fits these places into its frame.
#pragma once

#include "graph/basics/ids.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace gyre {

constexpr double nominalWidth = 1600;
constexpr double nominalHeight = 1000;

struct Point
{
    double x = 0;
    double y = 0;

    bool operator==(const Point&) const = default;
};

struct Place
{
    Point at;
    /// The reader put it there: layouts leave it.
    bool isPinned = false;

    bool operator==(const Place&) const = default;
};

/// By FirmId; what is absent is for the layout to find. Squares of collective payers are placed
/// anew beside their receivers each time and are not kept here.
class Placement
{
public:
    [[nodiscard]] std::optional<Place> place(FirmId id) const
    {
        return id.value < m_places.size() ? m_places[id.value] : std::nullopt;
    }

    void set(FirmId id, Place place)
    {
        if (id.value >= m_places.size())
            m_places.resize(id.value + 1);
        m_places[id.value] = place;
    }

    void forget(FirmId id)
    {
        if (id.value < m_places.size())
            m_places[id.value].reset();
    }

    [[nodiscard]] bool isEmpty() const
    {
        return std::none_of(m_places.begin(), m_places.end(),
                            [](const auto& place) { return place.has_value(); });
    }

    bool operator==(const Placement&) const = default;

private:
    std::vector<std::optional<Place>> m_places;
};

} // namespace gyre
