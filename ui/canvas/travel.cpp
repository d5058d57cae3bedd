#include "ui/canvas/travel.h"

#include "ui/picture/polyline.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

constexpr double rowHeight = 60;
/// cos 60°
constexpr double widest = 0.5;

struct Bearing
{
    double cosine = -1;
    double distance = 0;

    [[nodiscard]] bool isAhead() const { return distance > 0 && cosine >= widest; }

    /// Farther aside counts as farther away.
    [[nodiscard]] double cost() const { return distance / (cosine * cosine); }
};

Bearing bearing(QPointF from, QPointF to, QPointF direction)
{
    const QPointF off = to - from;
    const double distance = std::hypot(off.x(), off.y());
    if (distance <= 0)
        return {};
    return {QPointF::dotProduct(off, direction) / distance, distance};
}

const Disc* discOf(const Picture& picture, FirmId firm)
{
    const auto found = std::find_if(picture.discs.begin(), picture.discs.end(),
                                    [firm](const Disc& disc) { return disc.firm == firm; });
    return found == picture.discs.end() || !firm.isValid() ? nullptr : &*found;
}

QSet<FirmId> neighbours(const Picture& picture, FirmId firm)
{
    QSet<FirmId> joined;
    for (const Arc& arc : picture.arcs) {
        if (arc.from == firm)
            joined.insert(arc.to);
        else if (arc.to == firm)
            joined.insert(arc.from);
    }
    return joined;
}

} // namespace

std::vector<std::size_t> readingOrder(const Picture& picture)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < picture.discs.size(); ++i)
        if (picture.discs[i].firm.isValid())
            order.push_back(i);
    const auto key = [&picture](std::size_t i) {
        const QPointF at = picture.discs[i].centre;
        return std::pair(std::floor(at.y() / rowHeight), at.x());
    };
    std::stable_sort(order.begin(), order.end(),
                     [&key](std::size_t a, std::size_t b) { return key(a) < key(b); });
    return order;
}

std::vector<DealId> dealsOf(const Picture& picture, FirmId firm)
{
    std::vector<const Arc*> arcs;
    for (const Arc& arc : picture.arcs)
        if (firm.isValid() && (arc.from == firm || arc.to == firm))
            arcs.push_back(&arc);
    std::stable_sort(arcs.begin(), arcs.end(), [](const Arc* a, const Arc* b) {
        return a->amount.figure() > b->amount.figure();
    });
    std::vector<DealId> deals;
    deals.reserve(arcs.size());
    for (const Arc* arc : arcs)
        deals.push_back(arc->deal);
    return deals;
}

std::optional<FirmId> firmTowards(const Picture& picture, FirmId from, QPointF direction)
{
    const Disc* start = discOf(picture, from);
    if (start == nullptr)
        return std::nullopt;
    const QSet<FirmId> joined = neighbours(picture, from);
    std::optional<FirmId> best;
    std::pair<bool, double> bestRank;
    for (const Disc& disc : picture.discs) {
        if (!disc.firm.isValid() || disc.firm == from)
            continue;
        const Bearing way = bearing(start->centre, disc.centre, direction);
        if (!way.isAhead())
            continue;
        const std::pair rank(!joined.contains(disc.firm), way.cost());
        if (!best || rank < bestRank) {
            best = disc.firm;
            bestRank = rank;
        }
    }
    return best;
}

std::optional<DealId> dealTowards(const Picture& picture, FirmId from, QPointF direction,
                                  DealId after)
{
    const Disc* start = discOf(picture, from);
    if (start == nullptr)
        return std::nullopt;

    struct Way
    {
        double cosine;
        DealId deal;
    };

    std::vector<Way> ways;
    for (const Arc& arc : picture.arcs) {
        if ((arc.from != from && arc.to != from) || arc.path.size() < 2)
            continue;
        const QPointF middle = pointAlong(arc.path, lengthOf(arc.path) / 2);
        const Bearing way = bearing(start->centre, middle, direction);
        if (way.isAhead())
            ways.push_back({way.cosine, arc.deal});
    }
    if (ways.empty())
        return std::nullopt;
    std::stable_sort(ways.begin(), ways.end(),
                     [](const Way& a, const Way& b) { return a.cosine > b.cosine; });
    const auto current = std::find_if(ways.begin(), ways.end(),
                                      [after](const Way& way) { return way.deal == after; });
    if (current == ways.end())
        return ways.front().deal;
    return std::next(current) == ways.end() ? ways.front().deal : std::next(current)->deal;
}

} // namespace gyre
