// Where a fact comes from: a span of a briefing, a public page, or the reader's own word.
#pragma once

#include "graph/basics/partialdate.h"
#include "graph/basics/shared.h"
#include "graph/basics/textspan.h"

#include <QString>

#include <optional>
#include <vector>

namespace gyre {

struct Evidence
{
    /// The briefing's id; empty where the source is a public page, a file or a note.
    QString briefing;
    TextSpan span;
    /// The words of `span`, as they stand in the briefing.
    QString quote;

    QString publisher;
    QString title;
    QString url;
    std::optional<PartialDate> date;
    /// The reader's own reason.
    QString note;

    bool operator==(const Evidence&) const = default;
};

/// Shared, because one page or file often supports many facts.
using EvidenceList = std::vector<Shared<Evidence>>;

} // namespace gyre
