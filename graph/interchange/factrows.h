// Rows → facts, the same for every format: JSON objects, lines of CSV tables, edges of GraphML.
// Nothing where the row is rejected (the reader has said why). Evidence is the caller's.
#pragma once

#include "graph/interchange/rowreader.h"
#include "graph/model/claim.h"
#include "graph/model/deal.h"
#include "graph/model/firm.h"

namespace gyre {

/// `qualifierField`: "qualifier", in deals.csv "amount_qualifier".
std::optional<Deal> dealOf(RowReader& row, const FirmFinder& find, const char* qualifierField);
std::optional<Valuation> valuationOf(RowReader& row, const FirmFinder& find);
std::optional<Stake> stakeOf(RowReader& row, const FirmFinder& find);

/// id, name, kind, ticker, country, founded. Only a missing id rejects it: the deals of a firm
/// must not fall out because of its year of foundation.
std::optional<Firm> firmOf(RowReader& row, const QStringList& aliases);

} // namespace gyre
