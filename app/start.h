// What both programs do first: `gyre`, which needs Qt Core alone and so starts in a third of the
// time, and `gyre-window`, which it becomes for windows and pictures.
#pragma once

#include "app/commandline.h"

#include <QTranslator>

namespace gyre {

/// Sets up the process and reads the arguments; what is wrong with them has been told (exit code
/// 2).
std::optional<Invocation> started(int argc, char** argv);

/// Words in the reader's language, where there are any.
void install(QTranslator& translator);

} // namespace gyre
