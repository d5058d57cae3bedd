// What is open: briefings as read, the one network made of all files, places and pins. A value:
// undo is the project before.
#pragma once

#include "graph/basics/shared.h"
#include "graph/model/briefing.h"
#include "graph/model/network.h"
#include "graph/model/placement.h"

#include <QStringList>

#include <vector>

namespace gyre {

struct Project
{
    std::vector<Shared<ReadBriefing>> briefings;
    /// Paths of network files that were opened into it.
    QStringList networkFiles;
    Network network;
    /// What the reader moved; empty where the layout decides alone.
    Placement placement;

    bool operator==(const Project&) const = default;
};

} // namespace gyre
