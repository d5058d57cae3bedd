// The words Gyre knows: firms with their kinds and aliases, deal verbs and nouns with direction and
// type, hedges, status words, months, currencies, multipliers. Read once from the embedded
// resources; the format of each file is told in its head.
#pragma once

#include <QString>

#include <memory>
#include <vector>

namespace gyre {

struct LearntName;
struct LexiconData;

class Lexicon
{
public:
    /// Parses the embedded files; throws Error naming file and line if one is malformed.
    Lexicon();
    /// The same from `folder`, which holds lexicon/*.txt and gazetteer/*.txt.
    explicit Lexicon(const QString& folder);
    /// The embedded files, and after them what the reader taught, who has the last word: a name of
    /// his goes before the same one of the files, a firm of his is told anew where it was known.
    /// Rows that fit nothing are left out (problemsOf() in learning.h names them).
    explicit Lexicon(const std::vector<LearntName>& learnt);
    ~Lexicon();
    Lexicon(const Lexicon&) = delete;
    Lexicon& operator=(const Lexicon&) = delete;

    /// For the steps of the extraction.
    [[nodiscard]] const LexiconData& data() const { return *m_data; }

private:
    std::unique_ptr<const LexiconData> m_data;
};

} // namespace gyre
