// What the export dialog remembers from one time to the next.
#pragma once

#include "ui/picture/exporting.h"

#include <QString>

namespace gyre {

struct ExportSettings
{
    std::vector<ExportKind> what{ExportKind::Network, ExportKind::Valuations,
                                 ExportKind::Ownership};
    std::vector<ExportFormat> formats{ExportFormat::Png};
    ExportSize size;
    bool isTransparent = false;
    /// Light whatever the window's theme is.
    ThemeName theme = ThemeName::Light;
    QString folder;

    bool operator==(const ExportSettings&) const = default;
};

/// From and to QSettings. What is stored there but cannot be used gives the default.
ExportSettings rememberedExportSettings();
void remember(const ExportSettings& settings);

} // namespace gyre
