#include "ui/charts/charts.h"

#include "ui/charts/chartparts.h"
#include "ui/picture/scales.h"

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

void drawMissing(ChartPass& pass, const QString& missing, const QString& help)
{
    Furnishing furnishing;
    furnishing.title = pass.scene.look.title;
    furnishing.source = sourceWords(pass.scene, {});
    furnishing.notes = pass.notes;
    const QRectF area = furnish(pass.chart, furnishing, pass.scene.look.withFurniture);
    if (pass.chart.title.isEmpty())
        pass.chart.title = missing;
    drawAbsence(pass.chart, area, missing, help);
}

QString firmName(const ChartScene& scene)
{
    return scene.firm && scene.network.contains(*scene.firm) ? scene.network.firm(*scene.firm).name
                                                             : QString();
}

QString helpWords(const ChartScene& scene, const QString& example)
{
    const QString help = Charts::tr("A sentence such as “%1” would give one.").arg(example);
    return scene.background ? help
                            : help + QLatin1Char(' ') +
                                  Charts::tr("Background facts, where there are "
                                             "any, can be added by a switch.");
}

void drawValuations(ChartPass& pass)
{
    const ValueClaims claims = valueClaims(pass.scene);
    pass.found << leftOutNote(claims.cancelled, claims.undisclosed, claims.laterBackground);
    pass.found.removeAll(QString());
    if (claims.firms.empty()) {
        const QString firm = firmName(pass.scene);
        drawMissing(
            pass,
            firm.isEmpty() ? Charts::tr("No value of a firm is stated")
                           : Charts::tr("No value of %1 is stated").arg(firm),
            helpWords(pass.scene, Charts::tr("The deal would value %1 at $5 billion")
                                      .arg(firm.isEmpty() ? Charts::tr("the firm") : firm)));
    } else if (claims.firms.size() == 1 && hasCourse(claims.firms.front())) {
        drawTimeline(pass, claims.firms.front());
    } else {
        drawValueBars(pass, claims.firms);
    }
}

void drawOwnership(ChartPass& pass)
{
    const OwnershipClaims claims = ownershipClaims(pass.scene);
    pass.found << leftOutNote(claims.cancelled, 0, claims.laterBackground);
    pass.found.removeAll(QString());
    if (claims.firms.empty()) {
        const QString firm = firmName(pass.scene);
        drawMissing(
            pass,
            firm.isEmpty() ? Charts::tr("No owner of a firm is stated")
                           : Charts::tr("No owner of %1 is stated").arg(firm),
            helpWords(pass.scene, Charts::tr("An investor holds 12% of %1")
                                      .arg(firm.isEmpty() ? Charts::tr("the firm") : firm)));
    } else if (!claims.isHoldingsOfFirm && claims.firms.front().firm == claims.firms.back().firm) {
        drawOwners(pass, claims.firms);
    } else {
        drawOwnerRows(pass, claims);
    }
}

} // namespace

QString leftOutNote(int cancelled, int undisclosed, int laterBackground)
{
    QStringList parts;
    if (cancelled > 0)
        parts << Charts::tr("%1 cancelled or denied").arg(cancelled);
    if (undisclosed > 0)
        parts << Charts::tr("%1 without a figure").arg(undisclosed);
    if (laterBackground > 0)
        parts << Charts::tr("%1 background facts later than the chart’s date").arg(laterBackground);
    return parts.isEmpty() ? QString()
                           : Charts::tr("Not drawn: %1.").arg(parts.join(QStringLiteral(", ")));
}

DrawnChart drawn(const ChartScene& scene)
{
    QStringList notes;
    for (int i = 0;; ++i) {
        // What has no room is known only once the rest stands; its note then takes room itself.
        DrawnChart chart = blank(scene);
        ChartPass pass{scene, chart, notes, {}};
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
