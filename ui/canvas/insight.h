// What of a picture is to be seen and can be walked through: pure, so that it can be tested without
// a window.
#pragma once

#include "ui/picture/picture.h"

#include <vector>

namespace gyre {

/// A firm or a deal of a picture; at most one of both is valid.
struct CanvasItem
{
    FirmId firm;
    DealId deal;

    [[nodiscard]] bool isValid() const { return firm.isValid() || deal.isValid(); }

    auto operator<=>(const CanvasItem&) const = default;
};

/// A screen reader is given no more than so many things at once; the rest is in the tables.
constexpr std::size_t mostItemsInSight = 500;

/// Firms and deals that `sight` (in picture pixels) shows any part of: firms in reading order, each
/// followed by the deals it pays, deals of payers that are out of sight at the end. Where there are
/// more than `most`, firms go before deals and deals of greater figures before others.
/// O(items · log items).
std::vector<CanvasItem> itemsInSight(const Picture& picture, const QRectF& sight,
                                     std::size_t most = mostItemsInSight);

} // namespace gyre
