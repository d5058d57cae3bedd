// A painting as a list of shapes, for files that are no raster: what QPainter is asked to draw is
// kept in page coordinates, text as outlines. SVG and PDF are written from it, so that they hold
// what the screen and the PNG show.
#pragma once

#include <QColor>
#include <QPainter>
#include <QPainterPath>
#include <QSizeF>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace gyre {

struct VectorStroke
{
    /// Invalid: not stroked.
    QColor colour;
    double width = 1;
    /// Lengths of strokes and gaps by turns; empty: solid.
    std::vector<double> dashes;
    Qt::PenCapStyle cap = Qt::FlatCap;
    Qt::PenJoinStyle join = Qt::MiterJoin;
    double miterLimit = 2;

    bool operator==(const VectorStroke&) const = default;
};

struct VectorShape
{
    QPainterPath path;
    /// The same as `path` where it is an ellipse.
    std::optional<QRectF> ellipse;
    /// Invalid: not filled. Opacity is in the colours' alpha.
    QColor fill;
    VectorStroke stroke;
    /// Painted within this alone; empty: everywhere.
    QPainterPath clip;
    /// Index in VectorPage::things; -1: none.
    int thing = -1;
};

/// What a few shapes stand for together, such as a deal.
struct VectorThing
{
    QString kind;
    QString id;
    QString words;

    bool operator==(const VectorThing&) const = default;
};

struct VectorPage
{
    QSizeF size;
    std::vector<VectorShape> shapes;
    std::vector<VectorThing> things;
};

/// Neighbouring pieces of one fill that lie apart are one shape. O(shapes).
VectorPage recorded(QSizeF size, const std::function<void(QPainter&)>& paint);

class Recorder;

/// While it lives, what is painted belongs to a thing, in files that keep things apart; on other
/// devices it does nothing.
class PaintedThing
{
public:
    PaintedThing(QPainter& painter, const char* kind, const QString& id, const QString& words);
    ~PaintedThing();

    PaintedThing(const PaintedThing&) = delete;
    PaintedThing& operator=(const PaintedThing&) = delete;

private:
    Recorder* m_recorder = nullptr;
};

} // namespace gyre
