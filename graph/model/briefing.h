// A text that was read, and what the extraction found in it.
#pragma once

#include "graph/basics/diagnostic.h"
#include "graph/model/claim.h"
#include "graph/model/deal.h"
#include "graph/model/firm.h"

#include <QString>

#include <optional>
#include <vector>

namespace gyre {

struct Briefing
{
    /// From the text's hash: the same text is the same briefing.
    QString id;
    /// Where it was opened from; empty when pasted, "-" from standard input.
    QString path;
    QString title;
    QString publisher;
    std::optional<PartialDate> date;
    /// ISO 639-1, guessed; empty where it can't be.
    QString language;
    /// Of the bytes read, hexadecimal.
    QString sha256;
    /// Plain text, newlines as '\n'; every span counts in its UTF-16 units.
    QString text;

    bool operator==(const Briefing&) const = default;
};

/// Money in the text that no rule could place.
struct Unread
{
    TextSpan span;
    /// "unread.no-rule", "unread.holding" (its worth, no price), "unread.rate" (a price a piece or
    /// a pace): codes with words in ui/words.
    QString why;

    bool operator==(const Unread&) const = default;
};

/// What one briefing says. FirmIds are indices into `firms` of this extraction.
struct Extraction
{
    std::vector<Firm> firms;
    std::vector<Deal> deals;
    std::vector<Valuation> valuations;
    std::vector<Stake> stakes;
    /// Readings below the threshold: listed, never drawn or summed.
    std::vector<Deal> candidateDeals;
    std::vector<Valuation> candidateValuations;
    std::vector<Stake> candidateStakes;
    std::vector<Unread> unread;
    Diagnostics diagnostics;

    bool operator==(const Extraction&) const = default;
};

struct ReadBriefing
{
    Briefing briefing;
    Extraction extraction;

    bool operator==(const ReadBriefing&) const = default;
};

} // namespace gyre
