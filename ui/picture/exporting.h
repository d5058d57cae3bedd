// Which pictures, of which size, under which names and with which bytes: asked alike by the export
// dialog of the window and by `gyre export`, so that both write the same files.
#pragma once

#include "graph/basics/progress.h"
#include "graph/layout/layouts.h"
#include "graph/layout/workers.h"
#include "graph/model/claimfilter.h"
#include "graph/model/project.h"
#include "graph/model/view.h"
#include "ui/picture/exportoptions.h"
#include "ui/picture/look.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <memory>
#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace gyre {

struct ExportRequest
{
    /// Network, briefings and file names for the sources; `placement` keeps what is in it and
    /// leaves the rest to the layout.
    Project project;
    Filter filter;
    std::vector<ExportKind> what{ExportKind::Network, ExportKind::Valuations,
                                 ExportKind::Ownership};
    std::vector<ExportFormat> formats{ExportFormat::Png};
    ExportSize size;
    bool isTransparent = false;
    ThemeName theme = ThemeName::Light;
    /// Of the network's picture; empty: proposed from the data.
    QString title;
    /// nullptr: the default one.
    const LayoutEngine* engine = nullptr;
    LayoutOptions layoutOptions{1, threadsAtHand()};
    /// Charts of this firm alone; absent: of all.
    std::optional<FirmId> chartFirm;
    /// Values and stakes of the bundled facts, drawn apart; null: none.
    std::shared_ptr<const Network> background;
    /// "network.geometry.json" beside the network's picture.
    bool withGeometry = false;
    /// Look::mergesPairs.
    bool mergesPairs = false;
};

struct ExportedFile
{
    /// "network.png", without a folder.
    QString name;
    QByteArray bytes;
    /// The picture in words.
    QString description;

    bool operator==(const ExportedFile&) const = default;
};

/// Equal requests give equal bytes, in a window or without a display. Needs a QGuiApplication, for
/// charts a QApplication. In the order of `what`, each in the order of `formats`.
std::vector<ExportedFile> exported(const ExportRequest& request, const Progress& progress = {});

/// One picture as it will be exported, for a preview: the same painting at `scale`.
QImage preview(const ExportRequest& request, ExportKind kind, double scale);

/// One picture on any device, into (0, 0, request.size.picture).
void paintExport(const ExportRequest& request, ExportKind kind, QPainter& painter);

} // namespace gyre
