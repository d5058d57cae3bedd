// Round ticks for money and for time.
#pragma once

#include <QDate>
#include <QString>

#include <vector>

namespace gyre {

/// 0, step, 2·step … up to the first tick at or above `top`; the step is 1, 2, 2.5 or 5 times a
/// power of ten and there are at most `atMost` steps. `top` > 0, `atMost` ≥ 1.
std::vector<double> roundTicks(double top, int atMost);

struct TimeTick
{
    /// The tick stands at the start of this day.
    QDate at;
    QString label;

    bool operator==(const TimeTick&) const = default;
};

/// Ticks within [first, last], at most about `atMost`, at starts of years, quarters, months or
/// days; a January carries the year, other months their name; where there is no January the first
/// does.
std::vector<TimeTick> timeTicks(QDate first, QDate last, int atMost);

} // namespace gyre
