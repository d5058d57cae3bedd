#include "ui/picture/vectorpage.h"

#include <QPaintDevice>
#include <QPaintEngine>

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

QColor withOpacity(QColor colour, double opacity)
{
    colour.setAlphaF(static_cast<float>(colour.alphaF() * opacity));
    return colour;
}

/// A path that may go into the one before it: both filled alike, opaque, and apart from each other.
bool continues(const VectorShape& before, const VectorShape& next)
{
    const auto isPlainFill = [](const VectorShape& shape) {
        return shape.fill.isValid() && shape.fill.alpha() == 255 &&
               !shape.stroke.colour.isValid() && shape.clip.isEmpty() && !shape.ellipse;
    };
    return isPlainFill(before) && isPlainFill(next) && before.fill == next.fill &&
           before.thing == next.thing && before.path.fillRule() == next.path.fillRule() &&
           !before.path.controlPointRect().intersects(next.path.controlPointRect());
}

} // namespace

/// Draws nothing: keeps what it is asked for. Everything is asked for as it is, since the engine
/// claims every feature; what base classes can turn into paths or polygons they do.
class Recorder : public QPaintEngine
{
public:
    explicit Recorder(VectorPage& page)
        : QPaintEngine(AllFeatures)
        , m_page(page)
    {
    }

    bool begin(QPaintDevice*) override
    {
        setActive(true);
        return true;
    }

    bool end() override
    {
        setActive(false);
        return true;
    }

    [[nodiscard]] Type type() const override { return User; }

    void updateState(const QPaintEngineState&) override {}

    void drawPath(const QPainterPath& path) override { add(path, true); }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        QPainterPath path;
        path.moveTo(points[0]);
        for (int i = 1; i < count; ++i)
            path.lineTo(points[i]);
        if (mode != PolylineMode)
            path.closeSubpath();
        path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
        add(path, mode != PolylineMode);
    }

    void drawPolygon(const QPoint* points, int count, PolygonDrawMode mode) override
    {
        const std::vector<QPointF> exact(points, points + count);
        drawPolygon(exact.data(), count, mode);
    }

    void drawRects(const QRectF* rects, int count) override
    {
        for (int i = 0; i < count; ++i) {
            QPainterPath path;
            path.addRect(rects[i]);
            add(path, true);
        }
    }

    void drawRects(const QRect* rects, int count) override
    {
        for (int i = 0; i < count; ++i) {
            const QRectF exact(rects[i]);
            drawRects(&exact, 1);
        }
    }

    void drawEllipse(const QRectF& box) override
    {
        QPainterPath path;
        path.addEllipse(box);
        const QTransform map = painter()->combinedTransform();
        add(path, true,
            map.type() <= QTransform::TxScale ? std::optional(map.mapRect(box)) : std::nullopt);
    }

    void drawEllipse(const QRect& box) override { drawEllipse(QRectF(box)); }

    /// Nothing of ours is painted as an image.
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}

    [[nodiscard]] const VectorPage& page() const { return m_page; }

    void open(VectorThing thing)
    {
        m_thing = static_cast<int>(m_page.things.size());
        m_page.things.push_back(std::move(thing));
    }

    void close() { m_thing = -1; }

private:
    void add(const QPainterPath& path, bool isFilled, std::optional<QRectF> ellipse = {})
    {
        const QTransform map = painter()->combinedTransform();
        const QBrush brush = painter()->brush();
        VectorShape shape;
        shape.path = map.map(path);
        shape.path.setFillRule(path.fillRule());
        shape.ellipse = ellipse;
        if (isFilled && brush.style() == Qt::SolidPattern)
            shape.fill = withOpacity(brush.color(), painter()->opacity());
        if (shape.fill.isValid() && shape.fill.alpha() == 0)
            shape.fill = QColor();
        shape.stroke = strokeOf(painter()->pen(), std::sqrt(std::abs(map.determinant())));
        if (!shape.fill.isValid() && !shape.stroke.colour.isValid())
            return;
        shape.thing = m_thing;
        if (painter()->hasClipping())
            shape.clip = clipFor(shape, map);
        if (!m_page.shapes.empty() && continues(m_page.shapes.back(), shape))
            m_page.shapes.back().path.addPath(shape.path);
        else
            m_page.shapes.push_back(std::move(shape));
    }

    VectorStroke strokeOf(const QPen& pen, double scale) const
    {
        VectorStroke stroke;
        if (pen.style() == Qt::NoPen || pen.color().alpha() == 0)
            return stroke;
        stroke.colour = withOpacity(pen.color(), painter()->opacity());
        const double width = pen.widthF() > 0 ? pen.widthF() : 1;
        stroke.width = pen.isCosmetic() ? width : width * scale;
        for (const double part : pen.dashPattern())
            stroke.dashes.push_back(part * stroke.width);
        stroke.cap = pen.capStyle();
        stroke.join = pen.joinStyle();
        stroke.miterLimit = pen.miterLimit();
        return stroke;
    }

    /// Empty where the clip holds all of the shape.
    QPainterPath clipFor(const VectorShape& shape, const QTransform& map) const
    {
        const QPainterPath clip = map.map(painter()->clipPath());
        const double reach =
            shape.stroke.colour.isValid() ? shape.stroke.width * (1 + shape.stroke.miterLimit) : 0;
        const QRectF box = shape.path.controlPointRect().adjusted(-reach, -reach, reach, reach);
        const QRectF page(QPointF(0, 0), m_page.size);
        return clip.contains(box.intersected(page)) ? QPainterPath() : clip;
    }

    VectorPage& m_page;
    int m_thing = -1;
};

namespace {

class RecordingDevice : public QPaintDevice
{
public:
    explicit RecordingDevice(VectorPage& page)
        : m_engine(page)
    {
    }

    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        constexpr int dotsPerInch = 96;
        const QSizeF size = m_engine.page().size;
        const auto millimetres = [](double length) { return qRound(length / dotsPerInch * 25.4); };
        switch (metric) {
        case PdmWidth:
            return qCeil(size.width());
        case PdmHeight:
            return qCeil(size.height());
        case PdmWidthMM:
            return millimetres(size.width());
        case PdmHeightMM:
            return millimetres(size.height());
        case PdmNumColors:
            return std::numeric_limits<int>::max();
        case PdmDepth:
            return 32;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return dotsPerInch;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return 1;
        }
    }

private:
    mutable Recorder m_engine;
};

} // namespace

VectorPage recorded(QSizeF size, const std::function<void(QPainter&)>& paint)
{
    VectorPage page;
    page.size = size;
    RecordingDevice device(page);
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    painter.end();
    return page;
}

PaintedThing::PaintedThing(QPainter& painter, const char* kind, const QString& id,
                           const QString& words)
{
    m_recorder = dynamic_cast<Recorder*>(painter.paintEngine());
    if (m_recorder != nullptr)
        m_recorder->open({QString::fromLatin1(kind), id, words});
}

PaintedThing::~PaintedThing()
{
    if (m_recorder != nullptr)
        m_recorder->close();
}

} // namespace gyre
