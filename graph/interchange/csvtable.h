// A CSV table as people's programs write it: RFC 4180, and also semicolons, tabs, a "sep=;" line,
// any line end, quoted cells with line ends, a BOM or another encoding, decimal commas.
#pragma once

#include "graph/interchange/findings.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace gyre {

struct CsvLine
{
    /// From 1; of a row with line ends in a cell its first.
    int number = 0;
    std::vector<QString> cells;
};

struct CsvDialect
{
    QChar separator = u',';
    /// Semicolons separate where the comma is the decimal mark.
    bool hasDecimalComma = false;
};

/// By the first line: the separator that it has most of, outside quotes.
CsvDialect csvDialect(QStringView text);

/// All lines that are not blank, in order. A quote that is never closed costs its own line and is
/// noted ("csv.quote-open"). O(text).
void forEachCsvLine(QStringView text, CsvDialect dialect, Findings& findings,
                    const std::function<void(CsvLine& line)>& visit);

} // namespace gyre
