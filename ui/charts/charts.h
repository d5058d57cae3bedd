// Claims → charts, built with Qt Charts with our own axes, marks and palette. Needs a QApplication.
// What is drawn does not depend on any window's palette, style or screen scale.
#pragma once

#include "graph/model/project.h"
#include "graph/model/view.h"
#include "ui/picture/look.h"

#include <QImage>
#include <QPainterPath>

#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace gyre {

enum class ChartKind : std::uint8_t
{
    Valuations,
    Ownership
};

struct ChartScene
{
    ChartKind kind = ChartKind::Valuations;
    Network network;
    /// The same before a filter rejected what it leaves out: that is counted. Absent: no filter.
    std::optional<Network> unfiltered;
    /// Absent: all firms.
    std::optional<FirmId> firm;
    Look look;
    std::vector<Shared<ReadBriefing>> briefings;
    QStringList networkFiles;
    /// The date the chart stands for; absent: the newest briefing's. Later background facts are not
    /// drawn.
    std::optional<PartialDate> asOf;
    /// Drawn apart, each with its source; null: none. Firms are matched by their text ids.
    std::shared_ptr<const Network> background;
};

/// Draws the chart with its title, axes, labels, as-of date and sources into (0, 0, look.size).
/// The same painting at any scale; used by the window, PNG, SVG and PDF.
void paintChart(const ChartScene& scene, QPainter& painter);

/// True where there is anything to draw; otherwise the painting says what is missing and what would
/// help.
bool hasData(const ChartScene& scene);

/// The title as painted: the look's, else one that says the finding.
QString chartTitle(const ChartScene& scene);

/// What a chart's file says of it to programs and screen readers.
struct ChartAbout
{
    QString title;
    /// The title and what the first marks stand for.
    QString description;
    QString source;
};

ChartAbout aboutChart(const ChartScene& scene);

/// What a mark of the chart stands for.
struct ChartHit
{
    /// Ids of `scene.network`, of `scene.background` where `isBackground`.
    std::optional<ValuationId> valuation;
    std::optional<StakeId> stake;
    /// The firm valued or owned, in `scene.network`.
    std::optional<FirmId> firm;
    bool isBackground = false;
    /// A few lines: what, how much, when, how sure, says who.
    QString readOut;
};

/// A mark that can be pointed at, in picture pixels at scale 1.
struct ChartMark
{
    QPainterPath outline;
    QPointF anchor;
    ChartHit hit;
};

/// All marks in the order a reader goes through them: by time, or from top to bottom.
std::vector<ChartMark> chartMarks(const ChartScene& scene);

/// What is at a point of the chart, for hover and click.
std::optional<ChartHit> hit(const ChartScene& scene, QPointF at);

} // namespace gyre
