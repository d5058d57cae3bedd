// What is fuzzed, a function each: bytes as somebody else's program may give them, and what has to
// hold whatever they are. The fuzzers (fuzzer.cpp) and the replay of the corpus in the test command
// (tests/graph/tst_fuzzcorpus.cpp) call the same functions.
#pragma once

#include <QByteArray>
#include <QString>

#include <span>

namespace gyre::fuzz {

struct Target
{
    /// Its corpus is tests/fuzz/corpus/NAME.
    const char* name;
    /// What does not hold of `bytes`; empty where all does.
    QString (*fault)(const QByteArray& bytes);
};

/// "text" (plain text and Markdown), "html", "email", "pdf" (the rows that `gyre-pdf` writes),
/// "extract" (a text, its date in a first line "@2025-12-17"), "json", "csv" (the four tables,
/// form feeds between them), "graphml".
std::span<const Target> targets();

/// nullptr: there is none.
const Target* findTarget(QLatin1String name);

} // namespace gyre::fuzz
