#include "ui/charts/timelinescales.h"

#include "ui/charts/chartframe.h"
#include "ui/charts/chartwords.h"
#include "ui/charts/ticks.h"

#include <algorithm>
#include <cmath>

namespace gyre {

TimelineScales timelineScales(const DrawnChart& chart, const ValuesOfFirm& values,
                              const Course& course, const QRectF& area)
{
    const double u = chart.unit;
    double most = 1;
    for (const ValueClaim& claim : values.claims) {
        if (claim.valuation.amount.currency == course.currency)
            most = std::max(most, claim.extent.high);
    }
    TimelineScales scales;
    scales.ticks = roundTicks(most, std::clamp(static_cast<int>(area.height() / (70 * u)), 2, 6));
    double labels = 0;
    for (const double tick : scales.ticks)
        labels = std::max(labels,
                          textWidth(written(std::llround(tick), course.currency), type::small * u));
    // Its caption has room in the narrowest picture too.
    const double caption = textWidth(Charts::tr("undated"), type::small * u) + 24 * u;
    const double strip =
        course.undated.empty() ? 0 : std::max(caption, std::min(190 * u, area.width() * 0.24));
    scales.plot = area.adjusted(labels + 10 * u, 0, -strip, -28 * u);
    const double headroom = std::min(46 * u, scales.plot.height() * 0.4);
    scales.top = scales.ticks.back() * scales.plot.height() / (scales.plot.height() - headroom);
    if (strip > 0)
        scales.strip = QRectF(scales.plot.right() + 18 * u, scales.plot.top() + headroom,
                              strip - 18 * u, scales.plot.height() - headroom);
    double first = firstDay(*course.dated.front()->valuation.date);
    double last = first;
    for (const ValueClaim* claim : course.dated) {
        first = std::min(first, firstDay(*claim->valuation.date));
        last = std::max(last, lastDay(*claim->valuation.date));
    }
    const double left = std::max(10.0, (last - first) * 0.07);
    // Room for the newest value's label, which often has its place right of the mark.
    const double label = std::min(130 * u, scales.plot.width() * 0.3);
    scales.firstDay = first - left;
    scales.lastDay = last + (last - first + left) * label / (scales.plot.width() - label);
    return scales;
}

void drawMoneyAxis(DrawnChart& chart, const TimelineScales& scales, Currency currency)
{
    const double u = chart.unit;
    const QRectF& plot = scales.plot;
    const double right = scales.strip.isNull() ? plot.right() : scales.strip.right();
    double free = plot.bottom() + 12 * u;
    for (const double tick : scales.ticks) {
        const double y = scales.y(tick);
        if (y > free)
            continue;
        free = y - 14 * u;
        const bool isBase = tick == 0;
        chart.grid.push_back({QLineF(plot.left(), y, right, y),
                              isBase ? chart.palette.muted : chart.palette.faint,
                              (isBase ? 1.3 : 1) * u});
        chart.texts.push_back(
            placedText(written(std::llround(tick), currency), {plot.left() - 8 * u, y},
                       Qt::AlignRight | Qt::AlignVCenter, type::small * u, chart.palette.muted));
    }
}

void drawTimeAxis(DrawnChart& chart, const TimelineScales& scales)
{
    const double u = chart.unit;
    const QRectF& plot = scales.plot;
    const auto day = [](double at) { return QDate::fromJulianDay(std::llround(at)); };
    const int atMost = std::max(2, static_cast<int>(plot.width() / (84 * u)));
    double free = 0;
    for (const TimeTick& tick : timeTicks(day(scales.firstDay), day(scales.lastDay), atMost)) {
        const double x = scales.x(static_cast<double>(tick.at.toJulianDay()));
        chart.under.push_back(lineShape({x, plot.bottom()}, {x, plot.bottom() + 5 * u},
                                        chart.palette.muted, 1.2 * u));
        const bool isYear = tick.label == QString::number(tick.at.year());
        const ChartText label =
            placedText(tick.label, {x, plot.bottom() + 11 * u}, Qt::AlignHCenter | Qt::AlignTop,
                       type::small * u, isYear ? chart.palette.ink : chart.palette.muted,
                       isYear ? QFont::DemiBold : QFont::Normal);
        if (label.box.left() < free || label.box.right() > plot.right() + 20 * u)
            continue;
        free = label.box.right() + 6 * u;
        chart.texts.push_back(label);
    }
}

double firstDay(const PartialDate& date)
{
    return static_cast<double>(date.first().toJulianDay());
}

double lastDay(const PartialDate& date)
{
    return static_cast<double>(date.last().toJulianDay());
}

} // namespace gyre
