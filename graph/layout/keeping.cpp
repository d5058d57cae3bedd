#include "graph/layout/keeping.h"

#include "graph/layout/geometry.h"

#include <complex>

namespace gyre {
namespace {

using Complex = std::complex<double>;

Complex complexOf(Point p)
{
    return {p.x, p.y};
}

} // namespace

void fitOnto(const Starts& starts, Cloud& at)
{
    Complex meanFrom, meanTo;
    double count = 0;
    const auto pointOf = [&at](std::size_t i) {
        return Complex(static_cast<double>(at.x[i]), static_cast<double>(at.y[i]));
    };
    for (std::size_t i = 0; i < starts.size(); ++i)
        if (starts[i]) {
            meanFrom += pointOf(i);
            meanTo += complexOf(*starts[i]);
            count += 1;
        }
    meanFrom /= count;
    meanTo /= count;
    // With points as complex numbers, turning and scaling are one factor.
    Complex product;
    double squares = 0;
    for (std::size_t i = 0; i < starts.size(); ++i)
        if (starts[i]) {
            const Complex from = pointOf(i) - meanFrom;
            product += std::conj(from) * (complexOf(*starts[i]) - meanTo);
            squares += std::norm(from);
        }
    Complex factor = squares > 1e-9 ? product / squares : Complex(0);
    if (std::abs(factor) < 1e-3)
        factor = Complex(100);
    for (std::size_t i = 0; i < at.size(); ++i) {
        const Complex to = meanTo + factor * (pointOf(i) - meanFrom);
        at.x[i] = static_cast<float>(to.real());
        at.y[i] = static_cast<float>(to.imag());
    }
}

Cloud amongNeighbours(const SimpleGraph& graph, const Starts& starts, std::uint64_t seed)
{
    Dice dice(seed);
    Cloud at(starts.size());
    std::vector<char> isPlaced(starts.size(), 0);
    std::vector<int> queue;
    for (std::size_t i = 0; i < starts.size(); ++i)
        if (starts[i]) {
            at.x[i] = static_cast<float>(starts[i]->x);
            at.y[i] = static_cast<float>(starts[i]->y);
            isPlaced[i] = 1;
            queue.push_back(static_cast<int>(i));
        }
    for (std::size_t head = 0; head < queue.size(); ++head)
        for (const int next : graph.of(queue[head])) {
            const auto i = std::size_t(next);
            if (isPlaced[i] != 0)
                continue;
            float x = 0, y = 0, count = 0;
            for (const int other : graph.of(next))
                if (isPlaced[std::size_t(other)] != 0) {
                    x += at.x[std::size_t(other)];
                    y += at.y[std::size_t(other)];
                    count += 1;
                }
            // Off the spot itself, or siblings would never part.
            at.x[i] = x / count + static_cast<float>(30 * dice.around());
            at.y[i] = y / count + static_cast<float>(30 * dice.around());
            isPlaced[i] = 1;
            queue.push_back(next);
        }
    return at;
}

float hopLengthOf(const SimpleGraph& graph, const Starts& starts)
{
    std::vector<int> sources;
    for (std::size_t i = 0; i < starts.size() && sources.size() < 64; ++i)
        if (starts[i])
            sources.push_back(static_cast<int>(i));
    double sum = 0, squares = 0;
    HopSearch(graph).from(sources, [&](int node, int hops, int k) {
        if (hops == 0 || !starts[std::size_t(node)])
            return;
        const Point from = *starts[std::size_t(sources[std::size_t(k)])];
        const double each = distance(from, *starts[std::size_t(node)]) / hops;
        sum += each;
        squares += each * each;
    });
    return sum > 1e-3 ? static_cast<float>(squares / sum) : 100;
}

} // namespace gyre
