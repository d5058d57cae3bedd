#include "ui/charts/chartparts.h"
#include "ui/charts/labelplacer.h"
#include "ui/charts/ticks.h"

#include "ui/words/words.h"

#include <QChart>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>

namespace gyre {

namespace {

using Points = std::vector<const ValueClaim*>;

/// Which claims stand where.
struct Course
{
    Currency currency;
    Points dated;
    /// Undated ones, and those in other currencies.
    Points beside;
    Points undated;
    Points otherCurrency;
};

Course courseOf(const FirmValues& values)
{
    std::map<Currency, int> counts;
    for (const ValueClaim& claim : values.claims) {
        if (claim.valuation.date)
            ++counts[claim.valuation.amount.currency];
    }
    Course course;
    int most = 0;
    for (const auto& [currency, count] : counts) {
        if (count > most || (count == most && currency == Currency::usd())) {
            course.currency = currency;
            most = count;
        }
    }
    for (const ValueClaim& claim : values.claims) {
        if (claim.valuation.amount.currency != course.currency)
            course.otherCurrency.push_back(&claim);
        else
            (claim.valuation.date ? course.dated : course.undated).push_back(&claim);
    }
    return course;
}

double dayOf(const PartialDate& date)
{
    return static_cast<double>(date.first().toJulianDay() + date.last().toJulianDay()) / 2;
}

/// From days and money to pixels.
struct Scales
{
    QRectF plot;
    /// The strip for undated values, right of the plot; empty where there is none.
    QRectF strip;
    double firstDay = 0;
    double lastDay = 1;
    std::vector<double> ticks;

    [[nodiscard]] double x(double day) const
    {
        return plot.left() + (day - firstDay) / (lastDay - firstDay) * plot.width();
    }

    [[nodiscard]] double y(double amount) const
    {
        return plot.bottom() - amount / ticks.back() * plot.height();
    }
};

class Timeline
{
public:
    Timeline(Pass& pass, const FirmValues& values)
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
        m_scales = scalesIn(area);
        drawGrid();
        drawSeries();
        for (const ValueClaim* claim : m_course.dated)
            drawWhiskers(*claim, markPoint(*claim));
        drawStrip();
        drawLabels(area);
    }

private:
    QRectF furnishAll();
    Scales scalesIn(const QRectF& area) const;
    std::vector<LegendEntry> legend() const;
    QString scope() const;
    void drawGrid();
    void drawSeries();
    void addLine(const Points& points, bool isBackground);
    void addMarks(bool isTalkMark, bool isBackground);
    void drawWhiskers(const ValueClaim& claim, QPointF at);
    void drawStrip();
    void drawLabels(const QRectF& area);
    bool drawLabel(LabelPlacer& placer, const ValueClaim& claim, bool withDetail);
    [[nodiscard]] QPointF markPoint(const ValueClaim& claim) const;
    [[nodiscard]] QPolygonF steps(const Points& points) const;
    [[nodiscard]] Points linePoints(bool isBackground) const;
    [[nodiscard]] Points talkPoints(bool isBackground) const;
    [[nodiscard]] QColor edge(const ValueClaim& claim) const;
    void addMark(const ValueClaim& claim, QPointF at);
    QStringList stripNotes() const;

    Pass& m_pass;
    DrawnChart& m_chart;
    const FirmValues& m_values;
    Course m_course;
    double m_u;
    Scales m_scales;
    /// In data units, as given to the series.
    QChart* m_plot = nullptr;
};

QColor lineColour(const DrawnChart& chart, bool isBackground)
{
    return isBackground ? mixed(chart.palette.valuation, chart.palette.canvas, 0.5)
                        : chart.palette.valuation;
}

QRectF Timeline::furnishAll()
{
    std::vector<const EvidenceList*> background;
    for (const ValueClaim& claim : m_values.claims) {
        if (claim.isBackground)
            background.push_back(&claim.valuation.evidence);
    }
    Furnishing furnishing;
    furnishing.title = m_pass.scene.look.title.isEmpty()
                           ? courseTitle(m_values.name, m_course.dated)
                           : m_pass.scene.look.title;
    furnishing.scope = scope();
    furnishing.legend = legend();
    furnishing.notes = m_pass.notes;
    furnishing.source = sourceWords(m_pass.scene, background);
    return furnish(m_chart, furnishing, m_pass.scene.look.withFurniture);
}

QString Timeline::scope() const
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
    return parts.join(QStringLiteral(" · "));
}

std::vector<LegendEntry> Timeline::legend() const
{
    const auto has = [this](auto&& test) {
        return std::any_of(m_values.claims.begin(), m_values.claims.end(), test);
    };
    const QColor canvas = m_chart.palette.canvas;
    const QColor own = lineColour(m_chart, false);
    const QColor light = lineColour(m_chart, true);
    std::vector<LegendEntry> entries;
    const bool hasTalk =
        has([](const ValueClaim& claim) { return isTalk(claim.valuation.status); });
    const bool hasBackground = has([](const ValueClaim& claim) { return claim.isBackground; });
    if (!hasTalk && !hasBackground)
        return entries;
    if (has([](const ValueClaim& c) { return !c.isBackground && !isTalk(c.valuation.status); }))
        entries.push_back({Charts::tr("announced or done"),
                           {lineShape({-11 * m_u, 0}, {11 * m_u, 0}, own, 2.2 * m_u),
                            circleShape({0, 0}, 5 * m_u, own, own, 0)}});
    if (hasTalk)
        entries.push_back({Charts::tr("in talks or rumoured"),
                           {lineShape({-11 * m_u, 0}, {11 * m_u, 0}, own, 1.6 * m_u, Qt::DashLine),
                            circleShape({0, 0}, 4.5 * m_u, own, canvas, 2 * m_u)}});
    if (hasBackground)
        entries.push_back({Charts::tr("background facts, not in the briefing"),
                           {lineShape({-11 * m_u, 0}, {11 * m_u, 0}, light, 1.4 * m_u),
                            diamondShape({0, 0}, 5 * m_u, light, light, 0)}});
    return entries;
}

Scales Timeline::scalesIn(const QRectF& area) const
{
    double top = 0;
    for (const ValueClaim& claim : m_values.claims) {
        if (claim.valuation.amount.currency == m_course.currency)
            top = std::max(top, claim.extent.high);
    }
    Scales scales;
    scales.ticks =
        roundTicks(std::max(top, 1.0), std::clamp(int(area.height() / (70 * m_u)), 2, 6));
    double labels = 0;
    for (const double tick : scales.ticks) {
        const QString text = written(std::llround(tick), m_course.currency);
        labels = std::max(labels, textWidth(text, type::small * m_u));
    }
    const double stripWidth =
        m_course.undated.empty() ? 0 : std::min(170 * m_u, area.width() * 0.24);
    scales.plot = area.adjusted(labels + 10 * m_u, 34 * m_u, -stripWidth, -26 * m_u);
    if (stripWidth > 0) {
        scales.strip = QRectF(area.right() - stripWidth + 18 * m_u, scales.plot.top(),
                              stripWidth - 18 * m_u, scales.plot.height());
    }
    const double first =
        static_cast<double>(m_course.dated.front()->valuation.date->first().toJulianDay());
    double last = first;
    for (const ValueClaim* claim : m_course.dated)
        last = std::max(last, static_cast<double>(claim->valuation.date->last().toJulianDay()));
    const double pad = std::max(10.0, (last - first) * 0.06);
    scales.firstDay = first - pad;
    scales.lastDay = last + pad;
    return scales;
}

void Timeline::drawGrid()
{
    const QRectF& plot = m_scales.plot;
    const double right = m_scales.strip.isNull() ? plot.right() : m_scales.strip.right();
    for (const double tick : m_scales.ticks) {
        const double y = m_scales.y(tick);
        const bool isBase = tick == 0;
        m_chart.under.push_back(lineShape({plot.left(), y}, {right, y},
                                          isBase ? m_chart.palette.muted : m_chart.palette.faint,
                                          isBase ? 1.2 : 1));
        m_chart.texts.push_back(placedText(
            written(std::llround(tick), m_course.currency), {plot.left() - 8 * m_u, y},
            Qt::AlignRight | Qt::AlignVCenter, type::small * m_u, m_chart.palette.muted));
    }
    const auto day = [](double julian) { return QDate::fromJulianDay(std::llround(julian)); };
    double free = 0;
    for (const TimeTick& tick : timeTicks(day(m_scales.firstDay), day(m_scales.lastDay),
                                          std::max(2, int(plot.width() / (80 * m_u))))) {
        const double x = m_scales.x(static_cast<double>(tick.at.toJulianDay()));
        m_chart.under.push_back(lineShape({x, plot.bottom()}, {x, plot.bottom() + 5 * m_u},
                                          m_chart.palette.muted, 1.2));
        const ChartText label =
            placedText(tick.label, {x, plot.bottom() + 10 * m_u}, Qt::AlignHCenter | Qt::AlignTop,
                       type::small * m_u, m_chart.palette.muted);
        if (label.box.left() < free || label.box.right() > plot.right() + 20 * m_u)
            continue;
        free = label.box.right() + 6 * m_u;
        m_chart.texts.push_back(label);
    }
}

QPointF Timeline::markPoint(const ValueClaim& claim) const
{
    return {m_scales.x(dayOf(*claim.valuation.date)), m_scales.y(claim.extent.high)};
}

/// Done deals, and of those with a value before and one after the money only the latter.
Points Timeline::linePoints(bool isBackground) const
{
    Points all;
    std::copy_if(m_course.dated.begin(), m_course.dated.end(), std::back_inserter(all),
                 [isBackground](const ValueClaim* claim) {
                     return claim->isBackground == isBackground && !isTalk(claim->valuation.status);
                 });
    Points after;
    std::copy_if(all.begin(), all.end(), std::back_inserter(after),
                 [](const ValueClaim* claim) { return claim->valuation.basis != Basis::PreMoney; });
    return after.empty() ? all : after;
}

/// The last done deal and the talk after it.
Points Timeline::talkPoints(bool isBackground) const
{
    const Points line = linePoints(isBackground);
    if (line.empty())
        return {};
    Points talk{line.back()};
    std::copy_if(m_course.dated.begin(), m_course.dated.end(), std::back_inserter(talk),
                 [&](const ValueClaim* claim) {
                     return claim->isBackground == isBackground &&
                            isTalk(claim->valuation.status) &&
                            dayOf(*claim->valuation.date) > dayOf(*line.back()->valuation.date);
                 });
    return talk.size() > 1 ? talk : Points{};
}

/// A value holds until the next is reported: a staircase, in data units.
QPolygonF Timeline::steps(const Points& points) const
{
    QPolygonF stair;
    for (const ValueClaim* claim : points) {
        const QPointF next(dayOf(*claim->valuation.date), claim->extent.high);
        if (!stair.isEmpty())
            stair << QPointF(next.x(), stair.constLast().y());
        stair << next;
    }
    return stair;
}

void Timeline::addLine(const Points& points, bool isBackground)
{
    if (points.size() < 2)
        return;
    const bool isTalkLine = isTalk(points.back()->valuation.status);
    auto* line = new QLineSeries(m_plot);
    line->append(steps(points).toList());
    const double width = isTalkLine ? 1.6 : isBackground ? 1.4 : 2.2;
    QPen pen(lineColour(m_chart, isBackground), width * m_u);
    pen.setStyle(isTalkLine ? Qt::DashLine : Qt::SolidLine);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::MiterJoin);
    line->setPen(pen);
    m_plot->addSeries(line);
    for (QAbstractAxis* axis : m_plot->axes())
        line->attachAxis(axis);
}

void Timeline::addMarks(bool isTalkMark, bool isBackground)
{
    auto* marks = new QScatterSeries(m_plot);
    for (const ValueClaim* claim : m_course.dated) {
        if (claim->isBackground == isBackground && isTalk(claim->valuation.status) == isTalkMark)
            marks->append(dayOf(*claim->valuation.date), claim->extent.high);
    }
    const QColor colour = lineColour(m_chart, isBackground);
    marks->setMarkerShape(isBackground ? QScatterSeries::MarkerShapeRotatedRectangle
                                       : QScatterSeries::MarkerShapeCircle);
    marks->setMarkerSize((isBackground ? 10 : isTalkMark ? 9.5 : 11) * m_u);
    marks->setColor(isTalkMark ? m_chart.palette.canvas : colour);
    marks->setPen(QPen(colour, 2 * m_u));
    m_plot->addSeries(marks);
    for (QAbstractAxis* axis : m_plot->axes())
        marks->attachAxis(axis);
}

void Timeline::drawSeries()
{
    m_plot = addPlot(m_chart, m_scales.plot);
    auto* days = new QValueAxis(m_plot);
    days->setRange(m_scales.firstDay, m_scales.lastDay);
    auto* money = new QValueAxis(m_plot);
    money->setRange(0, m_scales.ticks.back());
    // Grid and labels are ours: round ticks at uneven distances, money written as everywhere.
    days->setVisible(false);
    money->setVisible(false);
    m_plot->addAxis(days, Qt::AlignBottom);
    m_plot->addAxis(money, Qt::AlignLeft);
    for (const bool isBackground : {true, false}) {
        addLine(linePoints(isBackground), isBackground);
        addLine(talkPoints(isBackground), isBackground);
        addMarks(false, isBackground);
        addMarks(true, isBackground);
    }
    for (const ValueClaim* claim : m_course.dated)
        addMark(*claim, markPoint(*claim));
}

QColor Timeline::edge(const ValueClaim& claim) const
{
    return lineColour(m_chart, claim.isBackground);
}

void Timeline::addMark(const ValueClaim& claim, QPointF at)
{
    QPainterPath outline;
    outline.addEllipse(at, 9 * m_u, 9 * m_u);
    ChartHit hit;
    hit.valuation = claim.id;
    hit.firm = m_values.firm;
    hit.isBackground = claim.isBackground;
    hit.readOut = readOut(m_pass.scene, claim, m_values.name);
    m_chart.marks.push_back({outline, at, hit});
}

void Timeline::drawWhiskers(const ValueClaim& claim, QPointF at)
{
    const QColor colour = edge(claim);
    const double radius = 6 * m_u;
    if (claim.extent.low > 0 && claim.extent.low < claim.extent.high) {
        const double low = m_scales.y(claim.extent.low);
        m_chart.under.push_back(lineShape(at, {at.x(), low}, colour, 1.4 * m_u));
        m_chart.under.push_back(
            lineShape({at.x() - 5 * m_u, low}, {at.x() + 5 * m_u, low}, colour, 1.4 * m_u));
    }
    // "More than" points up from the mark, "up to" down.
    const int direction = claim.extent.isOpen ? -1 : claim.extent.low == 0 ? 1 : 0;
    if (direction != 0) {
        const QPointF tip(at.x(), at.y() + direction * (radius + 9 * m_u));
        m_chart.over.push_back(
            lineShape({at.x(), at.y() + direction * radius}, tip, colour, 1.6 * m_u));
        for (const double side : {-1.0, 1.0}) {
            m_chart.over.push_back(lineShape(
                tip, tip + QPointF(side * 3.5 * m_u, -direction * 4 * m_u), colour, 1.6 * m_u));
        }
    }
    if (!claim.valuation.date)
        return;
    // A date that is only known to the year or quarter spans it.
    const double from =
        m_scales.x(static_cast<double>(claim.valuation.date->first().toJulianDay()));
    const double to = m_scales.x(static_cast<double>(claim.valuation.date->last().toJulianDay()));
    if (to - from > 4 * radius)
        m_chart.under.push_back(
            lineShape({from, at.y()}, {to, at.y()}, colour, 1.2 * m_u, Qt::DotLine));
}

void Timeline::drawStrip()
{
    if (m_scales.strip.isNull())
        return;
    const QRectF& strip = m_scales.strip;
    const double edgeX = strip.left() - 6 * m_u;
    m_chart.under.push_back(
        lineShape({edgeX, strip.top()}, {edgeX, strip.bottom()}, m_chart.palette.faint, 1));
    m_chart.texts.push_back(
        placedText(Charts::tr("undated"), {strip.center().x(), strip.bottom() + 10 * m_u},
                   Qt::AlignHCenter | Qt::AlignTop, type::small * m_u, m_chart.palette.muted));
    for (const ValueClaim* claim : m_course.undated) {
        const QPointF at(strip.left() + 14 * m_u, m_scales.y(claim->extent.high));
        const QColor colour = edge(*claim);
        const QColor fill = isTalk(claim->valuation.status) ? m_chart.palette.canvas : colour;
        m_chart.over.push_back(claim->isBackground
                                   ? diamondShape(at, 5 * m_u, colour, fill, 2 * m_u)
                                   : circleShape(at, 4.7 * m_u, colour, fill, 2 * m_u));
        drawWhiskers(*claim, at);
        addMark(*claim, at);
    }
}

QStringList Timeline::stripNotes() const
{
    if (m_course.otherCurrency.empty())
        return {};
    QStringList values;
    for (const ValueClaim* claim : m_course.otherCurrency)
        values << written(claim->valuation.amount) + QStringLiteral(" (") +
                      detailOf(claim->valuation) + QLatin1Char(')');
    return {Charts::tr("Not on this axis, in another currency: %1.")
                .arg(values.join(QStringLiteral(", ")))};
}

bool Timeline::drawLabel(LabelPlacer& placer, const ValueClaim& claim, bool withDetail)
{
    const QString value = written(claim.valuation.amount);
    const QString detail = detailOf(claim.valuation, claim.valuation.date.has_value());
    const bool isTwoLines = withDetail && !detail.isEmpty();
    const double leading = 16 * m_u;
    const double width = std::max(textWidth(value, type::body * m_u, QFont::DemiBold),
                                  isTwoLines ? textWidth(detail, type::small * m_u) : 0);
    const auto mark = std::find_if(m_chart.marks.begin(), m_chart.marks.end(),
                                   [&claim](const ChartMark& candidate) {
                                       return candidate.hit.valuation == claim.id &&
                                              candidate.hit.isBackground == claim.isBackground;
                                   });
    const QSizeF size(width, (isTwoLines ? 2 : 1) * leading);
    const std::optional<QRectF> box = placer.place(size, mark->anchor, 10 * m_u);
    if (!box)
        return false;
    // Beside the mark the label clings to it; above and below it is centred.
    const bool isRight = box->left() > mark->anchor.x();
    const bool isLeft = box->right() < mark->anchor.x();
    const Qt::Alignment side = isRight ? Qt::AlignLeft : isLeft ? Qt::AlignRight : Qt::AlignHCenter;
    const double x = isRight ? box->left() : isLeft ? box->right() : box->center().x();
    const QColor ink = claim.isBackground ? m_chart.palette.muted : m_chart.palette.ink;
    m_chart.texts.push_back(placedText(value, {x, box->top() + leading * 0.5},
                                       side | Qt::AlignVCenter, type::body * m_u, ink,
                                       claim.isBackground ? QFont::Normal : QFont::DemiBold));
    if (isTwoLines)
        m_chart.texts.push_back(placedText(detail, {x, box->top() + leading * 1.5},
                                           side | Qt::AlignVCenter, type::small * m_u,
                                           m_chart.palette.muted));
    return true;
}

void Timeline::drawLabels(const QRectF& area)
{
    LabelPlacer placer(QRectF(m_scales.plot.left(), area.top(), area.right() - m_scales.plot.left(),
                              m_scales.plot.bottom() - area.top()));
    for (const ChartMark& mark : m_chart.marks)
        placer.block(mark.outline.boundingRect().adjusted(m_u, m_u, -m_u, -m_u));
    for (const bool isBackground : {false, true}) {
        for (const Points& points : {linePoints(isBackground), talkPoints(isBackground)}) {
            QPolygonF stair = steps(points);
            for (qsizetype i = 0; i + 1 < stair.size(); ++i) {
                const auto pixel = [this](QPointF p) {
                    return QPointF(m_scales.x(p.x()), m_scales.y(p.y()));
                };
                placer.discourage(QLineF(pixel(stair.at(i)), pixel(stair.at(i + 1))));
            }
        }
    }
    // The ends of the course first, then the briefing's, then the background's.
    Points order;
    const Points line = linePoints(false);
    if (!line.empty())
        order = {m_course.dated.back(), line.back(), line.front()};
    for (const bool isBackground : {false, true}) {
        for (const Points* points : {&m_course.dated, &m_course.undated}) {
            for (const ValueClaim* claim : *points) {
                if (claim->isBackground == isBackground)
                    order.push_back(claim);
            }
        }
    }
    int hidden = 0;
    Points done;
    for (const ValueClaim* claim : order) {
        if (std::find(done.begin(), done.end(), claim) != done.end())
            continue;
        done.push_back(claim);
        if (!drawLabel(placer, *claim, true) && !drawLabel(placer, *claim, false))
            ++hidden;
    }
    m_pass.found << stripNotes();
    if (hidden > 0)
        m_pass.found << (hidden == 1 ? Charts::tr("1 label had no room.")
                                     : Charts::tr("%1 labels had no room.").arg(hidden));
}

} // namespace

bool hasCourse(const FirmValues& values)
{
    const Course course = courseOf(values);
    return course.dated.size() >= 2 && dayOf(*course.dated.front()->valuation.date) <
                                           dayOf(*course.dated.back()->valuation.date);
}

void drawTimeline(Pass& pass, const FirmValues& values)
{
    Timeline(pass, values).draw();
}

} // namespace gyre
