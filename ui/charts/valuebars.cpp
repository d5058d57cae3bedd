#include "ui/charts/barpanels.h"
#include "ui/charts/chartparts.h"
#include "ui/charts/ticks.h"

#include "ui/words/words.h"

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

constexpr double headHeight = 30;
constexpr double panelGap = 16;
constexpr double leastPitch = 24;
constexpr double greatestPitch = 120;
/// Closer rows have no room for the dots of earlier values.
constexpr double leastPitchWithDots = 36;
constexpr double greatestThickness = 44;

class ValueBars
{
public:
    ValueBars(ChartPass& pass, std::vector<BarRow> rows, bool isOneFirm)
        : m_pass(pass)
        , m_chart(pass.chart)
        , m_panels(panelsOf(std::move(rows)))
        , m_isOneFirm(isOneFirm)
        , m_u(pass.chart.unit)
    {
    }

    void draw()
    {
        dropDotsWithoutRoom();
        share(furnishAll(m_chart));
        for (BarPanel& panel : m_panels) {
            scale(panel);
            drawAxis(panel);
            drawSeries(panel);
            for (std::size_t i = 0; i < panel.rows.size(); ++i)
                drawRow(panel, i);
        }
    }

private:
    QRectF furnishAll(DrawnChart& chart) const;
    void dropDotsWithoutRoom();
    [[nodiscard]] double headsHeight() const;
    [[nodiscard]] double pitchIn(const QRectF& area) const;
    QString title() const;
    std::vector<LegendEntry> legend() const;
    void share(const QRectF& area);
    void scale(BarPanel& panel) const;
    void drawAxis(const BarPanel& panel);
    void drawSeries(const BarPanel& panel);
    void drawRow(const BarPanel& panel, std::size_t index);
    double drawEarlier(const BarPanel& panel, std::size_t index);
    void addMark(const BarRow& row, const ValueClaim& claim, const QRectF& area);
    [[nodiscard]] double nameWidth() const;
    [[nodiscard]] double labelWidth(const BarRow& row) const;
    [[nodiscard]] QColor colour(bool isBackground) const;

    template<typename Test>
    [[nodiscard]] bool any(const Test& test) const
    {
        return std::any_of(m_panels.begin(), m_panels.end(), [&test](const BarPanel& panel) {
            return std::any_of(panel.rows.begin(), panel.rows.end(), test);
        });
    }

    ChartPass& m_pass;
    DrawnChart& m_chart;
    std::vector<BarPanel> m_panels;
    bool m_isOneFirm;
    double m_u;
};

QColor ValueBars::colour(bool isBackground) const
{
    return isBackground ? mixed(m_chart.palette.valuation, m_chart.palette.canvas, 0.62)
                        : m_chart.palette.valuation;
}

QString ValueBars::title() const
{
    if (!m_pass.scene.look.title.isEmpty())
        return m_pass.scene.look.title;
    const BarPanel& panel = m_panels.front();
    const BarRow& first = panel.rows.front();
    const QString most = inWords(first.claim->valuation.amount);
    if (m_isOneFirm)
        return isTalk(first.claim->valuation.status)
                   ? Charts::tr("%1: %2 at a value of %3")
                         .arg(first.firmName, words(first.claim->valuation.status), most)
                   : Charts::tr("%1: valued at %2").arg(first.firmName, most);
    if (panel.rows.size() == 1)
        return Charts::tr("%1 is valued at %2").arg(first.name, most);
    const BarRow& second = panel.rows.at(1);
    const QString course =
        Charts::tr("%1 is worth most: %2, ahead of %3 at %4")
            .arg(first.name, most, second.name, inWords(second.claim->valuation.amount));
    const QString count = QString::number(panel.rows.size() + panel.hidden);
    return m_panels.size() == 1 ? Charts::tr("Of %1 firms, %2").arg(count, course)
                                : Charts::tr("Of %1 firms valued in %2, %3")
                                      .arg(count, panel.currency.code(), course);
}

std::vector<LegendEntry> ValueBars::legend() const
{
    const auto key = [this](const QColor& edge, const QColor& fill) {
        return boxShape({-11 * m_u, -5 * m_u, 22 * m_u, 10 * m_u}, edge, fill, 1.5 * m_u);
    };
    const bool hasTalk = any([](const BarRow& row) { return isTalk(row.claim->valuation.status); });
    const bool hasBackground = any([](const BarRow& row) { return row.claim->isBackground; });
    const bool hasEarlier = any([](const BarRow& row) { return !row.earlier.empty(); });
    const bool hasDone = any([](const BarRow& row) {
        return !row.claim->isBackground && !isTalk(row.claim->valuation.status);
    });
    std::vector<LegendEntry> entries;
    if (hasDone && (hasTalk || hasBackground))
        entries.push_back(
            {Charts::tr("announced, done or observed"), {key(colour(false), colour(false))}});
    if (hasTalk)
        entries.push_back(
            {Charts::tr("in talks or rumoured"), {key(colour(false), m_chart.palette.canvas)}});
    if (hasBackground)
        entries.push_back({Charts::tr("background facts, not in the briefing"),
                           {key(colour(true), colour(true))}});
    if (hasEarlier)
        entries.push_back({Charts::tr("earlier values"),
                           {circleShape({0, 0}, 3 * m_u, m_chart.palette.canvas,
                                        m_chart.palette.muted, 1 * m_u)}});
    return entries;
}

QRectF ValueBars::furnishAll(DrawnChart& chart) const
{
    std::vector<std::optional<PartialDate>> dates;
    std::vector<const EvidenceList*> background;
    for (const BarPanel& panel : m_panels) {
        for (const BarRow& row : panel.rows) {
            dates.push_back(row.claim->valuation.date);
            if (row.claim->isBackground)
                background.push_back(&row.claim->valuation.evidence);
        }
    }
    Furnishing furnishing;
    furnishing.title = title();
    QStringList scope{m_isOneFirm ? Charts::tr("Reported value of the company")
                                  : Charts::tr("Latest reported value of each firm")};
    if (m_panels.size() == 1 && m_panels.front().currency.isKnown())
        scope.front() += QStringLiteral(", ") + m_panels.front().currency.code();
    scope << asOfWords(m_pass.scene, dates);
    scope.removeAll(QString());
    furnishing.scope = scope.join(QStringLiteral(" · "));
    furnishing.legend = legend();
    furnishing.notes = m_pass.notes;
    furnishing.source = sourceWords(m_pass.scene, background);
    return furnish(chart, furnishing, m_pass.scene.look.withFurniture);
}

double ValueBars::pitchIn(const QRectF& area) const
{
    std::size_t rows = 0;
    for (const BarPanel& panel : m_panels)
        rows += panel.rows.size();
    return std::clamp((area.height() - headsHeight()) / static_cast<double>(rows), leastPitch * m_u,
                      greatestPitch * m_u);
}

double ValueBars::headsHeight() const
{
    const auto panels = static_cast<double>(m_panels.size());
    return (headHeight * panels + panelGap * (panels - 1)) * m_u;
}

void ValueBars::dropDotsWithoutRoom()
{
    DrawnChart measure;
    measure.size = m_chart.size;
    measure.unit = m_u;
    measure.titlePixels = m_chart.titlePixels;
    measure.margin = m_chart.margin;
    if (pitchIn(furnishAll(measure)) >= leastPitchWithDots * m_u)
        return;
    for (BarPanel& panel : m_panels) {
        for (BarRow& row : panel.rows)
            row.earlier.clear();
    }
}

/// Height by rows; what has no room is counted.
void ValueBars::share(const QRectF& area)
{
    const double pitch = pitchIn(area);
    const double room = area.height() - headsHeight();
    auto fitting = static_cast<std::size_t>(std::max(1.0, std::floor(room / pitch + 1e-6)));
    double y = area.top();
    std::size_t hidden = 0;
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        BarPanel& panel = m_panels.at(i);
        // Every later panel keeps a row at least.
        const std::size_t later = m_panels.size() - 1 - i;
        const std::size_t mine =
            std::min(panel.rows.size(), fitting > later ? fitting - later : std::size_t{0});
        fitting -= mine;
        panel.hidden = panel.rows.size() - mine;
        hidden += panel.hidden;
        panel.rows.resize(mine);
        panel.pitch = pitch;
        panel.fill = std::min(0.52, greatestThickness * m_u / pitch);
        panel.area = QRectF(area.left(), y, area.width(),
                            headHeight * m_u + pitch * static_cast<double>(mine));
        y = panel.area.bottom() + panelGap * m_u;
    }
    std::erase_if(m_panels, [](const BarPanel& panel) { return panel.rows.empty(); });
    if (hidden > 0)
        m_pass.found << Charts::tr("Not drawn for want of room: %1 smaller values.").arg(hidden);
}

/// One for all panels, so that their bars start below each other.
double ValueBars::nameWidth() const
{
    double width = 0;
    for (const BarPanel& panel : m_panels) {
        for (const BarRow& row : panel.rows)
            width = std::max(width, textWidth(row.name, type::body * m_u, QFont::DemiBold));
    }
    return std::min(width, m_chart.size.width() * 0.26);
}

double ValueBars::labelWidth(const BarRow& row) const
{
    return 8 * m_u +
           textWidth(written(row.claim->valuation.amount), type::body * m_u, QFont::DemiBold) +
           8 * m_u + textWidth(row.detail, type::small * m_u);
}

void ValueBars::scale(BarPanel& panel) const
{
    double top = 1;
    for (const BarRow& row : panel.rows) {
        top = std::max(top, row.claim->extent.high);
        for (const ValueClaim* claim : row.earlier)
            top = std::max(top, claim->extent.high);
    }
    panel.ticks = roundTicks(top, std::clamp(int(panel.area.width() / (190 * m_u)), 2, 6));
    const double left = nameWidth() + 12 * m_u;
    const double room = panel.area.width() - left;
    // As wide as the labels right of the bars allow; the last tick's label is centred on its end.
    double width = room - 30 * m_u;
    for (const BarRow& row : panel.rows) {
        const double label = std::min(labelWidth(row), room * 0.55);
        const double share = std::max(row.claim->extent.high, 1.0) / panel.ticks.back();
        width = std::min(width, (room - label) / share);
    }
    panel.plot = QRectF(panel.area.left() + left, panel.area.top() + headHeight * m_u, width,
                        panel.area.height() - headHeight * m_u);
}

void ValueBars::drawAxis(const BarPanel& panel)
{
    for (const double tick : panel.ticks) {
        const double x = panel.x(tick);
        const bool isBase = tick == 0;
        m_chart.under.push_back(lineShape({x, panel.plot.top() - 4 * m_u}, {x, panel.plot.bottom()},
                                          isBase ? m_chart.palette.muted : m_chart.palette.faint,
                                          isBase ? 1.2 : 1));
        m_chart.texts.push_back(placedText(written(std::llround(tick), panel.currency),
                                           {x, panel.plot.top() - 9 * m_u}, Qt::AlignHCenter,
                                           type::small * m_u, m_chart.palette.muted));
    }
    if (!panel.currency.isKnown())
        m_chart.texts.push_back(placedText(
            Charts::tr("currency not stated"), {panel.area.left(), panel.plot.top() - 9 * m_u},
            Qt::AlignLeft, type::small * m_u, m_chart.palette.muted));
    else if (m_panels.size() > 1)
        m_chart.texts.push_back(
            placedText(panel.currency.code(), {panel.area.left(), panel.plot.top() - 9 * m_u},
                       Qt::AlignLeft, type::small * m_u, m_chart.palette.muted, QFont::DemiBold));
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

void ValueBars::drawRow(const BarPanel& panel, std::size_t index)
{
    const BarRow& row = panel.rows.at(index);
    const Extent& extent = row.claim->extent;
    const QRectF bar = panel.bar(index, 0, extent.high);
    const bool isHollow = isTalk(row.claim->valuation.status);
    if (isHollow || extent.low < extent.high) {
        const double from = isHollow ? 0 : extent.low;
        const double inset = 0.75 * m_u;
        m_chart.over.push_back(
            boxShape(panel.bar(index, from, extent.high).adjusted(inset, inset, -inset, -inset),
                     colour(row.claim->isBackground), {}, 1.5 * m_u));
    }
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
    m_chart.texts.push_back(
        placedText(elided(row.detail, panel.area.right() - left + 1, type::small * m_u), {left, y},
                   Qt::AlignLeft | Qt::AlignVCenter, type::small * m_u, m_chart.palette.muted));
}

} // namespace

void drawValueBars(ChartPass& pass, const std::vector<ValuesOfFirm>& firms)
{
    const bool isOneFirm = firms.size() == 1;
    ValueBars(pass, isOneFirm ? claimRows(firms.front()) : firmRows(firms), isOneFirm).draw();
}

} // namespace gyre
