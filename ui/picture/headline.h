// The title a picture proposes for itself: its finding, in the words and with the hedges of its
// facts. Nothing is summed, nothing made firmer than the source.
#pragma once

#include "graph/analysis/circuits.h"
#include "graph/model/view.h"

#include <QString>

namespace gyre {

struct Headline
{
    QString text;
    /// Those that it is about, where it is about single deals.
    std::vector<DealId> deals;
};

/// The loop through which most can go round, else the largest deal, else the firm with most deals.
Headline headline(const View& view, const Circuits& loops);

/// "3 firms · 4 deals · 1 loop · US$ · to 16 Dec 2025".
QString scopeLine(const View& view, const Circuits& loops, const QString& asOf);

} // namespace gyre
