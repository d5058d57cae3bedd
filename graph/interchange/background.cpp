#include "graph/interchange/background.h"

#include "graph/interchange/csv.h"

namespace gyre {

Network backgroundFacts()
{
    return readCsvFolder(QStringLiteral(":/gyre/facts"), CsvPart::Valuations | CsvPart::Stakes)
        .network;
}

} // namespace gyre
