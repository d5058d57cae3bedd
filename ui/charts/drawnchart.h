// A chart ready to be painted at any scale: the Qt Charts items with their series, and what we draw
// around them: grid, whiskers, labels and furniture, in picture pixels.
#pragma once

#include "ui/charts/charts.h"

#include <QBrush>
#include <QColor>
#include <QPen>

#include <memory>
#include <vector>

class QChart;
class QGraphicsScene;

namespace gyre {

/// One line of text, placed.
struct ChartText
{
    QString text;
    /// Left end of the base line.
    QPointF at;
    double pixels = 12;
    int weight = QFont::Normal;
    QColor colour;
    /// What the glyphs fill: capitals above the base line, descenders below.
    QRectF box;
};

struct ChartShape
{
    QPainterPath path;
    QPen pen{Qt::NoPen};
    QBrush brush;
};

/// Part of the grid: interrupted where text stands, so that nothing runs through a label.
struct GridLine
{
    QLineF line;
    QColor colour;
    double width = 1;
};

struct DrawnChart
{
    QSizeF size;
    /// Invalid where the chart is transparent.
    QColor background;
    Palette palette;
    /// Type sizes and distances are multiples of it: 1 at 1600 × 1000.
    double unit = 1;
    /// In pixels, as on the network's picture of the same size.
    double titlePixels = 22;
    double margin = 24;
    QString title;
    /// Whole, also where the foot has no room for it.
    QString source;
    /// Painted in this order: grid, under, the scene with the QCharts, over, texts.
    std::vector<GridLine> grid;
    std::vector<ChartShape> under;
    std::unique_ptr<QGraphicsScene> scene;
    std::vector<ChartShape> over;
    std::vector<ChartText> texts;
    std::vector<ChartMark> marks;

    DrawnChart();
    DrawnChart(DrawnChart&&) noexcept;
    DrawnChart& operator=(DrawnChart&&) noexcept;
    DrawnChart(const DrawnChart&) = delete;
    DrawnChart& operator=(const DrawnChart&) = delete;
    ~DrawnChart();
};

/// The chart of a scene, whole. Needs a QApplication.
DrawnChart drawn(const ChartScene& scene);
void paint(const DrawnChart& chart, QPainter& painter);
/// Index of the topmost mark at a point.
std::optional<std::size_t> markAt(const DrawnChart& chart, QPointF at);

/// Type sizes of a chart, before `unit`.
namespace type {
constexpr double body = 13.5;
constexpr double small = 12;
} // namespace type

double textWidth(const QString& text, double pixels, int weight = QFont::Normal);
/// `at` is the point of the text that `alignment` names: left, centre or right end; the base line,
/// or with AlignVCenter the middle of a capital's height, or with AlignTop its top.
ChartText placedText(const QString& text, QPointF at, Qt::Alignment alignment, double pixels,
                     const QColor& colour, int weight = QFont::Normal);
/// Broken at blanks into lines no wider than `width`; a word that alone is wider is cut with "…",
/// and so is what is beyond `atMost` lines.
QStringList wrapped(const QString& text, double width, double pixels, int weight, int atMost);
QString elided(const QString& text, double width, double pixels, int weight = QFont::Normal);

/// A bare QChart at `plot` in the chart's scene: no margins, no legend, no background, no theme.
QChart* addPlot(DrawnChart& chart, const QRectF& plot);

/// Parallel strokes within `area` but not within `hole`, as a vector shape: a pattern brush would
/// not scale.
ChartShape hatching(const QRectF& area, double step, const QColor& colour, double width,
                    const QRectF& hole = {});

/// Black or white, whichever is easier to read on `ground`.
QColor readableOn(const QColor& ground);
QColor mixed(const QColor& a, const QColor& b, double shareOfB);

} // namespace gyre
