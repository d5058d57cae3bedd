#include "graph/layout/packing.h"

#include "graph/layout/geometry.h"

#include <limits>
#include <numeric>

namespace gyre {
namespace {

constexpr std::size_t mostBySearch = 60;

std::vector<Point> onShelves(const std::vector<Box>& sizes, double aspect)
{
    double area = 0, widest = 0;
    for (const Box& box : sizes) {
        area += box.w * box.h;
        widest = std::max(widest, box.w);
    }
    const double width = std::max(widest, std::sqrt(area * aspect) * 1.05);
    std::vector<Point> at;
    double x = 0, y = 0, tallest = 0;
    for (const Box& box : sizes) {
        if (x + box.w > width) {
            x = 0;
            y += tallest;
            tallest = 0;
        }
        at.push_back({x, y});
        x += box.w;
        tallest = std::max(tallest, box.h);
    }
    return at;
}

/// Smaller is better: how large a frame of that shape must be, then how far from the middle.
double cost(const Box& whole, const Box& box, const Box& first, double aspect)
{
    const double frame = std::max(whole.w / aspect, whole.h);
    return frame * 4 + std::min(whole.w / aspect, whole.h) +
           0.2 * distance(middle(box), middle(first));
}

std::vector<Point> cornersBeside(const std::vector<Box>& placed, const Box& size)
{
    std::vector<Point> corners;
    for (const Box& b : placed) {
        for (const double y : {b.y, b.y + b.h - size.h, b.y + (b.h - size.h) / 2}) {
            corners.push_back({b.x + b.w, y});
            corners.push_back({b.x - size.w, y});
        }
        for (const double x : {b.x, b.x + b.w - size.w, b.x + (b.w - size.w) / 2}) {
            corners.push_back({x, b.y + b.h});
            corners.push_back({x, b.y - size.h});
        }
    }
    return corners;
}

} // namespace

std::vector<Point> packed(const std::vector<Box>& sizes, double aspect)
{
    if (sizes.size() > mostBySearch)
        return onShelves(sizes, aspect);
    std::vector<Box> placed;
    Box whole;
    for (const Box& size : sizes) {
        Box best{0, 0, size.w, size.h};
        double least = std::numeric_limits<double>::max();
        for (const Point corner : cornersBeside(placed, size)) {
            const Box box{corner.x, corner.y, size.w, size.h};
            const bool isFree = std::none_of(placed.begin(), placed.end(), [&box](const Box& b) {
                return b.overlaps(box, -1e-6);
            });
            const double here = isFree ? cost(united(whole, box), box, placed.front(), aspect)
                                       : std::numeric_limits<double>::max();
            if (here < least) {
                least = here;
                best = box;
            }
        }
        placed.push_back(best);
        whole = placed.size() == 1 ? best : united(whole, best);
    }
    std::vector<Point> at;
    at.reserve(placed.size());
    for (const Box& box : placed)
        at.push_back({box.x, box.y});
    return at;
}

} // namespace gyre
