#include "ui/picture/picturefile.h"

#include "graph/basics/diagnostic.h"
#include "ui/picture/painter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace gyre {

namespace {

/// Hundredths of a pixel: far finer than anything that is drawn, and the same text everywhere.
double rounded(double value)
{
    return std::round(value * 100) / 100;
}

void putBox(QJsonObject& object, const QRectF& box)
{
    object[QStringLiteral("x")] = rounded(box.x());
    object[QStringLiteral("y")] = rounded(box.y());
    object[QStringLiteral("w")] = rounded(box.width());
    object[QStringLiteral("h")] = rounded(box.height());
}

QJsonObject labelObject(const PictureText& label)
{
    QJsonObject object;
    object[QStringLiteral("text")] = label.text;
    object[QStringLiteral("shown")] = label.isShown && !label.text.isEmpty();
    putBox(object, label.box);
    return object;
}

QJsonObject nodeObject(const Disc& disc)
{
    QJsonObject object;
    object[QStringLiteral("id")] = disc.id;
    object[QStringLiteral("x")] = rounded(disc.centre.x());
    object[QStringLiteral("y")] = rounded(disc.centre.y());
    object[QStringLiteral("r")] = rounded(disc.radius);
    object[QStringLiteral("label")] = labelObject(disc.label);
    return object;
}

QJsonValue numberOrNull(const std::optional<std::int64_t>& units)
{
    return units ? QJsonValue(static_cast<qint64>(*units)) : QJsonValue(QJsonValue::Null);
}

QJsonObject edgeObject(const Arc& arc)
{
    QJsonArray path;
    for (const QPointF& point : arc.path)
        path.append(QJsonArray{rounded(point.x()), rounded(point.y())});
    QJsonObject object;
    object[QStringLiteral("deal")] = arc.id;
    if (!arc.mergedIds.isEmpty())
        object[QStringLiteral("deals")] = QJsonArray::fromStringList(arc.mergedIds);
    object[QStringLiteral("from")] = arc.fromId;
    object[QStringLiteral("to")] = arc.toId;
    object[QStringLiteral("amount_low")] = numberOrNull(arc.amount.low);
    object[QStringLiteral("amount_high")] = numberOrNull(arc.amount.high);
    object[QStringLiteral("path")] = path;
    object[QStringLiteral("width")] = rounded(arc.width);
    object[QStringLiteral("label")] = labelObject(arc.label);
    return object;
}

QJsonObject furnitureObject(const Furniture& furniture)
{
    QJsonObject object;
    object[QStringLiteral("what")] = furniture.what;
    putBox(object, furniture.box);
    return object;
}

QJsonObject notDrawnObject(const NotDrawn& entry)
{
    QJsonObject object;
    object[QStringLiteral("what")] = entry.what;
    object[QStringLiteral("count")] = entry.count;
    object[QStringLiteral("why")] = entry.why;
    return object;
}

template<typename Items, typename Function>
QJsonArray arrayOf(const Items& items, Function&& function)
{
    QJsonArray array;
    for (const auto& item : items)
        array.append(function(item));
    return array;
}

} // namespace

QImage image(QSizeF size, double scale, const QColor& background,
             const std::function<void(QPainter&)>& paint)
{
    const auto pixels = [scale](double length) { return std::max(1, qRound(length * scale)); };
    const bool isOpaque = background.isValid() && background.alpha() == 255;
    QImage image(pixels(size.width()), pixels(size.height()),
                 isOpaque ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        throw Error(QStringLiteral("picture.too-large"), {QString::number(pixels(size.width())),
                                                          QString::number(pixels(size.height()))});
    image.fill(background.isValid() ? background : QColor(Qt::transparent));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    paint(painter);
    return image;
}

QImage image(const Picture& picture, double scale)
{
    const QColor background = picture.isTransparent ? QColor(Qt::transparent) : picture.background;
    return image(picture.size, scale, background,
                 [&picture](QPainter& painter) { paint(picture, painter); });
}

QByteArray geometryJson(const Picture& picture)
{
    QJsonObject root;
    root[QStringLiteral("width")] = rounded(picture.size.width());
    root[QStringLiteral("height")] = rounded(picture.size.height());
    root[QStringLiteral("title")] = picture.title;
    root[QStringLiteral("nodes")] = arrayOf(picture.discs, nodeObject);
    root[QStringLiteral("edges")] = arrayOf(picture.arcs, edgeObject);
    root[QStringLiteral("not_drawn")] = arrayOf(picture.notDrawn, notDrawnObject);
    root[QStringLiteral("furniture")] = arrayOf(picture.furniture, furnitureObject);
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

} // namespace gyre
