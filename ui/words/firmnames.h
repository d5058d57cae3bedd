// What is told of the names that firms bore at a date, and of what became of them.
#pragma once

#include "graph/model/networkofdate.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace gyre {

/// "Facebook (later Meta)", "xAI (SpaceX since Feb 2026)".
QString words(const NameOfDate& name);

/// The firm as it stands in a picture: a firm that has gone into another one says so, for a name
/// alone would speak of a firm of its own. Without a name its id.
QString labelOfDate(const View& view, FirmId firm);

/// "Names as of 2019: Facebook (later Meta)", at most `most` of them and a count of the others;
/// empty without names.
QString namesLine(const std::vector<NameOfDate>& names, const PartialDate& asOf,
                  std::size_t most = 6);
/// Of the firms of a view; empty where all are called what they are called today.
QString namesLine(const View& view, std::size_t most = 6);

/// "Facebook until 28 Oct 2021; now Meta", "Part of SpaceX since 2 Feb 2026", "Split off from eBay,
/// 17 Jul 2015", "Unit of Microsoft since 26 Oct 2018": a line each, in order of time. `name`: any
/// of the firm's names.
QStringList pastOf(const QString& name, const FirmHistory& history = bundledHistory().history);

/// Where that is told, each source once.
QStringList sourcesOfPast(const QString& name,
                          const FirmHistory& history = bundledHistory().history);

} // namespace gyre
