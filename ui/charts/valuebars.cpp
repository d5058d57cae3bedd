#include "ui/charts/valuebars.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>

namespace gyre {

namespace {

constexpr double leastOutline = 8;

} // namespace

QColor ValueBars::colour(bool isBackground) const
{
    return isBackground ? mixed(m_chart.palette.valuation, m_chart.palette.canvas, 0.62)
                        : m_chart.palette.valuation;
}

void ValueBars::drawAxis(const BarPanel& panel)
{
    if (!panel.heading.isEmpty())
        m_chart.texts.push_back(
            placedText(panel.heading, {panel.area.left(), panel.area.top() + 12 * m_u},
                       Qt::AlignLeft, type::body * m_u, m_chart.palette.ink, QFont::DemiBold));
    if (!m_hasAxis) {
        const double x = panel.x(0);
        m_chart.grid.push_back({QLineF(x, panel.plot.top(), x, panel.plot.bottom()),
                                m_chart.palette.muted, 1.2 * m_u});
        return;
    }
    QString caption;
    if (!panel.currency.isKnown())
        caption = Charts::tr("currency not stated");
    else if (std::any_of(m_panels.begin(), m_panels.end(), [&panel](const BarPanel& other) {
                 return other.currency != panel.currency;
             }))
        caption = panel.currency.code();
    const ChartText text = placedText(caption, {panel.area.left(), panel.plot.top() - 9 * m_u},
                                      Qt::AlignLeft, type::small * m_u, m_chart.palette.muted,
                                      panel.currency.isKnown() ? QFont::DemiBold : QFont::Normal);
    if (!caption.isEmpty())
        m_chart.texts.push_back(text);
    drawTicks(panel, caption.isEmpty() ? 0 : text.box.right() + 6 * m_u);
}

/// As many as stand apart, at even distances, the outermost among them; the others have no line
/// either.
void ValueBars::drawTicks(const BarPanel& panel, double captionEnd)
{
    std::vector<ChartText> labels;
    double widest = 0;
    for (const double tick : panel.ticks) {
        labels.push_back(placedText(written(std::llround(tick), panel.currency),
                                    {panel.x(tick), panel.plot.top() - 9 * m_u}, Qt::AlignHCenter,
                                    type::small * m_u, m_chart.palette.muted));
        widest = std::max(widest, labels.back().box.width());
    }
    const std::size_t last = panel.ticks.size() - 1;
    std::size_t step = 1;
    while (step < last &&
           (last % step != 0 || panel.x(panel.ticks.at(step)) - panel.x(0) < widest + 8 * m_u))
        ++step;
    for (std::size_t i = 0; i <= last; i += step) {
        const ChartText& label = labels.at(i);
        const double x = panel.x(panel.ticks.at(i));
        const bool isBase = i == 0;
        const bool hasRoom = label.box.left() >= captionEnd &&
                             label.box.right() <= panel.area.right() + m_chart.margin / 2 &&
                             (isBase || label.box.left() >= labels.front().box.right() + 4 * m_u);
        if (!hasRoom && !isBase)
            continue;
        m_chart.grid.push_back({QLineF(x, panel.plot.top() - 4 * m_u, x, panel.plot.bottom()),
                                isBase ? m_chart.palette.muted : m_chart.palette.faint,
                                isBase ? 1.2 : 1});
        if (hasRoom)
            m_chart.texts.push_back(label);
    }
}

/// Three sets stacked on each row: the firm part, its open talk, and the same of the background.
void ValueBars::drawSeries(const BarPanel& panel)
{
    QChart* plot = addPlot(m_chart, panel.plot);
    auto* series = new QHorizontalStackedBarSeries(plot);
    series->setBarWidth(panel.fill);
    const std::array<QColor, 4> fills{colour(false), QColor(Qt::transparent), colour(true),
                                      QColor(Qt::transparent)};
    QStringList categories;
    for (std::size_t set = 0; set < fills.size(); ++set) {
        auto* bars = new QBarSet(QString::number(set), series);
        // Categories count from the bottom.
        for (std::size_t i = panel.rows.size(); i-- > 0;) {
            const ValueClaim& claim = *panel.rows.at(i).claim;
            const bool isMine = (set >= 2) == claim.isBackground;
            const double solid = isTalk(claim.valuation.status) ? 0 : claim.extent.low;
            *bars << (!isMine ? 0 : set % 2 == 0 ? solid : claim.extent.high - solid);
            if (set == 0)
                categories << QString::number(i);
        }
        bars->setBrush(fills.at(set));
        bars->setPen(Qt::NoPen);
        series->append(bars);
    }
    plot->addSeries(series);
    auto* rows = new QBarCategoryAxis(plot);
    rows->append(categories);
    rows->setVisible(false);
    auto* money = new QValueAxis(plot);
    money->setRange(0, panel.ticks.back());
    money->setVisible(false);
    plot->addAxis(rows, Qt::AlignLeft);
    plot->addAxis(money, Qt::AlignBottom);
    series->attachAxis(rows);
    series->attachAxis(money);
}

void ValueBars::addMark(const BarRow& row, const ValueClaim& claim, const QRectF& area)
{
    QPainterPath outline;
    outline.addRect(area);
    ChartHit hit;
    hit.valuation = claim.id;
    hit.firm = row.firm;
    hit.isBackground = claim.isBackground;
    hit.readOut = readOut(m_pass.scene, claim, row.firmName);
    m_chart.marks.push_back({outline, area.center(), hit});
}

/// Dots for earlier values on the bar's lower edge; returns the farthest x.
double ValueBars::drawEarlier(const BarPanel& panel, std::size_t index)
{
    const BarRow& row = panel.rows.at(index);
    double farthest = 0;
    for (const ValueClaim* claim : row.earlier) {
        const double radius = 3 * m_u;
        const QPointF at(panel.x(claim->extent.high),
                         panel.bar(index, 0, 0).bottom() + radius + 2 * m_u);
        const QColor dot = claim->isBackground
                               ? mixed(m_chart.palette.muted, m_chart.palette.canvas, 0.45)
                               : m_chart.palette.muted;
        const bool isHollow = isTalk(claim->valuation.status);
        m_chart.over.push_back(
            circleShape(at, radius, dot, isHollow ? m_chart.palette.canvas : dot, 1 * m_u));
        addMark(row, *claim, QRectF(at.x() - 5 * m_u, at.y() - 5 * m_u, 10 * m_u, 10 * m_u));
        farthest = std::max(farthest, at.x());
    }
    return farthest;
}

/// The outline of what is talk or a ceiling. A bar too short for an outline that shows its inside
/// ends in a hollow ring instead: open at any size.
void ValueBars::drawOpenPart(const BarPanel& panel, std::size_t index)
{
    const ValueClaim& claim = *panel.rows.at(index).claim;
    const bool isHollow = isTalk(claim.valuation.status);
    if (!isHollow && claim.extent.low >= claim.extent.high)
        return;
    const QRectF open = panel.bar(index, isHollow ? 0 : claim.extent.low, claim.extent.high);
    const QColor edge = colour(claim.isBackground);
    const double inset = 0.75 * m_u;
    if (open.width() >= leastOutline * m_u) {
        m_chart.over.push_back(
            boxShape(open.adjusted(inset, inset, -inset, -inset), edge, {}, 1.5 * m_u));
        return;
    }
    const double radius = std::min(5 * m_u, open.height() / 2);
    m_chart.over.push_back(circleShape({open.right(), open.center().y()}, radius, edge,
                                       m_chart.palette.canvas, 1.5 * m_u));
}

void ValueBars::drawRow(const BarPanel& panel, std::size_t index)
{
    const BarRow& row = panel.rows.at(index);
    const QRectF bar = panel.bar(index, 0, row.claim->extent.high);
    drawOpenPart(panel, index);
    const double y = bar.center().y();
    m_chart.texts.push_back(
        placedText(elided(row.name, nameWidth() + 1, type::body * m_u, QFont::DemiBold),
                   {panel.plot.left() - 10 * m_u, y}, Qt::AlignRight | Qt::AlignVCenter,
                   type::body * m_u, m_chart.palette.ink, QFont::DemiBold));
    addMark(row, *row.claim, bar.adjusted(-4 * m_u, -2 * m_u, 4 * m_u, 2 * m_u));
    drawEarlier(panel, index);
    const ChartText value = placedText(written(row.claim->valuation.amount),
                                       {bar.right() + 8 * m_u, y}, Qt::AlignLeft | Qt::AlignVCenter,
                                       type::body * m_u, m_chart.palette.ink, QFont::DemiBold);
    const double left = value.box.right() + 8 * m_u;
    m_chart.texts.push_back(value);
    m_chart.texts.push_back(placedText(detailWithin(row, panel.area.right() - left + 1), {left, y},
                                       Qt::AlignLeft | Qt::AlignVCenter, type::small * m_u,
                                       m_chart.palette.muted));
}

void drawValueBars(ChartPass& pass, const std::vector<ValuesOfFirm>& firms)
{
    const bool isOneFirm = firms.size() == 1;
    ValueBars(pass, isOneFirm ? claimRows(firms.front()) : firmRows(firms), isOneFirm).draw();
}

} // namespace gyre
