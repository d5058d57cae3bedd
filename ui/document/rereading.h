// The open briefings read again, by names that were learnt since. The reader's own words on facts
// stay as they are.
#pragma once

#include "graph/model/project.h"

namespace gyre {

class Document;
class Lexicon;

struct Rereading
{
    Project project;
    /// Parties of facts, by name, that were none before; and those that are none any more.
    QStringList newFirms;
    QStringList goneFirms;
    /// Deals, valuations and stakes that are told more, told no more, told otherwise.
    int newFacts = 0;
    int goneFacts = 0;
    int otherFacts = 0;

    [[nodiscard]] bool isOther() const
    {
        return !newFirms.isEmpty() || !goneFirms.isEmpty() || newFacts + goneFacts + otherFacts > 0;
    }
};

/// O(length of the texts).
Rereading readAgain(const Project& project, const Lexicon& words);

/// By what is learnt now, on the GUI thread: nothing where the texts are too long for that.
Rereading readAgain(const Document& document);
/// As one undoable change.
void takeOver(Document& document, Rereading rereading);

} // namespace gyre
