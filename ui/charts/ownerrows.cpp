#include "ui/charts/ownerframe.h"

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

constexpr double leastPitch = 25;
constexpr std::size_t leastRows = 2;

/// The bars of several firms that have room, with the furniture that tells of them and counts the
/// others.
class OwnerRows
{
public:
    OwnerRows(ChartPass& pass, const OwnershipClaims& claims)
        : m_pass(pass)
        , m_claims(claims)
        , m_shown(claims.firms)
        , m_u(pass.chart.unit)
    {
    }

    void draw();

private:
    QRectF furnishAll(DrawnChart& chart, bool withLegend) const;
    bool keepWithin(const QRectF& area);
    [[nodiscard]] QRectF measured(bool withLegend) const;

    [[nodiscard]] double axis() const { return m_hasAxis ? percentAxisHeight * m_u : 0; }

    [[nodiscard]] double pitchIn(const QRectF& area) const;
    [[nodiscard]] double nameWidth(const QRectF& area) const;

    ChartPass& m_pass;
    const OwnershipClaims& m_claims;
    std::vector<FirmOwners> m_shown;
    double m_u;
    bool m_hasAxis = true;
};

/// Left of a bar; the background's row says so.
void drawRowName(DrawnChart& chart, const FirmOwners& owners, double left, const QRectF& bar)
{
    const double u = chart.unit;
    const double right = bar.left() - 10 * u;
    const Qt::Alignment alignment = Qt::AlignRight | Qt::AlignVCenter;
    const int weight = owners.isBackground ? QFont::Normal : QFont::DemiBold;
    const QColor ink = owners.isBackground ? chart.palette.muted : chart.palette.ink;
    chart.texts.push_back(placedText(elided(owners.name, right - left, type::body * u, weight),
                                     {right, bar.center().y()}, alignment, type::body * u, ink,
                                     weight));
}

QString rowsTitle(const ChartPass& pass, const OwnershipClaims& claims)
{
    if (!pass.scene.look.title.isEmpty())
        return pass.scene.look.title;
    // The finding is the briefings' where they have one.
    const bool hasOwn = std::any_of(claims.firms.begin(), claims.firms.end(),
                                    [](const FirmOwners& owners) { return !owners.isBackground; });
    const FirmOwners* firm = &claims.firms.front();
    for (const FirmOwners& owners : claims.firms) {
        const bool isBetter =
            owners.isBackground == firm->isBackground
                ? owners.holdings.front().extent.high > firm->holdings.front().extent.high
                : owners.isBackground != hasOwn;
        if (isBetter)
            firm = &owners;
    }
    const Holding& greatest = firm->holdings.front();
    if (claims.isHoldingsOfFirm)
        return claims.firms.size() == 1 ? holdingTitle(greatest, firm->name)
                                        : Charts::tr("%1 holds shares of %2 firms, most of %3: %4")
                                              .arg(greatest.holder)
                                              .arg(claims.firms.size())
                                              .arg(firm->name, shareInWords(greatest));
    return (isTalk(greatest.stake.status)
                ? Charts::tr("Who owns whom: the largest share spoken of is %1 of %2, for %3")
                : Charts::tr("Who owns whom: the largest known share is %1 of %2, held by %3"))
        .arg(shareInWords(greatest), firm->name, greatest.holder);
}

QRectF OwnerRows::furnishAll(DrawnChart& chart, bool withLegend) const
{
    Furnishing furnishing;
    furnishing.title = rowsTitle(m_pass, m_claims);
    furnishing.scope = scopeOf(m_pass, m_shown, Charts::tr("Known shares of ownership, per cent"));
    if (withLegend)
        furnishing.legend = legendOf(m_pass, m_shown, 101);
    ChartNotes first;
    const std::size_t hidden = m_claims.firms.size() - m_shown.size();
    if (hidden == 1)
        first.push_back(
            {Charts::tr("Not drawn for want of room: 1 more firm."), Charts::tr("1 firm")});
    else if (hidden > 1)
        first.push_back({Charts::tr("Not drawn for want of room: %1 more firms.").arg(hidden),
                         Charts::tr("%1 firms").arg(hidden)});
    const ChartNotes ofShown = notesOf(m_shown);
    first.insert(first.end(), ofShown.begin(), ofShown.end());
    furnishing.notes = m_pass.allNotes(first);
    furnishing.sources = sourceChoices(m_pass.scene, evidenceOf(m_shown));
    const auto rows = static_cast<double>(std::min(leastRows, m_shown.size()));
    furnishing.leastPlot = rows * leastPitch * m_u + axis();
    return furnish(chart, furnishing, m_pass.scene.look.withFurniture);
}

QRectF OwnerRows::measured(bool withLegend) const
{
    DrawnChart measure;
    measure.size = m_pass.chart.size;
    measure.unit = m_u;
    measure.titlePixels = m_pass.chart.titlePixels;
    measure.margin = m_pass.chart.margin;
    return furnishAll(measure, withLegend);
}

double OwnerRows::pitchIn(const QRectF& area) const
{
    return std::clamp((area.height() - axis()) / static_cast<double>(m_shown.size()),
                      leastPitch * m_u, 132 * m_u);
}

/// Fewer rows where the area has no room for all; false where it has.
bool OwnerRows::keepWithin(const QRectF& area)
{
    const auto fitting = [this, &area] {
        const double rows = (area.height() - axis()) / (leastPitch * m_u);
        return static_cast<std::size_t>(std::max(1.0, std::floor(rows + 1e-6)));
    };
    if (m_hasAxis && fitting() < std::min(leastRows, m_shown.size())) {
        m_hasAxis = false;
        return true;
    }
    if (fitting() >= m_shown.size())
        return false;
    m_shown.erase(m_shown.begin() + static_cast<std::ptrdiff_t>(fitting()), m_shown.end());
    return true;
}

/// Long names leave room for the bars.
double OwnerRows::nameWidth(const QRectF& area) const
{
    double names = 0;
    for (const FirmOwners& owners : m_shown)
        names = std::max(names, textWidth(owners.name, type::body * m_u, QFont::DemiBold));
    const double wide = std::max(area.width() * 0.26, std::min(150 * m_u, area.width() * 0.4));
    return std::min(names, wide);
}

void OwnerRows::draw()
{
    DrawnChart& chart = m_pass.chart;
    // What has no room at all must not ask for keys in the legend.
    keepWithin(measured(false));
    while (keepWithin(measured(true))) {
    }
    const QRectF area = furnishAll(chart, true);
    const double pitch = pitchIn(area);
    const double names = nameWidth(area) + 12 * m_u;
    const QRectF plot(area.left() + names, area.top(), area.width() - names - 18 * m_u,
                      pitch * static_cast<double>(m_shown.size()));
    if (m_hasAxis)
        drawPercentAxis(chart, plot.left(), plot.right(), plot.top(), plot.bottom());
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        const FirmOwners& owners = m_shown.at(i);
        const double top = plot.top() + pitch * static_cast<double>(i);
        const double height = std::min(pitch * 0.66, 72 * m_u);
        const QRectF bar(plot.left(), top + (pitch - height) / 2, plot.width(), height);
        drawRowName(chart, owners, area.left(), bar);
        drawOwnerBar(m_pass, {bar, &owners});
    }
    addHiddenNames(m_pass);
}

} // namespace

void drawOwnerRows(ChartPass& pass, const OwnershipClaims& claims)
{
    OwnerRows(pass, claims).draw();
}

} // namespace gyre
