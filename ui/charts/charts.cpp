#include "ui/charts/charts.h"

#include "ui/charts/chartparts.h"
#include "ui/picture/scales.h"
#include "ui/words/firmnames.h"
#include "ui/words/words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gyre {

namespace {

/// As the type of the network's picture grows and shrinks.
double unitOf(QSizeF size)
{
    const double area = std::max(1.0, size.width() * size.height());
    return std::clamp(std::pow(area / (1600.0 * 1000.0), 0.25), 0.85, 2.0);
}

DrawnChart blank(const ChartScene& scene)
{
    DrawnChart chart;
    chart.size = scene.look.size;
    chart.palette = palette(scene.look.theme);
    chart.background = scene.look.isTransparent ? QColor() : chart.palette.canvas;
    chart.unit = unitOf(scene.look.size);
    const Metrics metrics = metricsFor(scene.look.size, 0);
    chart.titlePixels = metrics.title;
    chart.margin = metrics.margin;
    return chart;
}

/// What is missing, and either why or what would give it.
struct Absence
{
    QString missing;
    /// Where claims are left out: "46 shares are dated later than Jun 2023."
    QStringList reasons;
    QString example;
};

void drawMissing(ChartPass& pass, const Absence& absence)
{
    Furnishing furnishing;
    furnishing.title = pass.scene.look.title;
    const QRectF area = furnish(pass.chart, furnishing, pass.scene.look.withFurniture);
    if (pass.chart.title.isEmpty())
        pass.chart.title = absence.missing;
    QStringList help = absence.reasons;
    if (help.isEmpty()) {
        help << Charts::tr("A sentence such as “%1” would give one.").arg(absence.example);
        if (!pass.scene.background)
            help << Charts::tr("Background facts, where there are "
                               "any, can be added by a switch.");
    }
    drawAbsence(pass.chart, area, absence.missing, help.join(QLatin1Char(' ')));
}

QString firmName(const ChartScene& scene)
{
    return scene.firm && scene.network.contains(*scene.firm) ? scene.network.firm(*scene.firm).name
                                                             : QString();
}

QString dateOf(const ChartScene& scene)
{
    return scene.asOf ? words(*scene.asOf) : Charts::tr("the chart’s date");
}

/// "Not drawn: 2 cancelled, 3 later than the chart's date."
ChartNotes leftOutNotes(const ChartScene& scene, const Undrawn& leftOut)
{
    QStringList parts;
    if (leftOut.cancelled > 0)
        parts << Charts::tr("%1 cancelled or denied").arg(leftOut.cancelled);
    if (leftOut.undisclosed > 0)
        parts << Charts::tr("%1 without a figure").arg(leftOut.undisclosed);
    if (leftOut.later > 0)
        parts << Charts::tr("%1 dated later than %2")
                     .arg(QString::number(leftOut.later), dateOf(scene));
    if (leftOut.filtered > 0)
        parts << Charts::tr("%1 left out by the filter").arg(leftOut.filtered);
    if (leftOut.laterBackground > 0)
        parts << Charts::tr("%1 background facts later than the chart’s date")
                     .arg(leftOut.laterBackground);
    if (parts.isEmpty())
        return {};
    // Counts alone: they stand together with those of what has no room.
    return {{{}, parts.join(QStringLiteral(", "))}};
}

/// Firms that are called otherwise today; gives way where there is no room.
void addNames(ChartNotes& notes, const ChartScene& scene, const std::vector<QString>& firms)
{
    std::vector<NameOfDate> names;
    for (const QString& firm : firms)
        if (auto name = nameOfDate(firm, scene.asOf);
            name && std::find(names.begin(), names.end(), *name) == names.end())
            names.push_back(std::move(*name));
    if (!names.empty())
        notes.push_back({namesLine(names, *scene.asOf) + u'.', {}});
}

/// A sentence for one and one for many; none for none.
QString counted(int count, const QString& one, const QString& many)
{
    return count == 0 ? QString() : count == 1 ? one : many.arg(count);
}

/// Why no value is drawn though some are there.
QStringList valueReasons(const ChartScene& scene, const Undrawn& leftOut)
{
    const QString date = dateOf(scene);
    QStringList reasons{
        counted(leftOut.later, Charts::tr("1 value is dated later than %1.").arg(date),
                Charts::tr("%1 values are dated later than %2.").arg(QStringLiteral("%1"), date)),
        counted(leftOut.filtered, Charts::tr("1 value is left out by the filter."),
                Charts::tr("%1 values are left out by the filter.")),
        counted(leftOut.cancelled, Charts::tr("1 value is cancelled or denied."),
                Charts::tr("%1 values are cancelled or denied.")),
        counted(leftOut.undisclosed, Charts::tr("1 value has no figure."),
                Charts::tr("%1 values have no figure.")),
        counted(leftOut.laterBackground,
                Charts::tr("1 background fact is later than the chart’s date."),
                Charts::tr("%1 background facts are later than the chart’s date."))};
    reasons.removeAll(QString());
    return reasons;
}

QStringList shareReasons(const ChartScene& scene, const Undrawn& leftOut)
{
    const QString date = dateOf(scene);
    QStringList reasons{
        counted(leftOut.later, Charts::tr("1 share is dated later than %1.").arg(date),
                Charts::tr("%1 shares are dated later than %2.").arg(QStringLiteral("%1"), date)),
        counted(leftOut.filtered, Charts::tr("1 share is left out by the filter."),
                Charts::tr("%1 shares are left out by the filter.")),
        counted(leftOut.cancelled, Charts::tr("1 share is cancelled."),
                Charts::tr("%1 shares are cancelled.")),
        counted(leftOut.laterBackground,
                Charts::tr("1 background fact is later than the chart’s date."),
                Charts::tr("%1 background facts are later than the chart’s date."))};
    reasons.removeAll(QString());
    return reasons;
}

Absence absentValues(const ChartScene& scene, const Undrawn& leftOut)
{
    const QString firm = firmName(scene);
    Absence absence{{}, valueReasons(scene, leftOut), {}};
    if (absence.reasons.isEmpty())
        absence.missing = firm.isEmpty() ? Charts::tr("No value of a firm is stated")
                                         : Charts::tr("No value of %1 is stated").arg(firm);
    else
        absence.missing = firm.isEmpty() ? Charts::tr("No value of a firm can be drawn")
                                         : Charts::tr("No value of %1 can be drawn").arg(firm);
    absence.example = Charts::tr("The deal would value %1 at $5 billion")
                          .arg(firm.isEmpty() ? Charts::tr("the firm") : firm);
    return absence;
}

Absence absentOwners(const ChartScene& scene, const Undrawn& leftOut)
{
    const QString firm = firmName(scene);
    Absence absence{{}, shareReasons(scene, leftOut), {}};
    if (absence.reasons.isEmpty())
        absence.missing = firm.isEmpty() ? Charts::tr("No owner of a firm is stated")
                                         : Charts::tr("No owner of %1 is stated").arg(firm);
    else
        absence.missing = firm.isEmpty() ? Charts::tr("No owner of a firm can be drawn")
                                         : Charts::tr("No owner of %1 can be drawn").arg(firm);
    absence.example = Charts::tr("An investor holds 12% of %1")
                          .arg(firm.isEmpty() ? Charts::tr("the firm") : firm);
    return absence;
}

void drawValuations(ChartPass& pass)
{
    const ValueClaims claims = valueClaims(pass.scene);
    pass.known = leftOutNotes(pass.scene, claims.leftOut);
    std::vector<QString> firms;
    for (const ValuesOfFirm& values : claims.firms)
        firms.push_back(values.name);
    addNames(pass.known, pass.scene, firms);
    if (claims.firms.empty())
        drawMissing(pass, absentValues(pass.scene, claims.leftOut));
    else if (claims.firms.size() == 1 && hasCourse(claims.firms.front()))
        drawTimeline(pass, claims.firms.front());
    else
        drawValueBars(pass, claims.firms);
}

void drawOwnership(ChartPass& pass)
{
    const OwnershipClaims claims = ownershipClaims(pass.scene);
    pass.known = leftOutNotes(pass.scene, claims.leftOut);
    std::vector<QString> firms;
    for (const FirmOwners& owners : claims.firms) {
        firms.push_back(owners.name);
        for (const Holding& holding : owners.holdings)
            firms.push_back(holding.holder);
    }
    addNames(pass.known, pass.scene, firms);
    if (claims.firms.empty())
        drawMissing(pass, absentOwners(pass.scene, claims.leftOut));
    else if (!claims.isHoldingsOfFirm && claims.firms.front().firm == claims.firms.back().firm)
        drawOwners(pass, claims.firms);
    else
        drawOwnerRows(pass, claims);
}

} // namespace

DrawnChart drawn(const ChartScene& scene)
{
    ChartNotes notes;
    for (int i = 0;; ++i) {
        // What has no room is known only once the rest stands; its note then takes room itself.
        DrawnChart chart = blank(scene);
        ChartPass pass{scene, chart, {}, notes, {}};
        if (scene.kind == ChartKind::Valuations)
            drawValuations(pass);
        else
            drawOwnership(pass);
        if (pass.found == notes || i == 2) {
            std::erase_if(chart.texts, [](const ChartText& text) { return text.text.isEmpty(); });
            return chart;
        }
        notes = pass.found;
    }
}

void paintChart(const ChartScene& scene, QPainter& painter)
{
    paint(drawn(scene), painter);
}

bool hasData(const ChartScene& scene)
{
    return scene.kind == ChartKind::Valuations ? !valueClaims(scene).firms.empty()
                                               : !ownershipClaims(scene).firms.empty();
}

QString chartTitle(const ChartScene& scene)
{
    return drawn(scene).title;
}

ChartAbout aboutChart(const ChartScene& scene)
{
    constexpr std::size_t most = 12;
    const DrawnChart chart = drawn(scene);
    QStringList parts{chart.title};
    for (std::size_t i = 0; i < std::min(most, chart.marks.size()); ++i)
        parts << QStringList(chart.marks.at(i).hit.readOut.split(QLatin1Char('\n')).mid(0, 2))
                     .join(QStringLiteral(", "));
    if (chart.marks.size() > most)
        parts << Charts::tr("and %1 more").arg(chart.marks.size() - most);
    return {chart.title, parts.join(QStringLiteral(". ")) + QLatin1Char('.'), chart.source};
}

std::vector<ChartMark> chartMarks(const ChartScene& scene)
{
    return drawn(scene).marks;
}

std::optional<ChartHit> hit(const ChartScene& scene, QPointF at)
{
    const DrawnChart chart = drawn(scene);
    const std::optional<std::size_t> mark = markAt(chart, at);
    if (!mark)
        return std::nullopt;
    return chart.marks.at(*mark).hit;
}

} // namespace gyre
