#include "ui/charts/timelinelabels.h"

#include "ui/charts/chartwords.h"
#include "ui/charts/drawnchart.h"

#include <algorithm>

namespace gyre {

namespace {

constexpr double leading = 17;

QPointF anchorOf(const DrawnChart& chart, const ValueClaim& claim)
{
    for (const ChartMark& mark : chart.marks) {
        if (mark.hit.valuation == claim.id && mark.hit.isBackground == claim.isBackground)
            return mark.anchor;
    }
    return {};
}

/// Beside the mark the text clings to it; above and below it is centred.
struct Side
{
    Qt::Alignment alignment;
    double x = 0;
};

Side sideOf(const QRectF& box, QPointF anchor)
{
    if (box.left() > anchor.x())
        return {Qt::AlignLeft, box.left()};
    if (box.right() < anchor.x())
        return {Qt::AlignRight, box.right()};
    return {Qt::AlignHCenter, box.center().x()};
}

bool label(DrawnChart& chart, LabelPlacer& placer, const ValueClaim& claim, const QString& detail)
{
    const double u = chart.unit;
    const QString value = written(claim.valuation.amount);
    const int weight = claim.isBackground ? QFont::Normal : QFont::DemiBold;
    const double width =
        std::max(textWidth(value, type::body * u, weight), textWidth(detail, type::small * u));
    const QPointF anchor = anchorOf(chart, claim);
    const QSizeF size(width + 4 * u, (detail.isEmpty() ? 1 : 2) * leading * u);
    const std::optional<QRectF> box = placer.place(size, anchor, 9 * u, claim.isBackground ? 0 : 2);
    if (!box)
        return false;
    const Side side = sideOf(*box, anchor);
    const QColor ink = claim.isBackground ? chart.palette.muted : chart.palette.ink;
    const Qt::Alignment alignment = side.alignment | Qt::AlignVCenter;
    chart.texts.push_back(placedText(value, {side.x, box->top() + leading * 0.5 * u}, alignment,
                                     type::body * u, ink, weight));
    if (!detail.isEmpty())
        chart.texts.push_back(placedText(detail, {side.x, box->top() + leading * 1.5 * u},
                                         alignment, type::small * u, chart.palette.muted));
    return true;
}

} // namespace

int labelMarks(DrawnChart& chart, LabelPlacer& placer, const ClaimPoints& order)
{
    int hidden = 0;
    for (const ValueClaim* claim : order) {
        const QString detail = detailOf(*claim, claim->valuation.date.has_value());
        if (!label(chart, placer, *claim, detail) && !label(chart, placer, *claim, {}))
            ++hidden;
    }
    return hidden;
}

ClaimPoints labelOrder(const Course& course)
{
    ClaimPoints wanted;
    const ClaimPoints done = donePoints(course, false);
    if (!done.empty())
        wanted = {toldPoints(course).back(), done.back(), done.front()};
    for (const bool isBackground : {false, true}) {
        for (const ClaimPoints* points : {&course.dated, &course.undated}) {
            std::copy_if(points->begin(), points->end(), std::back_inserter(wanted),
                         [isBackground](const ValueClaim* claim) {
                             return claim->isBackground == isBackground;
                         });
        }
    }
    ClaimPoints order;
    for (const ValueClaim* claim : wanted) {
        if (std::find(order.begin(), order.end(), claim) == order.end())
            order.push_back(claim);
    }
    return order;
}

} // namespace gyre
