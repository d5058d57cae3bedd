// What of the network's picture is work, not looking: places, engine and title. Each an undoable
// change of the project.
#pragma once

#include "ui/document/document.h"

namespace gyre {

/// Another engine of graph/layout/layouts.h, by its name; pins stay where they are.
void arrangeWith(Document& document, const QString& engine);
/// The same engine once more, from nothing but the pins.
void tidyUp(Document& document);
/// The firm stays where it is now.
void pin(Document& document, FirmId firm, Point at);
void unpinAll(Document& document);
/// Empty: the proposed one again.
void retitle(Document& document, const QString& title);

[[nodiscard]] bool hasPins(const Document& document);

/// "Rings by role": an engine's name in the menu; its own name where nobody translated it.
QString engineTitle(const QString& engine);

} // namespace gyre
