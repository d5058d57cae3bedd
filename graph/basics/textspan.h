// A half-open piece of a text, [start, end), in UTF-16 code units: what a Qt text cursor counts.
#pragma once

#include <QStringView>

#include <algorithm>
#include <compare>

namespace gyre {

struct TextSpan
{
    int start = 0;
    int end = 0;

    [[nodiscard]] constexpr int length() const { return end - start; }

    [[nodiscard]] constexpr bool isEmpty() const { return end <= start; }

    [[nodiscard]] constexpr bool contains(int position) const
    {
        return start <= position && position < end;
    }

    [[nodiscard]] constexpr bool contains(TextSpan other) const
    {
        return start <= other.start && other.end <= end;
    }

    [[nodiscard]] constexpr bool overlaps(TextSpan other) const
    {
        return start < other.end && other.start < end;
    }

    /// The piece of `text` it covers; what lies outside the text is left out.
    [[nodiscard]] QStringView in(QStringView text) const
    {
        const qsizetype from = std::clamp<qsizetype>(start, 0, text.size());
        const qsizetype to = std::clamp<qsizetype>(end, from, text.size());
        return text.mid(from, to - from);
    }

    constexpr auto operator<=>(const TextSpan&) const = default;
};

} // namespace gyre
