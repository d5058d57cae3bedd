#include "graph/briefing/references.h"

namespace gyre {

namespace {

/// How far back a description reaches, in mentions.
constexpr std::size_t reach = 40;

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
        if (std::find(found.begin(), found.end(), *it) == found.end())
            found.insert(found.begin(), *it);
    return found.size() == 2 ? found : std::vector<int>();
}

} // namespace

std::vector<int> resolved(const Reference& reference, const Discourse& discourse,
                          const Names& names, const LexiconData& lexicon)
{
    if (reference.isPlural)
        return discourse.pair.size() == 2 ? discourse.pair : lastTwo(discourse);
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
    for (const Reference& wanted : {first, reference}) {
        std::size_t seen = 0;
        for (auto it = discourse.recent.rbegin(); it != discourse.recent.rend() && seen < reach;
             ++it, ++seen)
            if (mayBe(*it, wanted))
                return {*it};
    }
    return {};
}

} // namespace gyre
