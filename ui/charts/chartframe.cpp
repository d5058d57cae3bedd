#include "ui/charts/chartframe.h"

#include <algorithm>
#include <functional>

namespace gyre {

namespace {

constexpr double keyWidth = 32;
constexpr double legendGap = 26;
constexpr double legendLeading = 22;
constexpr double footLeading = 17;
constexpr double scopeLeading = 20;
constexpr double leastTitle = 12;

/// The furniture as it will be set, line by line.
struct Setting
{
    QStringList title;
    QStringList scope;
    QStringList notes;
    QStringList source;
    bool hasLegend = true;
    /// Between head and plot, before `unit`.
    double air = 20;
};

bool isWhole(const QStringList& lines, const QString& text)
{
    return lines.join(QLatin1Char(' ')) == text.simplified();
}

double widthOf(const DrawnChart& chart)
{
    return chart.size.width() - 2 * chart.margin;
}

/// The first choice that is whole within so many lines; none where none is.
QStringList firstWhole(const QStringList& choices, double width, double pixels, int atMost)
{
    for (const QString& choice : choices) {
        QStringList lines = wrapped(choice, width, pixels, QFont::Normal, atMost);
        if (isWhole(lines, choice))
            return lines;
    }
    return {};
}

/// A title that three lines cannot hold is set smaller before it is cut.
QStringList titleLines(DrawnChart& chart, const QString& title)
{
    const auto lines = [&chart, &title](double pixels, int atMost) {
        return wrapped(title, widthOf(chart), pixels, QFont::Bold, atMost);
    };
    for (const int atMost : {3, 4}) {
        const int steps = static_cast<int>(chart.titlePixels - leastTitle);
        for (int step = 0; step <= steps; ++step) {
            const double pixels = chart.titlePixels - step;
            QStringList set = lines(pixels, atMost);
            if (isWhole(set, title)) {
                chart.titlePixels = pixels;
                return set;
            }
        }
    }
    return lines(chart.titlePixels, 3);
}

/// Whole in so few lines, be it with less in it.
QStringList scopeLines(const DrawnChart& chart, const QStringList& scope, int atMost)
{
    const QStringList choices = QStringList{scope.join(QStringLiteral(" · "))} + scope;
    return firstWhole(choices, widthOf(chart), type::body * chart.unit, atMost);
}

/// The name of a text may be longer than any line: cut rather than left out.
QStringList sourceLines(const DrawnChart& chart, const QStringList& sources)
{
    const double pixels = type::small * chart.unit;
    const QStringList whole = firstWhole(sources, widthOf(chart), pixels, 2);
    return whole.isEmpty() && !sources.isEmpty()
               ? wrapped(sources.constLast(), widthOf(chart), pixels, QFont::Normal, 2)
               : whole;
}

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

double setHead(DrawnChart& chart, const Setting& setting)
{
    const double u = chart.unit;
    double y = chart.margin * 0.7;
    y = setLines(chart, setting.title, y, chart.titlePixels, chart.titlePixels * 1.3,
                 chart.palette.ink, QFont::Bold);
    y = setLines(chart, setting.scope, y + 2 * u, type::body * u, scopeLeading * u,
                 chart.palette.muted, QFont::Normal);
    return y + setting.air * u;
}

/// Sets lines that end at `bottom`; returns the y above them.
double setFoot(DrawnChart& chart, const QStringList& lines, double bottom)
{
    if (lines.isEmpty())
        return bottom;
    const double u = chart.unit;
    const double leading = footLeading * u;
    const double top = bottom - leading * static_cast<double>(lines.size());
    setLines(chart, lines, top, type::small * u, leading, chart.palette.muted, QFont::Normal);
    return top - 2 * u;
}

/// Where each entry's key starts: rows from left to right, counted from 0.
struct LegendPlace
{
    double x = 0;
    int row = 0;
    QStringList lines;
};

std::vector<LegendPlace> legendPlaces(const DrawnChart& chart,
                                      const std::vector<LegendEntry>& legend)
{
    const double u = chart.unit;
    const double right = chart.size.width() - chart.margin;
    const double room = widthOf(chart) - keyWidth * u;
    std::vector<LegendPlace> places;
    LegendPlace next{chart.margin, 0, {}};
    for (const LegendEntry& entry : legend) {
        next.lines = wrapped(entry.text, room, type::small * u, QFont::Normal, 3);
        const bool isBroken = next.lines.size() > 1;
        const double width = keyWidth * u + textWidth(entry.text, type::small * u);
        if (next.x + width > right && next.x > chart.margin) {
            next.x = chart.margin;
            next.row += 1;
        }
        places.push_back(next);
        next.x += width + legendGap * u;
        // A further entry starts below all lines of a broken one.
        next.row += isBroken ? static_cast<int>(next.lines.size()) - 1 : 0;
    }
    return places;
}

double legendHeight(const DrawnChart& chart, const std::vector<LegendEntry>& legend)
{
    if (legend.empty())
        return 0;
    const LegendPlace last = legendPlaces(chart, legend).back();
    const double rows = last.row + static_cast<double>(last.lines.size());
    return (legendLeading * rows + 6) * chart.unit;
}

double setLegend(DrawnChart& chart, const std::vector<LegendEntry>& legend, double bottom)
{
    const double u = chart.unit;
    const double leading = legendLeading * u;
    const std::vector<LegendPlace> places = legendPlaces(chart, legend);
    const double top = bottom - legendHeight(chart, legend) + (legend.empty() ? 0 : 6 * u);
    for (std::size_t i = 0; i < legend.size(); ++i) {
        const LegendEntry& entry = legend.at(i);
        QPointF at(places.at(i).x, top + leading * (places.at(i).row + 0.5));
        for (ChartShape key : entry.key) {
            key.path.translate(at + QPointF(12 * u, 0));
            chart.over.push_back(std::move(key));
        }
        for (const QString& line : places.at(i).lines) {
            chart.texts.push_back(placedText(line, at + QPointF(keyWidth * u, 0),
                                             Qt::AlignLeft | Qt::AlignVCenter, type::small * u,
                                             chart.palette.ink));
            at.ry() += leading;
        }
    }
    return bottom - legendHeight(chart, legend);
}

QRectF plotWithin(DrawnChart& chart, const Furnishing& furnishing, const Setting& setting,
                  bool withFurniture)
{
    double top = chart.margin * 0.6;
    double bottom = chart.size.height() - chart.margin * 0.6;
    if (withFurniture) {
        top = setHead(chart, setting);
        bottom = setFoot(chart, setting.source, bottom);
        bottom = setFoot(chart, setting.notes, bottom);
    }
    if (setting.hasLegend)
        bottom = setLegend(chart, furnishing.legend, bottom);
    return {chart.margin, top, widthOf(chart), bottom - top - 8 * chart.unit};
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
    const double small = type::small * chart.unit;
    chart.title = furnishing.title;
    chart.source = furnishing.sources.value(0);
    Setting setting;
    setting.title = titleLines(chart, furnishing.title);
    setting.scope = scopeLines(chart, furnishing.scope, 2);
    setting.notes = noteLines(furnishing.notes, widthOf(chart), small, 2);
    setting.source = sourceLines(chart, furnishing.sources);
    // What gives way to the plot, the least important first.
    const std::vector<std::function<void()>> concessions{
        [&] { setting.notes = countLines(furnishing.notes, widthOf(chart), small); },
        [&] { setting.air = 8; },
        [&] {
            const QStringList one = firstWhole(furnishing.sources, widthOf(chart), small, 1);
            setting.source = one.isEmpty() ? setting.source : one;
        },
        [&] { setting.scope = scopeLines(chart, furnishing.scope, 1); },
        [&] { setting.scope.clear(); },
        [&] { setting.source.clear(); },
        [&] { setting.hasLegend = false; },
    };
    const std::size_t before = chart.texts.size();
    const std::size_t shapesBefore = chart.over.size();
    for (std::size_t i = 0;; ++i) {
        const QRectF plot = plotWithin(chart, furnishing, setting, withFurniture);
        if (plot.height() >= furnishing.leastPlot || i == concessions.size())
            return plot;
        chart.texts.resize(before);
        chart.over.resize(shapesBefore);
        concessions.at(i)();
    }
}

void drawAbsence(DrawnChart& chart, const QRectF& area, const QString& missing, const QString& help)
{
    const double u = chart.unit;
    const double width = std::min(area.width(), 560 * u);
    const QStringList first = wrapped(missing, width, 17 * u, QFont::DemiBold, 4);
    QStringList second = wrapped(help, width, type::body * u, QFont::Normal, 8);
    const auto heightOf = [u, &first](const QStringList& further) {
        return 24 * u * static_cast<double>(first.size()) +
               (4 + 19 * static_cast<double>(further.size())) * u;
    };
    if (heightOf(second) > area.height())
        second.clear();
    const double height = heightOf(second);
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
