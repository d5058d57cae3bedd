// What a reader says about names, put with what he said before, so that the next briefing is read
// by it. Each function takes the names learnt so far and gives the next ones; what a new word
// contradicts is taken back.
#pragma once

#include "graph/basics/diagnostic.h"
#include "graph/model/firm.h"
#include "graph/model/learntname.h"

namespace gyre {

class Lexicon;
struct LexiconData;

/// Where and when it is said.
struct Said
{
    /// The briefing's title.
    QString in;
    QDate on;
    /// Its words: a name that they also write small is an ordinary word.
    QString text;
};

/// How far a name may be trusted to be one wherever it is met.
enum class NameUse : std::uint8_t
{
    Everywhere,
    /// Also an ordinary word ("Block"): only where the text leaves no doubt.
    Guarded,
    /// Nothing but ordinary words ("the company"): never.
    None
};

NameUse useOf(QStringView name, const LexiconData& lexicon);

/// "This is a firm".
LearntNames withFirm(LearntNames names, const Firm& firm, const Said& said, const Lexicon& lexicon);
/// `others` name `firm` too; where one is the very name of another firm, all its names do.
LearntNames withOtherNames(LearntNames names, const Firm& firm, const QStringList& others,
                           const Said& said, const Lexicon& lexicon);
/// `firm` is named as it is from now on; `before` names it still.
LearntNames withNewName(LearntNames names, const Firm& firm, const QString& before,
                        const Said& said, const Lexicon& lexicon);
/// "This is no firm".
LearntNames withNoFirm(LearntNames names, const QStringList& none, const Said& said,
                       const Lexicon& lexicon);

/// Rows that fit nothing: another name of a firm that neither the program nor they have, names that
/// are nothing but ordinary words. They are from these lines (from 1) of `file`.
Diagnostics problemsOf(const LearntNames& names, const std::vector<int>& lines,
                       const Lexicon& lexicon, const QString& file);

/// The name of the firm that a row is about, or the row's first name.
QString firmOf(const LearntName& learnt, const LearntNames& names, const Lexicon& lexicon);
/// The id of the firm of that name, learnt or of the program's own; empty: none.
QString idOfFirm(const QString& name, const LearntNames& names, const Lexicon& lexicon);

} // namespace gyre
