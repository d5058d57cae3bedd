#include "ui/charts/ticks.h"
#include "ui/charts/valuebars.h"
#include "ui/charts/valuecourse.h"

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

constexpr double headHeight = 30;
constexpr double headingHeight = 24;
constexpr double panelGap = 16;
constexpr double leastPitch = 24;
constexpr double greatestPitch = 120;
/// Closer rows have no room for the dots of earlier values.
constexpr double leastPitchWithDots = 36;
constexpr double greatestThickness = 44;

} // namespace

QString ValueBars::title() const
{
    if (!m_pass.scene.look.title.isEmpty())
        return m_pass.scene.look.title;
    // The briefings' panels stand first: a finding is theirs where they have one.
    const BarPanel& panel = m_panels.front();
    const BarRow& first = panel.rows.front();
    if (m_isOneFirm || panel.rows.size() == 1)
        return valueTitle(first.firmName, *first.claim);
    const BarRow& second = panel.rows.at(1);
    const QString course =
        (isTalk(first.claim->valuation.status)
             ? Charts::tr("%1 may be worth most: %2, ahead of %3 at %4")
             : Charts::tr("%1 is worth most: %2, ahead of %3 at %4"))
            .arg(first.name, valueInWords(*first.claim), second.name, valueInWords(*second.claim));
    const QString count = QString::number(panel.rows.size() + panel.hidden);
    const bool isOneCurrency =
        std::all_of(m_panels.begin(), m_panels.end(),
                    [&panel](const BarPanel& other) { return other.currency == panel.currency; });
    return isOneCurrency ? Charts::tr("Of %1 firms, %2").arg(count, course)
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
    ClaimPoints drawnClaims;
    for (const BarPanel& panel : m_panels) {
        for (const BarRow& row : panel.rows) {
            drawnClaims.push_back(row.claim);
            drawnClaims.insert(drawnClaims.end(), row.earlier.begin(), row.earlier.end());
            dates.push_back(row.claim->valuation.date);
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
    furnishing.source = sourceWords(m_pass.scene, evidenceOf(drawnClaims));
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
    double height = -panelGap * m_u;
    for (const BarPanel& panel : m_panels)
        height += headOf(panel) + panelGap * m_u;
    return height;
}

double ValueBars::headOf(const BarPanel& panel) const
{
    return (panel.heading.isEmpty() ? headHeight : headHeight + headingHeight) * m_u;
}

/// Over the panels of a picture that has both grounds.
void ValueBars::setHeadings()
{
    if (m_panels.front().isBackground == m_panels.back().isBackground)
        return;
    bool wasBackground = true;
    for (BarPanel& panel : m_panels) {
        if (panel.isBackground != wasBackground)
            panel.heading = panel.isBackground ? Charts::tr("Background facts, not in the briefing")
                                               : Charts::tr("In the briefing");
        wasBackground = panel.isBackground;
    }
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
        panel.area =
            QRectF(area.left(), y, area.width(), headOf(panel) + pitch * static_cast<double>(mine));
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

/// Panels of one currency share a scale, so that their bars can be compared.
void ValueBars::scale(BarPanel& panel) const
{
    double top = 1;
    for (const BarPanel& other : m_panels)
        if (other.currency == panel.currency)
            for (const BarRow& row : other.rows) {
                top = std::max(top, row.claim->extent.high);
                for (const ValueClaim* claim : row.earlier)
                    top = std::max(top, claim->extent.high);
            }
    panel.ticks = roundTicks(top, std::clamp(int(panel.area.width() / (190 * m_u)), 2, 6));
    const double left = nameWidth() + 12 * m_u;
    const double head = headOf(panel);
    panel.plot = QRectF(panel.area.left() + left, panel.area.top() + head,
                        barsWidth(panel, panel.area.width() - left), panel.area.height() - head);
}

// As wide as the labels right of the bars allow; the last tick's label is centred on its end.
double ValueBars::barsWidth(const BarPanel& panel, double room) const
{
    double width = room - 30 * m_u;
    for (const BarPanel& other : m_panels)
        if (other.currency == panel.currency)
            for (const BarRow& row : other.rows) {
                const double label = std::min(labelWidth(row), room * 0.55);
                const double share = std::max(row.claim->extent.high, 1.0) / panel.ticks.back();
                width = std::min(width, (room - label) / share);
            }
    return width;
}

} // namespace gyre
