// A mail → its headers and the texts in it. RFC 2046: alternatives, mixtures, related parts, mails
// within mails. What is broken is read as far as it goes.
#pragma once

#include "graph/basics/diagnostic.h"
#include "graph/briefing/mailheaders.h"

#include <vector>

namespace gyre {

struct Mail;

/// One text in as many forms as the sender gave it, or a mail sent along.
struct MailSection
{
    /// With its quoting marks; lines that the sender's program broke are whole again.
    QString plain;
    QString html;
    /// One or none.
    std::vector<Mail> enclosed;
};

struct Mail
{
    MailHeaders headers;
    std::vector<MailSection> sections;
};

struct MailReading
{
    Mail mail;
    /// Files sent along, which are not read.
    int attachments = 0;
    bool isEncrypted = false;
    Diagnostics diagnostics;
};

/// Parts more than 16 deep and beyond the first 1000 are left out and said. O(16 · bytes). Throws
/// Error("email.bad-header") where the header has no end within 1 MB.
MailReading mailParts(QByteArrayView bytes, const QString& path);

} // namespace gyre
