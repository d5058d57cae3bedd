// How long work says how far it is and hears that nobody waits any more. Cheap to poll.
#pragma once

#include <functional>
#include <stop_token>

namespace gyre {

struct Progress
{
    /// Called from the working thread with a fraction in [0,1]; may be empty.
    std::function<void(double)> report;
    std::stop_token stop;

    void at(double fraction) const
    {
        if (report)
            report(fraction);
    }

    /// For a step that is this part of the whole: its own 0 is `from`, its 1 is `to`.
    [[nodiscard]] Progress part(double from, double to) const
    {
        if (!report)
            return *this;
        return {[whole = report, from, to](double at) { whole(from + at * (to - from)); }, stop};
    }

    /// For a step too short to be told of: it can be stopped all the same.
    [[nodiscard]] Progress quiet() const { return {{}, stop}; }

    [[nodiscard]] bool isCancelled() const { return stop.stop_requested(); }
};

} // namespace gyre
