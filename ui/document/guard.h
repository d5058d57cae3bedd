// The window's door for what cannot go on: an exception becomes a message, the window lives.
#pragma once

#include "graph/basics/diagnostic.h"

#include <functional>

namespace gyre {

/// Runs `step`; what it throws is appended as a diagnostic about `file`.
void guarded(const QString& file, Diagnostics& diagnostics, const std::function<void()>& step);

} // namespace gyre
