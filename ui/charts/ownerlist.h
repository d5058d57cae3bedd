// The owners of one firm as a list: holder, share, date and earlier share; what a bar has no room
// for.
#pragma once

#include "ui/charts/chartparts.h"

namespace gyre {

/// Before `unit`: a head, a row a holder and one for the rest.
double leastListHeight(const FirmOwners& owners);
/// As many rows as fit into `area`; the others are noted.
void drawOwnerList(ChartPass& pass, const FirmOwners& owners, const QRectF& area);

} // namespace gyre
