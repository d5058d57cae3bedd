#include "graph/briefing/phrasebook.h"

namespace gyre {

namespace {

/// Quotes and dashes of print count as those of a typewriter.
char16_t folded(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit < 128)
        return unit >= u'A' && unit <= u'Z' ? static_cast<char16_t>(unit + 32) : unit;
    if (unit == u'\u2019' || unit == u'\u02BC')
        return u'\'';
    if (unit == u'\u2010' || unit == u'\u2011')
        return u'-';
    return c.toLower().unicode();
}

/// FNV-1a.
std::uint32_t hashOf(QStringView word)
{
    std::uint32_t hash = 2166136261U;
    for (const QChar c : word)
        hash = (hash ^ folded(c)) * 16777619U;
    return hash == 0 ? 1 : hash;
}

bool isSame(QStringView a, QStringView b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](QChar x, QChar y) {
               return folded(x) == folded(y);
           });
}

std::size_t spread(std::uint64_t key)
{
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 40U);
}

} // namespace

WordTable::WordTable()
    : m_slots(8192)
    , m_words(1)
    , m_isCurrency(1)
{
}

std::uint32_t WordTable::add(QStringView word)
{
    if (const std::uint32_t known = find(word); known != 0)
        return known;
    if (m_words.size() * 2 > m_slots.size())
        grow();
    const std::uint32_t hash = hashOf(word);
    std::size_t i = hash & (m_slots.size() - 1);
    while (m_slots[i].word != 0)
        i = (i + 1) & (m_slots.size() - 1);
    m_slots[i] = {hash, static_cast<std::uint32_t>(m_words.size())};
    m_words.push_back(word);
    m_isCurrency.push_back(false);
    return m_slots[i].word;
}

std::uint32_t WordTable::find(QStringView word) const
{
    const std::uint32_t hash = hashOf(word);
    for (std::size_t i = hash & (m_slots.size() - 1); m_slots[i].word != 0;
         i = (i + 1) & (m_slots.size() - 1))
        if (m_slots[i].hash == hash && isSame(m_words[m_slots[i].word], word))
            return m_slots[i].word;
    return 0;
}

bool WordTable::isCurrency(QStringView word) const
{
    return word.size() <= 4 && m_isCurrency[find(word)];
}

void WordTable::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot& slot : old) {
        if (slot.word == 0)
            continue;
        std::size_t i = slot.hash & (m_slots.size() - 1);
        while (m_slots[i].word != 0)
            i = (i + 1) & (m_slots.size() - 1);
        m_slots[i] = slot;
    }
}

PhraseBook::PhraseBook()
    : m_nodes(1)
    , m_edges(16384)
    , m_meanings(1)
{
    m_nodes.reserve(6000);
    m_meanings.reserve(6000);
}

void PhraseBook::add(std::span<const std::uint32_t> words, Meaning meaning)
{
    meaning.length = static_cast<int>(words.size());
    std::uint32_t node = 0;
    for (const std::uint32_t word : words) {
        node = childMade(node, word);
        m_nodes[node].below |= in(meaning.category);
    }
    m_openings[words.front()].below |= in(meaning.category);
    const auto mine = static_cast<std::uint32_t>(m_meanings.size());
    std::uint32_t* link = &m_nodes[node].firstMeaning;
    while (*link != 0)
        link = &m_meanings[*link].next;
    *link = mine;
    m_meanings.push_back({meaning, 0});
}

std::optional<Meaning> PhraseBook::longestOf(std::span<const Token> tokens, int from, int end,
                                             CategorySet wanted) const
{
    std::optional<Meaning> best;
    each(tokens, from, end, wanted, [&best](const Meaning& meaning) {
        if (!best || meaning.length > best->length)
            best = meaning;
    });
    return best;
}

std::uint32_t PhraseBook::child(std::uint32_t node, std::uint32_t word) const
{
    const std::uint64_t key = (std::uint64_t{node} << 32U) | word;
    for (std::size_t i = spread(key) & (m_edges.size() - 1); m_edges[i].node != 0;
         i = (i + 1) & (m_edges.size() - 1))
        if (m_edges[i].key == key)
            return m_edges[i].node;
    return 0;
}

std::uint32_t PhraseBook::childMade(std::uint32_t node, std::uint32_t word)
{
    if (const std::uint32_t known = child(node, word); known != 0)
        return known;
    if ((m_edgeCount + 1) * 2 > m_edges.size())
        grow();
    const std::uint64_t key = (std::uint64_t{node} << 32U) | word;
    std::size_t i = spread(key) & (m_edges.size() - 1);
    while (m_edges[i].node != 0)
        i = (i + 1) & (m_edges.size() - 1);
    const auto made = static_cast<std::uint32_t>(m_nodes.size());
    m_edges[i] = {key, made};
    ++m_edgeCount;
    if (node == 0) {
        if (word >= m_openings.size())
            m_openings.resize(std::size_t{word} + 1);
        m_openings[word].node = made;
    }
    m_nodes.emplace_back();
    return made;
}

void PhraseBook::grow()
{
    std::vector<Edge> old(m_edges.size() * 2);
    old.swap(m_edges);
    for (const Edge& edge : old) {
        if (edge.node == 0)
            continue;
        std::size_t i = spread(edge.key) & (m_edges.size() - 1);
        while (m_edges[i].node != 0)
            i = (i + 1) & (m_edges.size() - 1);
        m_edges[i] = edge;
    }
}

} // namespace gyre
