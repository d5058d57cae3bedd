#include "ui/picture/legendparts.h"

#include <algorithm>

namespace gyre {

namespace {

constexpr double entryGap = 16;
constexpr double captionGap = 10;
constexpr double groupGap = 30;
constexpr double rowGap = 7;

/// A caption's or a key's place: row and distance from the left.
struct Seat
{
    const Entry* entry;
    std::size_t row;
    double x;
};

double widthOf(const Group& group)
{
    double width = group.caption.width() + captionGap - entryGap;
    for (const Entry& entry : group.entries)
        width += entry.width() + entryGap;
    return width;
}

/// Keys one behind another, from `x` on; a caption is never left alone at a row's end.
void run(const Group& group, double width, std::size_t& row, double& x, std::vector<Seat>& seats)
{
    if (x > 0 && x + group.caption.width() + captionGap + group.entries.front().width() > width) {
        ++row;
        x = 0;
    }
    seats.push_back({&group.caption, row, x});
    x += group.caption.width() + captionGap;
    for (const Entry& entry : group.entries) {
        if (x > 0 && x + entry.width() > width) {
            ++row;
            x = 0;
        }
        seats.push_back({&entry, row, x});
        x += entry.width() + entryGap;
    }
    x += groupGap - entryGap;
}

std::vector<Seat> flowing(const std::vector<Group>& groups, double width)
{
    std::vector<Seat> seats;
    std::size_t row = 0;
    double x = 0;
    for (const Group& group : groups)
        run(group, width, row, x, seats);
    return seats;
}

/// Whole groups, each in the first row with room for it; a group broader than a row flows.
/// `isParted`: the scales start a row.
std::vector<Seat> inBlocks(const std::vector<Group>& groups, double width, bool isParted = false)
{
    std::vector<Seat> seats;
    std::vector<double> used;
    bool isPartOpen = false;
    for (const Group& group : groups) {
        if (isParted && group.isScale && !isPartOpen) {
            isPartOpen = true;
            std::fill(used.begin(), used.end(), width);
        }
        const auto fits = [&group, width](double x) { return x + widthOf(group) <= width; };
        auto found = std::find_if(used.begin(), used.end(), fits);
        if (found == used.end())
            found = used.insert(used.end(), 0);
        auto row = static_cast<std::size_t>(found - used.begin());
        const auto first = row;
        double x = *found;
        run(group, width, row, x, seats);
        used.resize(std::max(used.size(), row + 1), width);
        // A group broader than a row leaves nothing of the rows it began on.
        std::fill(used.begin() + std::ptrdiff_t(first), used.begin() + std::ptrdiff_t(row), width);
        used[row] = x;
    }
    return seats;
}

std::size_t rowCount(const std::vector<Seat>& seats)
{
    std::size_t rows = 0;
    for (const Seat& seat : seats)
        rows = std::max(rows, seat.row + 1);
    return rows;
}

/// The scales on rows of their own where that costs no row; else whole groups; else, where it saves
/// a row, keys in one long flow.
std::vector<Seat> bestSeats(const std::vector<Group>& groups, double width)
{
    const std::vector<Seat> flow = flowing(groups, width);
    const std::vector<Seat> blocks = inBlocks(groups, width);
    const std::size_t least = std::min(rowCount(flow), rowCount(blocks));
    std::vector<Seat> parted = inBlocks(groups, width, true);
    if (least > 1 && rowCount(parted) <= least)
        return parted;
    return rowCount(blocks) == least ? blocks : flow;
}

void put(Furniture& furniture, const Entry& entry, QPointF at, double capitals)
{
    for (Arc arc : entry.arcs) {
        arc.path.translate(at);
        if (arc.inferredMark)
            *arc.inferredMark += at;
        furniture.keysOfArcs.push_back(std::move(arc));
    }
    for (Disc disc : entry.discs) {
        disc.centre += at;
        furniture.keysOfDiscs.push_back(std::move(disc));
    }
    // Capitals stand in the row's middle, whatever the key's height.
    PictureText text = entry.text;
    moveBaseline(text, at + QPointF(entry.keyWidth + textGap, capitals / 2));
    furniture.texts.push_back(std::move(text));
}

Furniture setOut(const std::vector<Seat>& seats, const Metrics& metrics, double width)
{
    std::vector<double> heights(rowCount(seats), metrics.small * 1.1);
    for (const Seat& seat : seats)
        heights[seat.row] = std::max(heights[seat.row], seat.entry->height());
    std::vector<double> middles;
    double y = 0;
    for (const double height : heights) {
        middles.push_back(y + height / 2);
        y += height + rowGap;
    }
    Furniture furniture;
    furniture.what = QStringLiteral("legend");
    for (const Seat& seat : seats)
        put(furniture, *seat.entry, QPointF(seat.x, middles[seat.row]), metrics.small * 0.727);
    furniture.box = QRectF(0, 0, width, std::max(0.0, y - rowGap));
    return furniture;
}

} // namespace

Furniture seated(const std::vector<Group>& groups, const Metrics& metrics, double width)
{
    return setOut(bestSeats(groups, width), metrics, width);
}

} // namespace gyre
