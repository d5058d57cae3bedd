// Everything the core names by a code or an enumerator, in a person's words (translated).
#pragma once

#include "graph/basics/diagnostic.h"
#include "graph/model/deal.h"
#include "graph/model/view.h"
#include "graph/model/vocabulary.h"

#include <QString>

#include <optional>

namespace gyre {

/// "AI lab", "Equity investment", "in talks", "post-money" …
QString words(FirmKind kind);
QString words(DealType type);
QString words(Status status);
QString words(Basis basis);
QString words(Review review);
QString words(LeftOut why);
/// "up to", "at least", "about" …
QString words(Qualifier qualifier);
/// "payer", "type" …
QString words(Inferred field);
/// A word as it stands inside a sentence: "equity investment"; "AI lab" stays.
QString inSentence(QString word);
/// "16 Dec 2025", "Dec 2025", "Q3 2025", "2025".
QString words(const PartialDate& date);
/// A date as a person types it: as words() writes it, "16 December 2025", "December 16, 2025",
/// "Q3 2025", or in a form of the files ("2025-12-16").
std::optional<PartialDate> typedDate(QStringView text);
/// How far a reading can be trusted: "quite sure", "fairly sure", "not sure"; confidence in [0,1].
QString sureness(double confidence);
/// Of a deal that is not summed, "round-total" and the like in words; a foreign file's own words
/// stay as they are.
QString whyNotCounted(const QString& code);

/// What is wrong, and what would be right: one sentence, without file and line.
QString words(const Diagnostic& diagnostic);
/// "FILE:LINE: sentence": as the command line prints it after "gyre: ".
QString located(const Diagnostic& diagnostic);

/// All codes that have words; a test holds them against the codes the sources use.
QStringList knownCodes();

/// "Amazon → OpenAI: up to $10B, equity investment, in talks": for rows, tool tips, screen readers.
QString sentence(const Network& network, const Deal& deal);

} // namespace gyre
