#include "ui/charts/chartparts.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

/// Where the share between two per cents lies.
QRectF segment(const QRectF& bar, double from, double to)
{
    const double per = bar.width() / 100;
    return {bar.left() + from * per, bar.top(), (to - from) * per, bar.height()};
}

void addStack(Pass& pass, const OwnerBar& bar, const std::vector<QColor>& colours)
{
    QChart* plot = addPlot(pass.chart, bar.area);
    auto* series = new QHorizontalStackedBarSeries(plot);
    series->setBarWidth(1);
    for (std::size_t i = 0; i < bar.owners->holdings.size(); ++i) {
        const Holding& holding = bar.owners->holdings.at(i);
        for (const bool isCertain : {true, false}) {
            auto* set = new QBarSet(holding.holder, series);
            *set << (isCertain ? holding.extent.low : holding.extent.high - holding.extent.low);
            set->setBrush(isCertain ? colours.at(i) : pass.chart.palette.canvas);
            set->setPen(Qt::NoPen);
            series->append(set);
        }
    }
    plot->addSeries(series);
    auto* rows = new QBarCategoryAxis(plot);
    rows->append(bar.owners->name);
    rows->setVisible(false);
    auto* percent = new QValueAxis(plot);
    percent->setRange(0, 100);
    percent->setVisible(false);
    plot->addAxis(rows, Qt::AlignLeft);
    plot->addAxis(percent, Qt::AlignBottom);
    series->attachAxis(rows);
    series->attachAxis(percent);
}

void addMark(Pass& pass, const FirmOwners& owners, const Holding& holding, const QRectF& area)
{
    QPainterPath outline;
    outline.addRect(area);
    ChartHit hit;
    hit.stake = holding.id;
    hit.firm = owners.firm;
    hit.isBackground = holding.isBackground;
    hit.readOut = readOut(pass.scene, holding, owners.name);
    pass.chart.marks.push_back({outline, area.center(), hit});
}

/// Name and share where they fit, else the share, else nothing: then false.
bool labelSegment(Pass& pass, const QRectF& area, const Holding& holding, const QColor& ground,
                  bool withNames)
{
    const double u = pass.chart.unit;
    const double pixels = std::min(type::body * u, area.height() * 0.62);
    const double room = area.width() - 10 * u;
    const double shareWidth = textWidth(holding.written, pixels, QFont::DemiBold);
    if (shareWidth > room)
        return false;
    const QColor ink = readableOn(ground);
    const double y = area.center().y();
    const bool isTall = area.height() > 44 * u;
    const double nameWidth = textWidth(holding.holder, pixels);
    const bool hasName = withNames && (isTall ? nameWidth : nameWidth + 7 * u + shareWidth) <= room;
    QPointF at(area.left() + 6 * u, y);
    if (hasName && isTall) {
        pass.chart.texts.push_back(placedText(holding.holder, at - QPointF(0, 10 * u),
                                              Qt::AlignLeft | Qt::AlignVCenter, pixels, ink));
        at.ry() += 10 * u;
    } else if (hasName) {
        pass.chart.texts.push_back(
            placedText(holding.holder, at, Qt::AlignLeft | Qt::AlignVCenter, pixels, ink));
        at.rx() += nameWidth + 7 * u;
    }
    pass.chart.texts.push_back(placedText(holding.written, at, Qt::AlignLeft | Qt::AlignVCenter,
                                          pixels, ink, QFont::DemiBold));
    return hasName || !withNames;
}

void drawRest(Pass& pass, const OwnerBar& bar)
{
    const QString rest = bar.owners->writtenRest();
    if (rest.isEmpty())
        return;
    DrawnChart& chart = pass.chart;
    const double u = chart.unit;
    const QRectF area = segment(bar.area, bar.owners->sum(), 100);
    chart.over.push_back(
        hatching(area, 7 * u, mixed(chart.palette.muted, chart.palette.canvas, 0.55), 1.1 * u));
    chart.over.push_back(boxShape(area.adjusted(0.5 * u, 0.5 * u, -0.5 * u, -0.5 * u),
                                  mixed(chart.palette.muted, chart.palette.canvas, 0.4), {}, u));
    const double pixels = std::min(type::body * u, bar.area.height() * 0.62);
    for (const QString& text : {Charts::tr("not disclosed %1").arg(rest), rest}) {
        const ChartText label = placedText(text, area.center(), Qt::AlignHCenter | Qt::AlignVCenter,
                                           pixels, chart.palette.ink);
        if (label.box.width() + 16 * u > area.width())
            continue;
        chart.over.push_back(boxShape(label.box.adjusted(-5 * u, -3 * u, 5 * u, 2 * u),
                                      chart.palette.canvas, chart.palette.canvas, 0));
        chart.texts.push_back(label);
        return;
    }
}

/// Shares that cannot be parts of one whole: each measured from zero, one above the other.
void drawApart(Pass& pass, const OwnerBar& bar)
{
    const double u = pass.chart.unit;
    const FirmOwners& owners = *bar.owners;
    const double lane = bar.area.height() / static_cast<double>(owners.holdings.size());
    pass.chart.under.push_back(boxShape(bar.area, pass.chart.palette.faint, {}, u));
    for (std::size_t i = 0; i < owners.holdings.size(); ++i) {
        const Holding& holding = owners.holdings.at(i);
        const double top = bar.area.top() + static_cast<double>(i) * lane;
        const double inset = std::min(2 * u, lane * 0.15);
        const QRectF area = segment(bar.area, 0, std::min(100.0, holding.extent.high));
        const QRectF thin(area.left(), top + inset, area.width(), lane - 2 * inset);
        const QColor colour = holderColour(pass, owners, i);
        pass.chart.over.push_back(boxShape(thin, colour, colour, 0));
        addMark(pass, owners, holding, thin);
        const QString text = holding.holder + QLatin1Char(' ') + holding.written;
        const double pixels = std::min(type::small * u, lane * 0.8);
        if (pixels >= 9 * u) {
            const bool isInside = textWidth(text, pixels) + 12 * u < thin.width();
            pass.chart.texts.push_back(placedText(
                text, {isInside ? thin.left() + 6 * u : thin.right() + 6 * u, thin.center().y()},
                Qt::AlignLeft | Qt::AlignVCenter, pixels,
                isInside ? readableOn(colour) : pass.chart.palette.ink));
        }
    }
}

void drawStacked(Pass& pass, const OwnerBar& bar)
{
    const FirmOwners& owners = *bar.owners;
    const double u = pass.chart.unit;
    std::vector<QColor> colours;
    for (std::size_t i = 0; i < owners.holdings.size(); ++i)
        colours.push_back(holderColour(pass, owners, i));
    addStack(pass, bar, colours);
    drawRest(pass, bar);
    double from = 0;
    for (std::size_t i = 0; i < owners.holdings.size(); ++i) {
        const Holding& holding = owners.holdings.at(i);
        const QRectF area = segment(bar.area, from, from + holding.extent.high);
        const QRectF open =
            segment(bar.area, from + holding.extent.low, from + holding.extent.high);
        if (open.width() > 0)
            pass.chart.over.push_back(
                boxShape(open.adjusted(0.75 * u, 0.75 * u, -0.75 * u, -0.75 * u), colours.at(i), {},
                         1.5 * u, Qt::DashLine));
        pass.chart.over.push_back(
            lineShape(area.topRight(), area.bottomRight(), pass.chart.palette.canvas, 1.5 * u));
        const bool isOpen = holding.extent.low * 2 < holding.extent.high;
        labelSegment(pass, area, holding, isOpen ? pass.chart.palette.canvas : colours.at(i),
                     bar.withNames);
        addMark(pass, owners, holding, area);
        from += holding.extent.high;
    }
}

} // namespace

QColor holderColour(const Pass& pass, const FirmOwners& owners, std::size_t index)
{
    const Holding& holding = owners.holdings.at(index);
    const auto kind = static_cast<std::size_t>(holding.kind);
    int earlierOfKind = 0;
    for (std::size_t i = 0; i < index; ++i)
        earlierOfKind += owners.holdings.at(i).kind == holding.kind ? 1 : 0;
    const QColor full = pass.chart.palette.kindRing.at(kind);
    const double background = owners.isBackground ? 0.45 : 0;
    const double paler = std::min(0.7, background + 0.24 * earlierOfKind);
    return mixed(full, pass.chart.palette.canvas, paler);
}

void drawOwnerBar(Pass& pass, const OwnerBar& bar)
{
    if (bar.owners->isOverfull())
        drawApart(pass, bar);
    else
        drawStacked(pass, bar);
}

} // namespace gyre
