// The legend: made of what is drawn and of nothing else. It states what hue, dash, head, area,
// width and the small marks mean.
#pragma once

#include "ui/picture/picture.h"
#include "ui/picture/scales.h"

#include <bitset>

namespace gyre {

/// What a picture holds that needs a key.
struct LegendContent
{
    std::bitset<firmKindCount> kinds;
    std::bitset<dealTypeCount> types;
    std::bitset<statusCount> statuses;
    /// Arcs of several deals; of these some stand for deals of several types.
    bool hasMerged = false;
    bool hasSeveralTypes = false;
    bool hasStruck = false;
    bool hasInferred = false;
    bool hasSquares = false;
    bool hasUnknownValues = false;
    bool hasBackgroundValues = false;
    /// Of those that are not from the background.
    bool hasTalkValues = false;
    RadiusScale radii;
    WidthScale widths;
};

LegendContent legendContent(const View& view, const FirmValues& values, const RadiusScale& radii,
                            const WidthScale& widths, const std::vector<Bundle>& bundles);

/// Keys in groups, flowing over as many rows of `width` pixels as it takes, from the origin.
Furniture legend(const LegendContent& content, const Metrics& metrics, const Palette& palette,
                 double width);

/// How a deal's status and type are drawn: shared by the legend and the arcs it explains.
Dash dashOf(Status status);
Head headOf(DealType type, Status status);
bool isStruck(const Deal& deal);

} // namespace gyre
