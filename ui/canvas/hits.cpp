#include "ui/canvas/hits.h"

#include "ui/picture/painter.h"
#include "ui/picture/polyline.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gyre {

namespace {

constexpr double namePad = 2;

QRectF boxOf(const PictureText& text)
{
    if (!text.isShown || text.text.isEmpty())
        return {};
    return text.hasPlate ? plateBox(text.box)
                         : text.box.adjusted(-namePad, -namePad, namePad, namePad);
}

} // namespace

Hits::Hits(const Picture& picture)
{
    m_discs.reserve(picture.discs.size());
    for (const Disc& disc : picture.discs)
        m_discs.push_back({disc.centre, disc.radius, disc.isSquare, boxOf(disc.label)});
    m_arcs.reserve(picture.arcs.size());
    for (const Arc& arc : picture.arcs)
        m_arcs.push_back({arc.path, arc.width / 2, arc.path.boundingRect(), boxOf(arc.label)});
}

std::optional<Hit> Hits::at(QPointF point, double zoom) const
{
    if (const auto disc = discAt(point))
        return DiscHit{*disc};
    if (const auto arc = arcAt(point, zoom))
        return ArcHit{*arc};
    return std::nullopt;
}

/// Later discs are painted over earlier ones, so they are asked first; shapes before names.
std::optional<std::size_t> Hits::discAt(QPointF point) const
{
    for (std::size_t i = m_discs.size(); i-- > 0;) {
        const DiscShape& disc = m_discs[i];
        const QPointF off = point - disc.centre;
        const double distance = disc.isSquare ? std::max(std::abs(off.x()), std::abs(off.y()))
                                              : std::hypot(off.x(), off.y());
        if (distance <= disc.radius)
            return i;
    }
    for (std::size_t i = m_discs.size(); i-- > 0;)
        if (m_discs[i].name.contains(point))
            return i;
    return std::nullopt;
}

std::optional<std::size_t> Hits::arcAt(QPointF point, double zoom) const
{
    for (std::size_t i = m_arcs.size(); i-- > 0;)
        if (m_arcs[i].amount.contains(point))
            return i;
    std::optional<std::size_t> nearest;
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < m_arcs.size(); ++i) {
        const ArcShape& arc = m_arcs[i];
        const double width = std::max(arc.halfWidth, reach / std::max(zoom, 0.01));
        if (!arc.bounds.adjusted(-width, -width, width, width).contains(point))
            continue;
        const double distance = distanceTo(arc.path, point);
        if (distance <= width && distance < best) {
            best = distance;
            nearest = i;
        }
    }
    return nearest;
}

} // namespace gyre
