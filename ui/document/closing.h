// A briefing taken out of a project again, with what it alone says.
#pragma once

#include "graph/model/project.h"

namespace gyre {

/// Without briefing `id`: facts whose words were all in it go, others lose those words alone; so do
/// firms that nothing names any more. Firms and deals keep their keys, valuations and stakes get
/// new ones. Nothing is left: an empty project. O(network).
Project closed(const Project& project, const QString& id);
/// The network of that.
Network without(const Network& network, const QString& id);

} // namespace gyre
