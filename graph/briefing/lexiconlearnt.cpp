// What the reader taught, put behind the rows of the files.
#include "graph/briefing/learning.h"
#include "graph/briefing/lexiconloader.h"

namespace gyre {

namespace {

/// Numbers of spellings and firms have 16 bits.
constexpr std::size_t mostSpellings = 60'000;

} // namespace

void LexiconLoader::ordinary(const LexiconRow& row)
{
    for (const QStringView phrase : row.phrases)
        m_data.ordinary.push_back(m_data.words.add(phrase));
}

void LexiconLoader::learn(const LearntNames& names)
{
    std::sort(m_data.ordinary.begin(), m_data.ordinary.end());
    if (names.empty())
        return;
    for (std::size_t i = 0; i < m_data.firms.size(); ++i)
        m_rowOfName.insert(m_data.firms[i].name, static_cast<std::uint16_t>(i));
    for (const LearntName& learnt : names)
        if (learnt.kind == LearntName::Kind::Firm)
            learnFirm(learnt);
    for (const LearntName& learnt : names) {
        const auto firm = m_firmRows.constFind(learnt.firm);
        const bool isNoFirm = learnt.kind == LearntName::Kind::NoFirm;
        if (learnt.kind == LearntName::Kind::Firm || (!isNoFirm && firm == m_firmRows.constEnd()))
            continue;
        for (const LearntName::Spelling& spelling : learnt.names)
            learnSpelling(spelling, isNoFirm ? std::nullopt : std::optional(*firm));
    }
}

void LexiconLoader::learnFirm(const LearntName& learnt)
{
    const auto kept = [this](const QString& text) {
        m_data.storage.push_back(text);
        return QStringView(m_data.storage.back());
    };
    if (learnt.names.empty() || m_data.firms.size() >= mostSpellings)
        return;
    const auto known = m_firmRows.constFind(learnt.firm);
    const bool isNew = known == m_firmRows.constEnd();
    const auto number = isNew ? static_cast<std::uint16_t>(m_data.firms.size()) : *known;
    if (isNew)
        m_data.firms.emplace_back();
    FirmRow& row = m_data.firms[number];
    if (isNew) {
        row.id = kept(learnt.firm);
        m_firmRows.insert(row.id, number);
    } else {
        row.aliases.push_back(row.name);
    }
    row.name = kept(learnt.names.front().text);
    if (!m_rowOfName.contains(row.name))
        m_rowOfName.insert(row.name, number);
    row.kind = learnt.firmKind;
    if (!learnt.ticker.isEmpty())
        row.ticker = kept(learnt.ticker);
    if (!learnt.country.isEmpty())
        row.country = kept(learnt.country);
    if (!learnt.founded.isEmpty())
        row.founded = kept(learnt.founded);
    for (const LearntName::Spelling& spelling : learnt.names)
        learnSpelling(spelling, number);
}

void LexiconLoader::learnSpelling(const LearntName::Spelling& spelling,
                                  std::optional<std::uint16_t> firm)
{
    const NameUse use = useOf(spelling.text, m_data);
    if (m_data.spellings.size() >= mostSpellings || (firm && use == NameUse::None))
        return;
    m_data.storage.push_back(spelling.text);
    const QStringView text = m_data.storage.back();
    FirmSpelling made;
    made.surface = text;
    made.row = firm.value_or(0);
    made.isAmbiguous = spelling.isAmbiguous || use == NameUse::Guarded;
    made.isLearnt = true;
    made.isNoFirm = !firm;
    if (firm) {
        moveFirm(text, *firm);
        FirmRow& row = m_data.firms[*firm];
        if (row.name != text &&
            std::find(row.aliases.begin(), row.aliases.end(), text) == row.aliases.end())
            row.aliases.push_back(text);
        std::erase(row.aliases, row.name);
    }
    m_data.spellings.push_back(made);
    add(text,
        {Category::Firm, Form::None, static_cast<std::uint16_t>(m_data.spellings.size() - 1), 0});
}

/// The very name of another firm: all that names it names this one.
void LexiconLoader::moveFirm(QStringView name, std::uint16_t to)
{
    const auto named = m_rowOfName.constFind(name);
    if (named == m_rowOfName.constEnd() || *named == to)
        return;
    const std::uint16_t from = *named;
    for (FirmSpelling& spelling : m_data.spellings)
        if (spelling.row == from && !spelling.isNoFirm)
            spelling.row = to;
    std::replace(m_data.products.begin(), m_data.products.end(), from, to);
    const std::vector<QStringView> aliases = m_data.firms[from].aliases;
    auto& all = m_data.firms[to].aliases;
    for (const QStringView alias : aliases)
        if (std::find(all.begin(), all.end(), alias) == all.end())
            all.push_back(alias);
    m_rowOfName.insert(name, to);
}

} // namespace gyre
