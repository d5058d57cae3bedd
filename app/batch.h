// The verbs of the command line, each a function from an Invocation to an exit code: 0 done, 1 an
// input could not be used or an output not written (everything else is still done), 2 the command
// line is wrong. Data goes to standard output, diagnostics to standard error.
#pragma once

#include "app/commandline.h"

namespace gyre {

using VerbFunction = int (*)(const Invocation& command);

int extractFacts(const Invocation& command);
int exportPictures(const Invocation& command);
int analyze(const Invocation& command);
int convert(const Invocation& command);
int layOut(const Invocation& command);
int showHelp(const Invocation& command);
int showVersion(const Invocation& command);

/// Runs a verb; what it throws is told, and nothing is thrown any more.
int run(VerbFunction verb, const Invocation& command);

} // namespace gyre
