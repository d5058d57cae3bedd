#include "ui/charts/ticks.h"
#include "ui/charts/valuebars.h"
#include "ui/charts/valuecourse.h"

#include <algorithm>
#include <cmath>
#include <iterator>

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
/// The first panel has so many rows, or all of its own, before another gets one.
constexpr std::size_t firstPanelsRows = 5;
constexpr std::size_t leastRows = 2;
constexpr double leastBar = 20;
/// Without an axis there is still air between panels.
constexpr double headWithoutAxis = 4;

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
    const QString count = QString::number(panel.rows.size());
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
    furnishing.title = m_title;
    QStringList scope{m_isOneFirm ? Charts::tr("Reported value of the company")
                                  : Charts::tr("Latest reported value of each firm")};
    if (m_panels.size() == 1 && m_panels.front().currency.isKnown())
        scope.front() += QStringLiteral(", ") + m_panels.front().currency.code();
    scope << asOfWords(m_pass.scene, dates);
    scope.removeAll(QString());
    furnishing.scope = scope;
    if (m_hasLegend)
        furnishing.legend = legend();
    furnishing.notes = m_pass.allNotes(hiddenNote());
    furnishing.sources = sourceChoices(m_pass.scene, evidenceOf(drawnClaims));
    const std::size_t rows = std::min(leastRows, m_panels.front().rows.size());
    furnishing.leastPlot = headOf(m_panels.front()) + static_cast<double>(rows) * leastPitch * m_u;
    return furnish(chart, furnishing, m_pass.scene.look.withFurniture);
}

QRectF ValueBars::measured() const
{
    DrawnChart measure;
    measure.size = m_chart.size;
    measure.unit = m_u;
    measure.titlePixels = m_chart.titlePixels;
    measure.margin = m_chart.margin;
    return furnishAll(measure);
}

double ValueBars::pitchIn(const QRectF& area) const
{
    std::size_t rows = 0;
    for (const BarPanel& panel : m_panels)
        rows += panel.rows.size();
    return std::clamp((area.height() - headsHeight(m_panels.size())) / static_cast<double>(rows),
                      leastPitch * m_u, greatestPitch * m_u);
}

/// Of the first panels, with the gaps between them.
double ValueBars::headsHeight(std::size_t panels) const
{
    double height = -panelGap * m_u;
    for (std::size_t i = 0; i < panels; ++i)
        height += headOf(m_panels.at(i)) + panelGap * m_u;
    return height;
}

double ValueBars::headOf(const BarPanel& panel) const
{
    const double axis = m_hasAxis ? headHeight : headWithoutAxis;
    return (panel.heading.isEmpty() ? axis : axis + headingHeight) * m_u;
}

/// Over the panels of a picture that has both grounds.
void ValueBars::setHeadings()
{
    const bool hasBoth = m_panels.front().isBackground != m_panels.back().isBackground;
    bool wasBackground = true;
    for (BarPanel& panel : m_panels) {
        const bool isFirst = &panel == &m_panels.front() || panel.isBackground != wasBackground;
        panel.heading = !hasBoth || !isFirst ? QString()
                        : panel.isBackground ? Charts::tr("Background facts, not in the briefing")
                                             : Charts::tr("In the briefing");
        if (textWidth(panel.heading, type::body * m_u, QFont::DemiBold) >
            m_chart.size.width() - 2 * m_chart.margin)
            panel.heading = Charts::tr("Background facts");
        wasBackground = panel.isBackground;
    }
}

void ValueBars::dropDotsWithoutRoom()
{
    setHeadings();
    if (pitchIn(measured()) >= leastPitchWithDots * m_u)
        return;
    for (BarPanel& panel : m_panels) {
        for (BarRow& row : panel.rows)
            row.earlier.clear();
    }
}

/// How many rows each panel has room for. The first panel is what the title speaks of: later ones
/// get a row only where it has several.
std::vector<std::size_t> ValueBars::rowsWithin(double height) const
{
    for (std::size_t panels = m_panels.size();; --panels) {
        const double room = (height - headsHeight(panels)) / (leastPitch * m_u);
        auto fitting = static_cast<std::size_t>(std::max(1.0, std::floor(room + 1e-6)));
        const std::size_t least =
            std::min(firstPanelsRows, m_panels.front().rows.size()) + panels - 1;
        if (panels > 1 && (room < 1 || fitting < least))
            continue;
        std::vector<std::size_t> rows(m_panels.size(), 0);
        for (std::size_t i = 0; i < panels; ++i) {
            // Every later one keeps a row at least.
            const std::size_t later = panels - 1 - i;
            rows.at(i) = std::min(m_panels.at(i).rows.size(), fitting - later);
            fitting -= rows.at(i);
        }
        return rows;
    }
}

/// Takes the rows beyond these out; false where there are none.
bool ValueBars::keep(const std::vector<std::size_t>& rows)
{
    const std::size_t before = m_hidden.size();
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        std::vector<BarRow>& own = m_panels.at(i).rows;
        const auto first = own.begin() + static_cast<std::ptrdiff_t>(rows.at(i));
        std::move(first, own.end(), std::back_inserter(m_hidden));
        own.erase(first, own.end());
    }
    std::erase_if(m_panels, [](const BarPanel& panel) { return panel.rows.empty(); });
    setHeadings();
    return m_hidden.size() > before;
}

/// Fewer and fewer rows, until the furniture, which tells of those that stay and counts the others,
/// leaves room for them. An axis that has no room for two rows below it is none.
void ValueBars::keepWhatFits()
{
    // What has no room at all must not ask for keys in the legend.
    m_hasLegend = false;
    keep(rowsWithin(measured().height()));
    m_hasLegend = true;
    for (;;) {
        const std::vector<std::size_t> rows = rowsWithin(measured().height());
        if (m_hasAxis && rows.front() < std::min(leastRows, m_panels.front().rows.size()))
            m_hasAxis = false;
        else if (!keep(rows))
            return;
    }
}

ChartNotes ValueBars::hiddenNote() const
{
    if (m_hidden.empty())
        return {};
    const BarPanel& panel = m_panels.front();
    const bool isOneCurrency = m_panels.size() == 1;
    // Rows stand greatest first.
    const double least = panel.rows.back().claim->extent.high;
    const bool areSmaller =
        isOneCurrency &&
        std::all_of(m_hidden.begin(), m_hidden.end(), [&panel, least](const BarRow& row) {
            return row.claim->valuation.amount.currency == panel.currency &&
                   row.claim->extent.high <= least;
        });
    const auto count = static_cast<int>(m_hidden.size());
    const QString values = count == 1
                               ? areSmaller ? Charts::tr("1 smaller value") : Charts::tr("1 value")
                           : areSmaller ? Charts::tr("%1 smaller values").arg(count)
                                        : Charts::tr("%1 values").arg(count);
    return {{Charts::tr("Not drawn for want of room: %1.").arg(values), values}};
}

/// Height by rows.
void ValueBars::share(const QRectF& area)
{
    const double pitch = pitchIn(area);
    double y = area.top();
    for (BarPanel& panel : m_panels) {
        panel.pitch = pitch;
        panel.fill = std::min(0.52, greatestThickness * m_u / pitch);
        panel.area = QRectF(area.left(), y, area.width(),
                            headOf(panel) + pitch * static_cast<double>(panel.rows.size()));
        y = panel.area.bottom() + panelGap * m_u;
    }
}

/// One for all panels, so that their bars start below each other. Long names leave room for a bar
/// and its value.
double ValueBars::nameWidth() const
{
    double width = 0;
    double value = 0;
    for (const BarPanel& panel : m_panels) {
        for (const BarRow& row : panel.rows) {
            width = std::max(width, textWidth(row.name, type::body * m_u, QFont::DemiBold));
            value = std::max(value, valueWidth(row));
        }
    }
    const double wide = m_chart.size.width() * 0.26;
    const double room = m_panels.front().area.width() - 12 * m_u - value - leastBar * m_u;
    return std::min(width, std::max(std::min(room, 150 * m_u), std::min(wide, room)));
}

double ValueBars::valueWidth(const BarRow& row) const
{
    return 8 * m_u +
           textWidth(written(row.claim->valuation.amount), type::body * m_u, QFont::DemiBold);
}

/// Value and as much of the detail as fits; the value always.
double ValueBars::labelWidth(const BarRow& row, double atMost) const
{
    const double value = valueWidth(row) + 8 * m_u;
    const QString detail = detailWithin(row, atMost - value);
    return detail.isEmpty() ? value - 8 * m_u : value + textWidth(detail, type::small * m_u);
}

QString ValueBars::detailWithin(const BarRow& row, double room) const
{
    for (const QString& detail : row.details) {
        if (textWidth(detail, type::small * m_u) <= room)
            return detail;
    }
    return {};
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
                const double label = labelWidth(row, room * 0.55);
                const double share = std::max(row.claim->extent.high, 1.0) / panel.ticks.back();
                width = std::min(width, (room - label) / share);
            }
    return std::max(width, leastBar * m_u);
}

} // namespace gyre
