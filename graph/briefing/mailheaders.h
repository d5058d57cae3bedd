// The fields above a mail or one of its parts: RFC 5322 (folding), RFC 2045 (parameters), RFC 2047
// (words in another charset), RFC 2231 (parameters in pieces). Whatever is broken in them is read
// as far as it goes; nothing here throws.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <utility>
#include <vector>

namespace gyre {

class MailHeaders
{
public:
    MailHeaders() = default;

    /// Of the lines up to the first blank one. O(lines).
    explicit MailHeaders(QByteArrayView lines);

    /// Unfolded, as it stands; empty where there is no such field. `name` in lower case. Of several
    /// the first.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;

    /// With encoded words read.
    [[nodiscard]] QString text(QByteArrayView name) const;

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_fields;
};

/// "text/plain; charset=utf-8; format=flowed".
struct MailParameters
{
    /// In lower case, without comments: "text/plain".
    QByteArray value;
    /// Names in lower case.
    std::vector<std::pair<QByteArray, QByteArray>> parameters;

    [[nodiscard]] QByteArray parameter(QByteArrayView name) const;
};

MailParameters mailParameters(const QByteArray& field);

/// Where the first blank line begins and where it ends; both the size where there is none.
std::pair<qsizetype, qsizetype> endOfMailHeaders(QByteArrayView bytes);

/// True where `bytes` begin with the fields of a mail: no text does by chance.
bool looksLikeMail(QByteArrayView bytes);

/// "=?utf-8?B?…?= text" → text.
QString decodedWords(const QByteArray& value);

} // namespace gyre
