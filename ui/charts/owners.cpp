#include "ui/charts/chartparts.h"
#include "ui/charts/ownerlist.h"
#include "ui/words/words.h"

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

constexpr double axisHeight = 24;
constexpr double listGap = 12;
/// Below it the list's columns would be cut.
constexpr double leastListWidth = 420;
/// The height of a stacked bar that is a picture by itself.
constexpr double leastStack = 44;
constexpr double leastPitch = 25;
constexpr std::size_t leastRows = 2;
/// A rest of so many per cent has room for its words in a bar across the picture.
constexpr double labelledRest = 18;
constexpr double tallestBar = 340;

DrawnEvidence evidenceOf(const std::vector<FirmOwners>& firms)
{
    DrawnEvidence drawn;
    for (const FirmOwners& owners : firms)
        for (const auto* part : {&owners.holdings, &owners.aside})
            for (const Holding& holding : *part)
                (holding.isBackground ? drawn.background : drawn.own)
                    .push_back(&holding.stake.evidence);
    return drawn;
}

QStringList scopeOf(const ChartPass& pass, const std::vector<FirmOwners>& firms,
                    const QString& what)
{
    std::vector<std::optional<PartialDate>> dates;
    for (const FirmOwners& owners : firms) {
        for (const Holding& holding : owners.holdings)
            dates.push_back(holding.stake.date);
    }
    QStringList parts{what, asOfWords(pass.scene, dates)};
    parts.removeAll(QString());
    return parts;
}

LegendEntry restKey(const DrawnChart& chart)
{
    const double u = chart.unit;
    const QRectF box(-11 * u, -6 * u, 22 * u, 12 * u);
    return {Charts::tr("not disclosed"),
            {hatching(box, 5 * u, mixed(chart.palette.muted, chart.palette.canvas, 0.45), u),
             boxShape(box, chart.palette.muted, {}, u)}};
}

/// `leastRest`: from how many per cent on the rest of a bar is labelled in it.
std::vector<LegendEntry> legendOf(const ChartPass& pass, const std::vector<FirmOwners>& firms,
                                  double leastRest)
{
    const double u = pass.chart.unit;
    const auto has = [&firms](auto&& test) {
        return std::any_of(firms.begin(), firms.end(), [&test](const FirmOwners& owners) {
            return std::any_of(owners.holdings.begin(), owners.holdings.end(), test);
        });
    };
    std::vector<LegendEntry> entries;
    const QRectF box(-11 * u, -6 * u, 22 * u, 12 * u);
    // A broad rest says itself what it is.
    const bool hasRest =
        std::any_of(firms.begin(), firms.end(), [leastRest](const FirmOwners& owners) {
            const std::optional<FirmOwners::Rest> rest = owners.rest();
            return !owners.isOverfull() && rest && rest->percent < leastRest;
        });
    if (hasRest)
        entries.push_back(restKey(pass.chart));
    if (has([](const Holding& holding) { return isTalk(holding.stake.status); }))
        entries.push_back({Charts::tr("in talks or rumoured"),
                           {boxShape(box, pass.chart.palette.muted, {}, 1.5 * u)}});
    if (has([](const Holding& holding) {
            return !isTalk(holding.stake.status) && holding.extent.low < holding.extent.high;
        }))
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

/// "OpenAI: shares of 28 Oct 2025 alone, which add up; of other dates: SoftBank ≈ 11% (31 Dec
/// 2025)."
ChartNote asideNote(const FirmOwners& owners)
{
    QStringList others;
    for (const Holding& holding : owners.aside)
        others << QStringLiteral("%1 %2 (%3)")
                      .arg(holding.holder, holding.written,
                           holding.known ? words(*holding.known) : Charts::tr("undated"));
    return {Charts::tr("%1: shares of %2 alone, which add up; of other dates: %3.")
                .arg(owners.name, words(*owners.oneDate), others.join(QStringLiteral(", "))),
            others.size() == 1 ? Charts::tr("1 share of another date")
                               : Charts::tr("%1 shares of other dates").arg(others.size())};
}

/// What holds for both charts: newest share per holder, shares that do not add up.
ChartNotes notesOf(const std::vector<FirmOwners>& firms)
{
    ChartNotes notes;
    std::size_t older = 0;
    QStringList overfull;
    for (const FirmOwners& owners : firms) {
        older += owners.olderCount();
        if (owners.isOverfull())
            overfull << QStringLiteral("%1 %2").arg(owners.name, writtenPercent(owners.sum()));
    }
    if (older == 1)
        notes.push_back({Charts::tr("The newest share of each holder counts; "
                                    "1 earlier one is not "
                                    "drawn."),
                         Charts::tr("1 earlier share")});
    else if (older > 1)
        notes.push_back({Charts::tr("The newest share of each holder counts; "
                                    "%1 earlier ones are "
                                    "not drawn.")
                             .arg(older),
                         Charts::tr("%1 earlier shares").arg(older)});
    for (const FirmOwners& owners : firms)
        if (owners.oneDate)
            notes.push_back(asideNote(owners));
    if (!overfull.isEmpty())
        notes.push_back({Charts::tr("Shares that add up to more than 100% overlap or are "
                                    "of different "
                                    "dates; they are drawn side by side, not stacked: %1.")
                             .arg(overfull.join(QStringLiteral(", "))),
                         {}});
    return notes;
}

void addHiddenNames(ChartPass& pass)
{
    const int count = pass.hiddenNames;
    if (count == 1)
        pass.found.push_back(
            {Charts::tr("1 holder had no room for a name."), Charts::tr("1 holder’s name")});
    else if (count > 1)
        pass.found.push_back({Charts::tr("%1 holders had no room for a name.").arg(count),
                              Charts::tr("%1 holders’ names").arg(count)});
}

/// Labels that stand apart: of every quarter, of the half or of the ends.
void drawPercentAxis(DrawnChart& chart, double left, double right, double top, double bottom)
{
    const double u = chart.unit;
    const double widest = textWidth(writtenPercent(100), type::small * u) + 8 * u;
    int step = 25;
    while (step < 100 && (right - left) * step / 100 < widest)
        step *= 2;
    for (int percent = 0; percent <= 100; percent += step) {
        const double x = left + (right - left) * percent / 100;
        chart.grid.push_back({QLineF(x, top, x, bottom + 5 * u), chart.palette.faint, u});
        chart.texts.push_back(placedText(writtenPercent(percent), {x, bottom + 11 * u},
                                         Qt::AlignHCenter | Qt::AlignTop, type::small * u,
                                         chart.palette.muted));
    }
}

/// What stands over a bar where a firm has two or one that needs a word.
QString barHeading(const FirmOwners& owners, bool isOneOfTwo)
{
    QStringList parts;
    if (owners.isBackground)
        parts << Charts::tr("Background facts");
    else if (isOneOfTwo)
        parts << Charts::tr("In the briefing");
    if (owners.isOverfull())
        parts << (parts.isEmpty() ? Charts::tr("Shares add up to %1: not stacked")
                                  : Charts::tr("shares add up to %1: not stacked"))
                     .arg(writtenPercent(owners.sum()));
    return parts.join(QStringLiteral(" · "));
}

/// The height that the bar itself needs, before `unit`.
double leastBar(const FirmOwners& owners)
{
    return owners.isOverfull() ? 22 * static_cast<double>(owners.holdings.size()) : leastStack;
}

/// Heading, bar, axis and list of one list of owners.
void drawOwnersPart(ChartPass& pass, const FirmOwners& owners, QRectF area, bool isOneOfTwo)
{
    DrawnChart& chart = pass.chart;
    const double u = chart.unit;
    const QString heading = barHeading(owners, isOneOfTwo);
    if (!heading.isEmpty()) {
        const QString fitting =
            elided(heading, area.width() + 18 * u, type::body * u, QFont::DemiBold);
        chart.texts.push_back(placedText(fitting, {area.left(), area.top() + 12 * u}, Qt::AlignLeft,
                                         type::body * u, chart.palette.ink, QFont::DemiBold));
        area.adjust(0, 24 * u, 0, 0);
    }
    const auto count = static_cast<double>(owners.holdings.size());
    const double least = leastBar(owners) * u;
    // Where there is no room for the scale below the bar, the bar goes without.
    const bool hasAxis = area.height() >= std::min(least, leastStack * u) + axisHeight * u;
    const double axis = hasAxis ? axisHeight * u : 0;
    const double list = leastListHeight(owners) * u;
    // Where bar and list have no room together, the bar alone names the holders.
    const bool hasList =
        area.width() >= leastListWidth * u && area.height() >= least + axis + listGap * u + list;
    const double greatest = owners.isOverfull() ? 38 * u * count : tallestBar * u;
    const double wanted =
        hasList ? std::min(area.height() * 0.45, area.height() - axis - listGap * u - list)
                : area.height() - axis;
    const double height =
        std::clamp(wanted, std::min({least, greatest, area.height() - axis}), greatest);
    const QRectF bar(area.left(), area.top(), area.width(), height);
    drawOwnerBar(pass, {bar, &owners});
    if (hasAxis)
        drawPercentAxis(chart, bar.left(), bar.right(), bar.top(), bar.bottom());
    if (hasList)
        drawOwnerList(pass, owners, area.adjusted(0, height + axis + listGap * u, 0, -4 * u));
    else
        pass.listless += 1;
}

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

    [[nodiscard]] double axis() const { return m_hasAxis ? axisHeight * m_u : 0; }

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

void drawOwners(ChartPass& pass, const std::vector<FirmOwners>& owners)
{
    DrawnChart& chart = pass.chart;
    const double u = chart.unit;
    Furnishing furnishing;
    furnishing.title =
        pass.scene.look.title.isEmpty() ? ownersTitle(owners.front()) : pass.scene.look.title;
    furnishing.scope = scopeOf(pass, owners, Charts::tr("Known shares of ownership, per cent"));
    furnishing.legend = legendOf(pass, owners, labelledRest);
    furnishing.notes = pass.allNotes(notesOf(owners));
    furnishing.sources = sourceChoices(pass.scene, evidenceOf(owners));
    const auto parts = static_cast<double>(owners.size());
    furnishing.leastPlot = parts * ((parts > 1 ? 24 : 0) + leastStack + axisHeight) * u;
    const QRectF area = furnish(chart, furnishing, pass.scene.look.withFurniture);
    // The last tick's label is centred on the bar's end.
    const double width = area.width() - 18 * u;
    const double gap = 14 * u;
    const double height = (area.height() - gap * (parts - 1)) / parts;
    for (std::size_t i = 0; i < owners.size(); ++i) {
        const double top = area.top() + (height + gap) * static_cast<double>(i);
        drawOwnersPart(pass, owners.at(i), {area.left(), top, width, height}, owners.size() > 1);
    }
    if (pass.listless > 0)
        addHiddenNames(pass);
}

void drawOwnerRows(ChartPass& pass, const OwnershipClaims& claims)
{
    OwnerRows(pass, claims).draw();
}

} // namespace gyre
