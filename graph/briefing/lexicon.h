// The words Gyre knows: firms with their kinds and aliases, deal verbs and nouns with direction and
// type, hedges, status words, months, currencies, multipliers. Read once from the embedded
// resources; the format of each file is told in its head.
#pragma once

#include <memory>

namespace gyre {

class Lexicon
{
public:
    /// Parses the embedded files; throws Error naming file and line if one is malformed.
    Lexicon();
    ~Lexicon();
    Lexicon(const Lexicon&) = delete;
    Lexicon& operator=(const Lexicon&) = delete;

private:
    struct Data;
    std::unique_ptr<const Data> m_data;
};

} // namespace gyre
