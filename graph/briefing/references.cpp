#include "graph/briefing/references.h"

namespace gyre {

namespace {

/// How far back a description reaches, in sentences.
constexpr int reach = 12;

constexpr std::uint32_t bit(FirmKind kind)
{
    return 1U << static_cast<unsigned>(kind);
}

constexpr std::uint32_t youngKinds = bit(FirmKind::AiLab) | bit(FirmKind::AiStartup);

bool fits(const Reference& reference, const NamedFirm& firm, const LexiconData& lexicon)
{
    if (!reference.country.isEmpty() && !firm.country.isEmpty() &&
        firm.country != reference.country)
        return false;
    if (!reference.country.isEmpty() && firm.country.isEmpty() && firm.row >= 0)
        return false;
    if (reference.isPrivate && firm.row >= 0 &&
        !lexicon.firms[static_cast<std::size_t>(firm.row)].ticker.isEmpty())
        return false;
    if (reference.kinds == 0 || (reference.kinds & bit(firm.kind)) != 0)
        return true;
    // Nothing is known of a new name: it may be what the text calls it.
    return firm.row < 0 && firm.kind == FirmKind::Other;
}

std::vector<int> lastTwo(const Discourse& discourse)
{
    std::vector<int> found;
    for (auto it = discourse.recent.rbegin(); it != discourse.recent.rend() && found.size() < 2;
         ++it)
        if (std::find(found.begin(), found.end(), it->firm) == found.end())
            found.insert(found.begin(), it->firm);
    return found.size() == 2 ? found : std::vector<int>();
}

/// How much a mention counts after so many sentences.
float salience(const Spoken& spoken, const Discourse& discourse)
{
    constexpr float fading = 0.45F;
    float value = spoken.weight;
    for (int i = spoken.sentence; i < std::min(discourse.sentence, spoken.sentence + reach); ++i)
        value *= fading;
    return value;
}

/// The most spoken of; of equals the last.
template<typename MayBe>
int mostSalient(const Discourse& discourse, MayBe mayBe)
{
    std::vector<std::pair<int, float>> scores;
    for (auto it = discourse.recent.rbegin(); it != discourse.recent.rend(); ++it) {
        if (discourse.sentence - it->sentence > reach || !mayBe(it->firm))
            continue;
        auto known = std::find_if(scores.begin(), scores.end(),
                                  [it](const auto& score) { return score.first == it->firm; });
        if (known == scores.end())
            known = scores.insert(scores.end(), {it->firm, 0.0F});
        known->second += salience(*it, discourse);
    }
    int best = -1;
    float most = 0;
    for (const auto& [firm, score] : scores)
        if (score > most * 1.001F) {
            most = score;
            best = firm;
        }
    return best;
}

} // namespace

std::vector<int> resolved(const Reference& reference, const Discourse& discourse,
                          const Names& names, const LexiconData& lexicon)
{
    if (reference.isPlural)
        return discourse.pair.size() == 2 ? discourse.pair : lastTwo(discourse);
    if (reference.role != Role::None)
        return discourse.pair.size() == 2
                   ? std::vector<int>{discourse.pair[reference.role == Role::Payer ? 0 : 1]}
                   : std::vector<int>();
    const auto mayBe = [&](int firm, const Reference& wanted) {
        return firm >= 0 && firm != reference.exclude &&
               fits(wanted, names.firms[static_cast<std::size_t>(firm)], lexicon);
    };
    if (reference.kinds == 0 && mayBe(discourse.topic, reference))
        return {discourse.topic};
    Reference first = reference;
    // "the start-up" is a lab rather than a chip designer, where the text has both.
    if (reference.isPrivate)
        first.kinds = youngKinds;
    for (const Reference& wanted : {first, reference})
        if (const int firm = mostSalient(discourse, [&](int f) { return mayBe(f, wanted); });
            firm >= 0)
            return {firm};
    return {};
}

} // namespace gyre
