// Back and forward through what was looked at. Exploring is not undoing: nothing here is a change.
#pragma once

#include <optional>
#include <utility>
#include <vector>

namespace gyre {

template<typename Visit>
class History
{
public:
    static constexpr std::size_t limit = 200;

    /// Leaves `here` for somewhere new.
    void leave(Visit here)
    {
        m_ahead.clear();
        push(m_behind, std::move(here));
    }

    [[nodiscard]] bool canGoBack() const { return !m_behind.empty(); }

    [[nodiscard]] bool canGoForward() const { return !m_ahead.empty(); }

    std::optional<Visit> back(Visit here) { return step(m_behind, m_ahead, std::move(here)); }

    std::optional<Visit> forward(Visit here) { return step(m_ahead, m_behind, std::move(here)); }

    void clear()
    {
        m_behind.clear();
        m_ahead.clear();
    }

private:
    using Visits = std::vector<Visit>;

    static void push(Visits& to, Visit visit)
    {
        if (to.size() == limit)
            to.erase(to.begin());
        to.push_back(std::move(visit));
    }

    static std::optional<Visit> step(Visits& from, Visits& to, Visit here)
    {
        if (from.empty())
            return std::nullopt;
        Visit there = std::move(from.back());
        from.pop_back();
        push(to, std::move(here));
        return there;
    }

    Visits m_behind;
    Visits m_ahead;
};

} // namespace gyre
