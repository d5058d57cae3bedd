// A folder of tables: organizations.csv, deals.csv, valuations.csv, stakes.csv, as many as there
// are. Columns are found by name, in any order; those that are not known are kept with their firm
// or deal.
#pragma once

#include "graph/interchange/formats.h"

#include <QFlags>

namespace gyre {

enum class CsvPart : std::uint8_t
{
    Deals = 1,
    Valuations = 2,
    Stakes = 4
};
Q_DECLARE_FLAGS(CsvParts, CsvPart)
Q_DECLARE_OPERATORS_FOR_FLAGS(CsvParts)

/// True for a folder with at least one of the four tables.
bool isCsvFolder(const QString& path);

/// Organizations are always read. A firm with the id "round-investors" stands for a round's total:
/// its deals are not counted. Throws Error("csv.not-a-folder") for a single file and
/// Error("csv.column-missing") for a table without the columns it can't do without.
NetworkReading readCsvFolder(const QString& path, CsvParts parts = CsvPart::Deals |
                                                                   CsvPart::Valuations |
                                                                   CsvPart::Stakes);

} // namespace gyre
