// Facts → CSV tables, with the columns that readCsvFolder knows and, beside the ids, the names:
// what stands behind a picture, each row with who says so.
#pragma once

#include "graph/model/briefing.h"
#include "graph/model/view.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace gyre {

/// Where the evidence's briefings are looked up.
using Briefings = std::vector<Shared<ReadBriefing>>;

/// A claim with its firms as words: it may be of the background's network.
struct ValuationRow
{
    const Valuation* valuation = nullptr;
    QString orgId;
    QString orgName;
    bool isBackground = false;
};

struct StakeRow
{
    const Stake* stake = nullptr;
    QString holderId;
    QString holderName;
    QString orgId;
    QString orgName;
    bool isBackground = false;
    /// False: an earlier share of the same holder, or one of another date than the bar's.
    bool isDrawn = true;
};

/// UTF-8, RFC 4180 with '\n' line ends. The first source has columns of its own, the others one.
/// A cell that a spreadsheet would run as a formula begins with an apostrophe, which our reader
/// takes away again.
QByteArray dealTable(const View& view, const Briefings& briefings);
QByteArray valuationTable(std::span<const ValuationRow> rows, const Briefings& briefings);
QByteArray stakeTable(std::span<const StakeRow> rows, const Briefings& briefings);

} // namespace gyre
