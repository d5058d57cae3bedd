// Transfer encodings and charsets of mail → bytes → text. RFC 2045, section 6.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace gyre {

struct TransferDecoded
{
    QByteArray bytes;
    /// Base64 with other signs in it, or one that stops within a group of four.
    bool isDamaged = false;
};

/// `encoding` in lower case; one that is not known is taken as none.
TransferDecoded transferDecoded(QByteArrayView bytes, const QByteArray& encoding);

/// "=E9" → byte; soft line ends taken out. `isHeader`: "_" is a blank.
QByteArray quotedPrintableDecoded(QByteArrayView bytes, bool isHeader);

struct CharsetDecoded
{
    QString text;
    bool isKnown = true;
};

/// `charset` in any case, empty for none. Western names and UTF-8 are looked at, not believed:
/// senders mistake the one for the other.
CharsetDecoded charsetDecoded(const QByteArray& bytes, const QByteArray& charset);

} // namespace gyre
