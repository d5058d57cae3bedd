// Axes of a timeline: from days and money to pixels, and the ticks of both.
#pragma once

#include "ui/charts/drawnchart.h"
#include "ui/charts/valuecourse.h"

namespace gyre {

/// From days and money to pixels.
struct TimelineScales
{
    QRectF plot;
    /// The strip for undated values, right of the plot; null where there is none.
    QRectF strip;
    double firstDay = 0;
    double lastDay = 1;
    std::vector<double> ticks;
    /// A little above the last tick, so that a mark on it is whole.
    double top = 1;

    [[nodiscard]] double x(double day) const
    {
        return plot.left() + (day - firstDay) / (lastDay - firstDay) * plot.width();
    }

    [[nodiscard]] double y(double amount) const
    {
        return plot.bottom() - amount / top * plot.height();
    }
};

/// Scales for the values of one firm within `area`.
TimelineScales timelineScales(const DrawnChart& chart, const ValuesOfFirm& values,
                              const Course& course, const QRectF& area);
void drawMoneyAxis(DrawnChart& chart, const TimelineScales& scales, Currency currency);
void drawTimeAxis(DrawnChart& chart, const TimelineScales& scales);

/// The first and last day that a date may mean, in Julian days.
double firstDay(const PartialDate& date);
double lastDay(const PartialDate& date);

} // namespace gyre
