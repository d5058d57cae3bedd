#include "graph/briefing/lexicon.h"

#include "graph/briefing/lexicondata.h"

namespace gyre {

Lexicon::Lexicon()
    : Lexicon(QStringLiteral(":/gyre"))
{
}

Lexicon::Lexicon(const QString& folder)
{
    auto data = std::make_unique<LexiconData>();
    loadLexicon(*data, folder);
    m_data = std::move(data);
}

Lexicon::Lexicon(const std::vector<LearntName>& learnt)
{
    auto data = std::make_unique<LexiconData>();
    loadLexicon(*data, QStringLiteral(":/gyre"), learnt);
    m_data = std::move(data);
}

Lexicon::~Lexicon() = default;

} // namespace gyre
