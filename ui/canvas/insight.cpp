#include "ui/canvas/insight.h"

#include "ui/canvas/travel.h"

#include <algorithm>
#include <map>

namespace gyre {

namespace {

bool isInSight(const Disc& disc, const QRectF& sight)
{
    const QPointF reach(disc.radius, disc.radius);
    return sight.intersects(QRectF(disc.centre - reach, disc.centre + reach)) ||
           (disc.label.isShown && sight.intersects(disc.label.box));
}

bool isInSight(const Arc& arc, const QRectF& sight)
{
    if (arc.label.isShown && sight.intersects(arc.label.box))
        return true;
    return std::any_of(arc.path.begin(), arc.path.end(),
                       [&sight](QPointF point) { return sight.contains(point); });
}

/// Indices of the arcs in sight, at most `most`: the greatest figures, in the order of the picture.
std::vector<std::size_t> arcsInSight(const Picture& picture, const QRectF& sight, std::size_t most)
{
    std::vector<std::size_t> arcs;
    for (std::size_t i = 0; i < picture.arcs.size(); ++i)
        if (isInSight(picture.arcs[i], sight))
            arcs.push_back(i);
    if (arcs.size() <= most)
        return arcs;
    std::stable_sort(arcs.begin(), arcs.end(), [&picture](std::size_t a, std::size_t b) {
        return picture.arcs[a].amount.figure() > picture.arcs[b].amount.figure();
    });
    arcs.resize(most);
    std::sort(arcs.begin(), arcs.end());
    return arcs;
}

} // namespace

std::vector<CanvasItem> itemsInSight(const Picture& picture, const QRectF& sight, std::size_t most)
{
    std::vector<FirmId> firms;
    for (const std::size_t i : readingOrder(picture))
        if (firms.size() < most && isInSight(picture.discs[i], sight))
            firms.push_back(picture.discs[i].firm);
    std::map<FirmId, std::vector<DealId>> paidBy;
    for (const std::size_t i : arcsInSight(picture, sight, most - firms.size()))
        paidBy[picture.arcs[i].from].push_back(picture.arcs[i].deal);
    std::vector<CanvasItem> items;
    const auto addDeals = [&items](const std::vector<DealId>& deals) {
        for (const DealId deal : deals)
            items.push_back({{}, deal});
    };
    for (const FirmId firm : firms) {
        items.push_back({firm, {}});
        if (const auto paid = paidBy.extract(firm))
            addDeals(paid.mapped());
    }
    for (const auto& [payer, deals] : paidBy)
        addDeals(deals);
    return items;
}

} // namespace gyre
