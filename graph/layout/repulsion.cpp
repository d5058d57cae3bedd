#include "graph/layout/repulsion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace gyre {
namespace {

constexpr std::size_t leafSize = 16;
constexpr std::size_t lanes = 4;
/// Subtrees that are built apart from each other.
constexpr std::size_t branches = 8;
constexpr std::size_t leavesOfTask = 16;

struct Push
{
    float x = 0;
    float y = 0;
};

Push pushOn(float x, float y, std::size_t count, const float* __restrict px,
            const float* __restrict py, const float* __restrict mass, float softSquared)
{
    std::array<float, lanes> fx{}, fy{};
    for (std::size_t k = 0; k < count; k += lanes)
        for (std::size_t l = 0; l < lanes; ++l) {
            const float dx = x - px[k + l], dy = y - py[k + l];
            const float squared = dx * dx + dy * dy + softSquared;
            const float by = mass[k + l] / (squared * std::sqrt(squared));
            fx[l] += dx * by;
            fy[l] += dy * by;
        }
    return {fx[0] + fx[1] + fx[2] + fx[3], fy[0] + fy[1] + fy[2] + fy[3]};
}

} // namespace

void Repulsion::Pushers::clear()
{
    x.clear();
    y.clear();
    mass.clear();
}

void Repulsion::Pushers::add(float px, float py, float pm)
{
    x.push_back(px);
    y.push_back(py);
    mass.push_back(pm);
}

Repulsion::Repulsion(std::vector<float> masses)
    : m_masses(std::move(masses))
{
    while (m_leaves * leafSize < m_masses.size())
        m_leaves *= 2;
    m_cells.resize(2 * m_leaves);
    for (std::size_t i = 0; i < m_masses.size(); ++i)
        m_spots.push_back({0, 0, static_cast<int>(i)});
}

/// Halves across the longer side, down to the cells from `until` on.
void Repulsion::split(std::size_t cell, int from, int to, std::size_t until)
{
    m_cells[cell].from = from;
    m_cells[cell].to = to;
    if (cell >= until)
        return;
    const auto first = m_spots.begin() + from, last = m_spots.begin() + to;
    float left = std::numeric_limits<float>::max(), right = -left, top = left, bottom = -left;
    for (auto spot = first; spot != last; ++spot) {
        left = std::min(left, spot->x);
        right = std::max(right, spot->x);
        top = std::min(top, spot->y);
        bottom = std::max(bottom, spot->y);
    }
    const int half = (from + to) / 2;
    const auto middle = m_spots.begin() + half;
    // Ties by number, so that it is the same tree with any library.
    if (right - left > bottom - top)
        std::nth_element(first, middle, last, [](const Spot& a, const Spot& b) {
            return a.x < b.x || (a.x == b.x && a.point < b.point);
        });
    else
        std::nth_element(first, middle, last, [](const Spot& a, const Spot& b) {
            return a.y < b.y || (a.y == b.y && a.point < b.point);
        });
    split(2 * cell, from, half, until);
    split(2 * cell + 1, half, to, until);
}

void Repulsion::weigh(std::size_t index)
{
    Cell& cell = m_cells[index];
    constexpr float far = std::numeric_limits<float>::max();
    Cell sum{cell.from, cell.to, 0, 0, 0, far, -far, far, -far};
    const auto add = [&sum](float x, float y, float mass, float l, float r, float t, float b) {
        sum.x += x * mass;
        sum.y += y * mass;
        sum.mass += mass;
        sum.left = std::min(sum.left, l);
        sum.right = std::max(sum.right, r);
        sum.top = std::min(sum.top, t);
        sum.bottom = std::max(sum.bottom, b);
    };
    if (index >= m_leaves)
        for (int k = cell.from; k < cell.to; ++k) {
            const Spot& spot = m_spots[std::size_t(k)];
            add(spot.x, spot.y, m_masses[std::size_t(spot.point)], spot.x, spot.x, spot.y, spot.y);
        }
    else
        for (const std::size_t child : {2 * index, 2 * index + 1})
            if (const Cell& c = m_cells[child]; c.from < c.to)
                add(c.x, c.y, c.mass, c.left, c.right, c.top, c.bottom);
    if (sum.mass > 0) {
        sum.x /= sum.mass;
        sum.y /= sum.mass;
    }
    cell = sum;
}

void Repulsion::build(const Cloud& at, Workers& workers)
{
    for (Spot& spot : m_spots) {
        spot.x = at.x[std::size_t(spot.point)];
        spot.y = at.y[std::size_t(spot.point)];
    }
    const std::size_t first = std::min(branches, m_leaves);
    split(1, 0, static_cast<int>(m_spots.size()), first);
    workers.run(static_cast<int>(first), [&](int branch) {
        const std::size_t cell = first + std::size_t(branch);
        split(cell, m_cells[cell].from, m_cells[cell].to, m_leaves);
    });
    for (std::size_t cell = 2 * m_leaves - 1; cell > 0; --cell)
        weigh(cell);
}

void Repulsion::gather(const Cell& leaf, float wide, Pushers& pushers) const
{
    const float midX = (leaf.left + leaf.right) / 2, midY = (leaf.top + leaf.bottom) / 2;
    const float halfX = (leaf.right - leaf.left) / 2, halfY = (leaf.bottom - leaf.top) / 2;
    pushers.clear();
    // One on each level, and the one gone into.
    std::array<std::size_t, 64> open{1};
    std::size_t count = 1;
    while (count > 0) {
        const std::size_t index = open.at(--count);
        const Cell& cell = m_cells[index];
        if (cell.from == cell.to)
            continue;
        const float dx = std::max(0.0F, std::abs(cell.x - midX) - halfX);
        const float dy = std::max(0.0F, std::abs(cell.y - midY) - halfY);
        const float width = std::max(cell.right - cell.left, cell.bottom - cell.top);
        if (width * width < wide * wide * (dx * dx + dy * dy)) {
            pushers.add(cell.x, cell.y, cell.mass);
        } else if (index < m_leaves) {
            open.at(count++) = 2 * index + 1;
            open.at(count++) = 2 * index;
        } else {
            for (int k = cell.from; k < cell.to; ++k) {
                const Spot& spot = m_spots[std::size_t(k)];
                pushers.add(spot.x, spot.y, m_masses[std::size_t(spot.point)]);
            }
        }
    }
    while (pushers.x.size() % lanes != 0)
        pushers.add(0, 0, 0);
}

void Repulsion::push(const Cloud& at, float wide, float soft, Workers& workers, Cloud& force)
{
    build(at, workers);
    const auto tasks = static_cast<int>((m_leaves + leavesOfTask - 1) / leavesOfTask);
    workers.run(tasks, [&](int task) {
        Pushers pushers;
        const std::size_t first = m_leaves + std::size_t(task) * leavesOfTask;
        for (std::size_t c = first; c < std::min(first + leavesOfTask, 2 * m_leaves); ++c) {
            const Cell& leaf = m_cells[c];
            gather(leaf, wide, pushers);
            for (int k = leaf.from; k < leaf.to; ++k) {
                const Spot& spot = m_spots[std::size_t(k)];
                const Push push = pushOn(spot.x, spot.y, pushers.x.size(), pushers.x.data(),
                                         pushers.y.data(), pushers.mass.data(), soft * soft);
                force.x[std::size_t(spot.point)] = push.x;
                force.y[std::size_t(spot.point)] = push.y;
            }
        }
    });
}

} // namespace gyre
