// The furniture of a chart, as on the network's picture: title top left with a scope line under it,
// legend, what is not drawn, and the sources at the foot. The title and the counts of what is not
// drawn always stand; where the plot has no room, the rest gives way to it.
#pragma once

#include "ui/charts/chartnotes.h"
#include "ui/charts/drawnchart.h"

#include <QStringList>

namespace gyre {

struct LegendEntry
{
    QString text;
    /// Drawn around (0, 0), at most 12 units to each side.
    std::vector<ChartShape> key;
};

struct Furnishing
{
    QString title;
    /// Joined by dots; where they have no room together, one of them.
    QStringList scope;
    std::vector<LegendEntry> legend;
    ChartNotes notes;
    /// Fullest first: the first that fits is set.
    QStringList sources;
    /// The height below which the plot shows nothing: furniture gives way to it.
    double leastPlot = 0;
};

/// Sets title and furniture into the chart; returns what is left for the plot. Where that would be
/// lower than the least, these give way in turn: details of the notes, air, further lines of the
/// source and the scope, the scope, the source, the legend.
QRectF furnish(DrawnChart& chart, const Furnishing& furnishing, bool withFurniture);

/// In the middle of `area`: what is missing (first) and what would help.
void drawAbsence(DrawnChart& chart, const QRectF& area, const QString& missing,
                 const QString& help);

/// Key shapes for legends and marks of the same look.
ChartShape lineShape(QPointF from, QPointF to, const QColor& colour, double width,
                     Qt::PenStyle style = Qt::SolidLine);
ChartShape circleShape(QPointF centre, double radius, const QColor& edge, const QColor& fill,
                       double width);
ChartShape diamondShape(QPointF centre, double radius, const QColor& edge, const QColor& fill,
                        double width);
ChartShape boxShape(const QRectF& box, const QColor& edge, const QColor& fill, double width,
                    Qt::PenStyle style = Qt::SolidLine);

} // namespace gyre
