#include "ui/charts/chartparts.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

/// Before `unit`: smaller type is hard to read.
constexpr double leastTwoLines = 10;

/// Where the share between two per cents lies.
QRectF segment(const QRectF& bar, double from, double to)
{
    const double per = bar.width() / 100;
    return {bar.left() + from * per, bar.top(), (to - from) * per, bar.height()};
}

void addStack(ChartPass& pass, const OwnerBar& bar, const std::vector<QColor>& colours)
{
    QChart* plot = addPlot(pass.chart, bar.area);
    auto* series = new QHorizontalStackedBarSeries(plot);
    series->setBarWidth(1);
    for (std::size_t i = 0; i < bar.owners->holdings.size(); ++i) {
        const Holding& holding = bar.owners->holdings.at(i);
        for (const bool isCertain : {true, false}) {
            auto* set = new QBarSet(holding.holder, series);
            *set << (isCertain ? holding.certain() : holding.extent.high - holding.certain());
            set->setBrush(isCertain ? colours.at(i) : QColor(Qt::transparent));
            set->setPen(Qt::NoPen);
            series->append(set);
        }
    }
    plot->addSeries(series);
    auto* rows = new QBarCategoryAxis(plot);
    rows->append(bar.owners->name);
    rows->setVisible(false);
    auto* percent = new QValueAxis(plot);
    percent->setRange(0, 100);
    percent->setVisible(false);
    plot->addAxis(rows, Qt::AlignLeft);
    plot->addAxis(percent, Qt::AlignBottom);
    series->attachAxis(rows);
    series->attachAxis(percent);
}

void addMark(ChartPass& pass, const FirmOwners& owners, const Holding& holding, const QRectF& area)
{
    QPainterPath outline;
    outline.addRect(area);
    ChartHit hit;
    hit.stake = holding.id;
    hit.firm = owners.firm;
    hit.isBackground = holding.isBackground;
    hit.readOut = readOut(pass.scene, holding, owners.name);
    pass.chart.marks.push_back({outline, area.center(), hit});
}

QString nameAndShare(const Holding& holding)
{
    return holding.holder + QLatin1Char(' ') + holding.written;
}

/// How a segment is labelled: sizes of its name and share.
struct SegmentLabel
{
    double pixels = 0;
    double nameWidth = 0;
    double shareWidth = 0;
    bool isTall = false;
    double room = 0;

    [[nodiscard]] bool fitsName(double u) const
    {
        return (isTall ? std::max(nameWidth, shareWidth) : nameWidth + 7 * u + shareWidth) <= room;
    }
};

/// Larger in a bar that is a picture by itself, smaller in one of many.
double typeIn(const ChartPass& pass, const QRectF& area)
{
    const double u = pass.chart.unit;
    const double wanted = type::body * u * (area.height() > 150 * u ? 1.3 : 1.0);
    return std::min(wanted, area.height() * 0.62);
}

SegmentLabel labelOf(const ChartPass& pass, const QRectF& area, const Holding& holding)
{
    const double u = pass.chart.unit;
    SegmentLabel label;
    label.pixels = typeIn(pass, area);
    label.nameWidth = textWidth(holding.holder, label.pixels);
    label.shareWidth = textWidth(holding.written, label.pixels, QFont::DemiBold);
    label.isTall = area.height() > 46 * u;
    label.room = area.width() - 12 * u;
    return label;
}

/// Name and share in smaller type on two lines, for a segment too narrow for one; empty where it is
/// too narrow for that as well.
std::vector<ChartText> twoLines(const ChartPass& pass, const QRectF& area, const Holding& holding)
{
    const double u = pass.chart.unit;
    const double pixels = std::min(type::small * u, area.height() / 2.5);
    const double room = area.width() - 12 * u;
    QStringList lines = wrapped(holding.holder, room, pixels, QFont::Normal, 2);
    if (lines.isEmpty())
        return {};
    const bool isWhole = lines.join(QLatin1Char(' ')) == holding.holder.simplified();
    // The share is not broken from its hedge.
    const QString both = lines.constLast() + QLatin1Char(' ') + holding.written;
    if (textWidth(both, pixels) <= room)
        lines.last() = both;
    else
        lines << holding.written;
    if (pixels < leastTwoLines * u || !isWhole || lines.size() > 2 ||
        textWidth(lines.constLast(), pixels) > room)
        return {};
    std::vector<ChartText> texts;
    double y = area.center().y() - pixels * 0.6 * static_cast<double>(lines.size() - 1);
    for (const QString& line : lines) {
        texts.push_back(placedText(line, {area.left() + 7 * u, y}, Qt::AlignLeft | Qt::AlignVCenter,
                                   pixels, pass.chart.palette.ink));
        y += pixels * 1.2;
    }
    return texts;
}

void setLabel(ChartPass& pass, const QRectF& area, const Holding& holding, const QColor& ground)
{
    const double u = pass.chart.unit;
    const SegmentLabel label = labelOf(pass, area, holding);
    const QColor ink = readableOn(ground);
    if (!label.fitsName(u)) {
        std::vector<ChartText> lines = twoLines(pass, area, holding);
        for (ChartText& line : lines) {
            line.colour = ink;
            pass.chart.texts.push_back(line);
        }
        if (!lines.empty() || label.shareWidth > label.room)
            return;
    }
    const Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    QPointF at(area.left() + 7 * u, area.center().y());
    if (label.fitsName(u)) {
        if (label.isTall)
            at.ry() -= label.pixels * 0.74;
        pass.chart.texts.push_back(placedText(holding.holder, at, alignment, label.pixels, ink));
        at += label.isTall ? QPointF(0, label.pixels * 1.48) : QPointF(label.nameWidth + 7 * u, 0);
    }
    pass.chart.texts.push_back(
        placedText(holding.written, at, alignment, label.pixels, ink, QFont::DemiBold));
}

ChartText labelIn(const ChartPass& pass, const QRectF& area, const QString& text, QPointF at,
                  Qt::Alignment alignment)
{
    const double pixels = typeIn(pass, area);
    return placedText(text, at, alignment | Qt::AlignVCenter, pixels, pass.chart.palette.ink);
}

QRectF restArea(const OwnerBar& bar)
{
    return segment(bar.area, std::min(100.0, bar.owners->sum()), 100);
}

/// The names that have no room in their segments, set at the left of the rest; nothing where they
/// have none there either.
std::optional<ChartText> namesBeside(const ChartPass& pass, const OwnerBar& bar,
                                     const QStringList& nameless)
{
    const double u = pass.chart.unit;
    const QRectF area = restArea(bar);
    const ChartText names = labelIn(pass, bar.area, nameless.join(QStringLiteral(", ")),
                                    {area.left() + 7 * u, area.center().y()}, Qt::AlignLeft);
    if (nameless.isEmpty() || names.box.width() + 14 * u > area.width())
        return std::nullopt;
    return names;
}

/// The hatched rest with how much is not disclosed in its middle; it starts right of `names`.
void drawRest(ChartPass& pass, const OwnerBar& bar, const std::optional<ChartText>& names)
{
    DrawnChart& chart = pass.chart;
    const double u = chart.unit;
    const QString rest = bar.owners->writtenRest();
    if (rest.isEmpty())
        return;
    const QRectF area = restArea(bar);
    const double left = names ? names->box.right() + 6 * u : area.left();
    const QRectF free(left, area.top(), area.right() - left, area.height());
    QRectF hole;
    for (const QString& text : {Charts::tr("not disclosed %1").arg(rest), rest}) {
        const ChartText label = labelIn(pass, bar.area, text, free.center(), Qt::AlignHCenter);
        if (label.box.width() + 20 * u > free.width())
            continue;
        hole = label.box.adjusted(-6 * u, -4 * u, 6 * u, 3 * u);
        chart.texts.push_back(label);
        break;
    }
    chart.over.push_back(hatching(
        free, 7 * u, mixed(chart.palette.muted, chart.palette.canvas, 0.55), 1.1 * u, hole));
    chart.over.push_back(boxShape(area.adjusted(0.5 * u, 0.5 * u, -0.5 * u, -0.5 * u),
                                  mixed(chart.palette.muted, chart.palette.canvas, 0.4), {}, u));
}

bool isMostlyOpen(const Holding& holding)
{
    return holding.certain() * 2 < holding.extent.high;
}

/// The outline of a share that is talk, or dashed of a part that is a ceiling alone. Thinner where
/// the part is narrow, so that it never fills.
void drawOpenPart(ChartPass& pass, const QRectF& area, const Holding& holding, const QColor& colour)
{
    const double share = holding.certain() / holding.extent.high;
    if (share >= 1)
        return;
    const QRectF open = area.adjusted(area.width() * share, 0, 0, 0);
    const double pen = std::min({1.5 * pass.chart.unit, open.width() / 4, open.height() / 4});
    const bool isDashed = !isTalk(holding.stake.status);
    pass.chart.over.push_back(boxShape(open.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), colour,
                                       {}, pen, isDashed ? Qt::DashLine : Qt::SolidLine));
}

/// Shares that cannot be parts of one whole: each measured from zero, one above the other.
void drawApart(ChartPass& pass, const OwnerBar& bar)
{
    const double u = pass.chart.unit;
    const FirmOwners& owners = *bar.owners;
    const double lane = bar.area.height() / static_cast<double>(owners.holdings.size());
    const double pixels = std::min(type::body * u, lane * 0.64);
    const bool hasLabels = pixels >= 9 * u;
    for (std::size_t i = 0; i < owners.holdings.size(); ++i) {
        const Holding& holding = owners.holdings.at(i);
        const double top = bar.area.top() + static_cast<double>(i) * lane;
        const double inset = std::min(2 * u, lane * 0.12);
        const QRectF part = segment(bar.area, 0, std::min(100.0, holding.extent.high));
        const QRectF thin(part.left(), top + inset, part.width(), lane - 2 * inset);
        const QColor colour = holderColour(pass, owners, i);
        const QRectF certain(thin.left(), thin.top(),
                             thin.width() * holding.certain() / holding.extent.high, thin.height());
        pass.chart.over.push_back(boxShape(certain, colour, colour, 0));
        drawOpenPart(pass, thin, holding, colour);
        addMark(pass, owners, holding, thin);
        if (!hasLabels)
            continue;
        const QString text = nameAndShare(holding);
        const bool isInside = textWidth(text, pixels) + 14 * u < thin.width();
        const double x = isInside ? thin.left() + 7 * u : thin.right() + 7 * u;
        if (!isInside && x + textWidth(text, pixels) > bar.area.right()) {
            pass.hiddenNames += 1;
            continue;
        }
        pass.chart.texts.push_back(placedText(
            text, {x, thin.center().y()}, Qt::AlignLeft | Qt::AlignVCenter, pixels,
            isInside && !isMostlyOpen(holding) ? readableOn(colour) : pass.chart.palette.ink));
    }
    if (!hasLabels) {
        pass.hiddenNames += static_cast<int>(owners.holdings.size());
        const ChartText text =
            labelIn(pass, bar.area,
                    Charts::tr("%1 shares that add up to %2: not stacked")
                        .arg(QString::number(owners.holdings.size()), writtenPercent(owners.sum())),
                    {bar.area.right() - 7 * u, bar.area.center().y()}, Qt::AlignRight);
        // The foot says so as well, where no bar leaves room.
        const auto first = pass.chart.marks.end() - std::ssize(owners.holdings);
        const bool isFree = std::none_of(first, pass.chart.marks.end(), [&text](const auto& mark) {
            return mark.outline.intersects(text.box);
        });
        if (isFree && text.box.left() > bar.area.left())
            pass.chart.texts.push_back(text);
    }
}

std::vector<QRectF> segmentsOf(const OwnerBar& bar)
{
    std::vector<QRectF> areas;
    double from = 0;
    for (const Holding& holding : bar.owners->holdings) {
        areas.push_back(segment(bar.area, from, from + holding.extent.high));
        from += holding.extent.high;
    }
    return areas;
}

/// The gap to its left neighbour, and what is open.
void drawEdges(ChartPass& pass, const QRectF& area, const Holding& holding, const QColor& colour,
               bool isFirst)
{
    drawOpenPart(pass, area, holding, colour);
    if (!isFirst)
        pass.chart.over.push_back(lineShape(area.topLeft(), area.bottomLeft(),
                                            pass.chart.palette.canvas, 1.5 * pass.chart.unit));
}

int namesWithoutRoom(const ChartPass& pass, const FirmOwners& owners,
                     const std::vector<QRectF>& areas)
{
    int count = 0;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const Holding& holding = owners.holdings.at(i);
        const bool fits = labelOf(pass, areas.at(i), holding).fitsName(pass.chart.unit) ||
                          !twoLines(pass, areas.at(i), holding).empty();
        count += fits ? 0 : 1;
    }
    return count;
}

void drawStacked(ChartPass& pass, const OwnerBar& bar)
{
    const FirmOwners& owners = *bar.owners;
    const double u = pass.chart.unit;
    const std::vector<QRectF> areas = segmentsOf(bar);
    std::vector<QColor> colours;
    QStringList nameless;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        colours.push_back(holderColour(pass, owners, i));
        if (!labelOf(pass, areas.at(i), owners.holdings.at(i)).fitsName(u))
            nameless << nameAndShare(owners.holdings.at(i));
    }
    const std::optional<ChartText> names = namesBeside(pass, bar, nameless);
    if (!names)
        pass.hiddenNames += namesWithoutRoom(pass, owners, areas);
    addStack(pass, bar, colours);
    drawRest(pass, bar, names);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const Holding& holding = owners.holdings.at(i);
        drawEdges(pass, areas.at(i), holding, colours.at(i), i == 0);
        const bool isOpen = isMostlyOpen(holding);
        if (!names || labelOf(pass, areas.at(i), holding).fitsName(u))
            setLabel(pass, areas.at(i), holding,
                     isOpen ? pass.chart.palette.canvas : colours.at(i));
        addMark(pass, owners, holding, areas.at(i));
    }
    if (names)
        pass.chart.texts.push_back(*names);
}

} // namespace

QColor holderColour(const ChartPass& pass, const FirmOwners& owners, std::size_t index)
{
    const Holding& holding = owners.holdings.at(index);
    const auto kind = static_cast<std::size_t>(holding.kind);
    int earlierOfKind = 0;
    for (std::size_t i = 0; i < index; ++i)
        earlierOfKind += owners.holdings.at(i).kind == holding.kind ? 1 : 0;
    const QColor full = pass.chart.palette.kindRing.at(kind);
    const double background = owners.isBackground ? 0.45 : 0;
    const double paler = std::min(0.7, background + 0.24 * earlierOfKind);
    return mixed(full, pass.chart.palette.canvas, paler);
}

void drawOwnerBar(ChartPass& pass, const OwnerBar& bar)
{
    if (bar.owners->isOverfull())
        drawApart(pass, bar);
    else
        drawStacked(pass, bar);
}

} // namespace gyre
