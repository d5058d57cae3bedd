// The reader's word on facts and firms, each an undoable change: accepted, rejected, corrected,
// added, said to be one.
#pragma once

#include "graph/model/correction.h"
#include "ui/document/document.h"

namespace gyre {

/// What is selected if it is one fact.
std::optional<FactId> factOf(const Selection& selection);
Selection selectionOf(const FactId& fact);

/// Unreviewed takes the word back: what was the reader's own or corrected is so again.
void review(Document& document, const FactId& fact, Review review);
/// The reader has not said yes to it yet.
bool mayAccept(Review review);

/// Only the fields that differ from the fact's are set.
void correct(Document& document, const FactId& fact, const FactFields& wanted);
/// Adds it and selects it.
void addOwn(Document& document, const FactFields& wanted, const EvidenceList& evidence);
// What is said about names is remembered with it, for the briefings to come: the same step of undo
// takes both back. What can't be remembered is told.

/// "This is a firm": adds it, named as the words are, and selects it.
void addFirm(Document& document, const Shared<Evidence>& words);
/// Both are one firm, which goes on as `kept`.
void joinFirms(Document& document, FirmId kept, FirmId other);
/// These words, which named no firm so far, name `firm`.
void addName(Document& document, FirmId firm, const Shared<Evidence>& words);
/// The old name goes on as another one.
void renameFirm(Document& document, FirmId id, const QString& name);
/// "This is no firm": what was read of it is rejected.
void rejectFirm(Document& document, FirmId id);
/// The reader's names as he set them right in their list.
void setLearntNames(Document& document, LearntNames names);

/// Words of a briefing as evidence.
Shared<Evidence> evidenceAt(const Briefing& briefing, TextSpan span);
/// The firm of this name, or that is named by just these words.
std::optional<FirmId> firmAt(const Document& document, const Shared<Evidence>& words);
/// A fact of this kind as the words propose it: firms and figures named in them, else in their
/// `sentence`; the date of the briefing.
FactFields proposed(const Document& document, FactFields::Kind kind, const Briefing& briefing,
                    TextSpan words, TextSpan sentence);

} // namespace gyre
