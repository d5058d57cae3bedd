// The text of a mail → what its writer says: without quoted lines, signature and the addresses that
// newsletters hang on each link.
#pragma once

#include "graph/basics/partialdate.h"

#include <QString>

#include <optional>

namespace gyre {

/// Lines that end in a blank joined with those they go on in (RFC 3676); quoting marks stay.
QString unflowed(const QString& text, bool dropsBlank);

struct MailProse
{
    QString text;
    int quotedLinesLeftOut = 0;
    /// Of a mail that says little but what it sends on: what stands above the text sent on.
    QString title;
    QString sender;
    std::optional<PartialDate> date;
};

/// A mail that quotes or sends on and says little itself is read with what it quotes.
MailProse mailProse(const QString& text);

/// Words of running text; lines of links and marks have few.
int proseWords(const QString& text);

/// Below it a text only introduces another one.
constexpr int fewWords = 25;

/// "Jo Blank" of "\"Jo Blank\" <jo@example.org>", else "example.org"; encoded words are read
/// already.
QString senderName(const QString& from);

/// Without "Re:", "Fwd:" and what other languages write for them.
QString bareSubject(QString subject);

/// Of a "Date:" field, the day where the sender was.
std::optional<PartialDate> mailDate(const QString& field);

} // namespace gyre
