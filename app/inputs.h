// FILEs of the command line → one network, with the filter that the command asks for.
#pragma once

#include "app/commandline.h"
#include "graph/model/project.h"

#include <memory>

namespace gyre {

class Lexicon;

/// The words to read briefings with: the program's own, and what the command names besides. Tells
/// of rows that can't be used; throws Error for a file that can't be read.
std::unique_ptr<const Lexicon> wordsFor(const Invocation& command);

struct Input
{
    Project project;
    /// With its focus found in the network.
    Filter filter;
    /// A FILE could not be used, or not wholly; it has been told.
    bool hasErrors = false;

    [[nodiscard]] bool isEmpty() const
    {
        return project.briefings.empty() && project.networkFiles.isEmpty();
    }
};

/// Reads all files, joined by firm, and tells what is to be said about them. Throws
/// Error("focus.unknown") or Error("focus.misspelt") for a firm that none of them names.
Input readInput(const Invocation& command);

/// Places from a file as `layout` writes it: {"nodes": {"openai": [x, y]}}, in nominal pixels. With
/// a member "pinned" (a list of ids) the others may still be moved apart; without one all places
/// are kept exactly. Tells how many are of no firm here; throws Error for what is no such file.
Placement readPositions(const QString& path, const Network& network);

} // namespace gyre
