// The furniture of a chart, as on the network's picture: title top left with a scope line under it,
// legend, what is not drawn, and the sources at the foot.
#pragma once

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
    QString scope;
    std::vector<LegendEntry> legend;
    /// What is not drawn and why; each a short sentence.
    QStringList notes;
    QString source;
};

/// Sets title and furniture into the chart; returns what is left for the plot.
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
