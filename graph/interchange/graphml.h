// GraphML 1.0 (Brandes, Eiglsperger, Lerner 2004) as other programs write it: nodes are firms,
// edges are deals from payer to receiver; attributes and their words by resources/mappings/
// graphml.txt. Nested graphs are read flat, hyperedges and ports are not read.
#pragma once

#include "graph/interchange/formats.h"

namespace gyre {

/// Ids are the file's own; edges without one get theirs from their order. A fact's evidence is the
/// source it names, else the file. Throws Error for what is no XML ("xml.…") or no GraphML
/// ("graphml.not-graphml"). O(file).
NetworkReading readGraphml(const QString& path);

} // namespace gyre
