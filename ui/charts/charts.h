// Results → charts, built with Qt Charts with our own axes and palette. Needs a QApplication.
#pragma once

#include "graph/model/project.h"
#include "graph/model/view.h"
#include "ui/picture/look.h"

#include <QImage>

#include <memory>
#include <optional>
#include <vector>

class QChart;
class QPainter;

namespace gyre {

enum class ChartKind : std::uint8_t { Valuations, Ownership };

struct ChartScene
{
    ChartKind kind = ChartKind::Valuations;
    Network network;
    /// Absent: all firms.
    std::optional<FirmId> firm;
    Look look;
    std::vector<Shared<ReadBriefing>> briefings;
    QStringList networkFiles;
    /// Drawn apart, each with its source; null: none.
    std::shared_ptr<const Network> background;
};

/// Draws the chart with its title, axes, labels, as-of date and sources into (0, 0, look.size).
/// The same painting at any scale; used by the window, PNG, SVG and PDF.
void paintChart(const ChartScene& scene, QPainter& painter);

/// True where there is anything to draw; otherwise the painting says what is missing.
bool hasData(const ChartScene& scene);

/// What is at a point of the chart, for hover and click: the claims behind a mark.
struct ChartHit
{
    std::optional<ValuationId> valuation;
    std::optional<StakeId> stake;
    bool isBackground = false;
    QString readOut;
};
std::optional<ChartHit> hit(const ChartScene& scene, QPointF at);

} // namespace gyre
