#include "ui/charts/chartparts.h"

#include "ui/words/words.h"

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

constexpr double axisHeight = 24;
constexpr double listPitch = 26;

std::vector<const EvidenceList*> backgroundEvidence(const std::vector<FirmOwners>& firms)
{
    std::vector<const EvidenceList*> evidence;
    for (const FirmOwners& owners : firms) {
        for (const Holding& holding : owners.holdings) {
            if (holding.isBackground)
                evidence.push_back(&holding.stake.evidence);
        }
    }
    return evidence;
}

QString scopeOf(const Pass& pass, const std::vector<FirmOwners>& firms, const QString& what)
{
    std::vector<std::optional<PartialDate>> dates;
    for (const FirmOwners& owners : firms) {
        for (const Holding& holding : owners.holdings)
            dates.push_back(holding.stake.date);
    }
    QStringList parts{what, asOfWords(pass.scene, dates)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

LegendEntry restKey(const DrawnChart& chart)
{
    const double u = chart.unit;
    const QRectF box(-11 * u, -6 * u, 22 * u, 12 * u);
    return {Charts::tr("not disclosed"),
            {hatching(box, 5 * u, mixed(chart.palette.muted, chart.palette.canvas, 0.45), u),
             boxShape(box, chart.palette.muted, {}, u)}};
}

std::vector<LegendEntry> legendOf(const Pass& pass, const std::vector<FirmOwners>& firms)
{
    const double u = pass.chart.unit;
    const auto has = [&firms](auto&& test) {
        return std::any_of(firms.begin(), firms.end(), [&test](const FirmOwners& owners) {
            return std::any_of(owners.holdings.begin(), owners.holdings.end(), test);
        });
    };
    std::vector<LegendEntry> entries;
    const QRectF box(-11 * u, -6 * u, 22 * u, 12 * u);
    const bool hasRest = std::any_of(firms.begin(), firms.end(), [](const FirmOwners& owners) {
        return !owners.isOverfull() && !owners.writtenRest().isEmpty();
    });
    if (hasRest)
        entries.push_back(restKey(pass.chart));
    if (has([](const Holding& holding) { return holding.extent.low < holding.extent.high; }))
        entries.push_back({Charts::tr("at most"),
                           {boxShape(box, pass.chart.palette.muted, {}, 1.5 * u, Qt::DashLine)}});
    if (has([](const Holding& holding) { return holding.isBackground; })) {
        const QColor pale =
            mixed(pass.chart.palette.kindRing.front(), pass.chart.palette.canvas, 0.45);
        entries.push_back({Charts::tr("paler: background facts, not in the briefing"),
                           {boxShape(box, pale, pale, 0)}});
    }
    return entries;
}

/// What holds for both charts: newest share per holder, shares that do not add up.
QStringList notesOf(const std::vector<FirmOwners>& firms)
{
    QStringList notes;
    std::size_t older = 0;
    QStringList overfull;
    for (const FirmOwners& owners : firms) {
        older += owners.olderCount();
        if (owners.isOverfull())
            overfull << QStringLiteral("%1 %2").arg(owners.name, writtenPercent(owners.sum()));
    }
    if (older > 0)
        notes << (older == 1
                      ? Charts::tr("The newest share of each holder counts; 1 earlier one is not "
                                   "drawn.")
                      : Charts::tr("The newest share of each holder counts; %1 earlier ones are "
                                   "not drawn.")
                            .arg(older));
    if (!overfull.isEmpty())
        notes << Charts::tr("Shares that add up to more than 100% overlap or are of different "
                            "dates; they are drawn side by side, not stacked: %1.")
                     .arg(overfull.join(QStringLiteral(", ")));
    return notes;
}

void drawPercentAxis(DrawnChart& chart, double left, double right, double top, double bottom)
{
    const double u = chart.unit;
    for (int percent = 0; percent <= 100; percent += 25) {
        const double x = left + (right - left) * percent / 100;
        chart.under.push_back(lineShape({x, top}, {x, bottom + 5 * u}, chart.palette.faint, 1));
        chart.texts.push_back(placedText(writtenPercent(percent), {x, bottom + 10 * u},
                                         Qt::AlignHCenter | Qt::AlignTop, type::small * u,
                                         chart.palette.muted));
    }
}

QString dateWords(const Stake& stake)
{
    QString text = stake.date ? words(*stake.date) : Charts::tr("undated");
    if (isTalk(stake.status))
        text += QStringLiteral(" · ") + words(stake.status);
    return text;
}

/// Holder, share, date and source in columns: what the bar has no room for.
class OwnerList
{
public:
    OwnerList(Pass& pass, const FirmOwners& owners, double left, double width)
        : m_pass(pass)
        , m_owners(owners)
        , m_left(left)
        , m_width(width)
        , m_u(pass.chart.unit)
    {
    }

    /// As many rows as fit above `bottom`; returns the y below the last.
    double draw(double top, double bottom)
    {
        std::size_t hidden = 0;
        double y = top;
        for (std::size_t i = 0; i < m_owners.holdings.size(); ++i) {
            if (y + listPitch * m_u > bottom) {
                hidden = m_owners.holdings.size() - i;
                break;
            }
            drawRow(i, y);
            y += listPitch * m_u;
        }
        if (hidden > 0)
            m_pass.found
                << Charts::tr("%1 smaller holders are in the bar but not in the list.").arg(hidden);
        return y;
    }

private:
    void drawRow(std::size_t index, double top);
    void text(const QString& words, double x, double right, double y, const QColor& colour,
              int weight);

    Pass& m_pass;
    const FirmOwners& m_owners;
    double m_left;
    double m_width;
    double m_u;
};

void OwnerList::text(const QString& words, double x, double right, double y, const QColor& colour,
                     int weight)
{
    m_pass.chart.texts.push_back(placedText(elided(words, right - x, type::body * m_u, weight),
                                            {x, y}, Qt::AlignLeft | Qt::AlignVCenter,
                                            type::body * m_u, colour, weight));
}

void OwnerList::drawRow(std::size_t index, double top)
{
    const Holding& holding = m_owners.holdings.at(index);
    const Palette& palette = m_pass.chart.palette;
    const double y = top + listPitch * m_u / 2;
    const QColor colour = holderColour(m_pass, m_owners, index);
    m_pass.chart.over.push_back(
        boxShape({m_left, y - 6 * m_u, 12 * m_u, 12 * m_u}, colour, colour, 0));
    m_pass.chart.under.push_back(lineShape({m_left, top + listPitch * m_u},
                                           {m_left + m_width, top + listPitch * m_u}, palette.faint,
                                           1));
    const double name = m_left + 22 * m_u;
    const double share = m_left + m_width * 0.36;
    const double date = m_left + m_width * 0.5;
    const double before = m_left + m_width * 0.72;
    text(holding.holder, name, share - 8 * m_u, y, palette.ink, QFont::Normal);
    text(holding.written, share, date - 8 * m_u, y, palette.ink, QFont::DemiBold);
    text(dateWords(holding.stake), date, before - 8 * m_u, y, palette.muted, QFont::Normal);
    if (!holding.older.empty())
        text(
            Charts::tr("before: %1, %2")
                .arg(writtenPercent(holding.older.front().percent, holding.older.front().qualifier),
                     dateWords(holding.older.front())),
            before, m_left + m_width, y, palette.muted, QFont::Normal);
}

/// What stands over a bar where a firm has two.
QString barHeading(const FirmOwners& owners)
{
    const QString what =
        owners.isBackground ? Charts::tr("Background facts") : Charts::tr("In the briefing");
    return owners.isOverfull() ? Charts::tr("%1 · shares add up to %2: not stacked")
                                     .arg(what, writtenPercent(owners.sum()))
                               : what;
}

struct RowsLayout
{
    QRectF plot;
    double pitch = 0;
    std::size_t count = 0;
};

RowsLayout rowsLayout(const Pass& pass, const QRectF& area, const std::vector<FirmOwners>& firms)
{
    const double u = pass.chart.unit;
    double names = 0;
    for (const FirmOwners& owners : firms)
        names = std::max(names, textWidth(owners.name, type::body * u, QFont::DemiBold));
    names = std::min(names, area.width() * 0.26);
    const double room = area.height() - axisHeight * u;
    const double pitch = std::clamp(room / static_cast<double>(firms.size()), 25 * u, 74 * u);
    const auto fitting = static_cast<std::size_t>(std::max(1.0, std::floor(room / pitch + 1e-6)));
    RowsLayout layout;
    layout.count = std::min(firms.size(), fitting);
    layout.pitch = pitch;
    layout.plot =
        QRectF(area.left() + names + 12 * u, area.top(), area.width() - names - 12 * u - 18 * u,
               pitch * static_cast<double>(layout.count));
    return layout;
}

QString rowsTitle(const Pass& pass, const OwnershipClaims& claims)
{
    if (!pass.scene.look.title.isEmpty())
        return pass.scene.look.title;
    const Holding* greatest = nullptr;
    const FirmOwners* firm = nullptr;
    for (const FirmOwners& owners : claims.firms) {
        const Holding& first = owners.holdings.front();
        if (!greatest || first.extent.high > greatest->extent.high) {
            greatest = &first;
            firm = &owners;
        }
    }
    if (claims.isHoldingsOfFirm)
        return claims.firms.size() == 1 ? Charts::tr("%1 holds %2 of %3")
                                              .arg(greatest->holder, greatest->written, firm->name)
                                        : Charts::tr("%1 holds shares of %2 firms, most of %3: %4")
                                              .arg(greatest->holder)
                                              .arg(claims.firms.size())
                                              .arg(firm->name, greatest->written);
    return Charts::tr("Who owns whom: the largest known share is %1’s %2 of %3")
        .arg(greatest->holder, greatest->written, firm->name);
}

} // namespace

void drawOwners(Pass& pass, const std::vector<FirmOwners>& owners)
{
    DrawnChart& chart = pass.chart;
    const double u = chart.unit;
    Furnishing furnishing;
    furnishing.title =
        pass.scene.look.title.isEmpty() ? ownersTitle(owners.front()) : pass.scene.look.title;
    furnishing.scope = scopeOf(pass, owners, Charts::tr("Known shares of ownership, per cent"));
    furnishing.legend = legendOf(pass, owners);
    furnishing.notes = pass.notes;
    furnishing.source = sourceWords(pass.scene, backgroundEvidence(owners));
    const QRectF area = furnish(chart, furnishing, pass.scene.look.withFurniture);
    const bool isTwo = owners.size() > 1;
    const double left = area.left();
    const double right = area.right() - 18 * u;
    const double part = area.height() / static_cast<double>(owners.size());
    double y = area.top();
    for (std::size_t i = 0; i < owners.size(); ++i) {
        const double bottom = area.top() + part * static_cast<double>(i + 1);
        if (isTwo || owners.at(i).isBackground || owners.at(i).isOverfull()) {
            chart.texts.push_back(placedText(barHeading(owners.at(i)), {left, y + 12 * u},
                                             Qt::AlignLeft, type::body * u, chart.palette.ink,
                                             QFont::DemiBold));
            y += 22 * u;
        }
        const double height = std::clamp(part * 0.3, 40 * u, 120 * u);
        drawOwnerBar(pass, {QRectF(left, y, right - left, height), &owners.at(i), true});
        drawPercentAxis(chart, left, right, y, y + height);
        OwnerList(pass, owners.at(i), left, right - left)
            .draw(y + height + (axisHeight + 12) * u, bottom - 4 * u);
        y = bottom + 6 * u;
    }
    pass.found << notesOf(owners);
}

void drawOwnerRows(Pass& pass, const OwnershipClaims& claims)
{
    DrawnChart& chart = pass.chart;
    const double u = chart.unit;
    Furnishing furnishing;
    furnishing.title = rowsTitle(pass, claims);
    furnishing.scope =
        scopeOf(pass, claims.firms, Charts::tr("Known shares of ownership, per cent"));
    furnishing.legend = legendOf(pass, claims.firms);
    furnishing.notes = pass.notes;
    furnishing.source = sourceWords(pass.scene, backgroundEvidence(claims.firms));
    const QRectF area = furnish(chart, furnishing, pass.scene.look.withFurniture);
    const RowsLayout layout = rowsLayout(pass, area, claims.firms);
    drawPercentAxis(chart, layout.plot.left(), layout.plot.right(), layout.plot.top(),
                    layout.plot.bottom());
    for (std::size_t i = 0; i < layout.count; ++i) {
        const FirmOwners& owners = claims.firms.at(i);
        const double top = layout.plot.top() + layout.pitch * static_cast<double>(i);
        const double height = layout.pitch * 0.66;
        const QRectF bar(layout.plot.left(), top + (layout.pitch - height) / 2, layout.plot.width(),
                         height);
        chart.texts.push_back(placedText(
            elided(owners.name, layout.plot.left() - area.left() - 10 * u, type::body * u,
                   QFont::DemiBold),
            {layout.plot.left() - 10 * u, bar.center().y()}, Qt::AlignRight | Qt::AlignVCenter,
            type::body * u, chart.palette.ink, QFont::DemiBold));
        drawOwnerBar(pass, {bar, &owners, true});
    }
    pass.found << notesOf(claims.firms);
    if (layout.count < claims.firms.size())
        pass.found << Charts::tr("Not drawn for want of room: %1 more firms.")
                          .arg(claims.firms.size() - layout.count);
}

} // namespace gyre
