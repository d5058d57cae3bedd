// The start of a text that may be too long for its place.
#pragma once

#include <QStringView>

namespace gyre {

/// At most `most` UTF-16 units of `text`; one fewer where the cut would part a letter of two, half
/// of which no file can hold.
inline QStringView firstUnits(QStringView text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    return text.first(most > 0 && text[most - 1].isHighSurrogate() ? most - 1 : most);
}

} // namespace gyre
