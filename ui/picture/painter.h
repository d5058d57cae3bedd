// Picture → QPainter. The only code that draws a network: window, PNG, SVG and PDF.
#pragma once

#include "ui/picture/picture.h"

#include <QPainter>
#include <QSet>

namespace gyre {

/// What stands out; everything else is dimmed. Empty sets: nothing is dimmed.
struct Emphasis
{
    QSet<FirmId> firms;
    QSet<DealId> deals;
    /// Drawn with the accent's halo.
    FirmId selectedFirm;
    DealId selectedDeal;

    [[nodiscard]] bool isEmpty() const { return firms.isEmpty() && deals.isEmpty(); }

    bool operator==(const Emphasis&) const = default;
};

/// Length and half breadth of an arrowhead on a line of this width; the tip is the path's end.
double headLength(double lineWidth);
double headHalfBreadth(double lineWidth);

/// Paints at picture coordinates; scale and origin are the painter's transform.
void paint(const Picture& picture, QPainter& painter, const Emphasis& emphasis = {});

/// Outlines as painted, for focus rings and the selection's halo.
QPainterPath outline(const Disc& disc);
QPainterPath outline(const Arc& arc);

} // namespace gyre
