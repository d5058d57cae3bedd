// What is open: briefings as read, the one network made of all files, places and pins. A value:
// undo is the project before.
#pragma once

#include "graph/basics/shared.h"
#include "graph/model/briefing.h"
#include "graph/model/learntname.h"
#include "graph/model/network.h"
#include "graph/model/placement.h"

#include <QStringList>

#include <vector>

namespace gyre {

/// How places are found for firms that the reader did not pin.
struct Arranging
{
    /// The engine's name in graph/layout/layouts.h; empty: the default one.
    QString engine;
    /// Grows with each wish to arrange anew: what stood before is then forgotten.
    int round = 0;

    bool operator==(const Arranging&) const = default;
};

struct Project
{
    std::vector<Shared<ReadBriefing>> briefings;
    /// Paths of network files that were opened into it.
    QStringList networkFiles;
    Network network;
    /// What the reader moved; empty where the layout decides alone.
    Placement placement;
    Arranging arranging;
    /// Of the network's picture, as the reader wants it; empty: proposed from the data.
    QString title;
    /// What the reader said about names here and earlier; kept in the settings folder, read with
    /// the next briefing.
    Shared<LearntNames> learnt;

    bool operator==(const Project&) const = default;
};

} // namespace gyre
