// Many points in two flat arrays: what the loops over large networks work on. The unit is a hop's
// length unless said otherwise.
#pragma once

#include <cstdint>
#include <vector>

namespace gyre {

struct Cloud
{
    std::vector<float> x;
    std::vector<float> y;

    Cloud() = default;

    explicit Cloud(std::size_t size)
        : x(size)
        , y(size)
    {
    }

    [[nodiscard]] std::size_t size() const { return x.size(); }

    bool operator==(const Cloud&) const = default;
};

} // namespace gyre
