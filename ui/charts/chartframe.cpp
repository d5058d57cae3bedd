#include "ui/charts/chartframe.h"

#include <algorithm>

namespace gyre {

namespace {

constexpr double keyWidth = 32;
constexpr double legendGap = 26;

/// Sets lines from the top; returns the y below them.
double setLines(DrawnChart& chart, const QStringList& lines, double top, double pixels,
                double leading, const QColor& colour, int weight)
{
    for (const QString& line : lines) {
        const QPointF at(chart.margin, top + leading * 0.78);
        chart.texts.push_back(placedText(line, at, Qt::AlignLeft, pixels, colour, weight));
        top += leading;
    }
    return top;
}

double setHead(DrawnChart& chart, const Furnishing& furnishing)
{
    const double u = chart.unit;
    const double width = chart.size.width() - 2 * chart.margin;
    const QStringList title = wrapped(furnishing.title, width, chart.titlePixels, QFont::Bold, 3);
    const QStringList scope = wrapped(furnishing.scope, width, type::body * u, QFont::Normal, 2);
    double y = chart.margin * 0.7;
    y = setLines(chart, title, y, chart.titlePixels, chart.titlePixels * 1.3, chart.palette.ink,
                 QFont::Bold);
    y = setLines(chart, scope, y + 2 * u, type::body * u, 20 * u, chart.palette.muted,
                 QFont::Normal);
    return y + 20 * u;
}

/// Sets lines that end at `bottom`; returns the y above them.
double setFoot(DrawnChart& chart, const QString& text, double bottom, int atMost)
{
    if (text.isEmpty())
        return bottom;
    const double u = chart.unit;
    const double leading = 17 * u;
    const double width = chart.size.width() - 2 * chart.margin;
    const QStringList lines = wrapped(text, width, type::small * u, QFont::Normal, atMost);
    const double top = bottom - leading * static_cast<double>(lines.size());
    setLines(chart, lines, top, type::small * u, leading, chart.palette.muted, QFont::Normal);
    return top - 2 * u;
}

/// Where each entry's key starts: rows from left to right, counted from 0.
struct LegendPlace
{
    double x = 0;
    int row = 0;
};

std::vector<LegendPlace> legendPlaces(const DrawnChart& chart,
                                      const std::vector<LegendEntry>& legend)
{
    const double u = chart.unit;
    const double right = chart.size.width() - chart.margin;
    std::vector<LegendPlace> places;
    LegendPlace next{chart.margin, 0};
    for (const LegendEntry& entry : legend) {
        const double width = keyWidth * u + textWidth(entry.text, type::small * u);
        if (next.x + width > right && next.x > chart.margin)
            next = {chart.margin, next.row + 1};
        places.push_back(next);
        next.x += width + legendGap * u;
    }
    return places;
}

double setLegend(DrawnChart& chart, const std::vector<LegendEntry>& legend, double bottom)
{
    if (legend.empty())
        return bottom;
    const double u = chart.unit;
    const double leading = 22 * u;
    const std::vector<LegendPlace> places = legendPlaces(chart, legend);
    const double top = bottom - leading * (places.back().row + 1);
    for (std::size_t i = 0; i < legend.size(); ++i) {
        const LegendEntry& entry = legend.at(i);
        const QPointF at(places.at(i).x, top + leading * (places.at(i).row + 0.5));
        for (ChartShape key : entry.key) {
            key.path.translate(at + QPointF(12 * u, 0));
            chart.over.push_back(std::move(key));
        }
        chart.texts.push_back(placedText(entry.text, at + QPointF(keyWidth * u, 0),
                                         Qt::AlignLeft | Qt::AlignVCenter, type::small * u,
                                         chart.palette.ink));
    }
    return top - 6 * u;
}

ChartShape styled(const QPainterPath& path, const QColor& edge, const QColor& fill, double width,
                  Qt::PenStyle style)
{
    QPen pen(edge, width, style, Qt::FlatCap, Qt::MiterJoin);
    if (width <= 0)
        pen = QPen(Qt::NoPen);
    return ChartShape{path, pen, fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush)};
}

} // namespace

QRectF furnish(DrawnChart& chart, const Furnishing& furnishing, bool withFurniture)
{
    const double u = chart.unit;
    chart.title = furnishing.title;
    chart.source = furnishing.source;
    double top = chart.margin * 0.6;
    double bottom = chart.size.height() - chart.margin * 0.6;
    if (withFurniture) {
        top = setHead(chart, furnishing);
        bottom = setFoot(chart, furnishing.source, bottom, 2);
        bottom = setFoot(chart, furnishing.notes.join(QLatin1Char(' ')), bottom, 2);
    }
    bottom = setLegend(chart, furnishing.legend, bottom);
    return {chart.margin, top, chart.size.width() - 2 * chart.margin, bottom - top - 8 * u};
}

void drawAbsence(DrawnChart& chart, const QRectF& area, const QString& missing, const QString& help)
{
    const double u = chart.unit;
    const double width = std::min(area.width(), 560 * u);
    const QStringList first = wrapped(missing, width, 17 * u, QFont::DemiBold, 4);
    const QStringList second = wrapped(help, width, type::body * u, QFont::Normal, 6);
    const double height =
        24 * u * static_cast<double>(first.size()) + 19 * u * static_cast<double>(second.size());
    QPointF at(area.center().x(), area.center().y() - height / 2);
    for (const QString& line : first) {
        chart.texts.push_back(placedText(line, at, Qt::AlignHCenter | Qt::AlignTop, 17 * u,
                                         chart.palette.ink, QFont::DemiBold));
        at.ry() += 24 * u;
    }
    at.ry() += 4 * u;
    for (const QString& line : second) {
        chart.texts.push_back(placedText(line, at, Qt::AlignHCenter | Qt::AlignTop, type::body * u,
                                         chart.palette.muted));
        at.ry() += 19 * u;
    }
}

ChartShape lineShape(QPointF from, QPointF to, const QColor& colour, double width,
                     Qt::PenStyle style)
{
    QPainterPath path(from);
    path.lineTo(to);
    return styled(path, colour, {}, width, style);
}

ChartShape circleShape(QPointF centre, double radius, const QColor& edge, const QColor& fill,
                       double width)
{
    QPainterPath path;
    path.addEllipse(centre, radius, radius);
    return styled(path, edge, fill, width, Qt::SolidLine);
}

ChartShape diamondShape(QPointF centre, double radius, const QColor& edge, const QColor& fill,
                        double width)
{
    QPainterPath path(centre + QPointF(0, -radius));
    path.lineTo(centre + QPointF(radius, 0));
    path.lineTo(centre + QPointF(0, radius));
    path.lineTo(centre + QPointF(-radius, 0));
    path.closeSubpath();
    return styled(path, edge, fill, width, Qt::SolidLine);
}

ChartShape boxShape(const QRectF& box, const QColor& edge, const QColor& fill, double width,
                    Qt::PenStyle style)
{
    QPainterPath path;
    path.addRect(box);
    return styled(path, edge, fill, width, style);
}

} // namespace gyre
