// Columns of a table fitted into the width there is: nothing is cut and nothing scrolls sideways.
// Text wraps first; then columns that can be read elsewhere go, the least needed first.
#pragma once

#include <vector>

namespace gyre {

struct ColumnNeed
{
    /// Of its widest cell and its heading, in pixels; 0: no cell says anything.
    int whole = 0;
    /// Of its longest word: as narrow as it gets by wrapping.
    int least = 0;
    /// 0: always shown; of the others the greatest goes first.
    int rank = 0;
};

/// The widths of the columns, 0 for those that are not shown. They sum to `room` where that can be.
/// O(columns²).
std::vector<int> fitted(const std::vector<ColumnNeed>& needs, int room);

} // namespace gyre
