// One firm → one disc, one deal → one arc, with colours, sizes and measured labels, but no place
// yet.
#pragma once

#include "ui/picture/legend.h"
#include "ui/picture/picture.h"
#include "ui/picture/scales.h"

namespace gyre {

/// What every mark of one picture is made with.
struct Marking
{
    const View& view;
    const FirmValues& values;
    const RadiusScale& radii;
    const WidthScale& widths;
    const Metrics& metrics;
    const Palette& palette;
    ThemeName theme = ThemeName::Light;
    /// The longest label, in pixels.
    double longestLabel = 240;
};

/// Of the firm's disc.
double radiusOf(const FirmValues& values, const RadiusScale& radii, FirmId id);

Disc discOf(const Marking& marking, FirmId id);
/// The square of a collective payer.
Disc squareOf(const Marking& marking, DealId id);
Arc arcOf(const Marking& marking, DealId id);
/// The text on the arc, on its plate; `hue` absent: in ink. Arc::amount and isStruck count.
void setAmount(Arc& arc, const Marking& marking, const QString& text, std::optional<FlowHue> hue);

/// True where the name fits in the disc.
bool isNameInside(const Disc& disc);

} // namespace gyre
