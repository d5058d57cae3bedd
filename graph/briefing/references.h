// Who is meant by "the chipmaker", "the French start-up", "it", "its", "the companies".
#pragma once

#include "graph/briefing/chunks.h"

#include <QStringView>

namespace gyre {

struct Reference
{
    /// Bits of FirmKind, 0: any.
    std::uint32_t kinds = 0;
    bool isPlural = false;
    /// A start-up is not on the stock market.
    bool isPrivate = false;
    /// "the buyer", "the seller".
    Role role = Role::None;
    /// "the Japanese group".
    QStringView country;
    /// Who it can't be: the subject of the same clause.
    int exclude = -1;
};

/// Firms meant, in order; empty where nobody fits.
std::vector<int> resolved(const Reference& reference, const Discourse& discourse,
                          const Names& names, const LexiconData& lexicon);

} // namespace gyre
