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

    [[nodiscard]] bool isCancelled() const { return stop.stop_requested(); }
};

} // namespace gyre
