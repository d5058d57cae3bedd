// The display list: what is drawn and where, in picture pixels at scale 1, in z-order. Screen, PNG,
// SVG, PDF, the geometry file and hit-testing all come from one Picture.
#pragma once

#include "graph/layout/arrange.h"
#include "graph/model/view.h"
#include "ui/picture/look.h"

#include <QPainterPath>
#include <QPolygonF>
#include <QRectF>

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

namespace gyre {

struct PictureText
{
    QString text;
    /// What the painted glyphs fill: from the capitals' top to the descenders' foot, more where a
    /// glyph reaches further.
    QRectF box;
    /// Outlines, relative to the box's top left corner: no device, platform or scale can set the
    /// text in another way than it was measured. In pieces of a few letters, because filling takes
    /// time with the square of a path's length.
    std::vector<QPainterPath> glyphs;
    /// From the box's top to the baseline.
    double ascent = 0;
    double pixels = 12;
    int weight = QFont::Normal;
    QColor colour;
    bool isShown = true;
    /// A rounded plate under the text, so that an arc can pass beneath.
    bool hasPlate = false;
    QColor plate;
    QColor plateEdge;
    /// A ground of the canvas colour under the glyphs, where lines may come near.
    bool hasHalo = false;
    bool isStruck = false;

    bool operator==(const PictureText&) const = default;
};

/// The plate under a text: what the layout keeps free for it.
constexpr double platePadX = 5;
constexpr double platePadY = 3;

inline QRectF plateBox(const QRectF& text)
{
    return text.adjusted(-platePadX, -platePadY, platePadX, platePadY);
}

struct Disc
{
    FirmId firm;
    /// Valid for the square of a collective payer: the deal it pays. `firm` is invalid then.
    DealId payerOf;
    QString id;
    QPointF centre;
    double radius = 0;
    QColor ring;
    QColor fill;
    double ringWidth = 2;
    /// The value is not known: the size says nothing.
    bool isHollow = false;
    bool isSquare = false;
    bool isPinned = false;
    /// The value is of the background facts, not of the briefing.
    bool isBackground = false;
    /// The value itself is rumoured, in talks or intended: the ring is dotted.
    bool isTalk = false;
    PictureText label;
    QString toolTip;
    /// As a screen reader says it: name, kind, value, number of deals.
    QString spoken;

    bool operator==(const Disc&) const = default;
};

enum class Dash : std::uint8_t
{
    Solid,
    Dashed,
    Dotted
};
enum class Head : std::uint8_t
{
    None,
    Open,
    Filled
};

struct Arc
{
    DealId deal;
    /// All deals of an arc that stands for several, `deal` the first of them; else empty.
    std::vector<DealId> merged;
    /// Text ids of `merged`.
    QStringList mergedIds;
    QString id;
    QString fromId;
    QString toId;
    FirmId from;
    FirmId to;
    QPolygonF path;
    double width = 1;
    QColor colour;
    /// Of the title's finding: its amount stands out and is written before all others.
    bool isOfTitle = false;
    Dash dash = Dash::Solid;
    Head head = Head::Filled;
    bool isStruck = false;
    /// A field was inferred: a small ring on the arc, here, says so.
    std::optional<QPointF> inferredMark;
    /// The point of the arc that a label set off it is tied to.
    std::optional<QPointF> leader;
    PictureText label;
    QString toolTip;
    /// As a screen reader says it: who to whom, amount, status.
    QString spoken;
    /// What it says on asking: type, date, what was inferred.
    QString spokenDetail;
    Amount amount;

    [[nodiscard]] std::span<const DealId> deals() const
    {
        return merged.empty() ? std::span(&deal, 1) : std::span(merged);
    }

    [[nodiscard]] bool standsFor(DealId wanted) const
    {
        const auto all = deals();
        return std::find(all.begin(), all.end(), wanted) != all.end();
    }

    bool operator==(const Arc&) const = default;
};

/// A piece of furniture: title, scope, legend, sources … made of texts, lines and small shapes.
struct Furniture
{
    /// "title", "scope", "legend", "source", "not-drawn".
    QString what;
    QRectF box;
    std::vector<PictureText> texts;
    std::vector<Arc> keysOfArcs;
    std::vector<Disc> keysOfDiscs;

    bool operator==(const Furniture&) const = default;
};

struct NotDrawn
{
    QString what;
    int count = 0;
    QString why;

    bool operator==(const NotDrawn&) const = default;
};

struct Picture
{
    QSizeF size;
    QColor background;
    bool isTransparent = false;
    /// Painted in this order: arcs, their labels, discs, names, furniture.
    std::vector<Arc> arcs;
    std::vector<Disc> discs;
    std::vector<Furniture> furniture;
    std::vector<NotDrawn> notDrawn;
    Palette palette;
    QString title;
    /// Whole, also where the foot has no room for it.
    QString source;
    /// The picture in words, for screen readers and the file's alternative text.
    QString description;
    /// From nominal places to picture pixels (Arrangement::scaleX …).
    double scaleX = 1;
    double scaleY = 1;
    QPointF shift;

    bool operator==(const Picture&) const = default;
};

} // namespace gyre
