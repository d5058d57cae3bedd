// The window's few signs, drawn as lines in the colour of the text beside them: sharp at any screen
// scale, right in both themes, and no image plug-in is needed.
#pragma once

#include <QIcon>

namespace gyre {

enum class Sign : std::uint8_t
{
    Undo,
    Redo,
    Back,
    Forward,
    Search,
    Close,
    Open,
    Paste,
    Check,
    Cross,
    ZoomIn,
    ZoomOut,
    Fit,
    Gyre
};

QIcon icon(Sign sign);

} // namespace gyre
