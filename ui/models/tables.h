// The columns of the tables: one list each, a column is one entry.
#pragma once

#include "graph/analysis/circuits.h"
#include "ui/models/rowsmodel.h"

namespace gyre {

class Document;

/// Payer, receiver, type, amount, status, date, source, review.
std::vector<Column<DealId>> dealColumns(const Document& document);

/// The loop, what is paid out, what comes back, what goes round, returned share, least sure status.
std::vector<Column<Circuit>> loopColumns(const Document& document);

} // namespace gyre
