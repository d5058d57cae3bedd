// What a legend is put together from: keys with their words, in groups, and how they are seated.
#pragma once

#include "ui/picture/legend.h"
#include "ui/picture/textset.h"

namespace gyre {

/// Between a key and its words.
constexpr double textGap = 6;

/// A key with its words; the key's shapes lie round the middle of its left edge.
struct Entry
{
    double keyWidth = 0;
    double keyHeight = 0;
    std::vector<Arc> arcs;
    std::vector<Disc> discs;
    PictureText text;

    [[nodiscard]] double width() const { return keyWidth + textGap + text.box.width(); }

    [[nodiscard]] double height() const { return std::max(keyHeight, text.box.height()); }
};

struct Group
{
    Entry caption;
    std::vector<Entry> entries;
    bool isScale = false;
};

/// The groups that `content` needs, in the order of the legend, none of them empty.
std::vector<Group> legendGroups(const LegendContent& content, const Metrics& metrics,
                                const Palette& palette);

/// Keys in rows of `width` pixels, from the origin. `groups` are referred to until it returns.
Furniture seated(const std::vector<Group>& groups, const Metrics& metrics, double width);

} // namespace gyre
