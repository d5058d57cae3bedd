// Ways of looking closer: steps of back and forward, each one lens.
#pragma once

#include "ui/document/document.h"

namespace gyre {

/// Firms within so many hops of one, and the deals among them; takes the place of a route.
void lookAround(Document& document, FirmId firm, int hops);
/// Only the shortest chains of deals from one firm to another, among what the other filters let
/// in; takes the place of a focus. Where there is none, that is told and nothing changes.
void lookAtRoute(Document& document, const Filter::Route& route);
/// Without focus and route.
void lookAtAll(Document& document);

constexpr int mostHops = 3;

} // namespace gyre
