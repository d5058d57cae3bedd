// What is under the pointer: tested on the outlines that were painted, nearest first.
#pragma once

#include "ui/picture/picture.h"

#include <optional>
#include <variant>
#include <vector>

namespace gyre {

/// Index into Picture::discs or Picture::arcs.
struct DiscHit
{
    std::size_t index = 0;
    bool operator==(const DiscHit&) const = default;
};

struct ArcHit
{
    std::size_t index = 0;
    bool operator==(const ArcHit&) const = default;
};

using Hit = std::variant<DiscHit, ArcHit>;

/// Outlines of one picture, ready to be asked many times. An arc is hit within half its width, but
/// at least `reach` pixels from its middle line, and on its amount; a disc within its rim and on
/// its name. Discs lie over arcs; of several arcs the nearest middle line wins.
class Hits
{
public:
    static constexpr double reach = 4;

    Hits() = default;
    explicit Hits(const Picture& picture);

    /// `at` in picture pixels; `zoom` keeps the reach the same on the screen. O(items).
    [[nodiscard]] std::optional<Hit> at(QPointF point, double zoom = 1) const;

private:
    struct DiscShape
    {
        QPointF centre;
        double radius = 0;
        bool isSquare = false;
        QRectF name;
    };

    struct ArcShape
    {
        QPolygonF path;
        double halfWidth = 0;
        QRectF bounds;
        QRectF amount;
    };

    [[nodiscard]] std::optional<std::size_t> discAt(QPointF point) const;
    [[nodiscard]] std::optional<std::size_t> arcAt(QPointF point, double zoom) const;

    std::vector<DiscShape> m_discs;
    std::vector<ArcShape> m_arcs;
};

} // namespace gyre
