// How strongly each of many points is pushed away by all others, to a few per cent: far crowds push
// as one point (Barnes and Hut 1986), over a tree of halves (Bentley's k-d tree, 1975), one list of
// pushers for all points of a leaf, so that processors can go through it several at a time.
#pragma once

#include "graph/layout/cloud.h"
#include "graph/layout/workers.h"

namespace gyre {

class Repulsion
{
public:
    /// One mass a point.
    explicit Repulsion(std::vector<float> masses);

    /// On each point the sum over all others of mass · direction / (distance² + soft²): a push that
    /// falls with the square of the distance. `wide`: how wide a crowd may be against its distance
    /// to count as one point; 0: none does, the sum is exact. O(n log n).
    void push(const Cloud& at, float wide, float soft, Workers& workers, Cloud& force);

private:
    struct Spot
    {
        float x = 0;
        float y = 0;
        int point = 0;
    };

    struct Cell
    {
        int from = 0;
        int to = 0;
        float x = 0;
        float y = 0;
        float mass = 0;
        float left = 0;
        float right = 0;
        float top = 0;
        float bottom = 0;
    };

    struct Pushers
    {
        std::vector<float> x;
        std::vector<float> y;
        std::vector<float> mass;

        void clear();
        void add(float px, float py, float pm);
    };

    void split(std::size_t cell, int from, int to, std::size_t until);
    void build(const Cloud& at, Workers& workers);
    void weigh(std::size_t index);
    void gather(const Cell& leaf, float wide, Pushers& pushers) const;

    std::vector<float> m_masses;
    /// A power of two; cells m_leaves … 2 m_leaves - 1 are the leaves, 1 is the root.
    std::size_t m_leaves = 1;
    std::vector<Cell> m_cells;
    /// In the order of the leaves.
    std::vector<Spot> m_spots;
};

} // namespace gyre
