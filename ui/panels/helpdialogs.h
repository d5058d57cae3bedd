// The small windows of the Help menu.
#pragma once

#include "graph/basics/diagnostic.h"

class QWidget;

namespace gyre {

class Actions;

void showAbout(QWidget& parent);
void showShortcuts(const Actions& actions, QWidget& parent);
void showMessages(const Diagnostics& diagnostics, QWidget& parent);

} // namespace gyre
