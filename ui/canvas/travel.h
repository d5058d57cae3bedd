// Where the keyboard goes next in a picture: pure functions, so that they can be tested without a
// window.
#pragma once

#include "ui/picture/picture.h"

#include <optional>
#include <vector>

namespace gyre {

/// Indices of the discs of firms in reading order: rows from the top, each from the left.
std::vector<std::size_t> readingOrder(const Picture& picture);

/// Deals that `firm` pays or is paid by, one of each arc: greatest figures first, undisclosed last.
std::vector<DealId> dealsOf(const Picture& picture, FirmId firm);

/// The firm to go to from `from` in `direction` (a unit vector): of the firms that lie within 60
/// degrees of it the nearest one joined to it by a deal, else the nearest one.
std::optional<FirmId> firmTowards(const Picture& picture, FirmId from, QPointF direction);

/// The deal of `from` whose arc leaves it most nearly in `direction`; parallel deals are stepped
/// through when `after` is one of them.
std::optional<DealId> dealTowards(const Picture& picture, FirmId from, QPointF direction,
                                  DealId after = {});

} // namespace gyre
