// Facts that come with the program: dated, sourced values and stakes of well-known firms, drawn
// apart and never counted as a briefing's.
#pragma once

#include "graph/model/network.h"

namespace gyre {

/// Firms, valuations and stakes of the embedded tables, no deals. Read anew at each call (some
/// milliseconds): call it when the reader asks for background.
Network backgroundFacts();

} // namespace gyre
