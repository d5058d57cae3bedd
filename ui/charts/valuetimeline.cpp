#include "ui/charts/chartparts.h"
#include "ui/charts/timelinelabels.h"
#include "ui/charts/timelinescales.h"

#include <QChart>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

/// Headroom, a few ticks and the axis of time.
constexpr double leastTimeline = 130;

class Timeline
{
public:
    Timeline(ChartPass& pass, const ValuesOfFirm& values)
        : m_pass(pass)
        , m_chart(pass.chart)
        , m_values(values)
        , m_course(courseOf(values))
        , m_u(pass.chart.unit)
    {
    }

    void draw()
    {
        const QRectF area = furnishAll();
        m_scales = timelineScales(m_chart, m_values, m_course, area);
        drawMoneyAxis(m_chart, m_scales, m_course.currency);
        drawTimeAxis(m_chart, m_scales);
        drawSeries();
        for (const ValueClaim* claim : m_course.dated)
            addMark(*claim, {m_scales.x(middleDay(*claim->valuation.date)),
                             m_scales.y(claim->extent.high)});
        drawStrip();
        drawLabels(area);
        noteOtherCurrencies();
    }

private:
    QRectF furnishAll();
    QString title() const;
    QStringList scope() const;
    std::vector<LegendEntry> legend() const;
    void drawSeries();
    void addLine(QChart& plot, const ClaimPoints& points, bool isBackground);
    void addPoints(QChart& plot, bool isTalkPoint, bool isBackground);
    void addMark(const ValueClaim& claim, QPointF at);
    void drawWhiskers(const ValueClaim& claim, QPointF at);
    void drawBoundArrow(const QColor& colour, QPointF at, double direction);
    void drawStrip();
    void drawLabels(const QRectF& area);
    void noteOtherCurrencies();
    [[nodiscard]] QColor colour(bool isBackground) const;
    /// The background is joined by a line only where the briefings have none of their own.
    [[nodiscard]] bool hasLine(bool isBackground) const;

    ChartPass& m_pass;
    DrawnChart& m_chart;
    const ValuesOfFirm& m_values;
    Course m_course;
    double m_u;
    TimelineScales m_scales;
    /// Kept free by labels: marks with their whiskers.
    std::vector<QRectF> m_taken;
};

QColor Timeline::colour(bool isBackground) const
{
    return isBackground ? mixed(m_chart.palette.valuation, m_chart.palette.canvas, 0.5)
                        : m_chart.palette.valuation;
}

bool Timeline::hasLine(bool isBackground) const
{
    return !isBackground || donePoints(m_course, false).empty();
}

/// The briefings' finding where they have one, be it a single value among background facts.
QString Timeline::title() const
{
    if (!m_pass.scene.look.title.isEmpty())
        return m_pass.scene.look.title;
    const ValueClaim* newest = nullptr;
    int dated = 0;
    for (const ValueClaim& claim : m_values.claims) {
        if (claim.isBackground)
            continue;
        dated += claim.valuation.date ? 1 : 0;
        if (!newest || claim.valuation.date || !newest->valuation.date)
            newest = &claim;
    }
    return newest && dated < 2 ? valueTitle(m_values.name, *newest)
                               : courseTitle(m_values.name, toldPoints(m_course));
}

QRectF Timeline::furnishAll()
{
    ClaimPoints drawnClaims;
    for (const ValueClaim& claim : m_values.claims)
        drawnClaims.push_back(&claim);
    Furnishing furnishing;
    furnishing.title = title();
    furnishing.scope = scope();
    furnishing.legend = legend();
    furnishing.notes = m_pass.allNotes();
    furnishing.sources = sourceChoices(m_pass.scene, evidenceOf(drawnClaims));
    furnishing.leastPlot = leastTimeline * m_u;
    return furnish(m_chart, furnishing, m_pass.scene.look.withFurniture);
}

QStringList Timeline::scope() const
{
    std::vector<std::optional<PartialDate>> dates;
    for (const ValueClaim& claim : m_values.claims)
        dates.push_back(claim.valuation.date);
    QStringList parts{
        m_course.currency.isKnown()
            ? Charts::tr("Reported value of the company, %1").arg(m_course.currency.code())
            : Charts::tr("Reported value of the company, currency not stated")};
    parts << asOfWords(m_pass.scene, dates);
    parts.removeAll(QString());
    return parts;
}

std::vector<LegendEntry> Timeline::legend() const
{
    const auto has = [this](auto&& test) {
        return std::any_of(m_values.claims.begin(), m_values.claims.end(), test);
    };
    const auto line = [this](const QColor& colour, double width, Qt::PenStyle style) {
        return lineShape({-12 * m_u, 0}, {12 * m_u, 0}, colour, width * m_u, style);
    };
    const QColor canvas = m_chart.palette.canvas;
    const QColor own = colour(false);
    const QColor pale = colour(true);
    const bool hasTalk =
        has([](const ValueClaim& claim) { return isTalk(claim.valuation.status); });
    const bool hasBackground = has([](const ValueClaim& claim) { return claim.isBackground; });
    std::vector<LegendEntry> entries;
    if (!hasTalk && !hasBackground)
        return entries;
    if (has([](const ValueClaim& claim) {
            return !claim.isBackground && !isTalk(claim.valuation.status);
        }))
        entries.push_back(
            {Charts::tr("announced or done"),
             {line(own, 2.4, Qt::SolidLine), circleShape({0, 0}, 5 * m_u, own, own, 0)}});
    if (hasTalk)
        entries.push_back(
            {Charts::tr("in talks or rumoured"),
             {line(own, 1.6, Qt::DashLine), circleShape({0, 0}, 4.5 * m_u, own, canvas, 2 * m_u)}});
    if (hasBackground)
        entries.push_back({Charts::tr("background facts, not in the briefing"),
                           {diamondShape({0, 0}, 5.5 * m_u, pale, pale, 0)}});
    return entries;
}

void Timeline::addLine(QChart& plot, const ClaimPoints& points, bool isBackground)
{
    if (points.size() < 2)
        return;
    const bool isTalkLine = isTalk(points.back()->valuation.status);
    auto* line = new QLineSeries(&plot);
    line->append(staircase(points).toList());
    QPen pen(colour(isBackground), (isTalkLine ? 1.6 : isBackground ? 1.6 : 2.4) * m_u);
    pen.setStyle(isTalkLine ? Qt::DashLine : Qt::SolidLine);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::MiterJoin);
    line->setPen(pen);
    plot.addSeries(line);
    for (QAbstractAxis* axis : plot.axes())
        line->attachAxis(axis);
}

void Timeline::addPoints(QChart& plot, bool isTalkPoint, bool isBackground)
{
    auto* points = new QScatterSeries(&plot);
    for (const ValueClaim* claim : m_course.dated) {
        if (claim->isBackground == isBackground && isTalk(claim->valuation.status) == isTalkPoint)
            points->append(middleDay(*claim->valuation.date), claim->extent.high);
    }
    points->setMarkerShape(isBackground ? QScatterSeries::MarkerShapeRotatedRectangle
                                        : QScatterSeries::MarkerShapeCircle);
    points->setMarkerSize((isBackground ? 11 : isTalkPoint ? 10 : 12) * m_u);
    points->setColor(isTalkPoint ? m_chart.palette.canvas : colour(isBackground));
    points->setPen(QPen(colour(isBackground), 2 * m_u));
    plot.addSeries(points);
    for (QAbstractAxis* axis : plot.axes())
        points->attachAxis(axis);
}

void Timeline::drawSeries()
{
    QChart* plot = addPlot(m_chart, m_scales.plot);
    auto* days = new QValueAxis(plot);
    days->setRange(m_scales.firstDay, m_scales.lastDay);
    auto* money = new QValueAxis(plot);
    money->setRange(0, m_scales.top);
    // Grid and labels are ours: ticks at uneven distances, money written as everywhere.
    days->setVisible(false);
    money->setVisible(false);
    plot->addAxis(days, Qt::AlignBottom);
    plot->addAxis(money, Qt::AlignLeft);
    for (const bool isBackground : {true, false}) {
        if (hasLine(isBackground)) {
            addLine(*plot, donePoints(m_course, isBackground), isBackground);
            addLine(*plot, talkPoints(m_course, isBackground), isBackground);
        }
        addPoints(*plot, false, isBackground);
        addPoints(*plot, true, isBackground);
    }
}

void Timeline::addMark(const ValueClaim& claim, QPointF at)
{
    const double radius = 8.5 * m_u;
    QPainterPath outline;
    outline.addEllipse(at, radius, radius);
    ChartHit hit;
    hit.valuation = claim.id;
    hit.firm = m_values.firm;
    hit.isBackground = claim.isBackground;
    hit.readOut = readOut(m_pass.scene, claim, m_values.name);
    m_chart.marks.push_back({outline, at, hit});
    m_taken.emplace_back(at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
    drawWhiskers(claim, at);
}

/// "More than" points up from the mark, "up to" down.
void Timeline::drawBoundArrow(const QColor& colour, QPointF at, double direction)
{
    const QPointF tip(at.x(), at.y() + direction * 16 * m_u);
    m_chart.over.push_back(
        lineShape({at.x(), at.y() + direction * 7 * m_u}, tip, colour, 1.6 * m_u));
    for (const double side : {-3.5, 3.5})
        m_chart.over.push_back(
            lineShape(tip, tip + QPointF(side, -direction * 4) * m_u, colour, 1.6 * m_u));
    m_taken.push_back(QRectF(at, tip).normalized().adjusted(-5 * m_u, -2 * m_u, 5 * m_u, 2 * m_u));
}

void Timeline::drawWhiskers(const ValueClaim& claim, QPointF at)
{
    const QColor edge = colour(claim.isBackground);
    if (claim.extent.low > 0 && claim.extent.low < claim.extent.high) {
        const double low = m_scales.y(claim.extent.low);
        m_chart.under.push_back(lineShape(at, {at.x(), low}, edge, 1.6 * m_u));
        m_chart.under.push_back(
            lineShape({at.x() - 5 * m_u, low}, {at.x() + 5 * m_u, low}, edge, 1.6 * m_u));
    }
    if (claim.extent.isOpen)
        drawBoundArrow(edge, at, -1);
    else if (claim.extent.low == 0)
        drawBoundArrow(edge, at, 1);
    if (!claim.valuation.date || isSharp(*claim.valuation.date))
        return;
    // A date that is only known to the year or quarter spans it.
    const double from = m_scales.x(firstDay(*claim.valuation.date));
    const double to = m_scales.x(lastDay(*claim.valuation.date));
    m_chart.under.push_back(lineShape({from, at.y()}, {to, at.y()}, edge, 1.6 * m_u, Qt::DotLine));
    for (const double x : {from, to})
        m_chart.under.push_back(
            lineShape({x, at.y() - 4 * m_u}, {x, at.y() + 4 * m_u}, edge, 1.6 * m_u));
}

void Timeline::drawStrip()
{
    if (m_scales.strip.isNull())
        return;
    const QRectF& strip = m_scales.strip;
    m_chart.under.push_back(lineShape({strip.left() - 6 * m_u, strip.top()},
                                      {strip.left() - 6 * m_u, strip.bottom()},
                                      m_chart.palette.faint, m_u));
    m_chart.texts.push_back(
        placedText(Charts::tr("undated"), {strip.left() + 4 * m_u, strip.bottom() + 11 * m_u},
                   Qt::AlignLeft | Qt::AlignTop, type::small * m_u, m_chart.palette.muted));
    for (const ValueClaim* claim : m_course.undated) {
        const QPointF at(strip.left() + 14 * m_u, m_scales.y(claim->extent.high));
        const QColor edge = colour(claim->isBackground);
        const QColor fill = isTalk(claim->valuation.status) ? m_chart.palette.canvas : edge;
        m_chart.over.push_back(claim->isBackground
                                   ? diamondShape(at, 5.5 * m_u, edge, fill, 2 * m_u)
                                   : circleShape(at, 5 * m_u, edge, fill, 2 * m_u));
        addMark(*claim, at);
    }
}

void Timeline::drawLabels(const QRectF& area)
{
    LabelPlacer placer(QRectF(m_scales.plot.left() + 2 * m_u, area.top(),
                              area.right() - m_scales.plot.left() - 2 * m_u,
                              m_scales.plot.height()));
    for (const QRectF& taken : m_taken)
        placer.block(taken);
    for (const bool isBackground : {false, true}) {
        if (!hasLine(isBackground))
            continue;
        for (const ClaimPoints& points :
             {donePoints(m_course, isBackground), talkPoints(m_course, isBackground)}) {
            QPolygonF stair = staircase(points);
            for (QPointF& point : stair)
                point = {m_scales.x(point.x()), m_scales.y(point.y())};
            for (qsizetype i = 0; i + 1 < stair.size(); ++i)
                placer.discourage(QLineF(stair.at(i), stair.at(i + 1)));
        }
    }
    const int hidden = labelMarks(m_chart, placer, labelOrder(m_course));
    if (hidden == 1)
        m_pass.found.push_back({Charts::tr("1 label had no room."), Charts::tr("1 label")});
    else if (hidden > 0)
        m_pass.found.push_back({Charts::tr("%1 labels had no room.").arg(hidden),
                                Charts::tr("%1 labels").arg(hidden)});
}

void Timeline::noteOtherCurrencies()
{
    if (m_course.otherCurrency.empty())
        return;
    QStringList values;
    for (const ValueClaim* claim : m_course.otherCurrency)
        values << written(claim->valuation.amount) + QStringLiteral(" (") + detailOf(*claim) +
                      QLatin1Char(')');
    m_pass.found.push_back({Charts::tr("Not on this axis, in another currency: %1.")
                                .arg(values.join(QStringLiteral(", "))),
                            Charts::tr("%1 in another currency").arg(values.size())});
}

} // namespace

bool hasCourse(const ValuesOfFirm& values)
{
    const Course course = courseOf(values);
    return course.dated.size() >= 2 && middleDay(*course.dated.front()->valuation.date) <
                                           middleDay(*course.dated.back()->valuation.date);
}

void drawTimeline(ChartPass& pass, const ValuesOfFirm& values)
{
    Timeline(pass, values).draw();
}

} // namespace gyre
