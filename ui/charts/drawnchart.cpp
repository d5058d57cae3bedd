#include "ui/charts/drawnchart.h"

#include "ui/picture/textset.h"

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

/// What lies across a straight or upright line, along it, widened a little.
std::vector<std::pair<double, double>> gaps(const DrawnChart& chart, const GridLine& grid)
{
    const double air = 3 * chart.unit;
    const bool isUpright = grid.line.dx() == 0;
    std::vector<std::pair<double, double>> found;
    for (const ChartText& text : chart.texts) {
        const QRectF box = text.box.adjusted(-air, -air, air, air);
        if (isUpright && box.left() < grid.line.x1() && grid.line.x1() < box.right())
            found.emplace_back(box.top(), box.bottom());
        else if (!isUpright && box.top() < grid.line.y1() && grid.line.y1() < box.bottom())
            found.emplace_back(box.left(), box.right());
    }
    std::sort(found.begin(), found.end());
    return found;
}

void paintGrid(const DrawnChart& chart, QPainter& painter)
{
    for (const GridLine& grid : chart.grid) {
        const bool isUpright = grid.line.dx() == 0;
        const auto piece = [&grid, isUpright](double from, double to) {
            return isUpright ? QLineF(grid.line.x1(), from, grid.line.x1(), to)
                             : QLineF(from, grid.line.y1(), to, grid.line.y1());
        };
        QPen pen(grid.colour, grid.width);
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        double from = isUpright ? grid.line.y1() : grid.line.x1();
        const double end = isUpright ? grid.line.y2() : grid.line.x2();
        for (const auto& [begin, until] : gaps(chart, grid)) {
            if (begin >= end)
                break;
            if (begin > from)
                painter.drawLine(piece(from, begin));
            from = std::max(from, until);
        }
        if (from < end)
            painter.drawLine(piece(from, end));
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
    paintGrid(chart, painter);
    paintShapes(chart.under, painter);
    chart.scene->render(&painter, area, area, Qt::IgnoreAspectRatio);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintShapes(chart.over, painter);
    for (const ChartText& text : chart.texts) {
        // Measured as fonts are, in whole pixels.
        const int pixels = pictureFont(text.pixels, text.weight).pixelSize();
        for (const QPainterPath& piece : outlines(text.text, pixels, text.weight))
            painter.fillPath(piece.translated(text.at), text.colour);
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

ChartShape hatching(const QRectF& area, double step, const QColor& colour, double width,
                    const QRectF& hole)
{
    QPainterPath strokes;
    // A stroke rises to the right: at `x` it is `x - start` above the lower edge.
    const double leftmost = area.left() - area.height();
    const int count = static_cast<int>(std::ceil((area.right() - leftmost) / step));
    for (int i = 0; i < count; ++i) {
        const double start = leftmost + i * step;
        const auto add = [&strokes, &area, start](double from, double to) {
            if (to - from < 0.5)
                return;
            strokes.moveTo(from, area.bottom() - (from - start));
            strokes.lineTo(to, area.bottom() - (to - start));
        };
        const double from = std::max(start, area.left());
        const double to = std::min(start + area.height(), area.right());
        const double holeFrom = std::max(hole.left(), start + area.bottom() - hole.bottom());
        const double holeTo = std::min(hole.right(), start + area.bottom() - hole.top());
        if (hole.isEmpty() || holeFrom >= holeTo) {
            add(from, to);
        } else {
            add(from, std::min(to, holeFrom));
            add(std::max(from, holeTo), to);
        }
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
