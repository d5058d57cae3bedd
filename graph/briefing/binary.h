// Telling what is no text before anybody reads it as one.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace gyre {

/// "PDF", "ZIP or Office" …, "data" for what has no known mark but too many control characters;
/// nothing for text in any encoding of basics/encoding.h. Looks at the first 64 KB.
std::optional<QString> binaryKind(const QByteArray& bytes);

} // namespace gyre
