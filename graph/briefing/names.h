// Who is named: firms of the gazetteer by name, alias or unit, and capitalised names it does not
// have. Persons, outlets, places and products are none.
#pragma once

#include "graph/briefing/sentences.h"
#include "graph/model/vocabulary.h"

#include <QString>

#include <vector>

namespace gyre {

struct NamedFirm
{
    /// Row of the lexicon's firms, or -1.
    int row = -1;
    QString name;
    FirmKind kind = FirmKind::Other;
    QString country;
    /// A name the gazetteer does not have, without a suffix or a descriptor that makes it a firm:
    /// listed only if it takes part in a fact.
    bool isTentative = false;
};

struct Mention
{
    /// Tokens [first, last), without a possessive ending.
    int first = 0;
    int last = 0;
    /// Index into Names::firms.
    int firm = 0;
    bool isPossessive = false;
    /// "ChatGPT": the firm's product, which is no party by itself.
    bool isProduct = false;
};

/// A person's name: tokens [first, last).
struct PersonMention
{
    int first = 0;
    int last = 0;
};

struct Names
{
    std::vector<NamedFirm> firms;
    /// In order of the text.
    std::vector<Mention> mentions;
    std::vector<PersonMention> persons;
};

/// `publisher` is who brings the briefing, no party of its deals. O(tokens).
Names names(const Prose& prose, const LexiconData& lexicon, const QString& publisher = {});

} // namespace gyre
