// Dates as mastheads, datelines and meta data write them: "16 December 2025", "Dec. 16, 2025",
// "2025-12-16T08:00:00Z", "16.12.2025", "December 2025". A day needs its year; "03/04/2025", which
// two countries read differently, is no date.
#pragma once

#include "graph/basics/partialdate.h"
#include "graph/basics/textspan.h"

#include <optional>

namespace gyre {

struct WrittenDate
{
    PartialDate date;
    TextSpan span;
};

/// The first date in `line`. O(line).
std::optional<WrittenDate> writtenDate(QStringView line);

/// Of a value that is a date and nothing else, a time behind it aside.
std::optional<PartialDate> metaDate(QStringView value);

} // namespace gyre
