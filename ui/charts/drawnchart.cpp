#include "ui/charts/drawnchart.h"

#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLegend>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gyre {

DrawnChart::DrawnChart()
    : scene(std::make_unique<QGraphicsScene>())
{
}

DrawnChart::DrawnChart(DrawnChart&&) noexcept = default;
DrawnChart& DrawnChart::operator=(DrawnChart&&) noexcept = default;
DrawnChart::~DrawnChart() = default;

namespace {

void paintShapes(const std::vector<ChartShape>& shapes, QPainter& painter)
{
    for (const ChartShape& shape : shapes) {
        painter.setPen(shape.pen);
        painter.setBrush(shape.brush);
        painter.drawPath(shape.path);
    }
}

double luminance(const QColor& colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

} // namespace

void paint(const DrawnChart& chart, QPainter& painter)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QRectF area(QPointF(0, 0), chart.size);
    if (chart.background.isValid())
        painter.fillRect(area, chart.background);
    paintShapes(chart.under, painter);
    chart.scene->render(&painter, area, area, Qt::IgnoreAspectRatio);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintShapes(chart.over, painter);
    for (const ChartText& text : chart.texts) {
        painter.setFont(pictureFont(text.pixels, text.weight));
        painter.setPen(text.colour);
        painter.drawText(text.at, text.text);
    }
    painter.restore();
}

std::optional<std::size_t> markAt(const DrawnChart& chart, QPointF at)
{
    for (std::size_t i = chart.marks.size(); i-- > 0;) {
        if (chart.marks.at(i).outline.contains(at))
            return i;
    }
    return std::nullopt;
}

double textWidth(const QString& text, double pixels, int weight)
{
    return QFontMetricsF(pictureFont(pixels, weight)).horizontalAdvance(text);
}

ChartText placedText(const QString& text, QPointF at, Qt::Alignment alignment, double pixels,
                     const QColor& colour, int weight)
{
    const QFontMetricsF metrics(pictureFont(pixels, weight));
    const double width = metrics.horizontalAdvance(text);
    const double capitals = metrics.capHeight();
    if (alignment & Qt::AlignRight)
        at.rx() -= width;
    else if (alignment & Qt::AlignHCenter)
        at.rx() -= width / 2;
    if (alignment & Qt::AlignVCenter)
        at.ry() += capitals / 2;
    else if (alignment & Qt::AlignTop)
        at.ry() += capitals;
    const QRectF box(at.x(), at.y() - capitals, width, capitals + metrics.descent());
    return ChartText{text, at, pixels, weight, colour, box};
}

QString elided(const QString& text, double width, double pixels, int weight)
{
    return QFontMetricsF(pictureFont(pixels, weight)).elidedText(text, Qt::ElideRight, width);
}

QStringList wrapped(const QString& text, double width, double pixels, int weight, int atMost)
{
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList lines;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString longer =
            lines.isEmpty() ? words.at(i) : lines.constLast() + QLatin1Char(' ') + words.at(i);
        if (!lines.isEmpty() && textWidth(longer, pixels, weight) <= width) {
            lines.last() = longer;
        } else if (lines.size() == atMost) {
            const QString rest = lines.constLast() + QLatin1Char(' ') +
                                 QStringList(words.mid(i)).join(QLatin1Char(' '));
            lines.last() = elided(rest, width, pixels, weight);
            return lines;
        } else {
            lines.append(elided(words.at(i), width, pixels, weight));
        }
    }
    return lines;
}

QChart* addPlot(DrawnChart& chart, const QRectF& plot)
{
    auto* item = new QChart;
    chart.scene->addItem(item);
    item->setTheme(QChart::ChartThemeLight);
    item->setAnimationOptions(QChart::NoAnimation);
    item->legend()->hide();
    item->setBackgroundVisible(false);
    item->setPlotAreaBackgroundVisible(false);
    item->layout()->setContentsMargins(0, 0, 0, 0);
    item->setMargins(QMargins(0, 0, 0, 0));
    item->setGeometry(QRectF(QPointF(0, 0), chart.size));
    item->setPlotArea(plot);
    return item;
}

ChartShape hatching(const QRectF& area, double step, const QColor& colour, double width)
{
    QPainterPath strokes;
    for (double x = area.left() - area.height(); x < area.right(); x += step) {
        // A stroke rises to the right; it is cut at the area's edges.
        const double from = std::max(x, area.left());
        const double to = std::min(x + area.height(), area.right());
        if (to - from < 0.5)
            continue;
        strokes.moveTo(from, area.bottom() - (from - x));
        strokes.lineTo(to, area.bottom() - (to - x));
    }
    QPen pen(colour, width);
    pen.setCapStyle(Qt::FlatCap);
    return ChartShape{strokes, pen, Qt::NoBrush};
}

QColor readableOn(const QColor& ground)
{
    const double light = luminance(ground);
    return (light + 0.05) * (light + 0.05) > 0.05 * 1.05 ? QColor(0x16, 0x19, 0x1d)
                                                         : QColor(Qt::white);
}

QColor mixed(const QColor& a, const QColor& b, double shareOfB)
{
    const auto part = [shareOfB](double from, double to) {
        return static_cast<float>(from + (to - from) * shareOfB);
    };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()),
                            part(a.blueF(), b.blueF()));
}

} // namespace gyre
