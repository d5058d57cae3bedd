// Ids of one kind cannot be handed over as another: FirmId is never a DealId.
// A value is a dense key (0, 1, 2 …) into the Network that gave it and stays true for as long as
// that network or any network edited from it lives. Default-constructed: no id.
#pragma once

#include <QtGlobal>

#include <compare>
#include <cstdint>
#include <functional>
#include <limits>

namespace gyre {

template<typename Kind>
struct Id
{
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t value = none;

    [[nodiscard]] constexpr bool isValid() const { return value != none; }

    constexpr auto operator<=>(const Id&) const = default;
};

using FirmId = Id<struct FirmKey>;
using DealId = Id<struct DealKey>;
using ValuationId = Id<struct ValuationKey>;
using StakeId = Id<struct StakeKey>;

template<typename Kind>
size_t qHash(Id<Kind> id, size_t seed = 0)
{
    return (id.value ^ seed) * 0x9E3779B97F4A7C15ULL;
}

} // namespace gyre

template<typename Kind>
struct std::hash<gyre::Id<Kind>>
{
    std::size_t operator()(gyre::Id<Kind> id) const { return id.value; }
};
