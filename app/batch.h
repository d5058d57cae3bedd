// The verbs of the command line, each a function from a Command to an exit code: 0 done, 1 an input
// could not be used or an output not written (everything else is still done), 2 the command line is
// wrong. Data goes to standard output, diagnostics to standard error; nothing is thrown.
#pragma once

#include "app/commandline.h"

namespace gyre {

int extractFacts(const Command& command);
int exportPictures(const Command& command);
int analyze(const Command& command);
int convert(const Command& command);
int layOut(const Command& command);

/// The verb of `command`, help and version included; not Verb::Open.
int runBatch(const Command& command);

} // namespace gyre
