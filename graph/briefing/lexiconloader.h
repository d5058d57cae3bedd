// The loader of the lexicon: firms, words and figures in lexicondata.cpp, verbs, nouns and their
// frames in lexiconframes.cpp, what the reader taught in lexiconlearnt.cpp.
#pragma once

#include "graph/briefing/lexicondata.h"
#include "graph/briefing/lexiconrows.h"

#include <QHash>

namespace gyre {

/// The place of a word in a closed list.
template<std::size_t count>
std::optional<int> indexIn(const std::array<const char*, count>& names, QStringView name)
{
    for (std::size_t i = 0; i < count; ++i)
        if (name == QLatin1String(names.at(i)))
            return static_cast<int>(i);
    return std::nullopt;
}

class LexiconLoader
{
public:
    explicit LexiconLoader(LexiconData& data)
        : m_data(data)
    {
    }

    void load(const QString& folder);
    /// After load().
    void learn(const LearntNames& names);

private:
    using Handler = void (LexiconLoader::*)(const LexiconRow&);
    static const QHash<QStringView, Handler>& handlers();

    void read(const QString& path);

    void add(QStringView phrase, Meaning meaning);
    void addAll(const LexiconRow& row, Category category, std::size_t value = 0);
    [[nodiscard]] double number(const LexiconRow& row, std::size_t argument) const;

    void plain(const LexiconRow& row);
    void numbered(const LexiconRow& row);
    void measured(const LexiconRow& row);
    void currency(const LexiconRow& row);
    void hedge(const LexiconRow& row);
    void firm(const LexiconRow& row);
    void spelling(const LexiconRow& row);
    void descriptor(const LexiconRow& row);
    void ordinary(const LexiconRow& row);
    void firmSuffix(const LexiconRow& row);
    void country(const LexiconRow& row);
    void goods(const LexiconRow& row);
    void suppliedBy(const LexiconRow& row);
    void preposition(const LexiconRow& row);
    void noun(const LexiconRow& row);
    void cue(const LexiconRow& row);
    void unfinished(const LexiconRow& row);
    void irregular(const LexiconRow& row);
    void verb(const LexiconRow& row);
    void nounFrame(const LexiconRow& row);

    void learnFirm(const LearntName& learnt);
    void learnSpelling(const LearntName::Spelling& spelling, std::optional<std::uint16_t> firm);
    void moveFirm(QStringView name, std::uint16_t to);

    std::uint16_t addFrame(const LexiconRow& row, std::size_t firstArgument);
    void setOption(const LexiconRow& row, Frame& frame, QStringView option);
    std::uint16_t verbNumber(QStringView base);

    LexiconData& m_data;
    QHash<QStringView, std::uint16_t> m_firmRows;
    /// For learn() alone.
    QHash<QStringView, std::uint16_t> m_rowOfName;
    QHash<QStringView, std::uint16_t> m_verbs;
    QHash<QStringView, VerbForms> m_irregular;
    std::vector<Token> m_tokens;
    std::vector<std::uint32_t> m_words;
};

} // namespace gyre
