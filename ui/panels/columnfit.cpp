#include "ui/panels/columnfit.h"

#include <algorithm>
#include <numeric>

namespace gyre {

namespace {

constexpr int narrowest = 40;

int sumOf(const std::vector<ColumnNeed>& needs, const std::vector<bool>& isShown,
          int ColumnNeed::*width)
{
    int sum = 0;
    for (std::size_t i = 0; i < needs.size(); ++i)
        sum += isShown[i] ? needs[i].*width : 0;
    return sum;
}

/// Hides the least needed column; false where all that are left must stay.
bool drop(const std::vector<ColumnNeed>& needs, std::vector<bool>& isShown)
{
    std::size_t last = needs.size();
    for (std::size_t i = 0; i < needs.size(); ++i)
        if (isShown[i] && needs[i].rank > 0 &&
            (last == needs.size() || needs[i].rank >= needs[last].rank))
            last = i;
    if (last == needs.size())
        return false;
    isShown[last] = false;
    return true;
}

/// Equal shares until a column has all it can use: the short ones are whole before the long ones.
void share(std::vector<int>& widths, const std::vector<ColumnNeed>& needs,
           const std::vector<bool>& isShown, int extra)
{
    while (extra > 0) {
        std::vector<std::size_t> wanting;
        for (std::size_t i = 0; i < needs.size(); ++i)
            if (isShown[i] && widths[i] < needs[i].whole)
                wanting.push_back(i);
        if (wanting.empty())
            return;
        const int part = std::max(1, extra / int(wanting.size()));
        for (const std::size_t i : wanting) {
            const int more = std::min({part, needs[i].whole - widths[i], extra});
            widths[i] += more;
            extra -= more;
        }
    }
}

/// Narrower than their words: the widest give first, so that few words break.
void squeeze(std::vector<int>& widths, int room)
{
    int excess = std::accumulate(widths.begin(), widths.end(), 0) - room;
    for (; excess > 0; --excess) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= narrowest)
            return;
        --*widest;
    }
}

} // namespace

std::vector<int> fitted(const std::vector<ColumnNeed>& needs, int room)
{
    std::vector<bool> isShown(needs.size());
    for (std::size_t i = 0; i < needs.size(); ++i)
        isShown[i] = needs[i].whole > 0 || needs[i].rank == 0;
    while (sumOf(needs, isShown, &ColumnNeed::least) > room && drop(needs, isShown)) {
    }
    std::vector<int> widths(needs.size(), 0);
    for (std::size_t i = 0; i < needs.size(); ++i)
        if (isShown[i])
            widths[i] = needs[i].least;
    const int sum = std::accumulate(widths.begin(), widths.end(), 0);
    if (sum > room) {
        squeeze(widths, room);
        return widths;
    }
    share(widths, needs, isShown, room - sum);
    // What nobody needs goes to the last column: its ground ends with the table's.
    const int rest = room - std::accumulate(widths.begin(), widths.end(), 0);
    for (std::size_t i = needs.size(); i-- > 0;)
        if (isShown[i]) {
            widths[i] += rest;
            break;
        }
    return widths;
}

} // namespace gyre
